#!/usr/bin/python3
# SPDX-FileCopyrightText: Ticket Assistant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Walks through every page of the running console over the accessibility bus and fails on any control without a name.

usage: accessibility_walk.py PROGRAM
Exit code 77, with the reason, when this computer lacks what the walk needs.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time

SKIPPED = 77
INTERACTIVE = {
    "push button", "toggle button", "check box", "radio button", "combo box", "text", "entry", "password text",
    "spin button", "slider", "list", "list box", "list item", "table", "tree", "tree table", "page tab", "menu",
    "menu item", "check menu item", "radio menu item", "link", "chart", "date editor", "scroll pane button",
}
MOST_CHILDREN = 60  # of one table: its cells are all made by the same code


def skip(reason):
    print(f"SKIPPED: {reason}")
    sys.exit(SKIPPED)


def outer(program):
    for tool in ("Xvfb", "xvfb-run", "dbus-run-session", "openbox", "xdotool"):
        if not shutil.which(tool):
            skip(f"{tool} is not installed")
    try:
        import gi
        gi.require_version("Atspi", "2.0")
        from gi.repository import Atspi  # noqa: F401
    except (ImportError, ValueError) as problem:
        skip(f"python3-gi or gir1.2-atspi-2.0 is not installed ({problem})")
    environment = dict(os.environ)
    for name in ("DBUS_SESSION_BUS_ADDRESS", "QT_QPA_PLATFORM", "AT_SPI_BUS_ADDRESS", "DISPLAY", "WAYLAND_DISPLAY"):
        environment.pop(name, None)
    environment.update(QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", QT_QPA_PLATFORM="xcb", NO_AT_BRIDGE="0")
    return subprocess.call(
        ["dbus-run-session", "--", "xvfb-run", "-a", "-s", "-screen 0 1400x900x24", sys.executable, __file__,
         "--inside", program], env=environment, timeout=110)


class Walk:
    def __init__(self, atspi):
        self.atspi = atspi
        self.unnamed = []
        self.seen = 0

    def application(self):
        for _ in range(100):
            desktop = self.atspi.get_desktop(0)
            for i in range(desktop.get_child_count()):
                child = desktop.get_child_at_index(i)
                if child and "icket" in (child.get_name() or ""):
                    return child
            time.sleep(0.2)
        return None

    def visit(self, page, node, path, depth=0):
        try:
            role = node.get_role_name()
            name = (node.get_name() or "").strip()
            states = node.get_state_set()
            count = node.get_child_count()
        except Exception:  # it has just gone away
            return
        if depth > 2 and not states.contains(self.atspi.StateType.SHOWING):
            return
        here = path + [f"{role} '{name}'"]
        if role in INTERACTIVE:
            self.seen += 1
            # An empty field's name is its label's; a list of nothing still says what it would list.
            if not name and not (node.get_description() or "").strip():
                self.unnamed.append(f"{page}: {' / '.join(here[-4:])}")
        for i in range(min(count, MOST_CHILDREN)):
            child = node.get_child_at_index(i)
            if child:
                self.visit(page, child, here, depth + 1)


def names_of_pages(node, atspi):
    if node.get_role_name() in ("list", "list box") and node.get_name() == "Pages":
        return [node.get_child_at_index(i).get_name() for i in range(node.get_child_count())]
    for i in range(node.get_child_count()):
        child = node.get_child_at_index(i)
        found = child and names_of_pages(child, atspi)
        if found:
            return found
    return []


def inside(program):
    import gi
    gi.require_version("Atspi", "2.0")
    from gi.repository import Atspi
    folder = tempfile.mkdtemp(prefix="accessibility")
    manager = subprocess.Popen(["openbox"], stderr=subprocess.DEVNULL)
    console = subprocess.Popen([program, "--demo", "--data-dir", folder, "--lang", "en"], stderr=subprocess.DEVNULL)
    try:
        Atspi.init()
        walk = Walk(Atspi)
        application = walk.application()
        if not application:
            print("the program does not appear on the accessibility bus")
            return 1
        time.sleep(3)  # the first page fills
        pages = names_of_pages(application, Atspi)
        if not pages:
            print("the list of pages was not found")
            return 1
        window = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "Ticket Assistant"],
                                capture_output=True, text=True).stdout.split()[-1]
        subprocess.run(["xdotool", "windowfocus", "--sync", window])
        for number, page in enumerate(pages[:9], start=1):
            subprocess.run(["xdotool", "key", "--clearmodifiers", f"ctrl+{number}"])
            time.sleep(1.5)
            walk.visit(page, application, [])
        print(f"{walk.seen} controls on {len(pages)} pages: {', '.join(pages)}")
        if walk.seen < 20 * min(len(pages), 2):
            print("that is too few to be the whole window")
            return 1
        for line in sorted(set(walk.unnamed)):
            print("without a name:", line)
        return 1 if walk.unnamed else 0
    finally:
        console.terminate()
        try:
            console.wait(10)
        except subprocess.TimeoutExpired:
            console.kill()
        manager.terminate()
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(inside(sys.argv[2]) if sys.argv[1] == "--inside" else outer(sys.argv[1]))

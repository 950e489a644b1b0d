#!/usr/bin/python3
# SPDX-FileCopyrightText: Ticket Assistant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Walks through the running console over the accessibility bus: every page and tab, what their buttons open, the welcome
page and the assistant. Fails on any control without a name, and on a chart without the role, a title and a sentence
(checklist 15, 16, 41).

usage: accessibility_walk.py PROGRAM
Exit code 77, with the reason, when this computer lacks what the walk needs.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time

SKIPPED = 77
LIMIT = 270  # seconds for everything; slow computers have two busy cores
INTERACTIVE = {
    "push button", "toggle button", "check box", "radio button", "combo box", "text", "entry", "password text",
    "spin button", "slider", "list", "list box", "list item", "table", "tree", "tree table", "page tab", "menu",
    "menu item", "check menu item", "radio menu item", "link", "chart", "date editor", "scroll pane button",
}
LISTS = ("list", "list box")
MOST_PAGES = 9
DIALOGS = ("Keyboard", "About", "Command", "Test a person")  # of the menus
MOST_CHILDREN = 60  # of one table: its cells are all made by the same code
# What opens nothing of ours: the desktop's file dialog, another program, another window.
ELSEWHERE = ("folder", "Save", "CSV", "JSON", "file", "Export", "copy")


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
    # A home, a bus and a display of its own: nothing of the desktop it runs on answers in its place.
    home = tempfile.mkdtemp(prefix="accessibility-home")
    environment = {name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL", "TZ", "LD_LIBRARY_PATH",
                                                       "ASAN_OPTIONS", "UBSAN_OPTIONS") if name in os.environ}
    environment.update(HOME=home, XDG_RUNTIME_DIR=home, XDG_CONFIG_HOME=home, XDG_DATA_HOME=home, XDG_CACHE_HOME=home,
                       QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", QT_QPA_PLATFORM="xcb", NO_AT_BRIDGE="0",
                       GSETTINGS_BACKEND="memory", PYTHONUNBUFFERED="1")
    os.chmod(home, 0o700)
    command = ["dbus-run-session", "--", "xvfb-run", "-a", "-s", "-screen 0 1400x1000x24", sys.executable, __file__,
               "--inside", program]
    inner = subprocess.Popen(command, env=environment, start_new_session=True)
    try:
        return inner.wait(LIMIT)
    except subprocess.TimeoutExpired:
        print(f"the walk did not end within {LIMIT} seconds")
        return 1
    finally:
        try:
            os.killpg(inner.pid, signal.SIGTERM)  # our own session: a helper that was left behind
        except ProcessLookupError:
            pass
        shutil.rmtree(home, ignore_errors=True)


def wait_for(condition, seconds=20):
    """The first true answer; None when the time is over. What is asked may be gone in that moment: ask again."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            answer = condition()
            if answer:
                return answer
        except Exception:  # an object that has just gone away
            pass
        time.sleep(0.1)
    return None


class Walk:
    def __init__(self, atspi, program, arguments):
        self.atspi = atspi
        self.wrong = set()
        self.seen = 0
        self.charts = set()
        self.folder = tempfile.mkdtemp(prefix="accessibility")
        self.console = subprocess.Popen([program, "--data-dir", self.folder, "--lang", "en"] + arguments,
                                        stderr=subprocess.DEVNULL)
        self.application = wait_for(self.find_application, 40)

    def close(self):
        self.console.terminate()
        try:
            self.console.wait(15)
        except subprocess.TimeoutExpired:
            self.console.kill()
            self.console.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def find_application(self):
        desktop = self.atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child and child.get_process_id() == self.console.pid and child.get_child_count() > 0:
                return child
        return None

    # -- looking

    def showing(self, node):
        return node.get_state_set().contains(self.atspi.StateType.SHOWING)

    def nodes(self, node, depth=0):
        """Everything that shows below the node, with its role and name; each is asked once, the bus is slow."""
        try:
            count = min(node.get_child_count(), MOST_CHILDREN)
        except Exception:
            return
        for i in range(count):
            try:
                child = node.get_child_at_index(i)
                if not child or not self.showing(child):
                    continue
                role, name = child.get_role_name(), (child.get_name() or "").strip()
            except Exception:
                continue
            yield child, role, name
            if role not in ("list item", "table cell", "label", "menu bar"):
                yield from self.nodes(child, depth + 1)

    def find(self, roles, name=None):
        for node, role, its_name in self.nodes(self.application):
            if role in roles and name in (None, its_name):
                return node
        return None

    def look(self, place, root):
        """What is wrong there, and everything that shows."""
        wrong, everything = set(), []
        path = {}
        for node, role, name in self.nodes(root):
            everything.append((node, role, name))
            if role not in INTERACTIVE:
                continue
            if not name:
                parent = node.get_parent()
                wrong.add(f"{place}: {role} without a name in {parent.get_role_name()} '{parent.get_name()}'")
            if role == "chart":
                if len((node.get_description() or "").split()) < 3:
                    wrong.add(f"{place}: chart '{name}' without a sentence")
                path[name] = True
        return wrong, everything, set(path)

    def visit(self, place, root=None):
        wrong, everything, charts = self.look(place, root or self.application)
        for _ in range(2):
            if not wrong:
                break
            time.sleep(1)  # something was just being made, or has just gone
            wrong, everything, charts = self.look(place, root or self.application)
        self.wrong |= wrong
        self.charts |= charts
        self.seen += sum(1 for _, role, _ in everything if role in INTERACTIVE)
        return everything

    # -- acting

    def press(self, node):
        try:
            node.do_action(0)
        except Exception:
            pass  # a dialog answers only after it was closed

    def windows(self):
        found = []
        for i in range(self.application.get_child_count()):
            window = self.application.get_child_at_index(i)
            if window and self.showing(window):
                found.append(window)
        return found

    def dialogs(self):
        return [window for window in self.windows() if window.get_role_name() in ("dialog", "alert")]

    def choose_page(self, name):
        """By its entry of the menu View, which is there while the menu is closed; the compact button would say it too."""
        title = name.split(",")[0]  # what is counted behind it changes meanwhile
        entry = next((e for e in self.menu_entries() if e.get_name().split(",")[0] == title), None)
        if not entry:
            return False
        self.press(entry)
        return wait_for(lambda: self.find(("label",), title), 15)

    def walk_dialog(self, place, opener):
        self.press(opener)
        wait_for(self.dialogs, 3)
        for window in self.dialogs():
            self.leave(window, self.visit(place, window))
        wait_for(lambda: not self.dialogs(), 5)

    def leave(self, window, everything):
        for node, role, name in everything:
            if role == "push button" and name.replace("&", "") in ("Cancel", "Close", "OK", "Back"):
                self.press(node)
                return
        subprocess.run(["xdotool", "key", "Escape"], check=False)

    def menu_entries(self):
        bar = self.find(("menu bar",))
        for i in range(bar.get_child_count() if bar else 0):
            popup = bar.get_child_at_index(i).get_child_at_index(0)  # closed menus tell their entries too
            for j in range(popup.get_child_count() if popup else 0):
                entry = popup.get_child_at_index(j)
                if entry.get_name():
                    yield entry


def demo(atspi, program):
    walk = Walk(atspi, program, ["--demo"])
    try:
        if not walk.application:
            return {"the program does not appear on the accessibility bus"}
        pages = wait_for(lambda: walk.find(LISTS, "Pages"), 40)
        if not pages:
            return {"the list of pages was not found"}
        names = [pages.get_child_at_index(i).get_name() for i in range(pages.get_child_count())]
        if len(names) < MOST_PAGES:
            return {f"only these pages: {names}"}
        for page in names:
            if not walk.choose_page(page):
                walk.wrong.add(f"the page {page} did not come")
                continue
            time.sleep(1.5)  # its questions are answered and its charts are drawn
            everything = walk.visit(page)
            for tab in [node for node, role, _ in everything if role == "page tab"]:
                name = tab.get_name()
                walk.press(tab)
                time.sleep(0.7)
                everything += walk.visit(f"{page}, {name}")
            for node, role, name in everything:
                if role == "push button" and name.endswith("…") and not any(word in name for word in ELSEWHERE):
                    walk.walk_dialog(f"{page}, {name}", node)
        for entry in list(walk.menu_entries()):
            if entry.get_name().replace("&", "").startswith(DIALOGS):
                walk.walk_dialog(f"menu, {entry.get_name()}", entry)
        print(f"demo: {walk.seen} controls, {len(walk.charts)} charts on {', '.join(names)}")
        if walk.seen < 400 or len(walk.charts) < 9:
            walk.wrong.add("demo: that is too few to be all pages")
        return walk.wrong
    finally:
        walk.close()


def first_run(atspi, program):
    """Nothing listens on the port: the assistant is seen as without a network."""
    walk = Walk(atspi, program, ["--api-base", "http://127.0.0.1:9/api/v10"])
    try:
        if not walk.application:
            return {"the program does not appear on the accessibility bus"}
        begin = wait_for(lambda: walk.find(("push button",), "Connect a Discord bot"), 40)
        if not begin:
            return {"the welcome page did not come"}
        walk.visit("welcome")
        walk.press(begin)
        if not wait_for(lambda: walk.find(("password text",)), 30):
            walk.wrong.add("assistant: no password field on the step Token")
        walk.visit("assistant")
        print(f"first run: {walk.seen} controls")
        return walk.wrong
    finally:
        walk.close()


def inside(program):
    import gi
    gi.require_version("Atspi", "2.0")
    from gi.repository import Atspi
    manager = subprocess.Popen(["openbox"], stderr=subprocess.DEVNULL)
    try:
        Atspi.init()
        Atspi.set_timeout(3000, 10000)
        wrong = demo(Atspi, program) | first_run(Atspi, program)
        for line in sorted(wrong):
            print(line)
        return 1 if wrong else 0
    finally:
        manager.terminate()
        manager.wait()


if __name__ == "__main__":
    sys.exit(inside(sys.argv[2]) if sys.argv[1] == "--inside" else outer(sys.argv[1]))

# SPDX-FileCopyrightText: Ticket Assistant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What packaging/translations does with the files that lupdate made."""

import re
import sys
import xml.etree.ElementTree as ET

# English source texts whose plural is not made by "(s)" alone.
IRREGULAR = [
    ("of these ticket(s) are", ("of these tickets is", "of these tickets are")),
    ("(s) in the history name", (" in the history names", "s in the history name")),
    ("before and stay", ("before and stays", "before and stay")),
    ("(s) were", (" was", "s were")),
    ("(s) are", (" is", "s are")),
    ("(s) have", (" has", "s have")),
    ("(s) arrive", (" arrives", "s arrive")),
    ("(s) belong", (" belongs", "s belong")),
    ("(s) lie", (" lies", "s lie")),
]


def english_form(source, number):
    for pattern, forms in IRREGULAR:
        source = source.replace(pattern, forms[number])
    return source.replace("(s)", "" if number == 0 else "s")


def placeholders(text):
    return sorted(re.findall(r"%L?\d+|%n", text or ""))


def texts(tree):
    for context in tree.getroot().iter("context"):
        for message in context.iter("message"):
            yield context.findtext("name"), message


def group_numbers(tree):
    """"%n" counts without the locale's grouping, "%Ln" with it: 2,360 tickets."""
    for _, message in texts(tree):
        for form in message.find("translation").findall("numerusform"):
            form.text = form.text and form.text.replace("%n", "%Ln")


def fill_english(path):
    tree = ET.parse(path)
    for _, message in texts(tree):
        translation = message.find("translation")
        forms = translation.findall("numerusform")
        if translation.get("type") == "vanished" or not forms:
            continue
        for number, form in enumerate(forms):
            if not form.text:
                form.text = english_form(message.findtext("source"), number)
        translation.attrib.pop("type", None)
    group_numbers(tree)
    write(tree, path)


def write(tree, path):
    ET.indent(tree, "    ")
    with open(path, "w", encoding="utf-8") as out:
        out.write('<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n')
        out.write(ET.tostring(tree.getroot(), encoding="unicode"))
        out.write("\n")


def problems(path):
    for context, message in texts(ET.parse(path)):
        source = message.findtext("source")
        translation = message.find("translation")
        kind = translation.get("type")
        forms = [form.text or "" for form in translation.findall("numerusform")] or [translation.text or ""]
        if kind in ("vanished", "obsolete"):
            yield f"{context}: \"{source}\" is no longer in the sources"
        elif kind == "unfinished" or not all(forms):
            yield f"{context}: \"{source}\" is not translated"
        else:
            for form in forms:
                wanted = [p for p in placeholders(source) if p != "%n"]
                if [p for p in placeholders(form) if p != "%n"] != wanted:
                    yield f"{context}: \"{source}\" and \"{form}\" have different placeholders"


def main():
    check, folder = sys.argv[1] == "--check", sys.argv[2]
    fill_english(f"{folder}/ticketassistant_en.ts")
    if not check:
        path = f"{folder}/ticketassistant_de.ts"
        tree = ET.parse(path)
        group_numbers(tree)
        write(tree, path)
    found = [f"{language}: {problem}" for language in ("en", "de")
             for problem in problems(f"{folder}/ticketassistant_{language}.ts")]
    for line in found:
        print(line)
    print(f"{len(found)} text(s) need attention")
    return 1 if check and found else 0


sys.exit(main())

#!/usr/bin/env python3
# SPDX-FileCopyrightText: Ticket Assistant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Proves that validate_requests.py lets good requests through and catches bad ones.

    test_validate_requests.py OPENAPI.json
"""
import json
import os
import subprocess
import sys
import tempfile

SCRIPT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "validate_requests.py")
OPENAPI = sys.argv[1]

HEADERS = {"Authorization": "Bot x", "User-Agent": "DiscordBot (https://example.org, 1.0)", "Content-Type": "application/json"}
PUBLIC = {"user-agent": "DiscordBot (https://example.org, 1.0)", "content-type": "application/json"}
QUIET = {"parse": []}


def request(method, path, body=None, files=(), headers=None):
    return {"method": method, "path": path, "headers": HEADERS if headers is None else headers, "body": body,
            "files": list(files)}


def post(**fields):
    body = {"content": "hello", "allowed_mentions": QUIET, "nonce": "1", "enforce_nonce": True}
    body.update(fields)
    return request("POST", "/channels/1/messages", {k: v for k, v in body.items() if v != "-"})


def callback(body, headers=None):
    return request("POST", "/interactions/1/token/callback", body, headers=PUBLIC if headers is None else headers)


def edit(body, files=(), headers=None):
    return request("PATCH", "/webhooks/1/token/messages/@original", body, files, PUBLIC if headers is None else headers)


MULTIPART = dict(HEADERS, **{"Content-Type": "multipart/form-data; boundary=\"x\""})
BUTTON = {"type": 1, "components": [{"type": 2, "style": 2, "label": "More", "custom_id": "a"}]}
INPUT = {"type": 4, "custom_id": "n", "style": 1, "min_length": 1, "max_length": 20}
COMMAND = {"name": "ticketstats", "description": "Shows numbers", "default_member_permissions": "32",
           "options": [{"type": 3, "name": "category", "description": "Which", "autocomplete": True}]}


def modal(component):
    return callback({"type": 9, "data": {"custom_id": "m", "title": "T", "components": [component]}})


# name, request, what the complaint must contain (None: the request is good)
CASES = [
    ("get", request("GET", "/gateway/bot"), None),
    ("get without token where none is needed", request("GET", "/gateway", headers=PUBLIC), None),
    ("query", request("GET", "/channels/1/messages?after=5&limit=100"), None),
    ("boolean query", request("GET", "/applications/1/commands?with_localizations=true"), None),
    ("time in query", request("GET", "/channels/1/threads/archived/public?before=2026-01-01T00%3A00%3A00.000%2B00%3A00"), None),
    ("action type", request("GET", "/guilds/1/audit-logs?after=0&action_type=12&limit=1"), None),
    ("search", request("GET", "/guilds/1/members/search?query=%C3%A4%20b&limit=5"), None),
    ("literal beats parameter", request("GET", "/users/@me"), None),
    ("message", post(), None),
    ("message with role", post(allowed_mentions={"parse": [], "roles": ["5"]}), None),
    ("message with rows", post(components=[BUTTON]), None),
    ("deferred", callback({"type": 5, "data": {"flags": 64}}), None),
    ("deferred, no data", callback({"type": 6}), None),
    ("choices", callback({"type": 8, "data": {"choices": [{"name": "A", "value": "a"}]}}), None),
    ("modal", modal({"type": 18, "label": "L", "component": INPUT}), None),
    ("reply", callback({"type": 4, "data": {"content": "x", "flags": 64, "allowed_mentions": QUIET}}), None),
    ("edit with a picture", edit({"embeds": [{"image": {"url": "attachment://a.png"}}], "attachments": [{"id": "0", "filename": "a.png"}],
                                  "allowed_mentions": QUIET}, ["a.png"], dict(PUBLIC, **{"content-type": "multipart/form-data; boundary=x"})), None),
    ("commands with permissions as text", request("PUT", "/applications/1/commands", [COMMAND]), None),
    ("nothing known of the headers", dict(post(), headers={}), None),

    ("no such path", request("GET", "/channels/1/massages"), "no such path"),
    ("no such method", request("PUT", "/channels/1/messages", {}), "no such method"),
    ("id that is none", request("GET", "/channels/abc"), "path parameter channel_id"),
    ("unknown query", request("GET", "/channels/1/messages?count=5"), "count does not exist"),
    ("query out of range", request("GET", "/channels/1/messages?limit=101"), "limit has the wrong value"),
    ("query of another type", request("GET", "/channels/1/messages?after=yes"), "after has the wrong value"),
    ("boolean as a number", request("GET", "/applications/1/commands?with_localizations=1"), "with_localizations has the wrong value"),
    ("time that is none", request("GET", "/channels/1/threads/archived/public?before=yesterday"), "before has the wrong value"),
    ("plus that reads as space", request("GET", "/channels/1/threads/archived/public?before=2026-01-01T00:00:00+00:00"), "before has the wrong value"),
    ("required query", request("GET", "/guilds/1/members/search?limit=5"), "query is missing"),
    ("empty search", request("GET", "/guilds/1/members/search?query="), "query has the wrong value"),
    ("raw space", request("GET", "/guilds/1/members/search?query=a b"), "belong encoded"),
    ("body on a get", request("GET", "/users/@me", {}), "none is read"),
    ("no body", request("POST", "/channels/1/messages"), "body is missing"),
    ("text too long", post(embeds=[{"title": "x" * 257}]), "body.embeds[0].title"),
    ("too many fields", post(embeds=[{"fields": [{"name": "a", "value": "b"}] * 26}]), "body.embeds[0].fields"),
    ("field without value", post(embeds=[{"fields": [{"name": "a"}]}]), "'value' is a required property"),
    ("colour as text", post(embeds=[{"color": "#ff0000"}]), "body.embeds[0].color"),
    ("misspelt field", post(embeds=[{"titel": "x"}]), "titel is not a field"),
    ("misspelt deep in a row", post(components=[{"type": 1, "components": [dict(BUTTON["components"][0], disable=True)]}]), "disable is not a field"),
    ("button without style", post(components=[{"type": 1, "components": [{"type": 2, "label": "x", "custom_id": "a"}]}]), "'style' is a required property"),
    ("empty row", post(components=[{"type": 1, "components": []}]), "components[0].components"),
    ("label too long", post(components=[{"type": 1, "components": [dict(BUTTON["components"][0], label="x" * 81)]}]), "label"),
    ("nonce too long", post(nonce="x" * 26), "body.nonce"),
    ("role id as a number", post(allowed_mentions={"parse": [], "roles": [5]}), "body.allowed_mentions"),
    ("no allowed_mentions", post(allowed_mentions="-"), "no allowed_mentions"),
    ("allowed_mentions null", post(allowed_mentions=None), "no allowed_mentions"),
    ("everyone may be pinged", post(allowed_mentions={"parse": ["everyone"]}), "parse is not an empty list"),
    ("parse left out", post(allowed_mentions={"roles": []}), "parse is not an empty list"),
    ("edit without allowed_mentions", request("PATCH", "/channels/1/messages/2", {"content": "x"}), "no allowed_mentions"),
    ("reply without allowed_mentions", callback({"type": 4, "data": {"content": "x"}}), "no allowed_mentions"),
    ("update without allowed_mentions", callback({"type": 7, "data": {"content": "x"}}), "no allowed_mentions"),
    ("original without allowed_mentions", edit({"content": "x"}), "no allowed_mentions"),
    ("no nonce", post(nonce="-"), "no enforced nonce"),
    ("nonce not enforced", post(enforce_nonce=False), "no enforced nonce"),
    ("content beyond 2000", edit({"content": "x" * 2001, "allowed_mentions": QUIET}), "body.content"),
    ("too many choices", callback({"type": 8, "data": {"choices": [{"name": "A", "value": "a"}] * 26}}), "choices"),
    ("callback of no kind", callback({"type": 99}), "body"),
    ("modal without label", modal(INPUT), "body"),
    ("modal label too long", modal({"type": 18, "label": "x" * 46, "component": INPUT}), "body.data.components[0].label"),
    ("picture that is not sent", post(embeds=[{"image": {"url": "attachment://a.png"}}]), "not among the attachments"),
    ("file that is not listed", dict(post(), files=["b.png"], headers=MULTIPART), "not listed in attachments"),
    ("attachment id as a number", post(attachments=[{"id": 0}]), "body.attachments[0].id"),
    ("files where none are read", dict(request("PUT", "/applications/1/commands", []), files=["x"], headers=MULTIPART), "files are sent"),
    ("command description too long", request("PUT", "/applications/1/commands", [dict(COMMAND, description="x" * 101)]), "[0].description"),
    ("permissions as words", request("PUT", "/applications/1/commands", [dict(COMMAND, default_member_permissions="manage")]), "default_member_permissions"),
    ("no token", request("GET", "/users/@me", headers=PUBLIC), "Authorization header is missing"),
    ("token where it is not wanted", callback({"type": 6}, HEADERS), "not wanted"),
    ("other user agent", request("GET", "/users/@me", headers=dict(HEADERS, **{"User-Agent": "Mozilla/5.0"})), "User-Agent"),
    ("json called otherwise", dict(post(), headers=dict(HEADERS, **{"Content-Type": "text/plain"})), "Content-Type"),
]


def run(lines, openapi=OPENAPI):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8", delete=False) as file:
        file.write("\n".join(lines) + "\n")
    try:
        return subprocess.run([sys.executable, SCRIPT, openapi, file.name], capture_output=True, text=True, check=False)
    finally:
        os.unlink(file.name)


def main():
    first = run([json.dumps(request("GET", "/gateway"))])
    if first.returncode == 77:
        print(first.stdout.strip())
        return 77
    # All at once, because reading the description takes longer than checking.
    result = run([json.dumps(recorded) for _, recorded, _ in CASES])
    said = {}
    for line in result.stdout.splitlines():
        if line.startswith("line "):
            number, _, text = line[5:].partition(":")
            said.setdefault(int(number), []).append(text)
    failures = []
    for number, (name, _, complaint) in enumerate(CASES, 1):
        texts = said.get(number, [])
        if complaint is None and texts:
            failures.append(f"{name}: good, but: {texts}")
        if complaint is not None and not any(complaint in text for text in texts):
            failures.append(f"{name}: nothing about '{complaint}': {texts}")
    if result.returncode != 1:
        failures.append(f"bad requests must end with 1, not {result.returncode}: {result.stderr}")

    good = [json.dumps(recorded) for _, recorded, complaint in CASES if complaint is None]
    for name, code, lines in [("good ones", 0, good), ("nothing", 1, []), ("no JSON", 1, ["{"]), ("no object", 1, ["[]"])]:
        ended = run(lines)
        if ended.returncode != code:
            failures.append(f"{name}: must end with {code}, not {ended.returncode}: {ended.stdout}{ended.stderr}")
    if run(good, "/nonexistent/openapi.json").returncode != 77:
        failures.append("a missing description must end with 77")
    # A token in a path must not reach the report.
    if "token" in run([json.dumps(callback({"type": 99}))]).stdout.replace("{interaction_token}", ""):
        failures.append("the report holds a token")
    print("\n".join(failures) or f"{len(CASES)} cases as expected")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())

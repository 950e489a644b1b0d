# SPDX-FileCopyrightText: Ticket Assistant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the stand-in's answers against Discord's OpenAPI description: what it sends must be what Discord would send.
Usage: openapi_answers.py STANDIN_PROGRAM OPENAPI.json"""
import json
import pathlib
import subprocess
import sys
import urllib.error
import urllib.request
import warnings

warnings.simplefilter("ignore", DeprecationWarning)
try:
    from jsonschema import Draft202012Validator, RefResolver
except ImportError:
    print("SKIPPED: python3-jsonschema is not installed")
    sys.exit(77)

PROGRAM, OPENAPI = sys.argv[1:3]
if not pathlib.Path(OPENAPI).is_file():
    print(f"SKIPPED: Discord's OpenAPI description is not at {OPENAPI}")
    sys.exit(77)


def loosened(node):
    """oneOf as anyOf, because its branches overlap."""
    if isinstance(node, list):
        return [loosened(item) for item in node]
    if not isinstance(node, dict):
        return node
    return {("anyOf" if key == "oneOf" else key): loosened(value) for key, value in node.items()}


SPEC = loosened(json.loads(pathlib.Path(OPENAPI).read_text()))
RESOLVER = RefResolver("", SPEC)


class StandIn:
    def __init__(self):
        self.process = subprocess.Popen([PROGRAM], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.base = self.process.stdout.readline().split()[1]
        self.token = self.process.stdout.readline().split()[1]

    def tell(self, command):
        self.process.stdin.write(command + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def call(self, method, path, body):
        request = urllib.request.Request(self.base + path, method=method, headers={
            "Authorization": "Bot " + self.token, "Content-Type": "application/json"})
        if body is not None:
            request.data = json.dumps(body).encode()
        try:
            with urllib.request.urlopen(request) as answer:
                return answer.status, json.loads(answer.read() or b"null")
        except urllib.error.HTTPError as error:
            return error.code, json.loads(error.read() or b"null")


def leaves(error):
    if not error.context:
        return [error]
    return [leaf for inner in error.context for leaf in leaves(inner)]


def offences(template, method, status, answer):
    responses = SPEC["paths"][template][method.lower()]["responses"]
    described = responses.get(str(status)) or responses.get(f"{str(status)[0]}XX")
    if described is None:
        return [f"status {status} is not described"]
    if "$ref" in described:
        described = RESOLVER.resolve(described["$ref"])[1]
    schema = described.get("content", {}).get("application/json", {}).get("schema")
    if schema is None:
        return [] if answer is None else ["no body is described"]
    if status == 400 and "errors" in answer:
        # Described with numbers as codes, but documented (reference, "Error Messages") and sent with words.
        answer = {key: value for key, value in answer.items() if key != "errors"}
    errors = Draft202012Validator(schema, resolver=RESOLVER).iter_errors(answer)
    return [f"{list(leaf.absolute_path)}: {leaf.message[:160]}" for error in errors for leaf in leaves(error)[:6]]


MESSAGE = {
    "content": "x", "nonce": "n", "allowed_mentions": {"parse": []},
    "embeds": [{"title": "t", "description": "d", "color": 1, "fields": [{"name": "a", "value": "b"}],
                "footer": {"text": "f"}}],
    "components": [
        {"type": 1, "components": [{"type": 2, "style": 1, "label": "l", "custom_id": "c"}]},
        {"type": 1, "components": [{"type": 3, "custom_id": "s", "options": [{"label": "a", "value": "b"}]}]},
        {"type": 1, "components": [{"type": 5, "custom_id": "u"}]},
    ],
}
COMMANDS = [{
    "name": "stats", "description": "d", "contexts": [0], "integration_types": [0],
    "description_localizations": {"de": "x"},
    "options": [
        {"type": 3, "name": "category", "description": "d", "autocomplete": True, "required": True},
        {"type": 4, "name": "days", "description": "d", "min_value": 1, "max_value": 3650},
        {"type": 3, "name": "scope", "description": "d", "choices": [{"name": "a", "value": "b"}]},
        {"type": 6, "name": "user", "description": "u"},
        {"type": 5, "name": "public", "description": "p", "required": False},
    ],
}]


def requests(world, channel, message):
    guild, app, staff = world["guild"], world["bot"], world["staff"]
    yield "GET", "/gateway", "/gateway", None
    yield "GET", "/gateway/bot", "/gateway/bot", None
    yield "GET", "/users/@me", "/users/@me", None
    yield "GET", "/users/@me/guilds", "/users/@me/guilds", None
    yield "GET", "/users/{user_id}", f"/users/{staff}", None
    yield "GET", "/applications/@me", "/applications/@me", None
    yield "PATCH", "/applications/@me", "/applications/@me", {"flags": 1 << 19}
    yield "GET", "/oauth2/applications/@me", "/oauth2/applications/@me", None
    yield "GET", "/guilds/{guild_id}", f"/guilds/{guild}?with_counts=true", None
    yield "GET", "/guilds/{guild_id}", "/guilds/1", None
    yield "GET", "/guilds/{guild_id}/channels", f"/guilds/{guild}/channels", None
    yield "GET", "/guilds/{guild_id}/threads/active", f"/guilds/{guild}/threads/active", None
    yield "GET", "/guilds/{guild_id}/roles", f"/guilds/{guild}/roles", None
    yield "GET", "/guilds/{guild_id}/roles/member-counts", f"/guilds/{guild}/roles/member-counts", None
    yield "GET", "/guilds/{guild_id}/audit-logs", f"/guilds/{guild}/audit-logs", None
    yield "GET", "/guilds/{guild_id}/members/{user_id}", f"/guilds/{guild}/members/{staff}", None
    yield "GET", "/guilds/{guild_id}/members/search", f"/guilds/{guild}/members/search?query=a", None
    yield "GET", "/channels/{channel_id}", f"/channels/{channel}", None
    yield "GET", "/channels/{channel_id}", f"/channels/{world['category']}", None
    yield ("GET", "/channels/{channel_id}/threads/archived/public", f"/channels/{channel}/threads/archived/public",
           None)
    yield "POST", "/channels/{channel_id}/messages", f"/channels/{channel}/messages", MESSAGE
    yield "POST", "/channels/{channel_id}/messages", f"/channels/{channel}/messages", {"content": "x" * 2001}
    yield "GET", "/channels/{channel_id}/messages", f"/channels/{channel}/messages", None
    yield ("GET", "/channels/{channel_id}/messages/{message_id}", f"/channels/{channel}/messages/{message}", None)
    yield ("DELETE", "/channels/{channel_id}/messages/{message_id}", f"/channels/{channel}/messages/{message}", None)
    yield "PUT", "/applications/{application_id}/commands", f"/applications/{app}/commands", COMMANDS
    yield "POST", "/applications/{application_id}/commands", f"/applications/{app}/commands", COMMANDS[0]
    yield ("GET", "/applications/{application_id}/commands",
           f"/applications/{app}/commands?with_localizations=true", None)


def main():
    standin = StandIn()
    world = standin.tell("world")
    channel = standin.tell("ticket-open")["channel"]
    message = standin.tell(f"say {channel} staff hello")["message"]
    checked, bad = 0, 0
    for method, template, path, body in requests(world, channel, message):
        status, answer = standin.call(method, path, body)
        checked += 1
        found = offences(template, method, status, answer)
        for line in found:
            print(f"{method} {template} {status}: {line}")
        bad += bool(found)
    standin.process.stdin.write("quit\n")
    standin.process.stdin.close()
    standin.process.wait()
    print(f"{checked} answers checked, {bad} of them are not as Discord describes them")
    return 1 if bad else 0


sys.exit(main())

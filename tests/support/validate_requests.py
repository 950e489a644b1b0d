#!/usr/bin/env python3
# SPDX-FileCopyrightText: Ticket Assistant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks recorded requests against Discord's OpenAPI description. Shares no code with the bot.

    validate_requests.py OPENAPI.json RECORDED

RECORDED is a file of lines, or a folder whose *.jsonl files are all read, and removed so that the next run proves only
itself. Each line is an object: "method", "path" (below the API base, with its query), "headers" (name to
value), "body" (the JSON sent, payload_json of a multipart) and "files" (names of the uploaded files, or objects with
"filename").

Exit codes: 0 everything is valid, 1 at least one offence (a line each), 2 wrong usage, 77 cannot check here.

How the description is read: oneOf as anyOf, because its branches overlap; permission bit fields may be decimal strings;
the formats nonce, snowflake and uri are loose. Beyond it: fields and query parameters it does not know are offences,
and every message carries allowed_mentions that lets nothing ping but named roles.
"""
import json
import pathlib
import re
import sys
import urllib.parse
from datetime import datetime

CANNOT_CHECK = 77
PERMISSION_FIELDS = {"allow", "deny", "permissions", "default_member_permissions"}
MESSAGE_CALLBACKS = {4, 7}
ANSWERS_WITHOUT_MESSAGE = {5, 6, 8, 9}

try:
    import jsonschema
except ImportError:
    jsonschema = None


def loosened(node):
    """The schema as this check reads it."""
    if isinstance(node, list):
        return [loosened(item) for item in node]
    if not isinstance(node, dict):
        return node
    result = {}
    for key, value in node.items():
        if key == "oneOf":
            result["anyOf"] = loosened(value)
        elif key == "properties":
            result[key] = {name: permission_field(loosened(schema)) if name in PERMISSION_FIELDS else loosened(schema)
                           for name, schema in value.items()}
        else:
            result[key] = loosened(value)
    return result


def permission_field(schema):
    types = schema.get("type", [])
    if "integer" not in ([types] if isinstance(types, str) else types):
        return schema
    return {"anyOf": [schema, {"type": "string", "pattern": "^(0|[1-9][0-9]*)$"}]}


def is_date_time(value):
    if not isinstance(value, str):
        return True
    try:
        return datetime.fromisoformat(re.sub(r"(\.\d{1,6})\d*", r"\1", value).replace("Z", "+00:00")).tzinfo is not None
    except ValueError:
        return False


class Description:
    """Discord's API description: finds the operation of a request and checks values against schemas."""

    def __init__(self, document):
        self.components = {"schemas": loosened(document["components"]["schemas"])}
        self.paths = {template: loosened(item) for template, item in document["paths"].items()}
        self.formats = jsonschema.FormatChecker(formats=())
        self.formats.checks("date-time")(is_date_time)

    def find(self, path):
        """The template with the most literal parts that fits, its item and the values of its parameters."""
        parts = path.split("/")
        best = None
        for template, item in self.paths.items():
            names = template.split("/")
            if len(names) != len(parts):
                continue
            values = {}
            for name, part in zip(names, parts):
                if name.startswith("{") and name.endswith("}"):
                    values[name[1:-1]] = urllib.parse.unquote(part)
                elif name != part:
                    break
            else:
                if best is None or len(values) < len(best[2]):
                    best = (template, item, values)
        return best

    def validator(self, schema):
        return jsonschema.Draft202012Validator({"allOf": [schema], "components": self.components},
                                               format_checker=self.formats)

    def accepts(self, schema, value):
        return self.validator(schema).is_valid(value)

    def resolve(self, schema):
        while "$ref" in schema:
            schema = self.components["schemas"][schema["$ref"].rsplit("/", 1)[1]]
        return schema

    def alternatives(self, schema, value):
        """The plain schemas that speak about this value: references followed, of unions the branches that fit."""
        schema = self.resolve(schema)
        found = [schema]
        for part in schema.get("allOf", []):
            found += self.alternatives(part, value)
        branches = schema.get("anyOf", [])
        fitting = [branch for branch in branches if self.accepts(branch, value)]
        for branch in fitting or branches:
            found += self.alternatives(branch, value)
        return found

    def unknown_fields(self, schemas, value, where="body"):
        """Fields that no schema mentions: a typing mistake passes every schema that allows additional properties."""
        plain = [known for schema in schemas for known in self.alternatives(schema, value)]
        if isinstance(value, dict):
            for name, inner in value.items():
                known = [s["properties"][name] for s in plain if name in s.get("properties", {})]
                known += [s["additionalProperties"] for s in plain if isinstance(s.get("additionalProperties"), dict)]
                if known:
                    yield from self.unknown_fields(known, inner, f"{where}.{name}")
                elif any("properties" in s for s in plain):
                    yield f"{where}.{name} is not a field of this request"
        elif isinstance(value, list):
            items = [s["items"] for s in plain if isinstance(s.get("items"), dict)]
            for index, inner in enumerate(value):
                if items:
                    yield from self.unknown_fields(items, inner, f"{where}[{index}]")

    def offences(self, schema, value, where="body"):
        for error in self.validator(schema).iter_errors(value):
            yield from self.explained(error, where)

    def explained(self, error, where):
        """Goes into the branch of a union that the value's own "type" names: its complaint is the one that helps."""
        value = error.instance
        if error.validator == "anyOf" and isinstance(value, dict) and "type" in value:
            for index, branch in enumerate(error.validator_value):
                kinds = self.resolve(branch).get("properties", {}).get("type", {}).get("enum", [])
                if value["type"] in kinds:
                    for inner in error.context:
                        if inner.schema_path[0] == index:
                            yield from self.explained(inner, where)
                    return
        inner = jsonschema.exceptions.best_match([error])
        place = where + "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in inner.absolute_path)
        yield f"{place}: {inner.message[:200]}"


def query_offences(description, parameters, query):
    given = {}
    for name, value in urllib.parse.parse_qsl(query, keep_blank_values=True):
        given.setdefault(name, []).append(value)
    known = {p["name"]: p for p in parameters if p["in"] == "query"}
    for name, values in given.items():
        if name not in known:
            yield f"query parameter {name} does not exist here"
            continue
        schema = known[name]["schema"]
        readings = [values] if len(values) > 1 else [values, values[0], number(values[0]), boolean(values[0])]
        if not any(description.accepts(schema, reading) for reading in readings if reading is not None):
            yield f"query parameter {name} has the wrong value {'&'.join(values)[:80]!r}"
    for name, parameter in known.items():
        if parameter.get("required") and name not in given:
            yield f"query parameter {name} is missing"


def number(text):
    return int(text) if re.fullmatch(r"-?[0-9]{1,20}", text) else None


def boolean(text):
    return {"true": True, "false": False}.get(text)


def message_of(method, template, body):
    """The part of the body that is a message, if there is one."""
    if not isinstance(body, dict):
        return None
    if template.endswith("/callback"):
        return body.get("data", {}) if body.get("type") in MESSAGE_CALLBACKS else None
    if method == "post" and re.fullmatch(r"/channels/\{[^}]*\}/messages|/webhooks/\{[^}]*\}/\{[^}]*\}", template):
        return body
    if method == "patch" and re.search(r"/messages/(\{[^}]*\}|@original)$", template):
        return body
    return None


def message_offences(method, template, message, files):
    mentions = message.get("allowed_mentions") if isinstance(message, dict) else None
    if not isinstance(mentions, dict):
        yield "the message carries no allowed_mentions"
        return
    if mentions.get("parse") != []:
        yield "allowed_mentions.parse is not an empty list"
    if method == "post" and template.startswith("/channels/"):
        if not message.get("nonce") or message.get("enforce_nonce") is not True:
            yield "the message has no enforced nonce"
    listed = message.get("attachments")
    names = {a.get("filename") for a in listed or [] if isinstance(a, dict)}
    if listed is not None or method == "post":
        for embed in message.get("embeds") or []:
            url = (embed.get("image") or {}).get("url") or "" if isinstance(embed, dict) else ""
            if url.startswith("attachment://") and url[len("attachment://"):] not in names:
                yield f"an embed shows {url}, which is not among the attachments"
    for file in files:
        name = file.get("filename") if isinstance(file, dict) else file
        if name not in names:
            yield f"the uploaded file {name} is not listed in attachments"


def header_offences(operation, template, headers, has_body, files):
    headers = {name.lower(): value for name, value in headers.items()}
    if not headers:
        return
    needs_token = all(requirement for requirement in operation.get("security", []))
    authorization = headers.get("authorization", "")
    if needs_token and not authorization.startswith("Bot "):
        yield "the Authorization header is missing"
    if re.search(r"\{(interaction|webhook)_token\}", template) and authorization:
        yield "the Authorization header goes where it is not wanted"
    if not re.fullmatch(r"DiscordBot \(\S+, \S+\).*", headers.get("user-agent", "")):
        yield "the User-Agent is not of the form DiscordBot (url, version)"
    if has_body:
        kind = headers.get("content-type", "").split(";")[0].strip()
        wanted = "multipart/form-data" if files else "application/json"
        if kind != wanted:
            yield f"the Content-Type is {kind or 'missing'}, not {wanted}"


def request_offences(description, request):
    method = str(request.get("method", "")).lower()
    target = str(request.get("path", ""))
    path, _, query = target.partition("?")
    if not re.fullmatch(r"/[A-Za-z0-9\-._~%!$&'()*+,;=:@/?]*", target):
        yield "the path holds characters that belong encoded"
        return
    found = description.find(path)
    if found is None:
        yield "no such path"
        return
    template, item, values = found
    operation = item.get(method)
    if operation is None or method == "parameters":
        yield f"{template} has no such method"
        return
    parameters = item.get("parameters", []) + operation.get("parameters", [])
    for parameter in parameters:
        if parameter["in"] == "path" and not description.accepts(parameter["schema"], values[parameter["name"]]):
            yield f"path parameter {parameter['name']} has the wrong form"
    yield from query_offences(description, parameters, query)

    body = request.get("body")
    files = request.get("files") or []
    yield from header_offences(operation, template, request.get("headers") or {}, body is not None, files)
    wanted = operation.get("requestBody")
    if wanted is None:
        if body is not None or files:
            yield "a body is sent where none is read"
        return
    if body is None:
        if wanted.get("required"):
            yield "the body is missing"
        return
    if files and "multipart/form-data" not in wanted["content"]:
        yield "files are sent where none are read"
    schema = wanted["content"]["application/json"]["schema"]
    wrong = list(description.offences(schema, body))
    yield from wrong
    if not wrong:
        yield from description.unknown_fields([schema], body)
    if template.endswith("/callback") and isinstance(body, dict):
        if body.get("type") not in MESSAGE_CALLBACKS | ANSWERS_WITHOUT_MESSAGE:
            yield f"callback type {body.get('type')} is not used by this program"
    message = message_of(method, template, body)
    if message is not None:
        yield from message_offences(method, template, message, files)


def check(description, lines):
    """Yields (line number, what it is, offences) for every recorded request."""
    for number_, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            request = json.loads(line)
        except ValueError as error:
            yield number_, "not JSON", [str(error)]
            continue
        if not isinstance(request, dict):
            yield number_, "not a request", ["the line is no object"]
            continue
        path = str(request.get("path", "")).partition("?")[0]
        found = description.find(path)
        what = f"{request.get('method')} {found[0] if found else path}"
        yield number_, what, list(request_offences(description, request))


def recorded_lines(recording):
    if not recording.is_dir():
        return recording.read_text(encoding="utf-8").splitlines(keepends=True)
    lines = []
    for file in sorted(recording.glob("*.jsonl")):
        lines += file.read_text(encoding="utf-8").splitlines(keepends=True)
        file.unlink()
    return lines


def main(arguments):
    if len(arguments) != 3:
        print(__doc__, file=sys.stderr)
        return 2
    if jsonschema is None or not hasattr(jsonschema, "Draft202012Validator"):
        print("SKIPPED: python3-jsonschema (4 or newer) is not installed")
        return CANNOT_CHECK
    try:
        with open(arguments[1], encoding="utf-8") as file:
            document = json.load(file)
    except FileNotFoundError:
        print(f"SKIPPED: Discord's OpenAPI description is not at {arguments[1]}")
        return CANNOT_CHECK
    try:
        lines = recorded_lines(pathlib.Path(arguments[2]))
    except OSError as error:
        print(f"the recording cannot be read: {error}", file=sys.stderr)
        return 2

    requests = bad = 0
    for line, what, offences in check(Description(document), lines):
        requests += 1
        bad += bool(offences)
        for offence in offences:
            print(f"line {line}: {what}: {offence}")
    if requests == 0:
        print("nothing was recorded, so nothing is proven")
        return 1
    print(f"{requests} requests checked, {bad} with offences")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))

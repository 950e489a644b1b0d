# SPDX-FileCopyrightText: Ticket Assistant contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The numbers of imported history, counted a second time.

Writes databases as the Python bot would have (with and without the newer columns, with NULLs, numbers as text, invalid and
zero-length tickets, bots among the authors), imports each of them twice with the program, asks `stats --json` for many
windows, and compares every figure with what this file counts from the same rows by the plainest means. It shares no code
with the program. Rules: M-01 to M-08, M-20; the database rules of docs/switching.md.

Usage: import_oracle.py PROGRAM
"""

import datetime
import json
import pathlib
import random
import sqlite3
import statistics
import subprocess
import sys
import tempfile

PROGRAM = sys.argv[1]
GUILD = "990000000000000001"
NOW = 1776254400  # 2026-04-15T12:00:00Z
DAY = 86400
DISCORD_EPOCH_MS = 1420070400000
TICKET_BOT = 1325579039888511056
STAFF = (2001, 2002)


def write_history(path, seed, with_openers):
    """A history full of the things such databases hold."""
    dice = random.Random(seed)
    database = sqlite3.connect(path)
    newer = ", opened_by INTEGER, closed_by INTEGER, close_reason TEXT, transcript_url TEXT" if with_openers else ""
    database.execute(
        f"CREATE TABLE tickets(channel_id INTEGER PRIMARY KEY, opened_at INTEGER, closed_at INTEGER, category TEXT{newer})"
    )
    database.execute(
        "CREATE TABLE messages(id INTEGER PRIMARY KEY AUTOINCREMENT, channel_id INTEGER, author_id INTEGER,"
        " is_staff INTEGER, timestamp INTEGER)"
    )
    for number in range((150, 60, 1, 100, 5)[seed % 5]):
        opened = NOW - dice.randrange(0, 40 * DAY)
        opened -= opened % dice.choice([1, 60, 3600])  # many share an instant
        channel = ((opened * 1000 - DISCORD_EPOCH_MS) << 22) | number
        closed = dice.choice(
            [None, 0, opened + dice.randrange(1, 5 * DAY), opened + dice.randrange(1, 3600), opened, opened - 5, opened + 3600]
        )
        if closed and closed > NOW:
            closed = None
        stored = dice.choice([opened] * 9 + [None, 0])
        opener = dice.choice([None, 0, 1000 + number, 1000 + number, *STAFF])
        row = [channel, stored if dice.random() > 0.05 else str(opened), closed]
        row.append(dice.choice(["General", "Appeals", "appeals 2", "Ünï 'x'", None, "Reports"]))
        if with_openers:
            row += [opener, dice.choice([None, STAFF[0]]), dice.choice([None, "none", "done"]), None]
        database.execute(f"INSERT INTO tickets VALUES({','.join('?' * len(row))})", row)
        at = opened - dice.choice([0, 0, 0, 10])
        for _ in range(dice.choice([0, 0, 1, 3, 9, 20])):
            at += dice.choice([0, 1, 30, 600, 7200])
            if at == closed:
                at += 1
            author = dice.choice([1000 + number, opener or 1000 + number, *STAFF, 3000 + dice.randrange(5)])
            if dice.random() < 0.06:
                author = TICKET_BOT
            is_staff = int(author in STAFF or (author == TICKET_BOT and dice.random() < 0.5))
            of = channel if dice.random() > 0.03 else 123  # some belong to no ticket
            database.execute(
                "INSERT INTO messages(channel_id, author_id, is_staff, timestamp) VALUES(?,?,?,?)", (of, author, is_staff, at)
            )
    database.commit()
    database.close()


def read_history(path, with_openers):
    """Tickets with times in milliseconds and the messages of people in them, oldest first."""
    database = sqlite3.connect(path)
    tickets = {}
    opener_column = "opened_by" if with_openers else "NULL"
    for channel, opened, closed, category, opener in database.execute(
        f"SELECT channel_id, opened_at, closed_at, category, {opener_column} FROM tickets"
    ):
        opened = int(opened or 0) * 1000 or (channel >> 22) + DISCORD_EPOCH_MS
        tickets[channel] = {
            "opened": opened,
            "closed": closed * 1000 if closed else None,
            "invalid": bool(closed) and closed * 1000 < opened,
            "category": category or "None",
            "opener": opener or None,
            "messages": [],
        }
    for channel, author, is_staff, at in database.execute(
        "SELECT channel_id, author_id, is_staff, timestamp FROM messages ORDER BY timestamp, id"
    ):
        if channel in tickets and author != TICKET_BOT:
            tickets[channel]["messages"].append((at * 1000, author, is_staff))
    database.close()
    return list(tickets.values())


def percentile(values, share):
    values = sorted(values)
    place = (len(values) - 1) * share
    low = int(place)
    high = min(low + 1, len(values) - 1)
    return values[low] + (values[high] - values[low]) * (place - low)


def spread(values):
    if not values:
        return {"n": 0, "mean_s": None, "median_s": None, "p90_s": None}
    return {
        "n": len(values),
        "mean_s": statistics.fmean(values),
        "median_s": percentile(values, 0.5),
        "p90_s": percentile(values, 0.9),
    }


def count(tickets, start, end, category):
    known = [t for t in tickets if t["opened"] < end and category in (None, t["category"])]
    cohort = [t for t in known if t["opened"] >= start]
    spells = []  # (from, to or None); what has no length or an impossible close was never open
    for t in known:
        closed = t["closed"] if t["closed"] is not None and t["closed"] < end else None
        if not t["invalid"] and (closed is None or closed > t["opened"]):
            spells.append((t["opened"], closed))

    def open_at(instant):
        return sum(1 for begin, stop in spells if begin <= instant and (stop is None or instant < stop))

    closed = [t for t in known if t["closed"] is not None and not t["invalid"] and start <= t["closed"] < end]
    first, following, people, staff_lines = [], [], 0, 0
    for t in cohort:
        answered, asked = None, None
        for at, author, is_staff in t["messages"]:
            over = t["closed"] is not None and not t["invalid"] and at >= t["closed"]
            if at < t["opened"] or at >= end or over:
                continue
            people += 1
            if is_staff and author != t["opener"]:
                staff_lines += 1
                answered = at if answered is None else answered
                if asked is not None:
                    following.append((at - asked) / 1000)
                    asked = None
            elif asked is None and t["opener"] in (None, author):
                asked = at
        if answered is not None:
            first.append((answered - t["opened"]) / 1000)
    categories = {}
    for t in cohort:
        categories[t["category"]] = categories.get(t["category"], 0) + 1
    return {
        "opened": len(cohort),
        "closed": len(closed),
        "open_at_start": sum(1 for begin, stop in spells if begin < start and (stop is None or start < stop)),
        "open_at_end": sum(1 for _, stop in spells if stop is None),
        "peak": max([open_at(start)] + [open_at(begin) for begin, _ in spells if begin >= start]),
        "first_response": spread(first) | {"unanswered": len(cohort) - len(first)},
        "resolution": spread([(t["closed"] - t["opened"]) / 1000 for t in closed]),
        "resolution_opened_cohort": spread([(t["closed"] - t["opened"]) / 1000 for t in closed if t in cohort]),
        "next_response": spread(following),
        "messages": {"mean": people / len(cohort) if cohort else None, "total": people, "staff": staff_lines},
        "invalid": sum(t["invalid"] for t in cohort),
        "by_category": categories,
    }


def reported(data_folder, days, until, category):
    moment = datetime.datetime.fromtimestamp(until, datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    words = ["stats", "--data-dir", data_folder, "--days", str(days), "--until", moment, "--guild", GUILD, "--json"]
    answer = subprocess.run(
        [PROGRAM, *words, *(["--category", category] if category else [])], capture_output=True, text=True, check=True
    )
    found = json.loads(answer.stdout)
    found["peak"] = found["peak_concurrent"]["max"]  # imported times are points, so both ends are equal
    assert found["peak_concurrent"]["min"] == found["peak"], found["peak_concurrent"]
    found["messages"] = {key: found["messages_per_ticket"][key] for key in ("mean", "total", "staff")}
    found["by_category"] = {row["category"]: row["opened"] for row in found["by_category"]}
    return found


def same(expected, found):
    if isinstance(expected, dict):
        return isinstance(found, dict) and expected.keys() == found.keys() and all(same(expected[k], found[k]) for k in expected)
    if isinstance(expected, float) and found is not None:
        return abs(expected - found) < 0.0011  # printed with three decimals
    return expected == found


def windows(tickets, seed):
    dice = random.Random(seed)
    found = [(7, NOW, None), (3650, NOW, None), (5, NOW - 3 * DAY + 1234, None), (1, NOW - 10 * DAY, None)]
    # Ends that meet an opening or a close exactly: what happens at the end of a window is not part of it.
    found += [(dice.choice([1, 3, 10]), t["opened"] // 1000, None) for t in dice.sample(tickets, min(2, len(tickets)))]
    found += [(2, t["closed"] // 1000, None) for t in tickets if t["closed"]][:2]
    found += [(30, NOW, category) for category in sorted({t["category"] for t in tickets})[:3]]
    return found


def main():
    wrong = compared = busy = 0
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(5):
            with_openers = seed % 2 == 0
            source = str(pathlib.Path(folder, f"history{seed}.db"))
            data_folder = str(pathlib.Path(folder, f"data{seed}"))
            write_history(source, seed, with_openers)
            before = pathlib.Path(source).read_bytes()
            for _ in range(2):  # the second time changes nothing
                subprocess.run(
                    [PROGRAM, "import", source, "--data-dir", data_folder, "--guild", GUILD],
                    check=True,
                    stdout=subprocess.DEVNULL,
                )
            assert pathlib.Path(source).read_bytes() == before, "the source was changed"
            tickets = read_history(source, with_openers)
            for days, until, category in windows(tickets, seed):
                expected = count(tickets, (until - days * DAY) * 1000, until * 1000, category)
                found = reported(data_folder, days, until, category)
                if category:
                    expected.pop("by_category")
                compared += 1
                busy += expected["opened"] > 10
                for key, value in expected.items():
                    if not same(value, found[key]):
                        wrong += 1
                        print(f"history {seed}, {days} days until {until}, {category}: {key}: {value} expected, {found[key]} told")
    print(f"{compared} windows compared, {busy} of them with more than ten tickets; {wrong} figures differ")
    return 1 if wrong or busy < 10 else 0


if __name__ == "__main__":
    sys.exit(main())

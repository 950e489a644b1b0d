-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema 3: what managers are told. A notice is written in the transaction of what it tells of and sent after the commit;
-- while it is not sent it stays here with the reason.

-- Settings of one server as JSON: which events the log channel gets, alarms, scheduled summaries, working hours.
CREATE TABLE notice_setting (
    guild_id INTEGER PRIMARY KEY,
    settings TEXT NOT NULL
) STRICT;

-- kind: 0 ticket event, 1 several events in one card, 2 alarm, 3 scheduled summary, 4 a line for the log channel.
-- subject: says what it tells of; the same thing is never told twice.
-- subject_id: the ticket, or the schedule. event: of kind 0: 0 opened, 1 first reply, 2 closed, 3 reopened.
-- channel_id 0: the log channel at the time of sending. live 0: found while catching up.
-- state: 0 waiting, 1 sent, 2 given up, 3 told by another notice, 4 skipped as chosen. edit 1: sent, but it says something
-- else by now. refused 1: Discord said no, so nothing of the last try was posted.
CREATE TABLE notice (
    notice_id INTEGER PRIMARY KEY AUTOINCREMENT,
    guild_id INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    subject TEXT NOT NULL,
    subject_id INTEGER NOT NULL,
    event INTEGER NOT NULL,
    at_ms INTEGER NOT NULL,
    live INTEGER NOT NULL,
    channel_id INTEGER NOT NULL,
    details TEXT NOT NULL,
    nonce TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    state INTEGER NOT NULL,
    edit INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    next_try_at INTEGER NOT NULL,
    refused INTEGER NOT NULL,
    message_id INTEGER NOT NULL,
    sent_at INTEGER NOT NULL,
    failure TEXT NOT NULL,
    UNIQUE (guild_id, subject)
) STRICT;

CREATE INDEX notice_waiting ON notice (guild_id, notice_id) WHERE state = 0 OR edit = 1;
CREATE INDEX notice_subject ON notice (guild_id, kind, subject_id, notice_id);

-- What fired and when it was over; ended_at 0 = it still holds. kind: 0 a ticket waits too long, 1 too many open tickets,
-- 2 a peak record, 3 first responses too late today, 4 disconnected, 5 trouble with the data.
-- ending: 0 not yet, 1 answered, 2 closed, 3 over, 4 nothing to end. notice_id 0: told on this computer only.
CREATE TABLE alarm (
    alarm_id INTEGER PRIMARY KEY AUTOINCREMENT,
    guild_id INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    ticket_id INTEGER NOT NULL,
    value INTEGER NOT NULL,
    fired_at INTEGER NOT NULL,
    ended_at INTEGER NOT NULL,
    ending INTEGER NOT NULL,
    notice_id INTEGER NOT NULL
) STRICT;

-- At most one alarm per ticket.
CREATE UNIQUE INDEX alarm_once ON alarm (guild_id, ticket_id) WHERE kind = 0;
CREATE INDEX alarm_time ON alarm (guild_id, fired_at);

CREATE TABLE alarm_mute (
    guild_id INTEGER NOT NULL,
    ticket_id INTEGER NOT NULL,
    PRIMARY KEY (guild_id, ticket_id)
) STRICT, WITHOUT ROWID;

-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema 1. Times are UTC milliseconds, ids are Discord's (0 = none), every table of a server names it in guild_id.
-- Statements end with a semicolon; the program runs them one by one inside one transaction.

-- What belongs to the file or the program, not to a server.
CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE identify_log (
    id INTEGER PRIMARY KEY,
    at_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE registration_log (
    id INTEGER PRIMARY KEY,
    at_ms INTEGER NOT NULL
) STRICT;

-- Servers and their settings -----------------------------------------------------------------------------------------

CREATE TABLE guild (
    guild_id INTEGER PRIMARY KEY,
    name TEXT NOT NULL DEFAULT '',
    icon TEXT NOT NULL DEFAULT '',
    owner_id INTEGER NOT NULL DEFAULT 0,
    locale TEXT NOT NULL DEFAULT '',
    removed INTEGER NOT NULL DEFAULT 0,
    audit_checkpoint INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE guild_setting (
    guild_id INTEGER PRIMARY KEY,
    configured INTEGER NOT NULL,
    log_channel INTEGER NOT NULL,
    archive_channel INTEGER NOT NULL,
    public_by_default INTEGER NOT NULL,
    time_zone TEXT NOT NULL,
    post_language TEXT NOT NULL,
    first_response_target_ms INTEGER NOT NULL,
    resolution_target_ms INTEGER NOT NULL,
    heavy_load INTEGER NOT NULL
) STRICT;

-- The lists among the settings; kind: 0 support, 1 statistics, 2 database, 3 access roles, 4 ticket categories,
-- 5 closed categories, 6 ticket bots. In tables WITHOUT ROWID the key's columns come first: quick_check of SQLite 3.40
-- mistakes columns between them for NULL.
CREATE TABLE guild_list (
    guild_id INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    entry_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (guild_id, kind, entry_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE max_user (
    guild_id INTEGER NOT NULL,
    user_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    added_by INTEGER NOT NULL,
    added_by_name TEXT NOT NULL,
    added_in_console INTEGER NOT NULL,
    added_at INTEGER NOT NULL,
    confirmed INTEGER NOT NULL,
    PRIMARY KEY (guild_id, user_id)
) STRICT, WITHOUT ROWID;

-- Names of categories outlive the categories. Negative ids: categories that an import knows by name only.
CREATE TABLE category (
    guild_id INTEGER NOT NULL,
    category_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    name_as_of INTEGER NOT NULL,
    configured_since INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (guild_id, category_id)
) STRICT, WITHOUT ROWID;

-- Bots that opened tickets here.
CREATE TABLE opener_bot (
    guild_id INTEGER NOT NULL,
    user_id INTEGER NOT NULL,
    PRIMARY KEY (guild_id, user_id)
) STRICT, WITHOUT ROWID;

-- Tickets --------------------------------------------------------------------------------------------------------------

-- known = 0: facts about a channel came before the one that makes it a ticket.
-- wipe_id: in the trash of that wipe, messages included; NULL = live.
-- told: which events were reported: 1 opened, 2 first reply; told_closes and told_reopens count.
-- evidence: what merging further facts needs beyond the columns. derived: what follows from the messages, kept up to date
-- with every batch, so that statistics never read messages; the columns after it repeat what lists filter and sort by.
-- spells: the rows of `spell` in one value, so that numbers over many tickets read one row each.
CREATE TABLE ticket (
    guild_id INTEGER NOT NULL,
    ticket_id INTEGER NOT NULL,
    known INTEGER NOT NULL,
    wipe_id INTEGER,
    excluded INTEGER NOT NULL,
    thread INTEGER NOT NULL,
    parent_id INTEGER NOT NULL,
    category_id INTEGER NOT NULL,
    category_name TEXT NOT NULL,
    category_from_opening INTEGER NOT NULL,
    name TEXT NOT NULL,
    opened_at INTEGER NOT NULL,
    quality INTEGER NOT NULL,
    opener_bot INTEGER NOT NULL,
    requester_id INTEGER NOT NULL,
    requester_source INTEGER NOT NULL,
    is_open INTEGER NOT NULL,
    closed_at INTEGER NOT NULL,
    closed_by INTEGER NOT NULL,
    closed_by_name TEXT NOT NULL,
    close_reason TEXT NOT NULL,
    claimed_by INTEGER NOT NULL,
    rating INTEGER NOT NULL,
    transcript_url TEXT NOT NULL,
    details_source INTEGER NOT NULL,
    channel_gone INTEGER NOT NULL,
    last_alive INTEGER NOT NULL,
    last_contiguous INTEGER NOT NULL,
    messages_missing INTEGER NOT NULL,
    told INTEGER NOT NULL,
    told_closes INTEGER NOT NULL,
    told_reopens INTEGER NOT NULL,
    stored_messages INTEGER NOT NULL,
    evidence BLOB NOT NULL,
    spells BLOB NOT NULL,
    derived BLOB NOT NULL,
    requester INTEGER NOT NULL,
    first_response_at INTEGER NOT NULL,
    human_messages INTEGER NOT NULL,
    last_human_at INTEGER NOT NULL,
    last_staff_at INTEGER NOT NULL,
    last_staff INTEGER NOT NULL,
    waiting_since INTEGER NOT NULL,
    PRIMARY KEY (guild_id, ticket_id)
) STRICT, WITHOUT ROWID;

CREATE VIEW live_ticket AS
    SELECT * FROM ticket WHERE wipe_id IS NULL AND known = 1 AND excluded = 0;

CREATE INDEX ticket_opened ON ticket (guild_id, opened_at, category_id)
    WHERE wipe_id IS NULL AND known = 1 AND excluded = 0;
CREATE INDEX ticket_closed ON ticket (guild_id, is_open, closed_at)
    WHERE wipe_id IS NULL AND known = 1 AND excluded = 0;
CREATE INDEX ticket_category ON ticket (guild_id, category_id, opened_at)
    WHERE wipe_id IS NULL AND known = 1 AND excluded = 0;
CREATE INDEX ticket_wiped ON ticket (wipe_id) WHERE wipe_id IS NOT NULL;
CREATE INDEX ticket_excluded ON ticket (guild_id, excluded) WHERE excluded = 1;
CREATE INDEX ticket_still_there ON ticket (guild_id, channel_gone) WHERE channel_gone = 0;

-- One stay in the open state; closed_at NULL = open. For finding the tickets of a time; ticket.spells has them in full.
CREATE TABLE spell (
    guild_id INTEGER NOT NULL,
    ticket_id INTEGER NOT NULL,
    number INTEGER NOT NULL,
    opened_at INTEGER NOT NULL,
    closed_at INTEGER,
    PRIMARY KEY (guild_id, ticket_id, number),
    FOREIGN KEY (guild_id, ticket_id) REFERENCES ticket ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE INDEX spell_closed ON spell (guild_id, closed_at, opened_at);

-- Role ids that somebody held, shared by all messages written with them; sorted, separated by commas.
CREATE TABLE role_set (
    set_id INTEGER PRIMARY KEY,
    guild_id INTEGER NOT NULL,
    roles TEXT NOT NULL,
    UNIQUE (guild_id, roles)
) STRICT;

-- Never any text. Positive ids are Discord's; negative ones are imported messages, which had none. Clustered by ticket,
-- so that a ticket's messages are read in one go and writing needs no second index.
CREATE TABLE message (
    guild_id INTEGER NOT NULL,
    ticket_id INTEGER NOT NULL,
    message_id INTEGER NOT NULL,
    author_id INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    staff_source INTEGER NOT NULL,
    role_set INTEGER NOT NULL,
    quality INTEGER NOT NULL,
    at_ms INTEGER NOT NULL,
    PRIMARY KEY (guild_id, ticket_id, message_id),
    FOREIGN KEY (guild_id, ticket_id) REFERENCES ticket ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

-- Deleted messages still count; the mark may come before the message.
CREATE TABLE deleted_message (
    guild_id INTEGER NOT NULL,
    ticket_id INTEGER NOT NULL,
    message_id INTEGER NOT NULL,
    PRIMARY KEY (guild_id, ticket_id, message_id)
) STRICT, WITHOUT ROWID;

-- Channels whose first message decides, and what was decided; state: 0 pending, 1 not a ticket, 2 ticket.
CREATE TABLE candidate (
    guild_id INTEGER NOT NULL,
    channel_id INTEGER NOT NULL,
    category_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    state INTEGER NOT NULL,
    by_hand INTEGER NOT NULL,
    PRIMARY KEY (guild_id, channel_id)
) STRICT, WITHOUT ROWID;

-- Names as last seen, and the roles of the newest message: for messages read later without their author's roles.
CREATE TABLE person (
    guild_id INTEGER NOT NULL,
    user_id INTEGER NOT NULL,
    name TEXT NOT NULL DEFAULT '',
    bot INTEGER NOT NULL DEFAULT 0,
    role_set INTEGER NOT NULL DEFAULT 0,
    roles_as_of INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (guild_id, user_id)
) STRICT, WITHOUT ROWID;

-- When the bot could not look; to_ms 0 = still going on; state: 0 messages lost, 1 unknown, 2 nothing is missing any more.
CREATE TABLE coverage_gap (
    gap_id INTEGER PRIMARY KEY,
    guild_id INTEGER NOT NULL,
    channel_id INTEGER NOT NULL,
    from_ms INTEGER NOT NULL,
    to_ms INTEGER NOT NULL,
    cause TEXT NOT NULL,
    state INTEGER NOT NULL,
    detail TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX coverage_gap_time ON coverage_gap (guild_id, from_ms);

-- Deleting and its history ----------------------------------------------------------------------------------------------

-- Append-only: what was undone stands in wipe_undone.
CREATE TABLE wipe_log (
    wipe_id INTEGER PRIMARY KEY AUTOINCREMENT,
    guild_id INTEGER NOT NULL,
    at_ms INTEGER NOT NULL,
    actor_id INTEGER NOT NULL,
    actor_name TEXT NOT NULL,
    actor_console INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    days INTEGER NOT NULL,
    category_all INTEGER NOT NULL,
    category_id INTEGER NOT NULL,
    category_name TEXT NOT NULL,
    scope_now INTEGER NOT NULL,
    tickets INTEGER NOT NULL,
    messages INTEGER NOT NULL,
    backup_file TEXT NOT NULL,
    undo_until INTEGER NOT NULL,
    legacy INTEGER NOT NULL
) STRICT;

CREATE INDEX wipe_log_time ON wipe_log (guild_id, at_ms);

CREATE TABLE wipe_undone (
    wipe_id INTEGER PRIMARY KEY REFERENCES wipe_log,
    guild_id INTEGER NOT NULL,
    at_ms INTEGER NOT NULL,
    actor_id INTEGER NOT NULL,
    actor_name TEXT NOT NULL,
    actor_console INTEGER NOT NULL
) STRICT;

-- Tickets whose 30 days in the trash are over: nothing that is learnt later brings them back.
CREATE TABLE wiped_ticket (
    guild_id INTEGER NOT NULL,
    ticket_id INTEGER NOT NULL,
    wipe_id INTEGER NOT NULL,
    PRIMARY KEY (guild_id, ticket_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE history (
    history_id INTEGER PRIMARY KEY AUTOINCREMENT,
    guild_id INTEGER NOT NULL,
    at_ms INTEGER NOT NULL,
    actor_id INTEGER NOT NULL,
    actor_name TEXT NOT NULL,
    actor_console INTEGER NOT NULL,
    kind TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL
) STRICT;

CREATE INDEX history_time ON history (guild_id, at_ms);

CREATE TRIGGER wipe_log_no_update BEFORE UPDATE ON wipe_log BEGIN
    SELECT RAISE(ABORT, 'the history is append-only');
END;
CREATE TRIGGER wipe_log_no_delete BEFORE DELETE ON wipe_log BEGIN
    SELECT RAISE(ABORT, 'the history is append-only');
END;
CREATE TRIGGER wipe_undone_no_update BEFORE UPDATE ON wipe_undone BEGIN
    SELECT RAISE(ABORT, 'the history is append-only');
END;
CREATE TRIGGER wipe_undone_no_delete BEFORE DELETE ON wipe_undone BEGIN
    SELECT RAISE(ABORT, 'the history is append-only');
END;
CREATE TRIGGER history_no_update BEFORE UPDATE ON history BEGIN
    SELECT RAISE(ABORT, 'the history is append-only');
END;
CREATE TRIGGER history_no_delete BEFORE DELETE ON history BEGIN
    SELECT RAISE(ABORT, 'the history is append-only');
END;

-- Buttons and repeated interactions ----------------------------------------------------------------------------------------

CREATE TABLE pending_action (
    key BLOB PRIMARY KEY,
    guild_id INTEGER NOT NULL,
    user_id INTEGER NOT NULL,
    action TEXT NOT NULL,
    arguments TEXT NOT NULL,
    expires_ms INTEGER NOT NULL,
    used INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

CREATE TABLE interaction_done (
    interaction_id INTEGER PRIMARY KEY,
    guild_id INTEGER NOT NULL,
    at_ms INTEGER NOT NULL
) STRICT;

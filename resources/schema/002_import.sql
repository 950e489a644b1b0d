-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema 2: what an import brought, so that it can be undone as one step. An import may bring rows of several servers.

-- undone_at 0 = in force.
CREATE TABLE import_log (
    import_id INTEGER PRIMARY KEY AUTOINCREMENT,
    at_ms INTEGER NOT NULL,
    actor_id INTEGER NOT NULL,
    actor_name TEXT NOT NULL,
    actor_console INTEGER NOT NULL,
    source TEXT NOT NULL,
    backup_file TEXT NOT NULL,
    tickets INTEGER NOT NULL DEFAULT 0,
    messages INTEGER NOT NULL DEFAULT 0,
    report TEXT NOT NULL DEFAULT '{}',
    undo_until INTEGER NOT NULL,
    undone_at INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Servers that no row knew before.
CREATE TABLE import_guild (
    guild_id INTEGER NOT NULL,
    import_id INTEGER NOT NULL REFERENCES import_log,
    PRIMARY KEY (guild_id, import_id)
) STRICT, WITHOUT ROWID;

-- created: the ticket was not known before, else `before` holds what it was.
CREATE TABLE import_ticket (
    guild_id INTEGER NOT NULL,
    ticket_id INTEGER NOT NULL,
    import_id INTEGER NOT NULL REFERENCES import_log,
    created INTEGER NOT NULL,
    before TEXT NOT NULL,
    PRIMARY KEY (guild_id, ticket_id, import_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX import_ticket_import ON import_ticket (import_id, created);

-- Messages that were added to a ticket that was known before. Those of created tickets go with their ticket.
CREATE TABLE import_message (
    guild_id INTEGER NOT NULL,
    ticket_id INTEGER NOT NULL,
    message_id INTEGER NOT NULL,
    import_id INTEGER NOT NULL REFERENCES import_log,
    PRIMARY KEY (guild_id, ticket_id, message_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE import_max_user (
    guild_id INTEGER NOT NULL,
    user_id INTEGER NOT NULL,
    import_id INTEGER NOT NULL REFERENCES import_log,
    PRIMARY KEY (guild_id, user_id, import_id)
) STRICT, WITHOUT ROWID;

-- Lists among the settings (kind as in guild_list) that an import set: ids separated by commas, before and after it.
CREATE TABLE import_list (
    guild_id INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    import_id INTEGER NOT NULL REFERENCES import_log,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    PRIMARY KEY (guild_id, kind, import_id)
) STRICT, WITHOUT ROWID;

-- The history keeps an imported wipe; undoing its import marks it as undone, and it is no longer shown.
CREATE TABLE import_wipe (
    guild_id INTEGER NOT NULL,
    source_row INTEGER NOT NULL,
    wipe_id INTEGER NOT NULL REFERENCES wipe_log,
    import_id INTEGER NOT NULL REFERENCES import_log,
    PRIMARY KEY (guild_id, wipe_id)
) STRICT, WITHOUT ROWID;

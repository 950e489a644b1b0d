-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema 6: numbers over many tickets are read from an index that holds all they need, in the order of openings. What the
-- view live_ticket asks for stands in it too, else SQLite 3.40 looks every ticket up in its table.

DROP INDEX ticket_opened;
CREATE INDEX ticket_opened ON ticket (guild_id, opened_at, category_id, wipe_id, known, excluded, quality, rating,
    claimed_by, closed_by, messages_missing, spells, derived)
    WHERE wipe_id IS NULL AND known = 1 AND excluded = 0;

-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema 4: when a server works, and targets of single categories.

-- working_hours: 1 08:00-12:00,1 13:00-17:00 (weekday and wall clock); empty = around the clock.
-- holidays: 2026-12-25,2027-01-01. category_targets: category=first response/resolution, in milliseconds, 0 = as everywhere.
ALTER TABLE guild_setting ADD COLUMN working_hours TEXT NOT NULL DEFAULT '';
ALTER TABLE guild_setting ADD COLUMN holidays TEXT NOT NULL DEFAULT '';
ALTER TABLE guild_setting ADD COLUMN category_targets TEXT NOT NULL DEFAULT '';

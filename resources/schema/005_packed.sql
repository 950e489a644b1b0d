-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema 5: when staff wrote in a ticket, kept with what else follows from its messages, so that questions about staff read
-- no messages either; and `derived` is packed instead of text. The program fills both for tickets that are there already.

ALTER TABLE ticket ADD COLUMN staff_wrote BLOB NOT NULL DEFAULT x'';

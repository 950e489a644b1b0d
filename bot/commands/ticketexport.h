// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/store/reader.h"

#include <QByteArray>

enum class TicketExportFormat
{
    Csv,
    Json
};

// Every ticket opened in the window with all that is known of it, one row or object each: what `export tickets` writes and the
// console saves. For spreadsheets (FAULTS TM-17) or for programs. Reads page by page; not in the GUI thread.
QByteArray exportTickets(const Reader &reader, GuildId guild, Window window, TicketExportFormat format);

// The same, of a category and without naming people where that is wanted.
struct TicketExport
{
    GuildId guild;
    CategoryFilter category;
    Window window;
    bool json = false; // else CSV
    bool initials = false; // instead of names; ids of people and transcripts are left out then
};
QByteArray exportTickets(const Reader &reader, const TicketExport &what);
// From one page of tickets in ascending order of opening to the next: by the time of its last ticket, because an offset
// walks over everything before it once more for every page.
void goOn(TicketListFilter &filter, const TicketPage &page);
QString initialsOf(const QString &name); // "Ana Maria" -> "A.M."

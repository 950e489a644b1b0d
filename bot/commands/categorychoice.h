// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/language.h"
#include "bot/base/result.h"
#include "bot/discord/outgoing.h"
#include "bot/store/values.h"

// The categories that a command can be asked about, from RAM: those configured now, and those that only old
// tickets know. Pure functions.
struct KnownCategory
{
    CategoryFilter filter; // never `all`
    QString name; // as Discord calls it; empty for None
    int open = 0;
    bool configured = false;
};
using KnownCategories = QVector<KnownCategory>;

// The key of a category in custom ids and select values; see isCategoryKey().
QString categoryKey(const CategoryFilter &filter);
// Nothing: not a key, or a category that is not known here any more.
std::optional<CategoryFilter> categoryFromKey(const KnownCategories &known, QStringView key);
// What people typed, matched like TICKET_CATEGORIES: an id, the exact name, else the name in any case; also
// "all" and "None". The error's text is the answer to show.
Result<CategoryFilter> categoryFromText(const KnownCategories &known, const QString &typed,
                                        const Language &language);
// "All categories", "None" or the (last) name.
QString categoryTitle(const KnownCategories &known, const CategoryFilter &filter, const Language &language);

// Autocomplete: "All categories", then configured ones that contain what was typed, with open counts.
QVector<Discord::Choice> categoryChoices(const KnownCategories &known, const QString &typed,
                                         const Language &language);
// Autocomplete of days: the usual periods, and what was typed when it is a valid number.
QVector<Discord::Choice> daysChoices(const QString &typed, const Language &language);

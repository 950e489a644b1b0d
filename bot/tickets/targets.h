// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/clock.h"
#include "bot/base/snowflake.h"

#include <QMap>
#include <QString>

#include <algorithm>
#include <optional>

// What one category asks for instead of the server's targets; 0 = the server's.
struct CategoryTarget
{
    int firstResponseMs = 0;
    int resolutionMs = 0;
    bool isEmpty() const { return firstResponseMs <= 0 && resolutionMs <= 0; }
    bool operator==(const CategoryTarget &) const = default;
};
using CategoryTargets = QMap<ChannelId, CategoryTarget>;

// How soon a ticket is to be answered and closed. The only place that says which target holds for a ticket: overdue,
// attainment, alarms and texts all ask here.
struct Targets
{
    qint64 firstResponseMs = 10 * MinuteMs;
    qint64 resolutionMs = DayMs;
    CategoryTargets byCategory;

    Targets() = default;
    Targets(qint64 responseMs) : firstResponseMs(responseMs) { }

    qint64 firstResponse(ChannelId category) const
    {
        const int own = byCategory.value(category).firstResponseMs;
        return own > 0 ? own : firstResponseMs;
    }
    qint64 resolution(ChannelId category) const
    {
        const int own = byCategory.value(category).resolutionMs;
        return own > 0 ? own : resolutionMs;
    }
    // Waiting for as long as the target is still in time (METRICS "Overdue").
    bool overdue(ChannelId category, qint64 waitedMs) const { return waitedMs > firstResponse(category); }
    // The first response target of what a page or a command is about, one category or all of them; nothing where the
    // categories differ.
    std::optional<qint64> firstResponseOf(bool all, ChannelId category) const
    {
        return all ? common(firstResponseMs, &CategoryTarget::firstResponseMs) : firstResponse(category);
    }
    std::optional<qint64> resolutionOf(bool all, ChannelId category) const
    {
        return all ? common(resolutionMs, &CategoryTarget::resolutionMs) : resolution(category);
    }
    bool operator==(const Targets &) const = default;

private:
    std::optional<qint64> common(qint64 usualMs, int CategoryTarget::*member) const
    {
        const bool same =
            std::all_of(byCategory.cbegin(), byCategory.cend(), [=](const CategoryTarget &target) {
                return target.*member <= 0 || target.*member == usualMs;
            });
        return same ? std::optional(usualMs) : std::nullopt;
    }
};

// As settings keep them: "123=600000/0,456=0/86400000".
QString targetsText(const CategoryTargets &targets);
CategoryTargets targetsFromText(const QString &text);

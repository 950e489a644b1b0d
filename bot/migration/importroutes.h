// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/notices/noticesettings.h"
#include "bot/store/writer.h"

// Where the Python bot posted. Proposals: only a person who sees the server's channels can say that one of them is meant, so
// nothing is posted anywhere because a file says so (TM-21).
struct ImportRoute
{
    enum class Kind
    {
        LogChannel,
        Summary
    } kind = Kind::LogChannel;
    ChannelId written; // as the file has it
    int everyMinutes = 0; // of a summary
    ChannelId chosen; // a channel of the server; 0 = skipped
};

// What a summary every so many minutes becomes: whole hours up to 23, else whole days up to 30.
SummarySchedule importedSchedule(const ImportRoute &route, UtcMs nowMs);
// The settings with every chosen summary added that is not there yet.
NoticeSettings withRoutes(NoticeSettings settings, const QVector<ImportRoute> &routes, UtcMs nowMs);
// Saves them as a part of that import; undoing it brings back what was there, unless somebody changed it since.
Status importNotices(Writer &writer, qint64 import, GuildId guild, const NoticeSettings &settings,
                     const Actor &actor);

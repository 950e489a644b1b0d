// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/language.h"
#include "bot/discord/outgoing.h"
#include "bot/store/noticerows.h"

// How alarms read (UX 4.3): one message per round in Discord, edited in place until it is over; a title and a sentence on
// this computer, in the window's language. Pure.
namespace AlarmCards {

inline constexpr int LinesShown = 5;

// `notice.details`: kind, limit (seconds for Overdue), role; `also`: the same of other kinds that fired together with it, an
// embed each. `alarms`: all that belong to the message.
Discord::OutgoingMessage message(const NoticeRow &notice, const QVector<AlarmRow> &alarms,
                                 const Language &language);
Discord::OutgoingMessage test(const NoticeRow &notice, const Language &language);

QString desktopKey(GuildId guild, const AlarmRow &alarm);
QString desktopTitle(AlarmKind kind);
QString desktopText(const AlarmRow &alarm, int limit);
QString desktopOverdueText(const QStringList &tickets);
QString desktopTogether(int alarms); // the title of several that fired together

} // namespace AlarmCards

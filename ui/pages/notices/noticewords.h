// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/bothost.h"

#include <QTimeZone>

class QComboBox;

// The page Notifications in words. Pure but for the combo boxes, which are filled here.
namespace NoticeWords {

struct Place // of times
{
    QTimeZone zone;
    UtcMs nowMs = 0;
};

QString alarm(const AlarmRow &alarm); // "#appeal-0412 overdue"
QString ending(const AlarmRow &alarm, const Place &place); // "answered 09:44 by Ana"
QString nextRun(const SummarySchedule &schedule, const QByteArray &serverZone, const Place &place);
QString lastRun(const std::optional<NoticeRow> &last, const Place &place); // "sent today 09:00", "failed: …"
QString channelName(const BotState::Server *server, ChannelId channel);
// Why the bot cannot post there; empty = it can. `files`: pictures too.
QString obstacle(const BotState::Server *server, ChannelId channel);

// Every channel that a message could go to, tickets left out; those where the bot may not post are listed and say why (UX
// 3.7), but the chosen one, which is shown in little room: whoever shows the box says it beside. An open list stays as it is.
void fillChannels(QComboBox *box, const BotState::Server *server, ChannelId current, const QString &none);
ChannelId chosenChannel(const QComboBox *box);
QString mentionNobody(); // what the list of roles begins with
void fillRoles(QComboBox *box, const BotState::Server *server, RoleId current);
QString roleObstacle(const BotState::Server *server,
                     RoleId role); // why its mention would reach nobody; empty = it does
RoleId chosenRole(const QComboBox *box);

// What Discord makes of a message's text, as far as a preview needs it: times, mentions, escapes.
using PeopleNames = QHash<UserId, QString>;
QString asDiscordShowsIt(const QString &text, const BotState::Server *server, const Place &place,
                         const PeopleNames &people);
QVector<UserId> peopleIn(const Discord::OutgoingMessage &message); // who is mentioned

} // namespace NoticeWords

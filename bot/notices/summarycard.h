// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/language.h"
#include "bot/commands/customid.h"
#include "bot/discord/outgoing.h"
#include "bot/notices/noticesettings.h"
#include "bot/tickets/statistics.h"

// A scheduled summary as it is posted: the numbers of METRICS.md in the words of /ticketstats. Pure.
namespace SummaryCard {

struct Values
{
    SummarySchedule schedule;
    TicketStatistics now;
    TicketStatistics before; // the equally long window just before (M-21)
    UtcMs postedMs = 0; // when it is made; 0 = as the period ends
    QVector<WaitingTicket> waiting; // then
    QHash<UserId, QString> names; // of staff
    QVector<Bucket> buckets; // for the picture
    Targets targets;
    QByteArray timeZone;
};
Discord::OutgoingMessage message(const Values &in, const Language &language);
QString title(const SummarySchedule &schedule, const Language &language);
// "Daily at 09:00", "Monday at 09:00", "Every 6 hours".
QString when(const SummarySchedule &schedule, const Language &language);
ViewId::View viewOf(const SummarySchedule &schedule); // the picture, as /ticketstats calls it
BucketSize bucketsOf(const Values &in); // what that picture is made of
void addPicture(Discord::OutgoingMessage &message, const Values &in, const QByteArray &png,
                const Language &language);

} // namespace SummaryCard

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/staffmodel.h"
#include "ui/pages/trendsfigures.h"

// One person in the period.
struct StaffDetail
{
    TrendsQuestion question;
    Window window;
    UserId user;
    QVector<Bucket> answered; // tickets this person wrote in, by the day they were opened
    QVector<BucketTickets> answeredTickets;
    QVector<Bucket> responses; // tickets this person answered first
    QVector<BucketTickets> responseTickets;
    QVector<CoverageGap> gaps;

    static StaffDetail read(const Reader &reader, TrendsQuestion question, UserId user, UtcMs nowMs);
};

// What the Staff page asks and how the answer reads. The question is that of Trends: server, category, period. Pure apart
// from the Reader; the reads run in a query thread.
struct StaffAnswer
{
    TrendsQuestion question;
    Window window;
    QVector<StaffRow> rows; // role, active days and last active still empty
    QHash<UserId, QVector<ChannelId>> answered, open, waiting;
    QHash<UserId, QVector<RoleId>> roles; // as last seen
    QVector<CoverageGap> gaps;
    double observed = 1;
    int nobodyYet = 0; // open tickets without any staff reply
    bool claims = false; // the ticket bot says who claimed
    int arrivals[24] = {}; // tickets opened by local hour
    QVector<ChannelId> arrivalTickets[24];
    UtcMs recordingBeganMs = 0;
    std::optional<StaffHours> hours; // comes by another question: it needs the messages
    std::optional<StaffDetail> detail;

    // chosen: whose detail is wanted too; where there is no such person, that of who has most open.
    static StaffAnswer read(const Reader &reader, TrendsQuestion question, UserId chosen, UtcMs nowMs);
};

namespace StaffFigures {

// Arrivals by hour on top, below them who wrote when.
HeatSpec activity(const StaffAnswer &answer, int columns); // 24, or 12 of two hours each
QVector<UserId> activityPeople(const StaffAnswer &answer); // the rows after the first
ChartSpec answeredChart(const StaffDetail &detail, const QString &name);
ChartSpec responseChart(const StaffDetail &detail, const QString &name);
HeatSpec hoursHeatmap(const StaffAnswer &answer, UserId user, const QString &name,
                      int columns); // needs its hours

} // namespace StaffFigures

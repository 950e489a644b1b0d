// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/tickets/targets.h"
#include "bot/tickets/workinghours.h"

#include <QCoreApplication>
#include <QString>

#include <functional>
#include <optional>

// Working hours and targets in words, for settings, the history, explanations and reports. Pure.
struct HoursWords
{
    Q_DECLARE_TR_FUNCTIONS(Hours)
public:
    // "around the clock", "daily 08:00–22:00", "Mon–Fri 09:00–12:00, 13:00–17:00; Sat 10:00–14:00".
    static QString week(const WorkingHours::Week &week);
    // The times of one day, as a person types them: "9-12, 13:00–17:30"; empty = closed. The same in normal form.
    static QString spans(const WorkingHours::Week &week, Qt::DayOfWeek day);
    struct Spans
    {
        WorkingHours::Week week;
        QString error; // a sentence; empty = fine
    };
    static Spans spansFromText(Qt::DayOfWeek day, const QString &text);
    static QString holidays(const QVector<QDate> &holidays); // "none", "25 Dec 2026, 1 Jan 2027 and 3 more"
    // "Appeals: first response 5 min; Reports: resolution 2 h", or "none".
    static QString categoryTargets(const CategoryTargets &targets,
                                   const std::function<QString(ChannelId)> &categoryName);
    // Which clock durations are read on (METRICS M-27): a sentence for Explain and for reports.
    static QString clock(const WorkingHours &hours);
    // "10 min", or what stands for it after "target" and after "over" where categories have targets of their own.
    static QString target(std::optional<qint64> ms);
    static QString overTarget(std::optional<qint64> ms);
    static QString spokenTarget(std::optional<qint64> ms);
};

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/store/values.h"

#include <QAbstractListModel>
#include <QTimeZone>

// One line of a ticket's story: what happened when, never what was written (UX 3.4).
struct TimelineLine
{
    enum class Kind
    {
        Opened,
        Person,
        Staff,
        FirstReply,
        Other,
        Silence,
        Closed,
        Reopened
    } kind = Kind::Other;
    UtcMs atMs = 0; // 0 for silences
    QString text;
    bool late = false; // past the target
    bool operator==(const TimelineLine &) const = default;
};

// The story with its silences: "quiet for 27 h", "no staff reply for 42 min – target 10 min passed at 13:31". Pure.
QVector<TimelineLine> timelineOf(const TicketDetail &detail, UtcMs nowMs, qint64 targetMs,
                                 const QTimeZone &zone);

// The story as a list, newest last. Thread: GUI.
class TimelineModel : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void setLines(const QVector<TimelineLine> &lines, const QTimeZone &zone, UtcMs nowMs);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QVector<TimelineLine> m_lines;
    QTimeZone m_zone = QTimeZone::utc();
    UtcMs m_nowMs = 0;
};

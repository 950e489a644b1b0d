// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/store/values.h"

#include <QTimeZone>
#include <QWidget>

// When people and staff wrote in a ticket, as two rows of marks over time. For screen readers it is a chart whose table is
// the timeline below it. Thread: GUI. Owner: the ticket's detail.
class MessageStrip : public QWidget
{
    Q_OBJECT
public:
    explicit MessageStrip(QWidget *parent = nullptr);

    void setTimeline(const QVector<TimelineEntry> &timeline, UtcMs untilMs, const QTimeZone &zone);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QVector<TimelineEntry> m_timeline;
    UtcMs m_fromMs = 0;
    UtcMs m_untilMs = 0;
    QTimeZone m_zone = QTimeZone::utc();
};

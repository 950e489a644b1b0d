// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/daterange.h"

#include <QWidget>

#include <functional>
#include <memory>

// The one control for a period (UX 2.3): "‹ Last 7 days ▾ ›". The popup has the quick choices, two dates that
// can be typed or picked, and the zone the days are counted in. Thread: GUI. Owner: the header.
class RangePicker : public QWidget
{
    Q_OBJECT
public:
    explicit RangePicker(QWidget *parent = nullptr);
    ~RangePicker() override;

    // The context is asked for whenever it matters: "now" moves.
    void setContext(std::function<DateRange::Context()> context);
    void setRange(const DateRange &range);
    const DateRange &range() const;
    void refresh(); // time has passed: titles and arrows

public slots:
    void openPopup();

signals:
    void rangeChosen(const DateRange &range);
    void zoneChangeWanted(); // "Change" beside the time zone

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setWords();
    void choose(const DateRange &range);
    class Private;
    const std::unique_ptr<Private> d;
};

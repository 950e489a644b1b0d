// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/tickets/config.h"

#include <QDialog>

class QDateEdit;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QRadioButton;

// When a server works (UX 3.7, METRICS M-27): around the clock, or the hours of each weekday, several spans a day, past
// midnight too, and the days on which nobody works. Changes nothing itself. Thread: GUI.
class HoursDialog : public QDialog
{
    Q_OBJECT
public:
    HoursDialog(const StoredConfig &config, QDate today, QWidget *parent = nullptr);

    WorkingHours::Week week() const; // empty: around the clock
    QVector<QDate> holidays() const { return m_holidays; }

private:
    void build();
    void check();
    void copyMonday(int days); // to the first so many days of the week
    void addHoliday();
    void removeHoliday();
    void showHolidays();

    const QByteArray m_zone;
    const QDate m_today;
    QVector<QDate> m_holidays;
    QRadioButton *m_always;
    QRadioButton *m_byHours;
    QVector<QLineEdit *> m_days; // Monday first
    QWidget *m_hoursPart;
    QLabel *m_summary;
    QListWidget *m_holidayList;
    QDateEdit *m_date;
    QPushButton *m_remove;
    QPushButton *m_apply;
};

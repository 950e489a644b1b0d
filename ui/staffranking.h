// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class UiSettings;

// Whether people are compared with each other: one choice for Trends' chart of staff, the order and bars of Staff, and
// Settings > Privacy (UX 3.3 no. 7, 3.10), which all follow it at once. Thread: GUI. Owner: MainWindow.
class StaffRanking : public QObject
{
    Q_OBJECT
public:
    explicit StaffRanking(UiSettings *settings = nullptr, QObject *parent = nullptr);

    bool hidden() const { return m_hidden; }
    void setHidden(bool hidden);
    static QString inWords(bool hidden); // what it does, for a message

signals:
    void changed(bool hidden);

private:
    UiSettings *m_settings;
    bool m_hidden;
};

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/store/values.h"

#include <QObject>

class IncidentCenter;
class LiveData;
class LiveQuestion;
class QStatusBar;
class QToolButton;
enum class WidthClass;

// The status bar (UX 2.1): connection, servers, last event, data, problems, all in words. A click on a part
// asks for the page that says more. Thread: GUI. Owner: MainWindow.
class StatusParts : public QObject
{
    Q_OBJECT
public:
    StatusParts(LiveData &live, const IncidentCenter &incidents, QStatusBar *bar, QObject *parent = nullptr);

    void setWidthClass(WidthClass width); // narrow windows show connection and problems only
    void refresh();
    QToolButton *problemsButton() const { return m_problems; }

signals:
    void pageWanted(const QString &name);
    void problemsWanted();

private:
    QToolButton *addPart(const QString &name, const QString &page);
    void showHealth();

    LiveData &m_live;
    const IncidentCenter &m_incidents;
    QStatusBar *m_bar;
    QToolButton *m_connection, *m_servers, *m_lastEvent, *m_data, *m_problems;
    LiveQuestion *m_healthQuestion;
    StorageHealth m_health;
};

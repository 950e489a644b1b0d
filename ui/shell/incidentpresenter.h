// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/incidents.h"

#include <QHash>
#include <QObject>

#include <functional>

class IncidentCenter;
class NoticeBar;
class ProblemsPanel;

// Shows what IncidentCenter knows: the most severe one as the banner, all of them in the Problems panel, with
// the buttons that somebody carries out (UX J5). Thread: GUI. Owner: MainWindow.
class IncidentPresenter : public QObject
{
    Q_OBJECT
public:
    using Handler = std::function<void(const Incident &)>;

    IncidentPresenter(IncidentCenter &incidents, NoticeBar *banner, ProblemsPanel *panel,
                      QObject *parent = nullptr);

    void setHandler(IncidentAction action, Handler handler);
    void setPanelOpener(QWidget *opener); // gets the focus back when the panel closes
    void openPanel();
    void togglePanel();
    void refresh();

private:
    void run(const Incident &incident, IncidentAction action);

    IncidentCenter &m_incidents;
    NoticeBar *m_banner;
    ProblemsPanel *m_panel;
    QWidget *m_opener = nullptr;
    QHash<IncidentAction, Handler> m_handlers;
    QVector<IncidentAction> m_bannerActions;
};

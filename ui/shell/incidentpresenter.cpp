// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/incidentpresenter.h"

#include "ui/incidentcenter.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/problemspanel.h"

#include <QApplication>

IncidentPresenter::IncidentPresenter(IncidentCenter &incidents, NoticeBar *banner, ProblemsPanel *panel,
                                     QObject *parent)
    : QObject(parent), m_incidents(incidents), m_banner(banner), m_panel(panel)
{
    connect(&incidents, &IncidentCenter::changed, this, &IncidentPresenter::refresh);
    connect(banner, &NoticeBar::closed, &incidents, &IncidentCenter::dismiss);
    connect(banner, &NoticeBar::buttonClicked, this, [this](int index) {
        const Incident *incident = m_incidents.banner();
        if (incident && index < m_bannerActions.size())
            run(Incident(*incident), m_bannerActions[index]); // a copy: the action may end the incident
        else
            openPanel(); // "+2 more"
    });
    connect(panel, &ProblemsPanel::actionChosen, this, &IncidentPresenter::run);
}

void IncidentPresenter::setHandler(IncidentAction action, Handler handler)
{
    m_handlers.insert(action, std::move(handler));
}

void IncidentPresenter::setPanelOpener(QWidget *opener)
{
    m_opener = opener;
}

void IncidentPresenter::openPanel()
{
    QWidget *focus = QApplication::focusWidget();
    m_panel->open(m_banner->isAncestorOf(focus) ? focus : m_opener);
}

void IncidentPresenter::togglePanel()
{
    if (m_panel->isVisible())
        m_panel->close();
    else
        openPanel();
}

void IncidentPresenter::refresh()
{
    m_panel->setIncidents(m_incidents.all(), [this](IncidentAction a) { return m_handlers.contains(a); });
    const Incident *incident = m_incidents.banner();
    if (!incident) {
        m_banner->hideNotice();
        return;
    }
    QStringList buttons;
    m_bannerActions.clear();
    for (const IncidentAction action : incident->actions) {
        if (!m_handlers.contains(action))
            continue;
        m_bannerActions.append(action);
        buttons.append(incidentActionText(action, *incident));
    }
    if (const int others = m_incidents.behindBanner(); others > 0)
        buttons.append(tr("+%n more", nullptr, others));
    m_banner->showNotice(incident->key,
                         incident->severity == Incident::Severity::Error ? NoticeBar::Look::Error
                                                                         : NoticeBar::Look::Warning,
                         incident->text, buttons, incident->closable);
}

void IncidentPresenter::run(const Incident &incident, IncidentAction action)
{
    if (const Handler handler = m_handlers.value(action))
        handler(incident);
}

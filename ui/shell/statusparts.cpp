// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/statusparts.h"

#include "bot/base/format.h"
#include "bot/store/contents.h"
#include "ui/dates.h"
#include "ui/icons.h"
#include "ui/incidentcenter.h"
#include "ui/livedata.h"
#include "ui/pages/page.h"
#include "ui/theme.h"

#include <QApplication>
#include <QDateTime>
#include <QStatusBar>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

StatusParts::StatusParts(LiveData &live, const IncidentCenter &incidents, QStatusBar *bar, QObject *parent)
    : QObject(parent), m_live(live), m_incidents(incidents), m_bar(bar),
      m_connection(addPart(u"statusConnection"_s, u"log"_s)),
      m_servers(addPart(u"statusServers"_s, u"settings"_s)),
      m_lastEvent(addPart(u"statusLastEvent"_s, u"log"_s)), m_data(addPart(u"statusData"_s, u"data"_s)),
      m_problems(addPart(u"statusProblems"_s, {})), m_healthQuestion(new LiveQuestion(live, this))
{
    for (QToolButton *part : {m_connection, m_servers, m_lastEvent, m_data})
        bar->addWidget(part);
    bar->addPermanentWidget(m_problems);
    connect(m_problems, &QToolButton::clicked, this, &StatusParts::problemsWanted);
    m_healthQuestion->ask([](const Reader &reader, UtcMs) { return fileHealth(reader); },
                          [this](const StorageHealth &health) {
                              m_health = health;
                              showHealth();
                          });
    connect(&live, &LiveData::timePassed, m_healthQuestion, &LiveQuestion::again);
    connect(&live, &LiveData::botStateChanged, this, &StatusParts::refresh);
    connect(&live, &LiveData::serversChanged, this, &StatusParts::refresh);
    showHealth();
}

QToolButton *StatusParts::addPart(const QString &name, const QString &page)
{
    auto *button = new QToolButton(m_bar);
    button->setObjectName(name);
    button->setAutoRaise(true);
    button->setMinimumHeight(24);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setIconSize({16, 16});
    if (!page.isEmpty())
        connect(button, &QToolButton::clicked, this, [this, page] { emit pageWanted(page); });
    return button;
}

void StatusParts::setWidthClass(WidthClass width)
{
    for (QToolButton *part : {m_servers, m_lastEvent, m_data})
        part->setVisible(width == WidthClass::Wide);
}

void StatusParts::showHealth()
{
    QString text = m_health.bytes > 0
        ? tr("Data %1", "size of the database").arg(Format::bytes(m_health.bytes))
        : tr("Data");
    if (m_health.lastBackupMs > 0) {
        text = tr("%1, backup %2", "\"Data 8 MB\", time")
                   .arg(text,
                        Dates::dateTime(m_health.lastBackupMs, QTimeZone::systemTimeZone(), m_live.nowMs()));
    }
    m_data->setText(text);
}

void StatusParts::refresh()
{
    using Shape = ConnectionWords::Shape;
    const BotState &bot = m_live.bot();
    const ConnectionWords words = m_incidents.connection();
    const bool good = words.shape == Shape::Normal || words.shape == Shape::Dot;
    const ThemeColours &colours = Theme::colours(m_bar->palette());
    m_connection->setIcon(
        Icons::sign(good ? Icons::Sign::Good : Icons::Sign::Warning, good ? colours.good : colours.warning));
    m_connection->setText(
        m_live.connected() && bot.gateway.latencyMs >= 0
            ? tr("%1 · %2 ms", "connection, latency").arg(words.text, Format::count(bot.gateway.latencyMs))
            : words.text);
    // Those that only an import knows, and those that the bot was removed from, can be chosen too.
    m_servers->setText(
        tr("%n server(s)", nullptr, int(std::max(m_live.servers().size(), bot.servers.size()))));
    const BotState::Server *server = m_live.botServer();
    if (server && server->catchingUp && !server->catchUpText.isEmpty()) {
        m_lastEvent->setText(server->catchUpText);
    } else if (bot.lastEventMs > 0) {
        m_lastEvent->setText(tr("Last event %1").arg(Dates::exactTime(bot.lastEventMs, m_live.zone())));
    } else {
        m_lastEvent->setText(tr("No event yet"));
    }
    const int problems = int(m_incidents.all().size());
    m_problems->setText(tr("%n problem(s)", nullptr, problems));
    m_problems->setIcon(problems > 0 ? Icons::sign(Icons::Sign::Warning, colours.warning) : QIcon());
    showHealth();
}

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/serverswitcher.h"

#include "ui/discordpictures.h"
#include "ui/icons.h"
#include "ui/livedata.h"
#include "ui/theme.h"

#include <QEvent>
#include <QMenu>

using namespace Qt::Literals::StringLiterals;

ServerSwitcher::ServerSwitcher(QWidget *parent) : QToolButton(parent)
{
    setIconSize({22, 22});
    auto *menu = new QMenu(this);
    menu->setObjectName(u"serverMenu"_s);
    setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, &ServerSwitcher::fillMenu);
}

void ServerSwitcher::follow(LiveData &live)
{
    m_live = &live;
    connect(&live, &LiveData::serversChanged, this, &ServerSwitcher::refresh);
    connect(&live, &LiveData::serverChanged, this, &ServerSwitcher::refresh);
    connect(&live, &LiveData::botStateChanged, this, &ServerSwitcher::refresh);
    if (DiscordPictures *pictures = DiscordPictures::instance())
        connect(pictures, &DiscordPictures::changed, this, &ServerSwitcher::refresh);
    refresh();
}

void ServerSwitcher::refresh()
{
    if (!m_live)
        return;
    showName();
    if (!menu()->isVisible())
        fillMenu();
    setEnabled(!menu()->isEmpty());
}

void ServerSwitcher::showName()
{
    const QString name = m_live->serverName();
    const int room = width() - iconSize().width() - 40; // icon, its gap, the menu's arrow
    const ServerPulse *server = m_live->serverPulse();
    setIcon(DiscordPictures::ofServer(m_live->server(), server ? server->info.icon : QString(), name,
                                      palette().color(QPalette::Highlight)));
    setText(
        name.isEmpty()
            ? tr("No server yet")
            : QFontMetrics(font()).elidedText(name, Qt::ElideRight, qMax(60, room)).replace(u'&', u"&&"_s));
    setToolTip(name.toHtmlEscaped());
    setAccessibleName(name.isEmpty() ? tr("No server yet") : tr("Server: %1").arg(name));
}

void ServerSwitcher::fillMenu()
{
    menu()->clear();
    const ThemeColours &colours = Theme::colours(palette());
    for (const ServerPulse &server : m_live->servers()) {
        // The sign tells by its shape; the picture of the server is on the switcher itself.
        QString state = tr("%n overdue", nullptr, server.overdue);
        QIcon sign = Icons::sign(Icons::Sign::Error, colours.error);
        if (server.info.removed) {
            state = tr("bot was removed");
            sign = Icons::sign(Icons::Sign::Warning, colours.warning);
        } else if (server.overdue == 0) {
            state = tr("nothing overdue");
            sign = Icons::sign(Icons::Sign::Good, colours.good);
        }
        QString shown = server.info.name.isEmpty() ? server.info.id.toString() : server.info.name;
        QAction *action = menu()->addAction(
            sign, tr("%1 – %2", "server, its state").arg(shown.replace(u'&', u"&&"_s), state));
        action->setCheckable(true);
        action->setChecked(server.info.id == m_live->server());
        connect(action, &QAction::triggered, this, [this, id = server.info.id] { m_live->setServer(id); });
    }
    const QSet<GuildId> archived = m_live->archived();
    if (archived.isEmpty())
        return;
    menu()->addSeparator();
    QAction *back = menu()->addAction(tr("Show %n archived server(s)", nullptr, int(archived.size())));
    back->setObjectName(u"archivedServers"_s);
    connect(back, &QAction::triggered, this, [this, archived] {
        for (const GuildId server : archived)
            m_live->setArchived(server, false);
    });
}

void ServerSwitcher::changeEvent(QEvent *event)
{
    QToolButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        refresh();
}

void ServerSwitcher::resizeEvent(QResizeEvent *event)
{
    QToolButton::resizeEvent(event);
    if (m_live)
        showName();
}

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/incidentactions.h"

#include "bot/bothost.h"
#include "ui/dates.h"
#include "ui/incidentcenter.h"
#include "ui/livedata.h"
#include "ui/mainwindow.h"
#include "ui/messagebox.h"
#include "ui/setup/firstrun.h"
#include "ui/widgets/filesaver.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QDateTime>
#include <QDesktopServices>
#include <QDir>
#include <QGuiApplication>
#include <QNetworkInformation>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace {

class IncidentActions
{
    Q_DECLARE_TR_FUNCTIONS(IncidentActions)
public:
    IncidentActions(MainWindow &window, BotHost &host, FirstRun &firstRun, bool demo)
        : m_window(window), m_host(host), m_firstRun(firstRun), m_demo(demo)
    { }

    void offer() const
    {
        offerConnection();
        offerServers();
        offerData();
    }

private:
    void on(IncidentAction action, void (IncidentActions::*run)(const Incident &) const) const
    {
        m_window.setIncidentHandler(action,
                                    [self = *this, run](const Incident &incident) { (self.*run)(incident); });
    }

    void tell(const QString &title, const Incident &incident) const
    {
        MessageBox::tell(&m_window, title, m_window.incidentCenter().explanation(incident));
    }

    void lead(const QString &page, const QString &section, const QString &chip = {}) const
    {
        PageLink link;
        link.page = page;
        link.section = section;
        link.chip = chip;
        m_window.follow(link);
    }

    // -- connection
    void offerConnection() const
    {
        on(IncidentAction::TryNow, &IncidentActions::tryNow);
        on(IncidentAction::NetworkDetails, &IncidentActions::networkDetails);
        on(IncidentAction::CopyDetails, &IncidentActions::copyDetails);
        on(IncidentAction::Details, &IncidentActions::details);
        on(IncidentAction::SeeWhy, &IncidentActions::seeWhy);
        on(IncidentAction::ShowSwitch, &IncidentActions::showSwitch);
        m_window.setIncidentHandler(IncidentAction::StartAgain,
                                    [&w = m_window](const Incident &) { emit w.startBotRequested(); });
        m_window.setIncidentHandler(IncidentAction::StopHere,
                                    [&w = m_window](const Incident &) { emit w.stopBotRequested(); });
        if (m_demo) {
            // A demo's token is made up, and no password store is asked for it.
            m_window.setIncidentHandler(IncidentAction::EnterToken, [&w = m_window](const Incident &) {
                emit w.startBotRequested();
                w.showMessage(tr("With your own bot the new token is entered here. The demo made one up."));
            });
        }
    }

    void tryNow(const Incident &incident) const
    {
        if (incident.kind == Incident::Kind::DatabaseFailing)
            m_host.storage().retryNow();
        else
            m_host.retryNow();
    }

    void networkDetails(const Incident &incident) const
    {
        using Reachability = QNetworkInformation::Reachability;
        QStringList lines{m_window.incidentCenter().explanation(incident), QString()};
        const QNetworkInformation *network = QNetworkInformation::instance();
        if (!network) {
            lines.append(tr("The system does not say whether this computer is in a network."));
        } else {
            lines.append(network->reachability() == Reachability::Online ? tr("The system says: online.")
                             : network->reachability() == Reachability::Disconnected
                             ? tr("The system says: not connected to any network.")
                             : tr("The system says: in a network, but not on the internet."));
            if (network->isBehindCaptivePortal())
                lines.append(tr("The network asks for a sign-in: open any page in a browser."));
        }
        const BotState &bot = m_window.live().bot();
        if (bot.lastEventMs > 0)
            lines.append(
                tr("Last event from Discord: %1.")
                    .arg(Dates::dateTime(bot.lastEventMs, m_window.live().zone(), m_window.live().nowMs())));
        if (!bot.gateway.text.isEmpty())
            lines.append(tr("Last attempt: %1").arg(bot.gateway.text));
        MessageBox::tell(&m_window, tr("Network details"), lines.join(u'\n'));
    }

    void copyDetails(const Incident &incident) const
    {
        QGuiApplication::clipboard()->setText(
            incident.details.isEmpty() ? incident.text : incident.text + u'\n' + incident.details);
        m_window.showMessage(tr("Copied."));
    }

    void details(const Incident &incident) const
    {
        if (incident.kind == Incident::Kind::RateLimited)
            m_window.showPage(u"log"_s);
        else
            tell(tr("Details"), incident);
    }

    void seeWhy(const Incident &incident) const { tell(tr("Why the bot pauses"), incident); }

    void showSwitch(const Incident &) const { m_firstRun.showContentSwitch(); }

    // -- servers
    void offerServers() const
    {
        on(IncidentAction::HowToFix, &IncidentActions::howToFix);
        on(IncidentAction::ChooseChannel, &IncidentActions::chooseChannel);
        on(IncidentAction::InviteAgain, &IncidentActions::inviteAgain);
        on(IncidentAction::ArchiveServer, &IncidentActions::archiveServer);
        on(IncidentAction::ChooseCategories, &IncidentActions::chooseCategories);
    }

    void howToFix(const Incident &incident) const
    {
        MessageBox::tell(&m_window, tr("How to fix"),
                         m_window.incidentCenter().explanation(incident) + u"\n\n"_s + incident.details);
    }

    void chooseChannel(const Incident &incident) const
    {
        m_window.live().setServer(incident.server);
        lead(u"notifications"_s, u"channel"_s, incident.text);
    }

    void chooseCategories(const Incident &incident) const
    {
        m_window.live().setServer(incident.server);
        lead(u"settings"_s, u"detection"_s);
    }

    void inviteAgain(const Incident &incident) const
    {
        if (m_demo) {
            m_window.showMessage(tr("With your own bot this opens the invitation in a browser. The demo's "
                                    "server takes the bot back by itself."));
            return;
        }
        // The smallest permissions; never Administrator (UX J1, checklist 8).
        QDesktopServices::openUrl(
            QUrl(u"https://discord.com/oauth2/authorize?client_id=%1&"
                 "scope=bot%20applications.commands&permissions=117888&guild_id=%2"_s.arg(
                     m_window.live().bot().application.toString(), incident.server.toString())));
    }

    void archiveServer(const Incident &incident) const
    {
        LiveData &live = m_window.live();
        live.setArchived(incident.server, true);
        m_window.showMessage(
            tr("The server is archived: its history is kept, and the server menu takes it out "
               "again."),
            [&live, server = incident.server] { live.setArchived(server, false); });
    }

    // -- data
    void offerData() const
    {
        on(IncidentAction::SaveCopy, &IncidentActions::saveCopy);
        on(IncidentAction::ShowFile, &IncidentActions::showFile);
        on(IncidentAction::OldBackups, &IncidentActions::oldBackups);
    }

    void saveCopy(const Incident &) const
    {
        const QString name = u"ticket-assistant_%1.db"_s.arg(
            QDateTime::fromMSecsSinceEpoch(m_window.live().nowMs()).toString(u"yyyy-MM-dd_HHmm"_s));
        const QString path = FileSaver::choosePath(&m_window, tr("Save a copy elsewhere"), name,
                                                   tr("Databases (*.db);;All files (*)"));
        if (path.isEmpty())
            return;
        m_host.storage().backUpTo(&m_window, path, [&w = m_window, path](const Status &saved) {
            if (!saved)
                return w.showMessage(saved.error().text);
            const int waiting = w.live().trouble().waiting;
            w.showMessage(
                waiting > 0 ? tr("Saved a copy: %1. %n newer event(s) are still in memory.", nullptr, waiting)
                                  .arg(QDir::toNativeSeparators(path))
                            : tr("Saved a copy: %1").arg(QDir::toNativeSeparators(path)));
        });
    }

    void showFile(const Incident &incident) const
    {
        const QDir folder = QFileInfo(m_host.storage().databasePath()).dir();
        QDesktopServices::openUrl(QUrl::fromLocalFile(
            incident.file.isEmpty() ? folder.absolutePath() : folder.absoluteFilePath(incident.file)));
    }

    void oldBackups(const Incident &) const { lead(u"data"_s, u"backups"_s); }

    MainWindow &m_window;
    BotHost &m_host;
    FirstRun &m_firstRun;
    const bool m_demo;
};

} // namespace

void offerIncidentActions(MainWindow &window, BotHost &host, FirstRun &firstRun, bool demo)
{
    IncidentActions(window, host, firstRun, demo).offer();
}

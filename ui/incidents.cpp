// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incidents.h"

#include "bot/base/format.h"
#include "ui/dates.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

using State = Discord::GatewayStatus::State;
using Failure = Discord::GatewayStatus::Failure;
using Kind = Incident::Kind;
using Severity = Incident::Severity;

// A short interruption is nobody's business: the bot resumes by itself within seconds.
constexpr qint64 QuietPauseMs = 30 * SecondMs;
constexpr qint64 ClockToleranceMs = 2 * MinuteMs;

class IncidentList
{
    Q_DECLARE_TR_FUNCTIONS(Incidents)
public:
    explicit IncidentList(const IncidentInput &input) : m_in(input) { }

    QVector<Incident> all()
    {
        connection();
        database();
        recovered();
        servers();
        others();
        std::stable_sort(m_list.begin(), m_list.end(),
                         [](const Incident &a, const Incident &b) { return a.kind < b.kind; });
        return m_list;
    }

    static QString actionText(IncidentAction action, const Incident &incident);
    static QString explanation(const Incident &incident, const IncidentInput &in);
    static ConnectionWords words(const IncidentInput &in, int overdue);
    static QString backOnline(qint64 awayMs, int closed, int opened);

private:
    Incident &add(Kind kind, Severity severity, const QString &key, const QString &text,
                  const QVector<IncidentAction> &actions)
    {
        Incident incident;
        incident.kind = kind;
        incident.severity = severity;
        incident.key = key;
        incident.text = text;
        incident.actions = actions;
        m_list.append(incident);
        return m_list.last();
    }

    QString clockTime(UtcMs ms, bool seconds = false) const
    {
        return seconds ? Dates::exactTime(ms, m_in.zone) : Dates::time(ms, m_in.zone);
    }

    // The time alone for today.
    QString dayTime(UtcMs ms) const
    {
        const auto dayOf = [this](UtcMs at) { return QDateTime::fromMSecsSinceEpoch(at, m_in.zone).date(); };
        return dayOf(ms) == dayOf(m_in.nowMs) ? clockTime(ms) : Dates::dateTime(ms, m_in.zone, m_in.nowMs);
    }

    static qint64 secondsUntil(UtcMs untilMs, UtcMs nowMs)
    {
        return qMax<qint64>(0, (untilMs - nowMs + SecondMs - 1) / SecondMs);
    }

    static QString sentences(QStringList list)
    {
        list.removeAll(QString());
        return list.join(u' ');
    }

    QString upTo() const
    {
        return m_in.bot.lastEventMs > 0 ? tr("Numbers are up to %1.").arg(clockTime(m_in.bot.lastEventMs))
                                        : QString();
    }

    void failure(const Discord::GatewayStatus &gateway)
    {
        const QString details =
            tr("%1 (close code %2)", "details of a refusal").arg(gateway.text).arg(gateway.closeCode);
        switch (gateway.failure) {
        case Failure::TokenRejected:
            add(Kind::TokenRejected, Severity::Error, u"token"_s,
                tr("Discord no longer accepts the bot token. The bot is stopped."),
                {IncidentAction::EnterToken})
                .details = details;
            return;
        case Failure::DisallowedIntents:
        case Failure::InvalidIntents:
            add(Kind::IntentsRefused, Severity::Error, u"intents"_s,
                tr("Discord refused this bot's basic intents. The bot is stopped."),
                {IncidentAction::CopyDetails, IncidentAction::StartAgain})
                .details = details;
            return;
        case Failure::DifferentBot:
            add(Kind::OtherFailure, Severity::Error, u"different-bot"_s,
                sentences(
                    {gateway.text,
                     m_in.knownBot.isEmpty() ? QString() : tr("The other bot is %1.").arg(m_in.knownBot),
                     tr("The bot is stopped; saved data is shown.")}),
                {IncidentAction::UseThisBot, IncidentAction::EnterToken})
                .details = details;
            return;
        default:
            add(Kind::OtherFailure, Severity::Error, u"failed"_s,
                gateway.text.isEmpty() ? tr("Discord refused the connection. The bot is stopped.")
                                       : tr("The bot is stopped: %1").arg(gateway.text),
                {IncidentAction::CopyDetails, IncidentAction::StartAgain})
                .details = details;
        }
    }

    void connection()
    {
        const Discord::GatewayStatus &gateway = m_in.bot.gateway;
        if (m_in.bot.rest.tokenRejected && gateway.failure != Failure::TokenRejected) {
            Discord::GatewayStatus rejected = gateway;
            rejected.failure = Failure::TokenRejected;
            failure(rejected);
            return;
        }
        if (gateway.state == State::Failed) {
            failure(gateway);
            return;
        }
        if (!m_in.tokenProblem.isEmpty() && gateway.state != State::Connected) {
            add(Kind::TokenUnavailable, m_in.tokenWaiting ? Severity::Warning : Severity::Error,
                m_in.tokenWaiting ? u"token-waiting"_s : u"token-unavailable"_s, m_in.tokenProblem,
                {m_in.tokenWaiting ? IncidentAction::StopWaiting : IncidentAction::ReadTokenAgain,
                 IncidentAction::EnterToken});
            return;
        }
        if (!m_in.tokenKnown || m_in.stoppedByUser || gateway.state == State::Stopped)
            return;
        if (gateway.state == State::Paused) {
            Incident &incident = add(Kind::TooManySessions, Severity::Warning, u"sessions"_s,
                                     tr("Paused until %1 to protect the bot's token (200 new sessions in "
                                        "24 hours). It continues by itself.")
                                         .arg(clockTime(gateway.untilMs)),
                                     {IncidentAction::SeeWhy});
            incident.closable = true;
            return;
        }
        if (gateway.state == State::Connected)
            return;
        if (!m_in.computerOnline) {
            add(Kind::Offline, Severity::Warning, u"offline"_s,
                sentences({tr("This computer is offline. Showing saved data."), upTo()}),
                {IncidentAction::NetworkDetails, IncidentAction::TryNow})
                .details = gateway.text;
            return;
        }
        // Before the first attempt has failed there is nothing to report.
        if (gateway.attempt == 0 && gateway.state != State::Waiting)
            return;
        QString text;
        UtcMs changesAt = 0;
        if (gateway.state == State::Waiting && gateway.untilMs > m_in.nowMs) {
            text = tr("Disconnected from Discord. Trying again in %1 s (attempt %2).")
                       .arg(Format::count(secondsUntil(gateway.untilMs, m_in.nowMs)))
                       .arg(Format::count(qMax(1, gateway.attempt)));
            changesAt = m_in.nowMs + SecondMs;
        } else {
            text = tr("Disconnected from Discord. Trying again now (attempt %1).")
                       .arg(Format::count(qMax(1, gateway.attempt)));
        }
        Incident &incident = add(Kind::Disconnected, Severity::Warning, u"disconnected"_s,
                                 sentences({text, upTo()}), {IncidentAction::TryNow});
        incident.details = gateway.text;
        incident.changesAtMs = changesAt;
    }

    void database()
    {
        const StorageTrouble &trouble = m_in.trouble;
        const QString waiting = trouble.waiting > 0
            ? tr("New events are kept in memory: %1.").arg(Format::count(trouble.waiting))
            : QString();
        const qint64 seconds = qMax<qint64>(0, (m_in.nowMs - trouble.sinceMs) / SecondMs);
        switch (trouble.kind) {
        case StorageTrouble::Kind::None:
            return;
        case StorageTrouble::Kind::Locked: {
            Incident &incident = add(Kind::DatabaseFailing, Severity::Error, u"locked"_s,
                                     sentences({tr("The database is used by another program (waiting %1 s).")
                                                    .arg(Format::count(seconds)),
                                                waiting}),
                                     {IncidentAction::TryNow, IncidentAction::SaveCopy});
            incident.notifyKey = u"data"_s;
            incident.changesAtMs = m_in.nowMs + SecondMs;
            incident.details = trouble.text;
            return;
        }
        case StorageTrouble::Kind::Full: {
            Incident &incident = failing(
                u"full"_s,
                tr("The disk is full, so nothing can be saved. It goes on as soon as there is space."),
                waiting, {IncidentAction::OldBackups, IncidentAction::TryNow});
            incident.bytes = m_in.backupBytes;
            return;
        }
        case StorageTrouble::Kind::ReadOnly:
            failing(u"readonly"_s, tr("The database may not be written: its file or folder is read-only."),
                    waiting, {IncidentAction::TryNow, IncidentAction::SaveCopy});
            return;
        case StorageTrouble::Kind::Io:
            failing(u"io"_s, tr("The disk reported an error while saving."), waiting,
                    {IncidentAction::TryNow, IncidentAction::SaveCopy});
            return;
        case StorageTrouble::Kind::Corrupt: {
            Incident &incident =
                add(Kind::DatabaseCorrupt, Severity::Error, u"corrupt"_s,
                    trouble.text.isEmpty() ? tr("The database is damaged. The damaged file is kept.")
                                           : trouble.text,
                    {IncidentAction::Details, IncidentAction::ShowFile});
            incident.notifyKey = u"data"_s;
            incident.details = trouble.text;
            return;
        }
        case StorageTrouble::Kind::LowSpace: {
            Incident &incident = add(Kind::LowSpace, Severity::Warning, u"lowspace"_s,
                                     tr("Little space: %1 left. Below 50 MB no backups are made, so nothing "
                                        "can be deleted or imported.")
                                         .arg(Format::bytes(qMax<qint64>(0, trouble.freeBytes))),
                                     {IncidentAction::OldBackups});
            incident.bytes = m_in.backupBytes;
            incident.closable = true;
            return;
        }
        }
    }

    Incident &failing(const QString &key, const QString &text, const QString &waiting,
                      const QVector<IncidentAction> &actions)
    {
        Incident &incident =
            add(Kind::DatabaseFailing, Severity::Error, key, sentences({text, waiting}), actions);
        incident.notifyKey = u"data"_s;
        incident.details = m_in.trouble.text;
        return incident;
    }

    // PROTOCOL S-08: it is mended already, and the person must know what came back.
    void recovered()
    {
        if (!m_in.recovery)
            return;
        const DatabaseRecovery &recovery = *m_in.recovery;
        const qint64 known = qMax(recovery.ticketsKnown, recovery.ticketsRecovered);
        QString text;
        if (recovery.backup.isEmpty())
            text = tr("The database was damaged and put together from what could be read: %1 of %2 tickets "
                      "recovered.")
                       .arg(Format::count(recovery.ticketsRecovered), Format::count(known));
        else if (known == 0 && !recovery.complete)
            text = tr("The database was damaged and restored from the backup of %1; what came later is read "
                      "from "
                      "Discord again.")
                       .arg(dayTime(recovery.backupMs));
        else if (known == 0)
            text = tr("The database was damaged and restored from the backup of %1, which had every ticket.")
                       .arg(dayTime(recovery.backupMs));
        else
            text = tr("The database was damaged and restored from the backup of %1; %2 of %3 later tickets "
                      "recovered.")
                       .arg(dayTime(recovery.backupMs), Format::count(recovery.ticketsRecovered),
                            Format::count(known));
        Incident &incident =
            add(Kind::DatabaseCorrupt, Severity::Warning, u"recovered-"_s + recovery.quarantine,
                sentences({text, tr("The damaged file is kept.")}),
                {IncidentAction::Details, IncidentAction::ShowFile});
        incident.notifyKey = u"data"_s;
        incident.file = recovery.quarantine;
        incident.closable = true;
    }

    void servers()
    {
        // Before the first server is set up, the assistant leads.
        const bool setUp =
            std::any_of(m_in.bot.servers.cbegin(), m_in.bot.servers.cend(), [](const BotState::Server &one) {
                return one.config.configured || !one.config.ticketCategories.isEmpty();
            });
        for (const BotState::Server &server : m_in.bot.servers) {
            if (server.removed && m_in.archived.contains(server.id))
                continue;
            if (server.removed) {
                Incident &incident =
                    add(Kind::Removed, Severity::Warning, u"removed-"_s + server.id.toString(),
                        tr("The bot was removed from %1. Its history is still here.").arg(server.name),
                        {IncidentAction::InviteAgain, IncidentAction::ArchiveServer});
                incident.server = server.id;
                incident.closable = true;
                continue;
            }
            // What the environment fixes has a row of its own where it fits nothing.
            if (setUp && server.available && server.config.ticketCategories.isEmpty()
                && !server.config.fixedByEnvironment.contains(Setting::TicketCategories)) {
                Incident &incident =
                    add(Kind::NotSetUp, Severity::Warning, u"setup-"_s + server.id.toString(),
                        tr("No tickets of %1 are recorded: it is not chosen yet which of its categories hold "
                           "them.")
                            .arg(server.name),
                        {IncidentAction::ChooseCategories});
                incident.server = server.id;
                incident.closable = true;
            }
            if (!server.unreadable.isEmpty()) {
                Incident &incident = add(
                    Kind::MissingPermission, Severity::Warning, u"permission-"_s + server.id.toString(),
                    server.unreadable.size() == 1
                        ? tr("Cannot read everything on %1: %2").arg(server.name, server.unreadable.first())
                        : tr("Cannot read everything on %1: %2 (and %3 more)")
                              .arg(server.name, server.unreadable.first())
                              .arg(Format::count(server.unreadable.size() - 1)),
                    {IncidentAction::HowToFix});
                incident.server = server.id;
                incident.closable = true;
                incident.details =
                    QStringList(server.unreadable.begin(), server.unreadable.end()).join(u'\n');
            }
            for (const QString &text : server.cannotPost) {
                Incident &incident = add(Kind::MissingPermission, Severity::Warning,
                                         u"post-%1-%2"_s.arg(server.id.toString(), text), text,
                                         {IncidentAction::HowToFix, IncidentAction::ChooseChannel});
                incident.server = server.id;
                // One missing right shows in many channels at once.
                incident.notifyKey = u"post-"_s + server.id.toString();
                incident.closable = true;
                incident.details = text;
            }
            for (const GuildConfig::Problem &problem : server.config.problems) {
                Incident &incident = add(Kind::ConfigProblem, Severity::Note,
                                         u"config-%1-%2"_s.arg(server.id.toString(), problem.entry),
                                         u"%1: %2"_s.arg(environmentName(problem.setting), problem.text), {});
                incident.server = server.id;
                incident.banner = false;
            }
        }
    }

    void others()
    {
        if (m_in.bot.rest.pausedForMs > 0 && m_in.pausedSinceMs > 0
            && m_in.nowMs - m_in.pausedSinceMs + m_in.bot.rest.pausedForMs > QuietPauseMs) {
            Incident &incident = add(Kind::RateLimited, Severity::Warning, u"ratelimit"_s,
                                     tr("Discord asked us to slow down. Resuming at %1.")
                                         .arg(clockTime(m_in.nowMs + m_in.bot.rest.pausedForMs, true)),
                                     {IncidentAction::Details});
            incident.closable = true;
        }
        if (m_in.bot.anotherProgramSuspected) {
            add(Kind::SecondCopy, Severity::Warning, u"second"_s,
                tr("Another program is running this bot (its replies may appear twice)."),
                {IncidentAction::StopHere})
                .closable = true;
        }
        const bool contentRefused = m_in.bot.gateway.messageContentRefused;
        if (contentRefused || (m_in.messageContentWanted && !m_in.bot.messageContent && m_in.bot.self)) {
            Incident &incident = add(
                Kind::MessageContentOff, Severity::Warning, u"content"_s,
                tr("Message Content is off in the Developer Portal. Tickets are still tracked; reasons and "
                   "ratings from other bots' messages are not."),
                {IncidentAction::ShowSwitch});
            incident.closable = true;
        }
        if (std::abs(m_in.clockOffMs) > ClockToleranceMs) {
            Incident &incident =
                add(Kind::ClockWrong, Severity::Note, u"clock"_s,
                    tr("This computer's clock differs from Discord's by %1. Recorded times come from "
                       "Discord and stay right.")
                        .arg(Format::elapsed(std::abs(m_in.clockOffMs))),
                    {IncidentAction::Details});
            incident.banner = false;
        }
    }

    const IncidentInput &m_in;
    QVector<Incident> m_list;
};

QString IncidentList::actionText(IncidentAction action, const Incident &incident)
{
    switch (action) {
    case IncidentAction::TryNow:
        return tr("Try now");
    case IncidentAction::NetworkDetails:
        return tr("Network details");
    case IncidentAction::EnterToken:
        return tr("Enter new token");
    case IncidentAction::ShowSwitch:
        return tr("Show me the switch");
    case IncidentAction::CopyDetails:
        return tr("Copy details");
    case IncidentAction::StartAgain:
        return tr("Start again");
    case IncidentAction::Details:
        return tr("Details");
    case IncidentAction::HowToFix:
        return tr("How to fix");
    case IncidentAction::InviteAgain:
        return tr("Invite again");
    case IncidentAction::StopHere:
        return tr("Stop here");
    case IncidentAction::OpenSettings:
        return tr("Open settings");
    case IncidentAction::ReadTokenAgain:
        return tr("Try again");
    case IncidentAction::StopWaiting:
        return tr("Stop waiting");
    case IncidentAction::UseThisBot:
        return tr("Go on with this bot");
    case IncidentAction::SeeWhy:
        return tr("See why");
    case IncidentAction::ChooseCategories:
        return tr("Choose categories");
    case IncidentAction::ChooseChannel:
        return tr("Choose another channel");
    case IncidentAction::ArchiveServer:
        return tr("Archive server");
    case IncidentAction::SaveCopy:
        return tr("Save a copy elsewhere…");
    case IncidentAction::ShowFile:
        return tr("Show file");
    case IncidentAction::OldBackups:
        return incident.bytes > 0 ? tr("Old backups (%1)…").arg(Format::bytes(incident.bytes))
                                  : tr("Old backups…");
    }
    return {};
}

QString IncidentList::explanation(const Incident &incident, const IncidentInput &in)
{
    switch (incident.kind) {
    case Kind::ClockWrong: {
        const QString ours = Dates::exactTime(in.nowMs, in.zone);
        const QString theirs = Dates::exactTime(in.nowMs - in.clockOffMs, in.zone);
        return tr("This computer says %1, Discord says %2. Times of tickets and messages come from Discord "
                  "and "
                  "are right; only what this program says about now (how long somebody waits, when a summary "
                  "is "
                  "sent) goes by this computer's clock. Set the clock in the system's settings, or let it be "
                  "set from the network.")
            .arg(ours, theirs);
    }
    case Kind::TooManySessions:
        return tr(
            "Discord takes a bot's token away when it begins 1,000 sessions within 24 hours. This program "
            "stops at 200, restarts of the program included. It was reached because the connection was "
            "lost and made anew very often, or because the same token is used in a second place. Nothing "
            "is lost: when the pause is over, what happened meanwhile is read from Discord.");
    case Kind::Offline:
        return tr(
            "This computer has no connection to the network, or the system says so. The bot connects by "
            "itself as soon as it is back, and reads what happened meanwhile.");
    case Kind::NotSetUp:
        return tr("The bot watches only the categories that are chosen. Once one is, the tickets that are "
                  "open in it "
                  "are found at once; those that were closed before cannot be.");
    case Kind::MissingPermission:
        if (incident.key.startsWith("post-"_L1))
            return tr(
                "In Discord, open the channel's settings, choose Permissions, add the bot's role and allow "
                "View Channel, Send Messages and Embed Links, for pictures Attach Files too. It is noticed "
                "here by itself, and what waits is posted then.");
        return tr(
            "In Discord, open the settings of the channel or its category, choose Permissions, add the "
            "bot's role and allow View Channel and Read Message History. It is noticed here by itself.");
    case Kind::DatabaseCorrupt:
        if (!in.recovery)
            break;
        return sentences(
            {in.recovery->complete ? tr("Everything in the damaged file could be read.")
                                   : tr("Parts of the damaged file could not be read; what Discord still has "
                                        "of them is read again."),
             tr("%n message(s) were recovered.", nullptr, int(in.recovery->messagesRecovered)),
             tr("The damaged file lies in the data folder under %1.").arg(in.recovery->quarantine)});
    default:
        break;
    }
    return incident.details;
}

ConnectionWords IncidentList::words(const IncidentInput &in, int overdue)
{
    using Shape = ConnectionWords::Shape;
    const Discord::GatewayStatus &gateway = in.bot.gateway;
    if (in.bot.rest.tokenRejected || gateway.state == State::Failed)
        return {Shape::Exclamation, tr("Stopped: needs attention")};
    if (in.trouble.kind != StorageTrouble::Kind::None && in.trouble.kind != StorageTrouble::Kind::LowSpace)
        return {Shape::Exclamation, tr("Data cannot be saved")};
    switch (gateway.state) {
    case State::Connected:
        return {overdue > 0 ? Shape::Dot : Shape::Normal, tr("Connected")};
    case State::Connecting:
    case State::Identifying:
    case State::Resuming:
        return {Shape::Slash, tr("Connecting…")};
    case State::Waiting:
        if (!in.computerOnline)
            return {Shape::Slash, tr("Offline")};
        return {Shape::Slash,
                gateway.untilMs > in.nowMs ? tr("Disconnected, trying again in %1 s")
                                                 .arg(Format::count(secondsUntil(gateway.untilMs, in.nowMs)))
                                           : tr("Disconnected, trying again now")};
    case State::Paused:
        return {Shape::Slash, tr("Paused until %1").arg(Dates::time(gateway.untilMs, in.zone))};
    case State::Stopped:
    case State::Failed:
        break;
    }
    return {Shape::Slash, in.tokenKnown ? tr("Bot stopped") : tr("Not connected yet")};
}

QString IncidentList::backOnline(qint64 awayMs, int closed, int opened)
{
    const QString minutes = tr("%n minute(s) were checked again", nullptr,
                               int(qMax<qint64>(1, (awayMs + MinuteMs - 1) / MinuteMs)));
    if (closed == 0 && opened == 0)
        return tr("Back online. %1; nothing missed.", "%1: \"6 minutes were checked again\"").arg(minutes);
    QStringList found;
    if (opened > 0)
        found.append(tr("%n ticket(s) were opened meanwhile", nullptr, opened));
    if (closed > 0)
        found.append(
            tr("%n ticket(s) were closed meanwhile; their closing time may be approximate", nullptr, closed));
    return tr("Back online. %1: %2.", "%1: \"6 minutes were checked again\", %2: what was found")
        .arg(minutes, found.join(tr("; ", "between two findings")));
}

} // namespace

bool Incident::hasAlarm() const
{
    switch (kind) {
    case Kind::Offline:
    case Kind::Disconnected:
    case Kind::DatabaseCorrupt:
    case Kind::DatabaseFailing:
        return true;
    default:
        return false;
    }
}

QVector<Incident> incidents(const IncidentInput &input)
{
    return IncidentList(input).all();
}

QString incidentActionText(IncidentAction action, const Incident &incident)
{
    return IncidentList::actionText(action, incident);
}

QString incidentExplanation(const Incident &incident, const IncidentInput &input)
{
    return IncidentList::explanation(incident, input);
}

ConnectionWords connectionWords(const IncidentInput &input, int overdue)
{
    return IncidentList::words(input, overdue);
}

QString backOnlineText(qint64 awayMs, int closedMeanwhile, int openedMeanwhile)
{
    return IncidentList::backOnline(awayMs, closedMeanwhile, openedMeanwhile);
}

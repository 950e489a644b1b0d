// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demoscript.h"

#include "app/demo/demoworld.h"
#include "app/demo/standindiscord.h"
#include "app/demo/worlddata.h"

using namespace Qt::Literals::StringLiterals;

// The incidents that come from Discord's side. Each is brought about by what Discord would do, never by
// telling the bot what to show.

namespace {
constexpr int SecondMs = 1000;
constexpr int DisallowedIntents = 4014;
} // namespace

QStringList DemoScript::incidents()
{
    return {u"disconnect"_s, u"offline"_s,    u"revoked"_s, u"content"_s, u"intents"_s, u"ratelimit"_s,
            u"sessions"_s,   u"permission"_s, u"removed"_s, u"second"_s,  u"clock"_s,   u"busy"_s};
}

QStringList DemoScript::alarms()
{
    return {u"overdue"_s, u"late"_s};
}

bool DemoScript::simulate(const QString &word)
{
    const std::map<QString, std::function<void()>> actions{
        {u"disconnect"_s, [this] { disconnect(); }},     {u"offline"_s, [this] { offline(); }},
        {u"revoked"_s, [this] { revoked(); }},           {u"content"_s, [this] { contentSwitchedOff(); }},
        {u"intents"_s, [this] { intentsRefused(); }},    {u"ratelimit"_s, [this] { rateLimited(); }},
        {u"sessions"_s, [this] { sessionsUsedUp(); }},   {u"permission"_s, [this] { permissionTaken(); }},
        {u"removed"_s, [this] { removedFromServer(); }}, {u"second"_s, [this] { secondCopy(); }},
        {u"clock"_s, [this] { clockWrong(); }},          {u"busy"_s, [this] { busyHour(); }},
        {u"overdue"_s, [this] { overdueTickets(); }},    {u"late"_s, [this] { lateResponses(); }},
    };
    const auto it = actions.find(word);
    if (it == actions.end())
        return false;
    it->second();
    return true;
}

void DemoScript::endAfter(int ms, const QString &word, std::function<void()> action)
{
    QTimer::singleShot(ms, this, [this, word, action] {
        action();
        emit incidentEnded(word);
    });
}

// Life goes on meanwhile, so there is something to catch up with.
void DemoScript::disconnect()
{
    m_discord.refuseConnections(true);
    m_discord.dropSocket();
    endAfter(25 * SecondMs, u"disconnect"_s, [this] { m_discord.refuseConnections(false); });
}

void DemoScript::offline()
{
    m_discord.setOffline(true);
    endAfter(40 * SecondMs, u"offline"_s, [this] { m_discord.setOffline(false); });
}

void DemoScript::revoked()
{
    m_discord.setToken(m_discord.token() + u"-reset"_s);
}

void DemoScript::contentSwitchedOff()
{
    m_discord.setApplicationFlags(0);
    m_discord.closeWith(DisallowedIntents, u"Disallowed intent(s)."_s);
    endAfter(60 * SecondMs, u"content"_s,
             [this] { m_discord.setApplicationFlags(World::MessageContentLimitedFlag); });
}

void DemoScript::intentsRefused()
{
    m_discord.setApplicationFlags(0);
    m_discord.refuseIntents(true);
    m_discord.closeWith(DisallowedIntents, u"Disallowed intent(s)."_s);
    endAfter(60 * SecondMs, u"intents"_s, [this] {
        m_discord.refuseIntents(false);
        m_discord.setApplicationFlags(World::MessageContentLimitedFlag);
    });
}

void DemoScript::rateLimited()
{
    constexpr int Seconds = 75;
    const QByteArray wait = QByteArray::number(Seconds);
    m_discord.answerNext(
        u"* /guilds/**"_s, 429,
        {{"Retry-After", wait}, {"X-RateLimit-Global", "true"}, {"X-RateLimit-Scope", "global"}},
        "{\"message\":\"You are being rate limited.\",\"retry_after\":" + wait + ",\"global\":true}");
    // Nothing may be asked for a while; a server that comes back after a moment is always looked through
    // again.
    m_discord.world().setGuildOutage(m_server.guild, true);
    m_discord.world().setGuildOutage(m_server.guild, false);
    endAfter(Seconds * SecondMs, u"ratelimit"_s, [this] { m_discord.clearKnobs(); });
}

void DemoScript::sessionsUsedUp()
{
    // The session is over, and the gateway's address fails often enough in a row to be asked for again, which is when the
    // bot learns that no new session is left.
    constexpr int ResetMs = 120 * SecondMs;
    constexpr int SessionTimedOut = 4009;
    m_discord.setSessionStartLimit(0, ResetMs);
    m_discord.setResumable(false);
    m_discord.refuseConnections(true);
    m_discord.closeWith(SessionTimedOut);
    QTimer::singleShot(25 * SecondMs, this, [this] { m_discord.refuseConnections(false); });
    endAfter(ResetMs, u"sessions"_s, [this] {
        m_discord.setResumable(true);
        m_discord.setSessionStartLimit(1000, 0);
    });
}

void DemoScript::permissionTaken()
{
    m_discord.world().denyBot(m_server.logChannel, World::SendMessages | World::EmbedLinks);
    endAfter(120 * SecondMs, u"permission"_s, [this] { m_discord.world().denyBot(m_server.logChannel, 0); });
}

void DemoScript::removedFromServer()
{
    m_discord.world().removeGuild(m_server.guild);
    endAfter(90 * SecondMs, u"removed"_s, [this] { m_discord.world().inviteAgain(m_server.guild); });
}

void DemoScript::secondCopy()
{
    // Another program was faster with four commands in a row.
    constexpr int Commands = 4;
    m_discord.answerNext(u"POST /interactions/*/*/callback"_s, 400, {},
                         R"({"message":"Interaction has already been acknowledged.","code":40060})",
                         Commands);
    for (int i = 0; i < Commands; ++i)
        QTimer::singleShot(i * SecondMs, this, [this] {
            for (const QJsonValue &command : m_discord.commands()) {
                if (command.toObject().value("name"_L1).toString() == "help"_L1)
                    m_discord.runCommand(m_server.guild, m_server.staffChannel, m_server.staff.first().id,
                                         u"help"_s);
            }
        });
    endAfter(30 * SecondMs, u"second"_s, [this] { m_discord.clearKnobs(); });
}

void DemoScript::clockWrong()
{
    m_discord.setDateOffset(6 * 60 * SecondMs);
    // The server's time comes with answers to requests; this makes the bot ask.
    m_discord.world().setGuildOutage(m_server.guild, true);
    m_discord.world().setGuildOutage(m_server.guild, false);
    endAfter(120 * SecondMs, u"clock"_s, [this] { m_discord.setDateOffset(0); });
}

// -- what managers are told of --------------------------------------------------------------------

quint64 DemoScript::openTicketAt(qint64 atMs)
{
    const quint64 channel = openDemoTicket(m_discord.world(), m_server, pickCategory(),
                                           below(int(m_server.requesters.size())), m_nextNumber++, atMs);
    adopt(channel);
    return channel;
}

// Three that nobody has answered for longer than the target; somebody does after half a minute.
void DemoScript::overdueTickets()
{
    constexpr qint64 WaitedMs = 11 * 60 * SecondMs;
    QList<quint64> channels;
    for (int i = 0; i < 3; ++i)
        channels.append(openTicketAt(m_discord.world().now() - WaitedMs - i * SecondMs));
    endAfter(30 * SecondMs, u"overdue"_s, [this, channels] {
        for (const quint64 channel : channels) {
            if (m_tickets.count(channel) > 0)
                staffAnswers(channel);
        }
    });
}

// Enough answers that come too late for the day's share to be missed.
void DemoScript::lateResponses()
{
    constexpr qint64 WaitedMs = 25 * 60 * SecondMs;
    for (int i = 0; i < 12; ++i)
        staffAnswers(openTicketAt(m_discord.world().now() - WaitedMs - i * SecondMs));
    endAfter(10 * SecondMs, u"late"_s, [] {});
}

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/bot.h"

#include "bot/base/logging.h"
#include "bot/discord/routes.h"
#include "bot/store/metakeys.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

// Looking for what nobody told: events that Discord never sent, a replay with holes, events that could not be read, a
// removal that is only an outage (PROTOCOL 2.5, R-06, A-01).

namespace BotChecks {

constexpr int RecheckDelayMs = 2'000; // troubles come in bursts
constexpr qint64 MalformedCheckMs = 10 * MinuteMs; // at most one check of a server's channels in that time
constexpr qsizetype SampleOf = 100;
constexpr qsizetype MostSuspects = 500;

} // namespace BotChecks

void Bot::startWork(Server &server, CatchUp::Task task)
{
    task.storage = &m_storage;
    task.rest = m_rest.get();
    task.view = &server.view;
    task.tracker = &server.tracker;
    task.clock = m_options.clock;
    task.auditCheckpoint = server.auditCheckpoint;
    task.verified = server.verified;
    if (task.kind == CatchUp::Kind::Reconcile) {
        task.gapFromMs = server.gapFromMs;
        if (server.gapFromMs != 0)
            rememberGap(server);
    }
    task.apply = [this, &server](const Discord::Event &event) {
        if (const auto *created = std::get_if<Discord::ChannelCreate>(&event))
            server.categoriesDiffer |= created->channel.type == Discord::ChannelType::Category;
        else if (const auto *updated = std::get_if<Discord::ChannelUpdate>(&event))
            server.categoriesDiffer |= updated->channel.type == Discord::ChannelType::Category;
        else if (const auto *deleted = std::get_if<Discord::ChannelDelete>(&event))
            server.categoriesDiffer |= deleted->channel.type == Discord::ChannelType::Category;
        server.view.apply(event);
    };
    server.catchUp = std::make_unique<CatchUp>(std::move(task));
    connect(server.catchUp.get(), &CatchUp::finished, this, &Bot::onCaughtUp, Qt::QueuedConnection);
    connect(server.catchUp.get(), &CatchUp::progressed, this, &Bot::changed);
    server.catchUp->start();
    changed();
}

// What catching up finds is committed as it comes, and that moves "last alive": the start of what is being caught up on is
// kept apart, so that the next start looks as far back when this process dies before it has finished.
void Bot::rememberGap(const Server &server)
{
    m_storage.write(
        this,
        [key = gapMetaKey(server.view.id()), from = server.gapFromMs](Writer &w) {
            return w.setMeta(key, QString::number(from));
        },
        [](const Status &) {});
}

// -- events that never came -------------------------------------------------------------------------------------------

void Bot::checkAll()
{
    for (auto &[id, server] : m_servers) {
        if (server->view.available() && server->caughtUp)
            check(*server);
    }
}

void Bot::check(Server &server)
{
    // A catching up that is under way reads everything anyway.
    if (server.catchUp && server.catchUp->kind() != CatchUp::Kind::Recheck)
        return;
    CatchUp::Task task;
    task.kind = CatchUp::Kind::Check;
    task.gapFromMs = server.lookedMs;
    startWork(server, std::move(task));
}

void Bot::suspect(Server &server, ChannelId channel)
{
    if (!server.tracker.isTicket(channel) || server.suspects.size() >= BotChecks::MostSuspects)
        return;
    server.suspects.insert(channel);
    m_recheckTimer.start(BotChecks::RecheckDelayMs);
}

// A replay may have holes although it ended well: one open ticket of a hundred is read again, at least one of each server.
void Bot::suspectSome()
{
    for (auto &[id, server] : m_servers) {
        if (!server->view.available() || !server->caughtUp)
            continue;
        QVector<ChannelId> open;
        for (const Discord::Channel &channel : server->view.channels()) {
            if (server->tracker.isOpenTicket(channel.id) && !server->unreadable.contains(channel.id))
                open.append(channel.id);
        }
        std::sort(open.begin(), open.end());
        for (qsizetype left = (open.size() + BotChecks::SampleOf - 1) / BotChecks::SampleOf; left > 0;
             --left) {
            const auto at = qsizetype(m_options.clock.random() * double(open.size()));
            suspect(*server, open.takeAt(std::min(at, open.size() - 1)));
        }
    }
}

void Bot::recheck()
{
    for (auto &[id, server] : m_servers) {
        if (server->suspects.isEmpty() || server->catchUp || !server->view.available())
            continue; // what is under way starts the timer again when it has finished
        CatchUp::Task task;
        task.kind = CatchUp::Kind::Recheck;
        const QSet<ChannelId> suspects = std::exchange(server->suspects, {});
        for (const ChannelId channel : suspects) {
            if (server->view.channel(channel))
                task.only.append(channel);
        }
        if (!task.only.isEmpty())
            startWork(*server, std::move(task));
    }
}

void Bot::onRechecked(Server &server, const CatchUp::Outcome &outcome)
{
    server.verified.insert(outcome.verified);
    if (outcome.failed)
        qCWarning(lcBot).noquote() << u"Some channels of %1 could not be read again."_s.arg(server.info.name);
    checkReady();
    changed();
}

// What it said is lost, what it was about is not.
void Bot::onMalformed(Server &server, const Discord::MalformedEvent &event)
{
    if (event.name.startsWith("MESSAGE_"_L1)) {
        suspect(server, event.channel);
        return;
    }
    const bool aboutChannels = event.name.startsWith("CHANNEL_"_L1) || event.name.startsWith("THREAD_"_L1)
        || event.name.startsWith("GUILD_AUDIT_LOG_"_L1);
    const MonoMs now = m_options.clock.mono();
    if (!aboutChannels || !server.caughtUp
        || (m_checkedForMalformed != 0 && now - m_checkedForMalformed < BotChecks::MalformedCheckMs))
        return;
    m_checkedForMalformed = now;
    check(server);
}

// -- removed, or only not there ---------------------------------------------------------------------------------------

void Bot::confirmRemoval(GuildId guild)
{
    m_rest->call(Discord::Routes::guild(guild), this, [this, guild](const Discord::RestReply &reply) {
        Server *server = find(guild);
        if (!server || server->seenThisSession || (reply.status != 403 && reply.status != 404))
            return; // it is there: GUILD_CREATE comes when its outage is over
        server->view.apply(Discord::GuildDelete{guild, false});
        server->catchUp.reset();
        m_awaitedGuilds.remove(guild);
        onRemoved(*server);
        checkReady();
        changed();
    });
}

// Its data is kept read-only; a new invitation goes on from there.
void Bot::onRemoved(Server &server)
{
    server.info.removed = true;
    m_storage.write(
        this, [info = server.info](Writer &w) { return w.saveGuild(info); }, [](const Status &) {});
    qCWarning(lcBot).noquote() << u"The bot was removed from %1. Its history is kept."_s.arg(
        server.info.name);
}

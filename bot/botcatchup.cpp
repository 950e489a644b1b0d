// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/bot.h"

#include "bot/base/logging.h"
#include "bot/discord/routes.h"
#include "bot/store/gaps.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

// Catching up with what happened while nobody looked (PROTOCOL 2.4), and looking for what nobody told: events that Discord
// never sent, a replay with holes, events that could not be read, a removal that is only an outage (2.5, R-06, A-01).

namespace BotCatchUp {

constexpr int RecheckDelayMs = 2'000; // troubles come in bursts
constexpr qsizetype SampleOf = 100;
constexpr qsizetype MostSuspects = 500;

} // namespace BotCatchUp

static QVector<NamedCategory> named(const QVector<ChannelId> &ids, const GuildConfig &config)
{
    QVector<NamedCategory> result;
    for (const ChannelId id : ids)
        result.append({id, config.categoryNames.value(id)});
    return result;
}

// PROTOCOL S-08: trackers, checkpoints and settings are those of the database that is in force now. A new session brings
// every server whole, and catching up finds what Discord still has.
void Bot::startAnew(BotMemory memory)
{
    m_recheckTimer.stop();
    m_permissionsChanged.clear();
    m_servers.clear();
    m_memory = std::move(memory); // what was counted against the token stays with the connection (I-03)
    for (auto it = m_memory.guilds.cbegin(); it != m_memory.guilds.cend(); ++it)
        serverFor(it.key());
    m_readySaid = false;
    m_commandsSettled = false;
    m_connection->connectAnew();
    changed();
}

void Bot::startWork(Server &server, CatchUp::Task task)
{
    task.storage = &m_storage;
    task.rest = &rest();
    task.view = &server.view;
    task.tracker = &server.tracker;
    task.clock = m_options.clock;
    task.auditCheckpoint = server.auditCheckpoint;
    task.verified = server.verified;
    if (task.kind == CatchUp::Kind::Reconcile)
        task.gapFromMs = server.gapFromMs;
    task.imported = task.gapFromMs != 0 && server.gapCause == ImportedCause;
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

void Bot::beginGap(Server &server, UtcMs fromMs, const QString &cause)
{
    if (server.gapFromMs != 0)
        return;
    server.gapFromMs = fromMs;
    server.gapCause = cause;
    rememberGap(server);
}

// What other servers send, and what catching up finds, is committed as it comes, and that moves "last alive": since when a
// server is out of sight is kept apart, so that the next start looks as far back when this process dies before the end.
void Bot::rememberGap(const Server &server)
{
    m_storage.write(
        this,
        [guild = server.view.id(), from = server.gapFromMs, cause = server.gapCause](Writer &w) {
            return ::rememberGap(w, guild, from, cause);
        },
        [](const Status &) {});
}

void Bot::checkAgain(GuildId guild)
{
    if (Server *server = find(guild); server && server->view.available())
        server->caughtUp && server->gapFromMs == 0 ? check(*server)
                                                   : catchUp(*server); // only that closes a gap
}

void Bot::catchUp(Server &server)
{
    startWork(server, {});
}

void Bot::onCaughtUp(GuildId guild, const CatchUp::Outcome &outcome)
{
    Server *server = find(guild);
    if (!server || !server->catchUp || sender() != server->catchUp.get())
        return;
    const CatchUp::Kind kind = server->catchUp->kind();
    server->catchUp.reset();
    if (!server->suspects.isEmpty())
        m_recheckTimer.start(0);
    if (m_permissionsChanged.contains(guild))
        m_permissionTimer.start();
    if (kind == CatchUp::Kind::Recheck) {
        onRechecked(*server, outcome);
        return;
    }
    server->caughtUp = true;
    server->unreadable = outcome.unreadable;
    server->unreadableTexts = outcome.unreadableTexts;
    if (outcome.auditCheckpoint > server->auditCheckpoint)
        server->auditCheckpoint = outcome.auditCheckpoint;

    const UtcMs now = m_options.clock.utc();
    server->verified = outcome.verified;
    if (!outcome.failed)
        server->lookedMs = now;
    const QVector<NamedCategory> categories =
        named(server->view.config().ticketCategories, server->view.config());
    const bool auditRefused = !outcome.auditReadable && !outcome.failed;
    if (!std::exchange(server->auditRefused, auditRefused) && auditRefused)
        qCWarning(lcBot).noquote()
            << u"%1: View Audit Log is missing. When a ticket was closed while the bot was away is only roughly known."_s
                   .arg(server->info.name);
    // What one channel lost is a gap of that channel, until it can be read. Without its history alone it still tells what is
    // written now.
    const bool wasAway = kind == CatchUp::Kind::Reconcile && (server->gapFromMs != 0 || server->oldNews);
    QHash<ChannelId, QString> holes = outcome.unreadable;
    holes.removeIf([&](const auto &entry) {
        const bool sees = server->view.ownPermissions(entry.key()) & Discord::Permission::ViewChannel;
        return !server->tracker.isTicket(entry.key()) || (sees && !wasAway);
    });
    const QList<ChannelId> read = outcome.verified.keys();
    const UtcMs holesFrom = server->gapFromMs != 0 ? server->gapFromMs : now;
    // A gap stays a hole only where something is lost for good (PROTOCOL 2.5); what was read again is whole.
    const bool recovered = !outcome.messagesLost && outcome.closedUnexplained == 0;
    // Only catching up closes a gap, and what failed is tried again: until then it is one.
    const bool closesGap = kind == CatchUp::Kind::Reconcile && !outcome.failed;
    const UtcMs from = closesGap ? std::exchange(server->gapFromMs, 0) : 0;
    const bool firstLook = server->oldNews || server->gapCause == ImportedCause;
    if (!outcome.failed)
        m_notices->caughtUp(guild, from, !std::exchange(server->oldNews, false));
    const QString cause = closesGap ? std::exchange(server->gapCause, {}) : server->gapCause;
    m_storage.write(
        this,
        [guild, from, now, cause, recovered, categories, closesGap, holes, holesFrom, read, firstLook,
         done = !outcome.failed](Writer &w) -> Status {
            if (closesGap) {
                if (Status closed = forgetGap(w, guild); !closed)
                    return closed;
            }
            if (Status kept = w.rememberCategories(guild, categories); !kept)
                return kept;
            if (Status alive = w.markAlive(now); !alive)
                return alive;
            if (done) { // "Last catch-up" of Data > Health
                if (Status told = w.setMeta(u"caught_up_at"_s, QString::number(now)); !told)
                    return told;
            }
            if (Status told = markUnreadable(w, guild, holes, read, holesFrom, now); !told)
                return told;
            if (done && firstLook) { // the hole after an import ends here
                if (Status noted = noteFirstLook(w, guild, now); !noted)
                    return noted;
            }
            if (from == 0 || from >= now || cause == ImportedCause)
                return {}; // that one follows from the import
            Result<qint64> gap = w.openGap(guild, {}, from, cause, CoverageGap::State::MessagesLost);
            if (!gap)
                return gap.error();
            return w.closeGap(*gap, now, recovered, {});
        },
        [](const Status &status) {
            if (!status)
                qCWarning(lcBot).noquote() << "Could not record the gap:" << status.error().detail;
        });
    qCInfo(lcBot).noquote() << u"%1 is caught up: %2 opened, %3 closed, %4 messages read."_s
                                   .arg(server->info.name)
                                   .arg(outcome.opened)
                                   .arg(outcome.closed)
                                   .arg(outcome.messages);
    for (const QString &line : outcome.unreadableTexts)
        qCWarning(lcBot).noquote() << line;
    if (outcome.failed) {
        constexpr int AgainMs = 60'000;
        QTimer::singleShot(AgainMs, this, [this, guild] {
            if (Server *again = find(guild); again && again->view.available() && !again->catchUp)
                catchUp(*again);
        });
    }
    if (std::exchange(server->categoriesDiffer, false))
        applyConfig(*server);
    checkReady();
    changed();
}

// Sight given back means messages to read; sight lost is a hole to name, never a closed ticket (PROTOCOL A-04, N-13).
void Bot::permissionsMayHaveChanged(Server &server)
{
    rest().forgetForbidden();
    m_notices->rightsChanged(server.view.id());
    if (!server.view.available())
        return;
    if (server.catchUp) {
        m_permissionsChanged.insert(server.view.id()); // looked at again when it has finished
        return;
    }
    bool changedSight = false;
    for (const Discord::Channel &channel : server.view.channels()) {
        const bool wasUnreadable = server.unreadable.contains(channel.id);
        if (!wasUnreadable && !server.tracker.isOpenTicket(channel.id))
            continue;
        constexpr Discord::Permissions Needed =
            Discord::Permission::ViewChannel | Discord::Permission::ReadMessageHistory;
        const bool readable = (server.view.ownPermissions(channel.id) & Needed) == Needed;
        changedSight = changedSight || readable == wasUnreadable;
    }
    if (changedSight)
        catchUp(server);
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
    if (!server.tracker.isTicket(channel) || server.suspects.size() >= BotCatchUp::MostSuspects)
        return;
    server.suspects.insert(channel);
    m_recheckTimer.start(BotCatchUp::RecheckDelayMs);
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
        for (qsizetype left = (open.size() + BotCatchUp::SampleOf - 1) / BotCatchUp::SampleOf; left > 0;
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
    if (!aboutChannels || std::exchange(server.malformedCheckDue, true))
        return;
    // One look is enough for many of them; those that come too soon after it have one of their own later.
    const qint64 wait = server.caughtUp
        ? std::max<qint64>(0, server.nextMalformedCheck - m_options.clock.mono())
        : m_options.malformedCheckMs;
    QTimer::singleShot(wait, this, [this, guild = server.view.id()] {
        Server *again = find(guild);
        if (!again)
            return;
        again->malformedCheckDue = false;
        again->nextMalformedCheck = m_options.clock.mono() + m_options.malformedCheckMs;
        if (again->caughtUp)
            check(*again);
    });
}

// -- removed, or only not there ---------------------------------------------------------------------------------------

void Bot::confirmRemoval(GuildId guild)
{
    rest().call(Discord::Routes::guild(guild), this, [this, guild](const Discord::RestReply &reply) {
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

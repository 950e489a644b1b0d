// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/catchup.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

// What no snapshot of the gateway shows: changes that were never told, channels that are gone or only out of sight, and
// archived threads.

namespace CatchUpChannels {

constexpr UtcMs SlackMs = MinuteMs; // between what was seen last and what was written down

bool differs(const Discord::Channel &a, const Discord::Channel &b)
{
    const auto same = [](const Discord::Overwrite &x, const Discord::Overwrite &y) {
        return x.id == y.id && x.member == y.member && x.allow == y.allow && x.deny == y.deny;
    };
    return a.parent != b.parent || a.name != b.name || a.type != b.type || a.lastMessage < b.lastMessage
        || !std::equal(a.overwrites.cbegin(), a.overwrites.cend(), b.overwrites.cbegin(), b.overwrites.cend(),
                       same);
}

bool mayRead(Discord::Permissions ours, Discord::Permissions more = 0)
{
    const Discord::Permissions needed =
        Discord::Permission::ViewChannel | Discord::Permission::ReadMessageHistory | more;
    return (ours & needed) == needed;
}

} // namespace CatchUpChannels

// -- a check: what Discord says now, against what we were told ---------------------------------------------------------

void CatchUp::snapshot()
{
    const GuildId guild = m_task.view->id();
    const QHash<ChannelId, Discord::Channel> before = m_task.view->channels();
    ask(Discord::Routes::guildChannels(guild), [this, guild, before](const Discord::RestReply &channels) {
        if (!channels.ok()) {
            m_outcome.failed = true;
            finish();
            return;
        }
        ask(Discord::Routes::activeThreads(guild),
            [this, guild, before, list = channels.json.array()](const Discord::RestReply &threads) {
                const QJsonObject answer = threads.json.object();
                const auto now = Discord::Guild::fromJson({{u"id"_s, guild.toString()},
                                                           {u"channels"_s, list},
                                                           {u"threads"_s, answer.value("threads"_L1)}});
                if (!threads.ok() || !now) {
                    m_outcome.failed = true;
                    finish();
                    return;
                }
                compare(*now, before);
            });
    });
}

void CatchUp::compare(const Discord::Guild &now, const QHash<ChannelId, Discord::Channel> &before)
{
    QSet<ChannelId> there;
    for (const Discord::Channel &channel : now.channels) {
        there.insert(channel.id);
        const Discord::Channel *known = m_task.view->channel(channel.id);
        const auto then = before.constFind(channel.id);
        if (!known) {
            if (!m_task.view->wasDeleted(channel.id))
                m_task.apply(Discord::ChannelCreate{channel});
        } else if (then != before.cend() && !CatchUpChannels::differs(*then, *known)
                   && CatchUpChannels::differs(*known, channel)) {
            // Only where no event came meanwhile: it is newer than this answer.
            m_task.apply(Discord::ChannelUpdate{channel});
        }
    }
    m_task.apply(Discord::ThreadListSync{m_task.view->id(), {}, now.threads});

    QVector<ChannelId> absent;
    for (auto it = before.cbegin(); it != before.cend(); ++it) {
        const bool matters = m_task.tracker->isTicket(it.key()) || it->type == Discord::ChannelType::Category;
        if (!it->isThread() && matters && !there.contains(it.key()) && m_task.view->channel(it.key()))
            absent.append(it.key());
    }
    m_asking = int(absent.size());
    if (absent.isEmpty()) {
        channels();
        return;
    }
    for (const ChannelId id : std::as_const(absent)) {
        ask(Discord::Routes::channel(id), [this, id](const Discord::RestReply &reply) {
            const Discord::Channel *known = m_task.view->channel(id);
            if (reply.status == 404 && !mayPass(reply) && known) {
                m_confirmedGone.insert(id);
                m_task.apply(Discord::ChannelDelete{*known});
            }
            if (--m_asking == 0)
                channels();
        });
    }
}

// -- 2, the end of it: channels that no entry explains ------------------------------------------------------------------

// Not being in a snapshot proves nothing yet: a channel may be out of sight. One question tells.
void CatchUp::explainMissing()
{
    QVector<ChannelId> unexplained;
    for (const ChannelId id : std::as_const(m_missing)) {
        if (m_task.tracker->isOpenTicket(id) && !m_confirmedGone.contains(id))
            unexplained.append(id);
    }
    m_asking = int(unexplained.size());
    if (unexplained.isEmpty()) {
        closeMissing();
        return;
    }
    for (const ChannelId id : std::as_const(unexplained)) {
        ask(Discord::Routes::channel(id), [this, id](const Discord::RestReply &reply) {
            if (reply.status != 404 || mayPass(reply)) {
                m_missing.removeOne(id);
                if (mayPass(reply))
                    m_outcome.failed = true;
                else
                    lostSight(id, QCoreApplication::translate("CatchUp", "View Channel is missing"));
            }
            if (--m_asking == 0)
                closeMissing();
        });
    }
}

void CatchUp::lostSight(ChannelId id, const QString &why)
{
    const Discord::Channel *channel = m_task.view->channel(id);
    m_outcome.unreadable.insert(id, why);
    m_outcome.unreadableTexts.append(u"#%1: %2"_s.arg(channel ? channel->name : id.toString(), why));
}

void CatchUp::closeMissing()
{
    for (const ChannelId id : std::as_const(m_missing))
        m_outcome.closedUnexplained += m_task.tracker->isOpenTicket(id) ? 1 : 0;
    // What was written last in a deleted channel is gone with it.
    m_outcome.messagesLost = m_outcome.messagesLost || !m_missing.isEmpty();
    m_outcome.closed += m_outcome.closedUnexplained;
    keep(m_task.tracker->closeUnexplained(m_missing, m_task.clock.utc(), m_task.gapFromMs));
    archivedThreads();
}

// -- 4: archived threads ------------------------------------------------------------------------------------------------

// They are in no snapshot: what was archived since we last looked is read from each channel that has threads as tickets.
void CatchUp::archivedThreads()
{
    m_asking = 0;
    if (m_task.gapFromMs > 0) {
        for (const ChannelId parent : std::as_const(m_threadParents)) {
            const Discord::Permissions ours = m_task.view->ownPermissions(parent);
            // Asking without the right would only cost a refusal (N-13).
            const bool readable = CatchUpChannels::mayRead(ours);
            const bool alsoPrivate = CatchUpChannels::mayRead(ours, Discord::Permission::ManageThreads);
            m_asking += int(readable) + int(alsoPrivate);
            if (readable)
                archivedPage(parent, false, {});
            if (alsoPrivate)
                archivedPage(parent, true, {});
        }
    }
    if (m_asking == 0)
        absentThreads();
}

void CatchUp::archivedPage(ChannelId parent, bool isPrivate, const QString &before)
{
    ask(Discord::Routes::archivedThreads(parent, isPrivate, before),
        [this, parent, isPrivate, before](const Discord::RestReply &reply) {
            QString oldest = before;
            bool reachedTheGap = true;
            if (reply.ok()) {
                const QJsonObject answer = reply.json.object();
                reachedTheGap = !answer.value("has_more"_L1).toBool();
                const QJsonArray threads = answer.value("threads"_L1).toArray();
                for (const QJsonValue &value : threads) {
                    auto thread = Discord::Channel::fromJson(value.toObject());
                    if (!thread || !thread->thread)
                        continue;
                    thread.value().guild = m_task.view->id();
                    // The newest come first. The next page goes on from Discord's own text: it is finer than ours.
                    oldest = value["thread_metadata"_L1]["archive_timestamp"_L1].toString();
                    if (thread->thread->archiveTimestampMs + CatchUpChannels::SlackMs < m_task.gapFromMs)
                        reachedTheGap = true;
                    else
                        archivedThread(*thread);
                }
            } else {
                m_outcome.failed = m_outcome.failed || mayPass(reply);
            }
            if (!reachedTheGap && oldest != before) {
                archivedPage(parent, isPrivate, oldest);
            } else if (--m_asking == 0) {
                threadEntries();
                absentThreads();
            }
        });
}

void CatchUp::archivedThread(const Discord::Channel &thread)
{
    const bool known = m_task.tracker->isTicket(thread.id) || m_absentThreads.contains(thread.id);
    // What was there before and was no ticket then is none now.
    const UtcMs createdMs = thread.thread->createdAtMs ? thread.thread->createdAtMs : thread.id.createdAtMs();
    if (!known && createdMs + CatchUpChannels::SlackMs < m_task.gapFromMs)
        return;
    m_absentThreads.removeOne(thread.id);
    keep(m_task.tracker->handle(Discord::ThreadUpdate{thread}, *m_task.view, m_task.clock.utc(),
                                m_task.clock.mono()));
    if (!m_task.tracker->isTicket(thread.id) || m_readable.contains(thread.id))
        return;
    m_outcome.opened += known ? 0 : 1;
    m_readable.append(thread.id);
}

// Who archived it and who made it: the audit log said so before the thread was known.
void CatchUp::threadEntries()
{
    m_threadEntries.removeIf([this](const Discord::AuditEntry &entry) {
        return !m_task.tracker->isTicket(ChannelId(entry.target));
    });
    if (!m_threadEntries.isEmpty())
        keep(m_task.tracker->handleAudit(m_threadEntries, *m_task.view));
}

// Threads that were open and are not active: each says for itself whether it is locked, archived or gone.
void CatchUp::absentThreads()
{
    m_asking = int(m_absentThreads.size());
    if (m_absentThreads.isEmpty()) {
        messages();
        return;
    }
    for (const ChannelId id : std::as_const(m_absentThreads)) {
        ask(Discord::Routes::channel(id), [this, id](const Discord::RestReply &reply) {
            if (reply.ok()) {
                if (auto thread = Discord::Channel::fromJson(reply.json.object())) {
                    thread.value().guild = m_task.view->id();
                    keep(m_task.tracker->handle(Discord::ThreadUpdate{thread.value()}, *m_task.view,
                                                m_task.clock.utc(), m_task.clock.mono()));
                    // Created or woken while the list of active ones was on its way.
                    if (m_task.apply && thread->thread && !thread->thread->archived)
                        m_task.apply(Discord::ThreadUpdate{thread.value()});
                    m_readable.append(id);
                }
            } else if (mayPass(reply)) {
                m_outcome.failed = true;
            } else if (reply.status == 404) {
                keep(m_task.tracker->closeUnexplained({id}, m_task.clock.utc(), m_task.gapFromMs));
                m_outcome.messagesLost = true;
            }
            if (--m_asking == 0)
                messages();
        });
    }
}

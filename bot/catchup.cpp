// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/catchup.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int PageSize = 100; // Discord's maximum for messages and audit entries
constexpr int PaceMs = 50; // 20 requests a second (PROTOCOL 2.4)
constexpr int ChannelsAtOnce = 4; // different channels are different buckets
constexpr qsizetype MostThreadEntries = 5000;
// A log that was empty at the first start: every entry that comes later has a larger id than this.
constexpr AuditEntryId BeforeEveryEntry{1};

// What keeps the bot from reading a channel (P-04); empty when nothing does.
QString missingRight(Discord::Permissions ours)
{
    if (!(ours & Discord::Permission::ViewChannel))
        return QCoreApplication::translate("CatchUp", "View Channel is missing");
    if (!(ours & Discord::Permission::ReadMessageHistory))
        return QCoreApplication::translate("CatchUp", "Read Message History is missing");
    return {};
}
} // namespace

CatchUp::CatchUp(Task task, QObject *parent) : QObject(parent), m_task(std::move(task))
{
    m_pace.setInterval(PaceMs);
    connect(&m_pace, &QTimer::timeout, this, &CatchUp::sendNext);
}

void CatchUp::start()
{
    m_outcome.auditCheckpoint = m_task.auditCheckpoint;
    switch (m_task.kind) {
    case Kind::Reconcile:
        channels();
        break;
    case Kind::Check:
        snapshot();
        break;
    case Kind::Recheck:
        m_readable = m_task.only;
        messages();
        break;
    }
}

QString CatchUp::progressText() const
{
    if (m_total == 0)
        return QCoreApplication::translate("CatchUp", "Looking for what happened meanwhile…");
    return QCoreApplication::translate("CatchUp", "Reading messages: %1 of %2 channels")
        .arg(m_total - m_toRead.size() - m_busy)
        .arg(m_total);
}

void CatchUp::ask(Discord::Request request, Done done)
{
    m_queue.enqueue({std::move(request), std::move(done)});
    if (!m_pace.isActive()) {
        m_pace.start();
        sendNext();
    }
}

void CatchUp::sendNext()
{
    if (m_queue.isEmpty()) {
        m_pace.stop();
        return;
    }
    auto [request, done] = m_queue.dequeue();
    m_task.rest->call(std::move(request), this, std::move(done));
}

void CatchUp::keep(const TicketFacts &facts)
{
    if (!facts.isEmpty())
        m_task.storage->enqueue(facts, false); // nobody is told of each (K-02)
}

bool CatchUp::mayPass(const Discord::RestReply &reply)
{
    const bool refused = reply.status >= 400 && reply.status < 500 && reply.discordCode != 0;
    // Refused before, and not asked again (N-13).
    const bool remembered = reply.status == 0 && reply.failure && reply.failure->kind == ErrorKind::Denied;
    return !reply.ok() && !refused && !remembered;
}

// Messages that were not read are a hole, never none (P-04).
void CatchUp::notRead(ChannelId id, const Discord::RestReply &reply)
{
    m_outcome.failed = m_outcome.failed || mayPass(reply);
    lostSight(id, reply.failure->text);
}

// -- 1: channels ----------------------------------------------------------------------------------------------------------

void CatchUp::channels()
{
    TicketTracker::Reconciled found = m_task.tracker->reconcile(*m_task.view, m_task.imported);
    for (const TicketFact &fact : std::as_const(found.facts)) {
        if (std::holds_alternative<Fact::Ticket>(fact.fact))
            ++m_outcome.opened;
        else if (std::holds_alternative<Fact::Closed>(fact.fact))
            ++m_outcome.closed;
    }
    keep(found.facts);
    m_missing = found.missing;
    m_absentThreads = found.absentThreads;
    m_readable = found.readable;
    m_closed = found.closed;
    m_threadParents = found.threadParents;
    for (const ChannelId id : std::as_const(found.unreadable))
        lostSight(id, missingRight(m_task.view->ownPermissions(id)));
    QVector<ChannelId> candidates;
    for (const ChannelId id : std::as_const(found.candidates)) {
        if (const QString missing = missingRight(m_task.view->ownPermissions(id)); missing.isEmpty())
            candidates.append(id);
        else
            lostSight(id, missing);
    }
    judge(candidates);
}

// Channels that were there before their category was configured: the author of the first message decides.
void CatchUp::judge(QVector<ChannelId> candidates)
{
    m_judging = int(candidates.size());
    if (candidates.isEmpty()) {
        audit();
        return;
    }
    for (const ChannelId id : candidates) {
        // "after the channel's own id" gives the oldest message: nothing in a channel is older than the channel.
        ask(Discord::Routes::messagesAfter(id, MessageId(id.value - 1), 1),
            [this, id](const Discord::RestReply &reply) {
                if (reply.ok()) {
                    std::optional<Discord::Message> first;
                    const QJsonArray page = reply.json.array();
                    if (!page.isEmpty()) {
                        if (auto message = Discord::Message::fromJson(page.first().toObject()))
                            first = message.value();
                    }
                    keep(m_task.tracker->judgeCandidate(id, first, *m_task.view));
                } else if (reply.status != 404) {
                    notRead(id, reply);
                }
                if (m_task.tracker->isTicket(id) && !m_readable.contains(id))
                    m_readable.append(id);
                if (--m_judging == 0)
                    audit();
            });
    }
}

// -- 2: audit log -----------------------------------------------------------------------------------------------------------

void CatchUp::audit()
{
    if (!(m_task.view->ownGuildPermissions() & Discord::Permission::ViewAuditLog)) {
        m_outcome.auditReadable = false;
        explainMissing();
        return;
    }
    m_auditAfter = m_task.auditCheckpoint;
    if (m_auditAfter)
        auditPage();
    else
        firstAuditEntry();
}

void CatchUp::firstAuditEntry()
{
    ask(Discord::Routes::newestAuditEntry(m_task.view->id()), [this](const Discord::RestReply &reply) {
        if (reply.ok()) {
            AuditEntryId newest = BeforeEveryEntry;
            const QJsonArray entries = reply.json.object().value("audit_log_entries"_L1).toArray();
            for (const QJsonValue &value : entries)
                newest = std::max(newest, AuditEntryId::fromJson(value.toObject().value("id"_L1)));
            m_outcome.auditCheckpoint = newest;
            m_task.tracker->auditCaughtUp();
            keep({{m_task.view->id(), Fact::AuditCheckpoint{newest}}});
        } else {
            m_outcome.auditReadable = false;
            m_outcome.failed = m_outcome.failed || mayPass(reply);
        }
        explainMissing();
    });
}

void CatchUp::auditPage()
{
    ask(Discord::Routes::auditLog(m_task.view->id(), m_auditAfter, {}, PageSize),
        [this](const Discord::RestReply &reply) {
            if (!reply.ok()) {
                m_outcome.auditReadable = false;
                m_outcome.failed = m_outcome.failed || mayPass(reply);
                explainMissing();
                return;
            }
            const QJsonArray page = reply.json.object().value("audit_log_entries"_L1).toArray();
            AuditEntryId newest = m_auditAfter;
            QVector<Discord::AuditEntry> entries;
            for (const QJsonValue &value : page) {
                newest = std::max(newest, AuditEntryId::fromJson(value.toObject().value("id"_L1)));
                if (auto entry = Discord::AuditEntry::fromJson(value.toObject()))
                    entries.append(entry.value());
            }
            for (const Discord::AuditEntry &entry : std::as_const(entries)) {
                const bool aboutThread = entry.action == Discord::AuditAction::ThreadCreate
                    || entry.action == Discord::AuditAction::ThreadUpdate;
                if (aboutThread && m_threadEntries.size() < MostThreadEntries
                    && !m_task.tracker->isTicket(ChannelId(entry.target)))
                    m_threadEntries.append(entry);
            }
            std::sort(entries.begin(), entries.end(),
                      [](const auto &a, const auto &b) { return a.id < b.id; });

            TicketFacts facts = m_task.tracker->handleAudit(entries, *m_task.view);
            for (const TicketFact &fact : std::as_const(facts)) {
                if (std::holds_alternative<Fact::Closed>(fact.fact))
                    ++m_outcome.closed;
                const auto *ticket = std::get_if<Fact::Ticket>(&fact.fact);
                if (!ticket)
                    continue;
                if (ticket->quality == Quality::Audit) {
                    ++m_outcome.opened;
                    m_outcome.messagesLost = true; // it came and went unseen
                } else if (ticket->quality == Quality::Backfilled && m_task.view->channel(ticket->ticket)
                           && !m_readable.contains(ticket->ticket)
                           && !m_outcome.unreadable.contains(ticket->ticket)) {
                    ++m_outcome.opened; // it came and was closed unseen
                    m_readable.append(ticket->ticket);
                }
            }
            // In one batch with the facts, so that a crash never leaves the checkpoint ahead of them.
            if (newest > m_auditAfter)
                facts.append({m_task.view->id(), Fact::AuditCheckpoint{newest}});
            keep(facts);
            const bool moved = newest > m_auditAfter;
            m_auditAfter = newest;
            m_outcome.auditCheckpoint = newest;
            if (moved && !page.isEmpty()) {
                auditPage();
            } else {
                m_task.tracker->auditCaughtUp();
                explainMissing();
            }
        });
}

// -- 3 and 5: messages and their authors ------------------------------------------------------------------------------------

void CatchUp::messages()
{
    const GuildId guild = m_task.view->id();
    m_task.storage->readAfterFlush(
        this, [guild](const Reader &reader) { return reader.checkpoints(guild); },
        [this](const QVector<Reader::Checkpoint> &checkpoints) {
            QHash<ChannelId, MessageId> known;
            for (const auto &checkpoint : checkpoints)
                known.insert(checkpoint.ticket, checkpoint.lastContiguous);
            for (const ChannelId id : std::as_const(m_readable)) {
                const Discord::Channel *channel = m_task.view->channel(id);
                const MessageId beginning(id.value - 1); // nothing in a channel is older than the channel
                MessageId after = std::max(known.value(id), beginning);
                // Live messages moved the checkpoint; whether each of them came is what a check wants to know.
                const MessageId sure =
                    std::min(after, m_task.verified.value(id, isCheck() ? beginning : after));
                if (isCheck())
                    after = sure;
                m_outcome.verified.insert(id, sure);
                // For a recheck, what the view knows may be just what was lost.
                if (m_task.kind != Kind::Recheck && channel && channel->lastMessage
                    && after >= channel->lastMessage)
                    m_task.tracker->caughtUp(id);
                else
                    m_toRead.enqueue({id, after});
            }
            for (const ChannelId id : std::as_const(m_closed)) {
                const Discord::Channel *channel = m_task.view->channel(id);
                const MessageId after = std::max(known.value(id), MessageId(id.value - 1));
                const MessageId sure = std::min(after, m_task.verified.value(id, after));
                m_outcome.verified.insert(id, sure);
                if (channel && channel->lastMessage > (isCheck() ? sure : after))
                    m_toRead.enqueue({id, isCheck() ? sure : after});
                else
                    m_task.tracker->caughtUp(id);
            }
            m_total = int(m_toRead.size());
            emit progressed();
            nextChannel();
        });
}

void CatchUp::nextChannel()
{
    while (m_busy < ChannelsAtOnce && !m_toRead.isEmpty()) {
        ++m_busy;
        messagePage(m_toRead.dequeue());
    }
    if (m_busy == 0)
        finish();
}

void CatchUp::messagePage(Channel channel)
{
    ask(Discord::Routes::messagesAfter(channel.id, channel.after, PageSize),
        [this, channel](const Discord::RestReply &reply) {
            if (!reply.ok()) {
                // Anything but 404 leaves the checkpoint where it is. Gone meanwhile: what was not read by now is lost, which
                // its CHANNEL_DELETE cannot know.
                if (reply.status == 404 && !mayPass(reply)) {
                    m_outcome.messagesLost = true;
                    Fact::Closed gone;
                    gone.ticket = channel.id;
                    gone.atMs = m_task.clock.utc();
                    gone.notBeforeMs = std::min(m_task.gapFromMs, gone.atMs);
                    gone.source = TimeSource::Inferred;
                    gone.messagesMayBeMissing = true;
                    keep({{m_task.view->id(), gone}});
                    keep(m_task.tracker->closeUnexplained({channel.id}, gone.atMs, m_task.gapFromMs));
                } else {
                    notRead(channel.id, reply);
                }
                --m_busy;
                nextChannel();
                return;
            }
            QVector<Discord::Message> page;
            bool allRead = true;
            const QJsonArray array = reply.json.array();
            for (const QJsonValue &value : array) {
                auto message = Discord::Message::fromJson(value.toObject());
                if (message)
                    page.append(message.value());
                else
                    allRead = false;
            }
            std::sort(page.begin(), page.end(), [](const auto &a, const auto &b) { return a.id < b.id; });
            if (page.isEmpty() && !allRead)
                m_outcome.messagesLost = true;
            QVector<UserId> authors;
            for (const Discord::Message &message : std::as_const(page)) {
                if (!message.author.bot && !message.webhook && !message.memberRoles
                    && !m_authors.contains(message.author.id) && !authors.contains(message.author.id))
                    authors.append(message.author.id);
            }
            resolveAuthors(authors,
                           [this, channel, page](const std::optional<Discord::RestReply> &unanswered) {
                               if (!unanswered)
                                   return storePage(channel, page);
                               // Stored without their roles, staff would stay nobody for good.
                               notRead(channel.id, *unanswered);
                               --m_busy;
                               nextChannel();
                           });
        });
}

// Messages read over REST carry no roles: what is stored of the author comes first, then one question per author (2.4 step 5).
void CatchUp::resolveAuthors(QVector<UserId> authors, Resolved then)
{
    if (authors.isEmpty()) {
        then({});
        return;
    }
    const GuildId guild = m_task.view->id();
    m_task.storage->read(
        this,
        [guild, authors](const Reader &reader) {
            QHash<UserId, QVector<RoleId>> known;
            for (const UserId author : authors) {
                if (auto roles = reader.lastRoles(guild, author))
                    known.insert(author, *roles);
            }
            return known;
        },
        [this, guild, authors, then](const QHash<UserId, QVector<RoleId>> &known) {
            struct Questions
            {
                int open = 0;
                std::optional<Discord::RestReply> unanswered;
            };
            auto questions = std::make_shared<Questions>();
            for (const UserId author : authors) {
                if (known.contains(author)) {
                    m_authors.insert(author, {known.value(author), StaffSource::Inferred});
                    continue;
                }
                ++questions->open;
                ask(Discord::Routes::member(guild, author),
                    [this, author, questions, then](const Discord::RestReply &reply) {
                        Author result;
                        if (reply.ok()) {
                            if (auto member = Discord::Member::fromJson(reply.json.object()))
                                result = {member->roles, StaffSource::Inferred};
                        }
                        if (mayPass(reply))
                            questions->unanswered = reply;
                        else // 404: left the server, standing unknown (METRICS M-29)
                            m_authors.insert(author, result);
                        if (--questions->open == 0)
                            then(questions->unanswered);
                    });
            }
            if (questions->open == 0)
                then({});
        });
}

void CatchUp::storePage(Channel channel, const QVector<Discord::Message> &page)
{
    TicketFacts facts;
    for (const Discord::Message &message : page) {
        const Author author = m_authors.value(message.author.id);
        const bool live = message.memberRoles.has_value();
        facts += m_task.tracker->backfilled(message, live ? message.memberRoles : author.roles,
                                            live ? StaffSource::Live : author.source, *m_task.view);
        ++m_outcome.messages;
    }
    if (!page.isEmpty()) {
        if (m_outcome.verified.value(channel.id) >= channel.after)
            m_outcome.verified.insert(channel.id, page.last().id);
        channel.after = page.last().id;
        facts.append({m_task.view->id(), Fact::Checkpoint{channel.id, channel.after}});
    }
    keep(facts);
    if (page.size() >= PageSize) {
        messagePage(channel);
        return;
    }
    m_task.tracker->caughtUp(channel.id);
    --m_busy;
    emit progressed();
    nextChannel();
}

void CatchUp::finish()
{
    emit finished(m_task.view->id(), m_outcome);
}

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/clock.h"
#include "bot/discord/restclient.h"
#include "bot/store/storage.h"
#include "bot/tickets/guildview.h"
#include "bot/tickets/tickettracker.h"

#include <QObject>
#include <QQueue>
#include <QTimer>

#include <functional>

// Reads what happened while nobody was looking (PROTOCOL 2.4): channels, then the audit log, then archived threads, then
// every missed message of every ticket that still exists, in that order, all pages. The deciding is TicketTracker's; this asks Discord and hands the
// facts to the store. At most 20 requests a second, so that interactions come first.
//
// Thread: the bot thread. Owner: the server it works for; deleting it stops it, and the next run starts where the committed
// checkpoints are.
class CatchUp : public QObject
{
    Q_OBJECT
public:
    struct Outcome
    {
        int opened = 0; // tickets found that were opened meanwhile
        int closed = 0;
        int messages = 0;
        int closedUnexplained = 0; // their closing time is an interval
        bool auditReadable = true;
        bool messagesLost = false; // a ticket's messages can never be read
        bool failed = false; // Discord did not answer; to be tried again
        AuditEntryId auditCheckpoint;
        // Why messages cannot be read, of tickets and of channels that may be some.
        QHash<ChannelId, QString> unreadable;
        QVector<QString> unreadableTexts; // "#appeal-3: Read Message History is missing"
        // Up to where messages are whole. Later ones came live, and one between them may never have been sent.
        QHash<ChannelId, MessageId> verified;
    };

    enum class Kind
    {
        Reconcile, // a fresh snapshot is in the view
        Check, // nothing is known to be wrong: what Discord never sent is found by asking for everything (PROTOCOL 2.5)
        Recheck // the messages of some channels
    };

    struct Task
    {
        Storage *storage = nullptr;
        Discord::RestClient *rest = nullptr;
        const GuildView *view = nullptr;
        TicketTracker *tracker = nullptr;
        Clock clock;
        AuditEntryId auditCheckpoint; // 0 = first start: only the newest entry is remembered
        UtcMs gapFromMs = 0; // when the bot last looked; 0 = never
        bool imported = false; // another bot looked until then
        Kind kind = Kind::Reconcile;
        QVector<ChannelId> only; // Recheck
        QHash<ChannelId, MessageId> verified; // of the last Outcome; a check reads others from their start
        // Check: what the view does not know yet.
        std::function<void(const Discord::Event &)> apply;
    };

    CatchUp(Task task, QObject *parent = nullptr);
    void start();
    QString progressText() const;
    // Numbers are whole as far as anyone knows while it works.
    bool isCheck() const { return m_task.kind != Kind::Reconcile; }
    Kind kind() const { return m_task.kind; }

signals:
    void progressed();
    void finished(GuildId guild, const CatchUp::Outcome &outcome);

private:
    struct Channel
    {
        ChannelId id;
        MessageId after;
    };
    using Done = Discord::RestClient::Done;

    void ask(Discord::Request request, Done done); // paced
    void sendNext();
    void snapshot();
    void compare(const Discord::Guild &now, const QHash<ChannelId, Discord::Channel> &before);
    void channels();
    void judge(QVector<ChannelId> candidates);
    void audit();
    void auditPage();
    void firstAuditEntry();
    void explainMissing();
    void closeMissing();
    // No answer, or one that is not Discord's own, like the page of a proxy: the next try may fare better.
    static bool mayPass(const Discord::RestReply &reply);
    void notRead(ChannelId channel, const Discord::RestReply &reply);
    void lostSight(ChannelId channel, const QString &why);
    void archivedThreads();
    void archivedPage(ChannelId parent, bool isPrivate, const QString &before);
    void archivedThread(const Discord::Channel &thread);
    void threadEntries();
    void absentThreads();
    void messages();
    void nextChannel();
    void messagePage(Channel channel);
    void storePage(Channel channel, const QVector<Discord::Message> &page);
    using Resolved = std::function<void(const std::optional<Discord::RestReply> &unanswered)>;
    void resolveAuthors(QVector<UserId> authors, Resolved then);
    void keep(const TicketFacts &facts);
    void finish();

    const Task m_task;
    Outcome m_outcome;
    QVector<ChannelId> m_missing;
    QVector<ChannelId> m_absentThreads;
    QVector<ChannelId> m_readable;
    QVector<ChannelId> m_closed;
    QQueue<Channel> m_toRead;
    int m_total = 0;
    int m_busy = 0; // channels being read at once
    int m_judging = 0;
    int m_asking = 0; // about missing channels, archived or absent threads: never at the same time
    AuditEntryId m_auditAfter;
    QSet<ChannelId> m_confirmedGone;
    QVector<ChannelId> m_threadParents;
    QVector<Discord::AuditEntry> m_threadEntries; // about threads that step 4 may find

    struct Author
    {
        std::optional<QVector<RoleId>> roles;
        StaffSource source = StaffSource::Unknown;
    };
    QHash<UserId, Author> m_authors;

    QQueue<std::pair<Discord::Request, Done>> m_queue;
    QTimer m_pace;
};

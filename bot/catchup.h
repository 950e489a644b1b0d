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

// Reads what happened while nobody was looking (PROTOCOL 2.4): channels, then the audit log, then every missed message of
// every ticket that still exists, in that order, all pages. The deciding is TicketTracker's; this asks Discord and hands the
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
        QSet<ChannelId> unreadable; // open tickets whose messages cannot be read
        QVector<QString> unreadableTexts; // "#appeal-3: Read Message History is missing"
    };

    struct Task
    {
        Storage *storage;
        Discord::RestClient *rest;
        const GuildView *view;
        TicketTracker *tracker;
        Clock clock;
        AuditEntryId auditCheckpoint; // 0 = first start: only the newest entry is remembered
        UtcMs gapFromMs = 0; // when the bot last looked; 0 = never
    };

    CatchUp(Task task, QObject *parent = nullptr);
    void start();
    QString progressText() const;

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
    void channels();
    void judge(QVector<ChannelId> candidates);
    void audit();
    void auditPage();
    void firstAuditEntry();
    void explainMissing();
    void absentThreads();
    void messages();
    void nextChannel();
    void messagePage(Channel channel);
    void storePage(Channel channel, const QVector<Discord::Message> &page);
    void resolveAuthors(QVector<UserId> authors, std::function<void()> then);
    void keep(const TicketFacts &facts);
    void finish();

    const Task m_task;
    Outcome m_outcome;
    QVector<ChannelId> m_missing;
    QVector<ChannelId> m_absentThreads;
    QVector<ChannelId> m_readable;
    QQueue<Channel> m_toRead;
    int m_total = 0;
    int m_busy = 0; // channels being read at once
    int m_judging = 0;
    int m_asking = 0; // absent threads
    AuditEntryId m_auditAfter;

    struct Author
    {
        std::optional<QVector<RoleId>> roles;
        StaffSource source = StaffSource::Unknown;
    };
    QHash<UserId, Author> m_authors;

    QQueue<std::pair<Discord::Request, Done>> m_queue;
    QTimer m_pace;
};

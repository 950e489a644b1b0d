// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/clock.h"
#include "bot/base/language.h"
#include "bot/discord/restclient.h"
#include "bot/notices/noticeplan.h"
#include "bot/store/noticestore.h"
#include "bot/store/storage.h"
#include "bot/tickets/guildview.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

// Sends what waits in the table of notices, one message of a server at a time and in order (PROTOCOL K-02, N-03): the row
// was committed with the event it tells of, it carries the nonce, and it says "sent" only after Discord said so. Whatever
// dies in between, the next start finds the row and repeats it with the same nonce. A failure keeps its cause and its next
// try; nothing is ever marked as sent that was not.
//
// Thread: the bot thread. Owner: NoticeService.
class NoticeOutbox : public QObject
{
    Q_OBJECT
public:
    // What a notice says now; nothing: there is nothing to say any more.
    using Composed = std::function<void(std::optional<Discord::OutgoingMessage>)>;
    struct Environment
    {
        Clock clock;
        Discord::RestClient *rest = nullptr;
        Storage *storage = nullptr;
        std::function<const GuildView *(GuildId)> guild; // null while the server is not available
        std::function<bool(GuildId)> caughtUp;
        std::function<Language(GuildId, const QString &chosen)> language;
        // Alarms and summaries, which need more than the row.
        std::function<void(const NoticeRow &, Composed)> compose;
        std::function<void(GuildId)> logChannelGone; // 404: it is to be unset (N-14)
    };

    explicit NoticeOutbox(Environment environment, QObject *parent = nullptr);
    ~NoticeOutbox() override;

    void pump(GuildId guild); // something may wait
    // Catching up is over; what it found becomes one card. `news` false: it was there before anybody called it a ticket, so
    // nothing is said of it. awayFromMs 0: we were not away, but something had been missed.
    // To be called as soon as catching up ends; pump() when its facts are committed.
    void caughtUp(GuildId guild, UtcMs awayFromMs, bool news);
    void rightsChanged(GuildId guild); // what was refused is tried at once
    void stop();

    // "Cannot post in #ticket-logs: Send Messages is missing."
    QVector<QString> troubles(GuildId guild) const;
    // Which permission for posting there is missing, in words; empty = none. Without a language in the console's.
    static QString missingPermission(const GuildView &view, ChannelId channel,
                                     const Language *language = nullptr);

signals:
    void troublesChanged();

private:
    struct Line; // one server's
    Line &line(GuildId guild);
    void carryOut(GuildId guild, const NoticePlan &plan);
    void foldNow(GuildId guild, const QVector<NoticeRow> &rows);
    void composeAndSend(const NoticeRow &row);
    void composeWipeLine(const NoticeRow &row, const Composed &then);
    void send(const NoticeRow &row, Discord::OutgoingMessage message);
    void answered(const NoticeRow &row, ChannelId channel, const Discord::RestReply &reply);
    void markSent(const NoticeRow &row, MessageId posted);
    void refuse(const NoticeRow &row, ChannelId channel, const NoticeStore::Failure &failure,
                bool gone = false);
    void finished(GuildId guild);

    Environment m_environment;
    QHash<GuildId, std::shared_ptr<Line>> m_lines;
    bool m_stopped = false;
};

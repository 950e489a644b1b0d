// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/language.h"
#include "bot/discord/outgoing.h"
#include "bot/notices/noticesettings.h"
#include "bot/store/storage.h"
#include "bot/tickets/guildview.h"

#include <QObject>
#include <QTimer>

#include <functional>

// Runs scheduled summaries: at its time a run becomes a notice, which the outbox sends. Its subject names schedule and time,
// so a run that was begun before a crash is not begun again.
//
// Thread: the bot thread. Owner: NoticeService.
class SummaryService : public QObject
{
    Q_OBJECT
public:
    struct Environment
    {
        Clock clock;
        Storage *storage = nullptr;
        std::function<const GuildView *(GuildId)> guild; // null while the server is not available
        std::function<bool(GuildId)> fresh; // connected and caught up: else the numbers would be too small
        std::function<const NoticeSettings &(GuildId)> settings;
        std::function<QByteArray(GuildId)> timeZone;
        std::function<Language(GuildId, const QString &chosen)> language;
        std::function<void(QJsonObject, std::function<void(QByteArray)>)> drawChart; // may be absent
    };
    using Composed = std::function<void(std::optional<Discord::OutgoingMessage>)>;

    explicit SummaryService(Environment environment, QObject *parent = nullptr);

    void reload(GuildId guild); // schedules were loaded or changed
    void stop() { m_tick.stop(); }
    void compose(const NoticeRow &notice, const Composed &done);
    // What a run at that time would post: the preview and the post are made here, so they are the same.
    void build(GuildId guild, const SummarySchedule &schedule, UtcMs runMs,
               std::function<void(Discord::OutgoingMessage)> done);
    void sendNow(GuildId guild, const SummarySchedule &schedule, std::function<void(Status)> done);

private:
    struct Watch
    {
        UtcMs handledMs = 0;
        UtcMs nextMs = 0;
        bool busy = false;
    };
    void look();
    void run(GuildId guild, const SummarySchedule &schedule, Watch &watch);

    const Environment m_environment;
    QHash<QPair<GuildId, qint64>, Watch> m_watched;
    QSet<GuildId> m_loading;
    QTimer m_tick{this};
};

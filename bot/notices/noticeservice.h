// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/notices/alarmservice.h"
#include "bot/notices/noticeoutbox.h"
#include "bot/notices/noticesettings.h"
#include "bot/notices/summaryservice.h"
#include "bot/notices/ticketlog.h"

// Telling managers what happens: the log channel, alarms, scheduled summaries (UX 3.7). Holds each server's settings and
// joins the deciding parts with the store, the clock and Discord.
//
// Thread: the bot thread. Owner: Bot.
class NoticeService : public QObject
{
    Q_OBJECT
public:
    struct Environment
    {
        Clock clock;
        Discord::RestClient *rest = nullptr;
        Storage *storage = nullptr;
        std::function<const GuildView *(GuildId)> guild; // null while the server is not available
        std::function<bool(GuildId)> caughtUp;
        std::function<QString(GuildId)> serverLanguage; // Discord's code
        std::function<AlarmService::WorkingTime(GuildId, UtcMs)> workingTime;
        std::function<void(GuildId)> configChanged; // what the store holds is to be read again
        std::function<void(QJsonObject, std::function<void(QByteArray)>)> drawChart; // may be absent
    };

    explicit NoticeService(Environment environment, QObject *parent = nullptr);
    ~NoticeService() override;

    void load(GuildId guild, const QJsonObject &settings);
    const NoticeSettings &settings(GuildId guild) const;
    void reload(GuildId guild, std::function<void()> done = {}); // they were saved
    void configChanged(GuildId guild, const StoredConfig &config); // before events of that server are stored
    void caughtUp(GuildId guild, UtcMs awayFromMs, bool news); // see NoticeOutbox
    void rightsChanged(GuildId guild);
    void stop();
    void setDisconnectedSince(UtcMs sinceMs); // 0 = connected, or stopped by a person
    QVector<QString> troubles(GuildId guild) const { return m_outbox->troubles(guild); }
    AlarmService &alarms() { return *m_alarms; }
    SummaryService &summaries() { return *m_summaries; }
    Language language(GuildId guild, const QString &chosen = {}) const;

signals:
    void troublesChanged();
    void desktopNotice(const QString &key, const QString &title, const QString &text);

private:
    void makeOutbox();
    void makeAlarms();
    void makeSummaries();
    void tellWriter(GuildId guild);
    void unsetLogChannel(GuildId guild);

    struct Server
    {
        NoticeSettings settings;
        ChannelId logChannel;
        QByteArray timeZone = "UTC";
        std::optional<NoticeRules> told; // what the writer knows
    };
    const Environment m_environment;
    std::unique_ptr<NoticeOutbox> m_outbox;
    std::unique_ptr<AlarmService> m_alarms;
    std::unique_ptr<SummaryService> m_summaries;
    TicketLog m_ticketLog;
    UtcMs m_disconnectedSinceMs = 0;
    QHash<GuildId, Server> m_servers;
};

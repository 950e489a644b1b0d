// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/language.h"
#include "bot/discord/outgoing.h"
#include "bot/notices/alarmrules.h"
#include "bot/store/storage.h"
#include "bot/tickets/guildview.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>

// Asks alarmrules.h at the right times, writes what it decides, tells this computer. What is for Discord becomes a notice in
// the same transaction, so that an alarm that is in the history is also posted, whatever happens in between.
//
// Thread: the bot thread. Owner: NoticeService.
class AlarmService : public QObject
{
    Q_OBJECT
public:
    struct WorkingTime
    {
        bool now = true;
        UtcMs opensAtMs = 0;
    };
    struct Environment
    {
        Clock clock;
        Storage *storage = nullptr;
        std::function<const GuildView *(GuildId)> guild; // null while the server is not available
        std::function<bool(GuildId)> fresh; // connected and caught up
        std::function<const NoticeSettings &(GuildId)> settings;
        std::function<WorkingTime(GuildId, UtcMs)> workingTime;
        std::function<QByteArray(GuildId)> timeZone;
        std::function<Language(GuildId)> language;
    };

    explicit AlarmService(Environment environment, QObject *parent = nullptr);

    void add(GuildId guild); // its alarms are watched from now on
    void changed(GuildId guild); // something that alarms are made of
    void setDisconnectedSince(UtcMs sinceMs); // 0 = connected, or stopped by a person
    void setTrouble(const StorageTrouble &trouble);
    void stop() { m_tick.stop(); }

    // What an alarm's message says now; nothing: no alarm of it is left.
    void compose(const NoticeRow &notice, std::function<void(std::optional<Discord::OutgoingMessage>)> done);
    // As if it fired, to see where it is told (UX 3.7, "Test").
    void test(GuildId guild, AlarmKind kind, const AlarmSetting &setting, std::function<void(Status)> done);

signals:
    // For this computer: the same key is told once an hour.
    void desktopNotice(const QString &key, const QString &title, const QString &text);

private:
    struct Watch
    {
        bool changed = true;
        bool busy = false;
        bool stale = false; // the last look came while the server was not fresh: another follows when it is
        UtcMs nextCheckMs = 0;
        UtcMs recordOfMs = -1; // the day that `record` is of
        bool otherHistory = false; // it is to be counted anew
        std::optional<int> record;
    };
    struct Known; // what one look into the database brings

    void look();
    void evaluate(GuildId guild);
    void decide(GuildId guild, const Known &known);
    void carryOut(GuildId guild, const AlarmDecisions &decisions);
    void tellDesktop(GuildId guild, const QVector<AlarmRow> &fired);
    void tellTrouble();

    const Environment m_environment;
    QHash<GuildId, Watch> m_watched;
    UtcMs m_disconnectedSinceMs = 0;
    StorageTrouble m_trouble;
    UtcMs m_troubleSinceMs = 0;
    bool m_troubleTold = false;
    QTimer m_tick{this};
    QElapsedTimer m_sinceLook;
};

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/bothost.h"
#include "bot/notices/noticesettings.h"
#include "bot/store/historyrows.h"
#include "bot/store/importrows.h"
#include "bot/tickets/ticketrecord.h"

#include <QCoreApplication>
#include <QTimeZone>

// One page of the history and what is needed to tell it and to see what can be taken back, as read in the query thread.
struct HistoryAnswer
{
    HistoryPage page;
    QHash<UserId, QString> names;
    StoredConfig config;
    QSet<UserId> maxUsers; // listed now, unconfirmed ones included
    QHash<ChannelId, bool> excluded; // of the channels that rows name: counted as "not a ticket" now
    QHash<ChannelId, CloseByHand> closes; // of the closed tickets that rows name: said by hand and in force
    QHash<ChannelId, QString> tickets; // how the channels that rows name are called
    int retentionDays = 0;
    QJsonObject notices; // what managers are told, as it is kept; empty: never saved
    QVector<ImportRecord> imports; // newest first
    UtcMs nowMs = 0;
};
HistoryAnswer readHistoryAnswer(const Reader &reader, GuildId guild, const HistoryFilter &filter, int offset,
                                int limit, UtcMs nowMs);

// How a change is taken back, if that is exact (UX J7).
struct HistoryRevert
{
    enum class Way
    {
        None,
        UndoWipe,
        Config,
        RemoveMax,
        AddMax,
        Retention,
        Ticket,
        CloseDetails,
        Notices,
        Import
    } way = Way::None;
    QString reason; // why not, as a sentence
};
// Who closed a ticket and why, out of one side of a history row; empty: nothing was said.
CloseByHand closeByHandIn(const QJsonObject &side);
HistoryRevert revertOf(const HistoryRow &row, const HistoryAnswer &answer);
// Settings of notices as they were before that change; nothing: they were changed again since.
std::optional<QJsonObject> noticesBefore(const QJsonObject &now, const HistoryRow &row, UtcMs nowMs);

// The history in words. Pure; names of roles and channels come from what the bot sees now.
class HistoryWords
{
    Q_DECLARE_TR_FUNCTIONS(HistoryWords)
public:
    HistoryWords(const HistoryAnswer &answer, const BotState::Server *server)
        : m_answer(answer), m_server(server)
    { }

    static QString kind(const QString &kind); // "Deletion"
    static QString kind(const HistoryRow &row); // which settings: "Permissions", "Settings"
    QString person(const Actor &actor) const; // "dana", "This computer, account desk"
    static QString source(const Actor &actor); // "Console", "Slash command", "By itself"
    QString change(const HistoryRow &row) const; // "First response target: 10 min → 5 min"

private:
    QString settingName(const QString &key) const;
    QString settingValue(const QString &key, const QJsonValue &value) const;
    QString nameOf(const QString &key, quint64 id) const;
    QString channelIn(const QJsonObject &side) const;
    QString noticesChange(const HistoryRow &row) const;
    QString alarmInWords(AlarmKind kind, const AlarmSetting &alarm) const;
    QString scheduleInWords(const SummarySchedule *schedule) const;
    QString tokenChange(const HistoryRow &row) const;

    const HistoryAnswer &m_answer;
    const BotState::Server *m_server; // null: names are not known
};

// One line per entry, for spreadsheets: times with their offset, ids, and both sides as they are kept.
QByteArray historyCsv(const QVector<HistoryRow> &rows, const QTimeZone &zone);

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/store/noticerows.h"
#include "bot/store/reader.h"
#include "bot/store/writer.h"

// All SQL about notices and alarms. Functions with a Writer run inside its transaction.
namespace NoticeStore {

// -- settings
QJsonObject settings(const Reader &reader, GuildId guild); // empty: never saved
Status saveSettings(Writer &writer, GuildId guild, const QJsonObject &settings, const Actor &actor);

// -- notices
// False: the same thing was told before. Nonce and creation time are set here.
Result<bool> queue(Writer &writer, NoticeRow row, UtcMs nowMs, qint64 *id = nullptr);
// "@dana deleted 214 tickets (last 20 days).", or that they were restored: in the transaction that does it. Without a log
// channel nobody is told.
Status queueWipeLine(Writer &writer, const WipeRecord &wipe);
std::optional<WipeRecord> wipeOf(const Reader &reader, const NoticeRow &line); // nothing: another line
QVector<NoticeRow> waiting(const Reader &reader, GuildId guild); // to be sent or edited, oldest first
std::optional<NoticeRow> notice(const Reader &reader, GuildId guild, qint64 id);
// The newest one of a schedule; nothing: it never ran. One that was sent by hand is no run, and counts only where asked for.
std::optional<NoticeRow> lastSummary(const Reader &reader, GuildId guild, qint64 schedule,
                                     bool byHandToo = false);
Status sent(Writer &writer, GuildId guild, qint64 notice, MessageId message, UtcMs nowMs);
struct Failure
{
    QString text;
    UtcMs nextTryAtMs = 0;
    bool refused = false;
    bool givenUp = false;
};
Status failed(Writer &writer, GuildId guild, qint64 notice, const Failure &failure);
// Told by `card` from now on; without one they are dropped.
Status fold(Writer &writer, GuildId guild, const QVector<qint64> &notices,
            const std::optional<NoticeRow> &card, UtcMs nowMs);
// What was refused is tried at once: rights or channels have changed.
Status tryAgain(Writer &writer, GuildId guild);

// -- alarms
QVector<WaitingTicket> waitingTickets(const Reader &reader, GuildId guild);
int openTickets(const Reader &reader, GuildId guild);
QVector<AlarmRow> openAlarms(const Reader &reader, GuildId guild);
QVector<AlarmRow> alarmsOf(const Reader &reader, GuildId guild, qint64 notice);
QVector<AlarmRow> alarms(const Reader &reader, GuildId guild, int offset, int limit, int *total = nullptr);
bool alarmedBefore(const Reader &reader, GuildId guild, ChannelId ticket);
UtcMs lastAlarmMs(const Reader &reader, GuildId guild, AlarmKind kind); // when it last ended or fired
// False: this ticket had its alarm.
Result<bool> addAlarm(Writer &writer, GuildId guild, const AlarmRow &alarm);
Status endAlarm(Writer &writer, GuildId guild, qint64 alarm, AlarmRow::Ending ending, UtcMs atMs);
Status wantEdit(Writer &writer, GuildId guild, qint64 notice);
Status mute(Writer &writer, GuildId guild, ChannelId ticket, bool on);
QSet<ChannelId> muted(const Reader &reader, GuildId guild);

} // namespace NoticeStore

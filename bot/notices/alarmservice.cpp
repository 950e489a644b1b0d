// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/notices/alarmservice.h"

#include "bot/base/format.h"
#include "bot/base/logging.h"
#include "bot/notices/alarmcards.h"
#include "bot/store/noticestore.h"
#include "bot/tickets/ticketlabel.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QMap>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int AlarmTickMs = 250; // of real time: a sped-up clock is looked at often enough
constexpr int SettleMs = 500; // changes come in bursts
constexpr int RecordDays = 7; // of history, before anything counts as a record

bool realTrouble(StorageTrouble::Kind kind)
{
    return kind != StorageTrouble::Kind::None && kind != StorageTrouble::Kind::LowSpace;
}

UtcMs localMidnight(UtcMs now, const QByteArray &zoneId)
{
    QTimeZone zone(zoneId);
    if (!zone.isValid())
        zone = QTimeZone::utc();
    return QDateTime::fromMSecsSinceEpoch(now, zone).date().startOfDay(zone).toMSecsSinceEpoch();
}

struct CarriedOut
{
    QVector<AlarmRow> fired;
};

// What the message says of one kind (AlarmCards::message).
QJsonObject partOf(AlarmKind kind, const AlarmSetting &setting, const Targets &targets)
{
    // 0: their targets differ, so the message names none.
    const int limit = kind == AlarmKind::Overdue
        ? int(targets.firstResponseOf(true, {}).value_or(0) / SecondMs)
        : setting.limit;
    return {{u"kind"_s, int(kind)}, {u"limit"_s, limit}, {u"role"_s, setting.role.toString()}};
}

// The one message in Discord of what fires together for a channel: at opening that is all that was held (UX 3.7). Overdue
// tickets alone join the message that is still open there.
Result<qint64> messageFor(Writer &writer, GuildId guild, ChannelId channel, const QVector<AlarmRow> &together,
                          const NoticeSettings &settings, const Targets &targets, UtcMs now)
{
    QVector<AlarmKind> kinds;
    for (const AlarmRow &alarm : together) {
        if (!kinds.contains(alarm.kind))
            kinds += alarm.kind;
    }
    const Reader reader(writer.database());
    if (kinds == QVector{AlarmKind::Overdue}) {
        for (const AlarmRow &open : NoticeStore::openAlarms(reader, guild)) {
            if (open.kind != AlarmKind::Overdue || !open.notice)
                continue;
            const auto message = NoticeStore::notice(reader, guild, open.notice);
            if (message && message->channel == channel && message->state != NoticeRow::State::GivenUp)
                return open.notice;
        }
    }
    const AlarmRow &first = together.first();
    NoticeRow notice;
    notice.guild = guild;
    notice.kind = NoticeRow::Kind::Alarm;
    notice.subject = u"alarm/%1/%2/%3"_s.arg(int(first.kind)).arg(first.ticket.value).arg(first.firedAtMs);
    notice.atMs = first.firedAtMs;
    notice.channel = channel;
    notice.details = partOf(kinds.takeFirst(), settings.alarm(first.kind), targets);
    QJsonArray also;
    for (const AlarmKind kind : std::as_const(kinds))
        also.append(partOf(kind, settings.alarm(kind), targets));
    if (!also.isEmpty())
        notice.details.insert(u"also"_s, also);
    qint64 id = 0;
    const Result<bool> queued = NoticeStore::queue(writer, notice, now, &id);
    if (!queued)
        return queued.error();
    return id;
}

Result<CarriedOut> write(Writer &writer, GuildId guild, const NoticeSettings &settings,
                         const Targets &targets, const AlarmDecisions &decisions, UtcMs now)
{
    CarriedOut result;
    for (const AlarmDecisions::End &end : decisions.end) {
        if (Status ended = NoticeStore::endAlarm(writer, guild, end.alarm.id, end.ending, end.atMs); !ended)
            return ended.error();
        if (end.alarm.notice) {
            if (Status edited = NoticeStore::wantEdit(writer, guild, end.alarm.notice); !edited)
                return edited.error();
        }
        if (end.alarm.kind == AlarmKind::Disconnected) {
            // UX 3.7: on return one line in the log channel; without one it waits for nobody.
            if (!Reader(writer.database()).config(guild).logChannel)
                continue;
            NoticeRow line;
            line.guild = guild;
            line.kind = NoticeRow::Kind::Line;
            line.subject = u"back/%1"_s.arg(end.alarm.id);
            line.atMs = end.atMs;
            line.details = {{u"from"_s, end.alarm.value}, {u"to"_s, end.atMs}};
            if (const auto queued = NoticeStore::queue(writer, line, now); !queued)
                return queued.error();
        }
    }
    QMap<ChannelId, QVector<AlarmRow>> byChannel; // 0 = told on this computer only
    for (const AlarmRow &alarm : decisions.fire) {
        if (alarm.kind == AlarmKind::Overdue
            && NoticeStore::alarmedBefore(Reader(writer.database()), guild, alarm.ticket))
            continue;
        byChannel[settings.alarm(alarm.kind).channel] += alarm;
    }
    for (auto it = byChannel.cbegin(); it != byChannel.cend(); ++it) {
        Result<qint64> message = qint64(0);
        if (it.key())
            message = messageFor(writer, guild, it.key(), *it, settings, targets, now);
        if (!message)
            return message.error();
        for (AlarmRow alarm : *it) {
            alarm.notice = *message;
            const Result<bool> added = NoticeStore::addAlarm(writer, guild, alarm);
            if (!added)
                return added.error();
            result.fired += alarm;
        }
        if (*message) {
            if (Status edited = NoticeStore::wantEdit(writer, guild, *message); !edited)
                return edited.error();
        }
    }
    return result;
}

} // namespace

struct AlarmService::Known
{
    AlarmInput input;
    UtcMs recordOfMs = -1;
    std::optional<int> record;
};

AlarmService::AlarmService(Environment environment, QObject *parent)
    : QObject(parent), m_environment(std::move(environment))
{
    m_tick.setInterval(AlarmTickMs);
    connect(&m_tick, &QTimer::timeout, this, &AlarmService::look);
    m_tick.start();
    m_sinceLook.start();
}

void AlarmService::add(GuildId guild)
{
    m_watched[guild].otherHistory = true; // an import may have brought more
}

void AlarmService::changed(GuildId guild)
{
    const auto watch = m_watched.find(guild);
    if (watch != m_watched.end())
        watch->changed = true;
}

void AlarmService::setDisconnectedSince(UtcMs sinceMs)
{
    if (m_disconnectedSinceMs == sinceMs)
        return;
    m_disconnectedSinceMs = sinceMs;
    for (Watch &watch : m_watched)
        watch.changed = true;
}

void AlarmService::look()
{
    const UtcMs now = m_environment.clock.utc();
    const bool settled = m_sinceLook.elapsed() >= SettleMs;
    bool looked = false;
    for (auto it = m_watched.begin(); it != m_watched.end(); ++it) {
        const bool due =
            (it->nextCheckMs > 0 && it->nextCheckMs <= now) || (it->stale && m_environment.fresh(it.key()));
        if (!it->busy && (due || (it->changed && settled))) {
            looked = true;
            evaluate(it.key());
        }
    }
    if (looked)
        m_sinceLook.restart();
    tellTrouble();
}

void AlarmService::evaluate(GuildId guild)
{
    Watch &watch = m_watched[guild];
    watch.busy = true;
    watch.changed = false;
    watch.stale = !m_environment.fresh(guild);
    watch.nextCheckMs = 0;
    const NoticeSettings &settings = m_environment.settings(guild);
    const GuildView *view = m_environment.guild(guild);
    // Not before catching up is over: what happened while the bot was away belongs to the record.
    const bool wantsRecord = settings.alarm(AlarmKind::PeakRecord).told() && !watch.stale;
    const bool wantsToday = settings.alarm(AlarmKind::TargetMissed).told();
    Known known;
    known.input.nowMs = m_environment.clock.utc();
    known.input.todayMs = localMidnight(known.input.nowMs, m_environment.timeZone(guild));
    known.input.targets = view ? view->config().targets() : Targets();
    if (!std::exchange(watch.otherHistory, false) && wantsRecord) {
        known.recordOfMs = watch.recordOfMs;
        known.record = watch.record;
    }
    // Everything received counts: an answer that waits for its commit must not be told as missing.
    m_environment.storage->readAfterFlush(
        this,
        [guild, known, wantsRecord, wantsToday](const Reader &reader) {
            Known result = known;
            AlarmInput &input = result.input;
            input.waiting = NoticeStore::waitingTickets(reader, guild);
            input.openTickets = NoticeStore::openTickets(reader, guild);
            input.open = NoticeStore::openAlarms(reader, guild);
            for (const WaitingTicket &ticket : std::as_const(input.waiting)) {
                if (ticket.sinceMs + input.targets.firstResponse(ticket.category) <= input.nowMs
                    && NoticeStore::alarmedBefore(reader, guild, ticket.ticket))
                    input.alarmed += ticket.ticket;
            }
            for (int kind = 0; kind < AlarmKindCount; ++kind)
                input.lastMs[size_t(kind)] = NoticeStore::lastAlarmMs(reader, guild, AlarmKind(kind));
            if (wantsToday) {
                const TicketStatistics today = reader.statistics(guild, {}, {input.todayMs, input.nowMs},
                                                                 {input.targets, input.nowMs, false, {}});
                input.responsesToday = today.firstResponse.n;
                input.lateToday = today.firstResponse.n - today.withinTarget;
            }
            if (wantsRecord && result.recordOfMs != input.todayMs) {
                result.recordOfMs = input.todayMs;
                const UtcMs first = reader.firstOpenedMs(guild);
                result.record.reset();
                if (first > 0 && first + RecordDays * DayMs <= input.todayMs)
                    result.record = reader.statistics(guild, {}, {first, input.todayMs}).peak.max;
            }
            input.record = result.record;
            if (input.record && input.openTickets > *input.record) {
                const Peak peak = reader.statistics(guild, {}, {input.todayMs, input.nowMs}).peak;
                input.mostToday = peak.max;
                input.mostTodayMs = peak.atMs;
            }
            return result;
        },
        [this, guild](const Known &found) { decide(guild, found); });
}

void AlarmService::decide(GuildId guild, const Known &known)
{
    Watch &watch = m_watched[guild];
    watch.recordOfMs = known.recordOfMs;
    watch.record = known.record;
    AlarmInput input = known.input;
    input.nowMs = m_environment.clock.utc();
    input.fresh = !watch.stale && m_environment.fresh(guild); // then and now
    watch.stale = !input.fresh;
    input.disconnectedSinceMs = m_disconnectedSinceMs;
    const WorkingTime working = m_environment.workingTime(guild, input.nowMs);
    input.workingTime = working.now;
    input.opensAtMs = working.opensAtMs;
    const AlarmDecisions decisions = decideAlarms(m_environment.settings(guild), input);
    watch.nextCheckMs = decisions.nextCheckMs;
    if (decisions.fire.isEmpty() && decisions.end.isEmpty()) {
        watch.busy = false;
        return;
    }
    carryOut(guild, decisions);
}

void AlarmService::carryOut(GuildId guild, const AlarmDecisions &decisions)
{
    const GuildView *view = m_environment.guild(guild);
    const Targets targets = view ? view->config().targets() : Targets();
    m_environment.storage->write(
        this,
        [guild, decisions, targets, settings = m_environment.settings(guild),
         now = m_environment.clock.utc()](Writer &writer) {
            return write(writer, guild, settings, targets, decisions, now);
        },
        [this, guild](const Result<CarriedOut> &result) {
            Watch &watch = m_watched[guild];
            watch.busy = false;
            if (!result) {
                watch.changed = true; // the store is in trouble: decided anew when it works
                qCWarning(lcBot).noquote() << "An alarm could not be recorded:" << result.error().detail;
                return;
            }
            tellDesktop(guild, result->fired);
        });
}

// -- this computer
// --------------------------------------------------------------------------------------------------------

void AlarmService::tellDesktop(GuildId guild, const QVector<AlarmRow> &fired)
{
    const NoticeSettings &settings = m_environment.settings(guild);
    QVector<AlarmRow> told;
    QVector<ChannelId> overdue;
    for (const AlarmRow &alarm : fired) {
        qCInfo(lcBot).noquote() << AlarmCards::desktopTitle(alarm.kind)
                                << (alarm.ticket ? alarm.ticket.toString() : QString());
        if (!settings.alarm(alarm.kind).desktop)
            continue;
        if (alarm.kind != AlarmKind::Overdue || overdue.isEmpty())
            told += alarm; // of the overdue tickets the first: they are one sentence
        if (alarm.kind == AlarmKind::Overdue)
            overdue += alarm.ticket;
    }
    if (told.isEmpty())
        return;
    m_environment.storage->read(
        this,
        [guild, overdue](const Reader &reader) {
            QStringList names;
            for (const ChannelId ticket : overdue) {
                const auto detail = reader.ticket(guild, ticket);
                names += detail ? u'#' + ticketLabel(detail->row.ticket) : ticket.toString();
            }
            return names;
        },
        [this, guild, told, settings](const QStringList &names) {
            QStringList texts;
            for (const AlarmRow &alarm : told)
                texts += alarm.kind == AlarmKind::Overdue
                    ? AlarmCards::desktopOverdueText(names)
                    : AlarmCards::desktopText(alarm, settings.alarm(alarm.kind).limit);
            const AlarmRow &first = told.first();
            const QString key = AlarmCards::desktopKey(guild, first);
            if (told.size() == 1)
                return emit desktopNotice(key, AlarmCards::desktopTitle(first.kind), texts.first());
            for (qsizetype i = 0; i < told.size(); ++i)
                texts[i] = u"%1: %2"_s.arg(AlarmCards::desktopTitle(told.at(i).kind), texts.at(i));
            emit desktopNotice(key, AlarmCards::desktopTogether(int(told.size())), texts.join(u'\n'));
        });
}

// The data cannot be written, so neither can this alarm: it is told at once and recorded when it is over.
void AlarmService::setTrouble(const StorageTrouble &trouble)
{
    const bool was = realTrouble(m_trouble.kind);
    m_trouble = trouble;
    const UtcMs now = m_environment.clock.utc();
    if (realTrouble(trouble.kind)) {
        if (!was) {
            m_troubleSinceMs = now;
            m_troubleTold = false;
        }
        return tellTrouble();
    }
    if (!was || !std::exchange(m_troubleTold, false))
        return;
    AlarmRow alarm;
    alarm.kind = AlarmKind::DataTrouble;
    alarm.firedAtMs = m_troubleSinceMs;
    alarm.endedAtMs = now;
    alarm.ending = AlarmRow::Ending::Over;
    for (auto it = m_watched.cbegin(); it != m_watched.cend(); ++it) {
        m_environment.storage->write(
            this,
            [guild = it.key(), alarm](Writer &writer) { return NoticeStore::addAlarm(writer, guild, alarm); },
            [](const Result<bool> &) {});
    }
}

void AlarmService::tellTrouble()
{
    if (!realTrouble(m_trouble.kind) || m_troubleTold)
        return;
    const UtcMs now = m_environment.clock.utc();
    for (auto it = m_watched.cbegin(); it != m_watched.cend(); ++it) {
        const AlarmSetting &setting = m_environment.settings(it.key()).alarm(AlarmKind::DataTrouble);
        if (!setting.told() || !m_environment.workingTime(it.key(), now).now)
            continue;
        m_troubleTold = true;
        AlarmRow alarm;
        alarm.kind = AlarmKind::DataTrouble;
        emit desktopNotice(AlarmCards::desktopKey(it.key(), alarm),
                           AlarmCards::desktopTitle(AlarmKind::DataTrouble), m_trouble.text);
        return; // there is one database
    }
}

// -- Discord
// --------------------------------------------------------------------------------------------------------------

void AlarmService::compose(const NoticeRow &notice,
                           std::function<void(std::optional<Discord::OutgoingMessage>)> done)
{
    const Language language = m_environment.language(notice.guild);
    if (notice.details.value("test"_L1).toBool())
        return done(AlarmCards::test(notice, language));
    m_environment.storage->read(
        this,
        [guild = notice.guild, id = notice.id](const Reader &reader) {
            return NoticeStore::alarmsOf(reader, guild, id);
        },
        [notice, language, done = std::move(done)](const QVector<AlarmRow> &alarms) {
            if (alarms.isEmpty())
                return done({});
            done(AlarmCards::message(notice, alarms, language));
        });
}

void AlarmService::test(GuildId guild, AlarmKind kind, const AlarmSetting &setting,
                        std::function<void(Status)> done)
{
    const UtcMs now = m_environment.clock.utc();
    if (setting.desktop)
        emit desktopNotice(u"test-%1-%2"_s.arg(int(kind)).arg(now), AlarmCards::desktopTitle(kind),
                           QCoreApplication::translate("Notices", "This is a test. Nothing has happened."));
    if (!setting.channel || !alarmInDiscord(kind))
        return done({});
    NoticeRow notice;
    notice.guild = guild;
    notice.kind = NoticeRow::Kind::Alarm;
    notice.subject = u"test/alarm/%1/%2"_s.arg(int(kind)).arg(now);
    notice.atMs = now;
    notice.channel = setting.channel;
    const GuildView *view = m_environment.guild(guild);
    const int limit = kind == AlarmKind::Overdue && view
        ? view->config().firstResponseTargetMs / int(SecondMs)
        : setting.limit;
    notice.details = {
        {u"kind"_s, int(kind)}, {u"limit"_s, limit}, {u"role"_s, setting.role.toString()}, {u"test"_s, true}};
    m_environment.storage->write(
        this, [notice, now](Writer &writer) { return NoticeStore::queue(writer, notice, now); },
        [done = std::move(done)](const Result<bool> &queued) {
            done(queued ? Status() : Status(queued.error()));
        });
}

#include "moc_alarmservice.cpp"

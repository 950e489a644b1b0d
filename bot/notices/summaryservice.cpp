// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/notices/summaryservice.h"

#include "bot/base/logging.h"
#include "bot/commands/chartrequest.h"
#include "bot/commands/replies.h"
#include "bot/notices/summarycard.h"
#include "bot/notices/summaryschedule.h"
#include "bot/store/noticestore.h"

#include <QPointer>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int SummaryTickMs = 250; // of real time: a sped-up clock is looked at often enough
constexpr int LongestDrawingMs = 10'000; // nobody waits for it; but it must not hold up what comes after
} // namespace

SummaryService::SummaryService(Environment environment, QObject *parent)
    : QObject(parent), m_environment(std::move(environment))
{
    m_tick.setInterval(SummaryTickMs);
    connect(&m_tick, &QTimer::timeout, this, &SummaryService::look);
    m_tick.start();
}

void SummaryService::reload(GuildId guild)
{
    QVector<qint64> ids;
    for (const SummarySchedule &schedule : m_environment.settings(guild).schedules)
        ids += schedule.id;
    m_watched.removeIf([guild](const auto &it) { return it.key().first == guild; });
    m_environment.storage->read(
        this,
        [guild, ids](const Reader &reader) {
            QHash<qint64, UtcMs> handled;
            for (const qint64 id : ids) {
                const auto last = NoticeStore::lastSummary(reader, guild, id);
                handled.insert(id, last ? last->atMs : 0);
            }
            return handled;
        },
        [this, guild](const QHash<qint64, UtcMs> &handled) {
            for (auto it = handled.cbegin(); it != handled.cend(); ++it)
                m_watched[{guild, it.key()}].handledMs = it.value();
        });
}

void SummaryService::look()
{
    const UtcMs now = m_environment.clock.utc();
    for (auto it = m_watched.begin(); it != m_watched.end(); ++it) {
        if (it->busy || now < it->nextMs || !m_environment.fresh(it.key().first))
            continue;
        if (const SummarySchedule *schedule =
                m_environment.settings(it.key().first).schedule(it.key().second))
            run(it.key().first, *schedule, *it);
    }
}

void SummaryService::run(GuildId guild, const SummarySchedule &schedule, Watch &watch)
{
    const UtcMs now = m_environment.clock.utc();
    const QTimeZone zone = SummaryTimes::zoneOf(schedule, m_environment.timeZone(guild));
    const auto due = SummaryTimes::due(schedule, zone, watch.handledMs, now);
    // A clock that was set back must not keep a schedule waiting for the future it had.
    watch.nextMs = std::min(SummaryTimes::nextRun(schedule, zone, now), now + HourMs);
    if (!due)
        return;
    NoticeRow notice;
    notice.guild = guild;
    notice.kind = NoticeRow::Kind::Summary;
    notice.subject = u"summary/%1/%2"_s.arg(schedule.id).arg(due->runMs);
    notice.subjectId = schedule.id;
    notice.atMs = due->runMs;
    notice.channel = schedule.channel;
    notice.state = due->skip ? NoticeRow::State::Skipped : NoticeRow::State::Waiting;
    qCInfo(lcBot).noquote() << "Scheduled summary" << schedule.id
                            << (due->skip ? "was missed and is skipped" : "is due");
    watch.busy = true;
    m_environment.storage->write(
        this, [notice, now](Writer &writer) { return NoticeStore::queue(writer, notice, now); },
        [this, key = QPair(guild, schedule.id), runMs = due->runMs](const Result<bool> &queued) {
            const auto it = m_watched.find(key);
            if (it == m_watched.end())
                return;
            it->busy = false;
            if (queued)
                it->handledMs = runMs;
            else
                it->nextMs = 0; // the store is in trouble: again when it works
        });
}

// -- what is posted
// ----------------------------------------------------------------------------------------------------------

void SummaryService::compose(const NoticeRow &notice, const Composed &done)
{
    SummarySchedule schedule;
    if (const QJsonObject stored = notice.details.value("schedule"_L1).toObject(); !stored.isEmpty()) {
        NoticeSettings settings = NoticeSettings::fromJson({{u"schedules"_s, QJsonArray{stored}}});
        if (settings.schedules.isEmpty())
            return done({});
        schedule = settings.schedules.first();
    } else if (const SummarySchedule *known =
                   m_environment.settings(notice.guild).schedule(notice.subjectId)) {
        schedule = *known;
    } else {
        return done({}); // deleted meanwhile
    }
    build(notice.guild, schedule, notice.atMs,
          [done](const Discord::OutgoingMessage &message) { done(message); });
}

void SummaryService::build(GuildId guild, const SummarySchedule &schedule, UtcMs runMs,
                           std::function<void(Discord::OutgoingMessage)> done)
{
    const GuildView *view = m_environment.guild(guild);
    SummaryCard::Values values;
    values.schedule = schedule;
    values.targets = view ? view->config().targets() : Targets();
    const QTimeZone zone = SummaryTimes::zoneOf(schedule, m_environment.timeZone(guild));
    values.timeZone = zone.id();
    values.postedMs = m_environment.clock.utc();
    const Window window = SummaryTimes::period(schedule, zone, runMs);
    const Language language = m_environment.language(guild, schedule.language);
    const bool wanted = schedule.chart && m_environment.drawChart;
    const bool mayAttach = !schedule.channel // a preview before the choice
        || (view && (view->ownPermissions(schedule.channel) & Discord::Permission::AttachFiles));
    m_environment.storage->readAfterFlush(
        this,
        [guild, values, window, zone](const Reader &reader) {
            SummaryCard::Values result = values;
            result.now = reader.statistics(guild, {}, window, {values.targets, window.toMs, true, {}});
            result.before =
                reader.statistics(guild, {}, window.previous(), {values.targets, window.fromMs, false, {}});
            result.waiting = NoticeStore::waitingTickets(reader, guild);
            result.buckets = series(reader.ticketRows(guild, {}, window), reader.gaps(guild, window), window,
                                    SummaryCard::bucketsOf(result), zone);
            return result;
        },
        [this, language, wanted, mayAttach, done = std::move(done)](const SummaryCard::Values &result) {
            Discord::OutgoingMessage message = SummaryCard::message(result, language);
            if (!wanted || !mayAttach || result.now.opened + result.now.closed == 0) {
                if (wanted && !mayAttach)
                    message.content = Replies::mayNotAttach(language).content;
                return done(message);
            }
            const auto once = std::make_shared<std::function<void(Discord::OutgoingMessage)>>(done);
            const auto finish = [once, message, result, language,
                                 alive = QPointer<SummaryService>(this)](const QByteArray &png) {
                const auto then = std::exchange(*once, nullptr);
                if (!then || !alive)
                    return;
                Discord::OutgoingMessage withPicture = message;
                SummaryCard::addPicture(withPicture, result, png, language);
                then(withPicture);
            };
            QTimer::singleShot(LongestDrawingMs, this, [finish] { finish({}); });
            m_environment.drawChart(chartRequest(SummaryCard::viewOf(result.schedule), result.buckets,
                                                 SummaryCard::bucketsOf(result), result.now.window,
                                                 result.timeZone, language),
                                    finish);
        });
}

void SummaryService::sendNow(GuildId guild, const SummarySchedule &schedule, std::function<void(Status)> done)
{
    const UtcMs now = m_environment.clock.utc();
    NoticeSettings single;
    single.schedules = {schedule};
    if (single.schedules.first().id == 0)
        single.schedules.first().id = 1; // not saved yet
    NoticeRow notice;
    notice.guild = guild;
    notice.kind = NoticeRow::Kind::Summary;
    notice.subject = u"test/summary/%1/%2"_s.arg(schedule.id).arg(now);
    notice.subjectId = schedule.id;
    notice.atMs = now;
    notice.channel = schedule.channel;
    notice.details = {{u"schedule"_s, single.toJson().value("schedules"_L1).toArray().first().toObject()}};
    m_environment.storage->write(
        this, [notice, now](Writer &writer) { return NoticeStore::queue(writer, notice, now); },
        [done = std::move(done)](const Result<bool> &queued) {
            done(queued ? Status() : Status(queued.error()));
        });
}

#include "moc_summaryservice.cpp"

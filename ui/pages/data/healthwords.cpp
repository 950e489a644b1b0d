// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/data/datahealth.h"

#include "bot/base/format.h"
#include "bot/store/gaps.h"
#include "ui/dates.h"

#include <QCoreApplication>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

// What the section Health says and draws, made from values alone.

namespace {

struct HealthTr
{
    Q_DECLARE_TR_FUNCTIONS(HealthWords)
};

} // namespace

ChartSpec HealthWords::coverage(const HealthAnswer &answer, const QTimeZone &zone)
{
    ChartSpec spec;
    spec.title = HealthTr::tr("Coverage per day");
    spec.unit = HealthTr::tr("% of the day");
    spec.zone = zone;
    spec.bucket = BucketSize::Day;
    spec.emptyText = answer.importedOnly ? notSeen() : HealthTr::tr("Nothing recorded yet");
    const Window window = Window::lastDays(Days, answer.nowMs);
    const QVector<Bucket> days = series({}, answer.gaps, window, BucketSize::Day, zone);
    spec.points = chartPoints(days);
    ChartSpec::Series observed;
    observed.name = HealthTr::tr("% observed");
    observed.values = chartValues(days, [&answer](const Bucket &day) {
        // Before the first ticket nothing was looked at, which is no gap.
        if (answer.importedOnly || answer.recordingBeganMs == 0 || day.toMs <= answer.recordingBeganMs)
            return std::nan("");
        // A day with a short hole is not a whole day: rounding must not hide it.
        return day.observed < 1 ? std::floor(day.observed * 100) : 100.0;
    });
    spec.series = {observed};
    for (const CoverageGap &gap : answer.gaps) {
        if (!gap.channel)
            spec.offline.append({std::max(gap.fromMs, window.fromMs), gap.toMs ? gap.toMs : window.toMs});
    }
    return spec;
}

QString HealthWords::observed(const HealthAnswer &answer)
{
    const UtcMs from = std::max(answer.nowMs - Days * DayMs, answer.recordingBeganMs);
    if (answer.recordingBeganMs == 0)
        return HealthTr::tr("Nothing recorded yet");
    if (answer.importedOnly)
        return notSeen();
    const TicketStatistics numbers = statistics({}, answer.gaps, {from, answer.nowMs});
    const QString period =
        HealthTr::tr("the last %n day(s)", nullptr, int((answer.nowMs - from + DayMs - 1) / DayMs));
    if (numbers.missingMs == 0)
        return HealthTr::tr("All of %1", "\"the last 30 days\"").arg(period);
    return HealthTr::tr("%1 of %2; %3 were missed", "share, \"the last 30 days\", duration")
        .arg(Format::percentBelow(numbers.observed), period, Format::duration(double(numbers.missingMs)));
}

QString HealthWords::notSeen()
{
    return HealthTr::tr("The bot has not looked at this server yet: what is here was imported.");
}

QString HealthWords::check(const HealthAnswer &answer, const QTimeZone &zone)
{
    const StorageHealth &storage = answer.storage;
    if (storage.lastCheckMs == 0)
        return HealthTr::tr("Not yet in full; the quick check at the start found nothing");
    const QString when = Dates::dateTime(storage.lastCheckMs, zone, answer.nowMs);
    return storage.integrity == "ok"_L1
        ? HealthTr::tr("✓ Whole on %1", "time").arg(when)
        : HealthTr::tr("✗ Damaged on %1: %2", "time, what SQLite says").arg(when, storage.integrity);
}

QString HealthWords::cause(const CoverageGap &gap)
{
    if (gap.cause == "bot off"_L1 || gap.cause == "app closed"_L1)
        return HealthTr::tr("The bot was not running");
    if (gap.cause == "silent"_L1)
        return HealthTr::tr("Not connected to Discord");
    if (gap.cause == "session lost"_L1)
        return HealthTr::tr("No connection to Discord");
    if (gap.cause == "server outage"_L1)
        return HealthTr::tr("Discord had an outage of this server");
    if (gap.cause == "bot removed"_L1)
        return HealthTr::tr("The bot was not on this server");
    if (gap.cause == ImportedCause)
        return HealthTr::tr("After the imported history, before the bot's first look");
    if (gap.cause == "storage"_L1)
        return HealthTr::tr("The disk could not be written");
    if (gap.cause == "corrupt"_L1)
        return HealthTr::tr("The database was damaged and restored");
    return gap.cause;
}

QString HealthWords::missing(const CoverageGap &gap)
{
    if (gap.cause == ImportedCause)
        return gap.toMs == 0 ? HealthTr::tr("Still going on; read when the bot comes to this server")
                             : HealthTr::tr("Tickets that were opened and closed meanwhile");
    if (gap.toMs == 0)
        return HealthTr::tr("Still going on; read again when the bot is back");
    return gap.state == CoverageGap::State::MessagesLost
        ? HealthTr::tr("Messages in channels that were deleted meanwhile")
        : HealthTr::tr("Anything: nothing could be read again");
}

QString HealthWords::span(const CoverageGap &gap, const QTimeZone &zone, UtcMs nowMs)
{
    const QString from = Dates::dateTime(gap.fromMs, zone, nowMs);
    if (gap.toMs == 0)
        return HealthTr::tr("since %1").arg(from);
    const QString to = Dates::dateTime(gap.toMs, zone, nowMs);
    if (from == to) // less than a minute; how long stands beside it
        return from;
    const bool sameDay = QDateTime::fromMSecsSinceEpoch(gap.fromMs, zone).date()
        == QDateTime::fromMSecsSinceEpoch(gap.toMs, zone).date();
    return HealthTr::tr("%1 – %2", "two times").arg(from, sameDay ? Dates::time(gap.toMs, zone) : to);
}

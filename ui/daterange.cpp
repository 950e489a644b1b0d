// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/daterange.h"

#include "ui/dates.h"

#include <QCoreApplication>
#include <QDateTime>

using namespace Qt::Literals::StringLiterals;

namespace {

struct DateRangeTr
{
    Q_DECLARE_TR_FUNCTIONS(DateRange)
};

using Kind = DateRange::Kind;

int rollingDays(Kind kind)
{
    switch (kind) {
    case Kind::Last24Hours:
        return 1;
    case Kind::Last7Days:
        return 7;
    case Kind::Last14Days:
        return 14;
    case Kind::Last30Days:
        return 30;
    case Kind::Last90Days:
        return 90;
    case Kind::Last365Days:
        return 365;
    default:
        return 0;
    }
}

constexpr struct
{
    Kind kind;
    const char *key;
} RangeKeys[] = {
    {Kind::Last24Hours, "24h"}, {Kind::Last7Days, "7d"},   {Kind::Last14Days, "14d"},
    {Kind::Last30Days, "30d"},  {Kind::Last90Days, "90d"}, {Kind::Last365Days, "365d"},
    {Kind::Today, "today"},     {Kind::ThisWeek, "week"},  {Kind::ThisMonth, "month"},
    {Kind::AllTime, "all"},
};

UtcMs midnight(QDate date, const QTimeZone &zone)
{
    return date.startOfDay(zone)
        .toMSecsSinceEpoch(); // the first moment of the day, also where midnight is skipped
}

QDate localDate(UtcMs ms, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(ms, zone).date();
}

// First and last day of the calendar kinds.
std::pair<QDate, QDate> calendarDays(const DateRange &range, const DateRange::Context &c)
{
    const QDate today = localDate(c.nowMs, c.zone);
    switch (range.kind) {
    case Kind::Today:
        return {today.addDays(-range.back), today.addDays(-range.back)};
    case Kind::ThisWeek: {
        const int passed = (today.dayOfWeek() - int(c.firstDayOfWeek) + 7) % 7;
        const QDate first = today.addDays(-passed - 7 * range.back);
        return {first, first.addDays(6)};
    }
    case Kind::ThisMonth: {
        const QDate first = QDate(today.year(), today.month(), 1).addMonths(-range.back);
        return {first, first.addMonths(1).addDays(-1)};
    }
    default:
        return {range.from, range.to};
    }
}

} // namespace

QVector<DateRange> DateRange::quickChoices()
{
    return {{Kind::Last24Hours}, {Kind::Last7Days},   {Kind::Last14Days}, {Kind::Last30Days},
            {Kind::Last90Days},  {Kind::Last365Days}, {Kind::Today},      {Kind::Today, 1},
            {Kind::ThisWeek},    {Kind::ThisWeek, 1}, {Kind::ThisMonth},  {Kind::ThisMonth, 1},
            {Kind::AllTime}};
}

DateRange DateRange::dates(QDate from, QDate to)
{
    return {Kind::Dates, 0, qMin(from, to), qMax(from, to)};
}

Window DateRange::window(const Context &c) const
{
    if (const int days = rollingDays(kind))
        return Window::lastDays(days, c.nowMs - back * days * DayMs);
    if (kind == Kind::AllTime)
        return {c.recordingBeganMs > 0 ? midnight(localDate(c.recordingBeganMs, c.zone), c.zone)
                                       : c.nowMs - 7 * DayMs,
                c.nowMs};
    const auto [first, last] = calendarDays(*this, c);
    const Window days{midnight(first, c.zone), midnight(last.addDays(1), c.zone)};
    // Nothing is known after now; the window ends there and the last bucket is "so far".
    return {days.fromMs, qMax(days.fromMs, qMin(days.toMs, c.nowMs))};
}

QString DateRange::title(const Context &c) const
{
    if (back == 0) {
        switch (kind) {
        case Kind::Last24Hours:
            return DateRangeTr::tr("Last 24 hours");
        case Kind::Today:
            return DateRangeTr::tr("Today");
        case Kind::ThisWeek:
            return DateRangeTr::tr("This week");
        case Kind::ThisMonth:
            return DateRangeTr::tr("This month");
        case Kind::AllTime:
            return DateRangeTr::tr("All time");
        case Kind::Dates:
            return Dates::span(from, to);
        default:
            return DateRangeTr::tr("Last %n day(s)", nullptr, rollingDays(kind));
        }
    }
    if (back == 1 && kind == Kind::Today)
        return DateRangeTr::tr("Yesterday");
    if (back == 1 && kind == Kind::ThisWeek)
        return DateRangeTr::tr("Last week");
    if (back == 1 && kind == Kind::ThisMonth)
        return DateRangeTr::tr("Last month");
    if (rollingDays(kind)) {
        const Window w = window(c);
        return Dates::span(localDate(w.fromMs, c.zone), localDate(w.toMs, c.zone));
    }
    const auto [first, last] = calendarDays(*this, c);
    return Dates::span(first, last);
}

QString DateRange::previousTitle(const Context &c) const
{
    const Window w = window(c);
    const qint64 length = w.toMs - w.fromMs;
    if (length <= 2 * DayMs)
        return DateRangeTr::tr("the %n hour(s) before", nullptr,
                               int(qMax<qint64>(1, qRound64(double(length) / HourMs))));
    return DateRangeTr::tr("the %n day(s) before", nullptr, int(qRound64(double(length) / DayMs)));
}

DateRange DateRange::earlier() const
{
    DateRange moved = *this;
    if (kind == Kind::Dates) {
        const qint64 days = from.daysTo(to) + 1;
        moved.from = from.addDays(-days);
        moved.to = to.addDays(-days);
    } else if (kind != Kind::AllTime) {
        ++moved.back;
    }
    return moved;
}

DateRange DateRange::later() const
{
    DateRange moved = *this;
    if (kind == Kind::Dates) {
        const qint64 days = from.daysTo(to) + 1;
        moved.from = from.addDays(days);
        moved.to = to.addDays(days);
    } else if (back > 0) {
        --moved.back;
    }
    return moved;
}

bool DateRange::mayGoLater(const Context &c) const
{
    if (kind == Kind::Dates)
        return to < localDate(c.nowMs, c.zone);
    return back > 0;
}

bool DateRange::mayGoEarlier(const Context &c) const
{
    return kind != Kind::AllTime && window(c).fromMs > c.recordingBeganMs;
}

QString DateRange::toText() const
{
    if (kind == Kind::Dates)
        return u"%1..%2"_s.arg(from.toString(Qt::ISODate), to.toString(Qt::ISODate));
    for (const auto &row : RangeKeys) {
        if (row.kind == kind)
            return back ? QString(QLatin1StringView(row.key)) + u'-' + QString::number(back)
                        : QString(QLatin1StringView(row.key));
    }
    return {};
}

DateRange DateRange::fromText(const QString &text)
{
    if (const qsizetype dots = text.indexOf(".."_L1); dots > 0) {
        const QDate first = QDate::fromString(text.left(dots), Qt::ISODate);
        const QDate last = QDate::fromString(text.mid(dots + 2), Qt::ISODate);
        return first.isValid() && last.isValid() ? dates(first, last) : DateRange();
    }
    const QString key = text.section(u'-', 0, 0);
    for (const auto &row : RangeKeys) {
        if (key == QLatin1StringView(row.key))
            return {row.kind, qBound(0, text.section(u'-', 1).toInt(), 10000)};
    }
    return {};
}

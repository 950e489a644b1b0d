// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/stafffigures.h"

#include "bot/base/format.h"
#include "bot/base/sidebyside.h"
#include "ui/dates.h"
#include "ui/pages/periodfigures.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QSet>

#include <algorithm>
#include <limits>

using namespace Qt::Literals::StringLiterals;
using namespace PeriodFigures;

namespace {

struct StaffTr
{
    Q_DECLARE_TR_FUNCTIONS(Staff)
};

constexpr double StaffUnmeasured = std::numeric_limits<double>::quiet_NaN();

ChartSpec personChart(const StaffDetail &d, const QVector<Bucket> &buckets)
{
    ChartSpec spec;
    spec.bucket = bucketSizeFor(d.window);
    spec.zone = d.question.context.zone;
    spec.points = chartPoints(buckets);
    spec.offline = bands(d.gaps, d.window);
    spec.unit = StaffTr::tr("tickets");
    return spec;
}

// 24 counts in that many columns.
QVector<double> hourValues(const int *counts, int columns, double observed)
{
    QVector<double> values(columns, 0);
    for (int hour = 0; hour < 24; ++hour)
        values[hour * columns / 24] += counts[hour];
    if (observed <= 0)
        std::replace(values.begin(), values.end(), 0.0, StaffUnmeasured);
    return values;
}

// Instead of a person's chart.
QString emptyText(const StaffDetail &d, const QString &usual)
{
    const bool unseen = std::all_of(d.answered.begin(), d.answered.end(),
                                    [](const Bucket &bucket) { return bucket.observed <= 0; });
    return unseen ? nothingText(0) : usual;
}

void setHourColumns(HeatSpec &spec, int columns)
{
    const auto text = [](int hour) { return Dates::time(QTime(hour % 24, 0)); };
    const int width = 24 / columns;
    for (int hour = 0; hour < 24; hour += width) {
        spec.columns.append(u"%1"_s.arg(hour, 2, 10, QChar(u'0')));
        spec.spokenColumns.append(
            width == 1 ? text(hour) : StaffTr::tr("%1 to %2", "hours").arg(text(hour), text(hour + width)));
    }
}

// How many of the tickets closed in the window each person had claimed. Few ticket bots tell.
QHash<UserId, int> closedByClaimer(const QVector<TicketRow> &rows, Window window)
{
    QHash<UserId, int> claimed;
    if (std::none_of(rows.begin(), rows.end(), [](const TicketRow &row) { return bool(row.claimedBy); }))
        return claimed;
    const CohortTickets all = cohortTickets(rows, window);
    const QSet<ChannelId> closed(all.closed.begin(), all.closed.end());
    for (const TicketRow &row : rows) {
        if (row.claimedBy && closed.contains(row.id))
            ++claimed[row.claimedBy];
    }
    return claimed;
}

// Who responds first wrote in it, so these are among those that the person wrote in.
StaffDetail detailOf(UserId user, const TrendsQuestion &question, Window window,
                     const QVector<TicketRow> &wrote, const QVector<CoverageGap> &gaps)
{
    StaffDetail d;
    d.window = window;
    d.question = question;
    d.user = user;
    d.gaps = gaps;
    const BucketSize size = bucketSizeFor(window);
    const QTimeZone &zone = question.context.zone;
    const Qt::DayOfWeek weekStart = question.context.firstDayOfWeek;
    const QVector<Window> cuts = bucketsOf(window, size, zone, weekStart);
    QVector<TicketRow> first = wrote;
    first.removeIf([user](const TicketRow &row) { return row.derived.firstResponder != user; });
    d.answered = series(wrote, gaps, window, size, zone, weekStart);
    d.answeredTickets = bucketTickets(wrote, cuts);
    d.responses = series(first, gaps, window, size, zone, weekStart);
    d.responseTickets = bucketTickets(first, cuts);
    return d;
}

UserId mostLoaded(const QVector<StaffRow> &people)
{
    const auto most =
        std::max_element(people.begin(), people.end(), [](const StaffRow &a, const StaffRow &b) {
            return a.open != b.open ? a.open < b.open : QString::localeAwareCompare(a.name, b.name) > 0;
        });
    return most == people.end() ? UserId() : most->user;
}

} // namespace

StaffAnswer StaffAnswer::read(const Reader &reader, TrendsQuestion question, UserId chosen, UtcMs nowMs)
{
    StaffAnswer a;
    a.window = question.windowAt(reader, nowMs);
    a.question = question;
    a.recordingBeganMs = question.context.recordingBeganMs;
    const GuildId server = question.server;
    a.gaps = reader.gaps(server, a.window);
    QVector<TicketRow> rows = reader.ticketRows(server, question.category, a.window);
    TicketStatistics numbers;
    WeekHours week;
    sideBySide([&] { numbers = statistics(rows, a.gaps, a.window, question.options(rows, a.window)); },
               [&] {
                   a.answered = staffTickets(rows, a.window);
                   week = ::arrivals(rows, a.gaps, a.window, question.context.zone);
               });
    a.observed = numbers.observed;
    for (int day = 0; day < 7; ++day) {
        for (int hour = 0; hour < 24; ++hour) {
            a.arrivals[hour] += int(week.at(day, hour).opened.size());
            a.arrivalTickets[hour] += week.at(day, hour).opened;
        }
    }
    const QHash<UserId, int> claimed = closedByClaimer(rows, a.window);
    a.claims = !claimed.isEmpty();
    // Who has what now: by last reply, whatever the period is.
    const QVector<TicketRow> current = reader.ticketRows(server, question.category, {nowMs, nowMs + 1});
    for (const TicketRow &row : current) {
        if (row.spells.isEmpty() || !row.spells.last().open())
            continue;
        const UserId last = row.derived.lastStaff;
        if (!last) {
            ++a.nobodyYet;
            continue;
        }
        a.open[last].append(row.id);
        if (row.derived.waitingSinceMs != 0)
            a.waiting[last].append(row.id);
    }

    QHash<UserId, StaffNumbers> people;
    for (const StaffNumbers &person : numbers.byStaff)
        people.insert(person.user, person);
    QSet<UserId> users;
    for (const StaffNumbers &person : numbers.byStaff) {
        if (person.answered > 0 || person.rating.n > 0)
            users.insert(person.user);
    }
    for (auto it = a.open.cbegin(); it != a.open.cend(); ++it)
        users.insert(it.key());
    for (auto it = claimed.cbegin(); it != claimed.cend(); ++it)
        users.insert(it.key());
    const auto names = reader.names(server, QVector<UserId>(users.begin(), users.end()));
    for (const UserId user : std::as_const(users)) {
        const StaffNumbers person = people.value(user);
        StaffRow row;
        row.user = user;
        row.name = names.value(user, user.toString());
        row.open = int(a.open.value(user).size());
        row.waiting = int(a.waiting.value(user).size());
        row.unseen = a.observed <= 0;
        row.answered = person.answered;
        row.messages = person.messages;
        row.firstResponses = person.firstResponses;
        row.firstResponse = person.firstResponse;
        row.rating = person.rating;
        row.claimed = claimed.value(user);
        a.rows.append(row);
        if (const auto roles = reader.lastRoles(server, user))
            a.roles.insert(user, *roles);
    }
    if (!users.contains(chosen))
        chosen = mostLoaded(a.rows);
    rows.removeIf([chosen](const TicketRow &row) { return !wroteIn(row, chosen); });
    if (chosen)
        a.detail = detailOf(chosen, question, a.window, rows, a.gaps);
    return a;
}

StaffDetail StaffDetail::read(const Reader &reader, TrendsQuestion question, UserId user, UtcMs nowMs)
{
    const Window window = question.windowAt(reader, nowMs);
    return detailOf(user, question, window,
                    reader.ticketRows(question.server, question.category, window, user),
                    reader.gaps(question.server, window));
}

QVector<UserId> StaffFigures::activityPeople(const StaffAnswer &a)
{
    QVector<StaffRow> rows = a.rows;
    std::sort(rows.begin(), rows.end(), [](const StaffRow &x, const StaffRow &y) {
        return QString::localeAwareCompare(x.name, y.name) < 0;
    });
    QVector<UserId> people;
    for (const StaffRow &row : std::as_const(rows)) {
        if (a.hours && a.hours->byPerson.contains(row.user))
            people.append(row.user);
    }
    return people;
}

HeatSpec StaffFigures::activity(const StaffAnswer &a, int columns)
{
    HeatSpec spec;
    spec.title = StaffTr::tr("Who was active when, beside arrivals");
    spec.rowsName = StaffTr::tr("Person");
    spec.unit = HeatSpec::Unit::Messages;
    spec.emptyText = nothingText(a.observed);
    setHourColumns(spec, columns);
    HeatSpec::Row opened{
        StaffTr::tr("Tickets opened"), {}, HeatSpec::Kind::Count, HeatSpec::Unit::Tickets, 1};
    opened.values = hourValues(a.arrivals, columns, a.observed);
    spec.rows.append(opened);
    const QVector<UserId> people = activityPeople(a);
    for (const UserId user : people) {
        const auto row =
            std::find_if(a.rows.begin(), a.rows.end(), [user](const StaffRow &r) { return r.user == user; });
        int counts[24] = {};
        for (const auto &day : a.hours->byPerson.value(user).messages) {
            for (int hour = 0; hour < 24; ++hour)
                counts[hour] += day[hour];
        }
        spec.rows.append({row->name, hourValues(counts, columns, a.observed)});
    }
    spec.summary = StaffTr::tr("%n staff member(s) wrote.", nullptr, int(people.size()));
    return spec;
}

ChartSpec StaffFigures::answeredChart(const StaffDetail &d, const QString &name)
{
    ChartSpec spec = personChart(d, d.answered);
    spec.title = StaffTr::tr("Tickets that %1 answered").arg(name);
    spec.emptyText = emptyText(d, StaffTr::tr("%1 answered no ticket opened in this period.").arg(name));
    spec.series.append({StaffTr::tr("Answered"),
                        chartValues(d.answered, [](const Bucket &b) { return seen(b, b.opened); })});
    return spec;
}

ChartSpec StaffFigures::responseChart(const StaffDetail &d, const QString &name)
{
    ChartSpec spec = personChart(d, d.responses);
    spec.title = StaffTr::tr("First responses by %1").arg(name);
    spec.durations = true;
    spec.unit.clear();
    spec.emptyText = emptyText(d, StaffTr::tr("%1 was first in no ticket opened in this period.").arg(name));
    spec.series.append(
        {StaffTr::tr("Median"),
         chartValues(d.responses,
                     [](const Bucket &b) { return b.firstResponse.median.value_or(StaffUnmeasured); }),
         ChartSpec::Shape::Line});
    spec.columns.append({StaffTr::tr("First responses"),
                         chartValues(d.responses, [](const Bucket &b) { return b.firstResponse.n; }),
                         ChartSpec::Column::Kind::Count, StaffTr::tr("tickets"), true});
    if (const std::optional<qint64> target = d.question.firstResponseTarget()) {
        spec.target = double(*target);
        spec.targetText = StaffTr::tr("target %1", "duration").arg(Format::elapsed(*target));
        spec.cap = 3 * double(*target);
    }
    return spec;
}

HeatSpec StaffFigures::hoursHeatmap(const StaffAnswer &a, UserId user, const QString &name, int columns)
{
    const StaffHours::Person wrote = a.hours->byPerson.value(user);
    HeatSpec spec;
    spec.title = StaffTr::tr("When %1 wrote").arg(name);
    spec.rowsName = StaffTr::tr("Day");
    spec.unit = HeatSpec::Unit::Messages;
    spec.emptyText = a.observed <= 0 ? nothingText(0) : StaffTr::tr("No message in this period.");
    setHourColumns(spec, columns);
    for (int i = 0; i < 7; ++i) {
        const int day = (int(a.question.context.firstDayOfWeek) - 1 + i) % 7;
        HeatSpec::Row row{QLocale().standaloneDayName(day + 1, QLocale::LongFormat), {}};
        row.values = hourValues(wrote.messages[day], columns, a.observed);
        spec.rows.append(row);
    }
    return spec;
}

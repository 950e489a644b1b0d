// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/store/storage.h"
#include "bot/tickets/breakdowns.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QSqlQuery>

#include <cstdio>
#include <ctime>
#include <functional>

using namespace Qt::Literals::StringLiterals;

// What the console asks the database for, each question alone, on a recorded data folder:
//
//     bench_questions DIR [ZONE [NAME]]     NAME: only the questions whose name has it, for a profiler
//
// For each: processor time of all threads, that as a multiple of the first line's, and the time until the answer was there;
// the least of three. The first line is a plain walk over all tickets by SQLite itself, in the same run: multiples of it are
// what can be compared between computers and between days.

namespace {

double cpuMs()
{
    return double(std::clock()) * 1e3 / CLOCKS_PER_SEC;
}

class Bench
{
public:
    explicit Bench(QByteArray only) : m_only(std::move(only)) { }

    void measure(const QByteArray &name, const std::function<qint64()> &question)
    {
        if (!m_only.isEmpty() && m_unit > 0 && !name.contains(m_only))
            return;
        double busy = 0, waited = 0;
        qint64 answer = 0;
        for (int i = 0; i < 3; ++i) {
            const double before = cpuMs();
            QElapsedTimer timer;
            timer.start();
            answer = question();
            const double waitedNow = double(timer.nsecsElapsed()) / 1e6;
            const double busyNow = cpuMs() - before;
            busy = i == 0 ? busyNow : qMin(busy, busyNow);
            waited = i == 0 ? waitedNow : qMin(waited, waitedNow);
        }
        if (m_unit == 0)
            m_unit = qMax(0.1, busy);
        std::printf("%-44s %9.1f ms %8.2f  after %9.1f ms  (%lld)\n", name.constData(), busy, busy / m_unit,
                    waited, static_cast<long long>(answer));
        std::fflush(stdout);
    }

private:
    QByteArray m_only;
    double m_unit = 0;
};

void measureAll(const Reader &reader, UtcMs nowMs, const QTimeZone &zone, const QByteArray &only)
{
    const auto guilds = reader.guilds();
    if (guilds.isEmpty())
        return;
    const GuildId guild = guilds.first().id;
    Bench bench(only);
    bench.measure("walk over all tickets", [&] {
        QSqlQuery query(reader.database());
        query.setForwardOnly(true);
        return query.exec(u"SELECT sum(length(derived)) FROM ticket"_s) && query.next()
            ? query.value(0).toLongLong()
            : -1;
    });
    bench.measure("categories", [&] { return reader.categories(guild).size(); });
    bench.measure("health", [&] { return reader.health().messages; });
    TicketListFilter list;
    bench.measure("list, open", [&] { return reader.tickets(guild, list, nowMs, 600000).total; });
    list.tab = TicketListFilter::Tab::All;
    list.sort = TicketListFilter::Sort::Opened;
    bench.measure("list, all", [&] { return reader.tickets(guild, list, nowMs, 600000).total; });
    list.search = u"500"_s;
    bench.measure("list, all, searched", [&] { return reader.tickets(guild, list, nowMs, 600000).total; });
    bench.measure("preview, last 20 days", [&] {
        return reader.wipePreview(guild, {WipeScope::Kind::Last, 20, {}, nowMs}).tickets;
    });
    bench.measure("preview, everything", [&] {
        return reader.wipePreview(guild, {WipeScope::Kind::Everything, 0, {}, nowMs}).tickets;
    });
    for (const int days : {30, 365, 3650}) {
        const Window window = Window::lastDays(days, nowMs);
        const auto name = [days](const char *what) {
            return u"%1, %2 days"_s.arg(QLatin1StringView(what)).arg(days).toLatin1();
        };
        const auto gaps = reader.gaps(guild, window);
        QVector<TicketRow> rows;
        bench.measure(name("rows"), [&] { return (rows = reader.ticketRows(guild, {}, window)).size(); });
        bench.measure(name("statistics"), [&] { return statistics(rows, gaps, window).opened; });
        const BucketSize size = bucketSizeFor(window);
        bench.measure(name("series"), [&] { return series(rows, gaps, window, size, zone).size(); });
        bench.measure(name("tickets of each bucket"),
                      [&] { return bucketTickets(rows, bucketsOf(window, size, zone)).size(); });
        bench.measure(name("arrivals"),
                      [&] { return arrivals(rows, gaps, window, zone).cells[0][0].opened.size(); });
        bench.measure(name("staff activity"), [&] { return reader.staffActivity(guild, {}, window).size(); });
        bench.measure(name("staff hours"),
                      [&] { return reader.staffHours(guild, {}, window, zone).messagesTotal; });
    }
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.size() < 2) {
        std::fprintf(stderr, "bench_questions DIR [ZONE [NAME]]\n");
        return 2;
    }
    Storage storage;
    StorageOptions options;
    options.dataDir = arguments[1];
    options.readOnly = true;
    if (const Status opened = storage.open(options); !opened) {
        std::fprintf(stderr, "%s\n", qPrintable(opened.error().text));
        return 5;
    }
    const QTimeZone zone(arguments.value(2, u"Europe/London"_s).toLatin1());
    const QByteArray only = arguments.value(3).toLatin1();
    bool done = false;
    QObject asker;
    storage.read(
        &asker,
        [zone, only](const Reader &reader) {
            measureAll(reader, Clock::system().utc(), zone, only);
            return true;
        },
        [&done](bool) { done = true; });
    while (!done)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return 0;
}

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/uiselftest.h"

#include "ui/livedata.h"
#include "ui/mainwindow.h"
#include "ui/pages/data/datapage.h"
#include "ui/pages/trendspage.h"

#include <QRadioButton>
#include <QTabBar>
#include <QTableView>

#include <algorithm>

#ifdef Q_OS_UNIX
#include <ctime>
#endif

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int TickMs = 2;
constexpr int RestTicks = 25; // after a step: what is drawn late still counts as its
constexpr int GiveUpMs = 60000;
constexpr double NanosInMs = 1e6;

double threadCpuMs(const QElapsedTimer &otherwise)
{
#if defined(Q_OS_UNIX) && defined(CLOCK_THREAD_CPUTIME_ID)
    timespec time{};
    if (clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time) == 0)
        return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / NanosInMs;
#endif
    return double(otherwise.nsecsElapsed()) / NanosInMs;
}

} // namespace

// -- StallMeter --------------------------------------------------------------------------------------------------------

StallMeter::StallMeter(QObject *parent) : QObject(parent)
{
    m_clock.start();
    m_cpuMs = threadCpuMs(m_clock);
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(TickMs);
    connect(&m_timer, &QTimer::timeout, this, &StallMeter::tick);
    m_timer.start();
}

void StallMeter::tick()
{
    const double wall = double(m_clock.nsecsElapsed()) / NanosInMs;
    const double cpu = threadCpuMs(m_clock);
    m_slowest.wallMs = std::max(m_slowest.wallMs, wall - TickMs);
    m_slowest.cpuMs = std::max(m_slowest.cpuMs, cpu - m_cpuMs);
    m_clock.start();
    m_cpuMs = threadCpuMs(m_clock);
    emit ticked();
}

StallMeter::Stall StallMeter::takeSlowest()
{
    return std::exchange(m_slowest, {});
}

// -- UiSelfTest --------------------------------------------------------------------------------------------------------

UiSelfTest::UiSelfTest(MainWindow &window, const QElapsedTimer &sinceStart, QObject *parent)
    : QObject(parent), m_window(window), m_clock(sinceStart)
{
    connect(&m_meter, &StallMeter::ticked, this, &UiSelfTest::look);
}

UiSelfTest::~UiSelfTest() = default;

void UiSelfTest::add(const QString &name, Act act, Done done)
{
    m_steps.append({name, std::move(act), std::move(done)});
}

void UiSelfTest::start()
{
    LiveData &live = m_window.live();
    add(
        u"start, Overview readable"_s, [] {},
        [this, &live] {
            const Page *page = m_window.page(m_window.currentPage());
            return live.loaded() && page && page->settled();
        });
    // Servers are known from here on.
    add(u"plan"_s, [this] {
        addPages();
        addRanges();
        addSections();
        addExports();
        addServers();
    });
    next();
}

void UiSelfTest::addPages()
{
    m_window.live().setCategory({});
    add(u"30 days"_s, [this] { m_window.live().setRange({DateRange::Kind::Last30Days}); });
    for (const auto *name : {"overview", "tickets", "trends", "staff", "permissions", "notifications", "data",
                             "log", "settings"}) {
        add(u"first %1, 30 days"_s.arg(QLatin1StringView(name)),
            [this, name] { m_window.showPage(QLatin1StringView(name)); });
    }
    // Made and laid out by now: what a switch of pages costs later.
    for (const auto *name : {"overview", "tickets", "trends", "staff", "data", "settings"}) {
        add(u"again %1, 30 days"_s.arg(QLatin1StringView(name)),
            [this, name] { m_window.showPage(QLatin1StringView(name)); });
    }
}

void UiSelfTest::addRanges()
{
    const QVector<std::pair<QString, DateRange::Kind>> ranges{{u"7 days"_s, DateRange::Kind::Last7Days},
                                                              {u"30 days"_s, DateRange::Kind::Last30Days},
                                                              {u"365 days"_s, DateRange::Kind::Last365Days},
                                                              {u"everything"_s, DateRange::Kind::AllTime}};
    for (const auto *name : {"overview", "trends", "staff", "tickets"}) {
        add(u"open %1"_s.arg(QLatin1StringView(name)),
            [this, name] { m_window.showPage(QLatin1StringView(name)); });
        for (const auto &[words, kind] : ranges) {
            add(u"%1, %2"_s.arg(QLatin1StringView(name), words),
                [this, kind = kind] { m_window.live().setRange({kind}); });
        }
    }
    if (auto *tabs = m_window.findChild<QTabBar *>(u"ticketsTabs"_s)) {
        for (int i = 0; i < tabs->count(); ++i)
            add(u"tickets, tab %1, everything"_s.arg(i + 1), [tabs, i] { tabs->setCurrentIndex(i); });
        add(u"tickets, tab 1, everything"_s, [tabs] { tabs->setCurrentIndex(0); });
    }
    if (auto *table = m_window.findChild<QTableView *>(u"staffTable"_s)) {
        add(u"open staff"_s, [this] { m_window.showPage(u"staff"_s); });
        add(u"staff, one person, everything"_s, [table] { table->selectRow(0); });
    }
}

void UiSelfTest::addSections()
{
    add(u"open data"_s, [this] { m_window.showPage(u"data"_s); });
    auto *tabs = m_window.findChild<QTabBar *>(u"dataTabs"_s);
    for (int i = 0; tabs && i < tabs->count(); ++i)
        add(u"data, %1"_s.arg(tabs->tabText(i)), [tabs, i] { tabs->setCurrentIndex(i); });
    if (auto *everything = m_window.findChild<QRadioButton *>(u"deleteEverything"_s); everything && tabs) {
        auto *last = m_window.findChild<QRadioButton *>(u"deleteLast"_s);
        add(u"open data, delete"_s, [tabs] { tabs->setCurrentIndex(1); });
        add(u"deletion preview of everything"_s, [everything] { everything->setChecked(true); });
        add(u"deletion preview of the last days"_s, [last] { last->setChecked(true); });
        add(u"open data, first section"_s, [tabs] { tabs->setCurrentIndex(0); });
    }
}

void UiSelfTest::addExports()
{
    using TrendsExport::Kind;
    auto *trends = static_cast<TrendsPage *>(m_window.page(u"trends"_s));
    add(u"open trends, 365 days"_s, [this] {
        m_window.live().setRange({DateRange::Kind::Last365Days});
        m_window.showPage(u"trends"_s);
    });
    const QVector<std::pair<QString, Kind>> kinds{{u"report.pdf"_s, Kind::Report},
                                                  {u"pictures"_s, Kind::Pictures},
                                                  {u"tickets.csv"_s, Kind::TicketsCsv},
                                                  {u"tickets.json"_s, Kind::TicketsJson},
                                                  {u"numbers.csv"_s, Kind::NumbersCsv}};
    for (const auto &[file, kind] : kinds) {
        add(
            u"export %1, 365 days"_s.arg(file),
            [this, trends, file = file, kind = kind] {
                m_exported = !trends->answer().has_value();
                if (m_exported)
                    return; // nothing is recorded
                auto *exporter = new TrendsExporter(m_window.live().storage(), *trends->answer(), {}, this);
                connect(exporter, &TrendsExporter::finished, this, [this] { m_exported = true; });
                exporter->start(kind, m_exports.filePath(file), false);
            },
            [this] { return m_exported; });
    }
}

void UiSelfTest::addServers()
{
    LiveData &live = m_window.live();
    if (live.servers().size() < 2)
        return;
    add(u"open overview, 365 days"_s, [this] { m_window.showPage(u"overview"_s); });
    for (const auto &server : live.servers())
        add(u"server %1"_s.arg(server.info.name), [&live, id = server.info.id] { live.setServer(id); });
}

void UiSelfTest::next()
{
    if (++m_current == m_steps.size()) {
        m_current = -1;
        emit finished();
        return;
    }
    if (m_current > 0) {
        m_clock.start();
        m_meter.takeSlowest();
    }
    m_settledTicks = 0;
    const Act act = m_steps[m_current].act; // planning adds steps
    act();
}

void UiSelfTest::look()
{
    if (m_current < 0)
        return;
    const Step &step = m_steps[m_current];
    const Page *page = m_window.page(m_window.currentPage());
    const bool late = m_clock.elapsed() > GiveUpMs;
    if (!late && !(step.done ? step.done() : page && page->settled())) {
        m_settledTicks = 0;
        return;
    }
    // What was answered last is painted before the next tick.
    if (++m_settledTicks == 2)
        m_readyMs = double(m_clock.nsecsElapsed()) / NanosInMs;
    if (m_settledTicks < RestTicks)
        return;
    m_rows.append({step.name, m_readyMs, m_meter.takeSlowest(), !late});
    next();
}

QByteArray UiSelfTest::report() const
{
    const auto number = [](double ms) { return QByteArray::number(ms, 'f', 1); };
    QByteArray text = "step\tready_ms\tstall_ms\tstall_cpu_ms\n";
    Row slowest, slowestCpu;
    for (const Row &row : m_rows) {
        text += row.step.toUtf8() + '\t' + (row.complete ? number(row.readyMs) : QByteArray("not complete"))
            + '\t' + number(row.stall.wallMs) + '\t' + number(row.stall.cpuMs) + '\n';
        if (row.stall.wallMs > slowest.stall.wallMs)
            slowest = row;
        if (row.stall.cpuMs > slowestCpu.stall.cpuMs)
            slowestCpu = row;
    }
    text += "slowest stall\t" + number(slowest.stall.wallMs) + " ms\t" + slowest.step.toUtf8() + '\n';
    text += "slowest stall by processor time\t" + number(slowestCpu.stall.cpuMs) + " ms\t"
        + slowestCpu.step.toUtf8() + '\n';
    return text;
}

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demoworld.h"
#include "app/demo/standindiscord.h"
#include "bot/store/database.h"
#include "bot/store/reader.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <map>
#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int PatienceMs = 60'000;
constexpr int EventsPerTick = 2;
constexpr int TickMs = 10; // 200 events a second

// What really happened, kept by the side that the program cannot touch.
struct Truth
{
    int staff = 0;
    int requester = 0;
    bool closed = false;
    bool deleted = false;
};

} // namespace

// The program dies at any moment, and what Discord still knows is what it knows in the end (PROTOCOL K-01, K-03; FAULTS F-1).
// TA_KILL_ROUNDS makes it a longer run.
class TestKilled : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void killedAtRandomItEndsWithExactlyWhatHappened();

private:
    void launch();
    bool waitReady();
    void happen(); // one event of the load
    quint64 openTicket();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<StandInDiscord> m_discord;
    std::unique_ptr<QProcess> m_process;
    QRandomGenerator m_dice;
    std::map<quint64, Truth> m_truth;
    quint64 m_guild = 0, m_staffRole = 0, m_category = 0, m_closedCategory = 0;
    quint64 m_ticketBot = 0, m_ana = 0, m_kira = 0;
};

void TestKilled::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_discord = std::make_unique<StandInDiscord>();
    QVERIFY(m_discord->listen());
    DemoWorld &w = m_discord->world();
    // No two things at the same millisecond: a message at the instant of the close is outside the ticket's life.
    w.setNow([last = qint64(0)]() mutable {
        return last = std::max(last + 1, QDateTime::currentMSecsSinceEpoch());
    });
    m_guild = w.addGuild(u"Northwind"_s);
    m_staffRole = w.addRole(m_guild, u"Support"_s);
    m_category = w.addCategory(m_guild, u"Appeals"_s);
    m_closedCategory = w.addCategory(m_guild, u"Closed"_s);
    m_ticketBot = w.addUser(u"Tickets"_s, true);
    m_ana = w.addUser(u"ana"_s);
    m_kira = w.addUser(u"kira"_s);
    w.addMember(m_guild, m_ticketBot);
    w.addMember(m_guild, m_ana, {m_staffRole});
    w.addMember(m_guild, m_kira);
}

void TestKilled::launch()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"DISCORD_TOKEN"_s, m_discord->token());
    environment.insert(u"TICKET_CATEGORIES"_s, u"Appeals"_s);
    environment.insert(u"CLOSED_CATEGORIES"_s, u"Closed"_s);
    environment.insert(u"SUPPORT_ROLES"_s, u"Support"_s);
    environment.insert(u"TICKET_BOTS"_s, QString::number(m_ticketBot));
    m_process = std::make_unique<QProcess>();
    m_process->setProcessEnvironment(environment);
    m_process->start(QStringLiteral(TA_PROGRAM),
                     {u"--headless"_s, u"--data-dir"_s, m_folder->filePath(u"data"_s), u"--api-base"_s,
                      m_discord->apiBase().toString()});
}

bool TestKilled::waitReady()
{
    QByteArray out;
    return QTest::qWaitFor(
               [&] {
                   out += m_process->readAllStandardOutput();
                   return out.startsWith("ready guilds=1") || m_process->state() == QProcess::NotRunning;
               },
               PatienceMs)
        && m_process->state() == QProcess::Running;
}

quint64 TestKilled::openTicket()
{
    DemoWorld &w = m_discord->world();
    const quint64 channel = w.addChannel(m_guild, m_category, u"ticket-%1"_s.arg(m_truth.size() + 1),
                                         {.by = m_ticketBot, .requester = m_kira, .reason = {}, .atMs = 0});
    w.addMessage(channel, m_ticketBot);
    m_truth.emplace(channel, Truth());
    return channel;
}

void TestKilled::happen()
{
    DemoWorld &w = m_discord->world();
    QVector<quint64> open;
    for (const auto &[channel, truth] : m_truth) {
        if (!truth.closed)
            open.append(channel);
    }
    const int what = m_dice.bounded(100);
    if (open.size() < 5 || what < 2) {
        openTicket();
        return;
    }
    const quint64 channel = open.at(m_dice.bounded(int(open.size())));
    Truth &truth = m_truth.at(channel);
    if (what < 4) {
        truth.closed = true;
        if (m_dice.bounded(2) == 0) {
            w.moveChannel(channel, m_closedCategory, m_ana);
        } else {
            truth.deleted = true;
            w.deleteChannel(channel, m_ticketBot, u"Ticket closed by ana"_s);
        }
    } else if (what < 40) {
        w.addMessage(channel, m_ana);
        ++truth.staff;
    } else {
        w.addMessage(channel, m_kira);
        ++truth.requester;
    }
}

void TestKilled::killedAtRandomItEndsWithExactlyWhatHappened()
{
    const int rounds = qEnvironmentVariable("TA_KILL_ROUNDS", u"8"_s).toInt();
    m_dice = QRandomGenerator(20260415);
    launch();
    QVERIFY(waitReady()); // so that the category is known: what comes later is a ticket whoever made it

    QTimer load;
    load.setInterval(TickMs);
    connect(&load, &QTimer::timeout, this, [this] {
        for (int i = 0; i < EventsPerTick; ++i)
            happen();
    });
    load.start();
    for (int round = 0; round < rounds; ++round) {
        // Anywhere: while it starts, catches up, or writes.
        QElapsedTimer lived;
        lived.start();
        const int lifeMs = m_dice.bounded(2500);
        QTRY_VERIFY_WITH_TIMEOUT(lived.elapsed() >= lifeMs, PatienceMs);
        m_process->kill();
        QTRY_COMPARE_WITH_TIMEOUT(m_process->state(), QProcess::NotRunning, PatienceMs);
        lived.start();
        const int deadMs = m_dice.bounded(500);
        QTRY_VERIFY_WITH_TIMEOUT(lived.elapsed() >= deadMs, PatienceMs);
        launch();
    }
    load.stop();
    QVERIFY(waitReady());
    m_process->terminate();
    QTRY_COMPARE_WITH_TIMEOUT(m_process->state(), QProcess::NotRunning, PatienceMs);
    QCOMPARE(m_process->exitCode(), 0);

    auto file = DatabaseFile::inFolder(m_folder->filePath(u"data"_s)).openForReading();
    QVERIFY(file.ok());
    QCOMPARE(DatabaseFile::integrityCheck(file->database()), u"ok"_s);
    const Reader reader(file->database());
    const TicketStatistics numbers =
        reader.statistics(GuildId(m_guild), {}, Window::lastDays(1, m_discord->world().now() + 1));
    const auto closed = std::count_if(m_truth.cbegin(), m_truth.cend(),
                                      [](const auto &entry) { return entry.second.closed; });
    QCOMPARE(numbers.opened, int(m_truth.size()));
    QCOMPARE(numbers.closed, int(closed));
    QCOMPARE(numbers.openAtEnd, int(m_truth.size()) - int(closed));
    int whole = 0;
    for (const auto &[channel, truth] : m_truth) {
        const auto detail = reader.ticket(GuildId(m_guild), ChannelId(channel));
        QVERIFY(detail);
        const TicketRecord &ticket = detail->row.ticket;
        const QString where = u"%1 %2 (closed %3, deleted %4, partial %5, quality %6)"_s.arg(ticket.name)
                                  .arg(channel)
                                  .arg(truth.closed)
                                  .arg(truth.deleted)
                                  .arg(ticket.partial())
                                  .arg(int(ticket.quality));
        QCOMPARE(ticket.openedAtMs, ChannelId(channel).createdAtMs());
        QCOMPARE(ticket.open(), !truth.closed);
        QCOMPARE(ticket.spells.size(), 1);
        if (truth.closed)
            QVERIFY2(ticket.spells.last().closedSource != TimeSource::Inferred, qPrintable(where));
        // What was written last in a channel that is gone is gone with it: then the ticket says so.
        if (truth.deleted && ticket.partial()) {
            QVERIFY2(ticket.derived.staffMessages <= truth.staff
                         && ticket.derived.requesterMessages <= truth.requester,
                     qPrintable(where));
            continue;
        }
        QVERIFY2(
            ticket.derived.staffMessages == truth.staff,
            qPrintable(
                u"%1: %2 of %3 by staff"_s.arg(where).arg(ticket.derived.staffMessages).arg(truth.staff)));
        QVERIFY2(ticket.derived.requesterMessages == truth.requester,
                 qPrintable(u"%1: %2 of %3 by the requester"_s.arg(where)
                                .arg(ticket.derived.requesterMessages)
                                .arg(truth.requester)));
        ++whole;
    }
    QVERIFY2(whole > 0, "every ticket is partial: nothing was proven");
}

QTEST_GUILESS_MAIN(TestKilled)
#include "tst_killed.moc"

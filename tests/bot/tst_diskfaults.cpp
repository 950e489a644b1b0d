// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storagefaults.h"
#include "bot/store/database.h"
#include "tests/bot/noticebench.h"

#include <QDir>

#include <atomic>

using namespace Qt::Literals::StringLiterals;

// What the demo does to its disk, with the whole bot in front of it: whatever happens meanwhile is recorded in the end
// (UX checklist 27; PROTOCOL S-08, S-11; FAULTS 54, 55, 58).
class tst_DiskFaults : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void aLockedDatabaseLosesNothing();
    void aFullDiskLosesNothing();
    void littleSpaceIsToldAndOver();
    void aDamagedDatabaseIsRestoredAndReadAgain();
    void tryingNowDoesNotWaitForTheNextRound();
    void aCardThatCannotBeMarkedIsNotPostedAgain(); // K-02

private:
    bool start()
    {
        m_f->freeBytes = [this](const QString &folder) { return m_faults->freeBytes(folder); };
        m_f->storageFault = [this](const QString &path) { return m_faults->fault(path); };
        if (!m_f->start())
            return false;
        connect(m_f->host.get(), &BotHost::troubleChanged, this,
                [this](const StorageTrouble &trouble) { m_trouble = trouble; });
        m_trouble = {};
        return true;
    }
    // A ticket with three messages, two by staff.
    quint64 talk(const QString &name)
    {
        const quint64 ticket = m_f->openTicket(name, m_f->kira);
        m_f->discord.world().addMessage(ticket, m_f->kira);
        m_f->discord.world().addMessage(ticket, m_f->ana);
        m_f->discord.world().addMessage(ticket, m_f->ben);
        return ticket;
    }
    bool whole(int tickets) const
    {
        const TicketStatistics now = m_f->numbers();
        return now.opened == tickets && now.messagesTotal == 3 * tickets;
    }
    static bool until(const std::function<bool()> &done)
    {
        return QTest::qWaitFor(done, 2 * BotFixture::WaitMs);
    }

    std::unique_ptr<StorageFaults> m_faults;
    std::unique_ptr<BotFixture> m_f; // after the faults, so that it ends first
    StorageTrouble m_trouble;
};

void tst_DiskFaults::init()
{
    m_f.reset();
    m_faults = std::make_unique<StorageFaults>();
    m_f = std::make_unique<BotFixture>();
}

void tst_DiskFaults::aLockedDatabaseLosesNothing()
{
    QVERIFY(start());
    talk(u"appeal-1"_s);
    QVERIFY(until([&] { return whole(1); }));
    m_faults->lock(m_f->host->storage().databasePath(), 6000);
    QTest::qWait(200); // the other program has it
    talk(u"appeal-2"_s);
    QVERIFY(until([&] { return m_trouble.kind == StorageTrouble::Kind::Locked; }));
    QVERIFY(m_trouble.waiting > 0);
    talk(u"appeal-3"_s);
    QVERIFY(until([&] { return m_trouble.kind == StorageTrouble::Kind::None; }));
    QVERIFY(until([&] { return whole(3); }));
}

void tst_DiskFaults::aFullDiskLosesNothing()
{
    QVERIFY(start());
    m_faults->setFull(true);
    talk(u"appeal-1"_s);
    QVERIFY(until([&] { return m_trouble.kind == StorageTrouble::Kind::Full; }));
    talk(u"appeal-2"_s);
    QCOMPARE(m_f->numbers().opened, 0); // reading goes on
    m_faults->setFull(false);
    QVERIFY(until([&] { return m_trouble.kind == StorageTrouble::Kind::None; }));
    QVERIFY(until([&] { return whole(2); }));
}

void tst_DiskFaults::littleSpaceIsToldAndOver()
{
    QVERIFY(start());
    m_faults->setFreeBytes(180'000'000);
    m_f->host->storage().retryNow();
    QVERIFY(until([&] { return m_trouble.kind == StorageTrouble::Kind::LowSpace; }));
    QCOMPARE(m_trouble.freeBytes, 180'000'000);
    talk(u"appeal-1"_s);
    QVERIFY(until([&] { return whole(1); })); // recording goes on
    m_faults->setFreeBytes(-1);
    m_f->host->storage().retryNow();
    QVERIFY(until([&] { return m_trouble.kind == StorageTrouble::Kind::None; }));
}

void tst_DiskFaults::tryingNowDoesNotWaitForTheNextRound()
{
    QVERIFY(start());
    QSignalSpy trouble(m_f->host.get(), &BotHost::troubleChanged);
    m_faults->setFull(true);
    talk(u"appeal-1"_s);
    // Tries come after 1, 2, 4 s: after the third failure the next one is seconds away.
    QVERIFY(until([&] { return trouble.size() >= 3; }));
    m_faults->setFull(false);
    QElapsedTimer waited;
    waited.start();
    m_f->host->storage().retryNow();
    QVERIFY(until([&] { return m_trouble.kind == StorageTrouble::Kind::None; }));
    QVERIFY2(waited.elapsed() < 3000, "it waited for its own next try");
    QVERIFY(until([&] { return whole(1); }));
}

void tst_DiskFaults::aDamagedDatabaseIsRestoredAndReadAgain()
{
    QVERIFY(start());
    for (int i = 1; i <= 4; ++i)
        talk(u"appeal-%1"_s.arg(i));
    QVERIFY(until([&] { return whole(4); }));
    bool backedUp = false;
    m_f->host->storage().backUp(m_f->host.get(), u"manual"_s,
                                [&](const Result<BackupInfo> &made) { backedUp = made.ok(); });
    QVERIFY(until([&] { return backedUp; }));
    for (int i = 5; i <= 8; ++i)
        talk(u"appeal-%1"_s.arg(i));
    QVERIFY(until([&] { return whole(8); }));

    // What is still in the write-ahead log would mend the file: a stop puts it there.
    m_f->stop();
    QVERIFY(start());
    std::optional<DatabaseRecovery> recovery;
    connect(&m_f->host->storage(), &Storage::databaseRecovered, this,
            [&recovery](const DatabaseRecovery &done) { recovery = done; });
    m_faults->damageAtNextCommit();
    talk(u"appeal-9"_s); // its commit fails
    talk(u"appeal-10"_s);
    QVERIFY(until([&] { return recovery.has_value(); }));
    talk(u"appeal-11"_s); // while everything begins anew
    QVERIFY(!recovery->backup.isEmpty());
    QVERIFY(recovery->ticketsKnown >= recovery->ticketsRecovered);
    QVERIFY(until([&] { return m_trouble.kind == StorageTrouble::Kind::None; }));
    QVERIFY(until([&] { return whole(11); }));
    // What was recorded before and what comes from now on are one history.
    talk(u"appeal-12"_s);
    QVERIFY(until([&] { return whole(12); }));

    // The damaged file is kept, and it is damaged; the one in force is whole.
    const QDir folder(m_f->dir.filePath(recovery->quarantine));
    QVERIFY(folder.exists());
    const QString name = QFileInfo(m_f->host->storage().databasePath()).fileName();
    QVERIFY(folder.exists(name));
    const auto history =
        m_f->ask([g = GuildId(m_f->guild)](const Reader &reader) { return reader.history(g, 0, 50); });
    const bool told = std::any_of(history.cbegin(), history.cend(), [&](const HistoryRow &row) {
        return row.kind == u"restore"_s
            && row.after.value("quarantine"_L1).toString() == recovery->quarantine;
    });
    QVERIFY(told);
    m_f->stop();
    {
        const auto whole = DatabaseFile::inFolder(m_f->dir.path()).openForReading();
        QVERIFY(whole.ok());
        QCOMPARE(DatabaseFile::integrityCheck(whole->database()), u"ok"_s);
    }
    const auto damaged = DatabaseFile(folder.filePath(name)).openForReading();
    QVERIFY(!damaged.ok() || DatabaseFile::integrityCheck(damaged->database()) != u"ok"_s);
}

static QtMessageHandler handlerBefore = nullptr;
static std::atomic<int> notMarked = 0;

void tst_DiskFaults::aCardThatCannotBeMarkedIsNotPostedAgain()
{
    NoticeBench f;
    f.freeBytes = [this](const QString &folder) { return m_faults->freeBytes(folder); };
    f.storageFault = [this](const QString &path) { return m_faults->fault(path); };
    QVERIFY(f.start());
    QVERIFY(f.useLogChannel());
    const auto posted = [&f] {
        const auto requests = f.discord.requests();
        return std::count_if(requests.cbegin(), requests.cend(), [&f](const auto &request) {
            return request.method == u"POST"_s
                && request.path.contains(QString::number(f.log) + u"/messages"_s);
        });
    };
    notMarked = 0;
    handlerBefore =
        qInstallMessageHandler([](QtMsgType type, const QMessageLogContext &where, const QString &text) {
            notMarked += text.contains(u"could not be marked as sent"_s) ? 1 : 0;
            handlerBefore(type, where, text);
        });
    const auto back = qScopeGuard([] { qInstallMessageHandler(handlerBefore); });
    f.discord.delayNext(u"POST /channels/*/messages"_s, 1500);
    f.openTicket(u"appeal-1"_s, f.kira);
    QVERIFY(until([&] { return posted() == 1; }));
    m_faults->setFull(true); // Discord has the card, and the disk cannot take it down
    QVERIFY(until([] { return notMarked >= 2; }));
    m_faults->setFull(false);
    QVERIFY(until([&] {
        return f.ask([g = GuildId(f.guild)](const Reader &r) { return NoticeStore::waiting(r, g); })
            .isEmpty();
    }));
    QCOMPARE(posted(), 1);
}

QTEST_GUILESS_MAIN(tst_DiskFaults)
#include "tst_diskfaults.moc"

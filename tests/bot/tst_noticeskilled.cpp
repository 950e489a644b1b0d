// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bot/noticebench.h"

using namespace Qt::Literals::StringLiterals;

// The real program dies by kill -9 between the event and the post, and the same folder starts again: whatever is told to
// managers is told exactly once (PROTOCOL K-02, K-03, N-03).
class tst_NoticesKilled : public QObject
{
    Q_OBJECT
private slots:
    void killedBetweenEventAndPostItIsPostedOnce_data();
    void killedBetweenEventAndPostItIsPostedOnce();

private:
    static std::unique_ptr<QProcess> launch(NoticeBench &f);
    static bool ready(QProcess &process);
    static bool prepare(NoticeBench &f, const QString &what);
};

std::unique_ptr<QProcess> tst_NoticesKilled::launch(NoticeBench &f)
{
    auto process = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"DISCORD_TOKEN"_s, f.discord.token());
    environment.insert(u"TICKET_CATEGORIES"_s, u"Appeals"_s);
    environment.insert(u"SUPPORT_ROLES"_s, u"Support"_s);
    environment.insert(u"DATABASE_PERMS"_s, QString::number(f.statsRole));
    environment.remove(u"NOTIFY_SOCKET"_s);
    process->setProcessEnvironment(environment);
    process->start(
        QStringLiteral(TA_PROGRAM),
        {u"--headless"_s, u"--data-dir"_s, f.dir.path(), u"--api-base"_s, f.discord.apiBase().toString()});
    return process;
}

bool tst_NoticesKilled::ready(QProcess &process)
{
    QByteArray out;
    return QTest::qWaitFor(
        [&] {
            out += process.readAllStandardOutput();
            return out.contains("ready guilds=");
        },
        BotFixture::WaitMs * 2);
}

// Everything but the event itself, which only the program sees.
bool tst_NoticesKilled::prepare(NoticeBench &f, const QString &what)
{
    if (!f.start() || !f.useLogChannel())
        return false;
    const auto change = [&](NoticeSettings &settings) {
        settings.logEvents = {what == u"card"_s, false, false};
        for (AlarmSetting &alarm : settings.alarms)
            alarm.on = false;
        const AlarmSetting told{true, 1, false, ChannelId(f.log), {}};
        if (what == u"overdue"_s)
            settings.alarm(AlarmKind::Overdue) = told;
        else if (what == u"too many open"_s)
            settings.alarm(AlarmKind::TooManyOpen) = told;
        else if (what == u"record"_s)
            settings.alarm(AlarmKind::PeakRecord) = told;
        if (what == u"summary"_s) {
            SummarySchedule hourly;
            hourly.id = 7;
            hourly.every = SummarySchedule::Every::Hours;
            // Half an hour from now: the next one must not fall into this test.
            hourly.time = QTime(0, (QDateTime::currentDateTimeUtc().time().minute() + 30) % 60);
            hourly.channel = ChannelId(f.log);
            hourly.sinceMs = f.clock.utc() - 2 * HourMs; // one was missed: it is late, but it comes
            settings.schedules = {hourly};
        }
    };
    const bool settled = f.settle(change, what != u"summary"_s); // due at once: it is the program's to post
    if (!settled || (what == u"record"_s && !f.addPastTicket(f.clock.utc() - 10 * DayMs)))
        return false;
    if (what == u"deletion"_s) {
        f.discord.world().deleteChannel(f.openTicket(u"appeal-0"_s, f.kira), f.ticketBot, u"closed by ana"_s);
        if (!QTest::qWaitFor([&] { return f.numbers().closed == 1; }, BotFixture::WaitMs))
            return false;
    }
    f.stop();
    return true;
}

void tst_NoticesKilled::killedBetweenEventAndPostItIsPostedOnce_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<bool>("arrived");
    for (const char *what : {"card", "overdue", "too many open", "record", "summary", "deletion"}) {
        QTest::addRow("%s, before Discord had it", what) << QString::fromLatin1(what) << false;
        QTest::addRow("%s, after Discord had it, before we knew", what) << QString::fromLatin1(what) << true;
    }
}

void tst_NoticesKilled::killedBetweenEventAndPostItIsPostedOnce()
{
    QFETCH(QString, what);
    QFETCH(bool, arrived);
    NoticeBench f;
    QVERIFY(prepare(f, what));
    const QString route = u"POST /channels/*/messages"_s;
    if (arrived)
        f.discord.delayNext(route, 60'000); // it is processed, but the answer does not come
    else
        f.discord.hangNext(route);
    const UtcMs longAgo = f.clock.utc() - 20 * MinuteMs;
    if (what == u"overdue"_s)
        f.openTicket(u"appeal-1"_s, f.kira, longAgo);
    auto first = launch(f);
    QVERIFY(ready(*first));
    if (what == u"card"_s || what == u"too many open"_s || what == u"record"_s) {
        f.openTicket(u"appeal-1"_s, f.kira);
        if (what != u"card"_s)
            f.openTicket(u"appeal-2"_s, f.tom);
    } else if (what == u"deletion"_s) {
        // "Delete 1 ticket" is more than a quarter of everything: it asks for the number.
        const auto asked = f.command(f.ben, u"wipestats"_s);
        const quint64 question = f.last;
        const QJsonArray buttons = asked.message["components"_L1].toArray().at(0)["components"_L1].toArray();
        const quint64 pressed = f.discord.press(question, buttons.at(0)["custom_id"_L1].toString(), f.ben);
        QVERIFY(pressed);
        QTRY_VERIFY_WITH_TIMEOUT(!f.discord.reply(pressed).modal.isEmpty(), BotFixture::WaitMs);
        const QJsonObject modal = f.discord.reply(pressed).modal;
        const QJsonObject label = modal["components"_L1].toArray().at(0).toObject();
        const QString field = label["component"_L1]["custom_id"_L1].toString();
        QVERIFY(f.discord.submit(pressed, modal["custom_id"_L1].toString(), {{field, u"1"_s}}, f.ben));
    }
    // A call counts when it is answered or left hanging.
    if (arrived)
        QTRY_COMPARE_WITH_TIMEOUT(f.titles(f.log).size(), 1, BotFixture::WaitMs);
    else
        QTRY_COMPARE_WITH_TIMEOUT(f.calls(u"POST"_s, f.log), 1, BotFixture::WaitMs);
    first->kill();
    QVERIFY(first->waitForFinished());

    f.discord.clearKnobs();
    const int called = f.calls(u"POST"_s, f.log);
    QCOMPARE(called, arrived ? 0 : 1);
    QCOMPARE(f.titles(f.log).size(), arrived ? 1 : 0);
    auto second = launch(f);
    QVERIFY(ready(*second));
    // Asked again in either case: what was not answered may not have arrived.
    QTRY_VERIFY_WITH_TIMEOUT(f.calls(u"POST"_s, f.log) > called, BotFixture::WaitMs);
    QTRY_COMPARE_WITH_TIMEOUT(f.titles(f.log).size(), 1, BotFixture::WaitMs);
    const QString told = f.titles(f.log).first();
    const QHash<QString, QString> wanted{
        {u"card"_s, u"Ticket opened"_s},
        {u"overdue"_s, u"1 ticket waits over 10 minutes"_s},
        {u"too many open"_s, u"2 tickets are open"_s},
        {u"record"_s, u"2 tickets open at once: more than ever before"_s},
        {u"summary"_s, u"Ticket summary"_s},
        {u"deletion"_s, u"<@%1> deleted 1 ticket (everything)."_s.arg(f.ben)}};
    QCOMPARE(told, wanted.value(what));
    // Nothing else was waiting, and nothing is told a second time.
    QTest::qWait(1500);
    QCOMPARE(f.titles(f.log), QStringList{told});
    second->kill();
    QVERIFY(second->waitForFinished());
}

QTEST_GUILESS_MAIN(tst_NoticesKilled)
#include "tst_noticeskilled.moc"

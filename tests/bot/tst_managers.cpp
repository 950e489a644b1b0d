// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bot/noticebench.h"

#include <atomic>

using namespace Qt::Literals::StringLiterals;

namespace {

// A clock that is put forward by hand, for the bot and for Discord alike.
struct Ahead
{
    std::shared_ptr<std::atomic<qint64>> ms = std::make_shared<std::atomic<qint64>>(0);

    void apply(NoticeBench &bench) const
    {
        const auto now = [ms = ms] { return QDateTime::currentMSecsSinceEpoch() + ms->load(); };
        bench.clock.utc = now;
        bench.discord.world().setNow(now);
    }
    UtcMs now() const { return QDateTime::currentMSecsSinceEpoch() + ms->load(); }
    void to(UtcMs at) const { ms->store(at - QDateTime::currentMSecsSinceEpoch()); }
};

QString imageOf(const QJsonObject &message)
{
    return message["embeds"_L1].toArray().at(0)["image"_L1]["url"_L1].toString();
}

} // namespace

// Alarms, summaries and the commands about them, end to end with a clock that is put forward.
class tst_Managers : public QObject
{
    Q_OBJECT
private slots:
    void anOverdueTicketIsToldOnceAndEndsAsAllAnswered();
    void catchingUpGivesOneAlarmForAll();
    void aMutedTicketRaisesNoAlarm();
    void aSummaryIsPostedOnceAtItsTime();
    void aSummaryThatWasMissedIsLateOrSkipped();
    void withoutAttachFilesTheSummaryHasNoPicture();
    void aFailedSummaryIsNeverMarkedAsSent();
    void waitingAndHistoryListTickets();
    void aPageThatIsGoneIsTheLastOne();
    void ownNumbersAreForStaff();
    void settingCommandsSayBeforeAndAfterAndCanBeUndone();
    void theSummaryCommandsMakeAndChangeOneSummary();

private:
    static int openIn(NoticeBench &f) // by the bench's clock
    {
        return f.ask([g = GuildId(f.guild)](const Reader &r) { return NoticeStore::openTickets(r, g); });
    }
    static int changes(NoticeBench &f) // entries of the settings' history
    {
        return f.ask([g = GuildId(f.guild)](const Reader &r) { return int(r.history(g, 0, 100).size()); });
    }
    static bool waits(const std::function<bool()> &until)
    {
        return QTest::qWaitFor(until, BotFixture::WaitMs);
    }
    static QJsonObject channelOption(quint64 channel)
    {
        return {{u"name"_s, u"channel"_s}, {u"type"_s, 7}, {u"value"_s, QString::number(channel)}};
    }
    static QString firstButton(const StandInDiscord::Reply &reply)
    {
        return reply.message["components"_L1]
            .toArray()
            .at(0)["components"_L1]
            .toArray()
            .at(0)["custom_id"_L1]
            .toString();
    }
};

// UX 3.7, 4.3; checklist 57.
void tst_Managers::anOverdueTicketIsToldOnceAndEndsAsAllAnswered()
{
    NoticeBench f;
    const Ahead ahead;
    ahead.apply(f);
    QVERIFY(f.start());
    QVERIFY(f.settle([&](NoticeSettings &settings) {
        settings.alarm(AlarmKind::Overdue) = {true, 0, true, ChannelId(f.management), RoleId(f.staffRole)};
    }));
    QSignalSpy desktop(f.host.get(), &BotHost::desktopNotice);
    const quint64 first = f.openTicket(u"appeal-1"_s, f.kira);
    QTRY_COMPARE_WITH_TIMEOUT(openIn(f), 1, BotFixture::WaitMs);
    const UtcMs opened = ChannelId(first).createdAtMs();
    ahead.to(opened + 10 * MinuteMs - 3 * SecondMs);
    QTest::qWait(1500);
    QCOMPARE(f.titles(f.management).size(), 0); // not a second too early
    QVERIFY(waits([&] { return f.titles(f.management).size() == 1; }));
    QVERIFY2(ahead.now() - opened - 10 * MinuteMs < 10 * SecondMs, "too late");
    QCOMPARE(f.titles(f.management).first(), u"1 ticket waits over 10 minutes"_s);
    const QJsonObject posted = f.posted(f.management).first();
    QVERIFY(posted["content"_L1].toString().contains(u"<@&%1>"_s.arg(f.staffRole)));
    QVERIFY(waits([&] { return desktop.size() == 1; }));

    // The next one joins the message instead of a new one.
    const quint64 second = f.openTicket(u"appeal-2"_s, f.tom);
    QTRY_COMPARE_WITH_TIMEOUT(openIn(f), 2, BotFixture::WaitMs);
    ahead.to(ChannelId(second).createdAtMs() + 10 * MinuteMs);
    QVERIFY(
        waits([&] { return f.titles(f.management) == QStringList{u"2 tickets wait over 10 minutes"_s}; }));

    f.discord.world().addMessage(first, f.ana);
    QVERIFY(
        waits([&] { return f.titles(f.management) == QStringList{u"1 ticket waits over 10 minutes"_s}; }));
    f.discord.world().addMessage(second, f.ben);
    QVERIFY(waits([&] { return f.titles(f.management) == QStringList{u"All answered"_s}; }));
    QCOMPARE(f.calls(u"POST"_s, f.management), 1);
    QCOMPARE(f.discord.offences(), QStringList());

    const auto history =
        f.ask([g = GuildId(f.guild)](const Reader &r) { return NoticeStore::alarms(r, g, 0, 10); });
    QCOMPARE(history.size(), 2);
    for (const AlarmRow &alarm : history) {
        QCOMPARE(alarm.ending, AlarmRow::Ending::Answered);
        QVERIFY(alarm.endedAtMs > alarm.firedAtMs);
    }
    QCOMPARE(history.last().answeredBy, UserId(f.ana));

    // Asked again, and a restart: a ticket has one alarm.
    f.discord.world().addMessage(first, f.kira);
    f.stop();
    QVERIFY(f.start());
    ahead.to(ahead.now() + HourMs);
    QTest::qWait(1500);
    QCOMPARE(f.titles(f.management).size(), 1);
}

// K-02, UX 3.7: no flood.
void tst_Managers::catchingUpGivesOneAlarmForAll()
{
    NoticeBench f;
    const Ahead ahead;
    ahead.apply(f);
    QVERIFY(f.start());
    QVERIFY(f.settle([&](NoticeSettings &settings) {
        settings.alarm(AlarmKind::Overdue) = {true, 0, false, ChannelId(f.management), {}};
    }));
    f.stop();
    for (int i = 0; i < 7; ++i)
        f.openTicket(u"away-%1"_s.arg(i), f.kira);
    ahead.to(ahead.now() + HourMs);
    QVERIFY(f.start());
    QVERIFY(
        waits([&] { return f.titles(f.management) == QStringList{u"7 tickets wait over 10 minutes"_s}; }));
    QCOMPARE(f.calls(u"POST"_s, f.management), 1);
    const QString text =
        f.posted(f.management).first()["embeds"_L1].toArray().at(0)["description"_L1].toString();
    QCOMPARE(text.count(u'\n'), 5); // five tickets and "and 2 more"
}

void tst_Managers::aMutedTicketRaisesNoAlarm()
{
    NoticeBench f;
    const Ahead ahead;
    ahead.apply(f);
    QVERIFY(f.start());
    QVERIFY(f.settle([&](NoticeSettings &settings) {
        settings.alarm(AlarmKind::Overdue) = {true, 0, false, ChannelId(f.management), {}};
    }));
    const quint64 quiet = f.openTicket(u"appeal-1"_s, f.kira);
    f.openTicket(u"appeal-2"_s, f.tom);
    QTRY_COMPARE_WITH_TIMEOUT(openIn(f), 2, BotFixture::WaitMs);
    bool muted = false;
    f.host->muteTicket(GuildId(f.guild), ChannelId(quiet), true, f.host.get(),
                       [&](const Status &status) { muted = status.ok(); });
    QVERIFY(waits([&] { return muted; }));
    ahead.to(ahead.now() + 11 * MinuteMs);
    QVERIFY(waits([&] { return f.titles(f.management).size() == 1; }));
    QCOMPARE(f.titles(f.management).first(), u"1 ticket waits over 10 minutes"_s);
}

namespace {

SummarySchedule hourly(const NoticeBench &f, UtcMs since)
{
    SummarySchedule schedule;
    schedule.id = 7;
    schedule.every = SummarySchedule::Every::Hours;
    schedule.time = QTime(0, 0);
    schedule.channel = ChannelId(f.management);
    schedule.sinceMs = since;
    return schedule;
}

UtcMs nextHour(UtcMs now)
{
    return (now / HourMs + 1) * HourMs;
}

} // namespace

void tst_Managers::aSummaryIsPostedOnceAtItsTime()
{
    NoticeBench f;
    const Ahead ahead;
    ahead.apply(f);
    f.drawChart = [](const QJsonObject &request, const std::function<void(QByteArray)> &done) {
        done(request["kind"_L1].toString() == u"volume"_s ? QByteArray("\x89PNG picture") : QByteArray());
    };
    ahead.to(nextHour(ahead.now()) + 30 * MinuteMs);
    QVERIFY(f.start());
    QVERIFY(f.settle([&](NoticeSettings &settings) { settings.schedules = {hourly(f, ahead.now())}; }));
    const quint64 ticket = f.openTicket(u"appeal-1"_s, f.kira);
    f.discord.world().addMessage(ticket, f.ana);
    f.openTicket(u"appeal-2"_s, f.tom);
    QTRY_COMPARE_WITH_TIMEOUT(openIn(f), 2, BotFixture::WaitMs);
    const UtcMs due = nextHour(ahead.now());
    ahead.to(due - 3 * SecondMs);
    QTest::qWait(1500);
    QCOMPARE(f.titles(f.management).size(), 0);

    // What is previewed is what is posted (checklist 48).
    std::optional<Discord::OutgoingMessage> preview;
    f.host->previewSummary(GuildId(f.guild), hourly(f, 0), f.host.get(),
                           [&](const Discord::OutgoingMessage &message) { preview = message; });
    QVERIFY(waits([&] { return preview.has_value(); }));

    QVERIFY(waits([&] { return f.titles(f.management).size() == 1; }));
    const QJsonObject posted = f.posted(f.management).first();
    QCOMPARE(f.titles(f.management).first(), preview->embeds.first().title);
    QCOMPARE(NoticeBench::fieldOf(posted, u"Opened"_s), u"2"_s);
    QVERIFY(NoticeBench::fieldOf(posted, u"Waiting now"_s).contains(u"asked"_s));
    QVERIFY(!imageOf(posted).isEmpty());
    const QJsonArray fields = posted["embeds"_L1].toArray().at(0)["fields"_L1].toArray();
    QCOMPARE(fields.size(), preview->embeds.first().fields.size());
    for (qsizetype i = 0; i < fields.size(); ++i)
        QCOMPARE(fields.at(i)["value"_L1].toString(), preview->embeds.first().fields.at(i).value);

    // A restart in the same hour posts nothing again.
    f.stop();
    QVERIFY(f.start());
    QTest::qWait(1500);
    QCOMPARE(f.titles(f.management).size(), 1);
    ahead.to(due + HourMs);
    QVERIFY(waits([&] { return f.titles(f.management).size() == 2; }));
}

void tst_Managers::aSummaryThatWasMissedIsLateOrSkipped()
{
    NoticeBench f;
    const Ahead ahead;
    ahead.apply(f);
    QVERIFY(f.start());
    QVERIFY(f.settle([&](NoticeSettings &settings) {
        SummarySchedule skips = hourly(f, ahead.now());
        skips.id = 8;
        skips.skipMissed = true;
        skips.channel = ChannelId(f.lobby);
        settings.schedules = {hourly(f, ahead.now()), skips};
    }));
    f.stop();
    ahead.to(nextHour(ahead.now()) + 3 * HourMs + 20 * MinuteMs); // four runs were missed
    QVERIFY(f.start());
    QVERIFY(waits([&] { return f.titles(f.management).size() == 1; }));
    QVERIFY(waits([&] {
        const auto last =
            f.ask([g = GuildId(f.guild)](const Reader &r) { return NoticeStore::lastSummary(r, g, 8); });
        return last && last->state == NoticeRow::State::Skipped;
    }));
    QTest::qWait(500);
    QCOMPARE(f.titles(f.management).size(), 1);
    QCOMPARE(f.titles(f.lobby).size(), 0);
}

// UX 4.3 "cannot attach".
void tst_Managers::withoutAttachFilesTheSummaryHasNoPicture()
{
    NoticeBench f;
    const Ahead ahead;
    ahead.apply(f);
    f.drawChart = [](const QJsonObject &, const std::function<void(QByteArray)> &done) { done("picture"); };
    f.discord.world().denyBot(f.management, 1 << 15);
    QVERIFY(f.start());
    f.openTicket(u"appeal-1"_s, f.kira);
    QTRY_COMPARE_WITH_TIMEOUT(openIn(f), 1, BotFixture::WaitMs);
    bool queued = false;
    f.host->sendSummaryNow(GuildId(f.guild), hourly(f, 0), f.host.get(),
                           [&](const Status &status) { queued = status.ok(); });
    QVERIFY(waits([&] { return queued && f.posted(f.management).size() == 1; }));
    const QJsonObject posted = f.posted(f.management).first();
    QVERIFY(imageOf(posted).isEmpty());
    QCOMPARE(posted["content"_L1].toString(), u"I may not attach files here."_s);
}

void tst_Managers::aFailedSummaryIsNeverMarkedAsSent()
{
    NoticeBench f;
    const Ahead ahead;
    ahead.apply(f);
    QVERIFY(f.start());
    f.discord.answerNext(u"POST /channels/*/messages"_s, 403, {},
                         R"({"code": 50013, "message": "Missing Permissions"})");
    QVERIFY(f.settle([&](NoticeSettings &settings) { settings.schedules = {hourly(f, ahead.now())}; }));
    ahead.to(nextHour(ahead.now()));
    const auto last = [&] {
        return f.ask([g = GuildId(f.guild)](const Reader &r) { return NoticeStore::lastSummary(r, g, 7); });
    };
    QVERIFY(waits([&] { return last() && !last()->failure.isEmpty(); }));
    QCOMPARE(last()->state, NoticeRow::State::Waiting);
    QVERIFY(last()->nextTryAtMs >= ahead.now() + 9 * MinuteMs);
    QTest::qWait(1000);
    QCOMPARE(f.calls(u"POST"_s, f.management), 1); // F-65
    // N-13: what was forbidden is asked again when rights have changed.
    f.discord.world().denyBot(f.management, 1 << 4);
    QVERIFY(waits([&] { return last()->state == NoticeRow::State::Sent; }));
    QCOMPARE(f.titles(f.management).size(), 1);
}

// -- commands
// ---------------------------------------------------------------------------------------------------------------

void tst_Managers::waitingAndHistoryListTickets()
{
    NoticeBench f;
    QVERIFY(f.start());
    QVERIFY(textOf(f.command(f.ben, u"waiting"_s)).contains(u"Nobody is waiting."_s));
    quint64 first = 0;
    for (int i = 0; i < 12; ++i) {
        const quint64 ticket = f.openTicket(u"appeal-%1"_s.arg(i), f.kira);
        first = first ? first : ticket;
    }
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().openAtEnd, 12, BotFixture::WaitMs);
    const auto waiting = f.command(f.ben, u"waiting"_s);
    QVERIFY(waiting.ephemeral);
    QVERIFY2(textOf(waiting).contains(u"12 tickets waiting"_s), qPrintable(textOf(waiting)));
    QVERIFY(textOf(waiting).contains(u"<#%1>"_s.arg(first))); // oldest first
    QVERIFY(textOf(waiting).contains(u"Page 1 of 2"_s));

    const auto history = f.command(f.ben, u"tickethistory"_s,
                                   {stringOption(u"category"_s, u"Appeals"_s), integerOption(u"days"_s, 7)});
    const quint64 asked = f.last;
    QVERIFY2(textOf(history).contains(u"Page 1 of 2"_s), qPrintable(textOf(history)));
    QVERIFY(!textOf(history).contains(u"<#%1>"_s.arg(first))); // newest first
    const QJsonArray buttons = history.message["components"_L1].toArray().at(0)["components"_L1].toArray();
    const quint64 pressed = f.discord.press(asked, buttons.at(1)["custom_id"_L1].toString(), f.ben);
    QVERIFY(pressed);
    QVERIFY(waits([&] { return textOf(f.discord.reply(asked)).contains(u"Page 2 of 2"_s); }));
    QVERIFY(textOf(f.discord.reply(asked)).contains(u"<#%1>"_s.arg(first)));
    QCOMPARE(f.command(f.kira, u"waiting"_s).callbackType, 4); // refused
}

// Tickets leave the list while somebody leafs through it: the press then shows the last page there is.
void tst_Managers::aPageThatIsGoneIsTheLastOne()
{
    NoticeBench f;
    QVERIFY(f.start());
    QVector<quint64> tickets;
    for (int i = 0; i < 41; ++i)
        tickets += f.openTicket(u"appeal-%1"_s.arg(i), f.kira);
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().openAtEnd, 41, BotFixture::WaitMs);
    const auto next = [](const StandInDiscord::Reply &reply) {
        return reply.message["components"_L1][0]["components"_L1][1]["custom_id"_L1].toString();
    };
    QStringList nextOf; // by page
    nextOf += next(f.command(f.ben, u"waiting"_s));
    const quint64 asked = f.last;
    for (int page = 2; page <= 4; ++page) {
        QVERIFY(f.discord.press(asked, nextOf.last(), f.ben));
        QVERIFY(waits([&] { return textOf(f.discord.reply(asked)).contains(u"Page %1 of 5"_s.arg(page)); }));
        nextOf += next(f.discord.reply(asked));
    }
    for (int i = 0; i < 29; ++i)
        f.discord.world().addMessage(tickets.at(i), f.ana);
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().waitingAtEnd, 12, BotFixture::WaitMs);
    QVERIFY(f.discord.press(asked, nextOf.last(), f.ben)); // the fifth page of two
    QVERIFY2(waits([&] { return textOf(f.discord.reply(asked)).contains(u"Page 2 of 2"_s); }),
             qPrintable(textOf(f.discord.reply(asked))));
    QVERIFY(textOf(f.discord.reply(asked)).contains(u"<#%1>"_s.arg(tickets.last())));
}

void tst_Managers::ownNumbersAreForStaff()
{
    NoticeBench f;
    QVERIFY(f.start());
    const quint64 ticket = f.openTicket(u"appeal-1"_s, f.kira);
    f.discord.world().addMessage(ticket, f.ana);
    f.discord.world().addMessage(ticket, f.ana);
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().messagesTotal, 2, BotFixture::WaitMs);
    const auto own = f.command(f.ana, u"mystats"_s);
    QVERIFY(own.ephemeral);
    QCOMPARE(NoticeBench::fieldOf(own.message, u"Tickets answered"_s), u"1"_s);
    QCOMPARE(NoticeBench::fieldOf(own.message, u"Messages"_s), u"2"_s);
    QCOMPARE(NoticeBench::fieldOf(own.message, u"Open now"_s), u"1"_s);
    const auto refused = f.command(f.kira, u"mystats"_s);
    QCOMPARE(refused.callbackType, 4);
    QVERIFY(textOf(refused).contains(u"<@&%1>"_s.arg(f.staffRole)));
}

void tst_Managers::settingCommandsSayBeforeAndAfterAndCanBeUndone()
{
    NoticeBench f;
    QVERIFY(f.start());
    const auto logChannel = [&] {
        return f.ask([g = GuildId(f.guild)](const Reader &r) { return r.config(g); }).logChannel;
    };
    const auto set = f.command(f.owner, u"logchannelset"_s, {channelOption(f.log)});
    QVERIFY2(textOf(set).contains(u"Log channel: none → <#%1>"_s.arg(f.log)), qPrintable(textOf(set)));
    QCOMPARE(logChannel(), ChannelId(f.log));
    const auto moved = f.command(f.owner, u"logchannelset"_s, {channelOption(f.management)});
    const quint64 asked = f.last;
    QVERIFY2(textOf(moved).contains(u"<#%1> → <#%2>"_s.arg(f.log).arg(f.management)),
             qPrintable(textOf(moved)));
    // In force at once.
    f.openTicket(u"appeal-1"_s, f.kira);
    QVERIFY(waits([&] { return f.titles(f.management) == QStringList{u"Ticket opened"_s}; }));
    QVERIFY(f.discord.press(asked, firstButton(moved), f.owner));
    QVERIFY(waits([&] { return logChannel() == ChannelId(f.log); }));
    QVERIFY(waits([&] { return textOf(f.discord.reply(asked)).contains(u"Undone"_s); }));

    // What is so already is no change: neither in the history, nor something to undo.
    const int entries = changes(f);
    const auto again = f.command(f.owner, u"logchannelset"_s, {channelOption(f.log)});
    QVERIFY2(textOf(again).contains(u"The log channel is <#%1> already. Nothing was changed."_s.arg(f.log)),
             qPrintable(textOf(again)));
    QVERIFY(again.message["components"_L1].toArray().isEmpty());
    QCOMPARE(changes(f), entries);

    f.discord.world().denyBot(f.management, 1 << 11);
    QVERIFY(waits([&] {
        return textOf(f.command(f.owner, u"logchannelset"_s, {channelOption(f.management)}))
            .contains(u"Send Messages is missing"_s);
    }));
    QCOMPARE(logChannel(), ChannelId(f.log));
    QCOMPARE(f.command(f.ben, u"logchannelset"_s, {channelOption(f.log)}).callbackType, 4); // no right
}

void tst_Managers::theSummaryCommandsMakeAndChangeOneSummary()
{
    NoticeBench f;
    QVERIFY(f.start());
    const auto settings = [&] {
        return NoticeSettings::fromJson(
            f.ask([g = GuildId(f.guild)](const Reader &r) { return NoticeStore::settings(r, g); }));
    };
    QVERIFY(textOf(f.command(f.owner, u"summaryfrequency"_s, {integerOption(u"minutes"_s, 60)}))
                .contains(u"/summarychannel"_s));
    QVERIFY(textOf(f.command(f.owner, u"summarychannel"_s, {channelOption(f.management)}))
                .contains(u"none → <#%1>"_s.arg(f.management)));
    QCOMPARE(settings().schedules.size(), 1);
    QVERIFY(textOf(f.command(f.owner, u"summaryfrequency"_s, {integerOption(u"minutes"_s, 90)}))
                .contains(u"whole hours"_s));
    const auto changed = f.command(f.owner, u"summaryfrequency"_s, {integerOption(u"minutes"_s, 360)});
    const quint64 asked = f.last;
    QVERIFY2(textOf(changed).contains(u"Daily at 09:00 → Every 6 hours"_s), qPrintable(textOf(changed)));
    QCOMPARE(settings().schedules.first().every, SummarySchedule::Every::Hours);
    QCOMPARE(settings().schedules.first().channel, ChannelId(f.management));
    const NoticeSettings stored = settings();
    const int entries = changes(f);
    const auto sameTime = f.command(f.owner, u"summaryfrequency"_s, {integerOption(u"minutes"_s, 360)});
    QVERIFY2(textOf(sameTime).contains(
                 u"The summary is set to this already: Every 6 hours. Nothing was changed."_s),
             qPrintable(textOf(sameTime)));
    QVERIFY(sameTime.message["components"_L1].toArray().isEmpty());
    const auto samePlace = f.command(f.owner, u"summarychannel"_s, {channelOption(f.management)});
    QVERIFY2(textOf(samePlace).contains(
                 u"The summary channel is <#%1> already. Nothing was changed."_s.arg(f.management)),
             qPrintable(textOf(samePlace)));
    QVERIFY(samePlace.message["components"_L1].toArray().isEmpty());
    QVERIFY(settings() == stored); // also `sinceMs`: the next run stays where it is
    QCOMPARE(changes(f), entries);
    QVERIFY(f.discord.press(asked, firstButton(changed), f.owner));
    QVERIFY(waits([&] { return settings().schedules.first().every == SummarySchedule::Every::Days; }));
}

QTEST_GUILESS_MAIN(tst_Managers)
#include "tst_managers.moc"

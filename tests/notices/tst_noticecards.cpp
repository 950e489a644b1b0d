// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/notices/alarmcards.h"
#include "bot/notices/noticecards.h"
#include "bot/notices/noticesettings.h"
#include "bot/notices/summarycard.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

using Ending = AlarmRow::Ending;
using Event = ChangeSet::TicketEvent::Kind;

namespace {

constexpr UtcMs Opened = 1795356240000;

TicketRecord ticket()
{
    TicketRecord record;
    record.id = ChannelId(700);
    record.name = u"appeal-0412"_s;
    record.category = ChannelId(70);
    record.categoryName = u"Appeals"_s;
    record.openedAtMs = Opened;
    record.quality = Quality::Observed;
    record.spells = {{.openedAtMs = Opened}};
    record.derived.requester = UserId(30);
    return record;
}

QString field(const Discord::OutgoingMessage &message, const QString &name)
{
    for (const Discord::Embed::Field &f : message.embeds.first().fields) {
        if (f.name == name)
            return f.value;
    }
    return u"(absent)"_s;
}

} // namespace

// The log channel's cards (UX 4.3).
class tst_NoticeCards : public QObject
{
    Q_OBJECT
private slots:
    void anOpenedTicketIsNamed()
    {
        const auto card = NoticeCards::ticketEvent(Event::Opened, Opened, ticket(), Language());
        QCOMPARE(card.embeds.first().title, u"Ticket opened"_s);
        QCOMPARE(field(card, u"Ticket"_s), u"<#700>"_s);
        QCOMPARE(field(card, u"Category"_s), u"Appeals"_s);
        QCOMPARE(field(card, u"Opened by"_s), u"<@30>"_s);
        QCOMPARE(field(card, u"Time"_s), u"<t:1795356240:R>"_s);
        QCOMPARE(card.toJson()["allowed_mentions"_L1]["parse"_L1].toArray().size(), 0);
    }

    void aFirstReplySaysWhoAndAfterHowLong()
    {
        TicketRecord record = ticket();
        record.derived.firstResponder = UserId(11);
        record.derived.firstResponseAtMs = Opened + 4 * MinuteMs;
        const auto card =
            NoticeCards::ticketEvent(Event::FirstReply, Opened + 4 * MinuteMs, record, Language());
        QCOMPARE(field(card, u"Answered by"_s), u"<@11>"_s);
        QCOMPARE(field(card, u"After"_s), u"4 min"_s);
    }

    void aClosedTicketIsSummedUp()
    {
        TicketRecord record = ticket();
        record.channelGone = true;
        record.spells.last().closedAtMs = Opened + 5 * HourMs;
        record.spells.last().closedSource = TimeSource::Audit;
        record.derived.firstResponder = UserId(11);
        record.derived.firstResponseAtMs = Opened + 6 * MinuteMs;
        record.derived.staffMessages = 5;
        record.derived.requesterMessages = 9;
        record.closedByName = u"ana_*"_s;
        record.closeReason = u"Solved @everyone"_s;
        record.transcriptUrl = u"https://tickets.example/t/1"_s;
        const auto card = NoticeCards::ticketEvent(Event::Closed, Opened + 5 * HourMs, record, Language());
        QCOMPARE(card.embeds.first().title, u"Ticket closed"_s);
        QCOMPARE(field(card, u"Ticket"_s), u"#appeal\\-0412"_s); // gone: a name, not a dead link
        QCOMPARE(field(card, u"Resolution"_s), u"5 h"_s);
        QCOMPARE(field(card, u"First response"_s), u"6 min by <@11>"_s);
        QCOMPARE(field(card, u"Messages"_s), u"14, 5 by staff"_s);
        QCOMPARE(field(card, u"Closed by"_s), u"ana\\_\\*"_s);
        QVERIFY(!field(card, u"Reason"_s).contains(u" @everyone"_s)); // escaped
        QCOMPARE(field(card, u"Transcript"_s), u"<https://tickets.example/t/1>"_s);
    }

    // UX 4.3: unknown = "not detected", never an empty value or a zero.
    void whatIsUnknownIsSaidSo()
    {
        TicketRecord record = ticket();
        record.derived.requester = {};
        record.quality = Quality::Audit; // nobody saw its messages
        record.categoryName.clear();
        record.spells.last().closedAtMs = Opened + HourMs;
        record.spells.last().closedSource = TimeSource::Inferred;
        const auto card = NoticeCards::ticketEvent(Event::Closed, Opened + HourMs, record, Language());
        for (const QString &name : {u"Category"_s, u"Opened by"_s, u"Resolution"_s, u"First response"_s,
                                    u"Closed by"_s, u"Reason"_s, u"Transcript"_s})
            QCOMPARE(field(card, name), u"not detected"_s);
        QVERIFY(field(card, u"Messages"_s).contains(u"not seen"_s));
        record.category = {};
        QCOMPARE(field(NoticeCards::ticketEvent(Event::Opened, Opened, record, Language()), u"Category"_s),
                 u"None"_s); // it stands in no category, and that is known
    }

    // FAULTS TM-15: another bot's text never becomes markdown of ours.
    void hostileAddressesAreNoLinks_data()
    {
        QTest::addColumn<QString>("address");
        QTest::newRow("http") << u"http://tickets.example/1"_s;
        QTest::newRow("script") << u"javascript:alert(1)"_s;
        QTest::newRow("closes the bracket") << u"https://x.example/1>[click](https://evil.example)"_s;
        QTest::newRow("space") << u"https://x.example/ @everyone"_s;
        QTest::newRow("long") << u"https://x.example/"_s + QString(3000, u'a');
    }
    void hostileAddressesAreNoLinks()
    {
        QFETCH(QString, address);
        TicketRecord record = ticket();
        record.transcriptUrl = address;
        record.spells.last().closedAtMs = Opened + HourMs;
        QCOMPARE(field(NoticeCards::ticketEvent(Event::Closed, Opened + HourMs, record, Language()),
                       u"Transcript"_s),
                 u"not detected"_s);
    }

    // K-02: "While I was away: 12 opened, 9 closed".
    void manyEventsAreOneSentence()
    {
        NoticeCards::Digest digest;
        for (int i = 0; i < 12; ++i)
            digest.add(Event::Opened);
        for (int i = 0; i < 9; ++i)
            digest.add(Event::Closed);
        digest = NoticeCards::Digest::fromJson(digest.toJson());
        QCOMPARE(NoticeCards::digest(digest, Language()).embeds.first().title,
                 u"While I was away: 12 opened, 9 closed"_s);
        NoticeCards::Digest more;
        more.add(Event::Reopened);
        more.add(digest);
        more.cause = NoticeCards::Digest::Cause::Late;
        QCOMPARE(NoticeCards::digest(more, Language()).embeds.first().title,
                 u"While I could not post here: 12 opened, 1 reopened, 9 closed"_s);
    }

    // UX 4.1: times as R, f or d; a day must be seen where an outage lasts over midnight.
    void theReturnSaysWhenItWasGone()
    {
        QCOMPARE(
            NoticeCards::backOnline(Opened, Opened + 26 * HourMs, Language()).content,
            u"Back online. The bot was disconnected for 1 d 2 h (<t:1795356240:f> to <t:1795449840:f>)."_s);
    }

    // UX 4.3. Discord shows <t:…:R> as "3 hours ago" and "vor 3 Stunden": no "since" may stand before it.
    void alarmsReadAsSentences_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("ending");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, AlarmKind kind, Ending ending, const QString &title,
                            const QString &text) {
            QTest::newRow(name) << int(kind) << int(ending) << title << text;
        };
        row("overdue", AlarmKind::Overdue, Ending::Open, u"1 ticket waits over 10 minutes"_s,
            u"<#700> · Appeals · asked <t:1795356240:R>"_s);
        row("answered", AlarmKind::Overdue, Ending::Answered, u"All answered"_s,
            u"<t:1795363440:R>\n<#700> · Appeals · answered <t:1795363440:R> by <@11>"_s);
        row("closed", AlarmKind::Overdue, Ending::Closed, u"Nobody waits any more"_s,
            u"<t:1795363440:R>\n<#700> · Appeals · closed <t:1795363440:R>"_s);
        row("too many", AlarmKind::TooManyOpen, Ending::Open, u"1 795 356 240 000 tickets are open"_s,
            u"More than 600, since <t:1795359840:f>."_s);
        row("no longer too many", AlarmKind::TooManyOpen, Ending::Over, u"No longer too many open tickets"_s,
            u"It began with 1 795 356 240 000 and ended <t:1795363440:R>."_s);
    }
    void alarmsReadAsSentences()
    {
        QFETCH(int, kind);
        QFETCH(int, ending);
        AlarmRow alarm;
        alarm.kind = AlarmKind(kind);
        alarm.ticket = ChannelId(700);
        alarm.categoryName = u"Appeals"_s;
        alarm.value = Opened;
        alarm.firedAtMs = Opened + HourMs;
        alarm.ending = Ending(ending);
        alarm.endedAtMs = alarm.ending == Ending::Open ? 0 : Opened + 2 * HourMs;
        alarm.answeredBy = UserId(11);
        NoticeRow notice;
        notice.details = {{u"kind"_s, kind}, {u"limit"_s, 600}};
        const Discord::Embed embed = AlarmCards::message(notice, {alarm}, Language()).embeds.first();
        QTEST(embed.title, "title");
        QTEST(embed.description, "text");
    }

    // A person or the ticket bot may only have closed tickets: that is no answer.
    void aSummaryNamesThoseWhoAnswered()
    {
        SummaryCard::Values values;
        values.schedule.contents = SummarySchedule::Staff;
        values.now.byStaff.resize(2);
        values.now.byStaff[0].user = UserId(11);
        values.now.byStaff[0].answered = 1304;
        values.now.byStaff[1].user = UserId(5);
        values.now.byStaff[1].closes = 7;
        const auto summary = SummaryCard::message(values, Language());
        QCOMPARE(field(summary, u"By staff member"_s), u"<@11>: 1 304 answered, median first response –"_s);
        values.now.byStaff.removeFirst();
        QCOMPARE(field(SummaryCard::message(values, Language()), u"By staff member"_s), u"–"_s);
    }

    void settingsSurviveTheirWayThroughTheDatabase()
    {
        NoticeSettings settings;
        settings.logEvents = {false, true, false};
        settings.alarm(AlarmKind::TooManyOpen) = {true, 33, false, ChannelId(5), RoleId(6)};
        SummarySchedule schedule;
        schedule.id = 77;
        schedule.every = SummarySchedule::Every::Month;
        schedule.monthDay = 31;
        schedule.time = QTime(18, 30);
        schedule.zone = "Europe/London";
        schedule.channel = ChannelId(9);
        schedule.period = SummarySchedule::Period::MonthBefore;
        schedule.contents = SummarySchedule::Volume;
        schedule.skipMissed = true;
        schedule.sinceMs = Opened;
        settings.schedules = {schedule};
        const NoticeSettings back = NoticeSettings::fromJson(settings.toJson());
        QVERIFY(back == settings);
        QCOMPARE(back.schedules.first(), schedule);
    }

    // A hand-edited or newer database must not bring nonsense into force.
    void nonsenseInTheSettingsIsBounded()
    {
        const NoticeSettings settings = NoticeSettings::fromJson(
            {{u"alarms"_s,
              QJsonObject{{u"too_many_open"_s, QJsonObject{{u"limit"_s, -5}}},
                          {u"disconnected"_s, QJsonObject{{u"channel"_s, u"7"_s}}}}},
             {u"schedules"_s,
              QJsonArray{QJsonObject{{u"id"_s, 1}, {u"step"_s, 9999}, {u"every"_s, u"eon"_s}},
                         QJsonObject{{u"id"_s, 1}}, QJsonObject{{u"id"_s, 0}}, 5}}});
        QCOMPARE(settings.alarm(AlarmKind::TooManyOpen).limit, 1);
        QVERIFY(!settings.alarm(AlarmKind::Disconnected).channel); // this computer only
        QCOMPARE(settings.schedules.size(), 1);
        QCOMPARE(settings.schedules.first().step, 30);
    }
};

QTEST_GUILESS_MAIN(tst_NoticeCards)
#include "tst_noticecards.moc"

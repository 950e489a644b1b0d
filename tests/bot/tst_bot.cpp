// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bot/botfixture.h"

using namespace Qt::Literals::StringLiterals;

// The whole bot against the stand-in Discord over loopback: what a server's people and the protocol would notice.
class tst_Bot : public QObject
{
    Q_OBJECT
private slots:
    void tracksATicketFromOpeningToClosing();
    void ticketstatsAnswersFromTheFirstTicketOn();
    void messagesElsewhereAndOtherDeletionsAreNothing();
    void aMoveToTheClosedCategoryClosesAndBackReopens();
    void channelsFromBeforeTheConfigurationAreJudgedByTheirFirstMessage();
    void catchesUpOnEverythingAfterARestart();
    void aTicketThatCameAndWentWhileOffIsFoundInTheAuditLog();
    void anUnexplainedDisappearanceIsAnInterval();
    void aDroppedConnectionResumesWithoutLossOrIdentify();
    void anInvalidSessionIdentifiesAnewAndReadsWhatWasMissed();
    void aBurstIsCountedBeforeTheCommandIsAnswered();
    void twoServersNeverMix();
    void refusesWithTheRolesThatWouldBeAllowed();
    void renamingAndCreatingRolesChangesNoRight();
    void aRenamedTicketCategoryGoesOnHoldingTickets();
    void whatWasWipedStaysWipedAfterARestart();
    void aRevokedTokenStopsEverything();
    void anotherBotsDataIsNotMixedIn();
    void hostileNamesAndNullsBreakNothing();
    void rateLimitsAreWaitedOut();
    void lostSightIsNeverAZero();
    void notATicketIsUndoneWithoutLossAfterARestart();
    void aTicketOfAServerThatTheBotIsNotInIsTakenOut();
    void undoingATickedCategoryTakesItsTicketsBack();
};

// METRICS M-01, M-02, M-04 to M-06: times from snowflakes, the audit entry's time for the close.
void tst_Bot::tracksATicketFromOpeningToClosing()
{
    BotFixture f;
    QVERIFY(f.start());
    QCOMPARE(f.readyGuilds, 1);
    QCOMPARE(f.readyCommands, 14);

    DemoWorld &w = f.discord.world();
    const quint64 channel = f.openTicket(u"appeal-1"_s, f.kira);
    const quint64 question = w.addMessage(channel, f.kira);
    const quint64 answer = w.addMessage(channel, f.ana);
    w.addMessage(channel, f.tom);
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().messagesTotal, 3, BotFixture::WaitMs);

    auto open = f.ticket(channel);
    QVERIFY(open);
    QVERIFY(open->row.ticket.open());
    QCOMPARE(open->row.ticket.openedAtMs, ChannelId(channel).createdAtMs());
    QCOMPARE(open->row.ticket.categoryName, u"Appeals"_s);
    QCOMPARE(open->row.ticket.derived.requester, UserId(f.kira));
    QCOMPARE(open->row.ticket.derived.firstResponseAtMs, MessageId(answer).createdAtMs());
    QCOMPARE(open->row.ticket.derived.firstResponder, UserId(f.ana));
    QCOMPARE(open->row.ticket.derived.requesterMessages, 1);
    QCOMPARE(open->row.ticket.derived.guestMessages, 1);
    QCOMPARE(open->row.ticket.derived.turns.value(0).askedAtMs, MessageId(question).createdAtMs());

    w.deleteChannel(channel, f.ticketBot, u"Ticket 1 closed by ana"_s);
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().closed, 1, BotFixture::WaitMs);
    QTRY_COMPARE_WITH_TIMEOUT(f.ticket(channel)->row.ticket.spells.last().closedSource, TimeSource::Audit,
                              BotFixture::WaitMs);
    const TicketRecord closed = f.ticket(channel)->row.ticket;
    QCOMPARE(closed.spells.size(), 1);
    QCOMPARE(closed.spells.last().endKind, EndKind::Deleted);
    QVERIFY(closed.closedBy == UserId(f.ana) || closed.closedByName == u"ana"_s);
    QCOMPARE(f.numbers().openAtEnd, 0);
}

void tst_Bot::ticketstatsAnswersFromTheFirstTicketOn()
{
    BotFixture f;
    QVERIFY(f.start());
    const quint64 channel = f.openTicket(u"appeal-1"_s, f.kira);
    f.discord.world().addMessage(channel, f.ana);
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().messagesTotal, 1, BotFixture::WaitMs);

    const auto reply = f.command(f.ben, u"ticketstats"_s,
                                 {stringOption(u"category"_s, u"Appeals"_s), integerOption(u"days"_s, 7)});
    QCOMPARE(reply.callbackType, 5);
    QVERIFY(reply.ephemeral);
    QVERIFY2(reply.acknowledgedAfterMs >= 0 && reply.acknowledgedAfterMs < 3000,
             qPrintable(QString::number(reply.acknowledgedAfterMs)));
    QCOMPARE(reply.edits, 1);
    const QJsonObject embed = reply.message["embeds"_L1].toArray().at(0).toObject();
    QCOMPARE(embed["title"_L1].toString(), u"Ticket statistics: Appeals"_s);
    const QJsonArray fields = embed["fields"_L1].toArray();
    QCOMPARE(fields.at(0)["name"_L1].toString(), u"Opened"_s);
    QVERIFY2(fields.at(0)["value"_L1].toString().startsWith(u"1"_s),
             qPrintable(fields.at(0)["value"_L1].toString()));
    // It began to record just now: the days before are no absence (M-07).
    const QString footer = embed["footer"_L1]["text"_L1].toString();
    QVERIFY2(footer.contains("nothing recorded for"_L1) && !footer.contains("offline"_L1),
             qPrintable(footer));
}

void tst_Bot::messagesElsewhereAndOtherDeletionsAreNothing()
{
    BotFixture f;
    QVERIFY(f.start());
    DemoWorld &w = f.discord.world();
    w.addMessage(f.lobby, f.kira);
    const quint64 other = w.addChannel(f.guild, f.otherCategory, u"chat"_s);
    w.deleteChannel(other, f.owner);
    f.openTicket(u"appeal-1"_s, f.kira);
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().opened, 1, BotFixture::WaitMs);
    QCOMPARE(f.numbers().messagesTotal, 0);
    QCOMPARE(f.numbers().closed, 0);
}

// METRICS M-03, M-26.
void tst_Bot::aMoveToTheClosedCategoryClosesAndBackReopens()
{
    BotFixture f;
    QVERIFY(f.start());
    DemoWorld &w = f.discord.world();
    const quint64 channel = f.openTicket(u"appeal-1"_s, f.kira);
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().openAtEnd, 1, BotFixture::WaitMs);
    w.moveChannel(channel, f.closedCategory, f.ana);
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().closed, 1, BotFixture::WaitMs);
    QCOMPARE(f.numbers().openAtEnd, 0);
    w.moveChannel(channel, f.category, f.ana);
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().openAtEnd, 1, BotFixture::WaitMs);
    QCOMPARE(f.ticket(channel)->row.ticket.spells.size(), 2);
    w.moveChannel(channel, f.closedCategory, f.ana);
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().openAtEnd, 0, BotFixture::WaitMs);
    w.deleteChannel(channel, f.ticketBot);
    f.openTicket(u"appeal-2"_s, f.kira);
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().opened, 2, BotFixture::WaitMs);
    QCOMPARE(f.numbers().closed, 1); // each ticket once; the deletion is no second close
}

void tst_Bot::channelsFromBeforeTheConfigurationAreJudgedByTheirFirstMessage()
{
    BotFixture f;
    DemoWorld &w = f.discord.world();
    const qint64 hourAgo = QDateTime::currentMSecsSinceEpoch() - HourMs;
    const quint64 ticket = f.openTicket(u"appeal-old"_s, f.kira, hourAgo);
    const quint64 info = w.addChannel(f.guild, f.category, u"read-me-first"_s,
                                      {.by = f.owner, .requester = 0, .reason = {}, .atMs = hourAgo});
    w.addMessage(info, f.owner);
    QVERIFY(f.start());
    QCOMPARE(f.numbers().opened, 1);
    QVERIFY(f.ticket(ticket));
    QVERIFY(f.ticket(ticket)->row.ticket.open());
    // A human-made channel that appears after the configuration counts.
    w.addChannel(f.guild, f.category, u"by-hand"_s, {.by = f.ana, .requester = 0, .reason = {}, .atMs = 0});
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().opened, 2, BotFixture::WaitMs);
}

// PROTOCOL K-01, 2.4 steps 1 to 3 and 5.
void tst_Bot::catchesUpOnEverythingAfterARestart()
{
    BotFixture f;
    QVERIFY(f.start());
    DemoWorld &w = f.discord.world();
    const quint64 a = f.openTicket(u"appeal-a"_s, f.kira);
    const quint64 b = f.openTicket(u"appeal-b"_s, f.tom);
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().opened, 2, BotFixture::WaitMs);
    f.stop();

    for (int i = 0; i < 250; ++i) // three pages
        w.addMessage(a, i % 2 ? f.kira : f.ana);
    w.deleteChannel(b, f.ticketBot, u"Ticket 2 closed by ben"_s);
    const quint64 c = f.openTicket(u"appeal-c"_s, f.tom);
    w.addMessage(c, f.tom);

    QVERIFY(f.start());
    const TicketStatistics s = f.numbers();
    QCOMPARE(s.opened, 3);
    QCOMPARE(s.closed, 1);
    QCOMPARE(s.openAtEnd, 2);
    QCOMPARE(s.messagesTotal, 251);
    QCOMPARE(s.staffMessages, 125);
    QCOMPARE(f.ticket(b)->row.ticket.spells.last().closedSource, TimeSource::Audit);
    QCOMPARE(f.ticket(c)->row.ticket.quality, Quality::Backfilled);

    // Live again without a hole: the next restart has nothing to read.
    w.addMessage(a, f.kira);
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().messagesTotal, 252, BotFixture::WaitMs);
    f.stop();
    const qsizetype before = f.discord.requests().size();
    QVERIFY(f.start());
    int pages = 0;
    for (qsizetype i = before; i < f.discord.requests().size(); ++i)
        pages += f.discord.requests().at(i).path.startsWith("/channels/"_L1) ? 1 : 0;
    QCOMPARE(pages, 0);
    QCOMPARE(f.numbers().messagesTotal, 252);
}

void tst_Bot::aTicketThatCameAndWentWhileOffIsFoundInTheAuditLog()
{
    BotFixture f;
    QVERIFY(f.start());
    f.openTicket(u"appeal-a"_s, f.kira); // shows which bot opens tickets here
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().opened, 1, BotFixture::WaitMs);
    f.stop();
    const quint64 gone = f.openTicket(u"appeal-gone"_s, f.tom);
    f.discord.world().deleteChannel(gone, f.ticketBot, u"Ticket 9 closed by ana"_s);
    const quint64 chat = f.discord.world().addChannel(
        f.guild, f.otherCategory, u"chat"_s, {.by = f.owner, .requester = 0, .reason = {}, .atMs = 0});
    f.discord.world().deleteChannel(chat, f.owner);

    QVERIFY(f.start());
    QCOMPARE(f.numbers().opened, 2);
    QCOMPARE(f.numbers().closed, 1);
    const auto found = f.ticket(gone);
    QVERIFY(found);
    QCOMPARE(found->row.ticket.quality, Quality::Audit);
    QVERIFY(!f.ticket(chat));
}

void tst_Bot::anUnexplainedDisappearanceIsAnInterval()
{
    BotFixture f;
    f.discord.world().setBotPermissions(f.guild, 84992); // no View Audit Log (FAULTS F-44)
    QVERIFY(f.start());
    const quint64 a = f.openTicket(u"appeal-a"_s, f.kira);
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().opened, 1, BotFixture::WaitMs);
    f.stop();
    f.discord.world().deleteChannel(a, f.ticketBot);
    QVERIFY(f.start());
    const Spell spell = f.ticket(a)->row.ticket.spells.last();
    QVERIFY(!spell.open());
    QCOMPARE(spell.closedSource, TimeSource::Inferred);
    QVERIFY(spell.closedNotBeforeMs > 0);
    QVERIFY(spell.closedNotBeforeMs <= spell.closedAtMs);
}

// PROTOCOL C-01, C-02, R-01, R-02; FAULTS F-7, F-8.
void tst_Bot::aDroppedConnectionResumesWithoutLossOrIdentify()
{
    BotFixture f;
    QVERIFY(f.start());
    const quint64 a = f.openTicket(u"appeal-a"_s, f.kira);
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().opened, 1, BotFixture::WaitMs);
    for (int round = 1; round <= 2; ++round) {
        if (round == 1)
            f.discord.dropSocket();
        else
            f.discord.finSocket();
        f.discord.world().addMessage(a, f.kira);
        f.discord.world().addMessage(a, f.ana);
        QTRY_COMPARE_WITH_TIMEOUT(f.discord.resumes(), round, BotFixture::WaitMs);
        QTRY_COMPARE_WITH_TIMEOUT(f.numbers().messagesTotal, 2 * round, BotFixture::WaitMs);
    }
    QCOMPARE(f.discord.identifies(), 1);
}

// PROTOCOL C-03.
void tst_Bot::anInvalidSessionIdentifiesAnewAndReadsWhatWasMissed()
{
    BotFixture f;
    QVERIFY(f.start());
    const quint64 a = f.openTicket(u"appeal-a"_s, f.kira);
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().opened, 1, BotFixture::WaitMs);
    f.discord.setResumable(false);
    f.discord.dropSocket();
    f.discord.world().addMessage(a, f.ana);
    const quint64 b = f.openTicket(u"appeal-b"_s, f.tom);
    QTRY_COMPARE_WITH_TIMEOUT(f.discord.identifies(), 2, BotFixture::WaitMs);
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().opened, 2, BotFixture::WaitMs);
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().messagesTotal, 1, BotFixture::WaitMs);
    QVERIFY(f.ticket(b));
}

// Issue: bursts of 5,000 events with a command in between; the answer counts what came before it.
void tst_Bot::aBurstIsCountedBeforeTheCommandIsAnswered()
{
#ifdef __SANITIZE_THREAD__
    constexpr int Half =
        500; // ten times slower: Discord's three seconds would pass before the command is read
#else
    constexpr int Half = 2500;
#endif
    BotFixture f;
    QVERIFY(f.start());
    const quint64 a = f.openTicket(u"appeal-a"_s, f.kira);
    for (int i = 0; i < Half; ++i)
        f.discord.world().addMessage(a, i % 5 ? f.kira : f.ana);
    const quint64 id =
        f.discord.runCommand(f.guild, f.lobby, f.owner, u"ticketstats"_s,
                             {stringOption(u"category"_s, u"all"_s), integerOption(u"days"_s, 1)});
    for (int i = 0; i < Half; ++i)
        f.discord.world().addMessage(a, f.kira);
    const QJsonArray embeds = f.answer(id).message["embeds"_L1].toArray();
    QString messages;
    const QJsonArray fields = embeds.at(0)["fields"_L1].toArray();
    for (const QJsonValue &field : fields) {
        if (field["name"_L1].toString() == u"Messages"_s)
            messages = field["value"_L1].toString();
    }
    // One ticket: its messages are the mean. Of the same millisecond as the command, the newest may be "not known" (M-08).
    const double counted = QLocale::c().toDouble(messages.section(u' ', 0, 0).remove(u','));
    QVERIFY2(counted > Half - 100 && counted <= Half, qPrintable(messages));
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().messagesTotal, 2 * Half, BotFixture::WaitMs);
}

// FAULTS TM-09.
void tst_Bot::twoServersNeverMix()
{
    BotFixture f;
    DemoWorld &w = f.discord.world();
    const quint64 otherOwner = w.addUser(u"otto"_s);
    const quint64 other = w.addGuild(u"Southwind"_s, otherOwner);
    const quint64 otherCategory = w.addCategory(other, u"Appeals"_s);
    QVERIFY(f.start());
    QCOMPARE(f.readyGuilds, 2);
    f.openTicket(u"appeal-a"_s, f.kira);
    w.addChannel(other, otherCategory, u"appeal-x"_s,
                 {.by = f.ticketBot, .requester = 0, .reason = {}, .atMs = 0});
    w.addChannel(other, otherCategory, u"appeal-y"_s,
                 {.by = f.ticketBot, .requester = 0, .reason = {}, .atMs = 0});
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers(1, other).opened, 2, BotFixture::WaitMs);
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().opened, 1, BotFixture::WaitMs);
    w.addMember(other, f.owner); // an owner of another server is nobody here
    const quint64 chat = w.addChannel(other, w.addCategory(other, u"Lounge"_s), u"chat"_s);
    const auto refused = f.answer(f.discord.runCommand(other, chat, f.owner, u"wipestats"_s));
    QCOMPARE(refused.callbackType, 4);
    QVERIFY(refused.ephemeral);
}

void tst_Bot::refusesWithTheRolesThatWouldBeAllowed()
{
    BotFixture f;
    QVERIFY(f.start());
    const auto reply = f.command(f.kira, u"ticketstats"_s,
                                 {stringOption(u"category"_s, u"all"_s), integerOption(u"days"_s, 7)});
    QCOMPARE(reply.callbackType, 4);
    QVERIFY(reply.ephemeral);
    QVERIFY2(textOf(reply).contains(u"<@&%1>"_s.arg(f.statsRole)), qPrintable(textOf(reply)));
    QCOMPARE(reply.message["allowed_mentions"_L1].toObject()["parse"_L1].toArray().size(), 0);
    // The owner is always allowed; Administrator alone gives nothing (INTERFACE.md).
    const quint64 admin = f.discord.world().addUser(u"adam"_s);
    const quint64 adminRole = f.discord.world().addRole(f.guild, u"Boss"_s, 1 << 3);
    f.discord.world().addMember(f.guild, admin, {adminRole});
    QCOMPARE(f.command(admin, u"ticketstats"_s,
                       {stringOption(u"category"_s, u"all"_s), integerOption(u"days"_s, 7)})
                 .callbackType,
             4);
    QCOMPARE(f.command(f.owner, u"ticketstats"_s,
                       {stringOption(u"category"_s, u"all"_s), integerOption(u"days"_s, 7)})
                 .callbackType,
             5);
    QCOMPARE(f.discord.requests().isEmpty(), false);
}

// TM-08, F-46, INTERFACE.md: a name in the environment means the role that bore it when the server became available.
void tst_Bot::renamingAndCreatingRolesChangesNoRight()
{
    BotFixture f;
    QVERIFY(f.start());
    DemoWorld &w = f.discord.world();
    const QJsonArray options{stringOption(u"category"_s, u"all"_s), integerOption(u"days"_s, 7)};

    w.renameRole(f.guild, f.statsRole, u"Renamed"_s);
    const quint64 pretender = w.addRole(f.guild, u"Ticket Manager"_s);
    w.addMember(f.guild, f.tom, {pretender});
    QCOMPARE(f.command(f.tom, u"ticketstats"_s, options).callbackType, 4);
    QCOMPARE(f.command(f.ben, u"ticketstats"_s, options).callbackType, 5);
}

// METRICS M-23; nor does a second category of the configured name take the tickets away.
void tst_Bot::aRenamedTicketCategoryGoesOnHoldingTickets()
{
    BotFixture f;
    QVERIFY(f.start());
    DemoWorld &w = f.discord.world();
    w.renameChannel(f.category, u"Objections"_s);
    w.addCategory(f.guild, u"Appeals"_s);
    f.openTicket(u"appeal-1"_s, f.kira);
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().opened, 1, BotFixture::WaitMs);
    QCOMPARE(f.numbers().byCategory.value(0).name, u"Objections"_s);
}

void tst_Bot::whatWasWipedStaysWipedAfterARestart()
{
    BotFixture f;
    QVERIFY(f.start());
    const quint64 a = f.openTicket(u"appeal-a"_s, f.kira);
    f.discord.world().addMessage(a, f.ana);
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().messagesTotal, 1, BotFixture::WaitMs);

    const auto preview = f.command(f.ben, u"wipestats"_s);
    const quint64 asked = f.last;
    QVERIFY2(textOf(preview).contains(u"Delete 1 ticket"_s), qPrintable(textOf(preview)));
    const QJsonArray buttons =
        preview.message["components"_L1].toArray().at(0).toObject()["components"_L1].toArray();
    const QString confirm = buttons.at(0).toObject()["custom_id"_L1].toString();
    QVERIFY(confirm.startsWith(u"ta1:"_s));
    QCOMPARE(f.numbers().opened, 1); // a preview deletes nothing

    // One ticket is all of the data: above 25 % the number must be typed.
    const quint64 pressed = f.discord.press(asked, confirm, f.ben);
    const auto modal = f.answer(pressed);
    QCOMPARE(modal.callbackType, 9);
    const QString modalId = modal.modal["custom_id"_L1].toString();
    QString inputId;
    const QJsonArray rows = modal.modal["components"_L1].toArray();
    const QJsonObject row = rows.at(0).toObject();
    inputId = row.contains("component"_L1)
        ? row["component"_L1].toObject()["custom_id"_L1].toString()
        : row["components"_L1].toArray().at(0).toObject()["custom_id"_L1].toString();
    f.discord.submit(pressed, modalId, {{inputId, u"1"_s}}, f.ben);
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().opened, 0, BotFixture::WaitMs);

    f.discord.world().addMessage(a, f.kira); // goes to the trash with its ticket (METRICS M-28)
    f.stop();
    f.discord.world().addMessage(a, f.kira);
    QVERIFY(f.start());
    QCOMPARE(f.numbers().opened, 0);
    QCOMPARE(f.numbers().messagesTotal, 0);
    QCOMPARE(f.numbers().openAtEnd, 0);
}

// PROTOCOL N-12, C-02 (4004); FAULTS F-17.
void tst_Bot::aRevokedTokenStopsEverything()
{
    BotFixture f;
    QVERIFY(f.start());
    const qsizetype before = f.discord.requests().size();
    f.discord.setToken(u"other.token.altogether"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!f.failure.isEmpty(), BotFixture::WaitMs);
    QVERIFY2(f.failure.contains(u"token"_s), qPrintable(f.failure));
    int invalid = 0;
    for (qsizetype i = before; i < f.discord.requests().size(); ++i)
        invalid += f.discord.requests().at(i).status == 401 ? 1 : 0;
    QVERIFY(invalid <= 2);
    QTRY_COMPARE_WITH_TIMEOUT(f.discord.connections(), 0, BotFixture::WaitMs);
}

// PROTOCOL I-05.
void tst_Bot::anotherBotsDataIsNotMixedIn()
{
    BotFixture f;
    QVERIFY(f.start());
    bool remembered = false;
    f.host->storage().write(
        f.host.get(), [](Writer &w) { return w.rememberBot(UserId(42)); },
        [&](const Status &status) { remembered = status.ok(); });
    QTRY_VERIFY_WITH_TIMEOUT(remembered, BotFixture::WaitMs);
    f.stop();

    f.launch();
    QTRY_VERIFY_WITH_TIMEOUT(!f.failure.isEmpty(), BotFixture::WaitMs);
    QVERIFY2(f.failure.contains(u"42"_s), qPrintable(f.failure));
    QTRY_COMPARE_WITH_TIMEOUT(f.discord.connections(), 0, BotFixture::WaitMs);
    QCOMPARE(f.readyGuilds, -1);
}

// PROTOCOL; FAULTS F-23, F-24, F-49.
void tst_Bot::hostileNamesAndNullsBreakNothing()
{
    BotFixture f;
    QVERIFY(f.start());
    for (const char *frame :
         {"", "null", "[]", "{", "{\"op\":0}", "{\"op\":0,\"s\":2,\"t\":\"NEVER_HEARD_OF\",\"d\":null}",
          "{\"op\":0,\"s\":3,\"t\":\"MESSAGE_CREATE\",\"d\":{\"id\":null}}",
          "{\"op\":0,\"s\":4,\"t\":\"CHANNEL_CREATE\",\"d\":[1,2]}", "{\"op\":99,\"d\":{}}"})
        f.discord.sendRaw(QByteArray(frame));
    const QString hostile = u"@everyone **x** `rm` \u202Egnp.exe\u200B [a](http://evil) "_s
        + QString(QChar(0xD800)) + QString(60, u'A');
    const quint64 channel = f.openTicket(hostile, f.kira);
    f.discord.world().addMessage(channel, f.ana);
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().messagesTotal, 1, BotFixture::WaitMs);
    const auto reply = f.command(f.owner, u"ticketstats"_s,
                                 {stringOption(u"category"_s, u"all"_s), integerOption(u"days"_s, 7)});
    QCOMPARE(reply.edits, 1);
}

// PROTOCOL N-07, N-09.
void tst_Bot::rateLimitsAreWaitedOut()
{
    BotFixture f;
    QVERIFY(f.start());
    const quint64 a = f.openTicket(u"appeal-a"_s, f.kira);
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().opened, 1, BotFixture::WaitMs);
    f.stop();
    for (int i = 0; i < 450; ++i)
        f.discord.world().addMessage(a, f.kira);
    f.discord.setRateLimit(u"GET /channels/*/messages"_s, 2, 1000);
    QVERIFY(f.start());
    QCOMPARE(f.numbers().messagesTotal, 450);
}

// PROTOCOL P-04; FAULTS F-42, F-43: an empty list for want of permission is never "no messages".
void tst_Bot::lostSightIsNeverAZero()
{
    BotFixture f;
    QVERIFY(f.start());
    const quint64 a = f.openTicket(u"appeal-a"_s, f.kira);
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().opened, 1, BotFixture::WaitMs);
    f.stop();
    f.discord.world().denyBot(a, 1 << 16); // Read Message History
    f.discord.world().addMessage(a, f.ana);
    QVERIFY(f.start());
    QCOMPARE(f.numbers().openAtEnd, 1);
    QTRY_VERIFY_WITH_TIMEOUT(!f.host->state().servers.isEmpty()
                                 && !f.host->state().servers.first().unreadable.isEmpty(),
                             BotFixture::WaitMs);
    f.discord.world().denyBot(a, 0);
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().messagesTotal, 1, BotFixture::WaitMs);
}

// By hand: what was taken out of the numbers is recorded all the same, so that it can come back whole.
void tst_Bot::notATicketIsUndoneWithoutLossAfterARestart()
{
    BotFixture f;
    QVERIFY(f.start());
    const quint64 a = f.openTicket(u"appeal-a"_s, f.kira);
    f.discord.world().addMessage(a, f.kira);
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().messagesTotal, 1, BotFixture::WaitMs);
    const auto set = [&f, a](bool isTicket) {
        bool done = false;
        f.host->setTicket(GuildId(f.guild), ChannelId(a), isTicket, {}, f.host.get(),
                          [&](const Status &) { done = true; });
        return QTest::qWaitFor([&] { return done; }, BotFixture::WaitMs);
    };
    QVERIFY(set(false));
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().opened, 0, BotFixture::WaitMs);
    f.stop();
    f.discord.world().addMessage(a, f.ana);
    QVERIFY(f.start());
    QCOMPARE(f.numbers().opened, 0);
    const quint64 live = f.discord.world().addMessage(a, f.kira);
    QTRY_COMPARE_WITH_TIMEOUT(f.ticket(a)->row.ticket.derived.lastHumanAtMs, MessageId(live).createdAtMs(),
                              BotFixture::WaitMs);
    f.discord.world().deleteChannel(a, f.ticketBot); // nothing can be read again
    f.openTicket(u"appeal-b"_s, f.tom);
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().opened, 1, BotFixture::WaitMs);
    QVERIFY(set(true));
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().opened, 2, BotFixture::WaitMs);
    QCOMPARE(f.numbers().messagesTotal, 3);
    QCOMPARE(f.numbers().closed, 1);
}

// History of a server that the bot was removed from, or that only an import knows.
void tst_Bot::aTicketOfAServerThatTheBotIsNotInIsTakenOut()
{
    BotFixture f;
    QVERIFY(f.start());
    const quint64 a = f.openTicket(u"appeal-a"_s, f.kira);
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().opened, 1, BotFixture::WaitMs);
    f.stop();
    f.discord.world().removeGuild(f.guild);
    f.launch();
    const auto set = [&f, a](bool isTicket) {
        bool done = false;
        f.host->setTicket(GuildId(f.guild), ChannelId(a), isTicket, {}, f.host.get(),
                          [&](const Status &) { done = true; });
        return QTest::qWaitFor([&] { return done; }, BotFixture::WaitMs);
    };
    QVERIFY(set(false));
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().opened, 0, BotFixture::WaitMs);
    QVERIFY(set(true));
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().opened, 1, BotFixture::WaitMs);
}

// UX 3.10: a setting works at once, and its undo takes everything back that it did.
void tst_Bot::undoingATickedCategoryTakesItsTicketsBack()
{
    BotFixture f;
    f.environment.lists.remove(Setting::TicketCategories);
    QVERIFY(f.start());
    DemoWorld &w = f.discord.world();
    const quint64 there =
        w.addChannel(f.guild, f.category, u"there-before"_s, {f.ticketBot, f.kira, u"Help"_s, 0});
    w.addMessage(there, f.ticketBot);
    const auto tick = [&f](bool on) {
        ConfigEdit edit;
        edit.lists[Setting::TicketCategories][f.category] = on;
        bool done = false;
        f.host->editConfig(GuildId(f.guild), edit, {{}, u"test"_s, true}, false, f.host.get(),
                           [&](const Status &) { done = true; });
        return QTest::qWaitFor([&] { return done; }, BotFixture::WaitMs);
    };
    QVERIFY(tick(true));
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().opened, 1, BotFixture::WaitMs);
    f.openTicket(u"appeal-b"_s, f.tom);
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().opened, 2, BotFixture::WaitMs);
    QVERIFY(tick(false));
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().opened, 0, BotFixture::WaitMs);
    QVERIFY(tick(true));
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().opened, 2, BotFixture::WaitMs);
}

QTEST_GUILESS_MAIN(tst_Bot)
#include "tst_bot.moc"

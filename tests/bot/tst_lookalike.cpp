// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bot/botfixture.h"

using namespace Qt::Literals::StringLiterals;

namespace {

QJsonObject object(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        qFatal("not an object: %s", json.constData());
    return document.object();
}

QString text(quint64 id)
{
    return QString::number(id);
}

const QJsonValue Null = QJsonValue::Null;

} // namespace

// A Discord that is not our stand-in: fields that may be null are, fields that may be missing are, and there are some that
// nobody knows (PROTOCOL; FAULTS F-24).
class tst_LookAlike : public QObject
{
    Q_OBJECT

private:
    // An id that our stand-in would have made now.
    static quint64 id(BotFixture &f) { return f.discord.world().newId(); }

private slots:
    void everythingNullableMayBeNull();
    void aServerWithNextToNothingInItIsServed();
    void idsComeAsTextAndNeverThroughADouble_data();
    void idsComeAsTextAndNeverThroughADouble();
    void anInteractionOutsideAServerIsAnswered();
    void unknownKindsOfChannelsAreNoTickets();
    void webhooksAndSystemMessagesAreNobodysTalk_data();
    void webhooksAndSystemMessagesAreNobodysTalk();
    void statisticsTakeEveryCombinationOfOptions_data();
    void statisticsTakeEveryCombinationOfOptions();
};

void tst_LookAlike::everythingNullableMayBeNull()
{
    BotFixture f;
    QVERIFY(f.start());
    const quint64 channel = id(f);
    f.discord.dispatch(u"CHANNEL_CREATE"_s,
                       {{u"id"_s, text(channel)},
                        {u"guild_id"_s, text(f.guild)},
                        {u"type"_s, 0},
                        {u"parent_id"_s, text(f.category)},
                        {u"name"_s, Null},
                        {u"topic"_s, Null},
                        {u"last_message_id"_s, Null},
                        {u"last_pin_timestamp"_s, Null},
                        {u"rtc_region"_s, Null},
                        {u"owner_id"_s, Null},
                        {u"application_id"_s, Null},
                        {u"default_reaction_emoji"_s, Null},
                        {u"default_sort_order"_s, Null},
                        {u"permission_overwrites"_s, Null},
                        {u"thread_metadata"_s, Null},
                        {u"position"_s, Null},
                        {u"flags"_s, Null},
                        {u"never_heard_of"_s, QJsonObject{{u"a"_s, QJsonArray{1, Null}}}}},
                       f.guild);
    const auto author = [&f](quint64 user) {
        return QJsonObject{{u"id"_s, text(user)},
                           {u"username"_s, u"kira"_s},
                           {u"discriminator"_s, u"0"_s},
                           {u"global_name"_s, Null},
                           {u"avatar"_s, Null},
                           {u"banner"_s, Null},
                           {u"accent_color"_s, Null},
                           {u"avatar_decoration_data"_s, Null},
                           {u"primary_guild"_s, Null},
                           {u"collectibles"_s, Null},
                           {u"clan"_s, Null}};
    };
    const auto message = [&](quint64 user, const QJsonValue &member) {
        return QJsonObject{{u"id"_s, text(id(f))},
                           {u"channel_id"_s, text(channel)},
                           {u"guild_id"_s, text(f.guild)},
                           {u"type"_s, 0},
                           {u"author"_s, author(user)},
                           {u"member"_s, member},
                           {u"content"_s, QString()},
                           {u"edited_timestamp"_s, Null},
                           {u"mentions"_s, Null},
                           {u"embeds"_s, Null},
                           {u"attachments"_s, Null},
                           {u"webhook_id"_s, Null},
                           {u"message_reference"_s, Null},
                           {u"referenced_message"_s, Null},
                           {u"interaction_metadata"_s, Null},
                           {u"thread"_s, Null},
                           {u"poll"_s, Null},
                           {u"nonce"_s, Null}};
    };
    f.discord.dispatch(u"MESSAGE_CREATE"_s, message(f.kira, Null), f.guild);
    QJsonObject without = message(f.kira, Null);
    without.remove(u"member"_s);
    f.discord.dispatch(u"MESSAGE_CREATE"_s, without, f.guild);
    f.discord.dispatch(u"MESSAGE_CREATE"_s,
                       message(f.ana,
                               QJsonObject{{u"roles"_s, QJsonArray{text(f.staffRole)}},
                                           {u"nick"_s, Null},
                                           {u"avatar"_s, Null},
                                           {u"premium_since"_s, Null},
                                           {u"communication_disabled_until"_s, Null},
                                           {u"joined_at"_s, Null}}),
                       f.guild);
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().messagesTotal, 3, BotFixture::WaitMs);
    QCOMPARE(f.numbers().opened, 1);
    QCOMPARE(f.numbers().staffMessages, 1);
    f.discord.dispatch(u"GUILD_AUDIT_LOG_ENTRY_CREATE"_s,
                       {{u"guild_id"_s, text(f.guild)},
                        {u"id"_s, text(id(f))},
                        {u"action_type"_s, 12},
                        {u"target_id"_s, Null},
                        {u"user_id"_s, Null},
                        {u"reason"_s, Null},
                        {u"options"_s, Null},
                        {u"changes"_s, Null}},
                       f.guild);
    f.discord.dispatch(u"CHANNEL_DELETE"_s,
                       {{u"id"_s, text(channel)},
                        {u"guild_id"_s, text(f.guild)},
                        {u"type"_s, 0},
                        {u"parent_id"_s, Null},
                        {u"name"_s, Null}},
                       f.guild);
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().closed, 1, BotFixture::WaitMs);
}

void tst_LookAlike::aServerWithNextToNothingInItIsServed()
{
    BotFixture f;
    QVERIFY(f.start());
    const quint64 other = id(f);
    QJsonObject bare{{u"id"_s, text(other)},       {u"name"_s, u"Bare"_s},   {u"icon"_s, Null},
                     {u"owner_id"_s, text(f.tom)}, {u"channels"_s, Null},    {u"threads"_s, Null},
                     {u"members"_s, Null},         {u"unavailable"_s, Null}, {u"preferred_locale"_s, Null},
                     {u"member_count"_s, Null},    {u"max_members"_s, Null}, {u"region"_s, Null}};
    f.discord.dispatch(u"GUILD_CREATE"_s, bare, 0); // no roles at all
    QTRY_COMPARE_WITH_TIMEOUT(f.host->state().servers.size(), 2, BotFixture::WaitMs);
    const auto served = [&] {
        for (const BotState::Server &server : f.host->state().servers) {
            if (server.id == GuildId(other))
                return server.available && server.name == u"Bare"_s && server.roles.isEmpty();
        }
        return false;
    };
    QTRY_VERIFY_WITH_TIMEOUT(served(), BotFixture::WaitMs);
    f.openTicket(u"appeal-a"_s, f.kira);
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().opened, 1, BotFixture::WaitMs);
    QCOMPARE(f.numbers(1, other).opened, 0);
}

// PROTOCOL R-07: 2^53 is where a double begins to round.
void tst_LookAlike::idsComeAsTextAndNeverThroughADouble_data()
{
    QTest::addColumn<QByteArray>("messageId"); // as it stands in the JSON
    QTest::addColumn<bool>("counts");
    QTest::newRow("text") << QByteArray("\"%1\"") << true;
    QTest::newRow("a number beyond 2^53") << QByteArray("%1") << false;
    QTest::newRow("text with a blank") << QByteArray("\" %1\"") << false;
    QTest::newRow("text with a sign") << QByteArray("\"+%1\"") << false;
    QTest::newRow("21 digits") << QByteArray("\"%1000\"") << false;
    QTest::newRow("a fraction") << QByteArray("1.5") << false;
    QTest::newRow("true") << QByteArray("true") << false;
    QTest::newRow("2^64") << QByteArray("\"18446744073709551616\"") << false;
    QTest::newRow("zero") << QByteArray("\"0\"") << false;
}
void tst_LookAlike::idsComeAsTextAndNeverThroughADouble()
{
    QFETCH(QByteArray, messageId);
    QFETCH(bool, counts);
    BotFixture f;
    QVERIFY(f.start());
    const quint64 a = f.openTicket(u"appeal-a"_s, f.kira);
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().opened, 1, BotFixture::WaitMs);
    messageId.replace("%1", QByteArray::number(id(f)));
    const QByteArray json = "{\"id\":" + messageId + ",\"channel_id\":\"" + QByteArray::number(a)
        + "\",\"guild_id\":\"" + QByteArray::number(f.guild) + "\",\"type\":0,\"author\":{\"id\":\""
        + QByteArray::number(f.tom) + "\",\"username\":\"tom\"},\"member\":{\"roles\":[]}}";
    f.discord.dispatch(u"MESSAGE_CREATE"_s, object(json), f.guild);
    f.discord.world().addMessage(a, f.kira);
    QTRY_COMPARE_WITH_TIMEOUT(f.ticket(a)->row.ticket.derived.requesterMessages, 1, BotFixture::WaitMs);
    QCOMPARE(f.numbers().messagesTotal, counts ? 2 : 1);
    QCOMPARE(f.discord.identifies(), 1); // and nobody left the session because of it
}

// PROTOCOL X-08
void tst_LookAlike::anInteractionOutsideAServerIsAnswered()
{
    BotFixture f;
    QVERIFY(f.start());
    const quint64 interaction = id(f);
    f.discord.dispatch(
        u"INTERACTION_CREATE"_s,
        {{u"id"_s, text(interaction)},
         {u"application_id"_s, text(f.discord.world().bot())},
         {u"token"_s, u"direct-token"_s},
         {u"type"_s, 2},
         {u"version"_s, 1},
         {u"guild_id"_s, Null},
         {u"guild"_s, Null},
         {u"member"_s, Null},
         {u"channel"_s, QJsonObject{{u"id"_s, u"7"_s}, {u"type"_s, 1}}},
         {u"user"_s,
          QJsonObject{{u"id"_s, text(f.owner)}, {u"username"_s, u"dana"_s}, {u"global_name"_s, Null}}},
         {u"app_permissions"_s, u"0"_s},
         {u"locale"_s, Null},
         {u"context"_s, 1},
         {u"entitlements"_s, QJsonArray()},
         {u"data"_s,
          QJsonObject{{u"id"_s, u"9"_s},
                      {u"name"_s, u"wipestats"_s},
                      {u"type"_s, 1},
                      {u"resolved"_s, Null},
                      {u"options"_s, Null}}}},
        0);
    const auto answer = [&]() -> QJsonObject {
        for (const StandInDiscord::Received &request : f.discord.requests()) {
            if (request.path == u"/interactions/%1/direct-token/callback"_s.arg(interaction))
                return request.body.toObject();
        }
        return {};
    };
    QTRY_VERIFY_WITH_TIMEOUT(!answer().isEmpty(), BotFixture::WaitMs);
    QCOMPARE(answer()["type"_L1].toInt(), 4);
    QCOMPARE(answer()["data"_L1]["flags"_L1].toInt(), 64);
    QCOMPARE(answer()["data"_L1]["content"_L1].toString(), u"Use this in a server."_s);
}

void tst_LookAlike::unknownKindsOfChannelsAreNoTickets()
{
    BotFixture f;
    QVERIFY(f.start());
    for (const QJsonValue &type :
         {QJsonValue(2), QJsonValue(13), QJsonValue(15), QJsonValue(99), QJsonValue(-1), QJsonValue(Null)})
        f.discord.dispatch(u"CHANNEL_CREATE"_s,
                           {{u"id"_s, text(id(f))},
                            {u"guild_id"_s, text(f.guild)},
                            {u"type"_s, type},
                            {u"name"_s, u"voice"_s},
                            {u"parent_id"_s, text(f.category)}},
                           f.guild);
    f.openTicket(u"appeal-a"_s, f.kira);
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().opened, 1, BotFixture::WaitMs);
}

// METRICS M-04
void tst_LookAlike::webhooksAndSystemMessagesAreNobodysTalk_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<bool>("webhook");
    QTest::addColumn<int>("counted");
    QTest::newRow("talk") << 0 << false << 1;
    QTest::newRow("a reply") << 19 << false << 1;
    QTest::newRow("a webhook") << 0 << true << 0;
    QTest::newRow("a pin") << 6 << false << 0;
    QTest::newRow("a join") << 7 << false << 0;
    QTest::newRow("a slash command's answer") << 20 << false << 0;
    QTest::newRow("something new") << 4711 << false << 0;
}
void tst_LookAlike::webhooksAndSystemMessagesAreNobodysTalk()
{
    QFETCH(int, type);
    QFETCH(bool, webhook);
    QFETCH(int, counted);
    BotFixture f;
    QVERIFY(f.start());
    const quint64 a = f.openTicket(u"appeal-a"_s, f.kira);
    DemoMessageOptions options;
    options.type = type;
    options.webhook = webhook;
    f.discord.world().addMessage(a, f.tom, options);
    f.discord.world().addMessage(a, f.kira);
    QTRY_COMPARE_WITH_TIMEOUT(f.ticket(a) ? f.ticket(a)->row.ticket.derived.requesterMessages : 0, 1,
                              BotFixture::WaitMs);
    QCOMPARE(f.numbers().messagesTotal, 1 + counted);
}

// UX 4.2: what Discord's own limits let through, and what they would not.
void tst_LookAlike::statisticsTakeEveryCombinationOfOptions_data()
{
    QTest::addColumn<QJsonArray>("options");
    QTest::addColumn<int>("callback"); // 5 deferred, 4 refused
    QTest::addColumn<bool>("isPrivate");
    QTest::addColumn<QString>("says");
    const auto named = [](const QString &category) { return stringOption(u"category"_s, category); };
    const auto days = [](int count) { return integerOption(u"days"_s, count); };
    const auto isPublic = [](bool on) {
        return QJsonObject{{u"name"_s, u"public"_s}, {u"type"_s, 5}, {u"value"_s, on}};
    };
    QTest::newRow("all") << QJsonArray{named(u"all"_s), days(7)} << 5 << true << u"Ticket statistics"_s;
    QTest::newRow("the shortest") << QJsonArray{named(u"all"_s), days(1)} << 5 << true << u"Opened"_s;
    QTest::newRow("the longest") << QJsonArray{named(u"all"_s), days(3650)} << 5 << true << u"Opened"_s;
    QTest::newRow("any case") << QJsonArray{named(u"aPPeals"_s), days(7)} << 5 << true << u"Appeals"_s;
    QTest::newRow("publicly") << QJsonArray{named(u"Appeals"_s), days(7), isPublic(true)} << 5 << false
                              << u"Appeals"_s;
    QTest::newRow("not publicly") << QJsonArray{named(u"Appeals"_s), days(7), isPublic(false)} << 5 << true
                                  << u"Appeals"_s;
}
void tst_LookAlike::statisticsTakeEveryCombinationOfOptions()
{
    QFETCH(QJsonArray, options);
    QFETCH(int, callback);
    QFETCH(bool, isPrivate);
    QFETCH(QString, says);
    BotFixture f;
    QVERIFY(f.start());
    f.openTicket(u"appeal-a"_s, f.kira);
    QTRY_COMPARE_WITH_TIMEOUT(f.numbers().opened, 1, BotFixture::WaitMs);
    const auto reply = f.command(f.ben, u"ticketstats"_s, options);
    QCOMPARE(reply.callbackType, callback);
    QCOMPARE(reply.ephemeral, isPrivate);
    QVERIFY2(textOf(reply).contains(says), qPrintable(textOf(reply)));
    QVERIFY2(textOf(reply).contains(u"\"name\":\"Opened\""_s), qPrintable(textOf(reply)));
}

QTEST_GUILESS_MAIN(tst_LookAlike)
#include "tst_lookalike.moc"

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/discord/entities.h"
#include "bot/discord/interaction.h"
#include "bot/discord/json.h"

#include <QJsonDocument>
#include <QTest>

using namespace Discord;
using namespace Qt::Literals::StringLiterals;

static QJsonObject parsed(const char *json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject())
        qFatal("test JSON: %s", qPrintable(error.errorString()));
    return document.object();
}

// How entities are read from Discord's JSON, and what they permit (PROTOCOL R-06, R-07, R-08, P-04).
class EntitiesTest : public QObject
{
    Q_OBJECT
private slots:
    void idsAreReadExactlyOrNotAtAll_data();
    void idsAreReadExactlyOrNotAtAll();
    void missingNullAndWrongTypeAreThreeErrors_data();
    void missingNullAndWrongTypeAreThreeErrors();
    void errorsNameTheWholePath();
    void textIsSanitised_data();
    void textIsSanitised();
    void timestampsAreUtcMilliseconds_data();
    void timestampsAreUtcMilliseconds();
    void aThreadKnowsItsState();
    void aThreadWithAnUnreadableStateIsAnError();
    void oneBrokenRoleDoesNotCostTheGuild();
    void channelsOfASnapshotKeepTheirPlaceWhenOddlyBuilt();
    void aMessageTellsUnknownRolesFromNoRoles_data();
    void aMessageTellsUnknownRolesFromNoRoles();
    void auditChangesAreRead();
    void anInteractionHasItsOptionsAndPeople();
    void modalFieldsAreReadFromRowsAndLabels();
    void anInteractionInADirectMessageHasNoGuild();
    void permissionsFollowDiscordsOrder_data();
    void permissionsFollowDiscordsOrder();
};

void EntitiesTest::idsAreReadExactlyOrNotAtAll_data()
{
    QTest::addColumn<QString>("json");
    QTest::addColumn<quint64>("id");
    QTest::newRow("text") << u"\"1023452345234523452\""_s << quint64(1023452345234523452);
    QTest::newRow("largest") << u"\"18446744073709551615\""_s << ~quint64(0);
    QTest::newRow("one too large") << u"\"18446744073709551616\""_s << quint64(0);
    QTest::newRow("21 digits") << u"\"000000000000000000001\""_s << quint64(0);
    QTest::newRow("space") << u"\" 12\""_s << quint64(0);
    QTest::newRow("plus") << u"\"+12\""_s << quint64(0);
    QTest::newRow("arabic digits") << u"\"\u0661\u0662\""_s << quint64(0);
    QTest::newRow("empty") << u"\"\""_s << quint64(0);
    QTest::newRow("exact number") << u"9007199254740992"_s << quint64(9007199254740992);
    QTest::newRow("number beyond 2^53") << u"9007199254740993"_s << quint64(0);
    QTest::newRow("number read through a double") << u"18446744073709551615"_s << quint64(0);
    QTest::newRow("fraction") << u"1.5"_s << quint64(0);
    QTest::newRow("negative") << u"-1"_s << quint64(0);
    QTest::newRow("object") << u"{}"_s << quint64(0);
}

void EntitiesTest::idsAreReadExactlyOrNotAtAll()
{
    QFETCH(QString, json);
    QFETCH(quint64, id);
    const Result<User> user = User::fromJson(parsed(u"{\"id\":%1}"_s.arg(json).toUtf8().constData()));
    QCOMPARE(user.ok(), id != 0);
    if (user)
        QCOMPARE(user->id.value, id);
}

void EntitiesTest::missingNullAndWrongTypeAreThreeErrors_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("problem");
    QTest::newRow("missing") << QByteArray("{}") << u"\"id\" is missing"_s;
    QTest::newRow("null") << QByteArray("{\"id\":null}") << u"\"id\" is null"_s;
    QTest::newRow("wrong") << QByteArray("{\"id\":true}") << u"\"id\" is no id"_s;
}

void EntitiesTest::missingNullAndWrongTypeAreThreeErrors()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, problem);
    const Result<Role> role = Role::fromJson(parsed(json.constData()));
    QVERIFY(!role);
    QCOMPARE(role.error().kind, ErrorKind::Invalid);
    QCOMPARE(role.error().detail, u"id"_s);
    QVERIFY2(role.error().text.contains(problem), qPrintable(role.error().text));
}

void EntitiesTest::errorsNameTheWholePath()
{
    const Result<Message> message =
        Message::fromJson(parsed(R"({"id":"1","channel_id":"2","author":{"id":{}}})"));
    QVERIFY(!message);
    QCOMPARE(message.error().detail, u"author.id"_s);
    QVERIFY(message.error().text.contains(u"\"author.id\""_s));
}

void EntitiesTest::textIsSanitised_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("name");
    QTest::newRow("plain") << QByteArray(R"("general")") << u"general"_s;
    QTest::newRow("NUL") << QByteArray(R"("a\u0000b")") << u"ab"_s;
    QTest::newRow("lone high surrogate") << QByteArray(R"("a\ud83db")") << u"a\uFFFDb"_s;
    QTest::newRow("lone low surrogate") << QByteArray(R"("\udc00")") << u"\uFFFD"_s;
    QTest::newRow("pair") << QByteArray(R"("\ud83d\ude00")") << u"\U0001F600"_s;
    QTest::newRow("pair beside NUL") << QByteArray(R"("\ud83d\ude00\u0000")") << u"\U0001F600"_s;
    QTest::newRow("null") << QByteArray("null") << QString();
    QTest::newRow("number") << QByteArray("7") << QString();
}

void EntitiesTest::textIsSanitised()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, name);
    const Result<Channel> channel =
        Channel::fromJson(parsed(("{\"id\":\"5\",\"name\":" + json + "}").constData()));
    QVERIFY(channel);
    QCOMPARE(channel->name, name);
}

void EntitiesTest::timestampsAreUtcMilliseconds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("ms");
    QTest::newRow("microseconds") << u"2021-03-04T05:06:07.089000+00:00"_s << qint64(1614834367089);
    QTest::newRow("seconds") << u"2021-03-04T05:06:07+00:00"_s << qint64(1614834367000);
    QTest::newRow("Z") << u"2021-03-04T05:06:07.5Z"_s << qint64(1614834367500);
    QTest::newRow("offset") << u"2021-03-04T06:06:07+01:00"_s << qint64(1614834367000);
    QTest::newRow("no offset") << u"2021-03-04T05:06:07"_s << qint64(1614834367000);
    QTest::newRow("none") << u"yesterday"_s << qint64(-1);
    QTest::newRow("empty") << QString() << qint64(-1);
}

void EntitiesTest::timestampsAreUtcMilliseconds()
{
    QFETCH(QString, text);
    QFETCH(qint64, ms);
    QCOMPARE(timestampFromText(text).value_or(-1), ms);
}

void EntitiesTest::aThreadKnowsItsState()
{
    const Result<Channel> thread =
        Channel::fromJson(parsed(R"({"id":"5","guild_id":"1","type":12,"parent_id":"4",
        "owner_id":"9","last_message_id":"77","thread_metadata":{"archived":true,"locked":true,
        "archive_timestamp":"2021-03-04T05:06:07.089000+00:00","create_timestamp":null}})"));
    QVERIFY(thread);
    QVERIFY(thread->isThread());
    QCOMPARE(thread->type, ChannelType::PrivateThread);
    QCOMPARE(thread->parent, ChannelId(4));
    QCOMPARE(thread->owner, UserId(9));
    QCOMPARE(thread->lastMessage, MessageId(77));
    QVERIFY(thread->thread->archived);
    QVERIFY(thread->thread->locked);
    QCOMPARE(thread->thread->archiveTimestampMs, UtcMs(1614834367089));
    QCOMPARE(thread->thread->createdAtMs, UtcMs(0));
    QVERIFY(!Channel::fromJson(parsed(R"({"id":"5","type":0})"))->isThread());
}

// Guessing "not archived" here could reopen a ticket.
void EntitiesTest::aThreadWithAnUnreadableStateIsAnError()
{
    const auto thread =
        Channel::fromJson(parsed(R"({"id":"5","type":11,"thread_metadata":{"archived":"yes"}})"));
    QVERIFY(!thread);
    QCOMPARE(thread.error().detail, u"thread_metadata.archived"_s);
}

void EntitiesTest::oneBrokenRoleDoesNotCostTheGuild()
{
    const Result<Guild> guild =
        Guild::fromJson(parsed(R"({"id":"1","name":"G","owner_id":"2","member_count":12,
        "roles":[{"id":"1","permissions":"1024"},{"id":[]},null,{"id":"8","permissions":"x","extra":{}}],
        "members":[{"user":{"id":"3"},"roles":["9","8","8",null]},{"roles":[]}],
        "channels":null,"threads":[]})"));
    QVERIFY(guild);
    QCOMPARE(guild->roles.size(), 2);
    QCOMPARE(guild->roles.at(0).permissions, Permission::ViewChannel);
    QCOMPARE(guild->roles.at(1).permissions, Permissions(0)); // unreadable grants nothing
    QCOMPARE(guild->members.size(), 1);
    QCOMPARE(guild->members.at(0).roles, (QVector<RoleId>{RoleId(8), RoleId(9)}));
}

void EntitiesTest::channelsOfASnapshotKeepTheirPlaceWhenOddlyBuilt()
{
    const Result<Guild> guild = Guild::fromJson(parsed(R"({"id":"1","channels":[
        {"id":"10","type":0,"name":"a","parent_id":"20"},{"id":"11","type":"text","name":"b","parent_id":"20"},
        {"id":"12","type":99},{"name":"no id"}],"threads":[{"id":"13","type":11}]})"));
    QVERIFY(guild);
    QCOMPARE(guild->channels.size(), 3);
    for (const Channel &channel : guild->channels + guild->threads)
        QCOMPARE(channel.guild, GuildId(1));
    QCOMPARE(guild->channels.at(1).id, ChannelId(11));
    QCOMPARE(guild->channels.at(1).parent, ChannelId(20));
    QCOMPARE(guild->channels.at(1).type, ChannelType::Unknown);
    QCOMPARE(guild->channels.at(2).type, ChannelType::Unknown);
    QVERIFY(guild->threads.at(0).isThread());
}

void EntitiesTest::aMessageTellsUnknownRolesFromNoRoles_data()
{
    QTest::addColumn<QByteArray>("extra");
    QTest::addColumn<int>("roles"); // -1: unknown
    QTest::newRow("gateway") << QByteArray(R"(,"member":{"roles":["4"]})") << 1;
    QTest::newRow("no roles") << QByteArray(R"(,"member":{"roles":[]})") << 0;
    QTest::newRow("REST") << QByteArray() << -1;
    QTest::newRow("null member") << QByteArray(R"(,"member":null)") << -1;
    QTest::newRow("webhook") << QByteArray(R"(,"webhook_id":"3","member":{"roles":["4"]})") << -1;
}

void EntitiesTest::aMessageTellsUnknownRolesFromNoRoles()
{
    QFETCH(QByteArray, extra);
    QFETCH(int, roles);
    const QByteArray json =
        R"({"id":"1","channel_id":"2","author":{"id":"3","bot":false},"type":19)" + extra + "}";
    const Result<Message> message = Message::fromJson(parsed(json.constData()));
    QVERIFY(message);
    QCOMPARE(message->type, 19);
    QCOMPARE(message->memberRoles ? int(message->memberRoles->size()) : -1, roles);
}

void EntitiesTest::auditChangesAreRead()
{
    const Result<AuditEntry> moved =
        AuditEntry::fromJson(parsed(R"({"id":"5","action_type":11,"target_id":"7",
        "user_id":null,"reason":"Ticket 5 closed by x","changes":[{"key":"parent_id","old_value":"8","new_value":"9"},
        {"key":"topic"},{"key":"name","old_value":"old","new_value":"new"}]})"));
    QVERIFY(moved);
    QCOMPARE(moved->action, AuditAction::ChannelUpdate);
    QCOMPARE(moved->target, quint64(7));
    QCOMPARE(moved->user, UserId());
    QCOMPARE(moved->oldParent, std::optional(ChannelId(8)));
    QCOMPARE(moved->newParent, std::optional(ChannelId(9)));
    QCOMPARE(moved->name, u"new"_s);
    QVERIFY(!moved->archived);

    const Result<AuditEntry> deleted =
        AuditEntry::fromJson(parsed(R"({"id":"6","action_type":12,"target_id":"7",
        "user_id":"2","changes":[{"key":"name","old_value":"ticket-7"}]})"));
    QVERIFY(deleted);
    QCOMPARE(deleted->name, u"ticket-7"_s);
    QVERIFY(!deleted->oldParent);

    const Result<AuditEntry> archived =
        AuditEntry::fromJson(parsed(R"({"id":"6","action_type":111,"target_id":"7",
        "changes":[{"key":"archived","old_value":false,"new_value":true},{"key":"locked","new_value":false}]})"));
    QVERIFY(archived);
    QCOMPARE(archived->archived, std::optional(true));
    QCOMPARE(archived->locked, std::optional(false));
    QCOMPARE(AuditEntry::fromJson(parsed(R"({"id":"6","action_type":20})"))->action, AuditAction::Other);
}

void EntitiesTest::anInteractionHasItsOptionsAndPeople()
{
    const Result<Interaction> read =
        Interaction::fromJson(parsed(R"({"id":"1","application_id":"2","token":"t",
        "type":2,"guild_id":"3","channel_id":"4","member":{"user":{"id":"5","username":"u"},"roles":["6"],
        "permissions":"8"},"app_permissions":"18446744073709551615","locale":"de","guild_locale":"en-US",
        "data":{"id":"9","name":"ticketstats","type":1,"options":[{"name":"days","type":4,"value":30},
        {"name":"user","type":6,"value":"7"},{"name":"public","type":5,"value":true},
        {"name":"deeper","type":1,"options":[{"name":"x","type":3,"value":"y"}]},{"type":3}],
        "resolved":{"users":{"7":{"id":"7","username":"seven","bot":true}},"members":{"7":{"roles":["6"],"nick":"n"}}}}})"));
    QVERIFY(read);
    QCOMPARE(read->type, InteractionType::Command);
    QCOMPARE(read->caller(), UserId(5));
    QCOMPARE(read->memberPermissions, Permission::Administrator);
    QCOMPARE(read->appPermissions, Permission::All);
    QCOMPARE(read->options.size(), 3);
    QCOMPARE(read->option(u"days")->value.toInt(), 30);
    QVERIFY(read->option(u"public")->value.toBool());
    QVERIFY(!read->option(u"deeper"));
    QVERIFY(read->resolvedUsers.value(UserId(7)).bot);
    QCOMPARE(read->resolvedMembers.value(UserId(7)).nick, u"n"_s);
    QCOMPARE(read->resolvedMembers.value(UserId(7)).user.username, u"seven"_s);
}

void EntitiesTest::modalFieldsAreReadFromRowsAndLabels()
{
    const Result<Interaction> read =
        Interaction::fromJson(parsed(R"({"id":"1","application_id":"2","token":"t",
        "type":5,"guild_id":"3","channel":{"id":"4"},"member":{"user":{"id":"5"}},
        "message":{"id":"44","author":{"id":"2"},"flags":64},
        "data":{"custom_id":"ta1:x","components":[
        {"type":1,"components":[{"type":4,"custom_id":"a","value":"one\u0000"}]},
        {"type":18,"component":{"type":4,"custom_id":"b","value":"two"}},
        {"type":18,"component":null},7]}})"));
    QVERIFY(read);
    QCOMPARE(read->channel, ChannelId(4));
    QCOMPARE(read->customId, u"ta1:x"_s);
    QCOMPARE(read->fields.size(), 2);
    QCOMPARE(read->fields.value(u"a"_s), u"one"_s);
    QCOMPARE(read->fields.value(u"b"_s), u"two"_s);
    QCOMPARE(read->message, MessageId(44));
    QCOMPARE(read->messageAuthor, UserId(2));
    QVERIFY(!read->messagePublic);
}

void EntitiesTest::anInteractionInADirectMessageHasNoGuild()
{
    const Result<Interaction> read = Interaction::fromJson(parsed(
        R"({"id":"1","application_id":"2","token":"t","type":3,"user":{"id":"5"},"data":{"custom_id":"c",
        "component_type":3,"values":["all",5,"30"]}})"));
    QVERIFY(read);
    QCOMPARE(read->guild, GuildId());
    QCOMPARE(read->caller(), UserId(5));
    QCOMPARE(read->values, (QVector<QString>{u"all"_s, u"30"_s}));
}

void EntitiesTest::permissionsFollowDiscordsOrder_data()
{
    constexpr Permissions View = Permission::ViewChannel;
    constexpr Permissions Send = Permission::SendMessages;
    constexpr Permissions History = Permission::ReadMessageHistory;
    constexpr Permissions Embed = Permission::EmbedLinks;
    constexpr Permissions Everything = View | Send | History | Embed;
    QTest::addColumn<Permissions>("everyone");
    QTest::addColumn<Permissions>("role");
    QTest::addColumn<QVector<Overwrite>>("overwrites");
    QTest::addColumn<quint64>("user");
    QTest::addColumn<Permissions>("expected");
    using Overwrites = QVector<Overwrite>;
    // Ids: server and @everyone 1, the member's role 10, another role 11, the member 5, the owner 9.
    QTest::newRow("roles add up") << View << (Send | Embed) << Overwrites() << quint64(5)
                                  << (View | Send | Embed);
    QTest::newRow("owner may all") << Permissions(0) << Permissions(0)
                                   << Overwrites{{1, false, 0, Permission::All}} << quint64(9)
                                   << Permission::All;
    QTest::newRow("administrator ignores overwrites")
        << View << Permission::Administrator << Overwrites{{5, true, 0, View}} << quint64(5)
        << Permission::All;
    QTest::newRow("everyone denied, role allows")
        << Everything << Permissions(0) << Overwrites{{1, false, 0, View}, {10, false, View, 0}} << quint64(5)
        << Everything;
    QTest::newRow("role order does not matter")
        << Everything << Permissions(0) << Overwrites{{10, false, View, 0}, {1, false, 0, View}} << quint64(5)
        << Everything;
    QTest::newRow("member comes last")
        << Everything << Permissions(0) << Overwrites{{5, true, 0, History}, {10, false, History, 0}}
        << quint64(5) << (Everything & ~History);
    QTest::newRow("foreign overwrites do not count")
        << Everything << Permissions(0) << Overwrites{{11, false, 0, History}, {6, true, 0, Send}}
        << quint64(5) << Everything;
    QTest::newRow("a user id is no role id")
        << Everything << Permissions(0) << Overwrites{{10, true, 0, History}, {5, false, 0, Send}}
        << quint64(5) << Everything;
    QTest::newRow("without view nothing is left")
        << Everything << Permissions(0) << Overwrites{{1, false, 0, View}} << quint64(5) << Permissions(0);
    QTest::newRow("without send no embeds")
        << Everything << Permissions(0) << Overwrites{{1, false, 0, Send}} << quint64(5) << (View | History);
}

void EntitiesTest::permissionsFollowDiscordsOrder()
{
    QFETCH(Permissions, everyone);
    QFETCH(Permissions, role);
    QFETCH(QVector<Overwrite>, overwrites);
    QFETCH(quint64, user);
    QFETCH(Permissions, expected);
    Guild guild;
    guild.id = GuildId(1);
    guild.owner = UserId(9);
    Role everyoneRole;
    everyoneRole.id = RoleId(1);
    everyoneRole.permissions = everyone;
    Role memberRole;
    memberRole.id = RoleId(10);
    memberRole.permissions = role;
    Role otherRole;
    otherRole.id = RoleId(11);
    otherRole.permissions = Permission::Administrator;
    guild.roles = {everyoneRole, memberRole, otherRole};
    Channel channel;
    channel.overwrites = overwrites;
    QCOMPARE(channelPermissions(guild, channel, UserId(user), {RoleId(10)}), expected);
}

QTEST_APPLESS_MAIN(EntitiesTest)
#include "tst_entities.moc"

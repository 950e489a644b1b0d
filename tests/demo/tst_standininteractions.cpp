// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demoworld.h"
#include "app/demo/standindiscord.h"
#include "rawclient.h"

using namespace Qt::Literals::StringLiterals;

// Interactions of the stand-in from both ends: a person's clicks by its functions, the bot's answers by raw
// requests.
class TestStandInInteractions : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void tellsWhoRanWhat();
    void resolvesUsers();
    void refusesWhatAClientWouldNotAllow();
    void answersAtOnce();
    void deferredIsEmptyUntilEdited();
    void publicAnswersAreMessages();
    void acknowledgesOnce();
    void refusesUnknownAndWrongTokens();
    void isTooLateAfterThreeSeconds();
    void refusesUnfittingTypes_data();
    void refusesUnfittingTypes();
    void tellsTheMessageWhenAsked();
    void pressesChangeTheirMessage();
    void onlyTheViewerPressesPrivateMessages();
    void choosesFromSelects();
    void opensAndSubmitsForms_data();
    void opensAndSubmitsForms();
    void completesWhileTyping();
    void keepsAttachmentsThatAreListed();
    void followsUpAndDeletes();
    void pressesButtonsOfPostedMessages();

private:
    QJsonObject newest(); // the last INTERACTION_CREATE
    RawReply callback(int type, const QJsonObject &data = {}, const QString &query = {});
    RawReply hook(const QByteArray &method, const QString &rest, const QJsonObject &body);
    quint64 run(const QJsonArray &options = {})
    {
        return m_discord->runCommand(m_guild, m_channel, m_user, u"ticketstats"_s, options);
    }

    std::unique_ptr<StandInDiscord> m_discord;
    std::unique_ptr<RawRest> m_rest;
    std::unique_ptr<RawGateway> m_gateway;
    quint64 m_guild = 0;
    quint64 m_channel = 0;
    quint64 m_user = 0;
};

namespace {
constexpr int Ephemeral = 64;
const QJsonObject Quiet{{u"parse"_s, QJsonArray()}};

QJsonObject withButton(const QString &customId, bool disabled = false)
{
    const QJsonObject button{{u"type"_s, 2},
                             {u"style"_s, 1},
                             {u"label"_s, u"Press"_s},
                             {u"custom_id"_s, customId},
                             {u"disabled"_s, disabled}};
    return {
        {u"content"_s, u"text"_s},
        {u"allowed_mentions"_s, Quiet},
        {u"components"_s, QJsonArray{QJsonObject{{u"type"_s, 1}, {u"components"_s, QJsonArray{button}}}}}};
}
} // namespace

void TestStandInInteractions::init()
{
    m_discord = std::make_unique<StandInDiscord>();
    QVERIFY(m_discord->listen());
    m_rest = std::make_unique<RawRest>(m_discord->apiBase(), m_discord->token());
    DemoWorld &world = m_discord->world();
    m_guild = world.addGuild(u"Northwind"_s);
    m_channel = world.addChannel(m_guild, 0, u"general"_s);
    m_user = world.addUser(u"Ana"_s);
    world.addMember(m_guild, m_user, {world.addRole(m_guild, u"Support"_s)});
    const QJsonArray options{
        QJsonObject{{u"type"_s, 3}, {u"name"_s, u"category"_s}, {u"description"_s, u"d"_s}},
        QJsonObject{{u"type"_s, 6}, {u"name"_s, u"user"_s}, {u"description"_s, u"d"_s}}};
    const QJsonArray commands{
        QJsonObject{{u"name"_s, u"ticketstats"_s}, {u"description"_s, u"d"_s}, {u"options"_s, options}}};
    QCOMPARE(
        m_rest->call("PUT", u"/applications/%1/commands"_s.arg(world.bot()), QJsonDocument(commands)).status,
        200);
    m_gateway = std::make_unique<RawGateway>(
        QUrl(m_rest->call("GET", u"/gateway"_s).object().value("url"_L1).toString()));
    QTRY_VERIFY(m_gateway->has(10));
    m_gateway->identify(m_discord->token(), 517);
    QTRY_COMPARE(m_gateway->count(u"GUILD_CREATE"_s), 1);
}

void TestStandInInteractions::cleanup()
{
    m_gateway.reset();
    m_rest.reset();
    m_discord.reset();
}

QJsonObject TestStandInInteractions::newest()
{
    const int seen = m_gateway->count(u"INTERACTION_CREATE"_s);
    [[maybe_unused]] const bool ok =
        seen > 0 || QTest::qWaitFor([&] { return m_gateway->count(u"INTERACTION_CREATE"_s) > 0; });
    return m_gateway->events(u"INTERACTION_CREATE"_s).value(m_gateway->count(u"INTERACTION_CREATE"_s) - 1);
}

RawReply TestStandInInteractions::callback(int type, const QJsonObject &data, const QString &query)
{
    // Every interaction of a test is waited for, so the newest is the one to answer.
    const QJsonObject interaction = newest();
    QJsonObject body{{u"type"_s, type}};
    if (!data.isEmpty())
        body.insert(u"data"_s, data);
    return m_rest->call("POST",
                        u"/interactions/%1/%2/callback"_s.arg(interaction.value("id"_L1).toString(),
                                                              interaction.value("token"_L1).toString())
                            + query,
                        QJsonDocument(body), false);
}

RawReply TestStandInInteractions::hook(const QByteArray &method, const QString &rest, const QJsonObject &body)
{
    return m_rest->call(
        method,
        u"/webhooks/%1/%2%3"_s.arg(m_discord->world().bot()).arg(newest().value("token"_L1).toString(), rest),
        body.isEmpty() ? QJsonDocument() : QJsonDocument(body), false);
}

// Waits until the interaction has reached the client.
#define ARRIVES(interaction)                                                                                 \
    do {                                                                                                     \
        const quint64 arriving = (interaction);                                                              \
        QVERIFY(arriving != 0);                                                                              \
        QTRY_COMPARE(newest().value("id"_L1).toString(), QString::number(arriving));                         \
    } while (false)

void TestStandInInteractions::tellsWhoRanWhat()
{
    const quint64 id = run({QJsonObject{{u"name"_s, u"category"_s}, {u"value"_s, u"Billing"_s}}});
    ARRIVES(id);
    const QJsonObject seen = newest();
    QCOMPARE(seen.value("type"_L1).toInt(), 2);
    QCOMPARE(seen.value("guild_id"_L1).toString(), QString::number(m_guild));
    QCOMPARE(seen.value("channel_id"_L1).toString(), QString::number(m_channel));
    QCOMPARE(seen.value("locale"_L1).toString(), u"en-US"_s);
    const QJsonObject member = seen.value("member"_L1).toObject();
    QCOMPARE(member.value("user"_L1).toObject().value("id"_L1).toString(), QString::number(m_user));
    QCOMPARE(member.value("roles"_L1).toArray().size(), 1);
    QVERIFY(member.value("permissions"_L1).isString());
    QCOMPARE(seen.value("app_permissions"_L1).toString(),
             QString::number(m_discord->world().permissionsIn(m_discord->world().bot(), m_channel)));
    const QJsonObject data = seen.value("data"_L1).toObject();
    QCOMPARE(data.value("name"_L1).toString(), u"ticketstats"_s);
    const QJsonObject option = data.value("options"_L1).toArray().first().toObject();
    QCOMPARE(option.value("type"_L1).toInt(), 3); // taken from the registration
    QCOMPARE(option.value("value"_L1).toString(), u"Billing"_s);
}

void TestStandInInteractions::resolvesUsers()
{
    const quint64 stranger = m_discord->world().addUser(u"Gone"_s);
    ARRIVES(run({QJsonObject{{u"name"_s, u"user"_s}, {u"value"_s, QString::number(stranger)}}}));
    const QJsonObject resolved = newest().value("data"_L1).toObject().value("resolved"_L1).toObject();
    QVERIFY(resolved.value("users"_L1).toObject().contains(QString::number(stranger)));
    QVERIFY(!resolved.contains("members"_L1)); // not in the server
}

void TestStandInInteractions::refusesWhatAClientWouldNotAllow()
{
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"No command /other"_s));
    QCOMPARE(m_discord->runCommand(m_guild, m_channel, m_user, u"other"_s), 0);
    const quint64 stranger = m_discord->world().addUser(u"Stranger"_s);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"Nobody can do that"_s));
    QCOMPARE(m_discord->runCommand(m_guild, m_channel, stranger, u"ticketstats"_s), 0);
    m_discord->world().removeGuild(m_guild);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"Nobody can do that"_s));
    QCOMPARE(run(), 0);
}

void TestStandInInteractions::answersAtOnce()
{
    const quint64 id = run();
    ARRIVES(id);
    QCOMPARE(m_discord->reply(id).callbackType, 0);
    QCOMPARE(m_discord->reply(id).acknowledgedAfterMs, -1);
    QSignalSpy replied(m_discord.get(), &StandInDiscord::replied);
    QCOMPARE(callback(4, {{u"content"_s, u"no"_s}, {u"flags"_s, Ephemeral}, {u"allowed_mentions"_s, Quiet}})
                 .status,
             204);
    const auto reply = m_discord->reply(id);
    QCOMPARE(replied.count(), 1);
    QCOMPARE(reply.callbackType, 4);
    QVERIFY(reply.acknowledgedAfterMs >= 0 && reply.acknowledgedAfterMs < 3000);
    QVERIFY(reply.ephemeral);
    QCOMPARE(reply.message.value("content"_L1).toString(), u"no"_s);
    QVERIFY(m_discord->world().messagesJson(m_channel).isEmpty()); // private: not in the channel
    QCOMPARE(m_discord->offences(), QStringList());
}

void TestStandInInteractions::deferredIsEmptyUntilEdited()
{
    const quint64 id = run();
    ARRIVES(id);
    QCOMPARE(hook("PATCH", u"/messages/@original"_s, {{u"content"_s, u"x"_s}}).code(),
             10015); // before any answer
    QCOMPARE(callback(5, {{u"flags"_s, Ephemeral}}).status, 204);
    QCOMPARE(m_discord->reply(id).callbackType, 5);
    QVERIFY(m_discord->reply(id).message.isEmpty());
    const RawReply edited =
        hook("PATCH", u"/messages/@original"_s, {{u"content"_s, u"done"_s}, {u"allowed_mentions"_s, Quiet}});
    QCOMPARE(edited.status, 200);
    QCOMPARE(edited.object().value("flags"_L1).toInt(), Ephemeral); // no longer loading
    const auto reply = m_discord->reply(id);
    QCOMPARE(reply.edits, 1);
    QVERIFY(reply.ephemeral);
    QCOMPARE(reply.message.value("content"_L1).toString(), u"done"_s);
    QCOMPARE(hook("GET", u"/messages/@original"_s, {}).object().value("content"_L1).toString(), u"done"_s);
}

void TestStandInInteractions::publicAnswersAreMessages()
{
    const quint64 id = run();
    ARRIVES(id);
    QCOMPARE(callback(5).status, 204);
    QTRY_COMPARE(m_gateway->count(u"MESSAGE_CREATE"_s), 1);
    QCOMPARE(hook("PATCH", u"/messages/@original"_s, {{u"content"_s, u"for all"_s}}).status, 200);
    QTRY_COMPARE(m_gateway->count(u"MESSAGE_UPDATE"_s), 1);
    const QJsonArray shown = m_discord->world().messagesJson(m_channel);
    QCOMPARE(shown.size(), 1);
    QCOMPARE(shown.first().toObject().value("content"_L1).toString(), u"for all"_s);
    QCOMPARE(shown.first().toObject().value("interaction_metadata"_L1).toObject().value("id"_L1).toString(),
             QString::number(id));
    QVERIFY(!m_discord->reply(id).ephemeral);
}

void TestStandInInteractions::acknowledgesOnce()
{
    ARRIVES(run());
    QCOMPARE(callback(5).status, 204);
    const RawReply again = callback(5);
    QCOMPARE(again.status, 400);
    QCOMPARE(again.code(), 40060);
}

void TestStandInInteractions::refusesUnknownAndWrongTokens()
{
    const quint64 id = run();
    ARRIVES(id);
    const QJsonDocument body(QJsonObject{{u"type"_s, 5}});
    QCOMPARE(m_rest->call("POST", u"/interactions/%1/wrong/callback"_s.arg(id), body, false).code(), 10062);
    QCOMPARE(m_rest->call("POST", u"/interactions/5/wrong/callback"_s, body, false).code(), 10062);
    QCOMPARE(callback(5).status, 204);
}

void TestStandInInteractions::isTooLateAfterThreeSeconds()
{
    ARRIVES(run());
    QElapsedTimer timer;
    timer.start();
    QTRY_VERIFY_WITH_TIMEOUT(timer.elapsed() > 3100, 10'000);
    const RawReply late = callback(5);
    QCOMPARE(late.status, 404);
    QCOMPARE(late.code(), 10062);
}

void TestStandInInteractions::refusesUnfittingTypes_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<QJsonObject>("data");
    QTest::newRow("update without a message") << 7 << QJsonObject{{u"content"_s, u"x"_s}};
    QTest::newRow("deferred update") << 6 << QJsonObject();
    QTest::newRow("choices") << 8 << QJsonObject{{u"choices"_s, QJsonArray()}};
    QTest::newRow("unknown") << 99 << QJsonObject();
    QTest::newRow("form without title") << 9 << QJsonObject{{u"custom_id"_s, u"f"_s}};
    QTest::newRow("too long") << 4 << QJsonObject{{u"content"_s, QString(2001, u'x')}};
}

void TestStandInInteractions::refusesUnfittingTypes()
{
    QFETCH(int, type);
    QFETCH(QJsonObject, data);
    ARRIVES(run());
    const RawReply refused = callback(type, data);
    QCOMPARE(refused.status, 400);
    QCOMPARE(refused.code(), 50035);
    QCOMPARE(callback(5).status, 204); // still unanswered
}

void TestStandInInteractions::tellsTheMessageWhenAsked()
{
    const quint64 id = run();
    ARRIVES(id);
    const RawReply told = callback(4, {{u"content"_s, u"hi"_s}}, u"?with_response=true"_s);
    QCOMPARE(told.status, 200);
    QCOMPARE(told.object().value("interaction"_L1).toObject().value("id"_L1).toString(), QString::number(id));
    QCOMPARE(told.object()
                 .value("resource"_L1)
                 .toObject()
                 .value("message"_L1)
                 .toObject()
                 .value("content"_L1)
                 .toString(),
             u"hi"_s);
}

void TestStandInInteractions::pressesChangeTheirMessage()
{
    const quint64 command = run();
    ARRIVES(command);
    callback(4, withButton(u"more"_s));
    QCOMPARE(m_discord->press(command, u"missing"_s, m_user), 0);
    const quint64 press = m_discord->press(command, u"more"_s, m_user);
    ARRIVES(press);
    QCOMPARE(newest().value("type"_L1).toInt(), 3);
    QCOMPARE(newest().value("data"_L1).toObject().value("custom_id"_L1).toString(), u"more"_s);
    QCOMPARE(newest().value("message"_L1).toObject().value("content"_L1).toString(), u"text"_s);
    QCOMPARE(callback(7, withButton(u"less"_s, true)).status, 204);
    QCOMPARE(m_discord->reply(press).callbackType, 7);
    QCOMPARE(m_discord->reply(command).message, m_discord->reply(press).message); // one and the same message
    QCOMPARE(m_discord->press(command, u"more"_s, m_user), 0); // that button is gone
    QCOMPARE(m_discord->press(command, u"less"_s, m_user), 0); // and this one is grey

    // Type 6, then the edit.
    QCOMPARE(hook("PATCH", u"/messages/@original"_s, withButton(u"again"_s)).status, 200);
    const quint64 second = m_discord->press(press, u"again"_s, m_user);
    ARRIVES(second);
    QCOMPARE(callback(6).status, 204);
    QVERIFY(m_discord->reply(second).message.isEmpty());
    QCOMPARE(
        hook("PATCH", u"/messages/@original"_s, {{u"content"_s, u"new"_s}, {u"components"_s, QJsonArray()}})
            .status,
        200);
    QCOMPARE(m_discord->reply(command).message.value("content"_L1).toString(), u"new"_s);
    QCOMPARE(m_discord->reply(second).edits, 1);
}

void TestStandInInteractions::onlyTheViewerPressesPrivateMessages()
{
    const quint64 other = m_discord->world().addUser(u"Ben"_s);
    m_discord->world().addMember(m_guild, other);
    const quint64 command = run();
    ARRIVES(command);
    QJsonObject message = withButton(u"b"_s);
    message.insert(u"flags"_s, Ephemeral);
    callback(4, message);
    QCOMPARE(m_discord->press(command, u"b"_s, other), 0);
    QVERIFY(m_discord->press(command, u"b"_s, m_user) != 0);
}

void TestStandInInteractions::choosesFromSelects()
{
    const QJsonObject select{
        {u"type"_s, 3},
        {u"custom_id"_s, u"period"_s},
        {u"options"_s, QJsonArray{QJsonObject{{u"label"_s, u"7 days"_s}, {u"value"_s, u"7"_s}}}}};
    const QJsonObject users{{u"type"_s, 5}, {u"custom_id"_s, u"who"_s}};
    const auto row = [](const QJsonObject &inside) {
        return QJsonObject{{u"type"_s, 1}, {u"components"_s, QJsonArray{inside}}};
    };
    const quint64 command = run();
    ARRIVES(command);
    QCOMPARE(
        callback(4, {{u"content"_s, u"x"_s}, {u"components"_s, QJsonArray{row(select), row(users)}}}).status,
        204);
    ARRIVES(m_discord->choose(command, u"period"_s, {u"7"_s}, m_user));
    QCOMPARE(newest().value("data"_L1).toObject().value("values"_L1).toArray(), QJsonArray{u"7"_s});
    ARRIVES(m_discord->choose(command, u"who"_s, {QString::number(m_user)}, m_user));
    const QJsonObject resolved = newest().value("data"_L1).toObject().value("resolved"_L1).toObject();
    QVERIFY(resolved.value("members"_L1).toObject().contains(QString::number(m_user)));
}

void TestStandInInteractions::opensAndSubmitsForms_data()
{
    QTest::addColumn<bool>("labels");
    QTest::newRow("action row") << false;
    QTest::newRow("label") << true;
}

void TestStandInInteractions::opensAndSubmitsForms()
{
    QFETCH(bool, labels);
    QJsonObject input{{u"type"_s, 4}, {u"custom_id"_s, u"number"_s}, {u"style"_s, 1}};
    if (!labels)
        input.insert(u"label"_s, u"Type 214"_s);
    const QJsonObject outer = labels
        ? QJsonObject{{u"type"_s, 18}, {u"label"_s, u"Type 214"_s}, {u"component"_s, input}}
        : QJsonObject{{u"type"_s, 1}, {u"components"_s, QJsonArray{input}}};
    const quint64 command = run();
    ARRIVES(command);
    callback(4, withButton(u"delete"_s));
    const quint64 press = m_discord->press(command, u"delete"_s, m_user);
    ARRIVES(press);
    QCOMPARE(
        callback(
            9, {{u"custom_id"_s, u"form"_s}, {u"title"_s, u"Sure?"_s}, {u"components"_s, QJsonArray{outer}}})
            .status,
        204);
    QCOMPARE(m_discord->reply(press).modal.value("title"_L1).toString(), u"Sure?"_s);
    QCOMPARE(m_discord->submit(press, u"other"_s, {}, m_user), 0);
    const quint64 submitted = m_discord->submit(press, u"form"_s, {{u"number"_s, u"214"_s}}, m_user);
    ARRIVES(submitted);
    QCOMPARE(newest().value("type"_L1).toInt(), 5);
    const QJsonObject first =
        newest().value("data"_L1).toObject().value("components"_L1).toArray().first().toObject();
    const QJsonObject value = labels ? first.value("component"_L1).toObject()
                                     : first.value("components"_L1).toArray().first().toObject();
    QCOMPARE(value.value("custom_id"_L1).toString(), u"number"_s);
    QCOMPARE(value.value("value"_L1).toString(), u"214"_s);
    QCOMPARE(callback(6).status, 204); // from a button, so there is a message to change
    QCOMPARE(hook("PATCH", u"/messages/@original"_s, {{u"content"_s, u"deleted"_s}}).status, 200);
    QCOMPARE(m_discord->reply(command).message.value("content"_L1).toString(), u"deleted"_s);
}

void TestStandInInteractions::completesWhileTyping()
{
    const quint64 id = m_discord->autocomplete(
        m_guild, m_channel, m_user, u"ticketstats"_s,
        {QJsonObject{{u"name"_s, u"category"_s}, {u"value"_s, u"bi"_s}, {u"focused"_s, true}}});
    ARRIVES(id);
    QCOMPARE(newest().value("type"_L1).toInt(), 4);
    QCOMPARE(callback(5).code(), 50035);
    QJsonArray many;
    for (int i = 0; i < 26; ++i)
        many.append(QJsonObject{{u"name"_s, u"n"_s}, {u"value"_s, u"v"_s}});
    QCOMPARE(callback(8, {{u"choices"_s, many}}).code(), 50035);
    many.removeLast();
    QCOMPARE(callback(8, {{u"choices"_s, many}}).status, 204);
    QCOMPARE(m_discord->reply(id).choices.size(), 25);
}

void TestStandInInteractions::keepsAttachmentsThatAreListed()
{
    const quint64 id = run();
    ARRIVES(id);
    callback(5);
    const QString path = u"/webhooks/%1/%2/messages/@original"_s.arg(m_discord->world().bot())
                             .arg(newest().value("token"_L1).toString());
    const auto upload = [&](const QByteArray &json, const QByteArray &name) {
        return m_rest->send("PATCH", path,
                            "--x\r\nContent-Disposition: form-data; name=\"payload_json\"\r\n\r\n" + json
                                + "\r\n--x\r\nContent-Disposition: form-data; name=\"files[0]\"; filename=\""
                                + name + "\"\r\n\r\nPNG\r\n--x--\r\n",
                            "multipart/form-data; boundary=x", false);
    };
    const QJsonObject first = upload(R"({"content":"1"})", "a.png").object();
    const QString kept = first.value("attachments"_L1).toArray().first().toObject().value("id"_L1).toString();
    QCOMPARE(m_discord->reply(id).files.value(u"a.png"_s), QByteArray("PNG"));
    upload("{\"attachments\":[{\"id\":\"" + kept.toUtf8() + "\"},{\"id\":0}]}", "b.png");
    QCOMPARE(m_discord->reply(id).files.keys().size(), 2);
    upload(R"({"attachments":[{"id":0}]})", "c.png");
    QCOMPARE(m_discord->reply(id).files.keys(), QStringList{u"c.png"_s});
    hook("PATCH", u"/messages/@original"_s, {{u"attachments"_s, QJsonArray()}});
    QVERIFY(m_discord->reply(id).files.isEmpty());
}

void TestStandInInteractions::followsUpAndDeletes()
{
    const quint64 id = run();
    ARRIVES(id);
    callback(4, {{u"content"_s, u"first"_s}});
    QCOMPARE(hook("POST", {}, {{u"content"_s, u"second"_s}, {u"flags"_s, Ephemeral}}).status, 200);
    QCOMPARE(m_discord->reply(id).followUps.size(), 1);
    QCOMPARE(m_discord->reply(id).followUps.first().value("content"_L1).toString(), u"second"_s);
    QCOMPARE(m_discord->world().messagesJson(m_channel).size(), 1);
    QCOMPARE(hook("DELETE", u"/messages/@original"_s, {}).status, 204);
    QVERIFY(m_discord->world().messagesJson(m_channel).isEmpty());
    QCOMPARE(hook("PATCH", u"/messages/@original"_s, {{u"content"_s, u"x"_s}}).code(), 10008);
}

void TestStandInInteractions::pressesButtonsOfPostedMessages()
{
    const RawReply posted =
        m_rest->call("POST", u"/channels/%1/messages"_s.arg(m_channel), QJsonDocument(withButton(u"undo"_s)));
    const quint64 message = posted.object().value("id"_L1).toString().toULongLong();
    const quint64 press = m_discord->pressMessage(message, u"undo"_s, m_user);
    ARRIVES(press);
    QCOMPARE(callback(7, {{u"content"_s, u"undone"_s}, {u"components"_s, QJsonArray()}}).status, 204);
    QCOMPARE(m_discord->world().messagesJson(m_channel).first().toObject().value("content"_L1).toString(),
             u"undone"_s);
}

QTEST_GUILESS_MAIN(TestStandInInteractions)
#include "tst_standininteractions.moc"

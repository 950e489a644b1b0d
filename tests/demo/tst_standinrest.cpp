// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demoworld.h"
#include "app/demo/standindiscord.h"
#include "rawclient.h"

#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;

// The REST routes of the stand-in, seen by a client that is nothing but a QNetworkAccessManager.
class TestStandInRest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void knowsTheApplication();
    void refusesWithDiscordsErrors_data();
    void refusesWithDiscordsErrors();
    void listsTheServer();
    void pagesMessages_data();
    void pagesMessages();
    void missingHistoryIsAnEmptyList();
    void postsAMessageOncePerNonce();
    void refusesBadMessages_data();
    void refusesBadMessages();
    void notesBodiesWithoutAllowedMentions();
    void editsAndDeletesOwnMessagesOnly();
    void needsPermissions_data();
    void needsPermissions();
    void readsMentionsAsAllowed();
    void takesFilesByMultipart();
    void auditLogRunsUpAfterAndDownBefore();
    void auditLogForgetsAfter45Days();
    void findsMembers();
    void listsThreads();
    void keepsCommandIdsAcrossOverwrites();
    void refusesBadCommands_data();
    void refusesBadCommands();
    void limitsNewCommandsPerDay();
    void countsRateLimitsPerResource();
    void countsTheGlobalLimit();
    void knobsReplaceDelayHangAndCut();
    void recordsRequestsWithoutTheToken();

private:
    RawReply get(const QString &path) { return m_rest->call("GET", path); }
    RawReply send(const QByteArray &method, const QString &path, const QJsonObject &body)
    {
        return m_rest->call(method, path, QJsonDocument(body));
    }
    QString messages() const { return u"/channels/%1/messages"_s.arg(m_channel); }
    QString commands() const { return u"/applications/%1/commands"_s.arg(world().bot()); }
    DemoWorld &world() const { return m_discord->world(); }

    std::unique_ptr<StandInDiscord> m_discord;
    std::unique_ptr<RawRest> m_rest;
    quint64 m_guild = 0;
    quint64 m_category = 0;
    quint64 m_channel = 0;
    quint64 m_user = 0;
};

namespace {
const QJsonObject Quiet{{u"parse"_s, QJsonArray()}};
}

void TestStandInRest::init()
{
    m_discord = std::make_unique<StandInDiscord>();
    QVERIFY(m_discord->listen());
    m_rest = std::make_unique<RawRest>(m_discord->apiBase(), m_discord->token());
    m_guild = world().addGuild(u"Northwind"_s);
    m_category = world().addCategory(m_guild, u"Billing"_s);
    m_channel = world().addChannel(m_guild, m_category, u"ticket-1"_s);
    m_user = world().addUser(u"Ana"_s);
    world().addMember(m_guild, m_user);
}

void TestStandInRest::cleanup()
{
    m_rest.reset();
    m_discord.reset();
}

void TestStandInRest::knowsTheApplication()
{
    const QString id = QString::number(world().bot());
    QCOMPARE(get(u"/users/@me"_s).object().value("id"_L1).toString(), id);
    QCOMPARE(get(u"/applications/@me"_s).object().value("flags"_L1).toInteger(), 0);
    QCOMPARE(get(u"/oauth2/applications/@me"_s).object().value("id"_L1).toString(), id);
    // Only the limited flags can be switched on by the bot itself.
    const RawReply changed = send("PATCH", u"/applications/@me"_s, {{u"flags"_s, (1 << 19) | (1 << 18)}});
    QCOMPARE(changed.object().value("flags"_L1).toInteger(), 1 << 19);
    QCOMPARE(get(u"/applications/@me"_s).object().value("flags"_L1).toInteger(), 1 << 19);
    QCOMPARE(m_rest->call("GET", u"/gateway"_s, {}, false).status, 200);
    const QJsonObject limit = get(u"/gateway/bot"_s).object().value("session_start_limit"_L1).toObject();
    QCOMPARE(limit.value("remaining"_L1).toInt(), 1000);
    m_discord->setSessionStartLimit(3, 60'000);
    const QJsonObject low = get(u"/gateway/bot"_s).object().value("session_start_limit"_L1).toObject();
    QCOMPARE(low.value("remaining"_L1).toInt(), 3);
    QVERIFY(low.value("reset_after"_L1).toInt() > 30'000);
}

void TestStandInRest::refusesWithDiscordsErrors_data()
{
    QTest::addColumn<QString>("request"); // METHOD path
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("code");
    QTest::newRow("unknown route") << u"GET /nothing/here"_s << 404 << 0;
    QTest::newRow("wrong method") << u"DELETE /gateway"_s << 405 << 0;
    QTest::newRow("no snowflake") << u"GET /channels/abc"_s << 400 << 50035;
    QTest::newRow("unknown channel") << u"GET /channels/1"_s << 404 << 10003;
    QTest::newRow("messages of an unknown channel") << u"GET /channels/1/messages"_s << 404 << 10003;
    QTest::newRow("unknown server") << u"GET /guilds/1"_s << 404 << 10004;
    QTest::newRow("unknown member") << u"GET /guilds/GUILD/members/STRANGER"_s << 404 << 10007;
    QTest::newRow("unknown user") << u"GET /guilds/GUILD/members/1"_s << 404 << 10013;
    QTest::newRow("unknown message") << u"GET /channels/CHANNEL/messages/1"_s << 404 << 10008;
    QTest::newRow("limit 0") << u"GET /channels/CHANNEL/messages?limit=0"_s << 400 << 50035;
    QTest::newRow("limit 101") << u"GET /channels/CHANNEL/messages?limit=101"_s << 400 << 50035;
    QTest::newRow("audit limit 101") << u"GET /guilds/GUILD/audit-logs?limit=101"_s << 400 << 50035;
    QTest::newRow("other application") << u"GET /applications/1/commands"_s << 403 << 20012;
    QTest::newRow("unknown interaction") << u"POST /interactions/1/tok/callback"_s << 404 << 10062;
    QTest::newRow("unknown webhook") << u"PATCH /webhooks/1/tok/messages/@original"_s << 404 << 10015;
}

void TestStandInRest::refusesWithDiscordsErrors()
{
    QFETCH(QString, request);
    QFETCH(int, status);
    QFETCH(int, code);
    request.replace("GUILD"_L1, QString::number(m_guild)).replace("CHANNEL"_L1, QString::number(m_channel));
    request.replace("STRANGER"_L1, QString::number(world().addUser(u"Stranger"_s)));
    const RawReply reply = m_rest->call(request.section(u' ', 0, 0).toLatin1(), request.section(u' ', 1));
    QCOMPARE(reply.status, status);
    QCOMPARE(reply.code(), code);
    QVERIFY(reply.object().contains("message"_L1));
    if (request.startsWith(
            "GET"_L1)) { // everything but the token routes needs the token, even to be told "unknown"
        m_rest->setToken(u"wrong"_s);
        const RawReply refused = m_rest->call("GET", u"/channels/%1"_s.arg(m_channel));
        QCOMPARE(refused.status, 401);
    }
}

void TestStandInRest::listsTheServer()
{
    const QString base = u"/guilds/%1"_s.arg(m_guild);
    const QJsonObject guild = get(base + "?with_counts=true"_L1).object();
    QCOMPARE(guild.value("name"_L1).toString(), u"Northwind"_s);
    QCOMPARE(guild.value("approximate_member_count"_L1).toInt(), 3);
    QVERIFY(!get(base).object().contains("approximate_member_count"_L1));
    QCOMPARE(get(base + "/channels"_L1).json.array().size(), 2);
    QCOMPARE(get(base + "/roles"_L1).json.array().size(), 2);
    const quint64 role = world().addRole(m_guild, u"Support"_s);
    world().setMemberRoles(m_guild, m_user, {role});
    const QJsonObject counts = get(base + "/roles/member-counts"_L1).object();
    QCOMPARE(counts.value(QString::number(role)).toInt(), 1);
    QVERIFY(!counts.contains(QString::number(world().everyoneRole(m_guild))));
    world().removeGuild(m_guild);
    QCOMPARE(get(base).code(), 10004);
    QCOMPARE(get(messages()).code(), 50001);
}

void TestStandInRest::pagesMessages_data()
{
    QTest::addColumn<QString>("query"); // #n is the id of message n
    QTest::addColumn<QList<int>>("expected");
    QTest::newRow("newest") << u"limit=3"_s << QList<int>{9, 8, 7};
    QTest::newRow("all, 50 by default") << QString() << QList<int>{9, 8, 7, 6, 5, 4, 3, 2, 1, 0};
    QTest::newRow("after: the oldest page, newest first") << u"after=#3&limit=3"_s << QList<int>{6, 5, 4};
    QTest::newRow("after 0") << u"after=0&limit=2"_s << QList<int>{1, 0};
    QTest::newRow("after the last") << u"after=#9"_s << QList<int>{};
    QTest::newRow("before") << u"before=#3&limit=2"_s << QList<int>{2, 1};
    QTest::newRow("before the first") << u"before=#0"_s << QList<int>{};
    QTest::newRow("around") << u"around=#5&limit=3"_s << QList<int>{6, 5, 4};
}

void TestStandInRest::pagesMessages()
{
    QFETCH(QString, query);
    QFETCH(QList<int>, expected);
    QList<quint64> ids;
    for (int i = 0; i < 10; ++i)
        ids.append(
            world().addMessage(m_channel, m_user, {0, u"m"_s, {}, {}, false, 1'700'000'000'000 + i, false}));
    for (int i = 0; i < 10; ++i)
        query.replace(u"#%1"_s.arg(i), QString::number(ids.at(i)));
    QStringList wanted;
    for (const int i : expected)
        wanted.append(QString::number(ids.at(i)));
    const RawReply reply = get(messages() + u'?' + query);
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.ids(), wanted);
    if (!expected.isEmpty()) {
        const QJsonObject first = reply.json.array().first().toObject();
        QVERIFY(!first.contains("member"_L1)); // REST messages have neither
        QVERIFY(!first.contains("guild_id"_L1));
        QCOMPARE(first.value("content"_L1).toString(), QString()); // no Message Content
    }
}

void TestStandInRest::missingHistoryIsAnEmptyList()
{
    world().addMessage(m_channel, m_user);
    QCOMPARE(get(messages()).json.array().size(), 1);
    world().denyBot(m_category, 1 << 16);
    const RawReply reply = get(messages());
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.json.array().size(), 0);
    world().denyBot(m_category, 1 << 10);
    QCOMPARE(get(messages()).code(), 50001);
    QCOMPARE(get(u"/channels/%1"_s.arg(m_channel)).code(), 50001);
    const quint64 later = world().addChannel(m_guild, m_category, u"t2"_s); // follows its category
    QCOMPARE(get(u"/channels/%1"_s.arg(later)).code(), 50001);
    world().denyBot(m_category, 0);
    QCOMPARE(get(messages()).json.array().size(), 1);
}

void TestStandInRest::postsAMessageOncePerNonce()
{
    const QJsonObject body{{u"content"_s, u"hi"_s},
                           {u"nonce"_s, u"n1"_s},
                           {u"enforce_nonce"_s, true},
                           {u"allowed_mentions"_s, Quiet}};
    const QString first = send("POST", messages(), body).object().value("id"_L1).toString();
    QVERIFY(!first.isEmpty());
    QCOMPARE(send("POST", messages(), body).object().value("id"_L1).toString(), first);
    QCOMPARE(world().messagesJson(m_channel).size(), 1);
    QJsonObject free = body;
    free.remove("enforce_nonce"_L1);
    QVERIFY(send("POST", messages(), free).object().value("id"_L1).toString() != first);
    QCOMPARE(world().messagesJson(m_channel).size(), 2);
}

void TestStandInRest::refusesBadMessages_data()
{
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("path"); // of the error
    const auto embed = [](const QJsonObject &e) { return QJsonObject{{u"embeds"_s, QJsonArray{e}}}; };
    const auto row = [](const QJsonArray &inside) {
        return QJsonObject{
            {u"content"_s, u"x"_s},
            {u"components"_s, QJsonArray{QJsonObject{{u"type"_s, 1}, {u"components"_s, inside}}}}};
    };
    const auto button = [](const QString &id) {
        return QJsonObject{{u"type"_s, 2}, {u"style"_s, 1}, {u"label"_s, u"b"_s}, {u"custom_id"_s, id}};
    };
    QTest::newRow("empty") << QJsonObject() << 50006 << QString();
    QTest::newRow("content") << QJsonObject{{u"content"_s, QString(2001, u'x')}} << 50035 << u"content"_s;
    QTest::newRow("title") << embed({{u"title"_s, QString(257, u'x')}}) << 50035 << u"embeds.0.title"_s;
    QTest::newRow("emoji count once") << embed({{u"title"_s, u"😀"_s.repeated(256)}}) << 0 << QString();
    QTest::newRow("description") << embed({{u"description"_s, QString(4097, u'x')}}) << 50035
                                 << u"embeds.0.description"_s;
    QTest::newRow("empty field value")
        << embed({{u"fields"_s, QJsonArray{QJsonObject{{u"name"_s, u"n"_s}, {u"value"_s, QString()}}}}})
        << 50035 << u"embeds.0.fields.0.value"_s;
    QTest::newRow("sum of 6000") << QJsonObject{{u"embeds"_s,
                                                 QJsonArray{
                                                     QJsonObject{{u"description"_s, QString(4000, u'x')}},
                                                     QJsonObject{{u"description"_s, QString(2001, u'x')}}}}}
                                 << 50035 << u"embeds"_s;
    QTest::newRow("six buttons") << row(
        {button(u"1"_s), button(u"2"_s), button(u"3"_s), button(u"4"_s), button(u"5"_s), button(u"6"_s)})
                                 << 50035 << u"components.0.components"_s;
    QTest::newRow("same custom id twice")
        << row({button(u"1"_s), button(u"1"_s)}) << 50035 << u"components.0.components.1.custom_id"_s;
    QTest::newRow("long custom id") << row({button(QString(101, u'x'))}) << 50035
                                    << u"components.0.components.0.custom_id"_s;
    QTest::newRow("long nonce") << QJsonObject{{u"content"_s, u"x"_s}, {u"nonce"_s, QString(26, u'n')}}
                                << 50035 << u"nonce"_s;
}

void TestStandInRest::refusesBadMessages()
{
    QFETCH(QJsonObject, body);
    QFETCH(int, code);
    QFETCH(QString, path);
    body.insert(u"allowed_mentions"_s, Quiet);
    const RawReply reply = send("POST", messages(), body);
    QCOMPARE(reply.status, code == 0 ? 200 : 400);
    QCOMPARE(reply.code(), code);
    QJsonObject errors = reply.object().value("errors"_L1).toObject();
    for (const QString &key : path.split(u'.', Qt::SkipEmptyParts))
        errors = errors.value(key).toObject();
    QCOMPARE(errors.contains("_errors"_L1), !path.isEmpty());
    QCOMPARE(world().messagesJson(m_channel).size(), code == 0 ? 1 : 0);
}

void TestStandInRest::notesBodiesWithoutAllowedMentions()
{
    QCOMPARE(send("POST", messages(), {{u"content"_s, u"x"_s}, {u"allowed_mentions"_s, Quiet}}).status, 200);
    QCOMPARE(m_discord->offences(), QStringList());
    QCOMPARE(send("POST", messages(), {{u"content"_s, u"x"_s}}).status, 200);
    QCOMPARE(m_discord->offences().size(), 1);
    QVERIFY(m_discord->offences().first().contains("allowed_mentions"_L1));
}

void TestStandInRest::editsAndDeletesOwnMessagesOnly()
{
    const QString own =
        send("POST", messages(),
             {{u"content"_s, u"a"_s}, {u"embeds"_s, QJsonArray{QJsonObject{{u"title"_s, u"t"_s}}}}})
            .object()
            .value("id"_L1)
            .toString();
    const QJsonObject edited = send("PATCH", messages() + u'/' + own, {{u"content"_s, u"b"_s}}).object();
    QCOMPARE(edited.value("content"_L1).toString(), u"b"_s);
    QCOMPARE(edited.value("embeds"_L1).toArray().size(), 1); // what is left out stays
    QVERIFY(edited.value("edited_timestamp"_L1).isString());
    const QString foreign = QString::number(world().addMessage(m_channel, m_user));
    QCOMPARE(send("PATCH", messages() + u'/' + foreign, {{u"content"_s, u"b"_s}}).code(), 50005);
    QCOMPARE(m_rest->call("DELETE", messages() + u'/' + foreign).code(), 50013);
    QCOMPARE(m_rest->call("DELETE", messages() + u'/' + own).status, 204);
    QCOMPARE(world().messagesJson(m_channel).size(), 1);
}

void TestStandInRest::needsPermissions_data()
{
    QTest::addColumn<quint64>("denied");
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<int>("code");
    const QJsonObject text{{u"content"_s, u"x"_s}};
    const QJsonObject embed{{u"embeds"_s, QJsonArray{QJsonObject{{u"title"_s, u"t"_s}}}}};
    QTest::newRow("nothing") << quint64(0) << embed << 0;
    QTest::newRow("view") << quint64(1 << 10) << text << 50001;
    QTest::newRow("send") << quint64(1 << 11) << text << 50013;
    QTest::newRow("embed") << quint64(1 << 14) << embed << 50013;
    QTest::newRow("embed, text only") << quint64(1 << 14) << text << 0;
}

void TestStandInRest::needsPermissions()
{
    QFETCH(quint64, denied);
    QFETCH(QJsonObject, body);
    QFETCH(int, code);
    world().denyBot(m_channel, denied);
    QCOMPARE(send("POST", messages(), body).code(), code);
}

void TestStandInRest::readsMentionsAsAllowed()
{
    const quint64 role = world().addRole(m_guild, u"Support"_s);
    const QString text = u"<@%1> <@&%2> @everyone"_s.arg(m_user).arg(role);
    const QJsonObject quiet =
        send("POST", messages(), {{u"content"_s, text}, {u"allowed_mentions"_s, Quiet}}).object();
    QVERIFY(quiet.value("mentions"_L1).toArray().isEmpty());
    QVERIFY(quiet.value("mention_roles"_L1).toArray().isEmpty());
    QVERIFY(!quiet.value("mention_everyone"_L1).toBool());
    const QJsonObject allowed{{u"parse"_s, QJsonArray()}, {u"roles"_s, QJsonArray{QString::number(role)}}};
    const QJsonObject one =
        send("POST", messages(), {{u"content"_s, text}, {u"allowed_mentions"_s, allowed}}).object();
    QCOMPARE(one.value("mention_roles"_L1).toArray(), QJsonArray{QString::number(role)});
    QVERIFY(one.value("mentions"_L1).toArray().isEmpty());
}

void TestStandInRest::takesFilesByMultipart()
{
    const QByteArray body = "--x\r\nContent-Disposition: form-data; name=\"payload_json\"\r\n"
                            "Content-Type: application/json\r\n\r\n"
                            "{\"allowed_mentions\":{\"parse\":[]},\"attachments\":[{\"id\":\"0\","
                            "\"description\":\"a chart\"}]}\r\n"
                            "--x\r\nContent-Disposition: form-data; name=\"files[0]\"; filename=\"c.png\"\r\n"
                            "Content-Type: image/png\r\n\r\nPNG\r\n--x--\r\n";
    const RawReply reply = m_rest->send("POST", messages(), body, "multipart/form-data; boundary=x");
    QCOMPARE(reply.status, 200);
    const QJsonObject attachment = reply.object().value("attachments"_L1).toArray().first().toObject();
    QCOMPARE(attachment.value("filename"_L1).toString(), u"c.png"_s);
    QCOMPARE(attachment.value("description"_L1).toString(), u"a chart"_s);
    QCOMPARE(attachment.value("size"_L1).toInt(), 3);
    QCOMPARE(m_discord->requests().last().files.value(u"c.png"_s), QByteArray("PNG"));
    QVERIFY(m_discord->requests().last().body.toObject().contains("attachments"_L1));
    world().denyBot(m_channel, 1 << 15);
    QCOMPARE(m_rest->send("POST", messages(), body, "multipart/form-data; boundary=x").code(), 50013);
}

void TestStandInRest::auditLogRunsUpAfterAndDownBefore()
{
    const QString path = u"/guilds/%1/audit-logs"_s.arg(m_guild);
    const auto ids = [this](const QString &where) {
        QStringList list;
        for (const QJsonValue &entry : get(where).object().value("audit_log_entries"_L1).toArray())
            list.append(entry.toObject().value("id"_L1).toString());
        return list;
    };
    QList<quint64> channels;
    for (int i = 0; i < 4; ++i)
        channels.append(
            world().addChannel(m_guild, m_category, u"c"_s, {m_user, 0, u"Ticket %1"_s.arg(i), 0}));
    world().deleteChannel(channels.first(), world().owner(m_guild), u"done"_s);
    const QStringList down = ids(path);
    QCOMPARE(down.size(), 5);
    QStringList up = down;
    std::reverse(up.begin(), up.end());
    QCOMPARE(ids(path + "?after=0"_L1), up);
    QCOMPARE(ids(path + u"?after=%1&limit=2"_s.arg(up.at(1))), up.mid(2, 2));
    QCOMPARE(ids(path + u"?before=%1&limit=2"_s.arg(down.at(1))), down.mid(2, 2));
    QCOMPARE(ids(path + "?action_type=12"_L1), down.mid(0, 1));
    QCOMPARE(ids(path + u"?user_id=%1"_s.arg(m_user)), down.mid(1));
    const QJsonObject deletion =
        get(path + "?limit=1"_L1).object().value("audit_log_entries"_L1).toArray().first().toObject();
    QCOMPARE(deletion.value("action_type"_L1).toInt(), 12);
    QCOMPARE(deletion.value("target_id"_L1).toString(), QString::number(channels.first()));
    QCOMPARE(deletion.value("reason"_L1).toString(), u"done"_s);
    world().setBotPermissions(m_guild, 84992);
    QCOMPARE(get(path).code(), 50013);
}

void TestStandInRest::auditLogForgetsAfter45Days()
{
    const qint64 day = 24ll * 3600 * 1000;
    const qint64 start = world().now();
    world().addChannel(m_guild, m_category, u"c"_s, {m_user, 0, {}, start});
    const QString path = u"/guilds/%1/audit-logs?after=0"_s.arg(m_guild);
    world().setNow([start, day] { return start + 44 * day; });
    QCOMPARE(get(path).object().value("audit_log_entries"_L1).toArray().size(), 1);
    world().setNow([start, day] { return start + 46 * day; });
    QCOMPARE(get(path).object().value("audit_log_entries"_L1).toArray().size(), 0);
}

void TestStandInRest::findsMembers()
{
    const QString base = u"/guilds/%1/members"_s.arg(m_guild);
    QCOMPARE(get(base + u"/%1"_s.arg(m_user)).object().value("user"_L1).toObject().value("id"_L1).toString(),
             QString::number(m_user));
    QCOMPARE(get(base + "/search?query=an&limit=5"_L1).json.array().size(), 1);
    QCOMPARE(get(base + "/search?query=zz"_L1).json.array().size(), 0);
    QCOMPARE(get(base + "/search"_L1).status, 400);
}

void TestStandInRest::listsThreads()
{
    const quint64 open = world().addThread(m_guild, m_channel, u"open"_s, false, {});
    const quint64 secret = world().addThread(m_guild, m_channel, u"secret"_s, true, {});
    const quint64 old = world().addThread(m_guild, m_channel, u"old"_s, false, {});
    qint64 now = world().now();
    world().setNow([&now] { return now; });
    world().setThreadState(old, true, true);
    now += 1000;
    const quint64 newer = world().addThread(m_guild, m_channel, u"newer"_s, false, {});
    world().setThreadState(newer, true, false);
    const auto ids = [](const RawReply &reply) {
        QStringList list;
        for (const QJsonValue &thread : reply.object().value("threads"_L1).toArray())
            list.append(thread.toObject().value("id"_L1).toString());
        return list;
    };
    const QString archive = u"/channels/%1/threads/archived/"_s.arg(m_channel);
    QCOMPARE(ids(get(u"/guilds/%1/threads/active"_s.arg(m_guild))), QStringList{QString::number(open)});
    const RawReply all = get(archive + "public"_L1);
    QCOMPARE(ids(all), QStringList({QString::number(newer), QString::number(old)}));
    QCOMPARE(all.object().value("has_more"_L1).toBool(true), false);
    const QString before = all.json.object()
                               .value("threads"_L1)
                               .toArray()
                               .first()
                               .toObject()
                               .value("thread_metadata"_L1)
                               .toObject()
                               .value("archive_timestamp"_L1)
                               .toString();
    QCOMPARE(ids(get(archive + "public?before="_L1 + QString::fromLatin1(QUrl::toPercentEncoding(before)))),
             QStringList{QString::number(old)});
    QCOMPARE(get(archive + "private"_L1).code(), 50013);
    world().setBotPermissions(m_guild, 117888 | (1ull << 34));
    QCOMPARE(get(archive + "private"_L1).status, 200);
    QCOMPARE(ids(get(u"/guilds/%1/threads/active"_s.arg(m_guild))).size(), 2);
    world().setThreadState(secret, true, false);
    QCOMPARE(ids(get(archive + "private"_L1)), QStringList{QString::number(secret)});
    world().addMessage(newer, m_user); // writing wakes it
    QCOMPARE(ids(get(archive + "public"_L1)), QStringList{QString::number(old)});
}

void TestStandInRest::keepsCommandIdsAcrossOverwrites()
{
    const QJsonObject help{{u"name"_s, u"help"_s}, {u"description"_s, u"Helps"_s}};
    QJsonObject stats{{u"name"_s, u"stats"_s},
                      {u"description"_s, u"Shows"_s},
                      {u"options"_s,
                       QJsonArray{QJsonObject{{u"type"_s, 3},
                                              {u"name"_s, u"category"_s},
                                              {u"description"_s, u"Which"_s},
                                              {u"required"_s, false},
                                              {u"autocomplete"_s, true}}}}};
    const auto put = [this](const QJsonArray &list) {
        return m_rest->call("PUT", commands(), QJsonDocument(list));
    };
    const QStringList first = put({help, stats}).ids();
    QCOMPARE(first.size(), 2);
    stats.insert(u"description"_s, u"Shows more"_s);
    QCOMPARE(put({stats, help}).ids(), QStringList({first.at(1), first.at(0)}));
    const QJsonArray listed = get(commands() + "?with_localizations=true"_L1).json.array();
    QCOMPARE(listed.size(), 2);
    const QJsonObject stored = listed.first().toObject();
    QCOMPARE(stored.value("type"_L1).toInt(), 1);
    QCOMPARE(stored.value("default_member_permissions"_L1), QJsonValue(QJsonValue::Null));
    QVERIFY(stored.value("name_localizations"_L1).isNull());
    const QJsonObject option = stored.value("options"_L1).toArray().first().toObject();
    QVERIFY(!option.contains("required"_L1)); // defaults are left out
    QCOMPARE(option.value("autocomplete"_L1).toBool(), true);
    QVERIFY(!get(commands()).json.array().first().toObject().contains("name_localizations"_L1));
    // POST under a known name updates, under a new one creates.
    QCOMPARE(send("POST", commands(), help).status, 200);
    QCOMPARE(send("POST", commands(), {{u"name"_s, u"new"_s}, {u"description"_s, u"d"_s}}).status, 201);
    QCOMPARE(m_discord->commands().size(), 3);
    QCOMPARE(m_rest->call("DELETE", commands() + u'/' + first.first()).status, 204);
    QCOMPARE(put({}).ids(), QStringList());
}

void TestStandInRest::refusesBadCommands_data()
{
    QTest::addColumn<QJsonObject>("command");
    const auto option = [](const QString &name, bool required) {
        return QJsonObject{
            {u"type"_s, 3}, {u"name"_s, name}, {u"description"_s, u"d"_s}, {u"required"_s, required}};
    };
    QTest::newRow("upper case") << QJsonObject{{u"name"_s, u"Help"_s}, {u"description"_s, u"d"_s}};
    QTest::newRow("space") << QJsonObject{{u"name"_s, u"he lp"_s}, {u"description"_s, u"d"_s}};
    QTest::newRow("no description") << QJsonObject{{u"name"_s, u"help"_s}};
    QTest::newRow("long description")
        << QJsonObject{{u"name"_s, u"help"_s}, {u"description"_s, QString(101, u'd')}};
    QTest::newRow("required after optional")
        << QJsonObject{{u"name"_s, u"help"_s},
                       {u"description"_s, u"d"_s},
                       {u"options"_s, QJsonArray{option(u"a"_s, false), option(u"b"_s, true)}}};
    QTest::newRow("localisation too long")
        << QJsonObject{{u"name"_s, u"help"_s},
                       {u"description"_s, u"d"_s},
                       {u"description_localizations"_s, QJsonObject{{u"de"_s, QString(101, u'd')}}}};
}

void TestStandInRest::refusesBadCommands()
{
    QFETCH(QJsonObject, command);
    QCOMPARE(send("POST", commands(), command).code(), 50035);
    const RawReply reply = m_rest->call("PUT", commands(), QJsonDocument(QJsonArray{command}));
    QCOMPARE(reply.code(), 50035);
    QVERIFY(reply.object().value("errors"_L1).toObject().contains("0"_L1));
    QVERIFY(m_discord->commands().isEmpty());
}

void TestStandInRest::limitsNewCommandsPerDay()
{
    m_discord->setRateLimit(u"POST /applications/*/commands"_s, 1000, 1000);
    m_discord->setGlobalRateLimit(0);
    for (int i = 0; i < 2; ++i) {
        QJsonArray hundred;
        for (int n = 0; n < 100; ++n)
            hundred.append(QJsonObject{{u"name"_s, u"c%1-%2"_s.arg(i).arg(n)}, {u"description"_s, u"d"_s}});
        QCOMPARE(m_rest->call("PUT", commands(), QJsonDocument(hundred)).status, 200);
    }
    QCOMPARE(send("POST", commands(), {{u"name"_s, u"one-more"_s}, {u"description"_s, u"d"_s}}).code(),
             30034);
}

void TestStandInRest::countsRateLimitsPerResource()
{
    m_discord->setRateLimit(u"GET /channels/*/messages"_s, 2, 60'000);
    const RawReply first = get(messages());
    QCOMPARE(first.headers.value("x-ratelimit-limit"), QByteArray("2"));
    QCOMPARE(first.headers.value("x-ratelimit-remaining"), QByteArray("1"));
    QVERIFY(first.headers.value("x-ratelimit-reset-after").toDouble() > 50);
    QVERIFY(!first.headers.value("x-ratelimit-bucket").isEmpty());
    QVERIFY(!first.headers.contains("x-ratelimit-scope")); // only on 429
    get(messages());
    const RawReply refused = get(messages());
    QCOMPARE(refused.status, 429);
    QCOMPARE(refused.headers.value("x-ratelimit-scope"), QByteArray("user"));
    QVERIFY(refused.object().value("retry_after"_L1).toDouble() > 50);
    QVERIFY(refused.headers.value("retry-after").toInt()
            >= refused.object().value("retry_after"_L1).toDouble());
    QCOMPARE(refused.object().value("global"_L1).toBool(true), false);
    QVERIFY(refused.headers.contains("via"));
    // Another channel counts for itself, under the same bucket.
    const quint64 other = world().addChannel(m_guild, m_category, u"t2"_s);
    const RawReply elsewhere = get(u"/channels/%1/messages"_s.arg(other));
    QCOMPARE(elsewhere.status, 200);
    QCOMPARE(elsewhere.headers.value("x-ratelimit-bucket"), first.headers.value("x-ratelimit-bucket"));
}

void TestStandInRest::countsTheGlobalLimit()
{
    m_discord->setGlobalRateLimit(3);
    RawReply last;
    for (int i = 0; i < 4; ++i)
        last = get(u"/users/@me"_s);
    QCOMPARE(last.status, 429);
    QCOMPARE(last.headers.value("x-ratelimit-global"), QByteArray("true"));
    QCOMPARE(last.headers.value("x-ratelimit-scope"), QByteArray("global"));
    QCOMPARE(last.object().value("global"_L1).toBool(), true);
    QCOMPARE(m_rest->call("POST", u"/interactions/1/t/callback"_s).status, 404); // not under the global limit
}

void TestStandInRest::knobsReplaceDelayHangAndCut()
{
    m_discord->answerNext(u"GET /users/*"_s, 503, {{"X-Own", "1"}}, "busy", 2);
    QCOMPARE(get(u"/users/@me"_s).headers.value("x-own"), QByteArray("1"));
    QCOMPARE(get(u"/users/@me"_s).status, 503);
    QCOMPARE(get(u"/users/@me"_s).status, 200);

    m_discord->delayNext(u"* /users/**"_s, 200);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(get(u"/users/@me"_s).status, 200);
    QVERIFY(timer.elapsed() >= 190);

    m_discord->cutNext(u"POST /channels/*/messages"_s, true);
    QNetworkReply *const cut = m_rest->start("POST", messages(), R"({"content":"x"})", "application/json");
    QSignalSpy finished(cut, &QNetworkReply::finished);
    QVERIFY(finished.wait());
    QVERIFY(world().messagesJson(m_channel).size()
            >= 1); // it was carried out all the same (Qt may send it again)
    cut->deleteLater();

    m_discord->hangNext(u"GET /users/@me"_s);
    QNetworkReply *const hanging = m_rest->start("GET", u"/users/@me"_s);
    const qsizetype before = m_discord->requests().size();
    QTRY_COMPARE(m_discord->requests().size(), before + 1);
    QVERIFY(!hanging->isFinished());
    QCOMPARE(m_discord->requests().last().status, 0);
    hanging->abort();
    hanging->deleteLater();
}

void TestStandInRest::recordsRequestsWithoutTheToken()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"r.jsonl"_s);
    m_discord->recordTo(file);
    send("POST", messages(), {{u"content"_s, u"x"_s}});
    QFile recorded(file);
    QVERIFY(recorded.open(QIODevice::ReadOnly));
    const QByteArray line = recorded.readAll();
    QVERIFY(!line.contains(m_discord->token().toUtf8()));
    const QJsonObject json = QJsonDocument::fromJson(line).object();
    QCOMPARE(json.value("method"_L1).toString(), u"POST"_s);
    QCOMPARE(json.value("path"_L1).toString(), messages());
    QCOMPARE(json.value("status"_L1).toInt(), 200);
    QCOMPARE(json.value("body"_L1).toObject().value("content"_L1).toString(), u"x"_s);
    QVERIFY(json.value("headers"_L1).toObject().contains("authorization"_L1));
    QCOMPARE(m_discord->requests().last().headers.value("content-type"), QByteArray("application/json"));
}

QTEST_GUILESS_MAIN(TestStandInRest)
#include "tst_standinrest.moc"

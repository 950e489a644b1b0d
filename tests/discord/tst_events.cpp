// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/discord/events.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

using namespace Discord;
using namespace Qt::Literals::StringLiterals;

static QJsonObject eventData(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        qFatal("test JSON: %s", json.constData());
    return document.object();
}

static const QVector<std::pair<QString, QByteArray>> &examples();

// parseEvent() on good and on hostile input (PROTOCOL R-06, R-07).
class EventsTest : public QObject
{
    Q_OBJECT
private slots:
    void everyExampleIsUnderstood();
    void fieldsArriveWhereTheyBelong();
    void threadsOfASnapshotKnowTheirGuild();
    void anUnknownNameIsAnUnknownEvent();
    void aBrokenRequiredFieldNamesItsChannel_data();
    void aBrokenRequiredFieldNamesItsChannel();
    void missingAndNullOptionalFieldsAreIgnored_data();
    void missingAndNullOptionalFieldsAreIgnored();
    void anyFieldMayTurnHostileWithoutACrash();
};

// One well-formed example of every event that is used.
static const QVector<std::pair<QString, QByteArray>> &examples()
{
    static const QVector<std::pair<QString, QByteArray>> list = {
        {u"READY"_s, R"({"v":10,"session_id":"s","resume_gateway_url":"wss://gateway-us.discord.gg",
            "user":{"id":"5","username":"bot","bot":true},"application":{"id":"6","flags":0},
            "guilds":[{"id":"1","unavailable":true},{"id":"2"},{}]})"},
        {u"RESUMED"_s, R"({"_trace":[]})"},
        {u"GUILD_CREATE"_s, R"({"id":"1","name":"G","unavailable":false,"owner_id":"2","roles":[{"id":"1"}],
            "channels":[{"id":"10","type":4}],"threads":[{"id":"11","type":11,"thread_metadata":{"archived":false}}],
            "members":[{"user":{"id":"5"},"roles":[]}]})"},
        {u"GUILD_UPDATE"_s, R"({"id":"1","name":"New","owner_id":"2"})"},
        {u"GUILD_DELETE"_s, R"({"id":"1","unavailable":true})"},
        {u"GUILD_ROLE_CREATE"_s, R"({"guild_id":"1","role":{"id":"7","name":"r","permissions":"1024"}})"},
        {u"GUILD_ROLE_UPDATE"_s, R"({"guild_id":"1","role":{"id":"7","name":"r2"}})"},
        {u"GUILD_ROLE_DELETE"_s, R"({"guild_id":"1","role_id":"7"})"},
        {u"CHANNEL_CREATE"_s, R"({"id":"10","guild_id":"1","type":0,"name":"ticket-1","parent_id":"20"})"},
        {u"CHANNEL_UPDATE"_s, R"({"id":"10","guild_id":"1","type":0,"parent_id":null})"},
        {u"CHANNEL_DELETE"_s, R"({"id":"10","guild_id":"1","type":0})"},
        {u"THREAD_CREATE"_s, R"({"id":"11","guild_id":"1","type":12,"parent_id":"10","newly_created":true,
            "thread_metadata":{"archived":false,"locked":false}})"},
        {u"THREAD_UPDATE"_s, R"({"id":"11","guild_id":"1","type":12,"parent_id":"10",
            "thread_metadata":{"archived":true,"locked":true}})"},
        {u"THREAD_DELETE"_s, R"({"id":"11","guild_id":"1","type":12,"parent_id":"10"})"},
        {u"THREAD_LIST_SYNC"_s,
         R"({"guild_id":"1","channel_ids":["10"],"threads":[{"id":"11","type":11}],"members":[]})"},
        {u"MESSAGE_CREATE"_s, R"({"id":"100","channel_id":"10","guild_id":"1","author":{"id":"3"},
            "member":{"roles":["7"]},"type":0,"content":"","mentions":[{"id":"4"}],"embeds":[{"title":"Ticket Closed",
            "fields":[{"name":"Closed By","value":"x"},{}]}]})"},
        {u"MESSAGE_DELETE"_s, R"({"id":"100","channel_id":"10","guild_id":"1"})"},
        {u"MESSAGE_DELETE_BULK"_s, R"({"ids":["100","101"],"channel_id":"10","guild_id":"1"})"},
        {u"GUILD_MEMBER_UPDATE"_s, R"({"guild_id":"1","user":{"id":"5"},"roles":["7"],"nick":null})"},
        {u"GUILD_MEMBER_REMOVE"_s, R"({"guild_id":"1","user":{"id":"5"}})"},
        {u"GUILD_AUDIT_LOG_ENTRY_CREATE"_s,
         R"({"id":"200","guild_id":"1","action_type":12,"target_id":"10","user_id":"3",
            "changes":[{"key":"name","old_value":"ticket-1"}]})"},
        {u"INTERACTION_CREATE"_s, R"({"id":"300","application_id":"6","token":"t","type":2,"guild_id":"1",
            "channel_id":"10","member":{"user":{"id":"3"},"roles":[],"permissions":"0"},
            "data":{"id":"1","name":"help","type":1}})"},
        {u"RATE_LIMITED"_s, R"({"opcode":3,"retry_after":1.2345,"meta":{}})"},
    };
    return list;
}

void EventsTest::everyExampleIsUnderstood()
{
    for (const auto &[name, json] : examples()) {
        const Event event = parseEvent(name, eventData(json));
        QVERIFY2(!std::holds_alternative<UnknownEvent>(event), qPrintable(name));
        QVERIFY2(!std::holds_alternative<MalformedEvent>(event), qPrintable(name));
    }
}

void EventsTest::fieldsArriveWhereTheyBelong()
{
    QHash<QString, Event> byName;
    for (const auto &[name, json] : examples())
        byName.insert(name, parseEvent(name, eventData(json)));

    const auto ready = std::get<Ready>(byName.value(u"READY"_s));
    QCOMPARE(ready.sessionId, u"s"_s);
    QCOMPARE(ready.resumeUrl, u"wss://gateway-us.discord.gg"_s);
    QCOMPARE(ready.self.id, UserId(5));
    QCOMPARE(ready.application, ApplicationId(6));
    QCOMPARE(ready.guilds, (QVector<GuildId>{GuildId(1), GuildId(2)}));

    QVERIFY(std::get<GuildDelete>(byName.value(u"GUILD_DELETE"_s)).unavailable);
    QVERIFY(!std::get<GuildDelete>(parseEvent(u"GUILD_DELETE"_s, eventData(R"({"id":"1"})"))).unavailable);
    QCOMPARE(std::get<RoleUpsert>(byName.value(u"GUILD_ROLE_CREATE"_s)).role.permissions,
             Permission::ViewChannel);
    QCOMPARE(std::get<ChannelCreate>(byName.value(u"CHANNEL_CREATE"_s)).channel.parent, ChannelId(20));
    QVERIFY(std::get<ThreadCreate>(byName.value(u"THREAD_CREATE"_s)).newlyCreated);
    QVERIFY(std::get<ThreadUpdate>(byName.value(u"THREAD_UPDATE"_s)).thread.thread->archived);
    QCOMPARE(std::get<ThreadDelete>(byName.value(u"THREAD_DELETE"_s)).parent, ChannelId(10));
    const auto sync = std::get<ThreadListSync>(byName.value(u"THREAD_LIST_SYNC"_s));
    QCOMPARE(sync.parents, (QVector<ChannelId>{ChannelId(10)}));
    QCOMPARE(sync.threads.at(0).guild, GuildId(1));
    const auto message = std::get<MessageCreate>(byName.value(u"MESSAGE_CREATE"_s)).message;
    QCOMPARE(message.mentions, (QVector<UserId>{UserId(4)}));
    QCOMPARE(message.embeds.at(0).fields.at(0).name, u"Closed By"_s);
    QCOMPARE(std::get<MessagesDeleted>(byName.value(u"MESSAGE_DELETE"_s)).ids.size(), 1);
    QCOMPARE(std::get<MessagesDeleted>(byName.value(u"MESSAGE_DELETE_BULK"_s)).ids.size(), 2);
    QCOMPARE(std::get<MemberUpdate>(byName.value(u"GUILD_MEMBER_UPDATE"_s)).member.roles.at(0), RoleId(7));
    QCOMPARE(std::get<AuditLogEntryCreate>(byName.value(u"GUILD_AUDIT_LOG_ENTRY_CREATE"_s)).entry.name,
             u"ticket-1"_s);
    QCOMPARE(std::get<InteractionCreate>(byName.value(u"INTERACTION_CREATE"_s)).interaction.commandName,
             u"help"_s);
    QCOMPARE(std::get<SendsLimited>(byName.value(u"RATE_LIMITED"_s)).retryAfterMs, qint64(1235));
}

void EventsTest::threadsOfASnapshotKnowTheirGuild()
{
    const auto created =
        std::get<GuildCreate>(parseEvent(u"GUILD_CREATE"_s, eventData(examples().at(2).second)));
    QCOMPARE(created.guild.threads.at(0).guild, GuildId(1));
    QCOMPARE(created.guild.channels.at(0).guild, GuildId(1));
}

// R-06: never an error, whatever the name.
void EventsTest::anUnknownNameIsAnUnknownEvent()
{
    QCOMPARE(std::get<UnknownEvent>(parseEvent(u"VOICE_CHANNEL_EFFECT_SEND"_s, {})).name,
             u"VOICE_CHANNEL_EFFECT_SEND"_s);
    QCOMPARE(std::get<UnknownEvent>(parseEvent(QString(), {})).name, QString());
    QCOMPARE(std::get<UnknownEvent>(parseEvent(QString(5000, u'X'), {})).name.size(), 100);
}

void EventsTest::aBrokenRequiredFieldNamesItsChannel_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("path");
    QTest::addColumn<quint64>("guild");
    QTest::addColumn<quint64>("channel");
    QTest::newRow("message without author")
        << u"MESSAGE_CREATE"_s << QByteArray(R"({"id":"1","channel_id":"10","guild_id":"2","author":null})")
        << u"author"_s << quint64(2) << quint64(10);
    QTest::newRow("message with a wrong id")
        << u"MESSAGE_CREATE"_s << QByteArray(R"({"id":1.5,"channel_id":"10","author":{"id":"3"}})") << u"id"_s
        << quint64(0) << quint64(10);
    QTest::newRow("author id of the wrong type")
        << u"MESSAGE_CREATE"_s << QByteArray(R"({"id":"1","channel_id":"10","author":{"id":[]}})")
        << u"author.id"_s << quint64(0) << quint64(10);
    QTest::newRow("channel in a category of the wrong type")
        << u"CHANNEL_UPDATE"_s << QByteArray(R"({"id":"10","guild_id":"2","parent_id":{}})") << u"parent_id"_s
        << quint64(2) << quint64(10);
    QTest::newRow("thread state") << u"THREAD_UPDATE"_s
                                  << QByteArray(
                                         R"({"id":"10","guild_id":"2","type":11,"thread_metadata":[]})")
                                  << u"thread_metadata"_s << quint64(2) << quint64(10);
    QTest::newRow("server without id")
        << u"GUILD_CREATE"_s << QByteArray(R"({"id":true})") << u"id"_s << quint64(0) << quint64(0);
    QTest::newRow("channels that are no list")
        << u"GUILD_CREATE"_s << QByteArray(R"({"id":"1","channels":{}})") << u"channels"_s << quint64(1)
        << quint64(0);
    QTest::newRow("audit entry") << u"GUILD_AUDIT_LOG_ENTRY_CREATE"_s
                                 << QByteArray(R"({"id":"1","guild_id":"2","action_type":"12"})")
                                 << u"action_type"_s << quint64(2) << quint64(0);
    QTest::newRow("interaction data")
        << u"INTERACTION_CREATE"_s << QByteArray(R"({"id":"1","application_id":"2","token":"t","type":2,
                                           "guild_id":"3","channel_id":"10","data":{"options":7}})")
        << u"data.options"_s << quint64(3) << quint64(10);
}

void EventsTest::aBrokenRequiredFieldNamesItsChannel()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, json);
    QFETCH(QString, path);
    QFETCH(quint64, guild);
    QFETCH(quint64, channel);
    const Event event = parseEvent(name, eventData(json));
    QVERIFY(std::holds_alternative<MalformedEvent>(event));
    const auto malformed = std::get<MalformedEvent>(event);
    QCOMPARE(malformed.name, name);
    QCOMPARE(malformed.path, path);
    QCOMPARE(malformed.guild.value, guild);
    QCOMPARE(malformed.channel.value, channel);
}

void EventsTest::missingAndNullOptionalFieldsAreIgnored_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("message")
        << u"MESSAGE_CREATE"_s
        << QByteArray(R"({"id":"1","channel_id":"2","author":{"id":"3","username":null,"bot":null},
                                  "guild_id":null,"member":null,"mentions":null,"embeds":null,"webhook_id":null,"type":null})");
    QTest::newRow("channel") << u"CHANNEL_CREATE"_s
                             << QByteArray(R"({"id":"1","guild_id":"2","type":0,"name":null,"parent_id":null,
                                  "permission_overwrites":null,"last_message_id":null,"position":null,"topic":null})");
    QTest::newRow("server") << u"GUILD_CREATE"_s
                            << QByteArray(R"({"id":"1","name":null,"icon":null,"roles":null,"channels":null,
                                 "threads":null,"members":null,"unavailable":null,"owner_id":null})");
    QTest::newRow("audit")
        << u"GUILD_AUDIT_LOG_ENTRY_CREATE"_s
        << QByteArray(R"({"id":"1","guild_id":"2","action_type":999,"target_id":null,"user_id":null,
                                "reason":null,"changes":null,"options":null})");
    QTest::newRow("interaction") << u"INTERACTION_CREATE"_s
                                 << QByteArray(
                                        R"({"id":"1","application_id":"2","token":"t","type":77,"data":null,
                                      "member":null,"user":null,"message":null,"guild_id":null,"channel":null})");
}

void EventsTest::missingAndNullOptionalFieldsAreIgnored()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, json);
    const Event event = parseEvent(name, eventData(json));
    QVERIFY(!std::holds_alternative<MalformedEvent>(event));
    QVERIFY(!std::holds_alternative<UnknownEvent>(event));
}

// Replaces every field of every example, at every depth, by values of every type: the result is an event,
// never a crash, and a MalformedEvent always says where (R-06).
void EventsTest::anyFieldMayTurnHostileWithoutACrash()
{
    const QVector<QJsonValue> hostile = {QJsonValue(),
                                         true,
                                         -1,
                                         1e300,
                                         u"x\0y"_s + QChar(0xD800),
                                         u"99999999999999999999999"_s,
                                         QJsonArray{QJsonValue(), 1, QJsonArray(), QJsonObject()},
                                         QJsonObject{{u"id"_s, u"1"_s}}};
    int malformed = 0;
    const std::function<QJsonValue(QJsonValue, QStringList, const QJsonValue &)> replaced =
        [&](QJsonValue root, QStringList path, const QJsonValue &by) -> QJsonValue {
        if (path.isEmpty())
            return by;
        const QString key = path.takeFirst();
        if (root.isArray()) {
            QJsonArray array = root.toArray();
            array[key.toInt()] = replaced(array.at(key.toInt()), path, by);
            return array;
        }
        QJsonObject object = root.toObject();
        object[key] = replaced(object.value(key), path, by);
        return object;
    };
    const std::function<void(const QString &, const QJsonObject &, const QJsonValue &, const QStringList &)>
        visit = [&](const QString &name, const QJsonObject &whole, const QJsonValue &at,
                    const QStringList &path) {
            if (!path.isEmpty()) {
                for (const QJsonValue &value : hostile) {
                    const Event event = parseEvent(name, replaced(whole, path, value).toObject());
                    if (const auto *bad = std::get_if<MalformedEvent>(&event)) {
                        ++malformed;
                        QVERIFY2(!bad->path.isEmpty(), qPrintable(name + u' ' + path.join(u'.')));
                    }
                    QVERIFY(!std::holds_alternative<UnknownEvent>(event));
                }
            }
            const QJsonObject object = at.toObject();
            for (auto it = object.begin(); it != object.end(); ++it)
                visit(name, whole, *it, path + QStringList{it.key()});
            const QJsonArray array = at.toArray();
            for (int i = 0; i < array.size(); ++i)
                visit(name, whole, array.at(i), path + QStringList{QString::number(i)});
        };
    for (const auto &[name, json] : examples()) {
        const QJsonObject whole = eventData(json);
        visit(name, whole, whole, {});
    }
    QVERIFY(malformed > 100);
}

QTEST_APPLESS_MAIN(EventsTest)
#include "tst_events.moc"

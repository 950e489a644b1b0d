// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/discord/routes.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace Discord;
using namespace Qt::Literals::StringLiterals;

namespace {

// A message that uses everything a message may hold, with more of it than is allowed.
OutgoingMessage fullMessage()
{
    OutgoingMessage message;
    message.content = QString(3000, u'c');
    message.nonce = u"0123456789abcdef"_s;
    message.mentionRoles = {RoleId(5)};
    message.ephemeral = true;
    Embed embed;
    embed.title = QString(300, u't');
    embed.description = QString(5000, u'd');
    embed.footer = QString(3000, u'f');
    embed.colour = EmbedColour::Caution;
    embed.imageAttachment = u"chart of today.png"_s;
    for (int i = 0; i < 30; ++i)
        embed.fields.append({i == 0 ? QString() : QString(300, u'n'), QString(2000, u'v'), true});
    message.embeds = {embed, Embed{}};
    ActionRow buttons;
    buttons.buttons = {{u"a"_s, QString(100, u'l'), ButtonStyle::Danger, false},
                       {u"https://discord.com/channels/1"_s, u"Open"_s, ButtonStyle::Link, true}};
    ActionRow select;
    select.select =
        Select{u"s"_s, QString(200, u'p'), {{QString(200, u'o'), u"v"_s, QString(200, u'd'), true}}, false};
    ActionRow user;
    user.select = Select{u"u"_s, u"Whom?"_s, {}, true};
    message.rows = {buttons, select, user};
    return message;
}

OutgoingMessage withPicture()
{
    OutgoingMessage message = fullMessage();
    message.attachments = {{u"chart of today.png"_s, QString(2000, u'a'), "PNG"_ba, "image/png"_ba}};
    return message;
}

OutgoingMessage withoutPicture()
{
    OutgoingMessage message = fullMessage();
    message.embeds[0].imageAttachment.clear();
    return message;
}

QVector<Request> everyRequest()
{
    const GuildId guild(81384788765712384ull);
    const ChannelId channel(381870553235193857ull);
    const ApplicationId application(1);
    const InteractionId interaction(2);
    const QString token = u"aW50ZXJhY3Rpb246/+="_s;
    const QJsonArray commands{
        QJsonObject{{u"name"_s, u"help"_s}, {u"description"_s, u"Shows help"_s}, {u"type"_s, 1}}};
    return {
        Routes::gateway(),
        Routes::gatewayBot(),
        Routes::currentUser(),
        Routes::currentApplication(),
        Routes::editCurrentApplication(1 << 19),
        Routes::guild(guild),
        Routes::guildWithCounts(guild),
        Routes::guildChannels(guild),
        Routes::activeThreads(guild),
        Routes::archivedThreads(channel, false, {}),
        Routes::archivedThreads(channel, true, u"2026-03-01T10:00:00.123000+00:00"_s),
        Routes::channel(channel),
        Routes::messagesAfter(channel, MessageId(0)),
        Routes::messagesAfter(channel, MessageId(7), 5000),
        Routes::auditLog(guild, AuditEntryId(9)),
        Routes::auditLog(guild, AuditEntryId(9), 12, 0),
        Routes::newestAuditEntry(guild),
        Routes::member(guild, UserId(3)),
        Routes::searchMembers(guild, u"a b&limit=1000+ü#@?\u202E"_s),
        Routes::searchMembers(guild, QString(300, u'x'), 5000),
        Routes::roleMemberCounts(guild),
        Routes::postMessage(channel, withoutPicture()),
        Routes::postMessage(channel, withPicture()),
        Routes::editMessage(channel, MessageId(4), withoutPicture()),
        Routes::editMessage(channel, MessageId(4), withPicture()),
        Routes::editMessage(channel, MessageId(4), {}),
        Routes::globalCommands(application),
        Routes::overwriteGlobalCommands(application, commands),
        Routes::overwriteGlobalCommands(application, {}),
        Routes::interactionCallback(interaction, token, Callback::message(withoutPicture())),
        Routes::interactionCallback(interaction, token, Callback::deferred(true)),
        Routes::interactionCallback(interaction, token, Callback::deferred(false)),
        Routes::interactionCallback(interaction, token, Callback::deferredUpdate()),
        Routes::interactionCallback(interaction, token, Callback::update(withoutPicture())),
        Routes::interactionCallback(interaction, token, Callback::choices({})),
        Routes::interactionCallback(interaction, token, Callback::choices({{QString(200, u'n'), u"all"_s}})),
        Routes::interactionCallback(interaction, token,
                                    Callback::modal({u"m"_s, QString(100, u't'), u"i"_s, QString(100, u'l'),
                                                     QString(200, u'p'), 1, 9999})),
        Routes::editOriginalResponse(application, token, withoutPicture()),
        Routes::editOriginalResponse(application, token, withPicture())};
}

} // namespace

class TestRoutes : public QObject
{
    Q_OBJECT

private slots:
    void pathsAreWrittenAsDiscordReadsThem_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const Request &request, const QString &expected) {
            QTest::newRow(name) << request.path << expected;
        };
        row("all messages", Routes::messagesAfter(ChannelId(1), MessageId()),
            u"/channels/1/messages?after=0&limit=100"_s);
        row("the plus of a time zone",
            Routes::archivedThreads(ChannelId(1), true, u"2026-03-01T10:00:00+00:00"_s),
            u"/channels/1/threads/archived/private?limit=100&before=2026-03-01T10%3A00%3A00%2B00%3A00"_s);
        row("foreign search text", Routes::searchMembers(GuildId(1), u"ü b&x=1"_s, 5),
            u"/guilds/1/members/search?limit=5&query=%C3%BC%20b%26x%3D1"_s);
        row("audit log by type", Routes::auditLog(GuildId(1), AuditEntryId(2), 12),
            u"/guilds/1/audit-logs?after=2&limit=100&action_type=12"_s);
        row("token with slashes", Routes::interactionCallback(InteractionId(1), u"a/b?"_s, {}),
            u"/interactions/1/a%2Fb%3F/callback"_s);
    }
    void pathsAreWrittenAsDiscordReadsThem()
    {
        QFETCH(QString, path);
        QTEST(path, "expected");
    }

    // N-06: equal templates, and the ids that part the buckets.
    void bucketsArePartedByTheirTopLevelIds()
    {
        QCOMPARE(Routes::messagesAfter(ChannelId(1), MessageId(2)).majorParameter, u"1"_s);
        QCOMPARE(Routes::member(GuildId(4), UserId(5)).majorParameter, u"4"_s);
        QCOMPARE(Routes::member(GuildId(4), UserId(5)).route, u"/guilds/{guild.id}/members/{user.id}"_s);
        QCOMPARE(Routes::editMessage(ChannelId(1), MessageId(2), {}).route,
                 u"/channels/{channel.id}/messages/{message.id}"_s);
        const auto edit = [](const QString &token) {
            return Routes::editOriginalResponse(ApplicationId(1), token, {});
        };
        QCOMPARE(edit(u"a"_s).route, edit(u"b"_s).route);
        QVERIFY(edit(u"a"_s).majorParameter != edit(u"b"_s).majorParameter);
    }

    // N-01, TM-02: the template is what logs show.
    void templatesHoldNoIdAndNoToken()
    {
        static const QRegularExpression digits(u"[0-9]"_s);
        for (const Request &request : everyRequest()) {
            QVERIFY2(!request.route.contains(digits), qPrintable(request.route));
            QVERIFY(!request.route.contains(u"aW50"));
            QVERIFY(!request.route.contains(u'?'));
            const bool tokenInPath = request.path.contains(u"aW50");
            QCOMPARE(request.authorised, !tokenInPath);
        }
    }

    void everyRequestHasItsColumnOfTheRetryTable()
    {
        for (const Request &request : everyRequest()) {
            if (request.method == "GET")
                QCOMPARE(request.retry, RetryClass::Get);
            else if (request.path.contains(u"/callback"))
                QCOMPARE(request.retry, RetryClass::InteractionCallback);
            else if (request.path.contains(u"@original"))
                QCOMPARE(request.retry, RetryClass::InteractionEdit);
            else
                QCOMPARE(request.retry,
                         request.method == "POST" ? RetryClass::MessagePost : RetryClass::Write);
            QCOMPARE(request.body.isNull(), request.method == "GET");
        }
    }

    // The recording is held against Discord's own description by validate_requests.py, the test that follows
    // this one.
    void everyRequestIsRecordedForTheCheckAgainstDiscordsDescription()
    {
        const QString folder = qEnvironmentVariable("TA_RECORDED_REQUESTS");
        if (folder.isEmpty())
            QSKIP("TA_RECORDED_REQUESTS names no folder");
        QFile file(folder + u"/routes.jsonl"_s);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        for (const Request &request : everyRequest()) {
            QJsonArray files;
            for (const Attachment &attachment : request.attachments)
                files.append(attachmentName(attachment.fileName));
            QJsonObject line{{u"method"_s, QString::fromLatin1(request.method)},
                             {u"path"_s, request.path},
                             {u"headers"_s, QJsonObject()},
                             {u"files"_s, files}};
            if (request.body.isObject())
                line[u"body"] = request.body.object();
            else if (request.body.isArray())
                line[u"body"] = request.body.array();
            file.write(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n');
        }
    }
};

QTEST_APPLESS_MAIN(TestRoutes)
#include "tst_routes.moc"

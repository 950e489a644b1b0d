// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/discord/routes.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace Discord::Routes {
namespace Building {

// Everything that is not unreserved is encoded; QUrlQuery would leave the '+' of a timestamp, which reads as
// a space.
QString encoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

Request request(const QByteArray &method, const QString &path, const QString &route, const QString &major,
                RetryClass retry)
{
    Request result;
    result.method = method;
    result.path = path;
    result.route = route;
    result.majorParameter = major;
    result.retry = retry;
    return result;
}

Request get(const QString &path, const QString &route, const QString &major = {})
{
    return request("GET"_ba, path, route, major, RetryClass::Get);
}

Request forGuild(GuildId guild, const QString &rest, const QString &query = {})
{
    const QString id = guild.toString();
    return get(u"/guilds/"_s + id + rest + query, u"/guilds/{guild.id}"_s + rest, id);
}

Request forChannel(ChannelId channel, const QString &rest, const QString &query = {})
{
    const QString id = channel.toString();
    return get(u"/channels/"_s + id + rest + query, u"/channels/{channel.id}"_s + rest, id);
}

} // namespace Building

Request gateway()
{
    return Building::get(u"/gateway"_s, u"/gateway"_s);
}

Request gatewayBot()
{
    return Building::get(u"/gateway/bot"_s, u"/gateway/bot"_s);
}

Request currentUser()
{
    return Building::get(u"/users/@me"_s, u"/users/@me"_s);
}

Request currentApplication()
{
    return Building::get(u"/applications/@me"_s, u"/applications/@me"_s);
}

Request editCurrentApplication(quint64 flags)
{
    const QString path = u"/applications/@me"_s;
    Request result = Building::request("PATCH"_ba, path, path, {}, RetryClass::Write);
    result.body = QJsonDocument(QJsonObject{{u"flags"_s, qint64(flags)}});
    return result;
}

Request guild(GuildId guild)
{
    return Building::forGuild(guild, {});
}

Request guildWithCounts(GuildId guild)
{
    return Building::forGuild(guild, {}, u"?with_counts=true"_s);
}

Request guildChannels(GuildId guild)
{
    return Building::forGuild(guild, u"/channels"_s);
}

Request activeThreads(GuildId guild)
{
    return Building::forGuild(guild, u"/threads/active"_s);
}

Request archivedThreads(ChannelId channel, bool isPrivate, const QString &beforeIso)
{
    QString query = u"?limit=100"_s;
    if (!beforeIso.isEmpty())
        query += u"&before="_s + Building::encoded(beforeIso);
    return Building::forChannel(
        channel, isPrivate ? u"/threads/archived/private"_s : u"/threads/archived/public"_s, query);
}

Request channel(ChannelId channel)
{
    return Building::forChannel(channel, {});
}

Request messagesAfter(ChannelId channel, MessageId after, int limit)
{
    return Building::forChannel(channel, u"/messages"_s,
                                u"?after=%1&limit=%2"_s.arg(after.toString()).arg(std::clamp(limit, 1, 100)));
}

Request auditLog(GuildId guild, AuditEntryId after, std::optional<int> actionType, int limit)
{
    QString query = u"?after=%1&limit=%2"_s.arg(after.toString()).arg(std::clamp(limit, 1, 100));
    if (actionType)
        query += u"&action_type=%1"_s.arg(*actionType);
    return Building::forGuild(guild, u"/audit-logs"_s, query);
}

Request newestAuditEntry(GuildId guild)
{
    return Building::forGuild(guild, u"/audit-logs"_s, u"?limit=1"_s);
}

Request member(GuildId guild, UserId user)
{
    Request result = Building::forGuild(guild, u"/members/"_s + user.toString());
    result.route = u"/guilds/{guild.id}/members/{user.id}"_s;
    return result;
}

Request searchMembers(GuildId guild, const QString &text, int limit)
{
    return Building::forGuild(guild, u"/members/search"_s,
                              u"?limit=%1&query="_s.arg(std::clamp(limit, 1, 1000))
                                  + Building::encoded(cleaned(text, 100)));
}

Request roleMemberCounts(GuildId guild)
{
    return Building::forGuild(guild, u"/roles/member-counts"_s);
}

Request postMessage(ChannelId channel, const OutgoingMessage &message)
{
    // Without a nonce a repeated POST would post twice (N-03), and Qt may repeat one without asking.
    Q_ASSERT(!message.nonce.isEmpty());
    Request result = Building::forChannel(channel, u"/messages"_s);
    result.method = "POST"_ba;
    result.retry = RetryClass::MessagePost;
    OutgoingMessage sent = message;
    sent.ephemeral = false; // means something only in an interaction's first answer
    result.body = QJsonDocument(sent.toJson());
    result.attachments = message.attachments;
    return result;
}

Request editMessage(ChannelId channel, MessageId message, const OutgoingMessage &content)
{
    Request result = Building::forChannel(channel, u"/messages/"_s + message.toString());
    result.route = u"/channels/{channel.id}/messages/{message.id}"_s;
    result.method = "PATCH"_ba;
    result.retry = RetryClass::Write;
    result.body = QJsonDocument(content.toJson(true));
    result.attachments = content.attachments;
    return result;
}

Request globalCommands(ApplicationId application)
{
    return Building::get(u"/applications/%1/commands?with_localizations=true"_s.arg(application.toString()),
                         u"/applications/{application.id}/commands"_s);
}

Request overwriteGlobalCommands(ApplicationId application, const QJsonArray &commands)
{
    Request result = Building::request("PUT"_ba, u"/applications/%1/commands"_s.arg(application.toString()),
                                       u"/applications/{application.id}/commands"_s, {}, RetryClass::Write);
    result.body = QJsonDocument(commands);
    return result;
}

Request interactionCallback(InteractionId interaction, const QString &token, const QJsonObject &callback)
{
    Request result = Building::request(
        "POST"_ba, u"/interactions/%1/%2/callback"_s.arg(interaction.toString(), Building::encoded(token)),
        u"/interactions/{interaction.id}/{interaction.token}/callback"_s, interaction.toString(),
        RetryClass::InteractionCallback);
    result.authorised = false;
    result.body = QJsonDocument(callback);
    return result;
}

Request editOriginalResponse(ApplicationId application, const QString &token, const OutgoingMessage &message)
{
    // The bucket of a webhook is its id with its token (N-06).
    Request result = Building::request(
        "PATCH"_ba,
        u"/webhooks/%1/%2/messages/@original"_s.arg(application.toString(), Building::encoded(token)),
        u"/webhooks/{application.id}/{interaction.token}/messages/@original"_s,
        application.toString() + u'/' + token, RetryClass::InteractionEdit);
    result.authorised = false;
    result.body = QJsonDocument(message.toJson(true));
    result.attachments = message.attachments;
    return result;
}

} // namespace Discord::Routes

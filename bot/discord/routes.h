// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/snowflake.h"
#include "bot/discord/outgoing.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QString>
#include <QVector>

#include <optional>

// One function per endpoint used. A Request knows its method, its path below the API base, its rate limit key
// and how it may be repeated, so that RestClient needs no knowledge of endpoints.
namespace Discord {

enum class RetryClass
{
    Get,
    Write,
    MessagePost,
    InteractionCallback,
    InteractionEdit
}; // columns of PROTOCOL N-14

struct Request
{
    QByteArray method;
    QString path; // "/channels/1/messages?limit=100"
    QString
        route; // "/channels/{channel.id}/messages": the template, for buckets and logs (never holds a token)
    QString majorParameter; // the top-level id of the bucket (N-06)
    QJsonDocument body;
    QVector<Attachment> attachments; // sent as multipart with payload_json
    RetryClass retry = RetryClass::Get;
    bool authorised = true; // false: interaction and webhook-token routes carry no Authorization
    QString auditReason;
    MonoMs notAfterMono = 0; // give up after this instant (N-10); 0 = only the general limits
};

namespace Routes {
Request gateway();
Request gatewayBot();
Request currentUser();
Request currentApplication();
Request editCurrentApplication(quint64 flags);
Request guild(GuildId guild);
Request guildWithCounts(GuildId guild);
Request guildChannels(GuildId guild);
Request activeThreads(GuildId guild);
Request archivedThreads(ChannelId channel, bool isPrivate, const QString &beforeIso);
Request channel(ChannelId channel);
Request messagesAfter(ChannelId channel, MessageId after, int limit = 100);
Request auditLog(GuildId guild, AuditEntryId after, std::optional<int> actionType = {}, int limit = 100);
Request newestAuditEntry(GuildId guild);
Request member(GuildId guild, UserId user);
// `text` must not be empty after cleaned(): Discord refuses an empty search.
Request searchMembers(GuildId guild, const QString &text, int limit = 25);
Request roleMemberCounts(GuildId guild);
Request postMessage(ChannelId channel, const OutgoingMessage &message);
Request editMessage(ChannelId channel, MessageId message, const OutgoingMessage &content);
Request globalCommands(ApplicationId application); // with_localizations=true
Request overwriteGlobalCommands(ApplicationId application, const QJsonArray &commands);
Request interactionCallback(InteractionId interaction, const QString &token, const QJsonObject &callback);
Request editOriginalResponse(ApplicationId application, const QString &token, const OutgoingMessage &message);
} // namespace Routes

} // namespace Discord

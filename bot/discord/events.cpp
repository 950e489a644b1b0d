// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/discord/events.h"

#include "bot/discord/json.h"

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace Discord {

namespace {

using ParsedEvent = Result<Event>;

template <class EventType>
ParsedEvent finishedEvent(FieldReader &fields, EventType event)
{
    if (fields.error())
        return *fields.error();
    return Event(std::move(event));
}

ParsedEvent parseReady(const QJsonObject &data)
{
    FieldReader fields(data);
    Ready ready;
    ready.sessionId = fields.requiredText("session_id"_L1);
    ready.resumeUrl = fields.text("resume_gateway_url"_L1);
    ready.self = fields.requiredChild<User>("user"_L1);
    ready.application = ApplicationId::fromJson(fields.object("application"_L1).value("id"_L1));
    for (const QJsonValue &guild : fields.array("guilds"_L1)) {
        if (const GuildId id = GuildId::fromJson(guild["id"_L1]))
            ready.guilds.append(id);
    }
    return finishedEvent(fields, ready);
}

ParsedEvent parseResumed(const QJsonObject &)
{
    return Event(Resumed());
}

ParsedEvent parseGuildCreate(const QJsonObject &data)
{
    Result<Guild> guild = Guild::fromJson(data);
    if (!guild)
        return guild.error();
    return Event(GuildCreate{std::move(guild).value()});
}

ParsedEvent parseGuildUpdate(const QJsonObject &data)
{
    Result<Guild> guild = Guild::fromJson(data);
    if (!guild)
        return guild.error();
    return Event(GuildUpdate{std::move(guild).value()});
}

ParsedEvent parseGuildDelete(const QJsonObject &data)
{
    FieldReader fields(data);
    GuildDelete event;
    event.guild = fields.requiredId<GuildId>("id"_L1);
    event.unavailable = fields.flag("unavailable"_L1);
    return finishedEvent(fields, event);
}

ParsedEvent parseRoleUpsert(const QJsonObject &data)
{
    FieldReader fields(data);
    RoleUpsert event;
    event.guild = fields.requiredId<GuildId>("guild_id"_L1);
    event.role = fields.requiredChild<Role>("role"_L1);
    return finishedEvent(fields, event);
}

ParsedEvent parseRoleDelete(const QJsonObject &data)
{
    FieldReader fields(data);
    RoleDelete event;
    event.guild = fields.requiredId<GuildId>("guild_id"_L1);
    event.role = fields.requiredId<RoleId>("role_id"_L1);
    return finishedEvent(fields, event);
}

template <class EventType>
ParsedEvent parseChannel(const QJsonObject &data)
{
    Result<Channel> channel = Channel::fromJson(data);
    if (!channel)
        return channel.error();
    return Event(EventType{std::move(channel).value()});
}

ParsedEvent parseThreadCreate(const QJsonObject &data)
{
    FieldReader fields(data);
    const bool newlyCreated = fields.flag("newly_created"_L1);
    Result<Channel> thread = Channel::fromJson(data);
    if (!thread)
        return thread.error();
    return finishedEvent(fields, ThreadCreate{std::move(thread).value(), newlyCreated});
}

ParsedEvent parseThreadDelete(const QJsonObject &data)
{
    FieldReader fields(data);
    ThreadDelete event;
    event.guild = fields.requiredId<GuildId>("guild_id"_L1);
    event.thread = fields.requiredId<ChannelId>("id"_L1);
    event.parent = fields.id<ChannelId>("parent_id"_L1);
    return finishedEvent(fields, event);
}

ParsedEvent parseThreadListSync(const QJsonObject &data)
{
    FieldReader fields(data);
    ThreadListSync event;
    event.guild = fields.requiredId<GuildId>("guild_id"_L1);
    event.parents = fields.ids<ChannelId>("channel_ids"_L1);
    event.threads = fields.children<Channel>("threads"_L1);
    for (Channel &thread : event.threads)
        thread.guild = event.guild;
    return finishedEvent(fields, event);
}

ParsedEvent parseMessageCreate(const QJsonObject &data)
{
    Result<Message> message = Message::fromJson(data);
    if (!message)
        return message.error();
    return Event(MessageCreate{std::move(message).value()});
}

ParsedEvent parseMessageDelete(const QJsonObject &data)
{
    FieldReader fields(data);
    MessagesDeleted event;
    event.guild = fields.id<GuildId>("guild_id"_L1);
    event.channel = fields.requiredId<ChannelId>("channel_id"_L1);
    event.ids = {fields.requiredId<MessageId>("id"_L1)};
    return finishedEvent(fields, event);
}

ParsedEvent parseMessageDeleteBulk(const QJsonObject &data)
{
    FieldReader fields(data);
    MessagesDeleted event;
    event.guild = fields.id<GuildId>("guild_id"_L1);
    event.channel = fields.requiredId<ChannelId>("channel_id"_L1);
    event.ids = fields.ids<MessageId>("ids"_L1);
    return finishedEvent(fields, event);
}

ParsedEvent parseMemberUpdate(const QJsonObject &data)
{
    FieldReader fields(data);
    MemberUpdate event;
    event.guild = fields.requiredId<GuildId>("guild_id"_L1);
    fields.requiredChild<User>("user"_L1);
    Result<Member> member = Member::fromJson(data);
    if (!member)
        return member.error();
    event.member = std::move(member).value();
    return finishedEvent(fields, event);
}

ParsedEvent parseMemberRemove(const QJsonObject &data)
{
    FieldReader fields(data);
    MemberRemove event;
    event.guild = fields.requiredId<GuildId>("guild_id"_L1);
    event.user = fields.requiredChild<User>("user"_L1).id;
    return finishedEvent(fields, event);
}

ParsedEvent parseAuditLogEntry(const QJsonObject &data)
{
    FieldReader fields(data);
    AuditLogEntryCreate event;
    event.guild = fields.requiredId<GuildId>("guild_id"_L1);
    Result<AuditEntry> entry = AuditEntry::fromJson(data);
    if (!entry)
        return entry.error();
    event.entry = std::move(entry).value();
    return finishedEvent(fields, event);
}

ParsedEvent parseInteraction(const QJsonObject &data)
{
    Result<Interaction> interaction = Interaction::fromJson(data);
    if (!interaction)
        return interaction.error();
    return Event(InteractionCreate{std::move(interaction).value()});
}

ParsedEvent parseRateLimited(const QJsonObject &data)
{
    // Seconds with decimals. An hour is far beyond what Discord asks for; the bound keeps the sum of times
    // sane.
    const double seconds = data.value("retry_after"_L1).toDouble();
    return Event(
        SendsLimited{qBound<qint64>(0, qint64(std::ceil(qBound(0.0, seconds, 3600.0) * 1000)), HourMs)});
}

using EventParser = ParsedEvent (*)(const QJsonObject &);

EventParser parserOf(const QString &name)
{
    static const QHash<QString, EventParser> parsers = {
        {u"READY"_s, parseReady},
        {u"RESUMED"_s, parseResumed},
        {u"GUILD_CREATE"_s, parseGuildCreate},
        {u"GUILD_UPDATE"_s, parseGuildUpdate},
        {u"GUILD_DELETE"_s, parseGuildDelete},
        {u"GUILD_ROLE_CREATE"_s, parseRoleUpsert},
        {u"GUILD_ROLE_UPDATE"_s, parseRoleUpsert},
        {u"GUILD_ROLE_DELETE"_s, parseRoleDelete},
        {u"CHANNEL_CREATE"_s, parseChannel<ChannelCreate>},
        {u"CHANNEL_UPDATE"_s, parseChannel<ChannelUpdate>},
        {u"CHANNEL_DELETE"_s, parseChannel<ChannelDelete>},
        {u"THREAD_CREATE"_s, parseThreadCreate},
        {u"THREAD_UPDATE"_s, parseChannel<ThreadUpdate>},
        {u"THREAD_DELETE"_s, parseThreadDelete},
        {u"THREAD_LIST_SYNC"_s, parseThreadListSync},
        {u"MESSAGE_CREATE"_s, parseMessageCreate},
        {u"MESSAGE_DELETE"_s, parseMessageDelete},
        {u"MESSAGE_DELETE_BULK"_s, parseMessageDeleteBulk},
        {u"GUILD_MEMBER_UPDATE"_s, parseMemberUpdate},
        {u"GUILD_MEMBER_REMOVE"_s, parseMemberRemove},
        {u"GUILD_AUDIT_LOG_ENTRY_CREATE"_s, parseAuditLogEntry},
        {u"INTERACTION_CREATE"_s, parseInteraction},
        {u"RATE_LIMITED"_s, parseRateLimited},
    };
    return parsers.value(name, nullptr);
}

// What comes with our intents, or without any, and is no news to a bot that counts tickets.
bool isIgnored(const QString &name)
{
    static const QSet<QString> names = {
        u"MESSAGE_UPDATE"_s,
        u"CHANNEL_PINS_UPDATE"_s,
        u"THREAD_MEMBER_UPDATE"_s,
        u"THREAD_MEMBERS_UPDATE"_s,
        u"GUILD_BAN_ADD"_s,
        u"GUILD_BAN_REMOVE"_s,
        u"STAGE_INSTANCE_CREATE"_s,
        u"STAGE_INSTANCE_UPDATE"_s,
        u"STAGE_INSTANCE_DELETE"_s,
        u"USER_UPDATE"_s,
        u"APPLICATION_COMMAND_PERMISSIONS_UPDATE"_s,
    };
    return names.contains(name);
}

// Which channel an event was about, as far as it can be read, so that a gap can be opened for it.
MalformedEvent malformedFrom(const QString &name, const QString &path, const QJsonObject &data)
{
    const bool aboutGuild =
        name == "GUILD_CREATE"_L1 || name == "GUILD_UPDATE"_L1 || name == "GUILD_DELETE"_L1;
    const bool aboutChannel = name.startsWith("CHANNEL_"_L1) || name.startsWith("THREAD_"_L1);
    MalformedEvent event{name, path, {}, {}};
    event.guild = GuildId::fromJson(data.value(aboutGuild ? "id"_L1 : "guild_id"_L1));
    event.channel = ChannelId::fromJson(data.value(aboutChannel ? "id"_L1 : "channel_id"_L1));
    return event;
}

} // namespace

Event parseEvent(const QString &name, const QJsonObject &data)
{
    const EventParser parser = parserOf(name);
    if (!parser)
        return UnknownEvent{sanitised(name.left(100)), isIgnored(name)};
    ParsedEvent parsed = parser(data);
    if (!parsed)
        return malformedFrom(name, parsed.error().detail, data);
    return std::move(parsed).value();
}

} // namespace Discord

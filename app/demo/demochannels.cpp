// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demoworldprivate.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

// DemoWorld's channels, threads and messages.

namespace {
// What ticket bots give the requester: see, write, embed, attach, read back.
constexpr quint64 RequesterPermissions = World::ViewChannel | World::SendMessages | World::EmbedLinks
    | World::AttachFiles | World::ReadMessageHistory;
constexpr int BulkDeleteLimit = 100; // ids in one MESSAGE_DELETE_BULK
} // namespace

void DemoWorld::Private::tellChannel(const QString &event, const World::Channel &channel)
{
    // Channels are told to bots even when they cannot see into them; threads only when they can.
    if (!channel.thread || data.botSees(channel))
        tell(event, data.channelJson(channel), channel.guild, World::Guilds);
}

QSet<quint64> DemoWorld::Private::visibleChannels(quint64 guild) const
{
    QSet<quint64> ids;
    for (const auto &[id, channel] : data.channels) {
        if (channel.guild == guild && data.botSees(channel))
            ids.insert(id);
    }
    return ids;
}

void DemoWorld::Private::syncThreads(quint64 guild, const QSet<quint64> &visibleBefore)
{
    QJsonArray parents;
    QJsonArray threads;
    QJsonArray members;
    for (const World::Channel *channel : data.channelsOf(guild)) {
        if (channel->type == World::Text && data.botSees(*channel) && !visibleBefore.contains(channel->id))
            parents.append(World::idText(channel->id));
    }
    if (parents.isEmpty())
        return;
    for (const World::Channel *thread : data.threadsOf(guild)) {
        if (thread->thread->archived || !data.botSees(*thread)
            || !parents.contains(World::idText(thread->parent)))
            continue;
        threads.append(data.channelJson(*thread));
        if (thread->thread->members.contains(data.bot))
            members.append(data.threadMemberJson(*thread, data.bot));
    }
    tell(u"THREAD_LIST_SYNC"_s,
         {{u"guild_id"_s, World::idText(guild)},
          {u"channel_ids"_s, parents},
          {u"threads"_s, threads},
          {u"members"_s, members}},
         guild, World::Guilds);
}

// -- channels -------------------------------------------------------------------------------------

quint64 DemoWorld::addCategory(quint64 guild, const QString &name)
{
    World::Channel channel;
    channel.id = newId();
    channel.guild = guild;
    channel.type = World::Category;
    channel.name = name;
    const quint64 id = channel.id;
    d->tellChannel(u"CHANNEL_CREATE"_s, d->data.channels.emplace(id, std::move(channel)).first->second);
    return id;
}

quint64 DemoWorld::addChannel(quint64 guild, quint64 category, const QString &name,
                              const DemoChannelOptions &options)
{
    World::Channel channel;
    channel.id = options.id ? options.id : newIdAt(options.atMs ? options.atMs : now());
    channel.guild = guild;
    channel.name = name;
    channel.parent = category;
    if (const World::Channel *const parent = d->data.channel(category))
        channel.overwrites = parent->overwrites;
    if (options.requester != 0)
        channel.overwrites.append(World::Overwrite{options.requester, true, RequesterPermissions, 0});
    const quint64 id = channel.id;
    const World::Channel &made = d->data.channels.emplace(id, std::move(channel)).first->second;
    const QJsonObject json = d->data.channelJson(made);
    // Real entries of a creation name the type, the name and the overwrites, but not the category.
    const World::AuditEntry *const entry =
        d->log(guild, World::ChannelCreate, options.by, id, options.reason,
               {World::change(u"name"_s, QJsonValue::Undefined, name),
                World::change(u"type"_s, QJsonValue::Undefined, made.type),
                World::change(u"permission_overwrites"_s, QJsonValue::Undefined,
                              json.value("permission_overwrites"_L1)),
                World::change(u"nsfw"_s, QJsonValue::Undefined, false),
                World::change(u"rate_limit_per_user"_s, QJsonValue::Undefined, 0),
                World::change(u"flags"_s, QJsonValue::Undefined, 0)},
               options.atMs);
    d->tell(u"CHANNEL_CREATE"_s, json, guild, World::Guilds);
    d->tellLog(guild, entry);
    return id;
}

void DemoWorld::renameChannel(quint64 channel, const QString &name)
{
    World::Channel *const c = d->data.channel(channel);
    if (!c)
        return;
    c->name = name;
    d->tellChannel(c->thread ? u"THREAD_UPDATE"_s : u"CHANNEL_UPDATE"_s, *c);
}

void DemoWorld::moveChannel(quint64 channel, quint64 category, quint64 by, const QString &reason)
{
    World::Channel *const c = d->data.channel(channel);
    if (!c || c->thread)
        return;
    const quint64 before = c->parent;
    c->parent = category;
    const World::AuditEntry *const entry =
        d->log(c->guild, World::ChannelUpdate, by, channel, reason,
               {World::change(u"parent_id"_s, World::idOrNull(before), World::idOrNull(category))});
    d->tellChannel(u"CHANNEL_UPDATE"_s, *c);
    d->tellLog(c->guild, entry);
}

void DemoWorld::deleteChannel(quint64 channel, quint64 by, const QString &reason)
{
    const World::Channel *const c = d->data.channel(channel);
    if (!c)
        return;
    const World::Channel gone = *c;
    const bool seen = d->data.botSees(gone);
    const QJsonObject json = d->data.channelJson(gone);
    const World::AuditEntry *const entry =
        d->log(gone.guild, gone.thread ? World::ThreadDelete : World::ChannelDelete, by, channel, reason,
               {World::change(u"name"_s, gone.name, QJsonValue::Undefined),
                World::change(u"type"_s, gone.type, QJsonValue::Undefined)});
    d->data.channels.erase(channel);
    if (gone.thread) {
        if (seen) {
            d->tell(u"THREAD_DELETE"_s,
                    {{u"id"_s, World::idText(gone.id)},
                     {u"guild_id"_s, World::idText(gone.guild)},
                     {u"parent_id"_s, World::idText(gone.parent)},
                     {u"type"_s, gone.type}},
                    gone.guild, World::Guilds);
        }
    } else {
        d->tell(u"CHANNEL_DELETE"_s, json, gone.guild, World::Guilds);
        QList<quint64> children;
        for (const auto &[id, other] : d->data.channels) {
            if (other.parent == channel)
                children.append(id);
        }
        std::sort(children.begin(), children.end());
        for (const quint64 id : qAsConst(children)) {
            if (gone.type == World::Category) { // its channels stay, without a category
                d->data.channel(id)->parent = 0;
                d->tellChannel(u"CHANNEL_UPDATE"_s, *d->data.channel(id));
            } else {
                d->data.channels.erase(id); // threads go with their channel, without an event of their own
            }
        }
    }
    d->tellLog(gone.guild, entry);
}

void DemoWorld::logChannelDeletion(quint64 guild, quint64 channel, quint64 by, const QString &reason,
                                   qint64 atMs)
{
    d->log(guild, World::ChannelDelete, by, channel, reason, {}, atMs);
}

void DemoWorld::denyBot(quint64 channelOrCategory, quint64 permissions)
{
    World::Channel *const top = d->data.channel(channelOrCategory);
    if (!top)
        return;
    const QSet<quint64> seen = d->visibleChannels(top->guild);
    QList<World::Channel *> affected{top};
    if (top->type == World::Category) {
        for (auto &[id, channel] : d->data.channels) {
            if (channel.parent == top->id)
                affected.append(&channel);
        }
    }
    for (World::Channel *channel : qAsConst(affected)) {
        channel->overwrites.removeIf([this](const World::Overwrite &o) { return o.member && o.id == bot(); });
        if (permissions != 0)
            channel->overwrites.append(World::Overwrite{bot(), true, 0, permissions});
        d->tellChannel(u"CHANNEL_UPDATE"_s, *channel);
    }
    d->syncThreads(top->guild, seen);
}

// -- threads --------------------------------------------------------------------------------------

quint64 DemoWorld::addThread(quint64 guild, quint64 channel, const QString &name, bool isPrivate,
                             const DemoChannelOptions &options)
{
    const qint64 at = options.atMs ? options.atMs : now();
    World::Channel thread;
    thread.id = newIdAt(at);
    thread.guild = guild;
    thread.type = isPrivate ? World::PrivateThread : World::PublicThread;
    thread.name = name;
    thread.parent = channel;
    thread.thread = World::Thread{options.by ? options.by : owner(guild), false, false, at, at, {}};
    thread.thread->members.insert(thread.thread->owner);
    if (options.requester != 0)
        thread.thread->members.insert(options.requester);
    const quint64 id = thread.id;
    const World::Channel &made = d->data.channels.emplace(id, std::move(thread)).first->second;
    const World::AuditEntry *const entry =
        d->log(guild, World::ThreadCreate, options.by, id, options.reason,
               {World::change(u"name"_s, QJsonValue::Undefined, name),
                World::change(u"type"_s, QJsonValue::Undefined, made.type),
                World::change(u"archived"_s, QJsonValue::Undefined, false),
                World::change(u"locked"_s, QJsonValue::Undefined, false),
                World::change(u"auto_archive_duration"_s, QJsonValue::Undefined, 1440)},
               options.atMs);
    if (d->data.botSees(made)) {
        QJsonObject json = d->data.channelJson(made);
        json.insert(u"newly_created"_s, true);
        d->tell(u"THREAD_CREATE"_s, json, guild, World::Guilds);
    }
    d->tellLog(guild, entry);
    return id;
}

void DemoWorld::addThreadMember(quint64 thread, quint64 user)
{
    World::Channel *const c = d->data.channel(thread);
    if (!c || !c->thread || c->thread->members.contains(user))
        return;
    c->thread->members.insert(user);
    if (user == bot()) // being added always brings the thread itself (topics/threads, "Gaining Access")
        d->tell(u"THREAD_CREATE"_s, d->data.channelJson(*c), c->guild, World::Guilds);
    d->tell(u"THREAD_MEMBERS_UPDATE"_s,
            {{u"id"_s, World::idText(thread)},
             {u"guild_id"_s, World::idText(c->guild)},
             {u"member_count"_s, int(c->thread->members.size())},
             {u"added_members"_s, QJsonArray{d->data.threadMemberJson(*c, user)}}},
            c->guild, user == bot() ? World::Guilds : World::GuildMembers);
}

void DemoWorld::setThreadState(quint64 thread, bool archived, bool locked, quint64 by)
{
    World::Channel *const c = d->data.channel(thread);
    if (!c || !c->thread)
        return;
    QJsonArray changes;
    if (c->thread->archived != archived)
        changes.append(World::change(u"archived"_s, c->thread->archived, archived));
    if (c->thread->locked != locked)
        changes.append(World::change(u"locked"_s, c->thread->locked, locked));
    if (c->thread->archived != archived)
        c->thread->archiveMs = now();
    c->thread->archived = archived;
    c->thread->locked = locked;
    const World::AuditEntry *const entry = d->log(c->guild, World::ThreadUpdate, by, thread, {}, changes);
    d->tellChannel(u"THREAD_UPDATE"_s, *c);
    d->tellLog(c->guild, entry);
}

// -- messages -------------------------------------------------------------------------------------

quint64 DemoWorld::addMessage(quint64 channel, quint64 author, const DemoMessageOptions &options)
{
    World::Channel *const c = d->data.channel(channel);
    if (!c)
        return 0;
    World::Message message;
    message.id = newIdAt(options.atMs ? options.atMs : now());
    message.channel = channel;
    message.author = author;
    if (options.webhook)
        message.webhookName = u"Webhook"_s;
    message.type = options.type;
    message.content = options.content;
    message.mentions = options.mentions;
    message.embeds = options.embeds;
    if (options.type == 19)
        message.reference = c->lastMessage;
    if (options.silent) {
        c->lastMessage = std::max(c->lastMessage, message.id);
        c->messages.emplace(message.id, message);
    } else {
        storeMessage(message);
    }
    return message.id;
}

void DemoWorld::storeMessage(World::Message message)
{
    World::Channel *const c = d->data.channel(message.channel);
    if (!c)
        return;
    if (c->thread && c->thread->archived && !c->thread->locked)
        setThreadState(c->id, false, false); // writing wakes a thread
    c->lastMessage = std::max(c->lastMessage, message.id);
    const World::Message &stored = c->messages.insert_or_assign(message.id, std::move(message)).first->second;
    if (d->anyoneListens() && d->data.botSees(*c))
        d->tell(u"MESSAGE_CREATE"_s, d->data.gatewayMessageJson(stored), c->guild, World::GuildMessages);
}

void DemoWorld::replaceMessage(const World::Message &message)
{
    World::Channel *const c = d->data.channel(message.channel);
    if (!c || !c->messages.count(message.id))
        return;
    c->messages[message.id] = message;
    if (d->data.botSees(*c))
        d->tell(u"MESSAGE_UPDATE"_s, d->data.gatewayMessageJson(message), c->guild, World::GuildMessages);
}

void DemoWorld::deleteMessages(quint64 channel, const QList<quint64> &messages)
{
    World::Channel *const c = d->data.channel(channel);
    if (!c)
        return;
    QJsonArray gone;
    for (const quint64 id : messages) {
        if (c->messages.erase(id) != 0)
            gone.append(World::idText(id));
    }
    if (!d->data.botSees(*c))
        return;
    const QJsonObject where{{u"channel_id"_s, World::idText(channel)},
                            {u"guild_id"_s, World::idText(c->guild)}};
    if (gone.size() == 1) {
        QJsonObject json = where;
        json.insert(u"id"_s, gone.first());
        return d->tell(u"MESSAGE_DELETE"_s, json, c->guild, World::GuildMessages);
    }
    while (!gone.isEmpty()) {
        QJsonArray page;
        while (!gone.isEmpty() && page.size() < BulkDeleteLimit)
            page.append(gone.takeAt(0));
        QJsonObject json = where;
        json.insert(u"ids"_s, page);
        d->tell(u"MESSAGE_DELETE_BULK"_s, json, c->guild, World::GuildMessages);
    }
}

// -- reading --------------------------------------------------------------------------------------

QJsonObject DemoWorld::channelJson(quint64 channel) const
{
    const World::Channel *const c = d->data.channel(channel);
    return c ? d->data.channelJson(*c) : QJsonObject();
}

QJsonArray DemoWorld::messagesJson(quint64 channel) const
{
    QJsonArray result;
    if (const World::Channel *const c = d->data.channel(channel)) {
        for (const auto &[id, message] : c->messages)
            result.append(d->data.messageJson(message));
    }
    return result;
}

quint64 DemoWorld::guildOf(quint64 channel) const
{
    const World::Channel *const c = d->data.channel(channel);
    return c ? c->guild : 0;
}

quint64 DemoWorld::permissionsIn(quint64 user, quint64 channel) const
{
    const World::Channel *const c = d->data.channel(channel);
    return c ? d->data.permissionsIn(user, *c) : 0;
}

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/tickets/guildview.h"

#include <algorithm>
#include <utility>

namespace GuildEvents {

// Bounds for what is only remembered for convenience: a flood must not grow the process.
constexpr qsizetype MaxSeen = 50000;
constexpr qsizetype MaxDeleted = 100000;

template <class Event>
GuildId guildIn(const Event &event)
{
    if constexpr (requires { event.guild.id; })
        return event.guild.id;
    else if constexpr (requires { event.guild; })
        return event.guild;
    else if constexpr (requires { event.channel.guild; })
        return event.channel.guild;
    else if constexpr (requires { event.thread.guild; })
        return event.thread.guild;
    else if constexpr (requires { event.message.guild; })
        return event.message.guild;
    else if constexpr (requires { event.interaction.guild; })
        return event.interaction.guild;
    else
        return {};
}

// What is left out or null says nothing (PROTOCOL R-06): no server is without a name and an owner.
void update(Discord::Guild &known, const Discord::Guild &told)
{
    const Discord::Guild before = std::exchange(known, told);
    if (!known.owner)
        known.owner = before.owner;
    if (known.name.isEmpty())
        known.name = before.name;
}

} // namespace GuildEvents

GuildId guildOf(const Discord::Event &event)
{
    return std::visit([](const auto &e) { return GuildEvents::guildIn(e); }, event);
}

void GuildView::apply(const Discord::Event &event)
{
    if (guildOf(event) == m_id)
        std::visit([this](const auto &e) { applyEvent(e); }, event);
}

void GuildView::applyEvent(const Discord::GuildCreate &event)
{
    if (event.guild.unavailable)
        return;
    GuildEvents::update(m_guild, event.guild);
    m_channels.clear();
    for (const Discord::Channel &channel : event.guild.channels)
        put(channel);
    for (const Discord::Channel &thread : event.guild.threads)
        putThread(thread);
    for (const Discord::Member &member : event.guild.members)
        seeMember(member);
    m_guild.channels.clear();
    m_guild.threads.clear();
    m_guild.members.clear();
    m_available = true;
    m_everAvailable = true;
}

void GuildView::applyEvent(const Discord::GuildUpdate &event)
{
    const QVector<Discord::Role> roles = m_guild.roles;
    const int memberCount = m_guild.memberCount;
    GuildEvents::update(m_guild, event.guild);
    m_guild.channels.clear();
    m_guild.threads.clear();
    m_guild.members.clear();
    if (m_guild.roles.isEmpty())
        m_guild.roles = roles;
    if (m_guild.memberCount == 0)
        m_guild.memberCount = memberCount;
}

void GuildView::applyEvent(const Discord::GuildDelete &)
{
    // An outage or the bot's removal: everything known stays.
    m_available = false;
}

void GuildView::applyEvent(const Discord::RoleUpsert &event)
{
    const auto role = std::find_if(m_guild.roles.begin(), m_guild.roles.end(),
                                   [&event](const Discord::Role &r) { return r.id == event.role.id; });
    if (role == m_guild.roles.end())
        m_guild.roles.append(event.role);
    else
        *role = event.role;
}

void GuildView::applyEvent(const Discord::RoleDelete &event)
{
    m_guild.roles.removeIf([&event](const Discord::Role &r) { return r.id == event.role; });
    m_ownRoles.removeAll(event.role);
}

void GuildView::applyEvent(const Discord::ChannelCreate &event)
{
    // A channel is created once: when it is known already, this event is late and an update has overtaken it.
    if (!m_channels.contains(event.channel.id))
        put(event.channel);
}

void GuildView::applyEvent(const Discord::ChannelUpdate &event)
{
    put(event.channel);
}

void GuildView::applyEvent(const Discord::ChannelDelete &event)
{
    remove(event.channel.id);
    // Its threads go with it, and Discord sends no event of their own.
    const auto threads = m_channels.values();
    for (const Discord::Channel &thread : threads) {
        if (thread.isThread() && thread.parent == event.channel.id)
            remove(thread.id);
    }
}

void GuildView::applyEvent(const Discord::ThreadCreate &event)
{
    if (!m_channels.contains(event.thread.id))
        putThread(event.thread);
}

void GuildView::applyEvent(const Discord::ThreadUpdate &event)
{
    putThread(event.thread);
}

void GuildView::applyEvent(const Discord::ThreadDelete &event)
{
    remove(event.thread);
}

void GuildView::applyEvent(const Discord::ThreadListSync &event)
{
    // The active threads of those channels; archived ones that we know of are not in the list and stay
    //
    const auto known = m_channels.values();
    for (const Discord::Channel &thread : known) {
        if (thread.isThread() && !thread.thread->archived
            && (event.parents.isEmpty() || event.parents.contains(thread.parent)))
            m_channels.remove(thread.id);
    }
    for (const Discord::Channel &thread : event.threads)
        putThread(thread);
}

void GuildView::applyEvent(const Discord::MessageCreate &event)
{
    const Discord::Message &message = event.message;
    if (!message.webhook)
        see(message.author, {}, message.memberRoles);
    const auto channel = m_channels.find(message.channel);
    if (channel != m_channels.end())
        channel->lastMessage = std::max(channel->lastMessage, message.id);
}

void GuildView::applyEvent(const Discord::MemberUpdate &event)
{
    seeMember(event.member);
}

void GuildView::put(Discord::Channel channel)
{
    if (m_deleted.contains(channel.id))
        return;
    channel.guild = m_id;
    if (const Discord::Channel *known = this->channel(channel.id))
        channel.lastMessage = std::max(channel.lastMessage, known->lastMessage);
    m_channels.insert(channel.id, std::move(channel));
}

void GuildView::putThread(const Discord::Channel &thread)
{
    const Discord::Channel *known = channel(thread.id);
    // archive_timestamp orders the states of a thread, whatever the order of the events.
    const bool stale = known && known->thread && thread.thread
        && thread.thread->archiveTimestampMs < known->thread->archiveTimestampMs;
    if (!stale)
        put(thread);
}

void GuildView::remove(ChannelId channel)
{
    m_channels.remove(channel);
    if (m_deleted.size() >= GuildEvents::MaxDeleted)
        m_deleted.clear(); // far older than any late event
    m_deleted.insert(channel);
}

void GuildView::see(const Discord::User &user, const QString &nick,
                    const std::optional<QVector<RoleId>> &roles)
{
    if (!user.id)
        return;
    if (m_seen.size() >= GuildEvents::MaxSeen && !m_seen.contains(user.id))
        m_seen.erase(m_seen.begin());
    Seen &seen = m_seen[user.id];
    const QString name = nick.isEmpty() ? user.displayName() : nick;
    if (!name.isEmpty())
        seen.name = name;
    seen.bot = user.bot;
    if (roles)
        seen.roles = roles;
    if (user.id == m_self && roles)
        m_ownRoles = *roles;
}

void GuildView::seeMember(const Discord::Member &member)
{
    see(member.user, member.nick, member.roles);
}

const Discord::Channel *GuildView::channel(ChannelId id) const
{
    const auto found = m_channels.constFind(id);
    return found == m_channels.cend() ? nullptr : &*found;
}

const Discord::Role *GuildView::role(RoleId id) const
{
    const auto found = std::find_if(m_guild.roles.cbegin(), m_guild.roles.cend(),
                                    [id](const Discord::Role &r) { return r.id == id; });
    return found == m_guild.roles.cend() ? nullptr : &*found;
}

QVector<NamedRole> GuildView::namedRoles() const
{
    QVector<NamedRole> roles;
    for (const Discord::Role &role : m_guild.roles)
        roles.append({role.id, role.name});
    return roles;
}

QVector<NamedCategory> GuildView::namedCategories() const
{
    QVector<Discord::Channel> categories;
    for (const Discord::Channel &channel : m_channels) {
        if (channel.type == Discord::ChannelType::Category)
            categories.append(channel);
    }
    // As Discord's own list orders them.
    std::sort(categories.begin(), categories.end(), [](const auto &a, const auto &b) {
        return std::pair(a.position, a.id) < std::pair(b.position, b.id);
    });
    QVector<NamedCategory> named;
    for (const Discord::Channel &channel : std::as_const(categories))
        named.append({channel.id, channel.name});
    return named;
}

ChannelId GuildView::categoryOf(const Discord::Channel &of) const
{
    if (!of.isThread())
        return of.parent;
    const Discord::Channel *parent = channel(of.parent);
    return parent ? parent->parent : ChannelId();
}

Discord::Permissions GuildView::ownPermissions(ChannelId id) const
{
    const Discord::Channel *of = channel(id);
    if (of && of->isThread())
        of = channel(of->parent);
    return of ? Discord::channelPermissions(m_guild, *of, m_self, m_ownRoles) : 0;
}

Discord::Permissions GuildView::ownGuildPermissions() const
{
    return Discord::guildPermissions(m_guild, m_self, m_ownRoles);
}

QString GuildView::nameOf(UserId user) const
{
    const auto found = m_seen.constFind(user);
    return found == m_seen.cend() ? QString() : found->name;
}

std::optional<bool> GuildView::isBot(UserId user) const
{
    if (user == m_self || m_config.ticketBots.contains(user))
        return true;
    const auto found = m_seen.constFind(user);
    return found == m_seen.cend() ? std::nullopt : found->bot;
}

std::optional<QVector<RoleId>> GuildView::rolesOf(UserId user) const
{
    const auto found = m_seen.constFind(user);
    return found == m_seen.cend() ? std::nullopt : found->roles;
}

bool GuildView::isClosedCategory(ChannelId category) const
{
    return m_config.closedCategories.contains(category) && !m_config.ticketCategories.contains(category);
}

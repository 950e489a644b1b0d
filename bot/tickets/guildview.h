// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/discord/events.h"
#include "bot/tickets/config.h"

#include <QHash>
#include <QSet>

#include <optional>

// The server an event is about; 0 for events about none.
GuildId guildOf(const Discord::Event &event);

// What one server looks like now: the bot thread's cache, fed by events, read by tracker, commands and permission checks.
// No clock, no SQL, no socket. Losing sight of a channel is not a deletion (PROTOCOL A-04).
class GuildView
{
public:
    explicit GuildView(GuildId id = {}) : m_id(id) { }

    // Applies one event of this server; events of others are ignored.
    void apply(const Discord::Event &event);
    void setConfig(GuildConfig config) { m_config = std::move(config); }

    GuildId id() const { return m_id; }
    bool available() const { return m_available; } // GUILD_CREATE seen and no outage since
    bool everAvailable() const { return m_everAvailable; }
    const Discord::Guild &guild() const
    {
        return m_guild;
    } // roles and properties; channels() has the channels
    const GuildConfig &config() const { return m_config; }
    const QHash<ChannelId, Discord::Channel> &channels() const { return m_channels; } // threads included
    const Discord::Channel *channel(ChannelId id) const;
    const Discord::Role *role(RoleId id) const;
    QVector<NamedRole> namedRoles() const;
    QVector<NamedCategory> namedCategories() const;
    // The category a channel or thread stands in; 0 = none.
    ChannelId categoryOf(const Discord::Channel &channel) const;
    const QVector<RoleId> &ownRoles() const { return m_ownRoles; }
    void setSelf(UserId self) { m_self = self; }
    Discord::Permissions ownPermissions(ChannelId channel) const; // a thread's are its parent's
    Discord::Permissions ownGuildPermissions() const;
    QString nameOf(UserId user) const; // last display name seen; empty when never seen
    // What messages and member events showed of a person: nothing when never seen.
    std::optional<bool> isBot(UserId user) const;
    std::optional<QVector<RoleId>> rolesOf(UserId user) const; // the newest ones seen
    UserId self() const { return m_self; }
    bool wasDeleted(ChannelId channel) const { return m_deleted.contains(channel); }
    bool isTicketCategory(ChannelId category) const { return m_config.ticketCategories.contains(category); }
    // A category that is in both lists holds tickets.
    bool isClosedCategory(ChannelId category) const;

private:
    struct Seen
    {
        QString name;
        std::optional<bool> bot;
        std::optional<QVector<RoleId>> roles;
    };

    void applyEvent(const Discord::GuildCreate &event);
    void applyEvent(const Discord::GuildUpdate &event);
    void applyEvent(const Discord::GuildDelete &event);
    void applyEvent(const Discord::RoleUpsert &event);
    void applyEvent(const Discord::RoleDelete &event);
    void applyEvent(const Discord::ChannelCreate &event);
    void applyEvent(const Discord::ChannelUpdate &event);
    void applyEvent(const Discord::ChannelDelete &event);
    void applyEvent(const Discord::ThreadCreate &event);
    void applyEvent(const Discord::ThreadUpdate &event);
    void applyEvent(const Discord::ThreadDelete &event);
    void applyEvent(const Discord::ThreadListSync &event);
    void applyEvent(const Discord::MessageCreate &event);
    void applyEvent(const Discord::MemberUpdate &event);
    template <class Other>
    void applyEvent(const Other &)
    { }

    void put(Discord::Channel channel);
    void putThread(const Discord::Channel &thread);
    void remove(ChannelId channel);
    void see(const Discord::User &user, const QString &nick, const std::optional<QVector<RoleId>> &roles);
    void seeMember(const Discord::Member &member);

    GuildId m_id;
    UserId m_self;
    bool m_available = false;
    bool m_everAvailable = false;
    Discord::Guild m_guild;
    QHash<ChannelId, Discord::Channel> m_channels;
    QSet<ChannelId> m_deleted; // ids never come back: late events must not revive a channel
    QVector<RoleId> m_ownRoles;
    QHash<UserId, Seen> m_seen;
    GuildConfig m_config;
};

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/discord/events.h"
#include "bot/tickets/config.h"

#include <QHash>

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
    const Discord::Guild &guild() const { return m_guild; } // roles and properties; channels() has the channels
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

private:
    GuildId m_id;
    UserId m_self;
    bool m_available = false;
    bool m_everAvailable = false;
    Discord::Guild m_guild;
    QHash<ChannelId, Discord::Channel> m_channels;
    QVector<RoleId> m_ownRoles;
    QHash<UserId, QString> m_names;
    GuildConfig m_config;
};

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/commands/commandservices.h"

#include <algorithm>

const GuildView &CommandServices::view(GuildId guild) const
{
    static const GuildView Unknown;
    const GuildView *view = environment.guild ? environment.guild(guild) : nullptr;
    return view ? *view : Unknown;
}

KnownCategories CommandServices::knownCategories(GuildId guild) const
{
    const GuildView &server = view(guild);
    const TicketTracker *tracker = environment.tracker ? environment.tracker(guild) : nullptr;
    KnownCategories known;
    QVector<ChannelId> configured = server.config().ticketCategories;
    const auto position = [&](ChannelId id) {
        const Discord::Channel *channel = server.channel(id);
        return channel ? channel->position : INT_MAX;
    };
    std::stable_sort(configured.begin(), configured.end(),
                     [&](ChannelId a, ChannelId b) { return position(a) < position(b); });
    for (const ChannelId id : configured) {
        const Discord::Channel *channel = server.channel(id);
        const QString name = channel ? channel->name : server.config().categoryNames.value(id);
        known.append(
            {{.all = false, .id = id, .name = name}, name, tracker ? tracker->openCount(id) : 0, true});
    }
    for (const CategoryRow &row : categories.value(guild)) {
        if (row.id && !configured.contains(row.id))
            known.append({{.all = false, .id = row.id, .name = row.name}, row.name, 0, false});
    }
    return known;
}

void CommandServices::rememberCommit(const ChangeSet &changes)
{
    for (const GuildId guild : changes.guilds)
        ++commits[guild];
    if (changes.guilds.isEmpty()) {
        for (quint64 &count : commits)
            ++count;
    }
    if (!changes.config && !changes.wiped)
        return;
    if (changes.guilds.isEmpty())
        reloadCategories({});
    for (const GuildId guild : changes.guilds)
        reloadCategories(guild);
}

void CommandServices::reloadCategories(GuildId only)
{
    if (!environment.storage)
        return;
    using ByGuild = QHash<GuildId, QVector<CategoryRow>>;
    environment.storage->read(
        home,
        [only](const Reader &reader) {
            ByGuild result;
            if (only) {
                result.insert(only, reader.categories(only));
                return result;
            }
            const QVector<GuildInfo> guilds = reader.guilds();
            for (const GuildInfo &guild : guilds)
                result.insert(guild.id, reader.categories(guild.id));
            return result;
        },
        [this](ByGuild result) { categories.insert(result); });
}

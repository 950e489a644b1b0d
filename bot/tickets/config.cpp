// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/tickets/config.h"

#include "bot/base/logging.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ConfigNames {

constexpr Setting AllSettings[] = {
    Setting::SupportRoles,     Setting::StatsRoles,       Setting::DatabaseRoles, Setting::AccessRoles,
    Setting::TicketCategories, Setting::ClosedCategories, Setting::TicketBots};

// Ids of Discord have 17 digits or more. What looks like one never matches a name, so that nobody gains a
// right by naming a role like an id; shorter numbers may be names.
constexpr qsizetype IdDigits = 17;

bool looksLikeId(const QString &entry)
{
    return entry.size() >= IdDigits && snowflakeFromText(entry);
}

QStringList splitEntries(const QString &text)
{
    QStringList entries;
    const QStringList parts = text.split(u',');
    for (const QString &part : parts) {
        const QString entry = part.trimmed();
        if (!entry.isEmpty() && !entries.contains(entry))
            entries.append(entry);
    }
    return entries;
}

enum class Fit
{
    None,
    One,
    Many
};

template <class Named>
struct Match
{
    Fit fit = Fit::None;
    Named found = {};
};

template <class Named>
Match<Named> matchName(const QString &name, const QVector<Named> &all)
{
    for (const Qt::CaseSensitivity sensitivity : {Qt::CaseSensitive, Qt::CaseInsensitive}) {
        Match<Named> match;
        for (const Named &one : all) {
            if (one.name.trimmed().compare(name, sensitivity) != 0)
                continue;
            match = {match.fit == Fit::None ? Fit::One : Fit::Many, one};
        }
        if (match.fit != Fit::None)
            return match;
    }
    return {};
}

// The id an entry stands for. `missing`: an id that this server does not have, which is no problem of this
// server.
template <class Named>
Match<Named> matchEntry(const QString &entry, const QVector<Named> &all, bool &missing)
{
    missing = false;
    if (const auto id = snowflakeFromText(entry)) {
        for (const Named &one : all) {
            if (one.id.value == *id)
                return {Fit::One, one};
        }
        if (looksLikeId(entry)) {
            missing = true;
            return {};
        }
    }
    return matchName(entry, all);
}

// TICKET_CATEGORIES also takes the Python bot's `key=Name`; a name that holds "=" itself is tried first.
template <class Named>
Match<Named> matchKeyed(const QString &entry, const QVector<Named> &all, bool &missing)
{
    const Match<Named> whole = matchEntry(entry, all, missing);
    const qsizetype equals = entry.indexOf(u'=');
    if (whole.fit != Fit::None || missing || equals < 0)
        return whole;
    return matchEntry(entry.mid(equals + 1).trimmed(), all, missing);
}

GuildConfig::Problem roleProblem(Setting setting, const QString &entry, Fit fit)
{
    if (fit == Fit::None)
        return {setting, entry, u"No role named “%1”."_s.arg(entry)};
    return {setting, entry, u"More than one role is named “%1”; use the role's ID."_s.arg(entry)};
}

GuildConfig::Problem categoryProblem(Setting setting, const QString &entry, Fit fit)
{
    if (fit == Fit::None)
        return {setting, entry, u"No category named “%1”."_s.arg(entry)};
    return {setting, entry, u"More than one category is named “%1”; use the category's ID."_s.arg(entry)};
}

class Resolver
{
public:
    Resolver(const EnvironmentSettings &environment, const QVector<NamedRole> &roles,
             const QVector<NamedCategory> &categories, GuildConfig &config)
        : m_environment(environment), m_roles(roles), m_categories(categories), m_config(config)
    { }

    void setRoles(Setting setting, QSet<RoleId> &target)
    {
        if (!takes(setting))
            return;
        target.clear();
        for (const QString &entry : m_environment.lists.value(setting)) {
            bool missing = false;
            const auto match = matchEntry(entry, m_roles, missing);
            if (match.fit == Fit::One)
                target.insert(match.found.id);
            else if (!missing)
                m_config.problems.append(roleProblem(setting, entry, match.fit));
        }
    }

    void setCategories(Setting setting, QVector<ChannelId> &target)
    {
        if (!takes(setting))
            return;
        target.clear();
        for (const QString &entry : m_environment.lists.value(setting)) {
            bool missing = false;
            const auto match = matchKeyed(entry, m_categories, missing);
            if (match.fit == Fit::One && !target.contains(match.found.id))
                target.append(match.found.id);
            else if (match.fit != Fit::One && !missing)
                m_config.problems.append(categoryProblem(setting, entry, match.fit));
        }
    }

    void setBots(Setting setting, QVector<UserId> &target)
    {
        if (!takes(setting))
            return;
        target.clear();
        for (const QString &entry : m_environment.lists.value(setting)) {
            const UserId bot = UserId::fromText(entry);
            if (bot && !target.contains(bot))
                target.append(bot);
            else if (!bot)
                m_config.problems.append({setting, entry, u"“%1” is not a user ID."_s.arg(entry)});
        }
    }

private:
    bool takes(Setting setting)
    {
        if (!m_environment.has(setting))
            return false;
        m_config.fixedByEnvironment.insert(setting);
        return true;
    }

    const EnvironmentSettings &m_environment;
    const QVector<NamedRole> &m_roles;
    const QVector<NamedCategory> &m_categories;
    GuildConfig &m_config;
};

} // namespace ConfigNames

QString environmentName(Setting setting)
{
    switch (setting) {
    case Setting::SupportRoles:
        return u"SUPPORT_ROLES"_s;
    case Setting::StatsRoles:
        return u"STATS_ALLOWED_ROLES"_s;
    case Setting::DatabaseRoles:
        return u"DATABASE_PERMS"_s;
    case Setting::AccessRoles:
        return u"MANAGE_USER_PERMS"_s;
    case Setting::TicketCategories:
        return u"TICKET_CATEGORIES"_s;
    case Setting::ClosedCategories:
        return u"CLOSED_CATEGORIES"_s;
    case Setting::TicketBots:
        return u"TICKET_BOTS"_s;
    }
    return {};
}

EnvironmentSettings EnvironmentSettings::fromEnvironment(const std::function<QString(const QString &)> &read)
{
    EnvironmentSettings settings;
    for (const Setting setting : ConfigNames::AllSettings) {
        const QString text = read(environmentName(setting));
        // Service files often carry empty variables: they do not mean "nobody".
        if (!text.trimmed().isEmpty())
            settings.lists.insert(setting, ConfigNames::splitEntries(text));
    }
    const QStringList guilds = ConfigNames::splitEntries(read(u"DISCORD_GUILDS"_s));
    for (const QString &entry : guilds) {
        // An entry that is no id serves no server; it must not turn into "every server".
        const GuildId guild = GuildId::fromText(entry);
        if (!guild)
            qCWarning(lcBot).noquote() << u"DISCORD_GUILDS: “%1” is no server ID."_s.arg(entry);
        if (!settings.guilds.contains(guild))
            settings.guilds.append(guild);
    }
    return settings;
}

Targets StoredConfig::targets() const
{
    Targets targets(firstResponseTargetMs);
    targets.resolutionMs = resolutionTargetMs;
    targets.byCategory = categoryTargets;
    return targets;
}

QTimeZone StoredConfig::zone() const
{
    const QTimeZone known(timeZone);
    return known.isValid() ? known : QTimeZone::utc();
}

WorkingHours StoredConfig::workingHours() const
{
    return {workingWeek, holidays, zone()};
}

GuildConfig resolveConfig(const EnvironmentSettings &environment, const StoredConfig &stored,
                          const QVector<NamedRole> &roles, const QVector<NamedCategory> &categories)
{
    GuildConfig config;
    static_cast<StoredConfig &>(config) = stored;
    ConfigNames::Resolver resolver(environment, roles, categories, config);
    resolver.setRoles(Setting::SupportRoles, config.supportRoles);
    resolver.setRoles(Setting::StatsRoles, config.statsRoles);
    resolver.setRoles(Setting::DatabaseRoles, config.databaseRoles);
    resolver.setRoles(Setting::AccessRoles, config.accessRoles);
    resolver.setCategories(Setting::TicketCategories, config.ticketCategories);
    resolver.setCategories(Setting::ClosedCategories, config.closedCategories);
    resolver.setBots(Setting::TicketBots, config.ticketBots);
    for (const NamedCategory &category : categories) {
        if (config.ticketCategories.contains(category.id) || config.closedCategories.contains(category.id))
            config.categoryNames.insert(category.id, category.name);
    }
    return config;
}

QStringList unknownIds(const EnvironmentSettings &environment, const QSet<quint64> &known)
{
    QStringList lines;
    for (const Setting setting : ConfigNames::AllSettings) {
        if (setting == Setting::TicketBots)
            continue; // any user may be a bot that was not seen yet
        for (const QString &entry : environment.lists.value(setting)) {
            const QString part = entry.mid(entry.indexOf(u'=') + 1).trimmed();
            const auto id = snowflakeFromText(part);
            if (id && ConfigNames::looksLikeId(part) && !known.contains(*id))
                lines.append(environmentName(setting) + u": "_s + part);
        }
    }
    return lines;
}

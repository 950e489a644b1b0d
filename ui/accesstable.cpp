// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accesstable.h"

#include "bot/commands/accesspolicy.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

std::optional<Access> unlockedBy(Setting setting)
{
    switch (setting) {
    case Setting::SupportRoles:
        return Access::Staff;
    case Setting::StatsRoles:
        return Access::Statistics;
    case Setting::DatabaseRoles:
        return Access::Database;
    case Setting::AccessRoles:
        return Access::ManageUsers;
    default:
        return {};
    }
}

QStringList commandsOf(Setting setting)
{
    QStringList commands;
    for (const CommandSpec &spec : commandTable()) {
        if (unlockedBy(setting) == spec.access)
            commands.append(u'/' + QLatin1String(spec.name));
    }
    return commands;
}

bool isDangerous(Setting setting)
{
    return setting == Setting::DatabaseRoles || setting == Setting::AccessRoles;
}

class AccessRows
{
public:
    explicit AccessRows(const AccessInput &input) : m_input(input)
    {
        m_table.columns = accessColumns(input.environment);
        m_table.removed = input.removed;
    }

    AccessTable take()
    {
        addOwner();
        for (const Discord::Role &role : m_input.names.roles) {
            if (!m_input.names.isEveryone(role.id))
                addRole(role);
        }
        addEveryone();
        addUnknown();
        return m_table;
    }

private:
    void fillCells(AccessRow &row) const
    {
        for (int i = 0; i < AccessColumnCount; ++i) {
            const AccessColumn &column = m_table.columns[size_t(i)];
            AccessCell &cell = row.cells[size_t(i)];
            cell.on = entriesOf(m_input.shown, column.setting).contains(row.id);
            cell.changed =
                !column.fixed && cell.on != entriesOf(m_input.stored, column.setting).contains(row.id);
            cell.editable = !column.fixed && !m_input.removed;
            cell.known = !column.fixed || m_input.inForce;
            cell.risky = row.kind == AccessRow::Kind::Everyone && cell.on && isDangerous(column.setting);
        }
    }
    bool hasAny(const AccessRow &row) const
    {
        return std::any_of(row.cells.cbegin(), row.cells.cend(),
                           [](const AccessCell &c) { return c.on || c.changed; });
    }
    bool matches(const QString &name) const
    {
        return m_input.search.isEmpty() || name.contains(m_input.search, Qt::CaseInsensitive);
    }

    void addOwner()
    {
        AccessRow row;
        row.kind = AccessRow::Kind::Owner;
        row.id = m_input.names.owner.value;
        row.name = m_input.names.ownerName.isEmpty()
            ? SettingsWords::tr("Server owner")
            : SettingsWords::tr("Server owner (%1)").arg(m_input.names.ownerName);
        for (AccessCell &cell : row.cells)
            cell.on = true;
        row.cells[0].on = false; // M-05: owning a server does not make anybody staff
        if (matches(row.name))
            m_table.rows.append(row);
    }
    void addRole(const Discord::Role &role)
    {
        AccessRow row;
        row.id = role.id.value;
        row.name = u'@' + role.name;
        row.colour = role.colour;
        row.members = m_input.memberCounts.value(role.id, -1);
        row.integration = role.managed;
        fillCells(row);
        if (matches(row.name) && (!role.managed || m_input.integrations || hasAny(row)))
            m_table.rows.append(row);
    }
    void addEveryone()
    {
        AccessRow row;
        row.kind = AccessRow::Kind::Everyone;
        row.id = m_input.names.guild.value;
        row.name = u"@everyone"_s;
        row.members = m_input.everyone;
        fillCells(row);
        for (size_t i = 0; i < row.cells.size(); ++i) {
            AccessCell &cell = row.cells[i];
            if (!whyNeverGranted(m_table.columns[i].setting, m_input.names.guild, RoleId(row.id)).isEmpty())
                cell.editable = cell.editable && (cell.on || cell.changed);
        }
        if (matches(row.name))
            m_table.rows.append(row);
    }
    // Roles in the settings that the server does not have (any more), or that are not known yet.
    void addUnknown()
    {
        QVector<quint64> ids;
        for (const AccessColumn &column : m_table.columns) {
            for (const StoredConfig *config : {&m_input.stored, &m_input.shown}) {
                for (const quint64 id : entriesOf(*config, column.setting)) {
                    if (!m_input.names.isEveryone(RoleId(id)) && !m_input.names.role(RoleId(id))
                        && !ids.contains(id))
                        ids.append(id);
                }
            }
        }
        std::sort(ids.begin(), ids.end());
        for (const quint64 id : ids) {
            AccessRow row;
            row.kind = m_input.names.rolesKnown() ? AccessRow::Kind::Deleted : AccessRow::Kind::Role;
            row.id = id;
            row.name = m_input.names.rolesKnown() ? SettingsWords::tr("Deleted role %1").arg(shortId(id))
                                                  : SettingsWords::tr("Role %1").arg(shortId(id));
            fillCells(row);
            for (AccessCell &cell : row.cells) {
                // It can only be taken away, and put back before saving.
                if (row.kind == AccessRow::Kind::Deleted)
                    cell.editable = cell.editable && (cell.on || cell.changed);
            }
            if (matches(row.name))
                m_table.rows.append(row);
        }
    }

    const AccessInput &m_input;
    AccessTable m_table;
};

QString becauseOf(const AccessDecision &decision, Setting setting, const SettingsNames &names)
{
    switch (decision.why) {
    case AccessDecision::Why::Everyone:
        return SettingsWords::tr("everybody can");
    case AccessDecision::Why::Owner:
        return SettingsWords::tr("the server owner always can");
    case AccessDecision::Why::MaxUser:
        return SettingsWords::tr("has max permissions");
    case AccessDecision::Why::Role:
        return SettingsWords::tr("because of %1", "the role that decides").arg(names.roleName(decision.role));
    case AccessDecision::Why::NoRole:
        break;
    }
    return SettingsWords::tr("no role of theirs has “%1”").arg(SettingsWords::capabilityName(setting));
}

} // namespace

AccessColumns accessColumns(const EnvironmentSettings &environment)
{
    AccessColumns columns;
    for (size_t i = 0; i < columns.size(); ++i) {
        const Setting setting = RoleSettings[i];
        columns[i] = {setting, SettingsWords::capabilityName(setting), commandsOf(setting),
                      environment.has(setting), environmentName(setting)};
    }
    return columns;
}

AccessTable accessTable(const AccessInput &input)
{
    return AccessRows(input).take();
}

// Nobody's roles hold @everyone (M-05): as staff it would be no one.
QString whyNeverGranted(Setting setting, GuildId guild, RoleId role)
{
    return setting == Setting::SupportRoles && role.value == guild.value
        ? SettingsWords::tr("Everyone cannot be staff: answers could not be told from questions.")
        : QString();
}

StoredConfig withFixed(StoredConfig config, const StoredConfig &inForce,
                       const EnvironmentSettings &environment)
{
    if (environment.has(Setting::SupportRoles))
        config.supportRoles = inForce.supportRoles;
    if (environment.has(Setting::StatsRoles))
        config.statsRoles = inForce.statsRoles;
    if (environment.has(Setting::DatabaseRoles))
        config.databaseRoles = inForce.databaseRoles;
    if (environment.has(Setting::AccessRoles))
        config.accessRoles = inForce.accessRoles;
    if (environment.has(Setting::TicketCategories))
        config.ticketCategories = inForce.ticketCategories;
    if (environment.has(Setting::ClosedCategories))
        config.closedCategories = inForce.closedCategories;
    if (environment.has(Setting::TicketBots))
        config.ticketBots = inForce.ticketBots;
    return config;
}

QString AccessVerdict::text() const
{
    return (allowed ? SettingsWords::tr("%1: can – %2", "command, reason")
                    : SettingsWords::tr("%1: cannot – %2", "command, reason"))
        .arg(subject, because);
}

QVector<AccessVerdict> testPerson(const StoredConfig &config, const SettingsNames &names, UserId person,
                                  const QVector<RoleId> &roles)
{
    QVector<AccessVerdict> verdicts;
    for (const CommandSpec &spec : commandTable()) {
        Setting setting = Setting::SupportRoles;
        for (const Setting candidate : RoleSettings) {
            if (unlockedBy(candidate) == spec.access)
                setting = candidate;
        }
        const AccessDecision decision =
            decideAccess(config, names.guild, names.owner, person, roles, spec.access);
        verdicts.append(
            {u'/' + QLatin1String(spec.name), decision.allowed, becauseOf(decision, setting, names)});
    }
    // M-05: a support role or max permissions; being the owner or an administrator is not enough.
    AccessVerdict staff{SettingsWords::capabilityName(Setting::SupportRoles), false,
                        SettingsWords::tr("no role of theirs counts as staff")};
    for (const RoleId role : roles) {
        if (!staff.allowed && config.supportRoles.contains(role))
            staff = {staff.subject, true,
                     SettingsWords::tr("because of %1", "the role that decides").arg(names.roleName(role))};
    }
    if (!staff.allowed && config.maxUsers.contains(person))
        staff = {staff.subject, true, SettingsWords::tr("has max permissions")};
    verdicts.append(staff);
    return verdicts;
}

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/tickets/configedit.h"

#include <algorithm>

namespace ConfigEditing {

constexpr Setting Lists[] = {Setting::SupportRoles, Setting::StatsRoles,       Setting::DatabaseRoles,
                             Setting::AccessRoles,  Setting::TicketCategories, Setting::ClosedCategories,
                             Setting::TicketBots};

// Calls fn with the list of that setting, whatever its type.
template <class Config, class Fn>
auto withList(Config &config, Setting setting, Fn fn)
{
    switch (setting) {
    case Setting::SupportRoles:
        return fn(config.supportRoles);
    case Setting::StatsRoles:
        return fn(config.statsRoles);
    case Setting::DatabaseRoles:
        return fn(config.databaseRoles);
    case Setting::AccessRoles:
        return fn(config.accessRoles);
    case Setting::TicketCategories:
        return fn(config.ticketCategories);
    case Setting::ClosedCategories:
        return fn(config.closedCategories);
    case Setting::TicketBots:
        break;
    }
    return fn(config.ticketBots);
}

bool contains(const StoredConfig &config, Setting setting, quint64 entry)
{
    return withList(config, setting, [entry](const auto &list) {
        using Entry = typename std::decay_t<decltype(list)>::value_type;
        return list.contains(Entry(entry));
    });
}

// Categories keep the order in which they were chosen; roles have none.
template <class T>
void put(QVector<T> &list, T entry)
{
    if (!list.contains(entry))
        list.append(entry);
}
template <class T>
void put(QSet<T> &list, T entry)
{
    list.insert(entry);
}
template <class T>
void take(QVector<T> &list, T entry)
{
    list.removeAll(entry);
}
template <class T>
void take(QSet<T> &list, T entry)
{
    list.remove(entry);
}

void setEntry(StoredConfig &config, Setting setting, quint64 entry, bool in)
{
    withList(config, setting, [entry, in](auto &list) {
        using Entry = typename std::decay_t<decltype(list)>::value_type;
        if (in)
            put(list, Entry(entry));
        else
            take(list, Entry(entry));
    });
}

void setField(StoredConfig &config, ConfigField field, const QVariant &value)
{
    switch (field) {
    case ConfigField::LogChannel:
        config.logChannel = ChannelId(value.toULongLong());
        break;
    case ConfigField::ArchiveChannel:
        config.archiveChannel = ChannelId(value.toULongLong());
        break;
    case ConfigField::PublicByDefault:
        config.publicByDefault = value.toBool();
        break;
    case ConfigField::TimeZone:
        config.timeZone = value.toByteArray();
        break;
    case ConfigField::PostLanguage:
        config.postLanguage = value.toString();
        break;
    case ConfigField::FirstResponseTarget:
        config.firstResponseTargetMs = value.toInt();
        break;
    case ConfigField::ResolutionTarget:
        config.resolutionTargetMs = value.toInt();
        break;
    case ConfigField::HeavyLoad:
        config.heavyLoad = value.toInt();
        break;
    case ConfigField::WorkingWeek:
        config.workingWeek = WorkingHours::weekFromText(value.toString());
        break;
    case ConfigField::Holidays:
        config.holidays = WorkingHours::holidaysFromText(value.toString());
        break;
    case ConfigField::TargetsOfCategories:
        config.categoryTargets = targetsFromText(value.toString());
        break;
    }
}

} // namespace ConfigEditing

QVariant fieldOf(const StoredConfig &config, ConfigField field)
{
    switch (field) {
    case ConfigField::LogChannel:
        return config.logChannel.value;
    case ConfigField::ArchiveChannel:
        return config.archiveChannel.value;
    case ConfigField::PublicByDefault:
        return config.publicByDefault;
    case ConfigField::TimeZone:
        return config.timeZone;
    case ConfigField::PostLanguage:
        return config.postLanguage;
    case ConfigField::FirstResponseTarget:
        return config.firstResponseTargetMs;
    case ConfigField::ResolutionTarget:
        return config.resolutionTargetMs;
    case ConfigField::WorkingWeek:
        return WorkingHours::weekText(config.workingWeek);
    case ConfigField::Holidays:
        return WorkingHours::holidaysText(config.holidays);
    case ConfigField::TargetsOfCategories:
        return targetsText(config.categoryTargets);
    case ConfigField::HeavyLoad:
        break;
    }
    return config.heavyLoad;
}

QVector<quint64> entriesOf(const StoredConfig &config, Setting setting)
{
    return ConfigEditing::withList(config, setting, [](const auto &list) {
        QVector<quint64> entries;
        for (const auto entry : list)
            entries.append(entry.value);
        return entries;
    });
}

// -- ConfigEdit -------------------------------------------------------------------------------------------

int ConfigEdit::count() const
{
    qsizetype steps = fields.size() + addMax.size() + removeMax.size();
    for (const auto &entries : lists)
        steps += entries.size();
    return int(steps);
}

bool ConfigEdit::changesStaff() const
{
    return !lists.value(Setting::SupportRoles).isEmpty() || !addMax.isEmpty() || !removeMax.isEmpty();
}

StoredConfig applied(const ConfigEdit &edit, StoredConfig config)
{
    for (auto list = edit.lists.cbegin(); list != edit.lists.cend(); ++list) {
        for (auto entry = list->cbegin(); entry != list->cend(); ++entry)
            ConfigEditing::setEntry(config, list.key(), entry.key(), entry.value());
    }
    for (auto field = edit.fields.cbegin(); field != edit.fields.cend(); ++field)
        ConfigEditing::setField(config, field.key(), field.value());
    for (auto user = edit.addMax.cbegin(); user != edit.addMax.cend(); ++user)
        config.maxUsers.insert(user.key());
    for (auto user = edit.removeMax.cbegin(); user != edit.removeMax.cend(); ++user)
        config.maxUsers.remove(user.key());
    return config;
}

ConfigEdit difference(const StoredConfig &from, const StoredConfig &to)
{
    ConfigEdit edit;
    for (const Setting setting : ConfigEditing::Lists) {
        const QVector<quint64> before = entriesOf(from, setting), after = entriesOf(to, setting);
        QMap<quint64, bool> steps;
        for (const quint64 entry : after) {
            if (!before.contains(entry))
                steps.insert(entry, true);
        }
        for (const quint64 entry : before) {
            if (!after.contains(entry))
                steps.insert(entry, false);
        }
        if (!steps.isEmpty())
            edit.lists.insert(setting, steps);
    }
    for (int i = 0; i < ConfigFieldCount; ++i) {
        const auto field = ConfigField(i);
        if (fieldOf(from, field) != fieldOf(to, field))
            edit.fields.insert(field, fieldOf(to, field));
    }
    for (const UserId user : to.maxUsers - from.maxUsers)
        edit.addMax.insert(user, {});
    for (const UserId user : from.maxUsers - to.maxUsers)
        edit.removeMax.insert(user, {});
    return edit;
}

ConfigEdit reversed(const ConfigEdit &edit, const StoredConfig &before)
{
    ConfigEdit back = difference(applied(edit, before), before);
    // Names come from the steps themselves.
    for (auto user = back.addMax.begin(); user != back.addMax.end(); ++user)
        *user = edit.removeMax.value(user.key());
    for (auto user = back.removeMax.begin(); user != back.removeMax.end(); ++user)
        *user = edit.addMax.value(user.key());
    return back;
}

// -- ConfigDraft ------------------------------------------------------------------------------------------

void ConfigDraft::setStored(const StoredConfig &config, const QSet<UserId> &listed)
{
    m_stored = config;
    m_listed = listed;
    m_listed.unite(config.maxUsers);
    dropWhatIsTrue();
}

void ConfigDraft::setEntry(Setting setting, quint64 entry, bool in)
{
    began();
    m_edit.lists[setting].insert(entry, in);
    dropWhatIsTrue();
}

void ConfigDraft::setField(ConfigField field, const QVariant &value)
{
    began();
    if (!m_edit.fields.contains(field))
        m_seen.insert(field, fieldOf(m_stored, field));
    m_edit.fields.insert(field, value);
    dropWhatIsTrue();
}

void ConfigDraft::addMax(UserId user, const QString &name)
{
    began();
    m_edit.removeMax.remove(user);
    m_edit.addMax.insert(user, name);
    dropWhatIsTrue();
}

void ConfigDraft::removeMax(UserId user, const QString &name)
{
    began();
    m_edit.addMax.remove(user);
    m_edit.removeMax.insert(user, name);
    dropWhatIsTrue();
}

bool ConfigDraft::entryChanged(Setting setting, quint64 entry) const
{
    return m_edit.lists.value(setting).contains(entry);
}

void ConfigDraft::discard()
{
    m_edit = {};
    m_seen.clear();
}

void ConfigDraft::saved(const ConfigEdit &edit)
{
    m_stored = applied(edit, m_stored);
    for (auto user = edit.addMax.cbegin(); user != edit.addMax.cend(); ++user)
        m_listed.insert(user.key());
    for (auto user = edit.removeMax.cbegin(); user != edit.removeMax.cend(); ++user)
        m_listed.remove(user.key());
    m_base = m_stored;
    for (auto seen = m_seen.begin(); seen != m_seen.end(); ++seen)
        *seen = fieldOf(m_stored, seen.key());
    dropWhatIsTrue();
}

QVector<ConfigField> ConfigDraft::conflicts() const
{
    QVector<ConfigField> fields;
    for (auto seen = m_seen.cbegin(); seen != m_seen.cend(); ++seen) {
        if (fieldOf(m_stored, seen.key()) != seen.value())
            fields.append(seen.key());
    }
    return fields;
}

ConfigEdit ConfigDraft::meanwhile() const
{
    return m_edit.isEmpty() ? ConfigEdit() : difference(m_base, m_stored);
}

void ConfigDraft::began()
{
    if (m_edit.isEmpty())
        m_base = m_stored;
}

void ConfigDraft::dropWhatIsTrue()
{
    for (auto list = m_edit.lists.begin(); list != m_edit.lists.end();) {
        list->removeIf([&](const auto &entry) {
            return ConfigEditing::contains(m_stored, list.key(), entry.key()) == entry.value();
        });
        list = list->isEmpty() ? m_edit.lists.erase(list) : std::next(list);
    }
    m_edit.fields.removeIf(
        [this](const auto &field) { return fieldOf(m_stored, field.key()) == field.value(); });
    m_edit.addMax.removeIf([this](const auto &user) { return m_stored.maxUsers.contains(user.key()); });
    m_edit.removeMax.removeIf([this](const auto &user) { return !m_listed.contains(user.key()); });
    m_seen.removeIf([this](const auto &seen) { return !m_edit.fields.contains(seen.key()); });
}

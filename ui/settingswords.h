// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/bothost.h"
#include "bot/tickets/configedit.h"

#include <QCoreApplication>
#include <QStringList>

// What ids are called when settings are told in words. A value, so that words need neither network nor database.
struct SettingsNames
{
    GuildId guild;
    UserId owner;
    QString ownerName; // empty = unknown
    QVector<Discord::Role> roles; // as Discord orders them, @everyone included; empty = not known yet
    QVector<Discord::Channel> channels; // likewise
    QHash<ChannelId, QString> categories; // that were seen once, for those that are gone
    QHash<UserId, QString> people;

    bool rolesKnown() const { return !roles.isEmpty(); }
    bool isEveryone(RoleId role) const { return role.value == guild.value; }
    const Discord::Role *role(RoleId id) const; // null: deleted, or not known yet
    QString roleName(RoleId id) const; // "@Moderator", "deleted role …8812"
    QString channelName(ChannelId id) const; // "#ticket-logs"
    QString categoryName(ChannelId id) const; // "Appeals"
    QString personName(UserId id) const;
};

// The last digits, enough to find an id again: "…8812".
QString shortId(quint64 id);

// What is wrong with settings as somebody wants them, and the fields that could mend it; the first is where it shows.
struct SettingsProblem
{
    QVector<ConfigField> fields;
    QString text; // one clear sentence that names the field; empty = fine to save
    bool operator==(const SettingsProblem &) const = default;
};

// Steps that can be saved, and what is wrong with those that cannot.
struct CheckedEdit
{
    ConfigEdit good;
    QVector<SettingsProblem> problems;
};

// Settings in words (UX J4, 2.12). Pure.
class SettingsWords
{
    Q_DECLARE_TR_FUNCTIONS(SettingsWords)
public:
    // One sentence per step: "@Moderator can now delete data.", "Time zone: UTC → Europe/London."
    static QStringList sentences(const ConfigEdit &edit, const StoredConfig &before,
                                 const SettingsNames &names);
    // What somebody should know before saving; empty = nothing.
    static QStringList warnings(const ConfigEdit &edit, const StoredConfig &before,
                                const SettingsNames &names);
    // "Changed meanwhile by somebody else: …", with the fields that both changed.
    static QString meanwhile(const ConfigDraft &draft, const SettingsNames &names);
    static SettingsProblem problem(const ConfigEdit &edit, const StoredConfig &before);
    static CheckedEdit checked(const ConfigEdit &edit, const StoredConfig &before);
    static QString fieldName(ConfigField field);
    static QString fieldValue(ConfigField field, const QVariant &value, const SettingsNames &names);
    static QString
    capabilityName(Setting setting); // "Counts as staff", "Manage data"; of the four role lists
};

inline constexpr Setting RoleSettings[] = {Setting::SupportRoles, Setting::StatsRoles, Setting::DatabaseRoles,
                                           Setting::AccessRoles}; // columns of the form, in this order

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QString>

#include <span>

class CommandContext;
class Language;

// The one table of commands. Registration JSON, look-up, permission check, /help, /viewpermissions, the
// permission form's columns and the README's table derive from it. A new command is one row and one handler.

enum class Access
{
    Everyone,
    Statistics,
    Database,
    ManageUsers,
    Staff // counts as staff (METRICS M-05), and the owner
};
inline constexpr int AccessCount = 5;

struct OptionSpec
{
    const char *name;
    const char *summary; // QT_TRANSLATE_NOOP("Commands", ...)
    enum class Type
    {
        String = 3,
        Integer = 4,
        Boolean = 5,
        User = 6,
        Channel = 7
    } type = Type::String;
    bool required = false;
    bool autocomplete = false;
    int min = 0, max = 0; // Integer; both 0 = no bound
    std::span<const char *const> choices = {}; // fixed values, names are the same
    std::span<const int> channelTypes = {}; // Channel; empty = any
};

struct CommandSpec
{
    const char *name;
    const char *summary; // QT_TRANSLATE_NOOP("Commands", ...)
    std::span<const OptionSpec> options;
    Access access;
    bool readsDatabase; // acknowledged with a deferred reply first
    void (*run)(CommandContext &); // answers through the context, exactly once
};

std::span<const CommandSpec> commandTable();
const CommandSpec *findCommand(const QString &name);
// The body of PUT /applications/{id}/commands. D-02: default_member_permissions is left null; X-08: contexts
// [0], integration_types [0].
QJsonArray registrationJson();
// D-01: do two command lists mean the same, after filling in defaults and dropping ids, versions and unknown
// keys?
bool sameCommands(const QJsonArray &registered, const QJsonArray &wanted);
// "/ticketstats category days [public]"
QString commandUsage(const CommandSpec &spec);
QString commandSummary(const CommandSpec &spec, const Language &language);
// The README's table, kept equal by a test.
QString commandTableMarkdown();
// "View statistics", "Manage data", "Manage access": shared by /viewpermissions and the permission form.
QString accessName(Access access); // in English
QString accessName(Access access, const Language &language);

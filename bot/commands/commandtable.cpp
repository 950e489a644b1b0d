// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/commands/commandtable.h"

#include "bot/base/language.h"
#include "bot/commands/commandhandlers.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QMap>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int MaxDays = 3650;
constexpr std::array WipeScopeChoices{QT_TRANSLATE_NOOP("Commands", "everything"),
                                      QT_TRANSLATE_NOOP("Commands", "last"),
                                      QT_TRANSLATE_NOOP("Commands", "older-than")};
// Discord's codes of the languages that descriptions are registered in beside English (UX 4.1).
constexpr std::array DescriptionLocales{"de"_L1};

constexpr std::array TicketStatsOptions{
    OptionSpec{.name = "category",
               .summary = QT_TRANSLATE_NOOP("Commands", "Ticket category, or all of them"),
               .required = true,
               .autocomplete = true},
    OptionSpec{.name = "days",
               .summary = QT_TRANSLATE_NOOP("Commands", "How many days to look back"),
               .type = OptionSpec::Type::Integer,
               .required = true,
               .autocomplete = true,
               .min = 1,
               .max = MaxDays},
    OptionSpec{.name = "public",
               .summary = QT_TRANSLATE_NOOP("Commands", "Show the answer to everyone in this channel"),
               .type = OptionSpec::Type::Boolean},
};
constexpr std::array WipeStatsOptions{
    OptionSpec{.name = "scope",
               .summary =
                   QT_TRANSLATE_NOOP("Commands", "Which tickets; days without a scope means the last days"),
               .choices = WipeScopeChoices},
    OptionSpec{.name = "days",
               .summary = QT_TRANSLATE_NOOP("Commands", "Days since the ticket was opened"),
               .type = OptionSpec::Type::Integer,
               .min = 1,
               .max = MaxDays},
    OptionSpec{.name = "category",
               .summary = QT_TRANSLATE_NOOP("Commands", "Only tickets of this category"),
               .autocomplete = true},
};
constexpr std::array MaxPermsAddOptions{
    OptionSpec{.name = "user",
               .summary = QT_TRANSLATE_NOOP("Commands", "Who gets all rights"),
               .type = OptionSpec::Type::User,
               .required = true},
};
constexpr std::array MaxPermsRemoveOptions{
    OptionSpec{.name = "user",
               .summary = QT_TRANSLATE_NOOP("Commands", "Who loses them"),
               .type = OptionSpec::Type::User,
               .required = true},
};

constexpr std::array TicketHistoryOptions{
    OptionSpec{.name = "category",
               .summary = QT_TRANSLATE_NOOP("Commands", "Ticket category, or all of them"),
               .required = true,
               .autocomplete = true},
    OptionSpec{.name = "days",
               .summary = QT_TRANSLATE_NOOP("Commands", "How many days to look back"),
               .type = OptionSpec::Type::Integer,
               .required = true,
               .autocomplete = true,
               .min = 1,
               .max = MaxDays},
};
constexpr std::array PostableChannels{0, 5}; // text and announcements
constexpr std::array LogChannelOptions{
    OptionSpec{.name = "channel",
               .summary = QT_TRANSLATE_NOOP("Commands", "Where opened and closed tickets are told"),
               .type = OptionSpec::Type::Channel,
               .required = true,
               .channelTypes = PostableChannels},
};
constexpr std::array SummaryChannelOptions{
    OptionSpec{.name = "channel",
               .summary = QT_TRANSLATE_NOOP("Commands", "Where the summary is posted"),
               .type = OptionSpec::Type::Channel,
               .required = true,
               .channelTypes = PostableChannels},
};
constexpr std::array SummaryFrequencyOptions{
    OptionSpec{.name = "minutes",
               .summary = QT_TRANSLATE_NOOP("Commands",
                                            "Whole hours: 60, 360, 1440 a day, 10080 a week, 43200 a month"),
               .type = OptionSpec::Type::Integer,
               .required = true,
               .min = 60,
               .max = 43200},
};

constexpr std::array CommandRows{
    CommandSpec{"ticketstats", QT_TRANSLATE_NOOP("Commands", "Ticket numbers of the last days"),
                TicketStatsOptions, Access::Statistics, true, Handlers::ticketStats},
    CommandSpec{"wipestats",
                QT_TRANSLATE_NOOP("Commands", "Delete recorded tickets, after a preview and a backup"),
                WipeStatsOptions, Access::Database, true, Handlers::wipeStats},
    CommandSpec{"wipehistory",
                QT_TRANSLATE_NOOP("Commands", "What was deleted, when and by whom, with undo"),
                {},
                Access::Database,
                true,
                Handlers::wipeHistory},
    CommandSpec{"maxpermsadd", QT_TRANSLATE_NOOP("Commands", "Let a person use every command of this bot"),
                MaxPermsAddOptions, Access::ManageUsers, true, Handlers::maxPermsAdd},
    CommandSpec{"maxpermsremove", QT_TRANSLATE_NOOP("Commands", "Take a person's max permissions back"),
                MaxPermsRemoveOptions, Access::ManageUsers, true, Handlers::maxPermsRemove},
    CommandSpec{"privilegedusers",
                QT_TRANSLATE_NOOP("Commands", "Who has max permissions, and who gave them"),
                {},
                Access::ManageUsers,
                true,
                Handlers::privilegedUsers},
    CommandSpec{"waiting",
                QT_TRANSLATE_NOOP("Commands", "Who waits for an answer now, longest first"),
                {},
                Access::Statistics,
                true,
                Handlers::waiting},
    CommandSpec{"tickethistory", QT_TRANSLATE_NOOP("Commands", "The tickets of the last days, one by one"),
                TicketHistoryOptions, Access::Statistics, true, Handlers::ticketHistory},
    CommandSpec{"mystats",
                QT_TRANSLATE_NOOP("Commands", "Your own numbers of the last 30 days"),
                {},
                Access::Staff,
                true,
                Handlers::myStats},
    CommandSpec{"logchannelset", QT_TRANSLATE_NOOP("Commands", "Set the channel of the ticket log"),
                LogChannelOptions, Access::ManageUsers, true, Handlers::logChannelSet},
    CommandSpec{"summarychannel", QT_TRANSLATE_NOOP("Commands", "Set the channel of the scheduled summary"),
                SummaryChannelOptions, Access::ManageUsers, true, Handlers::summaryChannel},
    CommandSpec{"summaryfrequency", QT_TRANSLATE_NOOP("Commands", "Set how often the summary is posted"),
                SummaryFrequencyOptions, Access::ManageUsers, true, Handlers::summaryFrequency},
    CommandSpec{"viewpermissions",
                QT_TRANSLATE_NOOP("Commands", "Which roles may do what with this bot"),
                {},
                Access::Everyone,
                false,
                Handlers::viewPermissions},
    CommandSpec{"help",
                QT_TRANSLATE_NOOP("Commands", "What this bot does and which commands you can use"),
                {},
                Access::Everyone,
                false,
                Handlers::help},
};

// Nothing where a language says the same as English.
void localise(QJsonObject &json, const QString &key, const char *text)
{
    QJsonObject translations;
    for (const QLatin1String code : DescriptionLocales) {
        const QString translated = Language::fromDiscord(code).translate("Commands", text);
        if (translated != QString::fromUtf8(text))
            translations.insert(code, translated);
    }
    if (!translations.isEmpty())
        json.insert(key, translations);
}

QJsonObject optionJson(const OptionSpec &option)
{
    QJsonObject json{{u"type"_s, int(option.type)},
                     {u"name"_s, QLatin1String(option.name)},
                     {u"description"_s, QString::fromUtf8(option.summary)},
                     {u"required"_s, option.required}};
    localise(json, u"description_localizations"_s, option.summary);
    if (option.autocomplete)
        json[u"autocomplete"_s] = true;
    if (option.min != 0 || option.max != 0) {
        json[u"min_value"_s] = option.min;
        json[u"max_value"_s] = option.max;
    }
    QJsonArray choices;
    for (const char *choice : option.choices) {
        QJsonObject one{{u"name"_s, QLatin1String(choice)}, {u"value"_s, QLatin1String(choice)}};
        localise(one, u"name_localizations"_s, choice);
        choices.append(one);
    }
    if (!choices.isEmpty())
        json[u"choices"_s] = choices;
    QJsonArray channelTypes;
    for (const int type : option.channelTypes)
        channelTypes.append(type);
    if (!channelTypes.isEmpty())
        json[u"channel_types"_s] = channelTypes;
    return json;
}

// -- canonical form (D-01): only what a command means, with Discord's defaults filled in
// ---------------------------------

QJsonObject withDefaults(const QJsonObject &json, const QJsonObject &defaults)
{
    QJsonObject result;
    for (auto it = defaults.begin(); it != defaults.end(); ++it) {
        const QJsonValue given = json.value(it.key());
        result[it.key()] = given.isUndefined() || given.isNull() ? it.value() : given;
    }
    return result;
}

QJsonArray sortedNumbers(const QJsonArray &numbers)
{
    QMap<int, bool> sorted;
    for (const QJsonValue &number : numbers)
        sorted.insert(number.toInt(), true);
    QJsonArray result;
    for (auto it = sorted.cbegin(); it != sorted.cend(); ++it)
        result.append(it.key());
    return result;
}

QJsonObject canonicalOption(const QJsonObject &json)
{
    static const QJsonObject Defaults{{u"type"_s, 3},
                                      {u"name"_s, QString()},
                                      {u"name_localizations"_s, QJsonObject()},
                                      {u"description"_s, QString()},
                                      {u"description_localizations"_s, QJsonObject()},
                                      {u"required"_s, false},
                                      {u"autocomplete"_s, false},
                                      {u"choices"_s, QJsonArray()},
                                      {u"channel_types"_s, QJsonArray()},
                                      {u"min_value"_s, QJsonValue()},
                                      {u"max_value"_s, QJsonValue()},
                                      {u"min_length"_s, QJsonValue()},
                                      {u"max_length"_s, QJsonValue()},
                                      {u"options"_s, QJsonArray()}};
    static const QJsonObject ChoiceDefaults{
        {u"name"_s, QString()}, {u"name_localizations"_s, QJsonObject()}, {u"value"_s, QJsonValue()}};
    QJsonObject result = withDefaults(json, Defaults);
    QJsonArray choices;
    for (const QJsonValue &choice : result[u"choices"_s].toArray())
        choices.append(withDefaults(choice.toObject(), ChoiceDefaults));
    result[u"choices"_s] = choices;
    result[u"channel_types"_s] = sortedNumbers(result[u"channel_types"_s].toArray());
    QJsonArray options; // of a subcommand
    for (const QJsonValue &option : result[u"options"_s].toArray())
        options.append(canonicalOption(option.toObject()));
    result[u"options"_s] = options;
    return result;
}

QJsonObject canonicalCommand(const QJsonObject &json)
{
    static const QJsonObject Defaults{{u"type"_s, 1},
                                      {u"name"_s, QString()},
                                      {u"name_localizations"_s, QJsonObject()},
                                      {u"description"_s, QString()},
                                      {u"description_localizations"_s, QJsonObject()},
                                      {u"options"_s, QJsonArray()},
                                      {u"default_member_permissions"_s, QJsonValue()},
                                      {u"nsfw"_s, false},
                                      {u"contexts"_s, QJsonArray{0, 1, 2}},
                                      {u"integration_types"_s, QJsonArray{0}}};
    QJsonObject result = withDefaults(json, Defaults);
    QJsonArray options;
    for (const QJsonValue &option : result[u"options"_s].toArray())
        options.append(canonicalOption(option.toObject()));
    result[u"options"_s] = options;
    result[u"contexts"_s] = sortedNumbers(result[u"contexts"_s].toArray());
    result[u"integration_types"_s] = sortedNumbers(result[u"integration_types"_s].toArray());
    return result;
}

// Order of commands means nothing; order of options does: it is the order in which Discord asks for them.
QMap<QString, QJsonObject> canonicalCommands(const QJsonArray &commands)
{
    QMap<QString, QJsonObject> byName;
    for (const QJsonValue &value : commands) {
        const QJsonObject command = canonicalCommand(value.toObject());
        byName.insert(QString::number(command[u"type"_s].toInt()) + u' ' + command[u"name"_s].toString(),
                      command);
    }
    return byName;
}

} // namespace

std::span<const CommandSpec> commandTable()
{
    return CommandRows;
}

const CommandSpec *findCommand(const QString &name)
{
    const auto it = std::find_if(CommandRows.begin(), CommandRows.end(),
                                 [&](const CommandSpec &spec) { return name == QLatin1String(spec.name); });
    return it == CommandRows.end() ? nullptr : &*it;
}

QJsonArray registrationJson()
{
    QJsonArray commands;
    for (const CommandSpec &spec : commandTable()) {
        QJsonArray options;
        for (const OptionSpec &option : spec.options)
            options.append(optionJson(option));
        QJsonObject command{{u"type"_s, 1},
                            {u"name"_s, QLatin1String(spec.name)},
                            {u"description"_s, QString::fromUtf8(spec.summary)},
                            {u"options"_s, options},
                            {u"default_member_permissions"_s, QJsonValue()}, // D-02
                            {u"contexts"_s, QJsonArray{0}}, // servers only
                            {u"integration_types"_s, QJsonArray{0}}};
        localise(command, u"description_localizations"_s, spec.summary);
        commands.append(command);
    }
    return commands;
}

bool sameCommands(const QJsonArray &registered, const QJsonArray &wanted)
{
    return registered.size() == wanted.size() && canonicalCommands(registered) == canonicalCommands(wanted);
}

QString commandUsage(const CommandSpec &spec)
{
    QString usage = u'/' + QLatin1String(spec.name);
    for (const OptionSpec &option : spec.options)
        usage += (option.required ? u" %1"_s : u" [%1]"_s).arg(QLatin1String(option.name));
    return usage;
}

QString commandTableMarkdown()
{
    QString table = u"| Command | Right | What it does |\n|---|---|---|\n"_s;
    for (const CommandSpec &spec : commandTable())
        table += u"| `%1` | %2 | %3 |\n"_s.arg(commandUsage(spec), accessName(spec.access),
                                               QString::fromUtf8(spec.summary));
    return table;
}

QString accessName(Access access)
{
    return accessName(access, Language());
}

QString accessName(Access access, const Language &language)
{
    switch (access) {
    case Access::Everyone:
        return language.translate("Commands", "Everyone");
    case Access::Statistics:
        return language.translate("Commands", "View statistics");
    case Access::Database:
        return language.translate("Commands", "Manage data");
    case Access::ManageUsers:
        return language.translate("Commands", "Manage access");
    case Access::Staff:
        return language.translate("Commands", "Counts as staff");
    }
    return {};
}

QString commandSummary(const CommandSpec &spec, const Language &language)
{
    return language.translate("Commands", spec.summary);
}

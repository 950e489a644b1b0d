// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settingswords.h"

#include "bot/base/format.h"
#include "bot/base/language.h"
#include "bot/commands/commandtable.h"
#include "ui/hourswords.h"

#include <QTimeZone>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

// -- names ------------------------------------------------------------------------------------------------

QString shortId(quint64 id)
{
    return u'…' + QString::number(id).right(4);
}

const Discord::Role *SettingsNames::role(RoleId id) const
{
    const auto it =
        std::find_if(roles.cbegin(), roles.cend(), [id](const Discord::Role &r) { return r.id == id; });
    return it == roles.cend() ? nullptr : &*it;
}

QString SettingsNames::roleName(RoleId id) const
{
    if (isEveryone(id))
        return u"@everyone"_s;
    if (const Discord::Role *known = role(id))
        return u'@' + known->name;
    return rolesKnown() ? SettingsWords::tr("deleted role %1").arg(shortId(id.value))
                        : SettingsWords::tr("role %1").arg(shortId(id.value));
}

QString SettingsNames::channelName(ChannelId id) const
{
    if (!id)
        return SettingsWords::tr("none", "no channel");
    for (const Discord::Channel &channel : channels) {
        if (channel.id == id)
            return u'#' + channel.name;
    }
    return SettingsWords::tr("channel %1").arg(shortId(id.value));
}

QString SettingsNames::categoryName(ChannelId id) const
{
    for (const Discord::Channel &channel : channels) {
        if (channel.id == id)
            return channel.name;
    }
    const QString seen = categories.value(id);
    return seen.isEmpty() ? SettingsWords::tr("category %1").arg(shortId(id.value)) : seen;
}

QString SettingsNames::personName(UserId id) const
{
    if (id && id == owner && !ownerName.isEmpty())
        return ownerName;
    const QString name = people.value(id);
    return name.isEmpty() ? SettingsWords::tr("person %1").arg(shortId(id.value)) : name;
}

// -- sentences --------------------------------------------------------------------------------------------

QString SettingsWords::capabilityName(Setting setting)
{
    switch (setting) {
    case Setting::SupportRoles:
        return tr("Counts as staff");
    case Setting::StatsRoles:
        return accessName(Access::Statistics, Language(QLocale()));
    case Setting::DatabaseRoles:
        return accessName(Access::Database, Language(QLocale()));
    case Setting::AccessRoles:
        return accessName(Access::ManageUsers, Language(QLocale()));
    default:
        return {};
    }
}

namespace {

QString listSentence(Setting setting, quint64 entry, bool in, const SettingsNames &names)
{
    const bool isRole =
        std::find(std::begin(RoleSettings), std::end(RoleSettings), setting) != std::end(RoleSettings);
    if (isRole && !in && names.rolesKnown() && !names.isEveryone(RoleId(entry)) && !names.role(RoleId(entry)))
        return SettingsWords::tr("The %1 is taken out of “%2”; it gave nobody anything any more.")
            .arg(names.roleName(RoleId(entry)), SettingsWords::capabilityName(setting));
    switch (setting) {
    case Setting::SupportRoles:
        return (in ? SettingsWords::tr("%1 counts as staff from now on.")
                   : SettingsWords::tr("%1 no longer counts as staff."))
            .arg(names.roleName(RoleId(entry)));
    case Setting::StatsRoles:
        return (in ? SettingsWords::tr("%1 can now view statistics.")
                   : SettingsWords::tr("%1 can no longer view statistics."))
            .arg(names.roleName(RoleId(entry)));
    case Setting::DatabaseRoles:
        return (in ? SettingsWords::tr("%1 can now delete data.")
                   : SettingsWords::tr("%1 can no longer delete data."))
            .arg(names.roleName(RoleId(entry)));
    case Setting::AccessRoles:
        return (in ? SettingsWords::tr("%1 can now give and take rights.")
                   : SettingsWords::tr("%1 can no longer give and take rights."))
            .arg(names.roleName(RoleId(entry)));
    case Setting::TicketCategories:
        return (in ? SettingsWords::tr("Channels in “%1” are tickets from now on.")
                   : SettingsWords::tr("Channels in “%1” are no longer tickets; what was recorded stays."))
            .arg(names.categoryName(ChannelId(entry)));
    case Setting::ClosedCategories:
        return (in ? SettingsWords::tr("A ticket that is moved to “%1” counts as closed.")
                   : SettingsWords::tr("A ticket that is moved to “%1” no longer counts as closed."))
            .arg(names.categoryName(ChannelId(entry)));
    case Setting::TicketBots:
        return (in ? SettingsWords::tr("%1 counts as a bot that opens tickets.")
                   : SettingsWords::tr("%1 no longer counts as a bot that opens tickets."))
            .arg(names.personName(UserId(entry)));
    }
    return {};
}

} // namespace

QStringList SettingsWords::sentences(const ConfigEdit &edit, const StoredConfig &before,
                                     const SettingsNames &names)
{
    QStringList lines;
    for (auto list = edit.lists.cbegin(); list != edit.lists.cend(); ++list) {
        for (auto entry = list->cbegin(); entry != list->cend(); ++entry)
            lines.append(listSentence(list.key(), entry.key(), entry.value(), names));
    }
    for (auto user = edit.addMax.cbegin(); user != edit.addMax.cend(); ++user)
        lines.append(tr("%1 can use every command, including deleting data, and counts as staff.")
                         .arg(user->isEmpty() ? names.personName(user.key()) : *user));
    for (auto user = edit.removeMax.cbegin(); user != edit.removeMax.cend(); ++user)
        lines.append(tr("%1 is back to what their roles allow.")
                         .arg(user->isEmpty() ? names.personName(user.key()) : *user));
    for (auto field = edit.fields.cbegin(); field != edit.fields.cend(); ++field)
        lines.append(tr("%1: %2 → %3.", "setting: old value → new value")
                         .arg(fieldName(field.key()),
                              fieldValue(field.key(), fieldOf(before, field.key()), names),
                              fieldValue(field.key(), field.value(), names)));
    return lines;
}

QString SettingsWords::fieldName(ConfigField field)
{
    switch (field) {
    case ConfigField::LogChannel:
        return tr("Ticket log channel");
    case ConfigField::ArchiveChannel:
        return tr("Archive channel");
    case ConfigField::PublicByDefault:
        return tr("/ticketstats answers");
    case ConfigField::TimeZone:
        return tr("Time zone");
    case ConfigField::PostLanguage:
        return tr("Language of posts");
    case ConfigField::FirstResponseTarget:
        return tr("First response target");
    case ConfigField::ResolutionTarget:
        return tr("Resolution target");
    case ConfigField::HeavyLoad:
        return tr("Heavy load");
    case ConfigField::WorkingWeek:
        return tr("Working hours");
    case ConfigField::Holidays:
        return tr("Holidays");
    case ConfigField::TargetsOfCategories:
        return tr("Targets of single categories");
    }
    return {};
}

QString SettingsWords::fieldValue(ConfigField field, const QVariant &value, const SettingsNames &names)
{
    switch (field) {
    case ConfigField::LogChannel:
    case ConfigField::ArchiveChannel:
        return names.channelName(ChannelId(value.toULongLong()));
    case ConfigField::PublicByDefault:
        return value.toBool() ? tr("in the channel, for everybody") : tr("privately");
    case ConfigField::TimeZone:
        return QString::fromLatin1(value.toByteArray());
    case ConfigField::PostLanguage: {
        const QString code = value.toString();
        return code.isEmpty() ? tr("the server's") : QLocale(code).nativeLanguageName();
    }
    case ConfigField::FirstResponseTarget:
    case ConfigField::ResolutionTarget:
        return Format::duration(value.toDouble());
    case ConfigField::HeavyLoad:
        return tr("%n open ticket(s)", nullptr, value.toInt());
    case ConfigField::WorkingWeek:
        return HoursWords::week(WorkingHours::weekFromText(value.toString()));
    case ConfigField::Holidays:
        return HoursWords::holidays(WorkingHours::holidaysFromText(value.toString()));
    case ConfigField::TargetsOfCategories:
        return HoursWords::categoryTargets(targetsFromText(value.toString()),
                                           [&names](ChannelId id) { return names.categoryName(id); });
    }
    return {};
}

// -- before saving ----------------------------------------------------------------------------------------

namespace {

// Whether anybody but the owner could use it: a role that exists, or a person.
bool somebodyHas(const StoredConfig &config, Setting setting, const SettingsNames &names)
{
    if (!config.maxUsers.isEmpty())
        return true;
    const QVector<quint64> roles = entriesOf(config, setting);
    return std::any_of(roles.cbegin(), roles.cend(), [&](quint64 role) {
        return !names.rolesKnown() || names.isEveryone(RoleId(role)) || names.role(RoleId(role));
    });
}

} // namespace

QStringList SettingsWords::warnings(const ConfigEdit &edit, const StoredConfig &before,
                                    const SettingsNames &names)
{
    QStringList lines;
    const StoredConfig after = applied(edit, before);
    const auto toEveryone = [&](Setting setting) {
        return edit.lists.value(setting).value(names.guild.value, false);
    };
    if (toEveryone(Setting::DatabaseRoles))
        lines.append(tr("Every member of the server will be able to delete tickets."));
    if (toEveryone(Setting::AccessRoles))
        lines.append(tr("Every member of the server will be able to give everyone every right."));
    const QString owner =
        names.ownerName.isEmpty() ? tr("the server owner") : tr("the server owner (%1)").arg(names.ownerName);
    const auto lost = [&](Setting setting) {
        return somebodyHas(before, setting, names) && !somebodyHas(after, setting, names);
    };
    if (lost(Setting::AccessRoles))
        lines.append(tr("Nobody except %1 will be able to manage access.").arg(owner));
    if (lost(Setting::DatabaseRoles))
        lines.append(tr("Nobody except %1 will be able to manage data.").arg(owner));
    if (lost(Setting::StatsRoles))
        lines.append(tr("Nobody except %1 will be able to view statistics.").arg(owner));
    if (lost(Setting::SupportRoles))
        lines.append(tr("Nobody will count as staff: response times can no longer be measured."));
    if (!before.ticketCategories.isEmpty() && after.ticketCategories.isEmpty())
        lines.append(tr("Without a ticket category no ticket will be recorded."));
    for (const ChannelId category : after.ticketCategories) {
        const bool touched = edit.lists.value(Setting::TicketCategories).contains(category.value)
            || edit.lists.value(Setting::ClosedCategories).contains(category.value);
        if (touched && after.closedCategories.contains(category))
            lines.append(tr("“%1” is both: its tickets are recorded, and being moved there closes them.")
                             .arg(names.categoryName(category)));
    }
    return lines;
}

QString SettingsWords::meanwhile(const ConfigDraft &draft, const SettingsNames &names)
{
    QStringList parts;
    const QVector<ConfigField> conflicts = draft.conflicts();
    for (const ConfigField field : conflicts)
        parts.append(tr("“%1” was changed to %2 by somebody else; saving replaces that with %3.")
                         .arg(fieldName(field), fieldValue(field, fieldOf(draft.stored(), field), names),
                              fieldValue(field, draft.edit().fields.value(field), names)));
    ConfigEdit others = draft.meanwhile();
    for (const ConfigField field : conflicts)
        others.fields.remove(field);
    if (!others.isEmpty())
        parts.append(
            tr("Saved elsewhere meanwhile, and kept: %1")
                .arg(sentences(others, applied(difference(draft.result(), draft.stored()), draft.stored()),
                               names)
                         .join(u' ')));
    return parts.join(u'\n');
}

SettingsProblem SettingsWords::problem(const ConfigEdit &edit, const StoredConfig &before)
{
    using enum ConfigField;
    const StoredConfig after = applied(edit, before);
    if (!QTimeZone(after.timeZone).isValid())
        return {{TimeZone},
                tr("Time zone: “%1” is not known. Choose one from the list, for example Europe/London.")
                    .arg(QString::fromLatin1(after.timeZone))};
    if (after.firstResponseTargetMs < MinuteMs)
        return {{FirstResponseTarget}, tr("First response target: at least 1 minute.")};
    if (after.resolutionTargetMs < HourMs)
        return {{ResolutionTarget}, tr("Resolution target: at least 1 hour.")};
    if (after.resolutionTargetMs < after.firstResponseTargetMs)
        return {{ResolutionTarget, FirstResponseTarget},
                tr("Resolution target: it cannot be shorter than the first response target.")};
    const Targets targets = after.targets();
    for (auto it = targets.byCategory.cbegin(); it != targets.byCategory.cend(); ++it) {
        if (targets.resolution(it.key()) < targets.firstResponse(it.key()))
            return {{TargetsOfCategories, FirstResponseTarget, ResolutionTarget},
                    tr("Targets of single categories: closing cannot be due before the first response.")};
    }
    if (after.heavyLoad < 1)
        return {{HeavyLoad}, tr("Heavy load: at least 1 open ticket.")};
    return {};
}

CheckedEdit SettingsWords::checked(const ConfigEdit &edit, const StoredConfig &before)
{
    CheckedEdit result{edit, {}};
    for (;;) {
        const SettingsProblem wrong = problem(result.good, before);
        qsizetype heldBack = 0;
        for (const ConfigField field : wrong.fields)
            heldBack += result.good.fields.remove(field);
        if (heldBack == 0) // nothing is wrong, or it was before these steps
            return result;
        result.problems.append(wrong);
    }
}

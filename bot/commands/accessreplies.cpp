// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/base/format.h"
#include "bot/commands/accesspolicy.h"
#include "bot/commands/replies.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace Replies {
namespace {

using Format::TimeStyle;

constexpr std::array Capabilities{Access::Statistics, Access::Database, Access::ManageUsers};

// In the middle of a sentence: "You can: view statistics."
QString accessPhrase(Access access, const Language &language)
{
    switch (access) {
    case Access::Everyone:
        break;
    case Access::Statistics:
        return language.translate("Commands", "view statistics", "You can: …");
    case Access::Database:
        return language.translate("Commands", "manage data", "You can: …");
    case Access::ManageUsers:
        return language.translate("Commands", "manage access", "You can: …");
    case Access::Staff:
        return language.translate("Commands", "see your own numbers", "You can: …");
    }
    return {};
}

QString commandsOf(Access access)
{
    QStringList commands;
    for (const CommandSpec &spec : commandTable()) {
        if (spec.access == access)
            commands.append(u'/' + QLatin1String(spec.name));
    }
    return commands.join(u' ');
}

QVector<RoleId> existing(const QVector<RoleId> &roles, const Permissions &in)
{
    QVector<RoleId> result;
    std::copy_if(roles.begin(), roles.end(), std::back_inserter(result),
                 [&](RoleId role) { return in.everyRole.contains(role) || role.value == in.guild.value; });
    return result;
}

QVector<RoleId> sortedRoles(const QSet<RoleId> &roles)
{
    QVector<RoleId> result(roles.cbegin(), roles.cend());
    std::sort(result.begin(), result.end());
    return result;
}

// As many mentions as a field of 1024 characters surely holds.
QString mentionList(const QStringList &mentions, const Language &language)
{
    constexpr qsizetype MaxMentions = 30;
    QString text = mentions.mid(0, MaxMentions).join(u' ');
    if (mentions.size() > MaxMentions)
        text += u' ' + language.translate("Commands", "and %n more", nullptr, mentions.size() - MaxMentions);
    return text;
}

QString rolesText(const QVector<RoleId> &roles, const Permissions &in, const Language &language)
{
    QStringList mentions;
    for (const RoleId role : existing(roles, in))
        mentions.append(roleMention(role, in.guild));
    return mentionList(mentions, language);
}

AccessDecision decide(const Permissions &in, UserId person, const QVector<RoleId> &roles, Access access)
{
    return decideAccess(in.config, in.guild, in.owner, person, roles, access);
}

QString callerLine(const Permissions &in, const Language &language)
{
    QStringList can, cannot;
    for (const Access access : Capabilities)
        (decide(in, in.caller, in.callerRoles, access).allowed ? can : cannot)
            .append(accessPhrase(access, language));
    const QString canText = language.translate("Commands", "You can: %1.").arg(can.join(u", "_s));
    const QString cannotText = language.translate("Commands", "You cannot: %1.").arg(cannot.join(u", "_s));
    if (cannot.isEmpty())
        return canText;
    return can.isEmpty() ? cannotText : canText + u' ' + cannotText;
}

QString reasonText(const AccessDecision &decision, const Permissions &in, const Language &language)
{
    using Why = AccessDecision::Why;
    switch (decision.why) {
    case Why::Everyone:
        return language.translate("Commands", "everybody can", "the reason for a right");
    case Why::Owner:
        return language.translate("Commands", "server owner", "the reason for a right");
    case Why::MaxUser:
        return language.translate("Commands", "max permissions", "the reason for a right");
    case Why::Role:
        return language.translate("Commands", "because of %1", "%1 is a role")
            .arg(roleMention(decision.role, in.guild));
    case Why::NoRole:
        break;
    }
    return {};
}

QString privilegedLine(const MaxUser &user, bool left, const Language &language)
{
    QString line = language.translate("Commands", "%1 · added by %2 %3", "person, person, a time: 3 days ago")
                       .arg(userMention(user.user), actorText(user.addedBy, language),
                            Format::discordTime(user.addedAtMs, TimeStyle::Relative));
    if (!user.confirmed)
        line += u" · "_s + language.translate("Commands", "imported, not confirmed yet");
    if (left)
        line += u" · "_s + language.translate("Commands", "left the server");
    return line;
}

QString helpLine(const CommandSpec &spec, const Help &in, const Language &language)
{
    const QString name = QLatin1String(spec.name);
    const CommandId id = in.commandIds.value(name);
    const QString link = id ? u"</%1:%2>"_s.arg(name, id.toString()) : u"`/%1`"_s.arg(name);
    return language.translate("Commands", "%1 – %2", "a command and what it does")
        .arg(link, commandSummary(spec, language));
}

QString needsText(const CommandSpec &spec, const Permissions &in, const Language &language)
{
    constexpr qsizetype MaxNames = 5;
    QStringList roles;
    for (const RoleId role : existing(rolesFor(in.config, spec.access), in).mid(0, MaxNames))
        roles.append(roleMention(role, in.guild));
    if (roles.isEmpty())
        return language.translate("Commands", "needs the server owner");
    return language.translate("Commands", "needs %1", "%1 is a role").arg(joinedWithOr(roles, language));
}

} // namespace

OutgoingMessage withUndo(OutgoingMessage message, const ActionId &undo, const Language &language)
{
    Discord::ActionRow row;
    row.buttons.append({undo.toString(), language.translate("Commands", "Undo")});
    message.rows.append(row);
    return message;
}

OutgoingMessage maxAdded(UserId user, const Language &language)
{
    return plain(language
                     .translate("Commands",
                                "Done. %1 can now use every command of this bot, deleting data included, and "
                                "counts as staff.")
                     .arg(userMention(user)));
}

OutgoingMessage maxRemoved(UserId user, const Language &language)
{
    return plain(
        language.translate("Commands", "Done. %1 is back to what their roles allow.").arg(userMention(user)));
}

OutgoingMessage maxRefusedBot(const Language &language)
{
    return plain(
        language.translate("Commands", "Bots use no commands, so they cannot have max permissions."));
}

OutgoingMessage maxRefusedOwner(const Language &language)
{
    return plain(language.translate("Commands", "The server owner always has it."));
}

OutgoingMessage maxRefusedSelf(bool adding, UserId owner, const Language &language)
{
    const QString text = adding
        ? language.translate("Commands", "Nobody can give max permissions to themselves.")
        : language.translate("Commands", "Nobody can take max permissions from themselves.");
    if (!owner)
        return plain(text);
    return plain(text + u' ' + language.translate("Commands", "Ask %1.").arg(userMention(owner)));
}

OutgoingMessage maxAlready(const MaxUser &user, const Language &language)
{
    return plain(language
                     .translate("Commands", "%1 already has this, added by %2 %3.",
                                "person, person, a time: 3 days ago")
                     .arg(userMention(user.user), actorText(user.addedBy, language),
                          Format::discordTime(user.addedAtMs, TimeStyle::Relative)));
}

OutgoingMessage maxNotListed(UserId user, const Language &language)
{
    return plain(language.translate("Commands", "%1 does not have max permissions. Nothing was changed.")
                     .arg(userMention(user)));
}

OutgoingMessage maxUndone(UserId user, bool hasItNow, const Language &language)
{
    return plain((hasItNow
                      ? language.translate("Commands", "Undone. %1 has max permissions again.")
                      : language.translate("Commands", "Undone. %1 does not have max permissions any more."))
                     .arg(userMention(user)));
}

QVector<UserId> privilegedOnPage(const PrivilegedUsers &in)
{
    QVector<UserId> all;
    if (in.owner)
        all.append(in.owner);
    for (const MaxUser &user : in.users) {
        if (user.user != in.owner)
            all.append(user.user);
    }
    return all.mid((std::max(1, in.page) - 1) * PrivilegedPerPage, PrivilegedPerPage);
}

OutgoingMessage privilegedUsers(const PrivilegedUsers &in, const Language &language)
{
    const auto others =
        std::count_if(in.users.begin(), in.users.end(), [&](const MaxUser &u) { return u.user != in.owner; });
    const int rows = int(others) + (in.owner ? 1 : 0);
    const int pages = std::max(1, (rows + PrivilegedPerPage - 1) / PrivilegedPerPage);
    PrivilegedUsers shown = in;
    shown.page = std::clamp(in.page, 1, pages);

    QStringList lines;
    for (const UserId user : privilegedOnPage(shown)) {
        if (user == in.owner) {
            lines.append(language.translate("Commands", "%1 · server owner, always").arg(userMention(user)));
            continue;
        }
        const auto it =
            std::find_if(in.users.begin(), in.users.end(), [&](const MaxUser &u) { return u.user == user; });
        lines.append(privilegedLine(*it, in.left.contains(user), language));
    }
    Discord::Embed embed;
    embed.title = language.translate("Commands", "Max permissions");
    embed.description = lines.join(u'\n');
    OutgoingMessage message;
    message.ephemeral = true;
    if (pages > 1) {
        embed.footer = language.translate("Commands", "Page %1 of %2").arg(shown.page).arg(pages);
        const auto pageId = [&](int page) {
            return ViewId{ViewId::Action::Privileged, u"all"_s, page, ViewId::View::List, in.caller}
                .toString();
        };
        Discord::ActionRow row;
        row.buttons = {
            {shown.page > 1 ? pageId(shown.page - 1) : pageId(pages + 1),
             language.translate("Commands", "◀ Previous"), Discord::ButtonStyle::Secondary, shown.page <= 1},
            {shown.page < pages ? pageId(shown.page + 1) : pageId(pages + 2),
             language.translate("Commands", "Next ▶"), Discord::ButtonStyle::Secondary, shown.page >= pages}};
        message.rows.append(row);
    }
    message.embeds = {embed};
    return message;
}

OutgoingMessage permissions(const Permissions &in, bool pickPerson, const Language &language)
{
    Discord::Embed embed;
    embed.title = language.translate("Commands", "Permissions");
    embed.description = callerLine(in, language);
    for (const Access access : Capabilities) {
        QString roles = rolesText(rolesFor(in.config, access), in, language);
        if (roles.isEmpty())
            roles = language.translate("Commands", "no role");
        embed.fields.append({accessName(access, language), roles + u'\n' + commandsOf(access), false});
    }
    const QString staff = rolesText(sortedRoles(in.config.supportRoles), in, language);
    embed.fields.append({language.translate("Commands", "Counts as staff"),
                         (staff.isEmpty() ? language.translate("Commands", "no role") : staff) + u'\n'
                             + commandsOf(Access::Staff),
                         false});
    QStringList people;
    if (in.owner)
        people.append(language.translate("Commands", "%1 (owner, always)").arg(userMention(in.owner)));
    QVector<UserId> maxUsers(in.config.maxUsers.cbegin(), in.config.maxUsers.cend());
    std::sort(maxUsers.begin(), maxUsers.end());
    for (const UserId user : maxUsers) {
        if (user != in.owner)
            people.append(userMention(user));
    }
    embed.fields.append(
        {language.translate("Commands", "Max permissions"), mentionList(people, language), false});

    OutgoingMessage message;
    message.ephemeral = true;
    message.embeds = {embed};
    if (decide(in, in.caller, in.callerRoles, Access::ManageUsers).allowed) {
        const QString label = language.translate("Commands", "Explain for a person");
        if (pickPerson) {
            Discord::Select select;
            select.userSelect = true;
            select.customId =
                ViewId{ViewId::Action::ExplainPerson, u"all"_s, 1, ViewId::View::List, in.caller}.toString();
            select.placeholder = label;
            message.rows.append({{}, select});
        } else {
            Discord::ActionRow row;
            row.buttons.append(
                {ViewId{ViewId::Action::Explain, u"all"_s, 1, ViewId::View::List, in.caller}.toString(),
                 label});
            message.rows.append(row);
        }
    }
    return message;
}

OutgoingMessage explained(const Permissions &in, UserId person, const std::optional<QVector<RoleId>> &roles,
                          const Language &language)
{
    QStringList lines{userMention(person)};
    if (!roles)
        lines.append(language.translate("Commands", "This person is not on the server: no role counts."));
    for (const CommandSpec &spec : commandTable()) {
        const AccessDecision decision = decide(in, person, roles.value_or(QVector<RoleId>()), spec.access);
        const QString command = u'/' + QLatin1String(spec.name);
        lines.append(decision.allowed ? language.translate("Commands", "%1: can (%2)", "command, reason")
                                            .arg(command, reasonText(decision, in, language))
                                      : language.translate("Commands", "%1: cannot (%2)", "command, reason")
                                            .arg(command, needsText(spec, in, language)));
    }
    OutgoingMessage message = permissions(in, true, language);
    Discord::Embed embed;
    embed.title = language.translate("Commands", "What one person can do");
    embed.description = lines.join(u'\n');
    message.embeds = {embed};
    return message;
}

OutgoingMessage help(const Help &in, const Language &language)
{
    QStringList can, cannot;
    for (const CommandSpec &spec : commandTable()) {
        const QString line = helpLine(spec, in, language);
        if (decide(in.permissions, in.permissions.caller, in.permissions.callerRoles, spec.access).allowed)
            can.append(line);
        else
            cannot.append(line + u" · "_s + needsText(spec, in.permissions, language));
    }
    Discord::Embed embed;
    embed.title = u"Ticket Assistant"_s;
    QStringList parts{
        language.translate(
            "Commands",
            "Watches this server's support tickets and tells the team how many there are, how fast "
            "they are answered and who is waiting."),
        can.join(u'\n')};
    if (!cannot.isEmpty())
        parts.append(language.translate("Commands", "Not for you:") + u'\n' + cannot.join(u'\n'));
    embed.description = parts.join(u"\n\n"_s);
    QStringList footer{language.translate("Commands", "Version %1").arg(in.version)};
    if (!in.state.isEmpty())
        footer.append(Discord::cleaned(in.state, 200));
    embed.footer = footer.join(u" · "_s);
    OutgoingMessage message;
    message.ephemeral = true;
    message.embeds = {embed};
    return message;
}

} // namespace Replies

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/commands/commandhandlers.h"
#include "bot/commands/replies.h"

using namespace Qt::Literals::StringLiterals;

namespace Handlers {
namespace {

Replies::Permissions permissionsNow(const CommandContext &context)
{
    const GuildView &view = context.view();
    Replies::Permissions permissions;
    permissions.guild = context.guild();
    permissions.owner = view.guild().owner;
    permissions.config = view.config();
    for (const Discord::Role &role : view.guild().roles)
        permissions.everyRole.insert(role.id);
    permissions.caller = context.caller();
    permissions.callerRoles = context.interaction().member.roles;
    return permissions;
}

} // namespace

void viewPermissions(CommandContext &context)
{
    context.defer();
    context.answer(Replies::permissions(permissionsNow(context), false, context.language()));
}

void explainPressed(const CommandContext &context)
{
    context.deferUpdate();
    context.answer(Replies::permissions(permissionsNow(context), true, context.language()));
}

void personPicked(const CommandContext &context)
{
    const Discord::Interaction &interaction = context.interaction();
    const UserId person = UserId::fromText(interaction.values.value(0));
    if (!person)
        return context.refuse(Replies::unknownButton(context.language()));
    context.deferUpdate();
    std::optional<QVector<RoleId>> roles;
    if (const auto it = interaction.resolvedMembers.constFind(person);
        it != interaction.resolvedMembers.cend())
        roles = it->roles;
    context.answer(Replies::explained(permissionsNow(context), person, roles, context.language()));
}

void help(CommandContext &context)
{
    context.defer();
    const CommandRouter::Environment &environment = context.services().environment;
    Replies::Help help;
    help.permissions = permissionsNow(context);
    if (environment.commandIds)
        help.commandIds = environment.commandIds();
    help.version = QStringLiteral(TA_VERSION);
    if (environment.stateText)
        help.state = environment.stateText(context.language());
    context.answer(Replies::help(help, context.language()));
}

} // namespace Handlers

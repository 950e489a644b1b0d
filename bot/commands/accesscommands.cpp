// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/commands/commandhandlers.h"
#include "bot/commands/replies.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace Handlers {
namespace {

constexpr qint64 UndoLifeMs = 30 * SecondMs;
constexpr int AskMembersMs = 2000; // a mark in a list is not worth more
constexpr qint64 MembershipGoodMs = 10 * MinuteMs;

// The `user` option; 0 when Discord sent none.
UserId chosenUser(const CommandContext &context)
{
    const Discord::InteractionOption *option = context.interaction().option(u"user");
    return option ? UserId::fromJson(option->value) : UserId();
}

QString chosenName(const CommandContext &context, UserId user)
{
    const Discord::Interaction &interaction = context.interaction();
    const QString nick = interaction.resolvedMembers.value(user).nick;
    return nick.isEmpty() ? interaction.resolvedUsers.value(user).displayName() : nick;
}

// Adds or removes, saves the undo with it, reloads the settings, answers.
void changeMax(const CommandContext &context, UserId user, const QString &name, bool add)
{
    const PendingAction undo = newPending(context, add ? UndoMaxAddAction : UndoMaxRemoveAction,
                                          {{u"user"_s, user.toString()}, {u"name"_s, name}}, UndoLifeMs);
    context.write(
        [=, guild = context.guild(), actor = context.actor(),
         interaction = context.interaction().id](Writer &writer) -> Result<bool> {
            const Result<bool> first = writer.firstTime(interaction, guild);
            if (!first || !*first)
                return first;
            const Result<bool> changed =
                add ? writer.addMaxUser(guild, user, name, actor) : writer.removeMaxUser(guild, user, actor);
            if (!changed || !*changed)
                return changed;
            if (Status saved = writer.savePending(undo); !saved)
                return saved.error();
            return true;
        },
        [=](const Result<bool> &changed) {
            if (!changed)
                return context.fail(changed.error());
            if (!*changed)
                return context.leaveAsIs(u"already done"_s);
            context.reloadConfig([=]() {
                const Language language = context.language();
                const Discord::OutgoingMessage done =
                    add ? Replies::maxAdded(user, language) : Replies::maxRemoved(user, language);
                // The 30 s begin when the button can be seen.
                rememberPending(context, undo, 0, done);
                context.answer(Replies::withUndo(done, {undo.key}, language));
            });
        });
}

std::optional<MaxUser> listedUser(const QVector<MaxUser> &users, UserId user)
{
    const auto it =
        std::find_if(users.begin(), users.end(), [user](const MaxUser &u) { return u.user == user; });
    return it == users.end() ? std::nullopt : std::optional(*it);
}

void sendPrivileged(const CommandContext &context, Replies::PrivilegedUsers list)
{
    const CommandServices &services = context.services();
    for (const UserId user : Replies::privilegedOnPage(list)) {
        if (services.memberships.value({context.guild(), user}).left)
            list.left.insert(user);
    }
    context.answer(Replies::privilegedUsers(list, context.language()));
}

// Members who leave are not announced without a privileged intent (P-02), so Discord is asked about those on
// the page.
void askWhoLeft(const CommandContext &context, const Replies::PrivilegedUsers &list)
{
    CommandServices &services = context.services();
    const GuildId guild = context.guild();
    const MonoMs now = services.environment.clock.mono();
    QVector<UserId> unknown;
    for (const UserId user : Replies::privilegedOnPage(list)) {
        const auto it = services.memberships.constFind({guild, user});
        if (user != list.owner && (it == services.memberships.cend() || now - it->atMono > MembershipGoodMs))
            unknown.append(user);
    }
    if (unknown.isEmpty())
        return sendPrivileged(context, list);

    const auto waiting = std::make_shared<qsizetype>(unknown.size());
    const auto oneLess = [context, list, waiting] {
        if (*waiting > 0 && --*waiting == 0)
            sendPrivileged(context, list);
    };
    for (const UserId user : unknown) {
        Discord::Request request = Discord::Routes::member(guild, user);
        request.notAfterMono = now + AskMembersMs;
        services.environment.rest->call(
            request, services.home, [context, guild, user, oneLess](const Discord::RestReply &reply) {
                constexpr int UnknownMember = 10007, UnknownUser = 10013;
                CommandServices &known = context.services();
                const bool left = reply.discordCode == UnknownMember || reply.discordCode == UnknownUser;
                if (left || reply.ok())
                    known.memberships.insert({guild, user}, {left, known.environment.clock.mono()});
                oneLess();
            });
    }
    QTimer::singleShot(AskMembersMs, services.home, [context, list, waiting] {
        if (std::exchange(*waiting, 0) > 0)
            sendPrivileged(context, list);
    });
}

void readPrivileged(const CommandContext &context, int page)
{
    context.read([guild = context.guild()](const Reader &reader) { return reader.maxUsers(guild); },
                 [context, page](const QVector<MaxUser> &users) {
                     Replies::PrivilegedUsers list;
                     list.owner = context.view().guild().owner;
                     list.users = users;
                     list.page = page;
                     list.caller = context.caller();
                     askWhoLeft(context, list);
                 });
}

} // namespace

void maxPermsAdd(CommandContext &context)
{
    const Language language = context.language();
    const UserId user = chosenUser(context);
    const UserId owner = context.view().guild().owner;
    if (!user)
        return context.refuse(Replies::unknownButton(language));
    if (user == owner)
        return context.refuse(Replies::maxRefusedOwner(language));
    if (user == context.caller())
        return context.refuse(Replies::maxRefusedSelf(true, owner, language));
    if (context.interaction().resolvedUsers.value(user).bot)
        return context.refuse(Replies::maxRefusedBot(language));
    context.defer();
    context.read([guild = context.guild()](const Reader &reader) { return reader.maxUsers(guild); },
                 [context, user](const QVector<MaxUser> &users) {
                     const std::optional<MaxUser> listed = listedUser(users, user);
                     if (listed && listed->confirmed)
                         return context.answer(Replies::maxAlready(*listed, context.language()));
                     changeMax(context, user, chosenName(context, user), true);
                 });
}

void maxPermsRemove(CommandContext &context)
{
    const Language language = context.language();
    const UserId user = chosenUser(context);
    const UserId owner = context.view().guild().owner;
    if (!user)
        return context.refuse(Replies::unknownButton(language));
    if (user == owner)
        return context.refuse(Replies::maxRefusedOwner(language));
    if (user == context.caller())
        return context.refuse(Replies::maxRefusedSelf(false, owner, language));
    context.defer();
    context.read([guild = context.guild()](const Reader &reader) { return reader.maxUsers(guild); },
                 [context, user](const QVector<MaxUser> &users) {
                     const std::optional<MaxUser> listed = listedUser(users, user);
                     if (!listed)
                         return context.answer(Replies::maxNotListed(user, context.language()));
                     changeMax(context, user, listed->name, false);
                 });
}

void privilegedUsers(CommandContext &context)
{
    context.defer();
    readPrivileged(context, 1);
}

void privilegedPagePressed(const CommandContext &context, int page)
{
    context.deferUpdate();
    readPrivileged(context, page);
}

} // namespace Handlers

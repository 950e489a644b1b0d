// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/commands/commandhandlers.h"
#include "bot/commands/replies.h"

using namespace Qt::Literals::StringLiterals;

namespace Handlers {
namespace {

// What a press came to, told by the storage thread.
struct ActionOutcome
{
    PendingAction taken;
    WipeRecord wipe; // undone
    UserId user; // whose max permissions changed
    std::optional<WipeScope> askAgain;
};

bool undoesNotice(const QString &action)
{
    return action == UndoLogChannelAction || action == UndoSummaryAction || action == UndoFrequencyAction;
}

// Carries out everything but a deletion. In the storage thread, in one transaction with taking the action.
Result<ActionOutcome> carryOut(Writer &writer, const PendingAction &taken, const QString &chosen,
                               const Actor &actor)
{
    ActionOutcome outcome;
    outcome.taken = taken;
    if (taken.action == WipeAction) {
        // Only after a restart: nobody knows here whether the number was typed, so it is asked anew.
        outcome.askAgain = wipeScopeFromJson(taken.arguments);
        return outcome;
    }
    if (taken.action == CancelWipeAction) {
        // Used up or too late is as good as cancelled.
        (void)writer.takePending(taken.arguments[u"key"_s].toString().toLatin1(), taken.guild, taken.user);
        return outcome;
    }
    if (taken.action == UndoWipeAction) {
        const QJsonArray wipes = taken.arguments[u"wipes"_s].toArray();
        const QString wipe = chosen.isEmpty() && wipes.size() == 1 ? wipes.first().toString() : chosen;
        if (!wipes.contains(QJsonValue(wipe)))
            return Error{ErrorKind::Denied, {}, u"not one of the offered deletions"_s};
        Result<WipeRecord> record = writer.undoWipe(taken.guild, wipe.toLongLong(), actor);
        if (!record && record.error().kind == ErrorKind::NotFound) // undone by somebody else meanwhile
            return Error{ErrorKind::Cancelled, record.error().text, record.error().detail};
        if (!record)
            return record.error();
        outcome.wipe = *record;
        return outcome;
    }
    if (undoesNotice(taken.action)) {
        if (Status undone = undoNotice(writer, taken, actor); !undone)
            return undone.error();
        return outcome;
    }
    outcome.user = UserId::fromText(taken.arguments[u"user"_s].toString());
    const Result<bool> changed = taken.action == UndoMaxAddAction
        ? writer.removeMaxUser(taken.guild, outcome.user, actor)
        : writer.addMaxUser(taken.guild, outcome.user, taken.arguments[u"name"_s].toString(), actor);
    if (!changed)
        return changed.error();
    return outcome;
}

void answerUndoneMax(const CommandContext &context, const ActionOutcome &outcome)
{
    context.reloadConfig([context, user = outcome.user, again = outcome.taken.action == UndoMaxRemoveAction] {
        context.answer(Replies::maxUndone(user, again, context.language()));
    });
}

void answerOutcome(const CommandContext &context, const ActionOutcome &outcome)
{
    CommandServices &services = context.services();
    const Language language = context.language();
    services.pending.remove(outcome.taken.key);
    if (outcome.taken.action == WipeAction) {
        if (!outcome.askAgain)
            return context.answer(Replies::nothingDeletedExpired(language));
        WipeScope scope = *outcome.askAgain;
        scope.nowMs = context.askedAtMs();
        askAboutWipe(context, scope, false);
    } else if (outcome.taken.action == CancelWipeAction) {
        services.pending.remove(outcome.taken.arguments[u"key"_s].toString().toLatin1());
        context.answer(Replies::nothingDeleted(language));
    } else if (outcome.taken.action == UndoWipeAction) {
        context.answer(Replies::undone(outcome.wipe, language));
    } else if (undoesNotice(outcome.taken.action)) {
        context.reloadConfig([context] { context.answer(Replies::noticeUndone(context.language())); });
    } else {
        answerUndoneMax(context, outcome);
    }
}

// After a restart the database alone knows what the button does; rights are therefore decided for every kind
// beforehand.
void takeAndCarryOut(const CommandContext &context, const ActionId &id)
{
    const bool mayWipe = context.decide(Access::Database).allowed;
    const bool mayManage = context.decide(Access::ManageUsers).allowed;
    context.write(
        [=, guild = context.guild(), actor = context.actor(), interaction = context.interaction().id,
         chosen = context.interaction().values.value(0)](Writer &writer) -> Result<ActionOutcome> {
            const Result<PendingAction> taken = takeOnce(writer, interaction, guild, actor.user, id);
            if (!taken)
                return taken.error();
            const std::optional<Access> access = accessOfAction(taken->action);
            if (!access || !(*access == Access::Database ? mayWipe : mayManage))
                return Error{ErrorKind::Denied, {}, u"the right is gone"_s};
            return carryOut(writer, *taken, chosen, actor);
        },
        [context, id](const Result<ActionOutcome> &outcome) {
            if (outcome)
                return answerOutcome(context, *outcome);
            QString action;
            if (PendingActions::Entry *entry = context.services().pending.find(id.key)) {
                entry->pressed = false;
                action = entry->action.action;
            }
            answerNotTaken(context, outcome.error(), action);
        });
}

QString typedDigits(const QString &text)
{
    QString digits;
    for (const QChar c : text) {
        if (c >= u'0' && c <= u'9')
            digits += c;
        else if (!c.isSpace() && c != u',' && c != u'.' && c != u'"' && c != u'\'')
            return {};
    }
    return digits;
}

} // namespace

std::optional<Access> accessOfAction(const QString &action)
{
    if (action == WipeAction || action == CancelWipeAction || action == UndoWipeAction)
        return Access::Database;
    if (action == UndoMaxAddAction || action == UndoMaxRemoveAction || undoesNotice(action))
        return Access::ManageUsers;
    return {};
}

QString commandOfAction(const QString &action)
{
    if (action == UndoMaxAddAction)
        return u"maxpermsadd"_s;
    if (action == UndoMaxRemoveAction)
        return u"maxpermsremove"_s;
    if (action == UndoLogChannelAction)
        return u"logchannelset"_s;
    if (action == UndoSummaryAction)
        return u"summarychannel"_s;
    if (action == UndoFrequencyAction)
        return u"summaryfrequency"_s;
    return action == UndoWipeAction ? u"wipehistory"_s : u"wipestats"_s;
}

PendingAction newPending(const CommandContext &context, QLatin1String action, const QJsonObject &arguments,
                         qint64 lifeMs)
{
    return {ActionId::random().key,
            context.guild(),
            context.caller(),
            action,
            arguments,
            context.services().environment.clock.utc() + lifeMs};
}

void rememberPending(const CommandContext &context, const PendingAction &pending, int typedNumber,
                     const std::optional<Discord::OutgoingMessage> &afterwards)
{
    CommandServices &services = context.services();
    services.pending.add(pending, typedNumber);
    if (!afterwards)
        return;
    const qint64 lifeMs = pending.expiresMs - services.environment.clock.utc();
    QTimer::singleShot(std::chrono::milliseconds(std::max<qint64>(0, lifeMs)), services.home,
                       [context, key = pending.key, afterwards = *afterwards]() {
                           PendingActions::Entry *entry = context.services().pending.find(key);
                           if (entry && !entry->pressed)
                               context.edit(afterwards);
                       });
}

Result<PendingAction> takeOnce(Writer &writer, InteractionId interaction, GuildId guild, UserId user,
                               const ActionId &id)
{
    const Result<bool> first = writer.firstTime(interaction, guild);
    if (!first)
        return first.error();
    if (!*first)
        return Error{ErrorKind::NotFound, {}, u"a repeated interaction"_s};
    return writer.takePending(id.key, guild, user);
}

void answerNotTaken(const CommandContext &context, const Error &error, const QString &action)
{
    const Language language = context.language();
    switch (error.kind) {
    case ErrorKind::NotFound: // used: whoever used it has changed the message already
        return context.leaveAsIs(u"pressed twice"_s);
    case ErrorKind::Denied:
        return context.leaveAsIs(u"refused"_s);
    case ErrorKind::Cancelled:
        return context.answer(action == WipeAction || action == CancelWipeAction
                                  ? Replies::nothingDeletedExpired(language)
                                  : Replies::undoTooLate(language));
    default:
        return context.fail(error);
    }
}

void actionPressed(const CommandContext &context, const ActionId &id)
{
    CommandServices &services = context.services();
    const UtcMs now = services.environment.clock.utc();
    const Language language = context.language();
    services.pending.forgetExpired(now);
    PendingActions::Entry *entry = services.pending.find(id.key);
    if (!entry) {
        context.deferUpdate();
        return takeAndCarryOut(context, id);
    }

    const QString action = entry->action.action;
    const std::optional<Access> access = accessOfAction(action);
    if (entry->action.guild != context.guild() || !access)
        return context.refuse(Replies::unknownButton(language));
    if (entry->action.user != context.caller())
        return context.refuse(Replies::notYourButtons(entry->action.user, commandOfAction(action), language));
    if (!context.decide(*access).allowed)
        return context.refuse(context.refusalFor(*access));
    if (entry->pressed) {
        context.deferUpdate();
        return context.leaveAsIs(u"pressed twice"_s);
    }
    if (entry->action.expiresMs <= now) {
        context.deferUpdate();
        return answerNotTaken(context, {ErrorKind::Cancelled, {}, {}}, action);
    }
    const bool submitted = context.interaction().type == Discord::InteractionType::ModalSubmit;
    if (entry->typedNumber > 0 && !submitted)
        return context.openModal(Replies::wipeModal(id, entry->typedNumber, language));
    if (entry->typedNumber > 0
        && typedDigits(context.interaction().fields.value(u"number"_s))
            != QString::number(entry->typedNumber))
        return context.refuse(Replies::wrongNumber(entry->typedNumber, language));

    entry->pressed = true;
    const QJsonObject arguments = entry->action.arguments;
    context.deferUpdate();
    if (action == WipeAction)
        confirmWipe(context, id, arguments);
    else
        takeAndCarryOut(context, id);
}

} // namespace Handlers

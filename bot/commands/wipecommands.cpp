// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/base/logging.h"
#include "bot/commands/commandhandlers.h"
#include "bot/commands/replies.h"

using namespace Qt::Literals::StringLiterals;

namespace Handlers {
namespace {

constexpr qint64 ConfirmationLifeMs = 2 * MinuteMs;
constexpr qint64 HistoryUndoLifeMs = 15 * MinuteMs; // as long as the message can be edited

QString wipeCategoryTitle(const CommandContext &context, const CategoryFilter &category,
                          const Language &language)
{
    return category.all
        ? QString()
        : categoryTitle(context.services().knownCategories(context.guild()), category, language);
}

// The options as a scope, or what is wrong with them (UX 4.2).
Result<WipeScope> scopeFromOptions(const CommandContext &context)
{
    const Language language = context.language();
    const auto wrong = [](const QString &text) { return Error{ErrorKind::Invalid, text, {}}; };
    const Discord::Interaction &interaction = context.interaction();
    const Discord::InteractionOption *scopeOption = interaction.option(u"scope");
    const Discord::InteractionOption *daysOption = interaction.option(u"days");
    const QString word = scopeOption ? scopeOption->value.toString()
        : daysOption                 ? u"last"_s
                                     : u"everything"_s;

    WipeScope scope;
    scope.nowMs = context.askedAtMs();
    if (word == "everything"_L1) {
        if (daysOption)
            return wrong(language.translate(
                "Commands",
                "The scope \"everything\" takes no days. Leave out days, or choose another scope."));
        scope.kind = WipeScope::Kind::Everything;
    } else if (word == "last"_L1 || word == "older-than"_L1) {
        if (!daysOption)
            // It is called as the choice is.
            return wrong(
                language.translate("Commands", "The option days is missing: the scope \"%1\" needs it.")
                    .arg(language.translate("Commands", qPrintable(word))));
        scope.kind = word == "last"_L1 ? WipeScope::Kind::Last : WipeScope::Kind::OlderThan;
        const qint64 days = daysOption->value.isDouble() ? daysOption->value.toInteger(0) : 0;
        if (days < 1 || days > 3650)
            return wrong(Replies::badDays(language).content);
        scope.days = int(days);
    } else {
        return wrong(language.translate("Commands", "The scope is everything, last or older-than."));
    }
    if (const Discord::InteractionOption *category = interaction.option(u"category")) {
        const Result<CategoryFilter> filter = categoryFromText(
            context.services().knownCategories(context.guild()), category->value.toString(), language);
        if (!filter)
            return filter.error();
        scope.category = *filter;
    }
    return scope;
}

ViewId downloadId(const CommandContext &context, const WipeScope &scope)
{
    using Kind = WipeScope::Kind;
    const auto view = scope.kind == Kind::Everything ? ViewId::View::Everything
        : scope.kind == Kind::Last                   ? ViewId::View::Last
                                                     : ViewId::View::OlderThan;
    return {ViewId::Action::WipeCsv, categoryKey(scope.category), std::max(1, scope.days), view,
            context.caller()};
}

void sendQuestion(const CommandContext &context, const WipeScope &scope, const WipePreview &preview,
                  bool countsChanged, const std::optional<ActionId> &replaces)
{
    const Language language = context.language();
    QJsonObject arguments = wipeScopeToJson(scope);
    arguments[u"tickets"_s] = preview.tickets;
    arguments[u"messages"_s] = preview.messages;
    const PendingAction confirm = newPending(context, WipeAction, arguments, ConfirmationLifeMs);
    const PendingAction cancel =
        newPending(context, CancelWipeAction, {{u"key"_s, QLatin1String(confirm.key)}}, ConfirmationLifeMs);

    Replies::WipeQuestion question;
    question.scope = scope;
    question.preview = preview;
    question.categoryTitle = wipeCategoryTitle(context, scope.category, language);
    question.confirm = {confirm.key};
    question.cancel = {cancel.key};
    question.download = downloadId(context, scope);
    question.expiresMs = confirm.expiresMs;
    question.countsChanged = countsChanged;
    question.catchingUp = context.catchingUp();
    const int typed = preview.needsTyping() ? preview.tickets : 0;

    context.write(
        [=, guild = context.guild(), user = context.caller()](Writer &writer) -> Status {
            // The old button is worth nothing any more; whether it was used in the meantime does not matter
            // here.
            if (replaces)
                (void)writer.takePending(replaces->key, guild, user);
            if (Status saved = writer.savePending(confirm); !saved)
                return saved;
            return writer.savePending(cancel);
        },
        [=](const Status &saved) {
            if (!saved)
                return context.fail(saved.error());
            if (replaces)
                context.services().pending.remove(replaces->key);
            rememberPending(context, confirm, typed, Replies::nothingDeletedExpired(language));
            rememberPending(context, cancel, 0, {});
            context.answer(Replies::wipeQuestion(question, language));
        });
}

void sendHistoryPage(const CommandContext &context, int page)
{
    struct Page
    {
        QVector<WipeRecord> records;
        int total = 0;
        int page = 1;
    };
    context.read(
        [guild = context.guild(), page](const Reader &reader) {
            Page result;
            result.page = page;
            result.records =
                reader.wipes(guild, (page - 1) * Replies::WipesPerPage, Replies::WipesPerPage, &result.total);
            return result;
        },
        [context](const Page &found) {
            const Language language = context.language();
            const CommandRouter::Environment &environment = context.services().environment;
            Replies::WipeHistory history;
            history.records = found.records;
            history.total = found.total;
            history.page = found.page;
            history.caller = context.caller();
            history.nowMs = environment.clock.utc();
            history.timeZone = context.config().timeZone;
            QJsonArray restorable;
            for (const WipeRecord &record : found.records) {
                history.categoryTitles.append(wipeCategoryTitle(context, record.scope.category, language));
                if (record.undoable(history.nowMs))
                    restorable.append(QString::number(record.id));
            }
            if (restorable.isEmpty())
                return context.answer(Replies::wipeHistory(history, language));
            const PendingAction undo =
                newPending(context, UndoWipeAction, {{u"wipes"_s, restorable}}, HistoryUndoLifeMs);
            history.undo = {undo.key};
            context.write([undo](Writer &writer) { return writer.savePending(undo); },
                          [=](const Status &saved) {
                              if (!saved)
                                  return context.fail(saved.error());
                              rememberPending(context, undo, 0, {});
                              context.answer(Replies::wipeHistory(history, language));
                          });
        });
}

} // namespace

void wipeStats(CommandContext &context)
{
    const Result<WipeScope> scope = scopeFromOptions(context);
    if (!scope)
        return context.refuse(Replies::plain(scope.error().text));
    context.defer();
    askAboutWipe(context, *scope, false);
}

void askAboutWipe(const CommandContext &context, const WipeScope &scope, bool countsChanged,
                  const std::optional<ActionId> &replaces)
{
    context.read(
        [guild = context.guild(), scope](const Reader &reader) { return reader.wipePreview(guild, scope); },
        [=](const WipePreview &preview) {
            if (preview.tickets == 0)
                return context.answer(Replies::nothingToDelete(context.catchingUp(), context.language()));
            sendQuestion(context, scope, preview, countsChanged, replaces);
        });
}

void confirmWipe(const CommandContext &context, const ActionId &id, const QJsonObject &arguments)
{
    const std::optional<WipeScope> scope = wipeScopeFromJson(arguments);
    if (!scope)
        return context.fail({ErrorKind::Internal, u"A pending deletion could not be read."_s, {}});
    WipePreview expected;
    expected.tickets = arguments[u"tickets"_s].toInt();
    expected.messages = arguments[u"messages"_s].toInteger();
    const auto askAgain = [context, id, scope = *scope] {
        WipeScope fresh = scope;
        fresh.nowMs = context.askedAtMs();
        askAboutWipe(context, fresh, true, id);
    };
    const auto carryOut = [context, id, scope = *scope, askAgain](const WipePreview &counted) {
        const GuildId guild = context.guild();
        const PendingAction undo = newPending(context, UndoWipeAction, {}, 30 * DayMs);
        context.write(
            [=, actor = context.actor(),
             interaction = context.interaction().id](Writer &writer) -> Result<WipeRecord> {
                if (Result<PendingAction> taken = takeOnce(writer, interaction, guild, actor.user, id);
                    !taken)
                    return taken.error();
                Result<WipeRecord> record = writer.wipe(guild, scope, counted, actor);
                // Busy means here that the counts changed; trying the same again would not help.
                if (!record && record.error().kind == ErrorKind::Busy)
                    return Error{ErrorKind::Invalid, record.error().text, record.error().detail};
                if (!record)
                    return record;
                PendingAction undoThis = undo;
                undoThis.arguments = {{u"wipes"_s, QJsonArray{QString::number(record->id)}}};
                undoThis.expiresMs = record->undoUntilMs;
                if (Status saved = writer.savePending(undoThis); !saved)
                    return saved.error();
                return record;
            },
            [=](const Result<WipeRecord> &record) {
                const Language language = context.language();
                if (!record) {
                    if (PendingActions::Entry *entry = context.services().pending.find(id.key))
                        entry->pressed = false; // nothing happened: it may be tried again
                    switch (record.error().kind) {
                    case ErrorKind::Invalid:
                        return askAgain();
                    case ErrorKind::NotFound:
                    case ErrorKind::Cancelled:
                    case ErrorKind::Denied:
                    case ErrorKind::Busy:
                        return answerNotTaken(context, record.error(), WipeAction);
                    default: // the backup, mostly; why is told where the console's language is read
                        qCWarning(lcCommands).noquote()
                            << "/wipestats" << record.error().text << record.error().detail;
                        return context.answer(Replies::deleteFailed(language));
                    }
                }
                context.services().pending.remove(id.key);
                PendingAction undoThis = undo;
                undoThis.arguments = {{u"wipes"_s, QJsonArray{QString::number(record->id)}}};
                undoThis.expiresMs = record->undoUntilMs;
                rememberPending(context, undoThis, 0, {});
                context.answer(Replies::wiped(*record, {undo.key}, language));
            });
    };
    // What was previewed is deleted, or nothing: messages and tickets go on arriving meanwhile.
    context.read([guild = context.guild(),
                  scope = *scope](const Reader &reader) { return reader.wipePreview(guild, scope); },
                 [expected, carryOut, askAgain](const WipePreview &counted) {
                     if (counted.sameCounts(expected))
                         carryOut(counted);
                     else
                         askAgain();
                 });
}

void wipeHistory(CommandContext &context)
{
    context.defer();
    sendHistoryPage(context, 1);
}

void wipesPagePressed(const CommandContext &context, int page)
{
    context.deferUpdate();
    sendHistoryPage(context, page);
}

} // namespace Handlers

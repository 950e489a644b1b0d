// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/commands/commandcontext.h"
#include "bot/commands/customid.h"

// One function per command (the table refers to them) and per kind of button. The router has already decided
// who may call them; each answers through the context exactly once.
namespace Handlers {

// statisticscommand.cpp
void ticketStats(CommandContext &context);
void statisticsPressed(const CommandContext &context, const ViewId &id, const CategoryFilter &category);
void wipeCsvPressed(const CommandContext &context, const ViewId &id, const CategoryFilter &category);

// wipecommands.cpp
void wipeStats(CommandContext &context);
void wipeHistory(CommandContext &context);
void wipesPagePressed(const CommandContext &context, int page);

// accesscommands.cpp
void maxPermsAdd(CommandContext &context);
void maxPermsRemove(CommandContext &context);
void privilegedUsers(CommandContext &context);
void privilegedPagePressed(const CommandContext &context, int page);

// ticketcommands.cpp
void waiting(CommandContext &context);
void waitingPagePressed(const CommandContext &context, int page);
void ticketHistory(CommandContext &context);
void ticketHistoryPressed(const CommandContext &context, const ViewId &id, const CategoryFilter &category);
void myStats(CommandContext &context);

// noticecommands.cpp
void logChannelSet(CommandContext &context);
void summaryChannel(CommandContext &context);
void summaryFrequency(CommandContext &context);
// In a write: puts back what one of them changed.
Status undoNotice(Writer &writer, const PendingAction &taken, const Actor &actor);

// helpcommand.cpp
void viewPermissions(CommandContext &context);
void explainPressed(const CommandContext &context);
void personPicked(const CommandContext &context);
void help(CommandContext &context);

// -- buttons that change data (TM-12, TM-13): actionbuttons.cpp
// --------------------------------------------------------------- Any press of a "ta1:" button, also after a
// restart, and the modal that one may open.
void actionPressed(const CommandContext &context, const ActionId &id);

// The kinds of pending actions and what each needs.
inline constexpr QLatin1String WipeAction("wipe");
inline constexpr QLatin1String CancelWipeAction("cancel_wipe");
inline constexpr QLatin1String UndoWipeAction("undo_wipe");
inline constexpr QLatin1String UndoMaxAddAction("undo_max_add");
inline constexpr QLatin1String UndoMaxRemoveAction("undo_max_remove");
inline constexpr QLatin1String UndoLogChannelAction("undo_log_channel");
inline constexpr QLatin1String UndoSummaryAction("undo_summary");
inline constexpr QLatin1String UndoFrequencyAction("undo_frequency");
std::optional<Access> accessOfAction(const QString &action);
QString commandOfAction(const QString &action); // for "Run /wipestats yourself."

// A new pending action of this caller, to be saved with Writer::savePending() and remembered by
// rememberPending().
PendingAction newPending(const CommandContext &context, QLatin1String action, const QJsonObject &arguments,
                         qint64 lifeMs);
// Keeps it in RAM too; when it runs out unpressed, the message is edited to `afterwards`.
void rememberPending(const CommandContext &context, const PendingAction &pending, int typedNumber,
                     const std::optional<Discord::OutgoingMessage> &afterwards);

// wipecommands.cpp: previews anew, with new buttons. `replaces`: the button that is used up by it, if any.
void askAboutWipe(const CommandContext &context, const WipeScope &scope, bool countsChanged,
                  const std::optional<ActionId> &replaces = {});
// Counts again and deletes if the numbers are still those of the preview.
void confirmWipe(const CommandContext &context, const ActionId &id, const QJsonObject &arguments);
// In a write: once per interaction and once per button (TM-13), else an Error: NotFound for used up,
// Cancelled for too late, Denied for somebody else's.
Result<PendingAction> takeOnce(Writer &writer, InteractionId interaction, GuildId guild, UserId user,
                               const ActionId &id);
// The end of a press that was not carried out.
void answerNotTaken(const CommandContext &context, const Error &error, const QString &action);

} // namespace Handlers

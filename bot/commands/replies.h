// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/language.h"
#include "bot/commands/categorychoice.h"
#include "bot/commands/commandtable.h"
#include "bot/commands/customid.h"
#include "bot/discord/outgoing.h"
#include "bot/store/values.h"
#include "bot/tickets/config.h"
#include "bot/tickets/statistics.h"

#include <QHash>

// What the bot says inside Discord (UX 4.2, 4.3): values in, messages out. Pure; no clock, no store. Foreign
// text is escaped here, mentions never ping (every message carries allowed_mentions), and every text is in
// the language that is passed.
namespace Replies {

using Discord::OutgoingMessage;

QString userMention(UserId user);
QString roleMention(RoleId role,
                    GuildId guild); // @everyone is spelt out: its mention would show "@@everyone"
QString actorText(const Actor &actor, const Language &language); // a mention, or "this computer (dana)"
QString joinedWithOr(const QStringList &parts, const Language &language);
// "No tickets in **Appeals** in the last 7 days."; `title` is escaped.
QString noTickets(const CategoryFilter &category, const QString &title, int days, const Language &language);

// -- short answers (4.3)
// -----------------------------------------------------------------------------------------------------
OutgoingMessage plain(const QString &text);
// Also says "still catching up" where that is so: more may be known in a minute.
OutgoingMessage knownSoFar(const QString &text, bool catchingUp, const Language &language);
// `roles`: those that exist and would be allowed; `helpers`: owner and max-permission people.
OutgoingMessage refusal(const QString &command, const QVector<RoleId> &roles, GuildId guild,
                        const QVector<UserId> &helpers, const Language &language);
OutgoingMessage notYourButtons(UserId whose, const QString &command, const Language &language);
OutgoingMessage directMessage(const Language &language);
OutgoingMessage notServed(const Language &language);
OutgoingMessage startingUp(const Language &language);
OutgoingMessage unknownCommand(const Language &language);
OutgoingMessage unknownButton(const Language &language);
OutgoingMessage tooMany(qint64 waitMs, const Language &language);
OutgoingMessage stillBusy(const Language &language); // "Trying for 10 more seconds…"
OutgoingMessage notPossible(const Language &language);
OutgoingMessage unexpected(const QString &reference, const Language &language);
OutgoingMessage badDays(const Language &language);
OutgoingMessage mayNotAttach(const Language &language);

// -- /ticketstats
// --------------------------------------------------------------------------------------------------------------
struct Statistics
{
    GuildId guild;
    CategoryFilter category;
    int days = 7;
    ViewId::View view = ViewId::View::Volume;
    UserId caller;

    TicketStatistics now;
    TicketStatistics before; // the equally long window just before (M-21)
    UtcMs lastOpenedMs = 0; // newest ticket at all, for the empty answer

    Targets targets; // in force for the question
    QByteArray timeZone;
    KnownCategories categories;
    bool catchingUp = false;
    bool controls = true; // selects and buttons; a copy for the channel has none
    bool pictures = false; // somebody draws charts
};
// The figures of its embed, in their order; after them, sometimes, what they are compared with.
enum StatisticsField
{
    OpenedField,
    ClosedField,
    OpenNowField,
    PeakField,
    FirstResponseField,
    ResolutionField,
    MessagesField,
    InTimeField,
    StatisticsFieldCount
};
OutgoingMessage statistics(const Statistics &in, const Language &language);
QString statisticsAltText(const Statistics &in, const Language &language);
// `complete` false: Discord takes no larger file.
OutgoingMessage csv(const QByteArray &bytes, const QString &fileName, int tickets, bool complete,
                    const Language &language);

// -- /wipestats and /wipehistory
// ------------------------------------------------------------------------------------------------- "last 20
// days", "older than 365 days", "everything"
QString scopeText(const WipeScope &scope, const Language &language);
struct WipeQuestion
{
    WipeScope scope;
    WipePreview preview;
    QString categoryTitle; // empty = all
    ActionId confirm;
    ActionId cancel;
    ViewId download;
    UtcMs expiresMs = 0;
    bool countsChanged = false; // since the last preview
    bool catchingUp = false;
};
OutgoingMessage wipeQuestion(const WipeQuestion &in, const Language &language);
Discord::Modal wipeModal(const ActionId &confirm, int tickets, const Language &language);
OutgoingMessage nothingToDelete(bool catchingUp, const Language &language);
OutgoingMessage nothingDeleted(const Language &language);
OutgoingMessage nothingDeletedExpired(const Language &language);
OutgoingMessage wrongNumber(int tickets, const Language &language);
OutgoingMessage deleteFailed(const Language &language);
OutgoingMessage wiped(const WipeRecord &record, const ActionId &undo, const Language &language);
OutgoingMessage wipedForLog(const WipeRecord &record, const QString &categoryTitle, const Language &language);
OutgoingMessage undoTooLate(const Language &language);
OutgoingMessage undone(const WipeRecord &record, const Language &language);
OutgoingMessage undoneForLog(const WipeRecord &record, const Actor &by, const Language &language);

inline constexpr int WipesPerPage = 10;
struct WipeHistory
{
    QVector<WipeRecord> records; // of this page
    QStringList categoryTitles; // one per record; empty = all
    int total = 0;
    int page = 1;
    UserId caller;
    UtcMs nowMs = 0;
    QByteArray timeZone;
    ActionId undo; // one action for all restorable entries of this page
};
OutgoingMessage wipeHistory(const WipeHistory &in, const Language &language);

// -- max permissions
// -------------------------------------------------------------------------------------------------------------
OutgoingMessage maxAdded(UserId user, const Language &language);
OutgoingMessage maxRemoved(UserId user, const Language &language);
OutgoingMessage maxRefusedBot(const Language &language);
OutgoingMessage maxRefusedOwner(const Language &language);
OutgoingMessage maxRefusedSelf(bool adding, UserId owner, const Language &language);
OutgoingMessage maxAlready(const MaxUser &user, const Language &language);
OutgoingMessage maxNotListed(UserId user, const Language &language);
OutgoingMessage maxUndone(UserId user, bool hasItNow, const Language &language);
OutgoingMessage withUndo(OutgoingMessage message, const ActionId &undo, const Language &language);

inline constexpr int PrivilegedPerPage = 15;
struct PrivilegedUsers
{
    UserId owner;
    QVector<MaxUser> users; // all of them
    QSet<UserId> left; // known to have left the server
    int page = 1;
    UserId caller;
};
// Whom that page shows, the owner included: for finding out who has left.
QVector<UserId> privilegedOnPage(const PrivilegedUsers &in);
OutgoingMessage privilegedUsers(const PrivilegedUsers &in, const Language &language);

// -- /waiting, /tickethistory, /mystats (ticketreplies.cpp)
// ------------------------------------------------------------------------------------------------------------
inline constexpr int TicketsPerPage = 10;
struct Waiting
{
    QVector<TicketListRow> rows; // of this page
    int total = 0;
    int page = 1;
    UtcMs nowMs = 0;
    Targets targets;
    UserId caller;
    bool catchingUp = false;
};
OutgoingMessage waiting(const Waiting &in, const Language &language);
struct TicketHistory
{
    QVector<TicketListRow> rows; // of this page
    int total = 0;
    int page = 1;
    int days = 7;
    CategoryFilter category;
    QString categoryTitle;
    UserId caller;
    bool catchingUp = false;
};
OutgoingMessage ticketHistory(const TicketHistory &in, const Language &language);
struct OwnNumbers
{
    StaffNumbers numbers; // of the last `days`
    int days = 30;
    QByteArray timeZone;
    bool catchingUp = false;
};
OutgoingMessage ownNumbers(const OwnNumbers &in, const Language &language);

// -- /logchannelset, /summarychannel, /summaryfrequency (noticereplies.cpp)
// -----------------------------------------------------------------------------------------------------------
OutgoingMessage logChannelChanged(ChannelId before, ChannelId after, const Language &language);
OutgoingMessage summaryChannelChanged(ChannelId before, ChannelId after, const QString &when,
                                      const Language &language);
OutgoingMessage summaryFrequencyChanged(const QString &before, const QString &after,
                                        const Language &language);
// It was so before: there is nothing to undo.
OutgoingMessage logChannelAlready(ChannelId channel, const Language &language);
OutgoingMessage summaryChannelAlready(ChannelId channel, const QString &when, const Language &language);
OutgoingMessage summaryFrequencyAlready(const QString &when, const Language &language);
OutgoingMessage cannotPostThere(ChannelId channel, const QString &why, const Language &language);
OutgoingMessage noSummaryYet(const Language &language);
OutgoingMessage badMinutes(const Language &language);
OutgoingMessage noticeUndone(const Language &language);

// -- /viewpermissions, /help
// -------------------------------------------------------------------------------------------------------
struct Permissions
{
    GuildId guild;
    UserId owner;
    StoredConfig config; // roles that the server does not have are left out by the caller
    QSet<RoleId> everyRole; // that exist
    UserId caller;
    QVector<RoleId> callerRoles;
};
OutgoingMessage permissions(const Permissions &in, bool pickPerson, const Language &language);
// What one person can do and why; `roles` absent: not a member of the server.
OutgoingMessage explained(const Permissions &in, UserId person, const std::optional<QVector<RoleId>> &roles,
                          const Language &language);

struct Help
{
    Permissions permissions;
    QHash<QString, CommandId> commandIds;
    QString version;
    QString state;
};
OutgoingMessage help(const Help &in, const Language &language);

} // namespace Replies

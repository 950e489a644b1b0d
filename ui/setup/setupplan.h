// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/tickets/guildview.h"

#include <QJsonObject>
#include <QUrl>

#include <optional>

class UiSettings;

// What the setup assistant decides, without a widget: its steps and what each still needs, the choices of a
// server and how they become settings, what the bot may read, what would count as a ticket. Pure.

enum class SetupStepId
{
    Token,
    Server,
    Tickets,
    Ready
};
inline constexpr int SetupSteps = 4;

// The choices for one server until they are saved. Only ids: names are looked up when they are shown.
struct SetupDraft
{
    QVector<ChannelId> ticketCategories;
    QVector<ChannelId> closedCategories; // empty: closed tickets are deleted
    ChannelId archiveChannel;
    QVector<UserId> ticketBots;
    QSet<RoleId> supportRoles, statsRoles, databaseRoles, accessRoles;
    QHash<ChannelId, bool> decided; // channels that the person said are, or are not, tickets
    int firstResponseTargetMs = StoredConfig().firstResponseTargetMs;
    int resolutionTargetMs = StoredConfig().resolutionTargetMs;
    bool operator==(const SetupDraft &) const = default;

    QJsonObject toJson() const;
    static SetupDraft fromJson(const QJsonObject &json);
    // What is stored; for a server that was never set up, what its categories suggest.
    static SetupDraft from(const StoredConfig &stored, const QVector<NamedCategory> &categories);
    // Somebody else changed what is stored while the person was choosing (an import, another page, a command): the same change
    // is made here, or saving these choices would take it back.
    void follow(const SetupDraft &before, const SetupDraft &after);
    // What the environment fixes stays as it is stored.
    StoredConfig applied(StoredConfig stored, const QSet<Setting> &fixed) const;
};

// What the assistant knows when it decides whether it can go on.
struct SetupFacts
{
    bool hasToken = false;
    int chosenServers = 0;
    bool everyServerHasCategories = false;
};
// Why a step cannot be left yet, as a sentence; empty when it can.
QString setupBlockedBy(SetupStepId step, const SetupFacts &facts);
// Where to go on: the step of last time, or the first one that lost what it needs.
SetupStepId setupResumeAt(int savedStep, const SetupFacts &facts);

// Which page the window begins with (UX J1).
struct FirstPageInput
{
    bool demo = false;
    bool configured = false; // some server is, or the environment says how
    bool setupOpen = false; // the program was ended inside the assistant
    QString remembered; // the page of last time
};
QString firstPage(const FirstPageInput &input);

// "@Support", "@everyone": the one name that Discord begins with an @ itself.
QString roleTitle(const Discord::Role &role);

// "Tickets", "Support", "Ban appeals", "Reports": names that suggest a ticket category.
bool suggestsTickets(const QString &categoryName);

// -- the invitation (PROTOCOL P-03) ---------------------------------------------------------------------------
struct InvitePermission
{
    Discord::Permissions bit = 0;
    QString name;
    QString reason;
    bool required = false;
    bool on = false; // by default
};
QVector<InvitePermission> invitePermissions();
QUrl inviteUrl(ApplicationId application, Discord::Permissions permissions);

// -- what the bot may read (PROTOCOL P-04) --------------------------------------------------------------------
struct CategoryAccess
{
    int channels = 0;
    int unseen = 0; // View Channel is missing
    int unread = 0; // seen, but Read Message History is missing
    bool newOnesUnreadable = false; // the category itself, which new channels follow
    QStringList names; // of the channels in question, "#appeal-3"

    bool ok() const { return unseen == 0 && unread == 0 && !newOnesUnreadable; }
    QString text() const; // "can read", "cannot see 4 channels: View Channel is missing"
    QString steps(const QString &category, const QString &botRole) const; // what to do, for copying
};
CategoryAccess categoryAccess(const GuildView &view, ChannelId category);

// -- what would count as a ticket now -------------------------------------------------------------------------
// Channels in the draft's categories that can be tickets, in the server's order. Whether one is, its first
// message says (TicketRules::opensTicket), or the person.
QVector<Discord::Channel> detectionCandidates(GuildView view, const SetupDraft &draft);

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/setupplan.h"

#include "bot/tickets/ticketrules.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

class SetupWords
{
    Q_DECLARE_TR_FUNCTIONS(SetupWords)
};

// Ids are text in JSON: they do not fit into a double.
template <class List>
QJsonArray idsToJson(const List &ids)
{
    QJsonArray array;
    for (const auto id : ids)
        array.append(id.toString());
    return array;
}

template <class Id>
QVector<Id> idsFromJson(const QJsonValue &value)
{
    QVector<Id> ids;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &one : array) {
        if (const Id id = Id::fromJson(one))
            ids.append(id);
    }
    return ids;
}

QSet<RoleId> rolesFromJson(const QJsonValue &value)
{
    const QVector<RoleId> ids = idsFromJson<RoleId>(value);
    return {ids.begin(), ids.end()};
}

} // namespace

// -- the draft ------------------------------------------------------------------------------------------------

QJsonObject SetupDraft::toJson() const
{
    QJsonObject said;
    for (auto it = decided.cbegin(); it != decided.cend(); ++it)
        said.insert(it.key().toString(), it.value());
    return {{u"ticketCategories"_s, idsToJson(ticketCategories)},
            {u"closedCategories"_s, idsToJson(closedCategories)},
            {u"archiveChannel"_s, archiveChannel.toString()},
            {u"ticketBots"_s, idsToJson(ticketBots)},
            {u"supportRoles"_s, idsToJson(supportRoles)},
            {u"statsRoles"_s, idsToJson(statsRoles)},
            {u"databaseRoles"_s, idsToJson(databaseRoles)},
            {u"accessRoles"_s, idsToJson(accessRoles)},
            {u"decided"_s, said},
            {u"firstResponseTargetMs"_s, firstResponseTargetMs},
            {u"resolutionTargetMs"_s, resolutionTargetMs}};
}

SetupDraft SetupDraft::fromJson(const QJsonObject &json)
{
    SetupDraft draft;
    draft.ticketCategories = idsFromJson<ChannelId>(json.value("ticketCategories"_L1));
    draft.closedCategories = idsFromJson<ChannelId>(json.value("closedCategories"_L1));
    draft.archiveChannel = ChannelId::fromJson(json.value("archiveChannel"_L1));
    draft.ticketBots = idsFromJson<UserId>(json.value("ticketBots"_L1));
    draft.supportRoles = rolesFromJson(json.value("supportRoles"_L1));
    draft.statsRoles = rolesFromJson(json.value("statsRoles"_L1));
    draft.databaseRoles = rolesFromJson(json.value("databaseRoles"_L1));
    draft.accessRoles = rolesFromJson(json.value("accessRoles"_L1));
    const QJsonObject said = json.value("decided"_L1).toObject();
    for (auto it = said.begin(); it != said.end(); ++it) {
        if (const ChannelId id = ChannelId::fromText(it.key()))
            draft.decided.insert(id, it.value().toBool());
    }
    draft.firstResponseTargetMs =
        qMax(1, json.value("firstResponseTargetMs"_L1).toInt(draft.firstResponseTargetMs));
    draft.resolutionTargetMs = qMax(1, json.value("resolutionTargetMs"_L1).toInt(draft.resolutionTargetMs));
    return draft;
}

SetupDraft SetupDraft::from(const StoredConfig &stored, const QVector<NamedCategory> &categories)
{
    SetupDraft draft;
    draft.ticketCategories = stored.ticketCategories;
    draft.closedCategories = stored.closedCategories;
    draft.archiveChannel = stored.archiveChannel;
    draft.ticketBots = stored.ticketBots;
    draft.supportRoles = stored.supportRoles;
    draft.statsRoles = stored.statsRoles;
    draft.databaseRoles = stored.databaseRoles;
    draft.accessRoles = stored.accessRoles;
    draft.firstResponseTargetMs = stored.firstResponseTargetMs;
    draft.resolutionTargetMs = stored.resolutionTargetMs;
    if (stored.configured || !stored.ticketCategories.isEmpty())
        return draft;
    for (const NamedCategory &category : categories) {
        if (suggestsTickets(category.name))
            draft.ticketCategories.append(category.id);
    }
    return draft;
}

void SetupDraft::follow(const SetupDraft &before, const SetupDraft &after)
{
    const auto list = [&](auto SetupDraft::*member) {
        for (const auto id : before.*member) {
            if (!(after.*member).contains(id))
                (this->*member).removeAll(id);
        }
        for (const auto id : after.*member) {
            if (!(before.*member).contains(id) && !(this->*member).contains(id))
                (this->*member).append(id);
        }
    };
    const auto roles = [&](QSet<RoleId> SetupDraft::*member) {
        this->*member += after.*member - before.*member;
        this->*member -= before.*member - after.*member;
    };
    const auto value = [&](auto SetupDraft::*member) {
        if (before.*member != after.*member)
            this->*member = after.*member;
    };
    list(&SetupDraft::ticketCategories);
    list(&SetupDraft::closedCategories);
    list(&SetupDraft::ticketBots);
    for (auto member : {&SetupDraft::supportRoles, &SetupDraft::statsRoles, &SetupDraft::databaseRoles,
                        &SetupDraft::accessRoles})
        roles(member);
    value(&SetupDraft::archiveChannel);
    value(&SetupDraft::firstResponseTargetMs);
    value(&SetupDraft::resolutionTargetMs);
}

StoredConfig SetupDraft::applied(StoredConfig stored, const QSet<Setting> &fixed) const
{
    const auto take = [&fixed](Setting setting, auto &to, const auto &from) {
        if (!fixed.contains(setting))
            to = from;
    };
    take(Setting::TicketCategories, stored.ticketCategories, ticketCategories);
    take(Setting::ClosedCategories, stored.closedCategories, closedCategories);
    take(Setting::TicketBots, stored.ticketBots, ticketBots);
    take(Setting::SupportRoles, stored.supportRoles, supportRoles);
    take(Setting::StatsRoles, stored.statsRoles, statsRoles);
    take(Setting::DatabaseRoles, stored.databaseRoles, databaseRoles);
    take(Setting::AccessRoles, stored.accessRoles, accessRoles);
    stored.archiveChannel = archiveChannel;
    stored.firstResponseTargetMs = firstResponseTargetMs;
    stored.resolutionTargetMs = resolutionTargetMs;
    return stored;
}

// -- the steps ------------------------------------------------------------------------------------------------

QString setupBlockedBy(SetupStepId step, const SetupFacts &facts)
{
    switch (step) {
    case SetupStepId::Token:
        return facts.hasToken ? QString() : SetupWords::tr("The bot needs its token first.");
    case SetupStepId::Server:
        return facts.chosenServers > 0 ? QString()
                                       : SetupWords::tr("Choose a server, or add the bot to one.");
    case SetupStepId::Tickets:
        return facts.everyServerHasCategories
            ? QString()
            : SetupWords::tr("Choose at least one category that holds tickets.");
    case SetupStepId::Ready:
        break;
    }
    return {};
}

SetupStepId setupResumeAt(int savedStep, const SetupFacts &facts)
{
    const int last = qBound(0, savedStep, SetupSteps - 1);
    for (int step = 0; step < last; ++step) {
        if (!setupBlockedBy(SetupStepId(step), facts).isEmpty())
            return SetupStepId(step);
    }
    return SetupStepId(last);
}

QString firstPage(const FirstPageInput &input)
{
    const bool ofSetup = input.remembered == "welcome"_L1 || input.remembered == "setup"_L1;
    if (input.setupOpen && !input.demo)
        return u"setup"_s;
    if (!input.configured && !input.demo)
        return u"welcome"_s;
    return input.remembered.isEmpty() || ofSetup ? u"overview"_s : input.remembered;
}

QString roleTitle(const Discord::Role &role)
{
    return role.name.startsWith(u'@') ? role.name : u'@' + role.name;
}

bool suggestsTickets(const QString &categoryName)
{
    for (const auto &word : {"ticket"_L1, "support"_L1, "appeal"_L1, "report"_L1}) {
        if (categoryName.contains(word, Qt::CaseInsensitive))
            return !categoryName.contains("closed"_L1, Qt::CaseInsensitive)
                && !categoryName.contains("archive"_L1, Qt::CaseInsensitive);
    }
    return false;
}

// -- the invitation -------------------------------------------------------------------------------------------

QVector<InvitePermission> invitePermissions()
{
    using namespace Discord::Permission;
    return {
        {ViewChannel, SetupWords::tr("View Channels"), SetupWords::tr("see ticket channels"), true, true},
        {SendMessages, SetupWords::tr("Send Messages"), SetupWords::tr("summaries, log channel"), true, true},
        {EmbedLinks, SetupWords::tr("Embed Links"), SetupWords::tr("statistics cards"), true, true},
        {ReadMessageHistory, SetupWords::tr("Read Message History"),
         SetupWords::tr("catch up after being offline"), true, true},
        {ViewAuditLog, SetupWords::tr("View Audit Log"), SetupWords::tr("find who closed a ticket"), false,
         true},
        {AttachFiles, SetupWords::tr("Attach Files"), SetupWords::tr("chart pictures, CSV"), false, true},
        {ManageThreads, SetupWords::tr("Manage Threads"),
         SetupWords::tr("only if tickets are private threads"), false, false}};
}

QUrl inviteUrl(ApplicationId application, Discord::Permissions permissions)
{
    QUrl url(u"https://discord.com/oauth2/authorize"_s);
    QUrlQuery query;
    query.addQueryItem(u"client_id"_s, application.toString());
    query.addQueryItem(u"scope"_s, u"bot%20applications.commands"_s);
    // Whatever is asked for, never Administrator.
    query.addQueryItem(u"permissions"_s, QString::number(permissions & ~Discord::Permission::Administrator));
    url.setQuery(query);
    return url;
}

// -- access ---------------------------------------------------------------------------------------------------

CategoryAccess categoryAccess(const GuildView &view, ChannelId category)
{
    using namespace Discord::Permission;
    constexpr Discord::Permissions Reading = ViewChannel | ReadMessageHistory;
    CategoryAccess access;
    access.newOnesUnreadable = (view.ownPermissions(category) & Reading) != Reading;
    for (const Discord::Channel &channel : view.channels()) {
        if (channel.isThread() || channel.parent != category)
            continue;
        ++access.channels;
        const Discord::Permissions ours = view.ownPermissions(channel.id);
        if ((ours & Reading) == Reading)
            continue;
        access.names.append(u'#' + channel.name);
        if (ours & ViewChannel)
            ++access.unread;
        else
            ++access.unseen;
    }
    access.names.sort();
    return access;
}

QString CategoryAccess::text() const
{
    if (ok())
        return SetupWords::tr("can read");
    QStringList parts;
    if (unseen > 0)
        parts.append(SetupWords::tr("cannot see %n channel(s): View Channel is missing", nullptr, unseen));
    if (unread > 0)
        parts.append(
            SetupWords::tr("cannot read %n channel(s): Read Message History is missing", nullptr, unread));
    if (parts.isEmpty())
        parts.append(SetupWords::tr("could not read new channels: the category does not let the bot in"));
    return parts.join(u"; "_s);
}

QString CategoryAccess::steps(const QString &category, const QString &botRole) const
{
    QString text = SetupWords::tr("In Discord: right-click the category %1, Edit Category, Permissions. Add "
                                  "the role %2 and allow View Channel and Read Message History. Then choose "
                                  "Sync Now in channels that have permissions of their own.")
                       .arg(category, botRole);
    if (!names.isEmpty())
        text += u'\n' + SetupWords::tr("Channels: %1").arg(names.join(u", "_s));
    return text;
}

// -- detection ------------------------------------------------------------------------------------------------

QVector<Discord::Channel> detectionCandidates(GuildView view, const SetupDraft &draft)
{
    GuildConfig config = view.config();
    config.ticketCategories = draft.ticketCategories;
    config.closedCategories = draft.closedCategories;
    config.ticketBots = draft.ticketBots;
    view.setConfig(config);
    QVector<Discord::Channel> found;
    for (const Discord::Channel &channel : view.channels()) {
        if (TicketRules::canBeTicket(channel) && TicketRules::ticketCategory(view, channel)
            && channel.id != draft.archiveChannel)
            found.append(channel);
    }
    std::sort(found.begin(), found.end(), [](const Discord::Channel &a, const Discord::Channel &b) {
        return a.position != b.position ? a.position < b.position : a.id < b.id;
    });
    return found;
}

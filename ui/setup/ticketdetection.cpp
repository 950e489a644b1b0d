// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/ticketdetection.h"

#include "bot/bothost.h"
#include "bot/discord/routes.h"
#include "bot/tickets/ticketrules.h"

#include <QJsonArray>

#include <memory>

using namespace Qt::Literals::StringLiterals;

TicketDetection::TicketDetection(BotHost &host, QObject *parent) : QObject(parent), m_host(host) { }

void TicketDetection::run(const GuildView &view, const SetupDraft &draft)
{
    const int run = ++m_run;
    m_found.clear();
    m_config = view.config();
    m_config.ticketCategories = draft.ticketCategories;
    m_config.ticketBots = draft.ticketBots;
    const QVector<Discord::Channel> candidates = detectionCandidates(view, draft);
    m_leftOut = qMax(0, int(candidates.size()) - MostChannels);
    m_left = 0;
    QVector<std::pair<ChannelId, int>> toRead;
    for (const Discord::Channel &channel : candidates.mid(0, MostChannels)) {
        constexpr Discord::Permissions Reading =
            Discord::Permission::ViewChannel | Discord::Permission::ReadMessageHistory;
        Found found;
        found.channel = channel.id;
        found.name = channel.name;
        if (const Discord::Channel *category = view.channel(view.categoryOf(channel)))
            found.category = category->name;
        found.readable = (view.ownPermissions(channel.id) & Reading) == Reading;
        if (found.readable)
            toRead.append({channel.id, int(m_found.size())});
        m_found.append(found);
    }
    m_left = int(toRead.size());
    if (toRead.isEmpty()) {
        emit finished();
        return;
    }
    for (const auto &[channel, index] : std::as_const(toRead)) {
        // Nothing in a channel is older than the channel: "after its own id" gives the oldest message.
        m_host.call(Discord::Routes::messagesAfter(channel, MessageId(channel.value - 1), 1), this,
                    [this, index = index, run](const Discord::RestReply &reply) {
                        std::optional<Discord::Message> first;
                        const QJsonArray page = reply.json.array();
                        if (reply.ok() && !page.isEmpty()) {
                            if (auto message = Discord::Message::fromJson(page.first().toObject()))
                                first = message.value();
                        }
                        answered(index, run, first);
                    });
    }
    emit progressed();
}

void TicketDetection::answered(int index, int run, const std::optional<Discord::Message> &first)
{
    if (run != m_run)
        return;
    Found &found = m_found[index];
    if (first) {
        found.opensTicket = TicketRules::opensTicket(*first, m_config);
        found.opener = first->author.displayName();
        found.openerId = first->author.id;
        found.openerIsBot = first->author.bot && !first->webhook;
    }
    if (--m_left == 0)
        emit finished();
    else
        emit progressed();
}

void findTicketBots(BotHost &host, GuildId guild, UserId self, QObject *asker,
                    std::function<void(const QVector<BotChoice> &)> found)
{
    auto bots = std::make_shared<QVector<BotChoice>>();
    const auto take = [bots, self](const Result<Discord::User> &user) {
        if (!user || !user->bot || user->id == self)
            return;
        const BotChoice choice{user->id, user->displayName()};
        if (!bots->contains(choice))
            bots->append(choice);
    };
    constexpr AuditEntryId FromTheBeginning{1};
    host.call(Discord::Routes::auditLog(guild, FromTheBeginning, int(Discord::AuditAction::ChannelCreate)),
              asker, [bots, take, found](const Discord::RestReply &reply) {
                  const QJsonArray users = reply.json.object().value("users"_L1).toArray();
                  for (const QJsonValue &user : users)
                      take(Discord::User::fromJson(user.toObject()));
                  found(*bots);
              });
    host.call(Discord::Routes::searchMembers(guild, u"ticket"_s), asker,
              [bots, take, found](const Discord::RestReply &reply) {
                  const QJsonArray members = reply.json.array();
                  for (const QJsonValue &member : members)
                      take(Discord::User::fromJson(member.toObject().value("user"_L1).toObject()));
                  found(*bots);
              });
}

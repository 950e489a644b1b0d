// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/standinmessages.h"

#include "app/demo/demoworld.h"
#include "app/demo/standinforms.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace StandIn {

namespace {

constexpr int SuppressNotifications = 1 << 12;
constexpr int SuppressEmbeds = 1 << 2;

bool empty(const QJsonObject &body, const QVector<HttpPart> &files)
{
    return body.value("content"_L1).toString().isEmpty() && body.value("embeds"_L1).toArray().isEmpty()
        && body.value("components"_L1).toArray().isEmpty() && body.value("sticker_ids"_L1).toArray().isEmpty()
        && body.value("poll"_L1).toObject().isEmpty() && files.isEmpty();
}

// Discord adds what clients leave out.
QJsonArray storedEmbeds(const QJsonArray &embeds)
{
    QJsonArray result;
    for (const QJsonValue &value : embeds) {
        QJsonObject embed = value.toObject();
        embed.insert(u"type"_s, u"rich"_s);
        QJsonArray fields;
        for (const QJsonValue &field : embed.value("fields"_L1).toArray()) {
            QJsonObject filled = field.toObject();
            filled.insert(u"inline"_s, filled.value("inline"_L1).toBool());
            fields.append(filled);
        }
        if (!fields.isEmpty())
            embed.insert(u"fields"_s, fields);
        result.append(embed);
    }
    return result;
}

// Every component gets a number, and selects how many may be chosen.
QJsonArray storedComponents(const QJsonArray &components, int *number)
{
    QJsonArray result;
    for (const QJsonValue &value : components) {
        QJsonObject component = value.toObject();
        if (!component.contains("id"_L1))
            component.insert(u"id"_s, ++*number);
        const int type = component.value("type"_L1).toInt();
        if (component.contains("components"_L1)) {
            component.insert(u"components"_s,
                             storedComponents(component.value("components"_L1).toArray(), number));
        } else if (type >= 3 && type <= 8 && type != 4) {
            component.insert(u"min_values"_s, component.value("min_values"_L1).toInt(1));
            component.insert(u"max_values"_s, component.value("max_values"_L1).toInt(1));
        }
        result.append(component);
    }
    return result;
}

} // namespace

void Messages::addTo(Router &router)
{
    const QString list = u"/channels/{channel}/messages"_s;
    const QString single = u"/channels/{channel}/messages/{message}"_s;
    router.add(u"GET"_s, list, Router::Plain, [this](const Call &call) { return page(call); });
    router.add(u"POST"_s, list, Router::Plain, [this](const Call &call) { return post(call); });
    router.add(u"GET"_s, single, Router::Plain, [this](const Call &call) { return one(call); });
    router.add(u"PATCH"_s, single, Router::Plain, [this](const Call &call) { return edit(call); });
    router.add(u"DELETE"_s, single, Router::Plain, [this](const Call &call) { return remove(call); });
}

QJsonObject Messages::restJson(const World::Message &message) const
{
    const QJsonObject json = m_world.data().messageJson(message);
    const bool open = message.author == m_world.bot() || message.mentions.contains(m_world.bot())
        || !contentGranted || contentGranted();
    return open ? json : World::withoutContent(json);
}

std::optional<Answer> Messages::sightRefusal(const World::Channel *channel) const
{
    if (!channel)
        return Answer::unknown(10003, u"Channel"_s);
    if (channel->type == World::Category)
        return Answer::error(400, 50024, u"Cannot execute action on this channel type"_s);
    if (!m_world.data().botIsIn(channel->guild) || !m_world.data().botSees(*channel))
        return Answer::missingAccess();
    return {};
}

// -- reading --------------------------------------------------------------------------------------

Answer Messages::page(const Call &call) const
{
    const World::Channel *const channel = m_world.data().channel(call.id(0));
    if (const auto refused = sightRefusal(channel))
        return *refused;
    Answer refusal;
    const int limit = queryLimit(call, 50, 1, 100, &refusal);
    if (limit == 0)
        return refusal;
    // Without Read Message History the list is empty, and no error says so.
    if (!(m_world.data().permissionsIn(m_world.bot(), *channel) & World::ReadMessageHistory))
        return Answer::ok(QJsonArray());

    const auto &messages = channel->messages;
    auto from = messages.begin();
    auto to = messages.end();
    const auto back = [&messages](auto it, qsizetype steps) {
        while (steps-- > 0 && it != messages.begin())
            --it;
        return it;
    };
    const auto forward = [&messages](auto it, qsizetype steps) {
        while (steps-- > 0 && it != messages.end())
            ++it;
        return it;
    };
    if (call.query.contains(u"around"_s)) {
        const auto middle = messages.lower_bound(call.queryId(u"around"_s));
        from = back(middle, limit / 2);
        to = forward(from, limit);
    } else if (call.query.contains(u"after"_s)) {
        from = messages.upper_bound(call.queryId(u"after"_s)); // the oldest ones after it
        to = forward(from, limit);
    } else {
        if (call.query.contains(u"before"_s))
            to = messages.lower_bound(call.queryId(u"before"_s));
        from = back(to, limit);
    }
    QList<const World::Message *> found;
    for (auto it = from; it != to; ++it)
        found.append(&it->second);
    QJsonArray json; // newest first, whatever was asked for
    for (auto it = found.rbegin(); it != found.rend(); ++it)
        json.append(restJson(**it));
    return Answer::ok(json);
}

Answer Messages::one(const Call &call) const
{
    const World::Channel *const channel = m_world.data().channel(call.id(0));
    if (const auto refused = sightRefusal(channel))
        return *refused;
    if (!(m_world.data().permissionsIn(m_world.bot(), *channel) & World::ReadMessageHistory))
        return Answer::missingAccess();
    const auto it = channel->messages.find(call.id(1));
    return it == channel->messages.end() ? Answer::unknown(10008, u"Message"_s)
                                         : Answer::ok(restJson(it->second));
}

// -- writing --------------------------------------------------------------------------------------

std::optional<Answer> Messages::refusal(const QString &what, const QJsonObject &body,
                                        const QVector<HttpPart> &files, bool edit) const
{
    if (!body.value("allowed_mentions"_L1).isObject())
        m_offences.append(u"no allowed_mentions: "_s + what);
    const QJsonObject errors = messageErrors(body);
    if (!errors.isEmpty())
        return Answer::invalidForm(errors);
    if (!edit && empty(body, files))
        return Answer::error(400, 50006, u"Cannot send an empty message"_s);
    return {};
}

void Messages::readMentions(World::Message &message, const QJsonObject &allowed) const
{
    const bool everything = allowed.isEmpty();
    const QJsonArray parse = allowed.value("parse"_L1).toArray();
    const auto may = [&](const QString &kind, const QString &id) {
        return everything || parse.contains(kind) || allowed.value(kind).toArray().contains(id);
    };
    message.mentions.clear();
    message.mentionRoles.clear();
    static const QRegularExpression mention(u"<@(!|&)?([0-9]{1,20})>"_s);
    for (auto it = mention.globalMatch(message.content); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        const quint64 id = match.captured(2).toULongLong();
        if (match.captured(1) == "&"_L1) {
            if (may(u"roles"_s, match.captured(2)) && !message.mentionRoles.contains(id))
                message.mentionRoles.append(id);
        } else if (may(u"users"_s, match.captured(2)) && m_world.data().users.contains(id)
                   && !message.mentions.contains(id)) {
            message.mentions.append(id);
        }
    }
    message.mentionEveryone = (everything || parse.contains("everyone"_L1))
        && (message.content.contains("@everyone"_L1) || message.content.contains("@here"_L1));
}

void Messages::apply(World::Message &message, const QJsonObject &body, const QVector<HttpPart> &files) const
{
    if (body.contains("content"_L1)) {
        message.content = body.value("content"_L1).toString();
        readMentions(message, body.value("allowed_mentions"_L1).toObject());
    }
    if (body.contains("embeds"_L1))
        message.embeds = storedEmbeds(body.value("embeds"_L1).toArray());
    if (body.contains("components"_L1)) {
        int number = 0;
        message.components = storedComponents(body.value("components"_L1).toArray(), &number);
    }

    // The list of a body names the old attachments that stay (by id) and describes the new ones (by number).
    QHash<int, QJsonObject> described;
    if (body.contains("attachments"_L1)) {
        QJsonArray kept;
        for (const QJsonValue &value : body.value("attachments"_L1).toArray()) {
            const QString id = value.toObject().value("id"_L1).toVariant().toString();
            described.insert(id.toInt(), value.toObject());
            for (const QJsonValue &old : qAsConst(message.attachments)) {
                if (old.toObject().value("id"_L1).toString() == id)
                    kept.append(old);
            }
        }
        message.attachments = kept;
    }
    for (const HttpPart &file : files) {
        const QString id = World::idText(m_world.newId());
        const QString name = QString::fromUtf8(file.fileName);
        const QString url =
            u"https://cdn.discordapp.com/attachments/%1/%2/%3"_s.arg(message.channel).arg(id, name);
        QJsonObject attachment{{u"id"_s, id},
                               {u"filename"_s, name},
                               {u"size"_s, int(file.data.size())},
                               {u"url"_s, url},
                               {u"proxy_url"_s, url},
                               {u"content_type"_s, QString::fromLatin1(file.contentType)}};
        const int number = file.name.mid(6, file.name.size() - 7).toInt();
        const QJsonValue description = described.value(number).value("description"_L1);
        if (description.isString())
            attachment.insert(u"description"_s, description);
        message.attachments.append(attachment);
    }
}

std::optional<Answer> Messages::sendRefusal(const World::Channel &channel, const Call &call) const
{
    const quint64 permissions = m_world.data().permissionsIn(m_world.bot(), channel);
    quint64 needed = channel.thread ? World::SendInThreads : World::SendMessages;
    if (!call.object().value("embeds"_L1).toArray().isEmpty())
        needed |= World::EmbedLinks;
    if (!call.files.isEmpty())
        needed |= World::AttachFiles;
    if ((permissions & needed) != needed)
        return Answer::missingPermissions();
    if (channel.thread && channel.thread->locked && !(permissions & World::ManageThreads))
        return Answer::error(403, 50001, u"Missing Access"_s);
    return {};
}

Answer Messages::post(const Call &call)
{
    const World::Channel *const channel = m_world.data().channel(call.id(0));
    if (const auto refused = sightRefusal(channel))
        return *refused;
    const QJsonObject body = call.object();
    if (const auto refused = refusal(u"POST "_s + call.path, body, call.files, false))
        return *refused;
    if (const auto refused = sendRefusal(*channel, call))
        return *refused;
    const QString nonce = body.value("nonce"_L1).toVariant().toString();
    const QString nonceKey = World::idText(channel->id) + u' ' + nonce;
    if (!nonce.isEmpty() && body.value("enforce_nonce"_L1).toBool()) {
        const auto known = channel->messages.find(m_nonces.value(nonceKey));
        if (known != channel->messages.end())
            return Answer::ok(m_world.data().messageJson(known->second)); // nothing new is created
    }
    World::Message message;
    message.id = m_world.newId();
    message.channel = channel->id;
    message.author = m_world.bot();
    message.flags = body.value("flags"_L1).toInt() & (SuppressEmbeds | SuppressNotifications);
    message.nonce = nonce;
    const QJsonObject reference = body.value("message_reference"_L1).toObject();
    message.reference = reference.value("message_id"_L1).toString().toULongLong();
    message.type = message.reference ? 19 : 0;
    apply(message, body, call.files);
    if (!nonce.isEmpty())
        m_nonces.insert(nonceKey, message.id);
    m_world.storeMessage(message);
    return Answer::ok(m_world.data().messageJson(message));
}

Answer Messages::edit(const Call &call)
{
    const World::Channel *const channel = m_world.data().channel(call.id(0));
    if (const auto refused = sightRefusal(channel))
        return *refused;
    const auto it = channel->messages.find(call.id(1));
    if (it == channel->messages.end())
        return Answer::unknown(10008, u"Message"_s);
    if (it->second.author != m_world.bot())
        return Answer::error(403, 50005, u"Cannot edit a message authored by another user"_s);
    if (const auto refused = refusal(u"PATCH "_s + call.path, call.object(), call.files, true))
        return *refused;
    World::Message message = it->second;
    apply(message, call.object(), call.files);
    message.editedAtMs = m_world.now();
    m_world.replaceMessage(message);
    return Answer::ok(m_world.data().messageJson(message));
}

Answer Messages::remove(const Call &call)
{
    const World::Channel *const channel = m_world.data().channel(call.id(0));
    if (const auto refused = sightRefusal(channel))
        return *refused;
    const auto it = channel->messages.find(call.id(1));
    if (it == channel->messages.end())
        return Answer::unknown(10008, u"Message"_s);
    if (it->second.author != m_world.bot()
        && !(m_world.data().permissionsIn(m_world.bot(), *channel) & World::ManageMessages))
        return Answer::missingPermissions();
    m_world.deleteMessages(channel->id, {call.id(1)});
    return Answer::noContent();
}

} // namespace StandIn

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/standininteractions.h"

#include "app/demo/demoworld.h"
#include "app/demo/standinforms.h"
#include "app/demo/standinmessages.h"

using namespace Qt::Literals::StringLiterals;

// How the bot answers interactions. What people do is in standininteractions.cpp.
namespace StandIn {

namespace {

enum CallbackType
{
    Message = 4,
    Deferred = 5,
    DeferredUpdate = 6,
    Update = 7,
    Choices = 8,
    Modal = 9
};

constexpr int Ephemeral = 1 << 6;
constexpr int Loading = 1 << 7;
constexpr qint64 AnswerLimitMs = 3000;
constexpr qint64 TokenLifeMs = 15 * 60 * 1000;

Answer unfitting(const QString &field)
{
    FormErrors errors;
    errors.add(field, u"BASE_TYPE_CHOICES"_s, u"This response type does not fit the interaction."_s);
    return Answer::invalidForm(errors.json());
}

} // namespace

bool Interactions::fits(int interaction, int callback, bool hasSource)
{
    switch (callback) {
    case Message:
    case Deferred:
        return interaction != Kind::Autocomplete;
    case DeferredUpdate:
    case Update:
        return interaction == Kind::Component || (interaction == Kind::ModalSubmit && hasSource);
    case Choices:
        return interaction == Kind::Autocomplete;
    case Modal:
        return interaction == Kind::Command || interaction == Kind::Component;
    default:
        return false;
    }
}

void Interactions::addTo(Router &router)
{
    const int options = Router::Anonymous | Router::OffGlobalLimit;
    router.add(u"POST"_s, u"/interactions/{interaction}/{token}/callback"_s, options,
               [this](const Call &call) { return callback(call); });
    const QString hook = u"/webhooks/{application}/{token}"_s;
    const QString original = hook + "/messages/@original"_L1;
    router.add(u"GET"_s, original, options, [this](const Call &call) { return readOriginal(call); });
    router.add(u"PATCH"_s, original, options, [this](const Call &call) { return editOriginal(call); });
    router.add(u"DELETE"_s, original, options, [this](const Call &call) { return removeOriginal(call); });
    router.add(u"POST"_s, hook, options, [this](const Call &call) { return followUp(call); });
}

Answer Interactions::callback(const Call &call)
{
    const auto it = m_interactions.find(call.id(0));
    const Answer unknown = Answer::unknown(10062, u"interaction"_s);
    if (it == m_interactions.end() || it->token != call.text(1))
        return unknown;
    if (it->callbackType != 0)
        return Answer::error(400, 40060, u"Interaction has already been acknowledged."_s);
    if (m_clock.elapsed() - it->createdAtMs > AnswerLimitMs)
        return unknown;
    const int type = call.object().value("type"_L1).toInt();
    if (!fits(it->type, type, it->sourceMessage != 0))
        return unfitting(u"type"_s);
    const Answer answer = acknowledge(*it, type, call.object().value("data"_L1).toObject(), call);
    if (answer.status < 300)
        emit replied(call.id(0));
    return answer;
}

Answer Interactions::acknowledge(Interaction &interaction, int type, const QJsonObject &data,
                                 const Call &call)
{
    if (type == Message || type == Update) {
        if (const auto refused = m_messages.refusal(u"POST "_s + call.path.section(u'/', 0, 2), data,
                                                    call.files, type == Update))
            return *refused;
    } else if (type == Choices) {
        const QJsonObject errors = choicesErrors(data.value("choices"_L1).toArray());
        if (!errors.isEmpty())
            return Answer::invalidForm(errors);
        interaction.choices = data.value("choices"_L1).toArray();
    } else if (type == Modal) {
        const QJsonObject errors = modalErrors(data);
        if (!errors.isEmpty())
            return Answer::invalidForm(errors);
        interaction.modal = data;
    }
    interaction.callbackType = type;
    interaction.acknowledgedAfterMs = m_clock.elapsed() - interaction.createdAtMs;
    if (type == Message || type == Deferred) {
        interaction.ephemeral = data.value("flags"_L1).toInt() & Ephemeral;
        show(interaction, data, call.files, type == Deferred);
    } else if (type == DeferredUpdate || type == Update) {
        interaction.message = interaction.sourceMessage;
        interaction.ephemeral =
            shown(interaction.sourceMessage) && m_shown[interaction.sourceMessage].ephemeral;
        if (type == Update && m_shown.contains(interaction.message))
            change(m_shown[interaction.message], data, call.files);
    }
    if (call.query.value(u"with_response"_s) != "true"_L1)
        return Answer::noContent();
    QJsonObject about{{u"id"_s, World::idText(interaction.id)}, {u"type"_s, interaction.type}};
    QJsonObject resource{{u"type"_s, type}};
    if (interaction.message != 0 && m_shown.contains(interaction.message)) {
        about.insert(u"response_message_id"_s, World::idText(interaction.message));
        about.insert(u"response_message_loading"_s, type == Deferred);
        about.insert(u"response_message_ephemeral"_s, interaction.ephemeral);
        resource.insert(u"message"_s, m_world.data().messageJson(m_shown.value(interaction.message).message));
    }
    return Answer::ok(QJsonObject{{u"interaction"_s, about}, {u"resource"_s, resource}});
}

void Interactions::show(Interaction &interaction, const QJsonObject &data, const QVector<HttpPart> &files,
                        bool loading)
{
    Shown made;
    made.ephemeral = interaction.ephemeral;
    made.viewer = interaction.user;
    made.message.id = m_world.newId();
    made.message.channel = interaction.channel;
    made.message.author = m_world.bot();
    made.message.application = m_world.bot();
    made.message.type = interaction.type == Kind::Command ? 20 : 0;
    if (interaction.sourceMessage != 0) { // answers to components refer to their message
        made.message.type = 19;
        made.message.reference = interaction.sourceMessage;
    }
    made.message.flags = (made.ephemeral ? Ephemeral : 0) | (loading ? Loading : 0);
    made.message.interactionMetadata = {
        {u"id"_s, World::idText(interaction.id)},
        {u"type"_s, interaction.type},
        {u"user"_s, m_world.userJson(interaction.user)},
        {u"authorizing_integration_owners"_s, QJsonObject{{u"0"_s, World::idText(interaction.guild)}}}};
    if (!interaction.name.isEmpty())
        made.message.interactionMetadata.insert(u"name"_s, interaction.name);
    if (!loading)
        m_messages.apply(made.message, data, files);
    for (const HttpPart &file : files)
        made.files.insert(QString::fromUtf8(file.fileName), file.data);
    interaction.message = made.message.id;
    m_shown.insert(made.message.id, made);
    if (!made.ephemeral)
        m_world.storeMessage(made.message);
}

void Interactions::change(Shown &entry, const QJsonObject &data, const QVector<HttpPart> &files)
{
    m_messages.apply(entry.message, data, files);
    entry.message.flags &= ~Loading;
    entry.message.editedAtMs = m_world.now();
    QHash<QString, QByteArray> kept;
    for (const QJsonValue &attachment : qAsConst(entry.message.attachments)) {
        const QString name = attachment.toObject().value("filename"_L1).toString();
        kept.insert(name, entry.files.value(name));
    }
    for (const HttpPart &file : files)
        kept.insert(QString::fromUtf8(file.fileName), file.data);
    entry.files = kept;
    if (!entry.ephemeral)
        m_world.replaceMessage(World::Message(entry.message));
}

Interactions::Interaction *Interactions::byToken(const QString &token)
{
    const auto it = m_interactions.find(m_tokens.value(token));
    return it == m_interactions.end() ? nullptr : &*it;
}

std::optional<Answer> Interactions::webhookRefusal(const Call &call, const Interaction *interaction) const
{
    // Before the first answer the token's webhook does not exist yet.
    if (call.id(0) != m_world.bot() || !interaction || interaction->callbackType == 0)
        return Answer::unknown(10015, u"Webhook"_s);
    if (m_clock.elapsed() - interaction->createdAtMs > TokenLifeMs)
        return Answer::error(401, 50027, u"Invalid Webhook Token"_s);
    return {};
}

Answer Interactions::readOriginal(const Call &call)
{
    const Interaction *const interaction = byToken(call.text(1));
    if (const auto refused = webhookRefusal(call, interaction))
        return *refused;
    const auto it = m_shown.constFind(interaction->message);
    return it == m_shown.constEnd() ? Answer::unknown(10008, u"Message"_s)
                                    : Answer::ok(m_world.data().messageJson(it->message));
}

Answer Interactions::editOriginal(const Call &call)
{
    Interaction *const interaction = byToken(call.text(1));
    if (const auto refused = webhookRefusal(call, interaction))
        return *refused;
    const auto it = m_shown.find(interaction->message);
    if (it == m_shown.end())
        return Answer::unknown(10008, u"Message"_s);
    if (const auto refused = m_messages.refusal(u"PATCH @original"_s, call.object(), call.files, true))
        return *refused;
    change(*it, call.object(), call.files);
    ++interaction->edits;
    const Answer answer = Answer::ok(m_world.data().messageJson(it->message));
    emit replied(interaction->id);
    return answer;
}

Answer Interactions::removeOriginal(const Call &call)
{
    Interaction *const interaction = byToken(call.text(1));
    if (const auto refused = webhookRefusal(call, interaction))
        return *refused;
    const Shown gone = m_shown.take(interaction->message);
    if (gone.message.id == 0)
        return Answer::unknown(10008, u"Message"_s);
    if (!gone.ephemeral)
        m_world.deleteMessages(gone.message.channel, {gone.message.id});
    interaction->message = 0;
    return Answer::noContent();
}

Answer Interactions::followUp(const Call &call)
{
    Interaction *const interaction = byToken(call.text(1));
    if (const auto refused = webhookRefusal(call, interaction))
        return *refused;
    if (const auto refused = m_messages.refusal(u"POST follow-up"_s, call.object(), call.files, false))
        return *refused;
    Interaction extra = *interaction; // shown like an answer, without becoming @original
    extra.ephemeral = call.object().value("flags"_L1).toInt() & Ephemeral;
    show(extra, call.object(), call.files, false);
    interaction->followUps.append(extra.message);
    const Answer answer = Answer::ok(m_world.data().messageJson(m_shown.value(extra.message).message));
    emit replied(interaction->id);
    return answer;
}

} // namespace StandIn

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/discord/outgoing.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace Discord {
namespace OutgoingJson {

// Discord's limits (PROTOCOL; message and component schemas of its API description).
constexpr int MaxContent = 2000;
constexpr int MaxEmbeds = 10;
constexpr int MaxEmbedCharacters = 6000; // of all embeds of a message together
constexpr int MaxTitle = 256;
constexpr int MaxDescription = 4096;
constexpr int MaxFields = 25;
constexpr int MaxFieldName = 256;
constexpr int MaxFieldValue = 1024;
constexpr int MaxFooter = 2048;
constexpr int MaxRows = 5;
constexpr int MaxButtons = 5;
constexpr int MaxButtonLabel = 80;
constexpr int MaxUrl = 512;
constexpr int MaxCustomId = 100;
constexpr int MaxOptions = 25; // of a select, and choices of an autocomplete answer
constexpr int MaxOptionText = 100;
constexpr int MaxSelectPlaceholder = 150;
constexpr int MaxModalTitle = 45;
constexpr int MaxModalPlaceholder = 100;
constexpr int MaxTextInput = 4000;
constexpr int MaxAttachments = 10;
constexpr int MaxAltText = 1024;
constexpr int MaxNonce = 25;
constexpr int MaxMentionedRoles = 100;
constexpr int EphemeralFlag = 64;

enum ComponentType
{
    ActionRowComponent = 1,
    ButtonComponent = 2,
    StringSelect = 3,
    TextInput = 4,
    UserSelect = 5,
    Label = 18
};

// Where Discord insists on a text, nothing is written as the sign the reports use for "no value".
QString required(const QString &text, int limit)
{
    const QString cut = cutTo(text, limit);
    return cut.trimmed().isEmpty() ? u"–"_s : cut;
}

// Cutting a custom_id would change what the button does, so a long one is a mistake of ours.
QString customId(const QString &id)
{
    Q_ASSERT(!id.isEmpty() && id.size() <= MaxCustomId);
    return id.left(MaxCustomId);
}

// Hands out the characters that all embeds of one message share.
class EmbedBudget
{
public:
    QString take(const QString &text, int limit)
    {
        const QString cut = cutTo(text, std::min(limit, m_left));
        m_left -= codePoints(cut);
        return cut;
    }
    int left() const { return m_left; }

private:
    int m_left = MaxEmbedCharacters;
};

QJsonArray fieldsJson(const QVector<Embed::Field> &fields, EmbedBudget &budget)
{
    QJsonArray json;
    for (const Embed::Field &field : fields) {
        // A field needs a name and a value of at least one character each.
        if (json.size() == MaxFields || budget.left() < 2)
            break;
        const QString name =
            budget.take(required(field.name, MaxFieldName), std::min(MaxFieldName, budget.left() - 1));
        const QString value = budget.take(required(field.value, MaxFieldValue), MaxFieldValue);
        json.append(QJsonObject{{u"name"_s, name}, {u"value"_s, value}, {u"inline"_s, field.inLine}});
    }
    return json;
}

QJsonArray embedsJson(const QVector<Embed> &allEmbeds)
{
    const QVector<Embed> embeds = allEmbeds.mid(0, MaxEmbeds);
    EmbedBudget budget;
    QVector<QJsonObject> json;
    // Titles and footers first: what a table loses at its end is missed less than what it is about and what
    // it counts.
    for (const Embed &embed : embeds) {
        QJsonObject object{{u"color"_s, int(embed.colour)}};
        if (const QString title = budget.take(embed.title, MaxTitle); !title.isEmpty())
            object[u"title"] = title;
        if (const QString footer = budget.take(embed.footer, MaxFooter); !footer.isEmpty())
            object[u"footer"] = QJsonObject{{u"text"_s, footer}};
        if (!embed.imageAttachment.isEmpty())
            object[u"image"] =
                QJsonObject{{u"url"_s, u"attachment://"_s + attachmentName(embed.imageAttachment)}};
        json.append(object);
    }
    QJsonArray result;
    for (qsizetype i = 0; i < embeds.size(); ++i) {
        if (const QString text = budget.take(embeds[i].description, MaxDescription); !text.isEmpty())
            json[i][u"description"] = text;
        if (const QJsonArray fields = fieldsJson(embeds[i].fields, budget); !fields.isEmpty())
            json[i][u"fields"] = fields;
        result.append(json[i]);
    }
    return result;
}

QJsonObject buttonJson(const Button &button)
{
    QJsonObject json{{u"type"_s, ButtonComponent},
                     {u"style"_s, int(button.style)},
                     {u"label"_s, required(button.label, MaxButtonLabel)}};
    if (button.style == ButtonStyle::Link)
        json[u"url"] = button.customId.left(MaxUrl);
    else
        json[u"custom_id"] = customId(button.customId);
    if (button.disabled)
        json[u"disabled"] = true;
    return json;
}

QJsonArray optionsJson(const QVector<Select::Option> &options)
{
    QJsonArray json;
    QSet<QString> values;
    bool oneSelected = false;
    for (const Select::Option &option : options) {
        if (json.size() == MaxOptions)
            break;
        // Discord refuses the whole message when a value stands twice or two options are chosen of one.
        if (option.value.isEmpty() || values.contains(option.value))
            continue;
        values.insert(option.value);
        Q_ASSERT(option.value.size() <= MaxOptionText);
        QJsonObject entry{{u"label"_s, required(option.label, MaxOptionText)},
                          {u"value"_s, option.value.left(MaxOptionText)}};
        if (!option.description.isEmpty())
            entry[u"description"] = cutTo(option.description, MaxOptionText);
        if (option.selected && !oneSelected) {
            oneSelected = true;
            entry[u"default"] = true;
        }
        json.append(entry);
    }
    return json;
}

QJsonArray rowComponents(const ActionRow &row)
{
    QJsonArray components;
    if (row.select) {
        QJsonObject json{{u"type"_s, row.select->userSelect ? UserSelect : StringSelect},
                         {u"custom_id"_s, customId(row.select->customId)}};
        if (!row.select->placeholder.isEmpty())
            json[u"placeholder"] = cutTo(row.select->placeholder, MaxSelectPlaceholder);
        if (row.select->userSelect) {
            components.append(json);
        } else if (const QJsonArray options = optionsJson(row.select->options); !options.isEmpty()) {
            json[u"options"] = options;
            components.append(json);
        }
        return components;
    }
    Q_ASSERT(row.buttons.size() <= MaxButtons);
    for (const Button &button : row.buttons.mid(0, MaxButtons))
        components.append(buttonJson(button));
    return components;
}

QJsonArray rowsJson(const QVector<ActionRow> &rows)
{
    Q_ASSERT(rows.size() <= MaxRows);
    QJsonArray json;
    for (const ActionRow &row : rows) {
        const QJsonArray components = rowComponents(row);
        if (!components.isEmpty() && json.size() < MaxRows)
            json.append(QJsonObject{{u"type"_s, ActionRowComponent}, {u"components"_s, components}});
    }
    return json;
}

// The ids are the numbers of the multipart's files[n]. In an edit the list also says what stays of the old
// ones: none.
QJsonArray attachmentsJson(const QVector<Attachment> &attachments)
{
    Q_ASSERT(attachments.size() <= MaxAttachments);
    QJsonArray json;
    for (const Attachment &attachment : attachments.mid(0, MaxAttachments)) {
        QJsonObject entry{{u"id"_s, QString::number(json.size())},
                          {u"filename"_s, attachmentName(attachment.fileName)}};
        if (!attachment.description.isEmpty())
            entry[u"description"] = cutTo(attachment.description, MaxAltText);
        json.append(entry);
    }
    return json;
}

QVector<RoleId> mentionedRoles(const OutgoingMessage &message)
{
    QVector<RoleId> roles;
    for (const RoleId role : message.mentionRoles) {
        if (role && !roles.contains(role) && roles.size() < MaxMentionedRoles)
            roles.append(role);
    }
    return roles;
}

// Nothing pings unless its role is named here, whatever the texts contain (TM-14).
QJsonObject allowedMentions(const QVector<RoleId> &roles)
{
    QJsonObject json{{u"parse"_s, QJsonArray()}};
    if (!roles.isEmpty()) {
        QJsonArray ids;
        for (const RoleId role : roles)
            ids.append(role.toString());
        json[u"roles"] = ids;
    }
    return json;
}

// A role is pinged by its mention in the content; mentions inside embeds stay silent.
QString contentWithMentions(const QString &content, const QVector<RoleId> &roles)
{
    QString mentions;
    for (const RoleId role : roles) {
        const QString mention = u"<@&%1>"_s.arg(role.toString());
        if (!content.contains(mention))
            mentions += mention + u' ';
    }
    return cutTo((mentions + content).trimmed(), MaxContent);
}

QJsonObject callback(int type)
{
    return {{u"type"_s, type}};
}

QJsonObject callback(int type, const QJsonObject &data)
{
    return {{u"type"_s, type}, {u"data"_s, data}};
}

} // namespace OutgoingJson

QJsonObject OutgoingMessage::toJson(bool forEdit) const
{
    using namespace OutgoingJson;
    const QVector<RoleId> roles = mentionedRoles(*this);
    QJsonObject json{{u"allowed_mentions"_s, allowedMentions(roles)}};
    if (const QString text = contentWithMentions(content, roles); forEdit || !text.isEmpty())
        json[u"content"] = text;
    if (const QJsonArray list = embedsJson(embeds); forEdit || !list.isEmpty())
        json[u"embeds"] = list;
    if (const QJsonArray list = rowsJson(rows); forEdit || !list.isEmpty())
        json[u"components"] = list;
    if (const QJsonArray list = attachmentsJson(attachments); forEdit || !list.isEmpty())
        json[u"attachments"] = list;
    if (!forEdit && ephemeral)
        json[u"flags"] = EphemeralFlag;
    if (!forEdit && !nonce.isEmpty()) {
        Q_ASSERT(nonce.size() <= MaxNonce);
        json[u"nonce"] = nonce.left(MaxNonce);
        json[u"enforce_nonce"] = true;
    }
    return json;
}

namespace Callback {

QJsonObject message(const OutgoingMessage &message)
{
    // A callback is sent as plain JSON: pictures follow with the edit of the original response.
    Q_ASSERT(message.attachments.isEmpty());
    QJsonObject data = message.toJson();
    data.remove(u"nonce");
    data.remove(u"enforce_nonce");
    return OutgoingJson::callback(4, data);
}

QJsonObject deferred(bool ephemeral)
{
    if (!ephemeral)
        return OutgoingJson::callback(5);
    return OutgoingJson::callback(5, {{u"flags"_s, OutgoingJson::EphemeralFlag}});
}

QJsonObject deferredUpdate()
{
    return OutgoingJson::callback(6);
}

QJsonObject update(const OutgoingMessage &message)
{
    Q_ASSERT(message.attachments.isEmpty());
    return OutgoingJson::callback(7, message.toJson(true));
}

QJsonObject choices(const QVector<Choice> &choices)
{
    using namespace OutgoingJson;
    QJsonArray list;
    for (const Choice &choice : choices.mid(0, MaxOptions)) {
        Q_ASSERT(!choice.value.isEmpty() && choice.value.size() <= MaxOptionText);
        list.append(QJsonObject{{u"name"_s, required(choice.name, MaxOptionText)},
                                {u"value"_s, choice.value.left(MaxOptionText)}});
    }
    return callback(8, {{u"choices"_s, list}});
}

QJsonObject modal(const Modal &modal)
{
    using namespace OutgoingJson;
    QJsonObject input{{u"type"_s, TextInput},
                      {u"custom_id"_s, customId(modal.inputId)},
                      {u"style"_s, 1},
                      {u"required"_s, modal.minLength > 0},
                      {u"min_length"_s, std::clamp(modal.minLength, 0, MaxTextInput)},
                      {u"max_length"_s, std::clamp(modal.maxLength, 1, MaxTextInput)}};
    if (!modal.placeholder.isEmpty())
        input[u"placeholder"] = cutTo(modal.placeholder, MaxModalPlaceholder);
    // A text input stands in a Label; the older action row around it is deprecated.
    const QJsonObject label{
        {u"type"_s, Label}, {u"label"_s, required(modal.inputLabel, MaxModalTitle)}, {u"component"_s, input}};
    return callback(9,
                    {{u"custom_id"_s, customId(modal.customId)},
                     {u"title"_s, required(modal.title, MaxModalTitle)},
                     {u"components"_s, QJsonArray{label}}});
}

} // namespace Callback
} // namespace Discord

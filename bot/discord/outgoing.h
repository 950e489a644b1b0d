// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/snowflake.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QVector>

#include <optional>

// What we send: messages, embeds, components, modals. toJson() is the one place that carries out PROTOCOL X-06: limits
// by Unicode code point, the 6000 characters of one message, and `allowed_mentions` on every single message.
namespace Discord {

// Makes foreign text harmless inside an embed or message: markdown escaped; control, bidi-override and zero-width
// characters removed; lone surrogates and NUL gone; at most `maxCodePoints` code points, cut with an ellipsis.
QString escaped(const QString &foreign, int maxCodePoints = 256);
// The same cleaning without markdown escapes, for places that do not render markdown (choices, select labels, CSV).
QString cleaned(const QString &foreign, int maxCodePoints = 100);
// Cuts by code points, never inside a surrogate pair.
// Drops lone surrogates and NUL; ends with an ellipsis where something was cut.
QString cutTo(const QString &text, int maxCodePoints);
// The length as Discord counts it.
int codePoints(const QString &text);
// The name under which an attachment travels: only letters, digits, dot, dash and underscore.
QString attachmentName(const QString &fileName);

enum class EmbedColour
{
    Information = 0x4752C4,
    Good = 0x1B6E3A,
    Caution = 0x8A5300,
    Danger = 0xB3261E
};

struct Embed
{
    struct Field
    {
        QString name;
        QString value;
        bool inLine = true;
    };
    QString title;
    QString description;
    EmbedColour colour = EmbedColour::Information;
    QVector<Field> fields;
    QString footer;
    QString imageAttachment; // file name; drawn as attachment://name
};

enum class ButtonStyle
{
    Primary = 1,
    Secondary = 2,
    Success = 3,
    Danger = 4,
    Link = 5
};

struct Button
{
    QString customId; // or url for Link
    QString label;
    ButtonStyle style = ButtonStyle::Secondary;
    bool disabled = false;
};
struct Select
{
    struct Option
    {
        QString label;
        QString value;
        QString description;
        bool selected = false;
    };
    QString customId;
    QString placeholder;
    QVector<Option> options; // empty with userSelect
    bool userSelect = false;
};
struct ActionRow // either buttons (1..5) or one select
{
    QVector<Button> buttons;
    std::optional<Select> select;
};

struct Attachment
{
    QString fileName;
    QString description; // alt text, at most 1024
    QByteArray data;
    QByteArray contentType;
};

struct OutgoingMessage
{
    QString content;
    QVector<Embed> embeds;
    QVector<ActionRow> rows;
    QVector<Attachment> attachments;
    QVector<RoleId>
        mentionRoles; // the only mentions that ping; put in front of the content where it lacks them
    bool ephemeral = false; // flag 64, only honoured in an interaction's first answer
    QString nonce; // for POST to a channel; with enforce_nonce

    // The JSON of the message. forEdit: PATCH of an existing message, where empty lists must be sent to clear.
    QJsonObject toJson(bool forEdit = false) const;
};

struct Modal
{
    QString customId;
    QString title;
    QString inputId;
    QString inputLabel;
    QString placeholder;
    int minLength = 1;
    int maxLength = 100;
};

struct Choice
{
    QString name;
    QString value;
};

// Bodies of POST /interactions/{id}/{token}/callback (PROTOCOL X-01). They are plain JSON: messages here carry no
// attachments, those follow with Routes::editOriginalResponse().
namespace Callback {
QJsonObject message(const OutgoingMessage &message); // type 4
QJsonObject deferred(bool ephemeral); // type 5
QJsonObject deferredUpdate(); // type 6
QJsonObject update(const OutgoingMessage &message); // type 7
QJsonObject choices(const QVector<Choice> &choices); // type 8, at most 25
QJsonObject modal(const Modal &modal); // type 9
} // namespace Callback

} // namespace Discord

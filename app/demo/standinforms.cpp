// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/standinforms.h"

#include <QRegularExpression>
#include <QSet>
#include <QStringList>

using namespace Qt::Literals::StringLiterals;

namespace StandIn {

namespace {

// Component types (Discord components/reference).
enum Component
{
    ActionRow = 1,
    Button = 2,
    StringSelect = 3,
    TextInput = 4,
    UserSelect = 5,
    ChannelSelect = 8,
    Label = 18
};
constexpr int LinkStyle = 5;

int codePoints(const QString &text)
{
    return int(text.toUcs4().size());
}

// Adds one error below nested keys: {"embeds":{"0":{"title":{"_errors":[…]}}}}.
QJsonObject withError(QJsonObject tree, const QStringList &path, const QJsonObject &error)
{
    if (path.isEmpty()) {
        QJsonArray errors = tree.value("_errors"_L1).toArray();
        errors.append(error);
        tree.insert(u"_errors"_s, errors);
        return tree;
    }
    tree.insert(path.first(), withError(tree.value(path.first()).toObject(), path.mid(1), error));
    return tree;
}

int embedLength(const QJsonObject &embed)
{
    int sum = codePoints(embed.value("title"_L1).toString())
        + codePoints(embed.value("description"_L1).toString())
        + codePoints(embed.value("footer"_L1).toObject().value("text"_L1).toString())
        + codePoints(embed.value("author"_L1).toObject().value("name"_L1).toString());
    for (const QJsonValue &field : embed.value("fields"_L1).toArray())
        sum += codePoints(field.toObject().value("name"_L1).toString())
            + codePoints(field.toObject().value("value"_L1).toString());
    return sum;
}

void checkEmbeds(FormErrors &errors, const QJsonArray &embeds)
{
    errors.size(u"embeds"_s, embeds, 0, 10);
    int sum = 0;
    for (int i = 0; i < embeds.size(); ++i) {
        const QJsonObject embed = embeds.at(i).toObject();
        const QString path = u"embeds.%1."_s.arg(i);
        errors.length(path + "title"_L1, embed.value("title"_L1), 0, 256);
        errors.length(path + "description"_L1, embed.value("description"_L1), 0, 4096);
        errors.length(path + "footer.text"_L1, embed.value("footer"_L1).toObject().value("text"_L1), 0, 2048);
        errors.length(path + "author.name"_L1, embed.value("author"_L1).toObject().value("name"_L1), 0, 256);
        const QJsonArray fields = embed.value("fields"_L1).toArray();
        errors.size(path + "fields"_L1, fields, 0, 25);
        for (int f = 0; f < fields.size(); ++f) {
            const QJsonObject field = fields.at(f).toObject();
            errors.length(path + u"fields.%1.name"_s.arg(f), field.value("name"_L1), 1, 256);
            errors.length(path + u"fields.%1.value"_s.arg(f), field.value("value"_L1), 1, 1024);
        }
        sum += embedLength(embed);
    }
    if (sum > 6000)
        errors.add(u"embeds"_s, u"MAX_EMBED_SIZE_EXCEEDED"_s, u"Embed size exceeds maximum size of 6000"_s);
}

void checkSelect(FormErrors &errors, const QString &path, const QJsonObject &select)
{
    errors.length(path + ".placeholder"_L1, select.value("placeholder"_L1), 0, 150);
    if (select.value("type"_L1).toInt() != StringSelect)
        return;
    const QJsonArray options = select.value("options"_L1).toArray();
    errors.size(path + ".options"_L1, options, 1, 25);
    QSet<QString> values;
    for (int i = 0; i < options.size(); ++i) {
        const QJsonObject option = options.at(i).toObject();
        const QString at = path + u".options.%1"_s.arg(i);
        errors.length(at + ".label"_L1, option.value("label"_L1), 1, 100);
        errors.length(at + ".value"_L1, option.value("value"_L1), 1, 100);
        errors.length(at + ".description"_L1, option.value("description"_L1), 0, 100);
        const QString value = option.value("value"_L1).toString();
        if (values.contains(value))
            errors.add(at + ".value"_L1, u"SELECT_COMPONENT_OPTION_VALUE_DUPLICATED"_s,
                       u"The specified option value is already used"_s);
        values.insert(value);
    }
}

void checkComponents(FormErrors &errors, const QJsonArray &rows)
{
    errors.size(u"components"_s, rows, 0, 5);
    QSet<QString> customIds;
    for (int r = 0; r < rows.size(); ++r) {
        const QJsonObject row = rows.at(r).toObject();
        const QString rowPath = u"components.%1"_s.arg(r);
        if (row.value("type"_L1).toInt() != ActionRow) {
            errors.add(rowPath + ".type"_L1, u"BASE_TYPE_CHOICES"_s,
                       u"Value of field \"type\" must be one of (1,)."_s);
            continue;
        }
        const QJsonArray inside = row.value("components"_L1).toArray();
        errors.size(rowPath + ".components"_L1, inside, 1, 5);
        for (int c = 0; c < inside.size(); ++c) {
            const QJsonObject component = inside.at(c).toObject();
            const QString path = rowPath + u".components.%1"_s.arg(c);
            const int type = component.value("type"_L1).toInt();
            const bool link = type == Button && component.value("style"_L1).toInt() == LinkStyle;
            const QString customId = component.value("custom_id"_L1).toString();
            if (type < Button || type > ChannelSelect || type == TextInput)
                errors.add(path + ".type"_L1, u"BASE_TYPE_CHOICES"_s,
                           u"This component is not allowed here."_s);
            if (type != Button && inside.size() != 1)
                errors.add(rowPath, u"COMPONENT_LAYOUT_WIDTH_EXCEEDED"_s, u"A select fills its row."_s);
            if (type == Button)
                errors.length(path + ".label"_L1, component.value("label"_L1), 0, 80);
            else
                checkSelect(errors, path, component);
            if (link)
                continue;
            if (errors.length(path + ".custom_id"_L1, component.value("custom_id"_L1), 1, 100)
                && customIds.contains(customId))
                errors.add(path + ".custom_id"_L1, u"COMPONENT_CUSTOM_ID_DUPLICATED"_s,
                           u"Component custom id cannot be duplicated"_s);
            customIds.insert(customId);
        }
    }
}

// Options and choices of a command, recursively (sub-commands).
int checkOptions(FormErrors &errors, const QString &path, const QJsonArray &options)
{
    static const QRegularExpression namePattern(u"^[-_'\\p{L}\\p{N}\\p{Devanagari}\\p{Thai}]{1,32}$"_s,
                                                QRegularExpression::UseUnicodePropertiesOption);
    errors.size(path, options, 0, 25);
    int characters = 0;
    bool optionalSeen = false;
    for (int i = 0; i < options.size(); ++i) {
        const QJsonObject option = options.at(i).toObject();
        const QString at = path + u".%1"_s.arg(i);
        const QString name = option.value("name"_L1).toString();
        const QString description = option.value("description"_L1).toString();
        characters += codePoints(name) + codePoints(description);
        if (!namePattern.match(name).hasMatch() || name != name.toLower())
            errors.add(at + ".name"_L1, u"APPLICATION_COMMAND_INVALID_NAME"_s, u"Command name is invalid"_s);
        errors.length(at + ".description"_L1, option.value("description"_L1), 1, 100);
        const bool required = option.value("required"_L1).toBool();
        if (required && optionalSeen)
            errors.add(at, u"APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID"_s,
                       u"Required options must be placed before non-required options"_s);
        optionalSeen = optionalSeen || !required;
        const QJsonArray choices = option.value("choices"_L1).toArray();
        errors.size(at + ".choices"_L1, choices, 0, 25);
        for (int c = 0; c < choices.size(); ++c) {
            const QJsonObject choice = choices.at(c).toObject();
            errors.length(at + u".choices.%1.name"_s.arg(c), choice.value("name"_L1), 1, 100);
            characters += codePoints(choice.value("name"_L1).toString())
                + codePoints(choice.value("value"_L1).toVariant().toString());
        }
        if (!choices.isEmpty() && option.value("autocomplete"_L1).toBool())
            errors.add(at + ".autocomplete"_L1, u"BASE_TYPE_CHOICES"_s,
                       u"Autocomplete cannot be combined with choices."_s);
        characters += checkOptions(errors, at + ".options"_L1, option.value("options"_L1).toArray());
    }
    return characters;
}

void checkCommand(FormErrors &errors, const QString &prefix, const QJsonObject &command)
{
    static const QRegularExpression chatName(u"^[-_'\\p{L}\\p{N}\\p{Devanagari}\\p{Thai}]{1,32}$"_s,
                                             QRegularExpression::UseUnicodePropertiesOption);
    const int type = command.value("type"_L1).toInt(1);
    const QString name = command.value("name"_L1).toString();
    if (type == 1 ? !chatName.match(name).hasMatch() || name != name.toLower()
                  : name.isEmpty() || codePoints(name) > 32)
        errors.add(prefix + "name"_L1, u"APPLICATION_COMMAND_INVALID_NAME"_s, u"Command name is invalid"_s);
    if (type == 1)
        errors.length(prefix + "description"_L1, command.value("description"_L1), 1, 100);
    const QJsonObject localised = command.value("description_localizations"_L1).toObject();
    for (auto it = localised.begin(); it != localised.end(); ++it)
        errors.length(prefix + "description_localizations."_L1 + it.key(), it.value(), 1, 100);
    const int characters = codePoints(name) + codePoints(command.value("description"_L1).toString())
        + checkOptions(errors, prefix + "options"_L1, command.value("options"_L1).toArray());
    if (characters > 8000)
        errors.add(prefix + "options"_L1, u"APPLICATION_COMMAND_TOO_LARGE"_s,
                   u"Command exceeds maximum size (8000)"_s);
}

} // namespace

void FormErrors::add(const QString &path, const QString &code, const QString &message)
{
    m_errors = withError(m_errors, path.split(u'.', Qt::SkipEmptyParts),
                         {{u"code"_s, code}, {u"message"_s, message}});
}

bool FormErrors::length(const QString &path, const QJsonValue &value, int least, int most)
{
    if ((value.isUndefined() || value.isNull()) && least == 0)
        return true;
    if (!value.isString()) {
        add(path, value.isUndefined() ? u"BASE_TYPE_REQUIRED"_s : u"BASE_TYPE_BAD_TYPE"_s,
            value.isUndefined() ? u"This field is required"_s : u"This must be a string."_s);
        return false;
    }
    const int size = codePoints(value.toString());
    if (size >= least && size <= most)
        return true;
    if (least > 0 && size <= most)
        add(path, u"BASE_TYPE_REQUIRED"_s, u"This field is required"_s);
    else if (least > 0)
        add(path, u"BASE_TYPE_BAD_LENGTH"_s, u"Must be between %1 and %2 in length."_s.arg(least).arg(most));
    else
        add(path, u"BASE_TYPE_MAX_LENGTH"_s, u"Must be %1 or fewer in length."_s.arg(most));
    return false;
}

bool FormErrors::size(const QString &path, const QJsonArray &array, int least, int most)
{
    if (array.size() >= least && array.size() <= most)
        return true;
    add(path, u"BASE_TYPE_BAD_LENGTH"_s, u"Must be between %1 and %2 in length."_s.arg(least).arg(most));
    return false;
}

QJsonObject messageErrors(const QJsonObject &message)
{
    FormErrors errors;
    errors.length(u"content"_s, message.value("content"_L1), 0, 2000);
    const QJsonValue nonce = message.value("nonce"_L1);
    if (nonce.isString())
        errors.length(u"nonce"_s, nonce, 0, 25);
    checkEmbeds(errors, message.value("embeds"_L1).toArray());
    // Flag IS_COMPONENTS_V2 brings components with rules of their own, which no ticket bot of ours uses.
    if (!(message.value("flags"_L1).toInt() & (1 << 15)))
        checkComponents(errors, message.value("components"_L1).toArray());
    const QJsonArray attachments = message.value("attachments"_L1).toArray();
    errors.size(u"attachments"_s, attachments, 0, 10);
    for (int i = 0; i < attachments.size(); ++i)
        errors.length(u"attachments.%1.description"_s.arg(i),
                      attachments.at(i).toObject().value("description"_L1), 0, 1024);
    const QJsonObject mentions = message.value("allowed_mentions"_L1).toObject();
    for (const QString &kind : {u"roles"_s, u"users"_s}) {
        const QJsonArray ids = mentions.value(kind).toArray();
        errors.size(u"allowed_mentions."_s + kind, ids, 0, 100);
        if (!ids.isEmpty() && mentions.value("parse"_L1).toArray().contains(kind))
            errors.add(u"allowed_mentions"_s, u"MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE"_s,
                       u"parse:[\"%1\"] and %1: [ids...] are mutually exclusive."_s.arg(kind));
    }
    return errors.json();
}

QJsonObject modalErrors(const QJsonObject &modal)
{
    FormErrors errors;
    errors.length(u"data.custom_id"_s, modal.value("custom_id"_L1), 1, 100);
    errors.length(u"data.title"_s, modal.value("title"_L1), 1, 45);
    const QJsonArray components = modal.value("components"_L1).toArray();
    errors.size(u"data.components"_s, components, 1, 5);
    for (int i = 0; i < components.size(); ++i) {
        const QJsonObject outer = components.at(i).toObject();
        const QString path = u"data.components.%1"_s.arg(i);
        if (outer.value("type"_L1).toInt() == Label) {
            errors.length(path + ".label"_L1, outer.value("label"_L1), 1, 45);
            errors.length(path + ".description"_L1, outer.value("description"_L1), 0, 100);
        } else if (outer.value("type"_L1).toInt() != ActionRow) {
            errors.add(path + ".type"_L1, u"BASE_TYPE_CHOICES"_s,
                       u"Only labels and action rows fit into a modal."_s);
        }
    }
    for (const QJsonValue &value : interactiveComponents(components)) {
        const QJsonObject input = value.toObject();
        errors.length(u"data.components.custom_id"_s, input.value("custom_id"_L1), 1, 100);
        errors.length(u"data.components.placeholder"_s, input.value("placeholder"_L1), 0, 100);
    }
    return errors.json();
}

QJsonObject choicesErrors(const QJsonArray &choices)
{
    FormErrors errors;
    errors.size(u"data.choices"_s, choices, 0, 25);
    for (int i = 0; i < choices.size(); ++i) {
        const QJsonObject choice = choices.at(i).toObject();
        errors.length(u"data.choices.%1.name"_s.arg(i), choice.value("name"_L1), 1, 100);
        if (choice.value("value"_L1).isString())
            errors.length(u"data.choices.%1.value"_s.arg(i), choice.value("value"_L1), 0, 100);
    }
    return errors.json();
}

QJsonObject commandErrors(const QJsonObject &command)
{
    FormErrors errors;
    checkCommand(errors, {}, command);
    return errors.json();
}

QJsonObject commandListErrors(const QJsonArray &commands)
{
    FormErrors errors;
    errors.size({}, commands, 0, 100);
    QSet<QString> names;
    for (int i = 0; i < commands.size(); ++i) {
        const QJsonObject command = commands.at(i).toObject();
        checkCommand(errors, u"%1."_s.arg(i), command);
        const QString key =
            QString::number(command.value("type"_L1).toInt(1)) + u' ' + command.value("name"_L1).toString();
        if (names.contains(key))
            errors.add(u"%1.name"_s.arg(i), u"APPLICATION_COMMANDS_DUPLICATE_NAME"_s,
                       u"Application command names must be unique"_s);
        names.insert(key);
    }
    return errors.json();
}

QJsonArray interactiveComponents(const QJsonArray &components)
{
    QJsonArray result;
    for (const QJsonValue &value : components) {
        const QJsonObject component = value.toObject();
        if (component.contains("components"_L1)) {
            for (const QJsonValue &inner : interactiveComponents(component.value("components"_L1).toArray()))
                result.append(inner);
        } else if (component.contains("component"_L1)) {
            result.append(component.value("component"_L1));
        } else {
            result.append(component);
        }
    }
    return result;
}

} // namespace StandIn

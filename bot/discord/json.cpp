// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/discord/json.h"

#include <QDateTime>

#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace Discord {

QString sanitised(const QString &text)
{
    const qsizetype length = text.size();
    const auto isPair = [&](qsizetype i) {
        return text.at(i).isHighSurrogate() && i + 1 < length && text.at(i + 1).isLowSurrogate();
    };
    const auto isClean = [&] {
        for (qsizetype i = 0; i < length; ++i) {
            if (isPair(i))
                ++i;
            else if (text.at(i).isNull() || text.at(i).isSurrogate())
                return false;
        }
        return true;
    };
    if (isClean()) // nearly always; keeps the string shared
        return text;

    QString clean;
    clean.reserve(length);
    for (qsizetype i = 0; i < length; ++i) {
        const QChar c = text.at(i);
        if (isPair(i)) {
            clean += c;
            clean += text.at(++i);
        } else if (c.isSurrogate()) {
            clean += QChar(QChar::ReplacementCharacter);
        } else if (!c.isNull()) {
            clean += c;
        }
    }
    return clean;
}

std::optional<UtcMs> timestampFromText(const QString &text)
{
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid())
        return {};
    // A time without an offset is read as local time by Qt; Discord means UTC.
    return (time.timeSpec() == Qt::LocalTime ? QDateTime(time.date(), time.time(), Qt::UTC) : time)
        .toMSecsSinceEpoch();
}

Error fieldError(const QString &path, const QString &problem)
{
    return {ErrorKind::Invalid, u"Discord's answer is not as expected: \"%1\" %2."_s.arg(path, problem),
            path};
}

Error inside(const QString &outerPath, Error inner)
{
    const QString path = outerPath + u'.' + inner.detail;
    inner.text.replace(u'"' + inner.detail + u'"', u'"' + path + u'"');
    inner.detail = path;
    return inner;
}

std::optional<QJsonValue> FieldReader::present(QLatin1StringView key, bool required)
{
    const auto found = m_object.constFind(key);
    const bool missing = found == m_object.constEnd();
    if (!missing && !found->isNull())
        return *found;
    if (required)
        fail(key, missing ? u"is missing"_s : u"is null"_s);
    return {};
}

bool FieldReader::has(QLatin1StringView key) const
{
    const QJsonValue value = m_object.value(key);
    return !value.isUndefined() && !value.isNull();
}

void FieldReader::fail(QLatin1StringView key, const QString &problem)
{
    if (!m_error)
        m_error = fieldError(QString(key), problem);
}

quint64 FieldReader::readId(QLatin1StringView key, bool required)
{
    const auto value = present(key, required);
    if (!value)
        return 0;
    const auto id = snowflakeFromJson(*value);
    // "0" stands for "none" here and there (a target_id, an old parent_id); only a required id must be real.
    if (!id && (required || value->toString() != "0"_L1))
        fail(key, u"is no id"_s);
    return id.value_or(0);
}

qint64 FieldReader::readInteger(QLatin1StringView key, bool required, qint64 fallback)
{
    const auto value = present(key, required);
    if (!value)
        return fallback;
    constexpr qint64 None = std::numeric_limits<qint64>::min();
    const qint64 number = value->isDouble() ? value->toInteger(None) : None;
    if (number != None)
        return number;
    fail(key, u"is no integer"_s);
    return fallback;
}

int FieldReader::smallInteger(QLatin1StringView key, int fallback)
{
    constexpr qint64 Least = std::numeric_limits<int>::min();
    constexpr qint64 Most = std::numeric_limits<int>::max();
    return int(qBound(Least, integer(key, fallback), Most));
}

bool FieldReader::flag(QLatin1StringView key, bool fallback)
{
    const auto value = present(key, false);
    if (!value)
        return fallback;
    if (!value->isBool())
        fail(key, u"is neither true nor false"_s);
    return value->toBool(fallback);
}

QString FieldReader::requiredText(QLatin1StringView key)
{
    const auto value = present(key, true);
    if (value && !value->isString())
        fail(key, u"is no text"_s);
    return value ? sanitised(value->toString()) : QString();
}

QString FieldReader::text(QLatin1StringView key) const
{
    return sanitised(m_object.value(key).toString());
}

quint64 FieldReader::bits(QLatin1StringView key) const
{
    return snowflakeFromJson(m_object.value(key)).value_or(0);
}

UtcMs FieldReader::timestamp(QLatin1StringView key) const
{
    return timestampFromText(m_object.value(key).toString()).value_or(0);
}

QJsonObject FieldReader::requiredObject(QLatin1StringView key)
{
    const auto value = present(key, true);
    if (value && !value->isObject())
        fail(key, u"is no object"_s);
    return value ? value->toObject() : QJsonObject();
}

QJsonObject FieldReader::object(QLatin1StringView key)
{
    return has(key) ? requiredObject(key) : QJsonObject();
}

QJsonArray FieldReader::array(QLatin1StringView key)
{
    const auto value = present(key, false);
    if (value && !value->isArray())
        fail(key, u"is no list"_s);
    return value ? value->toArray() : QJsonArray();
}

} // namespace Discord

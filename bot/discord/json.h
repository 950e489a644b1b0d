// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/result.h"
#include "bot/base/snowflake.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>
#include <QVector>

#include <optional>

namespace Discord {

// Text as it may be stored and shown: without U+0000, every lone surrogate replaced by U+FFFD. Qt's JSON
// parser lets both pass (PROTOCOL R-07), SQLite and UTF-8 do not.
QString sanitised(const QString &text);

// ISO 8601 as Discord writes it ("2021-03-04T05:06:07.089000+00:00") to UTC milliseconds; nothing if it is
// none.
std::optional<UtcMs> timestampFromText(const QString &text);

// The error of one field. `detail` is the JSON path alone, so that an outer object can put its own name in
// front.
Error fieldError(const QString &path, const QString &problem);
Error inside(const QString &outerPath, Error inner);

// Reads the fields of one JSON object and remembers the first thing that was wrong, so that a fromJson()
// reads as a list of fields and ends in finish(). Three degrees of strictness:
// - required...: missing, null and wrong type are three different errors.
// - plain (id, integer, flag, object ...): missing and null give the default; a wrong type is an error,
// because acting
//   on a guess about a field that decides something would be worse than losing the event.
// - lenient text(): for what is only shown; anything but a string is "".
class FieldReader
{
public:
    explicit FieldReader(const QJsonObject &object) : m_object(object) { }

    template <class IdType>
    IdType requiredId(QLatin1StringView key)
    {
        return IdType(readId(key, true));
    }
    template <class IdType>
    IdType id(QLatin1StringView key)
    {
        return IdType(readId(key, false));
    }
    // Elements that are no ids are left out; anything but an array is an error.
    template <class IdType>
    QVector<IdType> ids(QLatin1StringView key)
    {
        QVector<IdType> found;
        for (const QJsonValue &element : array(key)) {
            if (const IdType one = IdType::fromJson(element))
                found.append(one);
        }
        return found;
    }

    QString requiredText(QLatin1StringView key);
    QString text(QLatin1StringView key) const;
    qint64 requiredInteger(QLatin1StringView key) { return readInteger(key, true, 0); }
    qint64 integer(QLatin1StringView key, qint64 fallback = 0) { return readInteger(key, false, fallback); }
    int smallInteger(QLatin1StringView key, int fallback = 0); // clamped to int
    bool flag(QLatin1StringView key, bool fallback = false);
    quint64
    bits(QLatin1StringView key) const; // a bit set as decimal string; 0 (grants nothing) when unreadable
    UtcMs timestamp(QLatin1StringView key) const; // 0 when missing or unreadable
    QJsonObject requiredObject(QLatin1StringView key);
    QJsonObject object(QLatin1StringView key);
    QJsonArray array(QLatin1StringView key);
    bool has(QLatin1StringView key) const; // there and not null

    template <class T>
    T requiredChild(QLatin1StringView key)
    {
        const QJsonObject json = requiredObject(key);
        return m_error ? T() : take(T::fromJson(json), key);
    }
    template <class T>
    std::optional<T> child(QLatin1StringView key)
    {
        if (!has(key))
            return {};
        return requiredChild<T>(key);
    }
    // Broken elements are left out (R-06: one bad role must not cost the whole server).
    template <class T>
    QVector<T> children(QLatin1StringView key)
    {
        QVector<T> found;
        for (const QJsonValue &element : array(key)) {
            if (Result<T> one = T::fromJson(element.toObject()))
                found.append(std::move(one).value());
        }
        return found;
    }

    void fail(QLatin1StringView key, const QString &problem);
    const std::optional<Error> &error() const { return m_error; }

    template <class T>
    Result<T> finish(T value)
    {
        if (m_error)
            return *m_error;
        return value;
    }

private:
    quint64 readId(QLatin1StringView key, bool required);
    qint64 readInteger(QLatin1StringView key, bool required, qint64 fallback);
    // The value if it may be looked at further; notes an error when it is required and not there.
    std::optional<QJsonValue> present(QLatin1StringView key, bool required);

    template <class T>
    T take(Result<T> result, QLatin1StringView key)
    {
        if (result)
            return std::move(result).value();
        if (!m_error)
            m_error = inside(QString(key), result.error());
        return {};
    }

    QJsonObject m_object;
    std::optional<Error> m_error;
};

} // namespace Discord

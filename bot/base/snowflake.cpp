// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/base/snowflake.h"

#include <limits>

std::optional<quint64> snowflakeFromText(QStringView text)
{
    if (text.isEmpty() || text.size() > 20)
        return {};
    quint64 value = 0;
    for (const QChar c : text) {
        if (c < u'0' || c > u'9')
            return {};
        const quint64 digit = c.unicode() - u'0';
        if (value > (std::numeric_limits<quint64>::max() - digit) / 10)
            return {};
        value = value * 10 + digit;
    }
    if (value == 0)
        return {};
    return value;
}

std::optional<quint64> snowflakeFromJson(const QJsonValue &value)
{
    if (value.isString())
        return snowflakeFromText(value.toString());
    if (value.isDouble()) {
        constexpr qint64 ExactDoubles = qint64(1) << 53;
        const qint64 number = value.toInteger(-1);
        if (number > 0 && number <= ExactDoubles)
            return quint64(number);
    }
    return {};
}

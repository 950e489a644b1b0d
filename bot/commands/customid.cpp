// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/commands/customid.h"

#include <QRandomGenerator>
#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array ViewActionWords{"category"_L1, "period"_L1,  "show"_L1,    "csv"_L1,
                                     "post"_L1,     "wipecsv"_L1, "wipes"_L1,   "privileged"_L1,
                                     "waiting"_L1,  "tickets"_L1, "explain"_L1, "person"_L1};
constexpr std::array ViewViewWords{"list"_L1,       "volume"_L1, "response"_L1,  "hours"_L1,
                                   "everything"_L1, "last"_L1,   "older-than"_L1};
constexpr int LargestDays = 3650;
constexpr int LargestPage = 9999;
constexpr qsizetype KeyDigits = 32;

bool isLowerHex(QStringView text)
{
    return std::all_of(text.begin(), text.end(),
                       [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); });
}

// One spelling per number: "07", "+7" and " 7" are not ours.
std::optional<int> plainNumber(QStringView text, int largest)
{
    if (text.isEmpty() || text.size() > 4 || text.front() == u'0')
        return {};
    int value = 0;
    for (const QChar c : text) {
        if (c < u'0' || c > u'9')
            return {};
        value = value * 10 + (c.unicode() - u'0');
    }
    return value <= largest ? std::optional(value) : std::nullopt;
}

std::optional<quint64> plainSnowflake(QStringView text)
{
    return text.startsWith(u'0') ? std::nullopt : snowflakeFromText(text);
}

template <class Words>
std::optional<size_t> wordIndex(const Words &words, QStringView text)
{
    const auto it =
        std::find_if(words.begin(), words.end(), [&](QLatin1String word) { return text == word; });
    return it == words.end() ? std::nullopt : std::optional(size_t(it - words.begin()));
}

} // namespace

QString ViewId::toString() const
{
    return QStringList{u"ts1"_s,
                       QString(ViewActionWords[size_t(action)]),
                       category,
                       QString::number(days),
                       action == Action::Tickets ? u'p' + QString::number(page)
                                                 : QString(ViewViewWords[size_t(view)]),
                       caller.toString()}
        .join(u':');
}

ActionId ActionId::random()
{
    std::array<quint32, 4> bits{};
    QRandomGenerator::system()->fillRange(bits.data(), qsizetype(bits.size()));
    QByteArray key;
    for (const quint32 word : bits)
        key += QByteArray::number(word, 16).rightJustified(8, '0');
    return {key};
}

bool isCategoryKey(QStringView text)
{
    if (text == "all"_L1 || text == "none"_L1)
        return true;
    return plainSnowflake(text).has_value();
}

CustomId parseCustomId(const QString &text)
{
    if (text.startsWith("ta1:"_L1)) {
        const QStringView key = QStringView(text).mid(4);
        if (key.size() == KeyDigits && isLowerHex(key))
            return ActionId{key.toLatin1()};
        return {};
    }
    const QList<QStringView> parts = QStringView(text).split(u':');
    if (parts.size() != 6 || parts[0] != "ts1"_L1 || !isCategoryKey(parts[2]))
        return {};
    const auto action = wordIndex(ViewActionWords, parts[1]);
    const auto days = plainNumber(parts[3], LargestDays);
    const auto caller = plainSnowflake(parts[5]);
    if (!action || !days || !caller)
        return {};
    if (ViewId::Action(*action) == ViewId::Action::Tickets) {
        const auto page =
            parts[4].startsWith(u'p') ? plainNumber(parts[4].mid(1), LargestPage) : std::nullopt;
        if (!page)
            return {};
        return ViewId{ViewId::Action::Tickets, parts[2].toString(), *days,
                      ViewId::View::List,      UserId(*caller),     *page};
    }
    const auto view = wordIndex(ViewViewWords, parts[4]);
    if (!view)
        return {};
    return ViewId{ViewId::Action(*action), parts[2].toString(), *days, ViewId::View(*view), UserId(*caller)};
}

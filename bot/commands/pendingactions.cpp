// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/commands/pendingactions.h"

using namespace Qt::Literals::StringLiterals;

void PendingActions::add(const PendingAction &action, int typedNumber)
{
    m_entries.insert(action.key, {action, false, typedNumber});
}

PendingActions::Entry *PendingActions::find(const QByteArray &key)
{
    const auto it = m_entries.find(key);
    return it == m_entries.end() ? nullptr : &*it;
}

void PendingActions::remove(const QByteArray &key)
{
    m_entries.remove(key);
}

void PendingActions::forgetExpired(UtcMs now)
{
    // Undo of a wipe lives 30 days; RAM keeps what may still need a modal or a word about its end.
    constexpr qint64 LongestKeptMs = HourMs;
    m_entries.removeIf([now](const auto &entry) {
        const UtcMs end = entry.value().action.expiresMs;
        return end < now - LongestKeptMs || (entry.value().pressed && end < now);
    });
}

QJsonObject wipeScopeToJson(const WipeScope &scope)
{
    return {{u"kind"_s, int(scope.kind)},     {u"days"_s, scope.days},
            {u"all"_s, scope.category.all},   {u"category"_s, scope.category.id.toString()},
            {u"name"_s, scope.category.name}, {u"now"_s, scope.nowMs}};
}

std::optional<WipeScope> wipeScopeFromJson(const QJsonObject &json)
{
    WipeScope scope;
    const int kind = json[u"kind"_s].toInt(-1);
    if (kind < 0 || kind > int(WipeScope::Kind::OlderThan))
        return {};
    scope.kind = WipeScope::Kind(kind);
    scope.days = json[u"days"_s].toInt();
    scope.category.all = json[u"all"_s].toBool(true);
    scope.category.id = ChannelId::fromText(json[u"category"_s].toString());
    scope.category.name = json[u"name"_s].toString();
    scope.nowMs = json[u"now"_s].toInteger();
    if (scope.nowMs <= 0)
        return {};
    return scope;
}

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/store/legacykeys.h"

#include <QCryptographicHash>
#include <QtEndian>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr quint64 LegacyKeyBit = quint64(1) << 63;

quint64 legacyKeyHash(const QString &text)
{
    const QByteArray digest = QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256);
    return qFromBigEndian<quint64>(digest.constData());
}

} // namespace

MessageId legacyMessageId(qint64 sourceRow, ChannelId ticket, UtcMs atMs, UserId author)
{
    // Whole seconds, as older bots stored them; then the row, so that messages of one second stay in the order in which they
    // were written; then a little of everything, for two databases of one server.
    constexpr quint64 RowBits = 0xFFFFFF;
    const quint64 seconds =
        quint64(qBound(qint64(0), (atMs - DiscordEpochMs) / SecondMs, qint64(0x7fffffff)));
    const quint64 row = quint64(sourceRow) & RowBits;
    const quint64 hash =
        legacyKeyHash(u"%1 %2 %3 %4"_s.arg(sourceRow).arg(ticket.value).arg(atMs).arg(author.value));
    return MessageId(LegacyKeyBit | seconds << 32 | row << 8 | hash >> 56);
}

ChannelId legacyCategoryId(const QString &name)
{
    return ChannelId(LegacyKeyBit | legacyKeyHash(name) >> 1);
}

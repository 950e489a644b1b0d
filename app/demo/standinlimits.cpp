// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/standinlimits.h"

#include <QCryptographicHash>

#include <cmath>

namespace StandIn {

namespace {
QByteArray seconds(qint64 ms)
{
    return QByteArray::number(double(ms) / 1000.0, 'f', 3);
}
} // namespace

RouteLimits::Verdict RouteLimits::count(const QString &bucket, const QString &resource, bool underGlobalLimit,
                                        qint64 nowMs, qint64 utcMs)
{
    Verdict verdict;
    const auto refuse = [&verdict](qint64 waitMs) {
        verdict.allowed = false;
        verdict.retryAfterSeconds = double(waitMs) / 1000.0;
        // Whole seconds in the header, decimals in the body.
        verdict.headers.emplaceBack("Retry-After",
                                    QByteArray::number(qint64(std::ceil(verdict.retryAfterSeconds))));
    };

    if (underGlobalLimit && m_globalPerSecond > 0) {
        while (!m_global.empty() && m_global.front() <= nowMs - 1000)
            m_global.pop_front();
        if (int(m_global.size()) >= m_globalPerSecond) {
            refuse(m_global.front() + 1000 - nowMs);
            verdict.global = true;
            verdict.headers.emplaceBack("X-RateLimit-Global", "true");
            verdict.headers.emplaceBack("X-RateLimit-Scope", "global");
            return verdict;
        }
        m_global.push_back(nowMs);
    }

    const Limit limit = m_limits.value(bucket);
    Window &window = m_windows[bucket + QChar::LineFeed + resource];
    if (nowMs >= window.endsAtMs)
        window = Window{nowMs + limit.perMs, 0};
    const bool refused = window.used >= limit.requests;
    if (!refused)
        ++window.used;
    const qint64 leftMs = window.endsAtMs - nowMs;
    const QByteArray hash = QCryptographicHash::hash(bucket.toUtf8(), QCryptographicHash::Md5).toHex();
    verdict.headers = {{"X-RateLimit-Limit", QByteArray::number(limit.requests)},
                       {"X-RateLimit-Remaining", QByteArray::number(limit.requests - window.used)},
                       {"X-RateLimit-Reset", seconds(utcMs + leftMs)},
                       {"X-RateLimit-Reset-After", seconds(leftMs)},
                       {"X-RateLimit-Bucket", hash}};
    if (refused) {
        refuse(leftMs);
        verdict.headers.emplaceBack("X-RateLimit-Scope", "user");
    }
    return verdict;
}

} // namespace StandIn

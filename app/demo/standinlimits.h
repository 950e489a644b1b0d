// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QPair>
#include <QString>
#include <QVector>

#include <deque>
#include <optional>

namespace StandIn {

// Discord's rate limits (topics/rate-limits): fixed windows per bucket and top-level resource, and the bot's
// global limit. Time is an argument, in milliseconds of any clock that only moves forward; wall time only for
// the headers.
class RouteLimits
{
public:
    struct Verdict
    {
        bool allowed = true;
        bool global = false;
        double retryAfterSeconds = 0; // when refused
        QVector<QPair<QByteArray, QByteArray>> headers; // X-RateLimit-*, and Retry-After when refused
    };

    // bucket: the route's template with its method; resource: the top-level id in the path.
    Verdict count(const QString &bucket, const QString &resource, bool underGlobalLimit, qint64 nowMs,
                  qint64 utcMs);

    struct Limit
    {
        int requests = 50;
        int perMs = 1000;
    };
    void setLimit(const QString &bucket, Limit limit) { m_limits.insert(bucket, limit); }
    void setGlobalLimit(int perSecond) { m_globalPerSecond = perSecond; }

private:
    struct Window
    {
        qint64 endsAtMs = 0;
        int used = 0;
    };
    QHash<QString, Limit> m_limits;
    QHash<QString, Window> m_windows;
    int m_globalPerSecond = 50;
    std::deque<qint64> m_global; // times of the last second
};

} // namespace StandIn

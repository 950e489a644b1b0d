// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/discord/ratelimiter.h"

#include <QJsonObject>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace Discord {
namespace Limits {

constexpr int PerSecond = 40; // Discord allows 50 (N-08)
constexpr qint64 MarginMs = 50; // N-07
constexpr qint64 FallbackWaitMs = 1 * SecondMs; // a 429 that names no time
constexpr qint64 LongestWaitMs = 1 * DayMs; // whatever a server claims
constexpr qint64 CircuitWaitMs = 60 * SecondMs;
constexpr qint64 LongestCircuitWaitMs = 15 * MinuteMs;
// Two answers of one window differ by the jitter of the network; a later end than this is a new window.
constexpr qint64 SameWindowMs = 500;
constexpr qsizetype BucketsKept = 2000;

// Interactions have no part in the global limit (N-08, N-09).
bool exempt(const Request &request)
{
    return request.retry == RetryClass::InteractionCallback || request.retry == RetryClass::InteractionEdit;
}

std::optional<qint64> milliseconds(double seconds)
{
    if (!std::isfinite(seconds) || seconds < 0)
        return {};
    return std::min(qint64(std::ceil(std::min(seconds, 1e9) * 1000)), LongestWaitMs);
}

std::optional<qint64> milliseconds(const QByteArray &seconds)
{
    bool ok = false;
    const double value = seconds.toDouble(&ok);
    return ok ? milliseconds(value) : std::nullopt;
}

std::optional<int> count(const QByteArray &text)
{
    bool ok = false;
    const int value = text.toInt(&ok);
    return ok && value >= 0 ? std::optional(value) : std::nullopt;
}

QString routeKey(const Request &request)
{
    return QString::fromLatin1(request.method) + u' ' + request.route;
}

} // namespace Limits

LimitInfo LimitInfo::read(int status, const Header &header, const QJsonDocument &body)
{
    LimitInfo info;
    info.status = status;
    info.bucket = header("X-RateLimit-Bucket");
    info.limit = Limits::count(header("X-RateLimit-Limit"));
    info.remaining = Limits::count(header("X-RateLimit-Remaining"));
    info.resetAfterMs = Limits::milliseconds(header("X-RateLimit-Reset-After"));
    info.retryAfterMs = Limits::milliseconds(header("Retry-After"));
    info.scope = header("X-RateLimit-Scope").toLower();
    const QJsonObject json = body.object();
    if (json.value("retry_after"_L1).isDouble()) {
        const auto fromBody = Limits::milliseconds(json.value("retry_after"_L1).toDouble());
        info.retryAfterMs = std::max(info.retryAfterMs, fromBody);
    }
    info.global = info.scope == "global" || header("X-RateLimit-Global").toLower() == "true"
        || json.value("global"_L1).toBool();
    const bool hasLimits = !info.bucket.isEmpty() || !info.scope.isEmpty() || info.limit || info.remaining
        || info.resetAfterMs || !header("X-RateLimit-Global").isEmpty();
    info.fromDiscord = body.isObject() && (hasLimits || !header("Via").isEmpty());
    return info;
}

bool LimitInfo::invalid() const
{
    return status == 401 || status == 403 || (status == 429 && scope != "shared");
}

QString RateLimiter::keyOf(const QString &route, const QString &major) const
{
    const QByteArray hash = m_hashes.value(route);
    // Deleting messages has limits of its own, whatever hash it shares (N-06).
    if (hash.isEmpty() || route == "DELETE /channels/{channel.id}/messages/{message.id}"_L1)
        return route + u'|' + major;
    return QString::fromLatin1(hash) + u'|' + major;
}

QString RateLimiter::bucketKey(const Request &request) const
{
    return keyOf(Limits::routeKey(request), request.majorParameter);
}

int RateLimiter::inFlight(const QString &key) const
{
    return int(std::count_if(m_inFlight.begin(), m_inFlight.end(),
                             [&](const Flight &flight) { return keyOf(flight.route, flight.major) == key; }));
}

MonoMs RateLimiter::readyForAny(MonoMs now) const
{
    if (m_circuitOpen)
        return WhenAnswered; // by the probe
    MonoMs ready = std::max(now, m_globalUntil);
    if (m_lastSecond.size() >= Limits::PerSecond)
        ready = std::max(ready, m_lastSecond.front() + SecondMs);
    return ready;
}

MonoMs RateLimiter::readyAt(const Request &request, MonoMs now) const
{
    if (m_circuitOpen)
        return WhenAnswered;
    MonoMs ready = Limits::exempt(request) ? now : readyForAny(now);
    const QString key = bucketKey(request);
    const int running = inFlight(key);
    const auto it = m_buckets.constFind(key);
    if (it == m_buckets.constEnd())
        return running > 0 ? WhenAnswered : ready; // one at a time until limits are known (N-06)
    ready = std::max(ready, it->blockedUntil);
    if (it->limit < 0)
        return running > 0 ? WhenAnswered : ready;
    if (ready < it->resetAt && running >= it->remaining) {
        // Answers in flight may still lower `remaining`, never raise it: only the next window helps.
        ready = it->resetAt;
    }
    if (ready >= it->resetAt && running >= std::max(it->limit, 1))
        return WhenAnswered;
    return ready;
}

void RateLimiter::sent(const Request &request, MonoMs now)
{
    m_inFlight.append({Limits::routeKey(request), request.majorParameter});
    if (!Limits::exempt(request)) {
        m_lastSecond.push_back(now);
        if (m_lastSecond.size() > Limits::PerSecond)
            m_lastSecond.pop_front();
    }
    if (m_buckets.size() > Limits::BucketsKept)
        forgetIdleBuckets(now);
}

LimitVerdict RateLimiter::answered(const Request &request, const LimitInfo &info, MonoMs now)
{
    using Stopped = LimitVerdict::Stopped;
    const QString route = Limits::routeKey(request);
    const auto flight = std::find_if(m_inFlight.begin(), m_inFlight.end(), [&](const Flight &f) {
        return f.route == route && f.major == request.majorParameter;
    });
    if (flight != m_inFlight.end())
        m_inFlight.erase(flight);

    const bool ban = info.limited() && !info.fromDiscord;
    if (!ban && !(info.limited() && info.global))
        learn(route, request.majorParameter, info, now);
    if (!info.limited())
        return {};
    if (ban) {
        // Answers to requests that left before the first ban answer are part of the same ban.
        if (!m_circuitOpen)
            openCircuit(info, now);
        return {Stopped::Host, m_circuitUntil};
    }
    const MonoMs until = now + info.retryAfterMs.value_or(info.resetAfterMs.value_or(Limits::FallbackWaitMs))
        + Limits::MarginMs;
    if (info.global) {
        m_globalUntil = std::max(m_globalUntil, until);
        return {Stopped::Everything, until};
    }
    // Something is left in the bucket: a limit below the documented ones, which concerns this request only.
    if (info.scope != "shared" && info.remaining.value_or(0) > 0)
        return {Stopped::Request, until};
    Bucket &bucket = m_buckets[keyOf(route, request.majorParameter)];
    bucket.blockedUntil = std::max(bucket.blockedUntil, until);
    return {Stopped::Bucket, until};
}

void RateLimiter::learn(const QString &route, const QString &major, const LimitInfo &info, MonoMs now)
{
    if (!info.bucket.isEmpty() && m_hashes.value(route) != info.bucket) {
        // What was known of the nameless buckets of this route goes on under their name.
        QVector<std::pair<QString, Bucket>> nameless;
        if (!m_hashes.contains(route)) {
            for (auto it = m_buckets.cbegin(); it != m_buckets.cend(); ++it) {
                if (it.key().startsWith(route + u'|'))
                    nameless.append({it.key().mid(route.size() + 1), it.value()});
            }
        }
        m_hashes.insert(route, info.bucket);
        for (const auto &[itsMajor, bucket] : nameless) {
            m_buckets.remove(route + u'|' + itsMajor);
            // Another route may have met the named bucket already, and knows more of it.
            if (const QString named = keyOf(route, itsMajor); !m_buckets.contains(named))
                m_buckets.insert(named, bucket);
        }
    }
    const QString key = keyOf(route, major);
    if (!info.limit || !info.remaining || !info.resetAfterMs) {
        // No word about limits. The server may have counted the request, so we do.
        if (const auto it = m_buckets.find(key); it != m_buckets.end() && it->remaining > 0)
            --it->remaining;
        return;
    }
    Bucket &bucket = m_buckets[key];
    const MonoMs resetAt = now + *info.resetAfterMs + Limits::MarginMs;
    const bool newWindow =
        bucket.limit < 0 || now >= bucket.resetAt || resetAt > bucket.resetAt + Limits::SameWindowMs;
    bucket.limit = *info.limit;
    // Answers of one window may arrive in another order than they were counted.
    bucket.remaining = newWindow ? *info.remaining : std::min(bucket.remaining, *info.remaining);
    bucket.resetAt = newWindow ? resetAt : std::max(bucket.resetAt, resetAt);
}

void RateLimiter::openCircuit(const LimitInfo &info, MonoMs now)
{
    const qint64 doubled = m_circuitOpen ? std::min(2 * m_circuitWaitMs, Limits::LongestCircuitWaitMs) : 0;
    const qint64 asked = info.retryAfterMs.value_or(m_circuitOpen ? 0 : Limits::CircuitWaitMs);
    m_circuitWaitMs = std::max({doubled, asked, Limits::FallbackWaitMs});
    m_circuitUntil = now + m_circuitWaitMs + Limits::MarginMs;
    m_circuitOpen = true;
}

void RateLimiter::probeAnswered(const LimitInfo &info, MonoMs now)
{
    if (info.status >= 200 && info.status < 300)
        m_circuitOpen = false;
    else
        openCircuit(info, now);
}

qint64 RateLimiter::pausedForMs(MonoMs now) const
{
    const MonoMs until = std::max(m_globalUntil, m_circuitOpen ? m_circuitUntil : 0);
    return std::max<qint64>(until - now, 0);
}

void RateLimiter::forgetIdleBuckets(MonoMs now)
{
    m_buckets.removeIf([&](const auto &entry) {
        return entry.value().resetAt <= now && entry.value().blockedUntil <= now
            && inFlight(entry.key()) == 0;
    });
}

void InvalidRequestGuard::record(MonoMs now)
{
    if (count(now) < ResumeBelow)
        m_stopped = false;
    m_times.push_back(now);
    if (count(now) >= StopAt)
        m_stopped = true;
    while (!m_times.empty() && m_times.front() <= now - 10 * MinuteMs)
        m_times.pop_front();
}

int InvalidRequestGuard::count(MonoMs now) const
{
    return int(m_times.end() - std::upper_bound(m_times.begin(), m_times.end(), now - 10 * MinuteMs));
}

bool InvalidRequestGuard::stopped(MonoMs now, int inFlight) const
{
    const int invalid = count(now);
    if (m_stopped && invalid >= ResumeBelow)
        return true;
    return invalid + inFlight >= StopAt;
}

MonoMs InvalidRequestGuard::resumesAt() const
{
    if (m_times.size() < ResumeBelow)
        return 0;
    return m_times[m_times.size() - ResumeBelow] + 10 * MinuteMs;
}

} // namespace Discord

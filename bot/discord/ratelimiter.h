// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/clock.h"
#include "bot/discord/routes.h"

#include <QByteArray>
#include <QHash>
#include <QJsonDocument>
#include <QString>
#include <QVector>

#include <deque>
#include <functional>
#include <limits>
#include <optional>

// When may a request go? Pure: time comes in as an argument, nothing here knows a socket (PROTOCOL N-06 to
// N-09, N-11).
namespace Discord {

// What one answer says about limits. Nothing but this reaches the limiter.
struct LimitInfo
{
    int status = 0; // 0: the connection was lost before an answer
    QByteArray bucket;
    std::optional<int> limit;
    std::optional<int> remaining;
    std::optional<qint64> resetAfterMs;
    std::optional<qint64> retryAfterMs; // the larger of header and body
    QByteArray scope; // "user", "global", "shared"
    bool global = false;
    bool fromDiscord = false; // JSON body and X-RateLimit-* or Via headers: not an answer of Cloudflare's own

    using Header = std::function<QByteArray(const char *name)>; // empty when absent
    static LimitInfo read(int status, const Header &header, const QJsonDocument &body);
    bool limited() const { return status == 429; }
    // Counted towards the 10 000 invalid requests after which Discord bans an address (N-11).
    bool invalid() const;
};

// What a 429 stopped, and until when.
struct LimitVerdict
{
    enum class Stopped
    {
        Nothing,
        Request,
        Bucket,
        Everything,
        Host
    };
    Stopped stopped = Stopped::Nothing;
    MonoMs until = 0;
};

// Buckets by hash and top-level id, the cap of 40 requests a second, the global pause and the circuit breaker
// for Cloudflare bans. Requests in flight are counted per route and looked up through the bucket hashes known
// at that moment, so a hash that becomes known or changes meanwhile loses nobody.
class RateLimiter
{
public:
    static constexpr MonoMs WhenAnswered = std::numeric_limits<MonoMs>::max();

    // The earliest instant for the request; at most `now` means now, WhenAnswered that something in flight
    // decides it.
    MonoMs readyAt(const Request &request, MonoMs now) const;
    // The same for what holds every request but interactions: the cap, the global pause, the circuit.
    MonoMs readyForAny(MonoMs now) const;
    void sent(const Request &request, MonoMs now);
    // Exactly once per sent(), also when no answer came (status 0).
    LimitVerdict answered(const Request &request, const LimitInfo &info, MonoMs now);
    // Requests with equal keys wait for each other. The key may change with any answer.
    QString bucketKey(const Request &request) const;

    // After a Cloudflare ban nothing goes out until one probe has passed (N-09).
    bool circuitOpen() const { return m_circuitOpen; }
    MonoMs probeAt() const { return m_circuitUntil; }
    void probeAnswered(const LimitInfo &info, MonoMs now);

    // The longest pause that stops more than one bucket; 0 when there is none.
    qint64 pausedForMs(MonoMs now) const;
    qsizetype knownBuckets() const { return m_buckets.size(); }

private:
    struct Bucket
    {
        int limit = -1; // unknown
        int remaining = 0;
        MonoMs resetAt = 0;
        MonoMs blockedUntil = 0; // by a 429
    };
    struct Flight
    {
        QString route;
        QString major;
    };

    QString keyOf(const QString &route, const QString &major) const;
    int inFlight(const QString &key) const;
    void learn(const QString &route, const QString &major, const LimitInfo &info, MonoMs now);
    void openCircuit(const LimitInfo &info, MonoMs now);
    void forgetIdleBuckets(MonoMs now);

    QHash<QString, QByteArray> m_hashes; // route -> bucket hash
    QHash<QString, Bucket> m_buckets;
    QVector<Flight> m_inFlight;
    std::deque<MonoMs> m_lastSecond;
    MonoMs m_globalUntil = 0;
    bool m_circuitOpen = false;
    MonoMs m_circuitUntil = 0;
    qint64 m_circuitWaitMs = 0;
};

// Keeps clear of Discord's ban for invalid requests: 401, 403 and 429 except shared ones, in a window of ten
// minutes (N-11). At 500 everything but interactions stops until fewer than 250 are left in the window.
class InvalidRequestGuard
{
public:
    static constexpr int WarnAt = 100;
    static constexpr int StopAt = 500;
    static constexpr int ResumeBelow = 250;

    void record(MonoMs now);
    int count(MonoMs now) const;
    // Would one more request, with `inFlight` others still unanswered, risk passing the limit?
    bool stopped(MonoMs now, int inFlight = 0) const;
    MonoMs resumesAt() const; // while stopped

private:
    std::deque<MonoMs> m_times;
    bool m_stopped = false;
};

} // namespace Discord

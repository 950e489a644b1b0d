// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/discord/retrypolicy.h"

#include <algorithm>

namespace Discord {
namespace Retrying {

constexpr int Attempts = 5;
constexpr int ConflictAttempts = 3;
constexpr int BrokenAttempts = 2;
constexpr int CallbackNotSentAttempts = 3;
constexpr int CallbackAttempts = 2;
constexpr qint64 CallbackPauseMs = 100;
constexpr qint64 CallbackLimitMs = 2500;
// How long Discord remembers a nonce is not promised; a message posted twice is worse than one that is
// missing.
constexpr qint64 NonceLimitMs = 2 * MinuteMs;

constexpr int AlreadyAcknowledged = 40060;
constexpr int ResourceOverloaded = 130000;
constexpr int IndexNotReady = 110000;
constexpr int DailyCommandLimit = 30034;
constexpr int InvalidFormBody = 50035;

constexpr RetryDecision Fail{RetryDecision::Kind::Fail, 0};
constexpr RetryDecision Succeed{RetryDecision::Kind::Succeed, 0};

bool isServerError(int status)
{
    return status == 500 || status == 502 || status == 503 || status == 504
        || (status >= 520 && status <= 530);
}

// 1, 2, 4, 8 s with equal jitter: half of it fixed, half of it random.
qint64 backoffMs(int attempts, double random)
{
    const double base = double(SecondMs << std::min(attempts - 1, 3));
    return qint64(base / 2 + random * base / 2);
}

RetryDecision upTo(int total, int attempts, qint64 delayMs)
{
    return attempts < total ? RetryDecision{RetryDecision::Kind::Retry, delayMs} : Fail;
}

RetryDecision forCallback(Outcome outcome, const AttemptFacts &facts, int attempts, qint64 sinceFirstMs)
{
    if (facts.discordCode == AlreadyAcknowledged)
        return Succeed;
    switch (outcome) {
    case Outcome::NotSent:
        if (sinceFirstMs + CallbackPauseMs >= CallbackLimitMs)
            return Fail;
        return upTo(CallbackNotSentAttempts, attempts, CallbackPauseMs);
    case Outcome::Lost:
    case Outcome::ServerError:
        return upTo(CallbackAttempts, attempts, CallbackPauseMs);
    default:
        return Fail;
    }
}

} // namespace Retrying

Outcome outcomeOf(const AttemptFacts &facts, const Request &request)
{
    switch (facts.transport) {
    case Transport::NotSent:
        return Outcome::NotSent;
    case Transport::Lost:
        return Outcome::Lost;
    case Transport::Broken:
        return Outcome::Broken;
    case Transport::Answered:
        break;
    }
    // Codes that mean the same whatever status they come with.
    if (facts.discordCode == Retrying::ResourceOverloaded || facts.discordCode == Retrying::IndexNotReady)
        return Outcome::Conflict;
    if (facts.discordCode == Retrying::DailyCommandLimit || facts.discordCode == Retrying::InvalidFormBody)
        return Outcome::Refused;
    const int status = facts.status;
    if (status >= 200 && status < 300)
        return facts.readable ? Outcome::Success : Outcome::Broken;
    if (status < 200 || (status >= 300 && status < 400))
        return Outcome::Broken;
    if (Retrying::isServerError(status))
        return Outcome::ServerError;
    switch (status) {
    case 401:
        return Outcome::Unauthorised;
    case 403:
        return Outcome::Forbidden;
    case 404:
        // Gone already is what a DELETE wanted.
        return request.method == "DELETE" ? Outcome::Success : Outcome::NotFound;
    case 409:
        return Outcome::Conflict;
    case 429:
        return Outcome::RateLimited;
    default:
        return Outcome::Refused;
    }
}

RetryDecision decideRetry(Outcome outcome, const AttemptFacts &facts, const Request &request, int attempts,
                          qint64 sinceFirstMs, double random)
{
    using namespace Retrying;
    if (outcome == Outcome::Success)
        return Succeed;
    if (request.retry == RetryClass::InteractionCallback)
        return forCallback(outcome, facts, attempts, sinceFirstMs);

    const qint64 backoff = backoffMs(attempts, random);
    const bool nonceForgotten =
        request.retry == RetryClass::MessagePost && sinceFirstMs + backoff > NonceLimitMs;
    switch (outcome) {
    case Outcome::NotSent:
    case Outcome::ServerError:
        return upTo(Attempts, attempts, backoff);
    case Outcome::Lost:
        return nonceForgotten ? Fail : upTo(Attempts, attempts, backoff);
    case Outcome::Conflict:
        return upTo(ConflictAttempts, attempts, qint64(2 * SecondMs + random * 8 * SecondMs));
    case Outcome::Broken:
        if (request.retry == RetryClass::MessagePost)
            return nonceForgotten ? Fail : upTo(Attempts, attempts, backoff);
        return upTo(BrokenAttempts, attempts, backoff);
    case Outcome::Success:
    case Outcome::RateLimited:
    case Outcome::Refused:
    case Outcome::Unauthorised:
    case Outcome::Forbidden:
    case Outcome::NotFound:
        break;
    }
    return Fail;
}

qint64 attemptDeadlineMs(RetryClass retry)
{
    return retry == RetryClass::InteractionCallback ? Retrying::CallbackLimitMs : 15 * SecondMs;
}

qint64 longestWaitMs(RetryClass retry)
{
    return retry == RetryClass::InteractionCallback ? Retrying::CallbackLimitMs : 10 * MinuteMs;
}

} // namespace Discord

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/clock.h"
#include "bot/discord/routes.h"

#include <optional>

// What to do after an attempt: the table of PROTOCOL N-14 as a function. Pure.
namespace Discord {

// How far one attempt came, as the transport saw it.
enum class Transport
{
    Answered, // status and whole body are there
    NotSent, // no DNS, no TCP: Discord cannot have seen it
    Lost, // cut or timed out after something was sent
    Broken // TLS refused, or an answer nobody can use (body too big)
};

// The rows of the table.
enum class Outcome
{
    Success,
    NotSent,
    Lost,
    ServerError, // 500, 502, 503, 504, 520-530
    RateLimited, // 429
    Refused, // 400, 405, 413, 50035 and whatever else will not change by itself
    Unauthorised, // 401
    Forbidden, // 403
    NotFound, // 404
    Conflict, // 409, 130000, 110000
    Broken, // TLS, redirect, too big, 2xx that is not JSON
};

struct AttemptFacts
{
    Transport transport = Transport::Answered;
    int status = 0;
    int discordCode = 0;
    bool readable = true; // a 2xx body was JSON, or empty where that is allowed
};

Outcome outcomeOf(const AttemptFacts &facts, const Request &request);

struct RetryDecision
{
    enum class Kind
    {
        Succeed,
        Retry,
        Fail
    };
    Kind kind = Kind::Fail;
    qint64 delayMs = 0; // Retry
};

// attempts: those made, without the ones that ended in 429 (N-10). sinceFirstMs: since the first one was
// sent. random: in [0, 1). Not for RateLimited, which RateLimiter answers.
RetryDecision decideRetry(Outcome outcome, const AttemptFacts &facts, const Request &request, int attempts,
                          qint64 sinceFirstMs, double random);

// How long one attempt may take from the first byte to the last (N-04).
qint64 attemptDeadlineMs(RetryClass retry);
// How long a request may wait to be sent before it is dropped (N-10).
qint64 longestWaitMs(RetryClass retry);

} // namespace Discord

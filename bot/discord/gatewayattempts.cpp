// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/discord/gatewaysession.h"

#include "bot/discord/json.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

// The part of the session that lives between connections: when and where to connect next (PROTOCOL G-01 to
// G-03, 1.4, 1.5).

using namespace Qt::Literals::StringLiterals;

namespace Discord {

namespace AttemptLimits {

constexpr qint64 ConnectTimeoutMs = 15 * SecondMs; // G-04
constexpr qint64 GatewayBotAgeMs = 5 * MinuteMs; // G-01
constexpr qint64 FetchTimeoutMs = 3 * MinuteMs; // beyond all retries of one REST call
constexpr int UnreachableInARow = 3;
constexpr int FailedResumesInARow = 3;
constexpr qint64 RetryAtMostEveryMs = 5 * SecondMs;
constexpr qint64 RepeatWindowMs = 10 * MinuteMs;
constexpr int RepeatsToStop = 3;
// A server that lets us in and throws us out at once resets the backoff each time; this keeps even that
// civil.
constexpr qint64 OpenWindowMs = 10 * SecondMs;
constexpr int OpensPerWindow = 8;

} // namespace AttemptLimits

using namespace AttemptLimits;

namespace {

QString openFailureText(GatewaySession::OpenFailure failure)
{
    using OpenFailure = GatewaySession::OpenFailure;
    switch (failure) {
    case OpenFailure::HostNotFound:
        return QCoreApplication::translate("Gateway",
                                           "Discord's address was not found. This computer may be offline.");
    case OpenFailure::Tls:
        return QCoreApplication::translate(
            "Gateway", "No secure connection to Discord: the network answered with a foreign certificate.");
    case OpenFailure::NoUpgrade:
        return QCoreApplication::translate(
            "Gateway", "Something in the network answered in Discord's place. Does it ask for a login?");
    case OpenFailure::Refused:
    case OpenFailure::Other:
        return QCoreApplication::translate("Gateway", "Discord cannot be reached.");
    case OpenFailure::None:
        break;
    }
    return {};
}

} // namespace

GatewayActions GatewaySession::start(Settings settings, Moment now)
{
    if (socketOpen())
        m_out.push_back(GatewayDo::Close{1000});
    leaveConnection();
    m_governor.sessionEnded(now.mono);
    m_session.reset();
    m_settings = std::move(settings);
    m_governor.load(m_settings.recentIdentifies, now.mono, now.utc);
    m_compress = m_settings.compress;
    m_inflateErrors = 0;
    m_optionalDropped = false;
    m_cachedUrl.clear(); // another start may mean another token or another address (T-01)
    m_fetchedMono.reset();
    m_failedFetches = 0;
    m_failure = GatewayStatus::Failure::None;
    m_text.clear();
    m_lastCloseCode = 0;
    m_attempts = 0;
    m_failedResumes = 0;
    m_holdMono = now.mono;
    planAttempt(now);
    return finish();
}

GatewayActions GatewaySession::stop(Moment now)
{
    if (socketOpen())
        m_out.push_back(GatewayDo::Close{1000}); // C-04: the next start identifies anew
    leaveConnection();
    m_governor.sessionEnded(now.mono);
    m_session.reset();
    m_settings.token.fill('\0');
    m_settings.token.clear();
    m_text.clear();
    m_failure = GatewayStatus::Failure::None;
    m_phase = Phase::Stopped;
    return finish();
}

GatewayActions GatewaySession::retryNow(Moment now)
{
    if (m_phase == Phase::Failed && m_failure != GatewayStatus::Failure::TokenRejected) {
        m_failure = GatewayStatus::Failure::None;
        m_ourBugs.clear();
        m_attempts = 0;
        planAttempt(now);
        return finish();
    }
    return networkIsBack(now);
}

GatewayActions GatewaySession::networkIsBack(Moment now)
{
    if (online()) {
        probe(now);
        return finish();
    }
    const bool tooSoon = m_retriedMono && now.mono - *m_retriedMono < RetryAtMostEveryMs;
    const bool waiting = m_phase == Phase::Waiting && m_verdict.reason == IdentifyGovernor::Reason::None;
    // A handshake that has been under way for a while was probably begun on the network that is gone.
    const bool stuck = (m_phase == Phase::Connecting || m_phase == Phase::AwaitingHello)
        && now.mono - m_link.openedMono >= RetryAtMostEveryMs;
    if (tooSoon || (!waiting && !stuck))
        return finish();
    m_retriedMono = now.mono;
    if (stuck) {
        m_out.push_back(GatewayDo::Abort());
        leaveConnection();
    }
    m_phase = Phase::Waiting;
    waitUntil(earliestOpenMono(now), now);
    if (m_attemptMono <= now.mono)
        attempt(now);
    return finish();
}

// B-01, unless Discord asked for more patience.
void GatewaySession::planAttempt(Moment now)
{
    m_phase = Phase::Waiting;
    m_verdict = {};
    const MonoMs afterBackoff = now.mono + reconnectDelayMs(m_attempts, m_random());
    waitUntil(std::max(afterBackoff, earliestOpenMono(now)), now);
    if (m_attemptMono <= now.mono)
        attempt(now);
}

MonoMs GatewaySession::earliestOpenMono(Moment now)
{
    while (!m_opens.empty() && m_opens.front() <= now.mono - OpenWindowMs)
        m_opens.pop_front();
    const MonoMs civil = m_opens.size() < OpensPerWindow ? now.mono : m_opens.front() + OpenWindowMs;
    return std::max(m_holdMono, civil);
}

void GatewaySession::waitUntil(MonoMs mono, Moment now)
{
    m_attemptMono = std::max(mono, now.mono);
    m_attemptUtc = now.utc + (m_attemptMono - now.mono);
}

void GatewaySession::attempt(Moment now)
{
    m_verdict = {};
    if (!m_session) { // an IDENTIFY will follow
        const IdentifyGovernor::Verdict verdict = m_governor.verdict(now.mono, recordable());
        if (verdict.notBeforeMono > now.mono) {
            m_phase = Phase::Waiting;
            m_verdict = verdict;
            waitUntil(verdict.notBeforeMono, now);
            return;
        }
    }
    if (mustFetch(now))
        fetch(now);
    else
        open(now);
}

bool GatewaySession::mustFetch(Moment now) const
{
    if (m_cachedUrl.isEmpty() || m_unreachedCached >= UnreachableInARow)
        return true;
    return !m_session && (!m_fetchedMono || now.mono - *m_fetchedMono > GatewayBotAgeMs);
}

void GatewaySession::fetch(Moment now)
{
    m_phase = Phase::Fetching;
    m_deadlineMono = now.mono + FetchTimeoutMs;
    m_out.push_back(GatewayDo::FetchGatewayBot());
}

GatewayActions GatewaySession::onGatewayBot(const Result<QJsonObject> &answer, Moment now)
{
    if (m_phase != Phase::Fetching)
        return finish();
    m_deadlineMono.reset();
    if (!answer) {
        if (answer.error().kind == ErrorKind::Denied)
            fail(GatewayStatus::Failure::TokenRejected, closeText(4004), now);
        else
            fetchFailed(answer.error().text, now);
        return finish();
    }

    FieldReader fields(*answer);
    const QString url = fields.text("url"_L1);
    const qint64 shards = fields.integer("shards"_L1, 1);
    FieldReader limit(fields.object("session_start_limit"_L1));
    const bool limited = fields.has("session_start_limit"_L1);
    const int remaining = limit.smallInteger("remaining"_L1);
    const qint64 resetAfterMs = limit.integer("reset_after"_L1);
    if (fields.error() || limit.error() || !gatewayUrl(url, m_settings.loopback, m_compress)) {
        count(u"refused gateway address"_s);
        fetchFailed(QCoreApplication::translate("Gateway", "Discord gave no usable gateway address."), now);
        return finish();
    }
    m_cachedUrl = url;
    m_fetchedMono = now.mono;
    m_failedFetches = 0;
    m_unreachedCached = 0;
    if (limited)
        m_governor.setSessionStartLimit(remaining, resetAfterMs, now.mono);
    if (shards > 1) // I-04
        fail(GatewayStatus::Failure::ShardingRequired, closeText(4011), now);
    else
        attempt(now);
    return finish();
}

void GatewaySession::fetchFailed(const QString &text, Moment now)
{
    ++m_failedFetches;
    m_text = text;
    // With an address in hand, REST being out of order must not keep the bot offline for ever. The session
    // limit is then the last one known, less what was used since.
    if (!m_cachedUrl.isEmpty() && (m_session || m_failedFetches >= UnreachableInARow)) {
        open(now);
        return;
    }
    ++m_attempts;
    planAttempt(now);
}

void GatewaySession::open(Moment now)
{
    ++m_attempts;
    leaveConnection();
    m_link.openedMono = now.mono;
    m_link.resumes = m_session.has_value();
    // When the address for resuming cannot be reached, every second attempt tries the general one.
    const bool tryOther = m_unreachedResume >= UnreachableInARow && m_attempts % 2 == 0;
    m_link.usesResumeUrl = m_session && !m_session->resumeUrl.isEmpty() && !tryOther;
    const QString address = m_link.usesResumeUrl ? m_session->resumeUrl : m_cachedUrl;
    m_opens.push_back(now.mono);
    m_phase = Phase::Connecting;
    m_deadlineMono = now.mono + ConnectTimeoutMs;
    m_out.push_back(GatewayDo::Open{*gatewayUrl(address, m_settings.loopback, m_compress), m_compress});
}

GatewayActions GatewaySession::onClosed(int code, OpenFailure failure, Moment now)
{
    if (!socketOpen())
        return finish();
    QString text = openFailureText(failure);
    if (text.isEmpty())
        text = closeText(code);
    if (text.isEmpty())
        text = code == 0
            ? QCoreApplication::translate("Gateway", "The connection to Discord was lost.")
            : QCoreApplication::translate("Gateway", "Discord closed the connection (code %1).").arg(code);
    afterEnd(closeRule(code), code, text, EndedBy::Other, now);
    return finish();
}

GatewayActions GatewaySession::onInflateError(Moment now)
{
    if (!socketOpen())
        return finish();
    count(u"inflate error"_s);
    if (m_inflateErrors + 1 >= 2 && m_compress) { // G-06
        m_compress = false;
        count(u"compression switched off"_s);
    }
    abandon(QCoreApplication::translate("Gateway", "Discord's compressed data could not be read."), now,
            EndedBy::InflateError);
    return finish();
}

void GatewaySession::abandon(const QString &text, Moment now, EndedBy by)
{
    m_out.push_back(GatewayDo::Abort());
    afterEnd(closeRule(0), 0, text, by, now);
}

void GatewaySession::replaceLink(Moment now)
{
    m_out.push_back(GatewayDo::Close{4000});
    afterEnd(closeRule(0), 0, QCoreApplication::translate("Gateway", "Discord no longer answered."),
             EndedBy::Other, now);
}

// Every end of a connection comes through here, whoever ended it.
void GatewaySession::afterEnd(const CloseRule &rule, int code, const QString &text, EndedBy by, Moment now)
{
    using Then = CloseRule::Then;
    m_text = text;
    m_lastCloseCode = code;
    m_inflateErrors = by == EndedBy::InflateError ? m_inflateErrors + 1 : 0;
    if (rule.ourBug)
        count(u"close code %1 after %2"_s.arg(code).arg(m_link.lastSent));
    if (!m_link.saidHello)
        ++(m_link.usesResumeUrl ? m_unreachedResume : m_unreachedCached);
    // A network that is down is no refused resume, and op 7 is a request, not a failure.
    if (m_link.resumes && m_link.upgraded && !m_link.established && by != EndedBy::ReconnectRequest)
        ++m_failedResumes;
    leaveConnection();
    m_holdMono =
        std::max(m_holdMono, now.mono + rule.fixedWaitMs + qint64(m_random() * double(rule.randomWaitMs)));

    Then then = rule.then;
    if (rule.dropsOptionalIntents && m_settings.optionalIntents && !m_optionalDropped) {
        m_optionalDropped = true;
        m_text = QCoreApplication::translate(
            "Gateway",
            "Discord refused Message Content. Connecting without it; reasons and ratings are not read.");
        then = Then::New;
    }
    if (repeatedTooOften(rule, now)) {
        if (rule.stopsWhenRepeated) {
            forgetSession(now);
            fail(GatewayStatus::Failure::Internal,
                 QCoreApplication::translate("Gateway",
                                             "Internal error: Discord does not understand the bot (code %1).")
                     .arg(code),
                 now);
            return;
        }
        then = Then::New;
    }
    if (m_failedResumes >= FailedResumesInARow)
        then = Then::New;
    if (then != Then::Resume)
        forgetSession(now);
    if (then == Then::Stop)
        fail(rule.failure, text, now);
    else
        planAttempt(now);
}

bool GatewaySession::repeatedTooOften(const CloseRule &rule, Moment now)
{
    if (rule.stopsWhenRepeated) {
        while (!m_ourBugs.empty() && m_ourBugs.front() <= now.mono - RepeatWindowMs)
            m_ourBugs.pop_front();
        m_ourBugs.push_back(now.mono);
        return m_ourBugs.size() >= RepeatsToStop;
    }
    const std::optional<MonoMs> before = std::exchange(m_unknownCloseMono, std::nullopt);
    if (!rule.newWhenRepeated)
        return false;
    if (before && now.mono - *before <= RepeatWindowMs)
        return true;
    m_unknownCloseMono = now.mono;
    return false;
}

void GatewaySession::forgetSession(Moment now)
{
    m_failedResumes = 0;
    m_unreachedResume = 0;
    m_governor.sessionEnded(now.mono);
    if (!m_session)
        return;
    m_session.reset();
    m_out.push_back(GatewayDo::TellSessionLost{m_lastLiveMs});
}

void GatewaySession::leaveConnection()
{
    m_link = {};
    m_deadlineMono.reset();
    m_latencyMs = -1;
}

void GatewaySession::fail(GatewayStatus::Failure failure, const QString &text, Moment now)
{
    forgetSession(now);
    m_phase = Phase::Failed;
    m_failure = failure;
    m_text = text;
    if (failure == GatewayStatus::Failure::TokenRejected) {
        m_settings.token.fill('\0');
        m_settings.token.clear();
    }
}

} // namespace Discord

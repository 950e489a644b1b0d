// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/discord/gatewaysession.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSysInfo>

#include <algorithm>
#include <utility>

// The part of the session that speaks on an open connection (PROTOCOL 1.2, 1.3, 1.6). What happens between
// connections is in gatewayattempts.cpp.

using namespace Qt::Literals::StringLiterals;

namespace Discord {

namespace SessionLimits {

// G-04
constexpr qint64 HelloTimeoutMs = 20 * SecondMs;
constexpr qint64 ReadyTimeoutMs = 30 * SecondMs;
constexpr qint64 ResumedTimeoutMs = 30 * SecondMs;
constexpr qint64 ReplayTimeoutMs = 60 * SecondMs;
constexpr qint64 ProbeTimeoutMs = 5 * SecondMs; // H-06
// A tick that is this late says that we were held up; an answer may lie unread in the socket.
constexpr qint64 HeldUpMs = 5 * SecondMs;
constexpr double ShortestHeartbeatMs = 1'000; // H-01
constexpr double LongestHeartbeatMs = 300'000;
constexpr qint64 BadPayloadWindowMs = 60 * SecondMs;
constexpr int BadPayloads = 5;

} // namespace SessionLimits

using namespace SessionLimits;

namespace Op {

constexpr int Dispatch = 0;
constexpr int Heartbeat = 1;
constexpr int Identify = 2;
constexpr int Resume = 6;
constexpr int Reconnect = 7;
constexpr int InvalidSession = 9;
constexpr int Hello = 10;
constexpr int HeartbeatAck = 11;

} // namespace Op

GatewaySession::GatewaySession(std::function<double()> random) : m_random(random), m_governor(random) { }

GatewayActions GatewaySession::onConnected(Moment now)
{
    if (m_phase == Phase::Connecting) {
        m_link.upgraded = true;
        m_phase = Phase::AwaitingHello;
        m_deadlineMono = now.mono + HelloTimeoutMs;
    }
    return finish();
}

GatewayActions GatewaySession::onPayload(const QByteArray &json, Moment now)
{
    if (m_phase < Phase::AwaitingHello)
        return finish();
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    constexpr qint64 NoInteger = -1;
    const qint64 op = document.object().value("op"_L1).toInteger(NoInteger);
    if (error.error != QJsonParseError::NoError || op == NoInteger)
        badPayload(now);
    else
        handle(document.object(), op, now);
    return finish();
}

void GatewaySession::badPayload(Moment now)
{
    count(u"bad json"_s);
    std::deque<MonoMs> &times = m_link.badPayloads;
    while (!times.empty() && times.front() <= now.mono - BadPayloadWindowMs)
        times.pop_front();
    times.push_back(now.mono);
    if (times.size() >= BadPayloads)
        abandon(QCoreApplication::translate("Gateway", "Discord's messages could not be read."), now);
}

void GatewaySession::handle(const QJsonObject &payload, qint64 op, Moment now)
{
    const QJsonValue data = payload.value("d"_L1);
    if (m_phase == Phase::Connected)
        m_lastLiveMs = now.utc;
    switch (op) {
    case Op::Dispatch:
        onDispatch(payload, now);
        break;
    case Op::Heartbeat: // H-03: answered at once, outside the rhythm
        if (online() && !sendHeartbeat(SendLimiter::Kind::Other, now))
            count(u"heartbeat request beyond the send limit"_s);
        break;
    case Op::Reconnect:
        onReconnectRequest(now);
        break;
    case Op::InvalidSession:
        onInvalidSession(data, now);
        break;
    case Op::Hello:
        onHello(data.toObject(), now);
        break;
    case Op::HeartbeatAck:
        onHeartbeatAck(now);
        break;
    default:
        count(u"unknown opcode %1"_s.arg(op));
        break;
    }
}

void GatewaySession::onHello(const QJsonObject &data, Moment now)
{
    if (m_phase != Phase::AwaitingHello) { // I-01: one IDENTIFY per connection
        count(u"unexpected hello"_s);
        return;
    }
    const double intervalMs = data.value("heartbeat_interval"_L1).toDouble(-1);
    if (!(intervalMs >= ShortestHeartbeatMs && intervalMs <= LongestHeartbeatMs)) {
        count(u"heartbeat interval out of range"_s);
        abandon(QCoreApplication::translate("Gateway", "Discord's messages could not be read."), now);
        return;
    }
    m_link.saidHello = true;
    (m_link.usesResumeUrl ? m_unreachedResume : m_unreachedCached) = 0;
    m_link.heartbeatIntervalMs = int(intervalMs);
    m_link.nextHeartbeatMono =
        now.mono + qint64(intervalMs * m_random()); // H-01: so that clients do not beat in step
    m_link.sends.setHeartbeatInterval(m_link.heartbeatIntervalMs);
    if (m_session)
        resume(now);
    else
        identify(now);
}

void GatewaySession::identify(Moment now)
{
    m_sequence.reset();
    m_phase = Phase::Identifying;
    m_deadlineMono = now.mono + ReadyTimeoutMs;
    // Noted before it is sent: a crash in between must not make an IDENTIFY uncounted.
    m_governor.identified(now.mono, now.utc);
    m_out.push_back(GatewayDo::RecordIdentify{now.utc});
    const quint32 intents = m_settings.intents | (m_optionalDropped ? 0 : m_settings.optionalIntents);
    const QString name = u"TicketAssistant"_s;
    const bool sent =
        send(Op::Identify,
             QJsonObject{
                 {u"token"_s, QString::fromUtf8(m_settings.token)},
                 {u"intents"_s, qint64(intents)},
                 {u"properties"_s,
                  QJsonObject{{u"os"_s, QSysInfo::kernelType()}, {u"browser"_s, name}, {u"device"_s, name}}},
                 {u"shard"_s, QJsonArray{0, 1}},
                 {u"large_threshold"_s, 50},
                 {u"presence"_s,
                  QJsonObject{{u"status"_s, u"online"_s},
                              {u"activities"_s, QJsonArray()},
                              {u"since"_s, QJsonValue()},
                              {u"afk"_s, false}}}},
             SendLimiter::Kind::Other, now);
    if (!sent) { // only a token that is none can be too long for a payload
        m_out.push_back(GatewayDo::Close{4000});
        leaveConnection();
        fail(GatewayStatus::Failure::TokenRejected, closeText(4004), now);
    }
}

void GatewaySession::resume(Moment now)
{
    m_phase = Phase::Resuming;
    m_deadlineMono = now.mono + ResumedTimeoutMs;
    send(Op::Resume,
         QJsonObject{{u"token"_s, QString::fromUtf8(m_settings.token)},
                     {u"session_id"_s, m_session->id},
                     {u"seq"_s, m_sequence.value_or(0)}},
         SendLimiter::Kind::Other, now);
}

void GatewaySession::onDispatch(const QJsonObject &payload, Moment now)
{
    if (!online()) {
        count(u"event before hello"_s);
        return;
    }
    // a repeated event is handled again, the stored number only grows.
    if (const qint64 sequence = payload.value("s"_L1).toInteger(-1); sequence >= 0) {
        if (m_sequence && sequence > *m_sequence + 1)
            count(u"sequence gap"_s);
        m_sequence = std::max(sequence, m_sequence.value_or(0));
    }
    const QString name = payload.value("t"_L1).toString();
    Event event = parseEvent(name, payload.value("d"_L1).toObject());
    if (const auto *unknown = std::get_if<UnknownEvent>(&event)) {
        if (!unknown->ignored)
            count(u"unknown event "_s + unknown->name);
    } else if (const auto *malformed = std::get_if<MalformedEvent>(&event)) {
        count(u"malformed event %1 at %2"_s.arg(malformed->name, malformed->path));
    } else if (const auto *limited = std::get_if<SendsLimited>(&event)) {
        m_link.sends.pause(limited->retryAfterMs, now.mono);
    } else if (const auto *ready = std::get_if<Ready>(&event)) {
        m_session = Session{ready->sessionId, ready->resumeUrl};
        if (!gatewayUrl(ready->resumeUrl, m_settings.loopback,
                        m_compress)) { // G-03: the token would be sent there
            m_session->resumeUrl.clear();
            count(u"refused resume address"_s);
        }
        m_unreachedResume = 0;
        m_governor.ready(now.mono);
        established(now);
    } else if (std::holds_alternative<Resumed>(event)) {
        established(now);
    }
    if (m_phase == Phase::Resuming) // a replay is under way (G-04)
        m_deadlineMono = now.mono + ReplayTimeoutMs;
    m_out.push_back(GatewayDo::Dispatch{std::move(event)});
}

void GatewaySession::established(Moment now)
{
    m_phase = Phase::Connected;
    m_deadlineMono.reset();
    m_link.established = true;
    m_lastLiveMs = now.utc;
    m_attempts = 0;
    m_failedResumes = 0;
    m_reconnectRequests = 0;
    m_text.clear();
}

void GatewaySession::onReconnectRequest(Moment now)
{
    m_out.push_back(GatewayDo::Close{4000});
    const bool first = ++m_reconnectRequests == 1;
    if (first)
        m_attempts = 0; // C-03: at once, even before HELLO
    afterEnd(closeRule(0), 0,
             QCoreApplication::translate("Gateway", "Discord asked the bot to connect again."),
             EndedBy::ReconnectRequest, now);
}

void GatewaySession::onInvalidSession(const QJsonValue &resumable, Moment now)
{
    m_out.push_back(GatewayDo::Close{4000});
    CloseRule rule;
    rule.then = resumable.isBool() && resumable.toBool() ? CloseRule::Then::Resume : CloseRule::Then::New;
    rule.fixedWaitMs = SecondMs;
    rule.randomWaitMs = 4 * SecondMs;
    afterEnd(rule, 0, QCoreApplication::translate("Gateway", "Discord ended the session."), EndedBy::Other,
             now);
}

void GatewaySession::onHeartbeatAck(Moment now)
{
    if (!online())
        return;
    if (m_link.heartbeatUnanswered || m_link.probeDeadlineMono)
        m_latencyMs = int(std::min<qint64>(now.mono - m_link.heartbeatSentMono, 60'000));
    m_link.heartbeatUnanswered = false;
    m_link.probeDeadlineMono.reset();
}

GatewayActions GatewaySession::onTick(Moment now)
{
    if (m_phase == Phase::Waiting) {
        if (now.mono >= m_attemptMono)
            attempt(now);
    } else if (m_deadlineMono && now.mono >= *m_deadlineMono) {
        phaseExpired(now);
    } else if (online()) {
        if (m_link.probeDeadlineMono && now.mono >= *m_link.probeDeadlineMono)
            replaceLink(now); // H-06
        else if (now.mono >= m_link.nextHeartbeatMono)
            heartbeatDue(now);
    }
    return finish();
}

void GatewaySession::phaseExpired(Moment now)
{
    if (m_phase == Phase::Fetching)
        fetchFailed(QCoreApplication::translate("Gateway", "Discord cannot be reached."), now);
    else if (m_phase == Phase::Connecting)
        abandon(QCoreApplication::translate("Gateway", "Discord cannot be reached."), now);
    else
        abandon(QCoreApplication::translate("Gateway", "Discord did not answer in time."), now);
}

void GatewaySession::heartbeatDue(Moment now)
{
    const qint64 lateMs = now.mono - m_link.nextHeartbeatMono;
    if (m_link.heartbeatUnanswered && lateMs < HeldUpMs) {
        replaceLink(now); // H-04
        return;
    }
    if (m_link.heartbeatUnanswered) {
        probe(now);
    } else if (sendHeartbeat(SendLimiter::Kind::Heartbeat, now)) {
        m_link.heartbeatUnanswered = true;
    } else {
        count(u"heartbeat beyond the send limit"_s);
    }
    // In step with the interval, but never a burst of beats that were missed.
    m_link.nextHeartbeatMono = std::max(m_link.nextHeartbeatMono, now.mono - m_link.heartbeatIntervalMs / 2)
        + m_link.heartbeatIntervalMs;
}

void GatewaySession::probe(Moment now)
{
    if (m_link.probeDeadlineMono)
        return;
    if (sendHeartbeat(SendLimiter::Kind::Heartbeat, now))
        m_link.probeDeadlineMono = now.mono + ProbeTimeoutMs;
}

bool GatewaySession::sendHeartbeat(SendLimiter::Kind kind, Moment now)
{
    if (!send(Op::Heartbeat, m_sequence ? QJsonValue(*m_sequence) : QJsonValue(), kind, now))
        return false;
    // An answer to a request of Discord's (H-03) leaves the measured beat alone.
    if (kind == SendLimiter::Kind::Heartbeat)
        m_link.heartbeatSentMono = now.mono;
    return true;
}

bool GatewaySession::send(int op, const QJsonValue &data, SendLimiter::Kind kind, Moment now)
{
    const QByteArray payload =
        QJsonDocument(QJsonObject{{u"op"_s, op}, {u"d"_s, data}}).toJson(QJsonDocument::Compact);
    if (payload.size() > SendLimiter::MaxPayloadBytes) { // 4002 otherwise
        count(u"payload of opcode %1 too large"_s.arg(op));
        return false;
    }
    if (!m_link.sends.take(kind, now.mono))
        return false;
    m_link.lastSent = u"opcode %1, %2 bytes"_s.arg(op).arg(payload.size());
    m_out.push_back(GatewayDo::Send{payload});
    return true;
}

std::optional<MonoMs> GatewaySession::nextWakeMono() const
{
    std::optional<MonoMs> next = m_deadlineMono;
    const auto consider = [&next](MonoMs at) { next = next ? std::min(*next, at) : at; };
    if (m_phase == Phase::Waiting)
        consider(m_attemptMono);
    if (online()) {
        consider(m_link.nextHeartbeatMono);
        if (m_link.probeDeadlineMono)
            consider(*m_link.probeDeadlineMono);
    }
    return next;
}

GatewayActions GatewaySession::finish()
{
    const GatewayStatus status = currentStatus();
    if (!(status == m_toldStatus)) {
        m_toldStatus = status;
        m_out.push_back(GatewayDo::TellStatus{status});
    }
    return std::exchange(m_out, {});
}

GatewayStatus GatewaySession::currentStatus() const
{
    using State = GatewayStatus::State;
    GatewayStatus status;
    switch (m_phase) {
    case Phase::Stopped:
        status.state = State::Stopped;
        break;
    case Phase::Failed:
        status.state = State::Failed;
        break;
    case Phase::Waiting:
        status.state = m_verdict.protects() ? State::Paused : State::Waiting;
        status.untilMs = m_attemptUtc;
        break;
    case Phase::Fetching:
    case Phase::Connecting:
    case Phase::AwaitingHello:
        status.state = State::Connecting;
        break;
    case Phase::Identifying:
        status.state = State::Identifying;
        break;
    case Phase::Resuming:
        status.state = State::Resuming;
        break;
    case Phase::Connected:
        status.state = State::Connected;
        break;
    }
    status.failure = m_failure;
    status.text = m_text;
    if (status.state == State::Paused)
        status.text = QCoreApplication::translate("Gateway", "Paused to protect the bot's token.");
    status.closeCode = m_lastCloseCode;
    status.attempt = m_attempts;
    status.latencyMs = m_latencyMs;
    status.messageContentRefused = m_optionalDropped;
    return status;
}

} // namespace Discord

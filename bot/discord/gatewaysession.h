// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/result.h"
#include "bot/discord/events.h"
#include "bot/discord/gatewayrules.h"
#include "bot/discord/gatewaystatus.h"
#include "bot/discord/identifygovernor.h"
#include "bot/discord/sendlimiter.h"

#include <QByteArray>
#include <QJsonObject>
#include <QUrl>

#include <deque>
#include <functional>
#include <optional>
#include <variant>
#include <vector>

namespace Discord {

// What the session wants done. Carried out in order, before the next input is given.
namespace GatewayDo {
struct FetchGatewayBot
{ }; // answer with onGatewayBot()
struct Open // a new socket; whatever an older one still says is no longer passed on
{
    QUrl url;
    bool compressed = false;
};
struct Send
{
    QByteArray payload;
};
struct Close // with this code; abort() when the other side has not answered in 500 ms (C-05)
{
    int code = 0;
};
struct Abort
{ };
struct Dispatch
{
    Event event;
};
struct TellSessionLost
{
    UtcMs sinceMs = 0;
};
struct RecordIdentify
{
    UtcMs atMs = 0;
};
struct Count
{
    QString what;
};
struct TellStatus
{
    GatewayStatus status;
};
} // namespace GatewayDo
using GatewayAction =
    std::variant<GatewayDo::FetchGatewayBot, GatewayDo::Open, GatewayDo::Send, GatewayDo::Close,
                 GatewayDo::Abort, GatewayDo::Dispatch, GatewayDo::TellSessionLost, GatewayDo::RecordIdentify,
                 GatewayDo::Count, GatewayDo::TellStatus>;
using GatewayActions = std::vector<GatewayAction>;

// The gateway protocol as a machine (PROTOCOL 1.1 to 1.6): it is told what happened and what time it is, and
// answers what to do. It owns no socket, no timer and no clock, so that a day of it can be tested in a
// moment. nextWakeMono() says when onTick() is due.
//
// Owner: GatewayClient; one for its whole life, because the limits on IDENTIFY outlive a stop().
class GatewaySession
{
public:
    struct Moment
    {
        MonoMs mono = 0;
        UtcMs utc = 0;
    };
    struct Settings
    {
        QByteArray token;
        quint32 intents = 0;
        quint32 optionalIntents = 0; // dropped on 4014
        bool loopback = false;
        bool compress = true;
        QVector<UtcMs> recentIdentifies;
        std::function<bool()> recordable; // may be empty: yes
    };
    // Why a socket never opened, for the text only (B-03).
    enum class OpenFailure
    {
        None,
        HostNotFound,
        Refused,
        Tls,
        NoUpgrade,
        Other
    };

    explicit GatewaySession(std::function<double()> random);

    GatewayActions start(Settings settings, Moment now);
    GatewayActions stop(Moment now);
    GatewayActions retryNow(Moment now); // the user's wish: also out of Failed
    GatewayActions networkIsBack(Moment now); // H-06, B-01: probes a connection, ends a wait

    GatewayActions onGatewayBot(const Result<QJsonObject> &answer, Moment now);
    GatewayActions onConnected(Moment now);
    GatewayActions onPayload(const QByteArray &json, Moment now); // inflated
    GatewayActions onInflateError(Moment now);
    // code 0 unless a close frame came (C-01: Qt's closeCode() alone does not say so).
    GatewayActions onClosed(int code, OpenFailure failure, Moment now);
    GatewayActions onTick(Moment now);

    std::optional<MonoMs> nextWakeMono() const;
    GatewayStatus status() const { return currentStatus(); }

private:
    enum class Phase
    {
        Stopped,
        Failed,
        Waiting, // until m_attemptMono
        Fetching, // GET /gateway/bot
        Connecting,
        AwaitingHello,
        Identifying,
        Resuming,
        Connected
    };
    struct Session
    {
        QString id;
        QString resumeUrl; // empty when Discord's was refused
    };
    // What belongs to one connection and is forgotten with it.
    struct Link
    {
        MonoMs openedMono = 0;
        bool usesResumeUrl = false;
        bool resumes = false; // opened to resume
        bool upgraded = false; // the WebSocket stands
        bool saidHello = false;
        bool established = false; // READY or RESUMED
        int heartbeatIntervalMs = 0;
        MonoMs nextHeartbeatMono = 0;
        bool heartbeatUnanswered = false;
        MonoMs heartbeatSentMono = 0;
        std::optional<MonoMs> probeDeadlineMono;
        SendLimiter sends;
        std::deque<MonoMs> badPayloads;
        QString lastSent; // opcode and size, for the log when Discord complains
    };

    // -- towards a connection (gatewayattempts.cpp)
    void planAttempt(Moment now);
    void attempt(Moment now);
    void waitUntil(MonoMs mono, Moment now);
    MonoMs earliestOpenMono(Moment now);
    bool mustFetch(Moment now) const;
    void fetch(Moment now);
    void fetchFailed(const QString &text, Moment now);
    void open(Moment now);
    // -- after a connection (gatewayattempts.cpp)
    enum class EndedBy
    {
        Other,
        ReconnectRequest,
        InflateError
    };
    void afterEnd(const CloseRule &rule, int code, const QString &text, EndedBy by, Moment now);
    bool repeatedTooOften(const CloseRule &rule, Moment now);
    void forgetSession(Moment now);
    void leaveConnection();
    void fail(GatewayStatus::Failure failure, const QString &text, Moment now);
    void abandon(const QString &text, Moment now,
                 EndedBy by = EndedBy::Other); // abort and the "abnormal" row
    void replaceLink(Moment now); // close with 4000 and Resume

    // -- while connected (gatewaysession.cpp)
    void handle(const QJsonObject &payload, qint64 op, Moment now);
    void onHello(const QJsonObject &data, Moment now);
    void onDispatch(const QJsonObject &payload, Moment now);
    void onReconnectRequest(Moment now);
    void onInvalidSession(const QJsonValue &resumable, Moment now);
    void onHeartbeatAck(Moment now);
    void badPayload(Moment now);
    void identify(Moment now);
    void resume(Moment now);
    void established(Moment now);
    void phaseExpired(Moment now);
    void heartbeatDue(Moment now);
    void probe(Moment now);
    bool sendHeartbeat(SendLimiter::Kind kind, Moment now);
    bool send(int op, const QJsonValue &data, SendLimiter::Kind kind, Moment now);

    bool online() const { return m_phase >= Phase::Identifying; }
    bool socketOpen() const { return m_phase >= Phase::Connecting; }
    bool recordable() const { return !m_settings.recordable || m_settings.recordable(); }
    void count(const QString &what) { m_out.push_back(GatewayDo::Count{what}); }
    GatewayActions finish();
    GatewayStatus currentStatus() const;

    std::function<double()> m_random;
    IdentifyGovernor m_governor;
    Settings m_settings;
    GatewayActions m_out;
    GatewayStatus m_toldStatus;

    Phase m_phase = Phase::Stopped;
    std::optional<MonoMs> m_deadlineMono; // of the phase
    GatewayStatus::Failure m_failure = GatewayStatus::Failure::None;
    QString m_text; // why there is no connection
    int m_lastCloseCode = 0;
    int m_latencyMs = -1;
    bool m_optionalDropped = false;

    // From GET /gateway/bot.
    QString m_cachedUrl;
    std::optional<MonoMs> m_fetchedMono;
    int m_failedFetches = 0;

    std::optional<Session> m_session;
    std::optional<qint64> m_sequence;
    UtcMs m_lastLiveMs = 0; // last sign of life of an established session: where a gap begins
    int m_failedResumes = 0; // in a row

    int m_attempts = 0; // in a row without READY or RESUMED, the running one included
    MonoMs m_attemptMono = 0; // when the next one begins
    UtcMs m_attemptUtc = 0;
    MonoMs m_holdMono = 0; // asked for by Discord, so that no retry cuts it short
    IdentifyGovernor::Verdict m_verdict; // why the wait is the governor's; Reason::None when it is not
    std::optional<MonoMs> m_retriedMono;
    std::deque<MonoMs> m_opens;
    int m_unreachedCached = 0; // in a row without HELLO
    int m_unreachedResume = 0;
    int m_reconnectRequests = 0; // in a row without READY or RESUMED
    std::deque<MonoMs> m_ourBugs;
    std::optional<MonoMs> m_unknownCloseMono;
    bool m_compress = true;
    int m_inflateErrors = 0; // connections in a row that ended so

    Link m_link;
};

} // namespace Discord

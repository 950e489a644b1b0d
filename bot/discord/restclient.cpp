// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/discord/restclient.h"

#include "bot/base/logging.h"
#include "bot/discord/ratelimiter.h"
#include "bot/discord/restattempt.h"
#include "bot/discord/resterror.h"
#include "bot/discord/retrypolicy.h"

#include <QNetworkAccessManager>
#include <QPointer>
#include <QSet>
#include <QTimer>

#include <algorithm>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace Discord {

// The queue. Jobs stand in the order in which they were asked for; pump() walks over them, sends what may go
// and sets the timer for the next instant at which something may change. Every answer ends in another pump().
class RestClient::Private : public QObject
{
public:
    struct Job
    {
        Request request;
        QPointer<QObject> context;
        bool hasContext = false;
        Done done;
        MonoMs createdAt = 0;
        MonoMs firstSentAt = 0;
        MonoMs sentAt = 0;
        MonoMs notBefore = 0; // retry or limit of this very request
        bool holdsPath = false; // waits for a retry: later writes to the same thing must not overtake it
        qint64 graceMs = 0; // for the one repetition of a callback that may have been lost (N-14)
        int attempts = 0; // without those that ended in 429 (N-10)
        bool tried = false;
        RestAttempt *attempt = nullptr; // running

        bool running() const { return attempt; }
        bool write() const { return request.retry != RetryClass::Get; }
        bool interaction() const
        {
            return request.retry == RetryClass::InteractionCallback
                || request.retry == RetryClass::InteractionEdit;
        }
        bool abandoned() const { return hasContext && !context; }
        MonoMs expiresAt() const
        {
            const MonoMs general = createdAt + longestWaitMs(request.retry) + graceMs;
            return request.notAfterMono > 0 ? std::min(general, request.notAfterMono) : general;
        }
    };
    using JobPtr = std::shared_ptr<Job>;

    Private(RestClient *client, QUrl base, Clock systemClock)
        : q(client), apiBase(std::move(base)), clock(std::move(systemClock))
    {
        wake.setSingleShot(true);
        wake.setTimerType(Qt::PreciseTimer);
        connect(&wake, &QTimer::timeout, this, [this] { pump(); });
    }

    void pump();
    void pumpSoon() { wake.start(0); }
    void watchPauses(MonoMs now, MonoMs &next);
    void walk(bool interactions, MonoMs now, MonoMs &next);
    std::optional<RestReply> reasonNotToSend(const Job &job, MonoMs now) const;
    MonoMs readyForAny(MonoMs now) const;
    bool hasFreeConnection(const Job &job) const;
    void send(const JobPtr &job, MonoMs now);
    void answered(const JobPtr &job, const AttemptResult &result);
    void limited(Job &job, const LimitVerdict &verdict);
    void countInvalid(MonoMs now);
    void rejectToken(const JobPtr &job, const AttemptResult &result);
    void probeCircuit(MonoMs now, MonoMs &next);
    void finishAll(const Error &error);
    void finish(const JobPtr &job, const RestReply &reply);
    RestReply replyFor(const Job &job, Outcome outcome, const AttemptResult &result) const;
    void notifyState();

    RestClient *const q;
    const QUrl apiBase;
    const Clock clock;
    QByteArray token;
    bool rejected = false;
    qint64 clockOffMs = 0;
    QNetworkAccessManager interactionNetwork; // N-05: answers within 3 s never wait behind a backfill
    QNetworkAccessManager network;
    RateLimiter limiter;
    InvalidRequestGuard invalid;
    QSet<QString> forbidden; // N-13
    std::vector<JobPtr> jobs;
    int running[2] = {0, 0}; // of the rest, of interactions
    bool notifying = false;
    bool paused = false;
    RestAttempt *probe = nullptr;
    QTimer wake;
};

namespace Client {

// Qt opens at most six connections per host and manager; more requests would only wait inside of it, unseen
// by our deadlines. Edits leave connections free for callbacks, which have less time.
constexpr int Connections = 6;
constexpr int ConnectionsForEdits = 4;
constexpr MonoMs Never = RateLimiter::WhenAnswered;

constexpr int MissingAccess = 50001;
constexpr int MissingPermissions = 50013;

QString forbiddenKey(const Request &request)
{
    return QString::fromLatin1(request.method) + u' ' + request.route + u'|' + request.majorParameter;
}

} // namespace Client

void RestClient::Private::pump()
{
    const MonoMs now = clock.mono();
    MonoMs next = Client::Never;
    std::vector<std::pair<JobPtr, RestReply>> ending;
    for (const JobPtr &job : jobs) {
        if (job->running())
            continue;
        if (auto reply = reasonNotToSend(*job, now))
            ending.emplace_back(job, std::move(*reply));
        else
            next = std::min(next, job->expiresAt());
    }
    // A callback may add requests, stop or delete the client: nothing is touched after one before we have
    // looked.
    const QPointer<Private> self(this);
    for (const auto &[job, reply] : ending) {
        finish(job, reply);
        if (!self)
            return;
    }
    if (limiter.circuitOpen())
        probeCircuit(now, next);
    watchPauses(now, next);
    walk(true, now, next);
    walk(false, now, next);
    if (next == Client::Never)
        wake.stop();
    else
        wake.start(std::chrono::milliseconds(std::clamp<qint64>(next - now, 1, HourMs)));
}

// Pauses that concern more than one bucket are shown to people, so their end is told even when nothing waits for it.
void RestClient::Private::watchPauses(MonoMs now, MonoMs &next)
{
    const qint64 pauseMs = limiter.pausedForMs(now);
    const bool stopped = invalid.stopped(now);
    if (pauseMs > 0)
        next = std::min(next, now + pauseMs);
    if (stopped)
        next = std::min(next, std::max(invalid.resumesAt(), now + 1));
    const bool before = std::exchange(paused, pauseMs > 0 || stopped);
    if (before != paused)
        notifyState();
}

// Why a waiting job ends without (another) attempt.
std::optional<RestReply> RestClient::Private::reasonNotToSend(const Job &job, MonoMs now) const
{
    RestReply reply;
    if (job.abandoned())
        return reply;
    if (rejected)
        reply.failure = restError(Outcome::Unauthorised, Routes::currentUser());
    else if (job.request.authorised && token.isEmpty())
        reply.failure = Error{ErrorKind::Denied, RestClient::tr("There is no bot token yet."), {}};
    else if (!forbidden.isEmpty() && forbidden.contains(Client::forbiddenKey(job.request)))
        reply.failure = restError(Outcome::Forbidden, job.request);
    else if (now >= job.expiresAt())
        reply.failure = restError(job.attempts == 0 ? Outcome::RateLimited : Outcome::NotSent, job.request);
    else
        return {};
    return reply;
}

// Sends what may go now of one kind; lowers `next` to the instant at which more may.
void RestClient::Private::walk(bool interactions, MonoMs now, MonoMs &next)
{
    QSet<QString> heldPaths; // two writes to one thing never change places
    QSet<QString> heldBuckets; // first come, first served
    for (const JobPtr &job : jobs) {
        if (job->interaction() != interactions)
            continue;
        const bool write = job->write();
        if (job->running()) {
            if (write)
                heldPaths.insert(job->request.path);
            continue;
        }
        if (!interactions) {
            // What holds all of them needs no look at each: a backfill may have queued thousands.
            const MonoMs ready = readyForAny(now);
            if (ready > now) {
                next = std::min(next, ready);
                return;
            }
        }
        if (write && heldPaths.contains(job->request.path))
            continue;
        if (job->notBefore > now) {
            next = std::min(next, job->notBefore);
            if (job->holdsPath && write)
                heldPaths.insert(job->request.path);
            continue;
        }
        const QString bucket = limiter.bucketKey(job->request);
        const MonoMs ready =
            heldBuckets.contains(bucket) ? Client::Never : limiter.readyAt(job->request, now);
        if (ready <= now && hasFreeConnection(*job)) {
            send(job, now);
        } else {
            heldBuckets.insert(bucket);
            if (ready > now)
                next = std::min(next, ready);
        }
        if (write)
            heldPaths.insert(job->request.path);
    }
}

// What holds every request that is no interaction: the guard of N-11, a full set of connections.
MonoMs RestClient::Private::readyForAny(MonoMs now) const
{
    if (running[0] >= Client::Connections)
        return Client::Never;
    if (invalid.stopped(now))
        return std::max(invalid.resumesAt(), now + 1);
    // Answers still in flight may count, so they are counted until they are known.
    if (invalid.stopped(now, running[0]))
        return Client::Never;
    return limiter.readyForAny(now);
}

bool RestClient::Private::hasFreeConnection(const Job &job) const
{
    const bool edit = job.request.retry == RetryClass::InteractionEdit;
    return running[job.interaction()] < (edit ? Client::ConnectionsForEdits : Client::Connections);
}

void RestClient::Private::send(const JobPtr &job, MonoMs now)
{
    limiter.sent(job->request, now);
    job->sentAt = now;
    if (!job->tried) {
        job->tried = true;
        job->firstSentAt = now;
    }
    ++job->attempts;
    ++running[job->interaction()];
    job->attempt = new RestAttempt(job->interaction() ? &interactionNetwork : &network, apiBase, token,
                                   job->request, attemptDeadlineMs(job->request.retry), this);
    connect(job->attempt, &RestAttempt::finished, this,
            [this, job](const AttemptResult &result) { answered(job, result); });
}

void RestClient::Private::answered(const JobPtr &job, const AttemptResult &result)
{
    const QPointer<Private> self(this);
    const MonoMs now = clock.mono();
    job->attempt->deleteLater();
    job->attempt = nullptr;
    --running[job->interaction()];
    if (result.serverMs > 0)
        clockOffMs = clock.utc() - result.serverMs;
    const LimitVerdict verdict = limiter.answered(job->request, result.limits, now);
    emit q->finished(QString::fromLatin1(job->request.method), job->request.route, result.facts.status,
                     now - job->sentAt);
    if (!self)
        return;
    if (result.limits.invalid())
        countInvalid(now);

    const Outcome outcome = outcomeOf(result.facts, job->request);
    if (outcome == Outcome::Unauthorised && job->request.authorised) {
        rejectToken(job, result);
        return;
    }
    if (outcome == Outcome::RateLimited) {
        limited(*job, verdict);
        pumpSoon();
        notifyState();
        return;
    }
    const int code = result.facts.discordCode;
    if (outcome == Outcome::Forbidden && (code == Client::MissingAccess || code == Client::MissingPermissions)
        && job->request.authorised)
        forbidden.insert(Client::forbiddenKey(job->request));
    if (outcome == Outcome::Refused)
        qCWarning(lcRest).noquote() << restError(outcome, job->request, result.facts, result.detail).detail;

    const RetryDecision decision = decideRetry(outcome, result.facts, job->request, job->attempts,
                                               now - job->firstSentAt, clock.random());
    if (decision.kind == RetryDecision::Kind::Retry) {
        job->notBefore = now + decision.delayMs;
        job->holdsPath = true;
        if (job->request.retry == RetryClass::InteractionCallback && outcome != Outcome::NotSent)
            job->graceMs = attemptDeadlineMs(job->request.retry);
        pumpSoon();
        return;
    }
    pumpSoon();
    finish(
        job,
        replyFor(*job, decision.kind == RetryDecision::Kind::Succeed ? Outcome::Success : outcome, result));
}

RestReply RestClient::Private::replyFor(const Job &job, Outcome outcome, const AttemptResult &result) const
{
    RestReply reply;
    reply.status = result.facts.status;
    reply.json = result.json;
    reply.discordCode = result.facts.discordCode;
    if (outcome != Outcome::Success)
        reply.failure = restError(outcome, job.request, result.facts, result.detail);
    else if (job.attempts > 1)
        reply.discordCode = 0; // "already acknowledged" by our own first try is no news
    return reply;
}

// A 429 does not use up an attempt (N-10).
void RestClient::Private::limited(Job &job, const LimitVerdict &verdict)
{
    --job.attempts;
    job.holdsPath = false;
    // The limiter holds back what a bucket or the host may not send. Only this request knows of its own limit; interactions,
    // which are exempt from the global pause, still wait when it was they who were refused; and a route may get another
    // bucket's name while this one waits (N-06).
    job.notBefore = verdict.until;
    const qint64 waitMs = verdict.until - clock.mono();
    const QString line =
        u"%1 %2: asked to wait %3 ms"_s.arg(QString::fromLatin1(job.request.method), job.request.route)
            .arg(waitMs);
    // Short waits belong to every day; a long one is what somebody asks the log about.
    if (waitMs >= SecondMs)
        qCInfo(lcRest).noquote() << line;
    else
        qCDebug(lcRest).noquote() << line;
    emit q->askedToWait(waitMs);
}

void RestClient::Private::countInvalid(MonoMs now)
{
    const bool before = invalid.stopped(now);
    invalid.record(now);
    const int count = invalid.count(now);
    if (count == InvalidRequestGuard::WarnAt)
        qCWarning(lcRest) << count << "refused requests in ten minutes";
    if (before != invalid.stopped(now)) {
        qCWarning(lcRest) << count
                          << "refused requests in ten minutes: only interactions are answered for a while";
        notifyState();
    }
}

// N-12: everything stops at once, running requests included, so that no second 401 follows.
void RestClient::Private::rejectToken(const JobPtr &job, const AttemptResult &result)
{
    rejected = true;
    wake.stop();
    const QPointer<Private> self(this);
    const RestReply reply = replyFor(*job, Outcome::Unauthorised, result);
    const Error error = *reply.failure;
    finish(job, reply);
    if (self)
        finishAll(error);
    if (self) {
        notifyState();
        emit q->tokenRejected();
    }
}

void RestClient::Private::probeCircuit(MonoMs now, MonoMs &next)
{
    if (probe)
        return;
    if (now < limiter.probeAt()) {
        next = std::min(next, limiter.probeAt());
        return;
    }
    Request request = Routes::gateway();
    request.authorised = false;
    probe = new RestAttempt(&network, apiBase, token, request, attemptDeadlineMs(RetryClass::Get), this);
    connect(probe, &RestAttempt::finished, this, [this](const AttemptResult &result) {
        probe->deleteLater();
        probe = nullptr;
        if (result.limits.invalid())
            countInvalid(clock.mono());
        limiter.probeAnswered(result.limits, clock.mono());
        pumpSoon();
        notifyState();
    });
}

void RestClient::Private::finishAll(const Error &error)
{
    const QPointer<Private> self(this);
    const std::vector<JobPtr> ending = jobs;
    delete std::exchange(probe, nullptr);
    for (const JobPtr &job : ending) {
        if (job->running()) {
            // The limiter still counts what it never hears of again.
            limiter.answered(job->request, {}, clock.mono());
            delete std::exchange(job->attempt, nullptr);
            --running[job->interaction()];
        }
    }
    RestReply reply;
    reply.failure = error;
    for (const JobPtr &job : ending) {
        finish(job, reply);
        if (!self)
            return;
    }
}

// Many changes of one turn of the event loop are one signal, sent when nothing is half done.
void RestClient::Private::notifyState()
{
    if (std::exchange(notifying, true))
        return;
    QTimer::singleShot(0, this, [this] {
        notifying = false;
        emit q->stateChanged();
    });
}

void RestClient::Private::finish(const JobPtr &job, const RestReply &reply)
{
    const auto it = std::find(jobs.begin(), jobs.end(), job);
    if (it == jobs.end())
        return;
    jobs.erase(it);
    if (job->done && !job->abandoned())
        job->done(reply);
}

RestClient::RestClient(QUrl apiBase, Clock clock, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(this, std::move(apiBase), std::move(clock)))
{ }

RestClient::~RestClient() = default;

void RestClient::setToken(const QByteArray &token)
{
    Log::addSecret(token);
    d->token = token;
    d->rejected = false;
    d->forbidden.clear();
    d->pumpSoon();
}

const QUrl &RestClient::apiBase() const
{
    return d->apiBase;
}

void RestClient::call(Request request, QObject *context, Done done)
{
    auto job = std::make_shared<Private::Job>();
    job->request = std::move(request);
    job->context = context;
    job->hasContext = context;
    job->done = std::move(done);
    job->createdAt = d->clock.mono();
    d->jobs.push_back(std::move(job));
    d->pumpSoon(); // never from inside call(): done() must not arrive before it returns
}

void RestClient::warmUp()
{
    const bool encrypted = d->apiBase.scheme() == "https"_L1;
    const auto port = quint16(d->apiBase.port(encrypted ? 443 : 80));
    if (encrypted)
        d->interactionNetwork.connectToHostEncrypted(d->apiBase.host(), port);
    else
        d->interactionNetwork.connectToHost(d->apiBase.host(), port);
}

void RestClient::forgetForbidden()
{
    d->forbidden.clear();
}

void RestClient::stop()
{
    d->finishAll({ErrorKind::Cancelled, tr("The connection to Discord was stopped."), {}});
}

RestClient::State RestClient::state() const
{
    const MonoMs now = d->clock.mono();
    State state;
    state.inFlight = d->running[0] + d->running[1];
    state.queued = int(d->jobs.size()) - state.inFlight;
    state.pausedForMs = d->limiter.pausedForMs(now);
    state.invalidInTenMinutes = d->invalid.count(now);
    state.stoppedByInvalid = d->invalid.stopped(now);
    state.tokenRejected = d->rejected;
    state.clockOffMs = d->clockOffMs;
    return state;
}

} // namespace Discord

#include "moc_restclient.cpp"

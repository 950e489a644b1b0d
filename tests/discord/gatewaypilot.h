// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/discord/gatewaysession.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QStringList>

#include <deque>

// A gateway session on a virtual clock, with a scripted Discord around it: answers what the session does,
// moves time from one wake-up to the next and keeps a record of everything that went over the wire.
class GatewayPilot
{
public:
    using Moment = Discord::GatewaySession::Moment;

    explicit GatewayPilot(quint32 seed = 1) : dice(seed), session([this] { return random(); })
    {
        settings.token = "canary.token.value";
        settings.intents = Discord::Intent::Default;
    }

    double random() { return fixedRandom >= 0 ? fixedRandom : dice.generateDouble(); }
    Moment now() const { return {mono, utc}; }

    // -- what the other side does on its own
    enum class Reach
    {
        Connects,
        Hangs,
        Unreachable
    };
    Reach reach = Reach::Connects;
    bool saysHello = true;
    bool answersIdentify = true; // with READY
    bool answersResume = true; // with RESUMED
    bool acknowledges = true; // heartbeats
    bool fetchWorks = true;
    int shards = 1;
    int remaining = 1000;
    qint64 resetAfterMs = 3'600'000;
    int heartbeatIntervalMs = 41'250;
    QString gatewayUrl = QStringLiteral("wss://gateway.discord.gg");
    QString resumeUrl = QStringLiteral("wss://gateway-us-east1-b.discord.gg");
    std::function<void()> onIdentify; // instead of READY
    std::function<void()> onResume; // instead of RESUMED
    std::function<void()> onHello; // instead of HELLO

    // -- what it saw
    int fetches = 0;
    int heartbeats = 0;
    QVector<MonoMs> identifies;
    QVector<MonoMs> resumes;
    QVector<MonoMs> opens;
    QVector<QUrl> urls;
    QVector<QJsonObject> sent;
    QVector<int> closes; // codes; 0 for an abort
    QVector<UtcMs> recorded;
    QVector<UtcMs> lost;
    QStringList counts;
    QVector<Discord::Event> events;
    QVector<Discord::GatewayStatus> told;

    void start() { take(session.start(settings, now())); }
    // Up to READY, without the time that passes until the first heartbeat.
    void connect()
    {
        start();
        Q_ASSERT(state() == Discord::GatewayStatus::State::Connected);
    }
    Discord::GatewayStatus::State state() const { return session.status().state; }

    void advance(qint64 ms)
    {
        const MonoMs end = mono + ms;
        while (true) {
            const auto next = session.nextWakeMono();
            if (!next || *next > end)
                break;
            moveTo(std::max(*next, mono));
            take(session.onTick(now()));
        }
        moveTo(end);
    }
    // A wake-up that comes too late, as after SIGSTOP.
    void stall(qint64 ms)
    {
        moveTo(mono + ms);
        take(session.onTick(now()));
    }

    void receive(const QByteArray &json) { take(session.onPayload(json, now())); }
    void receive(const QJsonObject &payload)
    {
        receive(QJsonDocument(payload).toJson(QJsonDocument::Compact));
    }
    void dispatch(const QString &name, const QJsonObject &data, qint64 sequence)
    {
        receive(QJsonObject{{QStringLiteral("op"), 0},
                            {QStringLiteral("t"), name},
                            {QStringLiteral("s"), sequence},
                            {QStringLiteral("d"), data}});
    }
    void sendOp(int op, const QJsonValue &data = {})
    {
        receive(QJsonObject{{QStringLiteral("op"), op}, {QStringLiteral("d"), data}});
    }
    void ready()
    {
        dispatch(
            QStringLiteral("READY"),
            QJsonObject{{QStringLiteral("session_id"), QStringLiteral("s%1").arg(identifies.size())},
                        {QStringLiteral("resume_gateway_url"), resumeUrl},
                        {QStringLiteral("user"), QJsonObject{{QStringLiteral("id"), QStringLiteral("5")}}},
                        {QStringLiteral("guilds"), QJsonArray()}},
            1);
    }
    void resumed(qint64 sequence = 100) { dispatch(QStringLiteral("RESUMED"), {}, sequence); }
    void closed(int code,
                Discord::GatewaySession::OpenFailure failure = Discord::GatewaySession::OpenFailure::None)
    {
        take(session.onClosed(code, failure, now()));
    }

    void take(Discord::GatewayActions actions)
    {
        using namespace Discord::GatewayDo;
        std::deque<std::function<void()>> reactions;
        for (Discord::GatewayAction &action : actions) {
            if (std::holds_alternative<FetchGatewayBot>(action)) {
                ++fetches;
                reactions.push_back([this] { answerFetch(); });
            } else if (auto *open = std::get_if<Open>(&action)) {
                opens.append(mono);
                urls.append(open->url);
                reactions.push_back([this] { answerOpen(); });
            } else if (auto *message = std::get_if<Send>(&action)) {
                onSent(QJsonDocument::fromJson(message->payload).object(), &reactions);
            } else if (auto *close = std::get_if<Close>(&action)) {
                closes.append(close->code);
            } else if (std::holds_alternative<Abort>(action)) {
                closes.append(0);
            } else if (auto *dispatched = std::get_if<Dispatch>(&action)) {
                events.append(dispatched->event);
            } else if (auto *gap = std::get_if<TellSessionLost>(&action)) {
                lost.append(gap->sinceMs);
            } else if (auto *identify = std::get_if<RecordIdentify>(&action)) {
                recorded.append(identify->atMs);
            } else if (auto *count = std::get_if<Count>(&action)) {
                counts.append(count->what);
            } else if (auto *status = std::get_if<TellStatus>(&action)) {
                told.append(status->status);
            }
        }
        for (const auto &reaction : reactions)
            reaction();
    }

    double fixedRandom = -1;
    QRandomGenerator dice;
    MonoMs mono = 7'000'000;
    UtcMs utc = 1'763'800'000'000;
    Discord::GatewaySession session;
    Discord::GatewaySession::Settings settings;

private:
    void moveTo(MonoMs to)
    {
        utc += to - mono;
        mono = to;
    }
    void answerFetch()
    {
        if (!fetchWorks) {
            take(session.onGatewayBot(Error{ErrorKind::Network, QStringLiteral("no network"), {}}, now()));
            return;
        }
        const QJsonObject limit{{QStringLiteral("total"), 1000},
                                {QStringLiteral("remaining"), remaining},
                                {QStringLiteral("reset_after"), resetAfterMs},
                                {QStringLiteral("max_concurrency"), 1}};
        take(session.onGatewayBot(QJsonObject{{QStringLiteral("url"), gatewayUrl},
                                              {QStringLiteral("shards"), shards},
                                              {QStringLiteral("session_start_limit"), limit}},
                                  now()));
    }
    void answerOpen()
    {
        if (reach == Reach::Hangs)
            return;
        if (reach == Reach::Unreachable) {
            closed(0, Discord::GatewaySession::OpenFailure::Refused);
            return;
        }
        take(session.onConnected(now()));
        if (onHello)
            onHello();
        else if (saysHello)
            sendOp(10, QJsonObject{{QStringLiteral("heartbeat_interval"), heartbeatIntervalMs}});
    }
    void onSent(const QJsonObject &payload, std::deque<std::function<void()>> *reactions)
    {
        sent.append(payload);
        switch (payload.value(QStringLiteral("op")).toInt()) {
        case 1:
            ++heartbeats;
            if (acknowledges)
                reactions->push_back([this] { sendOp(11); });
            break;
        case 2:
            identifies.append(mono);
            if (remaining > 0)
                --remaining;
            if (onIdentify)
                reactions->push_back(onIdentify);
            else if (answersIdentify)
                reactions->push_back([this] { ready(); });
            break;
        case 6:
            resumes.append(mono);
            if (onResume)
                reactions->push_back(onResume);
            else if (answersResume)
                reactions->push_back([this] { resumed(); });
            break;
        default:
            break;
        }
    }
};

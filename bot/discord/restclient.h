// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/clock.h"
#include "bot/base/result.h"
#include "bot/discord/routes.h"

#include <QJsonDocument>
#include <QObject>
#include <QUrl>

#include <functional>
#include <memory>

namespace Discord {

// How one call ended. `ok()` means that what was asked for is so: a 2xx answer whose JSON, if any, was
// readable; a 404 for a DELETE; a callback that Discord already had (40060; `discordCode` tells when it was
// not an earlier try of ours).
struct RestReply
{
    int status = 0; // HTTP status; 0 when none arrived
    QJsonDocument json;
    int discordCode = 0; // Discord's own error code (50013, 10062, 40060 ...), 0 when none
    std::optional<Error> failure; // set unless 2xx

    bool ok() const { return !failure; }
};

// Talks to Discord's REST API as PROTOCOL 1.7 demands: buckets, global limit, 429 of every scope, Cloudflare
// bans, retries by the table of N-14, own deadlines, no redirects, HTTP/1.1, the invalid-request guard. Two
// network access managers: interaction answers never wait behind anything else (N-05).
//
// Thread: the bot thread; create it there. Owner: Bot. Every call ends in exactly one call of `done`, in this
// thread, unless the client is destroyed first or `context` dies.
class RestClient : public QObject
{
    Q_OBJECT
public:
    // apiBase: "https://discord.com/api/v10" or a loopback override (T-01), without a trailing slash.
    RestClient(QUrl apiBase, Clock clock, QObject *parent = nullptr);
    ~RestClient() override;

    // A new token also ends the stop that a rejected one caused. Without one, calls that need it fail.
    void setToken(const QByteArray &token);
    const QUrl &apiBase() const;

    using Done = std::function<void(const RestReply &)>;
    void call(Request request, QObject *context, Done done);
    // Opens a connection ahead of the first interaction, so its answer needs no handshake.
    void warmUp();
    // Roles, channels or our own membership changed: what was forbidden may be allowed now (N-13).
    void forgetForbidden();
    // Drops every waiting request; running ones are aborted. Their done() gets ErrorKind::Cancelled.
    void stop();

    struct State
    {
        int queued = 0;
        int inFlight = 0;
        qint64 pausedForMs = 0; // longest pause in force (global limit or host circuit)
        int invalidInTenMinutes = 0; // N-11
        bool stoppedByInvalid = false; // too many of them: only interactions go out
        bool tokenRejected = false; // N-12
        qint64 clockOffMs = 0; // this computer's clock minus Discord's, as of the newest answer
    };
    State state() const;

signals:
    void tokenRejected(); // a 401; everything has stopped (N-12)
    void stateChanged();
    void askedToWait(qint64 waitMs); // a 429: the request goes out again by itself after that time (N-10)
    // Once per attempt, without token and body: for the bot log. status 0: no answer.
    void finished(const QString &method, const QString &route, int status, qint64 elapsedMs);

private:
    class Private;
    const std::unique_ptr<Private> d;
};

} // namespace Discord

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/discord/ratelimiter.h"
#include "bot/discord/retrypolicy.h"

#include <QByteArray>
#include <QNetworkRequest>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QUrl>

class QNetworkAccessManager;
class QNetworkReply;

namespace Discord {

// How one attempt ended: the facts for the retry policy and the limiter, and the JSON.
struct AttemptResult
{
    AttemptFacts facts;
    LimitInfo limits;
    QJsonDocument json;
    UtcMs serverMs = 0; // Discord's clock as it answered, in whole seconds; 0 when it did not say
    QString
        detail; // for the log: what Qt said, or the field paths of Discord's refusal; no token, no body text
};

// Sends one request once and reads its answer, with everything that Qt leaves open closed: no redirects,
// HTTP/1.1, no cookies, no cache, a deadline from first to last byte, at most 8 MiB of body (PROTOCOL N-01,
// N-02, N-04, N-05).
//
// Thread and owner: those of RestClient. Ends in exactly one finished(), unless it is deleted first.
class RestAttempt : public QObject
{
    Q_OBJECT
public:
    static constexpr qint64 LargestBody = 8 * 1024 * 1024;

    RestAttempt(QNetworkAccessManager *network, const QUrl &apiBase, const QByteArray &token,
                const Request &request, qint64 deadlineMs, QObject *parent);
    ~RestAttempt() override;

signals:
    void finished(const Discord::AttemptResult &result);

private:
    void send(QNetworkAccessManager *network, const QNetworkRequest &message, const Request &request);
    void readAvailable();
    void giveUp(Transport transport, const QString &why);
    void finish();
    Transport transportOf() const;

    QPointer<QNetworkReply> m_reply;
    QTimer m_deadline;
    QByteArray m_body;
    bool m_get = false;
    bool m_somethingSent = false;
    std::optional<Transport> m_givenUp;
    QString m_why;
};

} // namespace Discord

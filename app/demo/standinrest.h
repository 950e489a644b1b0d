// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/httpserver.h"
#include "app/demo/standindiscord.h"
#include "app/demo/standinlimits.h"
#include "app/demo/standinrouter.h"

#include <QElapsedTimer>
#include <QFile>
#include <QObject>

#include <functional>

namespace StandIn {

// The REST half of the stand-in: takes requests apart, checks the token, counts rate limits, lets the
// router's function answer, records everything. Knobs of the tests replace, delay, cut or swallow answers
// here.
//
// Thread: its creator's. Owner: StandInDiscord.
class Rest : public QObject
{
    Q_OBJECT
public:
    explicit Rest(std::function<qint64()> utcMs, QObject *parent = nullptr);

    bool listen(quint16 port) { return m_server.listen(port); }
    quint16 port() const { return m_server.port(); }
    void setToken(const QString &token) { m_token = token; }
    Router &router() { return m_router; }
    void setRefusing(bool on);

    const QVector<StandInDiscord::Received> &requests() const { return m_requests; }
    void recordTo(const QString &jsonLinesFile);

    enum class Trick
    {
        Answer,
        Hang,
        Delay,
        CutBefore,
        CutAfter,
        Limit
    };
    struct Knob
    {
        Trick trick = Trick::Hang;
        QString route;
        int times = 1;
        int delayMs = 0;
        HttpResponse response;
    };
    void addKnob(const Knob &knob) { m_knobs.append(knob); }
    void clearKnobs() { m_knobs.clear(); }
    void setRateLimit(const QString &route, int requests, int perMs);
    void setDateOffset(qint64 ms) { m_dateOffsetMs = ms; }
    void setGlobalRateLimit(int perSecond) { m_limits.setGlobalLimit(perSecond); }

signals:
    void received(const QString &method, const QString &path);

private:
    void serve(const HttpRequest &request, const HttpExchange &exchange);
    HttpResponse process(const HttpRequest &request, const QStringList &segments, const Call &call);
    bool readBody(const HttpRequest &request, Call *call) const;
    void record(const Call &call, int status);
    void answer(const HttpExchange &exchange, const Call &call, HttpResponse response);
    Knob *knobFor(const QString &method, const QStringList &segments);

    const std::function<qint64()> m_utcMs;
    HttpServer m_server;
    Router m_router;
    RouteLimits m_limits;
    QElapsedTimer m_clock;
    QString m_token;
    qint64 m_dateOffsetMs = 0;
    QVector<Knob> m_knobs;
    QVector<QPair<QString, RouteLimits::Limit>> m_ruleLimits;
    QVector<StandInDiscord::Received> m_requests;
    QFile m_recording;
};

} // namespace StandIn

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/standinrest.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QPointer>
#include <QTimer>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace StandIn {

namespace {
constexpr QLatin1StringView ApiPrefix = "/api/v10"_L1;

QByteArray httpDate(qint64 utcMs)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(utcMs, Qt::UTC);
    return QLocale::c().toString(time, u"ddd, dd MMM yyyy HH:mm:ss"_s).toLatin1() + " GMT";
}

int fileNumber(const HttpPart &part)
{
    return part.name.mid(6, part.name.size() - 7).toInt(); // files[n]
}
} // namespace

Rest::Rest(std::function<qint64()> utcMs, QObject *parent)
    : QObject(parent), m_utcMs(std::move(utcMs)),
      m_server([this](const HttpRequest &request, const HttpExchange &exchange) { serve(request, exchange); })
{
    m_clock.start();
    // Tests name a folder, so that what this process and its children receive is held against Discord's own description.
    if (const QString folder = qEnvironmentVariable("TA_RECORDED_REQUESTS"); !folder.isEmpty())
        recordTo(u"%1/%2.jsonl"_s.arg(folder).arg(QCoreApplication::applicationPid()));
}

void Rest::setRefusing(bool on)
{
    m_server.setRefusing(on);
    if (on)
        m_server.resetConnections();
}

void Rest::setRateLimit(const QString &route, int requests, int perMs)
{
    m_ruleLimits.emplaceBack(route, RouteLimits::Limit{requests, perMs});
}

bool Rest::readBody(const HttpRequest &request, Call *call) const
{
    if (request.body.isEmpty())
        return true;
    QByteArray json = request.body;
    const QByteArray type = request.header("content-type");
    if (type.startsWith("multipart/form-data")) {
        const auto parts = HttpServer::multipart(type, request.body);
        if (!parts)
            return false;
        json = "{}";
        for (const HttpPart &part : *parts) {
            if (part.name == "payload_json")
                json = part.data;
            else if (part.name.startsWith("files["))
                call->files.append(part);
        }
        std::sort(call->files.begin(), call->files.end(),
                  [](const HttpPart &a, const HttpPart &b) { return fileNumber(a) < fileNumber(b); });
    } else if (!type.startsWith("application/json")) {
        return false;
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (document.isArray())
        call->body = document.array();
    else
        call->body = document.object();
    return error.error == QJsonParseError::NoError;
}

void Rest::serve(const HttpRequest &request, const HttpExchange &exchange)
{
    const QString target = QString::fromUtf8(request.target);
    Call call;
    call.method = QString::fromLatin1(request.method);
    call.path = target.startsWith(ApiPrefix) ? target.mid(ApiPrefix.size()) : target;
    call.headers = request.headers;
    const qsizetype question = call.path.indexOf(u'?');
    QString path = call.path;
    if (question >= 0) {
        path = call.path.left(question);
        // Fully decoded: timestamps arrive with %3A and %2B.
        for (const auto &[name, value] :
             QUrlQuery(call.path.mid(question + 1)).queryItems(QUrl::FullyDecoded))
            call.query.insert(name, value);
    }
    const QStringList segments = Router::segmentsOf(QUrl::fromPercentEncoding(path.toUtf8()));

    int delayMs = 0;
    bool cutAfter = false;
    if (Knob *const knob = knobFor(call.method, segments)) {
        const Knob used = *knob;
        if (--knob->times <= 0)
            m_knobs.removeIf([](const Knob &k) { return k.times <= 0; });
        switch (used.trick) {
        case Trick::Answer:
            readBody(request, &call);
            return answer(exchange, call, used.response);
        case Trick::Hang:
            readBody(request, &call);
            return record(call, 0);
        case Trick::CutBefore:
            readBody(request, &call);
            record(call, 0);
            return exchange.cut();
        case Trick::CutAfter:
            cutAfter = true;
            break;
        case Trick::Delay:
            delayMs = used.delayMs;
            break;
        case Trick::Limit:
            break;
        }
    }
    HttpResponse response;
    if (!target.startsWith(ApiPrefix)) {
        const Answer unknown = Answer::error(404, 0, u"404: Not Found"_s);
        response = {unknown.status, unknown.headers, unknown.body};
    } else if (!readBody(request, &call)) {
        const Answer bad = Answer::error(400, 50109, u"The request body contains invalid JSON."_s);
        response = {bad.status, bad.headers, bad.body};
    } else {
        response = process(request, segments, call);
    }
    if (cutAfter) {
        record(call, response.status);
        return exchange.cut();
    }
    if (delayMs > 0)
        QTimer::singleShot(delayMs, this,
                           [this, exchange, call, response] { answer(exchange, call, response); });
    else
        answer(exchange, call, response);
}

HttpResponse Rest::process(const HttpRequest &request, const QStringList &segments, const Call &call)
{
    Call routed = call;
    Answer refusal;
    const Router::Route *const route = m_router.find(call.method, segments, &routed.captured, &refusal);
    if (!route)
        return {refusal.status, refusal.headers, refusal.body};
    if (!(route->options & Router::Anonymous)
        && request.header("authorization") != "Bot " + m_token.toUtf8()) {
        refusal = Answer::error(401, 0, u"401: Unauthorized"_s);
        return {refusal.status, refusal.headers, refusal.body};
    }
    const QString bucket = call.method + u' ' + route->pattern;
    for (const auto &[rule, limit] : qAsConst(m_ruleLimits)) {
        if (Router::matches(rule, call.method, segments))
            m_limits.setLimit(bucket, limit);
    }
    const auto verdict =
        m_limits.count(bucket, route->majorParameter(routed.captured),
                       !(route->options & Router::OffGlobalLimit), m_clock.elapsed(), m_utcMs());
    HttpResponse response;
    if (verdict.allowed) {
        Answer given = route->handler(routed);
        response = {given.status, given.headers, given.body};
    } else {
        const Answer limited = Answer::ok(QJsonObject{{u"message"_s, u"You are being rate limited."_s},
                                                      {u"retry_after"_s, verdict.retryAfterSeconds},
                                                      {u"global"_s, verdict.global}},
                                          429);
        response = {limited.status, limited.headers, limited.body};
    }
    response.headers += verdict.headers;
    return response;
}

void Rest::answer(const HttpExchange &exchange, const Call &call, HttpResponse response)
{
    record(call, response.status);
    const auto has = [&response](const QByteArray &name) {
        return std::any_of(response.headers.cbegin(), response.headers.cend(), [&name](const auto &header) {
            return header.first.compare(name, Qt::CaseInsensitive) == 0;
        });
    };
    if (!response.body.isEmpty() && !has("Content-Type"))
        response.headers.emplaceBack("Content-Type", "application/json");
    if (!has("Date"))
        response.headers.emplaceBack("Date", httpDate(m_utcMs() + m_dateOffsetMs));
    if (!has("Via")) // its absence marks an answer that never reached Discord (a ban of the address)
        response.headers.emplaceBack("Via", "1.1 stand-in");
    exchange.respond(response);
}

Rest::Knob *Rest::knobFor(const QString &method, const QStringList &segments)
{
    for (Knob &knob : m_knobs) {
        if (Router::matches(knob.route, method, segments))
            return &knob;
    }
    return nullptr;
}

void Rest::recordTo(const QString &jsonLinesFile)
{
    m_recording.close();
    m_recording.setFileName(jsonLinesFile);
    if (!m_recording.open(QIODevice::WriteOnly | QIODevice::Append))
        qWarning("The stand-in cannot record to %s", qUtf8Printable(jsonLinesFile));
}

void Rest::record(const Call &call, int status)
{
    StandInDiscord::Received entry{call.method, call.path, call.headers, call.body, {}, m_utcMs(), status};
    for (const HttpPart &part : call.files)
        entry.files.insert(QString::fromUtf8(part.fileName), part.data);
    if (m_recording.isOpen()) {
        QJsonObject headers;
        for (auto it = call.headers.begin(); it != call.headers.end(); ++it) {
            const bool secret = it.key() == "authorization";
            // The scheme stays: whoever reads the recording wants to know that a bot's token was there.
            const QString masked = it.value().startsWith("Bot ") ? u"Bot …"_s : u"…"_s;
            headers.insert(QString::fromLatin1(it.key()), secret ? masked : QString::fromUtf8(it.value()));
        }
        const QJsonObject line{
            {u"method"_s, call.method},
            {u"path"_s, call.path},
            {u"headers"_s, headers},
            {u"body"_s, call.body.isUndefined() ? QJsonValue(QJsonValue::Null) : call.body},
            {u"files"_s, QJsonArray::fromStringList(entry.files.keys())},
            {u"status"_s, status}};
        m_recording.write(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n');
        m_recording.flush();
    }
    m_requests.append(entry);
    emit received(call.method, call.path);
}

} // namespace StandIn

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/discord/restattempt.h"

#include "bot/base/logging.h"
#include "bot/discord/useragent.h"

#include <QDateTime>
#include <QHttpMultiPart>
#include <QJsonArray>
#include <QJsonObject>
#include <QLocale>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QStringList>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace Discord {
namespace Attempting {

constexpr int NoProgressMs = 10000; // N-04; a drip resets it, hence the deadline of our own
constexpr qint64 ReadBuffer = 1024 * 1024;
constexpr qsizetype LongestReason = 512;
constexpr qsizetype MostFieldPaths = 10;

// "Sun, 22 Nov 2026 14:04:00 GMT"; 0 for anything else.
UtcMs httpDateMs(const QByteArray &header)
{
    QDateTime date =
        QLocale::c().toDateTime(QString::fromLatin1(header), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
    date.setTimeSpec(Qt::UTC);
    return date.isValid() ? date.toMSecsSinceEpoch() : 0;
}

// Whole characters of at most 512 bytes once encoded (N-01).
QByteArray reasonHeader(QString reason)
{
    QByteArray encoded = QUrl::toPercentEncoding(reason, " ");
    while (encoded.size() > LongestReason) {
        reason = cutTo(reason, codePoints(reason) - 2);
        encoded = QUrl::toPercentEncoding(reason, " ");
    }
    return encoded;
}

QNetworkRequest messageFor(const QUrl &apiBase, const QByteArray &token, const Request &request)
{
    // The path is encoded already; QUrl::setPath() would encode it a second time.
    QNetworkRequest message(QUrl::fromEncoded(
        apiBase.toEncoded(QUrl::StripTrailingSlash) + request.path.toLatin1(), QUrl::StrictMode));
    message.setRawHeader("User-Agent"_ba, userAgent());
    if (request.authorised)
        message.setRawHeader("Authorization"_ba, "Bot " + token);
    if (!request.auditReason.isEmpty() && request.method != "GET")
        message.setRawHeader("X-Audit-Log-Reason"_ba, reasonHeader(request.auditReason));

    // Qt follows redirects by default and takes the Authorization header along (N-02).
    message.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    // Over HTTP/2 Qt 6.4 stalls some 44 ms on every body (Nagle with delayed acknowledgements).
    message.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    message.setAttribute(QNetworkRequest::HttpPipeliningAllowedAttribute, false);
    message.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    message.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    message.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    message.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    message.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    message.setTransferTimeout(NoProgressMs);
    return message;
}

QHttpPart formPart(const QString &disposition, const QByteArray &contentType, const QByteArray &body)
{
    QHttpPart part;
    part.setHeader(QNetworkRequest::ContentDispositionHeader, u"form-data; "_s + disposition);
    part.setRawHeader("Content-Type"_ba, contentType);
    part.setBody(body);
    return part;
}

QHttpMultiPart *multipart(const Request &request)
{
    auto *form = new QHttpMultiPart(QHttpMultiPart::FormDataType);
    form->append(formPart(u"name=\"payload_json\""_s, "application/json"_ba,
                          request.body.toJson(QJsonDocument::Compact)));
    int number = 0;
    for (const Attachment &attachment : request.attachments.mid(0, 10)) {
        form->append(formPart(
            u"name=\"files[%1]\"; filename=\"%2\""_s.arg(number++).arg(attachmentName(attachment.fileName)),
            attachment.contentType.isEmpty() ? "application/octet-stream"_ba : attachment.contentType,
            attachment.data));
    }
    return form;
}

// A name out of Discord's schemas or one of its codes; anything else may be something we sent, echoed.
QString schemaWord(const QString &word)
{
    const auto plain = [](QChar c) { return c == u'_' || (c.unicode() < 0x80 && c.isLetterOrNumber()); };
    return word.size() <= 40 && std::all_of(word.begin(), word.end(), plain) ? word : u"?"_s;
}

// {"embeds":{"0":{"title":{"_errors":[{"code":"TOO_LONG", ...}]}}}} -> "embeds.0.title TOO_LONG". The
// messages beside the codes are left out: they quote values.
void collectFieldPaths(const QJsonObject &errors, const QString &path, QStringList &found, int depth = 0)
{
    for (auto it = errors.begin(); it != errors.end() && found.size() < MostFieldPaths && depth < 16; ++it) {
        if (it.key() == "_errors"_L1) {
            const QString code = it.value().toArray().first().toObject().value("code"_L1).toString();
            found.append(path + u' ' + schemaWord(code));
        } else {
            const QString step = schemaWord(it.key());
            collectFieldPaths(it.value().toObject(), path.isEmpty() ? step : path + u'.' + step, found,
                              depth + 1);
        }
    }
}

QString refusalDetail(const QJsonObject &body)
{
    QStringList found;
    collectFieldPaths(body.value("errors"_L1).toObject(), {}, found);
    return found.join(u", "_s);
}

} // namespace Attempting

RestAttempt::RestAttempt(QNetworkAccessManager *network, const QUrl &apiBase, const QByteArray &token,
                         const Request &request, qint64 deadlineMs, QObject *parent)
    : QObject(parent), m_get(request.method == "GET")
{
    send(network, Attempting::messageFor(apiBase, token, request), request);
    m_reply->setReadBufferSize(Attempting::ReadBuffer);
    connect(m_reply, &QNetworkReply::requestSent, this, [this] { m_somethingSent = true; });
    connect(m_reply, &QNetworkReply::uploadProgress, this,
            [this](qint64 sent) { m_somethingSent |= sent > 0; });
    connect(m_reply, &QNetworkReply::readyRead, this, &RestAttempt::readAvailable);
    connect(m_reply, &QNetworkReply::finished, this, &RestAttempt::finish);
    m_deadline.setSingleShot(true);
    m_deadline.setTimerType(Qt::PreciseTimer);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        giveUp(m_somethingSent ? Transport::Lost : Transport::NotSent, u"no answer in time"_s);
    });
    m_deadline.start(std::chrono::milliseconds(deadlineMs));
}

RestAttempt::~RestAttempt()
{
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater();
}

void RestAttempt::send(QNetworkAccessManager *network, const QNetworkRequest &plain, const Request &request)
{
    if (!request.attachments.isEmpty()) {
        QHttpMultiPart *form = Attempting::multipart(request);
        m_reply = network->sendCustomRequest(plain, request.method, form);
        form->setParent(m_reply);
        return;
    }
    if (request.body.isNull()) {
        // GET as GET: sent as a custom verb, Qt would not treat it as safe to repeat.
        m_reply = m_get ? network->get(plain) : network->sendCustomRequest(plain, request.method);
        return;
    }
    QNetworkRequest message = plain;
    message.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    m_reply =
        network->sendCustomRequest(message, request.method, request.body.toJson(QJsonDocument::Compact));
}

void RestAttempt::readAvailable()
{
    m_somethingSent = true;
    if (!m_reply->isOpen()) // closed by an abort
        return;
    m_body += m_reply->readAll();
    if (m_body.size() > LargestBody)
        giveUp(Transport::Broken, u"the answer is larger than 8 MiB"_s);
}

void RestAttempt::giveUp(Transport transport, const QString &why)
{
    if (m_givenUp || !m_reply)
        return;
    m_givenUp = transport;
    m_why = why;
    m_reply->abort(); // emits finished()
}

Transport RestAttempt::transportOf() const
{
    if (m_givenUp)
        return *m_givenUp;
    switch (m_reply->error()) {
    case QNetworkReply::SslHandshakeFailedError:
        return Transport::Broken;
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return Transport::NotSent;
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::TimeoutError:
    case QNetworkReply::OperationCanceledError: // Qt's own transfer timeout
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::UnknownProxyError:
    case QNetworkReply::UnknownNetworkError:
        return m_somethingSent ? Transport::Lost : Transport::NotSent;
    case QNetworkReply::ProtocolFailure: // not HTTP at all, or a body that does not decode
        return Transport::Broken;
    default:
        // The errors that only repeat the HTTP status.
        if (m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() > 0)
            return Transport::Answered;
        return m_somethingSent ? Transport::Lost : Transport::NotSent;
    }
}

void RestAttempt::finish()
{
    m_deadline.stop();
    if (!m_givenUp && m_reply->isOpen()) {
        m_body += m_reply->readAll();
        if (m_body.size() > LargestBody) {
            m_givenUp = Transport::Broken;
            m_why = u"the answer is larger than 8 MiB"_s;
        }
    }
    AttemptResult result;
    result.facts.transport = transportOf();
    result.facts.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (result.facts.transport == Transport::Answered) {
        result.json = QJsonDocument::fromJson(m_body);
        result.serverMs = Attempting::httpDateMs(m_reply->rawHeader("Date"_ba));
        const int status = result.facts.status;
        result.facts.readable = !result.json.isNull() || status == 204 || (m_body.isEmpty() && !m_get);
        if (status >= 400 || status == 202)
            result.facts.discordCode = result.json.object().value("code"_L1).toInt();
        if (status >= 400)
            result.detail = Attempting::refusalDetail(result.json.object());
    } else {
        // Qt likes to name the URL, and that of an interaction holds its token.
        result.detail = m_why.isEmpty() ? cleaned(redact(m_reply->errorString()), 200) : m_why;
    }
    // A cut answer may still have brought headers that count, but a 429 without its body cannot be told from
    // a ban.
    const bool whole =
        result.facts.transport == Transport::Answered || result.facts.transport == Transport::Broken;
    const int counted = whole ? result.facts.status : 0;
    result.limits = LimitInfo::read(
        counted, [this](const char *name) { return m_reply->rawHeader(name); }, result.json);
    m_reply->disconnect(this);
    m_reply->deleteLater();
    m_reply.clear();
    emit finished(result);
}

} // namespace Discord

#include "moc_restattempt.cpp"

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/httpserver.h"

namespace {

constexpr qsizetype HeaderLimit = 64 * 1024;
constexpr qsizetype BodyLimit = 32 * 1024 * 1024;

QByteArray reasonPhrase(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 204:
        return "No Content";
    case 302:
        return "Found";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 413:
        return "Payload Too Large";
    case 429:
        return "Too Many Requests";
    case 500:
        return "Internal Server Error";
    case 502:
        return "Bad Gateway";
    case 503:
        return "Service Unavailable";
    default:
        return "Status";
    }
}

// The value of `name="..."` or `name=...` in a header such as Content-Disposition.
QByteArray headerParameter(const QByteArray &header, const QByteArray &name)
{
    qsizetype at = 0;
    while ((at = header.indexOf(name + '=', at)) >= 0) {
        const bool startsWord = at == 0 || header.at(at - 1) == ' ' || header.at(at - 1) == ';';
        at += name.size() + 1;
        if (!startsWord)
            continue;
        if (at < header.size() && header.at(at) == '"') {
            const qsizetype end = header.indexOf('"', at + 1);
            return end < 0 ? QByteArray() : header.mid(at + 1, end - at - 1);
        }
        const qsizetype end = header.indexOf(';', at);
        return header.mid(at, end < 0 ? -1 : end - at).trimmed();
    }
    return {};
}

QHash<QByteArray, QByteArray> headerLines(const QByteArray &block)
{
    QHash<QByteArray, QByteArray> headers;
    for (const QByteArray &line : block.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            headers.insert(line.left(colon).trimmed().toLower(), line.mid(colon + 1).trimmed());
    }
    return headers;
}

} // namespace

// One TCP connection: collects bytes, hands out one request at a time, writes its answer.
class HttpConnection : public QObject
{
public:
    HttpConnection(QTcpSocket *socket, const HttpServer::Handler &handler, QObject *parent)
        : QObject(parent), m_socket(socket), m_handler(handler)
    {
        socket->setParent(this);
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        connect(socket, &QTcpSocket::readyRead, this, [this] {
            m_buffer += m_socket->readAll();
            serve();
        });
        connect(socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
    }

    void respond(quint64 number, const HttpResponse &response)
    {
        if (number != m_answering)
            return;
        m_answering = 0;
        QByteArray out =
            "HTTP/1.1 " + QByteArray::number(response.status) + ' ' + reasonPhrase(response.status) + "\r\n";
        for (const auto &[name, value] : response.headers)
            out += name + ": " + value + "\r\n";
        if (response.status != 204)
            out += "Content-Length: " + QByteArray::number(response.body.size()) + "\r\n";
        out += m_closing ? "Connection: close\r\n\r\n" : "Connection: keep-alive\r\n\r\n";
        if (response.status != 204)
            out += response.body;
        m_socket->write(out);
        if (m_closing)
            m_socket->disconnectFromHost();
        else // not from inside the handler, so that a pipelining client cannot make us recurse
            QMetaObject::invokeMethod(
                this, [this] { serve(); }, Qt::QueuedConnection);
    }

    void cut(quint64 number)
    {
        if (number == m_answering)
            reset();
    }

    void reset()
    {
        m_answering = 0;
        LoopbackServer::reset(m_socket);
    }

private:
    void serve()
    {
        if (m_answering != 0 || m_closing)
            return;
        if (m_buffer.startsWith("\r\n"))
            m_buffer.remove(0, 2);
        const qsizetype headEnd = m_buffer.indexOf("\r\n\r\n");
        if (headEnd < 0) {
            if (m_buffer.size() > HeaderLimit)
                refuse(400);
            return;
        }
        HttpRequest request;
        const QByteArray head = m_buffer.left(headEnd);
        const qsizetype lineEnd = head.indexOf("\r\n");
        const QList<QByteArray> words = (lineEnd < 0 ? head : head.left(lineEnd)).split(' ');
        if (words.size() != 3 || !words.at(2).startsWith("HTTP/1."))
            return refuse(400);
        request.method = words.at(0);
        request.target = words.at(1);
        request.headers = headerLines(lineEnd < 0 ? QByteArray() : head.mid(lineEnd + 2));

        const qsizetype bodyStart = headEnd + 4;
        qsizetype end = bodyStart;
        if (request.header("transfer-encoding").toLower().contains("chunked")) {
            const auto chunked = readChunks(bodyStart);
            if (!chunked)
                return;
            request.body = chunked->first;
            end = chunked->second;
        } else {
            const qint64 length = request.header("content-length").toLongLong();
            if (length > BodyLimit)
                return refuse(413);
            continueIfAsked(request);
            if (m_buffer.size() - bodyStart < length)
                return;
            request.body = m_buffer.mid(bodyStart, length);
            end = bodyStart + length;
        }
        m_buffer.remove(0, end);
        m_continued = false;
        m_closing = request.header("connection").toLower() == "close";
        m_answering = ++m_served;
        HttpExchange exchange;
        exchange.m_connection = this;
        exchange.m_number = m_answering;
        m_handler(request, exchange);
    }

    // The joined body and where it ends; nothing while chunks are missing.
    std::optional<QPair<QByteArray, qsizetype>> readChunks(qsizetype at)
    {
        QByteArray body;
        while (true) {
            const qsizetype lineEnd = m_buffer.indexOf("\r\n", at);
            if (lineEnd < 0)
                return {};
            bool ok = false;
            const qsizetype size =
                m_buffer.mid(at, lineEnd - at).split(';').first().trimmed().toLongLong(&ok, 16);
            if (!ok || size < 0 || body.size() + size > BodyLimit) {
                refuse(413);
                return {};
            }
            at = lineEnd + 2;
            if (size == 0) {
                const qsizetype trailerEnd = m_buffer.indexOf("\r\n", at);
                if (trailerEnd < 0)
                    return {};
                return QPair{body, trailerEnd + 2};
            }
            if (m_buffer.size() < at + size + 2)
                return {};
            body += m_buffer.mid(at, size);
            at += size + 2;
        }
    }

    void continueIfAsked(const HttpRequest &request)
    {
        if (m_continued || request.header("expect").toLower() != "100-continue")
            return;
        m_continued = true;
        m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
    }

    void refuse(int status)
    {
        m_closing = true;
        m_answering = ++m_served;
        respond(m_answering, HttpResponse{status, {}, {}});
    }

    QTcpSocket *const m_socket;
    const HttpServer::Handler &m_handler;
    QByteArray m_buffer;
    quint64 m_served = 0;
    quint64 m_answering = 0; // number of the request in work; 0 = none
    bool m_closing = false;
    bool m_continued = false;
};

void HttpExchange::respond(const HttpResponse &response) const
{
    if (m_connection)
        m_connection->respond(m_number, response);
}

void HttpExchange::cut() const
{
    if (m_connection)
        m_connection->cut(m_number);
}

HttpServer::HttpServer(Handler handler, QObject *parent) : QObject(parent), m_handler(std::move(handler))
{
    connect(&m_listener, &QTcpServer::newConnection, this, &HttpServer::accept);
}

HttpServer::~HttpServer()
{
    // Before m_handler, which they refer to.
    for (const auto &connection : qAsConst(m_connections))
        delete connection.data();
}

bool HttpServer::listen(quint16 port)
{
    return m_listener.start(port);
}
void HttpServer::setRefusing(bool on)
{
    m_listener.setRefusing(on);
}

void HttpServer::resetConnections()
{
    const auto connections = m_connections;
    for (const auto &connection : connections) {
        if (connection)
            connection->reset();
    }
}

void HttpServer::accept()
{
    m_connections.removeIf([](const QPointer<HttpConnection> &connection) { return connection.isNull(); });
    while (QTcpSocket *socket = m_listener.nextPendingConnection())
        m_connections.append(new HttpConnection(socket, m_handler, this));
}

std::optional<QVector<HttpPart>> HttpServer::multipart(const QByteArray &contentType, const QByteArray &body)
{
    if (!contentType.toLower().startsWith("multipart/form-data"))
        return {};
    const QByteArray boundary = headerParameter(contentType, "boundary");
    if (boundary.isEmpty())
        return {};
    const QByteArray marker = "\r\n--" + boundary;
    const QByteArray text = "\r\n" + body; // so that the first boundary looks like the others
    QVector<HttpPart> parts;
    qsizetype at = text.indexOf(marker);
    while (at >= 0) {
        at += marker.size();
        if (text.mid(at, 2) == "--")
            return parts;
        const qsizetype headEnd = text.indexOf("\r\n\r\n", at);
        const qsizetype next = headEnd < 0 ? -1 : text.indexOf(marker, headEnd + 2);
        if (next < 0)
            return {};
        const auto headers = headerLines(text.mid(at, headEnd - at));
        HttpPart part;
        const QByteArray disposition = headers.value("content-disposition");
        part.name = headerParameter(disposition, "name");
        part.fileName = headerParameter(disposition, "filename");
        part.contentType = headers.value("content-type");
        part.data = text.mid(headEnd + 4, qMax<qsizetype>(0, next - headEnd - 4));
        parts.append(part);
        at = next;
    }
    return {};
}

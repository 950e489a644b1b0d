// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/httpserver.h"

#include <QHash>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>
#include <QStringList>
#include <QVector>

#include <functional>

// Which function answers which REST request, and the shapes of calls, answers and Discord's errors.
namespace StandIn {

struct Call
{
    QString method;
    QString path; // below the API base, with query
    QHash<QString, QString> query; // decoded
    QStringList captured; // the {…} segments, in order
    QHash<QByteArray, QByteArray> headers;
    QJsonValue body; // payload_json of a multipart request
    QVector<HttpPart> files; // parts named files[n], in order of n

    quint64 id(int index) const { return captured.value(index).toULongLong(); }
    QString text(int index) const { return captured.value(index); }
    quint64 queryId(const QString &name) const { return query.value(name).toULongLong(); }
    QJsonObject object() const { return body.toObject(); }
};

struct Answer
{
    int status = 200;
    QByteArray body;
    QVector<QPair<QByteArray, QByteArray>> headers;

    static Answer ok(const QJsonValue &json, int status = 200);
    static Answer noContent();
    static Answer error(int status, int code, const QString &message);
    static Answer invalidForm(const QJsonObject &errors); // 50035
    static Answer unknown(int code, const QString &what)
    {
        return error(404, code, QStringLiteral("Unknown ") + what);
    }
    static Answer missingAccess();
    static Answer missingPermissions();
};

// A limit given in the query: its value, or 0 and an answer to give instead.
int queryLimit(const Call &call, int standard, int least, int most, Answer *refusal);

class Router
{
public:
    using Handler = std::function<Answer(const Call &)>;

    enum Option
    {
        Plain = 0,
        Anonymous = 1, // needs no Authorization: the token is in the path, or there is none
        OffGlobalLimit = 2, // interaction endpoints
    };

    // "{name}" captures one segment; ids must be numeric, "{token}" may be anything. The first match wins.
    void add(const QString &method, const QString &pattern, int options, Handler handler);

    struct Route
    {
        QString method;
        QString pattern;
        QStringList segments;
        int options = Plain;
        Handler handler;
        QString majorParameter(const QStringList &captured) const; // rate limits count per top-level resource
    };
    // What fits; otherwise nothing and the error to answer.
    const Route *find(const QString &method, const QStringList &segments, QStringList *captured,
                      Answer *error) const;

    // "POST /channels/*/messages" against a method and path; "*" is one segment or any method, "**" all that
    // follow.
    static bool matches(const QString &rule, const QString &method, const QStringList &segments);
    static QStringList segmentsOf(const QString &path);

private:
    QVector<Route> m_routes;
};

} // namespace StandIn

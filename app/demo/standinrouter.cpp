// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/standinrouter.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace StandIn {

Answer Answer::ok(const QJsonValue &json, int status)
{
    const QJsonDocument document =
        json.isArray() ? QJsonDocument(json.toArray()) : QJsonDocument(json.toObject());
    return {status, document.toJson(QJsonDocument::Compact), {}};
}

Answer Answer::noContent()
{
    return {204, {}, {}};
}

Answer Answer::error(int status, int code, const QString &message)
{
    return ok(QJsonObject{{u"message"_s, message}, {u"code"_s, code}}, status);
}

Answer Answer::invalidForm(const QJsonObject &errors)
{
    return ok(QJsonObject{{u"message"_s, u"Invalid Form Body"_s}, {u"code"_s, 50035}, {u"errors"_s, errors}},
              400);
}

Answer Answer::missingAccess()
{
    return error(403, 50001, u"Missing Access"_s);
}
Answer Answer::missingPermissions()
{
    return error(403, 50013, u"Missing Permissions"_s);
}

int queryLimit(const Call &call, int standard, int least, int most, Answer *refusal)
{
    if (!call.query.contains(u"limit"_s))
        return standard;
    bool ok = false;
    const int limit = call.query.value(u"limit"_s).toInt(&ok);
    if (ok && limit >= least && limit <= most)
        return limit;
    const QString text = ok ? u"int value should be between %1 and %2."_s.arg(least).arg(most)
                            : u"Value \"%1\" is not int."_s.arg(call.query.value(u"limit"_s));
    const QJsonObject error{{u"code"_s, ok ? u"NUMBER_TYPE_MAX"_s : u"NUMBER_TYPE_COERCE"_s},
                            {u"message"_s, text}};
    *refusal = Answer::invalidForm({{u"limit"_s, QJsonObject{{u"_errors"_s, QJsonArray{error}}}}});
    return 0;
}

QStringList Router::segmentsOf(const QString &path)
{
    return path.split(u'/', Qt::SkipEmptyParts);
}

void Router::add(const QString &method, const QString &pattern, int options, Handler handler)
{
    m_routes.append(Route{method, pattern, segmentsOf(pattern), options, std::move(handler)});
}

QString Router::Route::majorParameter(const QStringList &captured) const
{
    const QString &top = segments.value(0);
    if (top != "channels"_L1 && top != "guilds"_L1 && top != "webhooks"_L1 && top != "interactions"_L1)
        return {};
    // Webhooks count by id and token together.
    return segments.value(2) == "{token}"_L1 ? captured.mid(0, 2).join(u'/') : captured.value(0);
}

const Router::Route *Router::find(const QString &method, const QStringList &segments, QStringList *captured,
                                  Answer *error) const
{
    bool pathKnown = false;
    for (const Route &route : m_routes) {
        if (route.segments.size() != segments.size())
            continue;
        captured->clear();
        QString badId;
        bool fits = true;
        for (qsizetype i = 0; fits && i < segments.size(); ++i) {
            const QString &expected = route.segments.at(i);
            if (!expected.startsWith(u'{')) {
                fits = expected == segments.at(i);
                continue;
            }
            captured->append(segments.at(i));
            bool number = false;
            segments.at(i).toULongLong(&number);
            if (!number && expected != "{token}"_L1)
                badId = expected.mid(1, expected.size() - 2);
        }
        if (!fits)
            continue;
        pathKnown = true;
        if (route.method != method)
            continue;
        if (badId.isEmpty())
            return &route;
        const QJsonObject detail{{u"code"_s, u"NUMBER_TYPE_COERCE"_s},
                                 {u"message"_s, u"Value \"%1\" is not snowflake."_s.arg(captured->last())}};
        *error = Answer::invalidForm({{badId + "_id"_L1, QJsonObject{{u"_errors"_s, QJsonArray{detail}}}}});
        return nullptr;
    }
    *error = pathKnown ? Answer::error(405, 0, u"405: Method Not Allowed"_s)
                       : Answer::error(404, 0, u"404: Not Found"_s);
    return nullptr;
}

bool Router::matches(const QString &rule, const QString &method, const QStringList &segments)
{
    const QString wantedMethod = rule.section(u' ', 0, 0);
    if (wantedMethod != "*"_L1 && wantedMethod != method)
        return false;
    const QStringList wanted = segmentsOf(rule.section(u' ', 1).section(u'?', 0, 0));
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        if (wanted.at(i) == "**"_L1)
            return true;
        if (i >= segments.size() || (wanted.at(i) != "*"_L1 && wanted.at(i) != segments.at(i)))
            return false;
    }
    return wanted.size() == segments.size();
}

} // namespace StandIn

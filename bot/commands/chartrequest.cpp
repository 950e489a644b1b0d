// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/commands/chartrequest.h"

#include "bot/base/language.h"

#include <QJsonArray>

#include <array>

using namespace Qt::Literals::StringLiterals;

static QJsonValue chartNumber(const std::optional<double> &value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

QJsonObject chartRequest(ViewId::View view, const QVector<Bucket> &buckets, BucketSize size, Window window,
                         const QByteArray &zone, const Language &language)
{
    static constexpr std::array Kinds{"list", "volume", "response", "hours"};
    static constexpr std::array Sizes{"hour", "day", "week", "month"};
    QJsonArray rows;
    for (const Bucket &bucket : buckets)
        rows.append(QJsonObject{{u"from"_s, bucket.fromMs},
                                {u"to"_s, bucket.toMs},
                                {u"opened"_s, bucket.opened},
                                {u"closed"_s, bucket.closed},
                                {u"openAtEnd"_s, bucket.openAtEnd},
                                {u"firstResponseMedian"_s, chartNumber(bucket.firstResponse.median)},
                                {u"firstResponseP90"_s, chartNumber(bucket.firstResponse.p90)},
                                {u"firstResponses"_s, bucket.firstResponse.n},
                                {u"observed"_s, bucket.observed},
                                {u"partial"_s, bucket.partial}});
    return {{u"kind"_s, QLatin1String(Kinds[size_t(view)])},
            {u"bucket"_s, QLatin1String(Sizes[size_t(size)])},
            {u"from"_s, window.fromMs},
            {u"to"_s, window.toMs},
            {u"zone"_s, QString::fromLatin1(zone)},
            {u"language"_s, language.locale().name()},
            {u"buckets"_s, rows}};
}

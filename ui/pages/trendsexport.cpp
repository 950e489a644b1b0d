// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/trendsexport.h"

#include "bot/base/csv.h"
#include "bot/base/format.h"
#include "bot/commands/ticketexport.h"
#include "ui/widgets/chartview.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>
#include <QSaveFile>
#include <QSet>
#include <QThreadPool>
#include <QTimer>

#include <cmath>

using namespace Qt::Literals::StringLiterals;
using namespace TrendsFigures;

namespace {

struct TrendsExportTr
{
    Q_DECLARE_TR_FUNCTIONS(TrendsExport)
};

// One number of the page.
struct ExportedNumber
{
    QString chart, place, series, unit;
    UtcMs fromMs = 0, toMs = 0; // buckets of time; else 0
    double value = 0; // durations in seconds; NaN = not measured
};

QString zonedIso(UtcMs at, const QTimeZone &zone)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(at, zone);
    return time.toOffsetFromUtc(time.offsetFromUtc()).toString(Qt::ISODate);
}

void addChart(QVector<ExportedNumber> &numbers, const ChartSpec &spec)
{
    const bool named = !spec.pointNames.isEmpty();
    for (int i = 0; i < spec.points.size(); ++i) {
        ExportedNumber number;
        number.chart = spec.title;
        number.place = chartPointText(spec, i);
        if (!named) {
            number.fromMs = spec.points[i].fromMs;
            number.toMs = spec.points[i].toMs;
        }
        for (const ChartSpec::Series &series : spec.series) {
            number.series = series.name;
            number.unit = spec.durations ? TrendsExportTr::tr("seconds") : spec.unit;
            number.value = series.values.value(i, std::nan("")) / (spec.durations ? SecondMs : 1);
            numbers.append(number);
        }
        for (const ChartSpec::Column &column : spec.columns) {
            const bool duration = column.kind == ChartSpec::Column::Kind::Duration;
            number.series = column.name;
            number.unit = duration ? TrendsExportTr::tr("seconds") : column.unit;
            number.value = column.values.value(i, std::nan("")) / (duration ? SecondMs : 1);
            numbers.append(number);
        }
    }
}

void addHeatmap(QVector<ExportedNumber> &numbers, const HeatSpec &spec)
{
    for (int r = 0; r < spec.rows.size(); ++r) {
        for (int c = 0; c < spec.columns.size(); ++c) {
            ExportedNumber number;
            number.chart = spec.title;
            number.place = cellName(spec, r, c);
            const auto kind = spec.rows[r].kind;
            number.series = r == 0                      ? spec.rows[r].name
                : kind == HeatSpec::Kind::Minutes       ? TrendsExportTr::tr("First response, median")
                : spec.unit == HeatSpec::Unit::Messages ? TrendsExportTr::tr("Staff replies")
                                                        : TrendsExportTr::tr("Opened");
            number.unit = r == 0                        ? TrendsExportTr::tr("people, mean")
                : kind == HeatSpec::Kind::Minutes       ? TrendsExportTr::tr("seconds")
                : spec.unit == HeatSpec::Unit::Messages ? TrendsExportTr::tr("messages")
                                                        : TrendsExportTr::tr("tickets");
            number.value =
                spec.rows[r].values.value(c, std::nan("")) / (kind == HeatSpec::Kind::Minutes ? SecondMs : 1);
            numbers.append(number);
        }
    }
}

QVector<ExportedNumber> numbersOf(const TrendsAnswer &answer, const View &view)
{
    QVector<ExportedNumber> numbers;
    for (int i = 0; i < ChartCount; ++i) {
        if (i == Staff && view.staffHidden)
            continue;
        if (i == Arrivals)
            addHeatmap(numbers, heatmap(answer, view));
        else
            addChart(numbers, chart(Chart(i), answer, view));
    }
    return numbers;
}

QString saved(const QString &path)
{
    return TrendsExportTr::tr("Saved %1 in %2")
        .arg(QFileInfo(path).fileName(), QDir::toNativeSeparators(QFileInfo(path).absolutePath()));
}

// In a worker thread: the sentence, and whether it went well.
std::pair<QString, bool> writeExport(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return {TrendsExportTr::tr("%1 could not be saved: %2")
                    .arg(QFileInfo(path).fileName(), file.errorString()),
                false};
    return {saved(path), true};
}

constexpr const char *PictureNames[] = {"1-opened-closed", "2-backlog",    "3-first-response", "4-resolution",
                                        "5-arrivals",      "6-categories", "7-staff",          "8-messages"};

} // namespace

QString TrendsExport::kindTitle(Kind kind)
{
    switch (kind) {
    case Kind::Report:
        return TrendsExportTr::tr("Report (PDF)");
    case Kind::Pictures:
        return TrendsExportTr::tr("Pictures of all charts (PNG)");
    case Kind::TicketsCsv:
        return TrendsExportTr::tr("Tickets of the period (CSV)");
    case Kind::TicketsJson:
        return TrendsExportTr::tr("Tickets of the period (JSON)");
    case Kind::NumbersCsv:
        return TrendsExportTr::tr("Numbers of this page (CSV)");
    case Kind::NumbersJson:
        return TrendsExportTr::tr("Numbers of this page (JSON)");
    }
    return {};
}

QString TrendsExport::kindContents(Kind kind, const TrendsAnswer &a)
{
    const QString what = TrendsExportTr::tr("%1, %2", "category, period")
                             .arg(a.question.categoryName, a.question.range.title(a.question.context));
    switch (kind) {
    case Kind::Report:
        return TrendsExportTr::tr("All charts and figures with what they mean: %1.").arg(what);
    case Kind::Pictures:
        return TrendsExportTr::tr("A folder with one picture for each chart: %1.").arg(what);
    case Kind::TicketsCsv:
    case Kind::TicketsJson:
        return TrendsExportTr::tr("One entry for each of %n ticket(s) opened: %1.", nullptr, a.now.opened)
            .arg(what);
    case Kind::NumbersCsv:
    case Kind::NumbersJson:
        return TrendsExportTr::tr("Every number of every chart: %1.").arg(what);
    }
    return {};
}

QString TrendsExport::suffix(Kind kind)
{
    switch (kind) {
    case Kind::Report:
        return u"pdf"_s;
    case Kind::Pictures:
        return {};
    case Kind::TicketsCsv:
    case Kind::NumbersCsv:
        return u"csv"_s;
    case Kind::TicketsJson:
    case Kind::NumbersJson:
        return u"json"_s;
    }
    return {};
}

TrendsAnswer TrendsExport::withInitials(TrendsAnswer answer)
{
    // In the order of the answer, so that the same person has the same initials in every file of it.
    QSet<QString> used;
    for (const StaffNumbers &person : answer.now.byStaff) {
        const QString initials = initialsOf(answer.names.value(person.user));
        QString unique = initials;
        for (int i = 2; used.contains(unique); ++i)
            unique = u"%1 %2"_s.arg(initials).arg(i);
        used.insert(unique);
        answer.names.insert(person.user, unique);
    }
    return answer;
}

QByteArray TrendsExport::numbersCsv(const TrendsAnswer &answer, const View &view)
{
    const QTimeZone &zone = answer.question.context.zone;
    CsvWriter csv;
    for (const QString &name :
         {TrendsExportTr::tr("Chart"), TrendsExportTr::tr("Place"), TrendsExportTr::tr("From"),
          TrendsExportTr::tr("To"), TrendsExportTr::tr("Series"), TrendsExportTr::tr("Value"),
          TrendsExportTr::tr("Unit")})
        csv.text(name);
    csv.endRow();
    const auto numbers = numbersOf(answer, view);
    for (const ExportedNumber &number : numbers) {
        csv.text(number.chart).text(number.place);
        if (number.toMs > 0)
            csv.text(zonedIso(number.fromMs, zone)).text(zonedIso(number.toMs, zone));
        else
            csv.empty().empty();
        csv.text(number.series);
        if (std::isnan(number.value))
            csv.empty();
        else if (number.value == std::floor(number.value))
            csv.number(qint64(number.value));
        else
            csv.number(number.value, 3);
        csv.text(number.unit);
        csv.endRow();
    }
    return csv.bytes();
}

QByteArray TrendsExport::numbersJson(const TrendsAnswer &answer, const View &view)
{
    const QTimeZone &zone = answer.question.context.zone;
    QJsonArray values;
    const auto numbers = numbersOf(answer, view);
    for (const ExportedNumber &number : numbers) {
        QJsonObject one{{u"chart"_s, number.chart},
                        {u"place"_s, number.place},
                        {u"series"_s, number.series},
                        {u"unit"_s, number.unit},
                        {u"value"_s, std::isnan(number.value) ? QJsonValue() : QJsonValue(number.value)}};
        if (number.toMs > 0) {
            one.insert(u"from"_s, zonedIso(number.fromMs, zone));
            one.insert(u"to"_s, zonedIso(number.toMs, zone));
        }
        values.append(one);
    }
    const QJsonObject all{
        {u"server"_s, answer.question.serverName},     {u"server_id"_s, answer.question.server.toString()},
        {u"category"_s, answer.question.categoryName}, {u"from"_s, zonedIso(answer.window.fromMs, zone)},
        {u"to"_s, zonedIso(answer.window.toMs, zone)}, {u"zone"_s, QString::fromLatin1(zone.id())},
        {u"observed"_s, answer.now.observed},          {u"values"_s, values}};
    return QJsonDocument(all).toJson();
}

// -- in the background -------------------------------------------------------------------------------------------------

TrendsExporter::TrendsExporter(Storage &storage, TrendsAnswer answer, View view, QObject *parent)
    : QObject(parent), m_storage(storage), m_answer(std::move(answer)), m_view(view)
{ }

void TrendsExporter::start(TrendsExport::Kind kind, const QString &path, bool initials)
{
    using TrendsExport::Kind;
    m_path = path;
    const TrendsAnswer shown = m_answer;
    if (initials)
        m_answer = TrendsExport::withInitials(m_answer);
    switch (kind) {
    case Kind::Report:
        m_report = std::make_unique<TrendsExport::Report>(m_answer, m_view);
        drawReport();
        break;
    case Kind::Pictures:
        if (!QDir().mkpath(path))
            return end(
                TrendsExportTr::tr("The folder %1 could not be made.").arg(QDir::toNativeSeparators(path)),
                false);
        drawPicture();
        break;
    case Kind::TicketsCsv:
    case Kind::TicketsJson: {
        const TicketExport what{shown.question.server, shown.question.category, shown.window,
                                kind == Kind::TicketsJson, initials};
        m_storage.browse(
            this, [what](const Reader &reader) { return exportTickets(reader, what); },
            [this](const QByteArray &bytes) { write(bytes); });
        break;
    }
    case Kind::NumbersCsv:
        write(TrendsExport::numbersCsv(m_answer, m_view));
        break;
    case Kind::NumbersJson:
        write(TrendsExport::numbersJson(m_answer, m_view));
        break;
    }
}

void TrendsExporter::drawReport()
{
    if (m_report->step())
        QTimer::singleShot(0, this, &TrendsExporter::drawReport);
    else
        write(m_report->pdf());
}

void TrendsExporter::drawPicture()
{
    if (m_next == Staff && m_view.staffHidden)
        ++m_next;
    if (m_next == ChartCount)
        return end(TrendsExportTr::tr("Saved %n picture(s) in %1", nullptr,
                                      int(ChartCount) - (m_view.staffHidden ? 1 : 0))
                       .arg(QDir::toNativeSeparators(m_path)),
                   true);
    const auto which = Chart(m_next++);
    const ChartSpec spec = which == Arrivals ? ChartSpec() : chart(which, m_answer, m_view);
    const QImage image = which == Arrivals ? HeatmapView::draw(heatmap(m_answer, m_view), {1000, 330}, 2)
                                           : ChartView::draw(spec, {900, 350}, 2);
    const QImage picture = withCaption(image, pictureCaption(m_answer.question, m_answer.window), false);
    // One per turn of the event loop; encoding and writing are not for this thread.
    const QString path = u"%1/%2.png"_s.arg(m_path, QLatin1StringView(PictureNames[which]));
    auto guard = std::make_shared<QPointer<TrendsExporter>>(this);
    QThreadPool::globalInstance()->start([picture, path, guard] {
        const bool ok = picture.save(path, "PNG");
        QMetaObject::invokeMethod(
            qApp,
            [ok, path, guard] {
                TrendsExporter *self = *guard;
                if (!self)
                    return;
                if (ok)
                    self->drawPicture();
                else
                    self->end(
                        TrendsExportTr::tr("%1 could not be saved.").arg(QDir::toNativeSeparators(path)),
                        false);
            },
            Qt::QueuedConnection);
    });
}

void TrendsExporter::write(const QByteArray &bytes)
{
    auto guard = std::make_shared<QPointer<TrendsExporter>>(this);
    QThreadPool::globalInstance()->start([bytes, path = m_path, guard] {
        const auto outcome = writeExport(path, bytes);
        QMetaObject::invokeMethod(
            qApp,
            [outcome, guard] {
                if (TrendsExporter *self = *guard)
                    self->end(outcome.first, outcome.second);
            },
            Qt::QueuedConnection);
    });
}

void TrendsExporter::end(const QString &sentence, bool ok)
{
    emit finished(sentence, ok);
    deleteLater();
}

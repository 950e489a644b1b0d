// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/store/storage.h"
#include "ui/pages/trendsfigures.h"

#include <QByteArray>
#include <QObject>

#include <functional>
#include <memory>

// What leaves the page Trends as files. All of it is made from the same answer and the same charts that the screen shows,
// so that a file and the screen agree.
namespace TrendsExport {

enum class Kind
{
    Report, // PDF
    Pictures, // one PNG per chart, in a folder
    TicketsCsv,
    TicketsJson,
    NumbersCsv,
    NumbersJson
};
QString kindTitle(Kind kind); // "Report (PDF)"
QString kindContents(Kind kind, const TrendsAnswer &answer); // what will be in it, as a sentence
QString suffix(Kind kind); // "pdf"; empty = a folder

// Initials instead of names, told apart by a number where two are the same.
TrendsAnswer withInitials(TrendsAnswer answer);

// One line per number: chart, place, series, value and unit.
QByteArray numbersCsv(const TrendsAnswer &answer, const TrendsFigures::View &view);
QByteArray numbersJson(const TrendsAnswer &answer, const TrendsFigures::View &view);

// On which page each part of a report comes to stand; nothing is torn apart, and headings stay above what they are for.
struct PartSize
{
    double height = 0;
    bool withNext = false; // a heading
};
QVector<int> pagesOf(const QVector<PartSize> &parts, double room);

// The report, page by page: step() draws one part and says whether there is more, so that a caller in the GUI thread, where
// charts have to be drawn, can let others run in between.
class Report
{
public:
    Report(const TrendsAnswer &answer, const TrendsFigures::View &view);
    ~Report();
    bool step();
    QByteArray pdf() const; // once step() has said no
    int pages() const;

private:
    class Private;
    const std::unique_ptr<Private> d;
};

} // namespace TrendsExport

// Carries one export out in the background and tells the end in one sentence. Deletes itself then. Thread: GUI.
class TrendsExporter : public QObject
{
    Q_OBJECT
public:
    TrendsExporter(Storage &storage, TrendsAnswer answer, TrendsFigures::View view, QObject *parent);
    void start(TrendsExport::Kind kind, const QString &path, bool initials);

signals:
    void finished(const QString &sentence, bool ok);

private:
    void drawReport();
    void drawPicture();
    void write(const QByteArray &bytes);
    void end(const QString &sentence, bool ok);

    Storage &m_storage;
    TrendsAnswer m_answer;
    const TrendsFigures::View m_view;
    QString m_path;
    std::unique_ptr<TrendsExport::Report> m_report;
    int m_next = 0; // chart to draw
};

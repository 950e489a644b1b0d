// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/uiworld.h"

#include "bot/commands/ticketexport.h"
#include "ui/pages/exportdialog.h"
#include "ui/pages/trendspage.h"
#include "ui/sourceenglish.h"
#include "ui/staffranking.h"
#include "ui/theme.h"
#include "ui/widgets/chartview.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QTest>

#include <cmath>

using namespace Qt::Literals::StringLiterals;
using namespace TrendsFigures;
using TrendsExport::Kind;

namespace {

TrendsAnswer answerOf(UiWorld &world, const DateRange &range = {})
{
    TrendsQuestion question;
    question.server = UiWorld::Northwind;
    question.serverName = u"Northwind"_s;
    question.categoryName = u"All categories"_s;
    question.range = range;
    question.context.zone = QTimeZone("Europe/London");
    question.targets = 10 * MinuteMs;
    std::optional<TrendsAnswer> answer;
    QObject asker;
    world.storage().read(
        &asker,
        [question](const Reader &reader) {
            TrendsAnswer a = TrendsAnswer::read(reader, question, UiWorld::Start);
            a.staff = reader.staffHours(question.server, question.category, a.window, question.context.zone);
            return a;
        },
        [&](const TrendsAnswer &a) { answer = a; });
    [&] { QTRY_VERIFY(answer.has_value()); }();
    return answer.value_or(TrendsAnswer());
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class tst_TrendsExport : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        QCoreApplication::installTranslator(&m_english);
        new Theme(this);
    }

    void theReportIsDrawnInPartsAndItsTextCanBeSelected_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<QByteArrayList>("paper"); // in points, rounded one way or the other
        QTest::addRow("A4") << QLocale(QLocale::English, QLocale::UnitedKingdom)
                            << QByteArrayList{"MediaBox [0 0 595", "MediaBox [0 0 594"};
        QTest::addRow("Letter") << QLocale(QLocale::English, QLocale::UnitedStates)
                                << QByteArrayList{"MediaBox [0 0 612", "MediaBox [0 0 611"};
    }

    void theReportIsDrawnInPartsAndItsTextCanBeSelected() // should-point 39, must-point 24
    {
        QFETCH(const QLocale, locale);
        QFETCH(const QByteArrayList, paper);
        const QLocale before;
        QLocale::setDefault(locale);
        const auto back = qScopeGuard([before] { QLocale::setDefault(before); });
        const TrendsAnswer answer = answerOf(m_world, {DateRange::Kind::Last30Days});
        TrendsExport::Report report(answer, {});
        int steps = 0;
        while (report.step())
            ++steps;
        QVERIFY(steps > ChartCount); // a part per turn of the event loop
        const QByteArray pdf = report.pdf();
        QVERIFY(pdf.startsWith("%PDF-"));
        QVERIFY(report.pages() >= 3);
        QVERIFY(pdf.contains("/Count " + QByteArray::number(report.pages())));
        QVERIFY(pdf.contains("/ToUnicode")); // letters, not shapes: selectable, searchable
        QVERIFY(pdf.contains(paper.at(0)) || pdf.contains(paper.at(1)));
        // Charts are lines, not pictures: what images there are (patterns of hatching) are tiny.
        const QRegularExpression image(u"/Subtype /Image\\s*/Width (\\d+)"_s);
        auto found = image.globalMatch(QString::fromLatin1(pdf));
        while (found.hasNext())
            QVERIFY(found.next().captured(1).toInt() <= 64);
        QFile file(
            u"report-%1.pdf"_s.arg(QLatin1StringView(QTest::currentDataTag()))); // for people to look at
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(pdf);
    }

    void headingsStandAboveTheirTable() // should-point 39
    {
        using TrendsExport::pagesOf;
        QCOMPARE(pagesOf({}, 100), QVector<int>());
        QCOMPARE(pagesOf({{60}, {30}, {20}}, 100), (QVector<int>{0, 0, 1}));
        // Title, header and first row of a table: all or nothing.
        QCOMPARE(pagesOf({{60}, {10, true}, {20, true}, {20}, {20}}, 100), (QVector<int>{0, 1, 1, 1, 1}));
        QCOMPARE(pagesOf({{50}, {10, true}, {20, true}, {20}, {20}}, 100), (QVector<int>{0, 0, 0, 0, 1}));
        QCOMPARE(pagesOf({{10, true}}, 100), QVector<int>{0});
    }

    void aHiddenStaffChartIsInNoFile() // UX 3.3 no. 7
    {
        const TrendsAnswer answer = answerOf(m_world);
        View view;
        const QByteArray title = chart(Staff, answer, view).title.toUtf8();
        QVERIFY(TrendsExport::numbersCsv(answer, view).contains(title));
        view.staffHidden = true;
        QVERIFY(!TrendsExport::numbersCsv(answer, view).contains(title));
        QVERIFY(!TrendsExport::numbersJson(answer, view).contains(title));
    }

    void theNumbersAreThoseOfTheCharts_data()
    {
        QTest::addColumn<bool>("json");
        QTest::newRow("CSV") << false;
        QTest::newRow("JSON") << true;
    }
    void theNumbersAreThoseOfTheCharts() // should-point 38: screen and file agree
    {
        QFETCH(bool, json);
        const TrendsAnswer answer = answerOf(m_world);
        const View view;
        const ChartSpec opened = chart(Opened, answer, view);
        const ChartSpec response = chart(Response, answer, view);
        QMap<QString, double> values; // "chart|place|series"
        if (json) {
            const QJsonObject all = QJsonDocument::fromJson(TrendsExport::numbersJson(answer, view)).object();
            QCOMPARE(all["server"_L1].toString(), u"Northwind"_s);
            QCOMPARE(all["from"_L1].toString(), u"2026-11-15T14:04:00Z"_s);
            for (const QJsonValue &value : all["values"_L1].toArray()) {
                const QJsonObject one = value.toObject();
                values.insert(one["chart"_L1].toString() + u'|' + one["place"_L1].toString() + u'|'
                                  + one["series"_L1].toString(),
                              one["value"_L1].toDouble(std::nan("")));
            }
        } else {
            const QList<QByteArray> lines = TrendsExport::numbersCsv(answer, view).split('\n');
            QVERIFY(lines[0].startsWith("\"Chart\",\"Place\",\"From\",\"To\",\"Series\",\"Value\",\"Unit\""));
            QVERIFY(lines[1].contains("\"2026-11-15T14:04:00Z\""));
            for (const QByteArray &line : lines.mid(1)) {
                const QStringList cells = QString::fromUtf8(line.trimmed()).split(u',');
                if (cells.size() != 7) // a comma in a name is not in these charts
                    continue;
                const auto text = [&](int i) { return QString(cells[i]).remove(u'"'); };
                values.insert(text(0) + u'|' + text(1) + u'|' + text(4),
                              cells[5].isEmpty() ? std::nan("") : cells[5].toDouble());
            }
        }
        for (int i = 0; i < opened.points.size(); ++i) {
            const QString key = opened.title + u'|' + chartPointText(opened, i) + u'|';
            QVERIFY2(values.contains(key + u"Opened"_s), qPrintable(key));
            QCOMPARE(values[key + u"Opened"_s], opened.series[0].values[i]);
            QCOMPARE(values[key + u"Closed"_s], opened.series[1].values[i]);
            const QString times = response.title + u'|' + chartPointText(response, i) + u"|Median"_s;
            QVERIFY(std::abs(values[times] - response.series[0].values[i] / SecondMs) < 0.001);
        }
    }

    void initialsHidePeopleInEveryFile() // delight-point 59
    {
        QCOMPARE(initialsOf(u"Ana"_s), u"A."_s);
        QCOMPARE(initialsOf(u"ana maria"_s), u"A.M."_s);
        QCOMPARE(initialsOf(u"***"_s), u"?"_s);
        const TrendsAnswer answer = TrendsExport::withInitials(answerOf(m_world));
        QSet<QString> names;
        for (const QString &name : chart(Staff, answer, {}).pointNames) {
            QVERIFY2(name.contains(u'.') && !names.contains(name), qPrintable(name));
            names.insert(name);
        }
        QByteArray with, without;
        QObject asker;
        const TicketExport what{UiWorld::Northwind, {}, answer.window, false, true};
        m_world.storage().read(
            &asker,
            [what](const Reader &reader) {
                TicketExport plain = what;
                plain.initials = false;
                return std::pair(exportTickets(reader, what), exportTickets(reader, plain));
            },
            [&](const std::pair<QByteArray, QByteArray> &both) {
                with = both.first;
                without = both.second;
            });
        QTRY_VERIFY(!without.isEmpty());
        QVERIFY(without.contains("member_1") && without.contains("Chlo"));
        QVERIFY(!with.contains("member_1") && !with.contains("Chlo"));
        QVERIFY(!with.contains(UiWorld::person(11).toString().toLatin1())); // an id leads to the person too
        QCOMPARE(with.count('\n'), without.count('\n'));
        QCOMPARE(int(with.count('\n')), answer.now.opened + 1); // a row per ticket that the page counts
    }

    void ticketsOfAPastPeriodAreToldAsTheyWereThen() // M-08: the file agrees with the page
    {
        UiWorld world(false);
        const UtcMs end = UiWorld::Start - UiWorld::Start % DayMs; // midnight; "yesterday" ends there
        world.addTicket(UiWorld::Appeals, u"appeal-0001"_s, end - 5 * HourMs, 10 * MinuteMs, HourMs);
        // Answered and closed after midnight.
        world.addTicket(UiWorld::Appeals, u"appeal-0002"_s, end - HourMs, 2 * HourMs, 5 * HourMs);
        world.flush();
        const TrendsAnswer yesterday = answerOf(world, {DateRange::Kind::Today, 1});
        QCOMPARE(yesterday.now.opened, 2);
        QCOMPARE(yesterday.now.openAtEnd, 1);
        QCOMPARE(yesterday.now.firstResponse.n, 1);
        QByteArray json;
        QObject asker;
        world.storage().read(
            &asker,
            [what = TicketExport{UiWorld::Northwind, {}, yesterday.window, true, false}](
                const Reader &reader) { return exportTickets(reader, what); },
            [&](const QByteArray &bytes) { json = bytes; });
        QTRY_VERIFY(!json.isEmpty());
        const QJsonArray tickets = QJsonDocument::fromJson(json).object()["tickets"_L1].toArray();
        QCOMPARE(tickets.size(), 2);
        QCOMPARE(tickets[0]["state"_L1].toString(), u"closed"_s);
        const QJsonObject later = tickets[1].toObject();
        QCOMPARE(later["state"_L1].toString(), u"open"_s);
        for (const char *unknown : {"closed_at", "closed_by", "close_reason", "rating", "first_response_s",
                                    "last_reply_by", "resolution_s"})
            QVERIFY2(later[QLatin1StringView(unknown)].isNull(), unknown);
        int messages = 0;
        for (const QJsonValue &ticket : tickets)
            messages += ticket["messages"_L1].toInt();
        QCOMPARE(messages, yesterday.now.messagesTotal);
    }

    // Page by page each ticket once, also where many were opened in the same instant.
    void pagesOfTicketsMeetWithoutAGap_data()
    {
        QTest::addColumn<int>("limit");
        for (const int limit : {1, 2, 3, 4, 5, 100})
            QTest::addRow("%d", limit) << limit;
    }
    void pagesOfTicketsMeetWithoutAGap()
    {
        QFETCH(int, limit);
        UiWorld world(false);
        QVector<ChannelId> expected;
        for (const int hours : {9, 8, 8, 8, 8, 8, 7, 6, 6})
            expected += world.addTicket(UiWorld::Appeals, u"appeal"_s, UiWorld::Start - hours * HourMs,
                                        MinuteMs, HourMs);
        QVector<ChannelId> found;
        QObject asker;
        bool done = false;
        world.storage().readAfterFlush(
            &asker,
            [limit](const Reader &reader) {
                TicketListFilter filter;
                filter.tab = TicketListFilter::Tab::All;
                filter.sort = TicketListFilter::Sort::Opened;
                filter.descending = false;
                filter.limit = limit;
                QVector<ChannelId> ids;
                for (;;) {
                    const TicketPage page = reader.tickets(UiWorld::Northwind, filter, UiWorld::Start, 0);
                    for (const TicketListRow &row : page.rows)
                        ids += row.ticket.id;
                    if (page.rows.size() < limit || ids.size() > 50)
                        return ids;
                    goOn(filter, page);
                }
            },
            [&](const QVector<ChannelId> &ids) {
                found = ids;
                done = true;
            });
        QTRY_VERIFY(done);
        QCOMPARE(found, expected);
    }

    void theDialogSaysWhatWhereAndHow() // UX 3.3 Export
    {
        ExportDialog dialog(answerOf(m_world), Kind::Report, m_folder.path(), true);
        auto *path = dialog.findChild<QLineEdit *>(u"exportPath"_s);
        auto *start = dialog.findChild<QPushButton *>(u"exportStart"_s);
        QCOMPARE(path->text(),
                 QDir::toNativeSeparators(m_folder.path() + u"/ticket-report-2026-11-22.pdf"_s));
        QVERIFY(dialog.initials());
        QVERIFY(dialog.findChild<QLabel *>(u"exportContents"_s)
                    ->text()
                    .contains(u"All categories, Last 7 days"_s));
        auto *kind = dialog.findChild<QComboBox *>(u"exportKind"_s);
        kind->setCurrentIndex(kind->findData(int(Kind::TicketsJson)));
        QVERIFY(path->text().endsWith(u"tickets-2026-11-22.json"_s));
        QVERIFY(start->isEnabled());
        path->setText(m_folder.path() + u"/missing/file.json"_s);
        QVERIFY(!start->isEnabled());
        QVERIFY(!dialog.findChild<QLabel *>(u"exportHint"_s)->text().isEmpty()); // says why
        // The letter behind & leads to a field; without one it would stand there as it is.
        for (const QLabel *label : dialog.findChildren<QLabel *>())
            QVERIFY2(!label->text().contains(u'&') || label->buddy(), qPrintable(label->text()));
    }

    void thePageExportsInTheBackgroundAndTellsTheEnd_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<QByteArray>("start");
        QTest::newRow("report") << u"trendsExportReport"_s << QByteArray("%PDF");
        QTest::newRow("tickets CSV") << u"trendsExportTicketsCsv"_s << QByteArray("\"server\"");
        QTest::newRow("tickets JSON") << u"trendsExportTicketsJson"_s << QByteArray("{");
        QTest::newRow("numbers CSV") << u"trendsExportNumbersCsv"_s << QByteArray("\"Chart\"");
        QTest::newRow("numbers JSON") << u"trendsExportNumbersJson"_s << QByteArray("{");
        QTest::newRow("pictures") << u"trendsExportPictures"_s << QByteArray("\x89PNG");
    }
    void thePageExportsInTheBackgroundAndTellsTheEnd() // UX J3
    {
        QFETCH(QString, action);
        QFETCH(QByteArray, start);
        LiveData live(m_world.storage(), m_world.clock());
        live.setBotState(m_world.connectedState());
        StaffRanking ranking;
        TrendsPage page(live, ranking);
        page.resize(1000, 700);
        page.setVisible(true);
        QTRY_VERIFY(page.answer());
        QSignalSpy messages(&page, &Page::fileWritten);
        page.findChild<QAction *>(action)->trigger();
        auto *dialog = page.findChild<ExportDialog *>();
        QVERIFY(dialog);
        QString path = m_folder.path() + u'/' + action;
        dialog->findChild<QLineEdit *>(u"exportPath"_s)->setText(path);
        QTest::mouseClick(dialog->findChild<QPushButton *>(u"exportStart"_s), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(messages.size(), 1, 30000);
        const QString said = messages[0][0].toString();
        QVERIFY2(said.startsWith(u"Saved"_s) && said.contains(QDir(m_folder.path()).dirName()),
                 qPrintable(said));
        QCOMPARE(messages[0][1].toString(), path); // "Show in folder"
        if (action == "trendsExportPictures"_L1) {
            QCOMPARE(QDir(path).entryList({u"*.png"_s}).size(), int(ChartCount));
            path += u"/1-opened-closed.png"_s;
            QCOMPARE(QImage(path).size(), QSize(1800, 700)); // 900 x 350 at 2x
        }
        QVERIFY(contentOf(path).startsWith(start));
    }

    void aFileThatCannotBeWrittenIsSaid()
    {
        auto *exporter = new TrendsExporter(m_world.storage(), answerOf(m_world), {}, this);
        QSignalSpy finished(exporter, &TrendsExporter::finished);
        exporter->start(Kind::NumbersCsv, m_folder.path() + u"/no/such/folder/x.csv"_s, false);
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(!finished[0][1].toBool());
        QVERIFY(finished[0][0].toString().startsWith(u"x.csv could not be saved"_s));
    }

private:
    SourceEnglish m_english;
    QTemporaryDir m_folder;
    UiWorld m_world;
};

QTEST_MAIN(tst_TrendsExport)
#include "tst_trendsexport.moc"

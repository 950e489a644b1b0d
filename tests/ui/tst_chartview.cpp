// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/base/translations.h"
#include "ui/otherlanguage.h"
#include "ui/theme.h"
#include "ui/uilanguage.h"
#include "ui/widgets/chartview.h"
#include "ui/widgets/filesaver.h"

#include <QAccessible>
#include <QChart>
#include <QChartView>
#include <QClipboard>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFontMetricsF>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPushButton>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr UtcMs End = 1795788240000; // 2026-11-27T14:04:00Z

// `days` up to End, cut at both ends like a rolling range; in buckets as UX 2.10 chooses them.
ChartSpec specFor(int days)
{
    const QTimeZone zone("Europe/London");
    const Window window = Window::lastDays(days, End);
    ChartSpec spec;
    spec.title = u"Opened and closed per day"_s;
    spec.unit = u"tickets"_s;
    spec.zone = zone;
    spec.bucket = days <= 2 ? BucketSize::Hour
        : days <= 45        ? BucketSize::Day
        : days <= 400       ? BucketSize::Week
                            : BucketSize::Month;
    QDateTime start = QDateTime::fromMSecsSinceEpoch(window.fromMs, zone);
    while (start.toMSecsSinceEpoch() < window.toMs) {
        QDateTime next(start.date().addDays(spec.bucket == BucketSize::Week ? 7 : 1), QTime(0, 0), zone);
        const UtcMs to = qMin(window.toMs, next.toMSecsSinceEpoch());
        const bool partial = spec.points.isEmpty() || to == window.toMs;
        spec.points.append({start.toMSecsSinceEpoch(), to, partial});
        start = next;
    }
    QVector<double> opened, closed;
    for (int i = 0; i < spec.points.size(); ++i) {
        opened.append(i % 7 + 3);
        closed.append(i % 5 + 2);
    }
    spec.series = {{u"Opened"_s, opened}, {u"Closed"_s, closed}};
    return spec;
}

} // namespace

class tst_ChartView : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        new Theme(this);
    }

    // UX 3.3 chart 4: the 90 % marker may lie in the middle of a bar's row, where its number stands.
    void noMarkRunsThroughTheNumberOfALyingBar()
    {
        ChartSpec spec;
        spec.horizontal = true;
        spec.pointNames = {u"> 3 d"_s, u"< 15 min"_s};
        spec.points = {{}, {}};
        spec.series = {{u"Closed"_s, {0, 5}}};
        constexpr QSize Size(600, 300);
        const QImage bare = ChartView::draw(spec, Size, 1);
        spec.pointNotes = {u"8888"_s, {}};
        const QImage numbered = ChartView::draw(spec, Size, 1);
        QRect number; // of the upper bar
        for (int y = 0; y < Size.height() / 2; ++y) {
            for (int x = 0; x < Size.width(); ++x) {
                if (bare.pixel(x, y) != numbered.pixel(x, y))
                    number |= QRect(x, y, 1, 1);
            }
        }
        QVERIFY(number.width() > 10);
        spec.marks = {{0, u"90 %"_s}};
        const QImage marked = ChartView::draw(spec, Size, 1);
        QVERIFY(marked != numbered);
        QCOMPARE(marked.copy(number), numbered.copy(number));
    }

    void dateLabelsAreWholeAndApart_data()
    {
        QTest::addColumn<int>("days");
        QTest::addColumn<int>("width");
        for (const int days : {7, 30, 90, 365}) {
            for (const int width : {400, 600, 900})
                QTest::addRow("%d days at %d px", days, width) << days << width;
        }
    }
    void dateLabelsAreWholeAndApart() // must-point 20
    {
        QFETCH(int, days);
        QFETCH(int, width);
        ChartView view(u"chart"_s);
        view.resize(width, 280);
        view.setSpec(specFor(days));
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        const QVector<ChartLabel> labels = view.dateLabels();
        QVERIFY2(labels.size() >= 2, "an axis needs at least two dates");
        const QFontMetricsF metrics(view.font());
        double end = -1;
        for (const ChartLabel &label : labels) {
            QVERIFY(!label.text.isEmpty());
            QVERIFY2(!label.text.contains(u'…'), qPrintable(label.text));
            QVERIFY2(label.width >= metrics.horizontalAdvance(label.text) - 0.5, qPrintable(label.text));
            QVERIFY2(label.left >= end, qPrintable(label.text + u" overlaps"_s));
            end = label.left + label.width;
            QVERIFY(end <= width);
        }
        // Between dates: one every 1, 2 or 7*2^n days, at least 72 px apart.
        QVector<ChartLabel> dates;
        for (const ChartLabel &label : labels) {
            if (!label.text.startsWith(u"from"_s) && label.text != "so far"_L1)
                dates.append(label);
        }
        if (dates.size() >= 3) {
            const int step = dates[1].point - dates[0].point;
            QCOMPARE(dates[2].point - dates[1].point, step);
            QVERIFY(step == 1 || step == 2 || step % 7 == 0 || days > 45);
            QVERIFY(dates[1].left + dates[1].width / 2 - dates[0].left - dates[0].width / 2 >= 71);
        }
    }

    void partialEdgesSayIt() // UX 2.10
    {
        const ChartSpec spec = specFor(7);
        const auto labels = chartDateLabels(spec, 800, [](const QString &t) { return t.size() * 7.0; });
        QCOMPARE(labels.first().text, u"from 14:04"_s);
        QCOMPARE(labels.last().text, u"so far"_s);
        QCOMPARE(chartPointText(spec, 0), u"Fri 20 Nov from 14:04"_s);
        QCOMPARE(chartPointText(spec, 7), u"Fri 27 Nov so far"_s);
        // A week that begins in the middle says on which day.
        const auto weeks = chartDateLabels(specFor(90), 800, [](const QString &t) { return t.size() * 7.0; });
        QCOMPARE(weeks.first().text, u"from 29 Aug"_s);
    }

    void scalesHaveRoundSteps_data()
    {
        QTest::addColumn<double>("highest");
        QTest::addColumn<bool>("durations");
        QTest::addColumn<double>("step");
        QTest::addColumn<double>("top");
        QTest::newRow("nothing") << 0.0 << false << 1.0 << 1.0;
        QTest::newRow("few") << 3.0 << false << 1.0 << 3.0;
        QTest::newRow("tens") << 19.0 << false << 5.0 << 20.0;
        QTest::newRow("hundreds") << 130.0 << false << 50.0 << 150.0;
        QTest::newRow("minutes") << double(7 * MinuteMs) << true << 2.0 << 8.0;
        QTest::newRow("hours") << double(5 * HourMs) << true << 2.0 << 6.0;
    }
    void scalesHaveRoundSteps()
    {
        QFETCH(double, highest);
        QFETCH(bool, durations);
        ChartSpec spec;
        spec.durations = durations;
        spec.series = {{u"x"_s, {highest}}};
        QTEST(chartScale(spec).step, "step");
        QTEST(chartScale(spec).top, "top");
    }

    void screenReadersGetAChart() // must-point 16
    {
        ChartView view(u"chart"_s);
        view.setSpec(specFor(7));
        auto *canvas = view.findChild<QWidget *>(u"chartCanvas"_s);
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(canvas);
        QVERIFY(interface);
        QCOMPARE(interface->role(), QAccessible::Chart);
        QCOMPARE(interface->text(QAccessible::Name), u"Opened and closed per day"_s);
        const QString description = interface->text(QAccessible::Description);
        QVERIFY2(description.contains(u"opened"_s) && description.contains(u"Highest 9 opened on"_s),
                 qPrintable(description));
    }

    void theCursorMovesByKeyboardAndSpeaks() // must-point 17, should-point 40
    {
        ChartView view(u"chart"_s);
        view.setSpec(specFor(7));
        view.show();
        auto *canvas = view.findChild<QWidget *>(u"chartCanvas"_s);
        QCOMPARE(canvas->focusPolicy(), Qt::StrongFocus);
        QTest::keyClick(canvas, Qt::Key_Right);
        QCOMPARE(view.cursorPoint(), 7); // begins at the newest
        QTest::keyClick(canvas, Qt::Key_Left);
        QCOMPARE(view.cursorPoint(), 6);
        QCOMPARE(canvas->accessibleDescription(), u"Thu 26 Nov: 9 opened, 3 closed"_s);
        QTest::keyClick(canvas, Qt::Key_Home);
        QCOMPARE(view.cursorPoint(), 0);
        QTest::keyClick(canvas, Qt::Key_Left);
        QCOMPARE(view.cursorPoint(), 0);
        QSignalSpy activated(&view, &ChartView::pointActivated);
        QTest::keyClick(canvas, Qt::Key_End);
        QTest::keyClick(canvas, Qt::Key_Down);
        QTest::keyClick(canvas, Qt::Key_Return);
        QCOMPARE(activated.size(), 1);
        QCOMPARE(activated[0][0].toLongLong(), view.spec().points.last().fromMs);
        QCOMPARE(activated[0][1].toLongLong(), End);
        QCOMPARE(activated[0][2].toInt(), 1);
        QTest::keyClick(canvas, Qt::Key_Escape);
        QCOMPARE(view.cursorPoint(), -1);
    }

    void theReadoutGoesWithTheFocus() // it lies over bars
    {
        QWidget window;
        auto *layout = new QVBoxLayout(&window);
        auto *view = new ChartView(u"chart"_s);
        auto *other = new QPushButton(u"Other"_s);
        layout->addWidget(view);
        layout->addWidget(other);
        view->setSpec(specFor(7));
        window.resize(600, 400);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        auto *canvas = view->findChild<QWidget *>(u"chartCanvas"_s);
        other->setFocus();
        const QImage without = canvas->grab().toImage();
        canvas->setFocus();
        QTest::keyClick(canvas, Qt::Key_Right);
        QVERIFY(canvas->grab().toImage() != without);
        other->setFocus();
        QTRY_COMPARE(canvas->grab().toImage(), without);
    }

    void aClickAsksForTheBarUnderThePointer_data()
    {
        QTest::addColumn<double>("across"); // part of the column, from its left edge
        QTest::addColumn<int>("series");
        QTest::newRow("first bar") << 0.3 << 0;
        QTest::newRow("second bar") << 0.7 << 1;
        QTest::newRow("beside the first") << 0.02 << 0;
        QTest::newRow("beside the second") << 0.98 << 1;
    }
    void aClickAsksForTheBarUnderThePointer() // should-point 37
    {
        QFETCH(double, across);
        QFETCH(int, series);
        ChartView view(u"chart"_s);
        ChartSpec spec = specFor(7);
        spec.series.append({u"Opened before"_s, spec.series[0].values, ChartSpec::Shape::Steps, true});
        view.setSpec(spec);
        view.resize(800, 400);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        auto *canvas = view.findChild<QChartView *>(u"chartCanvas"_s);
        const QRectF plot = canvas->chart()->plotArea();
        const double width = plot.width() / double(spec.points.size());
        QSignalSpy marks(&view, &ChartView::markActivated);
        // Near the bottom, where also a short bar is.
        QTest::mouseClick(canvas->viewport(), Qt::LeftButton, {},
                          QPointF(plot.left() + (3 + across) * width, plot.bottom() - 6).toPoint());
        QCOMPARE(marks.size(), 1);
        QCOMPARE(marks[0][0].toInt(), 3);
        QCOMPARE(marks[0][1].toInt(), series);
    }

    void theTableShowsTheSameValues() // should-point 38
    {
        ChartView view(u"chart"_s);
        const ChartSpec spec = specFor(30);
        view.setSpec(spec);
        view.findChild<QToolButton *>(u"chartAsTable"_s)->click();
        QVERIFY(view.tableShown());
        const QAbstractItemModel *model = view.findChild<QTableView *>(u"chartTable"_s)->model();
        QCOMPARE(model->rowCount(), int(spec.points.size()));
        const QList<QByteArray> csv = chartCsv(spec).split('\n');
        for (int row = 0; row < model->rowCount(); ++row) {
            for (int s = 0; s < spec.series.size(); ++s) {
                const QString number = QString::number(spec.series[s].values[row]);
                QCOMPARE(model->index(row, s + 1).data().toString(), number);
                QCOMPARE(QString::fromUtf8(csv[row + 1].trimmed().split(',')[s + 2]), number);
            }
        }
        QVERIFY(csv[0].contains("Opened (tickets)"));
        QVERIFY2(csv[2].startsWith("\"2026-10-29T00:00:00Z\""), csv[2].constData());
    }

    void missingValuesAreNoZeros() // M-20
    {
        ChartSpec spec = specFor(7);
        spec.durations = true;
        spec.series = {{u"Median"_s, QVector<double>(8, std::nan("")), ChartSpec::Shape::Line}};
        spec.series[0].values[3] = 4 * MinuteMs;
        QCOMPARE(chartValueText(spec, spec.series[0].values[0]), u"–"_s);
        QCOMPARE(chartReadout(spec, 3), u"Mon 23 Nov: median 4 min"_s);
        QVERIFY(chartReadout(spec, 0).contains(u"not measured"_s));
        const QList<QByteArray> rows = chartCsv(spec).split('\n');
        QVERIFY2(rows[1].trimmed().endsWith(','), rows[1].constData());
        QVERIFY2(rows[4].trimmed().endsWith(",240.0"), rows[4].constData());
    }

    void aGapIsNotJoined_data()
    {
        QTest::addColumn<int>("series"); // of which the line has a gap
        QTest::newRow("solid") << 0;
        QTest::newRow("dashed") << 1;
        QTest::newRow("dotted") << 2;
    }
    void aGapIsNotJoined() // UX 3.3 no. 3: gaps where n = 0
    {
        QFETCH(int, series);
        ChartSpec spec = specFor(30);
        spec.durations = true;
        spec.series.clear();
        for (int s = 0; s < 3; ++s) {
            QVector<double> values(31, s == series ? 20 * MinuteMs : std::nan(""));
            if (s == series)
                std::fill(values.begin() + 10, values.begin() + 20, std::nan(""));
            spec.series.append({QString::number(s), values, ChartSpec::Shape::Line});
        }
        const QImage image = ChartView::draw(spec, {900, 350}, 1);
        const QColor colour = Theme::colours(false).series[series];
        int inGap = 0, beside = 0;
        for (int y = 80; y < image.height(); ++y) { // below the legend
            for (int x = 0; x < image.width(); ++x) {
                const QColor pixel = image.pixelColor(x, y);
                const bool drawn = qAbs(pixel.red() - colour.red()) + qAbs(pixel.green() - colour.green())
                        + qAbs(pixel.blue() - colour.blue())
                    < 60;
                (x > 420 && x < 520 ? inGap : beside) += drawn;
            }
        }
        QCOMPARE(inGap, 0);
        QVERIFY(beside > 50);
    }

    void aComparisonIsASentence() // should-point 36
    {
        ChartSpec spec = specFor(7);
        QCOMPARE(comparisonSentence(spec), QString());
        spec.comparison = u"the same as the 7 days before"_s;
        QCOMPARE(comparisonSentence(spec), u"The same as the 7 days before."_s);
        QVERIFY2(chartSummary(spec).endsWith(u". The same as the 7 days before."_s),
                 qPrintable(chartSummary(spec)));
    }

    void anEmptyChartSaysWhy() // must-point 13
    {
        ChartSpec spec = specFor(7);
        for (auto &series : spec.series)
            series.values.fill(0);
        spec.emptyText = u"No tickets in this period."_s;
        QVERIFY(spec.empty());
        QVERIFY(chartSummary(spec).contains(spec.emptyText));
        QVERIFY(!chartSummary(spec).contains(u"nan"_s, Qt::CaseInsensitive));
        ChartView view(u"chart"_s);
        view.resize(500, 280);
        view.setSpec(spec);
        QVERIFY(!view.grab().isNull());
    }

    void colourIsNeverTheOnlyCarrier() // must-point 21
    {
        for (const bool dark : {false, true}) {
            const ThemeColours &colours = Theme::colours(dark);
            const QPalette palette = Theme::palette(dark);
            const QColor window = palette.color(QPalette::Window);
            for (const QColor &back : {window, colours.card}) {
                for (const QColor &series : colours.series)
                    QVERIFY2(Theme::contrast(series, back) >= 3, qPrintable(series.name()));
                QVERIFY(Theme::contrast(colours.reference, back) >= 3);
                for (const QColor &text : {colours.error, colours.warning, colours.good, colours.muted,
                                           palette.color(QPalette::WindowText), palette.color(QPalette::Link),
                                           palette.color(QPalette::PlaceholderText)})
                    QVERIFY2(Theme::contrast(text, back) >= 4.5,
                             qPrintable(text.name() + u" on "_s + back.name()));
            }
            QVERIFY(
                Theme::contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight))
                >= 4.5);
            QVERIFY(Theme::contrast(palette.color(QPalette::ButtonText), palette.color(QPalette::Button))
                    >= 4.5);
            for (const QColor &surface :
                 {colours.errorSurface, colours.warningSurface, colours.goodSurface, colours.infoSurface})
                QVERIFY(Theme::contrast(palette.color(QPalette::WindowText), surface) >= 4.5);
        }
    }

    void aCopiedPictureIsTitledAndDated() // delight-point 56
    {
        ChartView view(u"chart"_s);
        view.setSpec(specFor(7));
        const auto inkAtTheRightOfTheTitle = [] {
            const QImage picture = QApplication::clipboard()->image();
            int ink = 0;
            for (int y = 16; y < 64; ++y) {
                for (int x = picture.width() / 2; x < picture.width() - 20; ++x)
                    ink += picture.pixelColor(x, y).lightness() < 160;
            }
            return ink;
        };
        view.copyImage();
        QCOMPARE(inkAtTheRightOfTheTitle(), 0);
        view.setCaption(u"20 Nov – 27 Nov 2026 · Northwind"_s);
        view.copyImage();
        QCOMPARE(QApplication::clipboard()->image().size(), QSize(1800, 700));
        QVERIFY(inkAtTheRightOfTheTitle() > 200);
    }

    void picturesForDiscordHaveTheirSize()
    {
        QByteArray png;
        renderChartPng(specFor(30), {900, 350}, 2, this, [&](const QByteArray &data) { png = data; });
        QVERIFY(png.isEmpty()); // encoded elsewhere
        QTRY_VERIFY(!png.isEmpty());
        const QImage image = QImage::fromData(png);
        QCOMPARE(image.size(), QSize(1800, 700));
        QDir().mkpath(u"screenshots"_s);
        image.save(u"screenshots/chart-discord.png"_s);
    }

    void aSlashCommandAsksInJson_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("points");
        QTest::addColumn<int>("series");
        QTest::addColumn<bool>("durations");
        QTest::newRow("list") << u"list"_s << 2 << 2 << false;
        QTest::newRow("volume") << u"volume"_s << 2 << 2 << false;
        QTest::newRow("response") << u"response"_s << 2 << 2 << true;
        QTest::newRow("hours") << u"hours"_s << 24 << 1 << false;
    }
    void aSlashCommandAsksInJson()
    {
        QFETCH(QString, kind);
        const auto json =
            QJsonDocument::fromJson(R"({"kind":")" + kind.toLatin1()
                                    + R"(","bucket":"hour","zone":"Europe/Berlin","from":0,"to":7200000,
            "buckets":[{"from":0,"to":3600000,"opened":3,"closed":1,"firstResponseMedian":60000,"partial":true},
                       {"from":3600000,"to":7200000,"opened":4,"closed":2,"firstResponseMedian":null}]})")
                .object();
        const ChartSpec spec = chartSpecFromJson(json);
        QTEST(int(spec.points.size()), "points");
        QTEST(int(spec.series.size()), "series");
        QTEST(spec.durations, "durations");
        if (kind == "hours"_L1) {
            QCOMPARE(spec.series[0].values[1], 3.0); // 00:00 UTC is 01:00 in Berlin
            QCOMPARE(chartPointText(spec, 2), u"02:00"_s);
        } else if (kind == "response"_L1) {
            QVERIFY(std::isnan(spec.series[0].values[1]));
        } else {
            QCOMPARE(spec.series[1].values[1], 2.0);
            QVERIFY(spec.points[0].partial);
        }
        QByteArray png;
        drawChartForDiscord(json, [&](const QByteArray &data) { png = data; });
        QTRY_VERIFY(!png.isEmpty());
        QCOMPARE(QImage::fromData(png).size(), QSize(1800, 700));
    }

    // Point 42: charts follow the theme at once, and not only when their data is another.
    void aChartFollowsTheTheme()
    {
        QWidget window;
        auto *layout = new QVBoxLayout(&window);
        auto *view = new ChartView(u"chart"_s);
        layout->addWidget(view);
        view->setSpec(specFor(7));
        window.resize(600, 400);
        window.show();
        const auto ground = [&] { // beside the title, and below the axis
            const QImage image = view->grab().toImage();
            return QStringList{image.pixelColor(image.width() / 2, 6).name(),
                               image.pixelColor(4 + image.width() / 2, image.height() - 24).name()};
        };
        auto *theme = findChild<Theme *>();
        const auto light = qScopeGuard([theme] { theme->setChoice(Theme::Choice::Light); });
        for (const auto choice : {Theme::Choice::Light, Theme::Choice::Dark, Theme::Choice::Light}) {
            theme->setChoice(choice);
            const QString card = Theme::colours(choice == Theme::Choice::Dark).card.name();
            QTRY_COMPARE(ground(), (QStringList{card, card}));
        }
    }

    // UX 4.1: a post is in the server's language, its picture too, whatever the window speaks.
    void aPictureSpeaksTheLanguageOfItsPost()
    {
        Translations::load();
        UiLanguage window;
        window.setChoice(u"en"_s);
        const auto english =
            qScopeGuard([] { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); });
        QJsonObject json{
            {u"kind"_s, u"volume"_s},
            {u"bucket"_s, u"day"_s},
            {u"zone"_s, u"Europe/Berlin"_s},
            {u"buckets"_s,
             QJsonArray{QJsonObject{{u"from"_s, qint64(0)}, {u"to"_s, DayMs}, {u"opened"_s, 3}}}}};
        {
            const OtherLanguage german(QLocale(QLocale::German, QLocale::Germany));
            const ChartSpec spec = chartSpecFromJson(json);
            QCOMPARE(spec.title, u"Eröffnet und geschlossen"_s);
            QCOMPARE(chartPointText(spec, 0), u"Do. 1. Jan."_s);
        }
        QCOMPARE(chartSpecFromJson(json).title, u"Opened and closed"_s);
        QCOMPARE(chartPointText(chartSpecFromJson(json), 0), u"Thu 1 Jan"_s);

        QHash<QString, QByteArray> pictures;
        for (const QString &language : {u"de_DE"_s, u"en_GB"_s}) {
            json.insert(u"language"_s, language);
            drawChartForDiscord(json, [&, language](const QByteArray &data) { pictures[language] = data; });
        }
        QTRY_COMPARE(pictures.size(), 2);
        QVERIFY(pictures.value(u"de_DE"_s) != pictures.value(u"en_GB"_s));
        json.insert(u"zone"_s, u"Europe/Paris"_s); // the same hours: only its name tells
        QByteArray elsewhere;
        drawChartForDiscord(json, [&](const QByteArray &data) { elsewhere = data; });
        QTRY_VERIFY(!elsewhere.isEmpty());
        QVERIFY(elsewhere != pictures.value(u"en_GB"_s));
    }

    void aForeignOrEmptySpecificationIsNoError()
    {
        QVERIFY(chartSpecFromJson({}).empty());
        QVERIFY(chartSpecFromJson({{u"kind"_s, u"hours"_s}, {u"buckets"_s, 7}}).empty());
        QVERIFY(!ChartView::draw(chartSpecFromJson({}), {900, 350}, 1).isNull());
    }

    void filesAreWrittenWhole()
    {
        QTemporaryDir folder;
        ChartView view(u"chart"_s);
        view.setSpec(specFor(7));
        QVector<FileSaver::Outcome> saved;
        connect(&view, &ChartView::saved, this,
                [&saved](const FileSaver::Outcome &outcome) { saved.append(outcome); });
        FileSaver::setNextPath(folder.filePath(u"chart.csv"_s));
        view.saveCsv();
        QTRY_COMPARE(saved.size(), 1);
        QCOMPARE(saved[0].text, u"Saved chart.csv"_s);
        QCOMPARE(saved[0].path, folder.filePath(u"chart.csv"_s));
        QFile file(folder.filePath(u"chart.csv"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), chartCsv(view.spec()));
        QCOMPARE(FileSaver::folder(), folder.path()); // where the next dialog begins
        FileSaver::setNextPath(folder.filePath(u"no/such/folder/chart.png"_s));
        view.savePng();
        QTRY_COMPARE(saved.size(), 2);
        QVERIFY(saved[1].text.contains(u"could not be saved"_s));
        QVERIFY(saved[1].path.isEmpty());
        QVERIFY(QFileInfo(FileSaver::folder()).isDir()); // never one that does not exist
    }
};

QTEST_MAIN(tst_ChartView)
#include "tst_chartview.moc"

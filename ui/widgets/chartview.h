// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/chartspec.h"

#include <QImage>
#include <QSize>
#include <QWidget>

#include <functional>
#include <memory>

class QJsonObject;
class QMenu;
class QPainter;
class QToolButton;

// A card with one chart: title, Explain, Chart | Table, more actions (UX 2.10). The only code that knows Qt
// Charts.
//
// One tab stop: left and right move a cursor through the buckets, up and down through the series, Home and
// End to the edges, Enter or a click asks for the tickets counted there. Each step is written into the
// accessible description. Colours follow the palette. Pictures for files, the clipboard and Discord come from
// the same code.
//
// Thread: GUI. Owner: the page.
class ChartView : public QWidget
{
    Q_OBJECT
public:
    // name: prefix of the object names of its parts ("openedChart" -> "openedChartTable").
    explicit ChartView(const QString &name, QWidget *parent = nullptr);
    ~ChartView() override;

    void setSpec(const ChartSpec &spec);
    const ChartSpec &spec() const;
    void setNote(
        const QString &text); // a sentence under the chart ("Bot was offline 02:10–06:45"); empty hides it
    // A further button in the head that is on or off, "Average"; a further entry of the menu.
    QToolButton *addSwitch(const QString &part, const QString &text);
    QMenu *menu() const;
    bool tableShown() const;
    void showTable(bool on);
    int cursorPoint() const; // -1 = none
    // The logical size of the plot and its date labels, for tests: pixels from the plot's left edge.
    QVector<ChartLabel> dateLabels() const;

    // On the GUI thread (Qt Charts allows no other); 2-4 ms for a month.
    // The same as lines and text, for files that are no pictures; the target has the size it is drawn for.
    static void paint(QPainter &painter, const QRectF &target, const ChartSpec &spec, bool dark = false);
    static QImage draw(const ChartSpec &spec, QSize logicalSize, double scale, bool dark = false);

public slots:
    void copyImage();
    void savePng();
    void saveCsv();

signals:
    void explainRequested();
    void pointActivated(UtcMs fromMs, UtcMs toMs, int series);
    void markActivated(int point, int series); // the same, for points that are no dates; -1 = all
    void told(const QString &message); // "Saved chart.png", for the message area

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    class Private;
    const std::unique_ptr<Private> d;
};

// What BotHost::Options::drawChart wants: the picture of a slash command, 900 x 350 at 2x (UX 4.1). Callable in any thread
// with an event loop; done is called there. Drawn in the GUI thread, encoded in a worker.
void drawChartForDiscord(const QJsonObject &json, std::function<void(QByteArray png)> done);

// Draws now and encodes in a worker thread; done gets the PNG in context's thread. Needs a QApplication (also
// offscreen).
void renderChartPng(const ChartSpec &spec, QSize logicalSize, double scale, QObject *context,
                    std::function<void(QByteArray png)> done);

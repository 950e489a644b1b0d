// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/chartcard.h"
#include "ui/widgets/chartspec.h"

#include <QImage>
#include <QSize>

#include <functional>
#include <memory>

class QJsonObject;
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
class ChartView : public ChartCard
{
    Q_OBJECT
public:
    explicit ChartView(const QString &name, QWidget *parent = nullptr);
    ~ChartView() override;

    void setSpec(const ChartSpec &spec);
    const ChartSpec &spec() const;
    // A further button in the head that is on or off, "Average".
    QToolButton *addSwitch(const QString &part, const QString &text);
    bool tableShown() const;
    void showTable(bool on);
    int cursorPoint() const; // -1 = none
    // The logical size of the plot and its date labels, for tests: pixels from the plot's left edge.
    QVector<ChartLabel> dateLabels() const;

    // On the GUI thread (Qt Charts allows no other); 2-4 ms for a month.
    // The same as lines and text, for files that are no pictures; the target has the size it is drawn for.
    static void paint(QPainter &painter, const QRectF &target, const ChartSpec &spec, bool dark = false);
    static QImage draw(const ChartSpec &spec, QSize logicalSize, double scale, bool dark = false);

signals:
    // Behind the series are the columns that only the table has.
    void pointActivated(UtcMs fromMs, UtcMs toMs, int series);
    void markActivated(int point, int series); // the same, for points that are no dates; -1 = all

protected:
    QImage picture(double scale, bool dark) const override;
    std::function<QByteArray()> csv() const override;
    void showEverything() override;

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

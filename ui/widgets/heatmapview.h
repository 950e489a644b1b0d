// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/chartcard.h"

#include <QImage>
#include <QString>
#include <QStringList>
#include <QVector>

#include <memory>

class QPainter;

// What a heatmap shows: rows of numbers over the hours of a day. The widget, its picture, the CSV and the words for screen
// readers come from this one value. Pure.
struct HeatSpec
{
    enum class Unit // of counts
    {
        Tickets,
        Messages
    };
    enum class Kind
    {
        Count,
        Decimal, // mean number of people
        Minutes // values are milliseconds, cells print whole minutes
    };
    struct Row
    {
        QString name; // "Tuesday"
        QVector<double> values; // one per column; NaN = not measured
        Kind kind = Kind::Count;
        std::optional<Unit> unit = {}; // another one than the rest
        int group = 0; // rows of one group share a range of colours
    };
    QString title;
    QString rowsName; // "Day"
    Unit unit = Unit::Tickets;
    QStringList columns; // "09"
    QStringList spokenColumns; // "09:00", "08:00 to 10:00"
    QVector<Row> rows;
    QString summary; // for screen readers
    QString emptyText;

    bool empty() const;
};
QString heatCellText(const HeatSpec &spec, int row, int column); // printed in the cell
QString heatCellWords(const HeatSpec &spec, int row, int column); // "Tuesday 09:00, 3 tickets"
QByteArray heatCsv(const HeatSpec &spec);

// The card with a heatmap (UX 2.10): a real table with painted cells, so that keys, selection and screen readers come with
// it. Enter or a click on a cell asks for the tickets counted there. Thread: GUI. Owner: the page.
class HeatmapView : public ChartCard
{
    Q_OBJECT
public:
    explicit HeatmapView(const QString &name, QWidget *parent = nullptr);
    ~HeatmapView() override;

    void setSpec(const HeatSpec &spec);
    const HeatSpec &spec() const;
    // 24, or 12 of two hours each where a number of three digits would not fit (UX 2.10). The spec is the page's to make.
    int hourColumns() const;
    // A row of switches in the head, one of which is on: "Opened", "Staff replies".
    void setModes(const QStringList &names);
    int mode() const;

    static void paint(QPainter &painter, const QRectF &area, const HeatSpec &spec, const QFont &font,
                      bool dark = false);
    static QImage draw(const HeatSpec &spec, QSize logicalSize, double scale, bool dark = false);

signals:
    void cellActivated(int row, int column);
    void modeChanged(int mode);
    void hourColumnsChanged();

protected:
    QImage picture(double scale, bool dark) const override;
    std::function<QByteArray()> csv() const override;
    void showEverything() override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void countHourColumns();

    class Private;
    const std::unique_ptr<Private> d;
};

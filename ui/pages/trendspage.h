// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"
#include "ui/pages/trendsexport.h"

#include <QTimer>

#include <memory>

namespace Ui {
class TrendsPage;
}
class ChartView;
class HeatmapView;
class QCheckBox;
class QToolButton;
class StaffRanking;

// The weekly look back (UX 3.3): eight charts over one period, the one before as a thin reference, what is missing said
// aloud. Every mark leads to exactly the tickets counted there. Charts are drawn one per turn of the event loop; the
// previous pictures stay until then.
class TrendsPage : public Page
{
    Q_OBJECT
public:
    TrendsPage(LiveData &live, StaffRanking &ranking, QWidget *parent = nullptr);
    ~TrendsPage() override;

    QString title() const override;
    SharedControls sharedControls() const override
    {
        return {CategoryControl | RangeControl | CompareControl};
    }
    QVector<QAction *> exportActions() override { return m_exports; }
    void setWidthClass(WidthClass width) override;
    void focusFirst() override;
    void saveView(UiSettings &settings) const override;
    void restoreView(const UiSettings &settings) override;
    void resetView() override;
    bool settled() const override { return m_toDraw.isEmpty() && Page::settled(); }

    const std::optional<TrendsAnswer> &answer() const { return m_answer; }
    ChartView *chart(TrendsFigures::Chart chart) const { return m_charts.value(chart); }
    HeatmapView *heatmap() const { return m_heatmap; }

protected:
    void reload() override;
    void update(const ChangeSet &changes) override;
    void timePassed() override;
    void botChanged() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeCharts();
    void ask();
    void show(const TrendsAnswer &answer);
    void drawSoon(TrendsFigures::Chart chart);
    void drawNext();
    void drawAll();
    void showFigures();
    void makeHoursSwitch();
    void showHoursSwitch();
    void showStates();
    void arrange();
    void explain(QWidget *opener, int row,
                 const std::function<std::optional<TrendsFigures::Explanation>()> &what);
    int rowOf(TrendsFigures::Chart chart) const;
    void openTickets(const TicketSet &set);
    void openMark(TrendsFigures::Chart which, int point, int series);
    void openCell(int row, int column);
    void hideStaff(bool hidden); // by hand, here
    void showStaff();
    void makeExports();
    void openExport(TrendsExport::Kind kind);

    const std::unique_ptr<Ui::TrendsPage> m_ui;
    StaffRanking &m_ranking;
    QVector<ChartView *> m_charts; // by TrendsFigures::Chart; none for Arrivals
    HeatmapView *m_heatmap;
    QToolButton *m_average = nullptr;
    QToolButton *m_byName = nullptr;
    QCheckBox *m_hoursOnly = nullptr;
    QVector<QToolButton *> m_figures;
    QVector<QAction *> m_exports;
    bool m_initials = false;
    LiveQuestion *m_question;
    LiveQuestion *m_staffQuestion;
    std::optional<TrendsAnswer> m_answer;
    std::optional<std::pair<TrendsQuestion, StaffHours>>
        m_staffRead; // may come before the answer it belongs to
    TrendsFigures::View m_view;
    QVector<TrendsFigures::Chart> m_toDraw;
    QTimer m_drawTimer;
    int m_layoutKind = -1;
};

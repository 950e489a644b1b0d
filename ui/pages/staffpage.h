// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"
#include "ui/pages/stafffigures.h"

#include <memory>

namespace Ui {
class StaffPage;
}
class ChartCard;
class ChartView;
class HeatmapView;
class QPushButton;
class QToolButton;
class StaffRanking;

// Who carries the load and who was there when (UX 3.5): a table of people, arrivals beside activity, and one person's
// days. The order can be by name without bars, for teams that want no ranking.
class StaffPage : public Page
{
    Q_OBJECT
public:
    StaffPage(LiveData &live, StaffRanking &ranking, QWidget *parent = nullptr);
    ~StaffPage() override;

    QString title() const override;
    SharedControls sharedControls() const override { return {CategoryControl | RangeControl}; }
    QVector<QAction *> exportActions() override { return m_exports; }
    void setWidthClass(WidthClass width) override;
    void focusFirst() override;

    const std::optional<StaffAnswer> &answer() const { return m_answer; }
    const std::optional<StaffDetail> &detail() const { return m_detail; }
    StaffModel *model() const { return m_model; }

protected:
    void reload() override;
    void update(const ChangeSet &changes) override;
    void timePassed() override;
    void botChanged() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildTools();
    void buildCharts();
    void ask();
    void chooseDetail();
    void show(const StaffAnswer &answer);
    void showRows(bool sameQuestion = true);
    void showDetail();
    void showStates();
    void arrange();
    void fitTable();
    void fitColumns();
    const StaffRow *current() const;
    void openTickets(const QVector<ChannelId> &tickets, const QString &chip, bool open = false);
    void openCell(int row, int column);
    void openWritten(const HeatmapView &heat, int row, int column, UserId person, int day);
    void explain(ChartCard *card, const QString &text);

    const std::unique_ptr<Ui::StaffPage> m_ui;
    StaffRanking &m_ranking;
    StaffModel *m_model;
    QPushButton *m_openButton = nullptr;
    QPushButton *m_answeredButton = nullptr;
    QToolButton *m_noRanking = nullptr;
    QToolButton *m_explain = nullptr;
    HeatmapView *m_activity;
    ChartView *m_answeredChart;
    ChartView *m_responseChart;
    HeatmapView *m_hours;
    QVector<QAction *> m_exports;
    LiveQuestion *m_question;
    LiveQuestion *m_hoursQuestion;
    LiveQuestion *m_detailQuestion;
    std::optional<StaffAnswer> m_answer;
    std::optional<std::pair<TrendsQuestion, StaffHours>>
        m_hoursRead; // may come before the answer it belongs to
    std::optional<StaffDetail> m_detail;
    UserId m_person;
    int m_layoutKind = -1;
};

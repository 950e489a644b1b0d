// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/overviewfigures.h"
#include "ui/pages/page.h"
#include "ui/widgets/explainpanel.h"

#include <memory>

namespace Ui {
class OverviewPage;
}
class ChartView;
class FirstLook;
class SetupChecklist;
class TeamModel;
class TicketTableModel;

// The first answer of the day (UX 3.1): the five numbers, who waits, who has much to do, and whether it gets
// better.
class OverviewPage : public Page
{
    Q_OBJECT
public:
    explicit OverviewPage(LiveData &live, QWidget *parent = nullptr);
    ~OverviewPage() override;

    QString title() const override;
    SharedControls sharedControls() const override
    {
        return {CategoryControl | RangeControl | CompareControl};
    }
    QVector<QAction *> exportActions() override { return m_exports; }
    void setWidthClass(WidthClass width) override;
    void focusFirst() override;
    void showNewest() override;
    void saveView(UiSettings &settings) const override;
    void restoreView(const UiSettings &settings) override;
    void showChecklist(); // the setup has just ended

protected:
    void showEvent(QShowEvent *event) override;
    void reload() override;
    void update(const ChangeSet &changes) override;
    void timePassed() override;
    void botChanged() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    bool m_cameBack = false; // the page was just shown again
    void ask();
    void show(const OverviewAnswer &answer);
    void showStates();
    void showState();
    void arrange();
    void explainCard(OverviewFigures::Card card);
    void explain(QWidget *opener, const std::function<ExplainPanel::Content()> &ask);
    ExplainPanel::Content content(OverviewFigures::Card card);
    ExplainPanel::Content content(const QString &title, const QString &text, const TicketSet &show);
    void openTickets(const TicketSet &set);
    void fitWaiting();

    const std::unique_ptr<Ui::OverviewPage> m_ui;
    SetupChecklist *m_steps;
    QVector<KpiCard *> m_cards;
    ChartView *m_opened;
    ChartView *m_backlog;
    TicketTableModel *m_waiting;
    FirstLook *m_firstLook = nullptr;
    TeamModel *m_team;
    QVector<QAction *> m_exports;
    LiveQuestion *m_question;
    std::optional<OverviewAnswer> m_answer;
    int m_cardColumns = 0;
    int m_layoutKind = -1;
};

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/notices/noticeactions.h"
#include "ui/pages/notices/noticewords.h"
#include "ui/pages/page.h"

#include <memory>

class RowTableModel;
class SummaryEditor;

namespace Ui {
class NoticesPage;
}

// Notifications and summaries (UX 3.7): alarms and what became of them, scheduled summaries with the state of each, the
// ticket log channel. What is changed here is in force at once and can be undone for 30 s; only a summary is edited as a
// whole. Thread: GUI.
class NoticesPage : public Page
{
    Q_OBJECT
public:
    NoticesPage(LiveData &live, NoticeActions actions, QWidget *parent = nullptr);
    ~NoticesPage() override;

    QString title() const override;
    void setWidthClass(WidthClass width) override;
    // Section "channel": to where another channel is chosen; chip: the sentence that names the present one.
    void open(const PageLink &link) override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void reload() override;
    void update(const ChangeSet &changes) override;
    void timePassed() override;
    void botChanged() override;

private:
    struct Answer;
    void show(const Answer &answer);
    void showAlarms();
    void showHistory();
    void showSummaries();
    void showLog();
    std::optional<NoticeRow> lastRun(const SummarySchedule &schedule) const;
    QWidget *summaryRow(const SummarySchedule &schedule, const std::optional<NoticeRow> &last);
    void edit(const SummarySchedule &schedule);
    void closeEditor();
    void save(const NoticeSettings &settings, const QString &text, bool withUndo = true);
    void saveLogChannel(ChannelId channel, bool withUndo = true);
    void removeSummary(qint64 id);
    void goToChannel();
    NoticeWords::Place place() const;

    const std::unique_ptr<Ui::NoticesPage> m_ui;
    const NoticeActions m_actions;
    LiveQuestion *m_question;
    RowTableModel *m_history;
    SummaryEditor *m_editor;
    std::unique_ptr<Answer> m_answer;
    std::optional<QString> m_wantedChannel; // as long as the page knows nothing yet
    QString m_botKey; // what the page shows of the bot
    QString m_shownSummaries; // what the rows were made of, so that they are not made anew for nothing
    bool m_filling = false;
};

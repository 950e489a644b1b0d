// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/data/dataactions.h"
#include "ui/pages/data/historywords.h"
#include "ui/pages/page.h"

#include <memory>
#include <optional>

namespace Ui {
class DataHistory;
}
class RowTableModel;

// Who changed what and when (UX J7): append-only, filtered by kind, person and time, with the way back where it is exact.
class DataHistory : public Page
{
    Q_OBJECT
public:
    DataHistory(LiveData &live, const DataActions &actions, QWidget *parent = nullptr);
    ~DataHistory() override;

    QString title() const override;
    QVector<QAction *> exportActions() override { return m_exports; }
    void setWidthClass(WidthClass width) override;

protected:
    void reload() override;
    void update(const ChangeSet &changes) override;
    void botChanged() override;

private:
    HistoryFilter chosenFilter() const;
    void chooseFilter();
    void ask();
    void show(const HistoryAnswer &answer);
    void fillFilters();
    void showChosen();
    const HistoryRow *chosen() const;
    void revert();
    void told(const Status &status, const QString &text);
    void exportCsv();

    const std::unique_ptr<Ui::DataHistory> m_ui;
    const DataActions m_actions;
    RowTableModel *m_model;
    LiveQuestion *m_question;
    QVector<QAction *> m_exports;
    std::optional<HistoryAnswer> m_answer;
    QVector<Actor> m_people; // behind the combo box, after "Everybody"
    QStringList m_kinds; // likewise
    GuildId m_shownServer;
    int m_offset = 0;
};

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"

#include <memory>
#include <optional>

namespace Ui {
class DataExport;
}

// Taking the data elsewhere (UX 3.8): every ticket of the server as a table for spreadsheets or as JSON for programs, or the
// whole database as a checked copy. What would be written is said before anything is.
class DataExport : public Page
{
    Q_OBJECT
public:
    explicit DataExport(LiveData &live, QWidget *parent = nullptr);
    ~DataExport() override;

    QString title() const override;
    QVector<QAction *> exportActions() override { return m_exports; }

protected:
    void reload() override;
    void update(const ChangeSet &changes) override;

private:
    struct Answer
    {
        qint64 tickets = 0;
        UtcMs firstMs = 0, lastMs = 0;
        qint64 bytes = 0; // of the database
        UtcMs nowMs = 0;
    };
    void show(const Answer &answer);
    void exportTickets(bool csv);
    void exportDatabase();

    const std::unique_ptr<Ui::DataExport> m_ui;
    QVector<QAction *> m_exports;
    LiveQuestion *m_question;
    std::optional<Answer> m_answer;
};

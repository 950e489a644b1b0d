// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/data/dataactions.h"
#include "ui/pages/page.h"

#include <memory>

namespace Ui {
class DataPage;
}

// Looking after what is recorded (UX 3.8): its sections are pages of their own behind one row of tabs, and only the one that
// is looked at asks for anything.
class DataPage : public Page
{
    Q_OBJECT
public:
    DataPage(LiveData &live, const DataActions &actions, QWidget *parent = nullptr);
    ~DataPage() override;

    QString title() const override;
    QLineEdit *searchField() override;
    QVector<QAction *> exportActions() override;
    void setWidthClass(WidthClass width) override;
    void open(const PageLink &link) override; // by PageLink::section
    void focusFirst() override;
    void saveView(UiSettings &settings) const override;
    void restoreView(const UiSettings &settings) override;
    void resetView() override;
    void showNewest() override;
    void toggleTables() override;

    void showSection(const QString &name); // "backups"
    QString section() const;

protected:
    void reload() override { }
    void update(const ChangeSet &changes) override { Q_UNUSED(changes); }

private:
    void addSection(Page *section);
    Page *current() const;

    const std::unique_ptr<Ui::DataPage> m_ui;
    QVector<Page *> m_sections;
};

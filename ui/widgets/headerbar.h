// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"

#include <QWidget>

#include <memory>

// The line above every page: title, what the page shares with others (category, range, comparison), the
// page's own controls, export. Never scrolls. Narrow windows keep the range and put the rest behind "Filters"
// (UX 2.2). Thread: GUI. Owner: MainWindow.
class HeaderBar : public QWidget
{
    Q_OBJECT
public:
    explicit HeaderBar(LiveData &live, QWidget *parent = nullptr);
    ~HeaderBar() override;

    void setPage(Page *page);
    void setWidthClass(WidthClass width);
    void setBusy(bool busy);
    void setNavigationButton(QWidget *button); // stands for the title in compact windows
    void refresh(); // title, categories, range, "as of"
    void openRange();
    void openExport();
    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    void changeEvent(QEvent *event) override;

signals:
    void zoneChangeWanted();

private:
    void setWords();
    void arrange();
    void makeRoomForSearch();
    void fillCategories();
    void openFilters();
    class Private;
    const std::unique_ptr<Private> d;
};

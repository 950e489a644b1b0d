// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/statepane.h"

#include <QCoreApplication>

class LiveData;
class Page;

// The next step of a page that never had anything to show (UX 2.6), by links that the window follows.
class FirstSteps
{
    Q_DECLARE_TR_FUNCTIONS(FirstSteps)
public:
    // Links that lead to no page: set up a server, start the demo.
    static QString setUpLink();
    static QString demoLink();

    static QVector<StatePane::Step> withoutServer(Page *page);
    static QVector<StatePane::Step> withoutTickets(Page *page);
    // The same, and why: none may appear where no category is watched.
    static void showWithoutTickets(Page *page, StatePane *pane, const LiveData &live,
                                   const QString &sentence);
    static QVector<StatePane::Step> withoutStaff(Page *page); // no role counts as staff

private:
    static StatePane::Step tryDemo(Page *page);
};

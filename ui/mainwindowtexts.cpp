// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/guide.h"
#include "ui/mainwindow.h"
#include "ui/messagebox.h"

#include <QAction>
#include <QDialog>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QKeySequence>
#include <QLabel>

using namespace Qt::Literals::StringLiterals;

// The parts of the window that are only words.

QVector<std::pair<QString, QString>> MainWindow::simulations()
{
    return {
        {u"disconnect"_s, tr("Connection lost")},
        {u"offline"_s, tr("No internet")},
        {u"revoked"_s, tr("Token revoked")},
        {u"content"_s, tr("Message Content off")},
        {u"intents"_s, tr("Basic intents refused")},
        {u"ratelimit"_s, tr("Rate limited")},
        {u"sessions"_s, tr("Too many sessions")},
        {u"permission"_s, tr("Missing permission in a channel")},
        {u"removed"_s, tr("Removed from the server")},
        {u"locked"_s, tr("Database locked")},
        {u"corrupt"_s, tr("Database damaged")},
        {u"diskfull"_s, tr("Little disk space")},
        {u"second"_s, tr("Second copy running")},
        {u"clock"_s, tr("Clock wrong")},
        {u"busy"_s, tr("A busy hour")},
        {u"overdue"_s, tr("Overdue tickets")},
        {u"late"_s, tr("Late first responses")},
        {u"summary"_s, tr("A scheduled summary is due")},
    };
}

void MainWindow::showGuide()
{
    auto *guide = findChild<Guide *>(QString(), Qt::FindDirectChildrenOnly);
    (guide ? guide : new Guide(this))->open(currentPage());
}

void MainWindow::showShortcuts()
{
    const QVector<std::pair<QString, QString>> rows{
        {u"Ctrl+1 … Ctrl+9"_s, tr("Pages")},
        {u"Alt+←, Alt+→"_s, tr("Back, forward")},
        {u"F1"_s, tr("Guide")},
        {u"F6, Shift+F6"_s, tr("Next, previous area")},
        {u"Ctrl+D"_s, tr("Date range")},
        {u"Ctrl+F"_s, tr("Search")},
        {u"Ctrl+K"_s, tr("Commands: pages, actions, servers, tickets")},
        {u"F5"_s, tr("Refresh, and show new tickets")},
        {u"Ctrl+T"_s, tr("Charts as tables")},
        {u"←, →, Home, End"_s, tr("Move through a chart")},
        {u"Ctrl+E"_s, tr("Export")},
        {u"Enter"_s, tr("Open the ticket")},
        {u"Ctrl+Enter"_s, tr("Open the ticket in Discord")},
        {u"Ctrl+C"_s, tr("Copy the row")},
        {u"Esc"_s, tr("Close a panel")},
        {u"Ctrl+W"_s, tr("Close the window")},
        {u"Ctrl+Q"_s, tr("Quit")},
    };
    QDialog dialog(this);
    dialog.setObjectName(u"shortcutsDialog"_s);
    dialog.setWindowTitle(tr("Keyboard shortcuts"));
    auto *layout = new QGridLayout(&dialog);
    layout->setHorizontalSpacing(24);
    for (int i = 0; i < rows.size(); ++i) {
        layout->addWidget(new QLabel(rows[i].first), i, 0);
        layout->addWidget(new QLabel(rows[i].second), i, 1);
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    layout->addWidget(buttons, int(rows.size()), 0, 1, 2);
    dialog.exec();
}

void MainWindow::showAbout()
{
    MessageBox::tell(this, tr("About Ticket Assistant"),
                     tr("Ticket Assistant %1\n\nSupport analytics for Discord servers. Free software under "
                        "the GNU General "
                        "Public License, version 3 or later.\n\nYour data stays on this computer.")
                         .arg(QStringLiteral(TA_VERSION)));
}

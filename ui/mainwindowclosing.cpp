// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "ui/livedata.h"
#include "ui/messagebox.h"
#include "ui/pages/page.h"
#include "ui/shell/pagenavigation.h"
#include "ui/trayicon.h"
#include "ui/uisettings.h"

#include <QCloseEvent>

using namespace Qt::Literals::StringLiterals;

// How the window goes and comes back: closing with and without a tray, quitting with unsaved changes.

void MainWindow::requestQuit()
{
    QVector<Page *> toSave;
    for (Page *page : m_navigation->pages()) {
        const QString unsaved = page->unsavedText();
        if (unsaved.isEmpty()) {
            toSave.append(page); // asks nobody: what it saves by itself may still wait for a moment
            continue;
        }
        m_navigation->show(page);
        const int answer =
            MessageBox::ask(this, tr("Unsaved changes"), unsaved, {tr("&Save"), tr("&Discard")}, 0);
        if (answer < 0)
            return; // Cancel
        if (answer == 0)
            toSave.append(page);
    }
    saveThenQuit(toSave);
}

void MainWindow::saveThenQuit(QVector<Page *> pages)
{
    if (!pages.isEmpty()) {
        Page *next = pages.takeFirst();
        next->saveUnsaved([this, pages](bool saved) {
            if (saved)
                saveThenQuit(pages);
        });
        return;
    }
    m_quitting = true;
    saveView();
    emit quitRequested();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_quitting) {
        event->accept();
        return;
    }
    event->ignore();
    QString choice = m_settings->value(u"window/closing"_s).toString();
    if (TrayIcon::available() && choice != "quit"_L1) {
        saveView();
        hide();
        if (!m_settings->value(u"window/toldAboutTray"_s).toBool()) {
            m_settings->setValue(u"window/toldAboutTray"_s, true);
            m_tray->notify(u"tray"_s, tr("Ticket Assistant"),
                           tr("Ticket Assistant keeps running here. Quit: Ctrl+Q"), m_live->nowMs());
        }
        return;
    }
    // Without a tray a hidden window could only be found by starting the program again: ask once.
    if (choice.isEmpty()) {
        bool remember = false;
        const int answer = MessageBox::ask(
            this, tr("Close window"), tr("Keep the bot running in the background?"),
            {tr("&Minimise"), tr("&Quit and stop the bot")}, 0, tr("&Remember my choice"), &remember);
        if (answer < 0)
            return;
        choice = answer == 0 ? u"minimise"_s : u"quit"_s;
        if (remember)
            m_settings->setValue(u"window/closing"_s, choice);
    }
    if (choice == "quit"_L1)
        requestQuit();
    else
        showMinimized();
}

void MainWindow::raiseWindow()
{
    if (isMinimized())
        showNormal();
    show();
    raise();
    activateWindow();
}

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/livedata.h"

#include <QDialog>

class QAction;
class QLineEdit;
class QListWidget;

// Ctrl+K (UX 2.4): typing finds pages, actions, servers and the channels of tickets; Enter does the first one.
// Thread: GUI. Owner: MainWindow, while it is open.
class CommandPalette : public QDialog
{
    Q_OBJECT
public:
    CommandPalette(LiveData &live, QWidget *parent);

    void add(const QString &kind, QAction *action); // those that are disabled or no words are left out
    void add(const QString &kind, const QString &text, std::function<void()> run);

    // Every word typed must begin a word of the text. Pure.
    static bool matches(const QString &text, const QString &typed);

signals:
    void ticketChosen(ChannelId ticket);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    struct Entry
    {
        QString kind;
        QString text;
        QString keys;
        std::function<void()> run;
    };
    void refresh();
    void askTickets();
    void choose();

    LiveData &m_live;
    QVector<Entry> m_entries;
    QVector<Entry> m_tickets; // what the database found
    QVector<Entry> m_shown; // rows of the list
    QLineEdit *m_field;
    QListWidget *m_list;
    LiveQuestion m_question;
};

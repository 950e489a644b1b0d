// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine.h"

#include <QWidget>

class QLabel;
class QTableWidget;
class QTimer;

// A plain view of the bot: the connection in words, the five numbers of the last 30 days, the open tickets.
//
// Thread: GUI. Owner: Application.
class PlainWindow : public QWidget
{
    Q_OBJECT
public:
    explicit PlainWindow(Engine &engine);

    void setNotice(const QString &text); // what keeps the bot from running; empty = nothing

signals:
    void closed();
    void demoAsked(bool demo); // the other world, please

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void showState(const BotState &state);
    void refresh();
    void showNumbers(const TicketStatistics &numbers);
    void showTickets(const TicketPage &page);

    Engine &m_engine;
    GuildId m_guild;
    QLabel *m_state;
    QLabel *m_notice;
    QLabel *m_numbers;
    QTableWidget *m_tickets;
    QTimer *m_refresh;
};

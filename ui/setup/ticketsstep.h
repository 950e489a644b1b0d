// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/setup/setupsession.h"
#include "ui/setup/ticketdetection.h"

class QTreeWidgetItem;

namespace Ui {
class TicketsStep;
}

// Step 3, once for each chosen server: which categories hold tickets and whether the bot can read them, where
// closed ones go, which bot opens them, who is staff and who may use the commands, and what would count as a
// ticket now. Everything is chosen from what the server has; names of categories and roles are never typed.
class TicketsStep : public SetupStep
{
    Q_OBJECT
public:
    explicit TicketsStep(SetupSession &session);
    ~TicketsStep() override;

    void enter() override;
    void leave() override;
    bool back() override; // to the server before
    QString blockedBy() const override;
    bool busy() const override { return m_saving; }
    void proceed() override; // to the next server, or on
    void setWidthClass(WidthClass width) override;
    QWidget *firstField() override;
    GuildId server() const { return m_server; }

signals:
    void importRequested();

private:
    void showServer(int index);
    void askServer();
    void takeView(const GuildView &view);
    void showCategories();
    void showAccess();
    void showChannels(); // closed category, archive, bots
    void showBots();
    void showDetection();
    void change(const std::function<void(SetupDraft &)> &edit);
    QString botRoleName() const;

    const std::unique_ptr<Ui::TicketsStep> m_ui;
    TicketDetection m_detection;
    int m_index = 0; // among the chosen servers
    GuildId m_server;
    std::optional<GuildView> m_view;
    QVector<BotChoice> m_bots;
    bool m_active = false;
    bool m_filling = false; // what changes now is not the person's choice
    bool m_saving = false;
};

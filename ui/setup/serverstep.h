// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/setup/setupsession.h"

class QCheckBox;

namespace Ui {
class ServerStep;
}

// Step 2: the servers that the bot is in, as they come and go, and the invitation to a further one.
class ServerStep : public SetupStep
{
    Q_OBJECT
public:
    explicit ServerStep(SetupSession &session);
    ~ServerStep() override;

    void enter() override;
    void leave() override;
    QString blockedBy() const override;
    void setWidthClass(WidthClass width) override;
    QWidget *firstField() override;

private:
    void showServers();
    void showLink();
    QUrl link() const;

    const std::unique_ptr<Ui::ServerStep> m_ui;
    QVector<std::pair<QCheckBox *, Discord::Permissions>> m_permissions;
    QSet<GuildId> m_present; // when the step was entered, and since
    bool m_entered = false;
    bool m_invited = false; // the link was opened or copied: the next server is the awaited one
};

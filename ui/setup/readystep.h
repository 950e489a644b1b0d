// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/setup/setupsession.h"

namespace Ui {
class ReadyStep;
}

// Step 4: what was chosen and what happens from now on; targets; how the program behaves when its window is
// closed. Finish saves.
class ReadyStep : public SetupStep
{
    Q_OBJECT
public:
    explicit ReadyStep(SetupSession &session);
    ~ReadyStep() override;

    void enter() override;
    QString blockedBy() const override { return {}; }
    bool busy() const override { return m_left > 0; }
    void proceed() override;
    QWidget *firstField() override;

private:
    void showSummary();
    void takeTargets();
    void keepClosing();

    const std::unique_ptr<Ui::ReadyStep> m_ui;
    int m_left = 0; // servers that are being saved
    QString m_failure;
    bool m_filling = false;
};

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/setup/setupsession.h"

class TokenForm;
class QBoxLayout;

namespace Ui {
class TokenStep;
}

// Step 1: the bot's token, tested and kept, and the way to one.
class TokenStep : public SetupStep
{
    Q_OBJECT
public:
    explicit TokenStep(SetupSession &session);
    ~TokenStep() override;

    QString blockedBy() const override;
    bool busy() const override;
    void proceed() override;
    void setWidthClass(WidthClass width) override;
    QWidget *firstField() override;

private:
    void showState();
    const std::unique_ptr<Ui::TokenStep> m_ui;
    TokenForm *m_form;
};

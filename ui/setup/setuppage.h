// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"
#include "ui/setup/setupplan.h"

#include <memory>

class SetupSession;
class SetupStep;

namespace Ui {
class SetupPage;
}

// The setup assistant (UX J1): four steps at the left, the current one at the right, Back and Continue below
// it. It is left at any time and goes on at the same step; the session remembers. Nothing here waits: what a
// step asks is answered later, and late answers of a step that was left change nothing.
//
// Thread: GUI. Owner: MainWindow's page stack; the session outlives it.
class SetupPage : public Page
{
    Q_OBJECT
public:
    SetupPage(LiveData &live, SetupSession &session);
    ~SetupPage() override;

    QString title() const override { return tr("Set up Ticket Assistant"); }
    void setWidthClass(WidthClass width) override;
    void focusFirst() override;
    SetupStepId step() const { return m_step; }

signals:
    void finished(); // everything is saved
    void leftForLater();
    void importRequested(); // what the Python bot was set to answers many of the questions

protected:
    void reload() override { }
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void resume();
    void showCurrent();
    void go(SetupStepId step);
    void goBack();
    void goOn();
    void showState();
    QString stepName(SetupStepId step) const;
    bool skipped(SetupStepId step) const;
    SetupStep *current() const;

    const std::unique_ptr<Ui::SetupPage> m_ui;
    SetupSession &m_session;
    QVector<SetupStep *> m_steps;
    SetupStepId m_step = SetupStepId::Token;
    bool m_resuming = false; // the saved step waits for the connection
};

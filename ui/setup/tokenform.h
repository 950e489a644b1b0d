// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <memory>

class NoticeBar;
class TokenDesk;
enum class TokenAction;

namespace Ui {
class TokenForm;
}

// The field for a bot token and what becomes of it, shared by the assistant and the token dialog. The text
// leaves the field only towards the desk, and the field is emptied when the token is kept or refused.
//
// Thread: GUI. Owner: the step or dialog it stands in. The desk outlives it.
class TokenForm : public QWidget
{
    Q_OBJECT
public:
    explicit TokenForm(TokenDesk &desk, QWidget *parent = nullptr);
    ~TokenForm() override;

    bool isEmpty() const;
    void offer(const QString &token); // as if it had been pasted and submitted
    void submit(); // what is in the field; says so when it cannot be a token
    void focusField();

signals:
    void edited();
    void submitRequested(); // Enter in the field

private:
    void showSituation();
    void say(const QString &key, int look, const QString &text);
    const std::unique_ptr<Ui::TokenForm> m_ui;
    TokenDesk &m_desk;
    NoticeBar *m_notice;
    QList<TokenAction> m_actions;
    int m_number = 0; // of what was said: each is announced once
};

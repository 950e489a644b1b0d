// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <memory>

class TokenDesk;
class TokenForm;
class NoticeBar;
struct VaultAnswer;

namespace Ui {
class TokenDialog;
}

// Replaces or removes the bot token of a running program: from the menu, and from the banner of a token that
// Discord rejected. Not modal: the window goes on behind it.
//
// Thread: GUI. Owner: MainWindow; the desk outlives it.
class TokenDialog : public QDialog
{
    Q_OBJECT
public:
    TokenDialog(TokenDesk &desk, const QString &botName, QWidget *parent = nullptr);
    ~TokenDialog() override;

    void offer(const QString &token); // found in imported files: checked and kept like one that is pasted
    void reject() override;
    void askRemoval(); // as its button does

protected:
    bool event(QEvent *event) override;

private:
    void showState();
    void tellRemoved(const VaultAnswer &answer);
    const std::unique_ptr<Ui::TokenDialog> m_ui;
    TokenDesk &m_desk;
    const QString m_botName;
    TokenForm *m_form;
    NoticeBar *m_removal;
};

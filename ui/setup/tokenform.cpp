// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/tokenform.h"

#include "ui/setup/tokendesk.h"
#include "ui_tokenform.h"

#include <QClipboard>
#include <QGuiApplication>

using namespace Qt::Literals::StringLiterals;

TokenForm::TokenForm(TokenDesk &desk, QWidget *parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::TokenForm>()), m_desk(desk),
      m_notice(new NoticeBar(u"tokenNotice"_s))
{
    m_ui->setupUi(this);
    m_ui->formLayout->insertWidget(m_ui->formLayout->indexOf(m_ui->storageLabel), m_notice);
    connect(m_ui->showButton, &QPushButton::toggled, this, [this](bool on) {
        m_ui->tokenField->setEchoMode(on ? QLineEdit::Normal : QLineEdit::Password);
        m_ui->showButton->setText(on ? tr("Hi&de") : tr("&Show"));
    });
    connect(m_ui->pasteButton, &QPushButton::clicked, this, [this] {
        m_ui->tokenField->setText(QGuiApplication::clipboard()->text().trimmed());
        m_ui->tokenField->setFocus();
        // A wrong thing on the clipboard is told at once; typing is not commented on.
        if (const QString problem = tokenShapeProblem(m_ui->tokenField->text()); !problem.isEmpty())
            say(u"shape"_s, int(NoticeBar::Look::Error), problem);
    });
    connect(m_ui->tokenField, &QLineEdit::textEdited, this, [this] { m_notice->hideNotice(); });
    connect(m_ui->tokenField, &QLineEdit::textChanged, this, [this] {
        if (m_notice->key().startsWith("shape"_L1))
            m_notice->hideNotice();
        emit edited();
    });
    connect(m_ui->tokenField, &QLineEdit::returnPressed, this, &TokenForm::submitRequested);
    connect(m_notice, &NoticeBar::buttonClicked, this, [this](int index) {
        const TokenAction action = m_actions.value(index);
        if (action == TokenAction::AnotherToken)
            m_ui->tokenField->clear();
        m_desk.act(action);
        if (!m_desk.situation().busy() && m_desk.situation().stage != TokenSituation::Stage::Kept)
            focusField();
    });
    connect(&m_desk, &TokenDesk::changed, this, &TokenForm::showSituation);
    showSituation();
}

TokenForm::~TokenForm() = default;

bool TokenForm::isEmpty() const
{
    return m_ui->tokenField->text().trimmed().isEmpty();
}

void TokenForm::focusField()
{
    m_ui->tokenField->setFocus(Qt::OtherFocusReason);
}

void TokenForm::say(const QString &key, int look, const QString &text)
{
    m_notice->showNotice(u"%1-%2"_s.arg(key).arg(++m_number), NoticeBar::Look(look), text, {}, false);
    m_ui->tokenField->setAccessibleDescription(text);
}

void TokenForm::offer(const QString &token)
{
    m_ui->tokenField->setText(token);
    submit();
}

void TokenForm::submit()
{
    if (m_desk.submit(m_ui->tokenField->text()))
        return;
    m_actions.clear();
    say(u"shape"_s, int(NoticeBar::Look::Error), tokenShapeProblem(m_ui->tokenField->text()));
    m_ui->tokenField->selectAll();
    focusField();
}

void TokenForm::showSituation()
{
    using Stage = TokenSituation::Stage;
    const TokenSituation &situation = m_desk.situation();
    const TokenNotice notice = tokenNotice(situation);
    const bool fixed = m_desk.fixed();
    // Read-only, not disabled: the focus stays where it is while Discord and the store are asked.
    m_ui->tokenField->setReadOnly(situation.busy() || fixed);
    m_ui->pasteButton->setEnabled(!situation.busy() && !fixed);
    if (situation.stage == Stage::Kept)
        m_ui->tokenField->clear();
    m_ui->tokenField->setPlaceholderText(m_desk.hasToken() ? tr("A token is set")
                                                           : tr("Paste the token here"));
    m_ui->tokenField->setToolTip(m_desk.hasToken() ? tr("Paste another token to replace it.") : QString());
    m_ui->storageLabel->setText(
        fixed || m_desk.source() == TokenSource::UntilQuit
            ? tokenSourceText(m_desk.source())
            : tr("Stored in your system's password store (Secret Service, KWallet, Windows Credential "
                 "Manager or Keychain). Never written to a file or log."));
    m_actions = notice.actions;
    QStringList buttons;
    for (const TokenAction action : notice.actions)
        buttons.append(tokenActionText(action));
    if (notice.text.isEmpty()) {
        m_notice->hideNotice();
        m_ui->tokenField->setAccessibleDescription(m_ui->storageLabel->text());
        return;
    }
    m_notice->showNotice(
        u"stage-%1-%2"_s.arg(int(situation.stage)).arg(situation.waitSeconds > 0 ? 2 : int(situation.slow)),
        notice.look, notice.text, buttons, false);
    m_ui->tokenField->setAccessibleDescription(notice.text);
    if (situation.stage == Stage::Rejected) {
        m_ui->tokenField->selectAll();
        focusField();
    }
}

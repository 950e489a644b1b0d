// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/tokendialog.h"

#include "ui/setup/tokendesk.h"
#include "ui/setup/tokenform.h"
#include "ui_tokendialog.h"

using namespace Qt::Literals::StringLiterals;

TokenDialog::TokenDialog(TokenDesk &desk, const QString &botName, QWidget *parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::TokenDialog>()), m_desk(desk), m_botName(botName),
      m_form(new TokenForm(desk)), m_removal(new NoticeBar(u"removalNotice"_s))
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    if (desk.situation().stage == TokenSituation::Stage::Kept)
        desk.reset(); // that a token worked some time ago says nothing about now
    m_ui->dialogLayout->insertWidget(1, m_form);
    m_ui->dialogLayout->insertWidget(2, m_removal);
    connect(m_form, &TokenForm::edited, this, &TokenDialog::showState);
    connect(m_form, &TokenForm::submitRequested, m_form, &TokenForm::submit);
    connect(m_ui->saveButton, &QPushButton::clicked, m_form, &TokenForm::submit);
    connect(m_ui->closeButton, &QPushButton::clicked, this, &QDialog::close);
    connect(m_ui->removeButton, &QPushButton::clicked, this, &TokenDialog::askRemoval);
    connect(m_removal, &NoticeBar::buttonClicked, this, [this](int index) {
        m_removal->hideNotice();
        if (index == 0)
            m_desk.remove();
        else
            m_ui->removeButton->setFocus();
    });
    connect(&desk, &TokenDesk::changed, this, &TokenDialog::showState);
    connect(&desk, &TokenDesk::kept, m_ui->closeButton, qOverload<>(&QWidget::setFocus));
    connect(&desk, &TokenDesk::removed, this, &TokenDialog::tellRemoved);
    showState();
    m_form->focusField();
}

TokenDialog::~TokenDialog() = default;

void TokenDialog::offer(const QString &token)
{
    m_form->offer(token);
}

// It cannot be undone here: the token has to be copied or reset in the Developer Portal again.
void TokenDialog::askRemoval()
{
    if (!m_ui->removeButton->isEnabled())
        return;
    m_removal->showNotice(u"ask"_s, NoticeBar::Look::Warning,
                          tr("The bot stops, and the token is deleted from your password store. Recorded "
                             "tickets stay."),
                          {tr("Remove token"), tr("Keep it")}, false);
}

void TokenDialog::reject()
{
    // What is under way is given up with the dialog; a question stays in the window's banner.
    if (m_desk.situation().busy())
        m_desk.reset();
    QDialog::reject();
}

// What it has to say comes and goes, in lines that wrap: as high as they need, so that none of them is cut off.
bool TokenDialog::event(QEvent *event)
{
    const bool done = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest && layout()->hasHeightForWidth())
        resize(width(), layout()->totalHeightForWidth(width()));
    return done;
}

void TokenDialog::showState()
{
    const bool busy = m_desk.situation().busy();
    const QString source = tokenSourceText(m_desk.source());
    m_ui->sourceText->setText(
        m_botName.isEmpty() || !m_desk.hasToken()
            ? source
            : tr("%1 The bot is %2.", "sentence about the token").arg(source, m_botName));
    m_ui->saveButton->setEnabled(!busy && !m_form->isEmpty() && !m_desk.fixed());
    m_ui->removeButton->setEnabled(!busy && m_desk.hasToken() && !m_desk.fixed());
    m_ui->removeButton->setToolTip(m_desk.fixed() ? source : QString());
}

void TokenDialog::tellRemoved(const VaultAnswer &answer)
{
    m_removal->showNotice(
        answer.ok() ? u"removed"_s : u"not-removed"_s,
        answer.ok() ? NoticeBar::Look::Good : NoticeBar::Look::Warning,
        answer.ok() ? tr("The token was removed and the bot is stopped.")
                    : tr("The token was not removed. %1 Unlock or start it and try again.").arg(answer.text),
        {}, false);
    showState();
}

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/setuppage.h"

#include "ui/livedata.h"
#include "ui/setup/readystep.h"
#include "ui/setup/serverstep.h"
#include "ui/setup/setupsession.h"
#include "ui/setup/ticketsstep.h"
#include "ui/setup/tokenstep.h"
#include "ui_setuppage.h"

#include <QKeyEvent>
#include <QScrollBar>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;

SetupPage::SetupPage(LiveData &live, SetupSession &session)
    : Page(live, u"setup"_s), m_ui(std::make_unique<Ui::SetupPage>()), m_session(session)
{
    m_ui->setupUi(this);
    setObjectName(u"setupPage"_s); // Designer's setupUi gives the form's name
    auto *tickets = new TicketsStep(session);
    connect(tickets, &TicketsStep::importRequested, this, &SetupPage::importRequested);
    m_steps = {new TokenStep(session), new ServerStep(session), tickets, new ReadyStep(session)};
    for (SetupStep *step : std::as_const(m_steps)) {
        step->hide();
        m_ui->stepsLayout->addWidget(step);
        connect(step, &SetupStep::changed, this, &SetupPage::showState);
        connect(step, &SetupStep::message, this, [this](const QString &text) { say(text); });
        connect(step, &SetupStep::advance, this, [this, step] {
            if (step == current() && isVisible())
                goOn();
        });
    }
    // The words and signs say which step is current; the list is a way back, not a choice.
    m_ui->stepList->viewport()->setAutoFillBackground(false);
    connect(m_ui->backButton, &QPushButton::clicked, this, &SetupPage::goBack);
    connect(m_ui->continueButton, &QPushButton::clicked, this, [this] {
        const QString blocked = current()->blockedBy();
        if (blocked.isEmpty() && !current()->busy())
            current()->proceed();
    });
    connect(m_ui->laterButton, &QPushButton::clicked, this, &SetupPage::leftForLater);
    connect(&session.desk(), &TokenDesk::kept, this, [this] {
        if (isVisible() && m_step == SetupStepId::Token)
            m_ui->continueButton->setFocus(Qt::OtherFocusReason);
    });
    connect(&session, &SetupSession::changed, this, [this] {
        if (m_resuming)
            resume();
        showState();
    });
    connect(m_ui->stepList, &QListWidget::itemActivated, this, [this](QListWidgetItem *item) {
        const int row = m_ui->stepList->row(item);
        if (row < int(m_step) && !skipped(SetupStepId(row)))
            go(SetupStepId(row));
    });
    showState();
}

SetupPage::~SetupPage() = default;

SetupStep *SetupPage::current() const
{
    return m_steps[int(m_step)];
}

bool SetupPage::skipped(SetupStepId step) const
{
    return step == SetupStepId::Token && m_session.desk().fixed();
}

QString SetupPage::stepName(SetupStepId step) const
{
    switch (step) {
    case SetupStepId::Token:
        return tr("Token");
    case SetupStepId::Server:
        return tr("Server");
    case SetupStepId::Tickets:
        return tr("Tickets and team");
    case SetupStepId::Ready:
        return tr("Ready");
    }
    return {};
}

void SetupPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_resuming = true;
    resume();
    // Not while the page is being shown: nothing of it takes the focus yet.
    QTimer::singleShot(0, this, &SetupPage::focusFirst);
}

void SetupPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_resuming = false;
    current()->leave();
}

// The servers of a later step are known only once the bot is connected; until then the way there is shown.
void SetupPage::resume()
{
    const int saved = m_session.savedStep();
    const SetupStepId reachable = setupResumeAt(saved, m_session.facts());
    m_resuming = int(reachable) < saved && reachable == SetupStepId::Token;
    SetupStepId step = reachable;
    if (skipped(step))
        step = SetupStepId::Server;
    if (step != m_step || current()->isHidden()) {
        m_step = step;
        showCurrent();
    }
    current()->enter();
    showState();
    if (!m_session.begun())
        m_session.saveStep(m_step);
}

// A stack would be as high as its highest step; only the current one counts here.
void SetupPage::showCurrent()
{
    for (SetupStep *step : std::as_const(m_steps))
        step->setVisible(step == current());
}

void SetupPage::go(SetupStepId step)
{
    current()->leave();
    m_resuming = false;
    m_step = step;
    m_session.saveStep(step);
    showCurrent();
    m_ui->stepScroll->verticalScrollBar()->setValue(0);
    current()->enter();
    showState();
    focusFirst();
}

void SetupPage::goBack()
{
    if (current()->back() || m_step == SetupStepId::Token)
        return;
    const auto before = SetupStepId(int(m_step) - 1);
    if (!skipped(before))
        go(before);
}

void SetupPage::goOn()
{
    if (m_step == SetupStepId::Ready) {
        // One of those that were set up is what comes next.
        const QVector<GuildId> servers = m_session.chosen();
        m_session.end();
        if (!servers.isEmpty() && !servers.contains(live().server()))
            live().setServer(servers.first());
        emit finished();
        return;
    }
    go(SetupStepId(int(m_step) + 1));
}

void SetupPage::showState()
{
    for (int i = 0; i < SetupSteps; ++i) {
        QListWidgetItem *item = m_ui->stepList->item(i);
        if (!item) {
            item = new QListWidgetItem(m_ui->stepList);
            item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        }
        const auto step = SetupStepId(i);
        const QString name = stepName(step);
        const QString number = QString::number(i + 1);
        if (skipped(step)) {
            item->setText(tr("✓ %1 %2\n     Set by DISCORD_TOKEN").arg(number, name));
            item->setData(Qt::AccessibleTextRole, tr("Step %1, %2, set by DISCORD_TOKEN").arg(number, name));
        } else if (step == m_step) {
            item->setText(tr("● %1 %2", "the current step").arg(number, name));
            item->setData(Qt::AccessibleTextRole, tr("Step %1, %2, current").arg(number, name));
        } else if (i < int(m_step)) {
            item->setText(tr("✓ %1 %2", "a step that is done").arg(number, name));
            item->setData(Qt::AccessibleTextRole, tr("Step %1, %2, done").arg(number, name));
        } else {
            item->setText(tr("○ %1 %2", "a step to come").arg(number, name));
            item->setData(Qt::AccessibleTextRole, tr("Step %1, %2, to do").arg(number, name));
        }
        QFont font = m_ui->stepList->font();
        font.setBold(step == m_step);
        item->setFont(font);
    }
    m_ui->stepList->setCurrentRow(int(m_step));
    m_ui->stepLine->setText(
        tr("Step %1 of %2: %3")
            .arg(QString::number(int(m_step) + 1), QString::number(SetupSteps), stepName(m_step)));
    const bool last = m_step == SetupStepId::Ready;
    const bool busy = current()->busy();
    const QString blocked = current()->blockedBy();
    m_ui->continueButton->setText(last ? tr("F&inish") : tr("&Continue"));
    m_ui->continueButton->setEnabled(blocked.isEmpty() && !busy);
    m_ui->continueButton->setToolTip(blocked);
    m_ui->backButton->setEnabled(!busy && m_step != SetupStepId::Token
                                 && !(m_step == SetupStepId::Server && skipped(SetupStepId::Token)));
    m_ui->blockedText->setText(busy && m_step != SetupStepId::Token ? tr("Saving…") : blocked);
}

void SetupPage::setWidthClass(WidthClass width)
{
    Page::setWidthClass(width);
    const bool compact = width == WidthClass::Compact;
    m_ui->stepPanel->setVisible(!compact);
    m_ui->stepLine->setVisible(compact);
    m_ui->pageTitle->setVisible(!compact);
    for (SetupStep *step : std::as_const(m_steps))
        step->setWidthClass(width);
}

void SetupPage::focusFirst()
{
    if (QWidget *field = current()->firstField(); field && field->isVisible() && field->isEnabled())
        field->setFocus(Qt::OtherFocusReason);
    else
        Page::focusFirst();
}

void SetupPage::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && m_ui->continueButton->isEnabled()) {
        m_ui->continueButton->click();
        return;
    }
    Page::keyPressEvent(event);
}

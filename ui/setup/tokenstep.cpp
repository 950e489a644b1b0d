// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/tokenstep.h"

#include "ui/discordpictures.h"
#include "ui/livedata.h"
#include "ui/setup/contentline.h"
#include "ui/setup/tokenform.h"
#include "ui/theme.h"
#include "ui_tokenstep.h"

using namespace Qt::Literals::StringLiterals;

TokenStep::TokenStep(SetupSession &session)
    : SetupStep(session, u"tokenStep"_s), m_ui(std::make_unique<Ui::TokenStep>()),
      m_form(new TokenForm(session.desk()))
{
    m_ui->setupUi(this);
    m_ui->haveLayout->insertWidget(1, m_form);
    m_ui->contentCardLayout->addWidget(new ContentLine(session));
    connect(m_form, &TokenForm::edited, this, &SetupStep::changed);
    connect(m_ui->portalButton, &QPushButton::clicked, this,
            [this] { m_session.openUrl(QUrl(u"https://discord.com/developers/applications"_s)); });
    connect(&session.desk(), &TokenDesk::changed, this, [this] {
        showState();
        emit changed();
    });
    connect(&session.live(), &LiveData::botStateChanged, this, &TokenStep::showState);
    if (DiscordPictures *pictures = DiscordPictures::instance())
        connect(pictures, &DiscordPictures::changed, this, &TokenStep::showState);
    showState();
}

TokenStep::~TokenStep() = default;

void TokenStep::showState()
{
    // Who it is, as soon as the gateway has said so.
    const QString name = m_session.live().bot().selfName;
    const bool known = m_session.desk().hasToken() && !name.isEmpty();
    m_ui->botRow->setVisible(known);
    if (!known)
        return;
    const BotState &bot = m_session.live().bot();
    m_ui->botIcon->setPixmap(
        DiscordPictures::ofBot(bot.self, bot.selfAvatar, name, palette().color(QPalette::Highlight))
            .pixmap(QSize(32, 32), devicePixelRatioF()));
    m_ui->botName->setText(m_session.live().connected() ? tr("%1 is connected to Discord.").arg(name)
                                                        : tr("The bot is %1.").arg(name));
}

QString TokenStep::blockedBy() const
{
    if (!m_form->isEmpty())
        return {};
    return setupBlockedBy(SetupStepId::Token, m_session.facts());
}

bool TokenStep::busy() const
{
    return m_session.desk().situation().busy();
}

void TokenStep::proceed()
{
    // First it is tested and kept; that is shown, and the next press goes on.
    if (m_form->isEmpty() && m_session.desk().hasToken())
        emit advance();
    else if (!busy())
        m_form->submit();
}

void TokenStep::setWidthClass(WidthClass width)
{
    m_ui->columns->setDirection(width == WidthClass::Compact ? QBoxLayout::TopToBottom
                                                             : QBoxLayout::LeftToRight);
}

QWidget *TokenStep::firstField()
{
    return m_form->findChild<QWidget *>(u"tokenField"_s);
}

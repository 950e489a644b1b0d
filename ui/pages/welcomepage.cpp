// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/welcomepage.h"

#include "ui/icons.h"
#include "ui_welcomepage.h"

#include <QTimer>

using namespace Qt::Literals::StringLiterals;

WelcomePage::WelcomePage(LiveData &live) : Page(live, u"welcome"_s), m_ui(std::make_unique<Ui::WelcomePage>())
{
    m_ui->setupUi(this);
    setObjectName(u"welcomePage"_s);
    m_ui->welcomeIcon->setPixmap(
        Icons::ticket(ConnectionWords::Shape::Normal).pixmap(QSize(72, 72), devicePixelRatioF()));
    connect(m_ui->connectButton, &QPushButton::clicked, this, &WelcomePage::setupRequested);
    connect(m_ui->demoButton, &QPushButton::clicked, this, &WelcomePage::demoRequested);
    connect(m_ui->importButton, &QPushButton::clicked, this, &WelcomePage::importRequested);
    connect(m_ui->restoreButton, &QPushButton::clicked, this, &WelcomePage::restoreRequested);
}

WelcomePage::~WelcomePage() = default;

void WelcomePage::setBegun(bool begun)
{
    m_ui->connectButton->setText(begun ? tr("&Go on with the setup") : tr("&Connect a Discord bot"));
}

void WelcomePage::setImportOffered(bool offered)
{
    m_ui->importButton->setVisible(offered);
}

void WelcomePage::setWidthClass(WidthClass width)
{
    Page::setWidthClass(width);
    m_ui->welcomeIcon->setVisible(width != WidthClass::Compact);
}

void WelcomePage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    QTimer::singleShot(0, this, &WelcomePage::focusFirst);
}

void WelcomePage::focusFirst()
{
    m_ui->connectButton->setFocus(Qt::OtherFocusReason);
}

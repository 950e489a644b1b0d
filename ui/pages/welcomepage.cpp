// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/welcomepage.h"

#include "bot/base/translations.h"
#include "ui/icons.h"
#include "ui/uilanguage.h"
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
    // Each language by its own name: nobody needs to be able to read the one that is chosen.
    for (const QString &code : Translations::available())
        m_ui->welcomeLanguage->addItem(Translations::ownName(code), code);
    const UiLanguage *language = UiLanguage::instance();
    m_ui->welcomeLanguage->setCurrentIndex(
        qMax(0, m_ui->welcomeLanguage->findData(language ? language->code() : u"en"_s)));
    connect(m_ui->welcomeLanguage, &QComboBox::activated, this,
            [this] { emit languageChosen(m_ui->welcomeLanguage->currentData().toString()); });
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
    if (std::exchange(m_languageFirst, false))
        m_ui->welcomeLanguage->setFocus(Qt::OtherFocusReason);
    else
        m_ui->connectButton->setFocus(Qt::OtherFocusReason);
}

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/openingnotice.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QLabel>
#include <QProgressBar>
#include <QVBoxLayout>
#include <QWidget>

namespace {

struct OpeningTr
{
    Q_DECLARE_TR_FUNCTIONS(OpeningNotice)
};

std::unique_ptr<QWidget> noticeWindow()
{
    auto window =
        std::make_unique<QWidget>(nullptr, Qt::Dialog | Qt::CustomizeWindowHint | Qt::WindowTitleHint);
    window->setObjectName(QStringLiteral("openingNotice"));
    window->setWindowTitle(OpeningTr::tr("Ticket Assistant"));
    window->setAttribute(Qt::WA_QuitOnClose, false); // the console comes after it
    auto *layout = new QVBoxLayout(window.get());
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(12);
    auto *sentence =
        new QLabel(OpeningTr::tr("The data is being opened. After an update this can take a minute; "
                                 "a copy of it is kept."));
    sentence->setObjectName(QStringLiteral("openingSentence"));
    sentence->setWordWrap(true);
    sentence->setMinimumWidth(360);
    auto *bar = new QProgressBar;
    bar->setObjectName(QStringLiteral("openingBar"));
    bar->setAccessibleName(sentence->text());
    bar->setRange(0, 0);
    bar->setTextVisible(false);
    layout->addWidget(sentence);
    layout->addWidget(bar);
    return window;
}

} // namespace

OpeningNotice::OpeningNotice()
{
    m_since.start();
}

OpeningNotice::~OpeningNotice() = default;

void OpeningNotice::stillWaiting()
{
    if (m_since.elapsed() < PatienceMs)
        return;
    if (!m_window) {
        m_window = noticeWindow();
        m_window->show();
    }
    QCoreApplication::processEvents(QEventLoop::ExcludeUserInputEvents);
}

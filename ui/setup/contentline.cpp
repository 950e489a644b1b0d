// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/contentline.h"

#include "ui/icons.h"
#include "ui/livedata.h"
#include "ui/setup/setupsession.h"
#include "ui/theme.h"
#include "ui_contentline.h"

#include <QApplication>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr quint64 LimitedFlag = 1ull << 19; // what a bot in few servers may give itself

}

ContentLine::ContentLine(SetupSession &session, QWidget *parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::ContentLine>()), m_session(session)
{
    m_ui->setupUi(this);
    m_timer.setInterval(CheckMs);
    connect(&m_timer, &QTimer::timeout, this, &ContentLine::check);
    connect(&m_session.desk(), &TokenDesk::kept, this, &ContentLine::check);
    connect(m_ui->openBotPageButton, &QPushButton::clicked, this, [this] {
        m_session.openUrl(QUrl(u"https://discord.com/developers/applications/%1/bot"_s.arg(
            m_session.live().bot().application.toString())));
    });
    connect(m_ui->turnOnButton, &QPushButton::clicked, this, &ContentLine::turnOn);
    show(State::Unknown);
}

ContentLine::~ContentLine() = default;

void ContentLine::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_timer.start();
    check();
}

void ContentLine::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_timer.stop();
}

void ContentLine::check()
{
    if (m_asked || !isVisible() || !m_session.desk().hasToken())
        return;
    m_asked = true;
    m_session.host().call(Discord::Routes::currentApplication(), this,
                          [this](const Discord::RestReply &reply) {
                              m_asked = false;
                              if (!reply.ok())
                                  return; // the line stays; the connection has its own banner
                              const auto application = Discord::Application::fromJson(reply.json.object());
                              if (!application)
                                  return;
                              m_flags = application->flags;
                              show(application->mayAskForMessageContent() ? State::On : State::Off);
                          });
}

void ContentLine::turnOn()
{
    // Not disabled meanwhile: the focus would leave it for wherever the toolkit likes.
    if (std::exchange(m_turning, true))
        return;
    m_ui->contentResult->setText(tr("Turning it on…"));
    m_ui->contentResult->show();
    m_session.host().call(
        Discord::Routes::editCurrentApplication(m_flags | LimitedFlag), this,
        [this](const Discord::RestReply &reply) {
            m_turning = false;
            m_ui->contentResult->setText(
                reply.ok() ? QString()
                           : tr("Discord did not allow it. Turn it on by hand on the Bot page; this line "
                                "notices by itself."));
            m_ui->contentResult->setVisible(!reply.ok());
            check();
        });
}

void ContentLine::show(State state)
{
    const bool on = state == State::On;
    // The gateway asks for the intent when it connects: what was turned on just now needs a new connection.
    if (on && m_wasOff && m_session.desk().source() != TokenSource::None)
        m_session.desk().hands().readAgain();
    m_wasOff = state == State::Off;
    m_state = state;
    const ThemeColours &colours = Theme::colours(palette());
    m_ui->contentIcon->setPixmap((on ? Icons::sign(Icons::Sign::Good, colours.good)
                                     : Icons::sign(Icons::Sign::Information, palette().color(QPalette::Link)))
                                     .pixmap(QSize(18, 18), devicePixelRatioF()));
    m_ui->contentState->setText(
        on ? tr("Message Content Intent – on ✓")
            : state == State::Off
            ? tr("Message Content Intent – off, optional. Lets the app read reasons and "
                 "ratings that other ticket bots post. Tickets are tracked without it.")
            : tr("Message Content Intent – optional, looked at once the token works. Lets "
                 "the app read reasons and ratings that other ticket bots post."));
    // What follows gets the focus of buttons that go.
    const int buttons = on ? int(m_ui->contentButtons->findChildren<QPushButton *>().size()) : 0;
    for (int i = 0; i < buttons && m_ui->contentButtons->isAncestorOf(QApplication::focusWidget()); ++i)
        focusNextChild();
    for (QWidget *w :
         {static_cast<QWidget *>(m_ui->contentHow), static_cast<QWidget *>(m_ui->contentButtons)})
        w->setVisible(state == State::Off);
    if (on)
        m_ui->contentResult->hide();
}

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/firstrun.h"

#include "ui/incidentcenter.h"
#include "ui/livedata.h"
#include "ui/mainwindow.h"
#include "ui/pages/overviewpage.h"
#include "ui/pages/welcomepage.h"
#include "ui/setup/contentline.h"
#include "ui/setup/setuppage.h"
#include "ui/setup/tokendialog.h"
#include "ui/uisettings.h"

#include <QBoxLayout>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

// In the window's settings; none of it is a secret.
constexpr auto finishedKey = "setup/finished"_L1; // some server was set up once
constexpr auto tokenKeptKey = "token/kept"_L1; // the password store was given a token
constexpr auto botIdKey = "bot/application"_L1;
constexpr auto botNameKey = "bot/name"_L1;

} // namespace

FirstRun::FirstRun(MainWindow &window, BotHost &host, Options options)
    : m_window(window), m_host(host), m_options(std::move(options)), m_desk(m_options.token),
      m_session(window.live(), host, m_desk, window.settings(), m_options.actor)
{
    m_session.setAutostart(m_options.autostart);
    const UiSettings &settings = window.settings();
    m_desk.setKnownBot(ApplicationId::fromText(settings.value(botIdKey).toString()),
                       settings.value(botNameKey).toString());
    window.incidentCenter().setKnownBot(m_desk.knownBotName());
    connect(&window.live(), &LiveData::serversChanged, this, &FirstRun::followServers);
    connect(&window.live(), &LiveData::botStateChanged, this, &FirstRun::followBot);
    connect(&m_desk, &TokenDesk::kept, this, [this] {
        if (m_desk.source() == TokenSource::Vault)
            m_window.settings().setValue(tokenKeptKey, true);
        recordToken(m_desk.source() == TokenSource::Vault ? u"store"_s : u"until_quit"_s);
        tokenInUse(m_desk.source());
    });
    connect(&m_desk, &TokenDesk::removed, this, [this](const VaultAnswer &answer) {
        if (!answer.ok())
            return;
        recordToken(u"removed"_s);
        m_window.settings().remove(tokenKeptKey);
        m_window.incidentCenter().setTokenKnown(false);
        m_window.incidentCenter().setTokenProblem({}, false);
    });
    connect(&host, &BotHost::failed, this, [this](Discord::GatewayStatus::Failure failure) {
        // The state that names the new bot follows within a moment; the desk asks with what is known.
        if (failure == Discord::GatewayStatus::Failure::DifferentBot)
            m_desk.noteDifferentBot(m_host.state().selfName);
    });
    connect(&window, &MainWindow::tokenFound, this, [this](const QByteArray &token) {
        openTokenDialog();
        m_dialog->offer(QString::fromUtf8(token));
    });
    window.setIncidentHandler(IncidentAction::EnterToken, [this](const Incident &) { openTokenDialog(); });
    window.setIncidentHandler(IncidentAction::UseThisBot,
                              [this](const Incident &) { m_desk.act(TokenAction::UseThisBot); });
    window.setIncidentHandler(IncidentAction::ReadTokenAgain, [this](const Incident &) {
        m_window.incidentCenter().setTokenProblem({}, false);
        m_desk.hands().readAgain();
    });
    window.setIncidentHandler(IncidentAction::StopWaiting,
                              [this](const Incident &) { m_desk.hands().stopWaiting(); });
}

FirstRun::~FirstRun()
{
    delete m_dialog; // it uses the desk
}

// In the history of every server: who gave the bot another token, and where it is kept; never the token (UX J7).
void FirstRun::recordToken(const QString &kept)
{
    HistoryRow row;
    row.actor = m_options.actor;
    row.kind = u"token"_s;
    row.after = {{u"kept"_s, kept}, {u"bot"_s, m_desk.situation().botName}};
    m_host.storage().write(
        this,
        [row](Writer &writer) mutable -> Status {
            for (const GuildInfo &guild : Reader(writer.database()).guilds()) {
                row.guild = guild.id;
                if (Status added = writer.addHistory(row); !added)
                    return added;
            }
            return {};
        },
        [](const Status &) {});
}

void FirstRun::addPages()
{
    m_window.addStandalonePage([this] {
        auto *page = new WelcomePage(m_window.live());
        page->setBegun(m_session.begun());
        page->setImportOffered(m_window.page(u"data"_s));
        connect(page, &WelcomePage::setupRequested, this, &FirstRun::openSetup);
        connect(page, &WelcomePage::demoRequested, &m_window, &MainWindow::demoRequested);
        connect(page, &WelcomePage::importRequested, this, &FirstRun::openImport);
        connect(page, &WelcomePage::restoreRequested, &m_window, &MainWindow::restoreRequested);
        connect(page, &WelcomePage::languageChosen, &m_window, &MainWindow::setLanguage,
                Qt::QueuedConnection); // the page is made anew
        connect(page, &WelcomePage::languageChosen, this, [this] { m_choosingLanguage = true; });
        if (std::exchange(m_choosingLanguage, false))
            page->goOnWithLanguage();
        return page;
    });
    m_window.addStandalonePage([this] {
        auto *page = new SetupPage(m_window.live(), m_session);
        connect(page, &SetupPage::importRequested, this, &FirstRun::openImport);
        connect(page, &SetupPage::finished, this, [this] {
            m_window.settings().setValue(finishedKey, true);
            m_undecided = false;
            m_window.showPage(u"overview"_s);
            m_window.showMessage(tr("Setup is finished. Tickets are recorded from now on."));
            if (auto *overview = qobject_cast<OverviewPage *>(m_window.page(u"overview"_s)))
                overview->showChecklist();
        });
        connect(page, &SetupPage::leftForLater, this, [this] {
            m_undecided = false;
            if (auto *welcome = qobject_cast<WelcomePage *>(m_window.page(u"welcome"_s)))
                welcome->setBegun(true);
            m_window.showPage(configured() ? u"overview"_s : u"welcome"_s);
        });
        return page;
    });
}

void FirstRun::showContentSwitch()
{
    QDialog dialog(&m_window);
    dialog.setObjectName(u"contentDialog"_s);
    dialog.setWindowTitle(tr("Message Content"));
    auto *layout = new QVBoxLayout(&dialog);
    auto *steps = new QLabel(tr("1. Open the Bot page.\n2. Scroll to Privileged Gateway Intents.\n3. Turn on "
                                "Message Content Intent, press Save Changes."));
    steps->setWordWrap(true);
    layout->addWidget(steps);
    layout->addWidget(new ContentLine(m_session, &dialog)); // asks again while it is visible
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    layout->addWidget(buttons);
    dialog.resize(520, dialog.sizeHint().height());
    dialog.exec();
}

bool FirstRun::configured() const
{
    const auto &servers = m_window.live().servers();
    return m_options.configuredByEnvironment
        || std::any_of(servers.begin(), servers.end(), [](const ServerPulse &server) {
               return server.config.configured || server.recordingBeganMs > 0;
           });
}

QString FirstRun::firstPage() const
{
    FirstPageInput input;
    input.demo = m_options.demo;
    input.configured = m_options.configuredByEnvironment || m_window.settings().value(finishedKey).toBool();
    input.remembered = m_window.settings().value(u"window/page"_s).toString();
    input.setupOpen = input.remembered == "setup"_L1 && m_session.begun();
    const_cast<FirstRun *>(this)->m_undecided = !input.configured && !input.demo;
    return ::firstPage(input);
}

// A folder that was filled without a window is configured too; that is known with the first answer.
void FirstRun::followServers()
{
    if (!m_window.live().loaded() || !configured())
        return;
    if (!m_window.settings().value(finishedKey).toBool())
        m_window.settings().setValue(finishedKey, true);
    if (std::exchange(m_undecided, false) && m_window.currentPage() == "welcome"_L1)
        m_window.showPage(u"overview"_s);
}

void FirstRun::followBot()
{
    const BotState &bot = m_window.live().bot();
    if (!m_window.live().connected() || !bot.application || bot.selfName.isEmpty() || m_options.demo)
        return;
    const QString id = bot.application.toString();
    if (m_window.settings().value(botIdKey).toString() == id && m_desk.knownBotName() == bot.selfName)
        return;
    m_window.settings().setValue(botIdKey, id);
    m_window.settings().setValue(botNameKey, bot.selfName);
    m_desk.setKnownBot(bot.application, bot.selfName);
    m_window.incidentCenter().setKnownBot(bot.selfName);
}

void FirstRun::openSetup()
{
    m_undecided = false;
    m_window.showPage(u"setup"_s);
}

void FirstRun::openImport()
{
    PageLink link;
    link.page = u"data"_s;
    link.section = u"import"_s;
    m_window.follow(link);
}

bool FirstRun::setupOpen() const
{
    return !m_options.demo && (m_session.begun() || !configured());
}

void FirstRun::openTokenDialog()
{
    if (!m_dialog)
        m_dialog = new TokenDialog(m_desk, m_window.live().bot().selfName, &m_window);
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void FirstRun::openTokenRemoval()
{
    openTokenDialog();
    m_dialog->askRemoval();
}

void FirstRun::tokenInUse(TokenSource source)
{
    m_desk.setSource(source);
    if (source == TokenSource::Vault)
        m_window.settings().setValue(tokenKeptKey, true);
    m_window.incidentCenter().setTokenKnown(true);
    m_window.incidentCenter().setTokenProblem({}, false);
}

void FirstRun::tokenMissing(const VaultAnswer &answer)
{
    m_desk.setSource(TokenSource::None);
    m_window.incidentCenter().setTokenKnown(false);
    // Whoever never gave a token to the store misses none: everybody begins with an empty or absent store.
    const bool missed = m_window.settings().value(tokenKeptKey).toBool()
        || (configured() && answer.outcome != VaultAnswer::Outcome::NotFound);
    m_window.incidentCenter().setTokenProblem(missed ? tokenUnavailableText(answer.outcome) : QString(),
                                              false);
}

void FirstRun::tokenWaiting(bool forPerson)
{
    m_window.incidentCenter().setTokenKnown(false);
    m_window.incidentCenter().setTokenProblem(
        forPerson ? tr("Your password store is locked. Unlock it in the window it has opened; the bot starts "
                       "then.")
                  : tr("The password store has not answered yet. The bot starts as soon as it does."),
        true);
}

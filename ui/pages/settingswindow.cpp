// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/base/logging.h"
#include "bot/base/translations.h"
#include "ui/dates.h"
#include "ui/pages/settingspage.h"
#include "ui/proxychoice.h"
#include "ui/setup/setupplan.h"
#include "ui/staffranking.h"
#include "ui/theme.h"
#include "ui/uilanguage.h"
#include "ui/uisettings.h"
#include "ui_settingspage.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QLineEdit>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

// What the page sets of this window and this computer: at once, with the way back.

namespace {

constexpr auto ThemeKey = "appearance/theme"_L1;
constexpr auto MotionKey = "appearance/reduceMotion"_L1;
constexpr auto DensityKey = "appearance/density"_L1;
constexpr auto ClosingKey = "window/closing"_L1;
constexpr auto NotifyKey = "notifications/off"_L1;
constexpr auto DayKey = QLatin1StringView(Dates::DayKey);
constexpr auto TimeKey = QLatin1StringView(Dates::TimeKey);
constexpr auto WeekKey = QLatin1StringView(Dates::WeekKey);
constexpr auto ProxyKey = QLatin1StringView(ProxyChoice::Key);
constexpr auto ByHand = "by hand"_L1; // the proxy's third choice, whose address is in the field

} // namespace

void SettingsPage::buildWindowFields()
{
    const auto add = [](QComboBox *box, const QString &text, const QString &value) {
        box->addItem(text, value);
    };
    add(m_ui->closingBox, tr("Ask"), {});
    add(m_ui->closingBox, tr("Keep the bot running"), u"minimise"_s);
    add(m_ui->closingBox, tr("Quit and stop the bot"), u"quit"_s);
    add(m_ui->themeBox, tr("As the system"), {});
    add(m_ui->themeBox, tr("Light"), u"light"_s);
    add(m_ui->themeBox, tr("Dark"), u"dark"_s);
    add(m_ui->densityBox, tr("Comfortable"), {});
    add(m_ui->densityBox, tr("Compact"), u"compact"_s);
    add(m_ui->proxyBox, tr("As the system"), {});
    add(m_ui->proxyBox, tr("None", "no proxy"), u"none"_s);
    add(m_ui->proxyBox, tr("HTTP proxy"), ByHand);
    add(m_ui->appLanguageBox, tr("As the system"), {});
    for (const QString &code : Translations::available())
        add(m_ui->appLanguageBox, Translations::ownName(code), code);
    const auto addAll = [&add](QComboBox *box, const QVector<Dates::Choice> &choices) {
        for (const Dates::Choice &choice : choices)
            add(box, choice.text, choice.value);
    };
    addAll(m_ui->datesBox, Dates::dayChoices());
    addAll(m_ui->timesBox, Dates::timeChoices());
    addAll(m_ui->weekBox, Dates::weekChoices());
    for (const LogLevel level : {LogLevel::Debug, LogLevel::Info, LogLevel::Warning, LogLevel::Error})
        m_ui->logBox->addItem(logLevelName(level), int(level));
    const auto live = [this](QComboBox *box, QLatin1StringView key, const QString &name) {
        connect(box, &QComboBox::activated, this, [this, box, key, name] {
            applyLive(key, box->currentData().toString(),
                      tr("%1: %2.", "setting, its value").arg(name, box->currentText()));
        });
    };
    live(m_ui->themeBox, ThemeKey, tr("Theme"));
    live(m_ui->closingBox, ClosingKey, tr("When the window is closed"));
    live(m_ui->densityBox, DensityKey, tr("Density"));
    live(m_ui->datesBox, DayKey, tr("Date format"));
    live(m_ui->timesBox, TimeKey, tr("Time format"));
    live(m_ui->weekBox, WeekKey, tr("First day of the week"));
    connect(m_ui->motionBox, &QCheckBox::clicked, this, [this](bool on) {
        applyLive(MotionKey, on ? u"true"_s : u"false"_s,
                  on ? tr("Motion is reduced.") : tr("Motion is as usual."));
    });
    connect(m_ui->notifyBox, &QCheckBox::clicked, this, [this](bool on) {
        applyLive(NotifyKey, on ? QString() : u"true"_s,
                  on ? tr("Notifications are shown on this computer.")
                     : tr("This computer shows no notifications. The banner and the Problems list go on."));
    });
    connect(m_ui->logBox, &QComboBox::activated, this, [this] {
        if (Log *log = Log::instance())
            log->setLevel(LogLevel(m_ui->logBox->currentData().toInt()));
    });
    if (const Log *log = Log::instance())
        m_ui->logBox->setCurrentIndex(m_ui->logBox->findData(int(log->level())));
    buildLanguage();
    buildPrivacy();
    buildAutostart();
    buildProxy();
    m_ui->folderText->setText(m_window.dataDir);
    m_ui->folderText->setTextInteractionFlags(Qt::TextSelectableByMouse);
    connect(m_ui->folderButton, &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_window.dataDir)); });
    connect(m_ui->resetButton, &QPushButton::clicked, this, &SettingsPage::resetLayoutRequested);
    for (const auto key :
         {ThemeKey, MotionKey, DensityKey, ClosingKey, NotifyKey, DayKey, TimeKey, WeekKey, ProxyKey})
        showWindowSetting(key);
}

// The window says so and offers the way back: this page is made anew in the other language, so what waits is saved before.
void SettingsPage::buildLanguage()
{
    const UiLanguage *language = UiLanguage::instance();
    const QString choice = language ? language->choice() : QString();
    m_ui->appLanguageBox->setCurrentIndex(qMax(0, m_ui->appLanguageBox->findData(choice)));
    connect(m_ui->appLanguageBox, &QComboBox::activated, this, [this] {
        const QString code = m_ui->appLanguageBox->currentData().toString();
        m_editor->saveEverything(false, [this, code](bool) { emit languageChosen(code); });
    });
}

void SettingsPage::buildPrivacy()
{
    connect(m_ui->privacyButton, &QPushButton::clicked, this, [this] {
        PageLink link;
        link.page = u"data"_s;
        link.section = u"privacy"_s;
        emit linkActivated(link);
    });
    if (!m_window.ranking)
        return;
    m_ui->staffChartBox->setChecked(m_window.ranking->hidden());
    connect(m_window.ranking, &StaffRanking::changed, m_ui->staffChartBox, &QCheckBox::setChecked);
    connect(m_ui->staffChartBox, &QCheckBox::clicked, this, [this](bool hidden) {
        const QPointer<StaffRanking> ranking(m_window.ranking);
        ranking->setHidden(hidden);
        emit message(StaffRanking::inWords(hidden), [ranking, hidden] {
            if (ranking)
                ranking->setHidden(!hidden);
        });
    });
}

void SettingsPage::buildAutostart()
{
    m_ui->autostartBox->setChecked(m_window.autostart.offered() && m_window.autostart.enabled());
    connect(m_ui->autostartBox, &QCheckBox::clicked, this, [this](bool on) {
        Autostart autostart = m_window.autostart;
        const QPointer<QCheckBox> box(m_ui->autostartBox);
        const Status set = autostart.set(on);
        box->setChecked(autostart.enabled());
        if (!set) {
            complain(set.error().text);
            return;
        }
        emit message(on ? tr("Ticket Assistant starts when you log in.")
                        : tr("Ticket Assistant no longer starts when you log in."),
                     [autostart, on, box]() mutable {
                         (void)autostart.set(!on);
                         if (box)
                             box->setChecked(autostart.enabled());
                     });
    });
}

void SettingsPage::buildProxy()
{
    connect(m_ui->proxyBox, &QComboBox::activated, this, [this] {
        const QString choice = m_ui->proxyBox->currentData().toString();
        m_ui->proxyAddress->setVisible(choice == ByHand);
        if (choice == ByHand) {
            m_ui->proxyAddress->setFocus(Qt::OtherFocusReason);
            return; // nothing is changed before there is an address
        }
        applyLive(ProxyKey, choice, tr("Proxy: %1.").arg(m_ui->proxyBox->currentText()));
    });
    connect(m_ui->proxyAddress, &QLineEdit::editingFinished, this, [this] {
        const QString address = m_ui->proxyAddress->text().trimmed();
        if (address.isEmpty() || m_ui->proxyAddress->isHidden())
            return;
        if (!ProxyChoice::valid(address)) {
            m_ui->proxyNote->setText(
                tr("This is no address of a proxy: a name, a colon and a port are needed, "
                   "for example proxy.example.org:8080."));
            m_ui->proxyAddress->setAccessibleDescription(m_ui->proxyNote->text());
            return;
        }
        applyLive(ProxyKey, address, tr("Proxy: %1.").arg(address));
    });
}

void SettingsPage::applyLive(const QString &key, const QString &value, const QString &text)
{
    if (!m_window.settings)
        return;
    const QString before = m_window.settings->value(key).toString();
    if (before == value)
        return;
    // The way back outlives this page: another language makes it anew.
    const QPointer<SettingsPage> self(this);
    const auto set = [self, key, window = m_window](const QString &to) {
        window.settings->setValue(key, to);
        useWindowSetting(window, key);
        if (!self)
            return;
        self->showWindowSetting(key);
        self->refresh(); // dates of holidays
    };
    set(value);
    emit message(text, [set, before] { set(before); });
}

void SettingsPage::useWindowSetting(const Window &window, const QString &key)
{
    const QString value = window.settings->value(key).toString();
    if (key == ThemeKey && window.theme)
        window.theme->setChoice(value == "light"_L1      ? Theme::Choice::Light
                                    : value == "dark"_L1 ? Theme::Choice::Dark
                                                         : Theme::Choice::System);
    else if (key == MotionKey && window.theme)
        window.theme->setReducedMotion(value == "true"_L1);
    else if (key == DensityKey && window.theme)
        window.theme->setDense(value == "compact"_L1);
    else if (window.changed)
        window.changed(key);
}

void SettingsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    showWindowSetting(ClosingKey); // the setup and the question on closing choose it too
}

void SettingsPage::showWindowSetting(const QString &key)
{
    const QString value = m_window.settings ? m_window.settings->value(key).toString() : QString();
    const auto choose = [&value](QComboBox *box) { box->setCurrentIndex(qMax(0, box->findData(value))); };
    if (key == ThemeKey) {
        choose(m_ui->themeBox);
    } else if (key == DensityKey) {
        choose(m_ui->densityBox);
    } else if (key == MotionKey) {
        m_ui->motionBox->setChecked(value == "true"_L1);
    } else if (key == NotifyKey) {
        m_ui->notifyBox->setChecked(value != "true"_L1);
    } else if (key == ClosingKey) {
        choose(m_ui->closingBox);
    } else if (key == DayKey) {
        choose(m_ui->datesBox);
    } else if (key == TimeKey) {
        choose(m_ui->timesBox);
    } else if (key == WeekKey) {
        choose(m_ui->weekBox);
    } else if (key == ProxyKey) {
        const bool address = !value.isEmpty() && value != "none"_L1;
        m_ui->proxyBox->setCurrentIndex(m_ui->proxyBox->findData(address ? QString(ByHand) : value));
        m_ui->proxyAddress->setText(address ? value : QString());
        m_ui->proxyAddress->setVisible(address);
        m_ui->proxyNote->setText(tr("The bot connects anew when this is changed."));
    }
}

// -- the invitation -------------------------------------------------------------------------------------------

// What the assistant ticks by itself: the permissions that are needed and the two that most want (UX J1).
QUrl SettingsPage::invitation() const
{
    Discord::Permissions wanted = 0;
    for (const InvitePermission &permission : invitePermissions())
        wanted |= permission.on ? permission.bit : 0;
    return inviteUrl(live().bot().application, wanted);
}

void SettingsPage::buildInvitation()
{
    connect(m_ui->inviteCopy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(invitation().toString(QUrl::FullyEncoded));
        say(tr("Link copied."));
    });
    connect(m_ui->inviteOpen, &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(invitation()); });
}

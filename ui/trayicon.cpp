// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trayicon.h"

#include "ui/icons.h"

#ifdef QT_DBUS_LIB
#include <QDBusConnection>
#include <QDBusMessage>
#endif
#include <QCoreApplication>
#include <QDateTime>
#include <QHash>
#include <QMenu>
#include <QSystemTrayIcon>

using namespace Qt::Literals::StringLiterals;

// Desktops without a tray show notifications all the same. Not waited for: nobody may be there.
static bool showByDesktop(const QString &title, const QString &text)
{
#ifdef QT_DBUS_LIB
    constexpr auto Service = "org.freedesktop.Notifications";
    QDBusConnection bus = QDBusConnection::sessionBus();
    QDBusMessage call = QDBusMessage::createMethodCall(
        QLatin1String(Service), u"/org/freedesktop/Notifications"_s, QLatin1String(Service), u"Notify"_s);
    // The body may be markup, and names come from outside (TM-16).
    constexpr quint32 ReplacesNone = 0;
    constexpr int AsLongAsUsual = -1;
    call.setArguments({QCoreApplication::applicationName(), ReplacesNone, u"ticket-assistant"_s, title,
                       text.toHtmlEscaped(), QStringList(), QVariantMap(), AsLongAsUsual});
    return bus.isConnected() && bus.send(call);
#else
    Q_UNUSED(title);
    Q_UNUSED(text);
    return false;
#endif
}

class TrayIcon::Private
{
public:
    std::unique_ptr<QSystemTrayIcon> icon;
    std::unique_ptr<QMenu> menu;
    QAction *status = nullptr;
    QAction *overdue = nullptr;
    QAction *bot = nullptr;
    QAction *window = nullptr;
    QMenu *mute = nullptr;
    QAction *muteHour = nullptr, *muteDay = nullptr, *muteNot = nullptr;
    QAction *quit = nullptr;
    bool running = false;
    QString toolTip;
    UtcMs mutedUntilMs = 0;
    QHash<QString, UtcMs> told;
    ConnectionWords::Shape shape = ConnectionWords::Shape::Normal;
};

TrayIcon::TrayIcon(QObject *parent) : QObject(parent), d(std::make_unique<Private>())
{
    if (!available())
        return;
    d->menu = std::make_unique<QMenu>();
    d->status = d->menu->addAction(QString());
    d->status->setEnabled(false);
    d->overdue = d->menu->addAction(QString(), this, &TrayIcon::overdueChosen);
    d->menu->addSeparator();
    d->window = d->menu->addAction(QString(), this, &TrayIcon::showWindow);
    d->mute = d->menu->addMenu(QString());
    d->muteHour = d->mute->addAction(
        QString(), this, [this] { d->mutedUntilMs = QDateTime::currentMSecsSinceEpoch() + HourMs; });
    d->muteDay = d->mute->addAction(QString(), this, [this] {
        d->mutedUntilMs = QDate::currentDate().addDays(1).startOfDay().toMSecsSinceEpoch();
    });
    d->muteNot = d->mute->addAction(QString(), this, [this] { d->mutedUntilMs = 0; });
    d->bot = d->menu->addAction(QString(), this, [this] {
        if (d->running)
            emit stopBot();
        else
            emit startBot();
    });
    d->menu->addSeparator();
    d->quit = d->menu->addAction(QString(), this, &TrayIcon::quit);
    retranslate();
    d->icon = std::make_unique<QSystemTrayIcon>(Icons::ticket(ConnectionWords::Shape::Slash));
    d->icon->setContextMenu(d->menu.get());
    connect(d->icon.get(), &QSystemTrayIcon::activated, this,
            [this](QSystemTrayIcon::ActivationReason reason) {
                if (reason == QSystemTrayIcon::Trigger)
                    emit showWindow();
            });
    connect(d->icon.get(), &QSystemTrayIcon::messageClicked, this, &TrayIcon::showWindow);
    d->icon->show();
}

TrayIcon::~TrayIcon() = default;

void TrayIcon::retranslate()
{
    if (!d->menu)
        return;
    d->window->setText(tr("Show window"));
    d->mute->setTitle(tr("Mute notifications"));
    d->muteHour->setText(tr("For 1 hour"));
    d->muteDay->setText(tr("Until tomorrow"));
    d->muteNot->setText(tr("Not muted"));
    d->quit->setText(tr("Quit"));
    setBotRunning(d->running);
}

bool TrayIcon::available()
{
    return QSystemTrayIcon::isSystemTrayAvailable();
}

void TrayIcon::showState(const ConnectionWords &connection, int overdue, const QString &incident)
{
    const QString overdueText = overdue > 0 ? tr("%n overdue", nullptr, overdue) : tr("nothing overdue");
    d->toolTip =
        tr("Ticket Assistant: %1, %2", "connection, overdue tickets").arg(connection.text, overdueText);
    if (!incident.isEmpty())
        d->toolTip += u'\n' + incident;
    if (!d->icon)
        return;
    d->status->setText(connection.text);
    d->overdue->setText(overdueText);
    d->overdue->setEnabled(overdue > 0);
    if (d->icon->toolTip() != d->toolTip)
        d->icon->setToolTip(d->toolTip);
    if (connection.shape != d->shape) {
        d->shape = connection.shape;
        d->icon->setIcon(Icons::ticket(connection.shape));
    }
}

void TrayIcon::setBotRunning(bool running)
{
    d->running = running;
    if (d->bot)
        d->bot->setText(running ? tr("Stop bot") : tr("Start bot"));
}

bool TrayIcon::notify(const QString &key, const QString &title, const QString &text, UtcMs nowMs)
{
    if (!m_notifications || nowMs < d->mutedUntilMs || nowMs - d->told.value(key, nowMs - HourMs) < HourMs)
        return false;
    d->told.insert(key, nowMs);
    emit notified(key, text);
    if (!d->icon)
        return showByDesktop(title, text);
    d->icon->showMessage(title, text);
    return true;
}

QString TrayIcon::toolTip() const
{
    return d->toolTip;
}

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trayicon.h"

#include "ui/icons.h"

#include <QDateTime>
#include <QHash>
#include <QMenu>
#include <QSystemTrayIcon>

using namespace Qt::Literals::StringLiterals;

class TrayIcon::Private
{
public:
    std::unique_ptr<QSystemTrayIcon> icon;
    std::unique_ptr<QMenu> menu;
    QAction *status = nullptr;
    QAction *overdue = nullptr;
    QAction *bot = nullptr;
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
    d->menu->addAction(tr("Show window"), this, &TrayIcon::showWindow);
    QMenu *mute = d->menu->addMenu(tr("Mute notifications"));
    mute->addAction(tr("For 1 hour"), this,
                    [this] { d->mutedUntilMs = QDateTime::currentMSecsSinceEpoch() + HourMs; });
    mute->addAction(tr("Until tomorrow"), this, [this] {
        d->mutedUntilMs = QDate::currentDate().addDays(1).startOfDay().toMSecsSinceEpoch();
    });
    mute->addAction(tr("Not muted"), this, [this] { d->mutedUntilMs = 0; });
    d->bot = d->menu->addAction(tr("Stop bot"), this, [this] {
        if (d->running)
            emit stopBot();
        else
            emit startBot();
    });
    d->menu->addSeparator();
    d->menu->addAction(tr("Quit"), this, &TrayIcon::quit);
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
    if (nowMs < d->mutedUntilMs || nowMs - d->told.value(key, nowMs - HourMs) < HourMs)
        return false;
    d->told.insert(key, nowMs);
    if (d->icon)
        d->icon->showMessage(title, text);
    return true;
}

QString TrayIcon::toolTip() const
{
    return d->toolTip;
}

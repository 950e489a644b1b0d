// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/incidents.h"

#include <QObject>

#include <memory>

// The sign in the system tray, where there is one: state by shape, the same words as the status bar, the few
// things one wants without the window (UX 2.7). Without a tray every call does nothing, and available() says
// so. Thread: GUI. Owner: MainWindow.
class TrayIcon : public QObject
{
    Q_OBJECT
public:
    explicit TrayIcon(QObject *parent = nullptr);
    ~TrayIcon() override;

    static bool available();
    void retranslate(); // the language has changed
    void showState(const ConnectionWords &connection, int overdue, const QString &incident);
    void setBotRunning(bool running);
    void setNotifications(bool on) { m_notifications = on; } // off: notify() shows nothing
    // Once per key and hour, never while muted (UX J5). Returns whether it was shown.
    bool notify(const QString &key, const QString &title, const QString &text, UtcMs nowMs);
    QString toolTip() const;

signals:
    void showWindow();
    void overdueChosen();
    void startBot();
    void stopBot();
    void quit();
    void notified(const QString &key,
                  const QString &text); // a notification is due, whether or not it can be shown

private:
    bool m_notifications = true;
    class Private;
    const std::unique_ptr<Private> d;
};

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>

#include <memory>

// What the program does with the process it runs in: secrets, signals, the service manager.

// No core file and no memory for other processes of this account (FAULTS TM-04); new files are this account's
// alone (TM-25). First thing in main().
void hardenProcess();

// Reads a variable, removes it, and overwrites the bytes it was handed over in: those stay readable in
// /proc/PID/environ however often the variable is unset (TM-03). First thing in main(), while there is one
// thread.
QByteArray takeFromEnvironment(const char *name);

// Tells systemd, where it asked to be told (NOTIFY_SOCKET): "READY=1", "STOPPING=1",
// "EXTEND_TIMEOUT_USEC=...".
void notifyServiceManager(const QByteArray &state);

// Whose process it is, for the history: services and cron jobs have no variable that tells it.
QString accountName();

// SIGTERM, SIGINT and SIGHUP as a signal of Qt; a signal handler itself may do next to nothing. On Windows
// the console's close and Ctrl+C. One at a time, in the main thread.
class StopSignal : public QObject
{
    Q_OBJECT
public:
    explicit StopSignal(QObject *parent = nullptr);
    ~StopSignal() override;

signals:
    void requested();

private:
    class Private;
    const std::unique_ptr<Private> d;
};

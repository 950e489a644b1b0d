// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/result.h"

#include <QStringList>

// "Start when I log in" (UX J1): an entry where the desktop looks for what it starts. On Linux a file of the XDG autostart
// folder, on macOS a launch agent, on Windows a value of the user's Run key. What stands in such an entry is decided by
// plain functions, so that every system's is tested on every system.
//
// Thread: GUI; an entry is a few hundred bytes.
class Autostart
{
public:
    struct Program
    {
        QString file; // empty: cannot be offered
        QStringList arguments; // --data-dir, where it is not the usual one
    };

    Autostart() : Autostart(Program()) { }
    // `folder`: of the entries, for tests; empty = the system's. Not used on Windows.
    explicit Autostart(Program program, const QString &folder = {});

    bool offered() const { return !m_program.file.isEmpty(); }
    bool enabled() const;
    Status set(bool on);

    static QString desktopEntry(const Program &program); // Linux
    static QString launchAgent(const Program &program); // macOS
    static QString runCommand(const Program &program); // Windows

private:
    QString entryFile() const;

    Program m_program;
    QString m_folder;
};

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"
#include "bot/base/clock.h"

#include <QByteArray>

// The calls that answer from the data folder without connecting: stats, export, backup, restore, check. All
// but restore may run beside a running bot.
struct CommandOutcome
{
    ExitCode code = ExitCode::Stopped;
    QByteArray output; // for stdout, whole lines
    QString error; // one line for stderr; empty when there is nothing to say
};

// Blocking. `clock` decides what "now" is.
CommandOutcome runDataCommand(const CommandLine &line, const Clock &clock = Clock::system());

// The parts, in datacommands.cpp, exportcommand.cpp and maintenance.cpp.
CommandOutcome runStats(const CommandLine &line, const Clock &clock);
CommandOutcome runExport(const CommandLine &line, const Clock &clock);
CommandOutcome runBackup(const CommandLine &line, const Clock &clock);
CommandOutcome runRestore(const CommandLine &line, const Clock &clock);
CommandOutcome runImport(const CommandLine &line, const Clock &clock); // importcommand.cpp
CommandOutcome runCheck(const CommandLine &line, const Clock &clock);
CommandOutcome outcomeOf(const Error &error); // with the exit code that belongs to it
CommandOutcome wrongUseOutcome(const QString &text);

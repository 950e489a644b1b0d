// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/clock.h"
#include "bot/base/logging.h"
#include "bot/base/result.h"
#include "bot/base/snowflake.h"

#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>

// How the program ends; scripts and service managers rely on these.
enum class ExitCode
{
    Stopped = 0, // as asked
    Failure = 1, // unexpected
    WrongUse = 2,
    NoToken = 3, // none, or Discord rejected it
    Refused = 4, // by Discord, and trying again cannot mend it
    DataUnusable = 5 // locked by a running copy, damaged, newer than the program, disk
};

// What the command line asks for, checked as far as it can be without opening anything. Pure: no environment,
// no files.
struct CommandLine
{
    enum class Task
    {
        Console,
        Headless,
        Stats,
        Import,
        Export,
        Backup,
        Restore,
        Check,
        Help,
        Version
    };
    enum class ExportWhat
    {
        Tickets,
        Stats
    };
    enum class ExportFormat
    {
        Csv,
        Json
    };

    Task task = Task::Console;
    bool demo = false;
    bool selftestUi = false; // measures the window and ends
    QString dataDir; // as written; empty = the platform's application data folder
    QUrl apiBase; // without a trailing slash
    bool loopback = false; // apiBase is not Discord but a stand-in on this computer (T-01)
    std::optional<LogLevel> logLevel; // not given: info while running, warning for the rest

    int days = 0; // 0 = not given
    std::optional<UtcMs> untilMs;
    QString category; // as written; empty = all
    GuildId guild;
    bool json = false;
    bool dryRun = false; // import: preview only
    QStringList importPaths;
    ExportWhat exportWhat = ExportWhat::Tickets;
    std::optional<ExportFormat> exportFormat;
    QString file; // --output of export, FILE of backup and restore

    struct DemoClock
    {
        UtcMs startMs = 0;
        double speed = 1; // 0 = frozen
    };
    std::optional<DemoClock> demoClock;
    QString simulate; // an incident of the demo
    QString page; // opened first
    QString language; // "" = the system's

    // arguments without the program's name. The error's text is one line for people.
    static Result<CommandLine> parse(const QStringList &arguments);
    static QString helpText();
    static QString versionText();
    static const QStringList &incidents(); // words of --simulate
    static const QStringList &pages(); // words of --page
};

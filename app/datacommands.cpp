// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/datacommands.h"

#include "app/datachoice.h"
#include "app/statstext.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

CommandOutcome runDataCommand(const CommandLine &line, const Clock &clock)
{
    switch (line.task) {
    case CommandLine::Task::Stats:
        return runStats(line, clock);
    case CommandLine::Task::Export:
        return runExport(line, clock);
    case CommandLine::Task::Backup:
        return runBackup(line, clock);
    case CommandLine::Task::Restore:
        return runRestore(line, clock);
    case CommandLine::Task::Import:
        return runImport(line, clock);
    case CommandLine::Task::Check:
        return runCheck(line, clock);
    default:
        Q_ASSERT(false);
        return {ExitCode::Failure, {}, {}};
    }
}

CommandOutcome outcomeOf(const Error &error)
{
    CommandOutcome outcome;
    outcome.code = error.kind == ErrorKind::Invalid ? ExitCode::WrongUse
        : error.kind == ErrorKind::Internal         ? ExitCode::Failure
                                                    : ExitCode::DataUnusable;
    outcome.error = error.detail.isEmpty() ? error.text : u"%1 (%2)"_s.arg(error.text, error.detail);
    outcome.error.replace(u'\n', u' ');
    return outcome;
}

CommandOutcome wrongUseOutcome(const QString &text)
{
    return {ExitCode::WrongUse, {}, text};
}

CommandOutcome runStats(const CommandLine &line, const Clock &clock)
{
    const Result<DataChoice> data = DataChoice::open(line);
    if (!data)
        return outcomeOf(data.error());
    const Window window = Window::lastDays(line.days, line.untilMs.value_or(clock.utc()));
    const Result<StatsReport> report = data->report(line.category, window);
    if (!report)
        return outcomeOf(report.error());
    CommandOutcome outcome;
    outcome.output = line.json ? QJsonDocument(statsJson(*report)).toJson() : statsText(*report).toUtf8();
    return outcome;
}

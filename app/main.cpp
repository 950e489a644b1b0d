// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"
#include "app/commandline.h"
#include "app/datacommands.h"
#include "app/headless.h"
#include "app/process.h"
#include "bot/base/logging.h"
#include "bot/base/translations.h"
#include "ui/sourceenglish.h"
#include "ui/uilanguage.h"
#include "ui/widgets/chartview.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLocale>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

static void printTo(std::FILE *stream, const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stream);
    std::fflush(stream);
}

static int printError(ExitCode code, const QString &text)
{
    printTo(stderr, u"ticket-assistant: %1\n"_s.arg(redact(text)).toUtf8());
    return int(code);
}

static int runWithoutConnecting(const CommandLine &line, int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    // Their answer is the output; only what is wrong belongs beside it.
    const Log log({.level = line.logLevel.value_or(LogLevel::Warning), .toStderr = true, .keptLines = 100});
    const CommandOutcome outcome = runDataCommand(line);
    printTo(stdout, outcome.output);
    if (!outcome.error.isEmpty())
        return printError(outcome.code, outcome.error);
    return int(outcome.code);
}

int main(int argc, char *argv[])
{
    QElapsedTimer sinceStart;
    sinceStart.start();
    hardenProcess();
    const QByteArray token = takeFromEnvironment("DISCORD_TOKEN");
    Log::addSecret(token);

    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    const Result<CommandLine> line = CommandLine::parse(arguments);
    if (!line)
        return printError(ExitCode::WrongUse, line.error().text);

    // Where data and settings live follows from the name.
    QCoreApplication::setApplicationName(u"ticket-assistant"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(TA_VERSION));

    switch (line->task) {
    case CommandLine::Task::Help:
        printTo(stdout, CommandLine::helpText().toUtf8());
        return int(ExitCode::Stopped);
    case CommandLine::Task::Version:
        printTo(stdout, CommandLine::versionText().toUtf8() + '\n');
        return int(ExitCode::Stopped);
    case CommandLine::Task::Headless:
        // Charts need a QApplication, and without a display its constructor would end the process.
        qputenv("QT_QPA_PLATFORM", "offscreen");
        break;
    case CommandLine::Task::Console:
#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
        if (qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY")
            && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
            return printError(ExitCode::WrongUse, u"there is no display here; --headless runs without one"_s);
#endif
        break;
    default:
        return runWithoutConnecting(*line, argc, argv);
    }

    // Before Qt itself has something to say.
    const Log log({.level = line->logLevel.value_or(LogLevel::Info)});
    QApplication application(argc, argv);
    application.setQuitOnLastWindowClosed(false); // the window decides
    application.setApplicationDisplayName(u"Ticket Assistant"_s);
    SourceEnglish english; // first: translations come before it
    application.installTranslator(&english);
    Translations::load();
    UiLanguage language;
    language.setChoice(line->language);
    application.setDesktopFileName(u"io.github.ticketassistant.TicketAssistant"_s);

    Engine::Options options;
    options.line = *line;
    options.environment = EnvironmentSettings::fromEnvironment(
        [](const QString &name) { return qEnvironmentVariable(name.toLatin1().constData()); });
    options.environmentToken = token;
    options.drawChart = &drawChartForDiscord;
    options.mayPrompt = line->task == CommandLine::Task::Console;
    if (line->task == CommandLine::Task::Headless)
        return int(HeadlessRun(std::move(options)).run());
    Application console(std::move(options));
    return int(line->selftestUi ? console.selftest(sinceStart) : console.run());
}

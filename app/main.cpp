// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"

#include <cstdio>

static void printLine(std::FILE *stream, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stream);
    std::fputc('\n', stream);
}

int main(int argc, char *argv[])
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    const Result<CommandLine> parsed = CommandLine::parse(arguments);
    if (!parsed) {
        printLine(stderr, QStringLiteral("ticket-assistant: ") + parsed.error().text);
        return int(ExitCode::WrongUse);
    }
    if (parsed->task == CommandLine::Task::Help)
        printLine(stdout, CommandLine::helpText().trimmed());
    else if (parsed->task == CommandLine::Task::Version)
        printLine(stdout, CommandLine::versionText());
    return int(ExitCode::Stopped);
}

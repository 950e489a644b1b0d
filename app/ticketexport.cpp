// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/commands/ticketexport.h"
#include "app/datachoice.h"
#include "app/datacommands.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

using namespace Qt::Literals::StringLiterals;

CommandOutcome runExport(const CommandLine &line, const Clock &clock)
{
    const Result<DataChoice> data = DataChoice::open(line);
    if (!data)
        return outcomeOf(data.error());
    // Without --days: everything there is.
    const UtcMs nowMs = clock.utc();
    UtcMs firstMs = data->reader().firstOpenedMs(data->guild().id);
    if (firstMs == 0 || firstMs > nowMs)
        firstMs = nowMs;
    const Window window = line.days > 0 ? Window::lastDays(line.days, nowMs) : Window{firstMs, nowMs};

    QByteArray bytes;
    if (line.exportWhat == CommandLine::ExportWhat::Tickets) {
        bytes = exportTickets(data->reader(), data->guild().id, window,
                              line.exportFormat == CommandLine::ExportFormat::Csv ? TicketExportFormat::Csv
                                                                                  : TicketExportFormat::Json);
    } else {
        const Result<StatsReport> report = data->report({}, window);
        if (!report)
            return outcomeOf(report.error());
        bytes = line.exportFormat == CommandLine::ExportFormat::Csv
            ? statsCsv(*report)
            : QJsonDocument(statsJson(*report)).toJson();
    }
    QSaveFile file(line.file);
    if (!file.open(QIODevice::WriteOnly))
        return wrongUseOutcome(u"--output: %1 cannot be written: %2"_s.arg(line.file, file.errorString()));
    if (file.write(bytes) != bytes.size() || !file.commit())
        return outcomeOf({ErrorKind::Io, u"%1 could not be written"_s.arg(line.file), file.errorString()});
    return {};
}

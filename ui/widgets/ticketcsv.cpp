// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ticketcsv.h"

#include "bot/base/csv.h"

#include <QCoreApplication>
#include <QDateTime>

namespace {

struct TicketCsvTr
{
    Q_DECLARE_TR_FUNCTIONS(TicketCsv)
};

} // namespace

QByteArray ticketListCsv(const QVector<TicketListRow> &rows, const QTimeZone &zone)
{
    CsvWriter csv;
    for (const QString &title :
         {TicketCsvTr::tr("ID"), TicketCsvTr::tr("Channel"), TicketCsvTr::tr("Category"),
          TicketCsvTr::tr("Opened by"), TicketCsvTr::tr("Opened"), TicketCsvTr::tr("Closed"),
          TicketCsvTr::tr("First response (seconds)"), TicketCsvTr::tr("Resolution (seconds)"),
          TicketCsvTr::tr("Messages"), TicketCsvTr::tr("Messages by staff"), TicketCsvTr::tr("Last reply by"),
          TicketCsvTr::tr("Closed by"), TicketCsvTr::tr("Reason"), TicketCsvTr::tr("Rating")})
        csv.text(title);
    csv.endRow();
    const auto time = [&](UtcMs ms) {
        if (ms == 0) {
            csv.empty();
            return;
        }
        const QDateTime local = QDateTime::fromMSecsSinceEpoch(ms, zone);
        csv.text(local.toOffsetFromUtc(local.offsetFromUtc()).toString(Qt::ISODate));
    };
    const auto seconds = [&](bool known, qint64 ms) {
        if (known)
            csv.number(ms / SecondMs);
        else
            csv.empty();
    };
    for (const TicketListRow &row : rows) {
        const TicketRecord &t = row.ticket;
        const UtcMs closedAt = t.open() || t.spells.isEmpty() ? 0 : t.spells.last().closedAtMs;
        csv.id(t.id.value).text(t.name).text(t.categoryName).text(row.requesterName);
        time(t.openedAtMs);
        time(closedAt);
        seconds(t.derived.firstResponseAtMs > 0, t.derived.firstResponseAtMs - t.openedAtMs);
        seconds(closedAt >= t.openedAtMs && closedAt > 0, closedAt - t.openedAtMs);
        csv.number(qint64(t.derived.humanMessages())).number(qint64(t.derived.staffMessages));
        csv.text(row.lastStaffName).text(row.closedByName).text(t.closeReason);
        if (t.rating > 0)
            csv.number(qint64(t.rating));
        else
            csv.empty();
        csv.endRow();
    }
    return csv.bytes();
}

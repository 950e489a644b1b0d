// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/notices/ticketlog.h"

#include "bot/base/logging.h"
#include "bot/notices/noticeplan.h"
#include "bot/tickets/ticketlabel.h"

#include <QTimer>

using namespace Qt::Literals::StringLiterals;

namespace {

using Event = ChangeSet::TicketEvent;

// Never a message's text or a reason. One line, whatever others called things.
QString lineOf(const Event &event, const TicketRecord &ticket)
{
    const QString category = ticket.categoryName.isEmpty() ? u"no category"_s : ticket.categoryName;
    const QString what = u"#%1 (%2) in %3"_s.arg(ticketLabel(ticket), ticket.id.toString(), category);
    const auto line = [&]() -> QString {
        switch (event.kind) {
        case Event::Kind::Opened:
            return u"Ticket opened: "_s + what;
        case Event::Kind::Reopened:
            return u"Ticket opened again: "_s + what;
        case Event::Kind::FirstReply:
            return u"First reply: %1, by %2"_s.arg(what, ticket.derived.firstResponder.toString());
        case Event::Kind::Closed:
            break;
        }
        const QString closer = ticket.closedBy ? ticket.closedBy.toString() : ticket.closedByName;
        return u"Ticket closed: %1, by %2"_s.arg(what, closer.isEmpty() ? u"not detected"_s : closer);
    };
    return line().simplified();
}

} // namespace

TicketLog::TicketLog(Storage *storage, QObject *parent) : QObject(parent), m_storage(storage) { }

void TicketLog::tell(const QVector<Event> &events)
{
    QVector<Event> now, settling;
    for (const Event &event : events) {
        if (event.live)
            (event.kind == Event::Kind::Closed ? settling : now) += event;
    }
    write(now);
    if (!settling.isEmpty())
        QTimer::singleShot(CloseSettlesMs, this, [this, settling] { write(settling); });
}

void TicketLog::write(const QVector<Event> &events)
{
    if (events.isEmpty())
        return;
    m_storage->read(
        this,
        [events](const Reader &reader) {
            QStringList lines;
            for (const Event &event : events) {
                if (const auto detail = reader.ticket(event.guild, event.ticket))
                    lines += lineOf(event, detail->row.ticket);
            }
            return lines;
        },
        [](const QStringList &lines) {
            for (const QString &line : lines)
                qCInfo(lcTickets).noquote() << line;
        });
}

#include "moc_ticketlog.cpp"

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/commands/ticketexport.h"

#include "bot/base/csv.h"
#include "bot/tickets/ticketrecord.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <limits>
#include <span>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int ExportPage = 10'000; // each page counts what is left

// UTC, with milliseconds only where there are any.
QString exportedIso(UtcMs at)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(at, Qt::UTC);
    return time.toString(at % SecondMs == 0 ? Qt::ISODate : Qt::ISODateWithMs);
}

QJsonValue exportedTime(UtcMs at)
{
    return at ? QJsonValue(exportedIso(at)) : QJsonValue();
}

template <class IdType>
QJsonValue exportedId(IdType id)
{
    return id ? QJsonValue(id.toString()) : QJsonValue();
}

QJsonValue exportedText(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue exportedSeconds(UtcMs from, UtcMs to)
{
    return from && to && to >= from ? QJsonValue(double(to - from) / SecondMs) : QJsonValue();
}

QString qualityName(const TicketRecord &ticket)
{
    if (ticket.messagesMissing)
        return u"partial"_s;
    switch (ticket.quality) {
    case Quality::Observed:
        return u"observed"_s;
    case Quality::Backfilled:
        return u"backfilled"_s;
    case Quality::Audit:
        return u"audit"_s;
    case Quality::Legacy:
        return u"legacy"_s;
    case Quality::Inferred:
        return u"inferred"_s;
    case Quality::None:
        break;
    }
    return u"none"_s;
}

QString timeSourceName(TimeSource source)
{
    switch (source) {
    case TimeSource::ByHand:
        return u"by_hand"_s;
    case TimeSource::Audit:
        return u"audit"_s;
    case TimeSource::Archive:
        return u"archive"_s;
    case TimeSource::TicketBot:
        return u"ticket_bot"_s;
    case TimeSource::Receipt:
        return u"receipt"_s;
    case TimeSource::Legacy:
        return u"legacy"_s;
    case TimeSource::Inferred:
        break;
    }
    return u"inferred"_s;
}

// What a row may look at.
struct ExportedTicket
{
    const TicketListRow &row;
    const TicketRecord &ticket;
    const Spell &first, &last;
    const QVector<CoverageGap> &gaps;
    UtcMs nowMs;
};

QJsonValue gapOf(const ExportedTicket &t)
{
    const UtcMs end = t.last.open() ? t.nowMs : t.last.closedAtMs;
    for (const CoverageGap &gap : t.gaps) {
        const bool here = !gap.channel || gap.channel == t.ticket.id;
        if (here && gap.id != 0 && gap.fromMs < end && (gap.toMs == 0 || gap.toMs > t.first.openedAtMs))
            return gap.id;
    }
    return {};
}

// The table that both formats come from: columns of the CSV, keys of the JSON.
struct ExportColumn
{
    const char *name;
    QJsonValue (*value)(const ExportedTicket &);
};

using ExportedRow = const ExportedTicket &;
constexpr ExportColumn exportColumns[] = {
    {"server", [](ExportedRow t) { return exportedId(t.ticket.guild); }},
    {"ticket", [](ExportedRow t) { return exportedId(t.ticket.id); }},
    {"name", [](ExportedRow t) { return exportedText(t.ticket.name); }},
    {"category",
     [](ExportedRow t) {
         return QJsonValue(t.ticket.categoryName.isEmpty() ? u"None"_s : t.ticket.categoryName);
     }},
    {"category_id", [](ExportedRow t) { return exportedId(t.ticket.category); }},
    {"opened_at", [](ExportedRow t) { return exportedTime(t.first.openedAtMs); }},
    {"closed_at", [](ExportedRow t) { return exportedTime(t.last.closedAtMs); }},
    {"closed_not_before", [](ExportedRow t) { return exportedTime(t.last.closedNotBeforeMs); }},
    {"state",
     [](ExportedRow t) {
         return QJsonValue(t.last.open() ? u"open"_s : t.last.invalid() ? u"invalid"_s : u"closed"_s);
     }},
    {"reopened", [](ExportedRow t) { return QJsonValue(int(t.ticket.spells.size()) - 1); }},
    {"first_response_s",
     [](ExportedRow t) { return exportedSeconds(t.first.openedAtMs, t.ticket.derived.firstResponseAtMs); }},
    {"resolution_s", [](ExportedRow t) { return exportedSeconds(t.first.openedAtMs, t.last.closedAtMs); }},
    {"messages", [](ExportedRow t) { return QJsonValue(t.ticket.derived.humanMessages()); }},
    {"staff_messages", [](ExportedRow t) { return QJsonValue(t.ticket.derived.staffMessages); }},
    {"requester_messages", [](ExportedRow t) { return QJsonValue(t.ticket.derived.requesterMessages); }},
    {"guest_messages", [](ExportedRow t) { return QJsonValue(t.ticket.derived.guestMessages); }},
    {"requester_id", [](ExportedRow t) { return exportedId(t.ticket.derived.requester); }},
    {"requester", [](ExportedRow t) { return exportedText(t.row.requesterName); }},
    {"first_responder_id", [](ExportedRow t) { return exportedId(t.ticket.derived.firstResponder); }},
    {"last_reply_by_id", [](ExportedRow t) { return exportedId(t.ticket.derived.lastStaff); }},
    {"last_reply_by", [](ExportedRow t) { return exportedText(t.row.lastStaffName); }},
    {"closed_by_id", [](ExportedRow t) { return exportedId(t.ticket.closedBy); }},
    {"closed_by", [](ExportedRow t) { return exportedText(t.row.closedByName); }},
    {"close_reason", [](ExportedRow t) { return exportedText(t.ticket.closeReason); }},
    {"claimed_by_id", [](ExportedRow t) { return exportedId(t.ticket.claimedBy); }},
    {"rating", [](ExportedRow t) { return t.ticket.rating ? QJsonValue(t.ticket.rating) : QJsonValue(); }},
    {"transcript", [](ExportedRow t) { return exportedText(t.ticket.transcriptUrl); }},
    {"quality", [](ExportedRow t) { return QJsonValue(qualityName(t.ticket)); }},
    {"opened_source", [](ExportedRow t) { return QJsonValue(timeSourceName(t.first.openedSource)); }},
    {"closed_source",
     [](ExportedRow t) {
         return t.last.open() ? QJsonValue() : QJsonValue(timeSourceName(t.last.closedSource));
     }},
    {"gap_id", gapOf},
};

// Columns that name a person; only initials stay, and no id that leads to the person.
constexpr const char *nameColumns[] = {"requester", "last_reply_by", "closed_by"};
constexpr const char *personColumns[] = {"requester_id", "first_responder_id", "last_reply_by_id",
                                         "closed_by_id", "claimed_by_id",      "transcript"};

bool isOneOf(const char *name, std::span<const char *const> names)
{
    return std::any_of(names.begin(), names.end(),
                       [name](const char *one) { return qstrcmp(one, name) == 0; });
}

QJsonValue shownValue(const ExportColumn &column, const ExportedTicket &ticket, bool initials)
{
    if (initials && isOneOf(column.name, personColumns))
        return {};
    const QJsonValue value = column.value(ticket);
    return initials && isOneOf(column.name, nameColumns) && value.isString()
        ? QJsonValue(initialsOf(value.toString()))
        : value;
}

// What happened at the end of the window or later is not known to it (M-08): such tickets are told as they were then, with
// the numbers that statistics counts, so that a file of a past week agrees with the page that shows it.
class AsKnownThen
{
public:
    AsKnownThen(const Reader &reader, const TicketExport &what) : m_reader(reader), m_what(what) { }

    void apply(TicketListRow &row)
    {
        TicketRecord &ticket = row.ticket;
        const UtcMs toMs = m_what.window.toMs;
        if (!reachesBeyond(ticket.spells, ticket.derived, toMs))
            return;
        if (!m_read) { // few windows have such tickets
            const auto rows = m_reader.ticketRows(m_what.guild, m_what.category, m_what.window);
            for (const TicketRow &known : rows)
                m_derived.insert(known.id, known.derived);
            m_read = true;
        }
        ticket.derived = m_derived.value(ticket.id, ticket.derived);
        ticket.spells.removeIf([toMs](const Spell &spell) { return spell.openedAtMs >= toMs; });
        if (!ticket.spells.isEmpty() && ticket.spells.last().closedAtMs >= toMs) {
            Spell open;
            open.openedAtMs = ticket.spells.last().openedAtMs;
            open.openedSource = ticket.spells.last().openedSource;
            ticket.spells.last() = open;
            ticket.closedBy = ticket.claimedBy = {};
            ticket.rating = 0;
            for (QString *text :
                 {&row.closedByName, &ticket.closedByName, &ticket.closeReason, &ticket.transcriptUrl})
                text->clear();
        }
        const auto names = m_reader.names(m_what.guild, {ticket.derived.requester, ticket.derived.lastStaff});
        row.requesterName = names.value(ticket.derived.requester);
        row.lastStaffName = names.value(ticket.derived.lastStaff);
    }

private:
    const Reader &m_reader;
    const TicketExport &m_what;
    QHash<ChannelId, Derived> m_derived;
    bool m_read = false;
};

} // namespace

QString initialsOf(const QString &name)
{
    QString initials;
    bool begins = true;
    for (const QChar c : name) {
        if (!c.isLetterOrNumber()) {
            begins = true;
        } else if (begins) {
            initials += c.toUpper();
            initials += u'.';
            begins = false;
        }
    }
    return initials.isEmpty() ? u"?"_s : initials;
}

void goOn(TicketListFilter &filter, const TicketPage &page)
{
    if (page.rows.isEmpty())
        return;
    const UtcMs last = page.rows.last().ticket.openedAtMs;
    const auto before =
        std::find_if(page.rows.crbegin(), page.rows.crend(),
                     [last](const TicketListRow &row) { return row.ticket.openedAtMs != last; });
    const auto same = int(before - page.rows.crbegin());
    // What was passed over of the same instant already is passed over again.
    const bool goesOn = same == page.rows.size() && filter.opened && filter.opened->fromMs == last;
    filter.offset = goesOn ? filter.offset + same : same;
    filter.opened = Window{last, filter.opened ? filter.opened->toMs : std::numeric_limits<qint64>::max()};
}

QByteArray exportTickets(const Reader &reader, GuildId guild, Window window, TicketExportFormat format)
{
    return exportTickets(reader, {guild, {}, window, format == TicketExportFormat::Json, false});
}

QByteArray exportTickets(const Reader &reader, const TicketExport &what)
{
    const auto &[guild, category, window, json, initials] = what;
    TicketListFilter filter;
    filter.tab = TicketListFilter::Tab::All;
    filter.opened = window;
    filter.category = category;
    filter.sort = TicketListFilter::Sort::Opened;
    filter.descending = false;
    filter.limit = ExportPage;
    const QVector<CoverageGap> gaps = reader.gaps(guild, window);

    AsKnownThen knownThen(reader, what);
    CsvWriter csv;
    for (const ExportColumn &column : exportColumns)
        csv.text(QString::fromLatin1(column.name));
    csv.endRow();
    QJsonArray tickets;
    for (;;) {
        TicketPage page = reader.tickets(guild, filter, window.toMs, 0);
        for (TicketListRow &row : page.rows) {
            knownThen.apply(row);
            if (row.ticket.spells.isEmpty())
                continue;
            const ExportedTicket ticket{row,  row.ticket, row.ticket.spells.first(), row.ticket.spells.last(),
                                        gaps, window.toMs};
            if (!json) {
                for (const ExportColumn &column : exportColumns)
                    csv.value(shownValue(column, ticket, initials));
                csv.endRow();
            } else {
                QJsonObject object;
                for (const ExportColumn &column : exportColumns)
                    object.insert(QLatin1StringView(column.name), shownValue(column, ticket, initials));
                tickets.append(object);
            }
        }
        if (page.rows.size() < ExportPage)
            break;
        goOn(filter, page);
    }
    if (!json)
        return csv.bytes();
    return QJsonDocument(QJsonObject{{u"guild"_s, guild.toString()},
                                     {u"from"_s, exportedIso(window.fromMs)},
                                     {u"to"_s, exportedIso(window.toMs)},
                                     {u"tickets"_s, tickets}})
        .toJson();
}

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/tickettablemodel.h"

#include "bot/base/format.h"
#include "bot/tickets/ticketlabel.h"
#include "ui/dates.h"
#include "ui/icons.h"
#include "ui/theme.h"

#include <QApplication>
#include <QDateTime>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

// What a change of these means to the person in front of the table.
bool sameTicketText(const TicketListRow &a, const TicketListRow &b)
{
    const Derived &x = a.ticket.derived;
    const Derived &y = b.ticket.derived;
    return a.ticket.name == b.ticket.name && a.ticket.categoryName == b.ticket.categoryName
        && a.requesterName == b.requesterName && a.lastStaffName == b.lastStaffName
        && a.closedByName == b.closedByName && a.ticket.closeReason == b.ticket.closeReason
        && a.ticket.rating == b.ticket.rating && a.ticket.claimedBy == b.ticket.claimedBy
        && a.ticket.spells.size() == b.ticket.spells.size() && a.ticket.open() == b.ticket.open()
        && a.ticket.excluded == b.ticket.excluded && x.waitingSinceMs == y.waitingSinceMs
        && x.humanMessages() == y.humanMessages() && x.firstResponseAtMs == y.firstResponseAtMs
        && x.lastStaff == y.lastStaff
        && (a.ticket.open() || a.ticket.spells.isEmpty()
            || a.ticket.spells.last().closedAtMs == b.ticket.spells.last().closedAtMs);
}

} // namespace

TicketTableModel::TicketTableModel(QObject *parent) : QAbstractTableModel(parent) { }

void TicketTableModel::setTimes(UtcMs nowMs, const Targets &targets, const QTimeZone &zone)
{
    m_nowMs = nowMs;
    m_targets = targets;
    m_zone = zone;
    for (Row &row : m_rows) {
        if (row.markUntilMs <= nowMs)
            row.mark.clear();
    }
    if (!m_rows.isEmpty())
        emit dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
}

void TicketTableModel::setAsOf(const QString &time)
{
    if (time == m_asOf)
        return;
    m_asOf = time;
    emit headerDataChanged(Qt::Horizontal, Waiting, Waiting);
}

void TicketTableModel::setExcluded(ChannelId ticket, bool excluded)
{
    const int row = rowOf(ticket);
    if (row < 0)
        return;
    m_rows[row].ticket.ticket.excluded = excluded;
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void TicketTableModel::setNames(const QHash<UserId, QString> &names)
{
    m_names.insert(names);
}

void TicketTableModel::setMuted(const QSet<ChannelId> &tickets)
{
    if (std::exchange(m_muted, tickets) != tickets && !m_rows.isEmpty())
        emit dataChanged(index(0, Waiting), index(int(m_rows.size()) - 1, Waiting));
}

void TicketTableModel::replace(const QVector<TicketListRow> &rows)
{
    // Rows that both answers have stay where a person can still find them; the others come and go.
    arrange(rows);
    for (Row &row : m_rows)
        row.mark.clear();
    setHolding(false, 0);
}

void TicketTableModel::renew(const QVector<TicketListRow> &rows, bool frozen)
{
    m_newest = rows;
    if (!frozen) {
        arrange(rows);
        setHolding(false, 0);
        return;
    }
    QHash<ChannelId, int> place;
    for (int i = 0; i < rows.size(); ++i)
        place.insert(rows[i].ticket.id, i);
    bool differs = false;
    int shown = 0;
    int last = -1;
    for (int row = 0; row < m_rows.size(); ++row) {
        const auto it = place.constFind(m_rows[row].ticket.ticket.id);
        if (it == place.cend()) {
            changeRow(row, m_rows[row].ticket, true);
            differs = true;
            continue;
        }
        ++shown;
        differs |= *it < last;
        last = *it;
        changeRow(row, rows[*it], false);
    }
    const int fresh = int(rows.size()) - shown;
    setHolding(differs || fresh > 0, fresh);
}

void TicketTableModel::showHeldBack()
{
    if (!m_holding)
        return;
    arrange(m_newest);
    setHolding(false, 0);
}

void TicketTableModel::setHolding(bool holding, int newTickets)
{
    if (!holding)
        m_newest.clear();
    if (holding == m_holding && newTickets == m_heldBackNew)
        return;
    m_holding = holding;
    m_heldBackNew = newTickets;
    emit heldBackChanged();
}

void TicketTableModel::arrange(const QVector<TicketListRow> &rows)
{
    QHash<ChannelId, int> wanted;
    for (int i = 0; i < rows.size(); ++i)
        wanted.insert(rows[i].ticket.id, i);
    for (int last = int(m_rows.size()) - 1; last >= 0;) {
        if (wanted.contains(m_rows[last].ticket.ticket.id)) {
            --last;
            continue;
        }
        int first = last;
        while (first > 0 && !wanted.contains(m_rows[first - 1].ticket.ticket.id))
            --first;
        beginRemoveRows({}, first, last);
        m_rows.remove(first, last - first + 1);
        endRemoveRows();
        last = first - 1;
    }
    const bool wasEmpty = m_rows.isEmpty();
    QHash<ChannelId, bool> present;
    for (const Row &row : m_rows)
        present.insert(row.ticket.ticket.id, true);
    for (int i = 0; i < rows.size(); ++i) {
        const ChannelId id = rows[i].ticket.id;
        if (i < m_rows.size() && m_rows[i].ticket.ticket.id == id) {
            changeRow(i, rows[i], false);
            continue;
        }
        if (present.contains(id)) {
            const int from = rowOf(id);
            beginMoveRows({}, from, from, {}, i);
            m_rows.move(from, i);
            endMoveRows();
            changeRow(i, rows[i], false);
            continue;
        }
        int last = i; // a run of new rows is one insertion
        while (last + 1 < rows.size() && !present.contains(rows[last + 1].ticket.id))
            ++last;
        beginInsertRows({}, i, last);
        for (int j = i; j <= last; ++j) {
            Row row;
            row.ticket = rows[j];
            if (!wasEmpty) {
                row.mark = tr("new", "a ticket that has just appeared");
                row.markUntilMs = m_nowMs + MarkMs;
            }
            m_rows.insert(j, row);
        }
        endInsertRows();
        i = last;
    }
}

void TicketTableModel::changeRow(int row, const TicketListRow &ticket, bool left)
{
    Row &shown = m_rows[row];
    if (shown.left == left && sameTicketText(shown.ticket, ticket)) {
        shown.ticket = ticket;
        return;
    }
    if (ticket.ticket.derived.humanMessages() > shown.ticket.ticket.derived.humanMessages()) {
        shown.mark = tr("reply", "somebody has just written in the ticket");
        shown.markUntilMs = m_nowMs + MarkMs;
    }
    shown.ticket = ticket;
    shown.left = left;
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

const TicketListRow *TicketTableModel::ticket(int row) const
{
    return row >= 0 && row < m_rows.size() ? &m_rows[row].ticket : nullptr;
}

int TicketTableModel::rowOf(ChannelId ticket) const
{
    const auto it = std::find_if(m_rows.begin(), m_rows.end(),
                                 [ticket](const Row &row) { return row.ticket.ticket.id == ticket; });
    return it == m_rows.end() ? -1 : int(it - m_rows.begin());
}

int TicketTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int TicketTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

bool TicketTableModel::isNumeric(Column column)
{
    return column == Messages || column == Rating;
}

QString TicketTableModel::columnTitle(Column column)
{
    switch (column) {
    case Waiting:
        return tr("Waiting");
    case Channel:
        return tr("Channel");
    case Category:
        return tr("Category");
    case OpenedBy:
        return tr("Opened by");
    case LastReplyBy:
        return tr("Last reply by");
    case Opened:
        return tr("Opened");
    case Messages:
        return tr("Messages");
    case FirstResponse:
        return tr("First response");
    case Closed:
        return tr("Closed");
    case Resolution:
        return tr("Resolution");
    case ClosedBy:
        return tr("Closed by");
    case Reason:
        return tr("Reason");
    case Rating:
        return tr("Rating");
    case ClaimedBy:
        return tr("Claimed by");
    case State:
        return tr("State");
    case ColumnCount:
        break;
    }
    return {};
}

std::optional<TicketListFilter::Sort> TicketTableModel::sortOf(Column column)
{
    using Sort = TicketListFilter::Sort;
    switch (column) {
    case Waiting:
        return Sort::Waiting;
    case Channel:
        return Sort::Channel;
    case Category:
        return Sort::Category;
    case Opened:
        return Sort::Opened;
    case Messages:
        return Sort::Messages;
    case FirstResponse:
        return Sort::FirstResponse;
    case Closed:
        return Sort::Closed;
    default:
        return std::nullopt;
    }
}

QVariant TicketTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return QAbstractTableModel::headerData(section, orientation, role);
    if (role == Qt::DisplayRole && section == Waiting && !m_asOf.isEmpty())
        return tr("Waiting (as of %1)").arg(m_asOf);
    if (role == Qt::DisplayRole)
        return columnTitle(Column(section));
    if (role == Qt::TextAlignmentRole)
        return int((isNumeric(Column(section)) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

QVariant TicketTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[index.row()];
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::AccessibleTextRole:
        return spokenText(row, column);
    case Qt::ToolTipRole:
        return toolTip(row, column).toHtmlEscaped(); // names come from outside (TM-16)
    case Qt::TextAlignmentRole:
        return int((isNumeric(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::DecorationRole:
        if (column != Waiting)
            return {};
        return overdue(row) ? Icons::sign(Icons::Sign::Warning, Theme::colours(QApplication::palette()).error)
                            : Icons::nothing(); // the texts stay in line
    case Qt::ForegroundRole:
        if (column == Waiting && overdue(row))
            return Theme::colours(QApplication::palette()).error;
        if (row.left)
            return Theme::colours(QApplication::palette()).muted;
        return {};
    case TicketIdRole:
        return row.ticket.ticket.id.value;
    case OverdueRole:
        return overdue(row);
    case MarkRole:
        return row.markUntilMs > m_nowMs ? row.mark : QString();
    case SecondLineRole: {
        QStringList parts{text(row, Category)};
        if (!row.ticket.requesterName.isEmpty())
            parts.append(row.ticket.requesterName);
        parts.append(stateText(row));
        return parts.join(u" · "_s);
    }
    default:
        return {};
    }
}

bool TicketTableModel::overdue(const Row &row) const
{
    const TicketRecord &t = row.ticket.ticket;
    return !row.left && t.open() && t.derived.waitingSinceMs > 0
        && m_targets.overdue(t.category, m_nowMs - t.derived.waitingSinceMs);
}

QString TicketTableModel::leftText(const Row &row) const
{
    return row.ticket.ticket.excluded ? tr("not a ticket", "state of a ticket") : m_leftText;
}

QString TicketTableModel::waitingText(const Row &row) const
{
    const TicketRecord &t = row.ticket.ticket;
    if (row.left)
        return leftText(row);
    if (!t.open())
        return tr("closed", "state of a ticket");
    if (t.derived.waitingSinceMs == 0)
        return QString(Format::Dash);
    const QString waited = Format::elapsed(m_nowMs - t.derived.waitingSinceMs);
    return muted(row) ? tr("%1, muted", "how long a ticket waits; its alarm is muted").arg(waited) : waited;
}

bool TicketTableModel::muted(const Row &row) const
{
    return row.ticket.ticket.open() && m_muted.contains(row.ticket.ticket.id);
}

QString TicketTableModel::stateText(const Row &row) const
{
    const TicketRecord &t = row.ticket.ticket;
    if (row.left)
        return leftText(row);
    if (!t.open())
        return tr("closed", "state of a ticket");
    if (t.derived.staffMessages == 0)
        return tr("no reply yet");
    return t.derived.waitingSinceMs > 0 ? tr("user replied") : tr("answered");
}

QString TicketTableModel::timeText(UtcMs ms) const
{
    if (ms == 0)
        return QString(Format::Dash);
    const QDateTime when = QDateTime::fromMSecsSinceEpoch(ms, m_zone);
    const QDate today = QDateTime::fromMSecsSinceEpoch(m_nowMs, m_zone).date();
    const QString time = Dates::time(when.time());
    if (when.date() == today)
        return time;
    if (when.date() == today.addDays(-1))
        return tr("yesterday %1", "yesterday, time").arg(time);
    return Dates::dateTime(ms, m_zone, m_nowMs);
}

QString TicketTableModel::text(const Row &row, Column column) const
{
    const TicketRecord &t = row.ticket.ticket;
    const auto known = [](const QString &name) { return name.isEmpty() ? QString(Format::Dash) : name; };
    const Spell last = t.lastSpell();
    const UtcMs closedAt = last.closedAtMs;
    switch (column) {
    case Waiting:
        return waitingText(row);
    case Channel:
        return u'#' + ticketLabel(t);
    case Category:
        return t.categoryName.isEmpty() ? tr("None", "no category") : t.categoryName;
    case OpenedBy:
        return known(row.ticket.requesterName);
    case LastReplyBy:
        return known(row.ticket.lastStaffName);
    case Opened:
        return timeText(t.openedAtMs);
    case Messages:
        return Format::count(t.derived.humanMessages());
    case FirstResponse:
        return t.derived.firstResponseAtMs > 0
            ? Format::duration(double(t.derived.firstResponseAtMs - t.openedAtMs))
            : t.open() ? tr("none yet", "no first response")
                       : tr("none", "no first response");
    case Closed:
        return last.closeUnseen() ? tr("before %1", "a ticket was closed; a time").arg(timeText(closedAt))
                                  : timeText(closedAt);
    case Resolution: {
        if (closedAt == 0 || closedAt < t.openedAtMs)
            return QString(Format::Dash);
        const QString took = Format::duration(double(closedAt - t.openedAtMs));
        return last.closeUnseen() ? tr("under %1", "how long a ticket took").arg(took) : took;
    }
    case ClosedBy:
        return known(row.ticket.closedByName);
    case Reason:
        return known(t.closeReason);
    case Rating:
        return t.rating > 0 ? tr("%1 of 5", "a rating").arg(Format::count(t.rating)) : QString(Format::Dash);
    case ClaimedBy:
        return t.claimedBy ? m_names.value(t.claimedBy, t.claimedBy.toString()) : QString(Format::Dash);
    case State:
        return stateText(row);
    case ColumnCount:
        break;
    }
    return {};
}

QString TicketTableModel::spokenText(const Row &row, Column column) const
{
    if (column == Waiting) {
        const TicketRecord &t = row.ticket.ticket;
        if (row.left || !t.open() || t.derived.waitingSinceMs == 0)
            return stateText(row);
        const QString spoken = Format::spokenElapsed(m_nowMs - t.derived.waitingSinceMs);
        const QString text =
            overdue(row) ? tr("overdue, waiting %1").arg(spoken) : tr("waiting %1").arg(spoken);
        return muted(row) ? tr("%1, alarm muted", "how long a ticket waits").arg(text) : text;
    }
    if (column == Channel) {
        const QString mark = row.markUntilMs > m_nowMs ? row.mark : QString();
        return mark.isEmpty() ? text(row, column)
                              : tr("%1, %2", "channel, \"new\"").arg(text(row, column), mark);
    }
    return text(row, column);
}

QString TicketTableModel::toolTip(const Row &row, Column column) const
{
    const auto absolute = [this](UtcMs ms) { return ms > 0 ? Dates::full(ms, m_zone) : QString(); };
    const TicketRecord &t = row.ticket.ticket;
    switch (column) {
    case Waiting:
        if (t.derived.waitingSinceMs == 0)
            return {};
        return (overdue(row) ? tr("Overdue, waiting since %1") : tr("Waiting since %1"))
            .arg(absolute(t.derived.waitingSinceMs));
    case Opened:
        return absolute(t.openedAtMs);
    case Closed: {
        const Spell last = t.lastSpell();
        // Point 53: what nobody saw is never told as measured.
        return last.closeUnseen() && last.closedNotBeforeMs > 0
            ? tr("Closed while the bot was away, between %1 and %2")
                  .arg(absolute(last.closedNotBeforeMs), absolute(last.closedAtMs))
            : absolute(last.closedAtMs);
    }
    case FirstResponse:
        return absolute(t.derived.firstResponseAtMs);
    default:
        return text(row, column); // whole, where the cell elides it
    }
}

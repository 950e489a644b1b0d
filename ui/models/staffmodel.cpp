// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/staffmodel.h"

#include "bot/base/csv.h"
#include "bot/base/format.h"
#include "ui/dates.h"

#include <QDateTime>

#include <algorithm>

namespace {

constexpr int FewForStaff = 5; // below, no median and no mean (M-20)

// Of the header and of the cells: numbers to the right, save those with a bar behind them.
int alignmentOf(int column)
{
    const bool left = column <= StaffModel::Role || column == StaffModel::OpenNow
        || column == StaffModel::Answered || column == StaffModel::LastActive;
    return int((left ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
}

} // namespace

void StaffModel::setRows(QVector<StaffRow> rows, int heavyLoad, const QTimeZone &zone, UtcMs nowMs,
                         bool keepOrder)
{
    m_heavyLoad = heavyLoad;
    m_zone = zone;
    m_nowMs = nowMs;
    arrange(rows);
    if (keepOrder) {
        QHash<UserId, qsizetype> places;
        for (const StaffRow &row : std::as_const(m_rows))
            places.insert(row.user, places.size());
        std::stable_sort(rows.begin(), rows.end(), [&places](const StaffRow &a, const StaffRow &b) {
            return places.value(a.user, places.size()) < places.value(b.user, places.size());
        });
    }
    // A handful of rows: what differs is changed in place, the rest is added or taken at the end.
    const int common = int(qMin(rows.size(), m_rows.size()));
    if (rows.size() > m_rows.size()) {
        beginInsertRows({}, common, int(rows.size()) - 1);
        m_rows = rows;
        endInsertRows();
    } else if (rows.size() < m_rows.size()) {
        beginRemoveRows({}, common, int(m_rows.size()) - 1);
        m_rows = rows;
        endRemoveRows();
    } else {
        m_rows = rows;
    }
    if (common > 0)
        emit dataChanged(index(0, 0), index(common - 1, ColumnCount - 1));
}

void StaffModel::setRanking(bool on)
{
    if (m_ranking == on)
        return;
    m_ranking = on;
    sort(on ? OpenNow : Person, on ? Qt::DescendingOrder : Qt::AscendingOrder);
}

const StaffRow *StaffModel::row(int row) const
{
    return row >= 0 && row < m_rows.size() ? &m_rows[row] : nullptr;
}

std::optional<double> StaffModel::number(const StaffRow &row, int column) const
{
    const auto seen = [&row](int count) {
        return row.unseen && count == 0 ? std::nullopt : std::optional<double>(count);
    };
    switch (column) {
    case OpenNow:
        return row.open;
    case Waiting:
        return row.waiting;
    case Answered:
        return seen(row.answered);
    case FirstResponse:
        return row.firstResponse.n < FewForStaff ? std::nullopt : row.firstResponse.median;
    case Messages:
        return seen(row.messages);
    case Rating:
        return row.rating.mean;
    case Claimed:
        return seen(row.claimed);
    case ActiveDays:
        return row.activeDays ? seen(*row.activeDays) : std::nullopt;
    case LastActive:
        return row.lastActiveMs > 0 ? std::optional<double>(double(row.lastActiveMs)) : std::nullopt;
    default:
        return {};
    }
}

void StaffModel::arrange(QVector<StaffRow> &rows) const
{
    const auto byName = [](const StaffRow &a, const StaffRow &b) {
        return QString::localeAwareCompare(a.name, b.name) < 0;
    };
    std::stable_sort(rows.begin(), rows.end(), byName);
    const bool descending = m_order == Qt::DescendingOrder;
    if (m_sortColumn == Person || m_sortColumn == Role) {
        std::stable_sort(rows.begin(), rows.end(), [&](const StaffRow &a, const StaffRow &b) {
            const int order = m_sortColumn == Person ? QString::localeAwareCompare(a.name, b.name)
                                                     : QString::localeAwareCompare(a.role, b.role);
            return descending ? order > 0 : order < 0;
        });
        return;
    }
    std::stable_sort(rows.begin(), rows.end(), [&](const StaffRow &a, const StaffRow &b) {
        const auto x = number(a, m_sortColumn);
        const auto y = number(b, m_sortColumn);
        if (x.has_value() != y.has_value())
            return x.has_value();
        return x && (descending ? *x > *y : *x < *y);
    });
}

void StaffModel::sort(int column, Qt::SortOrder order)
{
    if (!m_ranking && column > Role) { // by a number would be a ranking
        column = Person;
        order = Qt::AscendingOrder;
    }
    m_sortColumn = column;
    m_order = order;
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    QVector<UserId> users;
    for (const QModelIndex &index : before)
        users.append(m_rows[index.row()].user);
    arrange(m_rows);
    QModelIndexList after;
    for (int i = 0; i < before.size(); ++i) {
        const auto place = std::find_if(m_rows.cbegin(), m_rows.cend(),
                                        [&](const StaffRow &row) { return row.user == users[i]; });
        after.append(index(int(place - m_rows.cbegin()), before[i].column()));
    }
    changePersistentIndexList(before, after);
    emit layoutChanged({}, VerticalSortHint);
}

int StaffModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int StaffModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant StaffModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const StaffRow &row = m_rows[index.row()];
    const auto value = number(row, index.column());
    if (role == UserIdRole)
        return row.user.value;
    if (role == ShareRole) {
        double most = 1;
        for (const StaffRow &other : m_rows)
            most = qMax(most, number(other, index.column()).value_or(0));
        return m_ranking ? value.value_or(0) / most : 0.0;
    }
    if (role == Qt::TextAlignmentRole)
        return alignmentOf(index.column());
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    if (role == Qt::ToolTipRole && index.column() != FirstResponse)
        return index.column() <= Role ? data(index, Qt::DisplayRole).toString().toHtmlEscaped() : QVariant();
    switch (index.column()) {
    case Person:
        return row.name;
    case Role:
        return row.role.isEmpty() ? QString(Format::Dash) : row.role;
    case OpenNow:
        return row.open >= m_heavyLoad
            ? tr("%1 heavy load", "number of open tickets").arg(Format::count(row.open))
            : Format::count(row.open);
    case FirstResponse:
        if (role == Qt::ToolTipRole)
            return tr("Median of %n first response(s)", nullptr, row.firstResponse.n);
        if (row.firstResponse.n > 0 && !value)
            return tr("only %n ticket(s)", nullptr, row.firstResponse.n);
        return Format::duration(value);
    case Rating:
        return row.rating.n > 0
            ? tr("%1 (n = %2)").arg(Format::decimal(row.rating.mean), Format::count(row.rating.n))
            : QString(Format::Dash);
    case LastActive:
        return row.lastActiveMs > 0 ? Dates::dateTime(row.lastActiveMs, m_zone, m_nowMs)
                                    : QString(Format::Dash);
    default:
        return value ? Format::count(qint64(*value)) : QString(Format::Dash);
    }
}

QVariant StaffModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return alignmentOf(section);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case Person:
        return tr("Person");
    case Role:
        return tr("Role");
    case OpenNow:
        return tr("Open now");
    case Waiting:
        return tr("Waiting");
    case Answered:
        return tr("Answered");
    case FirstResponse:
        return tr("First response, median");
    case Messages:
        return tr("Messages");
    case Rating:
        return tr("Rating");
    case Claimed:
        return tr("Claimed");
    case ActiveDays:
        return tr("Active days");
    case LastActive:
        return tr("Last active");
    default:
        return {};
    }
}

QByteArray StaffModel::csv() const
{
    CsvWriter csv;
    for (int column = 0; column < ColumnCount; ++column) {
        const QString name = headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        csv.text(column == FirstResponse ? tr("%1 (seconds)").arg(name) : name);
        if (column == Rating)
            csv.text(tr("Ratings (number)"));
    }
    csv.endRow();
    for (const StaffRow &row : m_rows) {
        csv.text(row.name).text(row.role);
        for (int column = OpenNow; column < ColumnCount; ++column) {
            const auto value = number(row, column);
            if (!value) {
                csv.empty();
            } else if (column == FirstResponse) {
                csv.number(*value / SecondMs, 1);
            } else if (column == Rating) {
                csv.number(*value, 2);
            } else if (column == LastActive) {
                const QDateTime at = QDateTime::fromMSecsSinceEpoch(row.lastActiveMs, m_zone);
                csv.text(at.toOffsetFromUtc(at.offsetFromUtc()).toString(Qt::ISODate));
            } else {
                csv.number(qint64(*value));
            }
            if (column == Rating)
                csv.number(qint64(row.rating.n));
        }
        csv.endRow();
    }
    return csv.bytes();
}

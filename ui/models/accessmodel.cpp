// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/accessmodel.h"

#include "bot/base/format.h"

#include <QColor>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int CommandsInHeader = 3; // the others are in the tooltip

bool sameSubject(const AccessRow &a, const AccessRow &b)
{
    return a.id == b.id && a.kind == b.kind;
}

} // namespace

void AccessModel::setTable(const AccessTable &table)
{
    m_table.removed = table.removed; // cells that look different by it are different
    if (m_table.columns != table.columns) {
        m_table.columns = table.columns;
        emit headerDataChanged(Qt::Horizontal, FirstCapability, ColumnCount - 1);
    }
    // Rows that stay keep their order among each other nearly always; a role that moved is taken and put back.
    for (int row = int(m_table.rows.size()) - 1; row >= 0; --row) {
        const bool stays = std::any_of(table.rows.cbegin(), table.rows.cend(),
                                       [&](const AccessRow &r) { return sameSubject(r, m_table.rows[row]); });
        if (stays)
            continue;
        beginRemoveRows({}, row, row);
        m_table.rows.removeAt(row);
        endRemoveRows();
    }
    for (int row = 0; row < table.rows.size(); ++row) {
        const AccessRow &wanted = table.rows[row];
        int at = row;
        while (at < m_table.rows.size() && !sameSubject(m_table.rows[at], wanted))
            ++at;
        if (at == m_table.rows.size()) {
            beginInsertRows({}, row, row);
            m_table.rows.insert(row, wanted);
            endInsertRows();
            continue;
        }
        if (at != row) {
            beginMoveRows({}, at, at, {}, row);
            m_table.rows.move(at, row);
            endMoveRows();
        }
        if (!(m_table.rows[row] == wanted)) {
            m_table.rows[row] = wanted;
            emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
        }
    }
}

int AccessModel::rowOf(quint64 role) const
{
    for (int row = 0; row < m_table.rows.size(); ++row) {
        if (m_table.rows[row].id == role && m_table.rows[row].kind != AccessRow::Kind::Owner)
            return row;
    }
    return -1;
}

int AccessModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_table.rows.size());
}

int AccessModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString AccessModel::removedText()
{
    return tr("The bot was removed from this server. Permissions can be changed when it is back.");
}

QString AccessModel::reason(const QModelIndex &index) const
{
    if (index.column() < FirstCapability)
        return {};
    const AccessRow &row = m_table.rows[index.row()];
    const AccessColumn &column = m_table.columns[size_t(index.column() - FirstCapability)];
    if (row.cells[size_t(index.column() - FirstCapability)].editable)
        return {};
    if (row.kind == AccessRow::Kind::Owner)
        return column.setting == Setting::SupportRoles
            ? tr("The owner counts as staff only by a role or by max permissions.")
            : tr("The server owner can always do everything.");
    if (m_table.removed)
        return removedText();
    if (column.fixed)
        return tr("Set by %1 in the environment; it can only be changed there.").arg(column.variable);
    if (row.kind == AccessRow::Kind::Deleted)
        return tr("This role was deleted on Discord; its rights can only be taken out.");
    return whyNeverGranted(column.setting, GuildId(row.id),
                           RoleId(row.id)); // of @everyone, the server's own id
}

// A right that this row cannot get: a tick that never moves would look like one that can.
bool AccessModel::neverOn(const QModelIndex &index) const
{
    const size_t capability = size_t(index.column() - FirstCapability);
    const AccessCell &cell = m_table.rows[index.row()].cells[capability];
    return !cell.editable && !cell.on && !m_table.columns[capability].fixed && !m_table.removed;
}

QString AccessModel::spoken(const QModelIndex &index) const
{
    const AccessRow &row = m_table.rows[index.row()];
    if (index.column() == Role) {
        QString text = row.name;
        if (row.members >= 0)
            text = tr("%1, %2", "role, its size").arg(text, tr("%n member(s)", nullptr, row.members));
        return text;
    }
    const size_t capability = size_t(index.column() - FirstCapability);
    const AccessCell &cell = row.cells[capability];
    QStringList parts{row.name, m_table.columns[capability].name.toLower()};
    if (row.kind == AccessRow::Kind::Owner)
        parts.append(capability == 0 ? tr("not by itself") : tr("always"));
    else
        parts.append(!cell.known ? tr("unknown") : cell.on ? tr("checked") : tr("not checked"));
    if (cell.changed)
        parts.append(tr("changed"));
    if (cell.risky)
        parts.append(tr("for everyone on the server"));
    const QString why = reason(index);
    if (!why.isEmpty() && row.kind != AccessRow::Kind::Owner)
        parts.append(why);
    return parts.join(u", "_s);
}

QVariant AccessModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const AccessRow &row = m_table.rows[index.row()];
    switch (role) {
    case KindRole:
        return int(row.kind);
    case IdRole:
        return row.id;
    case Qt::AccessibleTextRole:
        return spoken(index);
    case SummaryRole: {
        if (row.kind == AccessRow::Kind::Owner)
            return tr("can always do everything");
        QStringList names;
        for (size_t i = 0; i < row.cells.size(); ++i) {
            if (row.cells[i].on)
                names.append(m_table.columns[i].name);
        }
        return names.isEmpty() ? tr("no rights") : names.join(u" · "_s);
    }
    default:
        break;
    }
    if (index.column() == Role) {
        switch (role) {
        case Qt::DisplayRole:
            return row.name;
        case Qt::ToolTipRole:
            return u"%1 – %2"_s.arg(row.name.toHtmlEscaped(),
                                    row.kind == AccessRow::Kind::Owner ? tr("can always do everything")
                                                                       : tr("ID %1").arg(row.id));
        case MembersRole:
            return row.members >= 0 ? Format::count(row.members) : QString();
        case ColourRole:
            return row.colour > 0 ? QColor::fromRgb(QRgb(row.colour)) : QColor();
        default:
            return {};
        }
    }
    const AccessCell &cell = row.cells[size_t(index.column() - FirstCapability)];
    switch (role) {
    case Qt::CheckStateRole:
        if (row.kind == AccessRow::Kind::Owner || !cell.known || neverOn(index))
            return {};
        return int(cell.on ? Qt::Checked : Qt::Unchecked);
    case MarkRole:
        if (row.kind == AccessRow::Kind::Owner)
            return cell.on ? tr("always") : QString(Format::Dash);
        if (!cell.known || neverOn(index))
            return QString(Format::Dash);
        if (cell.changed)
            return tr("changed");
        return row.kind == AccessRow::Kind::Deleted && cell.on && cell.editable ? tr("remove") : QString();
    case RiskyRole:
        return cell.risky;
    case Qt::ToolTipRole:
        return reason(index).toHtmlEscaped();
    default:
        return {};
    }
}

bool AccessModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid)
        || !(flags(index) & Qt::ItemIsUserCheckable))
        return false;
    emit cellToggled(m_table.columns[size_t(index.column() - FirstCapability)].setting,
                     m_table.rows[index.row()].id, value.toInt() == Qt::Checked);
    return true;
}

Qt::ItemFlags AccessModel::flags(const QModelIndex &index) const
{
    // Cells that cannot be changed stay reachable, so that their reason can be read.
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && index.column() >= FirstCapability
        && m_table.rows[index.row()].cells[size_t(index.column() - FirstCapability)].editable)
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

QVariant AccessModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section >= ColumnCount)
        return QAbstractTableModel::headerData(section, orientation, role);
    if (section == Role)
        return role == Qt::DisplayRole || role == Qt::AccessibleTextRole ? tr("Role") : QVariant();
    const AccessColumn &column = m_table.columns[size_t(section - FirstCapability)];
    const QString setBy = tr("Set by %1").arg(column.variable);
    if (role == Qt::DisplayRole) {
        QStringList lines{column.name};
        if (column.fixed)
            lines.append(setBy);
        QStringList commands = column.commands.mid(0, CommandsInHeader);
        if (column.commands.size() > CommandsInHeader)
            commands.last() += u" …"_s;
        lines += commands;
        return lines.join(u'\n');
    }
    if (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole) {
        QStringList parts{column.name};
        if (column.fixed)
            parts.append(setBy);
        if (!column.commands.isEmpty())
            parts.append(column.commands.join(u' '));
        return parts.join(role == Qt::ToolTipRole ? u"\n"_s : u", "_s);
    }
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignHCenter | Qt::AlignTop);
    return {};
}

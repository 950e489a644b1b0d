// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/maxusermodel.h"

#include "ui/dates.h"
#include "ui/settingswords.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

QVector<MaxUserModel::Row> MaxUserModel::rows(UserId owner, const QVector<MaxUser> &listed,
                                              const ConfigEdit &edit, const QHash<UserId, QString> &names,
                                              const QSet<UserId> &left, const QTimeZone &zone, UtcMs nowMs)
{
    const auto nameOf = [&names](UserId user, const QString &remembered) {
        const QString now = names.value(user);
        if (!now.isEmpty())
            return now;
        return remembered.isEmpty() ? tr("person %1").arg(shortId(user.value)) : remembered;
    };
    QVector<Row> rows;
    if (owner)
        rows.append({owner, nameOf(owner, {}), Row::State::Owner, false, {}});
    for (const MaxUser &user : listed) {
        if (user.user == owner)
            continue;
        Row row{user.user, nameOf(user.user, user.name), Row::State::Listed, left.contains(user.user), {}};
        if (!user.confirmed)
            row.state = Row::State::Waiting;
        if (edit.removeMax.contains(user.user))
            row.state = Row::State::Removing;
        else if (edit.addMax.contains(user.user))
            row.state = Row::State::Adding;
        if (!user.addedBy.name.isEmpty() && user.addedAtMs > 0)
            row.added = tr("by %1 on %2", "who gave max permissions, when")
                            .arg(user.addedBy.name, Dates::date(user.addedAtMs, zone, nowMs));
        rows.append(row);
    }
    for (auto user = edit.addMax.cbegin(); user != edit.addMax.cend(); ++user) {
        const bool known =
            std::any_of(rows.cbegin(), rows.cend(), [&](const Row &r) { return r.user == user.key(); });
        if (!known)
            rows.append({user.key(), nameOf(user.key(), user.value()), Row::State::Adding, false, {}});
    }
    return rows;
}

void MaxUserModel::setRows(const QVector<Row> &rows)
{
    if (rows == m_rows)
        return;
    for (int row = int(m_rows.size()) - 1; row >= 0; --row) {
        const bool stays =
            std::any_of(rows.cbegin(), rows.cend(), [&](const Row &r) { return r.user == m_rows[row].user; });
        if (stays)
            continue;
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
    }
    for (int row = 0; row < rows.size(); ++row) {
        int at = row;
        while (at < m_rows.size() && m_rows[at].user != rows[row].user)
            ++at;
        if (at == m_rows.size()) {
            beginInsertRows({}, row, row);
            m_rows.insert(row, rows[row]);
            endInsertRows();
            continue;
        }
        if (at != row) {
            beginMoveRows({}, at, at, {}, row);
            m_rows.move(at, row);
            endMoveRows();
        }
        if (!(m_rows[row] == rows[row])) {
            m_rows[row] = rows[row];
            emit dataChanged(index(row), index(row));
        }
    }
}

const MaxUserModel::Row *MaxUserModel::row(int number) const
{
    return number >= 0 && number < m_rows.size() ? &m_rows[number] : nullptr;
}

int MaxUserModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant MaxUserModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: {
        QStringList parts{row.name};
        if (row.left)
            parts.append(tr("left the server"));
        switch (row.state) {
        case Row::State::Owner:
            parts.append(tr("server owner, always"));
            break;
        case Row::State::Waiting:
            parts.append(tr("imported, no rights until confirmed"));
            break;
        case Row::State::Adding:
            parts.append(tr("to be added, not saved yet"));
            break;
        case Row::State::Removing:
            parts.append(tr("to be removed, not saved yet"));
            break;
        case Row::State::Listed:
            if (!row.added.isEmpty())
                parts.append(row.added);
            break;
        }
        return parts.join(u" – "_s);
    }
    case Qt::ToolTipRole:
        return tr("ID %1").arg(row.user.toString());
    case UserIdRole:
        return row.user.value;
    case StateRole:
        return int(row.state);
    default:
        return {};
    }
}

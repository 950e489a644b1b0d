// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/personmodel.h"

#include "ui/discordpictures.h"
#include "ui/theme.h"

#include <QApplication>
#include <QPalette>

using namespace Qt::Literals::StringLiterals;

PersonModel::PersonModel(QObject *parent) : QAbstractListModel(parent)
{
    if (DiscordPictures *pictures = DiscordPictures::instance())
        connect(pictures, &DiscordPictures::changed, this, [this] {
            if (!m_members.isEmpty())
                emit dataChanged(index(0), index(int(m_members.size()) - 1), {Qt::DecorationRole});
        });
}

void PersonModel::setMembers(const QVector<Discord::Member> &members)
{
    // Another search found others: nobody of the old list has to keep a place.
    if (!m_members.isEmpty()) {
        beginRemoveRows({}, 0, int(m_members.size()) - 1);
        m_members.clear();
        endRemoveRows();
    }
    if (!members.isEmpty()) {
        beginInsertRows({}, 0, int(members.size()) - 1);
        m_members = members;
        endInsertRows();
    }
}

const Discord::Member *PersonModel::member(int row) const
{
    return row >= 0 && row < m_members.size() ? &m_members[row] : nullptr;
}

QString PersonModel::nameOf(const Discord::Member &member)
{
    return member.nick.isEmpty() ? member.user.displayName() : member.nick;
}

int PersonModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_members.size());
}

QVariant PersonModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Discord::Member &member = m_members[index.row()];
    if (role == Qt::DisplayRole) {
        QString name = nameOf(member);
        if (name != member.user.username)
            name += u" · "_s + member.user.username;
        return member.user.bot ? tr("%1 (bot)").arg(name) : name;
    }
    if (role == Qt::AccessibleTextRole)
        return tr("%1, ID %2").arg(data(index, Qt::DisplayRole).toString(), member.user.id.toString());
    if (role == IdRole)
        return member.user.id.toString();
    if (role == Qt::ToolTipRole)
        return tr("ID %1").arg(member.user.id.toString());
    if (role == Qt::DecorationRole)
        return DiscordPictures::ofPerson(member.user.id, member.user.avatar, nameOf(member),
                                         qApp->palette().color(QPalette::Highlight));
    return {};
}

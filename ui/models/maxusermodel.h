// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/store/values.h"
#include "bot/tickets/configedit.h"

#include <QAbstractListModel>
#include <QTimeZone>

// The people with max permissions: the owner, those listed, and what is unsaved about them (UX 3.6). Thread: GUI.
class MaxUserModel : public QAbstractListModel
{
    Q_OBJECT
public:
    struct Row
    {
        UserId user;
        QString name;
        enum class State
        {
            Owner,
            Listed,
            Waiting, // imported, without rights until confirmed
            Adding, // not saved yet
            Removing // likewise
        } state = State::Listed;
        bool left = false; // is no member any more
        QString added; // "by dana on 22 Nov"
        bool operator==(const Row &) const = default;
    };
    enum DataRole
    {
        UserIdRole = Qt::UserRole,
        StateRole
    };

    using QAbstractListModel::QAbstractListModel;

    static QVector<Row> rows(UserId owner, const QVector<MaxUser> &listed, const ConfigEdit &edit,
                             const QHash<UserId, QString> &names, const QSet<UserId> &left,
                             const QTimeZone &zone, UtcMs nowMs);
    void setRows(const QVector<Row> &rows);
    const Row *row(int number) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QVector<Row> m_rows;
};

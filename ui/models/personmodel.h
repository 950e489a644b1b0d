// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/discord/entities.h"

#include <QAbstractListModel>

// Members that a search found: name, account name and ID, so that two people of one name can be told apart. Thread: GUI.
class PersonModel : public QAbstractListModel
{
    Q_OBJECT
public:
    static constexpr int IdRole = Qt::UserRole; // in digits

    explicit PersonModel(QObject *parent = nullptr);

    void setMembers(const QVector<Discord::Member> &members);
    const Discord::Member *member(int row) const;
    static QString nameOf(const Discord::Member &member);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QVector<Discord::Member> m_members;
};

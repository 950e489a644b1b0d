// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QStringList>
#include <QVariant>
#include <QVector>

// Short tables of finished words: backups, holes in the recording, the first and last tickets of a preview. Rows have a key,
// so that new contents insert, remove and move rows instead of resetting, and selection and scroll position stay (UX 2.5).
// Thread: GUI.
class RowTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role
    {
        KeyRole = Qt::UserRole,
        DataRole // what the row stands for
    };
    struct Row
    {
        QString key; // not empty, unique
        QStringList cells;
        QVariant data;
        bool operator==(const Row &o) const { return key == o.key && cells == o.cells && data == o.data; }
    };

    explicit RowTableModel(const QStringList &headers, QObject *parent = nullptr);

    void setRightAligned(int column) { m_right.append(column); }
    void setRows(const QVector<Row> &rows);
    const QVector<Row> &rows() const { return m_rows; }
    int rowOf(const QString &key) const; // -1: gone

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    const QStringList m_headers;
    QVector<int> m_right;
    QVector<Row> m_rows;
};

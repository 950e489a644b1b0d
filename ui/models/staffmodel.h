// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/tickets/statistics.h"

#include <QAbstractTableModel>

// One member of staff over a period (UX 3.5).
struct StaffRow
{
    UserId user;
    QString name;
    QString role; // "Support"; empty = not known now
    int open = 0; // now, by last reply
    int waiting = 0; // of these
    bool unseen = false; // nobody looked in the period: its counts are no zeros
    int answered = 0; // tickets of the period
    int messages = 0;
    int firstResponses = 0;
    Average firstResponse;
    Average rating;
    int claimed = 0; // closed in the period
    std::optional<int> activeDays; // nothing until the messages were read
    UtcMs lastActiveMs = 0; // in the period
};

// The people of the Staff page. Sorts by itself, because a dash has to come last either way. Thread: GUI.
class StaffModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column
    {
        Person,
        Role,
        OpenNow,
        Waiting,
        Answered,
        FirstResponse,
        Messages,
        Rating,
        Claimed,
        ActiveDays,
        LastActive,
        ColumnCount
    };
    enum DataRole
    {
        ShareRole = Qt::UserRole, // 0..1 of the longest bar
        UserIdRole
    };
    using QAbstractTableModel::QAbstractTableModel;

    // keepOrder: somebody is about to press a row, so those that were there stay in their order (UX 2.5).
    void setRows(QVector<StaffRow> rows, int heavyLoad, const QTimeZone &zone, UtcMs nowMs,
                 bool keepOrder = false);
    const StaffRow *row(int row) const;
    const QVector<StaffRow> &rows() const { return m_rows; }
    // Without ranking: by name, without bars.
    void setRanking(bool on);
    bool ranking() const { return m_ranking; }
    QByteArray csv() const; // what the table shows; durations in seconds

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    void arrange(QVector<StaffRow> &rows) const;
    std::optional<double> number(const StaffRow &row, int column) const;

    QVector<StaffRow> m_rows;
    int m_heavyLoad = 6;
    QTimeZone m_zone;
    UtcMs m_nowMs = 0;
    bool m_ranking = true;
    int m_sortColumn = OpenNow;
    Qt::SortOrder m_order = Qt::DescendingOrder;
};

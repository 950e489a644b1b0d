// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/store/values.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QSet>
#include <QTimeZone>

// Tickets as rows. New answers of the database are worked in by inserting, removing, moving and changing
// rows, never by a reset, so selection, current cell and scroll position survive (UX 2.5). While the view is
// frozen the order stays: new tickets wait outside and are counted, tickets that left stay as they are and
// read "closed".
//
// Thread: GUI. Owner: the page.
class TicketTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column
    {
        Waiting,
        Channel,
        Category,
        OpenedBy,
        LastReplyBy,
        Opened,
        Messages,
        FirstResponse,
        Closed,
        Resolution,
        ClosedBy,
        Reason,
        Rating,
        ClaimedBy,
        State, // "no reply yet", "user replied": the Overview's short list
        ColumnCount
    };
    enum Role
    {
        TicketIdRole = Qt::UserRole, // quint64
        OverdueRole, // bool
        MarkRole, // "new", "reply", or nothing: for some seconds after a change
        SecondLineRole // the rest of the row in words, for two-line rows in narrow windows
    };
    static constexpr qint64 MarkMs = 5000;

    explicit TicketTableModel(QObject *parent = nullptr);

    // What waiting, overdue and dates are measured with; changes texts only.
    void setTimes(UtcMs nowMs, const Targets &targets, const QTimeZone &zone);
    // While the bot is offline the waiting times are those of then: "Waiting (as of 14:02)". Empty = live.
    void setAsOf(const QString &time);
    // What a row reads that is no longer part of the answer: "closed", or "done" where answering is enough.
    void setLeftText(const QString &text) { m_leftText = text; }
    // It was said of a ticket that it is none, or one again: what its row reads until it goes.
    void setExcluded(ChannelId ticket, bool excluded);
    void setNames(const QHash<UserId, QString> &names); // of people that rows know by id only
    void setMuted(const QSet<ChannelId> &tickets); // no alarm is told for them
    // Another question was asked (tab, filter, page, server): everything is new and nothing is marked.
    void replace(const QVector<TicketListRow> &rows);
    // The same question again. Frozen: only what is shown changes; the rest is held back.
    void renew(const QVector<TicketListRow> &rows, bool frozen);
    void showHeldBack(); // the newest answer, now

    int heldBack() const { return m_heldBackNew; } // new tickets that are not shown yet
    bool outdated() const { return m_holding; } // the order shown is not the newest one
    const TicketListRow *ticket(int row) const;
    int rowOf(ChannelId ticket) const;
    static bool isNumeric(Column column);
    static QString columnTitle(Column column);
    // The column's place in the database's order; nothing for columns that cannot be sorted by.
    static std::optional<TicketListFilter::Sort> sortOf(Column column);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void heldBackChanged();

private:
    struct Row
    {
        TicketListRow ticket;
        bool left = false; // no longer part of the answer, still shown
        QString mark;
        UtcMs markUntilMs = 0;
    };
    void arrange(const QVector<TicketListRow> &rows);
    void changeRow(int row, const TicketListRow &ticket, bool left);
    void setHolding(bool holding, int newTickets);
    QString text(const Row &row, Column column) const;
    QString spokenText(const Row &row, Column column) const;
    QString toolTip(const Row &row, Column column) const;
    QString timeText(UtcMs ms) const;
    QString waitingText(const Row &row) const;
    QString leftText(const Row &row) const;
    bool muted(const Row &row) const;
    bool overdue(const Row &row) const;
    QString stateText(const Row &row) const;

    QVector<Row> m_rows;
    QHash<UserId, QString> m_names;
    QSet<ChannelId> m_muted;
    QVector<TicketListRow> m_newest; // what showHeldBack() will show
    QString m_asOf;
    QString m_leftText = tr("closed", "state of a ticket");
    bool m_holding = false;
    int m_heldBackNew = 0;
    UtcMs m_nowMs = 0;
    Targets m_targets;
    QTimeZone m_zone = QTimeZone::utc();
};

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/logging.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>
#include <QTimeZone>

#include <deque>

// The lines of the bot log, oldest first. New ones are inserted at the end; when there are too many, the
// oldest leave in blocks. Thread: GUI. Owner: the page.
class LogModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column
    {
        Time,
        Level,
        Area,
        Message,
        ColumnCount
    };
    enum Role
    {
        LevelRole = Qt::UserRole, // int(LogLevel)
        AreaRole // QString as in LogLine
    };
    static constexpr int MostLines = 10000;
    static constexpr int LinesDropped = 500; // at once

    using QAbstractTableModel::QAbstractTableModel;

    void setZone(const QTimeZone &zone);
    // Lines with numbers that are known already are left out: what is read at start may arrive again.
    void append(const QList<LogLine> &lines);
    const LogLine &line(int row) const { return m_lines[size_t(row)].line; }
    // As it is shown, in the language that the window had when it came.
    const QString &text(int row) const { return m_lines[size_t(row)].text; }
    int count(LogLevel level) const { return m_counts[int(level)]; }
    QStringList areas() const { return m_areas; } // in the order of their first line

    static QString levelText(LogLevel level);
    static QString areaText(const QString &area);
    static QString columnTitle(Column column);
    // As it is copied and saved: "2026-11-22T14:03:22.123+00:00 warning gateway: ...".
    static QString plainText(const LogLine &line, const QTimeZone &zone);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        LogLine line;
        QString text;
    };

    QString timeText(const LogLine &line) const;

    std::deque<Row> m_lines;
    qint64 m_newest = 0;
    int m_counts[4] = {};
    QStringList m_areas;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
};

// The lines of some levels and areas that contain some words, in any order.
class LogFilter : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    struct Choice
    {
        QSet<LogLevel> levels; // empty = all
        QString area; // empty = all
        QString words;
        bool any() const { return !levels.isEmpty() || !area.isEmpty() || !words.isEmpty(); }
        bool operator==(const Choice &) const = default;
    };

    explicit LogFilter(LogModel &lines, QObject *parent = nullptr);

    const Choice &choice() const { return m_choice; }
    void setChoice(const Choice &choice);
    const LogLine &line(int row) const; // a row of this model
    const QString &text(int row) const;

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    const LogModel &m_log;
    Choice m_choice;
    QStringList m_words;
};

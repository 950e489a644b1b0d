// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/logmodel.h"

#include "ui/dates.h"
#include "ui/icons.h"
#include "ui/logmeaning.h"
#include "ui/theme.h"

#include <QApplication>
#include <QDateTime>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

static QDateTime logTime(const LogLine &line, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(line.atMs, zone);
}

void LogModel::setZone(const QTimeZone &zone)
{
    if (zone == m_zone)
        return;
    m_zone = zone;
    if (!m_lines.empty())
        emit dataChanged(index(0, Time), index(rowCount() - 1, Time));
}

void LogModel::append(const QList<LogLine> &lines)
{
    QList<LogLine> fresh;
    for (const LogLine &line : lines) {
        if (line.number > m_newest)
            fresh.append(line);
        m_newest = qMax(m_newest, line.number);
    }
    if (fresh.size() > MostLines)
        fresh = fresh.last(MostLines);
    if (fresh.isEmpty())
        return;
    if (const int tooMany = int(m_lines.size()) + int(fresh.size()) - MostLines; tooMany > 0) {
        const int dropped = qMin(int(m_lines.size()), qMax(tooMany, LinesDropped));
        beginRemoveRows({}, 0, dropped - 1);
        for (int i = 0; i < dropped; ++i)
            --m_counts[int(line(i).level)];
        m_lines.erase(m_lines.begin(), m_lines.begin() + dropped);
        endRemoveRows();
    }
    const int first = int(m_lines.size());
    beginInsertRows({}, first, first + int(fresh.size()) - 1);
    for (const LogLine &line : std::as_const(fresh)) {
        m_lines.push_back({line, logText(line)});
        ++m_counts[int(line.level)];
        if (!m_areas.contains(line.area))
            m_areas.append(line.area);
    }
    endInsertRows();
}

QString LogModel::levelText(LogLevel level)
{
    switch (level) {
    case LogLevel::Debug:
        return tr("detail", "level of a log line");
    case LogLevel::Info:
        return tr("info", "level of a log line");
    case LogLevel::Warning:
        return tr("warning", "level of a log line");
    case LogLevel::Error:
        break;
    }
    return tr("error", "level of a log line");
}

QString LogModel::areaText(const QString &area)
{
    if (area == "gateway"_L1)
        return tr("Gateway", "area of a log line");
    if (area == "rest"_L1)
        return tr("REST", "area of a log line");
    if (area == "tickets"_L1)
        return tr("Tickets", "area of a log line");
    if (area == "commands"_L1)
        return tr("Commands", "area of a log line");
    if (area == "store"_L1)
        return tr("Database", "area of a log line");
    if (area == "bot"_L1)
        return tr("Bot", "area of a log line");
    if (area == "app"_L1 || area == "ui"_L1)
        return tr("Program", "area of a log line");
    if (area == "demo"_L1)
        return tr("Demo", "area of a log line");
    return area;
}

QString LogModel::columnTitle(Column column)
{
    switch (column) {
    case Time:
        return tr("Time");
    case Level:
        return tr("Level");
    case Area:
        return tr("Area");
    case Message:
        return tr("Message");
    case ColumnCount:
        break;
    }
    return {};
}

QString LogModel::plainText(const LogLine &line, const QTimeZone &zone)
{
    const QDateTime at = logTime(line, zone);
    return u"%1 %2 %3: %4"_s.arg(at.toOffsetFromUtc(at.offsetFromUtc()).toString(Qt::ISODateWithMs),
                                 logLevelName(line.level), line.area, line.text);
}

QString LogModel::timeText(const LogLine &line) const
{
    const QDateTime at = logTime(line, m_zone);
    const QString time = Dates::exactTime(at.time());
    // Today is what everybody means who reads a time alone.
    if (at.date() == QDateTime::currentDateTimeUtc().toTimeZone(m_zone).date())
        return time;
    return tr("%1 %2", "date, time").arg(Dates::day(at.date()), time);
}

int LogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int LogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant LogModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &[line, text] = m_lines[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        switch (Column(index.column())) {
        case Time:
            return timeText(line);
        case Level:
            return levelText(line.level);
        case Area:
            return areaText(line.area);
        case Message:
            return text;
        case ColumnCount:
            break;
        }
        return {};
    case Qt::ToolTipRole:
        if (index.column() == Time)
            return logTime(line, m_zone).toString(Qt::ISODateWithMs);
        // Foreign text may look like HTML (TM-16).
        return index.column() == Message ? text.toHtmlEscaped() : QVariant();
    case Qt::DecorationRole: {
        if (index.column() != Level || line.level < LogLevel::Warning)
            return index.column() == Level ? Icons::nothing() : QVariant();
        const ThemeColours &colours = Theme::colours(QApplication::palette());
        return line.level == LogLevel::Error ? Icons::sign(Icons::Sign::Error, colours.error)
                                             : Icons::sign(Icons::Sign::Warning, colours.warning);
    }
    case Qt::ForegroundRole: {
        const ThemeColours &colours = Theme::colours(QApplication::palette());
        if (line.level == LogLevel::Debug || index.column() == Time)
            return colours.muted;
        if (index.column() == Level && line.level == LogLevel::Error)
            return colours.error;
        if (index.column() == Level && line.level == LogLevel::Warning)
            return colours.warning;
        return {};
    }
    case LevelRole:
        return int(line.level);
    case AreaRole:
        return line.area;
    default:
        return {};
    }
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::DisplayRole)
        return columnTitle(Column(section));
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    return {};
}

// -- filter
// ---------------------------------------------------------------------------------------------------------------

LogFilter::LogFilter(LogModel &lines, QObject *parent) : QSortFilterProxyModel(parent), m_log(lines)
{
    setSourceModel(&lines);
}

void LogFilter::setChoice(const Choice &choice)
{
    if (choice == m_choice)
        return;
    m_choice = choice;
    m_words = choice.words.simplified().split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

const LogLine &LogFilter::line(int row) const
{
    return m_log.line(mapToSource(index(row, 0)).row());
}

const QString &LogFilter::text(int row) const
{
    return m_log.text(mapToSource(index(row, 0)).row());
}

bool LogFilter::filterAcceptsRow(int row, const QModelIndex &) const
{
    const LogLine &line = m_log.line(row);
    if (!m_choice.levels.isEmpty() && !m_choice.levels.contains(line.level))
        return false;
    if (!m_choice.area.isEmpty() && LogModel::areaText(line.area) != LogModel::areaText(m_choice.area))
        return false;
    return std::all_of(m_words.begin(), m_words.end(), [&](const QString &word) {
        return line.text.contains(word, Qt::CaseInsensitive)
            || m_log.text(row).contains(word, Qt::CaseInsensitive)
            || LogModel::areaText(line.area).contains(word, Qt::CaseInsensitive);
    });
}

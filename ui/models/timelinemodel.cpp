// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/timelinemodel.h"

#include "bot/base/format.h"
#include "ui/dates.h"
#include "ui/theme.h"

#include <QApplication>
#include <QDateTime>
#include <QFont>

using namespace Qt::Literals::StringLiterals;

namespace {

struct TimelineTr
{
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};

using LineKind = TimelineLine::Kind;

constexpr qint64 WorthASilence = 24 * HourMs; // what the tables call quiet

QString entryText(const TimelineEntry &entry, const TicketRecord &ticket, qint64 targetMs)
{
    const QString name = entry.name.isEmpty() ? TimelineTr::tr("someone") : entry.name;
    switch (entry.kind) {
    case TimelineEntry::Kind::Opened:
        return ticket.categoryName.isEmpty()
            ? TimelineTr::tr("Opened")
            : TimelineTr::tr("Opened in %1", "a category").arg(ticket.categoryName);
    case TimelineEntry::Kind::FirstReply: {
        const qint64 took = entry.atMs - ticket.openedAtMs;
        const QString duration = Format::duration(double(took));
        return took <= targetMs
            ? TimelineTr::tr("%1: first staff reply after %2 ✓ within target").arg(name, duration)
            : TimelineTr::tr("%1: first staff reply after %2, target was %3")
                  .arg(name, duration, Format::elapsed(targetMs));
    }
    case TimelineEntry::Kind::Closed:
        if (!ticket.closedByName.isEmpty())
            return TimelineTr::tr("Closed by %1").arg(ticket.closedByName);
        return ticket.channelGone ? TimelineTr::tr("Closed: the channel was deleted")
                                  : TimelineTr::tr("Closed");
    case TimelineEntry::Kind::Reopened:
        return TimelineTr::tr("Opened again");
    case TimelineEntry::Kind::Message:
        break;
    }
    switch (entry.author) {
    case AuthorKind::Staff:
        return TimelineTr::tr("%1 (staff) wrote, %n message(s)", nullptr, entry.count).arg(name);
    case AuthorKind::Bot:
    case AuthorKind::Webhook:
    case AuthorKind::System:
        return TimelineTr::tr("%1 (bot) wrote, %n message(s)", nullptr, entry.count).arg(name);
    default:
        return TimelineTr::tr("%1 wrote, %n message(s)", nullptr, entry.count).arg(name);
    }
}

LineKind kindOf(const TimelineEntry &entry)
{
    switch (entry.kind) {
    case TimelineEntry::Kind::Opened:
        return LineKind::Opened;
    case TimelineEntry::Kind::FirstReply:
        return LineKind::FirstReply;
    case TimelineEntry::Kind::Closed:
        return LineKind::Closed;
    case TimelineEntry::Kind::Reopened:
        return LineKind::Reopened;
    case TimelineEntry::Kind::Message:
        break;
    }
    switch (entry.author) {
    case AuthorKind::Staff:
        return LineKind::Staff;
    case AuthorKind::Requester:
    case AuthorKind::Guest:
    case AuthorKind::Unknown:
        return LineKind::Person;
    default:
        return LineKind::Other;
    }
}

} // namespace

QVector<TimelineLine> timelineOf(const TicketDetail &detail, UtcMs nowMs, qint64 targetMs,
                                 const QTimeZone &zone)
{
    const TicketRecord &ticket = detail.row.ticket;
    QVector<TimelineLine> lines;
    UtcMs before = 0;
    for (const TimelineEntry &entry : detail.timeline) {
        if (before > 0 && entry.atMs - before >= WorthASilence) {
            lines.append({LineKind::Silence, 0,
                          TimelineTr::tr("quiet for %1").arg(Format::elapsed(entry.atMs - before)), false});
        }
        before = entry.atMs;
        TimelineLine line{kindOf(entry), entry.atMs, entryText(entry, ticket, targetMs), false};
        line.late =
            entry.kind == TimelineEntry::Kind::FirstReply && entry.atMs - ticket.openedAtMs > targetMs;
        lines.append(line);
    }
    const UtcMs since = ticket.derived.waitingSinceMs;
    if (ticket.open() && since > 0) {
        const QString waited = Format::elapsed(nowMs - since);
        const bool late = nowMs - since > targetMs;
        lines.append(
            {LineKind::Silence, 0,
             late
                 ? TimelineTr::tr("no staff reply for %1 – target %2 passed at %3")
                       .arg(waited, Format::elapsed(targetMs), Dates::time(since + targetMs, zone))
                 : TimelineTr::tr("no staff reply for %1 – target %2").arg(waited, Format::elapsed(targetMs)),
             late});
    } else if (ticket.open() && before > 0 && nowMs - before >= WorthASilence) {
        lines.append({LineKind::Silence, 0,
                      TimelineTr::tr("quiet for %1").arg(Format::elapsed(nowMs - before)), false});
    }
    return lines;
}

void TimelineModel::setLines(const QVector<TimelineLine> &lines, const QTimeZone &zone, UtcMs nowMs)
{
    m_zone = zone;
    m_nowMs = nowMs;
    int same = 0;
    while (same < lines.size() && same < m_lines.size() && lines[same] == m_lines[same])
        ++same;
    // A story grows at its end: keep its beginning, replace the rest.
    if (same < m_lines.size()) {
        beginRemoveRows({}, same, int(m_lines.size()) - 1);
        m_lines.resize(same);
        endRemoveRows();
    }
    if (same < lines.size()) {
        beginInsertRows({}, same, int(lines.size()) - 1);
        m_lines = lines;
        endInsertRows();
    }
}

int TimelineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TimelineLine &line = m_lines[index.row()];
    const ThemeColours &colours = Theme::colours(QApplication::palette());
    switch (role) {
    case Qt::DisplayRole:
        if (line.atMs == 0)
            return line.text;
        return TimelineTr::tr("%1  %2", "time, what happened")
            .arg(QDateTime::fromMSecsSinceEpoch(line.atMs, m_zone).date()
                         == QDateTime::fromMSecsSinceEpoch(m_nowMs, m_zone).date()
                     ? Dates::time(line.atMs, m_zone)
                     : Dates::dateTime(line.atMs, m_zone, m_nowMs),
                 line.text);
    case Qt::ToolTipRole:
        return line.atMs > 0 ? Dates::full(line.atMs, m_zone) : QString();
    case Qt::ForegroundRole:
        if (line.late)
            return colours.error;
        if (line.kind == LineKind::Silence || line.kind == LineKind::Other)
            return colours.muted;
        return {};
    case Qt::FontRole: {
        QFont font;
        if (line.kind == LineKind::FirstReply || line.kind == LineKind::Opened
            || line.kind == LineKind::Closed)
            font.setWeight(QFont::DemiBold);
        return font;
    }
    default:
        return {};
    }
}

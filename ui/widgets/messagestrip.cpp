// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/messagestrip.h"

#include "bot/base/format.h"
#include "ui/dates.h"
#include "ui/theme.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QDateTime>
#include <QPainter>

namespace {

QAccessibleInterface *stripAccessible(const QString &, QObject *object)
{
    auto *strip = qobject_cast<MessageStrip *>(object);
    return strip ? new QAccessibleWidget(strip, QAccessible::Chart, strip->accessibleName()) : nullptr;
}

bool isStaffEntry(const TimelineEntry &entry)
{
    return entry.author == AuthorKind::Staff;
}

bool isMessageEntry(const TimelineEntry &entry)
{
    return entry.kind == TimelineEntry::Kind::Message || entry.kind == TimelineEntry::Kind::FirstReply;
}

} // namespace

MessageStrip::MessageStrip(QWidget *parent) : QWidget(parent)
{
    static const bool installed = (QAccessible::installFactory(&stripAccessible), true);
    Q_UNUSED(installed);
    setAccessibleName(tr("Messages over time"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize MessageStrip::sizeHint() const
{
    return {240, fontMetrics().height() * 3 + 14};
}

void MessageStrip::setTimeline(const QVector<TimelineEntry> &timeline, UtcMs untilMs, const QTimeZone &zone)
{
    m_timeline = timeline;
    m_zone = zone;
    m_fromMs = timeline.isEmpty() ? untilMs : timeline.first().atMs;
    m_untilMs = qMax(untilMs, m_fromMs + MinuteMs);
    int people = 0;
    int staff = 0;
    for (const TimelineEntry &entry : timeline) {
        if (isMessageEntry(entry))
            (isStaffEntry(entry) ? staff : people) += entry.count;
    }
    setAccessibleDescription(
        tr("%1 messages by people, %2 by staff in %3")
            .arg(Format::count(people), Format::count(staff), Format::spokenElapsed(m_untilMs - m_fromMs)));
    update();
}

void MessageStrip::paintEvent(QPaintEvent *)
{
    const ThemeColours &colours = Theme::colours(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int line = fontMetrics().height() + 4;
    const QString rows[] = {tr("user"), tr("staff")};
    const int labels =
        qMax(fontMetrics().horizontalAdvance(rows[0]), fontMetrics().horizontalAdvance(rows[1])) + 12;
    const QRectF plot(labels, 0, width() - labels - 8, 2 * line);
    for (int i = 0; i < 2; ++i) {
        painter.setPen(colours.muted);
        painter.drawText(QRectF(0, i * line, labels, line), int(Qt::AlignLeft | Qt::AlignVCenter), rows[i]);
        painter.setPen(colours.border);
        painter.drawLine(QPointF(plot.left(), i * line + line / 2.0),
                         QPointF(plot.right(), i * line + line / 2.0));
    }
    const auto x = [&](UtcMs ms) {
        return plot.left() + plot.width() * double(ms - m_fromMs) / double(m_untilMs - m_fromMs);
    };
    painter.setPen(Qt::NoPen);
    for (const TimelineEntry &entry : std::as_const(m_timeline)) {
        if (!isMessageEntry(entry))
            continue;
        const bool staff = isStaffEntry(entry);
        painter.setBrush(colours.series[staff ? 1 : 0]);
        const QPointF at(x(entry.atMs), (staff ? line : 0) + line / 2.0);
        if (staff)
            painter.drawRect(QRectF(at.x() - 4, at.y() - 4, 8, 8)); // shape tells them apart, not only colour
        else
            painter.drawEllipse(at, 4.5, 4.5);
    }
    painter.setPen(colours.muted);
    const auto time = [this](UtcMs ms) { return Dates::time(ms, m_zone); };
    const QRectF axis(plot.left(), 2 * line, plot.width(), line);
    painter.drawText(axis, int(Qt::AlignLeft | Qt::AlignVCenter), time(m_fromMs));
    painter.drawText(axis, int(Qt::AlignRight | Qt::AlignVCenter), time(m_untilMs));
}

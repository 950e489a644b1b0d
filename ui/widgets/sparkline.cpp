// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sparkline.h"

#include "ui/theme.h"

#include <QPainter>

#include <algorithm>

Sparkline::Sparkline(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Sparkline::setValues(const QVector<double> &values, const QString &description)
{
    if (values == m_values && description == accessibleDescription())
        return;
    m_values = values;
    setAccessibleDescription(description);
    setToolTip(description);
    update();
}

QSize Sparkline::sizeHint() const
{
    return {80, fontMetrics().height() + 4};
}

void Sparkline::paintEvent(QPaintEvent *)
{
    if (m_values.size() < 2)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    // From 0, so that ordinary wavering looks as small as it is.
    const double most = qMax(1.0, *std::max_element(m_values.begin(), m_values.end()) * 1.1);
    const double step = double(width() - 4) / double(m_values.size() - 1);
    QPolygonF line;
    for (int i = 0; i < m_values.size(); ++i)
        line << QPointF(2 + i * step, height() - 2 - (height() - 4) * m_values[i] / most);
    painter.setPen(QPen(Theme::colours(palette()).series.first(), 1.5));
    painter.drawPolyline(line);
}

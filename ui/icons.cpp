// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/icons.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPalette>

#include <functional>

using namespace Qt::Literals::StringLiterals;

namespace {

// Draws into a unit square, whatever the size and the scale of the screen.
class UnitEngine : public QIconEngine
{
public:
    using Draw = std::function<void(QPainter &, QIcon::Mode)>;
    explicit UnitEngine(Draw draw) : m_draw(std::move(draw)) { }
    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (mode == QIcon::Disabled)
            painter->setOpacity(0.5);
        painter->translate(rect.topLeft());
        painter->scale(rect.width(), rect.height());
        m_draw(*painter, mode);
        painter->restore();
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }
    QIconEngine *clone() const override { return new UnitEngine(m_draw); }

private:
    Draw m_draw;
};

QIcon drawn(UnitEngine::Draw draw)
{
    return QIcon(new UnitEngine(std::move(draw)));
}

void exclamation(QPainter &p, const QColor &colour, QPointF centre, double height)
{
    p.setPen(QPen(colour, height * 0.2, Qt::SolidLine, Qt::RoundCap));
    p.drawLine(QPointF(centre.x(), centre.y() - height * 0.4),
               QPointF(centre.x(), centre.y() + height * 0.12));
    p.drawPoint(QPointF(centre.x(), centre.y() + height * 0.45));
}

void drawTicket(QPainter &p)
{
    QPainterPath ticket;
    ticket.setFillRule(Qt::OddEvenFill);
    ticket.addRoundedRect(QRectF(0.06, 0.2, 0.88, 0.6), 0.1, 0.1);
    QPainterPath notches;
    notches.addEllipse(QPointF(0.06, 0.5), 0.1, 0.1);
    notches.addEllipse(QPointF(0.94, 0.5), 0.1, 0.1);
    p.setPen(Qt::NoPen);
    p.setBrush(QColor(0x47, 0x52, 0xC4));
    p.drawPath(ticket.subtracted(notches));
    p.setPen(QPen(Qt::white, 0.07, Qt::SolidLine, Qt::RoundCap));
    p.drawLine(QPointF(0.3, 0.42), QPointF(0.7, 0.42));
    p.drawLine(QPointF(0.3, 0.58), QPointF(0.56, 0.58));
}

} // namespace

QIcon Icons::sign(Sign sign, const QColor &colour)
{
    return drawn([sign, colour](QPainter &p, QIcon::Mode mode) {
        // On the highlight of a selected row the colours of states cannot be seen: there the shape has to do.
        const QColor fill =
            mode == QIcon::Selected ? QGuiApplication::palette().color(QPalette::HighlightedText) : colour;
        p.setPen(Qt::NoPen);
        p.setBrush(fill);
        const QColor ink = fill.lightness() > 140 ? QColor(0x1E, 0x21, 0x26) : QColor(Qt::white);
        switch (sign) {
        case Sign::Error: { // an octagon
            QPolygonF octagon;
            for (int i = 0; i < 8; ++i)
                octagon << QLineF::fromPolar(0.48, 22.5 + 45 * i).translated(0.5, 0.5).p2();
            p.drawPolygon(octagon);
            exclamation(p, ink, {0.5, 0.5}, 0.56);
            break;
        }
        case Sign::Warning: // a triangle
            p.drawPolygon(QPolygonF({{0.5, 0.04}, {0.98, 0.94}, {0.02, 0.94}}));
            exclamation(p, ink, {0.5, 0.64}, 0.44);
            break;
        case Sign::Good: // a tick in a circle
            p.drawEllipse(QPointF(0.5, 0.5), 0.47, 0.47);
            p.setPen(QPen(ink, 0.12, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            p.setBrush(Qt::NoBrush);
            p.drawPolyline(QPolygonF({{0.28, 0.52}, {0.44, 0.68}, {0.74, 0.34}}));
            break;
        case Sign::Information:
            p.drawEllipse(QPointF(0.5, 0.5), 0.47, 0.47);
            p.setPen(QPen(ink, 0.12, Qt::SolidLine, Qt::RoundCap));
            p.drawPoint(QPointF(0.5, 0.27));
            p.drawLine(QPointF(0.5, 0.46), QPointF(0.5, 0.74));
            break;
        }
    });
}

QIcon Icons::nothing()
{
    return drawn([](QPainter &, QIcon::Mode) {});
}

QIcon Icons::ticket(ConnectionWords::Shape shape)
{
    using Shape = ConnectionWords::Shape;
    return drawn([shape](QPainter &p, QIcon::Mode) {
        if (shape == Shape::Slash)
            p.setOpacity(0.55);
        drawTicket(p);
        p.setOpacity(1);
        switch (shape) {
        case Shape::Normal:
            break;
        case Shape::Dot:
            p.setPen(QPen(Qt::white, 0.06));
            p.setBrush(QColor(0xD9, 0x48, 0x0F));
            p.drawEllipse(QPointF(0.76, 0.26), 0.22, 0.22);
            break;
        case Shape::Slash:
            p.setPen(QPen(Qt::white, 0.22, Qt::SolidLine, Qt::RoundCap));
            p.drawLine(QPointF(0.12, 0.88), QPointF(0.88, 0.12));
            p.setPen(QPen(QColor(0x1B, 0x1F, 0x24), 0.12, Qt::SolidLine, Qt::RoundCap));
            p.drawLine(QPointF(0.12, 0.88), QPointF(0.88, 0.12));
            break;
        case Shape::Exclamation:
            p.setPen(QPen(Qt::white, 0.05));
            p.setBrush(QColor(0xB3, 0x26, 0x1E));
            p.drawPolygon(QPolygonF({{0.68, 0.02}, {0.99, 0.6}, {0.37, 0.6}}));
            exclamation(p, Qt::white, {0.68, 0.4}, 0.26);
            break;
        }
    });
}

QIcon Icons::server(const QString &name, const QColor &back, const QColor &text)
{
    QString letters;
    const QStringList words = name.split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words.mid(0, 2))
        letters += word.left(word.at(0).isHighSurrogate() ? 2 : 1).toUpper();
    return drawn([letters, back, text](QPainter &p, QIcon::Mode) {
        p.setPen(Qt::NoPen);
        p.setBrush(back);
        p.drawRoundedRect(QRectF(0, 0, 1, 1), 0.25, 0.25);
        p.setPen(text);
        // Fonts below one unit are not drawn: the letters get a space of their own.
        p.scale(0.01, 0.01);
        QFont font = p.font();
        font.setPixelSize(letters.size() > 1 ? 44 : 56);
        font.setWeight(QFont::DemiBold);
        p.setFont(font);
        p.drawText(QRectF(0, 0, 100, 100), int(Qt::AlignCenter), letters);
    });
}

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHeaderView>
#include <QPainter>
#include <QProxyStyle>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTableView>
#include <QWidget>

#ifdef QT_DBUS_LIB
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#endif

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace {

bool s_reducedMotion = false;
bool s_dense = false;
constexpr auto RowRoomProperty = "rowRoom";
constexpr auto RowLinesProperty = "rowLines";

// Fusion with a focus ring that can be seen (2 px, UX 2.11): Fusion's own is one pixel of a paler colour.
class AssistantStyle : public QProxyStyle
{
public:
    AssistantStyle() : QProxyStyle(u"Fusion"_s) { }

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override
    {
        if (element == PE_FrameFocusRect) {
            drawRing(option->rect, option->palette, painter);
            return;
        }
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        if (element == PE_FrameLineEdit && (option->state & State_HasFocus))
            drawRing(option->rect, option->palette, painter);
        else if (element == PE_IndicatorCheckBox || element == PE_IndicatorRadioButton)
            drawOutline(option, painter, element == PE_IndicatorRadioButton);
        else if (element == PE_PanelButtonTool && (option->state & State_On))
            drawPressed(option, painter);
    }

    // The arrow of a menu would be a second one where the text ends with "▾" or "⋮".
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override
    {
        const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
        if (control == CC_ToolButton && button
            && (button->text.endsWith(u'▾') || button->text.endsWith(u'⋮'))) {
            QStyleOptionToolButton plain(*button);
            plain.features &= ~QStyleOptionToolButton::HasMenu;
            QProxyStyle::drawComplexControl(control, &plain, painter, widget);
            return;
        }
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        if (control == CC_ComboBox && (option->state & State_HasFocus))
            drawRing(option->rect, option->palette, painter);
    }

    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override
    {
        QProxyStyle::drawControl(element, option, painter, widget);
        if (element == CE_PushButtonBevel && (option->state & State_On))
            drawPressed(option, painter);
        if (!(option->state & State_HasFocus))
            return;
        // Fusion marks a tab only after its own idea of a keyboard, and a list only by its current row, if there is one.
        if (element == CE_TabBarTabLabel)
            drawRing(option->rect.adjusted(3, 3, -3, -3), option->palette, painter);
        else if (element == CE_PushButton) // Fusion's own line is thin, and faint in the dark
            drawRing(option->rect, option->palette, painter);
        else if (element == CE_ShapedFrame && qobject_cast<const QAbstractItemView *>(widget))
            drawRing(option->rect, option->palette, painter);
    }

    // Whatever is pressed or chosen is easy to hit, also with a small font (UX 2.11).
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                           const QWidget *widget) const override
    {
        constexpr int LowestTarget = 24;
        const QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
        switch (type) {
        case CT_PushButton:
        case CT_ToolButton:
        case CT_CheckBox:
        case CT_RadioButton:
        case CT_ComboBox:
        case CT_LineEdit:
        case CT_SpinBox:
        case CT_ItemViewItem:
            return size.expandedTo({0, LowestTarget});
        default:
            return size;
        }
    }

    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *returnData) const override
    {
        if (hint == SH_Widget_Animation_Duration && s_reducedMotion)
            return 0;
        // Labels and text areas must not be drawn on disabled-looking etched shadows in dark palettes.
        if (hint == SH_EtchDisabledText)
            return 0;
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }

    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override
    {
        // Room between the columns of tables: numbers at the right edge must not touch the next column.
        const auto *view = qobject_cast<const QAbstractItemView *>(widget);
        if (view && metric == PM_FocusFrameHMargin)
            return 7;
        if (view && metric == PM_DefaultFrameWidth)
            return 2; // room for the ring
        if (qobject_cast<const QHeaderView *>(widget) && metric == PM_HeaderMargin)
            return 8;
        return QProxyStyle::pixelMetric(metric, option, widget);
    }

private:
    // Fusion's own edge of a box that is not ticked is hardly there in the dark palette (UX 2.9: graphics 3:1).
    static void drawOutline(const QStyleOption *option, QPainter *painter, bool round)
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setBrush(Qt::NoBrush);
        const bool enabled = option->state & State_Enabled;
        const ThemeColours &colours = Theme::colours(option->palette);
        painter->setPen(QPen(enabled ? colours.reference : colours.border, 1));
        const QRectF edge = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
        if (round)
            painter->drawEllipse(edge);
        else
            painter->drawRoundedRect(edge, 2, 2);
        painter->restore();
    }

    // Fusion only makes a button darker that is switched on; an edge shows it in both palettes (UX 2.9: graphics 3:1).
    static void drawPressed(const QStyleOption *option, QPainter *painter)
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setBrush(Qt::NoBrush);
        const ThemeColours &colours = Theme::colours(option->palette);
        painter->setPen(QPen(option->state & State_Enabled ? colours.reference : colours.border, 2));
        painter->drawRoundedRect(QRectF(option->rect).adjusted(1, 1, -1, -1), 3, 3);
        painter->restore();
    }

    static void drawRing(const QRect &rect, const QPalette &palette, QPainter *painter)
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(palette.color(QPalette::Link), 2));
        painter->drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 3, 3);
        painter->restore();
    }
};

ThemeColours makeColours(bool dark)
{
    const auto colourList = [](std::initializer_list<QRgb> values) {
        QVector<QColor> list;
        for (const QRgb value : values)
            list.append(QColor::fromRgb(value));
        return list;
    };
    ThemeColours c;
    c.dark = dark;
    if (dark) {
        c.error = QColor(0xFF, 0x8A, 0x80);
        c.warning = QColor(0xFF, 0xB9, 0x5C);
        c.good = QColor(0x6F, 0xD5, 0x8C);
        c.muted = QColor(0xB4, 0xBB, 0xC4);
        c.reference = QColor(0x9A, 0xA3, 0xAE);
        c.card = QColor(0x2B, 0x2F, 0x36);
        c.border = QColor(0x4A, 0x51, 0x5B);
        c.errorSurface = QColor(0x45, 0x24, 0x25);
        c.warningSurface = QColor(0x40, 0x32, 0x1C);
        c.goodSurface = QColor(0x1F, 0x3A, 0x2A);
        c.infoSurface = QColor(0x24, 0x34, 0x48);
        c.series = colourList({0x56B4E9, 0xE6780B, 0xC73BFF, 0xA58560, 0xFFE28C, 0xB8F00D});
        c.heat = colourList({0x0B4578, 0x1F6FB2, 0x4F97CF, 0x8FBDE3, 0xC9DDF0, 0xF1F5FA});
    } else {
        c.error = QColor(0xB3, 0x26, 0x1E);
        c.warning = QColor(0x8A, 0x53, 0x00);
        c.good = QColor(0x1B, 0x6E, 0x3A);
        c.muted = QColor(0x52, 0x5B, 0x66);
        c.reference = QColor(0x5B, 0x64, 0x70);
        c.card = QColor(0xFF, 0xFF, 0xFF);
        c.border = QColor(0xD3, 0xD8, 0xDE);
        c.errorSurface = QColor(0xFD, 0xEC, 0xEA);
        c.warningSurface = QColor(0xFD, 0xF3, 0xE1);
        c.goodSurface = QColor(0xE7, 0xF5, 0xEB);
        c.infoSurface = QColor(0xE8, 0xF1, 0xFA);
        c.series = colourList({0x0072B2, 0xD9480F, 0x7A1FE0, 0xB26262, 0x0B0B45, 0x4A0A0A});
        c.heat = colourList({0xF1F5FA, 0xC9DDF0, 0x8FBDE3, 0x4F97CF, 0x1F6FB2, 0x0B4578});
    }
    return c;
}

constexpr auto PortalService = "org.freedesktop.portal.Desktop";
constexpr auto PortalPath = "/org/freedesktop/portal/desktop";
constexpr auto PortalInterface = "org.freedesktop.portal.Settings";

#ifdef QT_DBUS_LIB
// QtDBus 6.4 refuses to connect to a slot that takes a QDBusVariant, and says so only by the answer of connect().
class PortalSignal : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

signals:
    void settingChanged(const QString &group, const QString &key, const QDBusVariant &value);

public slots:
    void hear(const QDBusMessage &message)
    {
        const QVariantList values = message.arguments();
        if (values.size() == 3)
            emit settingChanged(values[0].toString(), values[1].toString(), values[2].value<QDBusVariant>());
    }
};
#endif

} // namespace

Theme::Theme(QObject *parent) : QObject(parent)
{
    m_systemDark = QApplication::palette().color(QPalette::Window).lightness() < 128;
    QApplication::setStyle(new AssistantStyle);
    // Lists repaint their rows when the focus comes and goes, but not their frames.
    connect(qApp, &QApplication::focusChanged, this, [](QWidget *old, QWidget *now) {
        for (QWidget *widget : {old, now}) {
            if (qobject_cast<QAbstractItemView *>(widget))
                widget->update();
        }
    });
    apply();
    askPortal();
}

void Theme::setChoice(Choice choice)
{
    m_choice = choice;
    apply();
}

void Theme::setReducedMotion(bool on)
{
    s_reducedMotion = on;
}

void Theme::setDense(bool on)
{
    if (s_dense == on)
        return;
    s_dense = on;
    for (QWidget *widget : QApplication::allWidgets()) {
        auto *view = qobject_cast<QTableView *>(widget);
        if (view && view->property(RowRoomProperty).isValid())
            setRowHeight(view, view->property(RowRoomProperty).toInt(),
                         view->property(RowLinesProperty).toInt());
    }
}

void Theme::setRowHeight(QTableView *view, int room, int lines)
{
    view->setProperty(RowRoomProperty, room);
    view->setProperty(RowLinesProperty, lines);
    view->verticalHeader()->setDefaultSectionSize(lines * view->fontMetrics().height()
                                                  + (s_dense ? room / 3 : room));
}

int Theme::animationMs()
{
    return qMin(150, QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration));
}

void Theme::apply()
{
    const bool dark = m_choice == Choice::Dark || (m_choice == Choice::System && m_systemDark);
    if (m_applied && dark == m_dark)
        return;
    m_applied = true;
    m_dark = dark;
    QApplication::setPalette(palette(dark));
    emit changed(dark);
}

QPalette Theme::palette(bool dark)
{
    const ThemeColours &c = colours(dark);
    const QColor window = dark ? QColor(0x1E, 0x21, 0x26) : QColor(0xF6, 0xF7, 0xF9);
    const QColor text = dark ? QColor(0xE8, 0xEA, 0xED) : QColor(0x1B, 0x1F, 0x24);
    const QColor button = dark ? QColor(0x35, 0x3A, 0x42) : QColor(0xF2, 0xF4, 0xF6);
    const QColor highlight = dark ? QColor(0x2F, 0x6F, 0xB3) : QColor(0x0B, 0x5C, 0xAD);
    const QColor disabled = dark ? QColor(0x96, 0x9E, 0xA8) : QColor(0x6B, 0x73, 0x7E);
    QPalette p(text, button, dark ? QColor(0x4A, 0x51, 0x5B) : QColor(0xFF, 0xFF, 0xFF),
               dark ? QColor(0x14, 0x16, 0x1A) : QColor(0xA6, 0xAE, 0xB8),
               dark ? QColor(0x3A, 0x40, 0x48) : c.border, text, Qt::white, c.card, window);
    p.setColor(QPalette::AlternateBase, dark ? QColor(0x32, 0x37, 0x3F) : QColor(0xF6, 0xF7, 0xF9));
    p.setColor(QPalette::ButtonText, text);
    p.setColor(QPalette::Highlight, highlight);
    p.setColor(QPalette::HighlightedText, Qt::white);
    p.setColor(QPalette::Link, dark ? QColor(0x7D, 0xB8, 0xF5) : QColor(0x0B, 0x5C, 0xAD));
    p.setColor(QPalette::LinkVisited, p.color(QPalette::Link));
    p.setColor(QPalette::PlaceholderText, c.muted);
    p.setColor(QPalette::ToolTipBase, dark ? QColor(0x35, 0x3A, 0x42) : QColor(0x1B, 0x1F, 0x24));
    p.setColor(QPalette::ToolTipText, dark ? text : QColor(0xFF, 0xFF, 0xFF));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, disabled);
    p.setColor(QPalette::Disabled, QPalette::Highlight,
               dark ? QColor(0x4A, 0x51, 0x5B) : QColor(0xD3, 0xD8, 0xDE));
    p.setColor(QPalette::Disabled, QPalette::HighlightedText, disabled);
    return p;
}

const ThemeColours &Theme::colours(bool dark)
{
    static const ThemeColours lightColours = makeColours(false);
    static const ThemeColours darkColours = makeColours(true);
    return dark ? darkColours : lightColours;
}

const ThemeColours &Theme::colours(const QPalette &palette)
{
    return colours(palette.color(QPalette::Window).lightness() < 128);
}

double Theme::contrast(const QColor &a, const QColor &b)
{
    const auto luminance = [](const QColor &colour) {
        const auto linear = [](double v) {
            return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
            + 0.0722 * linear(colour.blueF());
    };
    const double first = luminance(a);
    const double second = luminance(b);
    return (qMax(first, second) + 0.05) / (qMin(first, second) + 0.05);
}

// -- the desktop portal
// ------------------------------------------------------------------------------------------------ Qt 6.4 has
// no QStyleHints::colorScheme(); the portal tells preference 1 = dark, 2 = light, 0 = none.

void Theme::askPortal()
{
#ifdef QT_DBUS_LIB
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    auto *portal = new PortalSignal(this);
    connect(portal, &PortalSignal::settingChanged, this, &Theme::portalSettingChanged);
    bus.connect(QLatin1StringView(PortalService), QLatin1StringView(PortalPath),
                QLatin1StringView(PortalInterface), u"SettingChanged"_s, portal, SLOT(hear(QDBusMessage)));
    QDBusMessage call =
        QDBusMessage::createMethodCall(QLatin1StringView(PortalService), QLatin1StringView(PortalPath),
                                       QLatin1StringView(PortalInterface), u"Read"_s);
    call << u"org.freedesktop.appearance"_s << u"color-scheme"_s;
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (reply.isError())
            return;
        // Read wraps the value twice; newer portals wrap it once.
        QVariant value = reply.value().variant();
        if (value.canConvert<QDBusVariant>())
            value = value.value<QDBusVariant>().variant();
        takePortalValue(value.toUInt());
    });
#endif
}

void Theme::portalSettingChanged(const QString &group, const QString &key, const QDBusVariant &value)
{
#ifdef QT_DBUS_LIB
    if (group == "org.freedesktop.appearance"_L1 && key == "color-scheme"_L1)
        takePortalValue(value.variant().toUInt());
#else
    Q_UNUSED(group);
    Q_UNUSED(key);
    Q_UNUSED(value);
#endif
}

void Theme::takePortalValue(uint value)
{
    m_systemDark = value == 1;
    apply();
}

#include "theme.moc"

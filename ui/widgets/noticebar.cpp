// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/noticebar.h"

#include "ui/icons.h"
#include "ui/theme.h"
#include "ui/widgets/focusreturn.h"

#include <QAccessible>
#include <QApplication>
#include <QBoxLayout>
#include <QCursor>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int MostButtons = 3; // two actions and "+2 more"
constexpr int ButtonHeight = 28;
constexpr int IconSide = 18;
constexpr int Left = 12, Right = 8, Gap = 8;
constexpr int NarrowestText = 200;
constexpr int PointerLookMs = 250;
constexpr int LongestWaitMs = 4000;

} // namespace

class NoticeBar::Private
{
public:
    QString key;
    Look look = Look::Information;
    QLabel *icon = nullptr;
    QLabel *text = nullptr;
    QPushButton *buttons[MostButtons] = {};
    int shownButtons = 0;
    QBoxLayout *inner = nullptr; // text and buttons
    QToolButton *close = nullptr;
    QTimer timer;
    int hideMs = 0; // 0 = stays
    FocusReturn *focus = nullptr;
    const QWidget *pushed = nullptr;
    QPoint pointer;
    QTimer pointerTimer; // runs while a change waits
    int waitedMs = 0;
    std::function<void()> change;
};

NoticeBar::NoticeBar(const QString &name, QWidget *parent) : QFrame(parent), d(std::make_unique<Private>())
{
    setObjectName(name);
    d->icon = new QLabel(this);
    d->text = new QLabel(this);
    d->text->setObjectName(name + u"Text"_s);
    d->text->setTextFormat(Qt::PlainText); // names come from outside (TM-16)
    d->text->setWordWrap(true);
    d->text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    d->text->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Left, 6, Right, 6);
    layout->setSpacing(Gap);
    layout->addWidget(d->icon, 0, Qt::AlignVCenter);
    d->inner = new QBoxLayout(QBoxLayout::LeftToRight);
    d->inner->setSpacing(Gap);
    d->inner->addWidget(d->text, 1);
    auto *row = new QHBoxLayout;
    row->setSpacing(Gap);
    d->inner->addLayout(row);
    layout->addLayout(d->inner, 1);
    for (int i = 0; i < MostButtons; ++i) {
        d->buttons[i] = new QPushButton(this);
        d->buttons[i]->setObjectName(u"%1Button%2"_s.arg(name).arg(i + 1));
        d->buttons[i]->setMinimumHeight(ButtonHeight);
        connect(d->buttons[i], &QPushButton::clicked, this, [this, i] { emit buttonClicked(i); });
        row->addWidget(d->buttons[i]);
    }
    row->addStretch(0);
    d->close = new QToolButton(this);
    d->close->setObjectName(name + u"Close"_s);
    d->close->setText(u"✕"_s);
    d->close->setAutoRaise(true);
    d->close->setFocusPolicy(Qt::StrongFocus);
    d->close->setMinimumSize(ButtonHeight, ButtonHeight);
    connect(d->close, &QToolButton::clicked, this, &NoticeBar::dismiss);
    layout->addWidget(d->close);
    setWords();
    d->timer.setSingleShot(true);
    connect(&d->timer, &QTimer::timeout, this, [this] {
        // A person who is about to press a button gets more time (UX 2.11: timeouts can be extended).
        if (underMouse() || isAncestorOf(QApplication::focusWidget()))
            d->timer.start(3000);
        else
            timeIsOver();
    });
    d->pointerTimer.setInterval(PointerLookMs);
    connect(&d->pointerTimer, &QTimer::timeout, this, [this] {
        d->waitedMs += PointerLookMs;
        if (const auto change = std::exchange(d->change, {}))
            change(); // looks at the pointer again
    });
    d->focus = new FocusReturn(this);
    hide();
}

NoticeBar::~NoticeBar() = default;

void NoticeBar::showNotice(const QString &key, Look look, const QString &text, const QStringList &buttons,
                           bool closable)
{
    d->hideMs = 0;
    showOrWait(key, look, text, buttons, closable);
}

void NoticeBar::showOrWait(const QString &key, Look look, const QString &text, const QStringList &buttons,
                           bool closable)
{
    if (isHidden() && waitsForPointer([=, this] { showOrWait(key, look, text, buttons, closable); }))
        return;
    stopWaiting();
    const bool fresh = key != d->key;
    // The next press would be meant for what stood there before.
    if (fresh && !isHidden() && isAncestorOf(QApplication::focusWidget()))
        leave();
    d->key = key;
    d->timer.stop();
    d->text->setText(text);
    for (int i = 0; i < MostButtons; ++i) {
        d->buttons[i]->setText(buttons.value(i));
        d->buttons[i]->setVisible(i < buttons.size());
    }
    d->shownButtons = int(buttons.size());
    d->close->setVisible(closable);
    arrange();
    if (fresh || look != d->look) {
        d->look = look;
        recolour();
    }
    show();
    if (d->hideMs > 0)
        d->timer.start(d->hideMs);
    if (fresh) {
        QAccessibleEvent event(this, QAccessible::Alert);
        setAccessibleName(text);
        QAccessible::updateAccessibility(&event);
    }
}

void NoticeBar::hideAfter(int ms)
{
    d->hideMs = ms;
    if (!isHidden())
        d->timer.start(ms);
}

void NoticeBar::hideNotice()
{
    if (!isHidden() && waitsForPointer([this] { hideNotice(); }))
        return;
    stopWaiting();
    d->timer.stop();
    d->key.clear();
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    hide();
    if (hadFocus)
        leave();
}

QString NoticeBar::key() const
{
    return d->key;
}

QString NoticeBar::text() const
{
    return d->text->text();
}

void NoticeBar::timeIsOver()
{
    if (!waitsForPointer([this] { timeIsOver(); }))
        dismiss();
}

void NoticeBar::setPushed(const QWidget *content)
{
    d->pushed = content;
}

// True: the change comes later, or never if another one comes before it.
bool NoticeBar::waitsForPointer(std::function<void()> change)
{
    if (d->waitedMs >= LongestWaitMs || !isAimedAt())
        return false;
    d->change = std::move(change);
    if (!d->pointerTimer.isActive())
        d->pointerTimer.start();
    return true;
}

void NoticeBar::stopWaiting()
{
    d->pointerTimer.stop();
    d->waitedMs = 0;
    d->change = {};
}

// A pointer that moves, presses or lies on a button, where the bar would move what is below it.
bool NoticeBar::isAimedAt()
{
    const QPoint at = QCursor::pos();
    const bool moves = std::exchange(d->pointer, at) != at;
    const auto holds = [at](const QWidget *widget) {
        return widget && widget->isVisible() && widget->rect().contains(widget->mapFromGlobal(at));
    };
    if (!d->pushed || (!holds(d->pushed) && !holds(this)))
        return false;
    return moves || QGuiApplication::mouseButtons() != Qt::NoButton
        || qobject_cast<const QAbstractButton *>(QApplication::widgetAt(at));
}

void NoticeBar::dismiss()
{
    stopWaiting();
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    const QString key = std::exchange(d->key, {});
    hide();
    if (hadFocus)
        leave();
    emit closed(key);
}

void NoticeBar::leave()
{
    if (!d->focus->giveBack() && window())
        window()->setFocus();
}

void NoticeBar::setWords()
{
    d->close->setAccessibleName(tr("Close message"));
    d->close->setToolTip(tr("Close message"));
}

void NoticeBar::recolour()
{
    const ThemeColours &colours = Theme::colours(palette());
    Icons::Sign sign = Icons::Sign::Information;
    QColor colour = palette().color(QPalette::Link);
    if (d->look == Look::Error) {
        sign = Icons::Sign::Error;
        colour = colours.error;
    } else if (d->look == Look::Warning) {
        sign = Icons::Sign::Warning;
        colour = colours.warning;
    } else if (d->look == Look::Good) {
        sign = Icons::Sign::Good;
        colour = colours.good;
    }
    d->icon->setPixmap(Icons::sign(sign, colour).pixmap(QSize(IconSide, IconSide), devicePixelRatioF()));
    update();
}

void NoticeBar::arrange()
{
    // The buttons stand beside the text, and under it where the bar is lower that way.
    int room = width() - Left - IconSide - Gap - Right;
    if (!d->close->isHidden())
        room -= d->close->sizeHint().width() + Gap;
    int beside = room;
    for (int i = 0; i < d->shownButtons; ++i)
        beside -= d->buttons[i]->sizeHint().width() + Gap;
    const bool fits = d->shownButtons == 0
        || (beside >= NarrowestText
            && d->text->heightForWidth(beside) <= d->text->heightForWidth(room) + Gap + ButtonHeight);
    d->inner->setDirection(fits ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void NoticeBar::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    arrange();
}

void NoticeBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        recolour();
    else if (event->type() == QEvent::LanguageChange)
        setWords();
}

void NoticeBar::paintEvent(QPaintEvent *)
{
    const ThemeColours &colours = Theme::colours(palette());
    const QColor surface = d->look == Look::Error ? colours.errorSurface
        : d->look == Look::Warning                ? colours.warningSurface
        : d->look == Look::Good                   ? colours.goodSurface
                                                  : colours.infoSurface;
    QPainter painter(this);
    painter.fillRect(rect(), surface);
    painter.fillRect(QRect(0, height() - 1, width(), 1), colours.border);
}

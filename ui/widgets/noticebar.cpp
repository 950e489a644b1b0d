// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/noticebar.h"

#include "ui/icons.h"
#include "ui/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int MostButtons = 3; // two actions and "+2 more"
constexpr int BesideFrom = 760; // narrower, several buttons stand under the text

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
    layout->setContentsMargins(12, 6, 8, 6);
    layout->setSpacing(8);
    layout->addWidget(d->icon, 0, Qt::AlignVCenter);
    d->inner = new QBoxLayout(QBoxLayout::LeftToRight);
    d->inner->setSpacing(8);
    d->inner->addWidget(d->text, 1);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    d->inner->addLayout(row);
    layout->addLayout(d->inner, 1);
    for (int i = 0; i < MostButtons; ++i) {
        d->buttons[i] = new QPushButton(this);
        d->buttons[i]->setObjectName(u"%1Button%2"_s.arg(name).arg(i + 1));
        d->buttons[i]->setMinimumHeight(28);
        connect(d->buttons[i], &QPushButton::clicked, this, [this, i] { emit buttonClicked(i); });
        row->addWidget(d->buttons[i]);
    }
    row->addStretch(0);
    d->close = new QToolButton(this);
    d->close->setObjectName(name + u"Close"_s);
    d->close->setText(u"✕"_s);
    d->close->setAutoRaise(true);
    d->close->setFocusPolicy(Qt::StrongFocus);
    d->close->setMinimumSize(28, 28);
    connect(d->close, &QToolButton::clicked, this, &NoticeBar::dismiss);
    layout->addWidget(d->close);
    setWords();
    d->timer.setSingleShot(true);
    connect(&d->timer, &QTimer::timeout, this, [this] {
        // A person who is about to press a button gets more time (UX 2.11: timeouts can be extended).
        if (underMouse() || isAncestorOf(QApplication::focusWidget()))
            d->timer.start(3000);
        else
            dismiss();
    });
    hide();
}

NoticeBar::~NoticeBar() = default;

void NoticeBar::showNotice(const QString &key, Look look, const QString &text, const QStringList &buttons,
                           bool closable)
{
    const bool fresh = key != d->key;
    d->key = key;
    d->timer.stop();
    d->text->setText(text);
    for (int i = 0; i < MostButtons; ++i) {
        d->buttons[i]->setText(buttons.value(i));
        d->buttons[i]->setVisible(i < buttons.size());
    }
    d->shownButtons = int(buttons.size());
    arrange();
    d->close->setVisible(closable);
    if (fresh || look != d->look) {
        d->look = look;
        recolour();
    }
    show();
    if (fresh) {
        QAccessibleEvent event(this, QAccessible::Alert);
        setAccessibleName(text);
        QAccessible::updateAccessibility(&event);
    }
}

void NoticeBar::hideAfter(int ms)
{
    d->timer.start(ms);
}

void NoticeBar::hideNotice()
{
    d->timer.stop();
    d->key.clear();
    hide();
}

QString NoticeBar::key() const
{
    return d->key;
}

QString NoticeBar::text() const
{
    return d->text->text();
}

void NoticeBar::dismiss()
{
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    const QString key = std::exchange(d->key, {});
    hide();
    if (hadFocus && window())
        window()->setFocus();
    emit closed(key);
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
    d->icon->setPixmap(Icons::sign(sign, colour).pixmap(QSize(18, 18), devicePixelRatioF()));
    update();
}

void NoticeBar::arrange()
{
    d->inner->setDirection(width() < BesideFrom && d->shownButtons > 1 ? QBoxLayout::TopToBottom
                                                                       : QBoxLayout::LeftToRight);
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

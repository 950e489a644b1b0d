// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/kpicard.h"

#include "ui/theme.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int KpiLineCount = 4; // two of a comparison, one of its own, a record

}

class KpiCard::Private
{
public:
    Content content;
    bool compact = false;
    QLabel *title = nullptr;
    QLabel *value = nullptr;
    QLabel *unit = nullptr;
    QVector<QLabel *> lines;
    QGridLayout *grid = nullptr;
};

KpiCard::KpiCard(QWidget *parent) : QAbstractButton(parent), d(std::make_unique<Private>())
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    const auto label = [this] {
        auto *l = new QLabel(this);
        l->setTextFormat(Qt::PlainText);
        l->setWordWrap(true);
        l->setAttribute(Qt::WA_TransparentForMouseEvents);
        l->setForegroundRole(QPalette::WindowText); // not the button's, which labels inside would take over
        return l;
    };
    d->title = label();
    d->value = label();
    d->unit = label();
    for (int i = 0; i < KpiLineCount; ++i)
        d->lines.append(label());
    d->grid = new QGridLayout(this);
    d->grid->setContentsMargins(12, 10, 12, 10);
    d->grid->setVerticalSpacing(2);
    d->grid->setHorizontalSpacing(6);
    arrange();
}

KpiCard::~KpiCard() = default;

void KpiCard::arrange()
{
    while (QLayoutItem *item = d->grid->takeAt(0))
        delete item;
    QFont big = font();
    big.setPointSizeF(font().pointSizeF() * (d->compact ? 1.25 : 1.8));
    big.setWeight(QFont::DemiBold);
    d->value->setFont(big);
    d->value->setWordWrap(false);
    if (d->compact) {
        d->grid->addWidget(d->title, 0, 0);
        d->grid->addWidget(d->value, 0, 1, Qt::AlignRight | Qt::AlignVCenter);
        d->grid->setColumnStretch(0, 1);
        d->grid->setColumnStretch(1, 0);
        d->unit->hide();
        for (int i = 0; i < KpiLineCount; ++i)
            d->lines[i]->hide();
        return;
    }
    auto *valueRow = new QHBoxLayout;
    valueRow->setSpacing(6);
    valueRow->addWidget(d->value, 0, Qt::AlignBaseline);
    valueRow->addWidget(d->unit, 1, Qt::AlignBaseline);
    d->grid->addWidget(d->title, 0, 0);
    d->grid->addLayout(valueRow, 1, 0);
    d->unit->show();
    for (int i = 0; i < KpiLineCount; ++i) {
        d->grid->addWidget(d->lines[i], 2 + i, 0, Qt::AlignTop);
        d->lines[i]->show();
    }
    d->grid->setRowStretch(2 + KpiLineCount, 1);
    d->grid->setColumnStretch(0, 1);
    d->grid->setColumnStretch(1, 0);
}

void KpiCard::setContent(const Content &content)
{
    d->content = content;
    d->title->setText(content.title);
    d->value->setText(content.partial ? content.value + u" *"_s : content.value);
    d->unit->setText(content.unit);
    for (int i = 0; i < KpiLineCount; ++i) {
        // An empty line keeps its height: numbers that come and go must not move the page.
        const QString text = content.lines.value(i).text;
        d->lines[i]->setText(text.isEmpty() ? u" "_s : text);
    }
    setAccessibleName(content.spoken);
    setToolTip(d->compact ? content.spoken : QString());
    recolour();
}

const KpiCard::Content &KpiCard::content() const
{
    return d->content;
}

void KpiCard::setCompact(bool on)
{
    if (on == d->compact)
        return;
    d->compact = on;
    arrange();
    setToolTip(on ? d->content.spoken : QString());
}

QSize KpiCard::sizeHint() const
{
    return d->grid->sizeHint();
}

void KpiCard::recolour()
{
    const ThemeColours &colours = Theme::colours(palette());
    const auto paint = [this](QLabel *label, const QColor &colour) {
        QPalette p = palette();
        p.setColor(QPalette::WindowText, colour);
        label->setPalette(p);
    };
    paint(d->title, colours.muted);
    paint(d->unit, colours.muted);
    paint(d->value, palette().color(QPalette::WindowText));
    for (int i = 0; i < KpiLineCount; ++i) {
        switch (d->content.lines.value(i).tone) {
        case Tone::Plain:
            paint(d->lines[i], colours.muted);
            break;
        case Tone::Good:
            paint(d->lines[i], colours.good);
            break;
        case Tone::Bad:
            paint(d->lines[i], colours.warning);
            break;
        case Tone::Alert:
            paint(d->lines[i], colours.error);
            break;
        }
        QFont font = this->font();
        font.setWeight(d->content.lines.value(i).tone == Tone::Alert ? QFont::DemiBold : QFont::Normal);
        d->lines[i]->setFont(font);
    }
}

void KpiCard::changeEvent(QEvent *event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        recolour();
    else if (event->type() == QEvent::FontChange)
        arrange();
}

void KpiCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void KpiCard::paintEvent(QPaintEvent *)
{
    const ThemeColours &colours = Theme::colours(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool focused = hasFocus();
    painter.setPen(QPen(focused ? palette().color(QPalette::Link) : colours.border, focused ? 2 : 1));
    painter.setBrush(isDown() || underMouse() ? palette().color(QPalette::AlternateBase) : colours.card);
    const double inset = focused ? 1 : 0.5;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), 6, 6);
}

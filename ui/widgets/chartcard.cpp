// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chartcard.h"

#include "ui/theme.h"

#include <QApplication>
#include <QBoxLayout>
#include <QBuffer>
#include <QClipboard>
#include <QFontMetricsF>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

class ChartCard::Private
{
public:
    QLabel *title = nullptr;
    QLabel *note = nullptr;
    QToolButton *explain = nullptr;
    QToolButton *more = nullptr;
    QHBoxLayout *head = nullptr;
    QVBoxLayout *body = nullptr;
    QString caption;
};

ChartCard::ChartCard(const QString &name, QWidget *parent) : QWidget(parent), d(std::make_unique<Private>())
{
    setObjectName(name);
    d->title = new QLabel(this);
    d->title->setTextFormat(Qt::PlainText);
    d->title->setWordWrap(true);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    d->title->setFont(bold);
    d->explain = makeButton(this, name + u"Explain"_s, tr("Explain"));
    d->more = makeButton(this, name + u"More"_s, u"⋮"_s);
    auto *menu = new QMenu(d->more);
    menu->addAction(tr("Copy image"), this, &ChartCard::copyImage)->setObjectName(name + u"CopyImage"_s);
    menu->addAction(tr("Save PNG…"), this, &ChartCard::savePng)->setObjectName(name + u"SavePng"_s);
    menu->addAction(tr("Save CSV…"), this, &ChartCard::saveCsv)->setObjectName(name + u"SaveCsv"_s);
    menu->addAction(tr("Show tickets"), this, [this] { showEverything(); })
        ->setObjectName(name + u"ShowTickets"_s);
    d->more->setMenu(menu);
    d->more->setPopupMode(QToolButton::InstantPopup);
    d->note = new QLabel(this);
    d->note->setObjectName(name + u"Note"_s);
    d->note->setTextFormat(Qt::PlainText);
    d->note->setWordWrap(true);
    d->note->hide();

    d->head = new QHBoxLayout;
    d->head->setSpacing(2);
    d->head->addWidget(d->title, 1);
    d->head->addWidget(d->explain);
    d->head->addWidget(d->more);
    d->body = new QVBoxLayout;
    d->body->setSpacing(4);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 8, 8);
    layout->setSpacing(4);
    layout->addLayout(d->head);
    layout->addLayout(d->body, 1);
    layout->addWidget(d->note);
    connect(d->explain, &QToolButton::clicked, this, &ChartCard::explainRequested);
}

ChartCard::~ChartCard() = default;

QToolButton *ChartCard::makeButton(QWidget *parent, const QString &name, const QString &text)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    button->setText(text);
    button->setAutoRaise(true);
    button->setMinimumHeight(28);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

QToolButton *ChartCard::addButton(const QString &part, const QString &text, bool beforeExplain)
{
    QToolButton *button = makeButton(this, objectName() + part, text);
    button->setCheckable(true);
    d->head->insertWidget(d->head->indexOf(beforeExplain ? d->explain : d->more), button);
    return button;
}

void ChartCard::setTitle(const QString &title)
{
    d->title->setText(title);
    d->explain->setAccessibleName(tr("Explain %1", "a chart's title").arg(title));
    d->more->setAccessibleName(tr("More actions for %1").arg(title));
    d->more->setToolTip(d->more->accessibleName());
}

QString ChartCard::title() const
{
    return d->title->text();
}

QBoxLayout *ChartCard::body() const
{
    return d->body;
}

QMenu *ChartCard::menu() const
{
    return d->more->menu();
}

void ChartCard::setNote(const QString &text)
{
    d->note->setText(text);
    d->note->setVisible(!text.isEmpty());
}

void ChartCard::setCaption(const QString &text)
{
    d->caption = text;
}

void ChartCard::copyImage()
{
    const bool dark = Theme::colours(palette()).dark;
    QApplication::clipboard()->setImage(withCaption(picture(2, dark), d->caption, dark));
    emit told(tr("Copied: %1").arg(title()));
}

void ChartCard::savePng()
{
    const QImage image = withCaption(picture(2, false), d->caption, false);
    FileSaver::save(
        this, title(), u"png"_s, tr("PNG picture"), [image] { return encodedPng(image); },
        [this](const FileSaver::Outcome &outcome) { emit saved(outcome); });
}

void ChartCard::saveCsv()
{
    FileSaver::save(this, title(), u"csv"_s, tr("CSV table"), csv(),
                    [this](const FileSaver::Outcome &outcome) { emit saved(outcome); });
}

void ChartCard::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        QPalette muted = palette();
        muted.setColor(QPalette::WindowText, Theme::colours(palette()).muted);
        d->note->setPalette(muted);
    }
}

void ChartCard::paintEvent(QPaintEvent *)
{
    const ThemeColours &colours = Theme::colours(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colours.border, 1));
    painter.setBrush(colours.card);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

QImage withCaption(QImage picture, const QString &caption, bool dark)
{
    QPainter painter(&picture);
    QFont font = QApplication::font();
    font.setPixelSize(13);
    painter.setFont(font);
    painter.setPen(Theme::colours(dark).muted);
    const double width = picture.width() / picture.devicePixelRatio();
    const QRectF place(width / 2, 8, width / 2 - 12, 24);
    painter.drawText(place, int(Qt::AlignRight | Qt::AlignVCenter),
                     QFontMetricsF(font, &picture).elidedText(caption, Qt::ElideRight, place.width()));
    return picture;
}

QByteArray encodedPng(const QImage &image)
{
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return png;
}

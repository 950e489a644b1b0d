// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/explainpanel.h"

#include "ui/theme.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPointer>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

class ExplainPanel::Private
{
public:
    QPointer<QWidget> opener;
    QLabel *title = nullptr;
    QLabel *text = nullptr;
    QPushButton *show = nullptr;
    QPushButton *close = nullptr;
    std::function<void()> run;
    Ask ask;
};

ExplainPanel::ExplainPanel(QWidget *parent) : QFrame(parent), d(std::make_unique<Private>())
{
    setObjectName(u"explainPanel"_s);
    d->title = new QLabel(this);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    d->title->setFont(bold);
    d->text = new QLabel(this);
    for (QLabel *label : {d->title, d->text}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    d->text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    d->show = new QPushButton(this);
    d->show->setObjectName(u"explainShow"_s);
    d->close = new QPushButton(tr("Close"), this);
    d->close->setObjectName(u"explainClose"_s);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(d->show);
    buttons->addWidget(d->close);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 12, 10);
    layout->setSpacing(6);
    layout->addWidget(d->title);
    layout->addWidget(d->text);
    layout->addLayout(buttons);
    connect(d->close, &QPushButton::clicked, this, &ExplainPanel::closePanel);
    connect(d->show, &QPushButton::clicked, this, [this] {
        const auto run = d->run;
        hide();
        if (run)
            run();
    });
    hide();
}

ExplainPanel::~ExplainPanel() = default;

void ExplainPanel::explain(QWidget *opener, const Ask &ask)
{
    const std::optional<Content> content = ask();
    if (!content)
        return;
    d->opener = opener;
    d->ask = ask;
    say(*content);
    show();
    (content->showText.isEmpty() ? d->close : d->show)->setFocus(Qt::OtherFocusReason);
}

void ExplainPanel::explain(QWidget *opener, const QString &title, const QString &text,
                           const QString &showText, const std::function<void()> &show)
{
    explain(opener, [content = Content{title, text, showText, show}] { return std::optional(content); });
}

void ExplainPanel::refresh()
{
    if (isHidden() || !d->ask)
        return;
    const std::optional<Content> content = d->ask();
    if (!content)
        return closePanel();
    if (content->showText.isEmpty() && d->show->hasFocus())
        d->close->setFocus(Qt::OtherFocusReason);
    say(*content);
}

void ExplainPanel::say(const Content &content)
{
    d->title->setText(content.title);
    d->text->setText(content.text);
    d->show->setText(content.showText);
    d->show->setVisible(!content.showText.isEmpty());
    d->run = content.show;
    setAccessibleName(tr("Explanation: %1").arg(content.title));
    setAccessibleDescription(content.text);
}

void ExplainPanel::closePanel()
{
    hide();
    if (d->opener)
        d->opener->setFocus(Qt::OtherFocusReason);
}

void ExplainPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        closePanel();
    else
        QFrame::keyPressEvent(event);
}

void ExplainPanel::paintEvent(QPaintEvent *)
{
    const ThemeColours &colours = Theme::colours(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colours.border, 1));
    painter.setBrush(colours.infoSurface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

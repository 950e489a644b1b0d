// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/problemspanel.h"

#include "ui/icons.h"
#include "ui/theme.h"

#include <QApplication>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int HeightBelowPage = 180;

} // namespace

class ProblemsPanel::Private
{
public:
    QLabel *title = nullptr;
    QLabel *none = nullptr;
    QToolButton *close = nullptr;
    QVBoxLayout *rows = nullptr;
    QStringList keys; // of the rows, in order
    QVector<QLabel *> texts;
    QVector<QWidget *> rowWidgets;
    QPointer<QWidget> opener;
    QVector<Incident> incidents;
};

ProblemsPanel::ProblemsPanel(QWidget *parent) : QFrame(parent), d(std::make_unique<Private>())
{
    setObjectName(u"problemsPanel"_s);
    setFrameShape(QFrame::StyledPanel);
    d->title = new QLabel(this);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    d->title->setFont(bold);
    d->close = new QToolButton(this);
    d->close->setObjectName(u"problemsClose"_s);
    d->close->setText(u"✕"_s);
    d->close->setAutoRaise(true);
    d->close->setMinimumSize(28, 28);
    d->close->setFocusPolicy(Qt::StrongFocus);
    d->none = new QLabel(this);
    auto *head = new QHBoxLayout;
    head->addWidget(d->title, 1);
    head->addWidget(d->close);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *body = new QWidget;
    d->rows = new QVBoxLayout(body);
    d->rows->setContentsMargins(0, 0, 0, 0);
    d->rows->addWidget(d->none);
    d->rows->addStretch(1);
    scroll->setWidget(body);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 6, 8, 8);
    layout->addLayout(head);
    layout->addWidget(scroll, 1);
    setFullSize(false);
    connect(d->close, &QToolButton::clicked, this, &ProblemsPanel::close);
    setWords();
    hide();
}

ProblemsPanel::~ProblemsPanel() = default;

void ProblemsPanel::setWords()
{
    setAccessibleName(tr("Problems"));
    d->title->setText(tr("Problems"));
    d->close->setAccessibleName(tr("Close problems"));
    d->close->setToolTip(tr("Close problems (Esc)"));
    d->none->setText(tr("No problems."));
}

void ProblemsPanel::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) {
        setWords();
        d->keys = QStringList(QString()); // the next incidents make their rows anew
    }
}

void ProblemsPanel::setIncidents(const QVector<Incident> &incidents,
                                 const std::function<bool(IncidentAction)> &possible)
{
    d->incidents = incidents;
    QStringList keys;
    for (const Incident &incident : incidents)
        keys.append(incident.key);
    d->none->setVisible(incidents.isEmpty());
    if (keys == d->keys) { // only words changed: the focus stays on its button
        for (int i = 0; i < incidents.size(); ++i)
            d->texts[i]->setText(incidents[i].text);
        return;
    }
    d->keys = keys;
    for (QWidget *row : std::as_const(d->rowWidgets)) {
        if (row->isAncestorOf(QApplication::focusWidget()))
            d->close->setFocus(Qt::OtherFocusReason); // not another problem's button
        row->hide();
        row->deleteLater();
    }
    d->rowWidgets.clear();
    d->texts.clear();
    const ThemeColours &colours = Theme::colours(palette());
    for (int i = 0; i < incidents.size(); ++i) {
        const Incident &incident = incidents[i];
        auto *row = new QWidget;
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins(0, 2, 0, 2);
        auto *icon = new QLabel;
        const bool error = incident.severity == Incident::Severity::Error;
        const bool note = incident.severity == Incident::Severity::Note;
        icon->setPixmap(Icons::sign(error      ? Icons::Sign::Error
                                        : note ? Icons::Sign::Information
                                               : Icons::Sign::Warning,
                                    error      ? colours.error
                                        : note ? palette().color(QPalette::Link)
                                               : colours.warning)
                            .pixmap(QSize(16, 16), devicePixelRatioF()));
        auto *text = new QLabel(incident.text);
        text->setObjectName(u"problemText"_s);
        text->setTextFormat(Qt::PlainText);
        text->setWordWrap(true);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        line->addWidget(icon, 0, Qt::AlignTop);
        line->addWidget(text, 1);
        for (const IncidentAction action : incident.actions) {
            if (!possible(action))
                continue;
            auto *button = new QPushButton(incidentActionText(action));
            button->setObjectName(u"problemAction"_s);
            button->setMinimumHeight(28);
            button->setAccessibleDescription(incident.text);
            connect(button, &QPushButton::clicked, this, [this, i, action] {
                if (i < d->incidents.size())
                    emit actionChosen(d->incidents[i], action);
            });
            line->addWidget(button);
        }
        d->rows->insertWidget(i, row);
        d->rowWidgets.append(row);
        d->texts.append(text);
    }
}

void ProblemsPanel::setFullSize(bool full)
{
    setMinimumHeight(full ? 0 : HeightBelowPage);
    setMaximumHeight(full ? QWIDGETSIZE_MAX : HeightBelowPage);
    setSizePolicy(QSizePolicy::Preferred, full ? QSizePolicy::Expanding : QSizePolicy::Fixed);
}

void ProblemsPanel::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    emit shownChanged();
}

void ProblemsPanel::hideEvent(QHideEvent *event)
{
    QFrame::hideEvent(event);
    emit shownChanged();
}

void ProblemsPanel::open(QWidget *opener)
{
    d->opener = opener;
    show();
    d->close->setFocus(Qt::OtherFocusReason);
}

void ProblemsPanel::close()
{
    hide();
    if (d->opener && d->opener->isVisible() && d->opener->isEnabled())
        d->opener->setFocus(Qt::OtherFocusReason);
    else
        window()->setFocus(Qt::OtherFocusReason);
}

void ProblemsPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QFrame::keyPressEvent(event);
}

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filterchips.h"

#include "ui/widgets/flowlayout.h"

#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

class FilterChips::Private
{
public:
    QVector<Chip> chips;
    FlowLayout *layout = nullptr;
};

FilterChips::FilterChips(QWidget *parent) : QWidget(parent), d(std::make_unique<Private>())
{
    d->layout = new FlowLayout(this, 6);
    hide();
}

FilterChips::~FilterChips() = default;

const QVector<FilterChips::Chip> &FilterChips::chips() const
{
    return d->chips;
}

void FilterChips::setChips(const QVector<Chip> &chips)
{
    if (chips == d->chips)
        return;
    d->chips = chips;
    while (QLayoutItem *item = d->layout->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // it may be the sender
        delete item;
    }
    const auto add = [this](const QString &name, const QString &text, const QString &spoken) {
        auto *button = new QToolButton(this);
        button->setObjectName(name);
        // A "&" in a category's name is a letter, not a mnemonic.
        button->setText(QString(text).replace(u'&', u"&&"_s));
        button->setAccessibleName(spoken);
        button->setToolTip(spoken.toHtmlEscaped());
        button->setFocusPolicy(Qt::StrongFocus);
        button->setMinimumHeight(26);
        d->layout->addWidget(button);
        return button;
    };
    for (const Chip &chip : chips) {
        auto *button = add(u"chip-"_s + chip.id, tr("%1 ×", "a filter that a click removes").arg(chip.text),
                           tr("Remove filter %1").arg(chip.text));
        connect(button, &QToolButton::clicked, this, [this, id = chip.id] { emit removed(id); });
    }
    if (chips.size() > 1)
        connect(add(u"chipsClear"_s, tr("Clear all"), tr("Clear all filters")), &QToolButton::clicked, this,
                &FilterChips::cleared);
    setVisible(!chips.isEmpty());
    updateGeometry();
}

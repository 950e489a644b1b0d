// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/targetsdialog.h"

#include "bot/base/format.h"
#include "ui/theme.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int MostMinutes = 7 * 24 * 60, MostHours = 365 * 24;

} // namespace

TargetsDialog::TargetsDialog(const StoredConfig &config, const QVector<NamedCategory> &categories,
                             QWidget *parent)
    : QDialog(parent), m_config(config), m_problem(new QLabel(this)),
      m_apply(new QPushButton(tr("&Use these targets"), this))
{
    setObjectName(u"targetsDialog"_s);
    setWindowTitle(tr("Targets of single categories"));
    auto *body = new QWidget(this);
    auto *grid = new QGridLayout(body);
    grid->addWidget(new QLabel(tr("Category"), body), 0, 0);
    grid->addWidget(new QLabel(tr("First response within"), body), 0, 1);
    grid->addWidget(new QLabel(tr("Resolution within"), body), 0, 2);
    const auto field = [this, body](const QString &name, int most, const QString &suffix, double usualMs,
                                    int value, const QString &spoken) {
        auto *box = new QSpinBox(body);
        box->setObjectName(name);
        box->setRange(0, most);
        box->setSuffix(suffix);
        box->setSpecialValueText(tr("as usual (%1)", "a duration").arg(Format::duration(usualMs)));
        box->setValue(value);
        box->setMinimumHeight(28);
        box->setAccessibleName(spoken);
        connect(box, &QSpinBox::valueChanged, this, &TargetsDialog::check);
        return box;
    };
    for (const NamedCategory &category : categories) {
        const CategoryTarget own = config.categoryTargets.value(category.id);
        const int line = int(m_rows.size()) + 1;
        Row row{category,
                field(u"targetsResponse%1"_s.arg(line), MostMinutes, tr(" min"), config.firstResponseTargetMs,
                      int(own.firstResponseMs / MinuteMs),
                      tr("First response target of %1").arg(category.name)),
                field(u"targetsResolution%1"_s.arg(line), MostHours, tr(" h"), config.resolutionTargetMs,
                      int(own.resolutionMs / HourMs), tr("Resolution target of %1").arg(category.name))};
        auto *name = new QLabel(category.name, body);
        name->setTextFormat(Qt::PlainText);
        name->setWordWrap(true);
        grid->addWidget(name, line, 0);
        grid->addWidget(row.response, line, 1);
        grid->addWidget(row.resolution, line, 2);
        m_rows.append(row);
    }
    grid->setColumnStretch(0, 1);
    grid->setRowStretch(int(m_rows.size()) + 1, 1);
    auto *scroll = new QScrollArea(this);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(body);
    scroll->setMinimumWidth(body->minimumSizeHint().width() + 24);

    m_problem->setObjectName(u"targetsProblem"_s);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    QPalette p = palette();
    p.setColor(QPalette::WindowText, Theme::colours(p).error);
    m_problem->setPalette(p);
    m_apply->setObjectName(u"targetsApply"_s);
    m_apply->setDefault(true);
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(m_apply, QDialogButtonBox::AcceptRole);
    buttons->addButton(QDialogButtonBox::Cancel);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(scroll, 1);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);
    if (!m_rows.isEmpty()) // as it is read
        setTabOrder(m_rows.last().resolution, m_apply);
    setTabOrder(m_apply, buttons->button(QDialogButtonBox::Cancel));
    const QSize wanted = body->sizeHint() + QSize(60, 100);
    const QSize most = parent ? parent->window()->size() - QSize(16, 40) : wanted;
    resize(wanted.boundedTo(most));
    check();
}

CategoryTargets TargetsDialog::targets() const
{
    CategoryTargets targets = m_config.categoryTargets; // of categories that are not listed here they stay
    for (const Row &row : m_rows) {
        const CategoryTarget own{int(row.response->value() * MinuteMs),
                                 int(row.resolution->value() * HourMs)};
        if (own.isEmpty())
            targets.remove(row.category.id);
        else
            targets.insert(row.category.id, own);
    }
    return targets;
}

void TargetsDialog::check()
{
    StoredConfig config = m_config;
    config.categoryTargets = targets();
    const Targets all = config.targets();
    QString problem;
    for (const Row &row : std::as_const(m_rows)) {
        if (all.resolution(row.category.id) < all.firstResponse(row.category.id))
            problem =
                tr("%1: closing cannot be due before the first response.", "category").arg(row.category.name);
    }
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_apply->setEnabled(problem.isEmpty());
    m_apply->setToolTip(problem);
}

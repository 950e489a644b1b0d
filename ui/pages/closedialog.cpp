// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/closedialog.h"

#include "ui_closedialog.h"

#include <QPushButton>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int LongestCloseReason = 512; // as Discord's audit log takes it

}

CloseDialog::CloseDialog(const QString &ticket, const QHash<UserId, QString> &people, const CloseByHand &said,
                         const Detected &detected, QWidget *parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::CloseDialog>())
{
    m_ui->setupUi(this);
    m_ui->closeQuestion->setText(tr("Who closed #%1, and why?").arg(ticket));
    QVector<std::pair<QString, quint64>> rows;
    for (auto person = people.cbegin(); person != people.cend(); ++person)
        rows.append({person.value(), person.key().value});
    if (said.closedBy && !people.contains(said.closedBy))
        rows.append({said.closedByName, said.closedBy.value});
    std::sort(rows.begin(), rows.end(), [](const auto &a, const auto &b) {
        return std::pair(QString::localeAwareCompare(a.first, b.first), a.second) < std::pair(0, b.second);
    });
    m_ui->closerBox->addItem(detected.closedBy.isEmpty() ? tr("Not detected") : detected.closedBy,
                             quint64(0));
    for (const auto &[name, id] : std::as_const(rows))
        m_ui->closerBox->addItem(name, id);
    m_ui->closerBox->setCurrentIndex(qMax(0, m_ui->closerBox->findData(said.closedBy.value)));
    m_ui->reasonField->setMaxLength(LongestCloseReason);
    m_ui->reasonField->setText(said.reason);
    m_ui->reasonField->setPlaceholderText(detected.reason);
    for (const auto &[field, known] : {std::pair<QWidget *, QString>(m_ui->closerBox, detected.closedBy),
                                       std::pair<QWidget *, QString>(m_ui->reasonField, detected.reason)}) {
        field->setEnabled(known.isEmpty());
        field->setToolTip(known.isEmpty() ? QString() : tr("This was detected and stays as it is"));
    }
    connect(m_ui->saveClose, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_ui->cancelClose, &QPushButton::clicked, this, &QDialog::reject);
}

CloseDialog::~CloseDialog() = default;

void CloseDialog::startWith(bool reason)
{
    (reason ? static_cast<QWidget *>(m_ui->reasonField) : m_ui->closerBox)->setFocus(Qt::OtherFocusReason);
}

CloseByHand CloseDialog::said() const
{
    CloseByHand said;
    said.closedBy = UserId(m_ui->closerBox->currentData().toULongLong());
    if (said.closedBy)
        said.closedByName = m_ui->closerBox->currentText();
    said.reason = m_ui->reasonField->text().simplified();
    return said;
}

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/exportdialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTime>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;
using TrendsExport::Kind;

namespace {

constexpr Kind ExportKinds[] = {Kind::Report,      Kind::Pictures,   Kind::TicketsCsv,
                                Kind::TicketsJson, Kind::NumbersCsv, Kind::NumbersJson};

QString exportBaseName(Kind kind)
{
    switch (kind) {
    case Kind::Report:
        return u"ticket-report"_s;
    case Kind::Pictures:
        return u"ticket-charts"_s;
    case Kind::TicketsCsv:
    case Kind::TicketsJson:
        return u"tickets"_s;
    case Kind::NumbersCsv:
    case Kind::NumbersJson:
        return u"ticket-numbers"_s;
    }
    return {};
}

} // namespace

ExportDialog::ExportDialog(const TrendsAnswer &answer, Kind kind, const QString &folder, bool initials,
                           QWidget *parent)
    : QDialog(parent), m_answer(answer), m_folder(folder), m_kind(new QComboBox(this)),
      m_contents(new QLabel(this)), m_path(new QLineEdit(this)), m_initials(new QCheckBox(this)),
      m_hint(new QLabel(this)), m_export(new QPushButton(tr("E&xport"), this))
{
    setObjectName(u"exportDialog"_s);
    setWindowTitle(tr("Export"));
    m_kind->setObjectName(u"exportKind"_s);
    for (const Kind one : ExportKinds)
        m_kind->addItem(TrendsExport::kindTitle(one), int(one));
    m_contents->setObjectName(u"exportContents"_s);
    m_hint->setObjectName(u"exportHint"_s);
    for (QLabel *label : {m_contents, m_hint}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_path->setObjectName(u"exportPath"_s);
    m_path->setMinimumWidth(360);
    m_path->setAccessibleName(tr("File"));
    m_initials->setObjectName(u"exportInitials"_s);
    m_initials->setText(tr("&Initials instead of names"));
    m_initials->setChecked(initials);
    auto *browseButton = new QPushButton(tr("&Browse…"), this);
    browseButton->setObjectName(u"exportBrowse"_s);
    m_export->setObjectName(u"exportStart"_s);
    m_export->setDefault(true);

    auto *file = new QHBoxLayout;
    file->addWidget(m_path, 1);
    file->addWidget(browseButton);
    auto *form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::DontWrapRows);
    form->addRow(tr("&What:"), m_kind);
    form->addRow(tr("Contents:"), m_contents);
    auto *fileLabel = new QLabel(tr("&File:"), this); // a row with a layout gives its label no buddy
    fileLabel->setBuddy(m_path);
    form->addRow(fileLabel, file);
    form->addRow(QString(), m_initials);
    form->addRow(QString(), m_hint);
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(m_export, QDialogButtonBox::AcceptRole);
    buttons->addButton(QDialogButtonBox::Cancel);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addStretch(1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(browseButton, &QPushButton::clicked, this, &ExportDialog::browse);
    connect(m_path, &QLineEdit::textChanged, this, &ExportDialog::check);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &ExportDialog::showKind);
    m_kind->setCurrentIndex(m_kind->findData(int(kind)));
    showKind();
}

Kind ExportDialog::kind() const
{
    return Kind(m_kind->currentData().toInt());
}

QString ExportDialog::path() const
{
    return QDir::fromNativeSeparators(m_path->text().trimmed());
}

bool ExportDialog::initials() const
{
    return m_initials->isChecked();
}

void ExportDialog::showKind()
{
    const QDate last =
        QDateTime::fromMSecsSinceEpoch(m_answer.window.toMs - 1, m_answer.question.context.zone).date();
    const QString suffix = TrendsExport::suffix(kind());
    QString name = exportBaseName(kind()) + u'-' + last.toString(Qt::ISODate);
    if (!suffix.isEmpty())
        name += u'.' + suffix;
    m_path->setText(QDir::toNativeSeparators(m_folder + u'/' + name));
    m_contents->setText(TrendsExport::kindContents(kind(), m_answer));
    check();
}

void ExportDialog::browse()
{
    const QString suffix = TrendsExport::suffix(kind());
    const QString chosen = suffix.isEmpty()
        ? QFileDialog::getExistingDirectory(this, windowTitle(), m_folder)
        : QFileDialog::getSaveFileName(this, windowTitle(), path(),
                                       u"%1 (*.%2)"_s.arg(TrendsExport::kindTitle(kind()), suffix));
    if (chosen.isEmpty())
        return;
    m_folder = QFileInfo(chosen).absolutePath();
    m_path->setText(QDir::toNativeSeparators(chosen));
}

void ExportDialog::check()
{
    const QFileInfo file(path());
    const bool place = !path().isEmpty() && file.isAbsolute() && file.absoluteDir().exists();
    m_export->setEnabled(place);
    m_hint->setText(!place ? tr("Choose a folder that exists.")
                        : file.exists() && file.isFile()
                        ? tr("The file exists and will be replaced.")
                        : tr("Made in the background; a message tells when it is done."));
    m_export->setToolTip(place ? QString() : m_hint->text());
}

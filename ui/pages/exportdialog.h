// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/trendsexport.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

// What goes into a file, where, and whether people are named (UX 3.3). Writes nothing itself. Thread: GUI.
class ExportDialog : public QDialog
{
    Q_OBJECT
public:
    ExportDialog(const TrendsAnswer &answer, TrendsExport::Kind kind, const QString &folder, bool initials,
                 QWidget *parent = nullptr);

    TrendsExport::Kind kind() const;
    QString path() const;
    bool initials() const;

private:
    void showKind();
    void browse();
    void check();

    const TrendsAnswer m_answer;
    QString m_folder;
    QComboBox *m_kind;
    QLabel *m_contents;
    QLineEdit *m_path;
    QCheckBox *m_initials;
    QLabel *m_hint;
    QPushButton *m_export;
};

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/tickets/config.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QSpinBox;

// Targets of single categories (UX 3.10): a row for each, where the lowest value of a field means "as for the server".
// Changes nothing itself. Thread: GUI.
class TargetsDialog : public QDialog
{
    Q_OBJECT
public:
    TargetsDialog(const StoredConfig &config, const QVector<NamedCategory> &categories,
                  QWidget *parent = nullptr);

    CategoryTargets targets() const;

private:
    void check();

    struct Row
    {
        NamedCategory category;
        QSpinBox *response; // minutes
        QSpinBox *resolution; // hours
    };
    const StoredConfig m_config;
    QVector<Row> m_rows;
    QLabel *m_problem;
    QPushButton *m_apply;
};

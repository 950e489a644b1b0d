// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/bothost.h"
#include "bot/migration/importmatching.h"
#include "bot/migration/importroutes.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLabel;

// The matching table of an import (UX J1): every name in the Python bot's settings beside the role or category that it
// becomes, and where the Python bot posted beside a channel. Nobody guesses: what fits nothing, or several, waits for a person.
class ImportMatchTable : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    void fill(const PythonSettings &settings, const QVector<ImportRoute> &routes,
              const BotState::Server &server, bool narrow);
    void clear();

    const QVector<ImportMatch> &matches() const { return m_matches; }
    const QVector<ImportRoute> &routes() const { return m_routes; }
    bool bringsSupportRoles() const;
    QStringList unmatched() const; // names that become nothing

signals:
    void changed();

private:
    struct Choice
    {
        QString label;
        quint64 id;
    };
    struct Row
    {
        QComboBox *box;
        QLabel *state;
    };
    static QVector<Choice> toldApart(QVector<Choice> choices);
    void addMatches(QFormLayout *form, const QVector<NamedRole> &roles,
                    const QVector<NamedCategory> &categories);
    void addRoutes(QFormLayout *form, const BotState::Server &server);
    Row addRow(QFormLayout *form, const QString &name, const QString &title, const QVector<Choice> &choices,
               quint64 chosen);

    QVector<ImportMatch> m_matches;
    QVector<ImportRoute> m_routes;
};

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/incidents.h"

#include <QFrame>

#include <functional>
#include <memory>

// Every incident as a row with its actions, below the page (UX 2.1 "Problems"). Thread: GUI. Owner:
// MainWindow.
class ProblemsPanel : public QFrame
{
    Q_OBJECT
public:
    explicit ProblemsPanel(QWidget *parent = nullptr);
    ~ProblemsPanel() override;

    // `possible`: actions that somebody carries out; others get no button.
    void setIncidents(const QVector<Incident> &incidents,
                      const std::function<bool(IncidentAction)> &possible);
    // Narrow windows: instead of the page, not below it.
    void setFullSize(bool full);
    void open(QWidget *opener);
    void close();

signals:
    void shownChanged();
    void actionChosen(const Incident &incident, IncidentAction action);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void setWords();
    class Private;
    const std::unique_ptr<Private> d;
};

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVector>
#include <QWidget>

#include <functional>
#include <memory>

// Holds a view and covers it when there is nothing to show: one sentence and the next step (UX 2.6). The
// content keeps its place, so the page does not jump. Thread: GUI. Owner: the page.
class StatePane : public QWidget
{
    Q_OBJECT
public:
    enum class State
    {
        Content,
        FirstUse,
        Empty,
        Loading,
        Error
    };
    struct Step
    {
        QString name; // object name of the button
        QString text;
        std::function<void()> run;
    };

    explicit StatePane(QWidget *parent = nullptr);
    ~StatePane() override;

    void setContent(QWidget *content);
    void showContent();
    void show(State state, const QString &sentence, const QVector<Step> &steps = {});
    // First load: nothing for 200 ms, then grey blocks; after 3 s the sentence too.
    void showLoading(const QString &sentence);
    // What the content shows could not be brought up to date: a line above it, or in its place where nothing was shown
    // yet. Holds until clearProblem(), whatever state is shown meanwhile.
    void setProblem(const QString &sentence, const QString &details, const std::function<void()> &again);
    void clearProblem();
    QString problem() const; // empty = none
    State state() const;
    QString sentence() const;

private:
    void place();
    class Private;
    const std::unique_ptr<Private> d;
};

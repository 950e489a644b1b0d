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
    State state() const;
    QString sentence() const;

private:
    class Private;
    const std::unique_ptr<Private> d;
};

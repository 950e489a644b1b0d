// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <functional>
#include <memory>
#include <optional>

// The one panel that explains every figure: what it means, over how many tickets, what was left out, and the
// way to the tickets themselves (UX 2.10). Escape closes it and the focus returns to where it was opened
// from. Thread: GUI. Owner: the page.
class ExplainPanel : public QFrame
{
    Q_OBJECT
public:
    explicit ExplainPanel(QWidget *parent = nullptr);
    ~ExplainPanel() override;

    struct Content
    {
        QString title, text;
        QString showText = {}; // "Show the 91 tickets"; empty = no button
        std::function<void()> show = {};
    };
    // What it says now, asked for again by refresh(); nothing: what was explained is no longer there.
    using Ask = std::function<std::optional<Content>()>;
    void explain(QWidget *opener, const Ask &ask);
    void explain(QWidget *opener, const QString &title, const QString &text, const QString &showText = {},
                 const std::function<void()> &show = {});
    // The numbers are others: the panel goes on to tell of those that are shown.
    void refresh();

public slots:
    void closePanel();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void say(const Content &content);

    class Private;
    const std::unique_ptr<Private> d;
};

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <functional>
#include <memory>

// The one panel that explains every figure: what it means, over how many tickets, what was left out, and the
// way to the tickets themselves (UX 2.10). Escape closes it and the focus returns to where it was opened
// from. Thread: GUI. Owner: the page.
class ExplainPanel : public QFrame
{
    Q_OBJECT
public:
    explicit ExplainPanel(QWidget *parent = nullptr);
    ~ExplainPanel() override;

    // showText: "Show the 91 tickets"; empty = no button.
    void explain(QWidget *opener, const QString &title, const QString &text, const QString &showText = {},
                 std::function<void()> show = {});

public slots:
    void closePanel();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    class Private;
    const std::unique_ptr<Private> d;
};

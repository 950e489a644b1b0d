// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include <memory>

class SetupSession;

namespace Ui {
class ContentLine;
}

// "Message Content Intent – off, optional": what the Developer Portal says now, asked again every 3 s while it
// is visible, so that the line turns to "on" by itself (UX J1). Never a gate.
//
// Thread: GUI. Owner: the step it stands in.
class ContentLine : public QWidget
{
    Q_OBJECT
public:
    static constexpr int CheckMs = 3'000;

    explicit ContentLine(SetupSession &session, QWidget *parent = nullptr);
    ~ContentLine() override;

    enum class State
    {
        Unknown, // no token yet, or no answer
        Off,
        On
    };
    State state() const { return m_state; }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void check();
    void turnOn();
    void show(State state);

    const std::unique_ptr<Ui::ContentLine> m_ui;
    SetupSession &m_session;
    QTimer m_timer;
    State m_state = State::Unknown;
    quint64 m_flags = 0;
    bool m_asked = false; // an answer is under way
    bool m_turning = false; // Discord was asked to turn it on
    bool m_wasOff = false;
};

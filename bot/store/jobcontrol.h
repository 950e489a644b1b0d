// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <atomic>
#include <memory>

// How far something long in the storage thread is, and whether its asker still wants it (UX J6). Made by the asker and
// handed into the work by value; all copies are the same job. Callable from any thread: the asker looks now and then.
class JobControl
{
public:
    enum class Step
    {
        Waiting, // for what the thread does at the moment
        Counting,
        BackingUp,
        Changing // done of total rows
    };
    struct Progress
    {
        Step step = Step::Waiting;
        qint64 done = 0, total = 0;
    };

    void cancel() { m_state->cancelled = true; } // takes effect between two steps; nothing has changed then
    bool cancelled() const { return m_state->cancelled; }
    Progress progress() const { return {m_state->step, m_state->done, m_state->total}; }

    void report(Step step, qint64 done = 0, qint64 total = 0) const
    {
        m_state->step = step;
        m_state->done = done;
        m_state->total = total;
    }

private:
    struct State
    {
        std::atomic<bool> cancelled = false;
        std::atomic<Step> step = Step::Waiting;
        std::atomic<qint64> done = 0, total = 0;
    };
    std::shared_ptr<State> m_state = std::make_shared<State>();
};

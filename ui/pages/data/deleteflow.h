// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/store/values.h"

// What a press on "Delete n tickets" means (UX J6). Pure: the section tells it what happened and when.
//
// What is deleted is always what the last preview counted. A large deletion wants its number typed; that confirmation lives
// two minutes and works once, and ends when the numbers change.
class DeleteFlow
{
public:
    static constexpr qint64 ConfirmationMs = 2 * MinuteMs;
    enum class Stage
    {
        Counting, // no numbers for these choices yet
        Ready,
        Typing, // the number is asked for
        Running
    };
    enum class Press
    {
        Nothing,
        AskNumber,
        WrongNumber,
        Expired, // too late: count anew
        Delete
    };

    Stage stage() const { return m_stage; }
    bool nothingToDelete() const { return m_stage == Stage::Ready && m_preview.tickets == 0; }
    const WipePreview &preview() const { return m_preview; }
    const WipeScope &scope() const { return m_scope; }

    void scopeChanged(); // other choices: their numbers are to come
    // False: a number was being typed, and the numbers are others now.
    bool counted(const WipeScope &scope, const WipePreview &preview);
    Press press(UtcMs nowMs, const QString &typed);
    void calledOff(); // Cancel beside the number
    void finished(); // the deletion ended, one way or the other
    static bool isNumber(const QString &typed, int number); // however it is grouped

private:
    Stage m_stage = Stage::Counting;
    WipeScope m_scope;
    WipePreview m_preview;
    UtcMs m_askedMs = 0;
};

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/store/noticerows.h"

// What is to be done next about the notices of one server that wait. Pure.
//
// Cards of single events are for what just happened: found while catching up, or older than 2 minutes, they are folded
// into one card (PROTOCOL K-02). A channel that refused is left alone until its next try, so that a missing right costs
// one call in 10 minutes (FAULTS F-65).
struct NoticePlan
{
    enum class Action
    {
        Wait, // until nextAtMs; 0 = nothing waits
        Send, // or edit: row.edit
        Fold
    } action = Action::Wait;
    NoticeRow row; // Send
    QVector<NoticeRow> fold;
    UtcMs nextAtMs = 0;
};

inline constexpr qint64 FreshMs = 2 * MinuteMs; // K-02; as long as Discord knows a nonce
// Who closed a ticket, and why, comes in the audit log and the ticket bot's message just after the channel is gone.
inline constexpr qint64 CloseSettlesMs = 3 * SecondMs;

// `logChannel`: where notices without a channel go, 0 = none is set. `caughtUp`: nothing more of the past is coming.
NoticePlan planNotices(const QVector<NoticeRow> &waiting, ChannelId logChannel, bool caughtUp, UtcMs nowMs);

// When to try again after `attempts` tries that Discord did not answer: 30 s, doubling to 10 minutes.
qint64 noticeRetryMs(int attempts);
inline constexpr qint64 RefusedRetryMs = 10 * MinuteMs;

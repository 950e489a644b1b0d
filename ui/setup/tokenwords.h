// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/tokenstate.h"
#include "ui/widgets/noticebar.h"

#include <QString>
#include <QVector>

// What is said about a token: whether the pasted text can be one, and how far testing and keeping it has
// come. Pure, and no sentence ever repeats what was pasted.

// Nothing when the text, cleaned, has the shape of a bot token; otherwise what it is instead and where the
// token is (UX J1).
QString tokenShapeProblem(const QString &pasted);

struct TokenSituation
{
    enum class Stage
    {
        Idle,
        Testing, // Discord is asked whose it is
        Rejected, // 401
        Offline, // no answer from Discord
        TestFailed, // Discord answered, but not with yes or no
        OtherBot, // it works, and belongs to another bot than the data: the person decides
        Storing, // the password store is asked
        WaitingForPerson, // it wants to be unlocked
        NotStored, // `store` says why
        Kept
    } stage = Stage::Idle;
    int waitSeconds = 0; // Testing: Discord asked for a pause that long; it goes on by itself
    bool slow = false; // the stage has lasted long enough to say so
    VaultAnswer::Outcome store = VaultAnswer::Outcome::Ok;
    bool untilQuit = false; // Kept: in memory only
    QString botName; // of the token, once the test has said so
    QString otherBotName; // OtherBot: whose data it is; may be empty
    QString detail; // TestFailed, NotStored: what the other side said

    bool busy() const
    {
        return stage == Stage::Testing || stage == Stage::Storing || stage == Stage::WaitingForPerson;
    }
};

enum class TokenAction
{
    Cancel,
    TryAgain,
    KeepUntilQuit,
    UseThisBot,
    AnotherToken
};
QString tokenActionText(TokenAction action);

struct TokenNotice
{
    NoticeBar::Look look = NoticeBar::Look::Information;
    QString text; // empty: nothing to say
    QVector<TokenAction> actions; // at most three
};
TokenNotice tokenNotice(const TokenSituation &situation);

// Where the token in use is, for the dialog and the assistant.
QString tokenSourceText(TokenSource source);
// The saved token could not be read when the program started: why, what still works, what to do. Empty for
// an answer that is no trouble.
QString tokenUnavailableText(VaultAnswer::Outcome outcome);

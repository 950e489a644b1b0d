// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

// The bot token as the program and its window speak of it: where it came from, what the password store
// answered, and what people paste around it. Values only; nothing here keeps a token.

enum class TokenSource
{
    None,
    Environment, // DISCORD_TOKEN
    Credentials, // systemd
    Vault, // the password store of the desktop
    Demo,
    UntilQuit // in memory only, because the person said so
};

// How the password store answered, in one value.
struct VaultAnswer
{
    enum class Outcome
    {
        Ok,
        NotFound, // the store was open and holds no token
        Locked, // it must be unlocked first; nothing was learnt, nothing was changed
        NoStore, // none is running, or its library is missing
        TimedOut, // it did not answer in time
        Denied, // the person or the store said no
        Failed
    } outcome = Outcome::Failed;
    QByteArray token; // of a read that is Ok
    QString text; // one sentence for people; empty when Ok

    bool ok() const { return outcome == Outcome::Ok; }
};

// The token as people and files write it: without spaces, quotes and a leading "Bot ". Empty when nothing is
// left.
QByteArray cleanToken(const QByteArray &text);

// It goes into a header as it is: what cannot stand there is not worth a request, and no token that Discord would know.
inline constexpr qsizetype LongestToken = 256; // three times what Discord hands out
bool mayBeToken(const QByteArray &text);

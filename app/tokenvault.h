// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/tokenstate.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <functional>
#include <memory>

// The bot token in the password store of the desktop: Secret Service, KWallet, Keychain, Credential Manager.
// Never logs, never writes a plain file (FAULTS TM-01).
//
// On Linux a locked store answers "no such entry" to a read and "done" to a delete, so before such an answer
// is believed the Secret Service itself is asked whether it is locked. A store that asks the person to unlock
// it answers only when they have; every operation therefore has a limit, after which a late answer is
// ignored.
//
// Thread: GUI. Owner: Application or the headless run. Answers arrive through the event loop, never inside
// the call.
class TokenVault : public QObject
{
    Q_OBJECT
public:
    using Answer = VaultAnswer;
    using Outcome = VaultAnswer::Outcome;
    struct Options
    {
        bool standIn = false; // T-01: not Discord but a stand-in; its token is an entry of its own
        bool mayPrompt = true; // false: nobody is there to unlock a store
        int answerMs = 10'000; // for a store that is open
        int promptMs = 120'000; // for a person
    };
    using Done = std::function<void(const Answer &)>;

    explicit TokenVault(Options options, QObject *parent = nullptr);
    ~TokenVault() override;

    void read(QObject *context, Done done);
    void write(const QByteArray &token, QObject *context, Done done);
    void remove(QObject *context, Done done); // Ok also when there was none

signals:
    void waitingForPerson(); // the store is locked and asks somebody to unlock it

private:
    class Private;
    const std::unique_ptr<Private> d;
};

// $CREDENTIALS_DIRECTORY/discord-token, where systemd puts a service's secrets. Empty when there is none.
QByteArray tokenFromCredentials();

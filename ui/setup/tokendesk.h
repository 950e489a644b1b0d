// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/result.h"
#include "bot/discord/entities.h"
#include "ui/setup/tokenwords.h"

#include <QDeadlineTimer>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

// What only the program can do with a token. Every asynchronous one answers through the event loop, or never
// when `context` has died.
struct TokenHands
{
    using Answered = std::function<void(const VaultAnswer &)>;
    // Whom it belongs to; changes nothing. `waiting`: Discord asked for a pause of so many milliseconds first.
    std::function<void(const QByteArray &token, QObject *context,
                       std::function<void(const Result<Discord::Application> &)> done,
                       std::function<void(qint64)> waiting)>
        test;
    std::function<void(const QByteArray &token, QObject *context, Answered)> store;
    std::function<void(QObject *context, Answered)> remove;
    std::function<void(const QByteArray &token, TokenSource source)> use; // connects with it
    std::function<void()> readAgain; // from where it is kept, and connects
    std::function<void()> stop; // disconnects and forgets it
    std::function<void()> stopWaiting; // for the store, when the program started
    std::function<void()> acceptDifferentBot;
};

// A new token from the pasted text to a running bot: its shape, whose it is, the password store, connecting.
// One for the whole window, so that the assistant and the token dialog show the same. It holds the token only
// until it is kept or given up, and never lets it out but through the hands.
//
// Thread: GUI. Owner: MainWindow.
class TokenDesk : public QObject
{
    Q_OBJECT
public:
    static constexpr int SlowMs = 2'000; // then it is said that somebody is being waited for

    static constexpr int CountDownMs = 1'000; // a pause that Discord asks for is told by the second

    explicit TokenDesk(TokenHands hands, QObject *parent = nullptr);
    ~TokenDesk() override;

    // Ends in a stage that says how it went; what was under way is given up. False: not even the shape fits,
    // and nothing was started (tokenShapeProblem()).
    bool submit(const QString &pasted);
    void act(TokenAction action);
    void remove(); // from the store and from memory; ends in removed()
    void reset(); // forgets a refused token

    const TokenSituation &situation() const { return m_situation; }
    TokenSource source() const { return m_source; }
    bool hasToken() const { return m_source != TokenSource::None; }
    // One that the person cannot change here.
    bool fixed() const
    {
        return m_source == TokenSource::Environment || m_source == TokenSource::Credentials;
    }
    const TokenHands &hands() const { return m_hands; }

    // What the program tells.
    void setSource(TokenSource source);
    void setWaitingForPerson(); // the store has opened its window
    // Whose data this is, as far as known; a token of another bot is then asked about before it is saved.
    void setKnownBot(ApplicationId application, const QString &name);
    const QString &knownBotName() const { return m_knownName; }
    // The bot stopped because the token in use is another bot's (PROTOCOL I-05).
    void noteDifferentBot(const QString &newName);

signals:
    void changed();
    void kept(); // and in use
    void removed(const VaultAnswer &answer);

private:
    void enter(TokenSituation::Stage stage);
    void test();
    void countDown();
    void store();
    void use(TokenSource source);
    void forget();
    QObject *newOperation();

    const TokenHands m_hands;
    TokenSituation m_situation;
    TokenSource m_source = TokenSource::None;
    QByteArray m_token; // only while it is being tested or stored
    ApplicationId m_knownApplication;
    QString m_knownName;
    ApplicationId m_testedApplication;
    bool m_inUse = false; // OtherBot: the token is kept already, the bot waits for the answer
    // Whoever waits for an answer; replacing it drops late ones.
    std::unique_ptr<QObject> m_operation;
    QTimer m_slow;
    QTimer m_second; // while Discord's pause is counted down
    QDeadlineTimer m_pause;
};

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/tokendesk.h"

#include "bot/base/logging.h"

using Stage = TokenSituation::Stage;

TokenDesk::TokenDesk(TokenHands hands, QObject *parent) : QObject(parent), m_hands(std::move(hands))
{
    m_slow.setSingleShot(true);
    connect(&m_slow, &QTimer::timeout, this, [this] {
        m_situation.slow = true;
        emit changed();
    });
    m_second.setInterval(CountDownMs);
    connect(&m_second, &QTimer::timeout, this, &TokenDesk::countDown);
}

TokenDesk::~TokenDesk()
{
    forget();
}

QObject *TokenDesk::newOperation()
{
    m_operation = std::make_unique<QObject>();
    return m_operation.get();
}

void TokenDesk::enter(Stage stage)
{
    m_situation.stage = stage;
    m_situation.slow = false;
    m_situation.waitSeconds = 0;
    m_second.stop();
    if (m_situation.busy())
        m_slow.start(SlowMs);
    else
        m_slow.stop();
    emit changed();
}

void TokenDesk::forget()
{
    m_token.fill('\0');
    m_token.clear();
}

void TokenDesk::reset()
{
    m_operation.reset();
    forget();
    m_situation = {};
    m_inUse = false;
    enter(Stage::Idle);
}

bool TokenDesk::submit(const QString &pasted)
{
    if (!tokenShapeProblem(pasted).isEmpty())
        return false;
    reset();
    m_token = cleanToken(pasted.toUtf8());
    Log::addSecret(m_token);
    test();
    return true;
}

void TokenDesk::test()
{
    enter(Stage::Testing);
    const auto tested = [this](const Result<Discord::Application> &result) {
        if (!result) {
            m_situation.detail = result.error().text;
            const ErrorKind kind = result.error().kind;
            if (kind == ErrorKind::Denied)
                forget();
            enter(kind == ErrorKind::Denied        ? Stage::Rejected
                      : kind == ErrorKind::Network ? Stage::Offline
                                                   : Stage::TestFailed);
            return;
        }
        m_situation.botName = result->name;
        m_testedApplication = result->id;
        if (m_knownApplication && m_knownApplication != result->id) {
            m_situation.otherBotName = m_knownName;
            enter(Stage::OtherBot);
            return;
        }
        store();
    };
    m_hands.test(m_token, newOperation(), tested, [this](qint64 pauseMs) {
        m_pause.setRemainingTime(pauseMs);
        m_second.start();
        countDown();
    });
}

void TokenDesk::countDown()
{
    // Rounded up: "1 s" is shown until it is over.
    m_situation.waitSeconds = int((m_pause.remainingTime() + CountDownMs - 1) / CountDownMs);
    if (m_situation.waitSeconds <= 0) {
        m_situation.waitSeconds = 0;
        m_second.stop();
    }
    emit changed();
}

void TokenDesk::store()
{
    enter(Stage::Storing);
    m_hands.store(m_token, newOperation(), [this](const VaultAnswer &answer) {
        if (answer.ok()) {
            use(TokenSource::Vault);
            return;
        }
        // TM-01: never a plain file instead; the person decides.
        m_situation.store = answer.outcome;
        m_situation.detail = answer.outcome == VaultAnswer::Outcome::Failed ? answer.text : QString();
        enter(Stage::NotStored);
    });
}

void TokenDesk::use(TokenSource source)
{
    m_operation.reset();
    m_source = source;
    m_situation.untilQuit = source == TokenSource::UntilQuit;
    m_knownApplication = m_testedApplication;
    m_knownName = m_situation.botName;
    m_hands.use(m_token, source);
    forget();
    enter(Stage::Kept);
    emit kept();
}

void TokenDesk::act(TokenAction action)
{
    switch (action) {
    case TokenAction::Cancel:
    case TokenAction::AnotherToken:
        reset();
        return;
    case TokenAction::TryAgain:
        if (m_token.isEmpty())
            return;
        if (m_situation.stage == Stage::NotStored)
            store();
        else
            test();
        return;
    case TokenAction::KeepUntilQuit:
        if (!m_token.isEmpty())
            use(TokenSource::UntilQuit);
        return;
    case TokenAction::UseThisBot:
        m_hands.acceptDifferentBot();
        if (std::exchange(m_inUse, false)) {
            m_situation.untilQuit = m_source == TokenSource::UntilQuit;
            m_hands.readAgain();
            enter(Stage::Kept);
            emit kept();
        } else if (!m_token.isEmpty()) {
            store();
        }
        return;
    }
}

void TokenDesk::remove()
{
    reset();
    if (m_source != TokenSource::Vault) {
        m_hands.stop();
        m_source = TokenSource::None;
        emit changed();
        emit removed({VaultAnswer::Outcome::Ok, {}, {}});
        return;
    }
    m_hands.remove(newOperation(), [this](const VaultAnswer &answer) {
        // A store that did not delete it still holds it: the bot goes on, and the person is told.
        if (answer.ok()) {
            m_hands.stop();
            m_source = TokenSource::None;
        }
        emit changed();
        emit removed(answer);
    });
}

void TokenDesk::setSource(TokenSource source)
{
    if (m_source == source)
        return;
    m_source = source;
    emit changed();
}

void TokenDesk::setWaitingForPerson()
{
    if (m_situation.stage == Stage::Storing)
        enter(Stage::WaitingForPerson);
}

void TokenDesk::setKnownBot(ApplicationId application, const QString &name)
{
    m_knownApplication = application;
    m_knownName = name;
}

void TokenDesk::noteDifferentBot(const QString &newName)
{
    m_inUse = true;
    m_situation.botName = newName;
    m_situation.otherBotName = m_knownName;
    enter(Stage::OtherBot);
}

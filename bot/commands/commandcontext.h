// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/language.h"
#include "bot/commands/accesspolicy.h"
#include "bot/commands/commandservices.h"

#include <QTimer>

#include <atomic>
#include <memory>

// One interaction on its way to its answer (PROTOCOL ). Handlers get it, ask through it and answer
// through it, exactly once; it carries out the order of things:
//
//   refuse() / answer() before anything else     one type 4 callback, from RAM
//   defer(), deferUpdate()                       type 5 or 6 at once; whatever happens then, the disk cannot
//   delay it read(), write()                              the database, with the patience of UX 4.3 answer()
//   the PATCH of the original response, after the acknowledgement arrived
//
// A write waits until Discord has confirmed the acknowledgement: what nobody sees answered must not change
// anything (F-35).
//
// A handle: copies are the same interaction, so everything is const. Thread: the bot thread.
class CommandContext
{
public:
    CommandContext(CommandServices *services, const Discord::Interaction &interaction,
                   const QString &command);

    const Discord::Interaction &interaction() const;
    CommandServices &services() const;
    const QString &command() const; // "ticketstats"; for a button the command it belongs to
    GuildId guild() const;
    UserId caller() const;
    Actor actor() const;
    // As it is now: never kept over an asynchronous step.
    const GuildView &view() const;
    const GuildConfig &config() const { return view().config(); }
    bool catchingUp() const; // answers say so
    UtcMs askedAtMs() const; // the interaction's own time (METRICS M-08)
    Language language() const; // the caller's
    Language publicLanguage() const; // of what everybody sees
    bool mayAttach() const; // files, in this channel
    AccessDecision decide(Access access) const; // by the roles of this very interaction (TM-11)
    // The answer for somebody who lacks a right.
    Discord::OutgoingMessage refusalFor(Access access) const;

    // -- the first answer
    // ----------------------------------------------------------------------------------------------
    void refuse(const Discord::OutgoingMessage &message) const;
    void defer(bool ephemeral = true) const;
    void deferUpdate() const;
    void openModal(const Discord::Modal &modal) const;
    void respond(const QJsonObject &callback,
                 const QString &outcome) const; // any callback that needs no PATCH
    bool acknowledged() const; // an acknowledgement was sent

    // -- the answer
    // -----------------------------------------------------------------------------------------------------
    void answer(const Discord::OutgoingMessage &message) const;
    void edit(const Discord::OutgoingMessage &message)
        const; // changes the answer later: its undo button has run out
    void leaveAsIs(const QString &outcome) const; // acknowledged, and there is nothing to say
    void fail(const Error &error) const;

    // -- asking
    // ---------------------------------------------------------------------------------------------------------
    // fn: R(const Reader &) in the query thread, after everything received so far is committed; done(R) here.
    template <class Fn, class Done>
    void read(Fn fn, Done done) const
    {
        beginWaiting();
        services().environment.storage->readAfterFlush(services().home, std::move(fn),
                                                       resumed(std::move(done)));
    }
    // The two halves of read(), for who may know the answer already when the first is through.
    template <class Done>
    void flushed(Done done) const
    {
        beginWaiting();
        services().environment.storage->flushed(services().home,
                                                [self = *this, done = std::move(done)]() mutable {
                                                    if (self.resume())
                                                        done();
                                                });
    }
    template <class Fn, class Done>
    void readCommitted(Fn fn, Done done) const
    {
        beginWaiting();
        services().environment.storage->read(services().home, std::move(fn), resumed(std::move(done)));
    }
    // fn: Status or Result<T> (Writer &), in one transaction; repeated while the database is busy, so it must
    // not be spoilt by running twice (each failed run is rolled back). done(R) here.
    template <class Fn, class Done>
    void write(Fn fn, Done done) const
    {
        whenAcknowledged([self = *this, fn = std::make_shared<Fn>(std::move(fn)),
                          done = std::make_shared<Done>(std::move(done))] { self.tryWrite(fn, done); });
    }

    // Settings have changed in the store: `then` runs when the bot obeys the new ones.
    void reloadConfig(const std::function<void()> &then) const;

private:
    // Whether a write has begun is settled once, between the storage thread and the clock here: after
    // "Nothing was changed" nothing may change.
    using Gate = std::atomic<int>;
    enum GateState
    {
        Waiting,
        Entered,
        GivenUp
    };

    template <class Done>
    auto resumed(Done done) const
    {
        return [self = *this, done = std::move(done)](auto result) mutable {
            if (self.resume())
                done(std::move(result));
        };
    }
    template <class Fn, class Done>
    void tryWrite(const std::shared_ptr<Fn> &fn, const std::shared_ptr<Done> &done) const
    {
        using R = std::invoke_result_t<Fn &, Writer &>;
        beginWaiting();
        const std::shared_ptr<Gate> gate = newGate();
        services().environment.storage->write(
            services().home,
            [gate, fn](Writer &writer) -> R {
                int expected = Waiting;
                if (!gate->compare_exchange_strong(expected, Entered))
                    return Error{ErrorKind::Cancelled, {}, {}};
                return (*fn)(writer);
            },
            [self = *this, fn, done](R result) {
                if (!self.resume())
                    return;
                if (!result && result.error().kind == ErrorKind::Busy && self.mayRetry()) {
                    constexpr int RetryMs = 250;
                    self.beginWaiting();
                    QTimer::singleShot(RetryMs, self.services().home, [self, fn, done] {
                        if (self.resume())
                            self.tryWrite(fn, done);
                    });
                    return;
                }
                (*done)(std::move(result));
            });
    }

    void acknowledge(const QJsonObject &callback, const QString &outcomeWhenDone) const;
    void acknowledgementAnswered(const Discord::RestReply &reply) const;
    void whenAcknowledged(std::function<void()> then) const;
    void beginWaiting() const;
    bool resume() const; // an answer of the store arrived; false: it is too late for it
    bool mayRetry() const;
    std::shared_ptr<Gate> newGate() const;
    void losePatience() const;
    void patch(const Discord::OutgoingMessage &message) const;
    void sendPatch() const;
    void finish(const QString &outcome) const;

    struct State;
    std::shared_ptr<State> d;
};

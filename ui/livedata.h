// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/bothost.h"
#include "bot/store/readfailure.h"
#include "bot/store/storage.h"
#include "ui/daterange.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

class UiSettings;

// One server as the shell shows it, whether or not the bot is connected.
struct ServerPulse
{
    GuildInfo info;
    StoredConfig config;
    QVector<CategoryRow> categories;
    UtcMs recordingBeganMs = 0; // 0 = no ticket yet
    UtcMs lookedMs = 0; // the bot was removed then; 0 = it looks, or when it looked last is not known
    int open = 0, waiting = 0, overdue = 0;
    bool operator==(const ServerPulse &other) const;
};

// The pages' only source of data: what the bot says of itself, what the database holds, and the choices that
// pages share (server, category, range, comparison; remembered per server). Pages never see SQL: they keep a
// LiveQuestion each, whose answers come from the query threads.
//
// Changes are collected and told at most four times a second. Nothing is asked for pages that nobody looks
// at: a page asks when it is shown and when dataChanged() arrives while it is visible.
//
// Thread: GUI. Owner: MainWindow.
class LiveData : public QObject
{
    Q_OBJECT
public:
    static constexpr int RefreshMs = 250; // UX: at most four refreshes a second
    static constexpr int TimePassesMs = 15000; // waiting texts (UX 2.5)

    LiveData(Storage &storage, Clock clock, UiSettings *settings = nullptr, QObject *parent = nullptr);
    ~LiveData() override;

    Storage &storage() const { return m_storage; }
    UtcMs nowMs() const { return m_clock.utc(); }

    // -- the bot
    // ---------------------------------------------------------------------------------------------------
    const BotState &bot() const { return m_bot; }
    const StorageTrouble &trouble() const { return m_trouble; }
    bool connected() const { return m_bot.gateway.state == Discord::GatewayStatus::State::Connected; }
    bool caughtUp() const; // connected, and what the chosen server has of tickets was read
    // Until when the data is known to be complete: now while connected, the last event's time otherwise, of a server that
    // the bot was removed from that time.
    UtcMs asOfMs() const { return staleSinceMs().value_or(nowMs()); }
    std::optional<UtcMs> staleSinceMs() const; // the same; nothing while everything is seen
    // When the bot was removed from the chosen server; nothing while it is there. Who still waits is not known since: waiting
    // is measured up to then.
    std::optional<UtcMs> removedAtMs() const;
    const BotState::Server *botServer() const; // the chosen server as the bot sees it; null while it does not

    // -- servers
    // ---------------------------------------------------------------------------------------------------
    const QVector<ServerPulse> &servers() const { return m_pulse; }
    const ServerPulse *serverPulse() const; // the chosen one
    GuildId server() const { return m_server; }
    bool serverRemoved() const; // the bot is not in the chosen one any more: its history can be read (UX J5)
    QString serverName() const;
    void setServer(GuildId server);
    // A server that the bot was removed from can be put away: its data stays, the console shows it no more until it is
    // taken out again or the bot is back.
    void setArchived(GuildId server, bool on);
    const QSet<GuildId> &archived() const { return m_archived; } // and not back
    bool loaded() const { return m_loaded; } // the first answer about servers has arrived
    StoredConfig config() const; // in force for the chosen server
    QTimeZone zone() const;
    int overdueEverywhere() const;

    // -- shared choices
    // --------------------------------------------------------------------------------------------
    const CategoryFilter &category() const { return m_category; }
    QString categoryName() const; // "All categories", "Appeals", "No category"
    void setCategory(const CategoryFilter &category);
    const DateRange &range() const { return m_range; }
    void setRange(const DateRange &range);
    bool compare() const { return m_compare; }
    void setCompare(bool on);
    bool workingHoursOnly() const
    {
        return m_workingHoursOnly;
    } // Trends; without working hours it means nothing
    void setWorkingHoursOnly(bool on);
    DateRange::Context rangeContext() const;
    Window window() const { return m_range.window(rangeContext()); }

public slots:
    void setBotState(const BotState &state);
    void setTrouble(const StorageTrouble &trouble);
    void noteCommitted(const ChangeSet &changes);
    void refreshNow(); // F5

signals:
    void botStateChanged();
    void troubleChanged();
    void serversChanged(); // the list, a name, a count, settings or categories of one
    void serverChanged(); // another one was chosen: everything shown belongs to the old one
    void viewChanged(); // category, range or comparison
    void dataChanged(const ChangeSet &changes); // coalesced
    void timePassed(); // every 15 s while the window is shown

private:
    void tellChanges();
    void askPulse();
    void putAway(QVector<ServerPulse> &pulse);
    void loadChoices();
    void saveChoices();

    friend class LiveQuestion;
    Storage &m_storage;
    const Clock m_clock;
    UiSettings *m_settings;
    BotState m_bot;
    StorageTrouble m_trouble;
    QVector<ServerPulse> m_pulse;
    QSet<GuildId> m_archived;
    GuildId m_server;
    bool m_loaded = false;
    CategoryFilter m_category;
    DateRange m_range;
    bool m_compare = true;
    bool m_workingHoursOnly = false;
    ChangeSet m_pending;
    bool m_hasPending = false;
    QElapsedTimer m_sinceTold;
    QTimer m_tellTimer;
    QTimer m_passTimer;
    class LiveQuestion *m_pulseQuestion;
};

// One question that a view keeps asking the database. At most one is under way; ask() with something new
// makes the answer under way worthless: reading for it ends and it is dropped; again() repeats the same one because the data
// changed, and what is under way is still delivered. A question that takes long is repeated less often, so a
// big history never keeps a query thread busy.
//
// Thread: GUI. Owner: the view, as a member or child. Answers stop when it dies.
class LiveQuestion : public QObject
{
    Q_OBJECT
public:
    LiveQuestion(LiveData &live, QObject *parent = nullptr);
    ~LiveQuestion() override;

    // fn: R(const Reader &, UtcMs nowMs), in a query thread, values only. done: (R), here.
    template <class Fn, class DoneFn>
    void ask(Fn fn, DoneFn done)
    {
        const quint64 number = ++m_number;
        unwant();
        m_start = [this, number, fn = std::move(fn), done = std::move(done)] {
            m_live.storage().browse(
                this,
                [fn, nowMs = m_live.nowMs(), wanted = m_stillWanted](const Reader &reader) {
                    (void)takeReadFailure(); // of whoever asked before
                    const ReadWhileWanted until(wanted);
                    auto answer = fn(reader, nowMs);
                    return std::pair(std::move(answer), takeReadFailure());
                },
                [this, number, done](auto answer) {
                    if (arrived(number, answer.second))
                        done(std::move(answer.first));
                    next();
                });
        };
        m_asked = true;
        setWaitingForNew(true);
        if (!m_underWay)
            start();
        else
            m_wanted = true;
    }
    void again();
    void forget(); // drops what is under way and is not repeated
    bool waiting() const { return m_waitingForNew; } // a new question has no answer yet

signals:
    // It could not be read: done() is not called, what was shown before stays (UX 2.6). answered() ends that.
    void failed(const Error &error);
    void answered();
    // The new question takes longer than 200 ms: "Updating…" (UX 2.6); false once it is answered.
    void slow(bool waiting);

private:
    void start();
    void unwant();
    bool arrived(quint64 number, const std::optional<Error> &failure);
    void next();
    void setWaitingForNew(bool waiting);

    LiveData &m_live;
    std::function<void()> m_start;
    quint64 m_number = 0;
    std::shared_ptr<std::atomic<bool>> m_stillWanted; // told to the query thread; of what is under way
    bool m_asked = false;
    bool m_underWay = false;
    bool m_wanted = false; // ask or repeat once the one under way is back
    bool m_waitingForNew = false;
    bool m_toldSlow = false;
    qint64 m_tookMs = 0;
    QElapsedTimer m_clock;
    QTimer m_slowTimer;
    QTimer m_laterTimer;
};

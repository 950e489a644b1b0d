// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/livedata.h"
#include "ui/settingswords.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>

// What pages that change a server's settings need of the rest of the program. A value: tests give their own.
struct SettingsActions
{
    using SaveDone = std::function<void(Status)>;
    std::function<void(GuildId, const ConfigEdit &, bool refoldRecorded, SaveDone)> save;
    std::function<void(const Discord::Request &, Discord::RestClient::Done)> call; // through the bot's queue
    std::function<void()> retry; // the connection, now
    std::function<void(GuildId)> checkAgain; // "Try detection"
    std::function<void()> registerCommands; // again
    EnvironmentSettings environment;
};
SettingsActions settingsActions(BotHost &host, QObject *asker, const Actor &actor);

// What is being changed on one page, per server: follows what is stored, keeps unsaved steps while other pages and servers
// are looked at, saves them, and offers the way back. Thread: GUI. Owner: the page.
class SettingsEditor : public QObject
{
    Q_OBJECT
public:
    enum class Saves
    {
        WhenTold, // steps are collected for Save (UX J4)
        AtOnce // by itself, when nothing was changed for a moment (UX 3.10); only what is refused stays unsaved
    };
    static constexpr int QuietMs = 700; // ticking a list or holding an arrow is one change

    SettingsEditor(LiveData &live, SettingsActions actions, Saves saves, QObject *parent = nullptr);

    bool loaded() const; // the chosen server's settings are known
    const ConfigDraft &draft() const { return current().draft; }
    const QVector<MaxUser> &listed() const { return current().listed; }
    StoredConfig shown() const; // with unsaved steps; what the environment fixes as it is in force
    SettingsNames names() const;
    const EnvironmentSettings &environment() const { return m_actions.environment; }
    bool inForceKnown() const; // what the environment's names mean on this server
    bool rolesAreLive() const; // false: remembered from an earlier connection, or unknown
    UtcMs rolesAsOfMs() const { return current().rolesAtMs; }
    const SettingsActions &actions() const { return m_actions; }
    LiveQuestion *question() const { return m_question; } // for Page::tellFailures()

    void setEntry(Setting setting, quint64 entry, bool in);
    // Not finished: half of a word, which is nothing to save or to complain about yet.
    void setField(ConfigField field, const QVariant &value, bool finished = true);
    void addMax(UserId user, const QString &name);
    void removeMax(UserId user, const QString &name);
    void discard();
    void setPersonName(UserId user, const QString &name); // as Discord says now
    bool saving() const { return current().saving; }
    void save(bool refoldRecorded);
    void saveWhatWaits(); // AtOnce: now instead of in a moment, of every server
    // Every server's, before quitting.
    void saveEverything(bool refoldRecordedHere, std::function<void(bool)> done);
    bool savesAtOnce() const { return m_saves == Saves::AtOnce; }

    // Why what is unsaved here is not saved: what is wrong with it, and whether saving failed.
    const QVector<SettingsProblem> &problems() const { return current().problems; }
    const QString &failure() const { return current().failure; }
    bool anyRefused() const; // of any server

    QString unsavedText() const; // of every server, as a sentence; empty = nothing
    int unsavedHere() const { return current().draft.count(); }

    QByteArray rememberedRoles() const; // for the next start, while Discord cannot be asked
    void restoreRoles(const QByteArray &json);

signals:
    void changed();
    void message(const QString &text, const std::function<void()> &undo);

private:
    struct Server
    {
        ConfigDraft draft;
        QVector<SettingsProblem> problems;
        QString failure;
        ConfigEdit takingBack; // these steps of the draft are an undo
        QVector<MaxUser> listed;
        QHash<UserId, QString> people;
        QVector<Discord::Role> roles;
        UtcMs rolesAtMs = 0;
        bool loaded = false;
        bool saving = false;
        bool again = false; // there is more, once that is saved
        bool refused() const { return !problems.isEmpty() || !failure.isEmpty(); }
        int unsaved(Saves saves) const; // that does not go away by itself
    };
    Server &current() { return m_servers[m_live.server()]; }
    const Server &current() const;
    void ask();
    void takeRoles();
    void touch(bool finished = true);
    SettingsNames namesIn(GuildId guild) const;
    QString inWords(GuildId guild, const ConfigEdit &edit) const;
    void saveWhatWaits(GuildId guild);
    void tellWhenSaved();
    void store(GuildId guild, const ConfigEdit &edit, bool refoldRecorded, const QString &text,
               const ConfigEdit &back, std::function<void(bool)> done);

    LiveData &m_live;
    const SettingsActions m_actions;
    const Saves m_saves;
    QHash<GuildId, Server> m_servers;
    LiveQuestion *m_question;
    QTimer m_quiet;
    QVector<std::function<void(bool)>> m_whenSaved; // until nothing is being saved any more
};

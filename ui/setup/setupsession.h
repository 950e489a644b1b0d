// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/bothost.h"
#include "bot/store/values.h"
#include "ui/autostart.h"
#include "ui/pages/page.h"
#include "ui/setup/setupplan.h"
#include "ui/setup/tokendesk.h"

#include <QObject>

#include <functional>

class LiveData;
class UiSettings;

// What the steps of the setup assistant share: the chosen servers, the choices for each, and their way to the
// disk. Every choice is remembered in the window's settings as it is made, so that the assistant goes on where
// it was left; ids only, and nothing of the token. Saved for the bot when the step is left.
//
// Thread: GUI. Owner: SetupPage.
class SetupSession : public QObject
{
    Q_OBJECT
public:
    SetupSession(LiveData &live, BotHost &host, TokenDesk &desk, UiSettings &settings, Actor actor,
                 QObject *parent = nullptr);

    LiveData &live() const { return m_live; }
    BotHost &host() const { return m_host; }
    TokenDesk &desk() const { return m_desk; }
    UiSettings &settings() const { return m_settings; }
    Autostart &autostart() { return m_autostart; }
    void setAutostart(const Autostart &autostart) { m_autostart = autostart; }

    const QVector<GuildId> &chosen() const { return m_chosen; }
    void setChosen(GuildId server, bool on);
    // Made from what is stored, or suggested, when it is asked for first.
    SetupDraft draft(GuildId server);
    void setDraft(GuildId server, const SetupDraft &draft);
    const BotState::Server *server(GuildId id) const; // null while the bot does not see it
    SetupFacts facts() const;

    int savedStep() const;
    void saveStep(SetupStepId step);
    bool begun() const; // something is left from last time
    // Writes a server's choices for the bot; `finished` ends its setup.
    void save(GuildId server, bool finished, QObject *asker, std::function<void(const Status &)> done);
    void end(); // finished: nothing is left to go on with

    // Links leave the program here; tests listen instead.
    void openUrl(const QUrl &url);
    void setUrlOpener(std::function<void(const QUrl &)> opener) { m_openUrl = std::move(opener); }

signals:
    void changed(); // servers, choices or the token

private:
    void load();
    void store();
    void followStored();

    LiveData &m_live;
    BotHost &m_host;
    TokenDesk &m_desk;
    UiSettings &m_settings;
    const Actor m_actor;
    Autostart m_autostart;
    QVector<GuildId> m_chosen;
    QHash<GuildId, SetupDraft> m_drafts;
    QHash<ChannelId, bool> m_said; // of the decisions in the drafts: those that the bot knows
    QHash<GuildId, SetupDraft> m_stored; // what was stored when the draft last agreed with it
    std::function<void(const QUrl &)> m_openUrl;
};

// One page of the assistant. Thread: GUI. Owner: SetupPage.
class SetupStep : public QWidget
{
    Q_OBJECT
public:
    SetupStep(SetupSession &session, const QString &name);

    virtual void enter() { } // it is shown from now on
    virtual void leave() { }
    virtual bool back() { return false; } // true: the step went back within itself
    // Why it cannot be left forwards yet; empty = it can.
    virtual QString blockedBy() const = 0;
    virtual bool busy() const { return false; } // Continue waits
    // Continue: ends in advance(), at once or later, or in saying why not.
    virtual void proceed() { emit advance(); }
    virtual void setWidthClass(WidthClass width) { Q_UNUSED(width); }
    virtual QWidget *firstField() = 0;

signals:
    void advance();
    void changed();
    void message(const QString &text);

protected:
    SetupSession &m_session;
};

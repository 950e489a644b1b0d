// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/demoserver.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>
#include <map>
#include <random>

class StandInDiscord;

// Live life on the demo's server: every 10 to 20 seconds a ticket opens; people write, staff answer in their
// own time, tickets close, are kept for a while or come back; now and then somebody runs a command. The same
// seed tells the same story. Also plays the incidents that come from Discord's side.
//
// Thread: the StandInDiscord's. Owner: whoever owns that.
class DemoScript : public QObject
{
    Q_OBJECT
public:
    DemoScript(StandInDiscord &discord, DemoServer server, quint32 seed = 20'261'122,
               QObject *parent = nullptr);
    ~DemoScript() override;

    // 1: real time; 0: nothing happens by itself. Incidents always last as long as they last.
    void setSpeed(double factor) { m_speed = factor; }
    void start();
    void stop();
    void advance(qint64 byMs); // lets that much life happen; what start() does by a timer

    // A busy hour in half a minute: 20 new tickets per second.
    void busyHour(int seconds = 30, int perSecond = 20);

    // By its word in the table of incidents, or "busy". False: it does not come from Discord's side, or is
    // unknown. Most end by themselves after a while; a revoked token stays revoked.
    bool simulate(const QString &word);
    static QStringList incidents();
    static QStringList alarms(); // what managers are told of, for simulate()

    int openTickets() const { return int(m_tickets.size()); }

signals:
    void incidentEnded(const QString &word);

private:
    struct Ticket
    {
        int number = 0;
        int category = 0;
        int requester = 0;
        int staff = 0; // who looks after it
        int turnsLeft = 0;
        qint64 openedMs = 0;
        bool answered = false;
        bool cameBack = false;
    };

    void adopt(quint64 channel);
    void in(double seconds, std::function<void()> action); // of the script's time
    void endAfter(int ms, const QString &word, std::function<void()> action); // of real time
    void openNext();
    quint64 openTicket();
    void requesterWrites(quint64 channel);
    void staffAnswers(quint64 channel);
    void closeTicket(quint64 channel);
    void reportClosing(const Ticket &ticket, const QString &closer, quint64 closerId);
    void runSomeCommand();
    void say(quint64 channel, quint64 author, const QString &text);

    double uniform(double from, double to);
    bool chance(double probability) { return uniform(0, 1) < probability; }
    int below(int n) { return std::min(n - 1, int(uniform(0, n))); }
    int pickCategory();
    int pickStaff();

    void disconnect();
    void offline();
    void revoked();
    void contentSwitchedOff();
    void intentsRefused();
    void rateLimited();
    void sessionsUsedUp();
    void permissionTaken();
    void removedFromServer();
    void secondCopy();
    void clockWrong();
    void overdueTickets();
    void lateResponses();
    quint64 openTicketAt(qint64 atMs);

    StandInDiscord &m_discord;
    const DemoServer m_server;
    std::mt19937 m_random;
    std::multimap<qint64, std::function<void()>> m_plan; // script's time -> what happens
    std::map<quint64, Ticket> m_tickets; // by channel
    qint64 m_timeMs = 0;
    double m_speed = 1;
    int m_nextNumber = 1;
    QTimer m_tick;
    QElapsedTimer m_sinceTick;
};

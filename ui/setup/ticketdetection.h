// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/setup/setupplan.h"

#include <QObject>

#include <functional>

class BotHost;

// "Try detection": which channels of the chosen categories would be tickets now. Reads the first message of
// each and writes nothing; the same rule decides as when the bot meets channels that were there before their
// category was chosen (TicketRules::opensTicket).
//
// Thread: GUI. Owner: the step. A new run drops the one under way.
class TicketDetection : public QObject
{
    Q_OBJECT
public:
    static constexpr int MostChannels = 100; // one request each

    struct Found
    {
        ChannelId channel;
        QString name;
        QString category;
        bool readable = true;
        bool opensTicket = false; // by the first message
        QString opener; // who wrote it; empty when nobody has
        UserId openerId;
        bool openerIsBot = false;
    };

    TicketDetection(BotHost &host, QObject *parent = nullptr);

    void run(const GuildView &view, const SetupDraft &draft);
    bool running() const { return m_left > 0; }
    const QVector<Found> &found() const { return m_found; } // in the server's order
    int leftOut() const { return m_leftOut; } // beyond MostChannels

signals:
    void progressed();
    void finished();

private:
    void answered(int index, int run, const std::optional<Discord::Message> &first);

    BotHost &m_host;
    QVector<Found> m_found;
    GuildConfig m_config;
    int m_run = 0;
    int m_left = 0;
    int m_leftOut = 0;
};

// The bots of a server that may be the one that opens tickets: those that made channels lately (audit log)
// and those whose name says so. Both questions are optional; what is refused is simply not there.
struct BotChoice
{
    UserId id;
    QString name;
    bool operator==(const BotChoice &) const = default;
};
void findTicketBots(BotHost &host, GuildId guild, UserId self, QObject *asker,
                    std::function<void(const QVector<BotChoice> &)> found);

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/bothost.h"
#include "bot/store/gaps.h"
#include "bot/store/storage.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

// What the tests of the console share: a clock that stands still, a real database in a temporary folder filled through
// Storage as the bot fills it, and the state of a bot that is connected to that server.
class UiWorld
{
public:
    static constexpr UtcMs Start = 1795356240000; // Sunday 2026-11-22 14:04:00 UTC
    static constexpr GuildId Northwind{990000000000000001};
    static constexpr GuildId Contoso{990000000000000002};
    static constexpr ChannelId Appeals{910000000000000001};
    static constexpr ChannelId General{910000000000000002};
    static constexpr ChannelId Reports{910000000000000003};
    static constexpr RoleId Support{800000000000000001};

    explicit UiWorld(bool filled = true, bool withServer = true)
    {
        m_clock = Clock::system();
        m_clock.utc = [this] { return nowMs; };
        StorageOptions options;
        options.dataDir = m_folder.path();
        options.clock = m_clock;
        const Status opened = m_storage.open(options);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().text));
        if (withServer)
            addServer(Northwind, QStringLiteral("Northwind"));
        if (filled)
            fill();
        flush();
    }

    UtcMs nowMs = Start;
    Storage &storage() { return m_storage; }
    const Clock &clock() const { return m_clock; }
    ChannelId openTicket() const { return m_openTicket; } // nobody has answered it; empty unless filled
    QString folder() const { return m_folder.path(); }

    void addServer(GuildId id, const QString &name)
    {
        GuildInfo info;
        info.id = id;
        info.name = name;
        info.owner = UserId(1);
        StoredConfig config;
        config.ticketCategories = {Appeals, General, Reports};
        config.supportRoles = {Support};
        config.timeZone = "UTC";
        config.configured = true;
        bool done = false;
        m_storage.write(
            &m_asker,
            [info, config](Writer &writer) -> Status {
                if (Status saved = writer.saveGuild(info); !saved)
                    return saved;
                // Long before anything that tests ask about.
                if (Status looked = noteFirstLook(writer, info.id, Start - 1000 * DayMs); !looked)
                    return looked;
                writer.setFoldRules(info.id, {config.supportRoles, {}});
                return writer.saveConfig(info.id, config, {{}, QStringLiteral("test"), true});
            },
            [&](const Status &status) {
                if (!status)
                    qFatal("%s", qPrintable(status.error().text));
                done = true;
            });
        wait(done);
    }

    // One ticket; `firstReply` and `closed` count from its opening, negative = never. Returns its channel.
    ChannelId addTicket(ChannelId category, const QString &name, UtcMs openedMs, qint64 firstReply,
                        qint64 closed, quint64 staff = 11, quint64 user = 101, int talk = 3,
                        GuildId guild = Northwind)
    {
        const ChannelId ticket(ChannelId::atMs(openedMs).value + quint64(++m_number % 4000));
        TicketFacts facts;
        Fact::Ticket opened;
        opened.ticket = ticket;
        opened.category = category;
        opened.categoryName = category == Appeals ? QStringLiteral("Appeals")
            : category == General                 ? QStringLiteral("General Tickets")
                                                  : QStringLiteral("Player-Reports");
        opened.name = name;
        opened.openedAtMs = ticket.createdAtMs();
        opened.openerBot = UserId(5);
        facts.append({guild, opened});
        facts.append({guild, Fact::Requester{ticket, person(user), RequesterSource::Overwrite, openedMs}});
        facts.append({guild, Fact::Person{person(user), nameOf(user)}});
        facts.append({guild, Fact::Person{person(staff), nameOf(staff)}});
        addMessage(facts, guild, ticket, person(user), openedMs + MinuteMs / 2, false);
        if (firstReply >= 0) {
            addMessage(facts, guild, ticket, person(staff), openedMs + firstReply, true);
            for (int i = 1; i < talk; ++i)
                addMessage(facts, guild, ticket, person(i % 2 ? user : staff),
                           openedMs + firstReply + i * 2 * MinuteMs, i % 2 == 0);
        }
        if (closed >= 0) {
            Fact::Closed end;
            end.ticket = ticket;
            end.kind = EndKind::Deleted;
            end.atMs = openedMs + closed;
            end.eventMs = end.atMs;
            end.source = TimeSource::Audit;
            facts.append({guild, end});
            Fact::CloseDetails details;
            details.ticket = ticket;
            details.closedBy = person(staff);
            details.closedByName = nameOf(staff);
            details.reason = QStringLiteral("Solved");
            details.rating = 1 + int(m_number % 5);
            facts.append({guild, details});
        }
        m_storage.enqueue(facts);
        return ticket;
    }
    void addMessage(TicketFacts &facts, GuildId guild, ChannelId ticket, UserId author, UtcMs atMs,
                    bool staff)
    {
        MessageFact message;
        message.id = MessageId(MessageId::atMs(atMs).value + quint64(++m_number % 4000));
        message.ticket = ticket;
        message.author = author;
        message.kind = staff ? AuthorKind::Staff : AuthorKind::Guest;
        message.atMs = message.id.createdAtMs();
        if (staff)
            message.roles = {Support};
        facts.append({guild, message});
    }
    void reply(ChannelId ticket, quint64 author, bool staff, GuildId guild = Northwind)
    {
        TicketFacts facts;
        addMessage(facts, guild, ticket, person(author), nowMs, staff);
        m_storage.enqueue(facts);
    }
    void mark(ChannelId ticket, bool isTicket, GuildId guild = Northwind)
    {
        Fact::Candidate said;
        said.channel = ticket;
        said.state = isTicket ? Fact::Candidate::State::Ticket : Fact::Candidate::State::NotATicket;
        said.byHand = true;
        m_storage.enqueue({{guild, said}});
    }
    void close(ChannelId ticket, GuildId guild = Northwind)
    {
        Fact::Closed end;
        end.ticket = ticket;
        end.atMs = nowMs;
        end.eventMs = nowMs;
        m_storage.enqueue({{guild, end}});
    }
    void flush()
    {
        bool done = false;
        m_storage.flushed(&m_asker, [&] { done = true; });
        wait(done);
    }

    // 40 days of tickets with an even pattern, and some that are open now.
    void fill()
    {
        QRandomGenerator dice(20261122);
        const ChannelId categories[] = {Appeals, General, Reports};
        const QString prefixes[] = {QStringLiteral("appeal"), QStringLiteral("general"),
                                    QStringLiteral("report")};
        for (int day = 40; day >= 1; --day) {
            const int tickets = 8 + dice.bounded(8);
            for (int i = 0; i < tickets; ++i) {
                const int c = dice.bounded(3);
                const UtcMs opened = Start - day * DayMs + dice.bounded(int(20 * HourMs));
                const qint64 reply = MinuteMs + dice.bounded(int(15 * MinuteMs));
                addTicket(categories[c],
                          QStringLiteral("%1-%2").arg(prefixes[c]).arg(m_number % 10000, 4, 10, QChar(u'0')),
                          opened, reply, reply + 10 * MinuteMs + dice.bounded(int(8 * HourMs)),
                          11 + quint64(dice.bounded(4)), 101 + quint64(dice.bounded(20)),
                          3 + dice.bounded(12));
            }
        }
        m_openTicket =
            addTicket(Appeals, QStringLiteral("appeal-0412"), Start - 42 * MinuteMs, -1, -1, 11, 101);
        addTicket(General, QStringLiteral("general-0977"), Start - 3 * HourMs, 4 * MinuteMs, -1, 11, 102, 2);
        addTicket(Reports, QStringLiteral("report-0101"), Start - 12 * MinuteMs, -1, -1, 11, 103);
        addTicket(General, QStringLiteral("general-0981"), Start - 4 * MinuteMs, -1, -1, 11, 104);
        for (int i = 0; i < 10; ++i)
            addTicket(i % 2 ? General : Appeals, QStringLiteral("open-%1").arg(i), Start - (i + 2) * HourMs,
                      5 * MinuteMs, -1, i < 7 ? 11 : 12, 105 + quint64(i), 3);
    }

    BotState connectedState() const
    {
        BotState state;
        state.gateway.state = Discord::GatewayStatus::State::Connected;
        state.gateway.latencyMs = 48;
        state.self = UserId(5);
        state.selfName = QStringLiteral("Ticket Assistant");
        state.lastEventMs = nowMs - 37 * SecondMs;
        BotState::Server server;
        server.id = Northwind;
        server.name = QStringLiteral("Northwind");
        server.available = true;
        server.config.ticketCategories = {Appeals, General, Reports};
        server.config.supportRoles = {Support};
        server.config.configured = true;
        server.config.categoryNames = {{Appeals, QStringLiteral("Appeals")},
                                       {General, QStringLiteral("General Tickets")},
                                       {Reports, QStringLiteral("Player-Reports")}};
        state.servers = {server};
        return state;
    }

    static UserId person(quint64 number) { return UserId(300000000000000000 + number); }
    static QString nameOf(quint64 number)
    {
        static const QStringList staff{QStringLiteral("Ana"), QStringLiteral("Ben"), QStringLiteral("Chloé"),
                                       QStringLiteral("Dmitri")};
        if (number >= 11 && number < 15)
            return staff[int(number - 11)];
        return QStringLiteral("member_%1").arg(number);
    }

private:
    void wait(const bool &done)
    {
        QElapsedTimer timer;
        timer.start();
        while (!done && timer.elapsed() < 60000)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
        if (!done)
            qFatal("the storage did not answer");
    }

    QTemporaryDir m_folder;
    Clock m_clock;
    QObject m_asker;
    int m_number = 0;
    ChannelId m_openTicket;
    Storage m_storage;
};

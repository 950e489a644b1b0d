// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/bot.h"
#include "tests/bot/botfixture.h"

#include <QSignalSpy>

#include <functional>
#include <memory>

// A bot whose options are the test's own, without the host that everybody else uses.
class LoneBot
{
public:
    LoneBot(BotFixture &fixture, const std::function<void(Bot::Options &)> &change) : m_f(fixture)
    {
        Storage::Options storage;
        storage.dataDir = m_f.dir.path();
        if (const Status opened = m_storage.open(storage); !opened)
            qFatal("%s", qPrintable(opened.error().text));
        Bot::Options options;
        options.apiBase = m_f.discord.apiBase();
        options.environment = m_f.environment;
        options.clock = Clock::system();
        change(options);
        m_bot = std::make_unique<Bot>(m_storage, std::move(options));
        m_ready = std::make_unique<QSignalSpy>(m_bot.get(), &Bot::ready);
    }
    ~LoneBot()
    {
        QSignalSpy stopped(m_bot.get(), &Bot::stopped);
        m_bot->shutDown();
        if (!QTest::qWaitFor([&stopped] { return !stopped.isEmpty(); }, BotFixture::WaitMs))
            qWarning("the bot does not stop");
        m_ready.reset();
        m_bot.reset();
        m_storage.close();
    }
    Bot &bot() { return *m_bot; }
    void launch()
    {
        m_bot->start({});
        m_bot->connectToDiscord(m_f.discord.token().toLatin1());
    }
    // With how many servers; -1: it was not.
    int readyGuilds()
    {
        const bool ready = QTest::qWaitFor([this] { return !m_ready->isEmpty(); }, BotFixture::WaitMs);
        return ready ? m_ready->first().at(0).toInt() : -1;
    }
    bool learnsOf(quint64 ticket)
    {
        const auto known = std::make_shared<bool>(false); // the last answer may come after the wait
        const auto ask = [guild = GuildId(m_f.guild), id = ChannelId(ticket)](const Reader &reader) {
            return reader.ticket(guild, id).has_value();
        };
        return QTest::qWaitFor(
            [&] {
                m_storage.readAfterFlush(m_bot.get(), ask, [known](bool found) { *known |= found; });
                return *known;
            },
            BotFixture::WaitMs);
    }

private:
    BotFixture &m_f;
    Storage m_storage;
    std::unique_ptr<Bot> m_bot;
    std::unique_ptr<QSignalSpy> m_ready;
};

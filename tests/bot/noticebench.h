// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/worlddata.h"
#include "bot/bot.h"
#include "bot/store/noticestore.h"
#include "tests/bot/botfixture.h"

#include <QProcess>

// The bot fixture with a channel "ticket-logs", and what stands in the channels.
struct NoticeBench : BotFixture
{
    quint64 log = 0;
    quint64 management = 0;

    NoticeBench()
    {
        using namespace Qt::Literals::StringLiterals;
        log = discord.world().addChannel(guild, otherCategory, u"ticket-logs"_s);
        management = discord.world().addChannel(guild, otherCategory, u"management"_s);
    }

    // As the console saves them.
    bool configure(const std::function<void(StoredConfig &)> &change)
    {
        using namespace Qt::Literals::StringLiterals;
        StoredConfig config = ask([g = GuildId(guild)](const Reader &r) { return r.config(g); });
        change(config);
        bool saved = false;
        host->saveConfig(GuildId(guild), config, {{}, u"test"_s, true}, false, host.get(),
                         [&](const Status &status) { saved = status.ok(); });
        return QTest::qWaitFor([&] { return saved; }, WaitMs);
    }
    bool useLogChannel()
    {
        return configure([this](StoredConfig &config) { config.logChannel = ChannelId(log); });
    }
    // Not told: the bot that runs knows nothing of it, the next one reads it.
    bool settle(const std::function<void(NoticeSettings &)> &change, bool told = true)
    {
        using namespace Qt::Literals::StringLiterals;
        NoticeSettings settings = NoticeSettings::fromJson(
            ask([g = GuildId(guild)](const Reader &r) { return NoticeStore::settings(r, g); }));
        change(settings);
        bool saved = false;
        const Actor actor{{}, u"test"_s, true};
        const auto done = [&](const Status &status) { saved = status.ok(); };
        if (told)
            host->saveNoticeSettings(GuildId(guild), settings.toJson(), actor, host.get(), done);
        else
            host->storage().write(
                host.get(),
                [g = GuildId(guild), json = settings.toJson(), actor](Writer &w) {
                    return NoticeStore::saveSettings(w, g, json, actor);
                },
                done);
        return QTest::qWaitFor([&] { return saved; }, WaitMs);
    }

    // A ticket of the past that was closed an hour later: enough history for a record.
    bool addPastTicket(UtcMs opened)
    {
        using namespace Qt::Literals::StringLiterals;
        Fact::Ticket ticket;
        ticket.ticket = ChannelId(ChannelId::atMs(opened).value + 1);
        ticket.category = ChannelId(category);
        ticket.categoryName = u"Appeals"_s;
        ticket.name = u"long-ago"_s;
        ticket.openedAtMs = opened;
        Fact::Closed closed;
        closed.ticket = ticket.ticket;
        closed.kind = EndKind::Deleted;
        closed.atMs = closed.eventMs = opened + HourMs;
        closed.source = TimeSource::Audit;
        host->storage().enqueue({{GuildId(guild), ticket}, {GuildId(guild), closed}}, false);
        return ask([g = GuildId(guild)](const Reader &r) { return r.firstOpenedMs(g); }) > 0;
    }

    QVector<QJsonObject> posted(quint64 channel) const
    {
        QVector<QJsonObject> messages;
        const QJsonArray all = discord_().messagesJson(channel);
        for (const QJsonValue &value : all)
            messages += value.toObject();
        return messages;
    }
    QStringList titles(quint64 channel) const
    {
        using namespace Qt::Literals::StringLiterals;
        QStringList result;
        for (const QJsonObject &message : posted(channel)) {
            const QJsonArray embeds = message["embeds"_L1].toArray();
            result +=
                embeds.isEmpty() ? message["content"_L1].toString() : embeds.at(0)["title"_L1].toString();
        }
        return result;
    }
    static QString fieldOf(const QJsonObject &message, const QString &name)
    {
        using namespace Qt::Literals::StringLiterals;
        const QJsonArray fields = message["embeds"_L1].toArray().at(0)["fields"_L1].toArray();
        for (const QJsonValue &field : fields) {
            if (field["name"_L1].toString() == name)
                return field["value"_L1].toString();
        }
        return {};
    }
    int calls(const QString &method, quint64 channel) const
    {
        using namespace Qt::Literals::StringLiterals;
        int count = 0;
        for (const auto &request : discord.requests())
            count +=
                request.method == method && request.path.startsWith(u"/channels/%1/messages"_s.arg(channel))
                ? 1
                : 0;
        return count;
    }

private:
    DemoWorld &discord_() const { return const_cast<NoticeBench *>(this)->discord.world(); }
};

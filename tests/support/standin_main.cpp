// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The stand-in Discord as a program, so that scripts and clients in other languages can be tried against it:
// says where it listens, then obeys one command per line of standard input (`help` lists them) and answers
// each with one line of JSON. What the bot answers to interactions is reported by itself, as {"replied": …}.
#include "app/demo/demoworld.h"
#include "app/demo/standindiscord.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QThread>

#include <cstdio>
#include <functional>
#include <iostream>
#include <string>

using namespace Qt::Literals::StringLiterals;

namespace {

void say(const QByteArray &line)
{
    std::fwrite(line.constData(), 1, size_t(line.size()), stdout);
    std::fputc('\n', stdout);
    std::fflush(stdout);
}

void say(const QJsonObject &json)
{
    say(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

class Console : public QObject
{
public:
    explicit Console(StandInDiscord &discord) : m_discord(discord), m_world(discord.world())
    {
        m_guild = m_world.addGuild(u"Northwind"_s);
        m_support = m_world.addRole(m_guild, u"Support"_s);
        m_category = m_world.addCategory(m_guild, u"General Tickets"_s);
        m_general = m_world.addChannel(m_guild, 0, u"general"_s);
        m_bot = m_world.addUser(u"Tickets"_s, true);
        m_staff = m_world.addUser(u"Ana"_s);
        m_requester = m_world.addUser(u"Ben"_s);
        m_world.addMember(m_guild, m_bot);
        m_world.addMember(m_guild, m_staff, {m_support});
        m_world.addMember(m_guild, m_requester);
        connect(&discord, &StandInDiscord::replied, this,
                [this](quint64 interaction) { tellReply(interaction); });
        listCommands();
    }

    void obey(const QString &line)
    {
        const QString word = line.section(u' ', 0, 0);
        const auto it = m_commands.constFind(word);
        if (it == m_commands.constEnd())
            return say(QJsonObject{{u"error"_s, u"unknown command "_s + word}});
        say((*it)(line.section(u' ', 1)));
    }

private:
    static QJsonValue id(quint64 value) { return QString::number(value); }

    void tellReply(quint64 interaction)
    {
        const auto reply = m_discord.reply(interaction);
        say(QJsonObject{{u"replied"_s, id(interaction)},
                        {u"type"_s, reply.callbackType},
                        {u"ephemeral"_s, reply.ephemeral},
                        {u"edits"_s, reply.edits},
                        {u"message"_s, reply.message},
                        {u"choices"_s, reply.choices},
                        {u"modal"_s, reply.modal}});
    }

    QJsonObject run(const QString &rest)
    {
        const QString name = rest.section(u' ', 0, 0);
        const QByteArray options = rest.section(u' ', 1).toUtf8();
        return {{u"interaction"_s,
                 id(m_discord.runCommand(m_guild, m_general, m_world.owner(m_guild), name,
                                         QJsonDocument::fromJson(options).array()))}};
    }

    void listCommands()
    {
        using Rest = const QString &;
        m_commands = {
            {u"help"_s,
             [this](Rest) {
                 return QJsonObject{{u"commands"_s, QStringList(m_commands.keys()).join(u' ')}};
             }},
            {u"world"_s,
             [this](Rest) {
                 return QJsonObject{{u"guild"_s, id(m_guild)},
                                    {u"category"_s, id(m_category)},
                                    {u"general"_s, id(m_general)},
                                    {u"support"_s, id(m_support)},
                                    {u"staff"_s, id(m_staff)},
                                    {u"requester"_s, id(m_requester)},
                                    {u"owner"_s, id(m_world.owner(m_guild))},
                                    {u"bot"_s, id(m_world.bot())}};
             }},
            {u"ticket-open"_s, // [NAME [CATEGORY of a joined server]]
             [this](Rest rest) {
                 const QString name = rest.isEmpty() ? u"ticket-%1"_s.arg(++m_tickets, 4, 10, QChar(u'0'))
                                                     : rest.section(u' ', 0, 0);
                 const quint64 joined = rest.section(u' ', 1).toULongLong();
                 const quint64 channel =
                     m_world.addChannel(m_guildOf.value(joined, m_guild), joined ? joined : m_category, name,
                                        {m_bot, m_requester, u"Ticket"_s, 0});
                 m_world.addMessage(channel, m_bot);
                 return QJsonObject{{u"channel"_s, id(channel)}};
             }},
            {u"ticket-close"_s,
             [this](Rest rest) {
                 m_world.deleteChannel(rest.toULongLong(), m_bot, u"Ticket closed by Ana"_s);
                 return QJsonObject();
             }},
            {u"say"_s, // CHANNEL staff|requester [text]
             [this](Rest rest) {
                 const quint64 author = rest.section(u' ', 1, 1) == "staff"_L1 ? m_staff : m_requester;
                 DemoMessageOptions options;
                 options.content = rest.section(u' ', 2);
                 return QJsonObject{
                     {u"message"_s,
                      id(m_world.addMessage(rest.section(u' ', 0, 0).toULongLong(), author, options))}};
             }},
            {u"command"_s, [this](Rest rest) { return run(rest); }}, // NAME [options as JSON]
            {u"press"_s, // INTERACTION CUSTOM_ID
             [this](Rest rest) {
                 return QJsonObject{{u"interaction"_s,
                                     id(m_discord.press(rest.section(u' ', 0, 0).toULongLong(),
                                                        rest.section(u' ', 1), m_world.owner(m_guild)))}};
             }},
            {u"flags"_s,
             [this](Rest rest) {
                 m_discord.setApplicationFlags(rest.toULongLong());
                 return QJsonObject();
             }},
            {u"join"_s, // NAME: the bot is invited to a server that has one ticket category
             [this](Rest rest) {
                 const quint64 guild = m_world.addGuild(rest.isEmpty() ? u"Southwind"_s : rest);
                 const quint64 category = m_world.addCategory(guild, u"Tickets"_s);
                 m_world.addRole(guild, u"Helpers"_s);
                 for (const quint64 user : {m_bot, m_staff, m_requester})
                     m_world.addMember(guild, user);
                 m_guildOf.insert(category, guild);
                 return QJsonObject{{u"guild"_s, id(guild)}, {u"category"_s, id(category)}};
             }},
            {u"leave"_s, // GUILD
             [this](Rest rest) { return m_world.removeGuild(rest.toULongLong()), QJsonObject(); }},
            {u"drop"_s, [this](Rest) { return m_discord.dropSocket(), QJsonObject(); }},
            {u"fin"_s, [this](Rest) { return m_discord.finSocket(), QJsonObject(); }},
            {u"close"_s, [this](Rest rest) { return m_discord.closeWith(rest.toInt()), QJsonObject(); }},
            {u"reconnect"_s, [this](Rest) { return m_discord.sendReconnect(), QJsonObject(); }},
            {u"invalid"_s,
             [this](Rest rest) { return m_discord.sendInvalidSession(rest == "true"_L1), QJsonObject(); }},
            {u"offline"_s,
             [this](Rest rest) { return m_discord.setOffline(rest == "on"_L1), QJsonObject(); }},
            {u"revoke"_s, [this](Rest) { return m_discord.setToken(u"revoked"_s), QJsonObject(); }},
            {u"record"_s, [this](Rest rest) { return m_discord.recordTo(rest), QJsonObject(); }},
            {u"state"_s,
             [this](Rest) {
                 return QJsonObject{{u"identifies"_s, m_discord.identifies()},
                                    {u"resumes"_s, m_discord.resumes()},
                                    {u"connections"_s, m_discord.connections()},
                                    {u"requests"_s, int(m_discord.requests().size())},
                                    {u"registered"_s, m_discord.commands()},
                                    {u"offences"_s, QJsonArray::fromStringList(m_discord.offences())}};
             }},
        };
    }

    StandInDiscord &m_discord;
    DemoWorld &m_world;
    QMap<QString, std::function<QJsonObject(const QString &)>> m_commands;
    QHash<quint64, quint64> m_guildOf; // by a joined server's ticket category
    quint64 m_guild = 0;
    quint64 m_category = 0;
    quint64 m_general = 0;
    quint64 m_support = 0;
    quint64 m_bot = 0;
    quint64 m_staff = 0;
    quint64 m_requester = 0;
    int m_tickets = 0;
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    StandInDiscord discord;
    Console console(discord);
    if (!discord.listen()) {
        std::fputs("standin-discord: cannot listen on 127.0.0.1\n", stderr);
        return 1;
    }
    say("api-base " + discord.apiBase().toEncoded());
    say("token " + discord.token().toUtf8());

    // Reading standard input blocks, and no notifier for it works everywhere: a thread of its own.
    const std::unique_ptr<QThread> reader(QThread::create([&console] {
        std::string line;
        while (std::getline(std::cin, line) && line != "quit") {
            const QString text = QString::fromStdString(line).trimmed();
            QMetaObject::invokeMethod(
                &console, [&console, text] { console.obey(text); }, Qt::QueuedConnection);
        }
        QMetaObject::invokeMethod(QCoreApplication::instance(), &QCoreApplication::quit,
                                  Qt::QueuedConnection);
    }));
    reader->start();
    const int result = application.exec();
    reader->wait();
    return result;
}

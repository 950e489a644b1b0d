// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>

namespace World {
struct Data;
struct Message;
} // namespace World

// An action `by` nobody (0) leaves no entry in the audit log; every other one does, as at Discord.
struct DemoChannelOptions
{
    quint64 by = 0; // who makes it (audit log)
    quint64 requester = 0; // gets a member overwrite
    QString reason;
    qint64 atMs = 0; // 0 = now
    quint64 id = 0; // of one that was made in an earlier run; 0 = a new one
};

struct DemoMessageOptions
{
    int type = 0;
    QString content = QStringLiteral("hello");
    QList<quint64> mentions;
    QJsonArray embeds;
    bool webhook = false; // `author` is then the webhook's id
    qint64 atMs = 0; // 0 = now
    bool silent = false; // never dispatched (an event Discord lost)
};

// The stand-in's servers: roles, members, channels, messages, audit log, permissions; Discord's JSON out. A
// change made here is dispatched to connected sessions as Discord would, and REST answers come from it, so it
// is the ground truth that tests compare the bot's database with.
class DemoWorld : public QObject
{
    Q_OBJECT
public:
    explicit DemoWorld(QObject *parent = nullptr);
    ~DemoWorld() override;

    // Where "now" comes from: ids are made from it. Default: the system's clock.
    void setNow(std::function<qint64()> utcMs);
    qint64 now() const;
    quint64 newId(); // unique snowflake of now()
    quint64 newIdAt(qint64 utcMs);

    // -- people and servers (these before connecting, or live: events follow) ---------------------
    quint64 bot() const; // our own user, and application id
    quint64 addGuild(const QString &name,
                     quint64 owner = 0); // with @everyone, the bot's role and membership; sends GUILD_CREATE
    void removeGuild(quint64 guild); // kicked: GUILD_DELETE without the flag
    void inviteAgain(quint64 guild); // after removeGuild(): GUILD_CREATE with what happened meanwhile
    void setGuildOutage(quint64 guild, bool out); // GUILD_DELETE with unavailable / GUILD_CREATE
    quint64 addUser(const QString &name, bool bot = false);
    void addMember(quint64 guild, quint64 user, const QList<quint64> &roles = {});
    void setMemberRoles(quint64 guild, quint64 user, const QList<quint64> &roles);
    void removeMember(quint64 guild, quint64 user);
    quint64 addRole(quint64 guild, const QString &name, quint64 permissions = 0, int colour = 0);
    void renameRole(quint64 guild, quint64 role, const QString &name);
    void deleteRole(quint64 guild, quint64 role);
    quint64 owner(quint64 guild) const;
    quint64 everyoneRole(quint64 guild) const;
    quint64 botRole(quint64 guild) const;
    // Of the bot's role; default 117888. @everyone may do nothing here that the bot needs, so this is what
    // counts.
    void setBotPermissions(quint64 guild, quint64 permissions);
    void setRolePermissions(quint64 guild, quint64 role, quint64 permissions);
    void setLocale(quint64 guild, const QString &locale);

    // -- channels ---------------------------------------------------------------------------------
    quint64 addCategory(quint64 guild, const QString &name);
    quint64 addChannel(quint64 guild, quint64 category, const QString &name,
                       const DemoChannelOptions &options = {});
    quint64 addThread(quint64 guild, quint64 channel, const QString &name, bool isPrivate,
                      const DemoChannelOptions &options = {});
    void renameChannel(quint64 channel, const QString &name);
    void moveChannel(quint64 channel, quint64 category, quint64 by = 0, const QString &reason = {});
    void deleteChannel(quint64 channel, quint64 by = 0, const QString &reason = {}); // threads too
    // The audit log's trace of a deletion that nobody was told about, of a channel that may never have been
    // here.
    void logChannelDeletion(quint64 guild, quint64 channel, quint64 by, const QString &reason, qint64 atMs);
    void setThreadState(quint64 thread, bool archived, bool locked, quint64 by = 0);
    // A deny overwrite for the bot, 0 removes it. Channels of a category follow it (they are "synced"), later
    // ones too.
    void denyBot(quint64 channelOrCategory, quint64 permissions);
    void addThreadMember(quint64 thread, quint64 user);

    // -- messages ---------------------------------------------------------------------------------
    quint64 addMessage(quint64 channel, quint64 author, const DemoMessageOptions &options = {});
    void deleteMessages(quint64 channel, const QList<quint64> &messages);

    // -- as Discord writes it ---------------------------------------------------------------------
    QList<quint64> guilds() const;
    QJsonObject guildCreateJson(quint64 guild) const;
    QJsonObject channelJson(quint64 channel) const;
    QJsonObject userJson(quint64 user) const;
    QJsonObject memberJson(quint64 guild, quint64 user) const;
    QJsonArray messagesJson(quint64 channel) const; // ascending
    quint64 guildOf(quint64 channel) const;
    quint64 permissionsIn(quint64 user, quint64 channel) const;

    // -- for the stand-in's REST side -------------------------------------------------------------
    const World::Data &data() const;
    void storeMessage(World::Message message); // with an id of its own; MESSAGE_CREATE
    void replaceMessage(const World::Message &message); // MESSAGE_UPDATE

signals:
    // What connected sessions are told; `intent` is the bit they must have asked for (0: none needed).
    // Message events carry their content; leaving it out is the session's business.
    void changed(const QString &event, const QJsonObject &data, quint64 guild, int intent);

private:
    class Private;
    const std::unique_ptr<Private> d;
};

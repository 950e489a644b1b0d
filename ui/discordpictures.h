// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/snowflake.h"

#include <QCache>
#include <QIcon>
#include <QNetworkAccessManager>
#include <QObject>
#include <QSet>
#include <QThreadPool>
#include <QUrl>

// Icons of servers and avatars, from Discord's own picture host and from nowhere else. They are an ornament: whoever asks
// gets what is there now, draws initials when that is nothing, and asks again after changed(). Reading, writing and
// decoding happen in the thread pool; no request carries the token, follows a redirection or takes more than LargestBytes.
//
// Servers and the bot itself are kept in a folder of at most MostFiles files, the oldest go first. Other people's pictures
// are kept in memory only: erasing a person leaves nothing of them in the data folder.
//
// Thread: GUI. Owner: MainWindow; one at a time.
class DiscordPictures : public QObject
{
    Q_OBJECT
public:
    static constexpr int LargestBytes = 256 * 1024;
    static constexpr int LargestSide = 512;
    static constexpr int MostFiles = 100;
    static constexpr int MostInMemory = 300;

    // `host`: allowedHost() or empty, then nothing is ever asked.
    DiscordPictures(const QUrl &host, const QString &folder, QObject *parent = nullptr);
    ~DiscordPictures() override;
    static DiscordPictures *instance(); // null in programs and tests without one

    // Discord's picture host for Discord's API; for a stand-in on loopback that stand-in; empty for anything else. Pure.
    static QUrl hostFor(const QUrl &apiBase);

    // Null while there is none; changed() tells of what was asked for.
    QIcon server(GuildId server, const QString &hash);
    QIcon bot(UserId user, const QString &hash);
    QIcon person(UserId user, const QString &hash);

    // The picture if there is one, the name's first letters otherwise.
    static QIcon ofServer(GuildId server, const QString &hash, const QString &name, const QColor &back);
    static QIcon ofBot(UserId user, const QString &hash, const QString &name, const QColor &back);
    static QIcon ofPerson(UserId user, const QString &hash, const QString &name, const QColor &back);

signals:
    void changed();

private:
    QIcon picture(const QString &kind, quint64 id, const QString &hash, bool keep);
    void fetch(const QString &key, const QString &path, bool keep);
    void decode(const QString &key, const QByteArray &bytes, bool keep);
    void take(const QString &key, const QImage &image);
    QString fileOf(const QString &key) const;

    const QUrl m_host;
    const QString m_folder;
    QNetworkAccessManager m_network;
    QCache<QString, QIcon> m_icons;
    QThreadPool m_pool;
    QSet<QString> m_asked; // under way, or in vain: once per run
};

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/discordpictures.h"

#include "ui/icons.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QHostAddress>
#include <QImageReader>
#include <QNetworkReply>
#include <QPixmap>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int PictureSide = 64;
constexpr int PictureTimeoutMs = 10'000;
constexpr auto PictureHost = "https://cdn.discordapp.com"_L1;
constexpr auto DiscordHost = "discord.com"_L1;

DiscordPictures *currentPictures = nullptr;

// "a_" and 32 hexadecimal digits: nothing else becomes part of an address or of a file's name.
bool isPictureHash(const QString &hash)
{
    const QStringView digits = hash.startsWith("a_"_L1) ? QStringView(hash).mid(2) : QStringView(hash);
    return digits.size() == 32 && std::all_of(digits.cbegin(), digits.cend(), [](QChar c) {
               return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
           });
}

// Only PNG, and only of a size that can be meant: the bytes come from outside.
QImage decodedPicture(QByteArray bytes)
{
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, "png");
    reader.setAutoDetectImageFormat(false);
    const QSize size = reader.size();
    if (size.isEmpty() || size.width() > DiscordPictures::LargestSide
        || size.height() > DiscordPictures::LargestSide)
        return {};
    return reader.read().scaled(PictureSide, PictureSide, Qt::KeepAspectRatio, Qt::SmoothTransformation);
}

void keepPicture(const QString &file, const QByteArray &bytes)
{
    QDir folder = QFileInfo(file).dir();
    if (!folder.mkpath(u"."_s))
        return;
    QSaveFile save(file);
    if (!save.open(QIODevice::WriteOnly))
        return;
    save.write(bytes);
    if (!save.commit())
        return;
    const QFileInfoList files = folder.entryInfoList({u"*.png"_s}, QDir::Files, QDir::Time); // newest first
    for (int i = DiscordPictures::MostFiles; i < files.size(); ++i)
        QFile::remove(files[i].filePath());
}

} // namespace

DiscordPictures::DiscordPictures(const QUrl &host, const QString &folder, QObject *parent)
    : QObject(parent), m_host(host), m_folder(folder), m_icons(MostInMemory)
{
    m_pool.setMaxThreadCount(1);
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    currentPictures = this;
}

DiscordPictures::~DiscordPictures()
{
    m_pool.clear();
    m_pool.waitForDone(); // what it runs answers to this object
    if (currentPictures == this)
        currentPictures = nullptr;
}

DiscordPictures *DiscordPictures::instance()
{
    return currentPictures;
}

QUrl DiscordPictures::hostFor(const QUrl &apiBase)
{
    if (apiBase.isEmpty() || apiBase.host() == DiscordHost)
        return QUrl(PictureHost);
    const QString host = apiBase.host();
    if (host != "localhost"_L1 && !QHostAddress(host).isLoopback())
        return {};
    QUrl same;
    same.setScheme(apiBase.scheme());
    same.setHost(host);
    same.setPort(apiBase.port());
    return same;
}

QIcon DiscordPictures::server(GuildId server, const QString &hash)
{
    return picture(u"icons"_s, server.value, hash, true);
}

QIcon DiscordPictures::bot(UserId user, const QString &hash)
{
    return picture(u"avatars"_s, user.value, hash, true);
}

QIcon DiscordPictures::person(UserId user, const QString &hash)
{
    return picture(u"avatars"_s, user.value, hash, false);
}

QIcon DiscordPictures::ofServer(GuildId server, const QString &hash, const QString &name, const QColor &back)
{
    const QIcon icon = currentPictures ? currentPictures->server(server, hash) : QIcon();
    return icon.isNull() ? Icons::server(name, back, Qt::white) : icon;
}

QIcon DiscordPictures::ofBot(UserId user, const QString &hash, const QString &name, const QColor &back)
{
    const QIcon icon = currentPictures ? currentPictures->bot(user, hash) : QIcon();
    return icon.isNull() ? Icons::server(name, back, Qt::white) : icon;
}

QIcon DiscordPictures::ofPerson(UserId user, const QString &hash, const QString &name, const QColor &back)
{
    const QIcon icon = currentPictures ? currentPictures->person(user, hash) : QIcon();
    return icon.isNull() ? Icons::server(name, back, Qt::white) : icon;
}

QString DiscordPictures::fileOf(const QString &key) const
{
    return m_folder + u'/' + key + u".png"_s;
}

QIcon DiscordPictures::picture(const QString &kind, quint64 id, const QString &hash, bool keep)
{
    if (id == 0 || !isPictureHash(hash))
        return {};
    const QString key = u"%1-%2-%3"_s.arg(kind).arg(id).arg(hash);
    if (const QIcon *known = m_icons.object(key))
        return *known;
    if (m_host.isEmpty() || m_asked.contains(key))
        return {};
    m_asked.insert(key);
    const QString path = u"/%1/%2/%3.png"_s.arg(kind).arg(id).arg(hash);
    if (!keep || m_folder.isEmpty()) {
        fetch(key, path, false);
        return {};
    }
    m_pool.start([this, key, path, file = fileOf(key)] {
        QFile kept(file);
        const QByteArray bytes = kept.open(QIODevice::ReadOnly) ? kept.read(LargestBytes) : QByteArray();
        QMetaObject::invokeMethod(this, [this, key, path, image = decodedPicture(bytes)] {
            if (image.isNull())
                fetch(key, path, true);
            else
                take(key, image);
        });
    });
    return {};
}

void DiscordPictures::fetch(const QString &key, const QString &path, bool keep)
{
    QUrl url = m_host;
    url.setPath(path);
    url.setQuery(u"size=%1"_s.arg(PictureSide));
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setTransferTimeout(PictureTimeoutMs);
    QNetworkReply *reply = m_network.get(request);
    // Whoever sends without end is stopped.
    connect(reply, &QNetworkReply::downloadProgress, reply, [reply](qint64 received) {
        if (received > LargestBytes)
            reply->abort();
    });
    connect(reply, &QNetworkReply::finished, this, [this, reply, key, keep] {
        reply->deleteLater();
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (reply->error() == QNetworkReply::NoError && status == 200)
            decode(key, reply->read(LargestBytes), keep);
    });
}

void DiscordPictures::decode(const QString &key, const QByteArray &bytes, bool keep)
{
    m_pool.start([this, key, bytes, file = keep ? fileOf(key) : QString()] {
        const QImage image = decodedPicture(bytes);
        if (image.isNull())
            return;
        if (!file.isEmpty())
            keepPicture(file, bytes);
        QMetaObject::invokeMethod(this, [this, key, image] { take(key, image); });
    });
}

void DiscordPictures::take(const QString &key, const QImage &image)
{
    m_icons.insert(key, new QIcon(QPixmap::fromImage(image)));
    m_asked.remove(key); // asked for again, should it be pushed out
    emit changed();
}

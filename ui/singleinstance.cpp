// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/singleinstance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QLocalServer>
#include <QLocalSocket>
#include <QLockFile>
#include <QStandardPaths>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int AnswerMs = 500;
constexpr int EndingMs = 5000; // a program that ends is gone within two seconds
constexpr int IdleMs = 5000;
constexpr qint64 LongestOrder = 64;
const QByteArray RaiseOrder = QByteArrayLiteral("raise\n");

} // namespace

class SingleInstance::Private
{
public:
    QString path;
    std::unique_ptr<QLockFile> lock;
    QLocalServer server;
};

SingleInstance::SingleInstance(const QString &dataDir, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>())
{
    // Socket paths are limited to some 100 characters: the data folder enters as a hash.
    QString folder = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    if (folder.isEmpty())
        folder = dataDir;
    const QFileInfo info(dataDir);
    const QString canonical = info.exists() ? info.canonicalFilePath() : info.absoluteFilePath();
    const QByteArray hash =
        QCryptographicHash::hash(canonical.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    d->path = folder + u"/ticket-assistant-"_s + QString::fromLatin1(hash);
    d->server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&d->server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *socket = d->server.nextPendingConnection()) {
            connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
            connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
                const QByteArray order = socket->read(LongestOrder);
                if (order == RaiseOrder)
                    emit raiseRequested();
                socket->disconnectFromServer(); // nothing else is understood
            });
            QTimer::singleShot(IdleMs, socket, [socket] { socket->abort(); });
        }
    });
}

SingleInstance::~SingleInstance() = default;

QString SingleInstance::socketPath() const
{
    return d->path + u".sock"_s;
}

bool SingleInstance::claim()
{
    d->lock = std::make_unique<QLockFile>(d->path + u".lock"_s);
    d->lock->setStaleLockTime(0); // a dead owner is recognised by its process id
    if (!d->lock->tryLock(0)) {
        if (askOther())
            return false;
        // The other one is starting or ending: its lock decides, but without an answer nobody would show a
        // window.
        if (!d->lock->tryLock(EndingMs))
            return false;
    }
    QLocalServer::removeServer(socketPath()); // left by a crash; the lock says that nobody listens
    d->server.listen(socketPath());
    return true;
}

void SingleInstance::stopAnswering()
{
    d->server.close();
}

bool SingleInstance::askOther() const
{
    QLocalSocket socket;
    socket.connectToServer(socketPath());
    if (!socket.waitForConnected(AnswerMs))
        return false;
    socket.write(RaiseOrder);
    socket.waitForBytesWritten(AnswerMs);
    socket.waitForDisconnected(AnswerMs);
    return true;
}

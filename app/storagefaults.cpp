// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storagefaults.h"

#include "bot/base/logging.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QStorageInfo>
#include <QtEndian>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int SqliteCorrupt = 11;
constexpr int SqliteFull = 13;

} // namespace

StorageFaults::~StorageFaults()
{
    unlock();
}

qint64 StorageFaults::freeBytes(const QString &folder) const
{
    const qint64 bytes = m_freeBytes;
    return bytes >= 0 ? bytes : QStorageInfo(folder).bytesAvailable();
}

int StorageFaults::fault(const QString &databasePath)
{
    if (m_damage.exchange(false)) {
        damage(databasePath);
        return SqliteCorrupt;
    }
    return m_full ? SqliteFull : 0;
}

// The storage thread stands in a transaction and the file itself is written at checkpoints only, so nobody else is at it.
// The first pages say what kind of file it is; behind them every twelfth page is lost.
void StorageFaults::damage(const QString &databasePath)
{
    QFile file(databasePath);
    if (!file.open(QIODevice::ReadWrite))
        return;
    const QByteArray header = file.read(18);
    if (header.size() < 18)
        return;
    const quint16 stored = qFromBigEndian<quint16>(header.constData() + 16);
    const qint64 pageSize = stored == 1 ? 65536 : stored;
    const qint64 pages = pageSize > 0 ? file.size() / pageSize : 0;
    const QByteArray rubbish(int(pageSize), char(0xA5));
    for (qint64 page = 36; page < pages; page += 12) {
        file.seek(page * pageSize);
        file.write(rubbish);
    }
}

void StorageFaults::lock(const QString &databasePath, int forMs)
{
    unlock();
    m_release = false;
    m_locker.reset(QThread::create([this, databasePath, forMs] {
        const QString name = u"demo-lock"_s;
        {
            QSqlDatabase other = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
            other.setDatabaseName(databasePath);
            other.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=5000"_s);
            QSqlQuery begin(other.open() ? other : QSqlDatabase());
            if (begin.exec(u"BEGIN EXCLUSIVE"_s)) {
                QMutexLocker locker(&m_mutex);
                const QDeadlineTimer until(forMs);
                while (!m_release && m_wake.wait(&m_mutex, until)) { }
            } else {
                qCWarning(lcApp).noquote()
                    << "The demo could not lock its database:" << begin.lastError().text();
            }
            begin.finish();
            other.close(); // rolls back
        }
        QSqlDatabase::removeDatabase(name);
    }));
    m_locker->start();
}

void StorageFaults::unlock()
{
    if (!m_locker)
        return;
    {
        QMutexLocker locker(&m_mutex);
        m_release = true;
        m_wake.wakeAll();
    }
    m_locker->wait();
    m_locker.reset();
}

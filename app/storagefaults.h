// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMutex>
#include <QString>
#include <QThread>
#include <QWaitCondition>

#include <atomic>
#include <memory>

// What can happen to the demo's disk (UX J5: locked, corrupt, diskfull), done to it for real: another connection holds the
// database, pages of the file are overwritten, commits fail as on a full disk. The store's own ways out are what is seen.
//
// Thread: the GUI thread, but for freeBytes() and fault(), which the storage thread asks. Owner: DemoSession.
class StorageFaults
{
public:
    ~StorageFaults();

    qint64 freeBytes(const QString &folder) const; // StorageOptions::freeBytes
    int fault(const QString &databasePath); // StorageOptions::fault

    // Another program has the database open for writing.
    void lock(const QString &databasePath, int forMs);
    void setFreeBytes(qint64 bytes) { m_freeBytes = bytes; } // negative: what the system says
    void setFull(bool full) { m_full = full; }
    void damageAtNextCommit() { m_damage = true; }

private:
    static void damage(const QString &databasePath);
    void unlock();

    std::atomic<qint64> m_freeBytes{-1};
    std::atomic<bool> m_full{false};
    std::atomic<bool> m_damage{false};
    std::unique_ptr<QThread> m_locker;
    QMutex m_mutex;
    QWaitCondition m_wake;
    bool m_release = false;
};

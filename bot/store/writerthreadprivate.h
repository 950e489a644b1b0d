// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/store/database.h"
#include "bot/store/recovery.h"
#include "bot/store/sql.h"
#include "bot/store/storage.h"

#include <QTimer>

// What the storage thread holds: writerthread.cpp has the queue and its failures, maintenance.cpp what is done now and then.
class WriterThread::Private
{
public:
    struct Waiting
    {
        TicketFact fact;
        bool live;
    };

    Storage *storage = nullptr;
    Storage::Options options;
    Connection connection;
    std::unique_ptr<Writer> writer;
    std::unique_ptr<Transaction> transaction;
    QVector<Waiting> queue;
    qint64 queuedBytes = 0;
    bool commitPosted = false;
    QTimer *batchTimer = nullptr;
    QTimer *retryTimer = nullptr;
    QTimer *spaceTimer = nullptr;
    QTimer *maintenanceTimer = nullptr;
    std::unique_ptr<QThread> checker; // the weekly check: seconds on large files
    std::optional<DatabaseRecovery> recovery;
    std::optional<MonoMs> recoveryTriedAt;
    bool checkWanted = false; // the start left the check out, or SQLite met damage (S-07)
    int retryMs = 0;
    StorageTrouble trouble;
    std::optional<Error> lastFailure;
    QSet<GuildId> lostGuilds;
    UtcMs lostSinceMs = 0;

    void take(TicketFacts facts, bool live);
    Status commitBatch(qsizetype count);
    Status fault() const;
    Status applyOneByOne(qsizetype count);
    bool commitQueue();
    void failed(const Error &error);
    void recovered();
    void dropIfTooMuch();
    void setTrouble(const StorageTrouble &now);
    void checkSpace();
    void publish();
    Status openDatabase();
    void recover(const Error &damage);
    void maintain();
    void checkInBackground();
    void checked(const QString &found);
    void applyRetention(const QString &backupFile);
    void tellAudit();
    Backups backups() const;
    Status recordRestore(const QString &file, const QString &before, const Actor &actor);
};

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/migration/importmatching.h"
#include "bot/migration/pythonimport.h"
#include "bot/store/importrows.h"
#include "bot/store/jobcontrol.h"
#include "bot/store/storage.h"

#include <QObject>
#include <QThread>

#include <memory>

// Importing as the console does it: a preview in a thread of its own, the import in the storage thread after a checked
// backup, and its undoing. Nothing blocks the caller; every call ends in exactly one answer in the caller's thread, unless
// the service has died by then. Work under way is called off when the service dies.
//
// Thread: GUI. Owner: whoever shows it.
class ImportService : public QObject
{
    Q_OBJECT
public:
    ImportService(Storage &storage, Actor actor, QObject *parent = nullptr);
    ~ImportService() override;

    // Reads the source and writes nothing. The options' categories are completed with what is
    // recorded.
    void preview(const ImportOptions &options, std::function<void(Result<ImportReport>)> done);
    // What the server's settings would become is decided here, on the settings as they are then.
    struct Chosen
    {
        GuildId guild;
        QVector<ImportMatch> matches;
        QVector<ImportRoute> routes;
        UtcMs atMs = 0; // from when on summaries are due
    };
    void run(const ImportOptions &options, const Chosen &chosen,
             std::function<void(Result<ImportReport>)> done);
    void undo(qint64 import, std::function<void(Status)> done);
    void list(std::function<void(QVector<ImportRecord>)> done);

    // Of the preview or import under way.
    JobControl::Progress progress() const { return m_job.progress(); }
    void cancel() { m_job.cancel(); }

private:
    Storage &m_storage;
    const Actor m_actor;
    JobControl m_job;
    std::unique_ptr<QThread> m_reader; // of the preview
    std::unique_ptr<QObject> m_readerObject;
};

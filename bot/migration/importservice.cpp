// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/migration/importservice.h"

#include "bot/base/post.h"

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace {

// Names of categories and known ticket bots of every server, as they travel between threads.
struct KnownServers
{
    QHash<GuildId, QVector<CategoryRow>> categories;
    QSet<UserId> ticketBots;
};

KnownServers knownServers(const Reader &reader)
{
    KnownServers known;
    for (const GuildInfo &guild : reader.guilds()) {
        known.categories.insert(guild.id, reader.categories(guild.id));
        for (const UserId bot : reader.config(guild.id).ticketBots)
            known.ticketBots.insert(bot);
    }
    return known;
}

ImportOptions completed(ImportOptions options, const KnownServers &known)
{
    options.ticketBots.unite(known.ticketBots);
    // What the asker knows of the server itself comes after what is recorded.
    options.categories = [categories = known.categories, more = options.categories](GuildId guild) {
        QVector<CategoryRow> rows = categories.value(guild);
        if (more)
            rows += more(guild);
        return rows;
    };
    return options;
}

PythonImport::Progress reportTo(const JobControl &job, JobControl::Step step)
{
    return [job, step](qint64 done, qint64 of) {
        job.report(step, done, of);
        return !job.cancelled();
    };
}

} // namespace

ImportService::ImportService(Storage &storage, Actor actor, QObject *parent)
    : QObject(parent), m_storage(storage), m_actor(std::move(actor)), m_reader(std::make_unique<QThread>()),
      m_readerObject(std::make_unique<QObject>())
{
    m_reader->setObjectName(u"import preview"_s);
    m_readerObject->moveToThread(m_reader.get());
}

ImportService::~ImportService()
{
    m_job.cancel();
    m_reader->quit();
    m_reader->wait();
}

void ImportService::preview(const ImportOptions &options, std::function<void(Result<ImportReport>)> done)
{
    if (!m_reader->isRunning())
        m_reader->start();
    m_job.cancel(); // an earlier one is of no interest any more
    m_job = {};
    m_job.report(JobControl::Step::Counting);
    m_storage.read(this, knownServers,
                   [this, options, job = m_job, done = std::move(done)](const KnownServers &known) mutable {
                       post(
                           m_readerObject.get(), this,
                           [options = completed(std::move(options), known), job](QObject &) {
                               return PythonImport(options).preview(
                                   reportTo(job, JobControl::Step::Counting));
                           },
                           std::move(done));
                   });
}

void ImportService::run(const ImportOptions &options, const Chosen &chosen,
                        std::function<void(Result<ImportReport>)> done)
{
    m_job = {};
    m_job.report(JobControl::Step::BackingUp);
    m_storage.backUp(this, u"before-import"_s,
                     [this, options, chosen, job = m_job,
                      done = std::move(done)](const Result<BackupInfo> &backup) mutable {
                         if (!backup) {
                             done(backup.error());
                             return;
                         }
                         m_storage.write(
                             this,
                             [options, chosen, job, actor = m_actor,
                              backup = backup->name](Writer &writer) -> Result<ImportReport> {
                                 const Reader reader(writer.database());
                                 ImportOptions complete = completed(options, knownServers(reader));
                                 if (chosen.guild) {
                                     const StoredConfig now = reader.config(chosen.guild);
                                     const StoredConfig then = withMatches(now, chosen.matches);
                                     if (then != now)
                                         complete.settings.insert(chosen.guild, then);
                                 }
                                 if (job.cancelled())
                                     return Error{ErrorKind::Cancelled,
                                                  tr("The import was cancelled. Nothing was changed."),
                                                  {}};
                                 return PythonImport(complete).run(writer, actor, backup,
                                                                   reportTo(job, JobControl::Step::Changing));
                             },
                             std::move(done));
                     });
}

void ImportService::undo(qint64 import, std::function<void(Status)> done)
{
    m_storage.write(
        this, [import, actor = m_actor](Writer &writer) { return writer.undoImport(import, actor); },
        std::move(done));
}

void ImportService::list(std::function<void(QVector<ImportRecord>)> done)
{
    m_storage.read(
        this, [](const Reader &reader) { return readImports(reader.database()); }, std::move(done));
}

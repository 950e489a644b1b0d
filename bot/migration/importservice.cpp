// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/migration/importservice.h"

#include "bot/base/post.h"
#include "bot/store/noticestore.h"

#include <QFileInfo>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace {

// Names of categories and known ticket bots of every server, as they travel between threads.
struct KnownServers
{
    QHash<GuildId, QVector<CategoryRow>> categories;
    QSet<UserId> ticketBots;
    QHash<GuildId, QSet<ChannelId>> tickets; // for a preview
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

QString workFolder(const Storage &storage)
{
    return QFileInfo(storage.databasePath()).path();
}

ImportOptions completed(ImportOptions options, const KnownServers &known)
{
    options.ticketBots.unite(known.ticketBots);
    options.knownTickets = known.tickets;
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
    ImportOptions source = options;
    source.workFolder = workFolder(m_storage);
    const auto withTickets = [](const Reader &reader) {
        KnownServers servers = knownServers(reader);
        servers.tickets = readKnownTickets(reader.database());
        return servers;
    };
    m_storage.read(this, withTickets,
                   [this, options = std::move(source), job = m_job,
                    done = std::move(done)](const KnownServers &known) mutable {
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
    m_storage.backUp(
        this, u"before-import"_s,
        [this, options, chosen, job = m_job,
         done = std::move(done)](const Result<BackupInfo> &backup) mutable {
            if (!backup) {
                done(backup.error());
                return;
            }
            m_storage.write(
                this,
                [options, chosen, job, actor = m_actor, backup = backup->name,
                 place = workFolder(m_storage)](Writer &writer) -> Result<ImportReport> {
                    const Reader reader(writer.database());
                    ImportOptions complete = completed(options, knownServers(reader));
                    complete.workFolder = place;
                    if (chosen.guild) {
                        const StoredConfig now = reader.config(chosen.guild);
                        StoredConfig then = withMatches(now, chosen.matches);
                        for (const ImportRoute &route : chosen.routes) {
                            if (route.kind == ImportRoute::Kind::LogChannel && route.chosen)
                                then.logChannel = route.chosen;
                        }
                        if (then != now)
                            complete.settings.insert(chosen.guild, then);
                        const auto notices =
                            NoticeSettings::fromJson(NoticeStore::settings(reader, chosen.guild));
                        const NoticeSettings told = withRoutes(notices, chosen.routes, chosen.atMs);
                        if (!(told == notices))
                            complete.notices.insert(chosen.guild, told);
                    }
                    if (job.cancelled())
                        return Error{
                            ErrorKind::Cancelled, tr("The import was cancelled. Nothing was changed."), {}};
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

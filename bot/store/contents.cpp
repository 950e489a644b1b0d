// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/store/contents.h"

#include "bot/store/backup.h"
#include "bot/store/database.h"
#include "bot/store/reader.h"
#include "bot/store/sql.h"

using namespace Qt::Literals::StringLiterals;

DatabaseContents contentsOf(const Reader &reader)
{
    DatabaseContents contents;
    const QSqlDatabase db = reader.database();
    contents.uuid = DatabaseFile::uuid(db);
    const auto version = DatabaseFile::version(db);
    contents.schema = version ? *version : 0;
    for (const GuildInfo &guild : reader.guilds()) {
        DatabaseContents::Server server;
        server.id = guild.id;
        server.name = guild.name;
        Statement counts(db,
                         u"SELECT count(*), coalesce(sum(stored_messages), 0), coalesce(max(opened_at), 0) "
                         "FROM live_ticket WHERE guild_id = :guild"_s);
        counts.bind(u":guild"_s, guild.id);
        if (counts.ask() && counts.next()) {
            server.tickets = counts.integer();
            server.messages = counts.integer();
            server.lastMs = counts.integer();
        }
        contents.servers += server;
    }
    return contents;
}

Result<DatabaseContents> contentsOfBackup(const QString &file)
{
    if (Status good = Backups::check(file); !good)
        return good.error();
    const auto copy = DatabaseFile(file).openForReading();
    if (!copy)
        return copy.error();
    return contentsOf(Reader(copy->database()));
}

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/datachoice.h"

#include "app/datafolder.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

static QString guildList(const QVector<GuildInfo> &guilds)
{
    QStringList names;
    for (const GuildInfo &guild : guilds)
        names.append(guild.name.isEmpty() ? guild.id.toString()
                                          : u"%1 (%2)"_s.arg(guild.id.toString(), guild.name));
    return names.join(", "_L1);
}

DataChoice::DataChoice(Connection connection, GuildInfo guild)
    : m_connection(std::move(connection)), m_reader(m_connection.database()), m_guild(std::move(guild))
{ }

Result<DataChoice> DataChoice::open(const CommandLine &line)
{
    const DataFolder folder = DataFolder::at(line.dataDir, line.demo);
    Result<Connection> connection = DatabaseFile::inFolder(folder.path()).openForReading();
    if (!connection)
        return connection.error();
    const QVector<GuildInfo> guilds = Reader(connection->database()).guilds();
    if (guilds.isEmpty())
        return Error{ErrorKind::NotFound, u"no server has been recorded in %1 yet"_s.arg(folder.path()), {}};
    if (!line.guild && guilds.size() > 1)
        return Error{ErrorKind::Invalid,
                     u"several servers are recorded; say which with --guild: %1"_s.arg(guildList(guilds)),
                     {}};
    const auto found = std::find_if(guilds.begin(), guilds.end(), [&line](const GuildInfo &guild) {
        return !line.guild || guild.id == line.guild;
    });
    if (found == guilds.end())
        return Error{
            ErrorKind::Invalid,
            u"--guild: no server %1 is recorded; there is %2"_s.arg(line.guild.toString(), guildList(guilds)),
            {}};
    return DataChoice(std::move(connection).value(), *found);
}

Result<StatsReport> DataChoice::report(const QString &category, Window window) const
{
    CategoryFilter filter;
    if (!category.isEmpty()) {
        Result<CategoryFilter> chosen = m_reader.category(m_guild.id, category);
        const QVector<CategoryRow> rows = m_reader.categories(m_guild.id);
        if (!chosen) {
            QStringList names;
            for (const CategoryRow &row : rows)
                names.append(row.name.isEmpty() ? row.id.toString() : row.name);
            return Error{ErrorKind::Invalid,
                         u"--category: there is no category \"%1\"; there is %2"_s.arg(
                             category.left(80), (names << u"None"_s << u"all"_s).join(", "_L1)),
                         {}};
        }
        filter = *chosen;
    }
    StatsReport report;
    report.guild = m_guild.id;
    report.guildName = m_guild.name;
    report.category = u"all"_s;
    if (!filter.all) {
        report.category = filter.id || !filter.name.isEmpty() ? filter.name : u"None"_s;
        const QVector<CategoryRow> rows = m_reader.categories(m_guild.id);
        for (const CategoryRow &row : rows) {
            if (filter.id && row.id == filter.id)
                report.category = row.name;
        }
    }
    StatisticsOptions options;
    options.targets = m_reader.config(m_guild.id).targets();
    options.nowMs = window.toMs;
    report.numbers = m_reader.statistics(m_guild.id, filter, window, options);
    return report;
}

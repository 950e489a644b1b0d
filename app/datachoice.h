// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"
#include "app/statstext.h"
#include "bot/store/database.h"
#include "bot/store/reader.h"

// The recorded data as stats and export ask for it: the open database, the one server that is meant, its
// numbers.
class DataChoice
{
public:
    // Fails with ErrorKind::Invalid for what the caller wrote (an unknown server, several without --guild),
    // otherwise with what is wrong with the data.
    static Result<DataChoice> open(const CommandLine &line);

    const Reader &reader() const { return m_reader; }
    const GuildInfo &guild() const { return m_guild; }
    // --category: a name in any case, an ID, None or all. Invalid: the categories there are.
    Result<StatsReport> report(const QString &category, Window window) const;

private:
    DataChoice(Connection connection, GuildInfo guild);

    Connection m_connection;
    Reader m_reader;
    GuildInfo m_guild;
};

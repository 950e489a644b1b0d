// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/migration/pythonsettings.h"

// The matching table: names in the Python bot's settings and what the server has by that name. A name alone gives nobody a
// right (TM-08): only what fits exactly one role is proposed, and a person confirms the table. Pure.
struct ImportMatch
{
    Setting setting = Setting::SupportRoles;
    QString written; // the name or id as the file has it
    QVector<quint64> fits; // ids of the server's roles or categories that it may mean
    quint64 chosen = 0; // the only one that fits; 0 = skipped
};

// One row per name and list, in the order of the lists; MIGRATION: an exact name first, else any case, or an id.
QVector<ImportMatch> matchSettings(const PythonSettings &settings, const QVector<NamedRole> &roles,
                                   const QVector<NamedCategory> &categories);
// The settings with everything chosen added; nothing that was there is taken away.
StoredConfig withMatches(StoredConfig config, const QVector<ImportMatch> &matches);

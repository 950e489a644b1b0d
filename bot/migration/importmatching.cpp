// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/migration/importmatching.h"

#include <algorithm>

namespace {

template <class Named>
QVector<quint64> thatFit(const QString &written, const QVector<Named> &all)
{
    QVector<quint64> fits;
    for (const Qt::CaseSensitivity sensitivity : {Qt::CaseSensitive, Qt::CaseInsensitive}) {
        if (!fits.isEmpty())
            break;
        for (const Named &one : all) {
            if (one.name.compare(written, sensitivity) == 0)
                fits.append(one.id.value);
        }
    }
    if (!fits.isEmpty())
        return fits; // a role may be called like somebody else's id
    for (const Named &one : all) {
        if (one.id.toString() == written)
            fits.append(one.id.value);
    }
    return fits;
}

} // namespace

QVector<ImportMatch> matchSettings(const PythonSettings &settings, const QVector<NamedRole> &roles,
                                   const QVector<NamedCategory> &categories)
{
    QVector<ImportMatch> matches;
    const auto add = [&](Setting setting, const QStringList &names, const auto &all) {
        for (const QString &name : names) {
            ImportMatch match{setting, name, thatFit(name, all), 0};
            if (match.fits.size() == 1)
                match.chosen = match.fits.first();
            matches.append(match);
        }
    };
    for (const Setting list :
         {Setting::SupportRoles, Setting::StatsRoles, Setting::DatabaseRoles, Setting::AccessRoles})
        add(list, settings.roles.value(list), roles);
    add(Setting::TicketCategories, settings.categories, categories);
    return matches;
}

StoredConfig withMatches(StoredConfig config, const QVector<ImportMatch> &matches)
{
    for (const ImportMatch &match : matches) {
        if (!match.chosen)
            continue;
        switch (match.setting) {
        case Setting::SupportRoles:
            config.supportRoles.insert(RoleId(match.chosen));
            break;
        case Setting::StatsRoles:
            config.statsRoles.insert(RoleId(match.chosen));
            break;
        case Setting::DatabaseRoles:
            config.databaseRoles.insert(RoleId(match.chosen));
            break;
        case Setting::AccessRoles:
            config.accessRoles.insert(RoleId(match.chosen));
            break;
        case Setting::TicketCategories:
            if (!config.ticketCategories.contains(ChannelId(match.chosen)))
                config.ticketCategories.append(ChannelId(match.chosen));
            break;
        case Setting::ClosedCategories:
        case Setting::TicketBots:
            break; // the Python bot knew neither
        }
    }
    return config;
}

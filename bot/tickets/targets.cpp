// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/tickets/targets.h"

#include <QStringList>

using namespace Qt::Literals::StringLiterals;

QString targetsText(const CategoryTargets &targets)
{
    QStringList entries;
    for (auto it = targets.cbegin(); it != targets.cend(); ++it) {
        if (!it->isEmpty())
            entries += u"%1=%2/%3"_s.arg(it.key().toString()).arg(it->firstResponseMs).arg(it->resolutionMs);
    }
    return entries.join(u',');
}

CategoryTargets targetsFromText(const QString &text)
{
    CategoryTargets targets;
    const QStringList entries = text.split(u',', Qt::SkipEmptyParts);
    for (const QString &entry : entries) {
        const ChannelId category = ChannelId::fromText(entry.section(u'=', 0, 0));
        const QString values = entry.section(u'=', 1);
        const CategoryTarget target{std::max(0, values.section(u'/', 0, 0).toInt()),
                                    std::max(0, values.section(u'/', 1).toInt())};
        if (category && !target.isEmpty())
            targets.insert(category, target);
    }
    return targets;
}

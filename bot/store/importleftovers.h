// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

// An import reads a copy of its source, in a folder of its own inside the data folder. A process that was killed leaves it
// behind, and the next start removes it (FAULTS F-3), unless a dry run beside the bot still reads it.
namespace ImportLeftovers {

inline constexpr QLatin1StringView Prefix("import-");
inline constexpr QLatin1StringView LockName("lock");

void remove(const QString &dataFolder);

} // namespace ImportLeftovers

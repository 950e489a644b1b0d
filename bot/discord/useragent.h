// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace Discord {

// Who asks, in the form that Discord wants: DiscordBot (project url, version). Clients that say nothing are blocked (N-01).
QByteArray userAgent();

} // namespace Discord

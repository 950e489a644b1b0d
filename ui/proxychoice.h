// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

// Which proxy the whole program uses (UX 3.10). Stored as text: empty = as the system says, "none", or "host:port" of an
// HTTP proxy. No password is kept: a settings file is no place for one. Loopback is never sent through a proxy.
namespace ProxyChoice {

inline constexpr auto Key = "connection/proxy";

bool valid(const QString &choice);
void apply(const QString &choice); // for connections from now on; an invalid choice counts as the system's

} // namespace ProxyChoice

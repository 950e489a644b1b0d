// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/result.h"
#include "bot/discord/retrypolicy.h"

namespace Discord {

// A failed call in words for people, with what the other side said in `detail`. `said` holds no body text.
Error restError(Outcome outcome, const Request &request, const AttemptFacts &facts = {},
                const QString &said = {});

} // namespace Discord

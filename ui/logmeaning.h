// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/logging.h"

#include <QString>

// "What does this mean?" of the bot log: what a warning or an error says in everyday words, what still works
// and what to do. Pure.
QString logMeaning(const LogLine &line);

// The line in the language of the window, as far as it is one of our own sentences; the log itself stays English. Pure.
QString logText(const LogLine &line);

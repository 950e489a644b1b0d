// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/store/reader.h"

// Reader::staffActivity() of one person alone.
QVector<StaffActivity> staffActivityOf(const Reader &reader, UserId person, GuildId guild,
                                       const CategoryFilter &category, Window window);

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/commands/customid.h"
#include "bot/tickets/statistics.h"

#include <QJsonObject>

class Language;

// What the drawing side gets for a picture in Discord: the numbers and nothing to look up (BotHost::Options::drawChart).
QJsonObject chartRequest(ViewId::View view, const QVector<Bucket> &buckets, BucketSize size, Window window,
                         const QByteArray &zone, const Language &language);

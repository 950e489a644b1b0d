// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/result.h"

#include <QByteArray>

#include <memory>
#include <optional>

namespace Discord {

// The zlib-stream of one gateway connection (PROTOCOL G-06). A payload may be spread over several binary
// messages; it is complete when the last one ends in 00 00 FF FF. After an error the object is of no more
// use: a new connection gets a new one.
class Inflater
{
public:
    static constexpr qsizetype MaxMessageBytes = 32 * 1024 * 1024;
    static constexpr qsizetype MaxRatio = 200;

    Inflater();
    ~Inflater();

    // The whole payload, nothing while parts are missing, or why the stream cannot be trusted any longer.
    Result<std::optional<QByteArray>> feed(const QByteArray &binaryMessage);

private:
    class Private;
    const std::unique_ptr<Private> d;
};

} // namespace Discord

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/discord/inflater.h"

#include <zlib.h>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace Discord {

namespace {

constexpr size_t InflateStepBytes = 64 * 1024;
// The dictionary of the stream makes short repeated payloads very small; only from here on does the ratio
// tell a bomb.
constexpr qsizetype RatioFreeBytes = 16 * 1024;

Error inflateError(const QString &problem)
{
    return {ErrorKind::Corrupt, u"Discord's compressed data could not be read."_s, problem};
}

} // namespace

class Inflater::Private
{
public:
    z_stream stream{};
    bool usable = false;
    QByteArray compressed;

    Result<QByteArray> inflateAll();
};

Inflater::Inflater() : d(std::make_unique<Private>())
{
    d->usable = inflateInit(&d->stream) == Z_OK;
}

Inflater::~Inflater()
{
    inflateEnd(&d->stream);
}

Result<std::optional<QByteArray>> Inflater::feed(const QByteArray &binaryMessage)
{
    if (!d->usable)
        return inflateError(u"the stream has failed before"_s);
    if (d->compressed.size() + binaryMessage.size() > MaxMessageBytes) {
        d->usable = false;
        return inflateError(u"a payload does not end"_s);
    }
    d->compressed += binaryMessage;
    // endsWith() is false for anything shorter than the four bytes.
    static const QByteArray flushMarker("\x00\x00\xff\xff", 4);
    if (!d->compressed.endsWith(flushMarker))
        return std::optional<QByteArray>();

    Result<QByteArray> whole = d->inflateAll();
    if (!whole) {
        d->usable = false;
        return whole.error();
    }
    return std::optional<QByteArray>(std::move(whole).value());
}

Result<QByteArray> Inflater::Private::inflateAll()
{
    const qsizetype limit =
        qMin(MaxMessageBytes, qMax(RatioFreeBytes, compressed.size() * Inflater::MaxRatio));
    QByteArray inflated;
    std::array<char, InflateStepBytes> step;
    stream.next_in = reinterpret_cast<Bytef *>(compressed.data());
    stream.avail_in = uInt(compressed.size());
    // Until all input is used up and the last step was not filled to its end: a full one may hide more
    // output.
    do {
        stream.next_out = reinterpret_cast<Bytef *>(step.data());
        stream.avail_out = uInt(step.size());
        const int code = ::inflate(&stream, Z_SYNC_FLUSH);
        inflated.append(step.data(), qsizetype(step.size() - stream.avail_out));
        // Z_BUF_ERROR: nothing left to do, which is how a stream that is never finished may end each time.
        if (code == Z_BUF_ERROR && stream.avail_in == 0)
            break;
        if (code != Z_OK)
            return inflateError(u"inflate ended with code %1"_s.arg(code));
        if (inflated.size() > limit)
            return inflateError(u"more than %1 bytes from %2"_s.arg(limit).arg(compressed.size()));
    } while (stream.avail_in > 0 || stream.avail_out == 0);
    compressed.clear();
    return inflated;
}

} // namespace Discord

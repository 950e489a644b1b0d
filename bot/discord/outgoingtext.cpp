// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/discord/outgoing.h"

#include <algorithm>
#include <array>

// Foreign text made harmless and cut (PROTOCOL X-06). Everything here walks code points, because Discord
// counts code points and because a QString from JSON may hold half a surrogate pair.
namespace Discord {
namespace OutgoingText {

constexpr char32_t Ellipsis = U'…';
constexpr char32_t Dropped = 0;

// The next code point of `text`, Dropped for NUL and for half a surrogate pair; moves `at` behind it.
char32_t takeCodePoint(QStringView text, qsizetype &at)
{
    const QChar first = text[at++];
    if (!first.isSurrogate())
        return first.unicode();
    if (!first.isHighSurrogate() || at == text.size() || !text[at].isLowSurrogate())
        return Dropped;
    return QChar::surrogateToUcs4(first, text[at++]);
}

void append(QString &text, char32_t codePoint)
{
    text += QChar::fromUcs4(codePoint);
}

// Characters that take no room or turn the direction of what follows: they let one name look like another.
bool isInvisible(char32_t c)
{
    struct Range
    {
        char32_t first;
        char32_t last;
    };
    static constexpr std::array ranges{
        Range{0x00AD, 0x00AD}, // soft hyphen
        Range{0x034F, 0x034F}, // combining grapheme joiner
        Range{0x061C, 0x061C}, // Arabic letter mark
        Range{0x115F, 0x1160}, // Hangul fillers
        Range{0x180B, 0x180F}, // Mongolian selectors and vowel separator
        Range{0x200B, 0x200F}, // zero-width space, joiners, direction marks
        Range{0x202A, 0x202E}, // direction embeddings and overrides
        Range{0x2060, 0x206F}, // word joiner, invisible operators, isolates
        Range{0x3164, 0x3164}, // Hangul filler
        Range{0xFEFF, 0xFEFF}, // byte order mark
        Range{0xFFA0, 0xFFA0}, // half-width Hangul filler
        Range{0xFFF9, 0xFFFB}, // interlinear annotations
        Range{0xE0000, 0xE0FFF}, // tags and variation selectors supplement
    };
    return std::any_of(ranges.begin(), ranges.end(), [c](Range r) { return c >= r.first && c <= r.last; });
}

// Line ends and tabs part words, so they become a space; other controls say nothing and go.
bool isSpacing(char32_t c)
{
    return c == U'\t' || c == U'\n' || c == U'\v' || c == U'\f' || c == U'\r' || c == 0x85 || c == 0x2028
        || c == 0x2029;
}

bool isControl(char32_t c)
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
}

bool needsEscape(char32_t c)
{
    return c < 0x80 && QLatin1StringView("\\*_~|>#-[]()<:@`").contains(QLatin1Char(char(c)));
}

QString harmless(const QString &foreign, int maxCodePoints, bool escape)
{
    QString result;
    int used = 0;
    qsizetype fitsWithEllipsis = 0; // length of `result` that leaves room for the ellipsis
    for (qsizetype at = 0; at < foreign.size();) {
        char32_t c = takeCodePoint(foreign, at);
        if (isSpacing(c))
            c = U' ';
        if (isControl(c) || isInvisible(c) || (c == U' ' && (result.isEmpty() || result.back() == u' ')))
            continue;
        const bool escaping = escape && needsEscape(c);
        used += escaping ? 2 : 1;
        if (used > maxCodePoints) {
            result.truncate(fitsWithEllipsis);
            if (maxCodePoints > 0)
                append(result, Ellipsis);
            return result;
        }
        if (escaping)
            result += u'\\';
        append(result, c);
        if (used < maxCodePoints)
            fitsWithEllipsis = result.size();
    }
    while (result.endsWith(u' '))
        result.chop(1);
    return result;
}

} // namespace OutgoingText

QString escaped(const QString &foreign, int maxCodePoints)
{
    return OutgoingText::harmless(foreign, maxCodePoints, true);
}

QString cleaned(const QString &foreign, int maxCodePoints)
{
    return OutgoingText::harmless(foreign, maxCodePoints, false);
}

QString cutTo(const QString &text, int maxCodePoints)
{
    QString result;
    int used = 0;
    qsizetype fitsWithEllipsis = 0;
    for (qsizetype at = 0; at < text.size();) {
        const char32_t c = OutgoingText::takeCodePoint(text, at);
        if (c == OutgoingText::Dropped)
            continue;
        if (++used > maxCodePoints) {
            result.truncate(fitsWithEllipsis);
            // A backslash left over from half an escape would swallow the ellipsis or the next character.
            qsizetype backslashes = 0;
            while (backslashes < result.size() && result[result.size() - 1 - backslashes] == u'\\')
                ++backslashes;
            result.chop(backslashes % 2);
            if (maxCodePoints > 0)
                OutgoingText::append(result, OutgoingText::Ellipsis);
            return result;
        }
        OutgoingText::append(result, c);
        if (used < maxCodePoints)
            fitsWithEllipsis = result.size();
    }
    return result;
}

int codePoints(const QString &text)
{
    int count = 0;
    for (qsizetype at = 0; at < text.size(); ++count)
        OutgoingText::takeCodePoint(text, at);
    return count;
}

QString attachmentName(const QString &fileName)
{
    QString name = fileName.right(100);
    for (QChar &c : name) {
        const bool plain = (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9')
            || c == u'.' || c == u'-' || c == u'_';
        if (!plain)
            c = u'_';
    }
    return name.isEmpty() ? QStringLiteral("file") : name;
}

} // namespace Discord

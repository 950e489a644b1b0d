// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/migration/pythonliterals.h"

#include "bot/migration/importtext.h"
#include <QStringDecoder>

#include <limits>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace {

bool startsName(QChar c)
{
    return c == u'_' || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

// One pass over the text. A failed statement is skipped to the end of its logical line, so the next one is
// read normally.
class LiteralParser
{
public:
    explicit LiteralParser(QString source) : m_text(std::move(source)) { }

    PythonFile parse()
    {
        while (m_at < m_text.size()) {
            const int line = m_line;
            const qsizetype begin = m_at;
            if (!statement()) {
                m_at = begin;
                m_line = line;
                // The indented body of a function or class goes with the line that opened it.
                const bool body = peek() == u' ' || peek() == u'\t';
                skipLine();
                if (!body || m_file.problems.isEmpty())
                    m_file.problems.append({line, ImportText::tr("Not understood, so it has no effect.")});
            }
        }
        return std::move(m_file);
    }

private:
    QChar peek(qsizetype ahead = 0) const
    {
        return m_at + ahead < m_text.size() ? m_text.at(m_at + ahead) : QChar();
    }
    bool atEnd() const { return m_at >= m_text.size(); }
    void step()
    {
        if (m_text.at(m_at) == u'\n')
            ++m_line;
        ++m_at;
    }
    void skipLine()
    {
        while (!atEnd() && peek() != u'\n')
            step();
        if (!atEnd())
            step();
    }
    void skipComment()
    {
        while (!atEnd() && peek() != u'\n')
            step();
    }
    // Blanks on this line; inside brackets also line ends, comments and continued lines.
    void skipBlanks(bool insideBrackets)
    {
        while (!atEnd()) {
            const QChar c = peek();
            if (c == u' ' || c == u'\t' || c == u'\r' || c == u'\f')
                step();
            else if (c == u'\\' && (peek(1) == u'\n' || (peek(1) == u'\r' && peek(2) == u'\n')))
                m_at += 1; // the line end is consumed as a blank below
            else if (insideBrackets && c == u'#')
                skipComment();
            else if (c == u'\n' && (insideBrackets || (m_at > 0 && m_text.at(m_at - 1) == u'\\')))
                step();
            else
                return;
        }
    }
    bool endOfStatement()
    {
        skipBlanks(false);
        if (!atEnd() && peek() == u'#')
            skipComment();
        if (atEnd())
            return true;
        if (peek() == u';') {
            step();
            return true;
        }
        if (peek() != u'\n')
            return false;
        step();
        return true;
    }

    bool statement()
    {
        skipBlanks(false);
        if (atEnd() || peek() == u'\n' || peek() == u'#')
            return endOfStatement();
        const bool indented = m_at > 0 && m_text.at(m_at - 1) != u'\n';
        if (indented)
            return false; // the body of something that is not a constant
        if (!startsName(peek())) {
            // A doc string that stands alone says nothing.
            const std::optional<PythonValue> text = value(0);
            return text && text->kind == PythonValue::Kind::Text && endOfStatement();
        }
        const std::optional<QString> name = identifier();
        skipBlanks(false);
        if (peek() == u':' && !annotation())
            return false;
        if (peek() != u'=' || peek(1) == u'=')
            return false;
        step();
        skipBlanks(false);
        std::optional<PythonValue> assigned = value(0);
        if (!assigned || !endOfStatement())
            return false;
        m_file.assignments.append({*name, std::move(*assigned)});
        return true;
    }
    std::optional<QString> identifier()
    {
        const qsizetype begin = m_at;
        while (!atEnd() && (startsName(peek()) || isDigit(peek())))
            step();
        return m_text.mid(begin, m_at - begin);
    }
    bool annotation() // NAME: list[str] = …
    {
        while (!atEnd() && peek() != u'=' && peek() != u'\n')
            step();
        return peek() == u'=';
    }

    std::optional<PythonValue> value(int depth)
    {
        if (depth > PythonDepthLimit || atEnd())
            return {};
        const QChar c = peek();
        if (c == u'[' || c == u'(' || c == u'{')
            return bracketed(depth);
        if (isDigit(c) || ((c == u'-' || c == u'+') && isDigit(peek(1))))
            return integer();
        if (c == u'"' || c == u'\'' || (startsName(c) && (peek(1) == u'"' || peek(1) == u'\'')))
            return text(depth);
        return {};
    }
    std::optional<PythonValue> integer()
    {
        const bool negative = peek() == u'-';
        if (negative || peek() == u'+')
            step();
        quint64 number = 0;
        while (!atEnd() && (isDigit(peek()) || peek() == u'_')) {
            if (peek() != u'_') {
                const quint64 digit = peek().unicode() - u'0';
                if (number > (quint64(std::numeric_limits<qint64>::max()) - digit) / 10)
                    return {};
                number = number * 10 + digit;
            }
            step();
        }
        if (!atEnd() && (startsName(peek()) || peek() == u'.'))
            return {}; // 0x10, 1e5, 1.5
        PythonValue result;
        result.kind = PythonValue::Kind::Integer;
        result.integer = negative ? -qint64(number) : qint64(number);
        return result;
    }
    // One string, or several beside each other, which Python joins.
    std::optional<PythonValue> text(int depth)
    {
        PythonValue result;
        do {
            bool raw = false;
            if (startsName(peek())) {
                const QChar prefix = peek().toLower();
                if (prefix != u'r' && prefix != u'u')
                    return {}; // f-strings are code, bytes are no text
                raw = prefix == u'r';
                step();
            }
            if (!quoted(raw, result.text))
                return {};
            skipBlanks(depth > 0);
        } while (peek() == u'"' || peek() == u'\'');
        return result;
    }
    bool quoted(bool raw, QString &out)
    {
        const QChar quote = peek();
        const bool triple = peek(1) == quote && peek(2) == quote;
        for (int i = 0; i < (triple ? 3 : 1); ++i)
            step();
        while (!atEnd()) {
            const QChar c = peek();
            if (c == quote && (!triple || (peek(1) == quote && peek(2) == quote))) {
                for (int i = 0; i < (triple ? 3 : 1); ++i)
                    step();
                return true;
            }
            if (c == u'\n' && !triple)
                return false;
            if (c == u'\\' && !raw) {
                step();
                if (atEnd() || !escape(out))
                    return false;
                continue;
            }
            out += c;
            step();
        }
        return false;
    }
    bool escape(QString &out)
    {
        const QChar c = peek();
        int digits = 0;
        switch (c.unicode()) {
        case u'n':
            out += u'\n';
            break;
        case u't':
            out += u'\t';
            break;
        case u'r':
            out += u'\r';
            break;
        case u'\\':
        case u'\'':
        case u'"':
            out += c;
            break;
        case u'\n':
            break;
        case u'x':
            digits = 2;
            break;
        case u'u':
            digits = 4;
            break;
        case u'U':
            digits = 8;
            break;
        default:
            out += u'\\';
            out += c;
            break; // as Python keeps it
        }
        step();
        if (digits == 0)
            return true;
        bool ok = false;
        const char32_t code = m_text.mid(m_at, digits).toUInt(&ok, 16);
        if (!ok || m_at + digits > m_text.size() || code > 0x10FFFF)
            return false;
        out += QString::fromUcs4(&code, 1);
        m_at += digits;
        return true;
    }
    std::optional<PythonValue> bracketed(int depth)
    {
        const QChar open = peek();
        const QChar close = open == u'[' ? u']' : open == u'(' ? u')' : u'}';
        step();
        PythonValue result;
        // Empty braces are a dict in Python; whoever asks for a list takes it as an empty one.
        result.kind = PythonValue::Kind::Sequence;
        bool comma = false;
        while (true) {
            skipBlanks(true);
            if (peek() == close) {
                step();
                break;
            }
            std::optional<PythonValue> item = value(depth + 1);
            if (!item)
                return {};
            skipBlanks(true);
            if (open == u'{' && peek() == u':') {
                if (!result.items.isEmpty() && result.kind != PythonValue::Kind::Dict)
                    return {};
                result.kind = PythonValue::Kind::Dict;
                step();
                skipBlanks(true);
                std::optional<PythonValue> mapped = value(depth + 1);
                if (!mapped)
                    return {};
                result.items.append(std::move(*item));
                result.items.append(std::move(*mapped));
                skipBlanks(true);
            } else if (result.kind == PythonValue::Kind::Dict) {
                return {};
            } else {
                result.items.append(std::move(*item));
            }
            comma = peek() == u',';
            if (comma)
                step();
            else if (peek() != close)
                return {};
        }
        // ("text") is the text itself, ("text",) a tuple.
        if (open == u'(' && result.items.size() == 1 && !comma)
            return result.items.first();
        return result;
    }

    const QString m_text;
    qsizetype m_at = 0;
    int m_line = 1;
    PythonFile m_file;
};

} // namespace

Result<PythonFile> readPythonLiterals(const QByteArray &source)
{
    if (source.size() > PythonFileLimit)
        return Error{ErrorKind::Invalid, ImportText::tr("The settings file is larger than 1 MiB."), {}};
    if (source.contains('\0'))
        return Error{ErrorKind::Invalid, ImportText::tr("This is no text file."), {}};
    QStringDecoder utf8(QStringDecoder::Utf8);
    const QString text = utf8(source);
    if (utf8.hasError())
        return Error{ErrorKind::Invalid, ImportText::tr("The settings file is not UTF-8 text."), {}};
    return LiteralParser(text).parse();
}

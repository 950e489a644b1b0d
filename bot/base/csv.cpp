// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/base/csv.h"

#include <QStringView>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

static constexpr QChar FormulaGuard = u'\'';

bool looksLikeFormula(const QString &text)
{
    if (text.isEmpty())
        return false;
    // Tab, carriage return and line feed begin a cell of their own in some programs, so they count before
    // trimming.
    if (u"\t\r\n"_s.contains(text.front()))
        return true;
    for (const QChar c : text) {
        if (c.isSpace() || c.category() == QChar::Other_Format || c.category() == QChar::Other_Control)
            continue;
        // The full-width forms stand 0xFEE0 above the ASCII ones.
        const char16_t folded =
            c.unicode() >= 0xFF01 && c.unicode() <= 0xFF5E ? c.unicode() - 0xFEE0 : c.unicode();
        return u"=+-@%|"_s.contains(QChar(folded)) || c.unicode() == 0x2212;
    }
    return false;
}

// A formula with any number of guards before it: it gets one more on the way out and loses one on the way in,
// so every text comes back as it was.
static bool isGuardable(const QString &text)
{
    qsizetype guards = 0;
    while (guards < text.size() && text[guards] == FormulaGuard)
        ++guards;
    return looksLikeFormula(text.mid(guards));
}

QString withoutFormulaGuard(const QString &cell)
{
    return cell.startsWith(FormulaGuard) && isGuardable(cell) ? cell.mid(1) : cell;
}

void CsvWriter::separate()
{
    if (m_rowBegun)
        m_bytes += ',';
    m_rowBegun = true;
}

CsvWriter &CsvWriter::text(const QString &value)
{
    separate();
    QString cell = value;
    cell.remove(QChar(u'\0'));
    if (isGuardable(cell))
        cell.prepend(FormulaGuard);
    cell.replace(u'"', u"\"\""_s);
    m_bytes += '"' + cell.toUtf8() + '"';
    return *this;
}

CsvWriter &CsvWriter::number(qint64 value)
{
    separate();
    m_bytes += QByteArray::number(value);
    return *this;
}

CsvWriter &CsvWriter::number(double value, int decimals)
{
    separate();
    m_bytes += QByteArray::number(value, 'f', decimals);
    return *this;
}

CsvWriter &CsvWriter::empty()
{
    separate();
    return *this;
}

CsvWriter &CsvWriter::id(quint64 value)
{
    separate();
    if (value != 0)
        m_bytes += '"' + QByteArray::number(value) + '"';
    return *this;
}

CsvWriter &CsvWriter::value(const QJsonValue &value)
{
    if (value.isString())
        return text(value.toString());
    if (value.isBool())
        return text(value.toBool() ? u"true"_s : u"false"_s);
    if (!value.isDouble())
        return empty();
    return value.toDouble() == std::floor(value.toDouble()) ? number(value.toInteger())
                                                            : number(value.toDouble(), 3);
}

void CsvWriter::endRow()
{
    m_bytes += "\r\n";
    m_rowBegun = false;
}

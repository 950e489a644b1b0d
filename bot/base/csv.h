// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QString>

// Rows of comma-separated values that a spreadsheet takes for text and numbers, never for formulas (FAULTS
// TM-17). Text is always quoted, and text that a spreadsheet could take for a formula gets a leading
// apostrophe; numbers of ours stand as they are. Lines end in CR LF, the bytes are UTF-8.
class CsvWriter
{
public:
    CsvWriter &text(const QString &value);
    CsvWriter &number(qint64 value);
    CsvWriter &number(double value, int decimals);
    CsvWriter &empty(); // unknown: no quotes, no zero
    CsvWriter &id(quint64 value); // quoted: a spreadsheet would round it
    CsvWriter &value(const QJsonValue &value); // text, number, true and false as words; null is empty
    void endRow();

    const QByteArray &bytes() const { return m_bytes; }

private:
    void separate();
    QByteArray m_bytes;
    bool m_rowBegun = false;
};

// Would a spreadsheet take this for a formula? Looks past leading space, and at full-width forms too.
bool looksLikeFormula(const QString &text);
// Takes the apostrophe off again, for reading our own files back.
QString withoutFormulaGuard(const QString &cell);

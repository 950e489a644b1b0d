// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/result.h"

#include <QString>
#include <QVector>

#include <utility>
#include <variant>

// Reads the constants of a Python settings file without running anything: `NAME = literal`, where a literal
// is a string, an integer, or a list, tuple, set or dict of literals (MIGRATION.md "Settings files", FAULTS
// TM-22). Whatever else stands in the file is reported with its line number and has no effect. Pure.

struct PythonValue;
using PythonItems = QVector<PythonValue>;
struct PythonValue
{
    // Dict items are key, value, key, value …
    enum class Kind
    {
        Text,
        Integer,
        Sequence,
        Dict
    } kind = Kind::Text;
    QString text;
    qint64 integer = 0;
    PythonItems items;
};

struct PythonFile
{
    QVector<std::pair<QString, PythonValue>> assignments; // in order of appearance
    struct Problem
    {
        int line = 0;
        QString text;
    };
    QVector<Problem> problems;
};

inline constexpr qint64 PythonFileLimit = 1024 * 1024; // bytes
inline constexpr int PythonDepthLimit = 32;
inline constexpr int PythonListLimit = 250; // entries; a server has no more roles

// Error kind Invalid when the file is larger than the limit or no text at all; anything smaller ends up in
// `problems`.
Result<PythonFile> readPythonLiterals(const QByteArray &source);

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sourceenglish.h"

#include "bot/base/format.h"

using namespace Qt::Literals::StringLiterals;

QString SourceEnglish::translate(const char *, const char *source, const char *, int n) const
{
    if (n < 0 || !source)
        return {};
    QString text = QString::fromUtf8(source);
    if (!text.contains("(s)"_L1))
        return {};
    if (n == 1)
        text.replace("(s) were"_L1, " was"_L1);
    text.replace("%n"_L1, Format::count(n)); // Qt would not group it
    return text.replace("(s)"_L1, n == 1 ? ""_L1 : "s"_L1);
}

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/base/language.h"

#include "bot/base/format.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace {

Language::Lookup &languageLookup()
{
    static Language::Lookup lookup;
    return lookup;
}

} // namespace

Language Language::fromDiscord(const QString &code)
{
    // QLocale knows no numeric regions such as es-419 and falls back to C for what it cannot read.
    const QLocale locale(code.section(u'-', 0, 0) == "es"_L1 ? u"es"_s : QString(code).replace(u'-', u'_'));
    if (locale.language() == QLocale::C || locale.language() == QLocale::AnyLanguage)
        return Language();
    return Language(locale);
}

QString Language::translate(const char *context, const char *text, const char *comment, qint64 n) const
{
    QString found;
    const int shortN = int(std::clamp<qint64>(n, -1, std::numeric_limits<int>::max()));
    if (const Lookup &lookup = languageLookup())
        found = lookup(m_locale, context, text, comment, shortN);
    else if (m_locale.language() != QLocale::English && m_locale.language() == QLocale().language())
        found = QCoreApplication::translate(context, text, comment, shortN);
    if (found.isEmpty())
        found = QString::fromUtf8(text);
    if (n < 0)
        return found;
    found.replace("%Ln"_L1, "%n"_L1); // grouped below, by the language of the text and not of this computer
    found.replace("(s)"_L1, n == 1 ? QLatin1String() : "s"_L1);
    return found.replace("%n"_L1, Format::count(n, m_locale));
}

void Language::setLookup(Lookup lookup)
{
    languageLookup() = std::move(lookup);
}

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>
#include <QStringList>

// The words that are built into the program, from translations/*.ts. All of them are read once at the start, before
// there are threads; from then on they are only looked at, from any thread.
namespace Translations {

// Gives Language its words, so that Discord gets every answer in the language of whoever asked (UX 4.1).
void load();
// Codes of the languages that there are: "en", "de".
QStringList available();
// The name of a language in itself: "Deutsch".
QString ownName(const QString &code);
// The best of available() for a locale; "en" when there is none.
QString bestFor(const QLocale &locale);
// Where the file of a language is: what a QTranslator of the window loads.
QString fileOf(const QString &code);

} // namespace Translations

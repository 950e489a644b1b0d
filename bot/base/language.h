// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>

#include <functional>

// The words of one locale. The window has one language, but Discord replies go out in the language of whoever
// asked (UX 4.1), so every text that leaves the bot is looked up with the locale it is for. lupdate reads the
// calls of translate().
//
// Value type, usable from any thread.
class Language
{
public:
    explicit Language(QLocale locale = QLocale(QLocale::English, QLocale::UnitedKingdom))
        : m_locale(std::move(locale))
    { }
    // Discord's code: "en-GB", "pt-BR", "zh-CN", "es-419"; anything unknown or empty is English.
    static Language fromDiscord(const QString &code);

    const QLocale &locale() const { return m_locale; }
    // The text in this language; without a translation the source text. With n >= 0 every "%n" becomes the
    // number and the English source's "(s)" the right ending.
    QString translate(const char *context, const char *text, const char *comment = nullptr,
                      qint64 n = -1) const;

    // Where translations come from: empty answer = none. Set once before threads start. Without it the
    // window's own translators serve the window's language, and everything else is English, the language of
    // the source.
    using Lookup = std::function<QString(const QLocale &, const char *context, const char *text,
                                         const char *comment, int n)>;
    static void setLookup(Lookup lookup);

private:
    QLocale m_locale;
};

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sourceenglish.h"

#include <QRegularExpression>
#include <QTranslator>

// A language 30 % longer than English that can still be read: "Overview" -> "Óóvéérvíéw". Placeholders,
// mnemonics, entities and tags stay as they are. What still has a plain vowel on the screen was not translated.
class PseudoLocale : public QTranslator
{
    Q_OBJECT
public:
    using QTranslator::QTranslator;

    bool isEmpty() const override { return false; }

    QString translate(const char *, const char *source, const char *, int n) const override
    {
        QString english = m_english.translate(nullptr, source, nullptr, n);
        if (english.isEmpty())
            english = QString::fromUtf8(source);
        return stretched(english);
    }

    static QString stretched(const QString &text)
    {
        static const QRegularExpression kept(
            QStringLiteral("%L?\\d{1,2}|%n|&[A-Za-z]+;|<[^>]*>|[^\\s]*://\\S*"));
        QString result;
        qsizetype added = 0;
        qsizetype letters = 0;
        qsizetype at = 0;
        const auto stretch = [&](QStringView part) {
            for (const QChar c : part) {
                const qsizetype vowel = QStringView(u"aeiouAEIOU").indexOf(c);
                letters += !c.isSpace();
                if (vowel < 0) {
                    result += c;
                    continue;
                }
                const QChar accented = QStringLiteral("áéíóúÁÉÍÓÚ")[vowel];
                result += accented;
                if (added * 10 < letters * 3 && !result.endsWith(u'&')) {
                    result += accented.toLower();
                    ++added;
                }
            }
        };
        auto found = kept.globalMatch(text);
        while (found.hasNext()) {
            const auto match = found.next();
            stretch(QStringView(text).sliced(at, match.capturedStart() - at));
            result += match.captured();
            at = match.capturedEnd();
        }
        stretch(QStringView(text).sliced(at));
        for (; letters > 2 && added * 10 < letters * 3; ++added)
            result += u'é';
        return result;
    }

private:
    SourceEnglish m_english;
};

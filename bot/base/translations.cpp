// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/base/translations.h"

#include "bot/base/language.h"
#include "bot/base/logging.h"

#include <QTranslator>

#include <array>
#include <memory>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array TranslationCodes{"en"_L1, "de"_L1};

struct LoadedTranslation
{
    QLocale::Language language;
    std::unique_ptr<QTranslator> words;
};

std::vector<LoadedTranslation> &loadedTranslations()
{
    static std::vector<LoadedTranslation> list;
    return list;
}

QString foundTranslation(const QLocale &locale, const char *context, const char *text, const char *comment,
                         int n)
{
    for (const LoadedTranslation &translation : loadedTranslations()) {
        if (translation.language == locale.language())
            return translation.words->translate(context, text, comment, n);
    }
    return {};
}

} // namespace

void Translations::load()
{
    if (!loadedTranslations().empty())
        return;
    for (const QLatin1StringView code : TranslationCodes) {
        auto words = std::make_unique<QTranslator>();
        if (!words->load(fileOf(code)))
            qCWarning(lcApp) << "a translation is missing:" << code;
        loadedTranslations().push_back({QLocale(code).language(), std::move(words)});
    }
    Language::setLookup(&foundTranslation);
}

QStringList Translations::available()
{
    return {TranslationCodes.begin(), TranslationCodes.end()};
}

QString Translations::ownName(const QString &code)
{
    QString name = QLocale(code).nativeLanguageName();
    if (code == "en"_L1)
        name = u"English"_s; // not "American English"
    if (!name.isEmpty())
        name[0] = name[0].toUpper();
    return name;
}

QString Translations::bestFor(const QLocale &locale)
{
    for (const QLatin1StringView code : TranslationCodes) {
        if (QLocale(code).language() == locale.language())
            return code;
    }
    return u"en"_s;
}

QString Translations::fileOf(const QString &code)
{
    return u":/i18n/ticketassistant_%1.qm"_s.arg(code);
}

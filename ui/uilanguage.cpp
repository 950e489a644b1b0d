// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/uilanguage.h"

#include "bot/base/format.h"
#include "bot/base/language.h"
#include "bot/base/translations.h"
#include "ui/otherlanguage.h"

#include <QCoreApplication>
#include <QLibraryInfo>

using namespace Qt::Literals::StringLiterals;

namespace {

UiLanguage *currentUiLanguage = nullptr;

} // namespace

QString NumberedWords::translate(const char *context, const char *source, const char *comment, int n) const
{
    if (const QLocale *other = OtherLanguage::current())
        return Language(*other).translate(context, source, comment, n);
    QString text = QTranslator::translate(context, source, comment, n);
    return n < 0 ? text : text.replace("%Ln"_L1, "%n"_L1).replace("%n"_L1, Format::count(n));
}

// Qt's own words name them, where they are installed; our texts name them everywhere.
[[maybe_unused]] constexpr const char *KeyNames[] = {QT_TRANSLATE_NOOP("QShortcut", "Ctrl"),
                                                     QT_TRANSLATE_NOOP("QShortcut", "Shift")};

UiLanguage::UiLanguage(QObject *parent) : QObject(parent), m_desktop(QLocale::system())
{
    currentUiLanguage = this;
}

UiLanguage::~UiLanguage()
{
    currentUiLanguage = nullptr;
}

UiLanguage *UiLanguage::instance()
{
    return currentUiLanguage;
}

QLocale UiLanguage::localeFor(const QString &code, const QLocale &desktop)
{
    if (QLocale(code).language() == desktop.language())
        return desktop;
    // The bare "en" would be the American one; and C, a bare system's, has no times without seconds.
    if (code == "en"_L1)
        return QLocale(QLocale::English, QLocale::UnitedKingdom);
    return QLocale(code);
}

void UiLanguage::setChoice(const QString &code)
{
    const bool known = Translations::available().contains(code);
    const QString wanted = known ? code : Translations::bestFor(m_desktop);
    m_choice = known ? code : QString();
    if (wanted == m_code)
        return;
    m_code = wanted;
    // Before the translators: what they make the widgets do formats numbers.
    QLocale::setDefault(localeFor(wanted, m_desktop));
    QCoreApplication::removeTranslator(&m_qtWords);
    QCoreApplication::removeTranslator(&m_words);
    if (m_qtWords.load(QLocale(wanted), u"qtbase"_s, u"_"_s,
                       QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qtWords);
    if (m_words.load(Translations::fileOf(wanted)))
        QCoreApplication::installTranslator(&m_words);
    emit changed();
}

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QObject>
#include <QTranslator>

// The words of a file, with the number in them grouped as everywhere else (Format::count) and not as the computer does.
class NumberedWords : public QTranslator
{
public:
    using QTranslator::QTranslator;
    QString translate(const char *context, const char *source, const char *comment, int n) const override;
};

// The language of the window. Choosing another one takes effect at once: Qt tells every widget, and MainWindow makes its
// pages anew. Numbers and dates follow, in the form of the desktop's region where that speaks the language.
//
// Thread: GUI. Owner: main(); one at a time.
class UiLanguage : public QObject
{
    Q_OBJECT
public:
    explicit UiLanguage(QObject *parent = nullptr);
    ~UiLanguage() override;
    static UiLanguage *instance(); // null in programs and tests without one

    // A code of Translations::available(), or empty for that of the desktop.
    void setChoice(const QString &code);
    QString choice() const { return m_choice; } // empty = the desktop's
    QString code() const { return m_code; } // in force
    // The locale for a language: the desktop's own when it speaks it. Pure.
    static QLocale localeFor(const QString &code, const QLocale &desktop);

signals:
    void changed();

private:
    const QLocale m_desktop;
    QString m_choice;
    QString m_code;
    NumberedWords m_words;
    QTranslator m_qtWords; // buttons of dialogs
};

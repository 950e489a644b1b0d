// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>

// For what is made for somebody else, as a picture for Discord: while it lives, the words and dates that its thread makes are
// in that language and in its own forms, not in those chosen for the window. No widget hears of it, so nothing that is to
// stay on the screen may be made meanwhile. Needs a UiLanguage.
class OtherLanguage
{
public:
    explicit OtherLanguage(const QLocale &locale);
    ~OtherLanguage();
    OtherLanguage(const OtherLanguage &) = delete;
    OtherLanguage &operator=(const OtherLanguage &) = delete;

    static const QLocale *current(); // of this thread; null: the window's own
    static QLocale locale(); // current(), or the window's

private:
    const QLocale m_locale;
    const QLocale *m_before;
};

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/otherlanguage.h"

#include <utility>

namespace {

thread_local const QLocale *otherLocale = nullptr;

} // namespace

OtherLanguage::OtherLanguage(const QLocale &locale)
    : m_locale(locale), m_before(std::exchange(otherLocale, &m_locale))
{ }

OtherLanguage::~OtherLanguage()
{
    otherLocale = m_before;
}

const QLocale *OtherLanguage::current()
{
    return otherLocale;
}

QLocale OtherLanguage::locale()
{
    return otherLocale ? *otherLocale : QLocale();
}

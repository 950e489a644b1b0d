// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

// ImportText::tr(): the words of everything about an import, in one context of the translation files.
class ImportText
{
    Q_DECLARE_TR_FUNCTIONS(Import)
};

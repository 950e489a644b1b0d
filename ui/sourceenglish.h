// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTranslator>

// English is the language of the sources, but tr("%n ticket(s)") still needs its ending: "1 ticket", "2 tickets". Install it
// first, so that real translations, installed later, come before it. Thread: GUI. Owner: Application.
class SourceEnglish : public QTranslator
{
    Q_OBJECT
public:
    using QTranslator::QTranslator;
    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *source, const char *comment, int n) const override;
};

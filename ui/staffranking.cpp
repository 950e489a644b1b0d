// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/staffranking.h"

#include "ui/uisettings.h"

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto HideRankingKey = "privacy/hideRanking"_L1;

} // namespace

StaffRanking::StaffRanking(UiSettings *settings, QObject *parent)
    : QObject(parent), m_settings(settings), m_hidden(settings && settings->value(HideRankingKey).toBool())
{ }

void StaffRanking::setHidden(bool hidden)
{
    if (m_hidden == hidden)
        return;
    m_hidden = hidden;
    if (m_settings)
        m_settings->setValue(HideRankingKey, hidden);
    emit changed(hidden);
}

QString StaffRanking::inWords(bool hidden)
{
    return hidden ? tr("Trends shows no staff chart, and Staff orders people by name.")
                  : tr("Trends shows the staff chart, and Staff compares people.");
}

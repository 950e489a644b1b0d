// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/data/deleteflow.h"

void DeleteFlow::scopeChanged()
{
    if (m_stage != Stage::Running)
        m_stage = Stage::Counting;
}

bool DeleteFlow::counted(const WipeScope &scope, const WipePreview &preview)
{
    if (m_stage == Stage::Running)
        return true;
    const bool same = m_preview.sameCounts(preview);
    // While the number is typed, the preview that it belongs to stays: it is what would be deleted.
    if (m_stage == Stage::Typing && same)
        return true;
    const bool takenBack = m_stage == Stage::Typing;
    m_scope = scope;
    m_preview = preview;
    m_stage = Stage::Ready;
    return !takenBack;
}

DeleteFlow::Press DeleteFlow::press(UtcMs nowMs, const QString &typed)
{
    if (m_stage == Stage::Ready && m_preview.tickets > 0) {
        if (m_preview.needsTyping()) {
            m_stage = Stage::Typing;
            m_askedMs = nowMs;
            return Press::AskNumber;
        }
        m_stage = Stage::Running;
        return Press::Delete;
    }
    if (m_stage != Stage::Typing)
        return Press::Nothing;
    if (nowMs - m_askedMs > ConfirmationMs) {
        m_stage = Stage::Counting;
        return Press::Expired;
    }
    if (!isNumber(typed, m_preview.tickets))
        return Press::WrongNumber;
    m_stage = Stage::Running;
    return Press::Delete;
}

void DeleteFlow::calledOff()
{
    if (m_stage == Stage::Typing)
        m_stage = Stage::Ready;
}

void DeleteFlow::finished()
{
    m_stage = Stage::Counting;
}

bool DeleteFlow::isNumber(const QString &typed, int number)
{
    QString digits;
    for (const QChar c : typed) {
        if (c.isDigit())
            digits += QChar(u'0' + c.digitValue());
        else if (!c.isSpace() && c != u',' && c != u'.' && c != u'\'' && c != u'’')
            return false;
    }
    return digits == QString::number(number);
}

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/notices/noticeplan.h"

#include <algorithm>

namespace {

bool foldable(const NoticeRow &row, UtcMs nowMs)
{
    if (row.state != NoticeRow::State::Waiting)
        return false;
    if (row.kind == NoticeRow::Kind::Event)
        return !row.live || nowMs - row.createdAtMs > FreshMs;
    return false;
}

// A card that was certainly not posted can be told by a newer one.
bool absorbable(const NoticeRow &row)
{
    return row.kind == NoticeRow::Kind::Digest && row.state == NoticeRow::State::Waiting
        && (row.attempts == 0 || row.refused);
}

} // namespace

NoticePlan planNotices(const QVector<NoticeRow> &waiting, ChannelId logChannel, bool caughtUp, UtcMs nowMs)
{
    NoticePlan plan;
    const auto channelOf = [logChannel](const NoticeRow &row) {
        return row.channel ? row.channel : logChannel;
    };
    QHash<ChannelId, UtcMs> blockedUntil;
    for (const NoticeRow &row : waiting) {
        if (row.nextTryAtMs > nowMs)
            blockedUntil[channelOf(row)] = std::max(blockedUntil.value(channelOf(row)), row.nextTryAtMs);
    }
    const auto later = [&plan](UtcMs at) {
        plan.nextAtMs = plan.nextAtMs == 0 ? at : std::min(plan.nextAtMs, at);
    };

    if (caughtUp && (!logChannel || !blockedUntil.contains(logChannel))) {
        for (const NoticeRow &row : waiting) {
            if (!row.channel && foldable(row, nowMs))
                plan.fold += row;
        }
        if (!plan.fold.isEmpty()) {
            for (const NoticeRow &row : waiting) {
                if (!row.channel && absorbable(row))
                    plan.fold += row;
            }
            plan.action = NoticePlan::Action::Fold;
            return plan;
        }
    }
    for (const NoticeRow &row : waiting) {
        const ChannelId channel = channelOf(row);
        if (foldable(row, nowMs))
            continue; // when catching up is over
        if (const UtcMs until = blockedUntil.value(channel); until > 0) {
            later(until);
            continue;
        }
        if (row.kind == NoticeRow::Kind::Event && row.event == ChangeSet::TicketEvent::Kind::Closed
            && nowMs - row.createdAtMs < CloseSettlesMs) {
            later(row.createdAtMs + CloseSettlesMs);
            continue;
        }
        plan.action = NoticePlan::Action::Send;
        plan.row = row;
        return plan;
    }
    return plan;
}

qint64 noticeRetryMs(int attempts)
{
    return std::min<qint64>(RefusedRetryMs, 30 * SecondMs << std::clamp(attempts - 1, 0, 10));
}

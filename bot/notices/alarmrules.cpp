// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/notices/alarmrules.h"

#include <algorithm>

namespace {

using Ending = AlarmRow::Ending;

class AlarmDecider
{
public:
    AlarmDecider(const NoticeSettings &settings, const AlarmInput &input) : m_settings(settings), m_in(input)
    { }

    AlarmDecisions decide()
    {
        endings();
        if (m_in.fresh) {
            overdue();
            tooManyOpen();
            peakRecord();
            targetMissed();
        }
        disconnected();
        // It ends with its day, also when nothing happens at midnight. Days with a change of clocks are longer or shorter.
        if (isOpen(AlarmKind::TargetMissed) && m_in.todayMs > 0)
            lookAt(std::max(m_in.todayMs + DayMs, m_in.nowMs + 5 * MinuteMs));
        if (!m_in.workingTime && m_in.opensAtMs > m_in.nowMs)
            lookAt(m_in.opensAtMs);
        return m_out;
    }

private:
    bool told(AlarmKind kind) const { return m_settings.alarm(kind).told(); }

    void lookAt(UtcMs atMs)
    {
        m_out.nextCheckMs = m_out.nextCheckMs == 0 ? atMs : std::min(m_out.nextCheckMs, atMs);
    }

    bool isOpen(AlarmKind kind) const
    {
        return std::any_of(m_in.open.cbegin(), m_in.open.cend(),
                           [kind](const AlarmRow &alarm) { return alarm.kind == kind; });
    }

    void fire(AlarmKind kind, qint64 value, ChannelId ticket = {}, Ending ending = Ending::Open)
    {
        AlarmRow alarm;
        alarm.kind = kind;
        alarm.ticket = ticket;
        alarm.value = value;
        alarm.firedAtMs = m_in.nowMs;
        alarm.ending = ending;
        alarm.endedAtMs = ending == Ending::Open ? 0 : m_in.nowMs;
        m_out.fire += alarm;
    }

    const WaitingTicket *waiting(ChannelId ticket) const
    {
        const auto it = std::find_if(m_in.waiting.cbegin(), m_in.waiting.cend(),
                                     [ticket](const WaitingTicket &w) { return w.ticket == ticket; });
        return it == m_in.waiting.cend() ? nullptr : &*it;
    }

    // -- what is over
    void endings()
    {
        for (const AlarmRow &alarm : m_in.open) {
            if (const Ending ending = endingOf(alarm); ending != Ending::Open) {
                const bool known = alarm.kind == AlarmKind::Overdue && ending != Ending::Over;
                const UtcMs at =
                    known && alarm.ticketEndedMs > alarm.firedAtMs ? alarm.ticketEndedMs : m_in.nowMs;
                m_out.end += {alarm, ending, at};
            }
        }
    }

    Ending endingOf(const AlarmRow &alarm) const
    {
        if (!told(alarm.kind))
            return Ending::Over; // switched off
        switch (alarm.kind) {
        case AlarmKind::Overdue: {
            if (!m_in.fresh)
                return Ending::Open;
            const WaitingTicket *ticket = waiting(alarm.ticket);
            if (!ticket)
                return alarm.ticketOpen ? Ending::Answered : Ending::Closed;
            if (ticket->sinceMs > alarm.value)
                return Ending::Answered; // and something new was asked since
            return ticket->muted ? Ending::Over : Ending::Open;
        }
        case AlarmKind::TooManyOpen:
            return m_in.fresh
                    && m_in.openTickets <= overloadEndsAt(m_settings.alarm(AlarmKind::TooManyOpen).limit)
                ? Ending::Over
                : Ending::Open;
        case AlarmKind::TargetMissed:
            return alarm.firedAtMs < m_in.todayMs || (m_in.fresh && !missedToday()) ? Ending::Over
                                                                                    : Ending::Open;
        case AlarmKind::Disconnected:
            return m_in.disconnectedSinceMs == 0 ? Ending::Over : Ending::Open;
        case AlarmKind::PeakRecord:
        case AlarmKind::DataTrouble:
            return Ending::Over; // left behind by a run that ended early
        }
        return Ending::Open;
    }

    // -- what begins
    void overdue()
    {
        if (!told(AlarmKind::Overdue))
            return;
        for (const WaitingTicket &ticket : m_in.waiting) {
            if (ticket.muted || m_in.alarmed.contains(ticket.ticket))
                continue; // at most one alarm per ticket
            const UtcMs due = ticket.sinceMs + m_in.targets.firstResponse(ticket.category);
            if (due > m_in.nowMs)
                lookAt(due);
            else if (m_in.workingTime)
                fire(AlarmKind::Overdue, ticket.sinceMs, ticket.ticket);
        }
    }

    void tooManyOpen()
    {
        const AlarmKind kind = AlarmKind::TooManyOpen;
        if (!told(kind) || isOpen(kind) || m_in.openTickets <= m_settings.alarm(kind).limit)
            return;
        const UtcMs last = m_in.lastMs[size_t(kind)];
        if (last > 0 && m_in.nowMs - last < AlarmCooldownMs)
            lookAt(last + AlarmCooldownMs);
        else if (m_in.workingTime)
            fire(kind, m_in.openTickets);
    }

    void peakRecord()
    {
        const AlarmKind kind = AlarmKind::PeakRecord;
        if (!told(kind) || !m_in.workingTime || !m_in.record || m_in.openTickets <= *m_in.record
            || m_in.lastMs[size_t(kind)] >= m_in.todayMs) // once a day
            return;
        // It still stands, but it is of the time when it was reached. A record of an earlier day is part of the record.
        fire(kind, std::max(m_in.mostToday, m_in.openTickets), {}, Ending::Nothing);
        if (m_in.mostToday >= m_in.openTickets && m_in.mostTodayMs > 0)
            m_out.fire.last().firedAtMs = m_in.mostTodayMs;
    }

    bool missedToday() const
    {
        return m_in.responsesToday >= FewestResponses
            && m_in.lateToday * 100 >= m_settings.alarm(AlarmKind::TargetMissed).limit * m_in.responsesToday;
    }

    void targetMissed()
    {
        const AlarmKind kind = AlarmKind::TargetMissed;
        if (told(kind) && m_in.workingTime && !isOpen(kind) && missedToday()
            && m_in.lastMs[size_t(kind)] < m_in.todayMs)
            fire(kind, m_in.lateToday * 100 / m_in.responsesToday);
    }

    void disconnected()
    {
        const AlarmKind kind = AlarmKind::Disconnected;
        if (!told(kind) || isOpen(kind) || m_in.disconnectedSinceMs == 0)
            return;
        const UtcMs due = m_in.disconnectedSinceMs + m_settings.alarm(kind).limit * MinuteMs;
        if (due > m_in.nowMs)
            lookAt(due);
        else if (m_in.workingTime)
            fire(kind, m_in.disconnectedSinceMs);
    }

    const NoticeSettings &m_settings;
    const AlarmInput &m_in;
    AlarmDecisions m_out;
};

} // namespace

AlarmDecisions decideAlarms(const NoticeSettings &settings, const AlarmInput &input)
{
    return AlarmDecider(settings, input).decide();
}

int overloadEndsAt(int limit)
{
    return std::max(0, limit - std::max(1, limit / 10));
}

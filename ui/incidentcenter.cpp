// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incidentcenter.h"

#include "bot/store/backup.h"
#include "bot/store/database.h"
#include "ui/livedata.h"

#include <algorithm>

namespace {

// A resume within this time is nothing to talk about.
constexpr qint64 WorthTellingMs = 20 * SecondMs;

} // namespace

IncidentCenter::IncidentCenter(LiveData &live, QObject *parent) : QObject(parent), m_live(live)
{
    m_countdown.setSingleShot(true);
    connect(&m_countdown, &QTimer::timeout, this, &IncidentCenter::refresh);
    connect(&m_live, &LiveData::botStateChanged, this, [this] {
        watchConnection();
        refresh();
    });
    connect(&m_live, &LiveData::troubleChanged, this, [this] {
        weighBackups();
        refresh();
    });
    connect(&m_live, &LiveData::serversChanged, this, &IncidentCenter::refresh);
    connect(&m_live, &LiveData::dataChanged, this, [this](const ChangeSet &changes) {
        for (const ChangeSet::TicketEvent &event : changes.events) {
            if (event.live)
                continue;
            m_openedMeanwhile += event.kind == ChangeSet::TicketEvent::Kind::Opened;
            m_closedMeanwhile += event.kind == ChangeSet::TicketEvent::Kind::Closed;
        }
    });
    refresh();
}

IncidentInput IncidentCenter::input() const
{
    return {m_live.bot(),     m_live.trouble(), m_live.nowMs(),
            m_live.zone(),    m_tokenKnown,     m_online,
            m_stopped,        m_pausedSinceMs,  m_live.bot().rest.clockOffMs,
            m_contentWanted,  m_tokenProblem,   m_tokenWaiting,
            m_knownBot,       m_recovery,       m_backupBytes,
            m_live.archived()};
}

void IncidentCenter::refresh()
{
    const QVector<Incident> before = std::exchange(m_incidents, incidents(input()));
    QSet<QString> present;
    UtcMs next = 0;
    const Incident *fresh = nullptr;
    for (const Incident &incident : std::as_const(m_incidents)) {
        present.insert(incident.key);
        if (incident.changesAtMs > 0)
            next = next == 0 ? incident.changesAtMs : qMin(next, incident.changesAtMs);
        const bool known = std::any_of(before.begin(), before.end(),
                                       [&](const Incident &old) { return old.key == incident.key; });
        if (!known && incident.banner && !fresh)
            fresh = &incident;
    }
    if (fresh)
        emit began(Incident(*fresh));
    m_dismissed.intersect(present);
    if (next > 0)
        m_countdown.start(int(qBound(qint64(200), qint64(next - m_live.nowMs()), qint64(1000))));
    emit changed();
}

void IncidentCenter::setRecovery(const DatabaseRecovery &recovery)
{
    m_recovery = recovery;
    refresh();
}

// What can be freed is worth a number on the button.
void IncidentCenter::weighBackups()
{
    const auto kind = m_live.trouble().kind;
    if (kind != StorageTrouble::Kind::LowSpace && kind != StorageTrouble::Kind::Full)
        return;
    m_live.storage().browse(
        this,
        [file = m_live.storage().databasePath()](const Reader &) {
            qint64 bytes = 0;
            const auto made = Backups(DatabaseFile(file)).list();
            for (const BackupInfo &backup : made)
                bytes += backup.bytes;
            return bytes;
        },
        [this](qint64 bytes) {
            m_backupBytes = bytes;
            refresh();
        });
}

void IncidentCenter::watchConnection()
{
    const bool paused = m_live.bot().rest.pausedForMs > 0;
    if (paused != (m_pausedSinceMs > 0))
        m_pausedSinceMs = paused ? m_live.nowMs() : 0;

    const auto &servers = m_live.bot().servers;
    m_catchingUp = std::any_of(servers.begin(), servers.end(), [](const auto &s) { return s.catchingUp; });
    if (!m_live.connected()) {
        if (m_awaySinceMs == 0 && m_everConnected) {
            m_awaySinceMs = m_live.bot().lastEventMs > 0 ? m_live.bot().lastEventMs : m_live.nowMs();
            m_openedMeanwhile = 0;
            m_closedMeanwhile = 0;
        }
        m_backAtMs = 0;
        return;
    }
    m_everConnected = true;
    if (m_awaySinceMs == 0)
        return;
    if (m_backAtMs == 0)
        m_backAtMs = m_live.nowMs();
    if (m_catchingUp)
        return; // say it once everything was checked
    const qint64 away = m_backAtMs - m_awaySinceMs;
    m_awaySinceMs = 0;
    m_backAtMs = 0;
    if (away >= WorthTellingMs || m_openedMeanwhile + m_closedMeanwhile > 0)
        emit backOnline(backOnlineText(away, m_closedMeanwhile, m_openedMeanwhile));
}

const Incident *IncidentCenter::banner() const
{
    const auto it = std::find_if(m_incidents.begin(), m_incidents.end(), [this](const Incident &incident) {
        return incident.banner && !m_dismissed.contains(incident.key);
    });
    return it == m_incidents.end() ? nullptr : &*it;
}

int IncidentCenter::behindBanner() const
{
    return banner() ? int(m_incidents.size()) - 1 : int(m_incidents.size());
}

ConnectionWords IncidentCenter::connection() const
{
    return connectionWords(input(), m_live.overdueEverywhere());
}

void IncidentCenter::dismiss(const QString &key)
{
    if (m_recovery && key.endsWith(m_recovery->quarantine)) { // it was read: nothing is left of it to mend
        m_recovery.reset();
        return refresh();
    }
    m_dismissed.insert(key);
    emit changed();
}

void IncidentCenter::setTokenKnown(bool known)
{
    if (std::exchange(m_tokenKnown, known) != known)
        refresh();
}

void IncidentCenter::setTokenProblem(const QString &text, bool waiting)
{
    if (m_tokenProblem == text && m_tokenWaiting == waiting)
        return;
    m_tokenProblem = text;
    m_tokenWaiting = waiting;
    refresh();
}

void IncidentCenter::setKnownBot(const QString &name)
{
    m_knownBot = name;
    refresh();
}

void IncidentCenter::setStoppedByUser(bool stopped)
{
    if (std::exchange(m_stopped, stopped) != stopped)
        refresh();
}

void IncidentCenter::setComputerOnline(bool online)
{
    if (std::exchange(m_online, online) != online)
        refresh();
}

void IncidentCenter::setMessageContentWanted(bool wanted)
{
    if (std::exchange(m_contentWanted, wanted) != wanted)
        refresh();
}

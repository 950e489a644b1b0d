// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/incidents.h"

#include <QObject>
#include <QSet>
#include <QTimer>

class LiveData;

// Keeps the list of incidents up to date while time passes (countdowns), remembers which banners the person
// put away, and notices when the connection came back. One for the whole program, so that banner, Problems,
// tray and notifications agree. Thread: GUI. Owner: MainWindow.
class IncidentCenter : public QObject
{
    Q_OBJECT
public:
    IncidentCenter(LiveData &live, QObject *parent = nullptr);

    const QVector<Incident> &all() const { return m_incidents; }
    const Incident *banner() const; // the most severe one that was not put away; null = none
    int behindBanner() const; // how many others there are
    ConnectionWords connection() const;

    void dismiss(const QString &key); // until it is over and happens again
    void setTokenKnown(bool known);
    // Why the saved token cannot be had; `waiting`: it may come yet.
    void setTokenProblem(const QString &text, bool waiting);
    const QString &tokenProblem() const { return m_tokenProblem; }
    void setKnownBot(const QString &name);
    void setStoppedByUser(bool stopped);
    void setComputerOnline(bool online);
    void setMessageContentWanted(bool wanted);
    void setRecovery(const DatabaseRecovery &recovery); // told until it is put away
    QString explanation(const Incident &incident) const { return incidentExplanation(incident, input()); }
    void refresh();

signals:
    void changed();
    // New ones: desktop notification. Of several at once the most severe speaks for all.
    void began(const Incident &incident);
    void backOnline(const QString &text);

private:
    IncidentInput input() const;
    void watchConnection();
    void weighBackups();

    LiveData &m_live;
    QVector<Incident> m_incidents;
    QSet<QString> m_dismissed;
    QTimer m_countdown;
    bool m_tokenKnown = true;
    QString m_tokenProblem;
    bool m_tokenWaiting = false;
    QString m_knownBot;
    bool m_stopped = false;
    bool m_online = true;
    bool m_contentWanted = false;
    std::optional<DatabaseRecovery> m_recovery;
    qint64 m_backupBytes = 0;
    UtcMs m_pausedSinceMs = 0;
    UtcMs m_awaySinceMs = 0; // 0 = connected
    bool m_everConnected = false;
    bool m_catchingUp = false;
    UtcMs m_backAtMs = 0;
    int m_openedMeanwhile = 0, m_closedMeanwhile = 0;
};

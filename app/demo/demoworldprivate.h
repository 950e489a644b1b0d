// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/demoworld.h"
#include "app/demo/worlddata.h"

// The changing half of DemoWorld, shared by its source files.
class DemoWorld::Private
{
public:
    explicit Private(DemoWorld *world) : q(world) { }

    // Says nothing for servers that the bot is not in or that are out, as Discord would.
    void tell(const QString &event, const QJsonObject &json, quint64 guild, int intent);
    bool anyoneListens() const; // building JSON for nobody costs most of a large history
    World::AuditEntry *log(quint64 guild, int action, quint64 by, quint64 target, const QString &reason,
                           const QJsonArray &changes, qint64 atMs = 0);
    void tellLog(quint64 guild, const World::AuditEntry *entry);
    void tellChannel(const QString &event, const World::Channel &channel);
    void tellRole(const QString &event, quint64 guild, const World::Role &role);
    // Threads that came into sight by a change of permissions (THREAD_LIST_SYNC).
    void syncThreads(quint64 guild, const QSet<quint64> &visibleBefore);
    QSet<quint64> visibleChannels(quint64 guild) const;

    DemoWorld *const q;
    World::Data data;
    quint64 counter = 0;
};

namespace World {
QJsonObject change(const QString &key, const QJsonValue &before,
                   const QJsonValue &after); // of an audit entry
}

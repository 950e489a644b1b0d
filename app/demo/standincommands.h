// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/standinrouter.h"

#include <QHash>
#include <QJsonArray>

class DemoWorld;

namespace StandIn {

// Registered application commands, global and per server: validation, versions, the bulk overwrite that keeps
// ids of what stays, the daily limit of new ones (Discord interactions/application-commands).
class Commands
{
public:
    explicit Commands(DemoWorld &world) : m_world(world) { }

    void addTo(Router &router);
    // What a member of that server sees under the name: the server's own command before the global one.
    QJsonObject find(quint64 guild, const QString &name) const;
    QJsonArray registered(quint64 guild = 0) const { return m_lists.value(guild); }

private:
    Answer list(quint64 guild, const Call &call) const;
    Answer overwrite(quint64 guild, const Call &call);
    Answer create(quint64 guild, const Call &call);
    Answer one(quint64 guild, quint64 id, const Call &call);
    QJsonObject stored(quint64 guild, const QJsonObject &sent, const QJsonObject &previous);
    bool isOurs(const Call &call) const;

    DemoWorld &m_world;
    QHash<quint64, QJsonArray> m_lists; // by server; 0: global
    QHash<quint64, int> m_created; // new names per server, of a day
};

} // namespace StandIn

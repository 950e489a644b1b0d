// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/standinrouter.h"
#include "app/demo/worlddata.h"

#include <QHash>
#include <QStringList>

class DemoWorld;

namespace StandIn {

// Messages in channels: reading pages, posting, editing, deleting, with Discord's permissions and form
// checks. What a body means for a message is also needed by interaction replies.
class Messages
{
public:
    Messages(DemoWorld &world, QStringList &offences) : m_world(world), m_offences(offences) { }

    void addTo(Router &router);
    // Carries a checked body over into the message. Lists that the body leaves out stay as they are.
    void apply(World::Message &message, const QJsonObject &body, const QVector<HttpPart> &files) const;
    // Whatever speaks against the body: form errors, emptiness, or nothing. Bodies without allowed_mentions
    // are noted.
    std::optional<Answer> refusal(const QString &what, const QJsonObject &body,
                                  const QVector<HttpPart> &files, bool edit) const;

private:
    Answer page(const Call &call) const;
    Answer one(const Call &call) const;
    Answer post(const Call &call);
    Answer edit(const Call &call);
    Answer remove(const Call &call);
    std::optional<Answer> sightRefusal(const World::Channel *channel) const;
    std::optional<Answer> sendRefusal(const World::Channel &channel, const Call &call) const;
    QJsonObject restJson(const World::Message &message) const;
    void readMentions(World::Message &message, const QJsonObject &allowed) const;

    DemoWorld &m_world;
    QStringList &m_offences;
    QHash<QString, quint64> m_nonces; // channel and nonce -> message
public:
    std::function<bool()> contentGranted; // by the application's flags
};

} // namespace StandIn

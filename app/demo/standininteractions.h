// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/standindiscord.h"
#include "app/demo/standinrouter.h"
#include "app/demo/worlddata.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>

class DemoWorld;

namespace StandIn {

class Commands;
class Gateway;
class Messages;

// Interactions from both ends: what a person does in the client (commands, presses, choices, forms), and the
// routes by which the bot answers, with Discord's time limits and error codes
// (interactions/receiving-and-responding).
//
// Thread: its creator's. Owner: StandInDiscord.
class Interactions : public QObject
{
    Q_OBJECT
public:
    Interactions(DemoWorld &world, Gateway &gateway, Commands &commands, Messages &messages,
                 QObject *parent = nullptr);

    void addTo(Router &router);

    quint64 runCommand(quint64 guild, quint64 channel, quint64 user, const QString &command,
                       const QJsonArray &options, const QString &locale, bool autocomplete);
    quint64 component(quint64 onMessage, const QString &customId, const QStringList *values, quint64 user,
                      const QString &locale);
    quint64 submit(quint64 onInteraction, const QHash<QString, QString> &fields, quint64 user,
                   const QString &customId);
    quint64 messageOf(quint64 interaction) const; // the message it showed or changed
    StandInDiscord::Reply reply(quint64 interaction) const;

signals:
    void replied(quint64 interaction);

private:
    enum Kind // as Discord numbers them
    {
        Command = 2,
        Component = 3,
        Autocomplete = 4,
        ModalSubmit = 5
    };
    struct Interaction
    {
        quint64 id = 0;
        int type = 0;
        QString token;
        quint64 guild = 0;
        quint64 channel = 0;
        quint64 user = 0;
        QString name; // of the command
        QString locale;
        qint64 createdAtMs = 0;
        quint64 sourceMessage = 0; // on which the component sits
        int callbackType = 0;
        qint64 acknowledgedAfterMs = -1;
        bool ephemeral = false;
        quint64 message = 0;
        int edits = 0;
        QJsonArray choices;
        QJsonObject modal;
        QList<quint64> followUps;
    };
    struct Shown // a message that an interaction brought about; private ones exist only here
    {
        World::Message message;
        bool ephemeral = false;
        quint64 viewer = 0; // who sees a private one
        QHash<QString, QByteArray> files;
    };

    Interaction *make(int type, quint64 guild, quint64 channel, quint64 user, const QString &locale);
    void send(const Interaction &interaction, const QJsonObject &data, const QJsonObject &message);
    QJsonObject resolved(quint64 guild, const QList<quint64> &users, const QList<quint64> &roles,
                         const QList<quint64> &channels) const;
    const Shown *shown(quint64 message);

    static bool fits(int interaction, int callback, bool hasSource);
    Answer callback(const Call &call);
    Answer acknowledge(Interaction &interaction, int type, const QJsonObject &data, const Call &call);
    void show(Interaction &interaction, const QJsonObject &data, const QVector<HttpPart> &files,
              bool loading);
    void change(Shown &shown, const QJsonObject &data, const QVector<HttpPart> &files);
    Interaction *byToken(const QString &token);
    std::optional<Answer> webhookRefusal(const Call &call, const Interaction *interaction) const;
    Answer readOriginal(const Call &call);
    Answer editOriginal(const Call &call);
    Answer removeOriginal(const Call &call);
    Answer followUp(const Call &call);

    DemoWorld &m_world;
    Gateway &m_gateway;
    Commands &m_commands;
    Messages &m_messages;
    QElapsedTimer m_clock;
    QHash<quint64, Interaction> m_interactions;
    QHash<QString, quint64> m_tokens;
    QHash<quint64, Shown> m_shown;
};

} // namespace StandIn

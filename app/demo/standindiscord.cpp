// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/standindiscord.h"

#include "app/demo/demoworld.h"
#include "app/demo/standincommands.h"
#include "app/demo/standingateway.h"
#include "app/demo/standininteractions.h"
#include "app/demo/standinmessages.h"
#include "app/demo/standinrest.h"
#include "app/demo/standinroutes.h"
#include "app/demo/worlddata.h"

#include <QRandomGenerator>

using namespace Qt::Literals::StringLiterals;

namespace {

// The intent that brings an event; what is not listed always comes.
int intentOf(const QString &event)
{
    static const QHash<QString, int> exact{{u"GUILD_AUDIT_LOG_ENTRY_CREATE"_s, World::GuildModeration},
                                           {u"GUILD_BAN_ADD"_s, World::GuildModeration},
                                           {u"GUILD_BAN_REMOVE"_s, World::GuildModeration},
                                           {u"PRESENCE_UPDATE"_s, World::GuildPresences},
                                           {u"MESSAGE_CREATE"_s, World::GuildMessages},
                                           {u"MESSAGE_UPDATE"_s, World::GuildMessages},
                                           {u"MESSAGE_DELETE"_s, World::GuildMessages},
                                           {u"MESSAGE_DELETE_BULK"_s, World::GuildMessages}};
    if (exact.contains(event))
        return exact.value(event);
    if (event.startsWith("GUILD_MEMBER_"_L1))
        return World::GuildMembers;
    for (const QLatin1StringView prefix : {"GUILD_"_L1, "CHANNEL_"_L1, "THREAD_"_L1}) {
        if (event.startsWith(prefix))
            return World::Guilds;
    }
    return World::None;
}

QString freshToken(quint64 bot)
{
    // The shape of a real one: the bot's id, a time, a secret. Leak checks look for that shape.
    constexpr auto Encoding = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
    QByteArray secret(28, Qt::Uninitialized);
    for (char &byte : secret)
        byte = char(QRandomGenerator::global()->bounded(256));
    return QString::fromLatin1(QByteArray::number(bot).toBase64(Encoding) + ".StndIn."
                               + secret.toBase64(Encoding));
}

} // namespace

class StandInDiscord::Private
{
public:
    Private()
        : gateway(world.data()), rest([this] { return world.now(); }), messages(world, offences),
          commands(world), interactions(world, gateway, commands, messages)
    {
        messages.contentGranted = [this] {
            return (gateway.applicationFlags()
                    & (World::MessageContentFlag | World::MessageContentLimitedFlag))
                != 0;
        };
        StandIn::addApplicationRoutes(rest.router(), world, gateway);
        StandIn::addGuildRoutes(rest.router(), world);
        messages.addTo(rest.router());
        commands.addTo(rest.router());
        interactions.addTo(rest.router());
    }

    DemoWorld world;
    QStringList offences;
    StandIn::Gateway gateway;
    StandIn::Rest rest;
    StandIn::Messages messages;
    StandIn::Commands commands;
    StandIn::Interactions interactions;
    QString token;
    bool listening = false; // to the world
    QHash<QString, int> toLose; // how many events of a name are never sent
};

StandInDiscord::StandInDiscord(QObject *parent) : QObject(parent), d(std::make_unique<Private>())
{
    setToken(freshToken(d->world.bot()));
    connect(&d->gateway, &StandIn::Gateway::sessionReady, this, [this] {
        // From the first session on: before it, the world need not spend time on events.
        if (!d->listening) {
            connect(&d->world, &DemoWorld::changed, this,
                    [this](const QString &event, const QJsonObject &data, quint64, int intent) {
                        for (const QString &name : {event, u"*"_s}) {
                            const auto lost = d->toLose.find(name);
                            if (lost != d->toLose.end() && (*lost)-- > 0)
                                return;
                        }
                        d->gateway.dispatch(event, data, intent);
                    });
        }
        d->listening = true;
        emit sessionReady();
    });
    connect(&d->rest, &StandIn::Rest::received, this, &StandInDiscord::received);
    connect(&d->interactions, &StandIn::Interactions::replied, this, &StandInDiscord::replied);
}

StandInDiscord::~StandInDiscord() = default;

bool StandInDiscord::listen(quint16 port)
{
    return d->rest.listen(port) && d->gateway.listen();
}
QUrl StandInDiscord::apiBase() const
{
    return QUrl(u"http://127.0.0.1:%1/api/v10"_s.arg(d->rest.port()));
}
QString StandInDiscord::token() const
{
    return d->token;
}
DemoWorld &StandInDiscord::world()
{
    return d->world;
}

void StandInDiscord::setToken(const QString &token)
{
    d->token = token;
    d->rest.setToken(token);
    d->gateway.setToken(token);
}

// -- what it received -----------------------------------------------------------------------------

const QVector<StandInDiscord::Received> &StandInDiscord::requests() const
{
    return d->rest.requests();
}
void StandInDiscord::recordTo(const QString &jsonLinesFile)
{
    d->rest.recordTo(jsonLinesFile);
}
int StandInDiscord::identifies() const
{
    return d->gateway.identifies();
}
int StandInDiscord::resumes() const
{
    return d->gateway.resumes();
}
int StandInDiscord::connections() const
{
    return d->gateway.connections();
}
QVector<QJsonObject> StandInDiscord::gatewayReceived() const
{
    return d->gateway.received();
}
QStringList StandInDiscord::offences() const
{
    return d->offences + d->gateway.offences;
}
QJsonArray StandInDiscord::commands(quint64 guild) const
{
    return d->commands.registered(guild);
}

// -- knobs ----------------------------------------------------------------------------------------

void StandInDiscord::setHeartbeatInterval(int ms)
{
    d->gateway.setHeartbeatInterval(ms);
}
void StandInDiscord::setSessionStartLimit(int remaining, int resetAfterMs)
{
    d->gateway.setSessionStartLimit(remaining, resetAfterMs);
}
void StandInDiscord::enforceIdentifySpacing(bool on)
{
    d->gateway.enforceIdentifySpacing(on);
}
void StandInDiscord::setApplicationFlags(quint64 flags)
{
    d->gateway.setApplicationFlags(flags);
}
void StandInDiscord::setResumable(bool on)
{
    d->gateway.setResumable(on);
}
void StandInDiscord::dropSocket()
{
    d->gateway.dropSocket();
}
void StandInDiscord::finSocket()
{
    d->gateway.finSocket();
}
void StandInDiscord::closeWith(int code, const QString &reason)
{
    d->gateway.closeWith(code, reason);
}
void StandInDiscord::goSilent(bool on)
{
    d->gateway.goSilent(on);
}
void StandInDiscord::sendReconnect()
{
    d->gateway.sendToAll(
        {{u"op"_s, 7}, {u"d"_s, QJsonValue::Null}, {u"s"_s, QJsonValue::Null}, {u"t"_s, QJsonValue::Null}});
}
void StandInDiscord::sendInvalidSession(const QJsonValue &data)
{
    d->gateway.sendToAll(
        {{u"op"_s, 9}, {u"d"_s, data}, {u"s"_s, QJsonValue::Null}, {u"t"_s, QJsonValue::Null}});
}
void StandInDiscord::sendRaw(const QByteArray &text)
{
    d->gateway.sendRaw(text);
}
void StandInDiscord::sendBinary(const QByteArray &bytes)
{
    d->gateway.sendBinary(bytes);
}
void StandInDiscord::refuseConnections(bool on)
{
    d->gateway.setRefusing(on);
}
void StandInDiscord::setOffline(bool on)
{
    d->gateway.setRefusing(on);
    d->rest.setRefusing(on);
    if (on)
        d->gateway.dropSocket();
}
void StandInDiscord::refuseIntents(bool on)
{
    d->gateway.refuseIntents(on);
}
void StandInDiscord::setDateOffset(qint64 ms)
{
    d->rest.setDateOffset(ms);
}
void StandInDiscord::holdHello(bool on)
{
    d->gateway.holdHello(on);
}
void StandInDiscord::holdReady(bool on)
{
    d->gateway.holdReady(on);
}
void StandInDiscord::loseNext(const QString &event, int times)
{
    d->toLose.insert(event, times);
}
void StandInDiscord::setResumeUrl(const QString &url)
{
    d->gateway.setResumeUrl(url);
}

void StandInDiscord::answerNext(const QString &route, int status,
                                const QHash<QByteArray, QByteArray> &headers, const QByteArray &body,
                                int times)
{
    HttpResponse response{status, {}, body};
    for (auto it = headers.begin(); it != headers.end(); ++it)
        response.headers.emplaceBack(it.key(), it.value());
    d->rest.addKnob({StandIn::Rest::Trick::Answer, route, times, 0, response});
}

void StandInDiscord::hangNext(const QString &route, int times)
{
    d->rest.addKnob({StandIn::Rest::Trick::Hang, route, times, 0, {}});
}

void StandInDiscord::delayNext(const QString &route, int ms, int times)
{
    d->rest.addKnob({StandIn::Rest::Trick::Delay, route, times, ms, {}});
}

void StandInDiscord::cutNext(const QString &route, bool afterProcessing, int times)
{
    const auto trick = afterProcessing ? StandIn::Rest::Trick::CutAfter : StandIn::Rest::Trick::CutBefore;
    d->rest.addKnob({trick, route, times, 0, {}});
}

void StandInDiscord::setRateLimit(const QString &route, int limit, int perMs)
{
    d->rest.setRateLimit(route, limit, perMs);
}
void StandInDiscord::setGlobalRateLimit(int perSecond)
{
    d->rest.setGlobalRateLimit(perSecond);
}
void StandInDiscord::clearKnobs()
{
    d->rest.clearKnobs();
}

// -- what users do --------------------------------------------------------------------------------

quint64 StandInDiscord::runCommand(quint64 guild, quint64 channel, quint64 user, const QString &command,
                                   const QJsonArray &options, const QString &locale)
{
    return d->interactions.runCommand(guild, channel, user, command, options, locale, false);
}

quint64 StandInDiscord::autocomplete(quint64 guild, quint64 channel, quint64 user, const QString &command,
                                     const QJsonArray &options)
{
    return d->interactions.runCommand(guild, channel, user, command, options, u"en-US"_s, true);
}

quint64 StandInDiscord::press(quint64 onInteraction, const QString &customId, quint64 user)
{
    return d->interactions.component(d->interactions.messageOf(onInteraction), customId, nullptr, user,
                                     u"en-US"_s);
}

quint64 StandInDiscord::pressMessage(quint64 message, const QString &customId, quint64 user)
{
    return d->interactions.component(message, customId, nullptr, user, u"en-US"_s);
}

quint64 StandInDiscord::choose(quint64 onInteraction, const QString &customId, const QStringList &values,
                               quint64 user)
{
    return d->interactions.component(d->interactions.messageOf(onInteraction), customId, &values, user,
                                     u"en-US"_s);
}

quint64 StandInDiscord::submit(quint64 onInteraction, const QString &customId,
                               const QHash<QString, QString> &fields, quint64 user)
{
    return d->interactions.submit(onInteraction, fields, user, customId);
}

StandInDiscord::Reply StandInDiscord::reply(quint64 interaction) const
{
    return d->interactions.reply(interaction);
}

void StandInDiscord::dispatch(const QString &name, const QJsonObject &data, quint64 guild)
{
    if (guild == 0 || d->world.data().botIsIn(guild))
        d->gateway.dispatch(name, data, intentOf(name));
}

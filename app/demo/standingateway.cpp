// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/standingateway.h"

#include "app/demo/gatewayconnection.h"
#include "app/demo/worlddata.h"

#include <QJsonDocument>
#include <QPointer>
#include <QUrlQuery>
#include <QWebSocket>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace StandIn {

namespace {

enum Op
{
    Dispatch = 0,
    Heartbeat = 1,
    Identify = 2,
    PresenceUpdate = 3,
    VoiceStateUpdate = 4,
    Resume = 6,
    RequestGuildMembers = 8,
    InvalidSession = 9,
    Hello = 10,
    HeartbeatAck = 11,
    RequestSoundboardSounds = 31,
};

// topics/opcodes-and-status-codes, "Gateway Close Event Codes"
enum CloseCode
{
    UnknownError = 4000,
    UnknownOpcode = 4001,
    DecodeError = 4002,
    NotAuthenticated = 4003,
    AuthenticationFailed = 4004,
    AlreadyAuthenticated = 4005,
    InvalidSequence = 4007,
    RateLimited = 4008,
    InvalidShard = 4010,
    InvalidApiVersion = 4012,
    InvalidIntents = 4013,
    DisallowedIntents = 4014,
};

constexpr int KnownIntents = 0x331FFFF; // every bit of the list of intents
constexpr int PayloadLimit = 4096;
constexpr qint64 IdentifySpacingMs = 5000;
constexpr qint64 SessionLifeMs = 5 * 60 * 1000; // "a few minutes" without a connection
constexpr size_t ReplayLimit = 50'000;
constexpr size_t AcknowledgedKept = 5'000;

QByteArray compact(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

QByteArray dispatchFrame(const QString &event, qint64 sequence, const QByteArray &json)
{
    return "{\"t\":\"" + event.toUtf8() + "\",\"s\":" + QByteArray::number(sequence)
        + ",\"op\":0,\"d\":" + json + '}';
}

bool carriesContent(const QString &event)
{
    return event == "MESSAGE_CREATE"_L1 || event == "MESSAGE_UPDATE"_L1;
}

} // namespace

Gateway::Gateway(const World::Data &world, QObject *parent)
    : QObject(parent), m_world(world), m_upgrades(u"stand-in"_s, QWebSocketServer::NonSecureMode)
{
    m_clock.start();
    connect(&m_listener, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *tcp = m_listener.nextPendingConnection()) {
            m_handshakes.removeIf([](const auto &entry) { return entry.value().isNull(); });
            m_handshakes.insert(tcp->peerPort(), tcp);
            m_upgrades.handleConnection(tcp);
        }
    });
    connect(&m_upgrades, &QWebSocketServer::newConnection, this, &Gateway::greet);
}

Gateway::~Gateway()
{
    const auto connections = m_connections;
    for (GatewayConnection *connection : connections)
        delete connection;
}

bool Gateway::listen()
{
    return m_listener.start();
}

QUrl Gateway::url() const
{
    return QUrl(u"ws://127.0.0.1:%1"_s.arg(m_listener.port()));
}

void Gateway::setRefusing(bool on)
{
    m_listener.setRefusing(on);
}

void Gateway::setToken(const QString &token)
{
    m_token = token;
    const auto connections = m_connections; // closing takes them out of the list
    for (GatewayConnection *connection : connections) {
        if (!connection->sessionId.isEmpty() && !connection->dying) {
            connection->resumableAfterClose = false;
            connection->close(AuthenticationFailed, u"Authentication failed."_s);
        }
    }
    m_sessions.erase(std::remove_if(m_sessions.begin(), m_sessions.end(),
                                    [](const auto &session) { return !session->connection; }),
                     m_sessions.end());
}

void Gateway::setSessionStartLimit(int remaining, int resetAfterMs)
{
    m_remaining = remaining;
    m_resetAfterMs = resetAfterMs;
    m_limitSetAtMs = nowMs();
}

QJsonObject Gateway::sessionStartLimit() const
{
    const qint64 left =
        m_resetAfterMs == 0 ? 0 : std::max<qint64>(0, m_limitSetAtMs + m_resetAfterMs - nowMs());
    const bool over = m_resetAfterMs != 0 && left == 0;
    return {{u"total"_s, 1000},
            {u"remaining"_s, over ? 1000 : m_remaining},
            {u"reset_after"_s, left},
            {u"max_concurrency"_s, 1}};
}

// -- connections ----------------------------------------------------------------------------------

void Gateway::greet()
{
    while (QWebSocket *socket = m_upgrades.nextPendingConnection()) {
        const QUrlQuery query(socket->requestUrl());
        const QString compression = query.queryItemValue(u"compress"_s);
        auto *const connection = new GatewayConnection(socket, m_handshakes.take(socket->peerPort()),
                                                       compression == "zlib-stream"_L1, this);
        m_connections.append(connection);
        connect(connection, &GatewayConnection::received, this,
                [this, connection](const QByteArray &text) { receive(connection, text); });
        connect(connection, &GatewayConnection::gone, this,
                [this, connection](bool abnormal, int code) { gone(connection, abnormal, code); });
        connect(&connection->heartbeatDeadline, &QTimer::timeout, this,
                [connection] { connection->close(UnknownError, u"Heartbeat timeout."_s); });
        if (query.queryItemValue(u"v"_s) != "10"_L1)
            connection->close(InvalidApiVersion, u"Invalid API version."_s);
        else if (query.queryItemValue(u"encoding"_s) == "etf"_L1 || compression == "zstd-stream"_L1)
            connection->close(DecodeError, u"The stand-in speaks JSON and zlib-stream only."_s);
        else if (!m_holdHello)
            holdHello(false);
    }
}

void Gateway::holdHello(bool on)
{
    m_holdHello = on;
    if (on)
        return;
    for (GatewayConnection *connection : qAsConst(m_connections)) {
        if (connection->greeted || connection->dying)
            continue;
        connection->greeted = true;
        connection->send(compact({{u"t"_s, QJsonValue::Null},
                                  {u"s"_s, QJsonValue::Null},
                                  {u"op"_s, Hello},
                                  {u"d"_s, QJsonObject{{u"heartbeat_interval"_s, m_heartbeatMs}}}}));
        // Discord's tolerance is not documented; generous, so that a slow machine's tests do not meet it.
        connection->heartbeatDeadline.start(m_heartbeatMs * 2 + 5000);
    }
}

void Gateway::gone(GatewayConnection *connection, bool abnormal, int code)
{
    m_connections.removeAll(connection);
    connection->heartbeatDeadline.stop();
    const bool invalidated = !connection->resumableAfterClose
        || (!abnormal && !connection->dying && (code == 1000 || code == 1001));
    for (auto it = m_sessions.begin(); it != m_sessions.end(); ++it) {
        if ((*it)->connection != connection)
            continue;
        (*it)->connection = nullptr;
        (*it)->detachedAtMs = nowMs();
        if (invalidated)
            m_sessions.erase(it);
        break;
    }
}

void Gateway::forgetOldSessions()
{
    const qint64 oldest = nowMs() - SessionLifeMs;
    m_sessions.erase(std::remove_if(m_sessions.begin(), m_sessions.end(),
                                    [oldest](const auto &session) {
                                        return !session->connection && session->detachedAtMs < oldest;
                                    }),
                     m_sessions.end());
}

// -- what clients send ----------------------------------------------------------------------------

// What the client says it has is kept only for a while longer, so that a long demo does not grow.
void Gateway::forgetAcknowledged(const GatewayConnection *by, qint64 sequence)
{
    for (const auto &session : m_sessions) {
        if (session->connection != by)
            continue;
        while (session->replay.size() > AcknowledgedKept && session->replay.front().sequence <= sequence)
            session->replay.pop_front();
    }
}

void Gateway::receive(GatewayConnection *from, const QByteArray &text)
{
    if (from->dying)
        return;
    const QJsonDocument document = QJsonDocument::fromJson(text);
    if (document.isObject())
        m_received.append(document.object());
    if (!from->countReceived(nowMs()))
        return from->close(RateLimited, u"Rate limited."_s);
    if (text.size() > PayloadLimit || !document.isObject())
        return from->close(DecodeError, u"Error while decoding payload."_s);
    const QJsonObject payload = document.object();
    const QJsonObject data = payload.value("d"_L1).toObject();
    const int op = payload.value("op"_L1).toInt(-1);
    const bool authenticated = !from->sessionId.isEmpty() || from->identifying;
    switch (op) {
    case Heartbeat:
        if (from->heartbeatDeadline.isActive())
            from->heartbeatDeadline.start();
        forgetAcknowledged(from, payload.value("d"_L1).toInteger(-1));
        return from->send(compact({{u"t"_s, QJsonValue::Null},
                                   {u"s"_s, QJsonValue::Null},
                                   {u"op"_s, HeartbeatAck},
                                   {u"d"_s, QJsonValue::Null}}));
    case Identify:
    case Resume:
        if (authenticated)
            return from->close(AlreadyAuthenticated, u"Already authenticated."_s);
        return op == Identify ? identify(from, data) : resume(from, data);
    case PresenceUpdate:
    case VoiceStateUpdate:
    case RequestGuildMembers:
    case RequestSoundboardSounds:
        if (!authenticated)
            return from->close(NotAuthenticated, u"Not authenticated."_s);
        if (op == RequestGuildMembers)
            requestMembers(from, data);
        return;
    default:
        return from->close(UnknownOpcode, u"Unknown opcode."_s);
    }
}

int Gateway::refusedIntents(int intents) const
{
    if (intents < 0 || intents & ~KnownIntents)
        return InvalidIntents;
    if (m_refuseIntents)
        return DisallowedIntents;
    // Each privileged intent with the application flags that grant it, the limited one included.
    const struct
    {
        int intent;
        quint64 flags;
    } privileged[] = {{World::GuildPresences, (1ull << 12) | (1ull << 13)},
                      {World::GuildMembers, (1ull << 14) | (1ull << 15)},
                      {World::MessageContent, (1ull << 18) | (1ull << 19)}};
    for (const auto &[intent, flags] : privileged) {
        if (intents & intent && !(m_applicationFlags & flags))
            return DisallowedIntents;
    }
    return 0;
}

void Gateway::identify(GatewayConnection *from, const QJsonObject &data)
{
    ++m_identifies;
    m_remaining = std::max(0, m_remaining - 1);
    const bool tooSoon = m_lastIdentifyMs >= 0 && nowMs() - m_lastIdentifyMs < IdentifySpacingMs;
    m_lastIdentifyMs = nowMs();
    forgetOldSessions();
    if (tooSoon) {
        offences.append(u"identify within 5 s of the previous one"_s);
        if (m_enforceSpacing)
            return from->send(compact({{u"t"_s, QJsonValue::Null},
                                       {u"s"_s, QJsonValue::Null},
                                       {u"op"_s, InvalidSession},
                                       {u"d"_s, false}}));
    }

    if (data.value("token"_L1).toString() != m_token)
        return from->close(AuthenticationFailed, u"Authentication failed."_s);
    if (!data.value("intents"_L1).isDouble() || !data.value("properties"_L1).isObject())
        return from->close(DecodeError, u"Error while decoding payload."_s);
    if (data.contains("shard"_L1)) {
        const QJsonArray shard = data.value("shard"_L1).toArray();
        const int index = shard.at(0).toInt(-1);
        if (shard.size() != 2 || index < 0 || index >= shard.at(1).toInt())
            return from->close(InvalidShard, u"Invalid shard."_s);
    }
    const int intents = data.value("intents"_L1).toInt(-1);
    if (const int code = refusedIntents(intents))
        return from->close(code,
                           code == InvalidIntents ? u"Invalid intent(s)."_s : u"Disallowed intent(s)."_s);
    from->requestedIntents = intents;
    from->identifying = true;
    if (!m_holdReady)
        beginSession(from);
}

void Gateway::holdReady(bool on)
{
    m_holdReady = on;
    if (on)
        return;
    for (GatewayConnection *connection : qAsConst(m_connections)) {
        if (connection->identifying)
            beginSession(connection);
    }
}

void Gateway::beginSession(GatewayConnection *from)
{
    auto session = std::make_unique<Session>();
    session->id =
        u"standin%1%2"_s.arg(++m_sessionNumber, 8, 16, QChar(u'0')).arg(qHash(m_token), 16, 16, QChar(u'0'));
    session->intents = from->requestedIntents;
    session->connection = from;
    from->identifying = false;
    from->sessionId = session->id;
    Session &made = *m_sessions.emplace_back(std::move(session));

    QJsonArray unavailable;
    for (const auto &[id, guild] : m_world.guilds) {
        if (!guild.removed)
            unavailable.append(QJsonObject{{u"id"_s, World::idText(id)}, {u"unavailable"_s, true}});
    }
    QJsonObject user = m_world.userJson(m_world.bot);
    user.insert(u"verified"_s, true);
    user.insert(u"mfa_enabled"_s, false);
    user.insert(u"email"_s, QJsonValue::Null);
    user.insert(u"flags"_s, 0);
    queueEvent(made, u"READY"_s,
               compact({{u"v"_s, 10},
                        {u"user_settings"_s, QJsonObject()},
                        {u"user"_s, user},
                        {u"session_type"_s, u"normal"_s},
                        {u"session_id"_s, made.id},
                        {u"resume_gateway_url"_s, m_resumeUrl.isNull() ? url().toString() : m_resumeUrl},
                        {u"relationships"_s, QJsonArray()},
                        {u"private_channels"_s, QJsonArray()},
                        {u"presences"_s, QJsonArray()},
                        {u"guilds"_s, unavailable},
                        {u"guild_join_requests"_s, QJsonArray()},
                        {u"geo_ordered_rtc_regions"_s, QJsonArray()},
                        {u"auth"_s, QJsonObject()},
                        {u"application"_s,
                         QJsonObject{{u"id"_s, World::idText(m_world.bot)},
                                     {u"flags"_s, qint64(m_applicationFlags)}}},
                        {u"shard"_s, QJsonArray{0, 1}},
                        {u"_trace"_s, QJsonArray{u"[\"stand-in\"]"_s}}}));
    if (made.intents & World::Guilds) {
        for (const auto &[id, guild] : m_world.guilds) {
            if (!guild.removed && !guild.out)
                queueEvent(made, u"GUILD_CREATE"_s, compact(m_world.guildCreateJson(guild)));
        }
    }
    emit sessionReady();
}

void Gateway::resume(GatewayConnection *from, const QJsonObject &data)
{
    ++m_resumes;
    forgetOldSessions();
    if (data.value("token"_L1).toString() != m_token)
        return from->close(AuthenticationFailed, u"Authentication failed."_s);
    const QString id = data.value("session_id"_L1).toString();
    const auto it = std::find_if(m_sessions.begin(), m_sessions.end(),
                                 [&id](const auto &session) { return session->id == id; });
    const qint64 sequence = data.value("seq"_L1).toInteger(-1);
    if (it != m_sessions.end() && sequence > (*it)->sequence)
        return from->close(InvalidSequence, u"Invalid seq."_s);
    const bool replayable = it != m_sessions.end() && m_resumable && sequence >= 0
        && ((*it)->replay.empty() || (*it)->replay.front().sequence <= sequence + 1);
    if (!replayable) {
        if (it != m_sessions.end())
            m_sessions.erase(it);
        return from->send(compact({{u"t"_s, QJsonValue::Null},
                                   {u"s"_s, QJsonValue::Null},
                                   {u"op"_s, InvalidSession},
                                   {u"d"_s, false}}));
    }
    Session &session = **it;
    if (GatewayConnection *const older = std::exchange(session.connection, from))
        older->close(UnknownError, u"The session was taken over."_s);
    from->sessionId = session.id;
    for (const Event &event : session.replay) {
        if (event.sequence > sequence)
            from->send(dispatchFrame(event.name, event.sequence, event.json));
    }
    queueEvent(session, u"RESUMED"_s, compact({{u"_trace"_s, QJsonArray{u"[\"stand-in\"]"_s}}}));
}

void Gateway::requestMembers(GatewayConnection *from, const QJsonObject &data)
{
    const auto it = std::find_if(m_sessions.begin(), m_sessions.end(),
                                 [from](const auto &session) { return session->connection == from; });
    const World::Guild *const guild = m_world.guild(data.value("guild_id"_L1).toString().toULongLong());
    if (it == m_sessions.end() || !guild || guild->removed || !((*it)->intents & World::GuildMembers))
        return;
    const QString query = data.value("query"_L1).toString();
    const int limit = data.value("limit"_L1).toInt();
    QJsonArray members;
    for (const World::Member &member : guild->members) {
        if (m_world.users.value(member.user).name.startsWith(query, Qt::CaseInsensitive))
            members.append(m_world.memberJson(*guild, member.user));
        if (limit > 0 && members.size() == limit)
            break;
    }
    constexpr int ChunkSize = 1000;
    const int chunks = std::max(1, int(members.size() + ChunkSize - 1) / ChunkSize);
    for (int chunk = 0; chunk < chunks; ++chunk) {
        QJsonArray page;
        for (int i = chunk * ChunkSize; i < std::min(int(members.size()), (chunk + 1) * ChunkSize); ++i)
            page.append(members.at(i));
        QJsonObject json{{u"guild_id"_s, World::idText(guild->id)},
                         {u"members"_s, page},
                         {u"chunk_index"_s, chunk},
                         {u"chunk_count"_s, chunks},
                         {u"not_found"_s, QJsonArray()}};
        if (data.contains("nonce"_L1))
            json.insert(u"nonce"_s, data.value("nonce"_L1));
        queueEvent(**it, u"GUILD_MEMBERS_CHUNK"_s, compact(json));
    }
}

// -- what clients are told ------------------------------------------------------------------------

void Gateway::queueEvent(Session &session, const QString &event, const QByteArray &json)
{
    session.replay.push_back(Event{++session.sequence, event, json});
    if (session.replay.size() > ReplayLimit)
        session.replay.pop_front();
    if (session.connection)
        session.connection->send(dispatchFrame(event, session.sequence, json));
}

void Gateway::dispatch(const QString &event, const QJsonObject &data, int intents)
{
    QByteArray full;
    QByteArray stripped;
    const bool guarded = carriesContent(event);
    const QString own = World::idText(m_world.bot);
    bool ours = guarded && data.value("author"_L1).toObject().value("id"_L1).toString() == own;
    if (guarded && !ours) {
        for (const QJsonValue &mentioned : data.value("mentions"_L1).toArray())
            ours = ours || mentioned.toObject().value("id"_L1).toString() == own;
    }
    for (const auto &session : m_sessions) {
        if (intents != 0 && !(session->intents & intents))
            continue;
        const bool strip = guarded && !ours && !(session->intents & World::MessageContent);
        QByteArray &json = strip ? stripped : full;
        if (json.isNull())
            json = compact(strip ? World::withoutContent(data) : data);
        queueEvent(*session, event, json);
    }
}

// -- knobs ----------------------------------------------------------------------------------------

void Gateway::dropSocket()
{
    const auto connections = m_connections;
    for (GatewayConnection *connection : connections)
        connection->reset();
}

void Gateway::finSocket()
{
    const auto connections = m_connections;
    for (GatewayConnection *connection : connections)
        connection->finish();
}

void Gateway::closeWith(int code, const QString &reason)
{
    // After these Discord has forgotten the session, whatever the client believes.
    const bool final = code == AuthenticationFailed || code == InvalidSequence || code == 4009
        || (code >= InvalidShard && code <= DisallowedIntents);
    const auto connections = m_connections;
    for (GatewayConnection *connection : connections) {
        connection->resumableAfterClose = !final;
        connection->close(code, reason);
    }
}

void Gateway::goSilent(bool on)
{
    const auto connections = m_connections;
    for (GatewayConnection *connection : connections)
        connection->setSilent(on);
}

void Gateway::sendToAll(const QJsonObject &payload)
{
    for (GatewayConnection *connection : qAsConst(m_connections))
        connection->send(compact(payload));
}

void Gateway::sendRaw(const QByteArray &text)
{
    for (GatewayConnection *connection : qAsConst(m_connections))
        connection->sendRaw(text);
}

void Gateway::sendBinary(const QByteArray &bytes)
{
    for (GatewayConnection *connection : qAsConst(m_connections))
        connection->sendBinary(bytes);
}

} // namespace StandIn

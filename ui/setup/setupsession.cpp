// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/setupsession.h"

#include "ui/livedata.h"
#include "ui/uisettings.h"

#include <QDesktopServices>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

SetupSession::SetupSession(LiveData &live, BotHost &host, TokenDesk &desk, UiSettings &settings, Actor actor,
                           QObject *parent)
    : QObject(parent), m_live(live), m_host(host), m_desk(desk), m_settings(settings),
      m_actor(std::move(actor)), m_openUrl([](const QUrl &url) { QDesktopServices::openUrl(url); })
{
    load();
    connect(&m_live, &LiveData::botStateChanged, this, [this] {
        followStored();
        emit changed();
    });
    connect(&m_desk, &TokenDesk::changed, this, &SetupSession::changed);
}

void SetupSession::load()
{
    const QStringList chosen = m_settings.value(u"setup/servers"_s).toStringList();
    for (const QString &text : chosen) {
        if (const GuildId id = GuildId::fromText(text); id && !m_chosen.contains(id))
            m_chosen.append(id);
    }
    const QJsonObject drafts =
        QJsonDocument::fromJson(m_settings.value(u"setup/drafts"_s).toString().toUtf8()).object();
    for (auto it = drafts.begin(); it != drafts.end(); ++it) {
        if (const GuildId id = GuildId::fromText(it.key()))
            m_drafts.insert(id, SetupDraft::fromJson(it.value().toObject()));
    }
}

void SetupSession::store()
{
    QStringList chosen;
    for (const GuildId id : std::as_const(m_chosen))
        chosen.append(id.toString());
    QJsonObject drafts;
    for (auto it = m_drafts.cbegin(); it != m_drafts.cend(); ++it)
        drafts.insert(it.key().toString(), it.value().toJson());
    m_settings.setValue(u"setup/servers"_s, chosen);
    m_settings.setValue(u"setup/drafts"_s,
                        QString::fromUtf8(QJsonDocument(drafts).toJson(QJsonDocument::Compact)));
}

void SetupSession::setChosen(GuildId server, bool on)
{
    if (m_chosen.contains(server) == on)
        return;
    if (on)
        m_chosen.append(server);
    else
        m_chosen.removeAll(server);
    store();
    emit changed();
}

const BotState::Server *SetupSession::server(GuildId id) const
{
    const auto &servers = m_live.bot().servers;
    const auto it = std::find_if(servers.begin(), servers.end(), [id](const auto &s) { return s.id == id; });
    return it == servers.end() || it->removed ? nullptr : &*it;
}

SetupDraft SetupSession::draft(GuildId server)
{
    const auto known = m_drafts.constFind(server);
    if (known != m_drafts.cend())
        return *known;
    const BotState::Server *seen = this->server(server);
    if (!seen || !seen->available)
        return {};
    QVector<NamedCategory> categories;
    for (const Discord::Channel &channel : seen->channels) {
        if (channel.type == Discord::ChannelType::Category)
            categories.append({channel.id, channel.name});
    }
    const SetupDraft made = SetupDraft::from(seen->config, categories);
    m_drafts.insert(server, made);
    m_stored.insert(server, SetupDraft::from(seen->config, {}));
    return made;
}

void SetupSession::followStored()
{
    bool moved = false;
    for (auto draft = m_drafts.begin(); draft != m_drafts.end(); ++draft) {
        const BotState::Server *seen = server(draft.key());
        if (!seen || !seen->available)
            continue;
        const SetupDraft now = SetupDraft::from(seen->config, {});
        if (m_stored.contains(draft.key()) && m_stored.value(draft.key()) != now) {
            draft->follow(m_stored.value(draft.key()), now);
            moved = true;
        }
        m_stored.insert(draft.key(), now);
    }
    if (moved)
        store();
}

void SetupSession::setDraft(GuildId server, const SetupDraft &draft)
{
    if (m_drafts.value(server) == draft && m_drafts.contains(server))
        return;
    m_drafts.insert(server, draft);
    store();
    emit changed();
}

SetupFacts SetupSession::facts() const
{
    SetupFacts facts;
    facts.hasToken =
        m_desk.hasToken() && m_live.bot().gateway.failure != Discord::GatewayStatus::Failure::TokenRejected;
    facts.chosenServers = int(m_chosen.size());
    facts.everyServerHasCategories =
        !m_chosen.isEmpty() && std::all_of(m_chosen.cbegin(), m_chosen.cend(), [this](GuildId id) {
            const BotState::Server *seen = server(id);
            if (seen && seen->config.fixedByEnvironment.contains(Setting::TicketCategories))
                return true;
            return !m_drafts.value(id).ticketCategories.isEmpty();
        });
    return facts;
}

int SetupSession::savedStep() const
{
    return m_settings.value(u"setup/step"_s).toInt();
}

bool SetupSession::begun() const
{
    return m_settings.value(u"setup/step"_s).isValid();
}

void SetupSession::saveStep(SetupStepId step)
{
    m_settings.setValue(u"setup/step"_s, int(step));
}

void SetupSession::save(GuildId server, bool finished, QObject *asker,
                        std::function<void(const Status &)> done)
{
    const SetupDraft draft = m_drafts.value(server);
    // What was decided since the last time. "Not a ticket" is said before its category counts, "a ticket" after.
    QList<ChannelId> tickets;
    for (auto it = draft.decided.cbegin(); it != draft.decided.cend(); ++it) {
        const auto said = m_said.constFind(it.key());
        if (said != m_said.cend() && said.value() == it.value())
            continue;
        if (it.value()) {
            tickets.append(it.key());
            continue;
        }
        m_said.insert(it.key(), false);
        m_host.setTicket(server, it.key(), false, m_actor, asker, [](const Status &) {});
    }
    const BotState::Server *seen = this->server(server);
    const QSet<Setting> fixed = seen ? seen->config.fixedByEnvironment : QSet<Setting>();
    m_live.storage().read(
        asker, [server](const Reader &reader) { return reader.config(server); },
        [this, server, finished, draft, fixed, tickets, asker,
         done = std::move(done)](const StoredConfig &stored) {
            StoredConfig config = draft.applied(stored, fixed);
            // "" would be UTC: days begin where this computer is until somebody says otherwise (UX 2.3).
            if (!stored.configured && finished)
                config.timeZone = QTimeZone::systemTimeZoneId();
            config.configured = stored.configured || finished;
            m_host.saveConfig(
                server, config, m_actor, config.supportRoles != stored.supportRoles, asker,
                [this, server, finished, tickets, asker, done](const Status &saved) {
                    for (auto it = tickets.cbegin(); saved && finished && it != tickets.cend(); ++it) {
                        m_said.insert(*it, true);
                        m_host.setTicket(server, *it, true, m_actor, asker, [](const Status &) {});
                    }
                    done(saved);
                });
        });
}

void SetupSession::end()
{
    for (const auto &key : {u"setup/step"_s, u"setup/servers"_s, u"setup/drafts"_s})
        m_settings.remove(key);
    m_drafts.clear();
    m_said.clear();
    m_stored.clear();
    m_chosen.clear();
}

void SetupSession::openUrl(const QUrl &url)
{
    m_openUrl(url);
}

SetupStep::SetupStep(SetupSession &session, const QString &name) : m_session(session)
{
    setObjectName(name);
}

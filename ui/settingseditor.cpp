// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settingseditor.h"

#include "ui/accesstable.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace {

struct StoredSettings
{
    StoredConfig config;
    QVector<MaxUser> listed;
    QHash<UserId, QString> people;
};

StoredSettings readSettings(const Reader &reader, GuildId guild, UserId owner)
{
    StoredSettings settings;
    settings.config = reader.config(guild);
    settings.listed = reader.maxUsers(guild);
    QVector<UserId> people = settings.config.ticketBots;
    people.append(owner);
    for (const MaxUser &user : std::as_const(settings.listed))
        people.append(user.user);
    settings.people = reader.names(guild, people);
    return settings;
}

} // namespace

SettingsActions settingsActions(BotHost &host, QObject *asker, const Actor &actor)
{
    SettingsActions actions;
    actions.save = [&host, asker, actor](GuildId guild, const ConfigEdit &edit, bool refold,
                                         SettingsActions::SaveDone done) {
        host.editConfig(guild, edit, actor, refold, asker, std::move(done));
    };
    actions.call = [&host, asker](const Discord::Request &request, Discord::RestClient::Done done) {
        host.call(request, asker, std::move(done));
    };
    actions.retry = [&host] { host.retryNow(); };
    actions.checkAgain = [&host](GuildId guild) { host.checkAgain(guild); };
    actions.registerCommands = [&host] { host.registerCommands(); };
    actions.environment = host.environment();
    return actions;
}

SettingsEditor::SettingsEditor(LiveData &live, SettingsActions actions, QObject *parent)
    : QObject(parent), m_live(live), m_actions(std::move(actions)), m_question(new LiveQuestion(live, this))
{
    connect(&m_live, &LiveData::serverChanged, this, [this] {
        takeRoles();
        ask();
        emit changed();
    });
    connect(&m_live, &LiveData::dataChanged, this, [this](const ChangeSet &changes) {
        if (changes.config || changes.guilds.isEmpty())
            m_question->again();
    });
    connect(&m_live, &LiveData::botStateChanged, this, [this] {
        takeRoles();
        emit changed();
    });
    takeRoles();
    ask();
}

const SettingsEditor::Server &SettingsEditor::current() const
{
    static const Server Nothing;
    const auto it = m_servers.constFind(m_live.server());
    return it == m_servers.cend() ? Nothing : *it;
}

bool SettingsEditor::loaded() const
{
    return current().loaded;
}

void SettingsEditor::ask()
{
    const GuildId guild = m_live.server();
    if (!guild)
        return;
    const ServerPulse *pulse = m_live.serverPulse();
    const UserId owner = pulse ? pulse->info.owner : UserId();
    m_question->ask(
        [guild, owner](const Reader &reader, UtcMs) { return readSettings(reader, guild, owner); },
        [this, guild](const StoredSettings &settings) {
            Server &server = m_servers[guild];
            QSet<UserId> listed;
            for (const MaxUser &user : settings.listed)
                listed.insert(user.user);
            server.listed = settings.listed;
            for (auto name = settings.people.cbegin(); name != settings.people.cend(); ++name) {
                if (!name->isEmpty() && !server.people.contains(name.key()))
                    server.people.insert(name.key(), *name);
            }
            // While saving, what was read may still be from before: the save tells its own end.
            if (!server.saving)
                server.draft.setStored(settings.config, listed);
            server.loaded = true;
            emit changed();
        });
}

void SettingsEditor::takeRoles()
{
    const BotState::Server *seen = m_live.botServer();
    if (!seen || seen->roles.isEmpty())
        return;
    Server &server = current();
    server.roles = seen->roles;
    server.rolesAtMs = m_live.asOfMs(); // those of a lost connection grow old
}

bool SettingsEditor::rolesAreLive() const
{
    const BotState::Server *seen = m_live.botServer();
    return m_live.connected() && seen && !seen->roles.isEmpty() && seen->available;
}

bool SettingsEditor::inForceKnown() const
{
    const BotState::Server *seen = m_live.botServer();
    return seen && !seen->roles.isEmpty();
}

StoredConfig SettingsEditor::shown() const
{
    const BotState::Server *seen = m_live.botServer();
    return withFixed(draft().result(), seen ? seen->config : draft().stored(), m_actions.environment);
}

SettingsNames SettingsEditor::names() const
{
    SettingsNames names;
    const Server &server = current();
    names.guild = m_live.server();
    names.roles = server.roles;
    names.people = server.people;
    if (const BotState::Server *seen = m_live.botServer()) {
        names.channels = seen->channels;
        names.owner = seen->owner;
    }
    if (const ServerPulse *pulse = m_live.serverPulse()) {
        if (!names.owner)
            names.owner = pulse->info.owner;
        for (const CategoryRow &category : pulse->categories)
            names.categories.insert(category.id, category.name);
    }
    names.ownerName = names.people.value(names.owner);
    return names;
}

// -- changing ---------------------------------------------------------------------------------------------

void SettingsEditor::touch()
{
    emit changed();
}

void SettingsEditor::setEntry(Setting setting, quint64 entry, bool in)
{
    if (m_actions.environment.has(setting))
        return;
    current().draft.setEntry(setting, entry, in);
    touch();
}

void SettingsEditor::setField(ConfigField field, const QVariant &value)
{
    current().draft.setField(field, value);
    touch();
}

void SettingsEditor::addMax(UserId user, const QString &name)
{
    current().draft.addMax(user, name);
    touch();
}

void SettingsEditor::removeMax(UserId user, const QString &name)
{
    current().draft.removeMax(user, name);
    touch();
}

void SettingsEditor::discard()
{
    current().draft.discard();
    touch();
}

void SettingsEditor::setPersonName(UserId user, const QString &name)
{
    if (name.isEmpty() || current().people.value(user) == name)
        return;
    current().people.insert(user, name);
    touch();
}

// -- saving -----------------------------------------------------------------------------------------------

void SettingsEditor::save(bool refoldRecorded)
{
    const ConfigEdit edit = draft().edit();
    const QString problem = SettingsWords::error(edit, draft().stored());
    if (!problem.isEmpty()) {
        emit failed(problem);
        return;
    }
    if (!edit.isEmpty() && !saving())
        store(m_live.server(), edit, refoldRecorded, tr("Saved."), reversed(edit, draft().stored()), {});
}

void SettingsEditor::store(GuildId guild, const ConfigEdit &edit, bool refoldRecorded, const QString &text,
                           const ConfigEdit &back, std::function<void(bool)> done)
{
    m_servers[guild].saving = true;
    emit changed();
    const QPointer<SettingsEditor> self(this);
    m_actions.save(guild, edit, refoldRecorded,
                   [self, guild, edit, refoldRecorded, text, back, done](const Status &status) {
                       if (!self)
                           return;
                       Server &server = self->m_servers[guild];
                       server.saving = false;
                       if (status.ok())
                           server.draft.saved(edit);
                       // Whatever was stored, by whom ever, is shown as it is now.
                       if (guild == self->m_live.server())
                           self->m_question->again();
                       emit self->changed();
                       if (!status)
                           emit self->failed(
                               tr("Not everything could be saved: %1").arg(status.error().text));
                       else if (back.isEmpty())
                           emit self->message(text, {});
                       else
                           emit self->message(text, [self, guild, back, refoldRecorded] {
                               if (self)
                                   self->store(guild, back, refoldRecorded, tr("Taken back."), {}, {});
                           });
                       if (done)
                           done(status.ok());
                   });
}

void SettingsEditor::saveEverything(bool refoldRecordedHere, std::function<void(bool)> done)
{
    QVector<GuildId> guilds;
    for (auto server = m_servers.cbegin(); server != m_servers.cend(); ++server) {
        if (server->draft.count() == 0)
            continue;
        const QString problem = SettingsWords::error(server->draft.edit(), server->draft.stored());
        if (!problem.isEmpty()) {
            emit failed(problem);
            done(false);
            return;
        }
        guilds.append(server.key());
    }
    const auto waiting = std::make_shared<qsizetype>(guilds.size());
    const auto good = std::make_shared<bool>(true);
    if (guilds.isEmpty())
        done(true);
    for (const GuildId guild : std::as_const(guilds)) {
        const ConfigDraft draft = m_servers[guild].draft;
        store(guild, draft.edit(), refoldRecordedHere && guild == m_live.server(), tr("Saved."),
              reversed(draft.edit(), draft.stored()), [waiting, good, done](bool ok) {
                  *good = *good && ok;
                  if (--*waiting == 0)
                      done(*good);
              });
    }
}

QString SettingsEditor::unsavedText() const
{
    QStringList lines;
    const QVector<ServerPulse> &known = m_live.servers();
    for (auto server = m_servers.cbegin(); server != m_servers.cend(); ++server) {
        if (server->draft.count() == 0)
            continue;
        QString name = server.key().toString();
        for (const ServerPulse &pulse : known) {
            if (pulse.info.id == server.key() && !pulse.info.name.isEmpty())
                name = pulse.info.name;
        }
        lines.append(tr("%1: %2", "server, how many changes")
                         .arg(name, tr("%n unsaved change(s)", nullptr, server->draft.count())));
    }
    return lines.join(u'\n');
}

// -- remembered roles -------------------------------------------------------------------------------------

QByteArray SettingsEditor::rememberedRoles() const
{
    QJsonObject all;
    for (auto server = m_servers.cbegin(); server != m_servers.cend(); ++server) {
        QJsonArray roles;
        for (const Discord::Role &role : server->roles)
            roles.append(QJsonObject{{u"id"_s, role.id.toString()},
                                     {u"name"_s, role.name},
                                     {u"colour"_s, role.colour},
                                     {u"managed"_s, role.managed}});
        if (!roles.isEmpty())
            all.insert(server.key().toString(),
                       QJsonObject{{u"at"_s, double(server->rolesAtMs)}, {u"roles"_s, roles}});
    }
    return QJsonDocument(all).toJson(QJsonDocument::Compact);
}

void SettingsEditor::restoreRoles(const QByteArray &json)
{
    const QJsonObject all = QJsonDocument::fromJson(json).object();
    for (auto entry = all.begin(); entry != all.end(); ++entry) {
        const GuildId guild = GuildId::fromText(entry.key());
        Server &server = m_servers[guild];
        if (!guild || !server.roles.isEmpty())
            continue;
        const QJsonObject known = entry->toObject();
        server.rolesAtMs = UtcMs(known.value(u"at"_s).toDouble());
        const QJsonArray roles = known.value(u"roles"_s).toArray();
        for (const QJsonValue &value : roles) {
            Discord::Role role;
            role.id = RoleId::fromJson(value[u"id"_s]);
            role.name = value[u"name"_s].toString();
            role.colour = value[u"colour"_s].toInt();
            role.managed = value[u"managed"_s].toBool();
            if (role.id)
                server.roles.append(role);
        }
    }
    emit changed();
}

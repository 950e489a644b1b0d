// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settingseditor.h"

#include "ui/accesstable.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
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

QSet<UserId> usersOf(const QVector<MaxUser> &listed)
{
    QSet<UserId> users;
    for (const MaxUser &user : listed)
        users.insert(user.user);
    return users;
}

// The steps once more, as if somebody made them on the page.
void make(const ConfigEdit &edit, ConfigDraft &draft)
{
    for (auto list = edit.lists.cbegin(); list != edit.lists.cend(); ++list) {
        for (auto entry = list->cbegin(); entry != list->cend(); ++entry)
            draft.setEntry(list.key(), entry.key(), entry.value());
    }
    for (auto field = edit.fields.cbegin(); field != edit.fields.cend(); ++field)
        draft.setField(field.key(), field.value());
    for (auto user = edit.addMax.cbegin(); user != edit.addMax.cend(); ++user)
        draft.addMax(user.key(), user.value());
    for (auto user = edit.removeMax.cbegin(); user != edit.removeMax.cend(); ++user)
        draft.removeMax(user.key(), user.value());
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

SettingsEditor::SettingsEditor(LiveData &live, SettingsActions actions, Saves saves, QObject *parent)
    : QObject(parent), m_live(live), m_actions(std::move(actions)), m_saves(saves),
      m_question(new LiveQuestion(live, this))
{
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(QuietMs);
    connect(&m_quiet, &QTimer::timeout, this, qOverload<>(&SettingsEditor::saveWhatWaits));
    connect(&m_live, &LiveData::serverChanged, this, [this] {
        if (m_quiet.isActive())
            saveWhatWaits();
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
            server.listed = settings.listed;
            for (auto name = settings.people.cbegin(); name != settings.people.cend(); ++name) {
                if (!name->isEmpty() && !server.people.contains(name.key()))
                    server.people.insert(name.key(), *name);
            }
            // While saving, what was read may still be from before: the save tells its own end.
            if (!server.saving)
                server.draft.setStored(settings.config, usersOf(settings.listed));
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
    return namesIn(m_live.server());
}

SettingsNames SettingsEditor::namesIn(GuildId guild) const
{
    SettingsNames names;
    const Server server = m_servers.value(guild);
    names.guild = guild;
    names.roles = server.roles;
    names.people = server.people;
    for (const BotState::Server &seen : m_live.bot().servers) {
        if (seen.id == guild) {
            names.channels = seen.channels;
            names.owner = seen.owner;
        }
    }
    for (const ServerPulse &pulse : m_live.servers()) {
        if (pulse.info.id != guild)
            continue;
        if (!names.owner)
            names.owner = pulse.info.owner;
        for (const CategoryRow &category : pulse.categories)
            names.categories.insert(category.id, category.name);
    }
    names.ownerName = names.people.value(names.owner);
    return names;
}

// -- changing ---------------------------------------------------------------------------------------------

void SettingsEditor::touch(bool finished)
{
    Server &server = current();
    // Complaints are over as soon as something else is asked for.
    const QVector<SettingsProblem> still =
        SettingsWords::checked(server.draft.edit(), server.draft.stored()).problems;
    server.problems.removeIf([&still](const SettingsProblem &told) { return !still.contains(told); });
    if (m_saves == Saves::WhenTold || server.draft.count() == 0)
        server.failure.clear();
    if (m_saves == Saves::AtOnce && finished)
        m_quiet.start();
    emit changed();
}

void SettingsEditor::setEntry(Setting setting, quint64 entry, bool in)
{
    if (m_actions.environment.has(setting))
        return;
    current().draft.setEntry(setting, entry, in);
    touch();
}

void SettingsEditor::setField(ConfigField field, const QVariant &value, bool finished)
{
    current().draft.setField(field, value);
    touch(finished);
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
    emit changed();
}

// -- saving -----------------------------------------------------------------------------------------------

void SettingsEditor::save(bool refoldRecorded)
{
    if (m_saves == Saves::AtOnce) {
        saveWhatWaits();
        return;
    }
    Server &server = current();
    const ConfigEdit edit = server.draft.edit();
    const SettingsProblem problem = SettingsWords::problem(edit, server.draft.stored());
    server.problems.clear();
    if (!problem.text.isEmpty()) {
        server.problems.append(problem);
        emit changed();
    } else if (!edit.isEmpty() && !saving()) {
        store(m_live.server(), edit, refoldRecorded, tr("Saved."), reversed(edit, server.draft.stored()), {});
    }
}

void SettingsEditor::saveWhatWaits()
{
    m_quiet.stop();
    const QList<GuildId> guilds = m_servers.keys();
    for (const GuildId guild : guilds)
        saveWhatWaits(guild);
}

void SettingsEditor::saveWhatWaits(GuildId guild)
{
    Server &server = m_servers[guild];
    server.again = server.saving; // one thing at a time
    if (server.saving)
        return;
    const CheckedEdit checked = SettingsWords::checked(server.draft.edit(), server.draft.stored());
    server.problems = checked.problems;
    const ConfigEdit undo = std::exchange(server.takingBack, {});
    if (checked.good.isEmpty())
        emit changed();
    else if (checked.good == undo)
        store(guild, undo, false, tr("Taken back."), {}, {});
    else
        store(guild, checked.good, false, inWords(guild, checked.good),
              reversed(checked.good, server.draft.stored()), {});
}

// What was changed, and what somebody should know about that.
QString SettingsEditor::inWords(GuildId guild, const ConfigEdit &edit) const
{
    constexpr int MostSentences = 3;
    const StoredConfig before = m_servers.value(guild).draft.stored();
    const SettingsNames names = namesIn(guild);
    QStringList sentences = SettingsWords::sentences(edit, before, names);
    const int more = int(sentences.size()) - MostSentences;
    if (more > 0) {
        sentences.resize(MostSentences);
        sentences.append(tr("%n more change(s) were saved.", nullptr, more));
    }
    sentences += SettingsWords::warnings(edit, before, names);
    return sentences.join(u' ');
}

void SettingsEditor::store(GuildId guild, const ConfigEdit &edit, bool refoldRecorded, const QString &text,
                           const ConfigEdit &back, std::function<void(bool)> done)
{
    Server &saved = m_servers[guild];
    const StoredConfig before = saved.draft.stored();
    saved.saving = true;
    saved.draft.saved(edit); // from now on, going back to what was stored is a change too
    emit changed();
    const QPointer<SettingsEditor> self(this);
    m_actions.save(guild, edit, refoldRecorded,
                   [self, guild, edit, before, refoldRecorded, text, back, done](const Status &status) {
                       if (!self)
                           return;
                       Server &server = self->m_servers[guild];
                       server.saving = false;
                       server.failure = status.ok()
                           ? QString()
                           : tr("Not everything could be saved: %1").arg(status.error().text);
                       if (!status) {
                           const ConfigEdit since = server.draft.edit();
                           server.draft.discard();
                           server.draft.setStored(before, usersOf(server.listed));
                           make(edit, server.draft);
                           make(since, server.draft);
                       }
                       const bool again = std::exchange(server.again, false) && status.ok();
                       // Whatever was stored, by whom ever, is shown as it is now. Asked anew: what is being read may be from before.
                       if (guild == self->m_live.server())
                           self->ask();
                       emit self->changed();
                       if (status.ok() && back.isEmpty())
                           emit self->message(text, {});
                       else if (status.ok())
                           emit self->message(text, [self, guild, back, refoldRecorded] {
                               if (!self)
                                   return;
                               if (self->m_saves == Saves::AtOnce) {
                                   Server &there = self->m_servers[guild];
                                   make(back, there.draft);
                                   there.takingBack = back;
                                   self->saveWhatWaits(guild);
                               } else {
                                   self->store(guild, back, refoldRecorded, tr("Taken back."), {}, {});
                               }
                           });
                       if (done)
                           done(status.ok());
                       if (again)
                           self->saveWhatWaits(guild);
                       self->tellWhenSaved();
                   });
}

void SettingsEditor::saveEverything(bool refoldRecordedHere, std::function<void(bool)> done)
{
    if (m_saves == Saves::AtOnce) {
        m_whenSaved.append(std::move(done));
        saveWhatWaits();
        tellWhenSaved();
        return;
    }
    QVector<GuildId> guilds;
    for (auto server = m_servers.begin(); server != m_servers.end(); ++server) {
        if (server->draft.count() == 0)
            continue;
        const SettingsProblem problem = SettingsWords::problem(server->draft.edit(), server->draft.stored());
        if (!problem.text.isEmpty()) {
            server->problems = {problem};
            m_live.setServer(server.key()); // where it can be mended
            emit changed();
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

void SettingsEditor::tellWhenSaved()
{
    const auto busy = [](const Server &server) { return server.saving; };
    if (m_whenSaved.isEmpty() || std::any_of(m_servers.cbegin(), m_servers.cend(), busy))
        return;
    const bool everything = !anyRefused();
    for (const auto &done : std::exchange(m_whenSaved, {}))
        done(everything);
}

bool SettingsEditor::anyRefused() const
{
    return std::any_of(m_servers.cbegin(), m_servers.cend(),
                       [](const Server &server) { return server.refused(); });
}

int SettingsEditor::Server::unsaved(Saves saves) const
{
    if (saves == Saves::WhenTold || !failure.isEmpty())
        return draft.count();
    return draft.count() - SettingsWords::checked(draft.edit(), draft.stored()).good.count();
}

QString SettingsEditor::unsavedText() const
{
    QStringList lines;
    const QVector<ServerPulse> &known = m_live.servers();
    for (auto server = m_servers.cbegin(); server != m_servers.cend(); ++server) {
        const int count = server->unsaved(m_saves);
        if (count == 0)
            continue;
        QString name = server.key().toString();
        for (const ServerPulse &pulse : known) {
            if (pulse.info.id == server.key() && !pulse.info.name.isEmpty())
                name = pulse.info.name;
        }
        lines.append(
            tr("%1: %2", "server, how many changes").arg(name, tr("%n unsaved change(s)", nullptr, count)));
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

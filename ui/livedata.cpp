// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/livedata.h"

#include "ui/dates.h"
#include "ui/uisettings.h"

#include <algorithm>
#include <numeric>

using namespace Qt::Literals::StringLiterals;

namespace {

// A question may take a fifth of the query thread's time, not more.
constexpr qint64 PauseFactor = 4;
constexpr int SlowAfterMs = 200;

void mergeChanges(ChangeSet &into, const ChangeSet &more)
{
    into.guilds.unite(more.guilds);
    into.tickets.unite(more.tickets);
    into.events += more.events;
    into.config |= more.config;
    into.audit |= more.audit;
    into.wiped |= more.wiped;
}

QString categoryText(const CategoryFilter &category)
{
    if (category.all)
        return u"all"_s;
    return category.id || category.name.isEmpty() ? category.id.toString() : u"name:"_s + category.name;
}

CategoryFilter categoryFromText(const QString &text)
{
    CategoryFilter category;
    if (text.isEmpty() || text == "all"_L1)
        return category;
    category.all = false;
    if (text.startsWith("name:"_L1))
        category.name = text.mid(5);
    else
        category.id = ChannelId::fromText(text);
    return category;
}

QVector<ServerPulse> readPulse(const Reader &reader, UtcMs nowMs)
{
    QVector<ServerPulse> pulse;
    const QVector<GuildInfo> guilds = reader.guilds();
    for (const GuildInfo &guild : guilds) {
        ServerPulse server;
        server.info = guild;
        server.config = reader.config(guild.id);
        server.categories = reader.categories(guild.id);
        server.recordingBeganMs = reader.firstOpenedMs(guild.id);
        if (guild.removed) {
            for (const CoverageGap &gap : reader.gaps(guild.id, {nowMs, nowMs + 1})) {
                if (gap.channel.value == 0 && gap.toMs == 0)
                    server.lookedMs = std::max(server.lookedMs, gap.fromMs);
            }
        }
        TicketListFilter filter;
        filter.tab = TicketListFilter::Tab::Waiting;
        filter.limit = 1;
        const TicketPage page = reader.tickets(guild.id, filter, nowMs, server.config.targets());
        server.open = page.open;
        server.waiting = page.waiting;
        // Who waits on a server that the bot was removed from is not known any more, and nobody there can be told.
        server.overdue = guild.removed ? 0 : page.overdue;
        pulse.append(server);
    }
    return pulse;
}

// The one that was shown last. It is chosen only when it is known: pages ask as soon as there is a server, and need its zone
// and its targets for that. Without it one that the bot is still in.
GuildId serverToShow(const QVector<ServerPulse> &servers, const UiSettings *settings)
{
    const auto last =
        GuildId::fromText(settings ? settings->value(u"window/server"_s).toString() : QString());
    const auto find = [&servers](auto fits) {
        const auto it = std::find_if(servers.cbegin(), servers.cend(), fits);
        return it == servers.cend() ? GuildId() : it->info.id;
    };
    if (const GuildId known = find([last](const ServerPulse &s) { return s.info.id == last; }))
        return known;
    const GuildId present = find([](const ServerPulse &s) { return !s.info.removed; });
    return present ? present : servers.first().info.id;
}

// What pages put into their questions beside the choices: zone and targets decide what they show, the names what files say.
std::tuple<StoredConfig, QString, QString, std::optional<UtcMs>> whatQuestionsCarry(const LiveData &live)
{
    return {live.config(), live.serverName(), live.categoryName(), live.removedAtMs()};
}

} // namespace

bool ServerPulse::operator==(const ServerPulse &o) const
{
    const auto sameCategory = [](const CategoryRow &a, const CategoryRow &b) {
        return a.id == b.id && a.name == b.name && a.configured == b.configured;
    };
    return info.id == o.info.id && info.name == o.info.name && info.removed == o.info.removed
        && config == o.config && recordingBeganMs == o.recordingBeganMs && lookedMs == o.lookedMs
        && open == o.open && waiting == o.waiting && overdue == o.overdue
        && std::equal(categories.begin(), categories.end(), o.categories.begin(), o.categories.end(),
                      sameCategory);
}

// -- LiveData
// ------------------------------------------------------------------------------------------------------------

LiveData::LiveData(Storage &storage, Clock clock, UiSettings *settings, QObject *parent)
    : QObject(parent), m_storage(storage), m_clock(std::move(clock)), m_settings(settings),
      m_pulseQuestion(new LiveQuestion(*this, this))
{
    m_tellTimer.setSingleShot(true);
    connect(&m_tellTimer, &QTimer::timeout, this, &LiveData::tellChanges);
    connect(&m_passTimer, &QTimer::timeout, this, [this] {
        m_pulseQuestion->again();
        emit timePassed();
    });
    m_passTimer.start(TimePassesMs);
    askPulse();
}

LiveData::~LiveData() = default;

std::optional<UtcMs> LiveData::removedAtMs() const
{
    const ServerPulse *pulse = serverPulse();
    return pulse && pulse->lookedMs != 0 ? std::optional(pulse->lookedMs) : std::nullopt;
}

std::optional<UtcMs> LiveData::staleSinceMs() const
{
    if (const auto removed = removedAtMs())
        return removed;
    return connected() || m_bot.lastEventMs == 0 ? std::nullopt : std::optional(m_bot.lastEventMs);
}

bool LiveData::caughtUp() const
{
    const BotState::Server *server = botServer();
    return connected() && server && server->available && !server->catchingUp;
}

const BotState::Server *LiveData::botServer() const
{
    const auto it = std::find_if(m_bot.servers.begin(), m_bot.servers.end(),
                                 [this](const BotState::Server &s) { return s.id == m_server; });
    return it == m_bot.servers.end() ? nullptr : &*it;
}

const ServerPulse *LiveData::serverPulse() const
{
    const auto it = std::find_if(m_pulse.begin(), m_pulse.end(),
                                 [this](const ServerPulse &s) { return s.info.id == m_server; });
    return it == m_pulse.end() ? nullptr : &*it;
}

bool LiveData::serverRemoved() const
{
    const ServerPulse *pulse = serverPulse();
    return pulse && pulse->info.removed;
}

QString LiveData::serverName() const
{
    if (const auto *server = botServer(); server && !server->name.isEmpty())
        return server->name;
    const auto *pulse = serverPulse();
    if (!pulse)
        return {};
    // Imported, and never seen by the bot: nobody has told its name yet.
    return pulse->info.name.isEmpty() ? pulse->info.id.toString() : pulse->info.name;
}

void LiveData::setServer(GuildId server)
{
    if (server == m_server)
        return;
    m_server = server;
    if (m_settings)
        m_settings->setValue(u"window/server"_s, server.toString());
    loadChoices();
    emit serverChanged();
}

StoredConfig LiveData::config() const
{
    if (const auto *server = botServer())
        return server->config; // what is in force, environment included
    const auto *pulse = serverPulse();
    return pulse ? pulse->config : StoredConfig();
}

QTimeZone LiveData::zone() const
{
    const QTimeZone zone(config().timeZone);
    return zone.isValid() ? zone : QTimeZone::utc();
}

int LiveData::overdueEverywhere() const
{
    return std::accumulate(m_pulse.begin(), m_pulse.end(), 0,
                           [](int sum, const ServerPulse &s) { return sum + s.overdue; });
}

QString LiveData::categoryName() const
{
    if (m_category.all)
        return tr("All categories");
    if (!m_category.name.isEmpty())
        return m_category.name;
    if (!m_category.id)
        return tr("No category");
    if (const auto *pulse = serverPulse()) {
        for (const CategoryRow &row : pulse->categories) {
            if (row.id == m_category.id)
                return row.name;
        }
    }
    return m_category.id.toString();
}

void LiveData::setCategory(const CategoryFilter &category)
{
    if (category == m_category)
        return;
    m_category = category;
    saveChoices();
    emit viewChanged();
}

void LiveData::setRange(const DateRange &range)
{
    if (range == m_range)
        return;
    m_range = range;
    saveChoices();
    emit viewChanged();
}

void LiveData::setCompare(bool on)
{
    if (on == m_compare)
        return;
    m_compare = on;
    saveChoices();
    emit viewChanged();
}

void LiveData::setWorkingHoursOnly(bool on)
{
    if (on == m_workingHoursOnly)
        return;
    m_workingHoursOnly = on;
    saveChoices();
    emit viewChanged();
}

DateRange::Context LiveData::rangeContext() const
{
    const auto *pulse = serverPulse();
    return {nowMs(), zone(), Dates::firstDayOfWeek(), pulse ? pulse->recordingBeganMs : 0};
}

void LiveData::loadChoices()
{
    if (!m_settings)
        return;
    m_category =
        categoryFromText(m_settings->value(UiSettings::serverKey(m_server, u"category"_s)).toString());
    m_range = DateRange::fromText(m_settings->value(UiSettings::serverKey(m_server, u"range"_s)).toString());
    m_compare = m_settings->value(UiSettings::serverKey(m_server, u"compare"_s), true).toBool();
    m_workingHoursOnly = m_settings->value(UiSettings::serverKey(m_server, u"workingHoursOnly"_s)).toBool();
}

void LiveData::saveChoices()
{
    if (!m_settings || !m_server)
        return;
    m_settings->setValue(UiSettings::serverKey(m_server, u"category"_s), categoryText(m_category));
    m_settings->setValue(UiSettings::serverKey(m_server, u"range"_s), m_range.toText());
    m_settings->setValue(UiSettings::serverKey(m_server, u"compare"_s), m_compare);
    m_settings->setValue(UiSettings::serverKey(m_server, u"workingHoursOnly"_s), m_workingHoursOnly);
}

void LiveData::setBotState(const BotState &state)
{
    const auto before = whatQuestionsCarry(*this);
    m_bot = state;
    emit botStateChanged();
    if (!m_server && !state.servers.isEmpty())
        askPulse(); // the first server has just appeared
    if (before != whatQuestionsCarry(*this))
        emit viewChanged();
}

void LiveData::setTrouble(const StorageTrouble &trouble)
{
    m_trouble = trouble;
    emit troubleChanged();
}

void LiveData::noteCommitted(const ChangeSet &changes)
{
    mergeChanges(m_pending, changes);
    m_hasPending = true;
    if (m_tellTimer.isActive())
        return;
    const qint64 since = m_sinceTold.isValid() ? m_sinceTold.elapsed() : RefreshMs;
    m_tellTimer.start(int(qBound(qint64(0), RefreshMs - since, qint64(RefreshMs))));
}

void LiveData::refreshNow()
{
    ChangeSet everything;
    everything.wiped = true;
    everything.config = true;
    everything.audit = true;
    noteCommitted(everything);
}

void LiveData::tellChanges()
{
    if (!m_hasPending)
        return;
    m_sinceTold.start();
    m_hasPending = false;
    const ChangeSet changes = std::exchange(m_pending, {});
    m_pulseQuestion->again();
    emit dataChanged(changes);
}

void LiveData::askPulse()
{
    m_pulseQuestion->ask(&readPulse, [this](QVector<ServerPulse> pulse) {
        const auto before = std::pair(m_server, whatQuestionsCarry(*this));
        const bool firstTime = !std::exchange(m_loaded, true);
        putAway(pulse);
        const bool changed = firstTime || !(pulse == m_pulse);
        const bool wasKnown = serverPulse() != nullptr;
        m_pulse = pulse;
        const bool known = serverPulse() != nullptr;
        // The last one was put away, or its import was undone.
        if (m_pulse.isEmpty() && (wasKnown || !m_archived.isEmpty()) && m_server)
            setServer({});
        if (!known && !m_pulse.isEmpty())
            setServer(serverToShow(m_pulse, m_settings));
        if (changed)
            emit serversChanged();
        if (before.first == m_server && before.second != whatQuestionsCarry(*this))
            emit viewChanged();
    });
}

void LiveData::putAway(QVector<ServerPulse> &pulse)
{
    m_archived.clear();
    if (!m_settings)
        return;
    pulse.removeIf([this](const ServerPulse &server) {
        const QString key = UiSettings::serverKey(server.info.id, u"archived"_s);
        if (!m_settings->value(key).toBool())
            return false;
        if (!server.info.removed) {
            m_settings->remove(key); // the bot is back
            return false;
        }
        m_archived.insert(server.info.id);
        return true;
    });
}

void LiveData::setArchived(GuildId server, bool on)
{
    if (!m_settings)
        return;
    const QString key = UiSettings::serverKey(server, u"archived"_s);
    if (on)
        m_settings->setValue(key, true);
    else
        m_settings->remove(key);
    askPulse(); // if it was shown, its answer chooses another one
}

// -- LiveQuestion
// --------------------------------------------------------------------------------------------------------

LiveQuestion::LiveQuestion(LiveData &live, QObject *parent) : QObject(parent), m_live(live)
{
    m_slowTimer.setSingleShot(true);
    m_slowTimer.setInterval(SlowAfterMs);
    connect(&m_slowTimer, &QTimer::timeout, this, [this] {
        m_toldSlow = true;
        emit slow(true);
    });
    m_laterTimer.setSingleShot(true);
    connect(&m_laterTimer, &QTimer::timeout, this, [this] {
        if (!m_underWay)
            start();
    });
}

LiveQuestion::~LiveQuestion()
{
    unwant();
}

void LiveQuestion::unwant()
{
    if (m_stillWanted)
        *m_stillWanted = false;
}

void LiveQuestion::again()
{
    if (!m_asked)
        return;
    if (m_underWay) {
        m_wanted = true;
        return;
    }
    const qint64 rest = m_clock.isValid() ? m_tookMs * PauseFactor - m_clock.elapsed() : 0;
    if (rest <= 0)
        start();
    else if (!m_laterTimer.isActive())
        m_laterTimer.start(int(qMin<qint64>(rest, 60000)));
}

void LiveQuestion::forget()
{
    ++m_number;
    unwant();
    m_asked = false;
    m_wanted = false;
    m_laterTimer.stop();
    setWaitingForNew(false);
}

void LiveQuestion::start()
{
    m_laterTimer.stop();
    m_wanted = false;
    m_underWay = true;
    m_stillWanted = std::make_shared<std::atomic<bool>>(true);
    m_clock.start();
    m_start();
}

bool LiveQuestion::arrived(quint64 number, const std::optional<Error> &failure)
{
    m_tookMs = m_clock.elapsed();
    m_clock.start(); // the pause counts from the answer
    m_underWay = false;
    if (number != m_number)
        return false;
    setWaitingForNew(false);
    if (failure && failure->kind == ErrorKind::Corrupt)
        m_live.storage().checkIntegrity(); // whoever meets damage has it looked at and mended (PROTOCOL S-08)
    if (failure)
        emit failed(*failure);
    else
        emit answered();
    return !failure;
}

void LiveQuestion::next()
{
    if (!m_wanted || m_underWay)
        return;
    if (m_waitingForNew)
        start(); // somebody waits for the new answer: no pause
    else
        again();
}

void LiveQuestion::setWaitingForNew(bool waiting)
{
    m_waitingForNew = waiting;
    if (waiting) {
        if (!m_slowTimer.isActive() && !m_toldSlow)
            m_slowTimer.start();
        return;
    }
    m_slowTimer.stop();
    if (std::exchange(m_toldSlow, false))
        emit slow(false);
}

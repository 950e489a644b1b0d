// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demosession.h"

#include "app/demo/demoscript.h"
#include "app/demo/demoserver.h"
#include "app/demo/demoworld.h"
#include "app/demo/standindiscord.h"
#include "app/demohistory.h"
#include "app/storagefaults.h"
#include "bot/notices/noticesettings.h"
#include "bot/store/database.h"
#include "bot/store/noticestore.h"
#include "bot/store/storage.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 LongestPauseMs = 7 * DayMs;
constexpr qint64 LongestNightMs = 12 * HourMs; // so long a ticket may wait for the demo to go on
constexpr int LockedMs = 20 * 1000;
constexpr int LittleSpaceMs = 20 * 1000;
constexpr int FullMs = 20 * 1000;
constexpr qint64 LittleSpaceBytes = 180'000'000;
constexpr qint64 DamagedAgainAfterMs = 11 * MinuteMs; // the store recovers once in ten

Clock demoClock(const std::optional<CommandLine::DemoClock> &wanted)
{
    Clock clock = Clock::system();
    if (wanted) {
        clock.speed = wanted->speed;
        clock.utc = [start = wanted->startMs, speed = wanted->speed, from = clock.mono(), mono = clock.mono] {
            return start + UtcMs(double(mono() - from) * speed);
        };
    }
    return clock;
}

StoredConfig demoConfig(const DemoServer &server)
{
    StoredConfig config;
    for (const DemoServer::Category &category : server.categories)
        config.ticketCategories.append(ChannelId(category.id));
    config.closedCategories.append(ChannelId(server.closedCategory));
    config.ticketBots.append(UserId(server.ticketBot.id));
    for (const DemoServer::Staff &staff : server.staff) {
        for (const quint64 role : staff.roles)
            config.supportRoles.insert(RoleId(role));
    }
    config.statsRoles = {RoleId(server.adminRole), RoleId(server.moderatorRole), RoleId(server.supportRole)};
    config.databaseRoles = {RoleId(server.adminRole)};
    config.accessRoles = {RoleId(server.ownerRole), RoleId(server.adminRole)};
    config.logChannel = ChannelId(server.logChannel);
    config.archiveChannel = ChannelId(server.archiveChannel);
    config.configured = true;
    return config;
}

// What the demo's team wants to be told: alarms and a daily summary in its own channel.
NoticeSettings demoNotices(const DemoServer &server, UtcMs nowMs)
{
    NoticeSettings settings;
    settings.logEvents.firstReply = true;
    settings.alarm(AlarmKind::Overdue) = {true, 0, true, ChannelId(server.staffChannel), {}};
    settings.alarm(AlarmKind::TooManyOpen) = {true, 60, true, ChannelId(server.staffChannel), {}};
    settings.alarm(AlarmKind::PeakRecord) = {true, 0, true, ChannelId(server.staffChannel), {}};
    settings.alarm(AlarmKind::TargetMissed) = {true, 25, true, ChannelId(server.staffChannel), {}};
    SummarySchedule daily;
    daily.id = 1;
    daily.channel = ChannelId(server.staffChannel);
    daily.sinceMs = nowMs;
    settings.schedules = {daily};
    return settings;
}

} // namespace

class DemoSession::Private
{
public:
    explicit Private(const CommandLine &line) : clock(demoClock(line.demoClock))
    {
        discord.world().setNow(clock.utc);
        server = buildDemoWorld(discord.world());
        bot = UserId(discord.world().bot());
        if (line.demoClock)
            speed = line.demoClock->speed;
    }

    Status prepare(const DataFolder &folder);

    bool goOn(const Reader &reader);
    Status fill(const DataFolder &folder) const;
    Status writePast(Writer &writer) const;
    bool simulateDisk(const QString &word);
    void after(int ms, std::function<void()> then);
    void tell(const QString &word, bool begins) const
    {
        if (told)
            told(word, begins);
    }

    Clock clock;
    StandInDiscord discord;
    DemoServer server;
    UserId bot;
    double speed = 1;
    std::unique_ptr<DemoScript> script; // from prepare() on
    StorageFaults disk;
    Storage *open = nullptr; // the bot's
    std::optional<MonoMs> damagedAt;
    std::function<void(const QString &, bool)> told;
    QObject home; // timers end with it
};

DemoSession::DemoSession(const CommandLine &line) : d(std::make_unique<Private>(line)) { }

DemoSession::~DemoSession() = default;

Status DemoSession::prepare(const DataFolder &folder)
{
    if (!d->discord.listen())
        return Error{
            ErrorKind::Internal,
            QCoreApplication::translate("DemoSession", "The demo could not open a port on this computer."),
            {}};
    if (Status prepared = d->prepare(folder); !prepared)
        return prepared;
    d->script = std::make_unique<DemoScript>(d->discord, d->server);
    d->script->setSpeed(d->speed);
    QObject::connect(d->script.get(), &DemoScript::incidentEnded, &d->home,
                     [this](const QString &word) { d->tell(word, false); });
    return {};
}

Status DemoSession::Private::prepare(const DataFolder &folder)
{
    {
        const Result<Connection> earlier = DatabaseFile::inFolder(folder.path()).openForReading();
        if (earlier && goOn(Reader(earlier->database())))
            return {};
    }
    if (Status cleared = folder.clearDatabase(); !cleared)
        return cleared;
    if (Status filled = fill(folder); !filled)
        return filled;
    addOpenDemoTickets(discord.world(), server);
    // As on a computer where the program has run for a while: a damaged database has something to come back from.
    const auto backup = Backups(DatabaseFile::inFolder(folder.path()), clock).make(u"daily"_s);
    return backup ? Status() : Status(backup.error());
}

// The people and categories of the world are the same every time. But its time must not run backwards, and a past that
// was left behind long ago would show nothing but a hole.
bool DemoSession::Private::goOn(const Reader &reader)
{
    const GuildId guild(server.guild);
    const UtcMs lastMs = reader.lastOpenedMs(guild, {});
    if (lastMs == 0 || lastMs > clock.utc() || clock.utc() - lastMs > LongestPauseMs)
        return false;
    TicketListFilter filter;
    filter.limit = 1'000;
    const TicketPage page = reader.tickets(guild, filter, clock.utc(), 0);
    const UtcMs endedMs = reader.botMemory().guilds.value(guild).lastCommitMs;
    if (clock.utc() - endedMs <= LongestNightMs) {
        QList<DemoTicketLeft> left;
        for (const TicketListRow &row : page.rows)
            left.append({row.ticket.id.value, row.ticket.category.value, row.ticket.requester.value,
                         row.ticket.name});
        keepDemoTicketsOfEarlierRun(discord.world(), server, left);
        return true;
    }
    // Nobody waits for days: the world's audit log tells the bot when they were closed, and others were opened since.
    QList<quint64> channels;
    for (const TicketListRow &row : page.rows)
        channels.append(row.ticket.id.value);
    closeDemoTicketsOfEarlierRun(discord.world(), server, channels, endedMs);
    addOpenDemoTickets(discord.world(), server, endedMs + qint64(channels.size() + 1) * MinuteMs);
    return true;
}

Status DemoSession::Private::fill(const DataFolder &folder) const
{
    Storage storage;
    Storage::Options options;
    options.dataDir = folder.path();
    options.clock = clock;
    if (Status opened = storage.open(options); !opened)
        return opened;
    QEventLoop loop;
    Status written;
    storage.write(
        &loop, [this](Writer &writer) { return writePast(writer); },
        [&loop, &written](const Status &status) {
            written = status;
            loop.quit();
        });
    loop.exec();
    return written;
}

Status DemoSession::Private::writePast(Writer &writer) const
{
    const GuildId guild(server.guild);
    GuildInfo info;
    info.id = guild;
    info.name = server.name;
    info.owner = UserId(server.staff.first().id);
    info.locale = u"en-US"_s;
    const StoredConfig config = demoConfig(server);
    const Actor actor{info.owner, server.staff.first().name, true};
    QVector<NamedCategory> categories;
    for (const DemoServer::Category &category : server.categories)
        categories.append({ChannelId(category.id), category.name});
    const DemoHistory history(server, clock.utc());
    writer.setFoldRules(guild, {config.supportRoles, {}});
    for (const Status &step :
         {writer.saveGuild(info), writer.saveConfig(guild, config, actor),
          NoticeStore::saveSettings(writer, guild, demoNotices(server, clock.utc()).toJson(), actor),
          writer.rememberCategories(guild, categories), writer.rememberBot(bot),
          writer.apply(history.people())}) {
        if (!step)
            return step;
    }
    for (int day = 0; day < history.batches(); ++day) {
        if (Status applied = writer.apply(history.batch(day)); !applied)
            return applied;
    }
    const DemoHistory::Outage outage = history.outage();
    const Result<qint64> gap =
        writer.openGap(guild, {}, outage.fromMs, u"app closed"_s, CoverageGap::State::MessagesLost);
    if (!gap)
        return gap.error();
    if (Status closed = writer.closeGap(*gap, outage.toMs, false, u"The computer was off."_s); !closed)
        return closed;
    return writer.markAlive(clock.utc());
}

QUrl DemoSession::apiBase() const
{
    return d->discord.apiBase();
}

QByteArray DemoSession::token() const
{
    return d->discord.token().toUtf8();
}

const Clock &DemoSession::clock() const
{
    return d->clock;
}

void DemoSession::startLife()
{
    d->script->start();
}

bool DemoSession::simulate(const QString &incident)
{
    if (!d->simulateDisk(incident) && !(d->script && d->script->simulate(incident)))
        return false;
    d->tell(incident, true);
    return true;
}

void DemoSession::onIncident(std::function<void(const QString &, bool)> told)
{
    d->told = std::move(told);
}

StorageFaults &DemoSession::disk()
{
    return d->disk;
}

void DemoSession::setStorage(Storage *storage)
{
    d->open = storage;
}

void DemoSession::Private::after(int ms, std::function<void()> then)
{
    QTimer::singleShot(ms, &home, std::move(then));
}

// What comes from the disk and not from Discord.
bool DemoSession::Private::simulateDisk(const QString &word)
{
    if (!open)
        return false;
    if (word == "locked"_L1) {
        disk.lock(open->databasePath(), LockedMs);
        after(LockedMs, [this] { tell(u"locked"_s, false); });
        return true;
    }
    if (word == "corrupt"_L1) {
        if (damagedAt && clock.mono() - *damagedAt < DamagedAgainAfterMs)
            return false;
        damagedAt = clock.mono();
        disk.damageAtNextCommit();
        return true;
    }
    if (word != "diskfull"_L1)
        return false;
    // First little space, then none, then enough again.
    disk.setFreeBytes(LittleSpaceBytes);
    open->retryNow();
    after(LittleSpaceMs, [this] {
        disk.setFreeBytes(0);
        disk.setFull(true);
    });
    after(LittleSpaceMs + FullMs, [this] {
        disk.setFull(false);
        disk.setFreeBytes(-1);
        open->retryNow();
        tell(u"diskfull"_s, false);
    });
    return true;
}

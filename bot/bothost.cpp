// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/bothost.h"

#include "bot/bot.h"
#include "bot/store/noticestore.h"

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int StopLimitMs = 1'500; // of the 2 s that SIGTERM allows; the rest is the storage's
}

class BotHost::Private
{
public:
    Storage storage;
    QThread thread;
    Bot *bot = nullptr; // lives in `thread`, deleted when it finishes
    BotState state;
    EnvironmentSettings environment;
    bool opened = false;
    bool started = false; // Bot::start() is on its way: what is posted from now on comes after it
};

BotHost::BotHost(QObject *parent) : QObject(parent), d(std::make_unique<Private>())
{
    qRegisterMetaType<BotState>();
    qRegisterMetaType<ChangeSet>();
    qRegisterMetaType<StorageTrouble>();
    qRegisterMetaType<DatabaseRecovery>();
    qRegisterMetaType<QVector<GuildId>>();
    d->thread.setObjectName(u"bot"_s);
    connect(&d->storage, &Storage::committed, this, &BotHost::committed);
    connect(&d->storage, &Storage::troubleChanged, this, &BotHost::troubleChanged);
    // S-08, S-11: what is not in the database any more may still be in Discord.
    connect(&d->storage, &Storage::databaseRecovered, this, &BotHost::startAnew);
    connect(&d->storage, &Storage::factsLost, this, [this](const QVector<GuildId> &guilds) {
        for (const GuildId guild : guilds)
            checkAgain(guild);
    });
}

BotHost::~BotHost()
{
    stop();
}

Status BotHost::open(Options options)
{
    Storage::Options storageOptions;
    storageOptions.dataDir = options.dataDir;
    storageOptions.clock = options.clock;
    storageOptions.expectedUuid = options.expectedUuid;
    storageOptions.freeBytes = options.freeBytes;
    storageOptions.fault = options.storageFault;
    storageOptions.waiting = options.waiting;
    if (Status opened = d->storage.open(storageOptions); !opened)
        return opened;
    d->opened = true;
    d->environment = options.environment;

    d->bot = new Bot(d->storage, {options.apiBase, options.environment, options.clock, options.drawChart});
    d->bot->moveToThread(&d->thread);
    connect(&d->thread, &QThread::finished, d->bot, &QObject::deleteLater);
    connect(d->bot, &Bot::stateChanged, this, [this](const BotState &state) {
        d->state = state;
        emit stateChanged(state);
    });
    connect(d->bot, &Bot::ready, this, &BotHost::ready);
    connect(d->bot, &Bot::desktopNotice, this, &BotHost::desktopNotice);
    connect(d->bot, &Bot::failed, this, &BotHost::failed);
    connect(d->bot, &Bot::stopped, &d->thread, &QThread::quit, Qt::DirectConnection);
    d->thread.start();
    d->storage.read(
        this, [](const Reader &reader) { return reader.botMemory(); },
        [this](BotMemory memory) {
            d->started = true;
            QMetaObject::invokeMethod(d->bot, [bot = d->bot, memory = std::move(memory)]() mutable {
                bot->start(std::move(memory));
            });
        });
    return {};
}

void BotHost::connectToDiscord(const QByteArray &token)
{
    // Behind the read that starts the bot: both take the same road through the query thread.
    d->storage.read(
        this, [](const Reader &) { return true; },
        [this, token](bool) {
            QMetaObject::invokeMethod(d->bot, [bot = d->bot, token] { bot->connectToDiscord(token); });
        });
}

void BotHost::disconnectFromDiscord()
{
    QMetaObject::invokeMethod(d->bot, &Bot::disconnectFromDiscord);
}

void BotHost::retryNow()
{
    QMetaObject::invokeMethod(d->bot, &Bot::retryNow);
}

void BotHost::tellState()
{
    if (d->bot)
        QMetaObject::invokeMethod(d->bot, &Bot::changed);
}

void BotHost::startAnew()
{
    if (!d->opened)
        return;
    d->storage.readAfterFlush(
        this, [](const Reader &reader) { return reader.botMemory(); },
        [this](BotMemory memory) {
            if (d->bot)
                QMetaObject::invokeMethod(d->bot, [bot = d->bot, memory = std::move(memory)]() mutable {
                    bot->startAnew(std::move(memory));
                });
        });
}

void BotHost::stop()
{
    if (!d->opened)
        return;
    d->opened = false;
    QMetaObject::invokeMethod(d->bot, &Bot::shutDown);
    if (!d->thread.wait(StopLimitMs)) {
        d->thread.quit();
        d->thread.wait();
    }
    d->bot = nullptr;
    d->storage.close();
}

Storage &BotHost::storage() const
{
    return d->storage;
}

const BotState &BotHost::state() const
{
    return d->state;
}

const EnvironmentSettings &BotHost::environment() const
{
    return d->environment;
}

Bot *BotHost::bot() const
{
    return d->bot;
}

void BotHost::call(Discord::Request request, QObject *asker, Discord::RestClient::Done done)
{
    if (!d->started) {
        // Behind the read that starts the bot: before it there is no client to ask.
        d->storage.read(
            asker, [](const Reader &) { return true; },
            [this, request = std::move(request), asker, done = std::move(done)](bool) mutable {
                call(std::move(request), asker, std::move(done));
            });
        return;
    }
    QMetaObject::invokeMethod(
        d->bot,
        [bot = d->bot, request = std::move(request), home = carriedHome(asker, std::move(done))]() mutable {
            bot->rest().call(std::move(request), bot, std::move(home));
        });
}

void BotHost::testToken(const QByteArray &token, QObject *asker,
                        std::function<void(Result<Discord::Application>)> done,
                        std::function<void(qint64)> waiting)
{
    if (!d->started) {
        // As in call(): a person who pastes at once is quicker than the read that starts the bot.
        d->storage.read(
            asker, [](const Reader &) { return true; },
            [this, token, asker, done = std::move(done), waiting = std::move(waiting)](bool) mutable {
                testToken(token, asker, std::move(done), std::move(waiting));
            });
        return;
    }
    QMetaObject::invokeMethod(
        d->bot,
        [bot = d->bot, token, answer = carriedHome(asker, std::move(done)),
         wait = carriedHome(asker, std::move(waiting))] { bot->testToken(token, bot, answer, wait); });
}

void BotHost::registerCommands()
{
    QMetaObject::invokeMethod(d->bot, [bot = d->bot] { bot->registerCommands(true); });
}

void BotHost::acceptDifferentBot()
{
    QMetaObject::invokeMethod(d->bot, &Bot::acceptDifferentBot);
}

void BotHost::checkAgain(GuildId guild)
{
    QMetaObject::invokeMethod(d->bot, [bot = d->bot, guild] { bot->checkAgain(guild); });
}

void BotHost::reloadConfig(GuildId guild, QObject *asker, std::function<void()> done)
{
    QMetaObject::invokeMethod(d->bot, [bot = d->bot, guild, home = carriedHome(asker, std::move(done))] {
        bot->reloadConfig(guild, home);
    });
}

void BotHost::saveConfig(GuildId guild, const StoredConfig &config, const Actor &actor, bool refoldRecorded,
                         QObject *asker, std::function<void(Status)> done)
{
    changeConfig(
        guild, [guild, config, actor](Writer &w) { return w.saveConfig(guild, config, actor); },
        refoldRecorded, asker, std::move(done));
}

void BotHost::editConfig(GuildId guild, const ConfigEdit &edit, const Actor &actor, bool refoldRecorded,
                         QObject *asker, std::function<void(Status)> done)
{
    changeConfig(
        guild, [guild, edit, actor](Writer &w) { return w.editConfig(guild, edit, actor); }, refoldRecorded,
        asker, std::move(done));
}

void BotHost::changeConfig(GuildId guild, std::function<Status(Writer &)> change, bool refoldRecorded,
                           QObject *asker, std::function<void(Status)> done)
{
    // The refold uses what will be in force, environment included: only the bot's copy knows that.
    const QPointer<QObject> guard(asker);
    d->storage.write(this, std::move(change),
                     [this, guild, refoldRecorded, guard, done = std::move(done)](const Status &saved) {
                         if (!saved) {
                             if (guard)
                                 done(saved);
                             return;
                         }
                         reloadConfig(guild, this, [this, guild, refoldRecorded, guard, done] {
                             if (!refoldRecorded) {
                                 if (guard)
                                     done({});
                                 return;
                             }
                             d->storage.write(
                                 this,
                                 [guild](Writer &w) {
                                     // A server that was not seen since the start has no rules yet: what is stored counts.
                                     if (w.hasFoldRules(guild))
                                         return w.refold(guild, w.foldRules(guild));
                                     const StoredConfig config = Reader(w.database()).config(guild);
                                     return w.refold(guild, {config.supportRoles, config.maxUsers});
                                 },
                                 [guard, done](const Status &refolded) {
                                     if (guard)
                                         done(refolded);
                                 });
                         });
                     });
}

void BotHost::saveNoticeSettings(GuildId guild, const QJsonObject &settings, const Actor &actor,
                                 QObject *asker, std::function<void(Status)> done)
{
    const QPointer<QObject> guard(asker);
    d->storage.write(
        this,
        [guild, settings, actor](Writer &w) { return NoticeStore::saveSettings(w, guild, settings, actor); },
        [this, guild, guard, done = std::move(done)](const Status &saved) {
            std::function<void()> reloaded = [saved, done] {
                if (done)
                    done(saved);
            };
            QMetaObject::invokeMethod(
                d->bot, [bot = d->bot, guild, home = carriedHome(guard.data(), std::move(reloaded))] {
                    bot->notices().reload(guild, home);
                });
        });
}

void BotHost::previewSummary(GuildId guild, const SummarySchedule &schedule, QObject *asker,
                             std::function<void(Discord::OutgoingMessage)> done)
{
    QMetaObject::invokeMethod(d->bot,
                              [bot = d->bot, guild, schedule, home = carriedHome(asker, std::move(done))] {
                                  bot->notices().summaries().build(guild, schedule, bot->now(), home);
                              });
}

void BotHost::sendSummaryNow(GuildId guild, const SummarySchedule &schedule, QObject *asker,
                             std::function<void(Status)> done)
{
    QMetaObject::invokeMethod(d->bot,
                              [bot = d->bot, guild, schedule, home = carriedHome(asker, std::move(done))] {
                                  bot->notices().summaries().sendNow(guild, schedule, home);
                              });
}

void BotHost::testAlarm(GuildId guild, AlarmKind kind, const AlarmSetting &setting, QObject *asker,
                        std::function<void(Status)> done)
{
    QMetaObject::invokeMethod(
        d->bot, [bot = d->bot, guild, kind, setting, home = carriedHome(asker, std::move(done))] {
            bot->notices().alarms().test(guild, kind, setting, home);
        });
}

void BotHost::muteTicket(GuildId guild, ChannelId ticket, bool on, QObject *asker,
                         std::function<void(Status)> done)
{
    d->storage.write(
        this, [guild, ticket, on](Writer &w) { return NoticeStore::mute(w, guild, ticket, on); },
        [guard = QPointer<QObject>(asker), done = std::move(done)](const Status &status) {
            if (guard && done)
                done(status);
        });
}

void BotHost::setCloseByHand(GuildId guild, ChannelId ticket, const CloseByHand &said, const Actor &actor,
                             QObject *asker, std::function<void(Status)> done)
{
    d->storage.write(
        this,
        [guild, ticket, said, actor](Writer &w) { return w.setCloseByHand(guild, ticket, said, actor); },
        [guard = QPointer<QObject>(asker), done = std::move(done)](const Status &status) {
            if (guard && done)
                done(status);
        });
}

void BotHost::setTicket(GuildId guild, ChannelId channel, bool isTicket, const Actor &actor, QObject *asker,
                        std::function<void(Status)> done)
{
    const QPointer<QObject> guard(asker);
    post(
        this, [guild, channel, isTicket](Bot &bot) { return bot.setTicket(guild, channel, isTicket); },
        [this, guild, channel, isTicket, actor, guard, done = std::move(done)](const TicketFacts &) {
            HistoryRow row;
            row.guild = guild;
            row.actor = actor;
            row.kind = isTicket ? u"ticket"_s : u"not_a_ticket"_s;
            row.after = {{u"channel"_s, channel.toString()}};
            d->storage.write(
                this, [row](Writer &w) { return w.addHistory(row); },
                [guard, done](const Status &status) {
                    if (guard)
                        done(status);
                });
        });
}

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/notices/noticeoutbox.h"

#include "bot/base/logging.h"
#include "bot/commands/categorychoice.h"
#include "bot/commands/replies.h"
#include "bot/discord/routes.h"
#include "bot/notices/noticecards.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

struct NoticeOutbox::Line
{
    bool busy = false;
    bool again = false;
    UtcMs awayFromMs = 0;
    bool tellOfPast = false; // what catching up found is worth a card
    QHash<ChannelId, QString> troubles;
    QHash<QString, MessageId> posted; // by nonce: Discord has it, the store could not note that yet
    QTimer timer;
};

namespace {

constexpr int UnknownChannel = 10003;
constexpr int UnknownMessage = 10008;
constexpr int SlowMode = 20016;

NoticeStore::Failure refusedWith(const QString &text, UtcMs nowMs)
{
    return {text, nowMs + RefusedRetryMs, true, false};
}

QString deletedText()
{
    return QCoreApplication::translate("Notices", "The channel was deleted.");
}

} // namespace

NoticeOutbox::NoticeOutbox(Environment environment, QObject *parent)
    : QObject(parent), m_environment(std::move(environment))
{ }

NoticeOutbox::~NoticeOutbox() = default;

NoticeOutbox::Line &NoticeOutbox::line(GuildId guild)
{
    auto &slot = m_lines[guild];
    if (!slot) {
        slot = std::make_shared<Line>();
        slot->timer.setSingleShot(true);
        connect(&slot->timer, &QTimer::timeout, this, [this, guild] { pump(guild); });
    }
    return *slot;
}

void NoticeOutbox::stop()
{
    m_stopped = true;
    for (const auto &line : std::as_const(m_lines))
        line->timer.stop();
}

void NoticeOutbox::pump(GuildId guild)
{
    const GuildView *view = m_environment.guild(guild);
    if (m_stopped || !view || !view->available())
        return;
    Line &line = this->line(guild);
    if (std::exchange(line.busy, true)) {
        line.again = true;
        return;
    }
    line.again = false;
    m_environment.storage->read(
        this, [guild](const Reader &reader) { return NoticeStore::waiting(reader, guild); },
        [this, guild](const QVector<NoticeRow> &waiting) {
            const GuildView *now = m_environment.guild(guild);
            if (!now)
                return finished(guild);
            carryOut(guild,
                     planNotices(waiting, now->config().logChannel, m_environment.caughtUp(guild),
                                 m_environment.clock.utc()));
        });
}

void NoticeOutbox::carryOut(GuildId guild, const NoticePlan &plan)
{
    switch (plan.action) {
    case NoticePlan::Action::Wait: {
        Line &line = this->line(guild);
        line.busy = false;
        if (line.again)
            return pump(guild);
        if (plan.nextAtMs > 0) {
            // A sped-up clock reaches the time sooner: looked at often, which costs one small question.
            constexpr qint64 Longest = 15 * SecondMs;
            const qint64 wait = plan.nextAtMs - m_environment.clock.utc();
            line.timer.start(int(std::clamp<qint64>(wait, 50, Longest)));
        }
        return;
    }
    case NoticePlan::Action::Fold:
        return foldNow(guild, plan.fold);
    case NoticePlan::Action::Send:
        return composeAndSend(plan.row);
    }
}

// -- many become one
// ------------------------------------------------------------------------------------------------------

void NoticeOutbox::caughtUp(GuildId guild, UtcMs awayFromMs, bool news)
{
    Line &line = this->line(guild);
    line.awayFromMs = awayFromMs;
    line.tellOfPast = news;
}

void NoticeOutbox::foldNow(GuildId guild, const QVector<NoticeRow> &rows)
{
    const Line &line = this->line(guild);
    const UtcMs now = m_environment.clock.utc();
    const GuildView *view = m_environment.guild(guild);
    NoticeCards::Digest digest;
    digest.cause = NoticeCards::Digest::Cause::Late;
    QVector<qint64> ids;
    int attempts = 0;
    bool refused = false;
    for (const NoticeRow &row : rows) {
        ids += row.id;
        attempts = std::max(attempts, row.attempts);
        refused = refused || row.refused;
        if (row.kind == NoticeRow::Kind::Digest) {
            digest.add(NoticeCards::Digest::fromJson(row.details));
            continue;
        }
        if (!row.live) {
            if (!line.tellOfPast)
                continue; // channels that were just told to be tickets, or looked at again: no news
            digest.cause =
                line.awayFromMs > 0 ? NoticeCards::Digest::Cause::Away : NoticeCards::Digest::Cause::Found;
        }
        digest.add(row.event);
        const UtcMs since = row.live ? row.atMs : line.awayFromMs;
        if (since > 0 && (digest.fromMs == 0 || since < digest.fromMs))
            digest.fromMs = since;
    }
    if (digest.cause != NoticeCards::Digest::Cause::Found)
        digest.toMs = now;
    std::optional<NoticeRow> card;
    if (!digest.empty() && view && view->config().logChannel) {
        card.emplace();
        card->guild = guild;
        card->kind = NoticeRow::Kind::Digest;
        card->subject = u"digest/%1"_s.arg(ids.last()); // of these notices there is one
        card->atMs = now;
        card->details = digest.toJson();
        card->attempts = attempts;
        card->refused = refused; // certainly not posted: a later one may still take it in
    }
    m_environment.storage->write(
        this,
        [guild, ids, card, now](Writer &writer) { return NoticeStore::fold(writer, guild, ids, card, now); },
        [this, guild](const Status &folded) {
            if (!folded)
                qCWarning(lcBot).noquote() << "Notices could not be put together:" << folded.error().detail;
            if (folded)
                this->line(guild).again = true;
            finished(guild);
        });
}

// -- one message
// ----------------------------------------------------------------------------------------------------------

void NoticeOutbox::composeAndSend(const NoticeRow &row)
{
    const GuildId guild = row.guild;
    if (const MessageId posted = line(guild).posted.value(row.nonce); posted && !row.message)
        return markSent(row, posted);
    const Composed then = [this, row](const std::optional<Discord::OutgoingMessage> &message) {
        if (message)
            return send(row, *message);
        // Nothing to say any more: the ticket was wiped, the schedule is gone.
        m_environment.storage->write(
            this,
            [row](Writer &writer) {
                return NoticeStore::failed(
                    writer, row.guild, row.id,
                    {QCoreApplication::translate("Notices", "There was nothing left to tell."), 0, false,
                     true});
            },
            [this, guild = row.guild](const Status &) {
                line(guild).again = true;
                finished(guild);
            });
    };
    const Language language = m_environment.language(guild, {});
    switch (row.kind) {
    case NoticeRow::Kind::Event:
        m_environment.storage->read(
            this,
            [guild, ticket = row.ticket()](const Reader &reader) { return reader.ticket(guild, ticket); },
            [row, then, language](const std::optional<TicketDetail> &detail) {
                if (!detail)
                    return then({});
                then(NoticeCards::ticketEvent(row.event, row.atMs, detail->row.ticket, language));
            });
        return;
    case NoticeRow::Kind::Digest:
        return then(NoticeCards::digest(NoticeCards::Digest::fromJson(row.details), language));
    case NoticeRow::Kind::Line:
        if (row.details.contains("wipe"_L1))
            return composeWipeLine(row, then);
        return then(NoticeCards::backOnline(row.details.value("from"_L1).toInteger(),
                                            row.details.value("to"_L1).toInteger(), language));
    case NoticeRow::Kind::Alarm:
    case NoticeRow::Kind::Summary:
        return m_environment.compose(row, then);
    }
}

void NoticeOutbox::composeWipeLine(const NoticeRow &row, const Composed &then)
{
    m_environment.storage->read(
        this, [row](const Reader &reader) { return NoticeStore::wipeOf(reader, row); },
        [this, row, then](const std::optional<WipeRecord> &wipe) {
            if (!wipe)
                return then({});
            const Language language = m_environment.language(row.guild, {});
            if (row.details.value("undone"_L1).toBool())
                return then(Replies::undoneForLog(*wipe, wipe->undoneBy, language));
            QString category;
            if (!wipe->scope.category.all) {
                const GuildView *view = m_environment.guild(row.guild);
                const Discord::Channel *known = view ? view->channel(wipe->scope.category.id) : nullptr;
                category = known ? known->name : categoryTitle({}, wipe->scope.category, language);
            }
            then(Replies::wipedForLog(*wipe, category, language));
        });
}

QString NoticeOutbox::missingPermission(const GuildView &view, ChannelId channel, const Language *language)
{
    using namespace Discord::Permission;
    const Discord::Permissions ours = view.ownPermissions(channel);
    const auto words = [language](const char *text, const char *comment = nullptr) {
        return language ? language->translate("Notices", text, comment)
                        : QCoreApplication::translate("Notices", text, comment);
    };
    const auto missing = [&words](const char *name) {
        static constexpr struct
        {
            const char *text, *comment;
        } Missing = QT_TRANSLATE_NOOP3("Notices", "%1 is missing", "%1 is a permission, as Discord calls it");
        return words(Missing.text, Missing.comment).arg(words(name));
    };
    if (!(ours & ViewChannel))
        return missing(QT_TRANSLATE_NOOP("Notices", "View Channel"));
    if (!(ours & SendMessages))
        return missing(QT_TRANSLATE_NOOP("Notices", "Send Messages"));
    if (!(ours & EmbedLinks))
        return missing(QT_TRANSLATE_NOOP("Notices", "Embed Links"));
    return {};
}

void NoticeOutbox::send(const NoticeRow &row, Discord::OutgoingMessage message)
{
    const GuildView *view = m_environment.guild(row.guild);
    if (!view)
        return finished(row.guild);
    const UtcMs now = m_environment.clock.utc();
    const ChannelId channel = row.channel ? row.channel : view->config().logChannel;
    if (!channel)
        return refuse(row, channel,
                      refusedWith(QCoreApplication::translate("Notices", "No log channel is set."), now));
    if (view->wasDeleted(channel))
        return refuse(row, channel, refusedWith(deletedText(), now), true);
    // Known beforehand, so no call is wasted on it (N-13).
    if (view->channel(channel)) {
        if (const QString missing = missingPermission(*view, channel); !missing.isEmpty())
            return refuse(row, channel, refusedWith(missing, now));
        using namespace Discord::Permission;
        if (!message.attachments.isEmpty() && !(view->ownPermissions(channel) & AttachFiles)) {
            message.attachments.clear();
            for (Discord::Embed &embed : message.embeds)
                embed.imageAttachment.clear();
        }
    }
    message.nonce = row.nonce;
    Discord::Request request = row.message && row.edit
        ? Discord::Routes::editMessage(channel, row.message, message)
        : Discord::Routes::postMessage(channel, message);
    m_environment.rest->call(std::move(request), this, [this, row, channel](const Discord::RestReply &reply) {
        answered(row, channel, reply);
    });
}

void NoticeOutbox::answered(const NoticeRow &row, ChannelId channel, const Discord::RestReply &reply)
{
    if (reply.ok()) {
        const MessageId posted =
            row.message ? row.message : MessageId::fromJson(reply.json.object().value("id"_L1));
        if (line(row.guild).troubles.remove(channel) > 0)
            emit troublesChanged();
        return markSent(row, posted);
    }
    const UtcMs now = m_environment.clock.utc();
    // Stopping, or the token is gone, for calls that were not even sent as well: the next connection goes on.
    if (reply.failure->kind == ErrorKind::Cancelled || m_environment.rest->state().tokenRejected)
        return finished(row.guild);
    NoticeStore::Failure failure;
    failure.text = reply.failure->text;
    if (reply.status == 404 && (reply.discordCode == UnknownMessage || row.edit)) {
        failure.givenUp = true; // somebody deleted our message: there is nothing to edit
    } else if (reply.status == 403 || reply.status == 404 || reply.discordCode == SlowMode) {
        failure = refusedWith(reply.discordCode == UnknownChannel ? deletedText() : failure.text, now);
    } else if (reply.status == 400 || reply.status == 413) {
        failure.givenUp = true; // what we wrote is wrong, and will be
        qCWarning(lcBot).noquote() << reply.failure->detail;
    } else {
        failure.nextTryAtMs = now + noticeRetryMs(row.attempts + 1);
    }
    refuse(row, channel, failure, reply.discordCode == UnknownChannel);
}

// What cannot be marked is marked later and not posted again. Only who dies before that posts it twice, with the nonce that
// Discord knows for some minutes.
void NoticeOutbox::markSent(const NoticeRow &row, MessageId posted)
{
    m_environment.storage->write(
        this,
        [row, posted, now = m_environment.clock.utc()](Writer &writer) {
            return NoticeStore::sent(writer, row.guild, row.id, posted, now);
        },
        [this, row, posted](const Status &saved) {
            Line &line = this->line(row.guild);
            if (saved)
                line.posted.remove(row.nonce);
            else
                line.posted.insert(row.nonce, posted);
            if (!saved)
                qCWarning(lcBot).noquote() << "A notice could not be marked as sent:" << saved.error().detail;
            line.again = line.again || saved;
            finished(row.guild);
        });
}

void NoticeOutbox::refuse(const NoticeRow &row, ChannelId channel, const NoticeStore::Failure &failure,
                          bool gone)
{
    Line &line = this->line(row.guild);
    const GuildView *view = m_environment.guild(row.guild);
    const Discord::Channel *where = view ? view->channel(channel) : nullptr;
    if (channel && !failure.givenUp) {
        const QString name =
            where ? u'#' + where->name : QCoreApplication::translate("Notices", "a channel that is gone");
        const QString text =
            QCoreApplication::translate("Notices", "Cannot post in %1: %2.", "#channel, reason")
                .arg(name, failure.text.endsWith(u'.') ? failure.text.chopped(1) : failure.text);
        if (line.troubles.value(channel) != text) {
            line.troubles.insert(channel, text);
            qCWarning(lcBot).noquote() << text;
            emit troublesChanged();
        }
    }
    const bool logChannelGone = gone && !row.channel;
    m_environment.storage->write(
        this,
        [row, failure](Writer &writer) { return NoticeStore::failed(writer, row.guild, row.id, failure); },
        [this, guild = row.guild, logChannelGone](const Status &saved) {
            if (!saved)
                qCWarning(lcBot).noquote() << "A failed notice could not be noted:" << saved.error().detail;
            this->line(guild).again = this->line(guild).again || saved;
            if (logChannelGone && m_environment.logChannelGone)
                m_environment.logChannelGone(guild);
            finished(guild);
        });
}

void NoticeOutbox::finished(GuildId guild)
{
    Line &line = this->line(guild);
    line.busy = false;
    if (line.again)
        return pump(guild);
    constexpr int AfterTroubleMs = 5'000; // the store or the server was not there
    line.timer.start(AfterTroubleMs);
}

void NoticeOutbox::rightsChanged(GuildId guild)
{
    m_environment.storage->write(
        this, [guild](Writer &writer) { return NoticeStore::tryAgain(writer, guild); },
        [this, guild](const Status &) { pump(guild); });
}

QVector<QString> NoticeOutbox::troubles(GuildId guild) const
{
    const auto found = m_lines.constFind(guild);
    return found == m_lines.cend() ? QVector<QString>() : QVector<QString>((*found)->troubles.values());
}
#include "moc_noticeoutbox.cpp"

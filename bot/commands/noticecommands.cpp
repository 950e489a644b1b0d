// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/commands/commandhandlers.h"
#include "bot/commands/replies.h"
#include "bot/notices/noticeoutbox.h"
#include "bot/notices/noticesettings.h"
#include "bot/notices/summarycard.h"
#include "bot/store/noticestore.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace Handlers {
namespace {

constexpr qint64 NoticeUndoMs = 30 * SecondMs;
constexpr int MinutesPerDay = 24 * 60;

ChannelId chosenChannel(const CommandContext &context)
{
    const Discord::InteractionOption *option = context.interaction().option(u"channel");
    return option ? ChannelId::fromJson(option->value) : ChannelId();
}

// Nothing is set that would not work: true, when the command was answered with the reason.
bool refusedForChannel(const CommandContext &context, ChannelId channel)
{
    const Language language = context.language();
    const QString missing = NoticeOutbox::missingPermission(context.view(), channel, &language);
    if (!missing.isEmpty())
        context.refuse(Replies::cannotPostThere(channel, missing, language));
    return !missing.isEmpty();
}

NoticeSettings storedSettings(Writer &writer, GuildId guild)
{
    return NoticeSettings::fromJson(NoticeStore::settings(Reader(writer.database()), guild));
}

// A press of Undo for 30 s, saved in the transaction of the change.
Status rememberUndo(Writer &writer, PendingAction undo, const QJsonObject &before)
{
    undo.arguments = before;
    return writer.savePending(undo);
}

void answerWithUndo(const CommandContext &context, PendingAction undo, const QJsonObject &before,
                    const Discord::OutgoingMessage &done)
{
    undo.arguments = before;
    context.reloadConfig([=] {
        rememberPending(context, undo, 0, done);
        context.answer(Replies::withUndo(done, {undo.key}, context.language()));
    });
}

// What commands change is the first schedule; others are the console's business.
struct SummaryChange
{
    bool exists = true;
    bool changed = true; // false: it was so before, and nothing was written
    SummarySchedule before, after;
    QJsonObject undo;
};

// make: where there is no schedule, one begins. change: what becomes of the first one.
void changeSummary(const CommandContext &context, bool make, QLatin1String undoAction,
                   const std::function<void(SummarySchedule &)> &change,
                   const std::function<Discord::OutgoingMessage(const SummaryChange &)> &answer)
{
    const PendingAction undo = newPending(context, undoAction, {}, NoticeUndoMs);
    context.write(
        [=, guild = context.guild(), actor = context.actor(), now = context.askedAtMs(),
         interaction = context.interaction().id](Writer &writer) -> Result<SummaryChange> {
            const Result<bool> first = writer.firstTime(interaction, guild);
            if (!first)
                return first.error();
            if (!*first)
                return Error{ErrorKind::NotFound, {}, u"a repeated interaction"_s};
            NoticeSettings settings = storedSettings(writer, guild);
            SummaryChange result;
            result.undo = {{u"settings"_s, settings.toJson().value("schedules"_L1)}};
            if (settings.schedules.isEmpty()) {
                result.exists = make;
                if (!make)
                    return result;
                SummarySchedule schedule;
                schedule.id = now;
                settings.schedules += schedule;
            } else {
                result.before = settings.schedules.first();
            }
            SummarySchedule &schedule = settings.schedules.first();
            change(schedule);
            schedule.on = true;
            result.after = schedule;
            result.changed = !(schedule == result.before);
            if (!result.changed)
                return result;
            schedule.sinceMs = now; // no run of the past
            if (Status saved = NoticeStore::saveSettings(writer, guild, settings.toJson(), actor); !saved)
                return saved.error();
            if (Status saved = rememberUndo(writer, undo, result.undo); !saved)
                return saved.error();
            return result;
        },
        [=](const Result<SummaryChange> &result) {
            if (!result && result.error().kind == ErrorKind::NotFound)
                return context.leaveAsIs(u"already done"_s);
            if (!result)
                return context.fail(result.error());
            if (!result->exists)
                return context.answer(Replies::noSummaryYet(context.language()));
            if (!result->changed)
                return context.answer(answer(*result));
            answerWithUndo(context, undo, result->undo, answer(*result));
        });
}

// False: no frequency that a schedule can have.
bool setFrequency(SummarySchedule &schedule, int minutes)
{
    using Every = SummarySchedule::Every;
    if (minutes == 30 * MinutesPerDay) {
        schedule.every = Every::Month;
    } else if (minutes == 7 * MinutesPerDay) {
        schedule.every = Every::Week;
    } else if (minutes % MinutesPerDay == 0 && minutes / MinutesPerDay <= 30) {
        schedule.every = Every::Days;
        schedule.step = minutes / MinutesPerDay;
    } else if (minutes % 60 == 0 && minutes < MinutesPerDay) {
        schedule.every = Every::Hours;
        schedule.step = minutes / 60;
    } else {
        return false;
    }
    return minutes > 0;
}

// "Daily at 09:00 (Europe/London)": whoever reads it may live elsewhere.
QString whenOnTheClock(const SummarySchedule &schedule, const QByteArray &zone, const Language &language)
{
    const QString when = SummaryCard::when(schedule, language);
    return schedule.every == SummarySchedule::Every::Hours
        ? when
        : u"%1 (%2)"_s.arg(when, QString::fromLatin1(zone));
}

} // namespace

void logChannelSet(CommandContext &context)
{
    const ChannelId channel = chosenChannel(context);
    if (refusedForChannel(context, channel))
        return;
    context.defer();
    const PendingAction undo = newPending(context, UndoLogChannelAction, {}, NoticeUndoMs);
    context.write(
        [=, guild = context.guild(), actor = context.actor(),
         interaction = context.interaction().id](Writer &writer) -> Result<ChannelId> {
            const Result<bool> first = writer.firstTime(interaction, guild);
            if (!first)
                return first.error();
            if (!*first)
                return Error{ErrorKind::NotFound, {}, u"a repeated interaction"_s};
            StoredConfig config = Reader(writer.database()).config(guild);
            const ChannelId before = std::exchange(config.logChannel, channel);
            if (before == channel)
                return before;
            if (Status saved = writer.saveConfig(guild, config, actor); !saved)
                return saved.error();
            if (Status saved = rememberUndo(writer, undo, {{u"channel"_s, before.toString()}}); !saved)
                return saved.error();
            return before;
        },
        [context, undo, channel](const Result<ChannelId> &before) {
            if (!before && before.error().kind == ErrorKind::NotFound)
                return context.leaveAsIs(u"already done"_s);
            if (!before)
                return context.fail(before.error());
            if (*before == channel)
                return context.answer(Replies::logChannelAlready(channel, context.language()));
            answerWithUndo(context, undo, {{u"channel"_s, before->toString()}},
                           Replies::logChannelChanged(*before, channel, context.language()));
        });
}

void summaryChannel(CommandContext &context)
{
    const ChannelId channel = chosenChannel(context);
    if (refusedForChannel(context, channel))
        return;
    context.defer();
    changeSummary(
        context, true, UndoSummaryAction,
        [channel](SummarySchedule &schedule) { schedule.channel = channel; },
        [language = context.language(), zone = context.config().timeZone](const SummaryChange &change) {
            const QString when = whenOnTheClock(change.after, zone, language);
            return change.changed
                ? Replies::summaryChannelChanged(change.before.channel, change.after.channel, when, language)
                : Replies::summaryChannelAlready(change.after.channel, when, language);
        });
}

void summaryFrequency(CommandContext &context)
{
    const Discord::InteractionOption *option = context.interaction().option(u"minutes");
    const int minutes = option && option->value.isDouble()
        ? int(std::clamp<qint64>(option->value.toInteger(0), 0, 100'000))
        : 0;
    SummarySchedule probe;
    if (!setFrequency(probe, minutes))
        return context.refuse(Replies::badMinutes(context.language()));
    context.defer();
    changeSummary(
        context, false, UndoFrequencyAction,
        [minutes](SummarySchedule &schedule) { setFrequency(schedule, minutes); },
        [language = context.language(), zone = context.config().timeZone](const SummaryChange &change) {
            const QString when = whenOnTheClock(change.after, zone, language);
            return change.changed
                ? Replies::summaryFrequencyChanged(SummaryCard::when(change.before, language), when, language)
                : Replies::summaryFrequencyAlready(when, language);
        });
}

Status undoNotice(Writer &writer, const PendingAction &taken, const Actor &actor)
{
    if (taken.action == UndoLogChannelAction) {
        StoredConfig config = Reader(writer.database()).config(taken.guild);
        config.logChannel = ChannelId::fromText(taken.arguments.value("channel"_L1).toString());
        return writer.saveConfig(taken.guild, config, actor);
    }
    QJsonObject settings = storedSettings(writer, taken.guild).toJson();
    settings.insert(u"schedules"_s, taken.arguments.value("settings"_L1).toArray());
    return NoticeStore::saveSettings(writer, taken.guild, settings, actor);
}

} // namespace Handlers

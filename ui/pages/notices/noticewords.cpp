// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/notices/noticewords.h"

#include "bot/base/format.h"
#include "bot/notices/summaryschedule.h"
#include "ui/dates.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCoreApplication>
#include <QDateTime>
#include <QRegularExpression>
#include <QStandardItemModel>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace NoticeWords {
namespace {

constexpr int TextChannel = 0;
constexpr int AnnouncementChannel = 5;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(NoticeWords)
};

QString time(UtcMs at, const Place &place)
{
    return Dates::dateTime(at, place.zone, place.nowMs);
}

const BotState::Server::Posting *posting(const BotState::Server *server, ChannelId channel)
{
    if (!server)
        return nullptr;
    const auto it = server->posting.constFind(channel);
    return it == server->posting.cend() ? nullptr : &*it;
}

struct Entry
{
    QString text;
    quint64 value = 0;
    bool enabled = true;
};

// Nothing moves under the pointer (UX 2.5): made anew only where it reads differently, and never while it is open.
void fill(QComboBox *box, const QVector<Entry> &entries, quint64 current)
{
    if (box->view()->isVisible())
        return;
    const QSignalBlocker blocker(box);
    bool same = box->count() == entries.size();
    for (int i = 0; same && i < box->count(); ++i)
        same =
            box->itemText(i) == entries.at(i).text && box->itemData(i).toULongLong() == entries.at(i).value;
    if (!same) {
        box->clear();
        auto *model = qobject_cast<QStandardItemModel *>(box->model());
        for (const Entry &entry : entries) {
            box->addItem(entry.text, QVariant::fromValue<quint64>(entry.value));
            if (model)
                model->item(box->count() - 1)->setEnabled(entry.enabled);
        }
    }
    box->setCurrentIndex(std::max(0, box->findData(QVariant::fromValue<quint64>(current))));
}

QString roleName(const BotState::Server *server, RoleId role)
{
    if (server) {
        for (const Discord::Role &known : server->roles) {
            if (known.id == role)
                return known.name;
        }
    }
    return role.toString();
}

} // namespace

QString alarm(const AlarmRow &alarm)
{
    const QString value = Format::count(alarm.value);
    switch (alarm.kind) {
    case AlarmKind::Overdue:
        return Words::tr("#%1 overdue", "%1 is a ticket's channel").arg(alarm.ticketName);
    case AlarmKind::TooManyOpen:
        return Words::tr("%1 tickets were open").arg(value);
    case AlarmKind::PeakRecord:
        return Words::tr("%1 open at once, more than ever before").arg(value);
    case AlarmKind::TargetMissed:
        return Words::tr("%1 % of the day's first responses came too late").arg(value);
    case AlarmKind::Disconnected:
        return Words::tr("The bot was disconnected");
    case AlarmKind::DataTrouble:
        return Words::tr("Problem with the data");
    }
    return {};
}

QString ending(const AlarmRow &alarm, const Place &place)
{
    const QString at = time(alarm.endedAtMs, place);
    switch (alarm.ending) {
    case AlarmRow::Ending::Open:
        return alarm.kind == AlarmKind::Overdue ? Words::tr("not answered yet") : Words::tr("still so");
    case AlarmRow::Ending::Answered:
        return alarm.answeredByName.isEmpty()
            ? Words::tr("answered %1", "%1 is a time").arg(at)
            : Words::tr("answered %1 by %2", "a time, a person").arg(at, alarm.answeredByName);
    case AlarmRow::Ending::Closed:
        return Words::tr("closed %1", "%1 is a time").arg(at);
    case AlarmRow::Ending::Over:
        return Words::tr("over %1", "%1 is a time").arg(at);
    case AlarmRow::Ending::Nothing:
        return QString(Format::Dash);
    }
    return {};
}

QString nextRun(const SummarySchedule &schedule, const QByteArray &serverZone, const Place &place)
{
    if (!schedule.on)
        return Words::tr("switched off");
    const UtcMs next =
        SummaryTimes::nextRun(schedule, SummaryTimes::zoneOf(schedule, serverZone), place.nowMs);
    return Words::tr("next: %1 (in %2)", "a time, a duration")
        .arg(time(next, place), Format::elapsed(next - place.nowMs));
}

QString lastRun(const std::optional<NoticeRow> &last, const Place &place)
{
    if (!last)
        return Words::tr("last: never");
    switch (last->state) {
    case NoticeRow::State::Sent:
        return (last->subject.startsWith("test/"_L1) ? Words::tr("last: sent by hand %1", "%1 is a time")
                                                     : Words::tr("last: sent %1", "%1 is a time"))
            .arg(time(last->sentAtMs, place));
    case NoticeRow::State::Skipped:
        return Words::tr("last: skipped %1, the bot was away", "%1 is a time").arg(time(last->atMs, place));
    default:
        break;
    }
    if (last->failure.isEmpty())
        return Words::tr("last: being sent");
    return (last->state == NoticeRow::State::Waiting
                ? Words::tr("last: failed – %1 It is tried again.", "%1 is a reason")
                : Words::tr("last: failed – %1", "%1 is a reason"))
        .arg(last->failure.endsWith(u'.') ? last->failure : last->failure + u'.');
}

QString channelName(const BotState::Server *server, ChannelId channel)
{
    if (!channel)
        return Words::tr("no channel");
    if (server) {
        for (const Discord::Channel &known : server->channels) {
            if (known.id == channel)
                return u'#' + known.name;
        }
        return Words::tr("a channel that is gone");
    }
    return Words::tr("channel %1", "%1 is an id").arg(channel.toString());
}

QString obstacle(const BotState::Server *server, ChannelId channel)
{
    const auto *there = posting(server, channel);
    return there ? there->missing : QString();
}

void fillChannels(QComboBox *box, const BotState::Server *server, ChannelId current, const QString &none)
{
    QVector<Entry> entries{{none, 0}};
    bool found = !current;
    if (server) {
        for (const Discord::Channel &channel : server->channels) {
            const int type = int(channel.type);
            const bool chosen = channel.id == current;
            if ((type != TextChannel && type != AnnouncementChannel)
                || (!chosen && server->config.ticketCategories.contains(channel.parent)))
                continue;
            const QString missing = obstacle(server, channel.id);
            entries += {missing.isEmpty() || chosen
                            ? u'#' + channel.name
                            : Words::tr("#%1 – %2", "channel, why not").arg(channel.name, missing),
                        channel.id.value, missing.isEmpty() || chosen};
            found = found || chosen;
        }
    }
    if (!found)
        entries += {channelName(server, current), current.value};
    fill(box, entries, current.value);
}

ChannelId chosenChannel(const QComboBox *box)
{
    return ChannelId(box->currentData().toULongLong());
}

QString mentionNobody()
{
    return Words::tr("mention nobody");
}

void fillRoles(QComboBox *box, const BotState::Server *server, RoleId current)
{
    constexpr int FewestLetters = 13;
    box->setMinimumContentsLength(qMax<int>(FewestLetters, int(mentionNobody().size())));
    QVector<Entry> entries{{mentionNobody(), 0}};
    bool found = !current;
    if (server) {
        for (const Discord::Role &role : server->roles) {
            if (role.id.value == server->id.value)
                continue; // @everyone is never mentioned
            const bool chosen = role.id == current;
            const QString why = chosen ? QString() : roleObstacle(server, role.id);
            entries += {why.isEmpty() ? u'@' + role.name : why, role.id.value};
            found = found || chosen;
        }
    }
    if (!found)
        entries += {Words::tr("a role that is gone"), current.value};
    fill(box, entries, current.value);
}

QString roleObstacle(const BotState::Server *server, RoleId role)
{
    if (!server || server->mayMentionEveryone)
        return {};
    for (const Discord::Role &known : server->roles) {
        if (known.id == role && !known.mentionable)
            return Words::tr("%1 – cannot be mentioned: allow it in the role's settings")
                .arg(u'@' + known.name);
    }
    return {};
}

RoleId chosenRole(const QComboBox *box)
{
    return RoleId(box->currentData().toULongLong());
}

QVector<UserId> peopleIn(const Discord::OutgoingMessage &message)
{
    static const QRegularExpression mention(u"<@(\\d{1,20})>"_s);
    QString texts = message.content;
    for (const Discord::Embed &embed : message.embeds) {
        texts += embed.description;
        for (const Discord::Embed::Field &field : embed.fields)
            texts += field.value;
    }
    QVector<UserId> people;
    for (auto it = mention.globalMatch(texts); it.hasNext();)
        people += UserId::fromText(it.next().captured(1));
    return people;
}

QString asDiscordShowsIt(const QString &text, const BotState::Server *server, const Place &place,
                         const PeopleNames &people)
{
    static const QRegularExpression special(
        u"<t:(\\d{1,12}):([Rdft])>|<#(\\d{1,20})>|<@(&?)(\\d{1,20})>|\\\\(.)|\\*\\*"_s);
    QString shown;
    qsizetype from = 0;
    for (auto it = special.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        shown += QStringView(text).mid(from, match.capturedStart() - from);
        from = match.capturedEnd();
        if (match.hasCaptured(1)) {
            const UtcMs at = match.captured(1).toLongLong() * SecondMs;
            shown += match.captured(2) == "R"_L1 ? Format::ago(place.nowMs - at)
                : match.captured(2) == "d"_L1    ? Dates::date(at, place.zone, place.nowMs)
                                                 : Dates::dateTime(at, place.zone, place.nowMs);
        } else if (match.hasCaptured(3)) {
            shown += channelName(server, ChannelId::fromText(match.captured(3)));
        } else if (match.hasCaptured(5)) {
            const QString id = match.captured(5);
            shown += u'@'
                + (match.capturedLength(4) > 0 ? roleName(server, RoleId::fromText(id))
                                               : people.value(UserId::fromText(id), id));
        } else if (match.hasCaptured(6)) {
            shown += match.captured(6);
        }
    }
    shown += QStringView(text).mid(from);
    return shown;
}

} // namespace NoticeWords

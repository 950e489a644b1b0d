// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/commands/replies.h"

using namespace Qt::Literals::StringLiterals;

namespace Replies {
namespace {

QString channelText(ChannelId channel, const Language &language)
{
    return channel ? u"<#%1>"_s.arg(channel.toString())
                   : language.translate("Commands", "none", "no channel is set");
}

} // namespace

OutgoingMessage logChannelChanged(ChannelId before, ChannelId after, const Language &language)
{
    return plain(language.translate("Commands", "Log channel: %1 → %2", "the channel before, the one now")
                     .arg(channelText(before, language), channelText(after, language)));
}

OutgoingMessage logChannelAlready(ChannelId channel, const Language &language)
{
    return plain(language.translate("Commands", "The log channel is %1 already. Nothing was changed.")
                     .arg(channelText(channel, language)));
}

OutgoingMessage summaryChannelAlready(ChannelId channel, const QString &when, const Language &language)
{
    return plain(language
                     .translate("Commands", "The summary channel is %1 already. Nothing was changed.\n%2",
                                "a channel, when it is posted")
                     .arg(channelText(channel, language), when));
}

OutgoingMessage summaryFrequencyAlready(const QString &when, const Language &language)
{
    return plain(language
                     .translate("Commands", "The summary is set to this already: %1. Nothing was changed.",
                                "when it is posted")
                     .arg(when));
}

OutgoingMessage summaryChannelChanged(ChannelId before, ChannelId after, const QString &when,
                                      const Language &language)
{
    return plain(language
                     .translate("Commands", "Summary channel: %1 → %2\n%3",
                                "the channel before, the one now, when it is posted")
                     .arg(channelText(before, language), channelText(after, language), when));
}

OutgoingMessage summaryFrequencyChanged(const QString &before, const QString &after, const Language &language)
{
    return plain(language.translate("Commands", "Summary: %1 → %2", "when it was posted, when it is now")
                     .arg(before, after));
}

OutgoingMessage cannotPostThere(ChannelId channel, const QString &why, const Language &language)
{
    return plain(
        language.translate("Commands", "Nothing was changed: I cannot post in %1. %2.", "channel, reason")
            .arg(channelText(channel, language), why));
}

OutgoingMessage noSummaryYet(const Language &language)
{
    return plain(language.translate("Commands", "There is no summary yet. Choose its channel first: %1")
                     .arg(u"/summarychannel"_s));
}

OutgoingMessage badMinutes(const Language &language)
{
    return plain(language.translate("Commands",
                                    "Minutes must be whole hours up to a day (60, 120 … 1440), whole days up "
                                    "to 30 (2880 …), 10080 for a week or 43200 "
                                    "for a month."));
}

OutgoingMessage noticeUndone(const Language &language)
{
    return plain(language.translate("Commands", "Undone. It is as it was before."));
}

} // namespace Replies

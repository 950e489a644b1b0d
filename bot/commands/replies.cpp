// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/commands/replies.h"

#include "bot/base/format.h"

using namespace Qt::Literals::StringLiterals;

namespace Replies {

QString userMention(UserId user)
{
    return u"<@%1>"_s.arg(user.toString());
}

QString roleMention(RoleId role, GuildId guild)
{
    return role.value == guild.value ? u"@everyone"_s : u"<@&%1>"_s.arg(role.toString());
}

QString actorText(const Actor &actor, const Language &language)
{
    if (actor.user)
        return userMention(actor.user);
    if (actor.name.isEmpty())
        return language.translate("Commands", "this computer");
    return language.translate("Commands", "this computer (%1)", "%1 is an account name")
        .arg(Discord::escaped(actor.name, 60));
}

QString joinedWithOr(const QStringList &parts, const Language &language)
{
    if (parts.size() < 2)
        return parts.value(0);
    return language.translate("Commands", "%1 or %2", "the end of a list: A, B or C")
        .arg(parts.mid(0, parts.size() - 1).join(u", "_s), parts.last());
}

QString noTickets(const CategoryFilter &category, const QString &title, int days, const Language &language)
{
    if (category.all)
        return days == 1 ? language.translate("Commands", "No tickets in the last 24 hours.")
                         : language.translate("Commands", "No tickets in the last %n day(s).", nullptr, days);
    return (days == 1 ? language.translate("Commands", "No tickets in **%1** in the last 24 hours.")
                      : language.translate("Commands", "No tickets in **%1** in the last %n day(s).", nullptr,
                                           days))
        .arg(title);
}

OutgoingMessage plain(const QString &text)
{
    OutgoingMessage message;
    message.content = text;
    message.ephemeral = true;
    return message;
}

OutgoingMessage knownSoFar(const QString &text, bool catchingUp, const Language &language)
{
    return plain(catchingUp ? text + u'\n' + language.translate("Commands", "still catching up") : text);
}

OutgoingMessage refusal(const QString &command, const QVector<RoleId> &roles, GuildId guild,
                        const QVector<UserId> &helpers, const Language &language)
{
    // More names than one can ask are no help, and a message has 2000 characters.
    constexpr qsizetype MaxNames = 10;
    QStringList who, need;
    for (const UserId helper : helpers.mid(0, MaxNames))
        who.append(userMention(helper));
    for (const RoleId role : roles.mid(0, MaxNames))
        need.append(roleMention(role, guild));
    const QString ask = who.isEmpty() ? QString() : joinedWithOr(who, language);
    QString text;
    if (need.isEmpty())
        text = language.translate("Commands", "No role may use this yet.");
    else
        text = language.translate("Commands", "You need %1 for %2.", "You need @Admin for /ticketstats.")
                   .arg(joinedWithOr(need, language), u'/' + command);
    if (!ask.isEmpty())
        text += u' ' + language.translate("Commands", "Ask %1.").arg(ask);
    return plain(text);
}

OutgoingMessage notYourButtons(UserId whose, const QString &command, const Language &language)
{
    return plain(
        language
            .translate("Commands",
                       "You do not have permission to use these buttons; they belong to %1. Run %2 yourself.")
            .arg(userMention(whose), u'/' + command));
}

OutgoingMessage directMessage(const Language &language)
{
    return plain(language.translate("Commands", "Use this in a server."));
}

OutgoingMessage notServed(const Language &language)
{
    return plain(language.translate("Commands", "This bot is not set up to serve this server."));
}

OutgoingMessage startingUp(const Language &language)
{
    return plain(language.translate("Commands", "Starting up, try again in a few seconds."));
}

OutgoingMessage unknownCommand(const Language &language)
{
    return plain(
        language.translate("Commands", "This bot no longer has that command. /help lists what it has."));
}

OutgoingMessage unknownButton(const Language &language)
{
    return plain(language.translate("Commands", "This button no longer works. Run the command again."));
}

OutgoingMessage tooMany(qint64 waitMs, const Language &language)
{
    const qint64 seconds = (waitMs + SecondMs - 1) / SecondMs;
    return plain(
        language.translate("Commands", "Too many commands, try again in %1.", "%1 is a duration: 4 s")
            .arg(Format::duration(double(seconds * SecondMs), language.locale())));
}

OutgoingMessage stillBusy(const Language &language)
{
    return plain(language.translate("Commands", "The data is busy. Trying for 10 more seconds…"));
}

OutgoingMessage notPossible(const Language &language)
{
    return plain(language.translate("Commands",
                                    "Not possible right now. Nothing was changed. Try again in a minute."));
}

OutgoingMessage unexpected(const QString &reference, const Language &language)
{
    return plain(
        language
            .translate("Commands",
                       "Something went wrong on my side (ref %1). Nothing was changed. The manager sees the "
                       "details in the bot log.")
            .arg(reference));
}

OutgoingMessage badDays(const Language &language)
{
    return plain(language.translate("Commands", "Days must be between 1 and 3650."));
}

OutgoingMessage mayNotAttach(const Language &language)
{
    return plain(language.translate("Commands", "I may not attach files here."));
}

OutgoingMessage csv(const QByteArray &bytes, const QString &fileName, int tickets, bool complete,
                    const Language &language)
{
    QString text = language.translate("Commands", "%n ticket(s), one per line.", nullptr, tickets);
    if (!complete)
        text += u' '
            + language.translate("Commands",
                                 "The rest does not fit into one file; the console exports all of it.");
    OutgoingMessage message = plain(text);
    message.attachments.append({fileName, {}, bytes, "text/csv"});
    return message;
}

} // namespace Replies

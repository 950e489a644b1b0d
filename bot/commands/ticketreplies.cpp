// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/base/format.h"
#include "bot/commands/replies.h"
#include "bot/tickets/ticketlabel.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace Replies {
namespace {

using Format::TimeStyle;

QString ticketLink(const TicketRecord &ticket)
{
    return ticket.channelGone ? u'#' + Discord::escaped(ticketLabel(ticket), 60)
                              : u"<#%1>"_s.arg(ticket.id.toString());
}

QString categoryText(const TicketRecord &ticket, const Language &language)
{
    return ticket.categoryName.isEmpty() ? language.translate("Commands", "None", "no category")
                                         : Discord::escaped(ticket.categoryName, 40);
}

QString waitingLine(const TicketRecord &ticket, const Waiting &in, const Language &language)
{
    const UtcMs since = ticket.derived.waitingSinceMs;
    const QString line = language.translate("Commands", "%1 · %2 · asked %3", "ticket, category, 3 days ago")
                             .arg(ticketLink(ticket), categoryText(ticket, language),
                                  Format::discordTime(since, TimeStyle::Relative));
    return in.targets.overdue(ticket.category, in.nowMs - since)
        ? line + u" · "_s + language.translate("Commands", "**overdue**", "waits longer than the target")
        : line;
}

QString historyLine(const TicketRecord &ticket, const Language &language)
{
    const QLocale &locale = language.locale();
    const Derived &derived = ticket.derived;
    const bool open = ticket.open();
    const Spell last = ticket.lastSpell();
    const bool exact = !last.closeUnseen(); // else it is when it was first seen gone
    std::optional<double> response, resolution;
    if (derived.firstResponseAtMs > 0)
        response = double(derived.firstResponseAtMs - ticket.openedAtMs);
    if (!open && exact && last.closedAtMs >= ticket.openedAtMs)
        resolution = double(last.closedAtMs - ticket.openedAtMs);
    QString closed = language.translate("Commands", "open", "a ticket");
    if (!open)
        closed = (exact ? language.translate("Commands", "closed %1", "%1 is a time")
                        : language.translate("Commands", "closed before %1", "%1 is a time"))
                     .arg(Format::discordTime(last.closedAtMs, TimeStyle::DateTime));
    return language
        .translate("Commands", "%1 · opened %2 · %3 · first response %4 · resolution %5",
                   "ticket, time, \"closed\" and time, two durations")
        .arg(ticketLink(ticket), Format::discordTime(ticket.openedAtMs, TimeStyle::DateTime), closed,
             Format::duration(response, locale), Format::duration(resolution, locale));
}

// Both buttons need ids of their own even where they lead nowhere.
void addPageButtons(OutgoingMessage &message, int page, int pages, const std::function<QString(int)> &idOf,
                    const Language &language)
{
    if (pages <= 1)
        return;
    Discord::ActionRow row;
    row.buttons.append({page > 1 ? idOf(page - 1) : idOf(pages + 1),
                        language.translate("Commands", "◀ Previous"), Discord::ButtonStyle::Secondary,
                        page <= 1});
    row.buttons.append({page < pages ? idOf(page + 1) : idOf(pages + 2),
                        language.translate("Commands", "Next ▶"), Discord::ButtonStyle::Secondary,
                        page >= pages});
    message.rows.append(row);
}

OutgoingMessage listing(const QString &title, QStringList lines, int page, int pages, bool catchingUp,
                        const Language &language)
{
    Discord::Embed embed;
    embed.title = title;
    if (catchingUp)
        lines.append(language.translate("Commands", "still catching up"));
    embed.description = lines.join(u'\n');
    embed.footer = language.translate("Commands", "Page %1 of %2").arg(page).arg(std::max(1, pages));
    OutgoingMessage message;
    message.ephemeral = true;
    message.embeds = {embed};
    return message;
}

int pagesOf(int total)
{
    return (total + TicketsPerPage - 1) / TicketsPerPage;
}

} // namespace

OutgoingMessage waiting(const Waiting &in, const Language &language)
{
    if (in.total == 0)
        return knownSoFar(language.translate("Commands", "Nobody is waiting."), in.catchingUp, language);
    QStringList lines;
    for (const TicketListRow &row : in.rows)
        lines.append(waitingLine(row.ticket, in, language));
    const int pages = pagesOf(in.total);
    OutgoingMessage message =
        listing(language.translate("Commands", "%n ticket(s) waiting", nullptr, in.total), lines, in.page,
                pages, in.catchingUp, language);
    addPageButtons(
        message, in.page, pages,
        [&in](int page) {
            return ViewId{ViewId::Action::Waiting, u"all"_s, std::clamp(page, 1, 3650), ViewId::View::List,
                          in.caller}
                .toString();
        },
        language);
    return message;
}

OutgoingMessage ticketHistory(const TicketHistory &in, const Language &language)
{
    const QString title = Discord::escaped(in.categoryTitle, 100);
    if (in.total == 0)
        return knownSoFar(noTickets(in.category, title, in.days, language), in.catchingUp, language);
    QStringList lines;
    for (const TicketListRow &row : in.rows)
        lines.append(historyLine(row.ticket, language));
    const int pages = pagesOf(in.total);
    const QString heading = in.days == 1
        ? language.translate("Commands", "Tickets of the last 24 hours: %1", "%1 is a category")
        : language.translate("Commands", "Tickets of the last %n day(s): %1", "%1 is a category", in.days);
    OutgoingMessage message = listing(heading.arg(title), lines, in.page, pages, in.catchingUp, language);
    addPageButtons(
        message, in.page, pages,
        [&in](int page) {
            return ViewId{
                ViewId::Action::Tickets,  categoryKey(in.category), in.days, ViewId::View::List, in.caller,
                std::clamp(page, 1, 9999)}
                .toString();
        },
        language);
    return message;
}

OutgoingMessage ownNumbers(const OwnNumbers &in, const Language &language)
{
    const QLocale &locale = language.locale();
    const StaffNumbers &own = in.numbers;
    const auto count = [&locale](int n) { return Format::count(n, locale); };
    Discord::Embed embed;
    embed.title = language.translate("Commands", "Your numbers of the last %n day(s)", nullptr, in.days);
    if (in.catchingUp)
        embed.description = language.translate("Commands", "still catching up");
    embed.fields = {
        {language.translate("Commands", "Tickets answered"), count(own.answered)},
        {language.translate("Commands", "First responses"), count(own.firstResponses)},
        {language.translate("Commands", "Median first response"),
         Format::duration(own.firstResponse.median, locale)},
        {language.translate("Commands", "Messages"), count(own.messages)},
        {language.translate("Commands", "Open now", "tickets that one answered last"), count(own.openNow)},
    };
    embed.footer = u"Ticket Assistant · "_s + QString::fromLatin1(in.timeZone);
    OutgoingMessage message;
    message.ephemeral = true;
    message.embeds = {embed};
    return message;
}

} // namespace Replies

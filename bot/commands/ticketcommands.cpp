// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/commands/commandhandlers.h"
#include "bot/commands/replies.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace Handlers {
namespace {

constexpr int OwnDays = 30;

// The page that was asked for, or the last there is: tickets leave the list between two presses.
struct ListPage
{
    TicketPage found;
    int page = 1;
};
ListPage readPage(const Reader &reader, GuildId guild, TicketListFilter filter, int page, UtcMs now,
                  const Targets &targets)
{
    filter.limit = Replies::TicketsPerPage;
    filter.offset = (std::max(1, page) - 1) * filter.limit;
    TicketPage found = reader.tickets(guild, filter, now, targets);
    if (found.rows.isEmpty() && found.total > 0) {
        filter.offset = (found.total - 1) / filter.limit * filter.limit;
        found = reader.tickets(guild, filter, now, targets);
    }
    return {found, filter.offset / filter.limit + 1};
}

void sendWaiting(const CommandContext &context, int page)
{
    Replies::Waiting values;
    values.nowMs = context.askedAtMs();
    values.targets = context.config().targets();
    values.caller = context.caller();
    values.catchingUp = context.catchingUp();
    TicketListFilter filter;
    filter.tab = TicketListFilter::Tab::Waiting;
    context.read([guild = context.guild(), filter, page, now = values.nowMs, targets = values.targets](
                     const Reader &reader) { return readPage(reader, guild, filter, page, now, targets); },
                 [context, values](const ListPage &list) mutable {
                     values.rows = list.found.rows;
                     values.total = list.found.total;
                     values.page = list.page;
                     context.answer(Replies::waiting(values, context.language()));
                 });
}

void sendTicketHistory(const CommandContext &context, const CategoryFilter &category, int days, int page)
{
    Replies::TicketHistory values;
    values.days = days;
    values.category = category;
    values.categoryTitle =
        categoryTitle(context.services().knownCategories(context.guild()), category, context.language());
    values.caller = context.caller();
    values.catchingUp = context.catchingUp();
    TicketListFilter filter;
    filter.tab = TicketListFilter::Tab::All;
    filter.sort = TicketListFilter::Sort::Opened;
    filter.category = category;
    filter.opened = Window::lastDays(days, context.askedAtMs());
    context.read([guild = context.guild(), filter, page, now = context.askedAtMs(),
                  targets = context.config().targets()](
                     const Reader &reader) { return readPage(reader, guild, filter, page, now, targets); },
                 [context, values](const ListPage &list) mutable {
                     values.rows = list.found.rows;
                     values.total = list.found.total;
                     values.page = list.page;
                     context.answer(Replies::ticketHistory(values, context.language()));
                 });
}

} // namespace

void waiting(CommandContext &context)
{
    context.defer();
    sendWaiting(context, 1);
}

void waitingPagePressed(const CommandContext &context, int page)
{
    context.deferUpdate();
    sendWaiting(context, page);
}

void ticketHistory(CommandContext &context)
{
    const Discord::Interaction &interaction = context.interaction();
    const Language language = context.language();
    const Discord::InteractionOption *option = interaction.option(u"days");
    const int days = option && option->value.isDouble()
        ? int(std::clamp<qint64>(option->value.toInteger(0), 0, 10'000))
        : 0;
    if (days < 1 || days > 3650)
        return context.refuse(Replies::badDays(language));
    const Discord::InteractionOption *category = interaction.option(u"category");
    const Result<CategoryFilter> filter =
        categoryFromText(context.services().knownCategories(context.guild()),
                         category ? category->value.toString() : u"all"_s, language);
    if (!filter)
        return context.refuse(Replies::plain(filter.error().text));
    context.defer();
    sendTicketHistory(context, *filter, days, 1);
}

void ticketHistoryPressed(const CommandContext &context, const ViewId &id, const CategoryFilter &category)
{
    context.deferUpdate();
    sendTicketHistory(context, category, id.days, id.page);
}

void myStats(CommandContext &context)
{
    context.defer();
    const Window window = Window::lastDays(OwnDays, context.askedAtMs());
    const StatisticsOptions options{context.config().targets(), window.toMs, false, {}};
    context.read(
        [guild = context.guild(), window, options, caller = context.caller()](const Reader &reader) {
            StaffNumbers own;
            own.user = caller;
            const TicketStatistics all = reader.statistics(guild, {}, window, options);
            for (const StaffNumbers &person : all.byStaff) {
                if (person.user == caller)
                    own = person;
            }
            return own;
        },
        [context](const StaffNumbers &own) {
            context.answer(Replies::ownNumbers(
                {own, OwnDays, context.config().timeZone, context.catchingUp()}, context.language()));
        });
}

} // namespace Handlers

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/firststeps.h"

#include "ui/livedata.h"
#include "ui/pages/page.h"

using namespace Qt::Literals::StringLiterals;

namespace {

StatePane::Step stepTo(Page *page, const QString &name, const QString &text, const PageLink &link)
{
    return {page->name() + name, text, [page, link] { emit page->linkActivated(link); }};
}

} // namespace

QString FirstSteps::setUpLink()
{
    return u"set-up"_s;
}

QString FirstSteps::demoLink()
{
    return u"demo"_s;
}

QVector<StatePane::Step> FirstSteps::withoutServer(Page *page)
{
    PageLink setUp;
    setUp.page = setUpLink();
    return {stepTo(page, u"SetUp"_s, tr("Set up a server…"), setUp), tryDemo(page)};
}

QVector<StatePane::Step> FirstSteps::withoutTickets(Page *page)
{
    PageLink settings;
    settings.page = u"settings"_s;
    settings.section = u"detection"_s;
    return {stepTo(page, u"CheckDetection"_s, tr("Check detection"), settings), tryDemo(page)};
}

void FirstSteps::showWithoutTickets(Page *page, StatePane *pane, const LiveData &live,
                                    const QString &sentence)
{
    const BotState::Server *server = live.botServer();
    const bool watched = !server || !server->available || !server->config.ticketCategories.isEmpty();
    QVector<StatePane::Step> steps = withoutTickets(page);
    if (!watched)
        steps.first().text = tr("Choose categories");
    pane->show(
        StatePane::State::FirstUse,
        watched ? sentence
                : tr("No tickets of this server are recorded: it is not chosen yet which of its categories "
                     "hold them."),
        steps);
}

QVector<StatePane::Step> FirstSteps::withoutStaff(Page *page)
{
    PageLink permissions;
    permissions.page = u"permissions"_s;
    return {stepTo(page, u"ChooseRoles"_s, tr("Choose roles"), permissions), tryDemo(page)};
}

StatePane::Step FirstSteps::tryDemo(Page *page)
{
    PageLink demo;
    demo.page = demoLink();
    return stepTo(page, u"TryDemo"_s, tr("or try the demo"), demo);
}

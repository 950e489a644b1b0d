// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/commands/commandrouter.h"

#include "bot/commands/commandguards.h"
#include "bot/commands/commandhandlers.h"
#include "bot/commands/replies.h"

using namespace Qt::Literals::StringLiterals;

namespace {

// What a view's button needs and whose it is.
struct ViewRule
{
    Access access;
    QLatin1String command;
};

ViewRule viewRule(ViewId::Action action)
{
    using Action = ViewId::Action;
    switch (action) {
    case Action::Category:
    case Action::Period:
    case Action::Show:
    case Action::Csv:
    case Action::Post:
        break;
    case Action::WipeCsv:
        return {Access::Database, "wipestats"_L1};
    case Action::Wipes:
        return {Access::Database, "wipehistory"_L1};
    case Action::Privileged:
        return {Access::ManageUsers, "privilegedusers"_L1};
    case Action::Waiting:
        return {Access::Statistics, "waiting"_L1};
    case Action::Tickets:
        return {Access::Statistics, "tickethistory"_L1};
    case Action::Explain:
    case Action::ExplainPerson:
        return {Access::ManageUsers, "viewpermissions"_L1};
    }
    return {Access::Statistics, "ticketstats"_L1};
}

// An integer option's choices need numbers; everything else is text.
QJsonObject choicesCallback(const QVector<Discord::Choice> &choices, bool integers)
{
    QJsonObject callback = Discord::Callback::choices(choices);
    if (!integers)
        return callback;
    QJsonObject data = callback[u"data"_s].toObject();
    QJsonArray numbers;
    for (const QJsonValue &value : data[u"choices"_s].toArray()) {
        QJsonObject choice = value.toObject();
        choice[u"value"_s] = choice[u"value"_s].toString().toInt();
        numbers.append(choice);
    }
    data[u"choices"_s] = numbers;
    callback[u"data"_s] = data;
    return callback;
}

} // namespace

class CommandRouter::Private
{
public:
    explicit Private(CommandRouter *router, Environment environment);

    void handle(const Discord::Interaction &interaction);

private:
    // The answer before any command is looked at: wrong place, wrong server, too early.
    std::optional<Discord::OutgoingMessage> obstacle(const CommandContext &context) const;
    void handleCommand(CommandContext &context);
    void handleAutocomplete(CommandContext &context, bool possible) const;
    void handlePress(CommandContext &context);
    void handleView(CommandContext &context, const ViewId &id);
    bool overLimit(CommandContext &context, CommandLimiter &limiter);
    void rememberDoubleAcknowledgement();

    CommandRouter *m_router;
    CommandServices m_services;
    RecentInteractions m_recent;
    CommandLimiter m_commands;
    CommandLimiter m_presses; // counted apart: leafing through pages must not use up a person's commands
    QVector<MonoMs> m_doubleAcknowledgements;
};

CommandRouter::Private::Private(CommandRouter *router, Environment environment) : m_router(router)
{
    m_services.environment = std::move(environment);
    m_services.home = router;
    m_services.handled = [router](GuildId guild, const QString &command, const QString &outcome,
                                  qint64 acknowledgedAfterMs) {
        emit router->handled(guild, command, outcome, acknowledgedAfterMs);
    };
    m_services.acknowledgedTwice = [this] { rememberDoubleAcknowledgement(); };
    if (Storage *storage = m_services.environment.storage) {
        // Queued: the signal comes from the storage thread.
        QObject::connect(
            storage, &Storage::committed, router,
            [this](const ChangeSet &changes) { m_services.rememberCommit(changes); }, Qt::QueuedConnection);
        m_services.reloadCategories({});
    }
}

void CommandRouter::Private::handle(const Discord::Interaction &interaction)
{
    using Type = Discord::InteractionType;
    const Environment &environment = m_services.environment;
    // Discord sends a bot only its own interactions; anything else is not for us (TM-12).
    if (const ApplicationId own = environment.application ? environment.application() : ApplicationId();
        own && interaction.application != own)
        return;
    if (!m_recent.firstTime(interaction.id))
        return;
    CommandContext context(&m_services, interaction, interaction.commandName);
    const std::optional<Discord::OutgoingMessage> wrong = obstacle(context);
    switch (interaction.type) {
    case Type::Autocomplete:
        return handleAutocomplete(context, !wrong);
    case Type::Command:
    case Type::Component:
    case Type::ModalSubmit:
        if (wrong)
            return context.refuse(*wrong);
        return interaction.type == Type::Command ? handleCommand(context) : handlePress(context);
    case Type::Ping:
    case Type::Unknown:
        return;
    }
}

std::optional<Discord::OutgoingMessage> CommandRouter::Private::obstacle(const CommandContext &context) const
{
    const Environment &environment = m_services.environment;
    const Language language = context.language();
    if (!context.guild() || !context.caller())
        return Replies::directMessage(language);
    if (environment.served && !environment.served(context.guild()))
        return Replies::notServed(language);
    const GuildView *view = environment.guild(context.guild());
    if (!view || !view->everAvailable())
        return Replies::startingUp(language);
    return {};
}

bool CommandRouter::Private::overLimit(CommandContext &context, CommandLimiter &limiter)
{
    const qint64 wait =
        limiter.waitFor(context.guild(), context.caller(), m_services.environment.clock.mono());
    if (wait > 0)
        context.refuse(Replies::tooMany(wait, context.language()));
    return wait > 0;
}

void CommandRouter::Private::handleCommand(CommandContext &context)
{
    if (overLimit(context, m_commands))
        return;
    const CommandSpec *spec = findCommand(context.command());
    if (!spec)
        return context.refuse(Replies::unknownCommand(context.language()));
    if (!context.decide(spec->access).allowed)
        return context.refuse(context.refusalFor(spec->access));
    spec->run(context);
}

void CommandRouter::Private::handleAutocomplete(CommandContext &context, bool possible) const
{
    const CommandSpec *spec = findCommand(context.command());
    QVector<Discord::Choice> choices;
    bool integers = false;
    if (possible && spec && context.decide(spec->access).allowed) { // else an empty list
        for (const Discord::InteractionOption &option : context.interaction().options) {
            if (!option.focused)
                continue;
            const QString typed =
                option.value.isString() ? option.value.toString() : option.value.toVariant().toString();
            if (option.name == "category"_L1) {
                choices =
                    categoryChoices(m_services.knownCategories(context.guild()), typed, context.language());
            } else if (option.name == "days"_L1) {
                choices = daysChoices(typed, context.language());
                integers = true;
            }
        }
    }
    context.respond(choicesCallback(choices, integers), u"suggested"_s);
}

void CommandRouter::Private::handlePress(CommandContext &context)
{
    const Discord::Interaction &interaction = context.interaction();
    const UserId self = m_services.environment.self ? m_services.environment.self() : UserId();
    const bool ours = !interaction.messageAuthor || !self || interaction.messageAuthor == self;
    const CustomId id = parseCustomId(interaction.customId);
    if (!ours || std::holds_alternative<std::monostate>(id))
        return context.refuse(Replies::unknownButton(context.language()));
    if (overLimit(context, m_presses))
        return;
    if (const ViewId *view = std::get_if<ViewId>(&id)) {
        CommandContext named(&m_services, interaction, viewRule(view->action).command);
        return handleView(named, *view);
    }
    CommandContext named(&m_services, interaction, u"button"_s);
    const ActionId action = std::get<ActionId>(id);
    if (const PendingActions::Entry *entry = m_services.pending.find(action.key))
        named = CommandContext(&m_services, interaction, Handlers::commandOfAction(entry->action.action));
    Handlers::actionPressed(named, action);
}

void CommandRouter::Private::handleView(CommandContext &context, const ViewId &id)
{
    using Action = ViewId::Action;
    const Language language = context.language();
    const ViewRule rule = viewRule(id.action);
    if (id.caller != context.caller())
        return context.refuse(Replies::notYourButtons(id.caller, rule.command, language));
    if (!context.decide(rule.access).allowed)
        return context.refuse(context.refusalFor(rule.access));
    // A modal never carries a view, and a view never opens one.
    const auto category = categoryFromKey(m_services.knownCategories(context.guild()), id.category);
    if (!category || context.interaction().type != Discord::InteractionType::Component)
        return context.refuse(Replies::unknownButton(language));
    switch (id.action) {
    case Action::Category:
    case Action::Period:
    case Action::Show:
    case Action::Csv:
    case Action::Post:
        return Handlers::statisticsPressed(context, id, *category);
    case Action::WipeCsv:
        return Handlers::wipeCsvPressed(context, id, *category);
    case Action::Wipes:
        return Handlers::wipesPagePressed(context, id.days);
    case Action::Privileged:
        return Handlers::privilegedPagePressed(context, id.days);
    case Action::Waiting:
        return Handlers::waitingPagePressed(context, id.days);
    case Action::Tickets:
        return Handlers::ticketHistoryPressed(context, id, *category);
    case Action::Explain:
        return Handlers::explainPressed(context);
    case Action::ExplainPerson:
        return Handlers::personPicked(context);
    }
}

// one is a repeated request of ours; several in 10 minutes mean that somebody else answers too.
void CommandRouter::Private::rememberDoubleAcknowledgement()
{
    constexpr qsizetype Tolerated = 3;
    const MonoMs now = m_services.environment.clock.mono();
    m_doubleAcknowledgements.removeIf([now](MonoMs at) { return at <= now - 10 * MinuteMs; });
    m_doubleAcknowledgements.append(now);
    if (m_doubleAcknowledgements.size() > Tolerated)
        emit m_router->anotherProgramSuspected();
}

CommandRouter::CommandRouter(Environment environment, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(this, std::move(environment)))
{ }

CommandRouter::~CommandRouter() = default;

void CommandRouter::handle(const Discord::Interaction &interaction)
{
    d->handle(interaction);
}

#include "moc_commandrouter.cpp"

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/commands/commandcontext.h"

#include "bot/base/logging.h"
#include "bot/commands/replies.h"

#include <QPointer>
#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 FirstAnswerMs =
    3 * SecondMs; // Discord's limit; later an acknowledgement has no purpose (N-10)
constexpr qint64 EditableMs = 14 * MinuteMs;

} // namespace

struct CommandContext::State
{
    CommandServices *services = nullptr;
    Discord::Interaction interaction;
    QString command;
    MonoMs receivedMono = 0;

    enum class Acknowledgement
    {
        None,
        Sent,
        Confirmed,
        Failed
    } acknowledgement = Acknowledgement::None;
    qint64 acknowledgedAfterMs = -1;
    QString outcomeWhenAcknowledged; // set where the acknowledgement is the answer

    bool waiting = false; // for the store
    bool patienceStarted = false;
    bool patienceLost = false;
    bool gaveUp = false; // and said so
    std::shared_ptr<Gate> gate; // of the newest write

    bool answered = false;
    std::optional<Discord::OutgoingMessage> nextPatch;
    bool patching = false;
    bool saidSorry = false;
    QString outcome;
    bool finished = false;
};

CommandContext::CommandContext(CommandServices *services, const Discord::Interaction &interaction,
                               const QString &command)
    : d(std::make_shared<State>())
{
    d->services = services;
    d->interaction = interaction;
    d->command = command;
    d->receivedMono = services->environment.clock.mono();
}

const Discord::Interaction &CommandContext::interaction() const
{
    return d->interaction;
}

CommandServices &CommandContext::services() const
{
    return *d->services;
}

const QString &CommandContext::command() const
{
    return d->command;
}

GuildId CommandContext::guild() const
{
    return d->interaction.guild;
}

UserId CommandContext::caller() const
{
    return d->interaction.caller();
}

Actor CommandContext::actor() const
{
    const Discord::Member &member = d->interaction.member;
    return {member.user.id, member.nick.isEmpty() ? member.user.displayName() : member.nick, false};
}

const GuildView &CommandContext::view() const
{
    return d->services->view(d->interaction.guild);
}

bool CommandContext::catchingUp() const
{
    const auto &asked = d->services->environment.catchingUp;
    return asked && asked(guild());
}

UtcMs CommandContext::askedAtMs() const
{
    return d->interaction.id.createdAtMs();
}

Language CommandContext::language() const
{
    return Language::fromDiscord(d->interaction.locale);
}

Language CommandContext::publicLanguage() const
{
    const QString chosen = config().postLanguage;
    return Language::fromDiscord(chosen.isEmpty() ? d->interaction.guildLocale : chosen);
}

bool CommandContext::mayAttach() const
{
    using namespace Discord::Permission;
    Discord::Permissions permissions = d->interaction.appPermissions;
    if (permissions == 0)
        permissions = view().ownPermissions(d->interaction.channel);
    return permissions & (AttachFiles | Administrator);
}

AccessDecision CommandContext::decide(Access access) const
{
    const GuildView &server = view();
    return decideAccess(server.config(), guild(), server.guild().owner, caller(), d->interaction.member.roles,
                        access);
}

Discord::OutgoingMessage CommandContext::refusalFor(Access access) const
{
    const GuildView &server = view();
    QVector<RoleId> roles = rolesFor(server.config(), access);
    roles.removeIf([&](RoleId role) { return !server.role(role); });
    QVector<UserId> others(server.config().maxUsers.cbegin(), server.config().maxUsers.cend());
    std::sort(others.begin(), others.end());
    QVector<UserId> helpers;
    if (server.guild().owner)
        helpers.append(server.guild().owner);
    for (const UserId user : others) {
        if (user != server.guild().owner)
            helpers.append(user);
    }
    return Replies::refusal(d->command, roles, guild(), helpers, language());
}

// -- the first answer -----------------------------------------------------------------------------

void CommandContext::refuse(const Discord::OutgoingMessage &message) const
{
    Discord::OutgoingMessage hidden = message;
    hidden.ephemeral = true; // refusals are private, whatever was asked for
    respond(Discord::Callback::message(hidden), u"refused"_s);
}

void CommandContext::defer(bool ephemeral) const
{
    acknowledge(Discord::Callback::deferred(ephemeral), {});
}

void CommandContext::deferUpdate() const
{
    acknowledge(Discord::Callback::deferredUpdate(), {});
}

void CommandContext::openModal(const Discord::Modal &modal) const
{
    respond(Discord::Callback::modal(modal), u"asked to type"_s);
}

void CommandContext::respond(const QJsonObject &callback, const QString &outcome) const
{
    d->answered = true;
    acknowledge(callback, outcome);
}

bool CommandContext::acknowledged() const
{
    return d->acknowledgement != State::Acknowledgement::None;
}

void CommandContext::acknowledge(const QJsonObject &callback, const QString &outcomeWhenDone) const
{
    Q_ASSERT(!acknowledged());
    d->acknowledgement = State::Acknowledgement::Sent;
    d->outcomeWhenAcknowledged = outcomeWhenDone;
    Discord::Request request =
        Discord::Routes::interactionCallback(d->interaction.id, d->interaction.token, callback);
    request.notAfterMono = d->receivedMono + FirstAnswerMs;
    d->services->environment.rest->call(
        request, d->services->home,
        [self = *this](const Discord::RestReply &reply) { self.acknowledgementAnswered(reply); });
}

void CommandContext::acknowledgementAnswered(const Discord::RestReply &reply) const
{
    constexpr int AlreadyAcknowledged = 40060;
    d->acknowledgedAfterMs = d->services->environment.clock.mono() - d->receivedMono;
    if (reply.discordCode == AlreadyAcknowledged)
        d->services->acknowledgedTwice();
    else if (!reply.ok()) {
        // gone or unreachable. Nobody sees an answer, so nothing that changes data is begun.
        d->acknowledgement = State::Acknowledgement::Failed;
        d->services->afterAcknowledgement.remove(d->interaction.id);
        d->nextPatch.reset();
        finish(u"not acknowledged (Discord %1)"_s.arg(reply.discordCode ? reply.discordCode : reply.status));
        return;
    }
    d->acknowledgement = State::Acknowledgement::Confirmed;
    if (!d->outcomeWhenAcknowledged.isEmpty())
        finish(d->outcomeWhenAcknowledged);
    for (const auto &then : d->services->afterAcknowledgement.take(d->interaction.id))
        then();
    sendPatch();
}

void CommandContext::whenAcknowledged(std::function<void()> then) const
{
    if (d->acknowledgement == State::Acknowledgement::Confirmed)
        then();
    else if (d->acknowledgement != State::Acknowledgement::Failed)
        d->services->afterAcknowledgement[d->interaction.id].append(std::move(then));
}

// -- the answer -----------------------------------------------------------------------------------

void CommandContext::answer(const Discord::OutgoingMessage &message) const
{
    if (d->answered)
        return;
    if (d->outcome.isEmpty())
        d->outcome = u"answered"_s;
    d->answered = true;
    if (acknowledged())
        patch(message);
    else
        acknowledge(Discord::Callback::message(message), d->outcome);
}

void CommandContext::edit(const Discord::OutgoingMessage &message) const
{
    if (acknowledged())
        patch(message);
}

void CommandContext::leaveAsIs(const QString &outcome) const
{
    d->answered = true;
    whenAcknowledged([self = *this, outcome] { self.finish(outcome); });
}

void CommandContext::fail(const Error &error) const
{
    if (d->answered)
        return;
    using enum ErrorKind;
    if (error.kind == Busy || error.kind == RateLimited || error.kind == Io) {
        // The console shows what the disk's trouble is; here it only matters that nothing happened.
        if (error.kind == Io)
            qCWarning(lcCommands).noquote() << u'/' + d->command << error.text << error.detail;
        d->outcome = u"failed (busy)"_s;
        return answer(Replies::notPossible(language()));
    }
    const QString reference =
        QString::number(QRandomGenerator::global()->bounded(0x10000), 16).toUpper().rightJustified(4, u'0');
    qCWarning(lcCommands).noquote() << "ref" << reference << u'/' + d->command << error.text << error.detail;
    d->outcome = u"failed (ref %1)"_s.arg(reference);
    answer(Replies::unexpected(reference, language()));
}

void CommandContext::patch(const Discord::OutgoingMessage &message) const
{
    d->nextPatch = message;
    sendPatch();
}

// One at a time, the newest next: an overtaken text is never sent.
void CommandContext::sendPatch() const
{
    if (d->acknowledgement != State::Acknowledgement::Confirmed || d->patching || !d->nextPatch)
        return;
    const Discord::OutgoingMessage message = *std::exchange(d->nextPatch, std::nullopt);
    d->patching = true;
    Discord::Request request =
        Discord::Routes::editOriginalResponse(d->interaction.application, d->interaction.token, message);
    request.notAfterMono = d->receivedMono + EditableMs;
    const bool final = d->answered && !d->finished;
    d->services->environment.rest->call(
        request, d->services->home, [self = *this, final](const Discord::RestReply &reply) {
            State &state = *self.d;
            state.patching = false;
            if (!reply.ok() && reply.status >= 400 && reply.status < 500 && reply.status != 404 && final
                && !std::exchange(state.saidSorry, true)) {
                // Discord did not take what we wrote: a mistake of ours must not leave "thinking…" behind for
                // ever.
                state.answered = false;
                self.fail({ErrorKind::Internal, u"The answer was refused."_s, reply.failure->detail});
                return;
            }
            if (final)
                self.finish(reply.ok() ? state.outcome
                                       : u"answer not delivered (Discord %1)"_s.arg(
                                           reply.discordCode ? reply.discordCode : reply.status));
            self.sendPatch();
        });
}

void CommandContext::finish(const QString &outcome) const
{
    if (std::exchange(d->finished, true))
        return;
    d->services->handled(guild(), d->command, outcome, d->acknowledgedAfterMs);
}

void CommandContext::reloadConfig(const std::function<void()> &then) const
{
    if (!d->services->environment.configChanged)
        return then();
    d->services->environment.configChanged(guild(), [then, home = QPointer<QObject>(d->services->home)] {
        if (home)
            then();
    });
}

// -- patience (UX 4.3, "database busy") -----------------------------------------------------------

void CommandContext::beginWaiting() const
{
    d->waiting = true;
    if (std::exchange(d->patienceStarted, true))
        return;
    const CommandRouter::Environment &environment = d->services->environment;
    QTimer::singleShot(environment.busyAfterMs, d->services->home, [self = *this] {
        if (self.d->waiting && !self.d->answered)
            self.patch(Replies::stillBusy(self.language()));
    });
    QTimer::singleShot(environment.busyAfterMs + environment.giveUpAfterMs, d->services->home,
                       [self = *this] { self.losePatience(); });
}

void CommandContext::losePatience() const
{
    d->patienceLost = true;
    if (!d->waiting || d->answered)
        return;
    if (d->gate) {
        int expected = Waiting;
        // It runs just now: its own result is the only true answer.
        if (!d->gate->compare_exchange_strong(expected, GivenUp) && expected == Entered)
            return;
    }
    d->gaveUp = true;
    fail({ErrorKind::Busy, {}, {}});
}

bool CommandContext::resume() const
{
    d->waiting = false;
    d->gate.reset();
    return !d->gaveUp && d->acknowledgement != State::Acknowledgement::Failed;
}

bool CommandContext::mayRetry() const
{
    return !d->patienceLost && !d->answered;
}

std::shared_ptr<CommandContext::Gate> CommandContext::newGate() const
{
    d->gate = std::make_shared<Gate>(Waiting);
    return d->gate;
}

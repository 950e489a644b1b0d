// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/discord/commandregistrar.h"

#include "bot/base/logging.h"

#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace Discord {
namespace Registering {

constexpr int DailyLimit = 30034;
constexpr int ChatInput = 1; // slash commands; user and message commands have names of their own kind

QHash<QString, CommandId> idsByName(const QJsonArray &commands)
{
    QHash<QString, CommandId> ids;
    for (const auto value : commands) {
        const QJsonObject command = value.toObject();
        const CommandId id = CommandId::fromJson(command.value("id"_L1));
        const QString name = command.value("name"_L1).toString();
        if (id && !name.isEmpty() && command.value("type"_L1).toInt(ChatInput) == ChatInput)
            ids.insert(name, id);
    }
    return ids;
}

} // namespace Registering

CommandRegistrar::CommandRegistrar(RestClient *rest, QObject *parent) : QObject(parent), m_rest(rest) { }

void CommandRegistrar::run(Job job, Done done)
{
    Q_ASSERT(job.wanted.size() <= MostCommands && job.same);
    m_job = std::move(job);
    m_done = std::move(done);
    m_rest->call(Routes::globalCommands(m_job.application), this, [this](const RestReply &reply) {
        // An answer that is no list would look like "nothing registered" and cost a write.
        if (reply.ok() && reply.json.isArray()) {
            compare(reply.json.array());
            return;
        }
        const Done finished = std::exchange(m_done, {});
        finished(reply.failure.value_or(
            Error{ErrorKind::Network, tr("Discord's list of commands could not be read."), {}}));
    });
}

void CommandRegistrar::compare(const QJsonArray &registered)
{
    if (!m_job.again && m_job.same(registered, m_job.wanted)) {
        end(registered, false, {});
    } else if (!m_job.again && m_written) {
        end(registered, false,
            tr("The commands differ from this version's, although they were written a moment ago."));
    } else if (m_job.writesInLastDay >= WritesPerDay) {
        end(registered, false,
            tr("The commands were written %n time(s) in the last 24 hours. The old ones stay until tomorrow.",
               nullptr, m_job.writesInLastDay));
    } else {
        write(registered);
    }
}

void CommandRegistrar::write(const QJsonArray &registered)
{
    m_written = true;
    if (m_job.recordWrite)
        m_job.recordWrite();
    m_rest->call(
        Routes::overwriteGlobalCommands(m_job.application, m_job.wanted), this,
        [this, registered](const RestReply &reply) {
            if (reply.ok() && reply.json.isArray()) {
                end(reply.json.array(), true, {});
            } else if (reply.discordCode == Registering::DailyLimit) {
                end(registered, false,
                    tr("Discord accepts no further commands today. The old ones stay until tomorrow."));
            } else {
                qCWarning(lcRest).noquote()
                    << u"commands not registered:"_s << (reply.failure ? reply.failure->detail : QString());
                end(registered, false,
                    tr("The commands could not be registered: %1")
                        .arg(reply.failure ? reply.failure->text
                                           : tr("Discord's answer could not be read.")));
            }
        });
}

void CommandRegistrar::end(const QJsonArray &registered, bool written, const QString &refusal)
{
    Outcome outcome;
    outcome.ids = Registering::idsByName(registered);
    outcome.written = written;
    outcome.refusal = refusal;
    const Done finished = std::exchange(m_done, {});
    finished(outcome);
}

} // namespace Discord

#include "moc_commandregistrar.cpp"

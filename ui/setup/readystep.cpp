// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/readystep.h"

#include "bot/base/format.h"
#include "bot/commands/commandtable.h"
#include "ui/accesstable.h"
#include "ui/livedata.h"
#include "ui/uisettings.h"
#include "ui_readystep.h"

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int MsPerMinute = 60'000;
constexpr int MsPerHour = 60 * MsPerMinute;

QString namesOf(const QStringList &names, const QString &none)
{
    return names.isEmpty() ? none : names.join(u", "_s);
}

} // namespace

ReadyStep::ReadyStep(SetupSession &session)
    : SetupStep(session, u"readyStep"_s), m_ui(std::make_unique<Ui::ReadyStep>())
{
    m_ui->setupUi(this);
    QStringList commands;
    constexpr QChar WordJoiner(0x2060); // a line would break behind the slash
    for (const CommandSpec &command : commandTable())
        commands.append(u'/' + (WordJoiner + QString::fromLatin1(command.name)));
    m_ui->commandsText->setText(
        tr("These slash commands work in your server: %1.").arg(commands.join(u", "_s)));
    connect(m_ui->keepRunningBox, &QCheckBox::clicked, this, &ReadyStep::keepClosing);
    m_ui->readyAutostart->setVisible(session.autostart().offered());
    m_ui->readyAutostart->setChecked(session.autostart().offered() && session.autostart().enabled());
    connect(m_ui->readyAutostart, &QCheckBox::clicked, this, [this](bool on) {
        if (const Status set = m_session.autostart().set(on); !set)
            emit message(set.error().text);
        m_ui->readyAutostart->setChecked(m_session.autostart().enabled());
    });
    for (QSpinBox *box : {m_ui->responseBox, m_ui->resolutionBox})
        connect(box, &QSpinBox::valueChanged, this, &ReadyStep::takeTargets);
    connect(m_ui->serverHelpButton, &QPushButton::clicked, this,
            [this] { m_ui->serverHelp->setVisible(!m_ui->serverHelp->isVisible()); });
    connect(&session.live(), &LiveData::botStateChanged, this, [this] {
        if (isVisible())
            showSummary();
    });
}

ReadyStep::~ReadyStep() = default;

void ReadyStep::enter()
{
    const SetupDraft draft = m_session.draft(m_session.chosen().value(0));
    m_filling = true;
    m_ui->responseBox->setValue(qMax(1, draft.firstResponseTargetMs / MsPerMinute));
    m_ui->resolutionBox->setValue(qMax(1, draft.resolutionTargetMs / MsPerHour));
    m_filling = false;
    m_ui->keepRunningBox->setChecked(m_session.settings().value(u"window/closing"_s).toString() != "quit"_L1);
    showSummary();
}

// Where nothing is chosen yet the box is a suggestion, which Finish accepts.
void ReadyStep::keepClosing()
{
    m_session.settings().setValue(u"window/closing"_s,
                                  m_ui->keepRunningBox->isChecked() ? u"minimise"_s : u"quit"_s);
}

void ReadyStep::takeTargets()
{
    if (m_filling)
        return;
    for (const GuildId server : m_session.chosen()) {
        SetupDraft draft = m_session.draft(server);
        draft.firstResponseTargetMs = m_ui->responseBox->value() * MsPerMinute;
        draft.resolutionTargetMs = m_ui->resolutionBox->value() * MsPerHour;
        m_session.setDraft(server, draft);
    }
}

void ReadyStep::showSummary()
{
    QStringList lines;
    QStringList noStaff;
    for (const GuildId id : m_session.chosen()) {
        const BotState::Server *server = m_session.server(id);
        if (!server)
            continue;
        const SetupDraft draft = m_session.draft(id);
        const auto channels = [server](const QVector<ChannelId> &ids) {
            QStringList names;
            for (const Discord::Channel &channel : server->channels) {
                if (ids.contains(channel.id))
                    names.append(channel.name);
            }
            return names;
        };
        QStringList staff;
        bool anybody = false;
        for (const Discord::Role &role : server->roles) {
            if (!draft.supportRoles.contains(role.id))
                continue;
            staff.append(roleTitle(role));
            anybody = anybody || whyNeverGranted(Setting::SupportRoles, id, role.id).isEmpty();
        }
        const auto fixed = [server](Setting s) { return server->config.fixedByEnvironment.contains(s); };
        if (!anybody && !fixed(Setting::SupportRoles))
            noStaff.append(server->name);
        lines.append(
            tr("%1: tickets are in %2; staff: %3; closed tickets: %4.", "server, categories, roles, where")
                .arg(server->name,
                     fixed(Setting::TicketCategories)
                         ? environmentName(Setting::TicketCategories)
                         : namesOf(channels(draft.ticketCategories), tr("no category")),
                     fixed(Setting::SupportRoles) ? environmentName(Setting::SupportRoles)
                                                  : namesOf(staff, tr("no role yet")),
                     draft.closedCategories.isEmpty()
                         ? tr("deleted")
                         : tr("moved to %1").arg(channels(draft.closedCategories).join(u", "_s))));
    }
    m_ui->summaryText->setText(lines.join(u'\n'));
    m_ui->staffHint->setText(m_session.chosen().size() > 1
                                 ? tr("No role counts as staff yet in: %1. First responses cannot be "
                                      "measured there. Go back to choose one, or "
                                      "do it later under Permissions.",
                                      "servers")
                                       .arg(noStaff.join(u", "_s))
                                 : tr("No role counts as staff yet, so first responses cannot be measured. "
                                      "Go back to choose one, or do it "
                                      "later under Permissions."));
    m_ui->staffHint->setVisible(!noStaff.isEmpty());
    m_ui->targetsHint->setVisible(m_session.chosen().size() > 1);
    const QString until = m_session.desk().source() == TokenSource::UntilQuit
        ? tr("The token is kept until you quit. Next time the program asks for it again.")
        : QString();
    m_ui->tokenHint->setText(until);
    m_ui->tokenHint->setVisible(!until.isEmpty());
}

void ReadyStep::proceed()
{
    if (m_left > 0)
        return;
    const QVector<GuildId> servers = m_session.chosen();
    m_failure.clear();
    m_left = int(servers.size());
    emit changed();
    for (const GuildId server : servers) {
        m_session.save(server, true, this, [this](const Status &saved) {
            if (!saved)
                m_failure = saved.error().text;
            if (--m_left > 0)
                return;
            emit changed();
            if (m_failure.isEmpty()) {
                keepClosing();
                emit advance();
            } else {
                emit message(tr("The settings could not be saved: %1").arg(m_failure));
            }
        });
    }
}

QWidget *ReadyStep::firstField()
{
    return m_ui->responseBox;
}

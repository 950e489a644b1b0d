// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/serverstep.h"

#include "bot/base/format.h"
#include "ui/discordpictures.h"
#include "ui/livedata.h"
#include "ui/setup/contentline.h"
#include "ui_serverstep.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int ServerIdRole = Qt::UserRole;

}

ServerStep::ServerStep(SetupSession &session)
    : SetupStep(session, u"serverStep"_s), m_ui(std::make_unique<Ui::ServerStep>())
{
    m_ui->setupUi(this);
    const QVector<InvitePermission> permissions = invitePermissions();
    for (const InvitePermission &permission : permissions) {
        auto *box = new QCheckBox(permission.required
                                      ? tr("%1 – %2 (required)").arg(permission.name, permission.reason)
                                      : tr("%1 – %2").arg(permission.name, permission.reason));
        box->setObjectName(u"permission-%1"_s.arg(permission.bit));
        box->setChecked(permission.on);
        box->setEnabled(!permission.required);
        if (permission.required)
            box->setToolTip(tr("The bot cannot work without it."));
        connect(box, &QCheckBox::toggled, this, &ServerStep::showLink);
        m_ui->permissionsLayout->addWidget(box);
        m_permissions.append({box, permission.bit});
    }
    m_ui->contentCardLayout->addWidget(new ContentLine(session));
    // Without a token step of its own, the line stands here (UX J1).
    m_ui->contentCard->setVisible(session.desk().fixed());
    connect(m_ui->openLinkButton, &QPushButton::clicked, this, [this] {
        m_invited = true;
        m_session.openUrl(link());
    });
    connect(m_ui->copyLinkButton, &QPushButton::clicked, this, [this] {
        m_invited = true;
        QGuiApplication::clipboard()->setText(link().toString(QUrl::FullyEncoded));
        emit message(tr("Link copied."));
    });
    connect(m_ui->serverList, &QListWidget::itemChanged, this, [this](QListWidgetItem *item) {
        m_session.setChosen(GuildId(item->data(ServerIdRole).toULongLong()),
                            item->checkState() == Qt::Checked);
        emit changed();
    });
    connect(&session, &SetupSession::changed, this, &ServerStep::showServers);
    if (DiscordPictures *pictures = DiscordPictures::instance())
        connect(pictures, &DiscordPictures::changed, this, &ServerStep::showServers);
    showServers();
}

ServerStep::~ServerStep() = default;

void ServerStep::enter()
{
    m_entered = false;
    m_invited = false;
    m_ui->contentCard->setVisible(m_session.desk().fixed());
    showServers();
    // A bot in one server only: there is nothing to choose.
    if (m_session.chosen().isEmpty() && m_present.size() == 1)
        m_session.setChosen(*m_present.cbegin(), true);
    m_entered = true;
}

void ServerStep::leave()
{
    m_entered = false;
}

QUrl ServerStep::link() const
{
    Discord::Permissions wanted = 0;
    for (const auto &[box, bit] : m_permissions) {
        if (box->isChecked())
            wanted |= bit;
    }
    return inviteUrl(m_session.live().bot().application, wanted);
}

void ServerStep::showLink()
{
    const bool known = bool(m_session.live().bot().application);
    const QString text =
        known ? link().toString(QUrl::FullyEncoded) : tr("The link appears as soon as Discord has answered.");
    if (m_ui->linkField->text() != text) {
        m_ui->linkField->setText(text);
        m_ui->linkField->setCursorPosition(0);
    }
    m_ui->openLinkButton->setEnabled(known);
    m_ui->copyLinkButton->setEnabled(known);
}

void ServerStep::showServers()
{
    showLink();
    QSet<GuildId> present;
    GuildId arrived;
    int row = 0;
    const QSignalBlocker blocker(m_ui->serverList);
    for (const BotState::Server &server : m_session.live().bot().servers) {
        if (server.removed || !server.available)
            continue;
        present.insert(server.id);
        if (m_entered && !m_present.contains(server.id))
            arrived = server.id;
        QListWidgetItem *item = m_ui->serverList->item(row);
        if (!item) {
            item = new QListWidgetItem(m_ui->serverList);
            item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        }
        item->setData(ServerIdRole, server.id.value);
        item->setIcon(DiscordPictures::ofServer(server.id, server.icon, server.name,
                                                palette().color(QPalette::Highlight)));
        const QString text = server.memberCount > 0
            ? tr("%1 – %2", "server, \"812 members\"")
                  .arg(server.name, tr("%n member(s)", nullptr, server.memberCount))
            : server.name;
        if (item->text() != text)
            item->setText(text);
        const Qt::CheckState state = m_session.chosen().contains(server.id) ? Qt::Checked : Qt::Unchecked;
        if (item->checkState() != state || item->data(Qt::CheckStateRole).isNull())
            item->setCheckState(state);
        ++row;
    }
    while (m_ui->serverList->count() > row)
        delete m_ui->serverList->takeItem(row);
    m_present = present;
    m_ui->serverList->setVisible(row > 0);
    const bool connected = m_session.live().connected();
    m_ui->serverWaiting->setText(
        !connected ? tr("Connecting to Discord. The servers of the bot appear here.")
            : row == 0
            ? tr("The bot is in no server yet. Add it with the link; this page notices by itself.")
            : tr("Choose one or more. A further server appears here as soon as the bot is in it."));
    if (arrived) {
        m_session.setChosen(arrived, true);
        // What the person was waiting for has happened.
        if (m_invited || present.size() == 1)
            emit advance();
    }
}

QString ServerStep::blockedBy() const
{
    // A server chosen last time that the bot cannot see now is no choice.
    for (const GuildId id : m_session.chosen()) {
        if (!m_session.server(id) || !m_session.server(id)->available)
            return m_session.live().connected() ? tr("The bot is no longer in a chosen server. Choose again.")
                                                : tr("Connecting to Discord…");
    }
    return setupBlockedBy(SetupStepId::Server, m_session.facts());
}

// Beside the steps' list, rights and their reasons need the whole width of a medium window.
void ServerStep::setWidthClass(WidthClass width)
{
    m_ui->columns->setDirection(width == WidthClass::Wide ? QBoxLayout::LeftToRight
                                                          : QBoxLayout::TopToBottom);
}

QWidget *ServerStep::firstField()
{
    return m_ui->serverList->isVisible() ? static_cast<QWidget *>(m_ui->serverList) : m_ui->openLinkButton;
}

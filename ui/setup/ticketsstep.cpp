// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/ticketsstep.h"

#include "bot/base/format.h"
#include "bot/bot.h"
#include "ui/icons.h"
#include "ui/livedata.h"
#include "ui/setup/rolechoice.h"
#include "ui/theme.h"
#include "ui_ticketsstep.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QScrollArea>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int TicketsIdRole = Qt::UserRole;
constexpr int MostRows = 9;
enum CategoryColumn
{
    NameColumn,
    ChannelsColumn,
    AccessColumn
};

// Keeps the choice while the entries change; entries are (text, id).
void fillCombo(QComboBox *combo, const QVector<std::pair<QString, quint64>> &entries, quint64 chosen)
{
    bool same = combo->count() == entries.size();
    for (int i = 0; same && i < entries.size(); ++i)
        same =
            combo->itemText(i) == entries[i].first && combo->itemData(i).toULongLong() == entries[i].second;
    if (!same && !combo->view()->isVisible()) {
        combo->clear();
        for (const auto &[text, id] : entries)
            combo->addItem(text, id);
    }
    combo->setCurrentIndex(qMax(0, combo->findData(chosen)));
}

} // namespace

TicketsStep::TicketsStep(SetupSession &session)
    : SetupStep(session, u"ticketsStep"_s), m_ui(std::make_unique<Ui::TicketsStep>()),
      m_detection(session.host())
{
    m_ui->setupUi(this);
    m_ui->categoryTree->header()->setSectionResizeMode(NameColumn, QHeaderView::ResizeToContents);
    m_ui->categoryTree->header()->setSectionResizeMode(ChannelsColumn, QHeaderView::ResizeToContents);
    m_ui->categoryTree->header()->setStretchLastSection(true);

    connect(m_ui->importButton, &QPushButton::clicked, this, &TicketsStep::importRequested);
    connect(m_ui->categoryTree, &QTreeWidget::itemChanged, this, [this](QTreeWidgetItem *item, int column) {
        if (m_filling || column != NameColumn)
            return;
        const ChannelId id(item->data(NameColumn, TicketsIdRole).toULongLong());
        const bool on = item->checkState(NameColumn) == Qt::Checked;
        change([&](SetupDraft &draft) {
            draft.ticketCategories.removeAll(id);
            if (on)
                draft.ticketCategories.append(id);
        });
        showAccess();
    });
    connect(m_ui->copyStepsButton, &QPushButton::clicked, this, [this] {
        if (!m_view)
            return;
        QStringList steps;
        for (const ChannelId id : m_session.draft(m_server).ticketCategories) {
            const CategoryAccess access = categoryAccess(*m_view, id);
            const Discord::Channel *category = m_view->channel(id);
            if (category && !access.ok())
                steps.append(access.steps(category->name, botRoleName()));
        }
        QGuiApplication::clipboard()->setText(steps.join(u"\n\n"_s));
        emit message(tr("Steps copied."));
    });
    connect(m_ui->closedCombo, &QComboBox::activated, this, [this] {
        const ChannelId id(m_ui->closedCombo->currentData().toULongLong());
        change([id](SetupDraft &draft) {
            draft.closedCategories.clear();
            if (id)
                draft.closedCategories.append(id);
        });
    });
    connect(m_ui->archiveCombo, &QComboBox::activated, this, [this] {
        const ChannelId id(m_ui->archiveCombo->currentData().toULongLong());
        change([id](SetupDraft &draft) { draft.archiveChannel = id; });
    });
    connect(m_ui->botCombo, &QComboBox::activated, this, [this] {
        const UserId id(m_ui->botCombo->currentData().toULongLong());
        change([id](SetupDraft &draft) {
            draft.ticketBots.clear();
            if (id)
                draft.ticketBots.append(id);
        });
    });
    connect(m_ui->roleTable, &RoleChoice::choiceChanged, this,
            [this] { change([this](SetupDraft &draft) { m_ui->roleTable->take(draft); }); });
    connect(m_ui->roleTable, &RoleChoice::refused, this, &SetupStep::message);
    connect(m_ui->detectButton, &QPushButton::clicked, this, [this] {
        if (m_view && !m_detection.running())
            m_detection.run(*m_view, m_session.draft(m_server));
        showDetection();
    });
    connect(&m_detection, &TicketDetection::progressed, this, &TicketsStep::showDetection);
    connect(&m_detection, &TicketDetection::finished, this, [this] {
        for (const TicketDetection::Found &found : m_detection.found()) {
            const BotChoice bot{found.openerId, found.opener};
            if (found.openerIsBot && !m_bots.contains(bot))
                m_bots.append(bot);
        }
        showBots();
        showDetection();
        // The list has just made the page longer.
        QTimer::singleShot(0, this, [this] {
            for (QWidget *w = parentWidget(); w; w = w->parentWidget()) {
                if (auto *area = qobject_cast<QScrollArea *>(w))
                    area->ensureWidgetVisible(m_ui->detectCard);
            }
        });
    });
    connect(m_ui->detectedList, &QListWidget::itemChanged, this, [this](QListWidgetItem *item) {
        if (m_filling)
            return;
        const ChannelId id(item->data(TicketsIdRole).toULongLong());
        const bool on = item->checkState() == Qt::Checked;
        change([id, on](SetupDraft &draft) { draft.decided.insert(id, on); });
    });
    connect(&session.live(), &LiveData::botStateChanged, this, [this] {
        if (m_active)
            askServer();
    });
}

TicketsStep::~TicketsStep() = default;

void TicketsStep::change(const std::function<void(SetupDraft &)> &edit)
{
    if (m_filling || !m_server)
        return;
    SetupDraft draft = m_session.draft(m_server);
    edit(draft);
    m_session.setDraft(m_server, draft);
    emit changed();
}

// -- one server after the other -------------------------------------------------------------------------------

void TicketsStep::enter()
{
    m_active = true;
    showServer(qBound(0, m_index, qMax(0, int(m_session.chosen().size()) - 1)));
}

void TicketsStep::leave()
{
    m_active = false;
    m_index = 0;
}

bool TicketsStep::back()
{
    if (m_index == 0)
        return false;
    showServer(m_index - 1);
    firstField()->setFocus(Qt::OtherFocusReason);
    return true;
}

void TicketsStep::showServer(int index)
{
    m_index = index;
    m_server = m_session.chosen().value(index);
    m_view.reset();
    m_bots.clear();
    m_ui->detectedList->clear();
    m_ui->detectedList->hide();
    m_ui->detectText->clear();
    m_ui->categoryTree->setCurrentItem(nullptr);
    m_ui->roleTable->setCurrentItem(nullptr);
    const int servers = int(m_session.chosen().size());
    const BotState::Server *seen = m_session.server(m_server);
    const QString name = seen ? seen->name : QString();
    m_ui->serverTitle->setText(
        servers > 1 ? tr("%1 – server %2 of %3").arg(name, Format::count(index + 1), Format::count(servers))
                    : name);
    if (!m_server)
        return;
    askServer();
    findTicketBots(m_session.host(), m_server, m_session.live().bot().self, this,
                   [this, server = m_server](const QVector<BotChoice> &bots) {
                       if (server != m_server)
                           return;
                       for (const BotChoice &bot : bots) {
                           if (!m_bots.contains(bot))
                               m_bots.append(bot);
                       }
                       showBots();
                   });
    m_session.host().call(Discord::Routes::roleMemberCounts(m_server), this,
                          [this, server = m_server](const Discord::RestReply &reply) {
                              if (server != m_server || !reply.ok())
                                  return;
                              QHash<RoleId, int> counts;
                              const QJsonObject json = reply.json.object();
                              for (auto it = json.begin(); it != json.end(); ++it)
                                  counts.insert(RoleId::fromText(it.key()), it.value().toInt());
                              m_ui->roleTable->setMemberCounts(counts);
                          });
    emit changed();
}

void TicketsStep::askServer()
{
    m_session.host().post(
        this, [server = m_server](Bot &bot) { return bot.viewOf(server); },
        [this, server = m_server](const std::optional<GuildView> &view) {
            if (view && server == m_server && m_active)
                takeView(*view);
        });
}

void TicketsStep::takeView(const GuildView &view)
{
    const bool first = !m_view;
    m_view = view;
    const BotState::Server *seen = m_session.server(m_server);
    if (!seen)
        return;
    m_filling = true;
    const SetupDraft draft = m_session.draft(m_server); // makes it from the server when there is none
    showCategories();
    showChannels();
    m_ui->roleTable->setServer(*seen, draft);
    m_filling = false;
    showAccess();
    if (first)
        m_session.setDraft(m_server, draft);
    emit changed();
}

// -- what is chosen -------------------------------------------------------------------------------------------

void TicketsStep::showCategories()
{
    const SetupDraft draft = m_session.draft(m_server);
    const BotState::Server *seen = m_session.server(m_server);
    const bool fixed = seen->config.fixedByEnvironment.contains(Setting::TicketCategories);
    int row = 0;
    for (const Discord::Channel &channel : seen->channels) {
        if (channel.type != Discord::ChannelType::Category)
            continue;
        QTreeWidgetItem *item = m_ui->categoryTree->topLevelItem(row);
        if (!item)
            item = new QTreeWidgetItem(m_ui->categoryTree);
        ++row;
        const CategoryAccess access = categoryAccess(*m_view, channel.id);
        const bool on = draft.ticketCategories.contains(channel.id);
        const QString name = suggestsTickets(channel.name)
            ? tr("%1 – suggested", "a category").arg(channel.name)
            : channel.name;
        item->setData(NameColumn, TicketsIdRole, channel.id.value);
        item->setText(NameColumn, name);
        item->setFlags(fixed ? Qt::ItemIsSelectable
                             : Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(NameColumn, on ? Qt::Checked : Qt::Unchecked);
        item->setText(ChannelsColumn, tr("%n channel(s)", nullptr, access.channels));
        const QString text = access.ok() ? tr("✓ %1").arg(access.text()) : tr("✗ %1").arg(access.text());
        item->setText(AccessColumn, text);
        item->setToolTip(AccessColumn, text);
        const ThemeColours &colours = Theme::colours(palette());
        item->setForeground(AccessColumn, access.ok() ? colours.good : colours.error);
        item->setData(NameColumn, Qt::AccessibleTextRole,
                      tr("%1, %2, %3").arg(name, item->text(ChannelsColumn), access.text()));
    }
    while (m_ui->categoryTree->topLevelItemCount() > row)
        delete m_ui->categoryTree->takeTopLevelItem(row);
    // As high as its rows, up to a point: the page scrolls, so the list should not have to.
    const int rowHeight = qMax(24, m_ui->categoryTree->sizeHintForRow(0));
    m_ui->categoryTree->setFixedHeight(m_ui->categoryTree->header()->sizeHint().height()
                                       + qBound(2, row, MostRows) * rowHeight + 8);
    m_ui->categoryHint->setText(
        fixed ? tr("Set by TICKET_CATEGORIES.")
            : row == 0
            ? tr("This server has no category yet. Make one in Discord; it appears here by itself.")
            : tr("Every channel and thread in these categories is watched as a ticket."));
}

QString TicketsStep::botRoleName() const
{
    // The role that Discord made for the bot bears its name.
    return m_session.live().bot().selfName;
}

void TicketsStep::showAccess()
{
    bool trouble = false;
    const SetupDraft draft = m_session.draft(m_server);
    for (const ChannelId id : draft.ticketCategories)
        trouble = trouble || (m_view && m_view->channel(id) && !categoryAccess(*m_view, id).ok());
    m_ui->accessRow->setVisible(trouble);
    if (trouble)
        m_ui->accessText->setText(
            tr("The bot cannot read everything in a chosen category. Add its role (%1) to the category and "
               "allow View Channel and Read Message History; this list notices by itself.")
                .arg(botRoleName()));
}

void TicketsStep::showChannels()
{
    const SetupDraft draft = m_session.draft(m_server);
    const BotState::Server *seen = m_session.server(m_server);
    QVector<std::pair<QString, quint64>> closed{{tr("They are deleted"), 0}};
    QVector<std::pair<QString, quint64>> archive{{tr("None"), 0}};
    for (const Discord::Channel &channel : seen->channels) {
        if (channel.type == Discord::ChannelType::Category)
            closed.append({tr("Moved to %1", "a category").arg(channel.name), channel.id.value});
        else if (channel.type == Discord::ChannelType::Text || channel.type == Discord::ChannelType::News)
            archive.append({u'#' + channel.name, channel.id.value});
    }
    fillCombo(m_ui->closedCombo, closed,
              draft.closedCategories.isEmpty() ? 0 : draft.closedCategories.first().value);
    fillCombo(m_ui->archiveCombo, archive, draft.archiveChannel.value);
    const bool fixed = seen->config.fixedByEnvironment.contains(Setting::ClosedCategories);
    m_ui->closedCombo->setEnabled(!fixed);
    m_ui->closedCombo->setToolTip(fixed ? tr("Set by CLOSED_CATEGORIES") : QString());
    showBots();
}

void TicketsStep::showBots()
{
    const SetupDraft draft = m_session.draft(m_server);
    QVector<std::pair<QString, quint64>> bots{{tr("Any bot, or people themselves"), 0}};
    for (const BotChoice &bot : std::as_const(m_bots))
        bots.append({bot.name, bot.id.value});
    for (const UserId id : draft.ticketBots) {
        const bool listed = std::any_of(bots.cbegin(), bots.cend(),
                                        [id](const auto &entry) { return entry.second == id.value; });
        if (!listed)
            bots.append({tr("Bot …%1").arg(id.toString().right(4)), id.value});
    }
    fillCombo(m_ui->botCombo, bots, draft.ticketBots.isEmpty() ? 0 : draft.ticketBots.first().value);
    const BotState::Server *seen = m_session.server(m_server);
    const bool fixed = seen && seen->config.fixedByEnvironment.contains(Setting::TicketBots);
    m_ui->botCombo->setEnabled(!fixed);
    m_ui->botCombo->setToolTip(fixed ? tr("Set by TICKET_BOTS") : QString());
}

void TicketsStep::showDetection()
{
    const auto &found = m_detection.found();
    if (m_detection.running()) {
        m_ui->detectText->setText(
            tr("Reading the first message of %n channel(s)…", nullptr, int(found.size())));
        return;
    }
    m_filling = true;
    const SetupDraft draft = m_session.draft(m_server);
    m_ui->detectedList->clear();
    int tickets = 0;
    for (const TicketDetection::Found &one : found) {
        const bool on = draft.decided.value(one.channel, one.opensTicket);
        tickets += on;
        const QString why = !one.readable ? tr("cannot be read")
            : one.opener.isEmpty()        ? tr("nobody has written yet")
            : one.openerIsBot             ? tr("opened by %1").arg(one.opener)
                                          : tr("%1 wrote first, not a bot").arg(one.opener);
        auto *item = new QListWidgetItem(
            tr("#%1 – %2, %3", "channel, category, reason").arg(one.name, one.category, why),
            m_ui->detectedList);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setData(TicketsIdRole, one.channel.value);
        item->setCheckState(on ? Qt::Checked : Qt::Unchecked);
    }
    m_filling = false;
    m_ui->detectedList->setVisible(!found.isEmpty());
    QString text = tickets == 0 ? tr("No ticket channel yet. The first new one will appear here.")
                                : tr("Found %n open ticket channel(s) right now.", nullptr, tickets);
    if (!found.isEmpty())
        text += u' ' + tr("Take the tick away where it is wrong, or set it where it is missing.");
    if (m_detection.leftOut() > 0)
        text += u' ' + tr("%n further channel(s) are looked at later.", nullptr, m_detection.leftOut());
    m_ui->detectText->setText(text);
}

// -- leaving --------------------------------------------------------------------------------------------------

QString TicketsStep::blockedBy() const
{
    if (!m_view)
        return tr("Waiting for the server's categories and roles…");
    const BotState::Server *seen = m_session.server(m_server);
    if (seen && seen->config.fixedByEnvironment.contains(Setting::TicketCategories))
        return {};
    return m_session.draft(m_server).ticketCategories.isEmpty()
        ? tr("Choose at least one category that holds tickets.")
        : QString();
}

void TicketsStep::proceed()
{
    m_saving = true;
    emit changed();
    m_session.save(m_server, false, this, [this](const Status &saved) {
        m_saving = false;
        emit changed();
        if (!saved) {
            emit message(tr("The choices could not be saved: %1").arg(saved.error().text));
            return;
        }
        if (m_index + 1 < m_session.chosen().size()) {
            showServer(m_index + 1);
            firstField()->setFocus(Qt::OtherFocusReason);
        } else {
            emit advance();
        }
    });
}

void TicketsStep::setWidthClass(WidthClass width)
{
    const bool compact = width == WidthClass::Compact;
    m_ui->choices->setRowWrapPolicy(compact ? QFormLayout::WrapAllRows : QFormLayout::DontWrapRows);
}

QWidget *TicketsStep::firstField()
{
    return m_ui->categoryTree;
}

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/permissionspage.h"

#include "bot/discord/routes.h"
#include "ui/dates.h"
#include "ui/icons.h"
#include "ui/models/accessmodel.h"
#include "ui/models/maxusermodel.h"
#include "ui/models/personmodel.h"
#include "ui/pages/firststeps.h"
#include "ui/theme.h"
#include "ui/uisettings.h"
#include "ui/widgets/accessdelegate.h"
#include "ui_permissionspage.h"

#include <QHeaderView>
#include <QJsonObject>
#include <QKeyEvent>
#include <QScrollBar>
#include <QShortcut>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int UnknownMemberCode = 10007, UnknownUserCode = 10013;
constexpr int PanelWidth = 320;
constexpr int LeastBesidePanel = 560; // of the table, for a panel beside it
constexpr int LowHeight = 380, LeastTableHeight = 150, LeastNameWidth = 120;
constexpr int MostPeopleAsked = 25; // at once; the others stay with their remembered names

} // namespace

PermissionsPage::PermissionsPage(LiveData &live, SettingsActions actions, QWidget *parent)
    : Page(live, u"permissions"_s, parent), m_ui(std::make_unique<Ui::PermissionsPage>()),
      m_editor(new SettingsEditor(live, std::move(actions), SettingsEditor::Saves::WhenTold, this)),
      m_model(new AccessModel(this)), m_delegate(new AccessDelegate(this)), m_people(new MaxUserModel(this))
{
    m_ui->setupUi(this);
    m_ui->permissionsState->setContent(m_ui->permissionsScroll);
    m_ui->permissionsHeader->hide();
    buildTable();
    buildPanels();
    m_ui->permissionsUnsaved->setEditor(m_editor);
    tellFailures(m_editor->question(), m_ui->permissionsState, tr("The permissions could not be read."));
    connect(m_editor, &SettingsEditor::changed, this, &PermissionsPage::refresh);
    connect(&live, &LiveData::serversChanged, this,
            &PermissionsPage::refresh); // the bot was removed, or is back
    connect(m_editor, &SettingsEditor::message, this, &Page::message);
    connect(m_ui->permissionsSearch, &QLineEdit::textChanged, this, &PermissionsPage::refresh);
    connect(m_ui->permissionsIntegrations, &QCheckBox::toggled, this, &PermissionsPage::refresh);
    connect(m_ui->permissionsTest, &QPushButton::clicked, this,
            [this] { testAPerson(m_ui->permissionsTest); });
    connect(m_ui->permissionsRetry, &QPushButton::clicked, this, [this] {
        if (m_editor->actions().retry)
            m_editor->actions().retry();
    });
    auto *save = new QShortcut(QKeySequence::Save, this);
    save->setContext(Qt::WidgetWithChildrenShortcut);
    connect(save, &QShortcut::activated, m_ui->permissionsUnsaved, &UnsavedBar::save);
    refresh();
}

PermissionsPage::~PermissionsPage() = default;

QString PermissionsPage::title() const
{
    return tr("Permissions");
}

QWidget *PermissionsPage::headerWidget()
{
    return m_ui->permissionsHeader;
}

QLineEdit *PermissionsPage::searchField()
{
    return m_ui->permissionsSearch;
}

Page::Badge PermissionsPage::badge() const
{
    return m_editor->unsavedText().isEmpty() ? Badge() : Badge{u"●"_s, tr("unsaved changes")};
}

QString PermissionsPage::unsavedText() const
{
    const QString text = m_editor->unsavedText();
    return text.isEmpty() ? QString() : tr("Permissions were changed and not saved.\n%1").arg(text);
}

void PermissionsPage::saveUnsaved(std::function<void(bool)> done)
{
    m_editor->saveEverything(m_ui->permissionsUnsaved->alsoRecorded(), std::move(done));
}

void PermissionsPage::saveView(UiSettings &settings) const
{
    settings.setValue(u"permissions/integrations"_s, m_ui->permissionsIntegrations->isChecked());
    settings.setValue(u"permissions/roles"_s, m_editor->rememberedRoles());
}

void PermissionsPage::restoreView(const UiSettings &settings)
{
    m_ui->permissionsIntegrations->setChecked(settings.value(u"permissions/integrations"_s).toBool());
    m_editor->restoreRoles(settings.value(u"permissions/roles"_s).toByteArray());
}

void PermissionsPage::focusFirst()
{
    if (m_ui->permissionsState->state() == StatePane::State::Content && !m_ui->permissionsScroll->isHidden())
        m_ui->permissionsTable->setFocus(Qt::TabFocusReason);
    else
        Page::focusFirst();
}

// -- the table --------------------------------------------------------------------------------------------

void PermissionsPage::buildTable()
{
    QTableView *table = m_ui->permissionsTable;
    table->setModel(m_model);
    table->setItemDelegate(m_delegate);
    table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignTop);
    table->horizontalHeader()->setSectionsClickable(false);
    table->installEventFilter(this);
    table->viewport()->installEventFilter(this);
    m_ui->permissionsScroll->installEventFilter(this);
    connect(table->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &PermissionsPage::showCurrentCell);
    connect(m_model, &AccessModel::cellToggled, m_editor, &SettingsEditor::setEntry);
    connect(m_model, &QAbstractItemModel::headerDataChanged, this, &PermissionsPage::fitTable);
    connect(table, &QTableView::clicked, this, [this](const QModelIndex &index) {
        if (widthClass() == WidthClass::Compact)
            openRole(index);
    });
    m_ui->maxList->setModel(m_people);
    connect(m_ui->maxList->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &PermissionsPage::showMaxButtons);
    connect(m_ui->maxAdd, &QPushButton::clicked, this, [this] { openPanel(Panel::Add, m_ui->maxAdd); });
    connect(m_ui->maxRemove, &QPushButton::clicked, this, &PermissionsPage::removeChosen);
    connect(m_ui->maxConfirm, &QPushButton::clicked, this, [this] {
        if (const MaxUserModel::Row *row = m_people->row(m_ui->maxList->currentIndex().row()))
            m_editor->addMax(row->user, row->name);
    });
}

// The table is as high as its rows; what scrolls is the page around it.
void PermissionsPage::showCurrentCell()
{
    const QTableView *view = m_ui->permissionsTable;
    const QRect cell = view->visualRect(view->currentIndex());
    const QPoint at = view->viewport()->mapTo(m_ui->permissionsBody, cell.center());
    m_ui->permissionsScroll->ensureVisible(at.x(), at.y(), 0, cell.height());
}

void PermissionsPage::reload()
{
    closePanel();
    refresh();
    askCounts();
    askPeople();
}

void PermissionsPage::update(const ChangeSet &)
{
    // The editor follows what is stored by itself.
}

void PermissionsPage::botChanged()
{
    if (isVisible()) {
        askCounts();
        askPeople();
    }
}

void PermissionsPage::refresh()
{
    if (m_refreshing)
        return;
    m_refreshing = true;
    AccessInput input;
    input.stored = m_editor->draft().stored();
    input.shown = m_editor->shown();
    input.names = m_editor->names();
    input.memberCounts = m_counts.value(live().server());
    if (const BotState::Server *seen = live().botServer(); seen && seen->memberCount > 0)
        input.everyone = seen->memberCount;
    input.environment = m_editor->environment();
    input.inForce = m_editor->inForceKnown();
    input.removed = live().serverRemoved();
    input.integrations = m_ui->permissionsIntegrations->isChecked();
    input.search = m_ui->permissionsSearch->text().trimmed();
    const int rows = m_model->rowCount();
    m_model->setTable(accessTable(input));
    if (m_model->rowCount() != rows)
        fitTable();

    m_people->setRows(MaxUserModel::rows(input.names.owner, m_editor->listed(), m_editor->draft().edit(),
                                         input.names.people, m_left.value(live().server()), live().zone(),
                                         live().nowMs()));
    showMaxButtons();

    const bool online = m_editor->rolesAreLive();
    m_ui->permissionsAsOf->setVisible(!online);
    m_ui->permissionsRetry->setVisible(!input.removed);
    if (input.removed)
        m_ui->permissionsAsOfText->setText(AccessModel::removedText());
    else if (!online && input.names.rolesKnown())
        m_ui->permissionsAsOfText->setText(
            tr("Roles as of %1. Changes can be made and saved.")
                .arg(Dates::dateTime(m_editor->rolesAsOfMs(), live().zone(), live().nowMs())));
    else
        m_ui->permissionsAsOfText->setText(tr(
            "The roles of this server are not known yet: they come from Discord when the bot is connected."));
    m_ui->addPicker->setServer(input.names.guild);
    m_ui->addPicker->setOnline(online);
    m_ui->testPicker->setServer(input.names.guild);
    m_ui->testPicker->setOnline(online);
    if (!m_ui->permissionsPanel->isHidden()) {
        showRole();
        showTest();
    }
    showState();
    m_refreshing = false;
    emit badgeChanged();
}

void PermissionsPage::showState()
{
    using State = StatePane::State;
    if (!live().server()) {
        if (live().loaded())
            m_ui->permissionsState->show(
                State::FirstUse, tr("No server yet. When the bot is on a server, its roles appear here."),
                FirstSteps::withoutServer(this));
        else
            m_ui->permissionsState->showLoading(tr("Reading settings…"));
    } else if (!m_editor->loaded()) {
        m_ui->permissionsState->showLoading(tr("Reading settings…"));
    } else if (m_model->rowCount() == 0 && !m_ui->permissionsSearch->text().isEmpty()) {
        m_ui->permissionsState->show(State::Empty,
                                     tr("No role matches “%1”.").arg(m_ui->permissionsSearch->text()),
                                     {{u"permissionsClearSearch"_s, tr("Clear search"),
                                       [this] { m_ui->permissionsSearch->clear(); }}});
    } else {
        m_ui->permissionsState->showContent();
    }
}

void PermissionsPage::setWidthClass(WidthClass width)
{
    Page::setWidthClass(width);
    const bool compact = width == WidthClass::Compact;
    m_delegate->setTwoLines(compact);
    for (int column = AccessModel::FirstCapability; column < AccessModel::ColumnCount; ++column)
        m_ui->permissionsTable->setColumnHidden(column, compact);
    m_ui->permissionsTable->horizontalHeader()->setVisible(!compact);
    m_ui->permissionsTable->setAccessibleName(compact ? tr("Roles; Enter opens what a role can do")
                                                      : tr("Roles and what they can do"));
    // The switches of one role are the narrow window's way; wide ones have the table.
    if (!compact && m_ui->panelPages->currentWidget() == m_ui->rolePanel)
        closePanel();
    placePanel();
    fitTable();
}

// Columns share the width evenly when there is room; with less, the names give way before the ticks do.
void PermissionsPage::fitTable()
{
    QTableView *table = m_ui->permissionsTable;
    QHeaderView *header = table->horizontalHeader();
    const int room = table->viewport()->width();
    if (widthClass() == WidthClass::Compact) {
        header->resizeSection(AccessModel::Role, room);
    } else {
        QVector<int> ticks(AccessModel::ColumnCount, 0);
        int together = 0;
        for (int column = AccessModel::FirstCapability; column < AccessModel::ColumnCount; ++column) {
            ticks[column] = qMax(header->sectionSizeHint(column),
                                 table->sizeHintForIndex(m_model->index(0, column)).width());
            together += ticks[column];
        }
        int names = LeastNameWidth;
        for (int row = 0; row < m_model->rowCount(); ++row)
            names = qMax(names, table->sizeHintForIndex(m_model->index(row, 0)).width());
        names = qMin(names, qMax(LeastNameWidth, room - together));
        const int more = qBound(0, (room - names - together) / AccessColumnCount, 80);
        for (int column = AccessModel::FirstCapability; column < AccessModel::ColumnCount; ++column)
            header->resizeSection(column, ticks[column] + more);
        header->resizeSection(AccessModel::Role, qMax(names, room - together - AccessColumnCount * more));
    }
    table->resizeRowsToContents();
    // In low windows the page scrolls instead of the table inside it.
    const bool low = m_ui->permissionsScroll->height() < LowHeight;
    int rows = table->frameWidth() * 2 + (header->isHidden() ? 0 : header->height());
    for (int row = 0; row < m_model->rowCount(); ++row)
        rows += table->rowHeight(row);
    table->setMinimumHeight(low ? rows : LeastTableHeight);
}

// Beside the table when there is room for both, in its place otherwise.
void PermissionsPage::placePanel()
{
    const bool open = !m_ui->permissionsPanel->isHidden();
    const bool alone = widthClass() == WidthClass::Compact || width() < PanelWidth + LeastBesidePanel;
    m_ui->permissionsPanel->setMinimumWidth(alone ? 0 : PanelWidth);
    m_ui->permissionsPanel->setMaximumWidth(alone ? QWIDGETSIZE_MAX : PanelWidth);
    m_ui->permissionsState->setVisible(!alone || !open);
    m_ui->panelClose->setText(alone ? tr("‹ Back") : u"✕"_s);
}

void PermissionsPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    placePanel();
    fitTable();
}

// -- asking Discord ---------------------------------------------------------------------------------------

void PermissionsPage::askCounts()
{
    const GuildId guild = live().server();
    if (!m_editor->rolesAreLive() || !m_editor->actions().call || m_countsAsked.contains(guild))
        return;
    m_countsAsked.insert(guild);
    const QPointer<PermissionsPage> self(this);
    m_editor->actions().call(
        Discord::Routes::roleMemberCounts(guild), [self, guild](const Discord::RestReply &reply) {
            if (!self)
                return;
            // A number beside a name is not worth a message; the next visit asks again.
            if (!reply.ok()) {
                self->m_countsAsked.remove(guild);
                return;
            }
            const QJsonObject counts = reply.json.object();
            for (auto count = counts.begin(); count != counts.end(); ++count)
                self->m_counts[guild].insert(RoleId::fromText(count.key()), count->toInt(-1));
            self->refresh();
        });
}

void PermissionsPage::askPeople()
{
    const GuildId guild = live().server();
    if (!m_editor->rolesAreLive() || !m_editor->actions().call)
        return;
    QVector<UserId> unknown;
    if (const UserId owner = m_editor->names().owner)
        unknown.append(owner);
    for (const MaxUser &user : m_editor->listed())
        unknown.append(user.user);
    const QPointer<PermissionsPage> self(this);
    int asked = 0;
    for (const UserId user : std::as_const(unknown)) {
        if (m_asked[guild].contains(user) || ++asked > MostPeopleAsked)
            continue;
        m_asked[guild].insert(user);
        m_editor->actions().call(
            Discord::Routes::member(guild, user), [self, guild, user](const Discord::RestReply &reply) {
                if (!self || guild != self->live().server())
                    return;
                if (reply.discordCode == UnknownMemberCode || reply.discordCode == UnknownUserCode)
                    self->m_left[guild].insert(user);
                const Result<Discord::Member> member = Discord::Member::fromJson(reply.json.object());
                if (reply.ok() && member)
                    self->m_editor->setPersonName(user, PersonModel::nameOf(*member));
                self->refresh();
            });
    }
}

// -- panels -----------------------------------------------------------------------------------------------

void PermissionsPage::buildPanels()
{
    m_switches = {m_ui->roleStaff, m_ui->roleStatistics, m_ui->roleData, m_ui->roleAccess};
    m_unlocked = {m_ui->roleStaffCommands, m_ui->roleStatisticsCommands, m_ui->roleDataCommands,
                  m_ui->roleAccessCommands};
    for (int i = 0; i < m_switches.size(); ++i) {
        m_switches[i]->setMinimumHeight(28);
        connect(m_switches[i], &QCheckBox::toggled, this, [this, i](bool on) {
            m_editor->setEntry(m_model->table().columns[size_t(i)].setting, m_role, on);
        });
    }
    const auto call = [this](const Discord::Request &request, const Discord::RestClient::Done &done) {
        if (m_editor->actions().call)
            m_editor->actions().call(request, done);
    };
    m_ui->addPicker->setName(u"addPicker"_s);
    m_ui->addPicker->setCall(call);
    m_ui->testPicker->setName(u"testPicker"_s);
    m_ui->testPicker->setCall(call);
    connect(m_ui->addPicker, &PersonPicker::chosenChanged, this, [this] {
        QString problem;
        const std::optional<Discord::Member> member = m_ui->addPicker->chosen();
        if (member && member->user.bot)
            problem = tr("Bots cannot have max permissions.");
        else if (member && member->user.id == m_editor->names().owner)
            problem = tr("The server owner always has them.");
        else if (member && m_editor->draft().result().maxUsers.contains(member->user.id))
            problem = tr("%1 is on the list already.").arg(PersonModel::nameOf(*member));
        m_ui->addProblem->setText(problem);
        m_ui->addProblem->setVisible(!problem.isEmpty());
        m_ui->addButton->setEnabled(member && problem.isEmpty());
    });
    connect(m_ui->addPicker, &PersonPicker::activated, this, &PermissionsPage::addChosen);
    connect(m_ui->addButton, &QPushButton::clicked, this, &PermissionsPage::addChosen);
    connect(m_ui->testPicker, &PersonPicker::chosenChanged, this, &PermissionsPage::showTest);
    connect(m_ui->panelClose, &QToolButton::clicked, this, &PermissionsPage::closePanel);
    m_ui->panelScroll->viewport()->setAutoFillBackground(false); // it stands on a card
    m_ui->panelPages->setAutoFillBackground(false);
    m_ui->addProblem->hide();
    m_ui->addButton->setEnabled(false);
    m_ui->permissionsPanel->hide();
}

void PermissionsPage::openPanel(Panel panel, QWidget *opener)
{
    m_opener = opener ? opener : m_ui->permissionsTable;
    QWidget *first = m_switches.first();
    if (panel == Panel::Role) {
        m_ui->panelPages->setCurrentWidget(m_ui->rolePanel);
        showRole();
        for (QCheckBox *box : std::as_const(m_switches)) {
            if (box->isEnabled()) {
                first = box;
                break;
            }
        }
    } else if (panel == Panel::Add) {
        m_ui->panelTitle->setText(tr("Add a person"));
        m_ui->panelPages->setCurrentWidget(m_ui->addPanel);
        first = m_ui->addPicker->field();
    } else {
        m_ui->panelTitle->setText(tr("Test a person"));
        m_ui->panelPages->setCurrentWidget(m_ui->testPanel);
        first = m_ui->testPicker->field();
        showTest();
    }
    m_ui->panelScroll->verticalScrollBar()->setValue(
        0); // where another panel was read to is none of this one's
    m_ui->permissionsPanel->show();
    placePanel();
    if (!first->isEnabled())
        first = m_ui->panelClose;
    first->setFocus(Qt::OtherFocusReason);
}

void PermissionsPage::closePanel()
{
    if (m_ui->permissionsPanel->isHidden())
        return;
    const bool hadFocus = m_ui->permissionsPanel->isAncestorOf(focusWidget());
    m_ui->permissionsPanel->hide();
    placePanel();
    m_role = 0;
    m_ui->addPicker->clear();
    m_ui->testPicker->clear();
    if (hadFocus && m_opener)
        m_opener->setFocus(Qt::OtherFocusReason);
    m_opener.clear();
}

void PermissionsPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_ui->permissionsPanel->isHidden())
        closePanel();
    else
        Page::keyPressEvent(event);
}

bool PermissionsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize
        && (watched == m_ui->permissionsTable->viewport() || watched == m_ui->permissionsScroll))
        fitTable();
    // Coming back to the page, to a cell that was scrolled away: after the layout of what is shown now.
    if (watched == m_ui->permissionsTable && event->type() == QEvent::FocusIn)
        QMetaObject::invokeMethod(this, &PermissionsPage::showCurrentCell, Qt::QueuedConnection);
    if (watched == m_ui->permissionsTable && event->type() == QEvent::KeyPress
        && widthClass() == WidthClass::Compact) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space) {
            openRole(m_ui->permissionsTable->currentIndex());
            return true;
        }
    }
    return Page::eventFilter(watched, event);
}

void PermissionsPage::openRole(const QModelIndex &index)
{
    if (!index.isValid() || index.data(AccessModel::KindRole).toInt() == int(AccessRow::Kind::Owner))
        return;
    m_role = index.data(AccessModel::IdRole).toULongLong();
    openPanel(Panel::Role, m_ui->permissionsTable);
}

void PermissionsPage::showRole()
{
    if (m_ui->panelPages->currentWidget() != m_ui->rolePanel)
        return;
    const int row = m_model->rowOf(m_role);
    if (row < 0) {
        closePanel();
        return;
    }
    m_ui->panelTitle->setText(m_model->table().rows[row].name);
    QStringList notes;
    for (int i = 0; i < m_switches.size(); ++i) {
        const QModelIndex cell = m_model->index(row, AccessModel::FirstCapability + i);
        const AccessColumn &column = m_model->table().columns[size_t(i)];
        QString text = column.name;
        if (const QString mark = cell.data(AccessModel::MarkRole).toString(); !mark.isEmpty())
            text = tr("%1 (%2)", "capability, \"changed\"").arg(text, mark);
        const QSignalBlocker blocker(m_switches[i]);
        m_switches[i]->setText(text);
        const QString commands = column.commands.join(u' ');
        m_switches[i]->setAccessibleDescription(commands);
        m_unlocked[i]->setText(commands); // a check box does not wrap
        m_unlocked[i]->setVisible(!commands.isEmpty());
        m_switches[i]->setChecked(cell.data(Qt::CheckStateRole).toInt() == Qt::Checked);
        m_switches[i]->setEnabled(cell.flags() & Qt::ItemIsUserCheckable);
        const QString why = m_model->reason(cell);
        m_switches[i]->setToolTip(why.toHtmlEscaped());
        if (!why.isEmpty() && !notes.contains(why))
            notes.append(why);
    }
    m_ui->roleNote->setText(notes.join(u'\n'));
    m_ui->roleNote->setVisible(!notes.isEmpty());
}

void PermissionsPage::testAPerson(QWidget *opener)
{
    openPanel(Panel::Test, opener);
}

void PermissionsPage::showTest()
{
    const std::optional<Discord::Member> member = m_ui->testPicker->chosen();
    m_ui->testResult->setVisible(member.has_value());
    m_ui->testNote->setVisible(member.has_value());
    if (!member)
        return;
    m_ui->testNote->setText(m_editor->unsavedHere() > 0
                                ? tr("%1, with the unsaved changes:").arg(PersonModel::nameOf(*member))
                                : tr("%1:", "a person, what they can do").arg(PersonModel::nameOf(*member)));
    const QVector<AccessVerdict> verdicts =
        testPerson(m_editor->shown(), m_editor->names(), member->user.id, member->roles);
    const ThemeColours &colours = Theme::colours(palette());
    QListWidget *list = m_ui->testResult;
    while (list->count() > verdicts.size())
        delete list->takeItem(list->count() - 1);
    for (int i = 0; i < verdicts.size(); ++i) {
        if (i >= list->count())
            list->addItem(new QListWidgetItem);
        list->item(i)->setText(verdicts[i].text());
        list->item(i)->setIcon(verdicts[i].allowed ? Icons::sign(Icons::Sign::Good, colours.good)
                                                   : Icons::nothing());
    }
}

// -- people -----------------------------------------------------------------------------------------------

void PermissionsPage::showMaxButtons()
{
    const MaxUserModel::Row *row = m_people->row(m_ui->maxList->currentIndex().row());
    using State = MaxUserModel::Row::State;
    const QString gone = live().serverRemoved() ? AccessModel::removedText() : QString();
    const bool removable =
        gone.isEmpty() && row && row->state != State::Owner && row->state != State::Removing;
    m_ui->maxAdd->setEnabled(gone.isEmpty());
    m_ui->maxAdd->setToolTip(gone);
    m_ui->maxRemove->setEnabled(removable);
    m_ui->maxRemove->setToolTip(!gone.isEmpty() ? gone
                                    : !row      ? tr("Choose a person in the list first")
                                    : removable ? QString()
                                    : row->state == State::Owner
                                    ? tr("The server owner can always do everything")
                                    : tr("Will be removed by Save"));
    m_ui->maxConfirm->setVisible(std::any_of(m_editor->listed().cbegin(), m_editor->listed().cend(),
                                             [](const MaxUser &user) { return !user.confirmed; }));
    m_ui->maxConfirm->setEnabled(gone.isEmpty() && row && row->state == State::Waiting);
    m_ui->maxConfirm->setToolTip(gone);
}

void PermissionsPage::addChosen()
{
    const std::optional<Discord::Member> member = m_ui->addPicker->chosen();
    if (!member || !m_ui->addButton->isEnabled())
        return;
    closePanel();
    m_editor->addMax(member->user.id, PersonModel::nameOf(*member));
}

void PermissionsPage::removeChosen()
{
    if (const MaxUserModel::Row *row = m_people->row(m_ui->maxList->currentIndex().row()))
        m_editor->removeMax(row->user, row->name);
}

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/base/format.h"
#include "ui/hourswords.h"
#include "ui/models/personmodel.h"
#include "ui/pages/hoursdialog.h"
#include "ui/pages/settingspage.h"
#include "ui/pages/targetsdialog.h"
#include "ui/theme.h"
#include "ui/widgets/personpicker.h"
#include "ui_settingspage.h"

#include <QCompleter>
#include <QDateTime>
#include <QLineEdit>
#include <QShortcut>
#include <QSignalBlocker>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

// A server's settings in the fields of the page, and back into the editor.

namespace {

constexpr int UnreadableShown = 5;

QString setByText(Setting setting)
{
    return SettingsPage::tr("Set by %1 in the environment; it can only be changed there.")
        .arg(environmentName(setting));
}

// Rows of a list that can be ticked, changed in place so that the current one stays.
struct TickRow
{
    quint64 id = 0;
    QString text;
    bool ticked = false;
};

void showTicks(QListWidget *list, const QVector<TickRow> &rows, bool enabled)
{
    const QSignalBlocker blocker(list);
    while (list->count() > rows.size())
        delete list->takeItem(list->count() - 1);
    for (int i = 0; i < rows.size(); ++i) {
        if (i >= list->count())
            list->addItem(new QListWidgetItem);
        QListWidgetItem *item = list->item(i);
        item->setText(rows[i].text);
        item->setData(Qt::UserRole, rows[i].id);
        item->setFlags(enabled ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable
                               : Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        item->setCheckState(rows[i].ticked ? Qt::Checked : Qt::Unchecked);
    }
}

} // namespace

void SettingsPage::buildServerFields()
{
    for (const QByteArray &zone : QTimeZone::availableTimeZoneIds())
        m_ui->zoneBox->addItem(QString::fromLatin1(zone));
    m_ui->zoneBox->completer()->setFilterMode(Qt::MatchContains);
    m_ui->zoneBox->completer()->setCompletionMode(QCompleter::PopupCompletion);
    connect(m_ui->zoneBox, &QComboBox::currentTextChanged, this, [this](const QString &text) {
        const QByteArray zone = text.trimmed().toLatin1();
        m_editor->setField(ConfigField::TimeZone, zone, QTimeZone::isTimeZoneIdAvailable(zone));
    });
    connect(m_ui->zoneBox->lineEdit(), &QLineEdit::editingFinished, m_editor,
            qOverload<>(&SettingsEditor::saveWhatWaits));
    for (const QSpinBox *box : {m_ui->responseBox, m_ui->resolutionBox, m_ui->heavyBox})
        connect(box, &QSpinBox::editingFinished, m_editor, qOverload<>(&SettingsEditor::saveWhatWaits));
    m_ui->languageBox->addItem(tr("The server's (English where it has none)"), QString());
    m_ui->languageBox->addItem(u"English"_s, u"en-GB"_s);
    connect(m_ui->languageBox, &QComboBox::activated, this, [this] {
        m_editor->setField(ConfigField::PostLanguage, m_ui->languageBox->currentData().toString());
    });
    connect(m_ui->publicBox, &QCheckBox::clicked, this,
            [this](bool on) { m_editor->setField(ConfigField::PublicByDefault, on); });
    connect(m_ui->archiveBox, &QComboBox::activated, this, [this] {
        m_editor->setField(ConfigField::ArchiveChannel, m_ui->archiveBox->currentData().toULongLong());
    });
    connect(m_ui->responseBox, &QSpinBox::valueChanged, this, [this](int minutes) {
        m_editor->setField(ConfigField::FirstResponseTarget, int(minutes * MinuteMs));
    });
    connect(m_ui->resolutionBox, &QSpinBox::valueChanged, this,
            [this](int hours) { m_editor->setField(ConfigField::ResolutionTarget, int(hours * HourMs)); });
    const auto sayTickets = [this](int n) {
        m_ui->heavyBox->setSuffix(tr(" open ticket(s)", "after a number", n));
    };
    sayTickets(m_ui->heavyBox->value());
    connect(m_ui->heavyBox, &QSpinBox::valueChanged, this, sayTickets);
    connect(m_ui->heavyBox, &QSpinBox::valueChanged, this,
            [this](int tickets) { m_editor->setField(ConfigField::HeavyLoad, tickets); });
    connect(m_ui->hoursButton, &QPushButton::clicked, this, &SettingsPage::editHours);
    connect(m_ui->categoryTargetsButton, &QPushButton::clicked, this, &SettingsPage::editCategoryTargets);
    const auto ticks = [this](QListWidget *list, Setting setting) {
        connect(list, &QListWidget::itemChanged, this, [this, setting](const QListWidgetItem *item) {
            m_editor->setEntry(setting, item->data(Qt::UserRole).toULongLong(),
                               item->checkState() == Qt::Checked);
        });
    };
    ticks(m_ui->ticketCategories, Setting::TicketCategories);
    ticks(m_ui->closedCategories, Setting::ClosedCategories);
}

void SettingsPage::refresh()
{
    if (m_refreshing)
        return;
    m_refreshing = true;
    showFields();
    showProblems();
    showConnection();
    showDetection();
    if (searchKey() != m_searched)
        search();
    m_refreshing = false;
    emit badgeChanged();
}

void SettingsPage::showFields()
{
    const StoredConfig config = m_editor->shown();
    const auto choose = [](QComboBox *box, const QVariant &value) {
        const QSignalBlocker blocker(box);
        box->setCurrentIndex(qMax(0, box->findData(value)));
    };
    const auto put = [](QSpinBox *box, int value) {
        const QSignalBlocker blocker(box);
        if (box->value() != value)
            box->setValue(value);
    };
    {
        const QSignalBlocker blocker(m_ui->zoneBox);
        const QString zone = QString::fromLatin1(config.timeZone);
        if (m_ui->zoneBox->currentText().trimmed() != zone) {
            m_ui->zoneBox->setCurrentIndex(m_ui->zoneBox->findText(zone));
            m_ui->zoneBox->setEditText(zone);
        }
    }
    if (m_ui->languageBox->findData(config.postLanguage) < 0) // saved by a version that knows more languages
        m_ui->languageBox->addItem(QLocale(config.postLanguage).nativeLanguageName(), config.postLanguage);
    choose(m_ui->languageBox, config.postLanguage);
    m_ui->publicBox->setChecked(config.publicByDefault);
    put(m_ui->responseBox, int(config.firstResponseTargetMs / MinuteMs));
    put(m_ui->resolutionBox, int(config.resolutionTargetMs / HourMs));
    put(m_ui->heavyBox, config.heavyLoad);
    const SettingsNames names = m_editor->names();
    m_ui->categoryTargetsText->setText(HoursWords::categoryTargets(
        config.categoryTargets, [&names](ChannelId id) { return names.categoryName(id); }));
    m_ui->categoryTargetsButton->setVisible(!targetCategories().isEmpty());
    const QString hours = HoursWords::week(config.workingWeek);
    m_ui->hoursText->setText(config.workingWeek.isEmpty() || config.holidays.isEmpty()
                                 ? hours
                                 : tr("%1, holidays: %2", "working hours, dates")
                                       .arg(hours, HoursWords::holidays(config.holidays)));
    fillArchive();
    fillCategories(m_ui->ticketCategories, Setting::TicketCategories);
    fillCategories(m_ui->closedCategories, Setting::ClosedCategories);
    fillBots();
}

// What is wrong stands beside the field that shows it, and is read with it.
void SettingsPage::showProblems()
{
    struct Place
    {
        ConfigField field;
        QWidget *widget;
        QLabel *note;
        QString usual;
    };
    const Place places[] = {
        {ConfigField::TimeZone, m_ui->zoneBox, m_ui->zoneNote,
         tr("Days, weeks and “today” of this server follow it.")},
        {ConfigField::ResolutionTarget, m_ui->resolutionBox, m_ui->resolutionNote, {}},
        {ConfigField::TargetsOfCategories, m_ui->categoryTargetsButton, m_ui->categoryTargetsNote, {}},
    };
    for (const Place &place : places) {
        QString text = place.usual;
        QColor colour = Theme::colours(palette()).muted;
        for (const SettingsProblem &problem : m_editor->problems()) {
            if (problem.fields.first() != place.field)
                continue;
            text = problem.text;
            colour = Theme::colours(palette()).error;
        }
        QPalette p = palette();
        p.setColor(QPalette::WindowText, colour);
        place.note->setPalette(p);
        place.note->setText(text);
        place.note->setVisible(!text.isEmpty());
        place.widget->setAccessibleDescription(text == place.usual ? QString() : text);
    }
}

// -- targets and hours ------------------------------------------------------------------------------------

QVector<NamedCategory> SettingsPage::targetCategories() const
{
    const SettingsNames names = m_editor->names();
    QVector<NamedCategory> categories;
    for (const quint64 id : entriesOf(m_editor->shown(), Setting::TicketCategories))
        categories.append({ChannelId(id), names.categoryName(ChannelId(id))});
    return categories;
}

void SettingsPage::editHours()
{
    if (!m_editor->loaded())
        return;
    const StoredConfig config = m_editor->shown();
    const QDate today = QDateTime::fromMSecsSinceEpoch(live().nowMs(), config.zone()).date();
    auto *dialog = new HoursDialog(config, today, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_editor->setField(ConfigField::WorkingWeek, WorkingHours::weekText(dialog->week()));
        m_editor->setField(ConfigField::Holidays, WorkingHours::holidaysText(dialog->holidays()));
        m_editor->saveWhatWaits();
    });
    dialog->open();
}

void SettingsPage::editCategoryTargets()
{
    auto *dialog = new TargetsDialog(m_editor->shown(), targetCategories(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_editor->setField(ConfigField::TargetsOfCategories, targetsText(dialog->targets()));
        m_editor->saveWhatWaits();
    });
    dialog->open();
}

void SettingsPage::fillCategories(QListWidget *list, Setting setting)
{
    const SettingsNames names = m_editor->names();
    const QVector<quint64> chosen = entriesOf(m_editor->shown(), setting);
    const bool fixed = m_editor->environment().has(setting);
    QVector<TickRow> rows;
    for (const Discord::Channel &channel : names.channels) {
        if (channel.type != Discord::ChannelType::Category)
            continue;
        const auto inside = std::count_if(names.channels.cbegin(), names.channels.cend(),
                                          [&](const Discord::Channel &c) { return c.parent == channel.id; });
        rows.append({channel.id.value,
                     tr("%1 – %2", "category, how many channels")
                         .arg(channel.name, tr("%n channel(s)", nullptr, int(inside))),
                     chosen.contains(channel.id.value)});
    }
    for (const quint64 id : chosen) {
        const bool listed =
            std::any_of(rows.cbegin(), rows.cend(), [id](const TickRow &row) { return row.id == id; });
        if (!listed)
            rows.append({id,
                         names.channels.isEmpty()
                             ? names.categoryName(ChannelId(id))
                             : tr("%1 – deleted on Discord").arg(names.categoryName(ChannelId(id))),
                         true});
    }
    showTicks(list, rows, !fixed);
    QLabel *note =
        setting == Setting::TicketCategories ? m_ui->ticketCategoriesNote : m_ui->closedCategoriesNote;
    note->setText(
        fixed                          ? setByText(setting)
            : names.channels.isEmpty() ? tr("The server's categories appear when the bot is connected.")
            : setting == Setting::TicketCategories ? tr("Every channel in these categories is a ticket.")
            : chosen.isEmpty()
            ? tr("None: tickets are closed when their channel is deleted.")
            : tr("Tickets are closed when they are moved there or their channel is deleted."));
}

void SettingsPage::fillArchive()
{
    const SettingsNames names = m_editor->names();
    QVector<QPair<QString, quint64>> channels{{tr("None", "no archive channel"), 0}};
    for (const Discord::Channel &channel : names.channels) {
        if (channel.type == Discord::ChannelType::Text || channel.type == Discord::ChannelType::News)
            channels.append({u'#' + channel.name, channel.id.value});
    }
    const quint64 chosen = m_editor->shown().archiveChannel.value;
    if (chosen != 0 && std::none_of(channels.cbegin(), channels.cend(), [&](const auto &c) {
            return c.second == chosen;
        }))
        channels.append({names.channelName(ChannelId(chosen)), chosen});
    const QSignalBlocker blocker(m_ui->archiveBox);
    while (m_ui->archiveBox->count() > channels.size())
        m_ui->archiveBox->removeItem(m_ui->archiveBox->count() - 1);
    for (int i = 0; i < channels.size(); ++i) {
        if (i >= m_ui->archiveBox->count())
            m_ui->archiveBox->addItem({});
        if (m_ui->archiveBox->itemText(i) != channels[i].first)
            m_ui->archiveBox->setItemText(i, channels[i].first);
        m_ui->archiveBox->setItemData(i, channels[i].second);
    }
    m_ui->archiveBox->setCurrentIndex(qMax(0, m_ui->archiveBox->findData(chosen)));
}

// -- bots -------------------------------------------------------------------------------------------------

void SettingsPage::buildBots()
{
    m_ui->botPicker->setName(u"botPicker"_s);
    m_ui->botPicker->setCall([this](const Discord::Request &request, const Discord::RestClient::Done &done) {
        if (m_editor->actions().call)
            m_editor->actions().call(request, done);
    });
    const auto showPicker = [this](bool on) {
        const bool hadFocus = m_ui->botsField->isAncestorOf(focusWidget());
        for (QWidget *part :
             {static_cast<QWidget *>(m_ui->botPicker), static_cast<QWidget *>(m_ui->botPickAdd),
              static_cast<QWidget *>(m_ui->botPickCancel), static_cast<QWidget *>(m_ui->botPickProblem)})
            part->setVisible(on);
        m_ui->botPicker->clear();
        m_ui->botsAdd->setVisible(!on);
        m_ui->botsRemove->setVisible(!on);
        if (hadFocus)
            (on ? static_cast<QWidget *>(m_ui->botPicker->field()) : m_ui->botsAdd)
                ->setFocus(Qt::OtherFocusReason);
    };
    const auto add = [this, showPicker] {
        const std::optional<Discord::Member> member = m_ui->botPicker->chosen();
        if (!member || !m_ui->botPickAdd->isEnabled())
            return;
        m_editor->setPersonName(member->user.id, PersonModel::nameOf(*member));
        m_editor->setEntry(Setting::TicketBots, member->user.id.value, true);
        showPicker(false);
    };
    connect(m_ui->botsAdd, &QPushButton::clicked, this, [showPicker] { showPicker(true); });
    connect(m_ui->botPickCancel, &QPushButton::clicked, this, [showPicker] { showPicker(false); });
    connect(m_ui->botPickAdd, &QPushButton::clicked, this, add);
    connect(m_ui->botPicker, &PersonPicker::activated, this, add);
    connect(m_ui->botPicker, &PersonPicker::chosenChanged, this, [this] {
        const std::optional<Discord::Member> member = m_ui->botPicker->chosen();
        const bool bot = member && member->user.bot;
        m_ui->botPickProblem->setText(member && !bot ? tr("This is a person, not a bot.") : QString());
        m_ui->botPickAdd->setEnabled(bot);
    });
    connect(m_ui->botsRemove, &QPushButton::clicked, this, [this] {
        if (const QListWidgetItem *item = m_ui->botsList->currentItem())
            m_editor->setEntry(Setting::TicketBots, item->data(Qt::UserRole).toULongLong(), false);
    });
    connect(m_ui->botsList, &QListWidget::currentRowChanged, this, &SettingsPage::fillBots);
    auto *leave = new QShortcut(QKeySequence(Qt::Key_Escape), m_ui->botsField);
    leave->setContext(Qt::WidgetWithChildrenShortcut);
    connect(leave, &QShortcut::activated, m_ui->botPickCancel, [this] {
        if (m_ui->botPickCancel->isVisible())
            m_ui->botPickCancel->click();
    });
    m_ui->botPickAdd->setEnabled(false);
    showPicker(false);
}

void SettingsPage::fillBots()
{
    const SettingsNames names = m_editor->names();
    const QVector<quint64> bots = entriesOf(m_editor->shown(), Setting::TicketBots);
    const bool fixed = m_editor->environment().has(Setting::TicketBots);
    QListWidget *list = m_ui->botsList;
    {
        const QSignalBlocker blocker(list);
        while (list->count() > bots.size())
            delete list->takeItem(list->count() - 1);
        for (int i = 0; i < bots.size(); ++i) {
            if (i >= list->count())
                list->addItem(new QListWidgetItem);
            list->item(i)->setText(names.personName(UserId(bots[i])));
            list->item(i)->setToolTip(tr("ID %1").arg(bots[i]));
            list->item(i)->setData(Qt::UserRole, bots[i]);
        }
    }
    list->setVisible(!bots.isEmpty());
    m_ui->botsNote->setText(
        fixed                ? setByText(Setting::TicketBots)
            : bots.isEmpty() ? tr("None chosen: whoever makes a channel in a ticket category opens a ticket.")
                             : QString());
    m_ui->botsNote->setVisible(!m_ui->botsNote->text().isEmpty());
    m_ui->botsAdd->setEnabled(!fixed);
    m_ui->botsRemove->setEnabled(!fixed && list->currentItem());
    m_ui->botPicker->setServer(names.guild);
    m_ui->botPicker->setOnline(m_editor->rolesAreLive());
}

// -- connection and detection -----------------------------------------------------------------------------

void SettingsPage::showConnection()
{
    const BotState &bot = live().bot();
    m_ui->botText->setText(bot.selfName.isEmpty()
                               ? tr("Not connected yet.")
                               : tr("%1, ID %2", "the bot's name").arg(bot.selfName, bot.self.toString()));
    m_ui->tokenButton->setVisible(!m_window.demo);
    m_ui->removeTokenButton->setVisible(!m_window.demo);
    for (QPushButton *button : {m_ui->inviteCopy, m_ui->inviteOpen}) {
        button->setEnabled(bool(bot.application));
        button->setToolTip(bot.application ? QString()
                                           : tr("The link appears as soon as Discord has answered."));
    }
    const bool mayRegister = live().connected() && m_editor->actions().registerCommands;
    m_ui->registerButton->setEnabled(mayRegister);
    m_ui->registerButton->setToolTip(mayRegister ? QString() : tr("Possible while the bot is connected."));
    const QString why = tr(
        "Lets the bot read reasons and ratings that other ticket bots post. Tickets are tracked without it.");
    m_ui->contentText->setText(!bot.application         ? why
                                   : bot.messageContent ? tr("On. %1").arg(why)
                                                        : tr("Off, optional. %1").arg(why));
    m_ui->portalButton->setVisible(bool(bot.application) && !m_window.demo);
    m_ui->commandsText->setText(bot.commandsText.isEmpty() ? tr("They are registered when the bot connects.")
                                                           : bot.commandsText);
}

void SettingsPage::showDetection()
{
    const BotState::Server *seen = live().botServer();
    QStringList lines;
    if (seen) {
        for (const QString &text : seen->unreadable.mid(0, UnreadableShown))
            lines.append(text);
        if (seen->unreadable.size() > UnreadableShown)
            lines.append(tr("and %n more", nullptr, int(seen->unreadable.size()) - UnreadableShown));
    }
    m_ui->unreadableText->setText(lines.join(u'\n'));
    m_ui->unreadableText->setVisible(!lines.isEmpty());

    const bool online = m_editor->rolesAreLive();
    m_ui->tryButton->setEnabled(online && m_editor->actions().checkAgain);
    const bool catchingUp = seen && seen->catchingUp;
    if (m_trying && m_trying == live().server()) {
        m_trySeen = m_trySeen || catchingUp;
        if (m_trySeen && !catchingUp)
            m_trying = {};
    }
    const ServerPulse *pulse = live().serverPulse();
    if (!online)
        m_ui->tryText->setText(tr("Detection can be tried while the bot is connected."));
    else if (m_trying || catchingUp)
        m_ui->tryText->setText(seen->catchUpText.isEmpty() ? tr("Reading the server again…")
                                                           : seen->catchUpText);
    else if (pulse && pulse->open > 0)
        m_ui->tryText->setText(tr("%n open ticket channel(s) right now.", nullptr, pulse->open));
    else
        m_ui->tryText->setText(tr("No ticket channel yet. The first new one will appear here."));
}

void SettingsPage::botChanged()
{
    if (isVisible())
        refresh();
}

void SettingsPage::tryDetection()
{
    m_trying = live().server();
    m_trySeen = false;
    m_editor->actions().checkAgain(m_trying);
    showDetection();
}

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/notices/noticespage.h"

#include "bot/notices/summarycard.h"
#include "bot/store/noticestore.h"
#include "ui/dates.h"
#include "ui/hourswords.h"
#include "ui/models/rowtablemodel.h"
#include "ui/pages/firststeps.h"
#include "ui/pages/notices/summaryeditor.h"
#include "ui/widgets/smalltables.h"
#include "ui_noticespage.h"

#include <QApplication>
#include <QHeaderView>
#include <QJsonDocument>
#include <QLabel>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int HistoryShown = 100;
constexpr int HistoryRowsVisible = 6;
} // namespace

struct NoticesPage::Answer
{
    GuildId server;
    NoticeSettings settings;
    StoredConfig config;
    QVector<AlarmRow> alarms;
    QHash<qint64, std::optional<NoticeRow>> last; // by schedule
};

NoticesPage::NoticesPage(LiveData &live, NoticeActions actions, QWidget *parent)
    : Page(live, u"notifications"_s, parent), m_ui(std::make_unique<Ui::NoticesPage>()),
      m_actions(std::move(actions)), m_question(addQuestion()),
      m_history(new RowTableModel({tr("Time"), tr("Alarm"), tr("What became of it")}, this)),
      m_editor(new SummaryEditor(m_actions))
{
    m_ui->setupUi(this);
    m_ui->pageLayout->removeWidget(m_ui->noticesScroll);
    m_ui->noticesState->setContent(m_ui->noticesScroll);
    tellFailures(m_question, m_ui->noticesState, tr("The notifications could not be read."));
    for (QLabel *label : {m_ui->alarmsTitle, m_ui->alarmHistoryTitle, m_ui->summariesTitle, m_ui->logTitle}) {
        QFont bold = label->font();
        bold.setWeight(QFont::DemiBold);
        label->setFont(bold);
    }
    m_ui->alarmHistory->setModel(m_history);
    SmallTables::prepare(m_ui->alarmHistory);
    m_ui->alarmHistory->verticalHeader()->hide();
    m_ui->summariesLayout->addWidget(m_editor);
    m_editor->hide();

    connect(m_ui->alarmPanel, &AlarmPanel::changed, this,
            [this](AlarmKind kind, const AlarmSetting &setting) {
                if (!m_answer)
                    return;
                NoticeSettings settings = m_answer->settings;
                settings.alarm(kind) = setting;
                save(settings, tr("Alarm saved."));
            });
    connect(m_ui->alarmPanel, &AlarmPanel::testRequested, this,
            [this](AlarmKind kind, const AlarmSetting &setting) {
                m_actions.testAlarm(this->live().server(), kind, setting, [this](const Status &status) {
                    tell(status, tr("The test is on its way."));
                });
            });
    const auto add = [this] {
        SummarySchedule schedule;
        schedule.id = this->live().nowMs();
        edit(schedule);
    };
    connect(m_ui->summaryAdd, &QPushButton::clicked, this, add);
    connect(m_ui->summaryFirst, &QPushButton::clicked, this, add);
    connect(m_editor, &SummaryEditor::cancelled, this, &NoticesPage::closeEditor);
    connect(m_editor, &SummaryEditor::said, this, &NoticesPage::say);
    connect(m_editor, &SummaryEditor::saved, this, [this](SummarySchedule schedule) {
        if (!m_answer)
            return;
        schedule.sinceMs = this->live().nowMs(); // no run of the past
        NoticeSettings settings = m_answer->settings;
        bool known = false;
        for (SummarySchedule &existing : settings.schedules) {
            if (existing.id == schedule.id) {
                existing = schedule;
                known = true;
            }
        }
        if (!known)
            settings.schedules.append(schedule);
        closeEditor();
        save(settings, tr("Summary saved."));
    });
    connect(m_ui->hoursChange, &QPushButton::clicked, this, [this] {
        PageLink link;
        link.page = u"settings"_s;
        link.section = u"hours"_s;
        emit linkActivated(link);
    });
    connect(m_ui->logChannel, &QComboBox::currentIndexChanged, this, [this] {
        if (!m_filling)
            saveLogChannel(NoticeWords::chosenChannel(m_ui->logChannel));
    });
    for (QCheckBox *box : {m_ui->logOpened, m_ui->logClosed, m_ui->logFirstReply}) {
        connect(box, &QCheckBox::toggled, this, [this] {
            if (m_filling || !m_answer)
                return;
            NoticeSettings settings = m_answer->settings;
            settings.logEvents = {m_ui->logOpened->isChecked(), m_ui->logFirstReply->isChecked(),
                                  m_ui->logClosed->isChecked()};
            save(settings, tr("Ticket log saved."));
        });
    }
    m_ui->noticesState->showLoading(tr("Reading the settings…"));
}

NoticesPage::~NoticesPage() = default;

QString NoticesPage::title() const
{
    return tr("Notifications");
}

void NoticesPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    constexpr int Around = 80; // margins of the page and its card, the scroll bar
    m_ui->alarmPanel->setRoom(width() - Around);
}

void NoticesPage::setWidthClass(WidthClass width)
{
    Page::setWidthClass(width);
    m_ui->alarmPanel->setWidthClass(width);
    m_shownSummaries.clear();
    if (m_answer)
        showSummaries();
}

NoticeWords::Place NoticesPage::place() const
{
    return {live().zone(), live().nowMs()};
}

void NoticesPage::reload()
{
    const GuildId server = live().server();
    if (!server) {
        m_answer.reset();
        m_question->forget();
        if (live().loaded())
            m_ui->noticesState->show(
                StatePane::State::FirstUse,
                tr("No server yet. Connect a bot, and choose here what you want to be told."),
                FirstSteps::withoutServer(this));
        else
            m_ui->noticesState->showLoading(tr("Reading the settings…"));
        return;
    }
    if (m_answer && m_answer->server != server) {
        m_answer.reset();
        closeEditor();
    }
    m_question->ask(
        [server](const Reader &reader, UtcMs) {
            Answer answer;
            answer.server = server;
            answer.settings = NoticeSettings::fromJson(NoticeStore::settings(reader, server));
            answer.config = reader.config(server);
            answer.alarms = NoticeStore::alarms(reader, server, 0, HistoryShown);
            for (const SummarySchedule &schedule : std::as_const(answer.settings.schedules))
                answer.last.insert(schedule.id, NoticeStore::lastSummary(reader, server, schedule.id, true));
            return answer;
        },
        [this](const Answer &answer) { show(answer); });
}

void NoticesPage::update(const ChangeSet &)
{
    m_question->again();
}

void NoticesPage::timePassed()
{
    if (m_answer)
        show(Answer(*m_answer));
}

// The bot's state comes several times a second; an open list of channels must not be filled anew under the pointer.
void NoticesPage::botChanged()
{
    if (!m_answer || !isVisible())
        return;
    QString key;
    if (const BotState::Server *server = live().botServer()) {
        for (const Discord::Channel &channel : server->channels)
            key += channel.id.toString() + channel.name + server->posting.value(channel.id).missing
                + (server->posting.value(channel.id).mayAttach ? u'+' : u'-');
        for (const Discord::Role &role : server->roles)
            key += role.id.toString() + role.name + (role.mentionable ? u'+' : u'-');
        key += server->mayMentionEveryone ? u'+' : u'-';
    }
    if (std::exchange(m_botKey, key) != key)
        show(Answer(*m_answer));
}

void NoticesPage::open(const PageLink &link)
{
    if (link.section != "channel"_L1)
        return;
    m_wantedChannel = link.chip;
    if (m_answer && m_answer->server == live().server())
        goToChannel();
}

void NoticesPage::goToChannel()
{
    const QString text = *std::exchange(m_wantedChannel, std::nullopt);
    const auto named = [&](ChannelId channel) {
        return channel && text.contains(NoticeWords::channelName(live().botServer(), channel) + u':');
    };
    const NoticeSettings &settings = m_answer->settings;
    QWidget *target = m_ui->logChannel;
    if (!named(m_answer->config.logChannel)) {
        for (int kind = 0; kind < AlarmKindCount; ++kind) {
            if (QWidget *box = m_ui->alarmPanel->channelBox(AlarmKind(kind));
                box && named(settings.alarm(AlarmKind(kind)).channel))
                target = box;
        }
        for (const SummarySchedule &schedule : settings.schedules) {
            if (named(schedule.channel))
                return edit(schedule);
        }
    }
    m_ui->noticesScroll->ensureWidgetVisible(target);
    target->setFocus(Qt::OtherFocusReason);
}

void NoticesPage::show(const Answer &answer)
{
    m_answer = std::make_unique<Answer>(answer);
    m_ui->noticesState->showContent();
    const bool removed = live().serverRemoved(); // UX J5: its history can be read, the rest rests
    m_ui->noticesRemoved->setVisible(removed);
    for (QWidget *part :
         std::initializer_list<QWidget *>{m_ui->alarmPanel, m_ui->summariesCard, m_ui->logCard})
        part->setEnabled(!removed);
    showAlarms();
    showHistory();
    showSummaries();
    showLog();
    if (m_wantedChannel)
        goToChannel();
}

void NoticesPage::showAlarms()
{
    const StoredConfig &config = m_answer->config;
    const QString hours = HoursWords::week(config.workingWeek);
    m_ui->hoursText->setText(config.workingWeek.isEmpty()
                                 ? tr("Working hours: %1", "\"around the clock\"").arg(hours)
                                 : tr("Working hours: %1. Outside them alarms are held; at opening one "
                                      "message lists what is still true.",
                                      "\"daily 08:00–22:00\"")
                                       .arg(hours));
    m_ui->alarmPanel->show(m_answer->settings, live().botServer(),
                           HoursWords::target(m_answer->config.targets().firstResponseOf(true, {})));
}

void NoticesPage::showHistory()
{
    QVector<RowTableModel::Row> rows;
    for (const AlarmRow &alarm : std::as_const(m_answer->alarms))
        rows.append({QString::number(alarm.id),
                     {Dates::dateTime(alarm.firedAtMs, place().zone, place().nowMs),
                      NoticeWords::alarm(alarm), NoticeWords::ending(alarm, place())},
                     {}});
    m_history->setRows(rows);
    m_ui->alarmHistoryEmpty->setVisible(rows.isEmpty());
    m_ui->alarmHistory->setVisible(!rows.isEmpty());
    SmallTables::fitHeight(m_ui->alarmHistory, m_ui->alarmHistory, HistoryRowsVisible);
}

// -- summaries
// --------------------------------------------------------------------------------------------------------------

void NoticesPage::showSummaries()
{
    const NoticeSettings &settings = m_answer->settings;
    const bool none = settings.schedules.isEmpty() && m_editor->isHidden();
    m_ui->summariesEmpty->setVisible(none);
    m_ui->summaryFirst->setVisible(none);
    m_ui->summaryAdd->setVisible(!none);
    // Rows hold buttons that may have the focus: made anew only when they would read differently.
    QString wanted;
    for (const SummarySchedule &schedule : settings.schedules)
        wanted += QString::number(schedule.id) + SummaryCard::when(schedule, Language(QLocale()))
            + NoticeWords::channelName(live().botServer(), schedule.channel)
            + NoticeWords::nextRun(schedule, m_answer->config.timeZone, place())
            + NoticeWords::lastRun(lastRun(schedule), place());
    if (wanted == m_shownSummaries)
        return;
    m_shownSummaries = wanted;
    while (QLayoutItem *item = m_ui->summaryRows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const SummarySchedule &schedule : settings.schedules)
        m_ui->summaryRows->addWidget(summaryRow(schedule, lastRun(schedule)));
}

// What waits behind something else that cannot be posted there fails for the same reason.
std::optional<NoticeRow> NoticesPage::lastRun(const SummarySchedule &schedule) const
{
    std::optional<NoticeRow> last = m_answer->last.value(schedule.id);
    if (last && last->state == NoticeRow::State::Waiting && last->failure.isEmpty())
        last->failure = NoticeWords::obstacle(live().botServer(), schedule.channel);
    return last;
}

QWidget *NoticesPage::summaryRow(const SummarySchedule &schedule, const std::optional<NoticeRow> &last)
{
    auto *row = new QWidget(this);
    row->setObjectName(u"summaryRow%1"_s.arg(schedule.id));
    auto *grid = new QGridLayout(row);
    grid->setContentsMargins(0, 2, 0, 2);
    const QString when = SummaryCard::when(schedule, Language(QLocale()));
    const auto label = [row](const QString &text) {
        auto *made = new QLabel(row);
        made->setTextFormat(Qt::PlainText);
        made->setWordWrap(true);
        made->setText(text);
        return made;
    };
    QLabel *what = label(tr("%1 · %2", "when, channel")
                             .arg(when, NoticeWords::channelName(live().botServer(), schedule.channel)));
    QLabel *next = label(NoticeWords::nextRun(schedule, m_answer->config.timeZone, place()));
    QLabel *result = label(NoticeWords::lastRun(last, place()));
    result->setObjectName(u"summaryLast%1"_s.arg(schedule.id));
    const auto button = [row, when, id = schedule.id](const QString &text, const QString &name) {
        auto *made = new QPushButton(text, row);
        made->setObjectName(name + QString::number(id));
        made->setAccessibleName(
            QCoreApplication::translate("NoticesPage", "%1: %2", "action, summary").arg(text, when));
        return made;
    };
    const bool failed = last && !last->failure.isEmpty()
        && (last->state == NoticeRow::State::Waiting || last->state == NoticeRow::State::GivenUp);
    QPushButton *editButton = button(failed ? tr("Fix") : tr("Edit"), u"summaryEdit"_s);
    QPushButton *removeButton = button(tr("Remove"), u"summaryRemove"_s);
    connect(editButton, &QPushButton::clicked, this, [this, schedule] { edit(schedule); });
    connect(removeButton, &QPushButton::clicked, this, [this, id = schedule.id] { removeSummary(id); });
    const bool wide = widthClass() == WidthClass::Wide;
    grid->addWidget(what, 0, 0);
    grid->addWidget(next, wide ? 0 : 1, wide ? 1 : 0);
    grid->addWidget(result, wide ? 0 : 2, wide ? 2 : 0);
    grid->addWidget(editButton, 0, wide ? 3 : 1);
    grid->addWidget(removeButton, wide ? 0 : 1, wide ? 4 : 1);
    for (int column = 0; column < (wide ? 3 : 1); ++column)
        grid->setColumnStretch(column, 1);
    return row;
}

void NoticesPage::edit(const SummarySchedule &schedule)
{
    m_editor->show();
    m_editor->edit(live().server(), schedule, live().botServer(), place());
    m_editor->focusFirst();
    // Where it stands is known after the layout.
    QMetaObject::invokeMethod(
        m_editor, [this] { m_ui->noticesScroll->ensureWidgetVisible(m_editor, 0, 0); }, Qt::QueuedConnection);
    if (m_answer)
        showSummaries();
}

void NoticesPage::closeEditor()
{
    const bool hadFocus = m_editor->isAncestorOf(QApplication::focusWidget());
    m_editor->hide();
    if (hadFocus)
        m_ui->summaryAdd->setFocus();
    if (m_answer)
        showSummaries();
}

void NoticesPage::removeSummary(qint64 id)
{
    NoticeSettings settings = m_answer->settings;
    settings.schedules.removeIf([id](const SummarySchedule &schedule) { return schedule.id == id; });
    save(settings, tr("Summary removed."));
}

// -- the log channel, saving
// ----------------------------------------------------------------------------------------------------

void NoticesPage::showLog()
{
    m_filling = true;
    const BotState::Server *server = live().botServer();
    const ChannelId channel = m_answer->config.logChannel;
    NoticeWords::fillChannels(m_ui->logChannel, server, channel, tr("no log channel"));
    m_ui->logOpened->setChecked(m_answer->settings.logEvents.opened);
    m_ui->logClosed->setChecked(m_answer->settings.logEvents.closed);
    m_ui->logFirstReply->setChecked(m_answer->settings.logEvents.firstReply);
    m_filling = false;
    QString state;
    if (!channel) {
        state = tr("Opened and closed tickets are told nowhere. Choose a channel.");
    } else if (!server) {
        state = tr("Whether the bot may post there is known when it is connected.");
    } else if (const QString obstacle = NoticeWords::obstacle(server, channel); !obstacle.isEmpty()) {
        state = tr("✗ The bot cannot post there: %1.").arg(obstacle);
    } else {
        state = server->posting.value(channel).mayAttach
            ? tr("✓ may post, embed, attach")
            : tr("✓ may post and embed; no pictures: Attach Files is missing");
    }
    m_ui->logState->setText(state);
}

void NoticesPage::save(const NoticeSettings &settings, const QString &text, bool withUndo)
{
    const NoticeSettings before = m_answer->settings;
    const GuildId server = live().server();
    m_answer->settings = settings; // what is clicked next builds on it
    m_actions.save(server, settings, [this, before, text, withUndo, server](const Status &status) {
        if (!status) {
            complain(status.error().text);
        } else {
            std::function<void()> undo;
            if (withUndo)
                undo = [this, before, server] {
                    if (m_answer && live().server() == server)
                        save(before, tr("It is as it was before."), false);
                };
            emit message(text, undo);
        }
        m_question->again();
    });
    showAlarms();
}

void NoticesPage::saveLogChannel(ChannelId channel, bool withUndo)
{
    if (!m_answer)
        return;
    const ChannelId before = m_answer->config.logChannel;
    const GuildId server = live().server();
    m_actions.setLogChannel(server, channel, [this, before, server, withUndo](const Status &status) {
        if (!status) {
            complain(status.error().text);
        } else {
            std::function<void()> undo;
            if (withUndo)
                undo = [this, before, server] {
                    if (live().server() == server)
                        saveLogChannel(before, false);
                };
            emit message(tr("Log channel saved."), undo);
        }
        m_question->again();
    });
}

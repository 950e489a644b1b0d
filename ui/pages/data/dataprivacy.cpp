// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/data/dataprivacy.h"

#include "bot/store/retention.h"
#include "ui/dates.h"
#include "ui/models/rowtablemodel.h"
#include "ui/pages/data/databackups.h"
#include "ui/pages/data/deleteflow.h"
#include "ui/theme.h"
#include "ui/widgets/filesaver.h"
#include "ui/widgets/smalltables.h"
#include "ui_dataprivacy.h"

#include <QSignalBlocker>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int PersonSearchDelayMs = 150; // UX 2.4
constexpr int MostPeople = 50;
constexpr int DailyKeptDays = 35; // a weekly one goes when four newer weeks exist

} // namespace

// -- words -------------------------------------------------------------------------------------------------------------------

QStringList PrivacyWords::traces(const PersonTraces &traces)
{
    if (traces.none())
        return {DataPrivacy::tr("Nothing is recorded about this person.")};
    QStringList lines;
    lines.append(DataPrivacy::tr("On %1: %2 opened, %3 written, %4 closed or claimed.",
                                 "servers, \"3 tickets\", \"12 messages\", \"1 ticket\"")
                     .arg(traces.servers.join(u", "_s),
                          DataPrivacy::tr("%n ticket(s)", nullptr, int(traces.requested)),
                          DataPrivacy::tr("%n message(s)", nullptr, int(traces.messages)),
                          DataPrivacy::tr("%n ticket(s)", nullptr, int(traces.handled))));
    if (traces.inTrash > 0)
        lines.append(
            DataPrivacy::tr("%n of these ticket(s) are in the trash.", nullptr, int(traces.inTrash)));
    if (traces.history > 0)
        lines.append(
            DataPrivacy::tr("%n change(s) in the history name the person.", nullptr, int(traces.history)));
    if (traces.maxPermissions)
        lines.append(DataPrivacy::tr("The person has max permissions, and loses them when erased."));
    return lines;
}

QString PrivacyWords::confirmation(UserId user)
{
    return user.toString().right(4);
}

QStringList PrivacyWords::backups(const QVector<BackupInfo> &backups, const QTimeZone &zone, UtcMs nowMs)
{
    QStringList lines;
    for (const BackupInfo &backup : backups) {
        if (backup.isBefore())
            lines.append(DataPrivacy::tr("%1: until 3 newer ones of its kind exist").arg(backup.name));
        else if (backup.reason == "daily"_L1)
            lines.append(
                DataPrivacy::tr("%1: until %2 at the latest", "file, date")
                    .arg(backup.name, Dates::date(backup.atMs + DailyKeptDays * DayMs, zone, nowMs)));
        else
            lines.append(DataPrivacy::tr("%1: until you delete the file").arg(backup.name));
    }
    return lines;
}

// -- the section -------------------------------------------------------------------------------------------------------------

DataPrivacy::DataPrivacy(LiveData &live, const DataActions &actions, QWidget *parent)
    : Page(live, u"data-privacy"_s, parent), m_ui(std::make_unique<Ui::DataPrivacy>()), m_actions(actions)
{
    m_ui->setupUi(this);
    m_ui->privacyState->setContent(m_ui->privacyScroll);
    for (QLabel *label : {m_ui->retentionText, m_ui->personText}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_ui->retentionButtons->add(m_ui->retentionSave);
    for (QWidget *widget :
         {static_cast<QWidget *>(m_ui->personExport), m_ui->confirmField,
          static_cast<QWidget *>(m_ui->personCancel), static_cast<QWidget *>(m_ui->personErase)})
        m_ui->personButtons->add(widget);
    m_people = new RowTableModel({tr("Name"), tr("ID")}, this);
    m_ui->personTable->setModel(m_people);
    SmallTables::prepare(m_ui->personTable);
    m_retentionQuestion = addQuestion();
    tellFailures(m_retentionQuestion, m_ui->privacyState, tr("The privacy settings could not be read."));
    m_searchQuestion = addQuestion();
    m_tracesQuestion = addQuestion();

    connect(m_ui->retentionOn, &QCheckBox::toggled, this, [this] {
        m_retentionTouched = true;
        askRetention();
    });
    const auto sayDays = [this](int n) {
        m_ui->retentionDays->setSuffix(tr(" day(s)", "after a number", n));
    };
    sayDays(2); // its room does not change with the word
    m_ui->retentionDays->setMinimumWidth(m_ui->retentionDays->sizeHint().width());
    sayDays(m_ui->retentionDays->value());
    connect(m_ui->retentionDays, &QSpinBox::valueChanged, this, sayDays);
    connect(m_ui->retentionDays, &QSpinBox::valueChanged, this, [this] {
        m_retentionTouched = true;
        askRetention();
    });
    connect(m_ui->retentionSave, &QPushButton::clicked, this, &DataPrivacy::saveRetention);
    m_searchTimer.setSingleShot(true);
    m_searchTimer.setInterval(PersonSearchDelayMs);
    connect(&m_searchTimer, &QTimer::timeout, this, &DataPrivacy::search);
    connect(m_ui->personSearch, &QLineEdit::textChanged, this, [this] { m_searchTimer.start(); });
    connect(m_ui->personTable->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &DataPrivacy::choosePerson);
    connect(m_ui->personExport, &QPushButton::clicked, this, &DataPrivacy::exportChosen);
    connect(m_ui->personErase, &QPushButton::clicked, this, &DataPrivacy::pressErase);
    connect(m_ui->personCancel, &QPushButton::clicked, this, &DataPrivacy::callOff);
    connect(m_ui->personTyped, &QLineEdit::textChanged, this, &DataPrivacy::showPerson);
    connect(m_ui->personTyped, &QLineEdit::returnPressed, this, &DataPrivacy::pressErase);
    m_ui->privacyState->showLoading(tr("Reading the settings…"));
    showPerson();
}

DataPrivacy::~DataPrivacy() = default;

QString DataPrivacy::title() const
{
    return tr("Privacy");
}

QLineEdit *DataPrivacy::searchField()
{
    return m_ui->personSearch;
}

void DataPrivacy::reload()
{
    if (withoutServer(m_ui->privacyState,
                      tr("No server yet. Once tickets are recorded, their retention and the "
                         "data of single people are looked after here.")))
        return;
    if (std::exchange(m_shownServer, live().server()) != live().server()) {
        m_storedDays = -1;
        m_retentionTouched = false;
        callOff();
        m_ui->personSearch->clear();
    }
    askRetention();
    if (!m_ui->personSearch->text().isEmpty())
        search();
}

void DataPrivacy::update(const ChangeSet &changes)
{
    Q_UNUSED(changes);
    m_retentionQuestion->again();
    if (m_person && m_askedMs == 0 && !m_running)
        m_tracesQuestion->again();
}

// -- retention ---------------------------------------------------------------------------------------------------------------

void DataPrivacy::askRetention()
{
    if (!live().server())
        return;
    struct Answer
    {
        int stored = 0;
        WipePreview overLimit;
    };
    m_retentionQuestion->ask(
        [server = live().server(), days = m_ui->retentionDays->value(),
         touched = m_retentionTouched](const Reader &reader, UtcMs nowMs) {
            Answer answer;
            answer.stored = retentionDays(reader, server);
            answer.overLimit = reader.wipePreview(
                server, retentionScope(!touched && answer.stored > 0 ? answer.stored : days, nowMs));
            return answer;
        },
        [this](const Answer &answer) {
            m_storedDays = answer.stored;
            m_overLimit = answer.overLimit;
            if (!m_retentionTouched) {
                const QSignalBlocker on(m_ui->retentionOn), days(m_ui->retentionDays);
                m_ui->retentionOn->setChecked(m_storedDays > 0);
                if (m_storedDays > 0)
                    m_ui->retentionDays->setValue(m_storedDays);
            }
            showRetention();
            m_ui->privacyState->showContent();
        });
}

void DataPrivacy::showRetention()
{
    const bool on = m_ui->retentionOn->isChecked();
    const int wanted = on ? m_ui->retentionDays->value() : 0;
    m_ui->retentionSave->setEnabled(m_storedDays >= 0 && wanted != m_storedDays);
    m_ui->retentionSave->setToolTip(m_ui->retentionSave->isEnabled() ? QString() : tr("Nothing to save"));
    if (!on) {
        m_ui->retentionText->setText(
            tr("Tickets are kept for ever. 24 months (730 days) are a common choice."));
        return;
    }
    m_ui->retentionText->setText(
        tr("%1 Open tickets are never touched. Once a day, after the daily backup, what is over the limit "
           "goes "
           "into the trash, where it can be brought back for 30 days (Data ▸ History).",
           "a sentence with a number")
            .arg(m_overLimit.tickets == 0
                     ? tr("No ticket is over this limit now.")
                     : tr("%n ticket(s) are over this limit now.", nullptr, m_overLimit.tickets)));
}

void DataPrivacy::saveRetention()
{
    const int days = m_ui->retentionOn->isChecked() ? m_ui->retentionDays->value() : 0;
    const int before = m_storedDays;
    const GuildId guild = m_shownServer;
    const auto store = [this, guild](int wanted, const QString &done, const std::function<void()> &undo) {
        live().storage().write(
            this,
            [guild, wanted, actor = m_actions.actor](Writer &writer) {
                return writer.setRetention(guild, wanted, actor);
            },
            [this, done, undo](const Status &saved) {
                if (!saved) {
                    complain(saved.error().text);
                    return;
                }
                m_retentionTouched = false;
                askRetention();
                emit message(done, undo);
            });
    };
    store(days,
          days == 0 ? tr("Saved: tickets are kept for ever.")
                    : tr("Saved: closed tickets are kept for %n day(s).", nullptr, days),
          [store, before] { store(before, tr("Retention is as it was before."), {}); });
}

// -- one person --------------------------------------------------------------------------------------------------------------

void DataPrivacy::search()
{
    const QString text = m_ui->personSearch->text();
    m_searchQuestion->ask(
        [server = live().server(), text](const Reader &reader, UtcMs) {
            return findPeople(reader, server, text, MostPeople);
        },
        [this](const QVector<PersonMatch> &people) {
            QVector<RowTableModel::Row> rows;
            for (const PersonMatch &person : people)
                rows.append(
                    {person.user.toString(),
                     {person.name.isEmpty() ? tr("Name unknown") : person.name, person.user.toString()},
                     {}});
            m_people->setRows(rows);
            SmallTables::fitHeight(m_ui->personTable, m_ui->personTable, 5);
            showPerson();
        });
}

void DataPrivacy::choosePerson()
{
    const auto rows = m_ui->personTable->selectionModel()->selectedRows();
    const UserId person =
        rows.isEmpty() ? UserId() : UserId::fromText(rows.first().data(RowTableModel::KeyRole).toString());
    if (person == m_person)
        return;
    m_person = person;
    m_traces.reset();
    m_askedMs = 0;
    if (m_person)
        askTraces();
    else
        m_tracesQuestion->forget();
    showPerson();
}

void DataPrivacy::askTraces()
{
    m_tracesQuestion->ask(
        [person = m_person](const Reader &reader, UtcMs) { return personTraces(reader, person); },
        [this](const PersonTraces &traces) {
            if (traces.user != m_person || m_askedMs || m_running)
                return;
            m_traces = traces;
            showPerson();
        });
}

void DataPrivacy::showPerson()
{
    const bool searching = !m_ui->personSearch->text().trimmed().isEmpty();
    m_ui->personTable->setVisible(searching && m_people->rowCount() > 0);
    const bool known = m_traces && !m_traces->none();
    const bool typing = m_askedMs != 0;
    if (!m_running) {
        QString text;
        if (!searching)
            text = tr("Search a person to export or erase what is recorded about him or her.");
        else if (m_people->rowCount() == 0)
            text = tr("Nobody of that name is recorded on this server.");
        else if (!m_person)
            text = tr("Choose a person.");
        else if (!m_traces)
            text = tr("Looking through everything…");
        else
            text = PrivacyWords::traces(*m_traces).join(u'\n');
        if (typing)
            text += u'\n'
                + tr("Messages and tickets stay in the numbers, without the person. This cannot be undone, "
                     "and no "
                     "backup is made. What the person does on the server from now on is recorded again.");
        m_ui->personText->setText(text);
    }
    m_ui->confirmField->setVisible(typing);
    m_ui->confirmLabel->setText(tr("T&ype %1 to confirm:").arg(PrivacyWords::confirmation(m_person)));
    m_ui->personCancel->setVisible(typing);
    m_ui->personExport->setEnabled(known && !m_running);
    const bool typed = m_ui->personTyped->text().trimmed() == PrivacyWords::confirmation(m_person);
    m_ui->personErase->setText(typing ? tr("&Erase this person") : tr("&Erase…"));
    m_ui->personErase->setEnabled(known && !m_running && (!typing || typed));
    const QString reason = known ? QString() : tr("Choose a person first");
    m_ui->personExport->setToolTip(reason);
    m_ui->personErase->setToolTip(reason);
    QPalette destructive = palette();
    for (const QPalette::ColorGroup group : {QPalette::Active, QPalette::Inactive})
        destructive.setColor(group, QPalette::ButtonText, Theme::colours(palette()).error);
    m_ui->personErase->setPalette(destructive);
}

void DataPrivacy::exportChosen()
{
    auto *question = new LiveQuestion(live(), this);
    question->ask([person = m_person](const Reader &reader,
                                      UtcMs nowMs) { return exportPerson(reader, person, nowMs); },
                  [this, question, person = m_person](const QByteArray &json) {
                      question->forget();
                      question->deleteLater();
                      FileSaver::save(
                          this, tr("Person %1").arg(person.toString()), u"json"_s, tr("JSON file"),
                          [json] { return json; }, [this](const FileSaver::Outcome &saved) { tell(saved); });
                  });
}

void DataPrivacy::pressErase()
{
    if (!m_traces || m_traces->none() || m_running)
        return;
    if (m_askedMs == 0) {
        m_askedMs = live().nowMs();
        m_ui->personTyped->clear();
        showPerson();
        m_ui->personTyped->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (live().nowMs() - m_askedMs > DeleteFlow::ConfirmationMs) {
        callOff();
        complain(tr("The confirmation was older than 2 minutes. Nothing was erased."));
        return;
    }
    if (m_ui->personTyped->text().trimmed() != PrivacyWords::confirmation(m_person)) {
        complain(tr("These are not the last digits of the ID. Nothing was erased."));
        return;
    }
    erase();
}

void DataPrivacy::callOff()
{
    m_askedMs = 0;
    m_ui->personTyped->clear();
    if (m_person)
        askTraces();
    showPerson();
    if (m_ui->personErase->isEnabled() && isVisible())
        m_ui->personErase->setFocus(Qt::OtherFocusReason);
}

void DataPrivacy::erase()
{
    m_running = true;
    m_askedMs = 0;
    m_ui->personText->setText(tr("Erasing. New events wait in memory meanwhile…"));
    showPerson();
    live().storage().write(
        this,
        [person = m_person, traces = *m_traces, actor = m_actions.actor](Writer &writer) {
            return erasePerson(writer, person, traces, actor);
        },
        [this](const Status &status) { erased(status); });
}

void DataPrivacy::erased(const Status &status)
{
    if (!status) {
        m_running = false;
        callOff();
        complain(status.error().text);
        return;
    }
    if (m_traces->maxPermissions && m_actions.accessChanged) {
        for (const ServerPulse &server : live().servers())
            m_actions.accessChanged(server.info.id);
    }
    // What was overwritten still lies in unused parts of the file.
    live().storage().compact(this, [this](const Result<qint64> &compacted) {
        listBackups(compacted
                        ? tr("The person is erased.")
                        : tr("The person is erased. %1 Until it is compacted (Data ▸ Health), traces may "
                             "lie in unused parts of the file.",
                             "an error")
                              .arg(compacted.error().text));
    });
}

void DataPrivacy::listBackups(const QString &first)
{
    live().storage().browse(
        this, [nowMs = live().nowMs()](const Reader &reader) { return readBackups(reader, nowMs); },
        [this, first](const BackupsAnswer &answer) {
            m_running = false;
            m_traces.reset();
            m_person = {};
            {
                // The list still names the person; what is said below about the end must stay.
                const QSignalBlocker blocker(m_ui->personSearch);
                m_ui->personSearch->clear();
            }
            m_people->setRows({});
            showPerson();
            QStringList lines{first};
            const QStringList backups = PrivacyWords::backups(answer.backups, live().zone(), answer.nowMs);
            if (!backups.isEmpty()) {
                lines.append(tr("Backups made before still hold the person:"));
                lines.append(backups);
            }
            m_ui->personText->setText(lines.join(u'\n'));
            m_ui->personSearch->setFocus(Qt::OtherFocusReason);
            say(first);
        });
}

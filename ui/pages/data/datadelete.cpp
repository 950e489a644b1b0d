// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/data/datadelete.h"

#include "bot/base/format.h"
#include "bot/store/contents.h"
#include "bot/tickets/ticketlabel.h"
#include "ui/dates.h"
#include "ui/models/rowtablemodel.h"
#include "ui/pages/firststeps.h"
#include "ui/theme.h"
#include "ui/widgets/smalltables.h"
#include "ui_datadelete.h"

#include <QFileInfo>
#include <QHeaderView>
#include <QSet>
#include <QSignalBlocker>
#include <QStorageInfo>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int ProgressMs = 100;

} // namespace

DeletePreview readDeletePreview(const Reader &reader, GuildId guild, WipeScope scope, UtcMs nowMs)
{
    DeletePreview preview;
    scope.nowMs = nowMs; // what is counted now is what a press deletes
    preview.scope = scope;
    preview.nowMs = nowMs;
    preview.counts = reader.wipePreview(guild, scope);
    QSet<ChannelId> seen;
    const auto samples = [&](const QVector<ChannelId> &ids) {
        QVector<DeletePreview::Sample> list;
        for (ChannelId id : ids) {
            if (seen.contains(id))
                continue;
            seen.insert(id);
            if (const auto detail = reader.ticket(guild, id)) {
                const TicketRecord &ticket = detail->row.ticket;
                list.append({id, ticketLabel(ticket), ticket.categoryName, ticket.openedAtMs, ticket.open()});
            }
        }
        return list;
    };
    preview.first = samples(preview.counts.firstTickets);
    preview.last = samples(preview.counts.lastTickets);
    const DatabaseFile file(fileHealth(reader).path);
    preview.backupFolder = file.backupFolder();
    preview.freeBytes = QStorageInfo(QFileInfo(file.path()).path()).bytesAvailable();
    return preview;
}

DataDelete::DataDelete(LiveData &live, const DataActions &actions, QWidget *parent)
    : Page(live, u"data-delete"_s, parent), m_ui(std::make_unique<Ui::DataDelete>()), m_actions(actions)
{
    m_ui->setupUi(this);
    m_ui->deleteState->setContent(m_ui->deleteContent);
    for (QLabel *label : {m_ui->deleteOpen, m_ui->deleteCounts, m_ui->deleteSpan, m_ui->deleteCategories,
                          m_ui->deleteShare, m_ui->deleteBackup, m_ui->deleteResultText, m_ui->deleteHint}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    QFont strong = font();
    strong.setBold(true);
    m_ui->deleteCounts->setFont(strong);
    for (QPushButton *button : {m_ui->deleteUndo, m_ui->deleteShowBackup})
        m_ui->deleteResultButtons->add(button);
    m_ui->deleteResult->hide();
    m_ui->deleteButton->setMinimumHeight(32);
    m_ui->deleteCancel->setMinimumHeight(32);
    m_samples = new RowTableModel({tr("Opened"), tr("Channel"), tr("Category"), tr("State")}, this);
    m_ui->deleteSamples->setModel(m_samples);
    SmallTables::prepare(m_ui->deleteSamples);
    m_ui->deleteSamples->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 4);

    for (QRadioButton *radio : {m_ui->deleteLast, m_ui->deleteOlder, m_ui->deleteEverything}) {
        connect(radio, &QRadioButton::toggled, this, [this](bool on) {
            if (on)
                choose();
        });
    }
    // Whoever changes the days means that choice.
    const auto follow = [this](QSpinBox *days, QRadioButton *radio) {
        connect(days, &QSpinBox::valueChanged, this, [this, radio] {
            if (radio->isChecked())
                choose();
            else
                radio->setChecked(true);
        });
    };
    const auto followWord = [](QSpinBox *days) {
        const auto say = [days](int n) { days->setSuffix(tr(" day(s)", "after a number", n)); };
        say(2); // its room does not change with the word
        days->setMinimumWidth(days->sizeHint().width());
        say(days->value());
        connect(days, &QSpinBox::valueChanged, days, say);
    };
    followWord(m_ui->deleteLastDays);
    followWord(m_ui->deleteOlderDays);
    follow(m_ui->deleteLastDays, m_ui->deleteLast);
    follow(m_ui->deleteOlderDays, m_ui->deleteOlder);
    connect(m_ui->deleteCategory, &QComboBox::currentIndexChanged, this, [this] { choose(); });
    connect(m_ui->deleteButton, &QPushButton::clicked, this, &DataDelete::press);
    connect(m_ui->deleteCancel, &QPushButton::clicked, this, &DataDelete::calledOff);
    connect(m_ui->deleteTyped, &QLineEdit::textChanged, this, &DataDelete::showButtons);
    connect(m_ui->deleteTyped, &QLineEdit::returnPressed, this, &DataDelete::press);
    connect(m_ui->deleteUndo, &QPushButton::clicked, this, [this] {
        if (m_last)
            undo(m_last->guild, m_last->id);
    });
    connect(m_ui->deleteShowBackup, &QPushButton::clicked, this, [this] {
        PageLink link;
        link.page = u"data"_s;
        link.section = u"backups"_s;
        link.chip = m_last ? m_last->backupFile : QString();
        emit linkActivated(link);
    });
    m_progressTimer.setInterval(ProgressMs);
    connect(&m_progressTimer, &QTimer::timeout, this, &DataDelete::showProgress);
    m_question = addQuestion();
    tellFailures(m_question, m_ui->deleteState, tr("What would be deleted could not be counted."));
    m_ui->deleteState->showLoading(tr("Counting the tickets…"));
    fillCategories();
    showButtons();
}

DataDelete::~DataDelete() = default;

QString DataDelete::title() const
{
    return tr("Delete");
}

void DataDelete::setWidthClass(WidthClass width)
{
    Page::setWidthClass(width);
    m_ui->previewLayout->setDirection(width == WidthClass::Wide ? QBoxLayout::LeftToRight
                                                                : QBoxLayout::TopToBottom);
}

// -- the choices -------------------------------------------------------------------------------------------------------------

WipeScope DataDelete::chosenScope() const
{
    WipeScope scope;
    if (m_ui->deleteLast->isChecked()) {
        scope.kind = WipeScope::Kind::Last;
        scope.days = m_ui->deleteLastDays->value();
    } else if (m_ui->deleteOlder->isChecked()) {
        scope.kind = WipeScope::Kind::OlderThan;
        scope.days = m_ui->deleteOlderDays->value();
    }
    if (const int index = m_ui->deleteCategory->currentIndex(); index > 0) {
        scope.category.all = false;
        scope.category.id = ChannelId(m_ui->deleteCategory->itemData(index).toULongLong());
        // Categories that an import knows by name have no id of Discord's.
        scope.category.name = m_ui->deleteCategory->itemData(index, Qt::UserRole + 1).toString();
    }
    return scope;
}

void DataDelete::fillCategories()
{
    const ServerPulse *server = live().serverPulse();
    const QVector<CategoryRow> rows = server ? server->categories : QVector<CategoryRow>();
    QComboBox *box = m_ui->deleteCategory;
    const auto nameOf = [](const CategoryRow &row) {
        return row.name.isEmpty() ? tr("No category") : row.name;
    };
    bool same = box->count() == rows.size() + 1;
    for (int i = 0; same && i < rows.size(); ++i)
        same =
            box->itemData(i + 1).toULongLong() == rows[i].id.value && box->itemText(i + 1) == nameOf(rows[i]);
    if (same)
        return; // it may be open
    const QSignalBlocker blocker(box);
    const QVariant chosen = box->currentData();
    box->clear();
    box->addItem(tr("All categories"));
    for (const CategoryRow &row : rows) {
        box->addItem(nameOf(row), row.id.value);
        box->setItemData(box->count() - 1, row.name, Qt::UserRole + 1);
    }
    box->setCurrentIndex(std::max(0, chosen.isValid() ? box->findData(chosen) : 0));
}

void DataDelete::choose()
{
    m_flow.scopeChanged();
    m_ui->deleteTyped->clear();
    ask();
    showButtons();
}

void DataDelete::reload()
{
    if (withoutServer(m_ui->deleteState, tr("No server yet, so there is nothing to delete.")))
        return;
    if (std::exchange(m_shownServer, live().server()) != live().server()) {
        fillCategories();
        m_flow.scopeChanged();
        m_ui->deleteTyped->clear();
        m_ui->deleteResult->hide();
        m_preview.reset();
    }
    ask();
}

void DataDelete::update(const ChangeSet &changes)
{
    Q_UNUSED(changes);
    m_question->again();
    followLast();
}

// It may have been taken back in the history, or in Discord.
void DataDelete::followLast()
{
    if (!m_last || m_ui->deleteUndo->isHidden())
        return;
    live().storage().browse(
        this,
        [guild = m_last->guild, id = m_last->id](const Reader &reader) {
            constexpr int Newest = 50;
            const QVector<WipeRecord> wipes = reader.wipes(guild, 0, Newest);
            return std::any_of(wipes.begin(), wipes.end(), [id](const WipeRecord &wipe) {
                return wipe.id == id && wipe.undoneAtMs != 0;
            });
        },
        [this, id = m_last->id](bool undone) {
            if (undone && m_last && m_last->id == id)
                showUndone(m_last->tickets);
        });
}

void DataDelete::showUndone(int tickets)
{
    m_ui->deleteResultText->setText(tr("%n ticket(s) are back.", nullptr, tickets));
    const bool hadFocus = m_ui->deleteUndo->hasFocus();
    m_ui->deleteUndo->setVisible(false);
    if (hadFocus)
        m_ui->deleteShowBackup->setFocus(Qt::OtherFocusReason);
}

void DataDelete::timePassed()
{
    m_question->again();
}

void DataDelete::botChanged()
{
    if (isVisible())
        fillCategories();
}

void DataDelete::ask()
{
    const GuildId server = live().server();
    m_question->ask(
        [server, scope = chosenScope()](const Reader &reader, UtcMs nowMs) {
            return readDeletePreview(reader, server, scope, nowMs);
        },
        [this](const DeletePreview &preview) { show(preview); });
}

// -- the preview -------------------------------------------------------------------------------------------------------------

void DataDelete::show(const DeletePreview &preview)
{
    if (m_flow.stage() == DeleteFlow::Stage::Running)
        return;
    const bool stillAsked = m_flow.counted(preview.scope, preview.counts);
    if (!stillAsked) {
        m_ui->deleteTyped->clear();
        complain(tr("The numbers have changed meanwhile. Nothing was deleted; this is the new preview."));
    }
    if (m_flow.stage() != DeleteFlow::Stage::Typing)
        m_preview = preview;
    showPreview();
    showButtons();
    const ServerPulse *server = live().serverPulse();
    if (server && server->recordingBeganMs == 0 && m_ui->deleteResult->isHidden())
        m_ui->deleteState->show(StatePane::State::FirstUse,
                                tr("Nothing is recorded yet, so there is nothing to delete."),
                                FirstSteps::withoutTickets(this));
    else
        m_ui->deleteState->showContent();
}

void DataDelete::showPreview()
{
    if (!m_preview)
        return;
    const WipePreview &counts = m_preview->counts;
    const QTimeZone zone = live().zone();
    const bool everything = m_preview->scope.kind == WipeScope::Kind::Everything;
    m_ui->deleteOpen->setText(
        everything ? tr("Including %n open ticket(s), no longer tracked then.", nullptr, counts.openIncluded)
                   : tr("%n open ticket(s) are kept.", nullptr, counts.openKept));
    m_ui->deleteOpen->setVisible(everything ? counts.openIncluded > 0 : counts.openKept > 0);
    if (counts.tickets == 0) {
        m_ui->deleteCounts->setText(tr("Nothing: no ticket fits these choices."));
    } else {
        m_ui->deleteCounts->setText(tr("%1, %2", "\"214 tickets\", \"2 911 messages\"")
                                        .arg(tr("%n ticket(s)", nullptr, counts.tickets),
                                             tr("%n message(s)", nullptr, int(counts.messages))));
        m_ui->deleteSpan->setText(tr("%1 to %2", "two times")
                                      .arg(Dates::dateTime(counts.firstMs, zone, m_preview->nowMs),
                                           Dates::dateTime(counts.lastMs, zone, m_preview->nowMs)));
        QStringList categories;
        for (const CategoryCount &category : counts.byCategory)
            categories.append(tr("%1 %2", "category, its tickets")
                                  .arg(category.name.isEmpty() ? tr("No category") : category.name,
                                       Format::count(category.opened).replace(u' ', QChar::Nbsp)));
        m_ui->deleteCategories->setText(categories.join(u" · "_s));
        m_ui->deleteShare->setText(
            counts.share >= 1 ? tr("Everything that is recorded")
                : counts.share < 0.01
                ? tr("Less than 1 % of everything recorded")
                : tr("%1 of everything recorded", "16 %").arg(Format::percent(std::min(0.99, counts.share))));
    }
    for (QLabel *label : {m_ui->deleteSpan, m_ui->deleteCategories, m_ui->deleteShare})
        label->setVisible(counts.tickets > 0);

    QVector<RowTableModel::Row> rows;
    const auto add = [&](const DeletePreview::Sample &sample) {
        rows.append({sample.id.toString(),
                     {Dates::dateTime(sample.openedMs, zone, m_preview->nowMs), u'#' + sample.channel,
                      sample.category.isEmpty() ? tr("No category") : sample.category,
                      sample.open ? tr("open") : tr("closed")},
                     {}});
    };
    std::for_each(m_preview->first.begin(), m_preview->first.end(), add);
    if (counts.tickets > m_preview->first.size() + m_preview->last.size())
        rows.append({u"between"_s, {u"…"_s, {}, {}, {}}, {}});
    std::for_each(m_preview->last.begin(), m_preview->last.end(), add);
    m_samples->setRows(rows);
    SmallTables::fitHeight(m_ui->deleteSamples, m_ui->deleteSamples, 11);
    m_ui->deleteSampleCard->setVisible(counts.tickets > 0);

    const bool room = m_preview->freeBytes < 0
        || m_preview->freeBytes >= std::max(Backups::LeastFreeBytes, counts.estimatedBackupBytes);
    const QString space = tr("about %1, %2 free", "sizes")
                              .arg(Format::bytes(counts.estimatedBackupBytes),
                                   Format::bytes(std::max<qint64>(0, m_preview->freeBytes)));
    m_ui->deleteBackup->setText(
        room ? tr("A backup is written first: %1 (%2). Deleting can be undone for 30 days.", "file, sizes")
                   .arg(u"backups/"_s + Backups::nameFor(u"before-delete"_s, m_preview->nowMs), space)
             : tr("There is no room for the backup (%1), and without it nothing is deleted.", "sizes")
                   .arg(space));
    m_ui->deleteBackup->setVisible(counts.tickets > 0);
}

// -- deleting ----------------------------------------------------------------------------------------------------------------

void DataDelete::showButtons()
{
    const DeleteFlow::Stage stage = m_flow.stage();
    const bool typing = stage == DeleteFlow::Stage::Typing;
    const bool running = stage == DeleteFlow::Stage::Running;
    const int tickets = m_flow.preview().tickets;
    const bool counted = stage != DeleteFlow::Stage::Counting && m_preview;
    const bool room = !m_preview || m_preview->freeBytes < 0
        || m_preview->freeBytes >= std::max(Backups::LeastFreeBytes, m_preview->counts.estimatedBackupBytes);
    m_ui->deleteButton->setText(counted && tickets > 0 ? tr("&Delete %n ticket(s)", nullptr, tickets)
                                                       : tr("&Delete tickets"));
    const bool numberFits = DeleteFlow::isNumber(m_ui->deleteTyped->text(), tickets);
    m_ui->deleteButton->setEnabled(counted && tickets > 0 && room && !running && (!typing || numberFits));
    m_ui->deleteButton->setVisible(!running);
    m_ui->deleteTypeLabel->setText(tr("T&ype %1 to confirm:").arg(tickets));
    m_ui->deleteTypeLabel->setVisible(typing);
    m_ui->deleteTyped->setVisible(typing);
    m_ui->deleteCancel->setVisible(typing || running);
    m_ui->deleteCancel->setEnabled(!m_job.cancelled() || typing);
    m_ui->deleteProgress->setVisible(running);
    m_ui->deleteScope->setEnabled(!running);
    if (!running) {
        m_ui->deleteHint->setText(!counted           ? tr("Counting…")
                                      : tickets == 0 ? tr("Choose another period or category.")
                                      : !room        ? tr("Make room on the disk first.")
                                                     : QString());
        m_ui->deleteHint->setVisible(!m_ui->deleteHint->text().isEmpty());
    }
    QPalette destructive = palette();
    destructive.setColor(QPalette::Active, QPalette::ButtonText, Theme::colours(palette()).error);
    destructive.setColor(QPalette::Inactive, QPalette::ButtonText, Theme::colours(palette()).error);
    m_ui->deleteButton->setPalette(destructive);
    if (m_backToButton && m_ui->deleteButton->isEnabled()) {
        m_backToButton = false;
        if (m_ui->deleteScope->isAncestorOf(window()->focusWidget()))
            m_ui->deleteButton->setFocus(Qt::OtherFocusReason);
    }
}

void DataDelete::press()
{
    switch (m_flow.press(live().nowMs(), m_ui->deleteTyped->text())) {
    case DeleteFlow::Press::Nothing:
        break;
    case DeleteFlow::Press::WrongNumber:
        complain(tr("That is not the number of tickets. Nothing was deleted."));
        break;
    case DeleteFlow::Press::AskNumber:
        m_ui->deleteTyped->clear();
        showButtons();
        m_ui->deleteTyped->setFocus(Qt::OtherFocusReason);
        return;
    case DeleteFlow::Press::Expired:
        m_ui->deleteTyped->clear();
        complain(tr(
            "The confirmation was older than 2 minutes. Nothing was deleted; the preview is counted anew."));
        ask();
        break;
    case DeleteFlow::Press::Delete:
        run();
        return;
    }
    showButtons();
}

void DataDelete::calledOff()
{
    if (m_flow.stage() == DeleteFlow::Stage::Running) {
        m_job.cancel();
        m_ui->deleteHint->setText(tr("Cancelling…"));
        m_ui->deleteCancel->setEnabled(false);
        return;
    }
    m_flow.calledOff();
    m_ui->deleteTyped->clear();
    showButtons();
    m_ui->deleteButton->setFocus(Qt::OtherFocusReason);
    m_question->again();
}

void DataDelete::run()
{
    m_job = JobControl();
    m_ui->deleteResult->hide();
    m_ui->deleteTyped->clear();
    showButtons();
    showProgress();
    m_ui->deleteCancel->setFocus(Qt::OtherFocusReason);
    m_progressTimer.start();
    live().storage().write(
        this,
        [guild = m_shownServer, scope = m_flow.scope(), counts = m_flow.preview(), actor = m_actions.actor,
         job = m_job](Writer &writer) { return writer.wipe(guild, scope, counts, actor, job); },
        [this](const Result<WipeRecord> &result) { finished(result); });
}

void DataDelete::showProgress()
{
    const JobControl::Progress progress = m_job.progress();
    const bool changing = progress.step == JobControl::Step::Changing && progress.total > 0;
    m_ui->deleteProgress->setRange(0, changing ? int(progress.total) : 0);
    m_ui->deleteProgress->setValue(changing ? int(progress.done) : 0);
    if (m_job.cancelled())
        return;
    QString text;
    switch (progress.step) {
    case JobControl::Step::Waiting:
        text = tr("Waiting for the database…");
        break;
    case JobControl::Step::Counting:
        text = tr("Counting once more…");
        break;
    case JobControl::Step::BackingUp:
        text = tr("Writing the backup and checking it…");
        break;
    case JobControl::Step::Changing:
        text = tr("Deleting: %1 of %2 tickets", "done, all")
                   .arg(Format::count(progress.done), Format::count(progress.total));
        break;
    }
    m_ui->deleteHint->setText(text);
    m_ui->deleteHint->show();
}

void DataDelete::finished(const Result<WipeRecord> &result)
{
    m_progressTimer.stop();
    m_flow.finished();
    m_job = JobControl();
    if (result) {
        m_last = *result;
        const QString done = tr("%n ticket(s) deleted.", nullptr, result->tickets);
        m_ui->deleteResultText->setText(
            tr("%1 They can be brought back until %2; what was recorded since stays.",
               "\"214 tickets deleted.\", date")
                .arg(done, Dates::date(result->undoUntilMs, live().zone(), live().nowMs())));
        m_ui->deleteUndo->setVisible(true);
        m_ui->deleteResult->show();
        m_ui->deleteUndo->setFocus(Qt::OtherFocusReason);
        emit message(done, [this, guild = result->guild, wipe = result->id] { undo(guild, wipe); });
    } else {
        tell(result.error(), {});
    }
    if (live().server())
        ask();
    showButtons();
    m_backToButton = !result; // which rests until the tickets are counted
    if (!result) { // Cancel, which had it, is hidden now
        for (QRadioButton *radio : {m_ui->deleteLast, m_ui->deleteOlder, m_ui->deleteEverything}) {
            if (radio->isChecked())
                radio->setFocus(Qt::OtherFocusReason);
        }
    }
}

void DataDelete::undo(GuildId guild, qint64 wipe)
{
    live().storage().write(
        this,
        [guild, wipe, actor = m_actions.actor](Writer &writer) {
            return writer.undoWipe(guild, wipe, actor);
        },
        [this](const Result<WipeRecord> &back) {
            if (!back) {
                complain(back.error().text);
                return;
            }
            if (m_last && m_last->id == back->id)
                showUndone(back->tickets);
            say(tr("%n ticket(s) are back.", nullptr, back->tickets));
        });
}

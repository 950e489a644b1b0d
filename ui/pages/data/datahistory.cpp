// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/data/datahistory.h"

#include "bot/base/format.h"
#include "ui/dates.h"
#include "ui/models/rowtablemodel.h"
#include "ui/widgets/filesaver.h"
#include "ui/widgets/smalltables.h"
#include "ui_datahistory.h"

#include <QAction>
#include <QSignalBlocker>

#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int EntriesPerPage = 100;
constexpr int PeriodDays[] = {0, 7, 30, 90, 365}; // 0 = all time

} // namespace

DataHistory::DataHistory(LiveData &live, const DataActions &actions, QWidget *parent)
    : Page(live, u"data-history"_s, parent), m_ui(std::make_unique<Ui::DataHistory>()), m_actions(actions)
{
    m_ui->setupUi(this);
    m_ui->historyState->setContent(m_ui->historyTable);
    for (QWidget *field : {m_ui->kindField, m_ui->personField, m_ui->periodField})
        m_ui->historyFilters->add(field);
    m_ui->historyFilters->add(m_ui->historyExport);
    m_ui->historyFilters->add(m_ui->historyCount);
    m_ui->historyText->setTextFormat(Qt::PlainText);
    m_ui->historyText->setWordWrap(true);
    m_ui->historyText->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_ui->historyDetail->hide();
    m_ui->historyPager->hide();
    m_model = new RowTableModel({tr("When"), tr("What"), tr("Who"), tr("Where"), tr("Change")}, this);
    m_ui->historyTable->setModel(m_model);
    SmallTables::prepare(m_ui->historyTable,
                         SmallTables::LastColumn::Elided); // the chosen row is told in full below
    for (int days : PeriodDays)
        m_ui->historyPeriod->addItem(days == 0 ? tr("All time") : tr("Last %n day(s)", nullptr, days), days);

    for (QComboBox *box : {m_ui->historyKind, m_ui->historyPerson, m_ui->historyPeriod})
        connect(box, &QComboBox::currentIndexChanged, this, &DataHistory::chooseFilter);
    connect(m_ui->historyPrevious, &QPushButton::clicked, this, [this] {
        m_offset = std::max(0, m_offset - EntriesPerPage);
        ask();
    });
    connect(m_ui->historyNext, &QPushButton::clicked, this, [this] {
        m_offset += EntriesPerPage;
        ask();
    });
    connect(m_ui->historyTable->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &DataHistory::showChosen);
    connect(m_ui->historyRevert, &QPushButton::clicked, this, &DataHistory::revert);
    connect(m_ui->historyExport, &QPushButton::clicked, this, &DataHistory::exportCsv);
    auto *csv = new QAction(tr("History as CSV…"), this);
    csv->setObjectName(u"historyExportCsv"_s);
    connect(csv, &QAction::triggered, this, &DataHistory::exportCsv);
    m_exports = {csv};
    m_question = addQuestion();
    tellFailures(m_question, m_ui->historyState, tr("The history could not be read."));
    fillFilters();
    m_ui->historyState->showLoading(tr("Reading the history…"));
}

DataHistory::~DataHistory() = default;

QString DataHistory::title() const
{
    return tr("History");
}

void DataHistory::setWidthClass(WidthClass width)
{
    Page::setWidthClass(width);
    // What the narrow table leaves out, the text below it says.
    m_ui->historyTable->setColumnHidden(3, width == WidthClass::Compact);
}

// -- asking ------------------------------------------------------------------------------------------------------------------

HistoryFilter DataHistory::chosenFilter() const
{
    HistoryFilter filter;
    filter.kind = m_ui->historyKind->currentData().toString();
    if (const int index = m_ui->historyPerson->currentIndex(); index > 0)
        filter.by = m_people.value(index - 1);
    if (const int days = m_ui->historyPeriod->currentData().toInt(); days > 0)
        filter.at = Window{live().nowMs() - days * DayMs, std::numeric_limits<qint64>::max()};
    return filter;
}

void DataHistory::chooseFilter()
{
    m_offset = 0;
    ask();
}

void DataHistory::reload()
{
    if (withoutServer(m_ui->historyState,
                      tr("No server yet. Every change of its data, settings and permissions "
                         "will be listed here.")))
        return;
    if (std::exchange(m_shownServer, live().server()) != live().server()) {
        m_offset = 0;
        m_answer.reset();
        fillFilters();
    }
    ask();
}

void DataHistory::update(const ChangeSet &changes)
{
    if (changes.audit || changes.config || changes.wiped)
        m_question->again();
}

void DataHistory::botChanged()
{
    if (isVisible() && m_answer)
        show(*m_answer); // roles and channels have names now
}

void DataHistory::ask()
{
    if (!live().server())
        return;
    m_question->ask(
        [server = live().server(), filter = chosenFilter(), offset = m_offset](const Reader &reader,
                                                                               UtcMs nowMs) {
            return readHistoryAnswer(reader, server, filter, offset, EntriesPerPage, nowMs);
        },
        [this](const HistoryAnswer &answer) { show(answer); });
}

void DataHistory::fillFilters()
{
    const HistoryPage page = m_answer ? m_answer->page : HistoryPage();
    const HistoryAnswer nothing;
    const HistoryWords words(m_answer ? *m_answer : nothing, live().botServer());
    const auto same = [](const Actor &a, const Actor &b) {
        return a.user == b.user && a.console == b.console && (a.user || a.name == b.name);
    };
    if (m_ui->historyKind->count() == 0 || page.kinds != m_kinds) {
        const QSignalBlocker blocker(m_ui->historyKind);
        const QString kind = m_ui->historyKind->currentData().toString();
        m_kinds = page.kinds;
        m_ui->historyKind->clear();
        m_ui->historyKind->addItem(tr("All changes"), QString());
        for (const QString &name : std::as_const(m_kinds))
            m_ui->historyKind->addItem(HistoryWords::kind(name), name);
        m_ui->historyKind->setCurrentIndex(std::max(0, m_ui->historyKind->findData(kind)));
    }
    if (m_ui->historyPerson->count() == 0
        || !std::equal(page.people.begin(), page.people.end(), m_people.begin(), m_people.end(), same)) {
        const QSignalBlocker blocker(m_ui->historyPerson);
        const int index = m_ui->historyPerson->currentIndex();
        const Actor chosen = index > 0 ? m_people.value(index - 1) : Actor();
        m_people = page.people;
        m_ui->historyPerson->clear();
        m_ui->historyPerson->addItem(tr("Everybody"));
        int again = 0;
        for (const Actor &person : std::as_const(m_people)) {
            m_ui->historyPerson->addItem(words.person(person));
            if (index > 0 && same(person, chosen))
                again = m_ui->historyPerson->count() - 1;
        }
        m_ui->historyPerson->setCurrentIndex(again);
    }
}

// -- showing -----------------------------------------------------------------------------------------------------------------

void DataHistory::show(const HistoryAnswer &answer)
{
    if (!m_answer || &*m_answer != &answer)
        m_answer = answer;
    fillFilters();
    const HistoryPage &page = m_answer->page;
    const HistoryWords words(*m_answer, live().botServer());
    QVector<RowTableModel::Row> rows;
    for (const HistoryRow &row : page.rows)
        rows.append({QString::number(row.id),
                     {Dates::dateTime(row.atMs, live().zone(), m_answer->nowMs), HistoryWords::kind(row),
                      words.person(row.actor), HistoryWords::source(row.actor), words.change(row)},
                     {}});
    m_model->setRows(rows);
    const bool filtered = page.total != page.all;
    m_ui->historyCount->setText(
        filtered ? tr("%1 of %2", "found, all").arg(Format::count(page.total), Format::count(page.all))
                 : tr("%n change(s)", nullptr, page.all));
    m_ui->historyPager->setVisible(page.total > EntriesPerPage);
    m_ui->historyPagerText->setText(tr("%1–%2 of %3", "first, last, all")
                                        .arg(Format::count(m_offset + 1),
                                             Format::count(m_offset + page.rows.size()),
                                             Format::count(page.total)));
    m_ui->historyPrevious->setEnabled(m_offset > 0);
    m_ui->historyNext->setEnabled(m_offset + page.rows.size() < page.total);
    if (page.all == 0)
        m_ui->historyState->show(StatePane::State::FirstUse,
                                 tr("Nothing was changed yet. Deletions, imports, restores and changes of "
                                    "settings and permissions appear here."));
    else if (rows.isEmpty())
        m_ui->historyState->show(
            StatePane::State::Empty, tr("No change matches."),
            {{u"historyClear"_s, tr("Clear filters"), [this] {
                  for (QComboBox *box : {m_ui->historyKind, m_ui->historyPerson, m_ui->historyPeriod})
                      box->setCurrentIndex(0);
              }}});
    else
        m_ui->historyState->showContent();
    showChosen();
}

const HistoryRow *DataHistory::chosen() const
{
    const auto selected = m_ui->historyTable->selectionModel()->selectedRows();
    if (selected.isEmpty() || !m_answer)
        return nullptr;
    const qint64 id = selected.first().data(RowTableModel::KeyRole).toLongLong();
    for (const HistoryRow &row : m_answer->page.rows) {
        if (row.id == id)
            return &row;
    }
    return nullptr;
}

void DataHistory::showChosen()
{
    const HistoryRow *row = chosen();
    const HistoryRevert way = row ? revertOf(*row, *m_answer) : HistoryRevert();
    // The button goes with what it did: whoever pressed it stays at its row.
    if (m_ui->historyRevert->hasFocus() && way.way == HistoryRevert::Way::None)
        m_ui->historyTable->setFocus(Qt::OtherFocusReason);
    m_ui->historyDetail->setVisible(row);
    if (!row)
        return;
    const HistoryWords words(*m_answer, live().botServer());
    QString text =
        tr("%1, %2, %3, %4", "time, what, who, where")
            .arg(Dates::dateTime(row->atMs, live().zone(), m_answer->nowMs), HistoryWords::kind(*row),
                 words.person(row->actor), HistoryWords::source(row->actor))
        + u'\n' + words.change(*row);
    if (!way.reason.isEmpty())
        text += u'\n' + way.reason;
    m_ui->historyText->setText(text);
    m_ui->historyRevert->setVisible(way.way != HistoryRevert::Way::None);
    m_ui->historyRevert->setText(way.way == HistoryRevert::Way::UndoWipe     ? tr("&Undo the deletion")
                                     : way.way == HistoryRevert::Way::Import ? tr("&Undo the import")
                                                                             : tr("&Revert"));
}

// -- taking back -------------------------------------------------------------------------------------------------------------

void DataHistory::told(const Status &status, const QString &text)
{
    tell(status, text);
    m_question->again();
}

void DataHistory::revert()
{
    const HistoryRow *row = chosen();
    if (!row)
        return;
    const GuildId guild = row->guild;
    const Actor actor = m_actions.actor;
    switch (revertOf(*row, *m_answer).way) {
    case HistoryRevert::Way::None:
        break;
    case HistoryRevert::Way::UndoWipe:
        live().storage().write(
            this,
            [guild, actor, wipe = row->after.value(u"wipe"_s).toInteger()](Writer &writer) {
                return writer.undoWipe(guild, wipe, actor);
            },
            [this](const Result<WipeRecord> &back) {
                if (back)
                    told({}, tr("%n ticket(s) are back.", nullptr, back->tickets));
                else
                    told(back.error(), {});
            });
        break;
    case HistoryRevert::Way::Config:
        if (const auto config = configBefore(m_answer->config, *row); config && m_actions.saveConfig)
            m_actions.saveConfig(guild, *config, [this](const Status &status) {
                told(status, tr("The settings are as they were before."));
            });
        break;
    case HistoryRevert::Way::RemoveMax:
    case HistoryRevert::Way::AddMax: {
        const bool add = row->kind == "max_remove"_L1;
        const QJsonObject person = add ? row->before : row->after;
        const auto user = UserId::fromText(person.value(u"user"_s).toString());
        const QString name = person.value(u"name"_s).toString();
        live().storage().write(
            this,
            [guild, actor, add, user, name](Writer &writer) {
                return add ? writer.addMaxUser(guild, user, name, actor)
                           : writer.removeMaxUser(guild, user, actor);
            },
            [this, guild, add, name](const Result<bool> &changed) {
                if (changed && m_actions.accessChanged)
                    m_actions.accessChanged(guild);
                told(changed ? Status() : Status(changed.error()),
                     add ? tr("%1 has max permissions again.").arg(name)
                         : tr("%1 no longer has max permissions.").arg(name));
            });
        break;
    }
    case HistoryRevert::Way::Retention:
        live().storage().write(
            this,
            [guild, actor, days = row->before.value(u"days"_s).toInt()](Writer &writer) {
                return writer.setRetention(guild, days, actor);
            },
            [this](const Status &status) { told(status, tr("Retention is as it was before.")); });
        break;
    case HistoryRevert::Way::Notices:
        if (const auto notices = noticesBefore(m_answer->notices, *row, live().nowMs());
            notices && m_actions.saveNotices)
            m_actions.saveNotices(guild, *notices, [this](const Status &status) {
                told(status, tr("The notifications are as they were before."));
            });
        break;
    case HistoryRevert::Way::Import:
        live().storage().write(
            this,
            [actor, import = row->after.value(u"import"_s).toInteger()](Writer &writer) {
                return writer.undoImport(import, actor);
            },
            [this](const Status &status) {
                // Lists of settings and people may have gone with it, on several servers.
                for (const ServerPulse &server : live().servers()) {
                    if (status && m_actions.historyChanged)
                        m_actions.historyChanged(server.info.id, true);
                }
                told(status, tr("The import is undone."));
            });
        break;
    case HistoryRevert::Way::CloseDetails:
        live().storage().write(
            this,
            [guild, actor, channel = ChannelId::fromText(row->after.value(u"channel"_s).toString()),
             before = closeByHandIn(row->before)](Writer &writer) {
                return writer.setCloseByHand(guild, channel, before, actor);
            },
            [this](const Status &status) { told(status, tr("Taken back.")); });
        break;
    case HistoryRevert::Way::Ticket:
        if (m_actions.setTicket)
            m_actions.setTicket(guild, ChannelId::fromText(row->after.value(u"channel"_s).toString()),
                                row->kind == "not_a_ticket"_L1,
                                [this](const Status &status) { told(status, tr("Taken back.")); });
        break;
    }
}

void DataHistory::exportCsv()
{
    if (!live().server())
        return;
    auto *question = new LiveQuestion(live(), this);
    question->ask([server = live().server(), filter = chosenFilter(), zone = live().zone()](
                      const Reader &reader,
                      UtcMs) { return historyCsv(readHistory(reader, server, filter, 0, -1).rows, zone); },
                  [this, question](const QByteArray &csv) {
                      question->forget();
                      question->deleteLater();
                      FileSaver::save(
                          this, tr("History"), u"csv"_s, tr("CSV table"), [csv] { return csv; },
                          [this](const FileSaver::Outcome &saved) { tell(saved); });
                  });
}

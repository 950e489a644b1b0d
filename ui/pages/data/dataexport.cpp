// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/data/dataexport.h"

#include "bot/base/format.h"
#include "bot/commands/ticketexport.h"
#include "bot/store/contents.h"
#include "ui/dates.h"
#include "ui/widgets/filesaver.h"
#include "ui_dataexport.h"

#include <QAction>
#include <QDateTime>
#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

using namespace Qt::Literals::StringLiterals;

DataExport::DataExport(LiveData &live, QWidget *parent)
    : Page(live, u"data-export"_s, parent), m_ui(std::make_unique<Ui::DataExport>())
{
    m_ui->setupUi(this);
    m_ui->exportState->setContent(m_ui->exportScroll);
    for (QLabel *label : {m_ui->exportTicketsText, m_ui->exportDatabaseText}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    for (QPushButton *button : {m_ui->exportCsv, m_ui->exportJson})
        m_ui->ticketsButtons->add(button);
    m_ui->databaseButtons->add(m_ui->exportDatabase);
    connect(m_ui->exportCsv, &QPushButton::clicked, this, [this] { exportTickets(true); });
    connect(m_ui->exportJson, &QPushButton::clicked, this, [this] { exportTickets(false); });
    connect(m_ui->exportDatabase, &QPushButton::clicked, this, &DataExport::exportDatabase);
    for (const bool csv : {true, false}) {
        auto *action = new QAction(csv ? tr("All tickets as CSV…") : tr("All tickets as JSON…"), this);
        action->setObjectName(csv ? u"dataExportCsv"_s : u"dataExportJson"_s);
        connect(action, &QAction::triggered, this, [this, csv] { exportTickets(csv); });
        m_exports.append(action);
    }
    m_question = addQuestion();
    tellFailures(m_question, m_ui->exportState, tr("What can be exported could not be read."));
    m_ui->exportState->showLoading(tr("Counting the tickets…"));
}

DataExport::~DataExport() = default;

QString DataExport::title() const
{
    return tr("Export");
}

void DataExport::reload()
{
    if (withoutServer(m_ui->exportState, tr("No server yet, so there is nothing to export.")))
        return;
    m_question->ask(
        [server = live().server()](const Reader &reader, UtcMs nowMs) {
            Answer answer;
            answer.nowMs = nowMs;
            answer.firstMs = reader.firstOpenedMs(server);
            const DatabaseContents contents = contentsOf(reader);
            for (const DatabaseContents::Server &one : contents.servers) {
                if (one.id == server) {
                    answer.tickets = one.tickets;
                    answer.lastMs = one.lastMs;
                }
            }
            const QString path = fileHealth(reader).path;
            answer.bytes = QFileInfo(path).size() + QFileInfo(path + u"-wal"_s).size();
            return answer;
        },
        [this](const Answer &answer) { show(answer); });
}

void DataExport::update(const ChangeSet &changes)
{
    Q_UNUSED(changes);
    m_question->again();
}

void DataExport::show(const Answer &answer)
{
    m_answer = answer;
    const QTimeZone zone = live().zone();
    const bool any = answer.tickets > 0;
    m_ui->exportTicketsText->setText(
        any ? tr("%1, opened %2 to %3: one row per ticket with times in UTC, numbers, people and where each "
                 "value "
                 "comes from. CSV for spreadsheets, where nothing is taken for a formula; JSON for programs.",
                 "\"214 tickets\", two dates")
                  .arg(tr("%n ticket(s)", nullptr, int(answer.tickets)),
                       Dates::date(answer.firstMs, zone, answer.nowMs),
                       Dates::date(answer.lastMs, zone, answer.nowMs))
            : tr("Nothing is recorded yet on this server."));
    for (QPushButton *button : {m_ui->exportCsv, m_ui->exportJson}) {
        button->setEnabled(any);
        button->setToolTip(any ? QString() : tr("Nothing is recorded yet on this server."));
    }
    for (QAction *action : std::as_const(m_exports))
        action->setEnabled(any);
    m_ui->exportDatabaseText->setText(
        tr("A checked SQLite file with every server, the settings and the history, about %1. It holds names "
           "and "
           "IDs of people; it never holds the bot token or the text of a message.",
           "size")
            .arg(Format::bytes(answer.bytes)));
    m_ui->exportState->showContent();
}

void DataExport::exportTickets(bool csv)
{
    auto *question = new LiveQuestion(live(), this);
    question->ask(
        [server = live().server(), csv](const Reader &reader, UtcMs nowMs) {
            const Window ever{std::min(nowMs, reader.firstOpenedMs(server)), nowMs};
            return ::exportTickets(reader, server, ever,
                                   csv ? TicketExportFormat::Csv : TicketExportFormat::Json);
        },
        [this, question, csv](const QByteArray &bytes) {
            question->forget();
            question->deleteLater();
            FileSaver::save(
                this, tr("Tickets of %1", "server").arg(live().serverName()), csv ? u"csv"_s : u"json"_s,
                csv ? tr("CSV table") : tr("JSON file"), [bytes] { return bytes; },
                [this](const FileSaver::Outcome &saved) { tell(saved); });
        });
}

void DataExport::exportDatabase()
{
    // Written by the storage thread, not by FileSaver: a copy of a live database is no copy of its file (S-09).
    const QString name = u"ticket-assistant-%1.db"_s.arg(QDate::currentDate().toString(Qt::ISODate));
    const QString path = FileSaver::choosePath(this, tr("Database"), name, tr("Databases (*.db)"));
    if (path.isEmpty())
        return;
    if (QFileInfo(path).canonicalFilePath()
        == QFileInfo(live().storage().databasePath()).canonicalFilePath()) {
        complain(tr("That is the database itself. Choose another file."));
        return;
    }
    m_ui->exportDatabase->setEnabled(false);
    live().storage().backUpTo(this, path, [this, path](const Status &saved) {
        m_ui->exportDatabase->setEnabled(true);
        tell(saved ? FileSaver::Outcome{tr("Saved %1").arg(QFileInfo(path).fileName()), path}
                   : FileSaver::Outcome{saved.error().text, {}});
    });
}

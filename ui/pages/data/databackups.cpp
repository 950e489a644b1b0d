// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/data/databackups.h"

#include "bot/base/format.h"
#include "bot/store/contents.h"
#include "ui/aside.h"
#include "ui/dates.h"
#include "ui/models/rowtablemodel.h"
#include "ui/widgets/smalltables.h"
#include "ui_databackups.h"

#include <QDesktopServices>
#include <QFileDialog>
#include <QFileInfo>
#include <QStorageInfo>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

BackupsAnswer readBackups(const Reader &reader, UtcMs nowMs)
{
    const DatabaseFile file(fileHealth(reader).path);
    BackupsAnswer answer;
    answer.backups = Backups(file).list();
    answer.folder = file.backupFolder();
    for (const BackupInfo &backup : std::as_const(answer.backups))
        answer.bytes += backup.bytes;
    answer.freeBytes = QStorageInfo(QFileInfo(file.path()).path()).bytesAvailable();
    answer.nowMs = nowMs;
    return answer;
}

QString backupReason(const BackupInfo &backup)
{
    static const QHash<QString, const char *> reasons{
        {u"daily"_s, QT_TRANSLATE_NOOP("BackupReason", "Daily")},
        {u"manual"_s, QT_TRANSLATE_NOOP("BackupReason", "By hand")},
        {u"before-delete"_s, QT_TRANSLATE_NOOP("BackupReason", "Before a deletion")},
        {u"before-restore"_s, QT_TRANSLATE_NOOP("BackupReason", "Before a restore")},
        {u"before-import"_s, QT_TRANSLATE_NOOP("BackupReason", "Before an import")},
        {u"before-migration"_s, QT_TRANSLATE_NOOP("BackupReason", "Before an update of the program")}};
    const char *text = reasons.value(backup.reason);
    return text ? QCoreApplication::translate("BackupReason", text) : backup.reason;
}

QStringList RestorePreview::sentences(const QTimeZone &zone, UtcMs nowMs) const
{
    QStringList lines;
    const auto inWords = [&](const DatabaseContents::Server &server) {
        const QString tickets = DataBackups::tr("%n ticket(s)", nullptr, int(server.tickets));
        const QString messages = DataBackups::tr("%n message(s)", nullptr, int(server.messages));
        return server.lastMs == 0 ? DataBackups::tr("no tickets")
                                  : DataBackups::tr("%1, %2, the newest of %3", "tickets, messages, time")
                                        .arg(tickets, messages, Dates::dateTime(server.lastMs, zone, nowMs));
    };
    const auto find = [](const DatabaseContents &contents, GuildId id) {
        const auto it = std::find_if(contents.servers.begin(), contents.servers.end(),
                                     [id](const DatabaseContents::Server &s) { return s.id == id; });
        return it == contents.servers.end() ? DatabaseContents::Server() : *it;
    };
    if (backup.uuid != now.uuid)
        lines.append(DataBackups::tr("This is a backup of another database."));
    QVector<DatabaseContents::Server> servers = now.servers;
    for (const DatabaseContents::Server &server : backup.servers) {
        if (!find(now, server.id).id)
            servers.append(server);
    }
    for (const DatabaseContents::Server &server : std::as_const(servers)) {
        const auto before = find(now, server.id);
        const auto after = find(backup, server.id);
        const QString name = server.name.isEmpty() ? server.id.toString() : server.name;
        if (!after.id)
            lines.append(
                DataBackups::tr("%1: now %2; the backup does not know this server.", "server, contents")
                    .arg(name, inWords(before)));
        else if (before.tickets == after.tickets && before.messages == after.messages)
            lines.append(DataBackups::tr("%1: the same, %2.", "server, contents").arg(name, inWords(after)));
        else
            lines.append(DataBackups::tr("%1: now %2; then %3.", "server, contents, contents")
                             .arg(name, inWords(before), inWords(after)));
    }
    lines.append(DataBackups::tr(
        "Settings, permissions and the history become those of the backup. What was recorded since is read "
        "again from Discord as far as Discord still has it."));
    lines.append(DataBackups::tr("What is there now is backed up first: %1. The program then starts anew.")
                     .arg(u"backups/"_s + Backups::nameFor(u"before-restore"_s, nowMs)));
    return lines;
}

DataBackups::DataBackups(LiveData &live, const DataActions &actions, QWidget *parent)
    : Page(live, u"data-backups"_s, parent), m_ui(std::make_unique<Ui::DataBackups>()), m_actions(actions)
{
    m_ui->setupUi(this);
    m_ui->backupsState->setContent(m_ui->backupsTable);
    m_ui->backupsState->setMinimumHeight(150);
    for (QLabel *label : {m_ui->backupsIntro, m_ui->restoreTitle, m_ui->restoreText}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    QFont strong = font();
    strong.setBold(true);
    m_ui->restoreTitle->setFont(strong);
    m_ui->restoreText->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_ui->restoreCard->hide();
    for (QPushButton *button : {m_ui->backUpNow, m_ui->restoreChosen, m_ui->restoreFile, m_ui->backupsFolder})
        m_ui->backupsButtons->add(button);
    for (QPushButton *button : {m_ui->restoreCancel, m_ui->restoreNow})
        m_ui->restoreButtons->add(button);
    m_model = new RowTableModel({tr("Made"), tr("Size"), tr("Reason"), tr("Checked"), tr("File")}, this);
    m_model->setRightAligned(1);
    m_ui->backupsTable->setModel(m_model);
    SmallTables::prepare(m_ui->backupsTable);

    connect(m_ui->backUpNow, &QPushButton::clicked, this, &DataBackups::backUpNow);
    connect(m_ui->restoreChosen, &QPushButton::clicked, this, [this] { previewRestore(selectedPath()); });
    connect(m_ui->backupsTable, &QTableView::activated, this, [this] { previewRestore(selectedPath()); });
    connect(m_ui->restoreFile, &QPushButton::clicked, this, &DataBackups::chooseFile);
    connect(m_ui->backupsFolder, &QPushButton::clicked, this, [this] {
        if (m_answer)
            QDesktopServices::openUrl(QUrl::fromLocalFile(m_answer->folder));
    });
    connect(m_ui->restoreCancel, &QPushButton::clicked, this, [this] {
        closePreview();
        m_ui->restoreChosen->setFocus(Qt::OtherFocusReason);
    });
    connect(m_ui->restoreNow, &QPushButton::clicked, this, &DataBackups::restore);
    connect(m_ui->backupsTable->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &DataBackups::updateButtons);
    m_question = addQuestion();
    tellFailures(m_question, m_ui->backupsState, tr("The backups could not be read."));
    m_ui->backupsState->showLoading(tr("Looking for backups…"));
    updateButtons();
}

DataBackups::~DataBackups() = default;

QString DataBackups::title() const
{
    return tr("Backups");
}

void DataBackups::open(const PageLink &link)
{
    m_select = link.chip;
    if (m_answer)
        show(*m_answer);
}

void DataBackups::reload()
{
    m_question->ask([](const Reader &reader, UtcMs nowMs) { return readBackups(reader, nowMs); },
                    [this](const BackupsAnswer &answer) { show(answer); });
}

void DataBackups::update(const ChangeSet &changes)
{
    if (changes.audit || changes.wiped)
        m_question->again();
}

void DataBackups::timePassed()
{
    m_question->again();
}

void DataBackups::show(const BackupsAnswer &answer)
{
    m_answer = answer;
    QVector<RowTableModel::Row> rows;
    for (const BackupInfo &backup : answer.backups)
        rows.append({backup.name,
                     {Dates::dateTime(backup.atMs, live().zone(), answer.nowMs), Format::bytes(backup.bytes),
                      backupReason(backup), tr("✓ when written"), backup.name},
                     backup.path});
    m_model->setRows(rows);
    m_ui->backupsIntro->setText(
        answer.freeBytes >= 0 && answer.freeBytes < Backups::LeastFreeBytes
            ? tr("Only %1 are free on this disk: no backups are made, so nothing can be deleted or imported.")
                  .arg(Format::bytes(answer.freeBytes))
            : tr("Made every day and before everything risky. Kept: the last 7 days, 4 weeks, 3 before a "
                 "change, and all made by hand. %1 in all, %2 free.",
                 "sizes")
                  .arg(Format::bytes(answer.bytes), Format::bytes(std::max<qint64>(0, answer.freeBytes))));
    if (rows.isEmpty())
        m_ui->backupsState->show(
            StatePane::State::FirstUse,
            tr("No backup yet. One is made every day, and before everything that deletes or replaces data."));
    else
        m_ui->backupsState->showContent();
    if (const int row = m_select.isEmpty() ? -1 : m_model->rowOf(m_select); row >= 0) {
        m_ui->backupsTable->selectRow(row);
        m_ui->backupsTable->setFocus(Qt::OtherFocusReason);
        m_select.clear();
    }
    updateButtons();
}

QString DataBackups::selectedPath() const
{
    const auto rows = m_ui->backupsTable->selectionModel()->selectedRows();
    return rows.isEmpty() ? QString() : rows.first().data(RowTableModel::DataRole).toString();
}

void DataBackups::updateButtons()
{
    const bool chosen = !selectedPath().isEmpty();
    m_ui->restoreChosen->setEnabled(chosen && !m_busy);
    m_ui->restoreChosen->setToolTip(chosen ? QString() : tr("Choose a backup first"));
    m_ui->backUpNow->setEnabled(!m_busy);
    m_ui->restoreFile->setEnabled(!m_busy);
    m_ui->restoreNow->setEnabled(!m_busy && m_preview.has_value());
    m_ui->restoreCancel->setEnabled(!m_busy);
}

void DataBackups::setBusyWith(const QString &work)
{
    m_busy = !work.isEmpty();
    if (m_busy)
        m_ui->backupsIntro->setText(work);
    else if (m_answer)
        show(*m_answer);
    updateButtons();
}

void DataBackups::backUpNow()
{
    setBusyWith(tr("Writing a backup and checking it…"));
    live().storage().backUp(this, u"manual"_s, [this](const Result<BackupInfo> &made) {
        if (made)
            m_select = made->name;
        setBusyWith({});
        if (made)
            say(tr("Backed up: %1, %2", "file, size").arg(made->name, Format::bytes(made->bytes)));
        else
            complain(made.error().text);
        m_question->again();
    });
}

// -- restoring ---------------------------------------------------------------------------------------------------------------

void DataBackups::chooseFile()
{
    const QString path = QFileDialog::getOpenFileName(
        this, tr("Restore a backup"), m_answer ? m_answer->folder : QString(), tr("Databases (*.db)"));
    if (!path.isEmpty())
        previewRestore(path);
}

void DataBackups::previewRestore(const QString &path)
{
    if (path.isEmpty() || m_busy)
        return;
    m_preview.reset();
    m_previewPath = path;
    m_ui->restoreTitle->setText(tr("Restore %1").arg(QFileInfo(path).fileName()));
    m_ui->restoreText->setText(tr("Checking the backup…"));
    m_ui->restoreCard->show();
    updateButtons();
    live().storage().browse(
        this, [](const Reader &reader) { return contentsOf(reader); },
        [this, path](const DatabaseContents &now) {
            runAside(
                this, [path] { return contentsOfBackup(path); },
                [this, path, now](const Result<DatabaseContents> &backup) {
                    if (m_previewPath != path)
                        return;
                    showPreview(backup ? Result<RestorePreview>(RestorePreview{path, now, *backup})
                                       : Result<RestorePreview>(backup.error()));
                });
        });
}

void DataBackups::showPreview(const Result<RestorePreview> &preview)
{
    if (!preview) {
        m_ui->restoreText->setText(
            tr("%1 Nothing was changed. Choose another backup.", "a sentence").arg(preview.error().text));
        updateButtons();
        return;
    }
    m_preview = *preview;
    m_ui->restoreText->setText(preview->sentences(live().zone(), live().nowMs()).join(u'\n'));
    updateButtons();
    m_ui->restoreCancel->setFocus(Qt::OtherFocusReason);
    m_ui->backupsScroll->ensureWidgetVisible(m_ui->restoreCard);
}

void DataBackups::closePreview()
{
    m_preview.reset();
    m_previewPath.clear();
    m_ui->restoreCard->hide();
    updateButtons();
}

void DataBackups::restore()
{
    if (!m_preview)
        return;
    const QString name = QFileInfo(m_preview->file).fileName();
    setBusyWith(tr("Restoring %1. What is there now is backed up first…").arg(name));
    live().storage().restore(
        this, m_preview->file, m_actions.actor, [this, name](const Result<BackupInfo> &before) {
            closePreview();
            setBusyWith({});
            if (before)
                say(tr("%1 is restored. What was there before is in %2.").arg(name, before->name));
            else
                complain(before.error().text);
            m_ui->restoreFile->setFocus(Qt::OtherFocusReason); // the card that had it is gone
            m_question->again();
        });
}

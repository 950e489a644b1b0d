// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/migration/importservice.h"
#include "ui/pages/data/dataactions.h"
#include "ui/pages/page.h"

#include <QTimer>

#include <memory>
#include <optional>

namespace Ui {
class DataImport;
}

// What was found, in sentences (UX J1). Pure.
QString importCounts(const ImportReport &report, UtcMs nowMs);
QStringList importProblems(const ImportReport &report);

// Moving in from the Python bot: choose its files, look at what would happen, match names with roles, import, undo. A section
// of Data, to which the welcome page and the setup assistant lead as well.
class DataImport : public Page
{
    Q_OBJECT
public:
    DataImport(LiveData &live, const DataActions &actions, QWidget *parent = nullptr);
    ~DataImport() override;

    QString title() const override;
    void focusFirst() override;
    void choose(const QStringList &paths); // as the file dialogs do

protected:
    void reload() override;
    void update(const ChangeSet &changes) override;
    void botChanged() override;

private:
    enum class Work
    {
        None,
        Reading,
        Importing,
        Undoing
    };
    void chooseFolder();
    void chooseFiles();
    void readAgain();
    void showPreview(const Result<ImportReport> &report);
    void showProblems();
    void showMatches();
    void offerServers();
    GuildId chosenServer() const; // that the rows and the settings belong to; 0 = not chosen
    const BotState::Server *connectedServer() const; // the chosen one; null while the bot does not see it
    ImportOptions options() const;
    void import();
    void showResult(const Result<ImportReport> &report);
    void undoLast();
    void showImports(const QVector<ImportRecord> &imports);
    void storeToken();
    void forgetSource();
    void setWork(Work work);
    void updateButtons();
    void showProgress();

    const std::unique_ptr<Ui::DataImport> m_ui;
    const DataActions m_actions;
    ImportService m_service;
    QTimer m_progress;
    QStringList m_paths;
    std::optional<ImportReport> m_preview;
    GuildId m_matchedServer; // whose roles the table offers; 0 = it is not shown
    QVector<ImportRecord> m_imports;
    Work m_work = Work::None;
    GuildId m_readFor; // the server that the preview was read for
    QTimer m_serverTyped;
    int m_reading = 0; // number of the preview asked for last
};

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
class QComboBox;
class QFormLayout;
class QLabel;

// What was found, in sentences (UX J1). Pure.
QString importCounts(const ImportReport &report);
QStringList importProblems(const ImportReport &report);

// Moving in from the Python bot: choose its files, look at what would happen, match names with roles, import, undo. A section
// of Data; the assistant's welcome page shows it in a window of its own.
class DataImport : public Page
{
    Q_OBJECT
public:
    DataImport(LiveData &live, const DataActions &actions, QWidget *parent = nullptr);
    ~DataImport() override;

    QString title() const override;
    void focusFirst() override;
    void choose(const QStringList &paths); // as the file dialogs do

signals:
    void imported(); // for whoever waits for it

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
    void showMatches();
    void offerServers();
    bool bringsSupportRoles() const;
    struct MatchRow
    {
        QComboBox *choice;
        QLabel *state;
    };
    MatchRow addMatchRow(QFormLayout *form, const QString &name, const QString &title);
    void showRoutes(const BotState::Server &server, QFormLayout *form);
    GuildId chosenServer() const; // that the rows and the settings belong to; 0 = not chosen
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
    QVector<ImportMatch> m_matches;
    QVector<ImportRoute> m_routes;
    GuildId m_matchedServer; // whose roles the rows offer
    QVector<ImportRecord> m_imports;
    Work m_work = Work::None;
    int m_reading = 0; // number of the preview asked for last
};

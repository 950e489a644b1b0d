// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/store/contents.h"
#include "ui/pages/data/dataactions.h"
#include "ui/pages/page.h"

#include <memory>
#include <optional>

namespace Ui {
class DataBackups;
}
class RowTableModel;

// What the section Backups lists, as read in the query thread.
struct BackupsAnswer
{
    QVector<BackupInfo> backups; // newest first
    QString folder;
    qint64 bytes = 0; // of all of them
    qint64 freeBytes = -1;
    UtcMs nowMs = 0;
};
BackupsAnswer readBackups(const Reader &reader, UtcMs nowMs);

// A backup against what is there now, in words. Pure.
struct RestorePreview
{
    QString file; // path
    DatabaseContents now, backup;

    QStringList sentences(const QTimeZone &zone, UtcMs nowMs) const;
};
QString backupReason(const BackupInfo &backup); // "Daily", "Before a deletion"

// The copies that are made by themselves and by hand (UX 3.8, PROTOCOL S-09), and the way back to one of them: always with a
// preview, and with a backup of what is there now.
class DataBackups : public Page
{
    Q_OBJECT
public:
    DataBackups(LiveData &live, const DataActions &actions, QWidget *parent = nullptr);
    ~DataBackups() override;

    QString title() const override;
    void open(const PageLink &link) override; // chip: the name of a backup
    void previewRestore(const QString &path); // also of a file elsewhere

protected:
    void reload() override;
    void update(const ChangeSet &changes) override;
    void timePassed() override;

private:
    void show(const BackupsAnswer &answer);
    void showPreview(const Result<RestorePreview> &preview);
    void closePreview();
    void backUpNow();
    void chooseFile();
    void restore();
    QString selectedPath() const;
    void setBusyWith(const QString &work); // empty = nothing
    void updateButtons();

    const std::unique_ptr<Ui::DataBackups> m_ui;
    const DataActions m_actions;
    RowTableModel *m_model;
    LiveQuestion *m_question;
    std::optional<BackupsAnswer> m_answer;
    std::optional<RestorePreview> m_preview;
    QString m_previewPath; // being read or shown; late answers about others are dropped
    QString m_select; // once it is listed
    bool m_busy = false;
};

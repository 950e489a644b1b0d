// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/data/dataactions.h"
#include "ui/pages/data/deleteflow.h"
#include "ui/pages/page.h"

#include <QTimer>

#include <memory>
#include <optional>

namespace Ui {
class DataDelete;
}
class RowTableModel;

// What would be deleted, as read in the query thread.
struct DeletePreview
{
    WipeScope scope;
    WipePreview counts;
    struct Sample
    {
        ChannelId id;
        QString channel, category;
        UtcMs openedMs = 0;
        bool open = false;
    };
    QVector<Sample> first, last; // none of `last` is among `first`
    qint64 freeBytes = -1;
    QString backupFolder;
    UtcMs nowMs = 0;
};
DeletePreview readDeletePreview(const Reader &reader, GuildId guild, WipeScope scope, UtcMs nowMs);

// Deleting tickets with safety (UX J6): a preview that follows every choice, a checked backup that cannot be switched off,
// the number typed for large ones, progress with Cancel, and 30 days to take it back.
class DataDelete : public Page
{
    Q_OBJECT
public:
    DataDelete(LiveData &live, const DataActions &actions, QWidget *parent = nullptr);
    ~DataDelete() override;

    QString title() const override;
    void setWidthClass(WidthClass width) override;

protected:
    void reload() override;
    void update(const ChangeSet &changes) override;
    void timePassed() override;
    void botChanged() override;

private:
    WipeScope chosenScope() const;
    void fillCategories();
    void choose(); // another scope
    void ask();
    void show(const DeletePreview &preview);
    void showPreview();
    void showButtons();
    void press();
    void calledOff();
    void run();
    void showProgress();
    void finished(const Result<WipeRecord> &result);
    void undo(GuildId guild, qint64 wipe);
    void followLast();
    void showUndone(int tickets);

    const std::unique_ptr<Ui::DataDelete> m_ui;
    const DataActions m_actions;
    RowTableModel *m_samples;
    LiveQuestion *m_question;
    DeleteFlow m_flow;
    std::optional<DeletePreview> m_preview;
    JobControl m_job;
    QTimer m_progressTimer;
    std::optional<WipeRecord> m_last; // what "Undo" beside the result takes back
    bool m_backToButton = false; // the focus, as soon as it can be pressed again
    GuildId m_shownServer;
};

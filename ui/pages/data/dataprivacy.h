// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/store/backup.h"
#include "bot/store/persondata.h"
#include "ui/pages/data/dataactions.h"
#include "ui/pages/page.h"

#include <QTimer>

#include <memory>
#include <optional>

namespace Ui {
class DataPrivacy;
}
class RowTableModel;

// Sentences of the section Privacy. Pure.
namespace PrivacyWords {

QStringList traces(const PersonTraces &traces); // what is recorded
QString confirmation(UserId user); // what is typed to erase: the last digits of the ID
// Which copies still hold an erased person, and until when (TM-32).
QStringList backups(const QVector<BackupInfo> &backups, const QTimeZone &zone, UtcMs nowMs);

} // namespace PrivacyWords

// How long tickets are kept, and what is known about one person: to hand it out or to erase it (UX 3.8, TM-32).
class DataPrivacy : public Page
{
    Q_OBJECT
public:
    DataPrivacy(LiveData &live, const DataActions &actions, QWidget *parent = nullptr);
    ~DataPrivacy() override;

    QString title() const override;
    QLineEdit *searchField() override;

protected:
    void reload() override;
    void update(const ChangeSet &changes) override;

private:
    void askRetention();
    void showRetention();
    void saveRetention();
    void search();
    void choosePerson();
    void askTraces();
    void showPerson();
    void exportChosen();
    void pressErase();
    void callOff();
    void erase();
    void erased(const Status &status);
    void listBackups(const QString &first);

    const std::unique_ptr<Ui::DataPrivacy> m_ui;
    const DataActions m_actions;
    RowTableModel *m_people;
    LiveQuestion *m_retentionQuestion;
    LiveQuestion *m_searchQuestion;
    LiveQuestion *m_tracesQuestion;
    QTimer m_searchTimer;
    GuildId m_shownServer;
    int m_storedDays = -1; // -1: not known yet
    WipePreview m_overLimit; // what the days in the field would delete now
    bool m_retentionTouched = false; // the field says something else than what is stored
    UserId m_person;
    std::optional<PersonTraces> m_traces;
    UtcMs m_askedMs = 0; // the confirmation is being typed since then
    bool m_running = false;
};

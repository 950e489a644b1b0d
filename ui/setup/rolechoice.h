// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/bothost.h"
#include "ui/setup/setupplan.h"

#include <QTableWidget>

// Roles and what they are for: who counts as staff and who may use the commands, one tick per cell. Roles come
// from the server and are kept by id. The owner stands first, locked: always allowed. Thread: GUI.
class RoleChoice : public QTableWidget
{
    Q_OBJECT
public:
    enum Column
    {
        RoleColumn,
        StaffColumn,
        StatsColumn,
        DatabaseColumn,
        AccessColumn,
        ColumnCount
    };
    explicit RoleChoice(QWidget *parent = nullptr);

    void setServer(const BotState::Server &server, const SetupDraft &draft);
    void setMemberCounts(const QHash<RoleId, int> &counts);
    void take(SetupDraft &draft) const; // what is ticked
    QSize sizeHint() const override;

signals:
    void choiceChanged();
    void refused(const QString &reason); // a cell that cannot be ticked was pressed

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void tellWhyNot(const QTableWidgetItem *cell);
    void showRoles();
    static QSet<RoleId> &rolesOf(SetupDraft &draft, int column);

    GuildId m_guild;
    QVector<Discord::Role> m_roles;
    QSet<Setting> m_fixed;
    SetupDraft m_draft;
    QHash<RoleId, int> m_counts;
};

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/accesstable.h"
#include "ui/pages/page.h"
#include "ui/settingseditor.h"

#include <memory>

namespace Ui {
class PermissionsPage;
}
class AccessDelegate;
class AccessModel;
class MaxUserModel;
class QCheckBox;
class QLabel;

// Who may do what with the bot's commands (UX 3.6, J4): roles against capabilities, people with max permissions, and a test
// of what a person could do with everything that is not saved yet. Nothing is in force before Save.
class PermissionsPage : public Page
{
    Q_OBJECT
public:
    PermissionsPage(LiveData &live, SettingsActions actions, QWidget *parent = nullptr);
    ~PermissionsPage() override;

    QString title() const override;
    QWidget *headerWidget() override;
    QLineEdit *searchField() override;
    Badge badge() const override;
    void setWidthClass(WidthClass width) override;
    void focusFirst() override;
    QString unsavedText() const override;
    void saveUnsaved(std::function<void(bool)> done) override;
    void saveView(UiSettings &settings) const override;
    void restoreView(const UiSettings &settings) override;

    void testAPerson(QWidget *opener = nullptr);

protected:
    void reload() override;
    void update(const ChangeSet &changes) override;
    void botChanged() override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    enum class Panel
    {
        Role,
        Add,
        Test
    };
    void buildTable();
    void buildPanels();
    void refresh(); // what the editor knows, into the widgets
    void showState();
    void showCurrentCell();
    void fitTable();
    void placePanel();
    void askCounts();
    void askPeople(); // names now, and who left
    void openPanel(Panel panel, QWidget *opener);
    void closePanel();
    void openRole(const QModelIndex &index);
    void showRole();
    void showMaxButtons();
    void addChosen();
    void removeChosen();
    void showTest();

    const std::unique_ptr<Ui::PermissionsPage> m_ui;
    SettingsEditor *m_editor;
    AccessModel *m_model;
    AccessDelegate *m_delegate;
    MaxUserModel *m_people;
    QVector<QCheckBox *> m_switches; // of one role, as AccessTable::columns
    QVector<QLabel *> m_unlocked; // the commands below each
    QHash<GuildId, QHash<RoleId, int>> m_counts;
    QHash<GuildId, QSet<UserId>> m_left, m_asked;
    QSet<GuildId> m_countsAsked;
    quint64 m_role = 0; // whose switches are shown
    QPointer<QWidget> m_opener;
    bool m_refreshing = false;
};

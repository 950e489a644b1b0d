// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/autostart.h"
#include "ui/pages/page.h"
#include "ui/settingseditor.h"
#include "ui/widgets/formgrid.h"

#include <memory>

namespace Ui {
class SettingsPage;
}
class QListWidget;
class QListWidgetItem;
class StaffRanking;
class Theme;

// What can be set (UX 3.10), of the chosen server and of this window: saved at once and with the way back. What the
// environment fixes is shown and cannot be changed.
class SettingsPage : public Page
{
    Q_OBJECT
public:
    struct Window // what the page sets that is not a server's
    {
        UiSettings *settings = nullptr;
        Theme *theme = nullptr;
        StaffRanking *ranking = nullptr;
        QString dataDir;
        bool demo = false; // no token of one's own to replace
        Autostart autostart = {}; // not offered: no switch for it
        std::function<void(const QString &key)> changed = {}; // a setting that somebody else carries out
    };

    SettingsPage(LiveData &live, SettingsActions actions, const Window &window, QWidget *parent = nullptr);
    ~SettingsPage() override;

    QString title() const override;
    QWidget *headerWidget() override;
    QLineEdit *searchField() override;
    Badge badge() const override;
    void setWidthClass(WidthClass width) override;
    void open(const PageLink &link) override; // sections "detection", and "hours": their dialog
    QString unsavedText() const override;
    void saveUnsaved(std::function<void(bool)> done) override;

signals:
    void tokenRequested(); // "Replace token…"
    void tokenRemovalRequested();
    void languageChosen(const QString &code); // empty = the desktop's
    void resetLayoutRequested();

protected:
    void reload() override;
    void update(const ChangeSet &changes) override;
    void botChanged() override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildServerFields();
    void buildWindowFields();
    void buildLanguage();
    void buildPrivacy();
    void buildAutostart();
    void buildProxy();
    void buildInvitation();
    QUrl invitation() const;
    void buildBots();
    void refresh();
    void showFields();
    void showProblems();
    void showConnection();
    void showDetection();
    void fillCategories(QListWidget *list, Setting setting);
    void fillBots();
    void fillArchive();
    void arrange();
    void colourNotes();
    void search();
    QString searchKey() const;
    bool needsServer(const QWidget *field) const;
    bool offered(const QWidget *field) const;
    void tryDetection();
    void editHours();
    void editCategoryTargets();
    QVector<NamedCategory> targetCategories() const; // those that tickets are opened in
    // Sets it, says so and offers the way back.
    void applyLive(const QString &key, const QString &value, const QString &text);
    static void useWindowSetting(const Window &window, const QString &key);
    void showWindowSetting(const QString &key);

    const std::unique_ptr<Ui::SettingsPage> m_ui;
    const Window m_window;
    SettingsEditor *m_editor;
    QVector<FormGrid> m_forms; // one per section
    GuildId m_trying; // whose detection is being tried
    bool m_trySeen = false; // it has begun
    QString m_searched;
    int m_top = 0; // of the page in the window
    bool m_refreshing = false;
};

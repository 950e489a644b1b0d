// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"

#include <QObject>
#include <QPointer>

#include <functional>

class QAction;
class QListWidget;
class QMenu;
class QStackedWidget;
class QToolButton;
class UiSettings;

// The pages of the window and the ways between them: the list at the left, the one button of narrow windows,
// the entries of the menu View with Ctrl+1..9, back and forward, counts. All of them are made from the same
// list. Pages are made by functions because they are made anew when the language changes.
//
// Thread: GUI. Owner: MainWindow.
class PageNavigation : public QObject
{
    Q_OBJECT
public:
    using Maker = std::function<Page *()>;
    struct Places
    {
        QListWidget *list = nullptr;
        QToolButton *compact = nullptr; // gets a menu
        QStackedWidget *stack = nullptr; // owns the pages
        QMenu *menu = nullptr; // the entries come first in it
    };

    PageNavigation(LiveData &live, UiSettings &settings, const Places &places, QObject *parent = nullptr);

    void add(const Maker &make);
    // A page without an entry of its own, which the window shows without the list: add these last.
    void addStandalone(const Maker &make);
    bool isStandalone(const Page *page) const;
    QVector<Page *> pages() const;
    Page *page(const QString &name) const; // null: no such page
    Page *current() const; // null before the first one is shown
    bool show(const QString &name);
    void show(Page *page, bool remember = true); // remember: "back" leads to the one before
    bool follow(const PageLink &link);
    bool canGoBack() const { return !m_back.isEmpty(); }
    bool canGoForward() const { return !m_forward.isEmpty(); }
    void goBack();
    void goForward();
    void setWidthClass(WidthClass width);
    int wantedWidth() const; // of the list, so that no title is cut
    QVector<QAction *> actions() const;

    // Another language, or other dates: every page but that one is made anew with what it remembers of its view. One with
    // unsaved changes keeps them and waits until they are saved or discarded.
    void remake(const Page *except = nullptr);
    void refresh(); // titles and counts

signals:
    void pageMade(Page *page); // connect to it here
    void currentChanged(Page *page);

private:
    struct Entry
    {
        Maker make;
        QPointer<Page> page;
        QAction *action = nullptr;
        bool outdated = false;
        bool standalone = false; // neither row nor action
    };
    void makePage(Entry &entry);
    void remakeOutdated();
    int indexOf(const Page *page) const;

    LiveData &m_live;
    UiSettings &m_settings;
    const Places m_places;
    QVector<Entry> m_entries;
    QString m_current;
    QStringList m_back, m_forward;
    WidthClass m_width = WidthClass::Wide;
};

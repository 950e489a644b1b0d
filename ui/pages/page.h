// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/store/values.h"
#include "ui/livedata.h"
#include "ui/widgets/filesaver.h"

#include <QFlags>
#include <QWidget>

#include <functional>
#include <optional>

class QAction;
class QLineEdit;
class StatePane;
class UiSettings;

// The three layouts of UX 2.2, by the window's logical width.
enum class WidthClass
{
    Compact /* < 800 */,
    Medium /* 800-1099 */,
    Wide
};

// Where a card, a bar of a chart or a name leads.
struct PageLink
{
    QString page; // "tickets"
    std::optional<TicketListFilter> tickets; // Tickets: show exactly these
    QString chip; // that filter in words: "Opened 19 Nov"
    ChannelId ticket; // Tickets: open this one's detail
    QString section; // Data: "backups"
};

// One entry of the navigation. What every page has to do is here, so that MainWindow knows none of them by
// name:
//
//  - name() is stable: --page, settings and the object name ("overviewPage") come from it; parts of a page
//  have object
//    names that begin with it where they would not be unique.
//  - sharedControls() says which of category, range and comparison the header offers; headerWidget() is the
//  page's own
//    part of the header (search, filters, export), shown at the right.
//  - reload() asks for everything anew, because another server or other choices are shown; update() only has
//  to notice
//    what changed. Both are called only while the page is visible; what happened meanwhile is made up for
//    when it is shown.
//  - the states of UX 2.6 are the page's own, by StatePane.
//
// Thread: GUI. Owner: MainWindow's page stack.
class Page : public QWidget
{
    Q_OBJECT
public:
    enum SharedControl
    {
        NoControls = 0,
        CategoryControl = 1,
        RangeControl = 2,
        CompareControl = 4
    };
    Q_DECLARE_FLAGS(SharedControls, SharedControl)

    Page(LiveData &live, const QString &name, QWidget *parent = nullptr);

    const QString &name() const { return m_name; }
    virtual QString title() const = 0;
    virtual SharedControls sharedControls() const { return NoControls; }
    virtual QWidget *headerWidget() { return nullptr; } // the header takes it over
    virtual QLineEdit *searchField() { return nullptr; } // Ctrl+F
    virtual QVector<QAction *> exportActions() { return {}; } // File > Export
    virtual QVector<QAction *> ticketActions() { return {}; } // the menu Ticket
    // The number beside the name in the navigation, and what it says aloud: {"3", "3 overdue"}; empty = none.
    struct Badge
    {
        QString text;
        QString spoken;
    };
    virtual Badge badge() const { return {}; }
    virtual void setWidthClass(WidthClass width) { m_width = width; }
    WidthClass widthClass() const { return m_width; }
    virtual void open(const PageLink &link) { Q_UNUSED(link); } // another page leads here
    virtual void focusFirst(); // F6 comes to the page
    // What is not saved, as a sentence for quitting; empty = nothing (UX J4).
    virtual QString unsavedText() const { return {}; }
    virtual void saveUnsaved(std::function<void(bool saved)> done) { done(true); }
    virtual void saveView(UiSettings &settings) const { Q_UNUSED(settings); }
    virtual void restoreView(const UiSettings &settings) { Q_UNUSED(settings); }
    virtual void resetView() { } // View > Reset layout
    virtual void showNewest() { } // F5: what a frozen table held back
    virtual void toggleTables(); // Chart <-> table (Ctrl+T): every chart of the page

    void refreshIfVisible();
    // Everything that was asked for is answered and shown.
    virtual bool settled() const;

signals:
    void badgeChanged();
    void linkActivated(const PageLink &link);
    void busyChanged(bool busy); // "Updating…" in the header
    // Shown in the message area; with undo, there is a button for 30 s.
    void message(const QString &text, const std::function<void()> &undo);
    // The same for a file or a folder that was written: the button shows where it is (UX J3).
    void fileWritten(const QString &text, const QString &path);
    // What went wrong or was refused; the message area shows it as such.
    void problem(const QString &text);
    void actionsChanged(); // exportActions() or ticketActions() are others now
    void headerChanged(); // sharedControls() or headerWidget() are others now

protected:
    virtual void reload() = 0;
    virtual void update(const ChangeSet &changes);
    virtual void timePassed() { }
    virtual void botChanged() { }
    void showEvent(QShowEvent *event) override;

    LiveData &live() const { return m_live; }
    LiveQuestion *addQuestion(); // one whose slowness the header shows
    // When it cannot be answered, `pane` says so with what it is about: "The tickets could not be read." (UX 2.6, Error)
    void tellFailures(LiveQuestion *question, StatePane *pane, const QString &what);
    // Says so in `pane` while there is no server to ask about, with the way to one.
    bool withoutServer(StatePane *pane, const QString &sentence);
    void say(const QString &text) { emit message(text, {}); }
    void complain(const QString &text) { emit problem(text); }
    void tell(const Status &status, const QString &done); // the one or the other
    void tell(const FileSaver::Outcome &saved);

private:
    LiveData &m_live;
    const QString m_name;
    WidthClass m_width = WidthClass::Wide;
    bool m_stale = true;
    int m_slowQuestions = 0;
};
Q_DECLARE_OPERATORS_FOR_FLAGS(Page::SharedControls)

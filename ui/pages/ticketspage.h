// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/result.h"
#include "ui/pages/page.h"

#include <QElapsedTimer>
#include <QTimer>

#include <memory>

namespace Ui {
class TicketsPage;
}
class QLabel;
class QMenu;
class QPushButton;
class QToolButton;
class TicketDelegate;
class FirstLook;
class TicketDetailView;
class TicketTableModel;

// The tickets themselves (UX 3.2): what is open and who waits, live and never jumping; what was closed, paged in SQL; filters
// as words; one ticket's story beside, over or instead of the table. Every figure of the other pages leads here.
class TicketsPage : public Page
{
    Q_OBJECT
public:
    // Carry "Not a ticket" and "Mute alarm" out; done is called in this thread.
    using Marker = std::function<void(GuildId, ChannelId, bool on, std::function<void(Status)> done)>;
    struct Hands
    {
        Marker mark; // true: it is a ticket
        Marker mute; // true: no alarm for it
    };

    // Carries "Set…" out, the same way.
    using Closer =
        std::function<void(GuildId, ChannelId, const CloseByHand &, std::function<void(Status)> done)>;
    void setCloser(Closer closer) { m_closer = std::move(closer); }

    TicketsPage(LiveData &live, Hands hands, bool demo = false, QWidget *parent = nullptr);
    ~TicketsPage() override;

    QString title() const override;
    SharedControls sharedControls() const override;
    QWidget *headerWidget() override;
    QLineEdit *searchField() override;
    QVector<QAction *> exportActions() override { return m_exports; }
    QVector<QAction *> ticketActions() override { return m_actions; }
    Badge badge() const override;
    void setWidthClass(WidthClass width) override;
    void open(const PageLink &link) override;
    void focusFirst() override;
    void showNewest() override;
    void saveView(UiSettings &settings) const override;
    void restoreView(const UiSettings &settings) override;
    void resetView() override;

    TicketListFilter::Tab tab() const { return m_filter.tab; }
    void setTab(TicketListFilter::Tab tab);

protected:
    void reload() override;
    void update(const ChangeSet &changes) override;
    void timePassed() override;
    void botChanged() override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildActions();
    void buildTools();
    void buildTable();
    void ask();
    QString overdueTarget() const; // of the chosen category
    void take(const TicketPage &page, UtcMs nowMs);
    bool frozen() const;
    void showCounts();
    void showChips();
    void showState();
    void showHeldBack();
    void removeChip(const QString &id);
    void clearFilters();
    void filterChanged();
    bool paged() const;
    TicketListFilter question() const;
    void applyColumns();
    void fitColumns(bool shrink);
    void placeDetail();
    void openDetail(ChannelId ticket);
    void closeDetail();
    void showRows(const QVector<TicketListRow> &rows);
    void rearrange(const std::function<void()> &change); // rows come and go, what was chosen stays chosen
    void chooseSome(int row); // what has the focus is seen
    int selectedRow() const;
    const TicketListRow *current() const;
    void openInDiscord();
    void copyLink();
    void copyRow();
    void toggleTicket();
    void toggleMute();
    void sayWhoClosed(GuildId server, ChannelId ticket, const CloseByHand &said, const CloseByHand &before);
    void exportCsv();
    void fillFilterMenu();
    void fillColumnMenu(QMenu *menu);
    void addSortMenu(QMenu *menu);
    void sortBy(TicketListFilter::Sort sort, bool descending);
    bool hasColumn(int column) const; // of the list that is shown
    void updateActions();
    QString columnsKey() const;

    const std::unique_ptr<Ui::TicketsPage> m_ui;
    const Hands m_hands;
    Closer m_closer;
    const bool m_demo;
    TicketTableModel *m_model;
    TicketDelegate *m_delegate;
    FirstLook *m_firstLook = nullptr;
    TicketDetailView *m_detail = nullptr;
    QWidget *m_header = nullptr;
    QLineEdit *m_search = nullptr;
    QLabel *m_counts = nullptr;
    QToolButton *m_filterButton = nullptr;
    QPushButton *m_showNew = nullptr;
    QVector<QToolButton *> m_quick; // no reply yet, answered, quiet
    QAction *m_openAction = nullptr, *m_discordAction = nullptr, *m_linkAction = nullptr,
            *m_markAction = nullptr, *m_muteAction = nullptr;
    QVector<QAction *> m_actions, m_exports;
    LiveQuestion *m_question;
    TicketListFilter m_filter; // sort and tab too; category and range come from the shared choices
    QString m_linkChip; // words for a filter that came by a link
    QString m_personName;
    std::optional<Spell> m_lastClosed; // while nobody waits
    std::optional<TicketPage> m_page;
    QSet<ChannelId> m_muted; // tickets without an alarm
    bool m_observed = true; // at least a part of the period
    GuildId m_shownServer;
    bool m_newQuestion = true;
    bool m_menuOpen = false;
    bool m_arranging = false; // rows come and go, nobody chooses one
    QElapsedTimer m_sinceMark; // as no ticket, or as one again
    bool m_keyboardSelection = false;
    QTimer m_searchTimer;
    QElapsedTimer m_sinceSorted;
    // Per kind of table and width: columns chosen by hand, remembered widths, and which tables have got their widths.
    QHash<QString, QVector<int>> m_shown;
    QHash<QString, QByteArray> m_headerStates;
    QSet<QString> m_fitted;
};

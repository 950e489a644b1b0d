// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/store/values.h"
#include "ui/widgets/formgrid.h"

#include <QFrame>
#include <QVector>

#include <memory>

namespace Ui {
class TicketDetailView;
}
class LiveData;
class LiveQuestion;
class QAction;
class QLabel;
class QToolButton;
class TimelineModel;

// One ticket: facts, when people wrote, and its story (UX 3.4). Shows names and times; what was written is nowhere.
// Thread: GUI. Owner: the Tickets page, which places it beside, over, or instead of the table.
class TicketDetailView : public QFrame
{
    Q_OBJECT
public:
    TicketDetailView(LiveData &live, const QVector<QAction *> &actions, QWidget *parent = nullptr);
    ~TicketDetailView() override;

    void setTicket(ChannelId ticket); // 0 = none
    ChannelId ticket() const { return m_ticket; }
    const std::optional<TicketDetail> &detail() const { return m_detail; }
    void setFullPage(bool on); // Back instead of the cross
    void refresh();
    void focusFirst();

signals:
    void closeSaid(GuildId server, ChannelId ticket, const CloseByHand &said, const CloseByHand &before);
    void closed();
    void loaded();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    enum Fact
    {
        OpenedBy,
        Opened,
        FirstResponse,
        LastReply,
        Messages,
        Participants,
        Resolution,
        ClosedBy,
        Reason,
        Rating,
        ClaimedBy,
        Transcript,
        FactCount
    };
    void show(const std::optional<TicketDetail> &detail);
    void fillFacts();
    void setFact(Fact fact, const QString &text, bool shown);
    void addSetButton(Fact fact, QWidget *row);
    void askWhoClosed(Fact first);
    QString person(UserId user) const;

    const std::unique_ptr<Ui::TicketDetailView> m_ui;
    LiveData &m_live;
    LiveQuestion *m_question;
    TimelineModel *m_timeline;
    ChannelId m_ticket;
    std::optional<TicketDetail> m_detail;
    QHash<UserId, QString> m_names;
    FormGrid m_form;
    bool m_muted = false; // no alarm for it
    QVector<QLabel *> m_facts;
    QVector<QWidget *> m_rows; // the field of each fact, with its buttons
    QVector<QToolButton *> m_setButtons; // closed by, reason
    QToolButton *m_transcript = nullptr;
    QHash<UserId, QString> m_closers; // who may have closed it: whoever wrote, and who answers on this server
};

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"
#include "ui/widgets/card.h"

class QLabel;
class QToolButton;

// What a new server still needs until its numbers mean something (UX J1, step 4): four lines on the Overview that tick
// themselves off and disappear together. Decided from what is known anyway; put away for good by its cross.
//
// Thread: GUI. Owner: the Overview.
class SetupChecklist : public Card
{
    Q_OBJECT
public:
    enum Step
    {
        Connected,
        Readable, // every ticket channel
        Staff, // some role counts as staff
        FirstTicket,
        StepCount
    };

    explicit SetupChecklist(LiveData &live, QWidget *parent = nullptr);

    // On after the setup; off once everything is done or the person has put it away.
    bool wanted() const { return m_wanted; }
    void setWanted(bool on);
    void refresh();
    static bool done(Step step, const LiveData &live);

signals:
    void linkActivated(const PageLink &link);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Line
    {
        QLabel *sign = nullptr;
        QLabel *text = nullptr;
        QToolButton *go = nullptr;
    };
    LiveData &m_live;
    QVector<Line> m_lines;
    bool m_wanted = false;
};

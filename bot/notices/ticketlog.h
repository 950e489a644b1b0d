// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/store/storage.h"

#include <QObject>

// A line in the bot log for every ticket that is opened, answered for the first time, closed or opened again, so that whoever
// has no window sees what the bot sees. What is found while catching up has its one line there already.
//
// Thread: the bot thread. Owner: NoticeService.
class TicketLog : public QObject
{
    Q_OBJECT
public:
    explicit TicketLog(Storage *storage, QObject *parent = nullptr);

    void tell(const QVector<ChangeSet::TicketEvent> &events); // after their commit

private:
    void write(const QVector<ChangeSet::TicketEvent> &events);

    Storage *const m_storage;
};

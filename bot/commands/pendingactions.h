// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/discord/outgoing.h"
#include "bot/store/values.h"

#include <QHash>

// The pending actions of this run, beside their rows in the database: a modal must be opened from RAM
// (PROTOCOL X-01), and a second press be recognised without asking the disk. The database stays the judge of
// "used once" (FAULTS TM-13).
class PendingActions
{
public:
    struct Entry
    {
        PendingAction action;
        bool pressed = false; // the first press wins; a failure takes it back
        int typedNumber = 0; // the number to type before it happens; 0 = none
    };

    void add(const PendingAction &action, int typedNumber = 0);
    Entry *find(const QByteArray &key);
    void remove(const QByteArray &key);
    void forgetExpired(UtcMs now); // a while after their end, so that late presses still get their own answer

private:
    QHash<QByteArray, Entry> m_entries;
};

// Scopes travel in a pending action's arguments.
QJsonObject wipeScopeToJson(const WipeScope &scope);
std::optional<WipeScope> wipeScopeFromJson(const QJsonObject &json);

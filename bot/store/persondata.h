// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/result.h"
#include "bot/store/jobcontrol.h"
#include "bot/store/values.h"

class Reader;
class Writer;

// What is recorded about one person, to hand it out or to erase it (TM-32): on every server, the trash included.

struct PersonMatch
{
    UserId user;
    QString name; // empty: only the ID is known
};
// People whose name contains the text, or the one with that ID; bots are no people.
QVector<PersonMatch> findPeople(const Reader &reader, GuildId guild, const QString &text, int limit);

struct PersonTraces
{
    UserId user;
    QStringList names; // as last seen, one per server where they differ
    QStringList servers; // where anything is recorded
    qint64 requested = 0; // tickets opened for the person
    qint64 messages = 0;
    qint64 handled = 0; // tickets closed or claimed
    qint64 inTrash = 0; // of all tickets touched
    qint64 history = 0; // changes made by the person, or about him or her
    bool maxPermissions = false;

    bool none() const { return servers.isEmpty(); }
    bool sameCounts(const PersonTraces &o) const
    {
        return requested == o.requested && messages == o.messages && handled == o.handled
            && history == o.history && maxPermissions == o.maxPermissions;
    }
};
PersonTraces personTraces(const Reader &reader, UserId user);

// All of it as JSON, for the person (GDPR Art. 15): ids as text, times in UTC.
QByteArray exportPerson(const Reader &reader, UserId user, UtcMs nowMs);

// Replaces the person by nobody everywhere: messages and tickets stay in the numbers, names go. Inside the caller's
// transaction; Storage::compact() afterwards also removes what lies in unused parts of the file. There is no way back, and
// no backup is made, which would keep what is to go. Busy: more was recorded since `expected`; nothing happened.
Status erasePerson(Writer &writer, UserId user, const PersonTraces &expected, const Actor &actor,
                   const JobControl &job = {});

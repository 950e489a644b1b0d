// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/result.h"

#include <QString>

// The one folder that everything the program writes is under. It remembers, beside the database, which
// database it holds: one that vanished or was swapped is asked about, never silently started anew (PROTOCOL
// S-06).
class DataFolder
{
public:
    // `chosen` as on the command line; empty = the application data folder of this account. demo = the folder
    // inside it.
    static DataFolder at(const QString &chosen, bool demo);

    const QString &path() const { return m_path; } // absolute
    Status make() const; // with 0700

    QString expectedUuid() const; // "" = no database was ever here
    void rememberUuid(const QString &uuid) const;

    // The demo begins anew at every start: its world is made for the present moment, and an older database
    // would not fit it. Busy while another demo runs in this folder.
    Status clearDatabase() const;

private:
    explicit DataFolder(QString path) : m_path(std::move(path)) { }
    QString m_path;
};

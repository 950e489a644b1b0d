// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/datafolder.h"

#include "bot/store/database.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QSettings>
#include <QStandardPaths>

using namespace Qt::Literals::StringLiterals;

// The window keeps its choices in the same file, under other names.
static constexpr auto databaseUuidKey = "database/uuid"_L1;

static QString folderSettingsPath(const QString &folder)
{
    return folder + "/settings.ini"_L1;
}

DataFolder DataFolder::at(const QString &chosen, bool demo)
{
    QString path = chosen.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)
                                    : QDir::current().absoluteFilePath(chosen);
    if (demo)
        path += "/demo"_L1;
    return DataFolder(QDir::cleanPath(path));
}

Status DataFolder::make() const
{
    return DatabaseFile::makePrivateFolder(m_path);
}

QString DataFolder::expectedUuid() const
{
    // QSettings would take a missing file for an empty one, and so do we: then no database was ever here.
    return QSettings(folderSettingsPath(m_path), QSettings::IniFormat).value(databaseUuidKey).toString();
}

void DataFolder::rememberUuid(const QString &uuid) const
{
    QSettings settings(folderSettingsPath(m_path), QSettings::IniFormat);
    if (settings.value(databaseUuidKey).toString() != uuid)
        settings.setValue(databaseUuidKey, uuid);
}

Status DataFolder::clearDatabase() const
{
    const DatabaseFile database = DatabaseFile::inFolder(m_path);
    QLockFile lock(database.lockPath());
    lock.setStaleLockTime(0);
    if (!lock.tryLock(0))
        return Error{ErrorKind::Busy,
                     QCoreApplication::translate("DataFolder", "The demo is already running here."), m_path};
    for (const QString &suffix : {QString(), u"-wal"_s, u"-shm"_s}) {
        QFile file(database.path() + suffix);
        if (file.exists() && !file.remove())
            return Error{ErrorKind::Io,
                         QCoreApplication::translate("DataFolder", "The old demo data could not be removed."),
                         file.errorString()};
    }
    QSettings(folderSettingsPath(m_path), QSettings::IniFormat).remove(databaseUuidKey);
    return {};
}

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/store/importleftovers.h"

#include <QDir>
#include <QLockFile>

void ImportLeftovers::remove(const QString &dataFolder)
{
    const auto folders =
        QDir(dataFolder).entryInfoList({Prefix + u'*'}, QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks);
    for (const QFileInfo &folder : folders) {
        QLockFile lock(QDir(folder.filePath()).filePath(LockName));
        lock.setStaleLockTime(0);
        if (!lock.tryLock(0))
            continue;
        lock.unlock();
        QDir(folder.filePath()).removeRecursively();
    }
}

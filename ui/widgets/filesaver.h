// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QWidget>

#include <functional>

// Asks where to save, then makes the content and writes it in a worker thread, whole or not at all. `done` learns the end in
// the GUI thread, unless the parent has died.
namespace FileSaver {

struct Outcome
{
    QString text; // for the message area: "Saved opened.csv", or what went wrong
    QString path; // what was written; empty = it went wrong
};
void save(QWidget *parent, const QString &title, const QString &suffix, const QString &typeName,
          std::function<QByteArray()> content, std::function<void(const Outcome &)> done);
// Where dialogs for files begin: the folder of the last file of this session, else Documents.
QString folder();
void setFolder(const QString &folder);
// Only asks where; for what others write.
QString choosePath(QWidget *parent, const QString &title, const QString &fileName, const QString &filter);
// Tests put a path here instead of the dialog; empty asks again.
void setNextPath(const QString &path);

} // namespace FileSaver

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filesaver.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QPointer>
#include <QRegularExpression>
#include <QSaveFile>
#include <QStandardPaths>
#include <QThreadPool>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace {

struct FileSaverTr
{
    Q_DECLARE_TR_FUNCTIONS(FileSaver)
};

QString s_nextPath;
QString s_folder;

// A file name that every system takes (TM-20).
QString fileNameFor(const QString &title, const QString &suffix)
{
    static const QRegularExpression others(u"[^A-Za-z0-9]+"_s);
    QString name = title.toLower().replace(others, u"-"_s);
    while (name.endsWith(u'-'))
        name.chop(1);
    return (name.isEmpty() ? u"ticket-assistant"_s : name.left(80)) + u'.' + suffix;
}

FileSaver::Outcome writeWhole(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit())
        return {
            FileSaverTr::tr("%1 could not be saved: %2").arg(QFileInfo(path).fileName(), file.errorString()),
            {}};
    return {FileSaverTr::tr("Saved %1").arg(QFileInfo(path).fileName()), path};
}

} // namespace

void FileSaver::setNextPath(const QString &path)
{
    s_nextPath = path;
}

QString FileSaver::folder()
{
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    for (const QString &folder : {s_folder, documents}) {
        if (!folder.isEmpty() && QFileInfo(folder).isDir())
            return folder;
    }
    return QDir::homePath();
}

void FileSaver::setFolder(const QString &folder)
{
    s_folder = folder;
}

QString FileSaver::choosePath(QWidget *parent, const QString &title, const QString &fileName,
                              const QString &filter)
{
    QString path = std::exchange(s_nextPath, {});
    if (path.isEmpty())
        path = QFileDialog::getSaveFileName(parent, FileSaverTr::tr("Save %1").arg(title),
                                            folder() + u'/' + fileName, filter);
    if (!path.isEmpty())
        setFolder(QFileInfo(path).absolutePath());
    return path;
}

void FileSaver::save(QWidget *parent, const QString &title, const QString &suffix, const QString &typeName,
                     std::function<QByteArray()> content, std::function<void(const Outcome &)> done)
{
    const QString path =
        choosePath(parent, title, fileNameFor(title, suffix), u"%1 (*.%2)"_s.arg(typeName, suffix));
    if (path.isEmpty())
        return;
    auto guard = std::make_shared<QPointer<QWidget>>(parent);
    QThreadPool::globalInstance()->start([path, guard, content = std::move(content), done = std::move(done)] {
        QMetaObject::invokeMethod(
            qApp,
            [outcome = writeWhole(path, content()), guard, done] {
                if (*guard)
                    done(outcome);
            },
            Qt::QueuedConnection);
    });
}

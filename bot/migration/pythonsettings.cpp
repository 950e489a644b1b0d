// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/migration/pythonsettings.h"

#include "bot/migration/importtext.h"
#include "bot/migration/pythonliterals.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace {

const QHash<QString, Setting> &roleSettings()
{
    static const QHash<QString, Setting> names{{u"SUPPORT_ROLES"_s, Setting::SupportRoles},
                                               {u"STATS_ALLOWED_ROLES"_s, Setting::StatsRoles},
                                               {u"DATABASE_PERMS"_s, Setting::DatabaseRoles},
                                               {u"MANAGE_USER_PERMS"_s, Setting::AccessRoles}};
    return names;
}

bool isTokenName(const QString &name)
{
    return name == "DISCORD_BOT_TOKEN"_L1 || name == "DISCORD_TOKEN"_L1 || name == "TOKEN"_L1
        || name == "BOT_TOKEN"_L1;
}

// Strings and integers of a list; the values of a dict, whose keys only the Python bot needed.
QStringList entries(const PythonValue &value)
{
    QStringList result;
    const auto add = [&](const PythonValue &item) {
        if (item.kind == PythonValue::Kind::Text && !item.text.trimmed().isEmpty())
            result.append(item.text.trimmed());
        else if (item.kind == PythonValue::Kind::Integer && item.integer > 0)
            result.append(QString::number(item.integer));
    };
    if (value.kind == PythonValue::Kind::Dict) {
        for (qsizetype i = 1; i < value.items.size(); i += 2)
            add(value.items.at(i));
    } else if (value.kind == PythonValue::Kind::Sequence) {
        for (const PythonValue &item : value.items)
            add(item);
    } else {
        add(value);
    }
    result.removeDuplicates();
    return result;
}

void takeToken(PythonSettings &settings, const QString &file, const QString &value)
{
    QString token = value.trimmed();
    if (token.startsWith("Bot "_L1))
        token = token.mid(4);
    if (token.isEmpty() || !settings.token.isEmpty())
        return;
    settings.token = token.toUtf8();
    settings.tokenFile = file;
}

// Regular files only: no links, no devices, nothing that blocks (TM-20).
std::optional<QByteArray> readRegular(PythonSettings &settings, const QString &path)
{
    const QFileInfo info(path);
    if (info.isSymLink() || !info.isFile()) {
        settings.problems.append({path, 0, ImportText::tr("Not a regular file, so it was not read.")});
        return {};
    }
    if (info.size() > PythonFileLimit) {
        settings.problems.append({path, 0, ImportText::tr("The settings file is larger than 1 MiB.")});
        return {};
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        settings.problems.append({path, 0, file.errorString()});
        return {};
    }
    return file.readAll();
}

void readFile(PythonSettings &settings, const QString &path, const QString &shown)
{
    const std::optional<QByteArray> source = readRegular(settings, path);
    if (!source)
        return;
    if (path.endsWith(".py"_L1))
        addPythonFile(settings, shown, *source);
    else
        addEnvFile(settings, shown, *source);
}

} // namespace

void addPythonFile(PythonSettings &settings, const QString &name, const QByteArray &source)
{
    const Result<PythonFile> file = readPythonLiterals(source);
    if (!file) {
        settings.problems.append({name, 0, file.error().text});
        return;
    }
    settings.files.append(name);
    for (const PythonFile::Problem &problem : file->problems)
        settings.problems.append({name, problem.line, problem.text});
    // Each entry becomes a row that a person looks at.
    const auto listed = [&](const QString &key, const PythonValue &value) {
        QStringList list = entries(value);
        if (list.size() > PythonListLimit) {
            settings.problems.append({name, 0,
                                      ImportText::tr("%1 has more than %2 entries: the others are left out.")
                                          .arg(key)
                                          .arg(PythonListLimit)});
            list.resize(PythonListLimit);
        }
        return list;
    };
    for (const auto &[key, value] : file->assignments) {
        if (const auto role = roleSettings().constFind(key); role != roleSettings().cend()) {
            settings.roles[*role] = listed(key, value);
        } else if (key == "TICKET_CATEGORIES"_L1) {
            settings.categories = listed(key, value);
        } else if (key == "PRIVILEGED_USERS"_L1) {
            for (const QString &entry : listed(key, value)) {
                if (const UserId user = UserId::fromText(entry);
                    user && !settings.privilegedUsers.contains(user))
                    settings.privilegedUsers.append(user);
            }
        } else if (isTokenName(key)) {
            if (value.kind == PythonValue::Kind::Text)
                takeToken(settings, name, value.text);
        } else {
            settings.notNeeded.append(key);
        }
    }
}

void addEnvFile(PythonSettings &settings, const QString &name, const QByteArray &source)
{
    if (source.size() > PythonFileLimit || source.contains('\0')) {
        settings.problems.append({name, 0, ImportText::tr("This is no settings file.")});
        return;
    }
    settings.files.append(name);
    int number = 0;
    for (const QByteArray &raw : source.split('\n')) {
        ++number;
        QString line = QString::fromUtf8(raw).trimmed();
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        if (line.startsWith("export "_L1))
            line = line.mid(7).trimmed();
        const qsizetype equals = line.indexOf(u'=');
        if (equals <= 0) {
            settings.problems.append({name, number, ImportText::tr("Not understood, so it has no effect.")});
            continue;
        }
        const QString key = line.left(equals).trimmed();
        QString value = line.mid(equals + 1).trimmed();
        if (value.size() >= 2 && (value.front() == u'"' || value.front() == u'\'')
            && value.back() == value.front())
            value = value.mid(1, value.size() - 2);
        else if (const qsizetype comment = value.indexOf(" #"_L1); comment >= 0)
            value = value.left(comment).trimmed();
        if (isTokenName(key))
            takeToken(settings, name, value);
        else
            settings.notNeeded.append(key);
    }
}

PythonSettings readPythonSettings(const QStringList &paths)
{
    PythonSettings settings;
    for (const QString &path : paths) {
        const QFileInfo info(path);
        if (!info.isDir()) {
            if (path.endsWith(".py"_L1) || info.fileName() == ".env"_L1)
                readFile(settings, path, info.fileName());
            continue;
        }
        const QDir folder(path);
        for (const QString &name : {u"permissions.py"_s, u"cogs/permissions.py"_s, u".env"_s}) {
            if (QFileInfo::exists(folder.filePath(name)))
                readFile(settings, folder.filePath(name), name);
        }
        for (const QString &sub : {u"cogs/lists"_s, u"lists"_s}) {
            const QDir lists(folder.filePath(sub));
            for (const QString &name : lists.entryList({u"*.py"_s}, QDir::Files, QDir::Name)) {
                if (name != "__init__.py"_L1)
                    readFile(settings, lists.filePath(name), sub + u'/' + name);
            }
        }
        // The folder itself may be cogs/lists.
        if (!QFileInfo::exists(folder.filePath(u"permissions.py"_s))
            && !QFileInfo::exists(folder.filePath(u"cogs"_s))
            && !QFileInfo::exists(folder.filePath(u"lists"_s))) {
            for (const QString &name : folder.entryList({u"*.py"_s}, QDir::Files, QDir::Name))
                readFile(settings, folder.filePath(name), name);
        }
    }
    settings.notNeeded.removeDuplicates();
    return settings;
}

// A copy that somebody named as they liked.
static bool looksLikeDatabase(const QString &path)
{
    QFile file(path);
    return QFileInfo(path).isFile() && file.open(QIODevice::ReadOnly)
        && file.read(16) == QByteArray("SQLite format 3\0", 16);
}

QStringList pythonDatabases(const QStringList &paths)
{
    QStringList result;
    for (const QString &path : paths) {
        const QFileInfo info(path);
        if (info.isDir()) {
            for (const QString &name : {u"tickets.db"_s, u"data/tickets.db"_s, u"main/tickets.db"_s}) {
                if (QFileInfo::exists(QDir(path).filePath(name)))
                    result.append(QDir(path).filePath(name));
            }
        } else if (path.endsWith(".db"_L1) || looksLikeDatabase(path)) {
            result.append(path);
        }
    }
    return result;
}

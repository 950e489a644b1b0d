// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/migration/pythondatabase.h"

#include "bot/migration/importtext.h"
#include "bot/store/importleftovers.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUrl>
#include <QUuid>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

// Tables of the Python bot and the columns that are read, over all its versions.
const QHash<QString, QStringList> &knownTables()
{
    static const QHash<QString, QStringList> tables{
        {u"tickets"_s,
         {u"channel_id"_s, u"opened_at"_s, u"closed_at"_s, u"category"_s, u"opened_by"_s, u"closed_by"_s,
          u"close_reason"_s, u"transcript_url"_s}},
        {u"messages"_s, {u"id"_s, u"channel_id"_s, u"author_id"_s, u"is_staff"_s, u"timestamp"_s}},
        {u"wipe_log"_s, {u"id"_s, u"wiped_by"_s, u"cutoff_days"_s, u"deleted_tickets"_s, u"timestamp"_s}},
        {u"privileged_users"_s, {u"user_id"_s}},
        {u"log_channel"_s, {u"id"_s, u"channel_id"_s}},
        {u"summary_settings"_s, {u"guild_id"_s, u"channel_id"_s, u"frequency_minutes"_s, u"last_sent_at"_s}},
        {u"dev_permission_role_overrides"_s, {u"category"_s, u"role_name"_s, u"action"_s}},
        {u"developer_users"_s, {u"user_id"_s}},
        {u"dev_maintenance_passwords"_s, {u"guild_id"_s}},
        {u"dev_maintenance_state"_s, {u"guild_id"_s}}};
    return tables;
}

// Integers as SQLite may hold them in an untyped column: INTEGER, REAL without a fraction, or TEXT of digits.
qint64 integer(const QVariant &value)
{
    switch (value.metaType().id()) {
    case QMetaType::LongLong:
    case QMetaType::Int:
        return value.toLongLong();
    case QMetaType::Double: {
        const double number = value.toDouble();
        constexpr double Exact = 9007199254740992.0; // 2^53
        return number >= -Exact && number <= Exact ? qint64(number) : 0;
    }
    case QMetaType::QString: {
        bool ok = false;
        const qint64 number = value.toString().trimmed().toLongLong(&ok);
        return ok ? number : 0;
    }
    default:
        return 0;
    }
}

// Unix seconds to milliseconds. Python may have written them with a fraction or as text; a date is taken as UTC. What is no
// time at all counts as missing (0).
UtcMs instant(const QVariant &value)
{
    constexpr qint64 Earliest = -62135596800; // the year 1
    constexpr qint64 Latest = 253402300799; // 9999-12-31
    const auto inRange = [](double seconds) {
        return seconds >= double(Earliest) && seconds <= double(Latest);
    };
    switch (value.metaType().id()) {
    case QMetaType::Double:
        return inRange(value.toDouble()) ? UtcMs(value.toDouble()) * SecondMs : 0;
    case QMetaType::QString: {
        const QString written = value.toString().trimmed();
        bool isNumber = false;
        if (const double number = written.toDouble(&isNumber); isNumber)
            return inRange(number) ? UtcMs(number) * SecondMs : 0;
        QDateTime date = QDateTime::fromString(written, Qt::ISODateWithMs);
        if (!date.isValid())
            return 0;
        if (date.timeSpec() == Qt::LocalTime)
            date.setTimeSpec(Qt::UTC);
        return date.toSecsSinceEpoch() * SecondMs;
    }
    default: {
        const qint64 seconds = integer(value);
        return seconds >= Earliest && seconds <= Latest ? seconds * SecondMs : 0;
    }
    }
}

QString shortText(const QVariant &value, int limit)
{
    QString result = value.metaType().id() == QMetaType::QByteArray
        ? QString::fromUtf8(value.toByteArray().left(limit))
        : value.toString();
    result.remove(QChar(u'\0'));
    return result.left(limit).trimmed();
}

UserId user(const QVariant &value)
{
    const qint64 id = integer(value);
    return UserId(id > 0 ? quint64(id) : 0);
}

QString meaningful(const QString &reason)
{
    static const QSet<QString> placeholders{u"none"_s,        u"n/a"_s,       u"na"_s,
                                            u"-"_s,           u"null"_s,      u"not detected"_s,
                                            u"unknown"_s,     u"no reason"_s, u"no reason provided"_s,
                                            u"not provided"_s};
    return placeholders.contains(reason.toLower()) ? QString() : reason;
}

Status execute(QSqlQuery &query, const QString &sql)
{
    if (query.exec(sql))
        return {};
    const QString code = query.lastError().nativeErrorCode();
    const bool damaged = (code.toInt() & 0xFF) == 11 || (code.toInt() & 0xFF) == 26;
    return Error{damaged ? ErrorKind::Corrupt : ErrorKind::Io,
                 ImportText::tr("The database is damaged and cannot be read."),
                 query.lastError().databaseText()};
}

// A journal that names a super-journal makes SQLite look at, and delete, a file of that name: none of ours does, and a copied
// one is not believed.
bool namesSuperJournal(const QString &path)
{
    QFile file(path);
    constexpr qint64 MagicSize = 8;
    return file.open(QIODevice::ReadOnly) && file.size() >= 2 * MagicSize
        && file.seek(file.size() - MagicSize)
        && file.read(MagicSize) == QByteArray("\xd9\xd5\x05\xf9\x20\xa1\x63\xd7", MagicSize);
}

bool copyFile(const QString &from, const QString &to)
{
    QFile::remove(to);
    return QFile::copy(from, to) && QFile::setPermissions(to, QFile::ReadOwner | QFile::WriteOwner);
}

} // namespace

PythonDatabase::PythonDatabase(const QString &workFolder)
    : m_copy((QFileInfo(workFolder).isWritable() ? workFolder : QDir::tempPath()) + u'/'
             + ImportLeftovers::Prefix + "XXXXXX"_L1)
{
    if (!m_copy.isValid())
        return;
    m_copyLock = std::make_unique<QLockFile>(m_copy.filePath(ImportLeftovers::LockName));
    m_copyLock->setStaleLockTime(0); // only a dead process loses it
    m_copyLock->tryLock(0);
}

PythonDatabase::~PythonDatabase()
{
    if (m_connection.isEmpty())
        return;
    QSqlDatabase::database(m_connection, false).close();
    QSqlDatabase::removeDatabase(m_connection);
}

Status PythonDatabase::open(const QString &path)
{
    const QFileInfo info(path);
    if (info.isSymLink() || (info.exists() && !info.isFile()))
        return Error{ErrorKind::Invalid, ImportText::tr("%1 is not a regular file.").arg(path), {}};
    if (!info.exists())
        return Error{ErrorKind::NotFound, ImportText::tr("%1 does not exist.").arg(path), {}};
    if (info.size() > SizeLimit)
        return Error{ErrorKind::Invalid, ImportText::tr("%1 is larger than 2 GiB.").arg(path), {}};
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return Error{
                ErrorKind::Io, ImportText::tr("%1 cannot be read: %2.").arg(path, file.errorString()), {}};
        if (file.read(16) != QByteArray("SQLite format 3\0", 16))
            return Error{ErrorKind::Invalid, ImportText::tr("%1 is not an SQLite database.").arg(path), {}};
    }
    // A copy together with what the bot had not yet merged into the file.
    const QString copy = m_copy.filePath(u"tickets.db"_s);
    if (!m_copy.isValid() || !copyFile(path, copy))
        return Error{ErrorKind::Io, ImportText::tr("%1 could not be copied for reading.").arg(path),
                     m_copy.errorString()};
    for (const QString &suffix : {u"-wal"_s, u"-journal"_s}) {
        const QFileInfo side(path + suffix);
        if (!side.exists())
            continue;
        if (side.isSymLink() || !side.isFile() || side.size() > SizeLimit
            || namesSuperJournal(side.filePath()) || !copyFile(path + suffix, copy + suffix))
            return Error{ErrorKind::Invalid,
                         ImportText::tr("%1 could not be copied for reading.").arg(path + suffix),
                         {}};
    }

    m_connection = u"python-bot-"_s + QUuid::createUuid().toString(QUuid::Id128);
    QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    db.setDatabaseName(copy);
    const Error damaged{
        ErrorKind::Corrupt, ImportText::tr("%1 is damaged and cannot be read.").arg(path), {}};
    if (!db.open())
        return damaged;
    QSqlQuery query(db);
    for (const char *pragma : {"PRAGMA trusted_schema=OFF", "PRAGMA cell_size_check=ON", "PRAGMA mmap_size=0",
                               "PRAGMA query_only=ON", "PRAGMA temp_store=FILE"}) {
        if (!query.exec(QString::fromLatin1(pragma)))
            return damaged;
        query.finish();
    }
    if (!query.exec(u"PRAGMA quick_check(1)"_s) || !query.next() || query.value(0).toString() != "ok"_L1) {
        Error error = damaged;
        error.detail = query.lastError().databaseText();
        return error;
    }
    query.finish();

    if (!query.exec(u"SELECT type, name, sql FROM sqlite_schema"_s))
        return damaged;
    QStringList accepted;
    while (query.next()) {
        const QString type = query.value(0).toString();
        const QString name = query.value(1).toString();
        const QString sql = query.value(2).toString();
        if (name.startsWith("sqlite_"_L1) || type == "index"_L1)
            continue;
        const bool plain = type == "table"_L1 && !sql.startsWith("CREATE VIRTUAL"_L1, Qt::CaseInsensitive);
        if (plain && knownTables().contains(name))
            accepted.append(name);
        else
            m_ignored.append(name.left(100));
    }
    query.finish();
    for (const QString &name : std::as_const(accepted)) {
        // Generated columns (hidden > 1) could compute anything: they are left alone.
        if (!query.exec(u"SELECT name, hidden FROM pragma_table_xinfo('%1')"_s.arg(name)))
            return damaged;
        QSet<QString> columns;
        while (query.next()) {
            if (query.value(1).toInt() == 0 && knownTables().value(name).contains(query.value(0).toString()))
                columns.insert(query.value(0).toString());
        }
        query.finish();
        m_columns.insert(name, columns);
        if (query.exec(u"SELECT rowid FROM %1 LIMIT 0"_s.arg(name)))
            m_rowIds.insert(name);
        query.finish();
    }
    if (!has(u"tickets"_s) || !hasColumn(u"tickets"_s, u"channel_id"_s))
        return Error{
            ErrorKind::Invalid,
            ImportText::tr("%1 is not a database of the Python bot: it has no table of tickets.").arg(path),
            {}};
    return {};
}

bool PythonDatabase::hasColumn(const QString &table, const QString &column) const
{
    return m_columns.value(table).contains(column);
}

namespace {
// "a, NULL, c": the known columns in order, with NULL for those that this generation does not have. Names are constants.
// Text and blobs are cut in SQLite, so that a huge value never becomes ours.
QString selection(const QString &table, const QSet<QString> &have)
{
    QStringList parts;
    for (const QString &column : knownTables().value(table))
        parts.append(
            have.contains(column)
                ? u"CASE WHEN typeof(%1) IN ('text', 'blob') THEN substr(%1, 1, 1000) ELSE %1 END"_s.arg(
                    column)
                : u"NULL"_s);
    return parts.join(u", "_s);
}
} // namespace

qint64 PythonDatabase::count(const QString &table) const
{
    if (!has(table))
        return 0;
    QSqlQuery query(QSqlDatabase::database(m_connection));
    return query.exec(u"SELECT count(*) FROM "_s + table) && query.next() ? query.value(0).toLongLong() : 0;
}

Status PythonDatabase::tickets(const std::function<bool(const Ticket &)> &walk) const
{
    QSqlQuery query(QSqlDatabase::database(m_connection));
    query.setForwardOnly(true);
    const QString sql =
        u"SELECT %1, CAST(channel_id AS INTEGER) AS sorted FROM tickets ORDER BY sorted%2"_s.arg(
            selection(u"tickets"_s, m_columns.value(u"tickets"_s)),
            m_rowIds.contains(u"tickets"_s) ? u", rowid"_s : QString());
    if (Status asked = execute(query, sql); !asked)
        return asked;
    constexpr int LongestText = 1000;
    while (query.next()) {
        Ticket ticket;
        // What SQLite sorts by and what is written must be the same number, or the walk beside the messages would lose its way.
        ticket.channel = integer(query.value(0));
        if (ticket.channel != query.value(8).toLongLong())
            ticket.channel = 0;
        ticket.openedAtMs = std::max<UtcMs>(instant(query.value(1)), 0);
        ticket.closedAtMs = instant(query.value(2));
        ticket.category = shortText(query.value(3), 100);
        ticket.openedBy = user(query.value(4));
        ticket.closedBy = user(query.value(5));
        ticket.closeReason = meaningful(shortText(query.value(6), LongestText));
        const QString url = shortText(query.value(7), LongestText);
        if (const QUrl parsed(url, QUrl::StrictMode); parsed.isValid() && parsed.scheme() == "https"_L1) {
            ticket.transcriptUrl = url;
            const QStringList path = parsed.path().split(u'/');
            if (const qsizetype at = path.indexOf(u"manage"_s);
                at >= 0 && path.value(at + 2) == "transcripts"_L1)
                ticket.guild = GuildId::fromText(path.value(at + 1));
        }
        if (!walk(ticket))
            return {};
    }
    if (query.lastError().isValid())
        return Error{ErrorKind::Corrupt, ImportText::tr("The database is damaged and cannot be read."),
                     query.lastError().databaseText()};
    return {};
}

struct PythonDatabase::Messages::Private
{
    explicit Private(const QSqlDatabase &db) : query(db) { }
    QSqlQuery query;
    std::optional<Error> failure;
};

PythonDatabase::Messages PythonDatabase::messages() const
{
    Messages cursor;
    cursor.d = std::make_shared<Messages::Private>(QSqlDatabase::database(m_connection));
    if (!has(u"messages"_s) || !hasColumn(u"messages"_s, u"channel_id"_s))
        return cursor;
    cursor.d->query.setForwardOnly(true);
    const QString sql =
        u"SELECT %1, %2, CAST(channel_id AS INTEGER) AS sorted FROM messages ORDER BY sorted"_s.arg(
            selection(u"messages"_s, m_columns.value(u"messages"_s)),
            m_rowIds.contains(u"messages"_s) ? u"rowid"_s : u"0"_s);
    if (Status asked = execute(cursor.d->query, sql); !asked)
        cursor.d->failure = asked.error();
    return cursor;
}

bool PythonDatabase::Messages::next(Message *message)
{
    if (d->failure || !d->query.isActive())
        return false;
    if (!d->query.next()) {
        if (d->query.lastError().isValid())
            d->failure =
                Error{ErrorKind::Corrupt, ImportText::tr("The database is damaged and cannot be read."),
                      d->query.lastError().databaseText()};
        return false;
    }
    const qint64 id = integer(d->query.value(0));
    message->row = id ? id : d->query.value(5).toLongLong();
    message->channel = integer(d->query.value(1));
    if (message->channel != d->query.value(6).toLongLong())
        message->channel = 0;
    message->author = user(d->query.value(2));
    message->staff = integer(d->query.value(3)) == 1;
    message->atMs = std::max<UtcMs>(instant(d->query.value(4)), 0);
    return true;
}

std::optional<Error> PythonDatabase::Messages::failure() const
{
    return d->failure;
}

QVector<PythonDatabase::Wipe> PythonDatabase::wipes() const
{
    QVector<Wipe> result;
    if (!has(u"wipe_log"_s))
        return result;
    QSqlQuery query(QSqlDatabase::database(m_connection));
    query.setForwardOnly(true);
    constexpr int Most = 100'000;
    query.exec(u"SELECT %1, %2 FROM wipe_log LIMIT %3"_s
                   .arg(selection(u"wipe_log"_s, m_columns.value(u"wipe_log"_s)),
                        m_rowIds.contains(u"wipe_log"_s) ? u"rowid"_s : u"0"_s)
                   .arg(Most));
    while (query.next()) {
        const QVariant id = query.value(0);
        result.append({id.isNull() ? query.value(5).toLongLong() : integer(id), user(query.value(1)),
                       integer(query.value(2)), integer(query.value(3)), instant(query.value(4))});
    }
    return result;
}

QVector<UserId> PythonDatabase::privilegedUsers(int *dropped) const
{
    QVector<UserId> result;
    int left = 0;
    if (hasColumn(u"privileged_users"_s, u"user_id"_s)) {
        QSqlQuery query(QSqlDatabase::database(m_connection));
        query.setForwardOnly(true);
        query.exec(u"SELECT user_id FROM privileged_users LIMIT 10000"_s);
        while (query.next()) {
            const UserId id = user(query.value(0));
            if (!id)
                ++left;
            else if (!result.contains(id))
                result.append(id);
        }
    }
    if (dropped)
        *dropped = left;
    return result;
}

QVector<PythonDatabase::Override> PythonDatabase::overrides() const
{
    QVector<Override> result;
    const QString table = u"dev_permission_role_overrides"_s;
    if (!has(table))
        return result;
    QSqlQuery query(QSqlDatabase::database(m_connection));
    query.setForwardOnly(true);
    query.exec(u"SELECT %1 FROM dev_permission_role_overrides LIMIT 10000"_s.arg(
        selection(table, m_columns.value(table))));
    while (query.next()) {
        const QString action = query.value(2).toString();
        const QString role = shortText(query.value(1), 100);
        if ((action == "add"_L1 || action == "remove"_L1) && !role.isEmpty())
            result.append({query.value(0).toString(), role, action == "add"_L1});
    }
    return result;
}

QVector<PythonDatabase::Summary> PythonDatabase::summaries() const
{
    QVector<Summary> result;
    const QString table = u"summary_settings"_s;
    if (!has(table))
        return result;
    QSqlQuery query(QSqlDatabase::database(m_connection));
    query.setForwardOnly(true);
    query.exec(u"SELECT %1 FROM summary_settings LIMIT 1000"_s.arg(selection(table, m_columns.value(table))));
    while (query.next()) {
        const qint64 guild = integer(query.value(0));
        const qint64 channel = integer(query.value(1));
        if (guild > 0 && channel > 0)
            result.append({GuildId(quint64(guild)), ChannelId(quint64(channel)),
                           int(std::clamp<qint64>(integer(query.value(2)), 0, 525'600))});
    }
    return result;
}

ChannelId PythonDatabase::logChannel() const
{
    if (!hasColumn(u"log_channel"_s, u"channel_id"_s))
        return {};
    QSqlQuery query(QSqlDatabase::database(m_connection));
    if (!query.exec(u"SELECT channel_id FROM log_channel LIMIT 1"_s) || !query.next())
        return {};
    const qint64 id = integer(query.value(0));
    return ChannelId(id > 0 ? quint64(id) : 0);
}

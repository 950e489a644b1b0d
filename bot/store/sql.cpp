// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/store/sql.h"

#include "bot/store/readfailure.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSqlError>

using namespace Qt::Literals::StringLiterals;

// Primary result codes (sqlite.org/rescode.html).
namespace SqliteCode {
enum Code
{
    Busy = 5,
    Locked = 6,
    ReadOnly = 8,
    IoError = 10,
    Corrupt = 11,
    Full = 13,
    CannotOpen = 14,
    NotADatabase = 26
};
}

Error sqlError(const QSqlError &error, const QString &attempted)
{
    // Extended codes carry the primary one in the lowest byte.
    const int code = error.nativeErrorCode().toInt() & 0xff;
    ErrorKind kind = ErrorKind::Internal;
    QString text = QCoreApplication::translate("Store", "The database refused a change.");
    switch (code) {
    case SqliteCode::Busy:
    case SqliteCode::Locked:
        kind = ErrorKind::Busy;
        text = QCoreApplication::translate("Store", "The database is used by another program.");
        break;
    case SqliteCode::Full:
        kind = ErrorKind::Io;
        text = QCoreApplication::translate("Store", "There is no space left for the database.");
        break;
    case SqliteCode::ReadOnly:
        kind = ErrorKind::Io;
        text = QCoreApplication::translate(
            "Store", "The database cannot be written: the file or folder is read-only.");
        break;
    case SqliteCode::IoError:
    case SqliteCode::CannotOpen:
        kind = ErrorKind::Io;
        text = QCoreApplication::translate("Store", "The database file cannot be read or written.");
        break;
    case SqliteCode::Corrupt:
    case SqliteCode::NotADatabase:
        kind = ErrorKind::Corrupt;
        text = QCoreApplication::translate("Store", "The database is damaged.");
        break;
    default:
        break;
    }
    return {kind, text,
            u"SQLite %1 (%2): %3"_s.arg(code).arg(error.databaseText().isEmpty() ? error.driverText()
                                                                                 : error.databaseText(),
                                                  attempted.simplified().left(120))};
}

int sqliteCode(const Error &error)
{
    static const QRegularExpression pattern(u"^SQLite (\\d+) "_s);
    return pattern.match(error.detail).captured(1).toInt();
}

StorageTrouble::Kind troubleKind(const Error &error)
{
    switch (sqliteCode(error)) {
    case SqliteCode::Busy:
    case SqliteCode::Locked:
        return StorageTrouble::Kind::Locked;
    case SqliteCode::Full:
        return StorageTrouble::Kind::Full;
    case SqliteCode::ReadOnly:
        return StorageTrouble::Kind::ReadOnly;
    case SqliteCode::IoError:
    case SqliteCode::CannotOpen:
        return StorageTrouble::Kind::Io;
    case SqliteCode::Corrupt:
    case SqliteCode::NotADatabase:
        return StorageTrouble::Kind::Corrupt;
    default:
        return error.kind == ErrorKind::Io ? StorageTrouble::Kind::Io : StorageTrouble::Kind::None;
    }
}

// -- Statement ------------------------------------------------------------------------------------

Statement::Statement(const QSqlDatabase &database, const QString &sql) : m_query(database)
{
    if (!database.isOpen()) { // for the moment of a restore; Qt would log every question
        m_prepared = Error{ErrorKind::Internal, {}, {}};
        return;
    }
    m_query.setForwardOnly(true); // else QtSql keeps every row it has passed
    if (!m_query.prepare(sql))
        m_prepared = sqlError(m_query.lastError(), sql);
}

void Statement::bind(const QString &name, const QString &value)
{
    // A name may hold U+0000 (PROTOCOL R-07); SQLite's own text functions would stop there.
    if (value.contains(QChar(u'\0'))) {
        QString clean = value;
        m_query.bindValue(name, clean.remove(QChar(u'\0')));
    } else {
        m_query.bindValue(name, value.isNull() ? u""_s : value);
    }
}

void Statement::bind(const QString &name, const QByteArray &blob)
{
    m_query.bindValue(name, blob.isNull() ? QByteArray("") : blob);
}

Status Statement::exec()
{
    if (!m_prepared)
        return m_prepared;
    m_column = 0;
    if (!m_query.exec())
        return sqlError(m_query.lastError(), m_query.lastQuery());
    return {};
}

static thread_local std::optional<Error> readFailure;
static thread_local std::shared_ptr<const std::atomic<bool>> readingIsWanted;

ReadWhileWanted::ReadWhileWanted(std::shared_ptr<const std::atomic<bool>> wanted)
{
    readingIsWanted = std::move(wanted);
}

ReadWhileWanted::~ReadWhileWanted()
{
    readingIsWanted.reset();
}

void noteReadFailure(const Error &error)
{
    if (!error.detail.isEmpty())
        qCWarning(lcStore).noquote() << error.detail;
    if (readFailure)
        return;
    readFailure = error;
    if (error.kind == ErrorKind::Internal)
        readFailure->text = QCoreApplication::translate("Store", "The database could not answer.");
}

std::optional<Error> takeReadFailure()
{
    return std::exchange(readFailure, std::nullopt);
}

bool Statement::ask()
{
    const Status status = exec();
    m_asking = true;
    if (!status)
        noteReadFailure(status.error());
    return status.ok();
}

bool Statement::next()
{
    m_column = 0;
    if (readingIsWanted && !readingIsWanted->load(std::memory_order_relaxed)) {
        m_query.finish();
        if (!readFailure)
            readFailure = Error{ErrorKind::Cancelled, {}, {}};
        return false;
    }
    if (m_query.next())
        return true;
    // Writers look at ended(); readers have this.
    if (m_asking && m_prepared && m_query.lastError().isValid())
        noteReadFailure(sqlError(m_query.lastError(), m_query.lastQuery()));
    return false;
}

bool Statement::nextOnly()
{
    const bool found = next();
    finish();
    return found;
}

Status Statement::ended() const
{
    if (m_query.lastError().isValid())
        return sqlError(m_query.lastError(), m_query.lastQuery());
    return {};
}

Statement &StatementCache::operator()(const QString &sql)
{
    auto &statement = m_statements[sql];
    if (!statement)
        statement = std::make_unique<Statement>(m_db, sql);
    return *statement;
}

Status execute(const QSqlDatabase &database, const QString &sql)
{
    QSqlQuery query(database);
    if (!query.exec(sql))
        return sqlError(query.lastError(), sql);
    return {};
}

// -- Transaction ----------------------------------------------------------------------------------

Transaction::Transaction(const QSqlDatabase &database)
    : m_db(database), m_begun(execute(m_db, u"BEGIN IMMEDIATE"_s))
{
    m_open = m_begun.ok();
}

Transaction::~Transaction()
{
    if (!m_open)
        return;
    // SQLite rolls back by itself after some errors; a second ROLLBACK then fails harmlessly.
    const Status rolledBack = execute(m_db, u"ROLLBACK"_s);
    Q_UNUSED(rolledBack)
}

Status Transaction::commit()
{
    Q_ASSERT(m_open);
    const Status committed = execute(m_db, u"COMMIT"_s);
    m_open = !committed.ok();
    return committed;
}

// -- Schema files ---------------------------------------------------------------------------------

QStringList splitStatements(const QString &script)
{
    QStringList statements;
    QString current;
    bool quoted = false;
    static const QRegularExpression triggerHead(u"^\\s*CREATE\\s+TRIGGER\\b"_s,
                                                QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression triggerTail(u"\\bEND\\s*$"_s, QRegularExpression::CaseInsensitiveOption);
    for (qsizetype i = 0; i < script.size(); ++i) {
        const QChar c = script.at(i);
        if (!quoted && c == u'-' && script.mid(i, 2) == "--"_L1) {
            i = script.indexOf(u'\n', i);
            if (i < 0)
                break;
            current += u'\n';
            continue;
        }
        if (c == u'\'')
            quoted = !quoted; // '' inside a string closes and opens again
        if (c != u';' || quoted) {
            current += c;
            continue;
        }
        // A trigger's body has semicolons of its own.
        if (current.contains(triggerHead) && !current.contains(triggerTail)) {
            current += c;
            continue;
        }
        if (!current.trimmed().isEmpty())
            statements += current.trimmed();
        current.clear();
    }
    if (!current.trimmed().isEmpty())
        statements += current.trimmed();
    return statements;
}

QString readMeta(const QSqlDatabase &database, const QString &key)
{
    Statement find(database, u"SELECT value FROM meta WHERE key = :key"_s);
    find.bind(u":key"_s, key);
    return find.ask() && find.next() ? find.text() : QString();
}

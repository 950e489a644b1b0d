// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/logging.h"
#include "bot/base/result.h"
#include "bot/base/snowflake.h"
#include "bot/store/changeset.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <memory>

// One SQL statement: prepared from a whole literal, values bound by name, columns read in order. Every
// failure becomes an Error that names what SQLite said; nothing is ever logged and carried on (STYLE
// "Errors").
class Statement
{
public:
    Statement(const QSqlDatabase &database, const QString &sql);

    void bind(const QString &name, qint64 value) { m_query.bindValue(name, value); }
    void bind(const QString &name, int value) { m_query.bindValue(name, value); }
    void bind(const QString &name, bool value) { m_query.bindValue(name, value ? 1 : 0); }
    // Null strings would become NULL, which no column of ours takes.
    void bind(const QString &name, const QString &value);
    void bind(const QString &name, const QByteArray &blob);
    void bindNull(const QString &name) { m_query.bindValue(name, QVariant()); }
    template <class Tag>
    void bind(const QString &name, Id<Tag> id)
    {
        m_query.bindValue(name, id.toSql());
    }
    template <class Enum>
    requires std::is_enum_v<Enum>
    void bind(const QString &name, Enum value) { m_query.bindValue(name, int(value)); }

    Status exec(); // may be called again with other values
    // Reader's way: a failed question is logged and yields no rows.
    bool ask();
    bool next(); // the next row; reading starts at its first column
    // Is there a row? For statements whose one answer is that; leaves the statement ready for the next time.
    bool nextOnly();
    Status ended() const; // after next() said no: the end, or an error in the middle of the rows
    void finish() { m_query.finish(); }
    int changed() const { return m_query.numRowsAffected(); }
    qint64 lastInsertId() const { return m_query.lastInsertId().toLongLong(); }

    qint64 integer() { return m_query.value(m_column++).toLongLong(); }
    bool isNullHere() const { return m_query.isNull(m_column); }
    bool flag() { return integer() != 0; }
    QString text() { return m_query.value(m_column++).toString(); }
    QByteArray blob() { return m_query.value(m_column++).toByteArray(); }
    double real() { return m_query.value(m_column++).toDouble(); }
    template <class IdType>
    IdType id()
    {
        return IdType::fromSql(integer());
    }
    template <class Enum>
    Enum code()
    {
        return static_cast<Enum>(integer());
    }

private:
    QSqlQuery m_query;
    Status m_prepared;
    int m_column = 0;
    bool m_asking = false; // by ask()
};

// Prepared statements of one connection, kept for the next use: most of the writing is the same ten
// statements. Must be gone before the connection is removed.
class StatementCache
{
public:
    explicit StatementCache(QSqlDatabase database) : m_db(std::move(database)) { }
    Statement &operator()(const QString &sql);
    void clear() { m_statements.clear(); }

private:
    QSqlDatabase m_db;
    std::unordered_map<QString, std::unique_ptr<Statement>> m_statements;
};

Error sqlError(const QSqlError &error, const QString &attempted);
// The primary result code of SQLite that an error of sqlError() came from; 0 = another kind of error.
int sqliteCode(const Error &error);
// What a failed write means for the user (PROTOCOL S-11); None: a mistake of ours, waiting will not help.
StorageTrouble::Kind troubleKind(const Error &error);

Status execute(const QSqlDatabase &database, const QString &sql); // one statement without values

// BEGIN IMMEDIATE .. COMMIT; rolled back unless committed. QSqlDatabase::transaction() would begin deferred,
// which fails with SQLITE_BUSY_SNAPSHOT instead of waiting when another connection wrote in between.
class Transaction
{
public:
    explicit Transaction(const QSqlDatabase &database);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    const Status &begun() const { return m_begun; }
    Status commit();

private:
    QSqlDatabase m_db;
    Status m_begun;
    bool m_open = false;
};

// The statements of a schema file, one by one: QSQLITE runs one statement per call. Knows comments, quotes
// and triggers.
QStringList splitStatements(const QString &script);

// The value of a key of the table meta; "" = none.
QString readMeta(const QSqlDatabase &database, const QString &key);

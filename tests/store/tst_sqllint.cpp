// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storetesting.h"

#include <QRegularExpression>

using namespace StoreTesting;

namespace {

const QString SourceFolder = QStringLiteral(TA_STORE_SOURCES);

QString contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

// The shared clauses: #define TA_NAME "..." "...".
QHash<QString, QString> sharedClauses(const QStringList &sources)
{
    static const QRegularExpression define(u"#define (TA_\\w+)((?:[^\\n]*\\\\\\n)*[^\\n]*)"_s);
    QHash<QString, QString> clauses;
    for (const QString &source : sources) {
        for (auto it = define.globalMatch(source); it.hasNext();) {
            const auto match = it.next();
            clauses.insert(match.captured(1), match.captured(2).remove(u"\\\n"_s));
        }
    }
    return clauses;
}

// Every string literal, neighbours joined as the compiler joins them.
QStringList literalsOf(QString source, const QHash<QString, QString> &clauses)
{
    for (int pass = 0; pass < 3; ++pass) { // clauses may use clauses
        for (auto it = clauses.cbegin(); it != clauses.cend(); ++it)
            source.replace(QRegularExpression(u"\\b%1\\b"_s.arg(it.key())), it.value());
    }
    static const QRegularExpression run(u"(?:u?\"(?:[^\"\\\\]|\\\\.)*\"(?:_s|_L1)?\\s*)+"_s);
    static const QRegularExpression one(u"\"((?:[^\"\\\\]|\\\\.)*)\""_s);
    QStringList literals;
    for (auto it = run.globalMatch(source); it.hasNext();) {
        QString joined;
        const QString text = it.next().captured();
        for (auto part = one.globalMatch(text); part.hasNext();)
            joined += part.next().captured(1);
        literals += joined;
    }
    return literals;
}

bool isStatement(const QString &literal)
{
    static const QRegularExpression start(u"^(SELECT|INSERT|UPDATE|DELETE|WITH|REPLACE)\\b"_s);
    return literal.contains(start);
}

} // namespace

// Reads the sources: what a reviewer would have to look for in every change.
class SqlLintTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const auto files = QDir(SourceFolder).entryInfoList({u"*.cpp"_s, u"*.h"_s}, QDir::Files, QDir::Name);
        for (const QFileInfo &file : files)
            m_sources.insert(file.fileName(), contentOf(file.filePath()));
        QVERIFY(m_sources.size() > 20);
        Store store;
        QSqlQuery tables(store.database());
        QVERIFY(tables.exec(u"SELECT t.name FROM pragma_table_list AS t JOIN pragma_table_info(t.name) AS c "
                            "WHERE t.schema = 'main' AND c.name = 'guild_id'"_s));
        while (tables.next())
            m_tenantTables += tables.value(0).toString();
        QVERIFY(m_tenantTables.contains(u"message"_s) && m_tenantTables.contains(u"live_ticket"_s));
    }

    // TM-09: no statement on a server's rows without naming the server. Those that mean all servers say so in a comment.
    void everyStatementNamesTheServer()
    {
        const auto clauses = sharedClauses(m_sources.values());
        int seen = 0;
        for (auto it = m_sources.cbegin(); it != m_sources.cend(); ++it) {
            for (const QString &literal : literalsOf(it.value(), clauses)) {
                if (!isStatement(literal) || !touchesTenantTable(literal))
                    continue;
                ++seen;
                if (literal.contains(u"/* all servers */"_s))
                    continue;
                QVERIFY2(namesTheServer(literal), qPrintable(it.key() + u": "_s + literal));
            }
        }
        QVERIFY2(seen > 60, qPrintable(QString::number(seen))); // the reading itself works
    }

    void theRuleWouldNotice_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::addColumn<bool>("fine");
        QTest::newRow("no server") << u"SELECT count(*) FROM message WHERE ticket_id = :ticket"_s << false;
        QTest::newRow("only selected") << u"SELECT guild_id FROM message"_s << false;
        QTest::newRow("delete") << u"DELETE FROM ticket WHERE ticket_id = :ticket"_s << false;
        QTest::newRow("compared") << u"SELECT 1 FROM message AS m WHERE m.guild_id = :guild"_s << true;
        QTest::newRow("inserted") << u"INSERT INTO message (guild_id, ticket_id) VALUES (:guild, :ticket)"_s
                                  << true;
    }
    void theRuleWouldNotice()
    {
        QFETCH(QString, statement);
        QFETCH(bool, fine);
        QVERIFY(isStatement(statement) && touchesTenantTable(statement));
        QCOMPARE(namesTheServer(statement), fine);
    }

    // TM-18: values are bound, statements are not glued together.
    void noStatementIsGlued()
    {
        static const QRegularExpression glued(
            u"\"(?:SELECT|INSERT|UPDATE|DELETE|WITH|REPLACE)\\b(?:[^\"\\\\]|\\\\.)*\"(?:_s)?\\s*(?:\\+|\\.arg\\()"_s);
        for (auto it = m_sources.cbegin(); it != m_sources.cend(); ++it)
            QVERIFY2(!it.value().contains(glued), qPrintable(it.key()));
        QVERIFY(u"x(u\"SELECT %1\"_s.arg(y))"_s.contains(glued));
        QVERIFY(u"x(u\"SELECT \"_s + y)"_s.contains(glued));
    }

    // LAYOUT: SQL lives in the store only.
    void noOtherFolderSpeaksSql()
    {
        for (const QString &folder : {u"base"_s, u"discord"_s, u"tickets"_s, u"commands"_s}) {
            const auto files =
                QDir(SourceFolder + u"/../"_s + folder).entryInfoList({u"*.cpp"_s, u"*.h"_s}, QDir::Files);
            for (const QFileInfo &file : files)
                QVERIFY2(!contentOf(file.filePath()).contains(u"QSqlQuery"_s), qPrintable(file.fileName()));
        }
    }

private:
    bool touchesTenantTable(const QString &statement) const
    {
        static const QRegularExpression table(u"\\b(?:FROM|JOIN|INTO|UPDATE)\\s+(\\w+)"_s);
        for (auto it = table.globalMatch(statement); it.hasNext();) {
            if (m_tenantTables.contains(it.next().captured(1)))
                return true;
        }
        return false;
    }
    static bool namesTheServer(const QString &statement)
    {
        static const QRegularExpression compared(u"guild_id = (?::guild|\\w+\\.guild_id)"_s);
        static const QRegularExpression inserted(
            u"^INSERT INTO \\w+ \\((?:[^)]*, )?guild_id\\b[^)]*\\) VALUES \\([^)]*:guild(?:_id)?\\b"_s);
        return (statement.contains(compared) && statement.contains(u":guild"_s))
            || statement.contains(inserted);
    }

    QMap<QString, QString> m_sources;
    QStringList m_tenantTables;
};

QTEST_GUILESS_MAIN(SqlLintTest)
#include "tst_sqllint.moc"

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tokenvault.h"

#include <QDirIterator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace Qt::Literals::StringLiterals;

using Outcome = TokenVault::Outcome;

// The token in a real password store, in every state that store can be in (FAULTS F-62, TM-01). keyring.sh
// makes the state and names it in TA_KEYRING; what the state decides is asked only there.
class TestTokenVault : public QObject
{
    Q_OBJECT
private slots:
    void aTokenIsCleanedOfWhatPeoplePasteAroundIt_data();
    void aTokenIsCleanedOfWhatPeoplePasteAroundIt();
    void credentialsOfASystemdServiceAreRead();

    void anOpenStoreKeepsTheToken();
    void aStandInsTokenIsAnEntryOfItsOwn();
    void theTokenIsInNoPlainFile();
    void aLockedStoreIsNotTakenForAnEmptyOne();
    void aLockedStoreIsNeverOverwrittenNorEmptied();
    void withoutAStoreNothingIsSaved();
    void aStoreThatNeverAnswersIsGivenUp();
    void anAnswerForSomebodyGoneIsDropped();

private:
    QString m_store = qEnvironmentVariable("TA_KEYRING");
};

namespace {

constexpr auto storedToken = "MTIzNDU2Nzg5MDEyMzQ1Njc4.canary.vault-canary-0123456789-abcdefghijkl";
constexpr auto otherStore = "another state of the password store is being tested";

TokenVault::Answer answerOf(const std::function<void(TokenVault::Done)> &operation)
{
    std::optional<TokenVault::Answer> answer;
    operation([&answer](const TokenVault::Answer &given) { answer = given; });
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, 30'000))
        qFatal("the vault never answered");
    return *answer;
}

TokenVault::Answer readFrom(TokenVault &vault)
{
    return answerOf([&vault](TokenVault::Done done) { vault.read(&vault, std::move(done)); });
}

TokenVault::Answer writeTo(TokenVault &vault, const QByteArray &token)
{
    return answerOf([&](TokenVault::Done done) { vault.write(token, &vault, std::move(done)); });
}

TokenVault::Answer removeFrom(TokenVault &vault)
{
    return answerOf([&vault](TokenVault::Done done) { vault.remove(&vault, std::move(done)); });
}

} // namespace

void TestTokenVault::aTokenIsCleanedOfWhatPeoplePasteAroundIt_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("token");
    QTest::newRow("as it is") << QByteArray("a.b.c") << QByteArray("a.b.c");
    QTest::newRow("line end") << QByteArray(" a.b.c\r\n") << QByteArray("a.b.c");
    QTest::newRow("quotes") << QByteArray("\"a.b.c\"") << QByteArray("a.b.c");
    QTest::newRow("scheme") << QByteArray("'Bot a.b.c'") << QByteArray("a.b.c");
    QTest::newRow("nothing") << QByteArray(" \n") << QByteArray();
    QTest::newRow("one quote") << QByteArray("\"") << QByteArray("\"");
}

void TestTokenVault::aTokenIsCleanedOfWhatPeoplePasteAroundIt()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, token);
    QCOMPARE(cleanToken(text), token);
}

void TestTokenVault::credentialsOfASystemdServiceAreRead()
{
    qunsetenv("CREDENTIALS_DIRECTORY");
    QCOMPARE(tokenFromCredentials(), QByteArray());
    QTemporaryDir folder;
    qputenv("CREDENTIALS_DIRECTORY", folder.path().toUtf8());
    QCOMPARE(tokenFromCredentials(), QByteArray());
    QFile file(folder.filePath(u"discord-token"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("a.b.c\n");
    file.close();
    QCOMPARE(tokenFromCredentials(), QByteArray("a.b.c"));
    qunsetenv("CREDENTIALS_DIRECTORY");
}

void TestTokenVault::anOpenStoreKeepsTheToken()
{
    if (m_store != "unlocked"_L1)
        QSKIP(otherStore);
    TokenVault vault({.mayPrompt = false});
    QCOMPARE(readFrom(vault).outcome, Outcome::NotFound);
    QCOMPARE(removeFrom(vault).outcome, Outcome::Ok); // none there: nothing to complain about
    QCOMPARE(writeTo(vault, storedToken).outcome, Outcome::Ok);
    const TokenVault::Answer answer = readFrom(vault);
    QCOMPARE(answer.outcome, Outcome::Ok);
    QCOMPARE(answer.token, QByteArray(storedToken));
    QVERIFY(answer.text.isEmpty());
    QCOMPARE(writeTo(vault, "another.one").outcome, Outcome::Ok);
    QCOMPARE(readFrom(vault).token, QByteArray("another.one"));
    QCOMPARE(removeFrom(vault).outcome, Outcome::Ok);
    QCOMPARE(readFrom(vault).outcome, Outcome::NotFound);
}

// PROTOCOL T-01
void TestTokenVault::aStandInsTokenIsAnEntryOfItsOwn()
{
    if (m_store != "unlocked"_L1)
        QSKIP(otherStore);
    TokenVault real({.mayPrompt = false});
    TokenVault standIn({.standIn = true, .mayPrompt = false});
    QCOMPARE(writeTo(real, "real.one").outcome, Outcome::Ok);
    QCOMPARE(readFrom(standIn).outcome, Outcome::NotFound);
    QCOMPARE(writeTo(standIn, "test.one").outcome, Outcome::Ok);
    QCOMPARE(readFrom(real).token, QByteArray("real.one"));
    QCOMPARE(readFrom(standIn).token, QByteArray("test.one"));
}

// TM-01: the keyring's own file is encrypted; nobody else writes one.
void TestTokenVault::theTokenIsInNoPlainFile()
{
    if (m_store != "unlocked"_L1)
        QSKIP(otherStore);
    TokenVault vault({.mayPrompt = false});
    QCOMPARE(writeTo(vault, storedToken).outcome, Outcome::Ok);
    int files = 0;
    QDirIterator all(QDir::homePath(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        QFile file(all.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        ++files;
        QVERIFY2(!file.readAll().contains("vault-canary"), qPrintable(file.fileName()));
    }
    QVERIFY(files > 0); // the keyring at least
}

void TestTokenVault::aLockedStoreIsNotTakenForAnEmptyOne()
{
    if (m_store != "locked"_L1)
        QSKIP(otherStore);
    TokenVault vault({.mayPrompt = false});
    const TokenVault::Answer answer = readFrom(vault);
    QCOMPARE(answer.outcome, Outcome::Locked);
    QVERIFY(!answer.text.isEmpty());
}

void TestTokenVault::aLockedStoreIsNeverOverwrittenNorEmptied()
{
    if (m_store != "locked"_L1)
        QSKIP(otherStore);
    TokenVault vault({.mayPrompt = false});
    QCOMPARE(writeTo(vault, storedToken).outcome, Outcome::Locked);
    QCOMPARE(removeFrom(vault).outcome, Outcome::Locked);
}

void TestTokenVault::withoutAStoreNothingIsSaved()
{
    if (m_store != "nostore"_L1 && m_store != "nobus"_L1)
        QSKIP(otherStore);
    TokenVault vault({.mayPrompt = false});
    QCOMPARE(readFrom(vault).outcome, Outcome::NoStore);
    QCOMPARE(writeTo(vault, storedToken).outcome, Outcome::NoStore);
    QCOMPARE(readFrom(vault).outcome, Outcome::NoStore);
    QDirIterator all(QDir::homePath(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        QFile file(all.next());
        if (file.open(QIODevice::ReadOnly))
            QVERIFY2(!file.readAll().contains("vault-canary"), qPrintable(file.fileName()));
    }
}

void TestTokenVault::aStoreThatNeverAnswersIsGivenUp()
{
    TokenVault vault({.mayPrompt = false, .answerMs = 0});
    QCOMPARE(readFrom(vault).outcome, Outcome::TimedOut);
}

void TestTokenVault::anAnswerForSomebodyGoneIsDropped()
{
    TokenVault vault({.mayPrompt = false});
    bool called = false;
    {
        QObject asker;
        vault.read(&asker, [&called](const TokenVault::Answer &) { called = true; });
    }
    readFrom(vault); // the first answer has come by then
    QVERIFY(!called);
}

QTEST_GUILESS_MAIN(TestTokenVault)
#include "tst_tokenvault.moc"

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/discord/useragent.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

// Whatever makes a connection trust a stranger. Spelled in two halves, so that this file is no finding itself.
QStringList weaknesses(const QString &source)
{
    static const QRegularExpression weak(u"ignore"_s + u"SslErrors|Verify"_s + u"None|Query"_s
                                         + u"Peer|setPeerVerifyMode|setPeerVerifyDepth"_s);
    QStringList found;
    for (auto it = weak.globalMatch(source); it.hasNext();)
        found += it.next().captured();
    return found;
}

} // namespace

// How we connect, read from the sources themselves: what a running test cannot see.
class TransportLintTest : public QObject
{
    Q_OBJECT

private:
    QHash<QString, QString> m_sources; // by path below the project

private slots:
    void initTestCase()
    {
        const QDir root(QStringLiteral(TA_PROJECT_SOURCES));
        for (const QString &folder : {u"bot"_s, u"ui"_s, u"app"_s, u"tests"_s}) {
            QDirIterator files(root.filePath(folder), {u"*.cpp"_s, u"*.h"_s}, QDir::Files,
                               QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
                m_sources.insert(root.relativeFilePath(file.fileName()), QString::fromUtf8(file.readAll()));
            }
        }
        QVERIFY(m_sources.size() > 200);
        QVERIFY(m_sources.contains(u"bot/discord/restattempt.cpp"_s));
    }

    void aWeaknessWouldBeSeen_data()
    {
        QTest::addColumn<QString>("source");
        QTest::newRow("errors ignored") << u"socket.ignore"_s + u"SslErrors();"_s;
        QTest::newRow("peer not verified") << u"setPeerVerifyMode(QSslSocket::Verify"_s + u"None)"_s;
        QTest::newRow("peer only asked") << u"QSslSocket::Query"_s + u"Peer"_s;
    }
    void aWeaknessWouldBeSeen()
    {
        QFETCH(QString, source);
        QVERIFY(!weaknesses(source).isEmpty());
    }

    // PROTOCOL T-02; FAULTS F-31, TM-07, TM-24
    void noCertificateIsAcceptedUnseen()
    {
        for (auto it = m_sources.cbegin(); it != m_sources.cend(); ++it) {
            const QStringList found =
                it.key().endsWith("tst_transportlint.cpp"_L1) ? QStringList() : weaknesses(*it);
            QVERIFY2(found.isEmpty(), qPrintable(it.key() + u": "_s + found.join(u", "_s)));
        }
    }

    // PROTOCOL N-01: one home for who we say we are.
    void theUserAgentStandsInOnePlace()
    {
        QStringList homes;
        for (auto it = m_sources.cbegin(); it != m_sources.cend(); ++it) {
            if (it.key().startsWith("bot/"_L1) && it->contains("\"DiscordBot ("_L1))
                homes += it.key();
        }
        QCOMPARE(homes, QStringList{u"bot/discord/useragent.cpp"_s});
    }

    void theUserAgentNamesTheProjectAndItsVersion()
    {
        QCOMPARE(Discord::userAgent(), "DiscordBot (" TA_HOMEPAGE ", " TA_VERSION ")");
        static const QRegularExpression form(u"^DiscordBot \\(https://[^\\s,]+, \\d+\\.\\d+\\.\\d+\\)$"_s);
        QVERIFY(form.match(QString::fromLatin1(Discord::userAgent())).hasMatch());
    }
};

QTEST_GUILESS_MAIN(TransportLintTest)
#include "tst_transportlint.moc"

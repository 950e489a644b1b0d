// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/autostart.h"
#include "ui/proxychoice.h"

#include <QDir>
#include <QFile>
#include <QNetworkProxy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

// What this computer is told: to start the program (UX J1, 3.10), and which proxy to use.
class tst_Autostart : public QObject
{
    Q_OBJECT
private slots:
    void theEntryNamesTheProgramAndItsFolder()
    {
        const Autostart::Program program{u"/usr/bin/ticket-assistant"_s,
                                         {u"--data-dir"_s, u"/home/dana/my data"_s}};
        const QString entry = Autostart::desktopEntry(program);
        QVERIFY(entry.startsWith("[Desktop Entry]\n"_L1));
        QVERIFY(entry.contains("Type=Application\n"_L1));
        QVERIFY2(
            entry.contains("Exec=\"/usr/bin/ticket-assistant\" \"--data-dir\" \"/home/dana/my data\"\n"_L1),
            qPrintable(entry));
        const QString agent = Autostart::launchAgent(program);
        QVERIFY(agent.contains("<string>/home/dana/my data</string>"_L1));
        QVERIFY(agent.contains("<key>RunAtLoad</key>\n  <true/>"_L1));
    }
    void whatIsSpecialInAnExecLineIsTakenBack_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("word");
        QTest::newRow("percent") << u"/a%b"_s << u"\"/a%%b\""_s;
        QTest::newRow("dollar") << u"/a$b"_s << u"\"/a\\\\$b\""_s;
        QTest::newRow("quote") << u"/a\"b"_s << u"\"/a\\\\\"b\""_s;
        QTest::newRow("backslash") << u"/a\\b"_s << u"\"/a\\\\\\\\b\""_s;
    }
    void whatIsSpecialInAnExecLineIsTakenBack() // desktop entry specification, "The Exec key"
    {
        QFETCH(QString, path);
        QFETCH(QString, word);
        const QString entry = Autostart::desktopEntry({path, {}});
        QVERIFY2(entry.contains(u"Exec=%1\n"_s.arg(word)), qPrintable(entry));
    }
    void itIsSwitchedOnAndOff()
    {
        QTemporaryDir dir;
        const QString folder = dir.filePath(u"config/autostart"_s);
        Autostart autostart({u"/opt/ta"_s, {}}, folder);
        QVERIFY(autostart.offered());
        QVERIFY(!autostart.enabled());
        QVERIFY(autostart.set(true).ok());
        QVERIFY(autostart.enabled());
        const QStringList files = QDir(folder).entryList(QDir::Files);
        QCOMPARE(files.size(), 1);
        // Somebody switched it off in the desktop's own settings.
        QFile file(folder + u'/' + files.first());
        QVERIFY(file.open(QIODevice::Append));
        file.write("Hidden=true\n");
        file.close();
        QVERIFY(!autostart.enabled());
        QVERIFY(autostart.set(true).ok());
        QVERIFY(autostart.enabled());
        QVERIFY(autostart.set(false).ok());
        QVERIFY(!autostart.enabled());
        QVERIFY(QDir(folder).entryList(QDir::Files).isEmpty());
        QVERIFY(autostart.set(false).ok()); // twice is no error
    }
    void aFolderThatCannotBeWrittenIsSaid()
    {
        QTemporaryDir dir;
        QFile inTheWay(dir.filePath(u"file"_s));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        inTheWay.close();
        Autostart autostart({u"/opt/ta"_s, {}}, dir.filePath(u"file/autostart"_s));
        const Status status = autostart.set(true);
        QVERIFY(!status.ok());
        QVERIFY(status.error().text.contains("cannot be written"_L1));
        QVERIFY(!autostart.enabled());
    }
    void nothingIsOfferedWithoutAProgram() { QVERIFY(!Autostart().offered()); }

    void aProxyIsAHostAndAPort_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("valid");
        QTest::newRow("system") << QString() << true;
        QTest::newRow("none") << u"none"_s << true;
        QTest::newRow("host and port") << u"proxy.example.org:8080"_s << true;
        QTest::newRow("address") << u"10.0.0.1:3128"_s << true;
        QTest::newRow("no port") << u"proxy.example.org"_s << false;
        QTest::newRow("scheme") << u"http://proxy.example.org:8080"_s << false;
        QTest::newRow("password") << u"ana:secret@proxy.example.org:8080"_s << false;
        QTest::newRow("path") << u"proxy.example.org:8080/x"_s << false;
    }
    void aProxyIsAHostAndAPort()
    {
        QFETCH(QString, text);
        QFETCH(bool, valid);
        QCOMPARE(ProxyChoice::valid(text), valid);
    }
    void loopbackNeverGoesThroughTheProxy()
    {
        ProxyChoice::apply(u"proxy.example.org:8080"_s);
        const auto used = [](const QString &host) {
            return QNetworkProxyFactory::proxyForQuery(QNetworkProxyQuery(host, 443)).first();
        };
        QCOMPARE(used(u"discord.com"_s).hostName(), u"proxy.example.org"_s);
        QCOMPARE(used(u"discord.com"_s).port(), quint16(8080));
        QCOMPARE(used(u"127.0.0.1"_s).type(), QNetworkProxy::NoProxy);
        QCOMPARE(used(u"localhost"_s).type(), QNetworkProxy::NoProxy);
        ProxyChoice::apply(u"none"_s);
        QCOMPARE(used(u"discord.com"_s).type(), QNetworkProxy::NoProxy);
        ProxyChoice::apply({});
    }
};

QTEST_GUILESS_MAIN(tst_Autostart)
#include "tst_autostart.moc"

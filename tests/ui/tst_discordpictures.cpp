// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rawhttpserver.h"

#include "ui/discordpictures.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QPixmap>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

const QString iconHash = u"0123456789abcdef0123456789abcdef"_s;
constexpr GuildId pictureGuild{990000000000000001};

QByteArray pngOf(const QSize &size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::red);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "png");
    return bytes;
}

RawHttpServer::Answer pictureAnswer(const QByteArray &bytes, const QByteArray &status = "200 OK",
                                    const QByteArray &headers = {})
{
    return {"HTTP/1.1 " + status + "\r\nContent-Type: image/png\r\n" + headers
                + "Content-Length: " + QByteArray::number(bytes.size()) + "\r\n\r\n" + bytes,
            true};
}

} // namespace

// Pictures are an ornament from outside: they come from one host, in bounds, and never in anybody's way.
class tst_DiscordPictures : public QObject
{
    Q_OBJECT
private slots:
    void onlyDiscordsHostOrLoopbackIsAsked_data()
    {
        QTest::addColumn<QUrl>("api");
        QTest::addColumn<QUrl>("host");
        QTest::newRow("Discord") << QUrl(u"https://discord.com/api/v10"_s)
                                 << QUrl(u"https://cdn.discordapp.com"_s);
        QTest::newRow("stand-in") << QUrl(u"http://127.0.0.1:4567/api/v10"_s)
                                  << QUrl(u"http://127.0.0.1:4567"_s);
        QTest::newRow("another host") << QUrl(u"https://example.org/api/v10"_s) << QUrl();
        QTest::newRow("looks like Discord") << QUrl(u"https://discord.com.example.org/api"_s) << QUrl();
    }
    void onlyDiscordsHostOrLoopbackIsAsked()
    {
        QFETCH(QUrl, api);
        QFETCH(QUrl, host);
        QCOMPARE(DiscordPictures::hostFor(api), host);
    }

    void initialsStandInUntilThePictureIsThereAndItIsKept()
    {
        RawHttpServer server;
        server.setHandler([](const RawHttpServer::Request &) { return pictureAnswer(pngOf({64, 64})); });
        QTemporaryDir dir;
        {
            DiscordPictures pictures(QUrl(server.base()), dir.path());
            QSignalSpy changed(&pictures, &DiscordPictures::changed);
            QVERIFY(pictures.server(pictureGuild, iconHash).isNull());
            QVERIFY(!DiscordPictures::ofServer(pictureGuild, iconHash, u"Northwind"_s, Qt::blue).isNull());
            QTRY_COMPARE(changed.size(), 1);
            const QImage shown = pictures.server(pictureGuild, iconHash).pixmap(64, 64).toImage();
            QCOMPARE(shown.pixelColor(32, 32), QColor(Qt::red));
        }
        QCOMPARE(server.requests().size(), 1);
        QVERIFY(server.requests().first().target.startsWith("/icons/990000000000000001/" + iconHash.toLatin1()
                                                            + ".png"));
        QVERIFY(!server.requests().first().headers.contains("authorization"));
        DiscordPictures again(QUrl(server.base()), dir.path());
        QSignalSpy changed(&again, &DiscordPictures::changed);
        QVERIFY(again.server(pictureGuild, iconHash).isNull());
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(server.requests().size(), 1); // from the folder
    }

    void otherPeoplesPicturesLeaveNothingOnTheDisk() // erasing a person is complete
    {
        RawHttpServer server;
        server.setHandler([](const RawHttpServer::Request &) { return pictureAnswer(pngOf({64, 64})); });
        QTemporaryDir dir;
        DiscordPictures pictures(QUrl(server.base()), dir.path());
        QSignalSpy changed(&pictures, &DiscordPictures::changed);
        QVERIFY(pictures.person(UserId(77), iconHash).isNull());
        QTRY_COMPARE(changed.size(), 1);
        QVERIFY(!pictures.person(UserId(77), iconHash).isNull());
        QVERIFY(QDir(dir.path()).entryList(QDir::Files).isEmpty());
    }

    void whatIsNoPictureIsIgnored_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("status");
        QTest::newRow("not there") << QByteArray("no") << QByteArray("404 Not Found");
        QTest::newRow("something else") << QByteArray("<svg/>") << QByteArray("200 OK");
        QTest::newRow("too wide") << pngOf({2000, 4}) << QByteArray("200 OK");
        QTest::newRow("too many bytes")
            << QByteArray(DiscordPictures::LargestBytes * 2, 'x') << QByteArray("200 OK");
        QTest::newRow("elsewhere") << QByteArray() << QByteArray("302 Found");
    }
    void whatIsNoPictureIsIgnored()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, status);
        RawHttpServer server, elsewhere;
        server.setHandler([&](const RawHttpServer::Request &request) {
            if (request.target.contains("/111/"))
                return pictureAnswer(pngOf({64, 64})); // another one, to know when all is done
            return pictureAnswer(body, status, "Location: " + elsewhere.base().toLatin1() + "/x.png\r\n");
        });
        QTemporaryDir dir;
        DiscordPictures pictures(QUrl(server.base()), dir.path());
        QSignalSpy changed(&pictures, &DiscordPictures::changed);
        QVERIFY(pictures.server(pictureGuild, iconHash).isNull());
        QTRY_COMPARE(server.requests().size(), 1);
        QVERIFY(pictures.server(GuildId(111), iconHash).isNull());
        QTRY_COMPARE(changed.size(), 1);
        QVERIFY(pictures.server(pictureGuild, iconHash).isNull());
        QCOMPARE(server.requests().size(), 2); // in vain once is enough
        QVERIFY(elsewhere.requests().isEmpty());
        QCOMPARE(QDir(dir.path()).entryList(QDir::Files).size(), 1);
    }

    void aStrangeHashIsNeverPartOfAnAddress_data()
    {
        QTest::addColumn<QString>("hash");
        QTest::newRow("none") << QString();
        QTest::newRow("path") << u"../../../../etc/passwd0000000000"_s;
        QTest::newRow("too short") << u"abc"_s;
        QTest::newRow("upper case") << iconHash.toUpper();
    }
    void aStrangeHashIsNeverPartOfAnAddress()
    {
        QFETCH(QString, hash);
        RawHttpServer server;
        DiscordPictures pictures(QUrl(server.base()), {});
        QVERIFY(pictures.server(pictureGuild, hash).isNull());
        QTest::qWait(20);
        QVERIFY(server.requests().isEmpty());
    }

    void theFolderStaysSmall()
    {
        RawHttpServer server;
        server.setHandler([](const RawHttpServer::Request &) { return pictureAnswer(pngOf({8, 8})); });
        QTemporaryDir dir;
        DiscordPictures pictures(QUrl(server.base()), dir.path());
        QSignalSpy changed(&pictures, &DiscordPictures::changed);
        constexpr int asked = DiscordPictures::MostFiles + 5;
        for (int i = 1; i <= asked; ++i)
            QVERIFY(pictures.server(GuildId(quint64(i)), iconHash).isNull());
        QTRY_COMPARE_WITH_TIMEOUT(changed.size(), asked, 30'000);
        QVERIFY(QDir(dir.path()).entryList(QDir::Files).size() <= DiscordPictures::MostFiles);
    }

    void withoutAHostNothingIsAsked() // the demo
    {
        DiscordPictures pictures({}, {});
        QVERIFY(pictures.server(pictureGuild, iconHash).isNull());
    }
};

QTEST_MAIN(tst_DiscordPictures)
#include "tst_discordpictures.moc"

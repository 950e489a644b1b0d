// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/discord/inflater.h"

#include <QRandomGenerator>
#include <QTest>

#include <zlib.h>

using namespace Discord;

// The other side: one deflate context for the life of a connection, flushed after every payload.
class Deflater
{
public:
    Deflater() { deflateInit(&m_stream, Z_BEST_COMPRESSION); }
    ~Deflater() { deflateEnd(&m_stream); }

    QByteArray payload(QByteArray plain)
    {
        QByteArray compressed(qsizetype(deflateBound(&m_stream, uLong(plain.size()))) + 64, '\0');
        m_stream.next_in = reinterpret_cast<Bytef *>(plain.data());
        m_stream.avail_in = uInt(plain.size());
        m_stream.next_out = reinterpret_cast<Bytef *>(compressed.data());
        m_stream.avail_out = uInt(compressed.size());
        deflate(&m_stream, Z_SYNC_FLUSH);
        compressed.chop(qsizetype(m_stream.avail_out));
        return compressed;
    }

private:
    z_stream m_stream{};
};

static QByteArray noise(int bytes, quint32 seed = 7)
{
    QRandomGenerator dice(seed);
    QByteArray text(bytes, '\0');
    for (char &c : text)
        c = char('a' + dice.bounded(26));
    return text;
}

// zlib-stream as PROTOCOL G-06 wants it read.
class InflaterTest : public QObject
{
    Q_OBJECT
private slots:
    void payloadsShareOneContext();
    void aPayloadMayComeInPieces_data();
    void aPayloadMayComeInPieces();
    void theSuffixMayBeSplit();
    void outputLargerThanTheBufferIsWhole_data();
    void outputLargerThanTheBufferIsWhole();
    void repetitiveSmallPayloadsAreNoBomb();
    void bombsAreRefused_data();
    void bombsAreRefused();
    void garbageIsAnError_data();
    void garbageIsAnError();
    void afterAnErrorNothingIsReadAnyMore();
    void aPayloadThatNeverEndsIsAnError();
};

void InflaterTest::payloadsShareOneContext()
{
    Deflater deflater;
    Inflater inflater;
    for (int i = 0; i < 300; ++i) {
        const QByteArray plain =
            "{\"op\":0,\"s\":" + QByteArray::number(i) + ",\"d\":\"" + noise(i * 7, 3) + "\"}";
        const auto payload = inflater.feed(deflater.payload(plain));
        QVERIFY(payload && payload->has_value());
        QCOMPARE(**payload, plain);
    }
    QVERIFY(!Inflater().feed(deflater.payload("{\"op\":11}"))); // another context cannot read it
}

void InflaterTest::aPayloadMayComeInPieces_data()
{
    QTest::addColumn<int>("piece");
    for (const int piece : {1, 2, 3, 5, 1000})
        QTest::newRow(QByteArray::number(piece).constData()) << piece;
}

void InflaterTest::aPayloadMayComeInPieces()
{
    QFETCH(int, piece);
    Deflater deflater;
    Inflater inflater;
    for (const QByteArray &plain : {noise(5000), QByteArray("{}"), noise(70'000, 9)}) {
        const QByteArray compressed = deflater.payload(plain);
        QByteArray got;
        for (qsizetype at = 0; at < compressed.size(); at += piece) {
            const auto payload = inflater.feed(compressed.mid(at, piece));
            QVERIFY(payload);
            if (at + piece < compressed.size())
                QVERIFY(!payload->has_value());
            else
                got = payload->value_or(QByteArray());
        }
        QCOMPARE(got, plain);
    }
}

// F-21: the four bytes 00 00 FF FF arrive in two messages.
void InflaterTest::theSuffixMayBeSplit()
{
    for (int tail = 1; tail <= 3; ++tail) {
        Deflater deflater;
        Inflater inflater;
        const QByteArray compressed = deflater.payload("{\"op\":10}");
        QVERIFY(compressed.endsWith(QByteArray("\x00\x00\xff\xff", 4)));
        const auto first = inflater.feed(compressed.chopped(tail));
        QVERIFY(first && !first->has_value());
        const auto second = inflater.feed(compressed.right(tail));
        QVERIFY(second);
        QCOMPARE(second->value_or(QByteArray()), QByteArray("{\"op\":10}"));
    }
}

void InflaterTest::outputLargerThanTheBufferIsWhole_data()
{
    QTest::addColumn<int>("bytes");
    for (const int bytes : {65'535, 65'536, 65'537, 131'072, 8'000'000})
        QTest::newRow(QByteArray::number(bytes).constData()) << bytes;
}

void InflaterTest::outputLargerThanTheBufferIsWhole()
{
    QFETCH(int, bytes);
    Deflater deflater;
    Inflater inflater;
    const QByteArray plain = noise(bytes);
    const auto payload = inflater.feed(deflater.payload(plain));
    QVERIFY(payload);
    QCOMPARE(payload->value_or(QByteArray()), plain);
    QCOMPARE(inflater.feed(deflater.payload("next"))->value_or(QByteArray()), QByteArray("next"));
}

void InflaterTest::repetitiveSmallPayloadsAreNoBomb()
{
    Deflater deflater;
    Inflater inflater;
    const QByteArray plain(10'000, 'x'); // a few dozen bytes on the wire, from the second time on even fewer
    for (int i = 0; i < 10; ++i)
        QCOMPARE(inflater.feed(deflater.payload(plain))->value_or(QByteArray()), plain);
}

void InflaterTest::bombsAreRefused_data() // F-21
{
    QTest::addColumn<QByteArray>("compressed");
    Deflater large;
    QTest::newRow("1:1000") << large.payload(QByteArray(64 * 1024 * 1024, '\0'));
    Deflater small;
    QTest::newRow("small") << small.payload(QByteArray(100'000, ' '));
    Deflater honest; // below 200:1, above 32 MiB
    QByteArray plain = noise(300'000);
    plain += QByteArray(40 * 1024 * 1024, 'y');
    QTest::newRow("too large") << honest.payload(plain);
}

void InflaterTest::bombsAreRefused()
{
    QFETCH(QByteArray, compressed);
    Inflater inflater;
    const auto payload = inflater.feed(compressed);
    QVERIFY(!payload);
    QCOMPARE(payload.error().kind, ErrorKind::Corrupt);
}

void InflaterTest::garbageIsAnError_data() // F-21
{
    QTest::addColumn<QByteArray>("compressed");
    const QByteArray marker("\x00\x00\xff\xff", 4);
    QTest::newRow("marker alone") << marker;
    QTest::newRow("plain JSON") << "{\"op\":10}" + marker;
    QTest::newRow("bad window") << QByteArray("\xf8\x01", 2) + marker;
    Deflater cutOff;
    QTest::newRow("beginning cut off") << cutOff.payload(noise(2000)).mid(10);
    QTest::newRow("finished stream") << QByteArray::fromHex("789c030000000001") + marker;
}

void InflaterTest::garbageIsAnError()
{
    QFETCH(QByteArray, compressed);
    QVERIFY(!Inflater().feed(compressed));
}

void InflaterTest::afterAnErrorNothingIsReadAnyMore()
{
    Inflater inflater;
    QVERIFY(!inflater.feed(QByteArray("\x00\x00\xff\xff", 4)));
    Deflater deflater;
    QVERIFY(!inflater.feed(deflater.payload("{}")));
}

void InflaterTest::aPayloadThatNeverEndsIsAnError()
{
    Inflater inflater;
    const QByteArray part(8 * 1024 * 1024, 'x');
    for (int i = 0; i < 4; ++i)
        QVERIFY(inflater.feed(part));
    QVERIFY(!inflater.feed(part));
}

QTEST_APPLESS_MAIN(InflaterTest)
#include "tst_inflater.moc"

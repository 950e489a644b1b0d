// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/base/snowflake.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace Qt::Literals::StringLiterals;

class TestSnowflake : public QObject
{
    Q_OBJECT
private slots:
    void idsAreReadFromStringsAndSmallIntegers_data();
    void idsAreReadFromStringsAndSmallIntegers(); // R-07
    void idsDoNotPassThroughDouble(); // R-07
    void theTimeOfAnIdIsDiscords(); // M-01, R-08
    void anIdOfAnInstantIsTheSmallestOfIt();
    void idsSurviveSqlAndText();
    void zeroMeansNone();
};

void TestSnowflake::idsAreReadFromStringsAndSmallIntegers_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<quint64>("id"); // 0 = refused
    QTest::newRow("string") << R"("175928847299117063")"_ba << quint64(175928847299117063);
    QTest::newRow("largest") << R"("18446744073709551615")"_ba << quint64(18446744073709551615u);
    QTest::newRow("one too large") << R"("18446744073709551616")"_ba << quint64(0);
    QTest::newRow("21 digits") << R"("018446744073709551615")"_ba << quint64(0);
    QTest::newRow("empty") << R"("")"_ba << quint64(0);
    QTest::newRow("sign") << R"("-5")"_ba << quint64(0);
    QTest::newRow("plus") << R"("+5")"_ba << quint64(0);
    QTest::newRow("space") << R"(" 5")"_ba << quint64(0);
    QTest::newRow("hexadecimal") << R"("0x10")"_ba << quint64(0);
    QTest::newRow("letters") << R"("12a")"_ba << quint64(0);
    QTest::newRow("other digits") << QByteArray("\"\xd9\xa1\xd9\xa2\"") << quint64(0);
    QTest::newRow("zero") << R"("0")"_ba << quint64(0);
    QTest::newRow("integer") << "4096"_ba << quint64(4096);
    QTest::newRow("largest exact integer") << "9007199254740992"_ba << quint64(9007199254740992);
    QTest::newRow("larger integer") << "9007199254740993"_ba << quint64(0);
    QTest::newRow("negative integer") << "-4"_ba << quint64(0);
    QTest::newRow("fraction") << "4.5"_ba << quint64(0);
    QTest::newRow("null") << "null"_ba << quint64(0);
    QTest::newRow("true") << "true"_ba << quint64(0);
    QTest::newRow("array") << "[1]"_ba << quint64(0);
}

void TestSnowflake::idsAreReadFromStringsAndSmallIntegers()
{
    QFETCH(QByteArray, json);
    const QJsonValue value = QJsonDocument::fromJson("[" + json + "]").array().at(0);
    QTEST(snowflakeFromJson(value).value_or(0), "id");
}

void TestSnowflake::idsDoNotPassThroughDouble()
{
    // The neighbour of a 60-bit id differs only in bits that a double does not have.
    const QJsonObject json =
        QJsonDocument::fromJson(R"({"a":"1152921504606846977","b":"1152921504606846978"})").object();
    QCOMPARE(UserId::fromJson(json["a"_L1]).value, quint64(1152921504606846977));
    QVERIFY(UserId::fromJson(json["a"_L1]) != UserId::fromJson(json["b"_L1]));
}

void TestSnowflake::theTimeOfAnIdIsDiscords()
{
    // The example of Discord's reference: 2016-04-30 11:18:25.796 UTC.
    QCOMPARE(MessageId(175928847299117063).createdAtMs(), UtcMs(1462015105796));
    QCOMPARE(MessageId().createdAtMs(), DiscordEpochMs);
}

void TestSnowflake::anIdOfAnInstantIsTheSmallestOfIt()
{
    const UtcMs at = 1462015105796;
    const MessageId first = MessageId::atMs(at);
    QCOMPARE(first.createdAtMs(), at);
    QCOMPARE(MessageId(first.value - 1).createdAtMs(), at - 1);
    QCOMPARE(MessageId::atMs(DiscordEpochMs - 5), MessageId());
}

void TestSnowflake::idsSurviveSqlAndText()
{
    const ChannelId id(175928847299117063);
    QCOMPARE(ChannelId::fromSql(id.toSql()), id);
    QCOMPARE(ChannelId::fromText(id.toString()), id);
    QCOMPARE(ChannelId::fromText(u"general"), ChannelId());
}

void TestSnowflake::zeroMeansNone()
{
    QVERIFY(!RoleId());
    QVERIFY(RoleId(1));
    QVERIFY(RoleId(1) < RoleId(2));
    QCOMPARE(QSet<RoleId>({RoleId(1), RoleId(1), RoleId(2)}).size(), 2);
}

QTEST_APPLESS_MAIN(TestSnowflake)
#include "tst_snowflake.moc"

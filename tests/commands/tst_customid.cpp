// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/commands/customid.h"

#include <QRandomGenerator>
#include <QSet>
#include <QtTest>

using namespace Qt::Literals::StringLiterals;

namespace {

QString canonical(const CustomId &id)
{
    if (const ViewId *view = std::get_if<ViewId>(&id))
        return view->toString();
    if (const ActionId *action = std::get_if<ActionId>(&id))
        return action->toString();
    return {};
}

} // namespace

class TestCustomId : public QObject
{
    Q_OBJECT
private slots:
    void viewsCarryTheirArguments();
    void everyActionAndViewSurvives();
    void theLongestOneFitsDiscord();
    void actionsAre128RandomBits(); // TM-12
    void onlyOurOwnSpellingIsRead_data();
    void onlyOurOwnSpellingIsRead(); // TM-12
    void mutatedIdsAreRefusedOrWhatTheySay(); // TM-12
};

void TestCustomId::viewsCarryTheirArguments()
{
    const ViewId id{ViewId::Action::Period, u"175928847299117063"_s, 30, ViewId::View::Volume,
                    UserId(80351110224678912)};
    QCOMPARE(id.toString(), u"ts1:period:175928847299117063:30:volume:80351110224678912"_s);
    QCOMPARE(std::get<ViewId>(parseCustomId(id.toString())), id);
}

void TestCustomId::everyActionAndViewSurvives()
{
    QSet<QString> texts;
    for (int action = 0; action <= int(ViewId::Action::ExplainPerson); ++action) {
        if (ViewId::Action(action) == ViewId::Action::Tickets)
            continue; // has pages instead of views
        for (int view = 0; view <= int(ViewId::View::OlderThan); ++view) {
            const ViewId id{ViewId::Action(action), u"all"_s, 1, ViewId::View(view), UserId(5)};
            QCOMPARE(std::get<ViewId>(parseCustomId(id.toString())), id);
            texts.insert(id.toString());
        }
    }
    QCOMPARE(texts.size(), int(ViewId::Action::ExplainPerson) * (int(ViewId::View::OlderThan) + 1));
    for (const int page : {1, 2, 9999}) {
        const ViewId id{ViewId::Action::Tickets, u"all"_s, 30, ViewId::View::List, UserId(5), page};
        QCOMPARE(std::get<ViewId>(parseCustomId(id.toString())), id);
    }
    for (const QString &page : {u"p0"_s, u"p"_s, u"p01"_s, u"p10000"_s, u"list"_s, u"2"_s})
        QVERIFY(
            std::holds_alternative<std::monostate>(parseCustomId(u"ts1:tickets:all:30:%1:5"_s.arg(page))));
}

void TestCustomId::theLongestOneFitsDiscord()
{
    const ViewId id{ViewId::Action::Privileged, u"18446744073709551615"_s, 3650, ViewId::View::Everything,
                    UserId(18446744073709551615u)};
    QVERIFY(id.toString().size() <= 100);
    QCOMPARE(std::get<ViewId>(parseCustomId(id.toString())), id);
}

void TestCustomId::actionsAre128RandomBits()
{
    QSet<QByteArray> keys;
    for (int i = 0; i < 1000; ++i) {
        const ActionId id = ActionId::random();
        QCOMPARE(id.key.size(), 32);
        QCOMPARE(std::get<ActionId>(parseCustomId(id.toString())), id);
        keys.insert(id.key);
    }
    QCOMPARE(keys.size(), 1000);
}

void TestCustomId::onlyOurOwnSpellingIsRead_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"",
                             "ts1",
                             "ts1:",
                             "ts2:period:all:30:volume:5",
                             "ts1:period:all:30:volume",
                             "ts1:period:all:30:volume:5:6",
                             "ts1:delete:all:30:volume:5",
                             "ts1:Period:all:30:volume:5",
                             "ts1::all:30:volume:5",
                             "ts1:period::30:volume:5",
                             "ts1:period:ALL:30:volume:5",
                             "ts1:period:0:30:volume:5",
                             "ts1:period:-7:30:volume:5",
                             "ts1:period:007:30:volume:5",
                             "ts1:period:all:0:volume:5",
                             "ts1:period:all:3651:volume:5",
                             "ts1:period:all:030:volume:5",
                             "ts1:period:all:+30:volume:5",
                             "ts1:period:all: 30:volume:5",
                             "ts1:period:all:30.0:volume:5",
                             "ts1:period:all:99999999999:volume:5",
                             "ts1:period:all:30:pie:5",
                             "ts1:period:all:30::5",
                             "ts1:period:all:30:volume:",
                             "ts1:period:all:30:volume:0",
                             "ts1:period:all:30:volume:05",
                             "ts1:period:all:30:volume:18446744073709551616",
                             "ts1:period:all:30:volume:5 ",
                             " ts1:period:all:30:volume:5",
                             "ts1:period:all:30:volume:5\n",
                             "ta1:",
                             "ta1:00",
                             "ta1:0123456789abcdef0123456789abcde",
                             "ta1:0123456789abcdef0123456789abcdef0",
                             "ta1:0123456789ABCDEF0123456789ABCDEF",
                             "ta1:0123456789abcdef0123456789abcdeg",
                             "ta2:0123456789abcdef0123456789abcdef",
                             "ta1:0123456789abcdef0123456789abcde'"})
        QTest::addRow("%s", text) << QString::fromUtf8(text);
    QTest::newRow("other digits") << u"ts1:period:all:٣٠:volume:5"_s;
    QTest::newRow("NUL") << u"ts1:period:all:30:volume:5"_s + QChar(0);
    QTest::newRow("very long") << u"ts1:"_s + QString(100'000, u':');
}

void TestCustomId::onlyOurOwnSpellingIsRead()
{
    QFETCH(QString, text);
    QVERIFY(std::holds_alternative<std::monostate>(parseCustomId(text)));
}

void TestCustomId::mutatedIdsAreRefusedOrWhatTheySay()
{
    // What is accepted must be exactly what was sent: no part is ignored, trimmed or defaulted.
    QRandomGenerator random(20260722);
    const QStringList originals{u"ts1:period:175928847299117063:30:volume:80351110224678912"_s,
                                u"ts1:wipecsv:all:3650:older-than:80351110224678912"_s,
                                u"ts1:category:none:1:hours:80351110224678912"_s,
                                u"ta1:0123456789abcdef0123456789abcdef"_s};
    const QString alphabet = u"0123456789abcdef:-_ tsalnone٣\u202e\u0000Z"_s;
    int refused = 0;
    constexpr int Rounds = 200'000;
    for (int i = 0; i < Rounds; ++i) {
        QString text = originals[random.bounded(originals.size())];
        const int changes = 1 + random.bounded(4);
        for (int c = 0; c < changes; ++c) {
            const int at = random.bounded(int(text.size()) + 1);
            const QChar with = alphabet[random.bounded(int(alphabet.size()))];
            switch (random.bounded(3)) {
            case 0:
                text.insert(at, with);
                break;
            case 1:
                text.remove(at, 1 + random.bounded(3));
                break;
            default:
                if (at < text.size())
                    text[at] = with;
            }
        }
        const CustomId id = parseCustomId(text);
        if (std::holds_alternative<std::monostate>(id))
            ++refused;
        else
            QCOMPARE(canonical(id), text);
    }
    QVERIFY2(refused > Rounds / 2, qPrintable(QString::number(refused)));
    QVERIFY(refused < Rounds);
}

QTEST_APPLESS_MAIN(TestCustomId)
#include "tst_customid.moc"

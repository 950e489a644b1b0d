// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/discord/outgoing.h"

#include <QJsonArray>
#include <QTest>

using namespace Discord;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString Smile = u"\U0001F600"_s; // two UTF-16 units, one code point

int embedCharacters(const QJsonObject &message)
{
    int sum = 0;
    for (const auto value : message.value(u"embeds").toArray()) {
        const QJsonObject embed = value.toObject();
        sum += codePoints(embed.value(u"title").toString())
            + codePoints(embed.value(u"description").toString())
            + codePoints(embed.value(u"footer").toObject().value(u"text").toString());
        for (const auto field : embed.value(u"fields").toArray())
            sum += codePoints(field.toObject().value(u"name").toString())
                + codePoints(field.toObject().value(u"value").toString());
    }
    return sum;
}

ActionRow buttons(int count)
{
    ActionRow row;
    for (int i = 0; i < count; ++i)
        row.buttons.append({u"id%1"_s.arg(i), u"Label"_s, ButtonStyle::Primary, false});
    return row;
}

QJsonObject firstComponent(const OutgoingMessage &message)
{
    return message.toJson()
        .value(u"components")
        .toArray()
        .at(0)
        .toObject()
        .value(u"components")
        .toArray()
        .at(0)
        .toObject();
}

} // namespace

// PROTOCOL; FAULTS F-49, TM-14, TM-15.
class TestOutgoing : public QObject
{
    Q_OBJECT

private slots:
    void foreignTextIsMadeHarmless_data()
    {
        QTest::addColumn<QString>("foreign");
        QTest::addColumn<QString>("inEmbed");
        QTest::addColumn<QString>("plain");
        const auto row = [](const char *name, const QString &foreign, const QString &inEmbed,
                            const QString &plain) { QTest::newRow(name) << foreign << inEmbed << plain; };
        row("nothing special", u"Dana Müller"_s, u"Dana Müller"_s, u"Dana Müller"_s);
        row("every markdown character", u"\\*_~|>#-[]()<:@`"_s,
            u"\\\\\\*\\_\\~\\|\\>\\#\\-\\[\\]\\(\\)\\<\\:\\@\\`"_s, u"\\*_~|>#-[]()<:@`"_s);
        row("everyone", u"@everyone"_s, u"\\@everyone"_s, u"@everyone"_s);
        row("role mention", u"<@&123>"_s, u"\\<\\@&123\\>"_s, u"<@&123>"_s);
        row("link", u"[free](https://evil.example)"_s, u"\\[free\\]\\(https\\://evil.example\\)"_s,
            u"[free](https://evil.example)"_s);
        row("bidi override", u"abc\u202Egnp.exe\u2066x\u2069\u200F"_s, u"abcgnp.exex"_s, u"abcgnp.exex"_s);
        row("zero width", u"a\u200Bb\u200Cc\u200Dd\u2060e\uFEFFf\u00ADg"_s, u"abcdefg"_s, u"abcdefg"_s);
        row("tags", u"a\U000E0041\U000E007Fb"_s, u"ab"_s, u"ab"_s);
        row("controls", u"a\u0001b\u001Bc\u007Fd\u0080e"_s, u"abcde"_s, u"abcde"_s);
        row("NUL", u"a"_s + QChar(0) + u"b"_s, u"ab"_s, u"ab"_s);
        row("line ends part words", u"  a\r\nb\t\tc\u2028d "_s, u"a b c d"_s, u"a b c d"_s);
        row("lone high surrogate", u"a"_s + QChar(0xD83D) + u"b"_s, u"ab"_s, u"ab"_s);
        row("lone low surrogate at the end", u"ab"_s + QChar(0xDE00), u"ab"_s, u"ab"_s);
        row("surrogates the wrong way round", QString(QChar(0xDE00)) + QChar(0xD83D) + u"x"_s, u"x"_s,
            u"x"_s);
        row("non-characters", u"a"_s + QChar(0xFFFE) + QChar(0xFDD0) + u"b"_s, u"ab"_s, u"ab"_s);
        row("emoji stays", Smile, Smile, Smile);
        row("right-to-left letters stay", u"שלום"_s, u"שלום"_s, u"שלום"_s);
        row("only invisible", u"\u200B\u202E\uFEFF"_s, QString(), QString());
    }
    void foreignTextIsMadeHarmless()
    {
        QFETCH(QString, foreign);
        QTEST(escaped(foreign), "inEmbed");
        QTEST(cleaned(foreign), "plain");
    }

    void foreignTextIsCutByCodePoint_data()
    {
        QTest::addColumn<QString>("foreign");
        QTest::addColumn<int>("limit");
        QTest::addColumn<QString>("result");
        QTest::newRow("fits") << u"abcde"_s << 5 << u"abcde"_s;
        QTest::newRow("one too many") << u"abcdef"_s << 5 << u"abcd…"_s;
        QTest::newRow("emoji fit") << Smile.repeated(5) << 5 << Smile.repeated(5);
        QTest::newRow("emoji cut whole") << Smile.repeated(6) << 5 << Smile.repeated(4) + u"…"_s;
        QTest::newRow("an escape counts two and stays whole") << u"abc*d"_s << 5 << u"abc…"_s;
        QTest::newRow("an escape that fits") << u"abc*"_s << 5 << u"abc\\*"_s;
        QTest::newRow("one") << u"ab"_s << 1 << u"…"_s;
        QTest::newRow("none") << u"ab"_s << 0 << QString();
        QTest::newRow("combining characters")
            << u"e"_s + QString(1000, QChar(0x301)) << 10 << u"e"_s + QString(8, QChar(0x301)) + u"…"_s;
    }
    void foreignTextIsCutByCodePoint()
    {
        QFETCH(QString, foreign);
        QFETCH(int, limit);
        const QString result = escaped(foreign, limit);
        QTEST(result, "result");
        QVERIFY(codePoints(result) <= limit);
    }

    void ownTextIsCutWithoutHalfAnEscape()
    {
        QCOMPARE(cutTo(u"abc\\*def"_s, 5), u"abc…"_s);
        QCOMPARE(cutTo(u"ab\\\\def"_s, 5), u"ab\\\\…"_s); // a whole escaped backslash
        QCOMPARE(cutTo(u"a\nb"_s, 10), u"a\nb"_s); // our own line ends stay
        QCOMPARE(cutTo(Smile.repeated(3), 2), Smile + u"…"_s);
    }

    // TM-14: on every message and every edit, whatever is in it.
    void nothingPingsUnlessItsRoleIsNamed()
    {
        const QJsonObject quiet{{u"parse"_s, QJsonArray()}};
        for (const bool forEdit : {false, true}) {
            QCOMPARE(OutgoingMessage().toJson(forEdit).value(u"allowed_mentions").toObject(), quiet);
            OutgoingMessage alarm;
            alarm.content = u"@everyone look"_s;
            alarm.mentionRoles = {RoleId(5), RoleId(5), RoleId(0), RoleId(6)};
            const QJsonObject json = alarm.toJson(forEdit);
            QCOMPARE(json.value(u"allowed_mentions").toObject(),
                     (QJsonObject{{u"parse"_s, QJsonArray()}, {u"roles"_s, QJsonArray{u"5"_s, u"6"_s}}}));
            QCOMPARE(json.value(u"content").toString(), u"<@&5> <@&6> @everyone look"_s);
        }
        for (const QJsonObject &callback : {Callback::message({}), Callback::update({})})
            QCOMPARE(callback.value(u"data").toObject().value(u"allowed_mentions").toObject(), quiet);
        OutgoingMessage named;
        named.content = u"Look, <@&5>!"_s;
        named.mentionRoles = {RoleId(5)};
        QCOMPARE(named.toJson().value(u"content").toString(), u"Look, <@&5>!"_s);
    }

    void limitsHoldInCodePoints()
    {
        OutgoingMessage message;
        message.content = Smile.repeated(2500);
        Embed embed;
        embed.title = Smile.repeated(300);
        embed.footer = QString(2100, u'f');
        for (int i = 0; i < 30; ++i)
            embed.fields.append({Smile.repeated(300), QString(1100, u'v'), i % 2 == 0});
        message.embeds = {embed};
        const QJsonObject json = message.toJson();
        QCOMPARE(codePoints(json.value(u"content").toString()), 2000);
        const QJsonObject first = json.value(u"embeds").toArray().at(0).toObject();
        QCOMPARE(codePoints(first.value(u"title").toString()), 256);
        QCOMPARE(codePoints(first.value(u"footer").toObject().value(u"text").toString()), 2048);
        const QJsonObject field = first.value(u"fields").toArray().at(0).toObject();
        QCOMPARE(codePoints(field.value(u"name").toString()), 256);
        QCOMPARE(codePoints(field.value(u"value").toString()), 1024);
        QCOMPARE(field.value(u"inline").toBool(), true);
    }

    void theWholeMessageStaysWithinSixThousand_data()
    {
        QTest::addColumn<int>("embeds");
        QTest::addColumn<int>("description");
        QTest::addColumn<int>("fields");
        QTest::addColumn<int>("value");
        QTest::newRow("exactly") << 1 << 4000 << 2 << 990;
        QTest::newRow("description and fields") << 1 << 4096 << 25 << 1024;
        QTest::newRow("many fields") << 1 << 0 << 25 << 1024;
        QTest::newRow("ten embeds") << 10 << 4096 << 3 << 100;
        QTest::newRow("twelve embeds") << 12 << 100 << 0 << 0;
    }
    void theWholeMessageStaysWithinSixThousand()
    {
        QFETCH(int, embeds);
        QFETCH(int, description);
        QFETCH(int, fields);
        QFETCH(int, value);
        OutgoingMessage message;
        for (int i = 0; i < embeds; ++i) {
            Embed embed;
            embed.title = u"A title"_s;
            embed.footer = u"A footer"_s;
            embed.description = QString(description, u'd');
            for (int f = 0; f < fields; ++f)
                embed.fields.append({u"name"_s, QString(value, u'v'), false});
            message.embeds.append(embed);
        }
        const QJsonObject json = message.toJson();
        QVERIFY(embedCharacters(json) <= 6000);
        if (embeds == 1 && fields == 25)
            QVERIFY(embedCharacters(json) > 5900); // and no more is lost than must be
        const QJsonArray sent = json.value(u"embeds").toArray();
        QCOMPARE(sent.size(), std::min(embeds, 10));
        for (const auto embed : sent) {
            QCOMPARE(embed.toObject().value(u"title").toString(),
                     u"A title"_s); // what it is about is not lost
            QCOMPARE(embed.toObject().value(u"footer").toObject().value(u"text").toString(), u"A footer"_s);
            QVERIFY(embed.toObject().value(u"fields").toArray().size() <= 25);
            for (const auto field : embed.toObject().value(u"fields").toArray()) {
                QVERIFY(!field.toObject().value(u"name").toString().isEmpty());
                QVERIFY(!field.toObject().value(u"value").toString().isEmpty());
            }
        }
    }

    void anEmptyFieldShowsTheSignForNoValue()
    {
        OutgoingMessage message;
        message.embeds = {Embed{}};
        message.embeds[0].fields = {{QString(), u"  "_s, true}};
        const QJsonObject field = message.toJson()
                                      .value(u"embeds")
                                      .toArray()
                                      .at(0)
                                      .toObject()
                                      .value(u"fields")
                                      .toArray()
                                      .at(0)
                                      .toObject();
        QCOMPARE(field.value(u"name").toString(), u"–"_s);
        QCOMPARE(field.value(u"value").toString(), u"–"_s);
    }

    void anEditClearsWhatTheMessageNoLongerHas()
    {
        const QJsonObject fresh = OutgoingMessage().toJson();
        const QJsonObject edited = OutgoingMessage().toJson(true);
        QCOMPARE(fresh.keys(), QStringList{u"allowed_mentions"_s});
        QCOMPARE(edited.keys(),
                 (QStringList{u"allowed_mentions"_s, u"attachments"_s, u"components"_s, u"content"_s,
                              u"embeds"_s}));
    }

    void flagsAndNonceBelongToNewMessagesOnly()
    {
        OutgoingMessage message;
        message.ephemeral = true;
        message.nonce = u"abc"_s;
        const QJsonObject fresh = message.toJson();
        QCOMPARE(fresh.value(u"flags").toInt(), 64);
        QCOMPARE(fresh.value(u"nonce").toString(), u"abc"_s);
        QCOMPARE(fresh.value(u"enforce_nonce").toBool(), true);
        const QJsonObject edited = message.toJson(true);
        for (const auto &key : {u"flags"_s, u"nonce"_s, u"enforce_nonce"_s})
            QVERIFY(!edited.contains(key));
        const QJsonObject data = Callback::message(message).value(u"data").toObject();
        QCOMPARE(data.value(u"flags").toInt(), 64);
        QVERIFY(!data.contains(u"nonce")); // webhooks know none (N-03)
    }

    void picturesAreListedByTheirPlainName()
    {
        OutgoingMessage message;
        message.attachments = {{u"chart ü/../x.png"_s, QString(2000, u'a'), "x"_ba, "image/png"_ba},
                               {u"b.csv"_s, {}, "y"_ba, {}}};
        message.embeds = {Embed{}};
        message.embeds[0].imageAttachment = u"chart ü/../x.png"_s;
        const QJsonObject json = message.toJson();
        const QJsonArray list = json.value(u"attachments").toArray();
        QCOMPARE(list.at(0).toObject().value(u"id").toString(), u"0"_s);
        QCOMPARE(list.at(1).toObject().value(u"id").toString(), u"1"_s);
        QCOMPARE(codePoints(list.at(0).toObject().value(u"description").toString()), 1024);
        const QString name = list.at(0).toObject().value(u"filename").toString();
        QCOMPARE(name, u"chart___.._x.png"_s);
        QCOMPARE(json.value(u"embeds")
                     .toArray()
                     .at(0)
                     .toObject()
                     .value(u"image")
                     .toObject()
                     .value(u"url")
                     .toString(),
                 u"attachment://"_s + name);
    }

    void buttonsAndSelectsKeepTheirLimits()
    {
        OutgoingMessage message;
        message.rows = {buttons(5), ActionRow{}, buttons(1)};
        message.rows[2].buttons[0] = {u"https://discord.com/x"_s, QString(90, u'L'), ButtonStyle::Link, true};
        const QJsonArray rows = message.toJson().value(u"components").toArray();
        QCOMPARE(rows.size(), 2); // an empty row would be refused
        const QJsonObject link = rows.at(1).toObject().value(u"components").toArray().at(0).toObject();
        QCOMPARE(link.value(u"url").toString(), u"https://discord.com/x"_s);
        QVERIFY(!link.contains(u"custom_id"));
        QVERIFY(link.value(u"disabled").toBool());
        QCOMPARE(codePoints(link.value(u"label").toString()), 80);

        Select select{u"sel"_s, QString(200, u'p'), {}, false};
        for (int i = 0; i < 30; ++i)
            select.options.append({QString(120, u'l'), QString::number(i / 2), QString(120, u'd'), true});
        message.rows = {ActionRow{{}, select}};
        const QJsonObject json = firstComponent(message);
        QCOMPARE(json.value(u"type").toInt(), 3);
        QCOMPARE(codePoints(json.value(u"placeholder").toString()), 150);
        const QJsonArray options = json.value(u"options").toArray();
        QCOMPARE(options.size(), 15); // no value twice
        int selected = 0;
        for (const auto option : options) {
            QCOMPARE(codePoints(option.toObject().value(u"label").toString()), 100);
            QCOMPARE(codePoints(option.toObject().value(u"description").toString()), 100);
            selected += option.toObject().value(u"default").toBool();
        }
        QCOMPARE(selected, 1);
    }

    void aSelectWithoutOptionsIsLeftOut()
    {
        OutgoingMessage message;
        message.rows = {ActionRow{{}, Select{u"s"_s, {}, {}, false}}};
        QVERIFY(!message.toJson().contains(u"components"));
        message.rows = {ActionRow{{}, Select{u"s"_s, u"Who?"_s, {}, true}}};
        QCOMPARE(firstComponent(message).value(u"type").toInt(), 5); // a user select needs none
    }

    void callbacksHaveTheirTypes()
    {
        QCOMPARE(Callback::message({}).value(u"type").toInt(), 4);
        QCOMPARE(Callback::deferred(false), (QJsonObject{{u"type"_s, 5}}));
        QCOMPARE(Callback::deferred(true),
                 (QJsonObject{{u"type"_s, 5}, {u"data"_s, QJsonObject{{u"flags"_s, 64}}}}));
        QCOMPARE(Callback::deferredUpdate(), (QJsonObject{{u"type"_s, 6}}));
        QCOMPARE(Callback::update({}).value(u"type").toInt(), 7);
        QCOMPARE(Callback::choices({}),
                 (QJsonObject{{u"type"_s, 8}, {u"data"_s, QJsonObject{{u"choices"_s, QJsonArray()}}}}));
    }

    //
    void choicesAreAtMostTwentyFiveOfAHundredCharacters()
    {
        QVector<Choice> many;
        for (int i = 0; i < 30; ++i)
            many.append({Smile.repeated(120), QString::number(i)});
        const QJsonArray list = Callback::choices(many).value(u"data").toObject().value(u"choices").toArray();
        QCOMPARE(list.size(), 25);
        QCOMPARE(codePoints(list.at(0).toObject().value(u"name").toString()), 100);
    }

    void aModalPutsItsInputIntoALabel()
    {
        const QJsonObject json = Callback::modal(
            {u"wipe"_s, QString(60, u't'), u"count"_s, u"Type \"214\" to delete"_s, u"214"_s, 1, 20});
        QCOMPARE(json.value(u"type").toInt(), 9);
        const QJsonObject data = json.value(u"data").toObject();
        QCOMPARE(codePoints(data.value(u"title").toString()), 45);
        const QJsonObject label = data.value(u"components").toArray().at(0).toObject();
        QCOMPARE(label.value(u"type").toInt(), 18);
        QCOMPARE(label.value(u"label").toString(), u"Type \"214\" to delete"_s);
        const QJsonObject input = label.value(u"component").toObject();
        QCOMPARE(input.value(u"type").toInt(), 4);
        QCOMPARE(input.value(u"custom_id").toString(), u"count"_s);
        QCOMPARE(input.value(u"max_length").toInt(), 20);
        QVERIFY(!input.contains(u"label"));
    }
};

QTEST_APPLESS_MAIN(TestOutgoing)
#include "tst_outgoing.moc"

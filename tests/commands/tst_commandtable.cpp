// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/commands/commandtable.h"

#include "bot/base/language.h"
#include "bot/base/translations.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QtTest>

#include <functional>

using namespace Qt::Literals::StringLiterals;

class TestCommandTable : public QObject
{
    Q_OBJECT
private slots:
    void theCommandsAreThere();
    void lookingUpIsExact();
    void namesAndTextsFitDiscordsRules();
    void requiredOptionsComeFirst();
    void registrationLeavesRightsToUs(); // D-02, X-08
    void ticketStatsIsRegisteredAsDocumented();
    void whatDiscordAddsIsNoDifference(); // D-01
    void aRealDifferenceIsOne_data();
    void aRealDifferenceIsOne(); // D-01
    void theReadmeShowsTheTable();
    void descriptionsSpeakGerman();
};

void TestCommandTable::theCommandsAreThere()
{
    QStringList names;
    for (const CommandSpec &spec : commandTable())
        names.append(QLatin1String(spec.name));
    QCOMPARE(names,
             u"ticketstats wipestats wipehistory maxpermsadd maxpermsremove privilegedusers "
             "waiting tickethistory mystats logchannelset summarychannel summaryfrequency "
             "viewpermissions help"_s.split(u' '));
}

void TestCommandTable::lookingUpIsExact()
{
    QVERIFY(findCommand(u"help"_s));
    QCOMPARE(findCommand(u"wipestats"_s)->access, Access::Database);
    QVERIFY(!findCommand(u"HELP"_s));
    QVERIFY(!findCommand(u""_s));
    QVERIFY(!findCommand(u"help "_s));
}

void TestCommandTable::namesAndTextsFitDiscordsRules()
{
    static const QRegularExpression name(u"^[a-z0-9-]{1,32}$"_s);
    for (const QJsonValue &value : registrationJson()) {
        const QJsonObject command = value.toObject();
        QVERIFY2(name.match(command[u"name"_s].toString()).hasMatch(),
                 qPrintable(command[u"name"_s].toString()));
        const auto fits = [](const QString &text) { return !text.isEmpty() && text.size() <= 100; };
        QVERIFY(fits(command[u"description"_s].toString()));
        for (const QJsonValue &option : command[u"options"_s].toArray()) {
            QVERIFY(name.match(option[u"name"_s].toString()).hasMatch());
            QVERIFY(fits(option[u"description"_s].toString()));
            // Discord refuses an option that has both.
            QVERIFY(!option[u"autocomplete"_s].toBool() || option[u"choices"_s].isUndefined());
        }
        QVERIFY(QJsonDocument(command).toJson(QJsonDocument::Compact).size() < 8000);
    }
}

void TestCommandTable::requiredOptionsComeFirst()
{
    for (const CommandSpec &spec : commandTable()) {
        bool optionalSeen = false;
        for (const OptionSpec &option : spec.options) {
            QVERIFY(!(option.required && optionalSeen));
            optionalSeen |= !option.required;
        }
    }
}

void TestCommandTable::registrationLeavesRightsToUs()
{
    const QJsonArray commands = registrationJson();
    QCOMPARE(commands.size(), qsizetype(commandTable().size()));
    for (const QJsonValue &value : commands) {
        QVERIFY(value[u"default_member_permissions"_s].isNull());
        QCOMPARE(value[u"contexts"_s].toArray(), QJsonArray{0});
        QCOMPARE(value[u"integration_types"_s].toArray(), QJsonArray{0});
    }
}

void TestCommandTable::ticketStatsIsRegisteredAsDocumented()
{
    const QJsonArray options = registrationJson()[0][u"options"_s].toArray();
    QCOMPARE(options.size(), 3);
    QCOMPARE(options[0][u"name"_s].toString(), u"category"_s);
    QVERIFY(options[0][u"required"_s].toBool());
    QVERIFY(options[0][u"autocomplete"_s].toBool());
    QCOMPARE(options[1][u"name"_s].toString(), u"days"_s);
    QCOMPARE(options[1][u"type"_s].toInt(), 4);
    QCOMPARE(options[1][u"min_value"_s].toInt(), 1);
    QCOMPARE(options[1][u"max_value"_s].toInt(), 3650);
    QCOMPARE(options[2][u"name"_s].toString(), u"public"_s);
    QCOMPARE(options[2][u"type"_s].toInt(), 5);
    QVERIFY(!options[2][u"required"_s].toBool());
}

namespace {

// What Discord answers to GET after our PUT: ids, a version, defaults spelt out or left out, another order.
QJsonArray asDiscordReturnsThem()
{
    QJsonArray returned;
    for (const QJsonValue &value : registrationJson()) {
        QJsonObject command = value.toObject();
        command[u"id"_s] = u"1100000000000000001"_s;
        command[u"application_id"_s] = u"1100000000000000000"_s;
        command[u"version"_s] = u"1100000000000000002"_s;
        command[u"dm_permission"_s] = false;
        command[u"nsfw"_s] = false;
        command[u"name_localizations"_s] = QJsonValue();
        command[u"description_localizations"_s] = QJsonValue();
        command[u"something_new"_s] = 1;
        if (command[u"options"_s].toArray().isEmpty())
            command.remove(u"options"_s);
        QJsonArray options;
        for (const QJsonValue &option : command[u"options"_s].toArray()) {
            QJsonObject changed = option.toObject();
            if (!changed[u"required"_s].toBool())
                changed.remove(u"required"_s);
            changed[u"name_localizations"_s] = QJsonValue();
            options.append(changed);
        }
        if (!options.isEmpty())
            command[u"options"_s] = options;
        returned.prepend(command);
    }
    return returned;
}

using Change = std::function<void(QJsonArray &)>;

void changeCommand(QJsonArray &commands, qsizetype index, const std::function<void(QJsonObject &)> &change)
{
    QJsonObject command = commands[index].toObject();
    change(command);
    commands[index] = command;
}

void changeFirstOption(QJsonArray &commands, const std::function<void(QJsonObject &)> &change)
{
    changeCommand(commands, 0, [&](QJsonObject &command) {
        QJsonArray options = command[u"options"_s].toArray();
        QJsonObject option = options[0].toObject();
        change(option);
        options[0] = option;
        command[u"options"_s] = options;
    });
}

} // namespace

void TestCommandTable::whatDiscordAddsIsNoDifference()
{
    QVERIFY(sameCommands(asDiscordReturnsThem(), registrationJson()));
    QVERIFY(sameCommands(registrationJson(), registrationJson()));
}

void TestCommandTable::aRealDifferenceIsOne_data()
{
    QTest::addColumn<Change>("change");
    QTest::newRow("one is missing") << Change([](QJsonArray &c) { c.removeLast(); });
    QTest::newRow("one too many") << Change([](QJsonArray &c) {
        c.append(QJsonObject{{u"name"_s, u"old"_s}, {u"description"_s, u"Old"_s}});
    });
    QTest::newRow("one twice") << Change([](QJsonArray &c) { c[1] = c[0]; });
    QTest::newRow("none at all") << Change([](QJsonArray &c) { c = {}; });
    QTest::newRow("another description") << Change([](QJsonArray &c) {
        changeCommand(c, 0, [](QJsonObject &command) { command[u"description"_s] = u"Other"_s; });
    });
    QTest::newRow("restricted to administrators") << Change([](QJsonArray &c) {
        changeCommand(c, 0, [](QJsonObject &command) { command[u"default_member_permissions"_s] = u"8"_s; });
    });
    QTest::newRow("allowed in direct messages") << Change([](QJsonArray &c) {
        changeCommand(c, 0, [](QJsonObject &command) { command.remove(u"contexts"_s); });
    });
    QTest::newRow("an option is optional") << Change([](QJsonArray &c) {
        changeFirstOption(c, [](QJsonObject &option) { option[u"required"_s] = false; });
    });
    QTest::newRow("an option has another type") << Change(
        [](QJsonArray &c) { changeFirstOption(c, [](QJsonObject &option) { option[u"type"_s] = 7; }); });
    QTest::newRow("a translation is there") << Change([](QJsonArray &c) {
        changeFirstOption(c, [](QJsonObject &option) {
            option[u"description_localizations"_s] = QJsonObject{{u"de"_s, u"Kategorie"_s}};
        });
    });
    QTest::newRow("options in another order") << Change([](QJsonArray &c) {
        changeCommand(c, 0, [](QJsonObject &command) {
            QJsonArray options = command[u"options"_s].toArray();
            options.append(options.takeAt(0));
            command[u"options"_s] = options;
        });
    });
}

void TestCommandTable::aRealDifferenceIsOne()
{
    QFETCH(Change, change);
    QJsonArray registered = registrationJson();
    change(registered);
    QVERIFY(!sameCommands(registered, registrationJson()));
}

void TestCommandTable::theReadmeShowsTheTable()
{
    QFile readme(QStringLiteral(TA_SOURCE_DIR "/README.md"));
    if (!readme.open(QIODevice::ReadOnly))
        QSKIP("There is no README.md here.");
    QVERIFY2(QString::fromUtf8(readme.readAll()).contains(commandTableMarkdown()),
             qPrintable(commandTableMarkdown()));
}

// UX 4.1: names stay English, what they say is in the language of who reads it.
void TestCommandTable::descriptionsSpeakGerman()
{
    Translations::load();
    const QJsonArray commands = registrationJson();
    Language::setLookup({});
    const auto german = [](const QJsonValue &value, QLatin1String key) {
        const QString text = value[key]["de"_L1].toString();
        return !text.isEmpty() && text.size() <= 100;
    };
    for (const QJsonValue &command : commands) {
        const QString name = command["name"_L1].toString();
        QVERIFY2(german(command, "description_localizations"_L1), qPrintable(name));
        QVERIFY(!command.toObject().contains("name_localizations"_L1));
        const QJsonArray options = command["options"_L1].toArray();
        for (const QJsonValue &option : options) {
            QVERIFY2(german(option, "description_localizations"_L1), qPrintable(name));
            const QJsonArray choices = option["choices"_L1].toArray();
            for (const QJsonValue &choice : choices)
                QVERIFY2(german(choice, "name_localizations"_L1), qPrintable(name));
        }
    }
    QVERIFY(!sameCommands(commands, registrationJson())); // so they are written once
}

QTEST_APPLESS_MAIN(TestCommandTable)
#include "tst_commandtable.moc"

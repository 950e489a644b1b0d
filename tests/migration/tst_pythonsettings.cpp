// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/migration/pythonliterals.h"
#include "bot/migration/pythonsettings.h"

#include <QDir>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

// MIGRATION "Settings files", FAULTS TM-22: constants are read, nothing runs, what is not understood is named
// by its line.
class tst_PythonSettings : public QObject
{
    Q_OBJECT
private slots:
    void readsOneLiteral_data();
    void readsOneLiteral();
    void refusesWhatIsNoLiteral_data();
    void refusesWhatIsNoLiteral();
    void namesTheLineThatIsNotUnderstood();
    void codeWithASideEffectHasNone();
    void readsTheFirstShape();
    void readsTheSecondShapeFromAFolder();
    void takesTheTokenFromEnvFiles();
    void refusesLinksAndLargeFiles();
    void readsAFolderThroughALink();
    void readsNoMoreNamesThanAServerHasRoles();
    void survivesNoise();
};

namespace {
QString shown(const PythonValue &value)
{
    switch (value.kind) {
    case PythonValue::Kind::Text:
        return u'"' + value.text + u'"';
    case PythonValue::Kind::Integer:
        return QString::number(value.integer);
    default:
        break;
    }
    QStringList parts;
    for (const PythonValue &item : value.items)
        parts.append(shown(item));
    return (value.kind == PythonValue::Kind::Dict ? u"{%1}"_s : u"[%1]"_s).arg(parts.join(u','));
}
} // namespace

void tst_PythonSettings::readsOneLiteral_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QString>("value");
    const auto row = [](const char *name, const char *source, const char *value) {
        QTest::newRow(name) << QByteArray(source) << QString::fromUtf8(value);
    };
    row("double quotes", "X = \"a\"", "\"a\"");
    row("single quotes", "X = 'it is'", "\"it is\"");
    row("escapes", "X = 'a\\'b\\n\\u00e9'", "\"a'b\n\xc3\xa9\"");
    row("raw", "X = r'a\\n'", "\"a\\n\"");
    row("triple", "X = '''a\nb'''", "\"a\nb\"");
    row("joined", "X = ('a' \n 'b')", "\"ab\"");
    row("integer", "X = 42", "42");
    row("zeros", "X = 000", "0");
    row("underscores", "X = 1_000", "1000");
    row("negative", "X = -7", "-7");
    row("list", "X = [1, 'b',]", "[1,\"b\"]");
    row("set with comments", "X = {\n 'a', # one\n 'b'\n}", "[\"a\",\"b\"]");
    row("tuple of one", "X = ('a',)", "[\"a\"]");
    row("parenthesised text", "X = ('a')", "\"a\"");
    row("empty braces", "X = { }", "[]");
    row("dict", "X = {'k': 'v', 'l': 2}", "{\"k\",\"v\",\"l\",2}");
    row("annotated", "X: list[str] = ['a']", "[\"a\"]");
    row("windows line ends", "X = [\r\n'a',\r\n]\r\n", "[\"a\"]");
    row("hash inside a string", "X = 'a#b'  # c", "\"a#b\"");
}

void tst_PythonSettings::readsOneLiteral()
{
    QFETCH(QByteArray, source);
    QFETCH(QString, value);
    const auto file = readPythonLiterals(source);
    QVERIFY(file.ok());
    QVERIFY2(file->problems.isEmpty(), qPrintable(QString::number(file->problems.size())));
    QCOMPARE(file->assignments.size(), 1);
    QCOMPARE(file->assignments.first().first, u"X"_s);
    QCOMPARE(shown(file->assignments.first().second), value);
}

void tst_PythonSettings::refusesWhatIsNoLiteral_data()
{
    QTest::addColumn<QByteArray>("source");
    for (const char *source :
         {"X = f'{a}'", "X = open('/etc/passwd')", "X = [i for i in range(3)]", "X = a", "X = 'a' + 'b'",
          "X = 1.5", "X = [", "X = 'a", "X = {1: 2, 3}", "X = 99999999999999999999999", "X += ['a']",
          "X == 'a'", "import os", "def f(): pass", "X = ['a' 'b' c]", "X = 0x10"})
        QTest::newRow(source) << QByteArray(source);
    QTest::newRow("too deep") << "X = " + QByteArray(40, '[') + QByteArray(40, ']');
}

void tst_PythonSettings::refusesWhatIsNoLiteral()
{
    QFETCH(QByteArray, source);
    const auto file = readPythonLiterals(source);
    QVERIFY(file.ok());
    QCOMPARE(file->assignments.size(), 0);
    QCOMPARE(file->problems.size(), 1);
    QCOMPARE(file->problems.first().line, 1);
}

void tst_PythonSettings::namesTheLineThatIsNotUnderstood()
{
    const auto file =
        readPythonLiterals("A = ['x']\n\ndef is_staff(m):\n    return True\n\nB = load()\nC = ['y']\n");
    QVERIFY(file.ok());
    QCOMPARE(file->assignments.size(), 2);
    QCOMPARE(file->problems.size(), 2); // the function's body goes with its head
    QCOMPARE(file->problems.at(0).line, 3);
    QCOMPARE(file->problems.at(1).line, 6);
}

// UX checklist 11.
void tst_PythonSettings::codeWithASideEffectHasNone()
{
    QTemporaryDir dir;
    const QString trace = dir.filePath(u"trace"_s);
    PythonSettings settings;
    addPythonFile(settings, u"permissions.py"_s,
                  "SUPPORT_ROLES = ['Support']\nopen('" + trace.toUtf8()
                      + "', 'w').write('x')\n__import__('os').system('touch " + trace.toUtf8() + "')\n");
    QCOMPARE(settings.roles.value(Setting::SupportRoles), QStringList{u"Support"_s});
    QCOMPARE(settings.problems.size(), 2);
    QVERIFY(!QFileInfo::exists(trace));
}

void tst_PythonSettings::readsTheFirstShape()
{
    PythonSettings settings;
    addPythonFile(settings, u"permissions.py"_s,
                  "import discord\nSUPPORT_ROLES = {\n 'Owner', # first\n \"Sr. "
                  "Mod\",\n}\nSTATS_ALLOWED_ROLES = ['Owner', 'Owner']\n"
                  "DATABASE_PERMS = []\nMANAGE_USER_PERMS = {}\nPRIVILEGED_USERS = {000000000000000000, "
                  "200000000000000014}\n"
                  "TICKET_CATEGORIES = {'appeals': 'Appeals', 'general': 'General Tickets'}\nCLOSE_MARKERS = "
                  "['closed by']\n");
    QCOMPARE(settings.roles.value(Setting::SupportRoles), (QStringList{u"Owner"_s, u"Sr. Mod"_s}));
    QCOMPARE(settings.roles.value(Setting::StatsRoles), QStringList{u"Owner"_s});
    QVERIFY(settings.roles.contains(Setting::AccessRoles));
    QCOMPARE(settings.privilegedUsers, QVector<UserId>{UserId(200000000000000014)}); // an id 0 is dropped
    QCOMPARE(settings.categories, (QStringList{u"Appeals"_s, u"General Tickets"_s}));
    QCOMPARE(settings.notNeeded, QStringList{u"CLOSE_MARKERS"_s});
}

void tst_PythonSettings::readsTheSecondShapeFromAFolder()
{
    QTemporaryDir dir;
    QVERIFY(QDir(dir.path()).mkpath(u"cogs/lists"_s));
    const auto write = [&](const QString &name, const QByteArray &text) {
        QFile file(dir.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    };
    write(u"cogs/lists/support_roles.py"_s, "SUPPORT_ROLES = {\n}");
    write(u"cogs/lists/allowed_roles.py"_s, "STATS_ALLOWED_ROLES = ['A']");
    write(u"cogs/lists/__init__.py"_s, "import os");
    write(u".env"_s, "# secret\nDISCORD_BOT_TOKEN=\"abc.def.ghi\"\n");
    const PythonSettings settings = readPythonSettings({dir.path()});
    QVERIFY(settings.roles.contains(Setting::SupportRoles));
    QVERIFY(settings.roles.value(Setting::SupportRoles).isEmpty());
    QCOMPARE(settings.roles.value(Setting::StatsRoles), QStringList{u"A"_s});
    QCOMPARE(settings.token, QByteArray("abc.def.ghi"));
    QCOMPARE(settings.tokenFile, u".env"_s);
    QVERIFY(settings.problems.isEmpty());
}

void tst_PythonSettings::takesTheTokenFromEnvFiles()
{
    PythonSettings settings;
    addEnvFile(settings, u".env"_s, "export DISCORD_TOKEN = 'Bot t.o.k' \nDEBUG=1 # no\nnonsense\n");
    QCOMPARE(settings.token, QByteArray("t.o.k"));
    QCOMPARE(settings.notNeeded, QStringList{u"DEBUG"_s});
    QCOMPARE(settings.problems.size(), 1);
    QCOMPARE(settings.problems.first().line, 3);
}

// FAULTS TM-20.
void tst_PythonSettings::refusesLinksAndLargeFiles()
{
    QTemporaryDir dir;
    QFile target(dir.filePath(u"real.py"_s));
    QVERIFY(target.open(QIODevice::WriteOnly));
    target.write("SUPPORT_ROLES = ['x']");
    target.close();
    QVERIFY(QFile::link(target.fileName(), dir.filePath(u"permissions.py"_s)));
    QFile large(dir.filePath(u"large.py"_s));
    QVERIFY(large.open(QIODevice::WriteOnly));
    large.write(QByteArray(int(PythonFileLimit) + 1, '#'));
    large.close();
    const PythonSettings settings = readPythonSettings({dir.filePath(u"permissions.py"_s), large.fileName()});
    QVERIFY(settings.roles.isEmpty());
    QCOMPARE(settings.problems.size(), 2);
}

// Whoever names a folder by a link to it means the folder, and its database is read as well.
void tst_PythonSettings::readsAFolderThroughALink()
{
    QTemporaryDir dir;
    const QString folder = dir.filePath(u"bot-1.2"_s), link = dir.filePath(u"bot"_s);
    QVERIFY(QDir().mkpath(folder) && QFile::link(folder, link));
    QFile file(folder + u"/permissions.py"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("SUPPORT_ROLES = ['x']");
    file.close();
    const PythonSettings settings = readPythonSettings({link});
    QCOMPARE(settings.roles.value(Setting::SupportRoles), QStringList{u"x"_s});
}

// FAULTS TM-22: each name becomes a row on the screen.
void tst_PythonSettings::readsNoMoreNamesThanAServerHasRoles()
{
    QByteArray source = "SUPPORT_ROLES = [";
    for (int i = 0; i < 20'000; ++i)
        source += "'Role " + QByteArray::number(i) + "',";
    PythonSettings settings;
    addPythonFile(settings, u"permissions.py"_s, source + "]");
    QCOMPARE(settings.roles.value(Setting::SupportRoles).size(), PythonListLimit);
    QCOMPARE(settings.problems.size(), 1);
    QVERIFY(settings.problems.first().text.startsWith("SUPPORT_ROLES"_L1));
}

void tst_PythonSettings::survivesNoise()
{
    QRandomGenerator dice(20261122);
    const QByteArray alphabet("AX=[]{}(),:'\"\\#\n 01_ru");
    for (int round = 0; round < 20'000; ++round) {
        QByteArray source;
        const int length = int(dice.bounded(60));
        for (int i = 0; i < length; ++i)
            source += alphabet.at(int(dice.bounded(quint32(alphabet.size()))));
        const auto file = readPythonLiterals(source);
        QVERIFY(file.ok());
        QVERIFY(file->problems.size() <= source.count('\n') + 1);
    }
}

QTEST_GUILESS_MAIN(tst_PythonSettings)
#include "tst_pythonsettings.moc"

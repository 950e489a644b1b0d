// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDBusConnection>
#include <QDBusVariant>
#include <QLineEdit>
#include <QListWidget>
#include <QProcess>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTest>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

// A desktop portal that has one setting and says when it changes.
class StandInPortal : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    uint scheme = 2; // light

    void change(uint next)
    {
        scheme = next;
        emit SettingChanged(u"org.freedesktop.appearance"_s, u"color-scheme"_s, QDBusVariant(next));
    }

public slots:
    Q_SCRIPTABLE QDBusVariant Read(const QString &, const QString &)
    {
        return QDBusVariant(QVariant::fromValue(QDBusVariant(scheme)));
    }

signals:
    Q_SCRIPTABLE void SettingChanged(const QString &group, const QString &key, const QDBusVariant &value);
};

// UX 2.9, checklist 21, 42 and 43, over a session bus of the test's own.
class tst_Theme : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const QString daemon = QStandardPaths::findExecutable(u"dbus-daemon"_s);
        if (daemon.isEmpty())
            QSKIP("dbus-daemon is not installed");
        m_daemon.start(daemon, {u"--session"_s, u"--nofork"_s, u"--print-address=1"_s});
        QVERIFY(m_daemon.waitForStarted() && m_daemon.waitForReadyRead());
        const QByteArray address = m_daemon.readAllStandardOutput().trimmed();
        QVERIFY2(!address.isEmpty(), m_daemon.readAllStandardError().constData());
        qputenv("DBUS_SESSION_BUS_ADDRESS", address); // before anybody asks for the session bus
        QDBusConnection bus = QDBusConnection::connectToBus(QString::fromUtf8(address), u"portal"_s);
        QVERIFY(bus.registerObject(u"/org/freedesktop/portal/desktop"_s, &m_portal,
                                   QDBusConnection::ExportScriptableContents));
        QVERIFY(bus.registerService(u"org.freedesktop.portal.Desktop"_s));
    }
    void cleanupTestCase()
    {
        QDBusConnection::disconnectFromBus(u"portal"_s);
        m_daemon.terminate();
        m_daemon.waitForFinished(5000);
    }

    void whatIsSwitchedOnIsSeen_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void whatIsSwitchedOnIsSeen() // UX 2.9: graphics 3:1
    {
        QFETCH(bool, dark);
        Theme theme;
        theme.setChoice(dark ? Theme::Choice::Dark : Theme::Choice::Light);
        QPushButton push(u"Follow newest"_s);
        QToolButton tool;
        tool.setText(u"Warnings 3"_s);
        for (QAbstractButton *button :
             {static_cast<QAbstractButton *>(&push), static_cast<QAbstractButton *>(&tool)}) {
            button->setCheckable(true);
            button->resize(140, 32);
            const QImage off = button->grab().toImage();
            button->setChecked(true);
            const QImage on = button->grab().toImage();
            double most = 0;
            for (int x = 0; x < on.width(); ++x)
                most = qMax(most, Theme::contrast(on.pixelColor(x, 1), off.pixelColor(x, on.height() / 4)));
            QVERIFY2(most >= 3, qPrintable(QString::number(most)));
        }
    }

    void whateverIsPressedIsEasyToHit() // UX 2.11: targets of 24 px
    {
        Theme theme;
        QListWidget list;
        list.addItem(u"Last 30 days"_s);
        QVERIFY(list.sizeHintForRow(0) >= 24);
        QPushButton push(u"Next"_s);
        QToolButton tool;
        tool.setText(u"Explain"_s);
        QCheckBox box(u"Compare"_s);
        QRadioButton radio(u"Everything"_s);
        QComboBox combo;
        combo.addItem(u"All categories"_s);
        QLineEdit line;
        QSpinBox spin;
        QFont small = QApplication::font();
        small.setPointSizeF(7);
        for (QWidget *target :
             std::initializer_list<QWidget *>{&push, &tool, &box, &radio, &combo, &line, &spin}) {
            target->setFont(small);
            QVERIFY2(target->sizeHint().height() >= 24, target->metaObject()->className());
        }
    }

    void theDesktopsChoiceIsFollowedWithoutARestart()
    {
        m_portal.scheme = 1;
        Theme theme;
        QTRY_VERIFY(theme.isDark());
        m_portal.change(2);
        QTRY_VERIFY(!theme.isDark());
        m_portal.change(1);
        QTRY_VERIFY(theme.isDark());
        QCOMPARE(QApplication::palette().color(QPalette::Window),
                 Theme::palette(true).color(QPalette::Window));
        // A choice of one's own stays.
        theme.setChoice(Theme::Choice::Light);
        m_portal.change(2);
        m_portal.change(1);
        QTest::qWait(50);
        QVERIFY(!theme.isDark());
        theme.setChoice(Theme::Choice::System);
        QVERIFY(theme.isDark());
    }

    void reducedMotionMovesNothing()
    {
        Theme theme;
        theme.setReducedMotion(true);
        QCOMPARE(Theme::animationMs(), 0);
        theme.setReducedMotion(false);
        QVERIFY(Theme::animationMs() <= 150);
    }

    void whatIsWrittenCanBeRead_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void whatIsWrittenCanBeRead()
    {
        QFETCH(bool, dark);
        const QPalette palette = Theme::palette(dark);
        const ThemeColours &c = Theme::colours(dark);
        for (const auto surface : {palette.color(QPalette::Window), palette.color(QPalette::Base), c.card}) {
            for (const QColor &text : {palette.color(QPalette::WindowText), palette.color(QPalette::Link),
                                       c.muted, c.error, c.warning, c.good})
                QVERIFY2(Theme::contrast(text, surface) >= 4.5,
                         qPrintable(text.name() + u" on "_s + surface.name()));
            for (const QColor &series : c.series)
                QVERIFY2(Theme::contrast(series, surface) >= 3,
                         qPrintable(series.name() + u" on "_s + surface.name()));
            QVERIFY(Theme::contrast(c.reference, surface) >= 3);
        }
        QVERIFY(Theme::contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight))
                >= 4.5);
        const std::pair<QColor, QColor> notices[] = {
            {c.errorSurface, c.error}, {c.warningSurface, c.warning}, {c.goodSurface, c.good}};
        for (const auto &[surface, sign] : notices) {
            QVERIFY(Theme::contrast(sign, surface) >= 3);
            QVERIFY(Theme::contrast(palette.color(QPalette::WindowText), surface) >= 4.5);
        }
    }

private:
    QProcess m_daemon;
    StandInPortal m_portal;
};

QTEST_MAIN(tst_Theme)
#include "tst_theme.moc"

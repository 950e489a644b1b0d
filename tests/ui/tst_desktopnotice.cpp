// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trayicon.h"

#include <QDBusConnection>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

// A desktop's notifications, without a desktop.
class StandInDesktop : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    QStringList shown; // "title: body"

public slots:
    Q_SCRIPTABLE uint Notify(const QString &, uint, const QString &, const QString &title,
                             const QString &body, const QStringList &, const QVariantMap &, int)
    {
        shown.append(title + u": "_s + body);
        return uint(shown.size());
    }
};

// UX J2, J5 on a desktop without a tray, over a session bus of the test's own.
class tst_DesktopNotice : public QObject
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
        QDBusConnection bus = QDBusConnection::connectToBus(QString::fromUtf8(address), u"desktop"_s);
        QVERIFY(bus.registerObject(u"/org/freedesktop/Notifications"_s, &m_desktop,
                                   QDBusConnection::ExportScriptableContents));
        QVERIFY(bus.registerService(u"org.freedesktop.Notifications"_s));
    }
    void cleanupTestCase()
    {
        QDBusConnection::disconnectFromBus(u"desktop"_s);
        m_daemon.terminate();
        m_daemon.waitForFinished(5000);
    }

    void withoutATrayTheDesktopShowsIt()
    {
        if (TrayIcon::available())
            QSKIP("this desktop has a tray");
        TrayIcon tray;
        QVERIFY(tray.notify(u"overdue-1"_s, u"A ticket is overdue"_s, u"#a<b waits for 12 min"_s, Now));
        QTRY_COMPARE(
            m_desktop.shown,
            QStringList{u"A ticket is overdue: #a&lt;b waits for 12 min"_s}); // a name is no markup (TM-16)
        // Once an hour, and never while they are off.
        QVERIFY(!tray.notify(u"overdue-1"_s, u"A ticket is overdue"_s, u"again"_s, Now + MinuteMs));
        tray.setNotifications(false);
        QVERIFY(!tray.notify(u"overdue-2"_s, u"A ticket is overdue"_s, u"off"_s, Now + MinuteMs));
        tray.setNotifications(true);
        QVERIFY(tray.notify(u"overdue-2"_s, u"A ticket is overdue"_s, u"#b"_s, Now + MinuteMs));
        QTRY_COMPARE(m_desktop.shown.size(), 2);
    }

private:
    static constexpr UtcMs Now = 1'795'356'240'000;
    QProcess m_daemon;
    StandInDesktop m_desktop;
};

QTEST_MAIN(tst_DesktopNotice)
#include "tst_desktopnotice.moc"

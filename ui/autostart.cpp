// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/autostart.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QSettings>
#include <QStandardPaths>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto RunKey = "HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Run"_L1;
constexpr auto RunName = "Ticket Assistant"_L1;

#ifdef Q_OS_WIN
constexpr bool InRegistry = true;
#else
constexpr bool InRegistry = false;
#endif

// One word of an Exec line: quoted, and with what the desktop entry specification makes special taken back. The
// backslash of the quoting is doubled, because the value itself is a string with escapes.
QString execWord(const QString &word)
{
    QString quoted = word;
    quoted.replace(u'\\', u"\\\\\\\\"_s);
    for (const QChar special : {u'"', u'`', u'$'})
        quoted.replace(special, u"\\\\"_s + special);
    quoted.replace(u'%', u"%%"_s);
    return u'"' + quoted + u'"';
}

} // namespace

Autostart::Autostart(Program program, const QString &folder) : m_program(std::move(program)), m_folder(folder)
{
#ifdef Q_OS_MACOS
    if (m_folder.isEmpty())
        m_folder = QDir::homePath() + u"/Library/LaunchAgents"_s;
#else
    if (m_folder.isEmpty())
        m_folder = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/autostart"_s;
#endif
}

QString Autostart::entryFile() const
{
#ifdef Q_OS_MACOS
    return m_folder + u"/io.github.ticketassistant.TicketAssistant.plist"_s;
#else
    return m_folder + u"/ticket-assistant.desktop"_s;
#endif
}

bool Autostart::enabled() const
{
    if (InRegistry)
        return QSettings(RunKey, QSettings::NativeFormat).contains(RunName);
    QFile entry(entryFile());
    if (!entry.open(QIODevice::ReadOnly))
        return false;
    // Desktops switch an entry off by hiding it.
    const QByteArray text = entry.readAll();
    return !text.contains("\nHidden=true") && !text.contains("\nX-GNOME-Autostart-enabled=false");
}

Status Autostart::set(bool on)
{
    if (InRegistry) {
        QSettings run(RunKey, QSettings::NativeFormat);
        if (on)
            run.setValue(RunName, runCommand(m_program));
        else
            run.remove(RunName);
        run.sync();
        if (run.status() == QSettings::NoError)
            return {};
        return Error{ErrorKind::Io,
                     QCoreApplication::translate("Autostart", "The system did not take the entry."), RunKey};
    }
    if (!on) {
        if (!QFile::exists(entryFile()) || QFile::remove(entryFile()))
            return {};
        return Error{
            ErrorKind::Io,
            QCoreApplication::translate("Autostart", "The file %1 cannot be deleted.").arg(entryFile()),
            {}};
    }
    QSaveFile entry(entryFile());
#ifdef Q_OS_MACOS
    const QString text = launchAgent(m_program);
#else
    const QString text = desktopEntry(m_program);
#endif
    if (QDir().mkpath(m_folder) && entry.open(QIODevice::WriteOnly) && entry.write(text.toUtf8()) > 0
        && entry.commit())
        return {};
    return Error{ErrorKind::Io,
                 QCoreApplication::translate("Autostart", "The file %1 cannot be written.").arg(entryFile()),
                 entry.errorString()};
}

QString Autostart::desktopEntry(const Program &program)
{
    QString exec = execWord(program.file);
    for (const QString &argument : program.arguments)
        exec += u' ' + execWord(argument);
    return u"[Desktop Entry]\nType=Application\nName=Ticket Assistant\n"
           "Comment=Watches support tickets on Discord\nIcon=ticket-assistant\nTerminal=false\nExec=%1\n"_s
               .arg(exec);
}

QString Autostart::launchAgent(const Program &program)
{
    QString words;
    for (const QString &word : QStringList(program.file) + program.arguments)
        words += u"    <string>%1</string>\n"_s.arg(word.toHtmlEscaped());
    return u"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
           "<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" "
           "\"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n"
           "<plist version=\"1.0\">\n<dict>\n  <key>Label</key>\n"
           "  <string>io.github.ticketassistant.TicketAssistant</string>\n  <key>ProgramArguments</key>\n  "
           "<array>\n%1"
           "  </array>\n  <key>RunAtLoad</key>\n  <true/>\n</dict>\n</plist>\n"_s.arg(words);
}

QString Autostart::runCommand(const Program &program)
{
    QStringList words;
    for (const QString &word : QStringList(program.file) + program.arguments)
        words.append(u'"' + QDir::toNativeSeparators(word) + u'"');
    return words.join(u' ');
}

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/process.h"

#include <QDir>
#include <QSocketNotifier>

#include <cstdlib>
#include <cstring>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>
#endif
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif
#ifdef Q_OS_WIN
#include <windows.h>
#endif

void hardenProcess()
{
#ifdef Q_OS_UNIX
    umask(S_IRWXG | S_IRWXO);
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    // A reader of our output that went away is no reason to die in the middle of a commit.
    std::signal(SIGPIPE, SIG_IGN);
#endif
    // The leak checker looks at its own process as a debugger would; it needs what this takes away.
#if defined(Q_OS_LINUX) && !defined(__SANITIZE_ADDRESS__)
    prctl(PR_SET_DUMPABLE, 0);
#endif
}

QByteArray takeFromEnvironment(const char *name)
{
    char *value = std::getenv(name);
    if (!value)
        return {};
    const QByteArray copy(value);
    volatile char *byte = value; // or the compiler would leave a write out that nobody reads
    for (qsizetype i = 0; i < copy.size(); ++i)
        byte[i] = '\0';
    qunsetenv(name);
    return copy;
}

QString accountName()
{
    for (const char *variable : {"USER", "LOGNAME", "USERNAME"}) {
        if (const QString name = qEnvironmentVariable(variable); !name.isEmpty())
            return name;
    }
    return QDir(QDir::homePath()).dirName();
}

void notifyServiceManager(const QByteArray &state)
{
#ifdef Q_OS_UNIX
    const QByteArray path = qgetenv("NOTIFY_SOCKET");
    sockaddr_un address{};
    if (path.isEmpty() || size_t(path.size()) >= sizeof(address.sun_path)
        || (path[0] != '/' && path[0] != '@'))
        return;
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, path.constData(), size_t(path.size()));
    if (path[0] == '@') // an abstract name
        address.sun_path[0] = '\0';
    const int fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (fd < 0)
        return;
    const auto length = socklen_t(offsetof(sockaddr_un, sun_path) + size_t(path.size()));
    // Nobody listening is nothing to fail for.
    [[maybe_unused]] const ssize_t sent = sendto(fd, state.constData(), size_t(state.size()), MSG_NOSIGNAL,
                                                 reinterpret_cast<sockaddr *>(&address), length);
    close(fd);
#else
    Q_UNUSED(state)
#endif
}

// -- StopSignal
// -------------------------------------------------------------------------------------------------------

class StopSignal::Private
{
public:
#ifdef Q_OS_UNIX
    static void onSignal(int)
    {
        const char one = 1;
        [[maybe_unused]] const ssize_t written = write(wakeFds[0], &one, 1);
    }
    static int wakeFds[2];
    std::unique_ptr<QSocketNotifier> notifier;
#endif
#ifdef Q_OS_WIN
    static BOOL WINAPI onConsole(DWORD)
    {
        if (current)
            QMetaObject::invokeMethod(current, &StopSignal::requested, Qt::QueuedConnection);
        Sleep(2'000); // returning ends the process
        return TRUE;
    }
    static StopSignal *current;
#endif
};

#ifdef Q_OS_UNIX
int StopSignal::Private::wakeFds[2] = {-1, -1};
#endif
#ifdef Q_OS_WIN
StopSignal *StopSignal::Private::current = nullptr;
#endif

StopSignal::StopSignal(QObject *parent) : QObject(parent), d(std::make_unique<Private>())
{
#ifdef Q_OS_UNIX
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, Private::wakeFds) != 0)
        return;
    d->notifier = std::make_unique<QSocketNotifier>(Private::wakeFds[1], QSocketNotifier::Read);
    connect(d->notifier.get(), &QSocketNotifier::activated, this, [this] {
        char bytes[16];
        while (read(Private::wakeFds[1], bytes, sizeof(bytes)) > 0) { }
        emit requested();
    });
    struct sigaction action
    { };
    action.sa_handler = &Private::onSignal;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    for (const int number : {SIGTERM, SIGINT, SIGHUP})
        sigaction(number, &action, nullptr);
#endif
#ifdef Q_OS_WIN
    Private::current = this;
    SetConsoleCtrlHandler(&Private::onConsole, TRUE);
#endif
}

StopSignal::~StopSignal()
{
#ifdef Q_OS_UNIX
    if (Private::wakeFds[0] < 0)
        return;
    for (const int number : {SIGTERM, SIGINT, SIGHUP})
        std::signal(number, SIG_DFL);
    d->notifier.reset();
    for (int &fd : Private::wakeFds) {
        close(fd);
        fd = -1;
    }
#endif
#ifdef Q_OS_WIN
    SetConsoleCtrlHandler(&Private::onConsole, FALSE);
    Private::current = nullptr;
#endif
}

#include "moc_process.cpp"

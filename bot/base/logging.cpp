// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/base/logging.h"

#include <QDateTime>
#include <QMutex>
#include <QMutexLocker>
#include <QRegularExpression>
#include <QSet>

#include <atomic>
#include <cstdio>
#include <deque>

using namespace Qt::Literals::StringLiterals;

Q_LOGGING_CATEGORY(lcGateway, "ta.gateway", QtInfoMsg)
Q_LOGGING_CATEGORY(lcRest, "ta.rest", QtInfoMsg)
Q_LOGGING_CATEGORY(lcTickets, "ta.tickets", QtInfoMsg)
Q_LOGGING_CATEGORY(lcStore, "ta.store", QtInfoMsg)
Q_LOGGING_CATEGORY(lcCommands, "ta.commands", QtInfoMsg)
Q_LOGGING_CATEGORY(lcBot, "ta.bot", QtInfoMsg)
Q_LOGGING_CATEGORY(lcApp, "ta.app", QtInfoMsg)
Q_LOGGING_CATEGORY(lcUi, "ta.ui", QtInfoMsg)
Q_LOGGING_CATEGORY(lcDemo, "ta.demo", QtInfoMsg)

QString logLevelName(LogLevel level)
{
    switch (level) {
    case LogLevel::Debug:
        return u"debug"_s;
    case LogLevel::Info:
        return u"info"_s;
    case LogLevel::Warning:
        return u"warning"_s;
    case LogLevel::Error:
        break;
    }
    return u"error"_s;
}

// -- redaction ------------------------------------------------------------------------------------

namespace {

// Secrets outlive any Log: a line may be redacted while main() is already tearing down.
struct Secrets
{
    QMutex mutex;
    QSet<QString> texts;
};

Secrets &secrets()
{
    static Secrets instance;
    return instance;
}

struct RedactionRule
{
    QRegularExpression pattern;
    QString replacement;
};

const std::vector<RedactionRule> &redactionRules()
{
    // Constant patterns only, and none that can backtrack far: log lines may hold foreign text (TM-19).
    static const std::vector<RedactionRule> rules = [] {
        const auto options = QRegularExpression::CaseInsensitiveOption;
        std::vector<RedactionRule> list{
            // .../webhooks/ID/TOKEN and .../interactions/ID/TOKEN/callback
            {QRegularExpression(u"((?:webhooks|interactions)/[0-9]{1,20}/)[A-Za-z0-9._~%+=-]{8,}"_s, options),
             u"\\1[token]"_s},
            {QRegularExpression(
                 u"(authorization[\"']?\\s*[:=]\\s*[\"']?)(?:(?:bot|bearer|basic)\\s+)?[^\\s\"',;]+"_s,
                 options),
             u"\\1[token]"_s},
            {QRegularExpression(u"\\b((?:bot|bearer)\\s+)[A-Za-z0-9_-]{18,}\\.[A-Za-z0-9._-]+"_s, options),
             u"\\1[token]"_s},
            // Three dotted base64url parts: how Discord writes bot tokens.
            {QRegularExpression(u"[A-Za-z0-9_-]{18,}\\.[A-Za-z0-9_-]{5,}\\.[A-Za-z0-9_-]{20,}"_s),
             u"[token]"_s},
        };
        for (const RedactionRule &rule : list)
            rule.pattern.optimize();
        return list;
    }();
    return rules;
}

} // namespace

QString redact(QString text)
{
    {
        Secrets &known = secrets();
        const QMutexLocker lock(&known.mutex);
        for (const QString &secret : std::as_const(known.texts))
            text.replace(secret, u"[token]"_s);
    }
    for (const RedactionRule &rule : redactionRules())
        text.replace(rule.pattern, rule.replacement);
    return text;
}

void Log::addSecret(const QByteArray &secret)
{
    // A short "secret" would blacken half of every line; no token is that short.
    constexpr qsizetype ShortestSecret = 6;
    const QString text = QString::fromUtf8(secret.trimmed());
    if (text.size() < ShortestSecret)
        return;
    Secrets &known = secrets();
    const QMutexLocker lock(&known.mutex);
    known.texts.insert(text);
}

void Log::forgetSecrets()
{
    Secrets &known = secrets();
    const QMutexLocker lock(&known.mutex);
    known.texts.clear();
}

// One event is one line and reads as it was written, whatever a foreign text inside it holds: no line breaks, no orders to a
// terminal, no turned direction.
static void flatten(QString &text)
{
    for (QChar &c : text) {
        const char16_t u = c.unicode();
        const bool turns = u == 0x061c || u == 0x200e || u == 0x200f || (u >= 0x202a && u <= 0x202e)
            || (u >= 0x2066 && u <= 0x2069);
        if (turns || c.category() == QChar::Other_Control || u == 0x2028 || u == 0x2029)
            c = u' ';
    }
}

// -- the sink -------------------------------------------------------------------------------------

class Log::Private
{
public:
    static void handle(QtMsgType type, const QMessageLogContext &context, const QString &message);
    void take(QtMsgType type, const QString &area, const QString &message, Log *q);
    void applyLevel();

    Options options;
    std::atomic<LogLevel> level = LogLevel::Info;
    QtMessageHandler previous = nullptr;
    mutable QMutex mutex;
    std::deque<LogLine> kept;
    qint64 count = 0;

    static std::atomic<Log *> current;
};

std::atomic<Log *> Log::Private::current = nullptr;

static LogLevel logLevelOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return LogLevel::Debug;
    case QtInfoMsg:
        return LogLevel::Info;
    case QtWarningMsg:
        return LogLevel::Warning;
    default:
        return LogLevel::Error;
    }
}

void Log::Private::handle(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    Log *log = current.load();
    if (!log)
        return;
    const QLatin1StringView category(context.category ? context.category : "default");
    QString area = u"qt"_s;
    if (category.startsWith("ta."_L1))
        area = category.sliced(3);
    log->d->take(type, area, message, log);
}

void Log::Private::take(QtMsgType type, const QString &area, const QString &message, Log *q)
{
    const LogLevel lineLevel = logLevelOf(type);
    if (lineLevel < level.load())
        return;
    LogLine line;
    line.atMs = QDateTime::currentMSecsSinceEpoch();
    line.level = lineLevel;
    line.area = area;
    line.text = redact(message);
    flatten(line.text);
    {
        const QMutexLocker lock(&mutex);
        line.number = ++count;
        kept.push_back(line);
        while (kept.size() > size_t(options.keptLines))
            kept.pop_front();
        if (options.toStderr) {
            const QString time =
                QDateTime::fromMSecsSinceEpoch(line.atMs, Qt::UTC).toString(Qt::ISODateWithMs);
            const QByteArray bytes =
                u"%1 %2 %3: %4\n"_s.arg(time, logLevelName(line.level), line.area, line.text).toUtf8();
            std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stderr);
            std::fflush(stderr);
        }
    }
    emit q->lineAdded(line);
}

void Log::Private::applyLevel()
{
    // The handler drops what is too small; the rules save building those lines at all.
    const bool debug = level.load() == LogLevel::Debug;
    const bool info = level.load() <= LogLevel::Info;
    QLoggingCategory::setFilterRules(
        u"ta.*.debug=%1\nta.*.info=%2"_s.arg(debug ? "true"_L1 : "false"_L1, info ? "true"_L1 : "false"_L1));
}

Log::Log(Options options, QObject *parent) : QObject(parent), d(std::make_unique<Private>())
{
    qRegisterMetaType<LogLine>();
    d->options = options;
    d->level = options.level;
    d->applyLevel();
    Private::current = this;
    d->previous = qInstallMessageHandler(&Private::handle);
}

Log::~Log()
{
    qInstallMessageHandler(d->previous);
    Private::current = nullptr;
}

Log *Log::instance()
{
    return Private::current;
}

void Log::setLevel(LogLevel level)
{
    d->level = level;
    d->applyLevel();
}

LogLevel Log::level() const
{
    return d->level;
}

QList<LogLine> Log::lines() const
{
    const QMutexLocker lock(&d->mutex);
    return QList<LogLine>(d->kept.cbegin(), d->kept.cend());
}

#include "moc_logging.cpp"

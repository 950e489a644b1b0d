// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/clock.h"

#include <QByteArray>
#include <QList>
#include <QLoggingCategory>
#include <QObject>
#include <QString>

#include <memory>

// Every line that the program logs goes through one of these. The area shown to people is what follows "ta.".
// Tokens, message texts and e-mail addresses never belong into a log line; redact() is the net below that
// rule.
Q_DECLARE_LOGGING_CATEGORY(lcGateway)
Q_DECLARE_LOGGING_CATEGORY(lcRest)
Q_DECLARE_LOGGING_CATEGORY(lcTickets)
Q_DECLARE_LOGGING_CATEGORY(lcStore)
Q_DECLARE_LOGGING_CATEGORY(lcCommands)
Q_DECLARE_LOGGING_CATEGORY(lcBot)
Q_DECLARE_LOGGING_CATEGORY(lcApp)
Q_DECLARE_LOGGING_CATEGORY(lcUi)
Q_DECLARE_LOGGING_CATEGORY(lcDemo)

enum class LogLevel
{
    Debug,
    Info,
    Warning,
    Error
};
QString logLevelName(LogLevel level); // "debug", "info", "warning", "error": also the words of --log-level

struct LogLine
{
    qint64 number = 0; // counts up by one; a gap means that lines left the buffer unseen
    UtcMs atMs = 0;
    LogLevel level = LogLevel::Info;
    QString area; // "gateway"; "qt" for Qt's own messages
    QString text; // redacted
};
Q_DECLARE_METATYPE(LogLine)

// Takes what must not be seen out of a text (FAULTS TM-02): the current token, anything shaped like a token,
// Authorization values, interaction tokens in URLs and webhook URLs. Callable from any thread.
QString redact(QString text);

// The one place where log lines end: redacts them, keeps the newest in memory for the log page and, if asked,
// writes them to stderr. Lines come from every thread, so this is the one object of ours with a lock;
// lineAdded() is emitted in the thread that logged, connect with a receiver.
//
// Owner: main(). There is one at a time; it takes Qt's message handler while it lives.
class Log : public QObject
{
    Q_OBJECT
public:
    struct Options
    {
        LogLevel level = LogLevel::Info;
        bool toStderr = true;
        int keptLines = 5000;
    };

    explicit Log(Options options, QObject *parent = nullptr);
    ~Log() override;
    static Log *instance(); // null outside its life

    void setLevel(LogLevel level);
    LogLevel level() const;
    QList<LogLine> lines() const; // the newest keptLines, oldest first

    // Texts that must never be logged: the bot token. Empty ones are ignored. Kept until forgotten.
    static void addSecret(const QByteArray &secret);
    static void forgetSecrets();

signals:
    void lineAdded(const LogLine &line);

private:
    class Private;
    const std::unique_ptr<Private> d;
};

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logmeaning.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace {

// A sentence with %1, %2, … in the order of their numbers, cut at these.
QStringList piecesOf(const QString &sentence)
{
    QStringList pieces{QString()};
    for (qsizetype i = 0; i < sentence.size(); ++i) {
        if (sentence[i] == u'%' && i + 1 < sentence.size() && sentence[i + 1].isDigit()) {
            pieces.append(QString());
            ++i; // the digit
        } else {
            pieces.last().append(sentence[i]);
        }
    }
    return pieces;
}

// What stands between the pieces; nothing when the text is not made of them.
std::optional<QStringList> argumentsOf(const QString &text, const QStringList &pieces)
{
    if (!text.startsWith(pieces.first()))
        return {};
    QStringList arguments;
    qsizetype at = pieces.first().size();
    for (qsizetype i = 1; i < pieces.size(); ++i) {
        const bool last = i == pieces.size() - 1;
        const qsizetype found = last ? text.size() - pieces[i].size() : text.indexOf(pieces[i], at);
        if (found < at || (last && !text.endsWith(pieces[i])))
            return {};
        arguments.append(text.mid(at, found - at));
        at = found + pieces[i].size();
    }
    return at == text.size() ? std::optional(arguments) : std::nullopt;
}

// Not QString::arg(): a name may hold a %1 itself.
QString filledIn(const QString &sentence, const QStringList &arguments)
{
    QString text;
    for (qsizetype i = 0; i < sentence.size(); ++i) {
        const int number = sentence[i] == u'%' && i + 1 < sentence.size() ? sentence[i + 1].digitValue() : 0;
        if (number < 1 || number > arguments.size()) {
            text.append(sentence[i]);
        } else {
            text.append(arguments[number - 1]);
            ++i;
        }
    }
    return text;
}

class LogMeaning
{
    Q_DECLARE_TR_FUNCTIONS(LogMeaning)
public:
    // The first row whose area and words fit explains the line. Words are those that our own code logs.
    struct Row
    {
        const char *area;
        const char *words; // "" = every line of the area
        const char *meaning;
    };
    static const std::array<Row, 14> rows;
    static QString of(const LogLine &line);

private:
    static bool saysStopped(const QString &text);
};

// With which the bot stops for good. They are logged in the language of the window.
struct StoppingSentence
{
    const char *context;
    const char *text;
};
constexpr std::array StoppingSentences{
    StoppingSentence{"Bot", "Discord rejected the token. Enter a new one."},
    StoppingSentence{"Bot", "This is no bot token: it holds what no token has. Enter another one."},
    StoppingSentence{
        "Bot", "The token belongs to %1 (ID %2), but the data here was recorded with another bot (ID %3)."},
    StoppingSentence{"Gateway", "Discord rejected the token. Enter a new one."},
    StoppingSentence{
        "Gateway", "The bot is in too many servers for one connection; Ticket Assistant serves up to 2500."},
    StoppingSentence{"Gateway", "Discord no longer speaks this version of its protocol. Update the app."},
    StoppingSentence{"Gateway", "Discord refused the bot's intents as invalid."},
    StoppingSentence{"Gateway", "Discord refused this bot's basic intents. The bot is stopped."},
};

const std::array<LogMeaning::Row, 14> LogMeaning::rows{{
    {"gateway", "4004",
     QT_TRANSLATE_NOOP(
         "LogMeaning",
         "Discord does not accept the bot token. The bot has stopped and does not try again, because "
         "repeated tries would get this address blocked. Enter a new token: on the Bot page of the "
         "Developer Portal, button Reset Token.")},
    {"gateway", "4014",
     QT_TRANSLATE_NOOP(
         "LogMeaning",
         "Discord refused an intent that is switched off in the Developer Portal. Without Message "
         "Content tickets are still tracked; only reasons and ratings that other bots post are not.")},
    {"gateway", "",
     QT_TRANSLATE_NOOP(
         "LogMeaning",
         "The connection to Discord had a problem. It is made again by itself, and what happened in the "
         "meantime is read afterwards. Nothing has to be done unless this repeats for minutes.")},
    {"rest", "refused requests",
     QT_TRANSLATE_NOOP(
         "LogMeaning",
         "Discord refused many requests in a short time. Before it blocks this address, the bot stops "
         "everything but answers to commands. Usually a permission is missing: see Problems.")},
    {"rest", "403",
     QT_TRANSLATE_NOOP(
         "LogMeaning",
         "Discord forbids this because the bot's role lacks a permission there. Everything else goes "
         "on. Give the bot's role the permission in the channel's settings; it is tried again when "
         "roles or channels change.")},
    {"rest", "",
     QT_TRANSLATE_NOOP(
         "LogMeaning",
         "One request to Discord did not succeed. What can be repeated is repeated by itself; the line "
         "says which request it was and what Discord answered.")},
    {"store", "damaged",
     QT_TRANSLATE_NOOP(
         "LogMeaning",
         "The database file was damaged. It was restored from the newest backup, and later tickets were "
         "taken over as far as they could be read. The damaged file is kept in the data folder.")},
    {"store", "could not be stored and is left out",
     QT_TRANSLATE_NOOP(
         "LogMeaning",
         "One single fact about a ticket contradicted what is stored and was left out, so that the rest "
         "could be saved. Numbers stay right except for that one fact.")},
    {"store", "",
     QT_TRANSLATE_NOOP(
         "LogMeaning",
         "The database could not do something at once. New events wait in memory and are written in "
         "order as soon as it works again. Look for a full disk, or for another program that uses the "
         "file.")},
    {"commands", "",
     QT_TRANSLATE_NOOP(
         "LogMeaning",
         "A slash command ended with an error. The person saw a sentence that says so, with the "
         "reference that stands in this line.")},
    {"bot", "permission",
     QT_TRANSLATE_NOOP(
         "LogMeaning",
         "The bot's role lacks a permission on Discord. Everything that does not need it goes on.")},
    {"bot", "command",
     QT_TRANSLATE_NOOP(
         "LogMeaning",
         "The slash commands could not be registered as wanted. Those that Discord knows already keep "
         "working. Reconnecting tries again.")},
    {"bot", "",
     QT_TRANSLATE_NOOP(
         "LogMeaning",
         "The bot noticed something that may need attention. It goes on working; the line says what it "
         "was about.")},
    {"", "",
     QT_TRANSLATE_NOOP(
         "LogMeaning",
         "The program noticed something unusual. If it repeats, save the log and add it to a report; it "
         "holds no token.")},
}};

QString LogMeaning::of(const LogLine &line)
{
    if (line.level < LogLevel::Warning) {
        return tr("A note about ordinary work. Nothing has to be done.");
    }
    if (saysStopped(line.text)) {
        return tr(
            "The bot has stopped and does not try again by itself, because this does not pass by itself. "
            "The line says what it was. Put it right, then start the bot again here; what happened on "
            "Discord in the meantime is read then.");
    }
    for (const Row &row : rows) {
        if ((*row.area == '\0' || line.area == QLatin1StringView(row.area))
            && line.text.contains(QLatin1StringView(row.words), Qt::CaseInsensitive))
            return QCoreApplication::translate("LogMeaning", row.meaning);
    }
    return {};
}

bool LogMeaning::saysStopped(const QString &text)
{
    return std::any_of(
        StoppingSentences.begin(), StoppingSentences.end(), [&](const StoppingSentence &sentence) {
            return argumentsOf(text, piecesOf(QString::fromUtf8(sentence.text)))
                || argumentsOf(text, piecesOf(QCoreApplication::translate(sentence.context, sentence.text)));
        });
}

// What our own code logs, in English, so that a saved log can be read by whoever is asked for help. A sentence comes before
// those that would fit its lines as well.
struct LoggedSentence
{
    const char *area;
    const char *text;
};
constexpr std::array LoggedSentences{
    LoggedSentence{"gateway", QT_TRANSLATE_NOOP("LogText", "Connecting to Discord")},
    LoggedSentence{"gateway", QT_TRANSLATE_NOOP("LogText", "Resuming the session")},
    LoggedSentence{"gateway", QT_TRANSLATE_NOOP("LogText", "Connected: the session goes on")},
    LoggedSentence{"gateway", QT_TRANSLATE_NOOP("LogText", "Connected: a new session")},
    LoggedSentence{"gateway", QT_TRANSLATE_NOOP("LogText", "Disconnected: the bot was stopped")},
    LoggedSentence{"gateway",
                   QT_TRANSLATE_NOOP("LogText", "The computer slept or was held up; testing the connection")},
    LoggedSentence{"gateway", QT_TRANSLATE_NOOP("LogText", "The network changed; testing the connection")},
    LoggedSentence{"gateway", QT_TRANSLATE_NOOP("LogText", "Connection ended, code %1")},
    LoggedSentence{"rest", QT_TRANSLATE_NOOP("LogText", "%1: asked to wait %2 ms")},
    LoggedSentence{"rest", QT_TRANSLATE_NOOP("LogText", "%1 refused requests in ten minutes")},
    LoggedSentence{
        "rest",
        QT_TRANSLATE_NOOP("LogText",
                          "%1 refused requests in ten minutes: only interactions are answered for a while")},
    LoggedSentence{"rest", QT_TRANSLATE_NOOP("LogText", "commands not registered: %1")},
    LoggedSentence{"tickets", QT_TRANSLATE_NOOP("LogText", "Ticket opened: %1 in no category")},
    LoggedSentence{"tickets", QT_TRANSLATE_NOOP("LogText", "Ticket opened: %1")},
    LoggedSentence{"tickets", QT_TRANSLATE_NOOP("LogText", "Ticket opened again: %1 in no category")},
    LoggedSentence{"tickets", QT_TRANSLATE_NOOP("LogText", "Ticket opened again: %1")},
    LoggedSentence{"tickets", QT_TRANSLATE_NOOP("LogText", "First reply: %1 in no category, by %2")},
    LoggedSentence{"tickets", QT_TRANSLATE_NOOP("LogText", "First reply: %1, by %2")},
    LoggedSentence{"tickets",
                   QT_TRANSLATE_NOOP("LogText", "Ticket closed: %1 in no category, by not detected")},
    LoggedSentence{"tickets", QT_TRANSLATE_NOOP("LogText", "Ticket closed: %1 in no category, by %2")},
    LoggedSentence{"tickets", QT_TRANSLATE_NOOP("LogText", "Ticket closed: %1, by not detected")},
    LoggedSentence{"tickets", QT_TRANSLATE_NOOP("LogText", "Ticket closed: %1, by %2")},
    LoggedSentence{"bot",
                   QT_TRANSLATE_NOOP("LogText", "%1 is caught up: %2 opened, %3 closed, %4 messages read.")},
    LoggedSentence{"bot",
                   QT_TRANSLATE_NOOP("LogText",
                                     "%1: View Audit Log is missing. When a ticket was closed while the bot "
                                     "was away is only roughly known.")},
    LoggedSentence{"bot", QT_TRANSLATE_NOOP("LogText", "Some channels of %1 could not be read again.")},
    LoggedSentence{"bot", QT_TRANSLATE_NOOP("LogText", "The bot was removed from %1. Its history is kept.")},
    LoggedSentence{"bot", QT_TRANSLATE_NOOP("LogText", "Could not record the gap: %1")},
    LoggedSentence{"bot", QT_TRANSLATE_NOOP("LogText", "/%1 in server %2: %3, acknowledged after %4 ms")},
    LoggedSentence{
        "bot",
        QT_TRANSLATE_NOOP("LogText", "Another program is running this bot: its replies may appear twice.")},
    LoggedSentence{
        "bot", QT_TRANSLATE_NOOP("LogText", "DISCORD_GUILDS names %1, but the bot is not in that server.")},
    LoggedSentence{"bot", QT_TRANSLATE_NOOP("LogText", "DISCORD_GUILDS: “%1” is no server ID.")},
    LoggedSentence{"bot", QT_TRANSLATE_NOOP("LogText", "%1 fits no server.")},
    LoggedSentence{"bot", QT_TRANSLATE_NOOP("LogText", "Discord cannot be reached: %1")},
    LoggedSentence{"bot", QT_TRANSLATE_NOOP("LogText", "Scheduled summary %1 was missed and is skipped")},
    LoggedSentence{"bot", QT_TRANSLATE_NOOP("LogText", "Scheduled summary %1 is due")},
    LoggedSentence{"bot", QT_TRANSLATE_NOOP("LogText", "The log channel could not be unset: %1")},
    LoggedSentence{"bot", QT_TRANSLATE_NOOP("LogText", "Notices could not be put together: %1")},
    LoggedSentence{"bot", QT_TRANSLATE_NOOP("LogText", "A notice could not be marked as sent: %1")},
    LoggedSentence{"bot", QT_TRANSLATE_NOOP("LogText", "A failed notice could not be noted: %1")},
    LoggedSentence{"bot", QT_TRANSLATE_NOOP("LogText", "An alarm could not be recorded: %1")},
    LoggedSentence{"store", QT_TRANSLATE_NOOP("LogText", "The database is damaged: %1")},
    LoggedSentence{"store",
                   QT_TRANSLATE_NOOP("LogText",
                                     "The database was damaged. Restored from %1 and %2 newer tickets from "
                                     "the damaged file, kept in %3")},
    LoggedSentence{"store", QT_TRANSLATE_NOOP("LogText", "A batch could not be stored: %1")},
    LoggedSentence{"store", QT_TRANSLATE_NOOP("LogText", "A fact could not be stored and is left out: %1")},
    LoggedSentence{"store", QT_TRANSLATE_NOOP("LogText", "Writing failed, next try in %1 ms: %2")},
    LoggedSentence{
        "store",
        QT_TRANSLATE_NOOP("LogText", "The disk was away for too long: %1 facts are left to catching up")},
    LoggedSentence{"store",
                   QT_TRANSLATE_NOOP(
                       "LogText", "%1 facts could not be stored; catching up finds what Discord still has")},
    LoggedSentence{
        "store",
        QT_TRANSLATE_NOOP("LogText", "The database cannot use a write-ahead log here; writing is slower")},
    LoggedSentence{"store", QT_TRANSLATE_NOOP("LogText", "An old backup cannot be removed: %1")},
    LoggedSentence{"store", QT_TRANSLATE_NOOP("LogText", "The numbers of ticket %1 cannot be read in full")},
    LoggedSentence{"store", QT_TRANSLATE_NOOP("LogText", "The evidence about ticket %1 cannot be read")},
    LoggedSentence{"store",
                   QT_TRANSLATE_NOOP("LogText", "When staff wrote in ticket %1 cannot be read in full")},
    LoggedSentence{"app", QT_TRANSLATE_NOOP("LogText", "stopping")},
    LoggedSentence{"app", QT_TRANSLATE_NOOP("LogText", "password store: %1")},
};

} // namespace

QString logText(const LogLine &line)
{
    static const auto pieces = [] {
        std::vector<QStringList> all;
        for (const LoggedSentence &sentence : LoggedSentences)
            all.push_back(piecesOf(QString::fromUtf8(sentence.text)));
        return all;
    }();
    for (size_t i = 0; i < LoggedSentences.size(); ++i) {
        if (line.area != QLatin1StringView(LoggedSentences[i].area))
            continue;
        if (const auto arguments = argumentsOf(line.text, pieces[i]))
            return filledIn(QCoreApplication::translate("LogText", LoggedSentences[i].text), *arguments);
    }
    return line.text;
}

QString logMeaning(const LogLine &line)
{
    return LogMeaning::of(line);
}

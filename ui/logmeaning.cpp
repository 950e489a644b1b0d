// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logmeaning.h"

#include <QCoreApplication>

#include <array>

namespace {

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
    for (const Row &row : rows) {
        if ((*row.area == '\0' || line.area == QLatin1StringView(row.area))
            && line.text.contains(QLatin1StringView(row.words), Qt::CaseInsensitive))
            return QCoreApplication::translate("LogMeaning", row.meaning);
    }
    return {};
}

} // namespace

QString logMeaning(const LogLine &line)
{
    return LogMeaning::of(line);
}

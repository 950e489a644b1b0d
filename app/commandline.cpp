// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"

#include <QDateTime>
#include <QHostAddress>

#include <initializer_list>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int LongestPeriodDays = 3650; // as /ticketstats takes it
constexpr double FastestDemoClock = 10'000;
constexpr auto DiscordApiBase = "https://discord.com/api/v10"_L1;

Error wrongUse(const QString &text)
{
    return {ErrorKind::Invalid, text, {}};
}

QString quoted(const QString &text)
{
    // A terminal takes control characters as orders; a wrong value may hold some.
    QString shown = text.left(80);
    for (QChar &c : shown) {
        if (!c.isPrint())
            c = u'?';
    }
    return u'"' + shown + u'"';
}

// -- values
// -----------------------------------------------------------------------------------------------------------

Status readDataDir(CommandLine &line, const QString &value)
{
    line.dataDir = value;
    return {};
}

// INTERFACE, T-01: Discord's own address, or any address on this computer. Nothing else ever gets the token.
Status readApiBase(CommandLine &line, const QString &value)
{
    QString text = value;
    while (text.endsWith(u'/'))
        text.chop(1);
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty() || url.hasQuery()
        || url.hasFragment())
        return wrongUse(u"--api-base: %1 is not an address such as %2"_s.arg(quoted(value), DiscordApiBase));
    const QHostAddress address(url.host());
    const bool loopback = url.host() == "localhost"_L1 || (!address.isNull() && address.isLoopback());
    if (loopback) {
        if (url.scheme() != "http"_L1)
            return wrongUse(u"--api-base: an address on this computer begins with http://"_s);
    } else if (url != QUrl(DiscordApiBase)) {
        return wrongUse(
            u"--api-base: %1 is neither %2 nor on this computer"_s.arg(quoted(value), DiscordApiBase));
    }
    line.apiBase = url;
    line.loopback = loopback;
    return {};
}

Status readLogLevel(CommandLine &line, const QString &value)
{
    for (const LogLevel level : {LogLevel::Debug, LogLevel::Info, LogLevel::Warning, LogLevel::Error}) {
        if (value == logLevelName(level)) {
            line.logLevel = level;
            return {};
        }
    }
    return wrongUse(u"--log-level: %1 is not one of debug, info, warning, error"_s.arg(quoted(value)));
}

Status readDays(CommandLine &line, const QString &value)
{
    bool number = false;
    const int days = value.toInt(&number);
    if (!number || days < 1 || days > LongestPeriodDays)
        return wrongUse(
            u"--days: %1 is not a number from 1 to %2"_s.arg(quoted(value)).arg(LongestPeriodDays));
    line.days = days;
    return {};
}

// ISO 8601; without an offset it is UTC, as everything the program writes is.
std::optional<UtcMs> instantFromIso(const QString &text)
{
    QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid())
        return {};
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC);
    return time.toMSecsSinceEpoch();
}

Status readUntil(CommandLine &line, const QString &value)
{
    line.untilMs = instantFromIso(value);
    if (!line.untilMs)
        return wrongUse(u"--until: %1 is not a time such as 2026-04-15T12:00:00Z"_s.arg(quoted(value)));
    return {};
}

Status readCategory(CommandLine &line, const QString &value)
{
    line.category = value;
    return {};
}

Status readGuild(CommandLine &line, const QString &value)
{
    line.guild = GuildId::fromText(value);
    if (!line.guild)
        return wrongUse(u"--guild: %1 is not a server ID"_s.arg(quoted(value)));
    return {};
}

Status readFormat(CommandLine &line, const QString &value)
{
    if (value == "csv"_L1)
        line.exportFormat = CommandLine::ExportFormat::Csv;
    else if (value == "json"_L1)
        line.exportFormat = CommandLine::ExportFormat::Json;
    else
        return wrongUse(u"--format: %1 is neither csv nor json"_s.arg(quoted(value)));
    return {};
}

Status readOutput(CommandLine &line, const QString &value)
{
    line.file = value;
    return {};
}

Status readDemoClock(CommandLine &line, const QString &value)
{
    CommandLine::DemoClock clock;
    const qsizetype comma = value.indexOf(u',');
    const std::optional<UtcMs> start = instantFromIso(value.left(comma < 0 ? value.size() : comma));
    bool speedKnown = true;
    if (comma >= 0) {
        const QString speed = value.mid(comma + 1);
        clock.speed = speed.mid(1).toDouble(&speedKnown);
        speedKnown =
            speedKnown && speed.startsWith(u'x') && clock.speed >= 0 && clock.speed <= FastestDemoClock;
    }
    if (!start || !speedKnown)
        return wrongUse(
            u"--demo-clock: %1 is not a time with an optional speed such as 2026-04-15T12:00:00Z,x60"_s.arg(
                quoted(value)));
    clock.startMs = *start;
    line.demoClock = clock;
    return {};
}

Status readSimulate(CommandLine &line, const QString &value)
{
    if (!CommandLine::incidents().contains(value))
        return wrongUse(
            u"--simulate: %1 is not one of %2"_s.arg(quoted(value), CommandLine::incidents().join(", "_L1)));
    line.simulate = value;
    return {};
}

Status readPage(CommandLine &line, const QString &value)
{
    if (!CommandLine::pages().contains(value))
        return wrongUse(
            u"--page: %1 is not one of %2"_s.arg(quoted(value), CommandLine::pages().join(", "_L1)));
    line.page = value;
    return {};
}

Status readLanguage(CommandLine &line, const QString &value)
{
    for (const QChar c : value) {
        if (!(c.isLetterOrNumber() && c.unicode() < 128) && c != u'_' && c != u'-')
            return wrongUse(u"--lang: %1 is not a language code such as en or de"_s.arg(quoted(value)));
    }
    line.language = value;
    return {};
}

// -- the tables: parsing and --help both come from them
// ---------------------------------------------------------------

using Task = CommandLine::Task;

constexpr unsigned bit(Task task)
{
    return 1u << unsigned(task);
}
constexpr unsigned Everywhere = ~0u;
constexpr unsigned Running = bit(Task::Console) | bit(Task::Headless);

struct ValueOption
{
    const char *name;
    const char *value;
    unsigned tasks;
    Status (*read)(CommandLine &, const QString &);
    const char *help;
};

constexpr ValueOption valueOptions[] = {
    {"--days", "N", bit(Task::Stats) | bit(Task::Export), readDays, "the last N days (1 to 3650)"},
    {"--until", "ISO", bit(Task::Stats), readUntil, "the end of the period; default: now"},
    {"--category", "NAME", bit(Task::Stats), readCategory, "a category's name or ID, None, or all (default)"},
    {"--guild", "ID", bit(Task::Stats) | bit(Task::Export) | bit(Task::Import), readGuild,
     "which server, where several are recorded"},
    {"--format", "csv|json", bit(Task::Export), readFormat, "csv for spreadsheets, json for programs"},
    {"--output", "FILE", bit(Task::Export), readOutput, "where to write"},
    {"--data-dir", "DIR", Everywhere, readDataDir,
     "where everything is kept; default: the application data folder of this account"},
    {"--api-base", "URL", Everywhere, readApiBase,
     "https://discord.com/api/v10 (default) or an address on this computer"},
    {"--log-level", "LEVEL", Everywhere, readLogLevel, "debug, info (default), warning or error"},
    {"--demo-clock", "ISO[,xN]", Running, readDemoClock,
     "demo: the time it starts at, N times as fast; x0 stands still"},
    {"--simulate", "WORD", Running, readSimulate, "demo: begins with an incident"},
    {"--page", "PAGE", bit(Task::Console), readPage, "the page to open first"},
    {"--lang", "CODE", Running, readLanguage, "language of the window; default: the system's"},
};

struct SwitchOption
{
    const char *name;
    unsigned tasks;
    void (*set)(CommandLine &);
    const char *help;
};

constexpr SwitchOption switchOptions[] = {
    {"--headless", Running, [](CommandLine &line) { line.task = Task::Headless; },
     "the bot without a window"},
    {"--demo", Running, [](CommandLine &line) { line.demo = true; },
     "everything against a built-in stand-in Discord: no network, no token"},
    {"--selftest-ui", bit(Task::Console), [](CommandLine &line) { line.selftestUi = true; },
     "opens every page once, without connecting, and prints how long it took and the slowest stall"},
    {"--dry-run", bit(Task::Import), [](CommandLine &line) { line.dryRun = true; },
     "says what would be imported, writes nothing"},
    {"--json", bit(Task::Stats) | bit(Task::Import) | bit(Task::Check),
     [](CommandLine &line) { line.json = true; }, "the answer as JSON"},
};

struct Subcommand
{
    const char *name;
    Task task;
    const char *arguments;
    const char *help;
};

constexpr Subcommand subcommands[] = {
    {"stats", Task::Stats, "stats --days N [--until ISO] [--category NAME] [--guild ID] [--json]",
     "the numbers, computed from the data folder without connecting"},
    {"import", Task::Import, "import PATH... [--guild ID] [--dry-run] [--json]",
     "history and settings of the Python bot: its folder, or tickets.db and settings files"},
    {"export", Task::Export, "export tickets|stats --format csv|json --output FILE [--days N] [--guild ID]",
     "one row per ticket, or the aggregates"},
    {"backup", Task::Backup, "backup [FILE]", "writes a checked copy of the database"},
    {"restore", Task::Restore, "restore FILE", "puts a copy back; backs the current database up first"},
    {"check", Task::Check, "check [--json]", "says what is wrong with the data and what to do"},
};

const Subcommand *findSubcommand(const QString &name)
{
    for (const Subcommand &row : subcommands) {
        if (name == QLatin1StringView(row.name))
            return &row;
    }
    return nullptr;
}

QString taskName(Task task)
{
    for (const Subcommand &row : subcommands) {
        if (row.task == task)
            return QString::fromLatin1(row.name);
    }
    return task == Task::Headless ? u"--headless"_s : u"the console"_s;
}

// What the words after the subcommand mean.
Status readWords(CommandLine &line, const QStringList &words)
{
    switch (line.task) {
    case Task::Export:
        if (words.size() != 1 || (words[0] != "tickets"_L1 && words[0] != "stats"_L1))
            return wrongUse(u"export: say what, tickets or stats"_s);
        line.exportWhat =
            words[0] == "stats"_L1 ? CommandLine::ExportWhat::Stats : CommandLine::ExportWhat::Tickets;
        return {};
    case Task::Import:
        if (words.isEmpty() || words.contains(QString()))
            return wrongUse(u"import: say which folder or files"_s);
        line.importPaths = words;
        return {};
    case Task::Backup:
    case Task::Restore:
        if (words.size() > 1)
            return wrongUse(u"%1: one file, not %2"_s.arg(taskName(line.task)).arg(words.size()));
        if (!words.isEmpty())
            line.file = words[0];
        else if (line.task == Task::Restore)
            return wrongUse(u"restore: say which file"_s);
        if (!words.isEmpty() && words[0].isEmpty())
            return wrongUse(u"%1: the file's name is empty"_s.arg(taskName(line.task)));
        return {};
    default:
        if (!words.isEmpty())
            return wrongUse(u"%1: %2 is one word too many"_s.arg(taskName(line.task), quoted(words[0])));
        return {};
    }
}

// What is needed, and what does not go together.
Status checkTogether(const CommandLine &line, const QStringList &given)
{
    for (const ValueOption &option : valueOptions) {
        if (given.contains(QLatin1StringView(option.name)) && !(option.tasks & bit(line.task)))
            return wrongUse(
                u"%1 has no meaning for %2"_s.arg(QLatin1StringView(option.name), taskName(line.task)));
    }
    for (const SwitchOption &option : switchOptions) {
        if (given.contains(QLatin1StringView(option.name)) && !(option.tasks & bit(line.task)))
            return wrongUse(
                u"%1 has no meaning for %2"_s.arg(QLatin1StringView(option.name), taskName(line.task)));
    }
    if (line.task == Task::Stats && line.days == 0)
        return wrongUse(u"stats: say how many days, for example --days 7"_s);
    if (line.task == Task::Export && !line.exportFormat)
        return wrongUse(u"export: say --format csv or --format json"_s);
    if (line.task == Task::Export && line.file.isEmpty())
        return wrongUse(u"export: say where to write, --output FILE"_s);
    if (line.demo && given.contains("--api-base"_L1))
        return wrongUse(u"--demo brings its own Discord; --api-base does not go with it"_s);
    if (!line.demo && line.demoClock)
        return wrongUse(u"--demo-clock needs --demo"_s);
    if (!line.demo && !line.simulate.isEmpty())
        return wrongUse(u"--simulate needs --demo"_s);
    return {};
}

} // namespace

Result<CommandLine> CommandLine::parse(const QStringList &arguments)
{
    CommandLine line;
    line.apiBase = QUrl(DiscordApiBase);
    // Help wins over whatever else is wrong: that is when people ask for it.
    if (arguments.contains("--help"_L1) || arguments.contains("-h"_L1)) {
        line.task = Task::Help;
        return line;
    }
    if (arguments.contains("--version"_L1)) {
        line.task = Task::Version;
        return line;
    }

    const Subcommand *subcommand = nullptr;
    QStringList words;
    QStringList given;
    bool onlyWords = false;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments[i];
        if (onlyWords || !argument.startsWith(u'-') || argument.size() == 1) {
            if (subcommand)
                words.append(argument);
            else if (subcommand = findSubcommand(argument); !subcommand)
                return wrongUse(u"unknown command %1; --help lists them"_s.arg(quoted(argument)));
            continue;
        }
        if (argument == "--"_L1) {
            onlyWords = true;
            continue;
        }
        const qsizetype equals = argument.indexOf(u'=');
        const QString name = argument.left(equals < 0 ? argument.size() : equals);
        if (given.contains(name))
            return wrongUse(u"%1 is given twice"_s.arg(quoted(name)));

        const SwitchOption *const sw =
            std::find_if(std::begin(switchOptions), std::end(switchOptions),
                         [&](const SwitchOption &o) { return name == QLatin1StringView(o.name); });
        if (sw != std::end(switchOptions)) {
            if (equals >= 0)
                return wrongUse(u"%1 takes no value"_s.arg(name));
            sw->set(line);
            given.append(name);
            continue;
        }
        const ValueOption *const option =
            std::find_if(std::begin(valueOptions), std::end(valueOptions),
                         [&](const ValueOption &o) { return name == QLatin1StringView(o.name); });
        if (option == std::end(valueOptions))
            return wrongUse(u"unknown option %1; --help lists them"_s.arg(quoted(name)));
        QString value;
        if (equals >= 0)
            value = argument.mid(equals + 1);
        else if (i + 1 < arguments.size() && !arguments[i + 1].startsWith("--"_L1))
            value = arguments[++i];
        if (value.isEmpty())
            return wrongUse(u"%1 needs a value: %1 %2"_s.arg(name, QLatin1StringView(option->value)));
        if (Status read = option->read(line, value); !read)
            return read.error();
        given.append(name);
    }
    if (subcommand) {
        if (line.task == Task::Headless)
            return wrongUse(u"--headless has no meaning for %1"_s.arg(QLatin1StringView(subcommand->name)));
        line.task = subcommand->task;
    }
    if (Status read = readWords(line, words); !read)
        return read.error();
    if (Status fits = checkTogether(line, given); !fits)
        return fits.error();
    return line;
}

QString CommandLine::helpText()
{
    QString text = u"%1\n\nUsage:\n"_s.arg(versionText());
    const auto row = [&text](const QString &left, const QString &right) {
        constexpr qsizetype Column = 26;
        if (left.size() < Column - 3)
            text += u"  "_s + left.leftJustified(Column - 2) + right + u'\n';
        else
            text += u"  "_s + left + u'\n' + QString(Column, u' ') + right + u'\n';
    };
    row(u"ticket-assistant"_s, u"the console; starts the bot in it when a token is known"_s);
    row(u"ticket-assistant --headless"_s, u"the bot without a window, for servers"_s);
    row(u"ticket-assistant --demo [--headless]"_s, u"the built-in demo; its data is kept in DIR/demo"_s);
    for (const Subcommand &command : subcommands)
        row(u"ticket-assistant "_s + QLatin1StringView(command.arguments), QString::fromLatin1(command.help));
    text += u"\nOptions:\n"_s;
    for (const SwitchOption &option : switchOptions)
        row(QString::fromLatin1(option.name), QString::fromLatin1(option.help));
    for (const ValueOption &option : valueOptions)
        row(u"%1 %2"_s.arg(QLatin1StringView(option.name), QLatin1StringView(option.value)),
            QString::fromLatin1(option.help));
    row(u"--version"_s, u"prints the version"_s);
    row(u"--help"_s, u"prints this"_s);
    text += u"\nIncidents of the demo: %1\nPages: %2\n"_s.arg(incidents().join(u' '), pages().join(u' '));
    text += uR"(
Environment (lists are separated by commas; an entry is a name or an ID):
  DISCORD_TOKEN           the bot token; read once, never written to disk
  TICKET_CATEGORIES       Discord categories that hold tickets
  SUPPORT_ROLES           roles whose holders answer tickets
  STATS_ALLOWED_ROLES     roles that may use /ticketstats
  DATABASE_PERMS          roles that may use /wipestats and /wipehistory
  MANAGE_USER_PERMS       roles that may use /maxpermsadd, /maxpermsremove, /privilegedusers
  CLOSED_CATEGORIES       categories into which closed tickets are moved
  TICKET_BOTS             user IDs of the bots that open tickets
  DISCORD_GUILDS          server IDs to serve; default: every server the bot is in

Exit codes: 0 stopped as asked, 1 unexpected failure, 2 wrong use, 3 no token or Discord rejected it,
  4 Discord refused for another reason that retrying cannot mend, 5 the data cannot be used.
)"_s;
    return text;
}

QString CommandLine::versionText()
{
    return u"ticket-assistant " TA_VERSION ""_s;
}

const QStringList &CommandLine::incidents()
{
    static const QStringList words{
        u"disconnect"_s, u"offline"_s,    u"revoked"_s, u"content"_s, u"intents"_s, u"ratelimit"_s,
        u"sessions"_s,   u"permission"_s, u"removed"_s, u"locked"_s,  u"corrupt"_s, u"diskfull"_s,
        u"second"_s,     u"clock"_s,      u"busy"_s,    u"overdue"_s, u"late"_s,    u"summary"_s};
    return words;
}

const QStringList &CommandLine::pages()
{
    static const QStringList words{u"welcome"_s, u"setup"_s, u"overview"_s,    u"tickets"_s,
                                   u"trends"_s,  u"staff"_s, u"permissions"_s, u"notifications"_s,
                                   u"data"_s,    u"log"_s,   u"settings"_s};
    return words;
}

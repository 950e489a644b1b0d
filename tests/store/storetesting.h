// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/store/database.h"
#include "bot/store/reader.h"
#include "bot/store/sql.h"
#include "bot/store/writer.h"

#include <QDir>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

// What the tests of the store share: a database in a temporary folder, a clock that stands still, and facts
// about a small support server.
namespace StoreTesting {

using namespace Qt::Literals::StringLiterals;

inline constexpr UtcMs Now = 1776254400000; // 2026-04-15T12:00:00Z
inline constexpr GuildId Guild{990000000000000001};
inline constexpr GuildId OtherGuild{990000000000000002};
inline constexpr ChannelId Appeals{910000000000000001};
inline constexpr ChannelId General{910000000000000002};
inline constexpr UserId Kira{300000000000000001}; // opens tickets
inline constexpr UserId Tom{300000000000000002};
inline constexpr UserId Ana{200000000000000011}; // staff
inline constexpr UserId Ben{200000000000000012};
inline constexpr UserId TicketBot{1325579039888511056};
inline constexpr RoleId Support{800000000000000001};

// An id that Discord could have given at that time; `number` tells those of one millisecond apart.
template <class IdType>
IdType idAt(UtcMs ms, int number = 0)
{
    return IdType(IdType::atMs(ms).value + quint64(number));
}

inline TicketFact ticketFact(ChannelId ticket, GuildId guild = Guild, ChannelId category = Appeals)
{
    Fact::Ticket fact;
    fact.ticket = ticket;
    fact.category = category;
    fact.categoryName = category == Appeals ? u"Appeals"_s
        : category == General               ? u"General Tickets"_s
                                            : QString();
    fact.name = u"ticket-"_s + QString::number(ticket.value % 10000);
    fact.openedAtMs = ticket.createdAtMs();
    fact.openerBot = TicketBot;
    return {guild, fact};
}

inline TicketFact messageFact(ChannelId ticket, UserId author, UtcMs atMs, AuthorKind kind,
                              GuildId guild = Guild)
{
    MessageFact fact;
    fact.id = idAt<MessageId>(atMs, int(ticket.value % 1000));
    fact.ticket = ticket;
    fact.author = author;
    fact.kind = kind;
    fact.atMs = atMs;
    if (kind == AuthorKind::Staff)
        fact.roles = {Support};
    return {guild, fact};
}

inline TicketFact closedFact(ChannelId ticket, UtcMs atMs, GuildId guild = Guild)
{
    Fact::Closed fact;
    fact.ticket = ticket;
    fact.kind = EndKind::Moved; // it can be reopened
    fact.atMs = atMs;
    fact.eventMs = atMs;
    return {guild, fact};
}

// A ticket of half an hour: opened, question, answer after five minutes, thanks, closed (if at all).
inline TicketFacts wholeTicket(UtcMs openedMs, bool closed = true, GuildId guild = Guild,
                               ChannelId category = Appeals)
{
    const auto ticket = idAt<ChannelId>(openedMs);
    TicketFacts facts{ticketFact(ticket, guild, category),
                      {guild, Fact::Requester{ticket, Kira, RequesterSource::Overwrite, openedMs}},
                      messageFact(ticket, Kira, openedMs + MinuteMs, AuthorKind::Guest, guild),
                      messageFact(ticket, Ana, openedMs + 5 * MinuteMs, AuthorKind::Staff, guild),
                      messageFact(ticket, Kira, openedMs + 7 * MinuteMs, AuthorKind::Guest, guild)};
    if (closed)
        facts += closedFact(ticket, openedMs + 30 * MinuteMs, guild);
    return facts;
}

// One open database with a writer, without threads.
class Store
{
public:
    explicit Store(const QString &folder = {})
    {
        if (folder.isEmpty())
            m_temporary = std::make_unique<QTemporaryDir>();
        m_folder = folder.isEmpty() ? m_temporary->filePath(u"data"_s) : folder;
        clock = Clock::system();
        clock.utc = [this] { return nowMs; };
        open();
    }
    ~Store() { close(); }

    void open()
    {
        DatabaseFile::WriterOptions options;
        options.clock = clock;
        auto opened = DatabaseFile::inFolder(m_folder).openForWriting(options);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().text + u' ' + opened.error().detail));
        m_connection = std::move(opened.value());
        m_writer = std::make_unique<Writer>(database(), m_folder, clock);
    }
    void close()
    {
        m_writer.reset();
        m_connection.close();
    }

    QString folder() const { return m_folder; }
    QString path() const { return DatabaseFile::inFolder(m_folder).path(); }
    QSqlDatabase database() const { return m_connection.database(); }
    Writer &writer() { return *m_writer; }
    Reader reader() const { return Reader(database(), clock); }

    // As the storage thread does it: one transaction, rolled back when the answer is an error.
    template <class Fn>
    auto write(Fn fn)
    {
        Transaction transaction(database());
        if (!transaction.begun())
            qFatal("%s", qPrintable(transaction.begun().error().detail));
        auto result = fn(*m_writer);
        if (result.ok()) {
            if (Status committed = transaction.commit(); !committed)
                qFatal("%s", qPrintable(committed.error().detail));
        } else {
            m_writer->forget();
        }
        return result;
    }
    ChangeSet apply(const TicketFacts &facts, bool live = true)
    {
        const Status status = write([&](Writer &w) { return w.apply(facts, live); });
        if (!status)
            qFatal("%s", qPrintable(status.error().detail));
        return m_writer->takeChanges();
    }

    qint64 number(const QString &sql) const
    {
        QSqlQuery query(database());
        if (!query.exec(sql) || !query.next())
            qFatal("%s", qPrintable(sql));
        return query.value(0).toLongLong();
    }
    // What SQLite says to that; empty when it does it.
    QString error(const QString &sql) const
    {
        QSqlQuery query(database());
        return query.exec(sql) ? QString() : query.lastError().databaseText();
    }

    // Everything about tickets as text, in an order of its own: equal dumps are equal databases. Numbers that
    // only say in which order rows were written are replaced by what they stand for.
    QStringList dump(GuildId guild = {}) const
    {
        const QVector<QPair<QString, QString>> tables{
            {u"guild"_s, u"SELECT * FROM guild"_s},
            {u"ticket"_s, u"SELECT * FROM ticket"_s},
            {u"spell"_s, u"SELECT * FROM spell"_s},
            {u"message"_s,
             u"SELECT m.guild_id, ticket_id, message_id, author_id, kind, staff_source, quality, at_ms, "
             u"roles "
             "FROM message AS m LEFT JOIN role_set ON set_id = m.role_set"_s},
            {u"deleted_message"_s, u"SELECT * FROM deleted_message"_s},
            {u"candidate"_s, u"SELECT * FROM candidate"_s},
            {u"category"_s, u"SELECT * FROM category"_s},
            {u"opener_bot"_s, u"SELECT * FROM opener_bot"_s},
            {u"person"_s,
             u"SELECT p.guild_id, user_id, name, bot, roles_as_of, roles FROM person AS p "
             "LEFT JOIN role_set ON set_id = p.role_set"_s},
            {u"max_user"_s, u"SELECT * FROM max_user"_s},
            {u"setting"_s, u"SELECT * FROM guild_setting"_s},
            {u"list"_s, u"SELECT * FROM guild_list"_s},
            {u"gap"_s, u"SELECT * FROM coverage_gap"_s},
            {u"wipe_log"_s, u"SELECT * FROM wipe_log"_s},
            {u"wiped_ticket"_s, u"SELECT * FROM wiped_ticket"_s}};
        QStringList lines;
        for (const auto &[name, sql] : tables) {
            QSqlQuery query(database());
            query.setForwardOnly(true);
            if (!query.exec(sql))
                qFatal("%s", qPrintable(query.lastError().text()));
            while (query.next()) {
                if (guild && query.record().value(u"guild_id"_s).toLongLong() != guild.toSql())
                    continue;
                QStringList cells{name};
                for (int column = 0; column < query.record().count(); ++column)
                    cells += query.value(column).toString();
                lines += cells.join(u'|');
            }
        }
        lines.sort();
        return lines;
    }

    UtcMs nowMs = Now;
    Clock clock;

private:
    std::unique_ptr<QTemporaryDir> m_temporary;
    QString m_folder;
    Connection m_connection;
    std::unique_ptr<Writer> m_writer;
};

} // namespace StoreTesting

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/tickets/ticketrecord.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QVarLengthArray>

using namespace Qt::Literals::StringLiterals;

namespace TicketPack {

constexpr int Version = 1;

QJsonValue id(quint64 value)
{
    return QString::number(value); // never through a double
}

QJsonArray toJson(const SpellMark &m)
{
    return {m.atMs, m.notBeforeMs, m.eventMs, int(m.source), int(m.kind), m.reopen, m.exact};
}

QJsonArray toJson(const Fact::CloseDetails &d)
{
    return {id(d.closedBy.value), d.closedByName, d.reason, id(d.claimedBy.value), d.rating,
            d.transcriptUrl,      int(d.source),  d.atMs};
}

// Plain numbers separated by blanks: read without any allocation per number.
class Numbers
{
public:
    explicit Numbers(const QByteArray &text) : m_at(text.constData()), m_end(m_at + text.size()) { }

    quint64 next()
    {
        while (m_at != m_end && *m_at == ' ')
            ++m_at;
        if (m_at == m_end || *m_at < '0' || *m_at > '9') {
            m_ok = false;
            return 0;
        }
        quint64 value = 0;
        for (; m_at != m_end && *m_at >= '0' && *m_at <= '9'; ++m_at)
            value = value * 10 + quint64(*m_at - '0');
        return value;
    }
    int nextCount() { return int(std::min<quint64>(next(), std::numeric_limits<int>::max())); }
    UtcMs nextMs() { return UtcMs(next()); }
    bool ok() const { return m_ok; }
    bool atEnd() const { return m_at == m_end; }

private:
    const char *m_at;
    const char *m_end;
    bool m_ok = true;
};

} // namespace TicketPack

QByteArray packEvidence(const TicketRecord &record)
{
    QJsonObject json;
    if (record.requesterAtMs != 0)
        json["requesterAt"_L1] = record.requesterAtMs;
    if (record.nameAtMs != 0)
        json["nameAt"_L1] = record.nameAtMs;
    QJsonArray marks, details;
    for (const SpellMark &mark : record.marks)
        marks.append(TicketPack::toJson(mark));
    for (const Fact::CloseDetails &d : record.closeDetails)
        details.append(TicketPack::toJson(d));
    if (!marks.isEmpty())
        json["marks"_L1] = marks;
    if (!details.isEmpty())
        json["details"_L1] = details;
    if (json.isEmpty())
        return {};
    json["v"_L1] = TicketPack::Version;
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

bool unpackEvidence(const QByteArray &text, TicketRecord &record)
{
    if (text.isEmpty())
        return true;
    const QJsonObject json = QJsonDocument::fromJson(text).object();
    if (json["v"_L1].toInt() != TicketPack::Version)
        return false;
    record.requesterAtMs = json["requesterAt"_L1].toInteger();
    record.nameAtMs = json["nameAt"_L1].toInteger();
    record.marks.clear();
    record.closeDetails.clear();
    const QJsonArray marks = json["marks"_L1].toArray();
    for (const QJsonValue &value : marks) {
        const QJsonArray a = value.toArray();
        record.marks.append({a.at(0).toInteger(), a.at(1).toInteger(), a.at(2).toInteger(),
                             TimeSource(a.at(3).toInt()), EndKind(a.at(4).toInt()), a.at(5).toBool(),
                             a.at(6).toBool()});
    }
    const QJsonArray details = json["details"_L1].toArray();
    for (const QJsonValue &value : details) {
        const QJsonArray a = value.toArray();
        record.closeDetails.append({record.id, UserId::fromJson(a.at(0)), a.at(1).toString(),
                                    a.at(2).toString(), UserId::fromJson(a.at(3)), a.at(4).toInt(),
                                    a.at(5).toString(), TimeSource(a.at(6).toInt()), a.at(7).toInteger()});
    }
    return true;
}

QByteArray packDerived(const Derived &d)
{
    QByteArray text = QByteArray::number(TicketPack::Version);
    text.reserve(64 + 32 * (d.turns.size() + d.staff.size()));
    const auto put = [&text](quint64 value) { text.append(' ').append(QByteArray::number(value)); };
    put(d.requester.value);
    put(quint64(d.firstResponseAtMs));
    put(d.firstResponder.value);
    put(quint64(d.staffMessages));
    put(quint64(d.requesterMessages));
    put(quint64(d.guestMessages));
    put(quint64(d.unknownMessages));
    put(quint64(d.staffTurns));
    put(quint64(d.lastHumanAtMs));
    put(quint64(d.lastStaffAtMs));
    put(d.lastStaff.value);
    put(quint64(d.waitingSinceMs));
    put(d.lastMessage.value);
    put(quint64(d.lastMessageAtMs));
    put(d.lastWasStaff ? 1 : 0);
    put(quint64(d.staff.size()));
    for (const StaffShare &share : d.staff) {
        put(share.user.value);
        put(quint64(share.messages));
    }
    for (const Turn &turn : d.turns) {
        put(quint64(turn.askedAtMs));
        put(quint64(turn.answeredAtMs));
    }
    return text;
}

bool unpackDerived(const QByteArray &text, Derived &derived)
{
    TicketPack::Numbers in(text);
    if (in.next() != quint64(TicketPack::Version))
        return false;
    Derived d;
    d.requester = UserId(in.next());
    d.firstResponseAtMs = in.nextMs();
    d.firstResponder = UserId(in.next());
    d.staffMessages = in.nextCount();
    d.requesterMessages = in.nextCount();
    d.guestMessages = in.nextCount();
    d.unknownMessages = in.nextCount();
    d.staffTurns = in.nextCount();
    d.lastHumanAtMs = in.nextMs();
    d.lastStaffAtMs = in.nextMs();
    d.lastStaff = UserId(in.next());
    d.waitingSinceMs = in.nextMs();
    d.lastMessage = MessageId(in.next());
    d.lastMessageAtMs = in.nextMs();
    d.lastWasStaff = in.next() != 0;
    const int staff = in.nextCount();
    for (int i = 0; i < staff && in.ok(); ++i) {
        const UserId user(in.next());
        d.staff.append({user, in.nextCount()});
    }
    while (in.ok() && !in.atEnd()) {
        const UtcMs asked = in.nextMs();
        d.turns.append({asked, in.nextMs()});
    }
    if (!in.ok())
        return false;
    d.staffWrote = derived.staffWrote;
    derived = d;
    return true;
}

// How many people, their ids, and for each message the person's place among them and the time since the message before.
QByteArray packStaffWrote(const QVector<StaffMessage> &messages)
{
    if (messages.isEmpty())
        return {};
    QVector<UserId> people;
    QByteArray rest;
    rest.reserve(12 * messages.size());
    UtcMs before = 0;
    for (const StaffMessage &message : messages) {
        qsizetype place = people.indexOf(message.user);
        if (place < 0) {
            place = people.size();
            people.append(message.user);
        }
        rest.append(' ').append(QByteArray::number(place));
        rest.append(' ').append(QByteArray::number(message.atMs - before));
        before = message.atMs;
    }
    QByteArray text = QByteArray::number(people.size());
    for (const UserId user : std::as_const(people))
        text.append(' ').append(QByteArray::number(user.value));
    return text + rest;
}

bool unpackStaffWrote(const QByteArray &text, QVector<StaffMessage> &messages)
{
    messages.clear();
    if (text.isEmpty())
        return true;
    TicketPack::Numbers in(text);
    QVarLengthArray<UserId, 16> people;
    for (int left = in.nextCount(); left > 0 && in.ok(); --left)
        people.append(UserId(in.next()));
    UtcMs at = 0;
    while (in.ok() && !in.atEnd()) {
        const quint64 place = in.next();
        at += in.nextMs();
        if (!in.ok() || place >= quint64(people.size()))
            return false;
        messages.append({at, people[qsizetype(place)]});
    }
    return in.ok();
}

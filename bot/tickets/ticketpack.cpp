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
constexpr quint64 PackedVersion = 2;

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

// Numbers as LEB128: seven bits a byte, the lowest first, the eighth bit says that more follow. A ticket's numbers take a
// third of what they take as text, and questions about years of tickets cost what is read from the disk.
class Packer
{
public:
    explicit Packer(qsizetype expected) { m_bytes.reserve(expected); }
    void put(quint64 value)
    {
        for (; value >= 0x80; value >>= 7)
            m_bytes.append(char(uchar(value | 0x80)));
        m_bytes.append(char(uchar(value)));
    }
    const QByteArray &bytes() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

class Unpacker
{
public:
    explicit Unpacker(const QByteArray &bytes) : m_at(bytes.constData()), m_end(m_at + bytes.size()) { }

    quint64 next()
    {
        quint64 value = 0;
        for (int shift = 0; shift < 64 && m_at != m_end; shift += 7) {
            const auto byte = uchar(*m_at++);
            value |= quint64(byte & 0x7f) << shift;
            if (byte < 0x80)
                return value;
        }
        m_ok = false;
        return 0;
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

// What packDerived() wrote between the version and the turns.
template <class Source>
void readDerived(Source &in, Derived &d)
{
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
    const int people = in.nextCount();
    d.staff.reserve(std::min(people, 64)); // what the bytes say may be wrong
    for (int left = people; left > 0 && in.ok(); --left) {
        const UserId user(in.next());
        d.staff.append({user, in.nextCount()});
    }
}

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

// The numbers of schema 5: packed. Before it they were text, which is still read.
QByteArray packDerived(const Derived &d)
{
    TicketPack::Packer out(32 + 24 * d.staff.size() + 8 * d.turns.size());
    out.put(TicketPack::PackedVersion);
    out.put(d.requester.value);
    out.put(quint64(d.firstResponseAtMs));
    out.put(d.firstResponder.value);
    out.put(quint64(d.staffMessages));
    out.put(quint64(d.requesterMessages));
    out.put(quint64(d.guestMessages));
    out.put(quint64(d.unknownMessages));
    out.put(quint64(d.staffTurns));
    out.put(quint64(d.lastHumanAtMs));
    out.put(quint64(d.lastStaffAtMs));
    out.put(d.lastStaff.value);
    out.put(quint64(d.waitingSinceMs));
    out.put(d.lastMessage.value);
    out.put(quint64(d.lastMessageAtMs));
    out.put(d.lastWasStaff ? 1 : 0);
    out.put(quint64(d.staff.size()));
    for (const StaffShare &share : d.staff) {
        out.put(share.user.value);
        out.put(quint64(share.messages));
    }
    out.put(quint64(d.turns.size()));
    UtcMs before = 0;
    for (const Turn &turn : d.turns) {
        out.put(quint64(turn.askedAtMs - before));
        out.put(turn.answeredAtMs != 0 ? quint64(turn.answeredAtMs - turn.askedAtMs + 1) : 0);
        before = turn.askedAtMs;
    }
    return out.bytes();
}

bool unpackDerived(const QByteArray &bytes, Derived &derived)
{
    Derived d;
    d.staffWrote = derived.staffWrote;
    bool whole = false;
    if (bytes.startsWith('1')) {
        TicketPack::Numbers in(bytes);
        (void)in.next(); // the version
        TicketPack::readDerived(in, d);
        while (in.ok() && !in.atEnd()) {
            const UtcMs asked = in.nextMs();
            d.turns.append({asked, in.nextMs()});
        }
        whole = in.ok();
    } else {
        TicketPack::Unpacker in(bytes);
        const bool known = in.next() == TicketPack::PackedVersion;
        TicketPack::readDerived(in, d);
        UtcMs asked = 0;
        const int turns = in.nextCount();
        d.turns.reserve(std::min<qsizetype>(turns, bytes.size()));
        for (int left = turns; left > 0 && in.ok(); --left) {
            asked += in.nextMs();
            const UtcMs took = in.nextMs();
            d.turns.append({asked, took != 0 ? asked + took - 1 : 0});
        }
        whole = known && in.ok() && in.atEnd();
    }
    if (whole)
        derived = std::move(d);
    return whole;
}

// How many people, their ids, and for each message the person's place among them and the time since the message before.
QByteArray packStaffWrote(const QVector<StaffMessage> &messages)
{
    if (messages.isEmpty())
        return {};
    QVector<UserId> people;
    for (const StaffMessage &message : messages) {
        if (!people.contains(message.user))
            people.append(message.user);
    }
    TicketPack::Packer out(10 * people.size() + 6 * messages.size());
    out.put(quint64(people.size()));
    for (const UserId user : std::as_const(people))
        out.put(user.value);
    UtcMs before = 0;
    for (const StaffMessage &message : messages) {
        out.put(quint64(people.indexOf(message.user)));
        out.put(quint64(message.atMs - before));
        before = message.atMs;
    }
    return out.bytes();
}

bool unpackStaffWrote(const QByteArray &bytes, QVector<StaffMessage> &messages, UserId by)
{
    messages.clear();
    if (bytes.isEmpty())
        return true;
    TicketPack::Unpacker in(bytes);
    QVarLengthArray<UserId, 16> people;
    for (int left = in.nextCount(); left > 0 && in.ok(); --left)
        people.append(UserId(in.next()));
    if (!by)
        messages.reserve(bytes.size() / 4);
    UtcMs at = 0;
    while (in.ok() && !in.atEnd()) {
        const quint64 place = in.next();
        at += in.nextMs();
        if (!in.ok() || place >= quint64(people.size()))
            return false;
        if (const UserId user = people[qsizetype(place)]; !by || user == by)
            messages.append({at, user});
    }
    return in.ok();
}

QByteArray packedPerson(UserId user)
{
    TicketPack::Packer out(10);
    out.put(user.value);
    return out.bytes();
}

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/tickets/ticketrecord.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

using namespace Qt::Literals::StringLiterals;

// Every part of a record is a maximum under a total order, or follows from a set of evidence. That is what
// makes the order and the repetition of facts irrelevant (PROTOCOL S-04).

namespace TicketMerge {

// Two pieces of evidence that are this near to each other on Discord's clock are about one act: the archive
// time of a thread and its audit entry differ by fractions of a second.
constexpr qint64 SameActMs = 60 * SecondMs;

// Imported openings are never replaced; the rest by quality.
int openingRank(Quality quality)
{
    return quality == Quality::Legacy ? 100 : int(quality);
}

bool isWeak(TimeSource source)
{
    return source == TimeSource::Receipt || source == TimeSource::Inferred;
}

bool betterMark(const SpellMark &a, const SpellMark &b)
{
    const auto key = [](const SpellMark &m) {
        return std::tuple(-int(m.source), !m.exact, m.atMs, m.notBeforeMs);
    };
    return key(a) < key(b);
}

bool sameMark(const SpellMark &a, const SpellMark &b)
{
    if (a.reopen != b.reopen || a.kind != b.kind)
        return false;
    if (a.eventMs != 0 && a.eventMs == b.eventMs)
        return true;
    // A channel is deleted once: knowledge replaces inference. Inferences stay apart, for each can be
    // disproved alone.
    const bool deletion = !a.reopen && a.kind == EndKind::Deleted;
    if (deletion && (a.source != TimeSource::Inferred || b.source != TimeSource::Inferred))
        return true;
    return a.source == b.source && a.atMs == b.atMs;
}

bool markOrder(const SpellMark &a, const SpellMark &b)
{
    // Closes before reopenings at equal instants.
    const auto key = [](const SpellMark &m) {
        return std::tuple(m.atMs, m.reopen, int(m.kind), int(m.source), m.eventMs, m.notBeforeMs);
    };
    return key(a) < key(b);
}

bool detailsOrder(const Fact::CloseDetails &a, const Fact::CloseDetails &b)
{
    // Worst first: what comes later in the list overwrites.
    const auto key = [](const Fact::CloseDetails &d) {
        return std::tuple(int(d.source), d.atMs, d.closedBy, d.closedByName, d.reason, d.claimedBy, d.rating,
                          d.transcriptUrl);
    };
    return key(a) < key(b);
}

bool addMark(QVector<SpellMark> &marks, SpellMark mark)
{
    const QVector<SpellMark> before = marks;
    // Joining two marks can make a third one the same as the result.
    for (bool joined = true; joined;) {
        joined = false;
        for (qsizetype i = 0; i < marks.size(); ++i) {
            if (!sameMark(marks[i], mark))
                continue;
            const SpellMark other = marks.takeAt(i);
            SpellMark best = betterMark(other, mark) ? other : mark;
            if (other.eventMs != 0 && mark.eventMs != 0)
                best.eventMs = std::min(other.eventMs, mark.eventMs);
            else
                best.eventMs = std::max(other.eventMs, mark.eventMs);
            if (other.source == mark.source && other.atMs == mark.atMs)
                best.notBeforeMs = std::max(other.notBeforeMs, mark.notBeforeMs);
            mark = best;
            joined = true;
            break;
        }
    }
    marks.insert(std::upper_bound(marks.begin(), marks.end(), mark, markOrder), mark);
    return marks != before;
}

// The best evidence of one act out of marks in time order: a better source replaces a guess of our own clock
// always, and other evidence only when both are about the same act.
void considerMark(std::optional<SpellMark> &best, const SpellMark &mark)
{
    if (!best) {
        best = mark;
        return;
    }
    if (betterMark(mark, *best) && mark.source != best->source
        && (isWeak(best->source) || mark.atMs - best->atMs <= SameActMs))
        best = mark;
}

// Closes without a reopening between them are one close (M-26): the earliest kind of act counts, each at its
// best time.
class CloseGroup
{
public:
    void add(const SpellMark &mark) { considerMark(m_best[int(mark.kind)], mark); }
    bool isEmpty() const
    {
        return std::none_of(std::begin(m_best), std::end(m_best),
                            [](const auto &m) { return m.has_value(); });
    }
    SpellMark close() const
    {
        if (const auto &legacy = m_best[int(EndKind::Legacy)])
            return *legacy; // imported times are kept (M-01)
        std::optional<SpellMark> first;
        for (const auto &mark : m_best) {
            if (mark && (!first || mark->atMs < first->atMs))
                first = mark;
        }
        return *first;
    }

private:
    std::optional<SpellMark> m_best[int(EndKind::Reported) + 1];
};

void endSpell(Spell &spell, const SpellMark &close, const TicketRecord &record)
{
    spell.closedAtMs = close.atMs;
    spell.closedSource = close.source;
    spell.endKind = close.kind;
    spell.closedNotBeforeMs = 0;
    // Only an imported close can lie before its opening (M-03). Elsewhere that is our own clock being slow.
    if (close.kind != EndKind::Legacy)
        spell.closedAtMs = std::max(spell.closedAtMs, spell.openedAtMs);
    if (close.source == TimeSource::Inferred) {
        const bool gone = close.kind == EndKind::Deleted;
        const UtcMs alive = gone && record.lastAliveMs < close.atMs ? record.lastAliveMs : 0;
        // When we looked last says nothing about an imported ticket that we have never seen.
        const bool neverSeen = (record.quality == Quality::Legacy || record.quality == Quality::Inferred)
            && !record.lastContiguous;
        spell.closedNotBeforeMs = std::clamp(std::max(neverSeen ? 0 : close.notBeforeMs, alive),
                                             spell.openedAtMs, spell.closedAtMs);
    }
}

// The ticket bot's own word is better than our clock (M-02): it refines a close that other evidence proves.
void refine(Spell &spell, UtcMs nextOpenedAtMs, const QVector<SpellMark> &reported)
{
    if (spell.open() || !isWeak(spell.closedSource))
        return;
    for (const SpellMark &mark : reported) {
        if (mark.atMs < spell.openedAtMs || (nextOpenedAtMs != 0 && mark.atMs >= nextOpenedAtMs))
            continue;
        const bool inferred = spell.closedSource == TimeSource::Inferred;
        if (inferred && (mark.atMs < spell.closedNotBeforeMs || mark.atMs > spell.closedAtMs))
            continue;
        spell.closedAtMs = mark.atMs;
        spell.closedNotBeforeMs = 0;
        spell.closedSource = TimeSource::TicketBot;
        return;
    }
}

void deriveSpells(TicketRecord &record)
{
    QVector<SpellMark> timeline;
    QVector<SpellMark> reported;
    std::optional<SpellMark> deleted;
    for (const SpellMark &mark : record.marks) {
        if (mark.reopen) {
            timeline.append(mark);
        } else if (mark.kind == EndKind::Reported) {
            reported.append(mark);
        } else if (mark.kind == EndKind::Deleted) {
            // Seen alive after it was thought to be gone: only an inference is disproved by that.
            if (mark.source == TimeSource::Inferred && record.lastAliveMs >= mark.atMs)
                continue;
            if (!deleted || betterMark(mark, *deleted))
                deleted = mark;
        } else {
            timeline.append(mark);
        }
    }
    // The Python bot knew one close only, the channel's deletion: who was not seen alive after it is gone.
    const bool imported = timeline.size() == 1 && timeline.first().kind == EndKind::Legacy
        && record.lastAliveMs <= std::max(timeline.first().atMs, record.openedAtMs);
    record.channelGone = deleted || imported;
    // A deletion is the end whatever the clocks say: a deleted channel never comes back.
    if (deleted)
        timeline.append(*deleted);

    Spell first;
    first.openedAtMs = record.openedAtMs;
    first.openedSource = record.quality == Quality::Legacy ? TimeSource::Legacy : TimeSource::Audit;
    record.spells = {first};
    CloseGroup closes;
    std::optional<SpellMark> reopening;
    for (const SpellMark &mark : std::as_const(timeline)) {
        if (!mark.reopen) {
            closes.add(mark);
            continue;
        }
        if (!closes.isEmpty()) {
            endSpell(record.spells.last(), closes.close(), record);
            closes = {};
            reopening.reset();
            record.spells.append(Spell());
        } else if (record.spells.size() == 1) {
            continue; // reopening what is open says nothing
        }
        considerMark(reopening, mark);
        record.spells.last().openedAtMs = reopening->atMs;
        record.spells.last().openedSource = reopening->source;
    }
    if (!closes.isEmpty())
        endSpell(record.spells.last(), closes.close(), record);
    for (qsizetype i = 0; i < record.spells.size(); ++i) {
        const UtcMs next = i + 1 < record.spells.size() ? record.spells[i + 1].openedAtMs : 0;
        refine(record.spells[i], next, reported);
    }
}

// A record that was loaded without its evidence still merges: its spells are evidence enough.
void seedMarks(TicketRecord &record)
{
    if (!record.marks.isEmpty())
        return;
    for (qsizetype i = 0; i < record.spells.size(); ++i) {
        const Spell &spell = record.spells[i];
        if (i > 0)
            addMark(record.marks, {spell.openedAtMs, 0, 0, spell.openedSource, EndKind::Moved, true, true});
        if (!spell.open())
            addMark(record.marks,
                    {spell.closedAtMs, spell.closedNotBeforeMs, 0, spell.closedSource, spell.endKind, false,
                     true});
    }
}

void deriveDetails(TicketRecord &record)
{
    using Details = Fact::CloseDetails;
    QVector<Details> about;
    UtcMs closedAtMs = 0;
    // The last close that anything is known about.
    for (qsizetype i = record.spells.size() - 1; i >= 0 && about.isEmpty(); --i) {
        const UtcMs from = i == 0 ? std::numeric_limits<UtcMs>::min() : record.spells[i].openedAtMs;
        const UtcMs to = i + 1 < record.spells.size() ? record.spells[i + 1].openedAtMs
                                                      : std::numeric_limits<UtcMs>::max();
        std::copy_if(record.closeDetails.cbegin(), record.closeDetails.cend(), std::back_inserter(about),
                     [&](const Details &d) { return d.atMs >= from && d.atMs < to; });
        closedAtMs = record.spells[i].closedAtMs;
    }
    // What came long after the close is about the clearing up: it only fills what is still empty. The list is
    // sorted, so the best comes last; fields that say nothing overwrite nothing.
    std::stable_partition(about.begin(), about.end(), [closedAtMs](const Details &d) {
        return closedAtMs != 0 && d.atMs > closedAtMs + SameActMs;
    });
    record.closedBy = {};
    record.closedByName.clear();
    record.closeReason.clear();
    record.claimedBy = {};
    record.rating = 0;
    record.transcriptUrl.clear();
    record.detailsSource = TimeSource::Inferred;
    for (const Details &d : std::as_const(about)) {
        if (d.closedBy)
            record.closedBy = d.closedBy;
        if (!d.closedByName.isEmpty())
            record.closedByName = d.closedByName;
        if (!d.reason.isEmpty())
            record.closeReason = d.reason;
        if (d.claimedBy)
            record.claimedBy = d.claimedBy;
        if (d.rating >= 1 && d.rating <= 5)
            record.rating = d.rating;
        if (d.transcriptUrl.startsWith("https://"_L1))
            record.transcriptUrl = d.transcriptUrl;
        record.detailsSource = d.source;
    }
}

bool mergeOpening(TicketRecord &record, const Fact::Ticket &fact)
{
    const TicketRecord before = record;
    const auto opening = [](Quality q, UtcMs at) { return std::tuple(-openingRank(q), at); };
    if (opening(fact.quality, fact.openedAtMs) < opening(record.quality, record.openedAtMs)) {
        record.quality = fact.quality;
        record.openedAtMs = fact.openedAtMs;
    }
    const auto category = [](bool fromOpening, ChannelId id, const QString &name) {
        return std::tuple(!fromOpening, !id, name.isEmpty(), id, name);
    };
    if (category(fact.categoryIsFromOpening, fact.category, fact.categoryName)
        < category(record.categoryIsFromOpening, record.category, record.categoryName)) {
        record.categoryIsFromOpening = fact.categoryIsFromOpening;
        record.category = fact.category;
        record.categoryName = fact.categoryName;
    }
    // Names that came with a ticket fact carry no time; any rename beats them.
    if (record.nameAtMs == 0
        && std::tuple(fact.name.isEmpty(), fact.name) < std::tuple(record.name.isEmpty(), record.name))
        record.name = fact.name;
    record.thread = record.thread || fact.thread;
    if (fact.parent && (!record.parent || fact.parent < record.parent))
        record.parent = fact.parent;
    if (fact.openerBot && (!record.openerBot || fact.openerBot < record.openerBot))
        record.openerBot = fact.openerBot;
    return record != before;
}

bool mergeFact(TicketRecord &record, const Fact::Ticket &fact)
{
    return mergeOpening(record, fact);
}

bool mergeFact(TicketRecord &record, const Fact::Renamed &fact)
{
    const auto rank = [](UtcMs at, const QString &name) { return std::tuple(at, name); };
    if (fact.name.isEmpty() || rank(fact.atMs, fact.name) <= rank(record.nameAtMs, record.name))
        return false;
    record.name = fact.name;
    record.nameAtMs = fact.atMs;
    return true;
}

bool mergeFact(TicketRecord &record, const Fact::Requester &fact)
{
    if (!fact.user)
        return false;
    const auto rank = [](RequesterSource source, UtcMs at, UserId user) {
        return std::tuple(-int(source), at, user);
    };
    const bool byHand = fact.source == RequesterSource::Set && record.requesterSource == RequesterSource::Set
        && fact.atMs >= record.requesterAtMs && fact.user != record.requester;
    if (!byHand
        && rank(fact.source, fact.atMs, fact.user)
            >= rank(record.requesterSource, record.requesterAtMs, record.requester))
        return false;
    record.requester = fact.user;
    record.requesterSource = fact.source;
    record.requesterAtMs = fact.atMs;
    return true;
}

bool mergeFact(TicketRecord &record, const Fact::Closed &fact)
{
    seedMarks(record);
    const bool missing = fact.messagesMayBeMissing && !record.messagesMissing;
    record.messagesMissing = record.messagesMissing || fact.messagesMayBeMissing;
    return addMark(record.marks,
                   {fact.atMs, fact.notBeforeMs, fact.eventMs, fact.source, fact.kind, false, fact.exact})
        || missing;
}

bool mergeFact(TicketRecord &record, const Fact::Reopened &fact)
{
    seedMarks(record);
    return addMark(record.marks, {fact.atMs, 0, fact.eventMs, fact.source, EndKind::Moved, true, fact.exact});
}

bool mergeFact(TicketRecord &record, const Fact::CloseDetails &fact)
{
    auto &all = record.closeDetails;
    const auto place = std::lower_bound(all.begin(), all.end(), fact, detailsOrder);
    if (place != all.end() && *place == fact)
        return false;
    all.insert(place, fact);
    return true;
}

bool mergeFact(TicketRecord &record, const Fact::Alive &fact)
{
    seedMarks(record);
    if (fact.atMs <= record.lastAliveMs)
        return false;
    record.lastAliveMs = fact.atMs;
    return true;
}

bool mergeFact(TicketRecord &record, const MessageFact &fact)
{
    return mergeFact(record, Fact::Alive{fact.ticket, fact.atMs}); // who is written in, lives
}

bool mergeFact(TicketRecord &record, const Fact::Candidate &fact)
{
    // Only a person's word moves a ticket in or out of the numbers; the tracker's own judgement comes before
    // the ticket.
    if (!fact.byHand || fact.state == Fact::Candidate::State::Pending)
        return false;
    const bool excluded = fact.state == Fact::Candidate::State::NotATicket;
    return std::exchange(record.excluded, excluded) != excluded;
}

bool mergeFact(TicketRecord &record, const Fact::Checkpoint &fact)
{
    if (fact.lastContiguous <= record.lastContiguous)
        return false;
    record.lastContiguous = fact.lastContiguous;
    return true;
}

bool mergeFact(TicketRecord &, const Fact::MessageDeleted &)
{
    return false; // a deleted message was seen and still counts (M-25)
}

bool mergeFact(TicketRecord &, const Fact::Person &)
{
    return false;
}

bool mergeFact(TicketRecord &, const Fact::AuditCheckpoint &)
{
    return false;
}

} // namespace TicketMerge

TicketRecord newTicketRecord(GuildId guild, const Fact::Ticket &fact)
{
    TicketRecord record;
    record.guild = guild;
    record.id = fact.ticket;
    record.thread = fact.thread;
    record.parent = fact.parent;
    record.category = fact.category;
    record.categoryName = fact.categoryName;
    record.categoryIsFromOpening = fact.categoryIsFromOpening;
    record.name = fact.name;
    record.openedAtMs = fact.openedAtMs;
    record.quality = fact.quality;
    record.openerBot = fact.openerBot;
    TicketMerge::deriveSpells(record);
    record.derived = TicketFold::fromScratch(record).derived();
    return record;
}

bool apply(TicketRecord &record, const TicketFact &fact)
{
    const bool changed =
        std::visit([&record](const auto &value) { return TicketMerge::mergeFact(record, value); }, fact.fact);
    // Most facts are messages of tickets that nothing ever closed: nothing to derive.
    const bool onlyAlive = std::holds_alternative<MessageFact>(fact.fact) && record.marks.isEmpty();
    if (changed && !onlyAlive) {
        TicketMerge::seedMarks(record);
        TicketMerge::deriveSpells(record);
        TicketMerge::deriveDetails(record);
    }
    return changed;
}

bool merge(MessageFact &stored, const MessageFact &incoming)
{
    Q_ASSERT(stored.id == incoming.id);
    // Live roles beat roles that were looked up later, which beat none.
    const auto rank = [](const MessageFact &m) {
        return std::tuple(-int(m.quality), int(m.staffSource), m.roles.isEmpty(), m.roles, int(m.kind),
                          m.author, m.atMs);
    };
    if (rank(incoming) >= rank(stored))
        return false;
    stored = incoming;
    return true;
}

bool foldsDifferently(const TicketRecord &before, const TicketRecord &after)
{
    return before.spells != after.spells || before.requester != after.requester
        || before.openedAtMs != after.openedAtMs || before.quality != after.quality;
}

namespace TicketMerge {

// By hand is said of the last close alone; an earlier one keeps what was said of it.
bool aboutLastClose(const TicketRecord &record, const Fact::CloseDetails &details)
{
    return details.source == TimeSource::ByHand && !record.spells.isEmpty()
        && details.atMs >= record.spells.last().openedAtMs;
}

} // namespace TicketMerge

CloseByHand closeByHand(const TicketRecord &record)
{
    for (const Fact::CloseDetails &details : record.closeDetails) {
        if (TicketMerge::aboutLastClose(record, details))
            return {details.closedBy, details.closedByName, details.reason};
    }
    return {};
}

bool setCloseByHand(TicketRecord &record, const CloseByHand &said)
{
    if (record.open() || record.spells.isEmpty() || closeByHand(record) == said)
        return false;
    record.closeDetails.removeIf(
        [&record](const Fact::CloseDetails &d) { return TicketMerge::aboutLastClose(record, d); });
    if (!(said == CloseByHand())) {
        Fact::CloseDetails details;
        details.ticket = record.id;
        details.closedBy = said.closedBy;
        details.closedByName = said.closedByName;
        details.reason = said.reason;
        details.source = TimeSource::ByHand;
        details.atMs = qMax(record.spells.last().closedAtMs, record.spells.last().openedAtMs);
        TicketMerge::mergeFact(record, details);
    }
    TicketMerge::deriveDetails(record);
    return true;
}

void forgetImport(TicketRecord &record, const TicketRecord &before)
{
    const auto legacy = [](const auto &item) { return item.source == TimeSource::Legacy; };
    TicketMerge::seedMarks(record);
    record.marks.removeIf(legacy);
    record.closeDetails.removeIf(legacy);
    for (const SpellMark &mark : before.marks) {
        if (legacy(mark))
            TicketMerge::addMark(record.marks, mark);
    }
    for (const Fact::CloseDetails &details : before.closeDetails) {
        if (legacy(details))
            TicketMerge::mergeFact(record, details);
    }
    if (record.quality == Quality::Legacy || record.quality == Quality::Inferred) {
        record.openedAtMs = before.openedAtMs;
        record.quality = before.quality;
    }
    if (record.requesterSource == RequesterSource::Legacy) {
        record.requester = before.requester;
        record.requesterSource = before.requesterSource;
        record.requesterAtMs = before.requesterAtMs;
    }
    record.category = before.category;
    record.categoryName = before.categoryName;
    record.categoryIsFromOpening = before.categoryIsFromOpening;
    TicketMerge::deriveSpells(record);
    TicketMerge::deriveDetails(record);
}

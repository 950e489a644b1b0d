// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/icons.h"
#include "ui/models/charttablemodel.h"
#include "ui/models/teammodel.h"
#include "ui/models/tickettablemodel.h"

#include <QAbstractItemModelTester>
#include <QGuiApplication>
#include <QIcon>
#include <QImage>
#include <QItemSelectionModel>
#include <QPalette>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr UtcMs Now = 1795356240000; // 2026-11-22T14:04:00Z

TicketListRow ticket(quint64 id, qint64 waitedMs = 0, int messages = 1)
{
    TicketListRow row;
    row.ticket.id = ChannelId(id);
    row.ticket.name = u"general-%1"_s.arg(id);
    row.ticket.categoryName = u"General"_s;
    row.ticket.openedAtMs = Now - 3 * HourMs;
    Spell spell;
    spell.openedAtMs = row.ticket.openedAtMs;
    row.ticket.spells = {spell};
    row.ticket.derived.requesterMessages = messages;
    row.ticket.derived.waitingSinceMs = waitedMs > 0 ? Now - waitedMs : 0;
    row.requesterName = u"kira"_s;
    return row;
}

QVector<quint64> idsOf(const TicketTableModel &model)
{
    QVector<quint64> ids;
    for (int i = 0; i < model.rowCount(); ++i)
        ids.append(model.ticket(i)->ticket.id.value);
    return ids;
}

// Whether the cell has a sign that can be seen.
bool inked(const QModelIndex &index)
{
    const QImage image = index.data(Qt::DecorationRole).value<QIcon>().pixmap(16, 16).toImage();
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y).alpha() > 128)
                return true;
        }
    }
    return false;
}

QString cell(const TicketTableModel &model, int row, TicketTableModel::Column column,
             int role = Qt::DisplayRole)
{
    return model.index(row, column).data(role).toString();
}

} // namespace

class tst_Models : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void anyChangeOfAnswersKeepsTheModelSound()
    {
        TicketTableModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QRandomGenerator dice(4711);
        model.setTimes(Now, 10 * MinuteMs, QTimeZone::utc());
        QVector<quint64> ids;
        for (int round = 0; round < 300; ++round) {
            for (int change = dice.bounded(6); change > 0; --change) {
                if (!ids.isEmpty() && dice.bounded(3) == 0)
                    ids.removeAt(dice.bounded(int(ids.size())));
                else if (!ids.isEmpty() && dice.bounded(3) == 0)
                    ids.move(dice.bounded(int(ids.size())), dice.bounded(int(ids.size())));
                else
                    ids.insert(dice.bounded(int(ids.size()) + 1), quint64(round * 10 + change + 1));
            }
            QVector<TicketListRow> rows;
            for (const quint64 id : std::as_const(ids))
                rows.append(ticket(id, dice.bounded(40) * MinuteMs, dice.bounded(30)));
            const bool frozen = dice.bounded(2);
            model.renew(rows, frozen);
            if (frozen)
                model.showHeldBack();
            QCOMPARE(idsOf(model), ids);
        }
        QCOMPARE(resets.size(), 0); // UX 2.5: never by a reset
    }

    void aFrozenTableHoldsNewTicketsBack() // UX 2.5
    {
        TicketTableModel model;
        model.setTimes(Now, 10 * MinuteMs, QTimeZone::utc());
        model.renew({ticket(1, 42 * MinuteMs), ticket(2, 18 * MinuteMs), ticket(3, 4 * MinuteMs)}, false);
        QSignalSpy heldBack(&model, &TicketTableModel::heldBackChanged);

        model.renew({ticket(5, 50 * MinuteMs), ticket(3, 45 * MinuteMs), ticket(1, 42 * MinuteMs), ticket(4)},
                    true);
        QCOMPARE(idsOf(model), (QVector<quint64>{1, 2, 3}));
        QCOMPARE(model.heldBack(), 2);
        QVERIFY(heldBack.size() > 0);
        QCOMPARE(cell(model, 1, TicketTableModel::Waiting), u"closed"_s); // 2 left, and stays until Show
        QCOMPARE(cell(model, 2, TicketTableModel::Waiting), u"45 min"_s); // texts are live

        model.showHeldBack();
        QCOMPARE(idsOf(model), (QVector<quint64>{5, 3, 1, 4}));
        QCOMPARE(model.heldBack(), 0);
        QVERIFY(!model.outdated());
        QCOMPARE(cell(model, 0, TicketTableModel::Channel, TicketTableModel::MarkRole), u"new"_s);
    }

    void theSelectionSurvivesEveryUpdate() // must-point 23
    {
        TicketTableModel model;
        model.renew({ticket(1), ticket(2), ticket(3)}, false);
        QItemSelectionModel selection(&model);
        selection.setCurrentIndex(model.index(1, 0),
                                  QItemSelectionModel::SelectCurrent | QItemSelectionModel::Rows);
        model.renew({ticket(9), ticket(8), ticket(3), ticket(2)}, false);
        QCOMPARE(model.ticket(selection.currentIndex().row())->ticket.id, ChannelId(2));
        QCOMPARE(selection.selectedRows().size(), 1);
    }

    void aReplyIsMarkedForSomeSeconds()
    {
        TicketTableModel model;
        model.setTimes(Now, 10 * MinuteMs, QTimeZone::utc());
        model.renew({ticket(1, 0, 3)}, false);
        QVERIFY(cell(model, 0, TicketTableModel::Channel, TicketTableModel::MarkRole).isEmpty());
        model.renew({ticket(1, 0, 4)}, false);
        QCOMPARE(cell(model, 0, TicketTableModel::Channel, TicketTableModel::MarkRole), u"reply"_s);
        QCOMPARE(cell(model, 0, TicketTableModel::Channel, Qt::AccessibleTextRole), u"#general-1, reply"_s);
        model.setTimes(Now + TicketTableModel::MarkMs + 1, 10 * MinuteMs, QTimeZone::utc());
        QVERIFY(cell(model, 0, TicketTableModel::Channel, TicketTableModel::MarkRole).isEmpty());
    }

    void unchangedRowsSayNothing()
    {
        TicketTableModel model;
        model.renew({ticket(1), ticket(2)}, false);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.renew({ticket(1), ticket(2)}, false);
        model.renew({ticket(1), ticket(2)}, true);
        QCOMPARE(changed.size(), 0);
    }

    void waitingIsInWordsAndSigns() // never by colour alone
    {
        TicketTableModel model;
        model.setTimes(Now, 10 * MinuteMs, QTimeZone::utc());
        model.renew({ticket(1, 42 * MinuteMs), ticket(2, 4 * MinuteMs), ticket(3)}, false);
        QCOMPARE(cell(model, 0, TicketTableModel::Waiting), u"42 min"_s);
        QVERIFY(model.index(0, TicketTableModel::Waiting).data(TicketTableModel::OverdueRole).toBool());
        QVERIFY(!inked(model.index(2, 0)) && inked(model.index(0, 0)));
        QVERIFY(cell(model, 0, TicketTableModel::Waiting, Qt::ToolTipRole).startsWith(u"Overdue"_s));
        QVERIFY(cell(model, 0, TicketTableModel::Waiting, Qt::AccessibleTextRole)
                    .startsWith(u"overdue, waiting 42"_s));
        QVERIFY(!inked(model.index(1, TicketTableModel::Waiting)));
        QCOMPARE(cell(model, 2, TicketTableModel::Waiting), u"–"_s);
    }

    void aSignIsSeenOnASelectedRow() // UX 2.9: 3:1
    {
        const QIcon sign = Icons::sign(Icons::Sign::Error, QColor(0xB3, 0x26, 0x1E));
        const auto colour = [&sign](QIcon::Mode mode) {
            return sign.pixmap(QSize(16, 16), 1, mode).toImage().pixelColor(3, 8);
        };
        QCOMPARE(colour(QIcon::Normal), QColor(0xB3, 0x26, 0x1E));
        QCOMPARE(colour(QIcon::Selected), QGuiApplication::palette().color(QPalette::HighlightedText));
    }

    void aCloseThatNobodySawIsNotToldAsMeasured() // point 53, PROTOCOL 2.6
    {
        TicketTableModel model;
        model.setTimes(Now, 10 * MinuteMs, QTimeZone::utc());
        TicketListRow seen = ticket(1), unseen = ticket(2);
        seen.ticket.spells.last().closedAtMs = Now - HourMs;
        unseen.ticket.spells.last().closedAtMs = Now - HourMs;
        unseen.ticket.spells.last().closedNotBeforeMs = Now - 2 * HourMs;
        unseen.ticket.spells.last().closedSource = TimeSource::Inferred;
        model.renew({seen, unseen}, false);
        const QString time = cell(model, 0, TicketTableModel::Closed);
        QCOMPARE(cell(model, 0, TicketTableModel::Resolution), u"2 h"_s);
        QCOMPARE(cell(model, 1, TicketTableModel::Closed), u"before "_s + time);
        QCOMPARE(cell(model, 1, TicketTableModel::Resolution), u"under 2 h"_s);
        QVERIFY(cell(model, 1, TicketTableModel::Closed, Qt::ToolTipRole)
                    .startsWith("Closed while the bot was away, between "_L1));
    }

    void unknownValuesAreDashes() // M-20
    {
        TicketTableModel model;
        TicketListRow unknown = ticket(1);
        unknown.requesterName.clear();
        unknown.ticket.categoryName.clear();
        model.renew({unknown}, false);
        QCOMPARE(cell(model, 0, TicketTableModel::OpenedBy), u"–"_s);
        QCOMPARE(cell(model, 0, TicketTableModel::LastReplyBy), u"–"_s);
        QCOMPARE(cell(model, 0, TicketTableModel::Rating), u"–"_s);
        QCOMPARE(cell(model, 0, TicketTableModel::Category), u"None"_s);
        QCOMPARE(cell(model, 0, TicketTableModel::FirstResponse), u"none yet"_s);
    }

    void namesNeverBecomeMarkup() // TM-16
    {
        TicketTableModel model;
        TicketListRow hostile = ticket(1);
        hostile.requesterName = u"<img src=\"file:///etc/passwd\">"_s;
        model.renew({hostile}, false);
        const QString tip = cell(model, 0, TicketTableModel::OpenedBy, Qt::ToolTipRole);
        QVERIFY2(!tip.contains(u'<'), qPrintable(tip));
    }

    void everyColumnHasATitle()
    {
        TicketTableModel model;
        for (int c = 0; c < TicketTableModel::ColumnCount; ++c)
            QVERIFY(!model.headerData(c, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
    }

    void teamIsSortedAndSaysHeavyLoad()
    {
        TeamModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto person = [](quint64 id, int open) {
            StaffNumbers numbers;
            numbers.user = UserId(id);
            numbers.openNow = open;
            return numbers;
        };
        const QHash<UserId, QString> names{{UserId(1), u"Ben"_s}, {UserId(2), u"Ana"_s}};
        model.setTeam({person(1, 4), person(0, 3), person(2, 7), person(3, 0)}, names, 6);
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.index(0, TeamModel::Person).data().toString(), u"Ana"_s);
        QCOMPARE(model.index(0, TeamModel::OpenNow).data().toString(), u"7 open"_s);
        QCOMPARE(model.index(0, TeamModel::Load).data().toString(), u"heavy load"_s);
        QCOMPARE(model.index(1, TeamModel::Load).data().toString(), QString());
        QCOMPARE(model.index(2, TeamModel::Person).data().toString(), u"Nobody yet"_s);
        QCOMPARE(model.index(0, TeamModel::OpenNow).data(TeamModel::ShareRole).toDouble(), 1.0);
        model.setTeam({person(1, 9)}, names, 6);
        QCOMPARE(model.rowCount(), 1);
        model.setTeam({}, names, 6);
        QCOMPARE(model.rowCount(), 0);
    }

    void theChartsTableFollowsItsChart()
    {
        ChartTableModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        ChartSpec spec;
        spec.series = {{u"Opened"_s, {1, 2, 3}}};
        spec.points = {
            {Now, Now + DayMs}, {Now + DayMs, Now + 2 * DayMs}, {Now + 2 * DayMs, Now + 3 * DayMs}};
        model.setSpec(spec);
        QCOMPARE(model.rowCount(), 3);
        spec.points.append({Now + 3 * DayMs, Now + 4 * DayMs});
        spec.series[0].values.append(4);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        model.setSpec(spec);
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(model.index(3, 1).data().toString(), u"4"_s);
        spec.points.resize(1);
        spec.series[0].values.resize(1);
        model.setSpec(spec);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(resets.size(), 0);
    }
};

QTEST_MAIN(tst_Models)
#include "tst_models.moc"

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/uiworld.h"

#include "bot/store/noticestore.h"
#include "ui/dates.h"
#include "ui/pages/notices/embedpreview.h"
#include "ui/pages/notices/noticespage.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

// The page Notifications (UX 3.7): what is clicked is saved, what is stored is shown.
class tst_NoticesPage : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        m_actions.save = [this](GuildId guild, const NoticeSettings &settings, NoticeActions::Done done) {
            m_world.storage().write(
                this,
                [guild, json = settings.toJson()](Writer &writer) {
                    return NoticeStore::saveSettings(writer, guild, json, {{}, u"test"_s, true});
                },
                [this, done, settings](const Status &status) {
                    m_saved = settings;
                    done(status);
                });
        };
        m_actions.testAlarm = [this](GuildId, AlarmKind kind, const AlarmSetting &,
                                     NoticeActions::Done done) {
            m_tested.append(kind);
            done({});
        };
        m_actions.preview = [](GuildId, const SummarySchedule &,
                               const std::function<void(Discord::OutgoingMessage)> &done) {
            Discord::OutgoingMessage message;
            Discord::Embed embed;
            embed.title = u"Daily <b>summary</b>"_s;
            embed.description = u"<t:1795356240:f> in <#7>"_s;
            embed.fields = {{u"Opened"_s, u"104 \\(+9 %\\)"_s, true},
                            {u"By staff member"_s, u"<@11>: 6 answered\n<@12>: 2, with <@&9>"_s, false}};
            message.embeds = {embed};
            done(message);
        };
        m_actions.names = [](GuildId, const QVector<UserId> &people,
                             const std::function<void(QHash<UserId, QString>)> &done) {
            QCOMPARE(people, (QVector{UserId(11), UserId(12)}));
            done({{UserId(11), u"Ana"_s}});
        };
        m_actions.setLogChannel = [](GuildId, ChannelId, const NoticeActions::Done &done) { done({}); };
        m_actions.sendNow = [](GuildId, const SummarySchedule &, const NoticeActions::Done &done) {
            done({});
        };
    }

    void anAlarmIsSavedTestedAndUndone()
    {
        Shown page(*this);
        auto *on = page->findChild<QCheckBox *>(u"alarmOnPeak"_s);
        QVERIFY(on && !on->isChecked());
        std::function<void()> undo;
        connect(page.page.get(), &Page::message, this,
                [&undo](const QString &, const std::function<void()> &back) { undo = back; });
        on->click();
        QTRY_VERIFY(undo);
        QVERIFY(m_saved.alarm(AlarmKind::PeakRecord).on);
        undo();
        QTRY_VERIFY(!m_saved.alarm(AlarmKind::PeakRecord).on);
        page->findChild<QPushButton *>(u"alarmTestDisconnected"_s)->click();
        QCOMPARE(m_tested, QVector<AlarmKind>{AlarmKind::Disconnected});
        QVERIFY(!page->findChild<QComboBox *>(u"alarmChannelDisconnected"_s)); // this computer only
    }

    void theHistorySaysWhatBecameOfAnAlarm()
    {
        const ChannelId ticket =
            m_world.addTicket(UiWorld::Appeals, u"appeal-9001-a-name-as-long-as-the-names-of-channels-get"_s,
                              m_world.nowMs - HourMs, -1, -1);
        m_world.flush();
        bool added = false;
        m_world.storage().write(
            this,
            [ticket, now = m_world.nowMs](Writer &writer) {
                AlarmRow alarm;
                alarm.ticket = ticket;
                alarm.value = now - HourMs;
                alarm.firedAtMs = now - 50 * MinuteMs;
                return NoticeStore::addAlarm(writer, UiWorld::Northwind, alarm);
            },
            [&added](const Result<bool> &done) { added = done && *done; });
        QTRY_VERIFY(added);
        Shown page(*this);
        auto *history = page->findChild<QTableView *>(u"alarmHistory"_s);
        QTRY_COMPARE(history->model()->rowCount(), 1);
        // Its words stand in one line that has the room, however narrow the window is.
        page->resize(520, 700);
        QVERIFY(QTest::qWaitFor([&] { return history->width() < 600; }));
        const QAbstractItemView *cells = history; // what a cell's words need is public there
        for (int column = 0; column < history->model()->columnCount(); ++column) {
            const QSize words = cells->sizeHintForIndex(history->model()->index(0, column));
            QVERIFY2(words.height() <= history->rowHeight(0), qPrintable(QString::number(words.height())));
            QVERIFY2(words.width() <= history->columnWidth(column), qPrintable(QString::number(column)));
        }
        QCOMPARE(history->model()->index(0, 1).data().toString(),
                 u"#appeal-9001-a-name-as-long-as-the-names-of-channels-get overdue"_s);
        QCOMPARE(history->model()->index(0, 2).data().toString(), u"not answered yet"_s);
    }

    void aSummaryIsMadeWithAPreviewOfPlainText()
    {
        Shown page(*this);
        page->findChild<QPushButton *>(u"summaryFirst"_s)->click();
        auto *save = page->findChild<QPushButton *>(u"summarySave"_s);
        QVERIFY(save && !save->isEnabled()); // no channel yet
        QVERIFY(!page->findChild<QLabel *>(u"summaryProblem"_s)->text().isEmpty());
        auto *preview = page->findChild<EmbedPreview *>(u"summaryPreview"_s);
        QTRY_VERIFY(preview->plainText().contains(u"Daily <b>summary</b>"_s)); // TM-16: not rendered
        QVERIFY(save->isVisible());
        QTest::keyClick(page->findChild<QComboBox *>(u"summaryEvery"_s), Qt::Key_Escape);
        QVERIFY(!save->isVisible());
        page->findChild<QPushButton *>(u"summaryFirst"_s)->click();
        QVERIFY(save->isVisible());
        QTRY_VERIFY(preview->plainText().contains(u"Daily <b>summary</b>"_s));
        QVERIFY(preview->plainText().contains(u"#logs"_s));
        QVERIFY(preview->plainText().contains(u"104 (+9 %)"_s));
        QVERIFY(!preview->plainText().contains(u"<t:"_s));
        QVERIFY(preview->plainText().contains(u"@Ana: 6 answered"_s));
        QVERIFY(preview->plainText().contains(u"@12: 2, with @Support"_s)); // nobody known by that id
        auto *channel = page->findChild<QComboBox *>(u"summaryChannel"_s);
        const int allowed = channel->findData(QVariant::fromValue<quint64>(7));
        const int refused = channel->findData(QVariant::fromValue<quint64>(8));
        QVERIFY(allowed > 0 && refused > 0);
        QVERIFY(channel->itemText(refused).contains(u"Send Messages is missing"_s));
        channel->setCurrentIndex(allowed);
        QVERIFY(save->isEnabled());
        save->click();
        QTRY_COMPARE(m_saved.schedules.size(), 1);
        QCOMPARE(m_saved.schedules.first().channel, ChannelId(7));
        const QString row = u"summaryLast%1"_s.arg(m_saved.schedules.first().id);
        QTRY_VERIFY(page->findChild<QLabel *>(row));
        QCOMPARE(page->findChild<QLabel *>(row)->text(), u"last: never"_s);
    }

    // UX 3.7: also what was sent by hand, and what cannot be posted because something else waits there before it.
    void theRowSaysWhatBecameOfASummary_data()
    {
        QTest::addColumn<quint64>("channel");
        QTest::addColumn<QString>("subject");
        QTest::addColumn<bool>("sent");
        QTest::addColumn<QString>("last");
        QTest::addColumn<QString>("button");
        const QString at = Dates::dateTime(m_world.nowMs, QTimeZone::utc(), m_world.nowMs);
        QTest::newRow("a run") << quint64(7) << u"summary/%1/1"_s << true << u"last: sent "_s + at
                               << u"Edit"_s;
        QTest::newRow("by hand") << quint64(7) << u"test/summary/%1/1"_s << true
                                 << u"last: sent by hand "_s + at << u"Edit"_s;
        QTest::newRow("on its way") << quint64(7) << u"summary/%1/1"_s << false << u"last: being sent"_s
                                    << u"Edit"_s;
        QTest::newRow("held up") << quint64(8) << u"summary/%1/1"_s << false
                                 << u"last: failed – Send Messages is missing. It is tried again."_s
                                 << u"Fix"_s;
    }
    void theRowSaysWhatBecameOfASummary()
    {
        QFETCH(quint64, channel);
        QFETCH(QString, subject);
        QFETCH(bool, sent);
        const qint64 id = ++m_schedule;
        bool done = false;
        m_world.storage().write(
            this,
            [=, now = m_world.nowMs](Writer &writer) -> Status {
                NoticeSettings settings;
                settings.schedules.resize(1);
                settings.schedules.first().id = id;
                settings.schedules.first().channel = ChannelId(channel);
                if (Status saved =
                        NoticeStore::saveSettings(writer, UiWorld::Northwind, settings.toJson(), {});
                    !saved)
                    return saved;
                NoticeRow notice;
                notice.guild = UiWorld::Northwind;
                notice.kind = NoticeRow::Kind::Summary;
                notice.subject = subject.arg(id);
                notice.subjectId = id;
                notice.channel = ChannelId(channel);
                notice.atMs = now;
                qint64 queued = 0;
                if (const auto written = NoticeStore::queue(writer, notice, now, &queued); !written)
                    return written.error();
                return sent ? NoticeStore::sent(writer, UiWorld::Northwind, queued, MessageId(1), now)
                            : Status();
            },
            [&done](const Status &status) { done = status.ok(); });
        QTRY_VERIFY(done);
        Shown page(*this);
        const auto *last = page->findChild<QLabel *>(u"summaryLast%1"_s.arg(id));
        QVERIFY(last);
        QTEST(last->text(), "last");
        QTEST(page->findChild<QPushButton *>(u"summaryEdit%1"_s.arg(id))->text(), "button");
    }

    // UX 2.5: an open list does not move; tickets are no place for messages to managers.
    void aListOfChannelsStaysAsItIsWhileItIsOpen()
    {
        Shown page(*this);
        auto *box = page->findChild<QComboBox *>(u"alarmChannelOverdue"_s);
        QCOMPARE(box->count(), 3); // not in Discord, #logs, #closed
        box->showPopup();
        box->view()->setCurrentIndex(box->model()->index(1, 0));
        const auto addChannel = [&page](quint64 id, const QString &name, ChannelId parent) {
            BotState state = page.live.bot();
            Discord::Channel channel;
            channel.id = ChannelId(id);
            channel.name = name;
            channel.parent = parent;
            channel.type = Discord::ChannelType::Text;
            state.servers.first().channels += channel;
            page.live.setBotState(state);
        };
        addChannel(21, u"appeal-0412"_s, UiWorld::Appeals);
        addChannel(22, u"management"_s, {});
        QCOMPARE(box->view()->currentIndex().row(), 1);
        QCOMPARE(box->count(), 3);
        box->hidePopup();
        addChannel(23, u"owners"_s, {});
        QTRY_COMPARE(box->count(), 5);
        QCOMPARE(box->findText(u"#appeal-0412"_s), -1);
    }

    // The editor of a summary goes with its server, but it had no focus to give away.
    void anotherServerLeavesTheFocusWhereItIs()
    {
        NoticeSettings settings;
        settings.schedules.resize(1);
        settings.schedules.first().id = ++m_schedule;
        bool done = false;
        m_world.storage().write(
            this,
            [json = settings.toJson()](Writer &writer) {
                return NoticeStore::saveSettings(writer, UiWorld::Northwind, json, {});
            },
            [&done](const Status &status) { done = status.ok(); });
        QTRY_VERIFY(done);
        Shown page(*this);
        QVERIFY(page->findChild<QPushButton *>(u"summaryAdd"_s)->isVisible());
        page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(page.page.get()));
        auto *box = page->findChild<QComboBox *>(u"alarmChannelOverdue"_s);
        box->setFocus();
        QVERIFY(box->hasFocus());
        page.live.setServer(UiWorld::Contoso);
        QCOMPARE(page->focusWidget(), static_cast<QWidget *>(box));
        page.live.setServer(UiWorld::Northwind);
    }

    // Little room: what is chosen stands there by its name, and beneath it what is wrong with it.
    void whatIsWrongWithAChoiceIsNotCut()
    {
        NoticeSettings settings;
        settings.alarm(AlarmKind::TooManyOpen) = {true, 20, true, ChannelId(7), RoleId(9)};
        settings.alarm(AlarmKind::Overdue) = {true, 0, true, ChannelId(8), {}};
        bool done = false;
        m_actions.save(UiWorld::Northwind, settings, [&done](const Status &status) { done = status.ok(); });
        QTRY_VERIFY(done);
        Shown page(*this);
        const auto shown = [&page](const char *name) {
            return page->findChild<QComboBox *>(QLatin1StringView(name))->currentText();
        };
        QCOMPARE(shown("alarmRoleTooManyOpen"), u"@Support"_s);
        QCOMPARE(page->findChild<QLabel *>(u"alarmProblemTooManyOpen"_s)->text(),
                 u"@Support – cannot be mentioned: allow it in the role's settings"_s);
        QCOMPARE(shown("alarmChannelOverdue"), u"#closed"_s);
        QVERIFY(page->findChild<QLabel *>(u"alarmProblemOverdue"_s)
                    ->text()
                    .contains(u"#closed: Send Messages is missing"_s));
    }

private:
    struct Shown
    {
        explicit Shown(tst_NoticesPage &test) : live(test.m_world.storage(), test.m_world.clock())
        {
            BotState state = test.m_world.connectedState();
            BotState::Server &server = state.servers.first();
            Discord::Channel logs, closed;
            logs.id = ChannelId(7);
            logs.name = u"logs"_s;
            closed.id = ChannelId(8);
            closed.name = u"closed"_s;
            logs.type = closed.type = Discord::ChannelType::Text;
            server.channels = {logs, closed};
            Discord::Role support;
            support.id = RoleId(9);
            support.name = u"Support"_s;
            server.roles = {support};
            server.posting = {{logs.id, {{}, true}}, {closed.id, {u"Send Messages is missing"_s, false}}};
            live.setBotState(state);
            if (!QTest::qWaitFor([this] { return live.loaded(); }))
                qFatal("nothing loaded");
            page = std::make_unique<NoticesPage>(live, test.m_actions);
            page->resize(1072, 690);
            page->setVisible(true);
            if (!QTest::qWaitFor([this] {
                    auto *box = page->findChild<QCheckBox *>(u"alarmOnOverdue"_s);
                    return box && box->isVisible() && box->isChecked();
                }))
                qFatal("the page stays empty");
        }
        NoticesPage *operator->() const { return page.get(); }
        LiveData live;
        std::unique_ptr<NoticesPage> page;
    };

    UiWorld m_world;
    NoticeActions m_actions;
    NoticeSettings m_saved;
    QVector<AlarmKind> m_tested;
    qint64 m_schedule = 100;
};

QTEST_MAIN(tst_NoticesPage)
#include "tst_noticespage.moc"

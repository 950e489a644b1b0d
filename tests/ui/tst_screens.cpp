// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/accessiblenames.h"
#include "tests/ui/cuttexts.h"
#include "tests/ui/pseudolocale.h"
#include "tests/ui/windowworld.h"

#include "bot/base/language.h"
#include "bot/base/logging.h"
#include "ui/incidentcenter.h"
#include "ui/pages/page.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QStatusBar>
#include <QTabBar>
#include <QThreadPool>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

// Every page in every state of UX 2.6, at three sizes, light and dark, in English and in a language that is 30 %
// longer, as pictures in "screens" beside this test; no text may be cut in any of them (UX 2.2, checklist 14, 19),
// and no control without a name (checklist 15).
// The pages are those that the window has: a page that joins is covered.
class tst_Screens : public QObject
{
    Q_OBJECT

    enum class State
    {
        Content,
        FirstUse, // no server yet
        NoTickets, // a server, nothing recorded
        Empty, // nothing in this period and filter
        Loading,
        Error,
        Offline,
        Partial
    };

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        QVERIFY2(QFontMetrics(QApplication::font()).horizontalAdvance(u"iiii"_s)
                     != QFontMetrics(QApplication::font()).horizontalAdvance(u"WWWW"_s),
                 "there is no font here: every letter would be a box");
        QCoreApplication::installTranslator(&m_english);
        QDir().mkpath(u"screens"_s);
        m_log = std::make_unique<Log>(Log::Options{.level = LogLevel::Info, .toStderr = false});
        qCInfo(lcGateway) << "Connected: a new session";
        qCWarning(lcRest) << "GET /channels/{channel.id}/messages: 403, Missing Access";
        qCCritical(lcStore) << "Writing failed, next try in 500 ms: database is locked";
    }
    void cleanupTestCase()
    {
        m_world.reset();
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::removeTranslator(&m_pseudo);
        QCoreApplication::removeTranslator(&m_english);
        m_log.reset();
    }

    void everyPageFits_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<bool>("dark");
        QTest::addColumn<bool>("longer");
        const std::pair<State, const char *> states[] = {
            {State::Content, "content"}, {State::Empty, "empty"},        {State::Loading, "loading"},
            {State::Error, "error"},     {State::Offline, "offline"},    {State::Partial, "partial"},
            {State::NoTickets, "none"},  {State::FirstUse, "first use"},
        };
        for (const auto &[state, name] : states) {
            for (const bool longer : {false, true}) {
                if (!isWanted(longer))
                    continue;
                for (const bool dark : {false, true}) {
                    // The theme moves no letter, so only the content is looked at in all four ways.
                    if (state != State::Content && dark == longer)
                        continue;
                    QTest::addRow("%s %s %s", name, longer ? "longer" : "english", dark ? "dark" : "light")
                        << int(state) << dark << longer;
                }
            }
        }
    }
    void everyPageFits()
    {
        QFETCH(int, state);
        QFETCH(bool, dark);
        QFETCH(bool, longer);
        speak(longer); // first: a change of language makes pages anew
        enter(State(state));
        MainWindow &window = m_world->window();
        window.theme().setChoice(dark ? Theme::Choice::Dark : Theme::Choice::Light);
        window.show();
        QStringList cut;
        const QStringList names = pageNames();
        for (const QString &name : names) {
            QVERIFY(window.showPage(name));
            if (State(state) == State::Empty)
                searchForNothing(window.page(name));
            if (State(state) != State::Loading)
                m_world->settle();
            for (const QSize &size : sizes())
                look(name, size, cut);
            // UX 2.6: what is empty because nothing was set up offers the next step.
            const auto buttons = window.page(name)->findChildren<QPushButton *>();
            const bool offered = std::any_of(buttons.cbegin(), buttons.cend(), [](const QPushButton *button) {
                return button->isVisible() && button->objectName().endsWith("SetUp"_L1);
            });
            const bool ofTheProgram = name == "log"_L1 || name == "settings"_L1; // not of a server
            if (offered != (State(state) == State::FirstUse && !ofTheProgram))
                cut.append(
                    u"%1: the way to a server is %2"_s.arg(name, offered ? u"offered"_s : u"missing"_s));
            if (State(state) == State::Content && longer && !dark)
                lookAtTabs(name, cut);
        }
        if (State(state) == State::Loading)
            m_world->release();
        if (!cut.isEmpty())
            QFAIL(qPrintable(u"%1 cut texts:\n"_s.arg(cut.size()) + cut.mid(0, 60).join(u'\n')));
    }

    // The ticket's story, the Problems panel with everything at once, the filters of narrow windows.
    void panelsFit_data()
    {
        QTest::addColumn<QSize>("size");
        for (const QSize &size : sizes())
            QTest::addRow("%dx%d", size.width(), size.height()) << size;
    }
    void panelsFit()
    {
        QFETCH(QSize, size);
        speak(isWanted(true));
        enter(State::Content);
        MainWindow &window = m_world->window();
        window.show();
        QStringList cut;
        PageLink link;
        link.page = u"tickets"_s;
        link.ticket = m_world->world().openTicket();
        QVERIFY(window.showPage(u"tickets"_s));
        window.page(u"tickets"_s)->open(link);
        m_world->settle();
        m_world->settle();
        look(u"tickets-detail"_s, size, cut);

        BotState state = m_world->world().connectedState();
        state.anotherProgramSuspected = true;
        state.servers.first().unreadable = {u"#appeal-3: Read Message History is missing"_s};
        state.rest.clockOffMs = 6 * MinuteMs;
        state.gateway.messageContentRefused = true;
        window.live().setBotState(state);
        window.findChild<QToolButton *>(u"statusProblems"_s)->click();
        look(u"tickets-problems"_s, size, cut);
        window.findChild<QToolButton *>(u"statusProblems"_s)->click();
        window.live().setBotState(m_world->world().connectedState());
        QVERIFY(window.showPage(u"overview"_s));
        window.showMessage(u"4"_s, [] {});
        look(u"overview-message"_s, size, cut);
        if (auto *filters = window.findChild<QToolButton *>(u"headerFilters"_s); filters->isVisible()) {
            filters->click();
            QWidget *popup = window.findChild<QWidget *>(u"filterPopup"_s);
            QVERIFY(popup && popup->isVisible());
            collect(u"filters"_s, popup, size, cut);
            popup->hide();
        }
        if (!cut.isEmpty())
            QFAIL(qPrintable(cut.join(u'\n')));
    }

    // Checklist 44: after a change of language nothing on the screen is in the old one.
    void everyTextFollowsTheLanguage()
    {
        if (!isWanted(false))
            QSKIP("in the other part");
        speak(false);
        m_world->closeWindow(); // what is made in English has to change
        m_state = State::Loading;
        enter(State::Content);
        MainWindow &window = m_world->window();
        window.show();
        window.resize(1280, 800);
        const QStringList names = pageNames();
        for (const QString &name : names) {
            QVERIFY(window.showPage(name));
            m_world->settle();
        }
        speak(true);
        QStringList stale;
        for (const QString &name : names) {
            QVERIFY(window.showPage(name));
            m_world->settle();
            const auto look = [&](const QWidget *widget, const QString &text) {
                if (isEnglish(text))
                    stale.append(
                        u"%1: %2 %3 \"%4\""_s.arg(name, QLatin1StringView(widget->metaObject()->className()),
                                                  widget->objectName(), text));
            };
            const auto labels = window.findChildren<QLabel *>();
            for (const QLabel *label : labels) {
                if (label->isVisible())
                    look(label, label->text());
            }
            const auto buttons = window.findChildren<QAbstractButton *>();
            for (const QAbstractButton *button : buttons) {
                if (button->isVisible()) {
                    look(button, button->text());
                    look(button, button->accessibleName());
                    look(button, button->toolTip());
                }
            }
            const auto tabs = window.findChildren<QTabBar *>();
            for (const QTabBar *bar : tabs) {
                for (int i = 0; bar->isVisible() && i < bar->count(); ++i)
                    look(bar, bar->tabText(i));
            }
            const auto edits = window.findChildren<QLineEdit *>();
            for (const QLineEdit *edit : edits) {
                if (edit->isVisible())
                    look(edit, edit->placeholderText());
            }
        }
        const auto actions = window.findChildren<QAction *>();
        for (const QAction *action : actions) {
            if (isEnglish(action->text()) && !action->objectName().isEmpty())
                stale.append(u"action %1 \"%2\""_s.arg(action->objectName(), action->text()));
        }
        stale.removeDuplicates();
        if (!stale.isEmpty())
            QFAIL(qPrintable(stale.join(u'\n')));
    }

private:
    // TA_SCREENS=english or longer and TA_SCREENS_SIZE=640x400 do a part, so that ctest can do parts side by side.
    static bool isWanted(bool longer)
    {
        const QByteArray only = qgetenv("TA_SCREENS");
        return only.isEmpty() || (only == "longer") == longer;
    }
    static QVector<QSize> sizes()
    {
        const QList<QByteArray> only = qgetenv("TA_SCREENS_SIZE").split('x');
        if (only.size() == 2)
            return {{only[0].toInt(), only[1].toInt()}};
        return {{1280, 800}, {900, 600}, {640, 400}};
    }
    QStringList pageNames() const
    {
        QStringList names;
        const auto *navigation = m_world->window().findChild<QListWidget *>(u"navigation"_s);
        for (int i = 0; i < navigation->count(); ++i)
            names.append(navigation->item(i)->data(Qt::UserRole).toString());
        return names;
    }

    void speak(bool longer)
    {
        if (longer == m_longer)
            return;
        m_longer = longer;
        // Units and differences come from the bot's own words.
        Language::setLookup(longer ? Language::Lookup([this](const QLocale &, const char *context,
                                                             const char *text, const char *comment, int n) {
            return m_pseudo.translate(context, text, comment, n);
        })
                                   : Language::Lookup());
        if (longer)
            QCoreApplication::installTranslator(&m_pseudo);
        else
            QCoreApplication::removeTranslator(&m_pseudo);
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

    void enter(State state)
    {
        if (m_world && m_state == state && state != State::Loading)
            return;
        const auto kind = [](State s) { return s == State::FirstUse ? 2 : s == State::NoTickets ? 1 : 0; };
        if (!m_world || kind(state) != kind(m_state)) {
            m_world.reset();
            m_world = std::make_unique<WindowWorld>(kind(state) == 0, kind(state) < 2);
        }
        m_state = state;
        // A new window for every state: pages may show old content while they wait for new.
        m_world->release();
        m_world->closeWindow();
        if (state == State::Partial)
            addGap();
        if (state == State::Loading)
            m_world->hold();
        m_world->openWindow();
        LiveData &live = m_world->window().live();
        BotState bot = m_world->world().connectedState();
        if (kind(state) == 2)
            bot.servers.clear();
        if (state == State::Offline) {
            bot.gateway.state = Discord::GatewayStatus::State::Waiting;
            bot.gateway.attempt = 3;
            bot.gateway.untilMs = m_world->world().nowMs + 8 * SecondMs;
        }
        live.setBotState(bot);
        if (state == State::Loading) {
            // Long enough for the grey blocks, and for the sentence that comes after three seconds.
            m_world->window().show();
            QTest::qWait(3300);
            return;
        }
        m_world->settle();
        live.setBotState(bot); // the host has told by now that its own bot is stopped
        if (state == State::Error) {
            StorageTrouble trouble;
            trouble.kind = StorageTrouble::Kind::Locked;
            trouble.sinceMs = m_world->world().nowMs - 12 * SecondMs;
            trouble.waiting = 41;
            live.setTrouble(trouble);
        }
        if (state == State::Empty) {
            DateRange range{DateRange::Kind::Dates};
            range.from = QDate(2020, 1, 1);
            range.to = QDate(2020, 1, 2);
            live.setRange(range);
        } else {
            live.setRange({DateRange::Kind::Last7Days});
        }
    }

    void addGap()
    {
        bool done = false;
        m_world->host().storage().write(
            this,
            [now = m_world->world().nowMs](Writer &writer) -> Status {
                const auto gap = writer.openGap(UiWorld::Northwind, {}, now - 36 * HourMs, u"bot off"_s,
                                                CoverageGap::State::MessagesLost);
                if (!gap)
                    return gap.error();
                return writer.closeGap(*gap, now - 30 * HourMs, false, u"The computer was off."_s);
            },
            [&done](const Status &status) {
                done = true;
                QVERIFY(bool(status));
            });
        QTRY_VERIFY(done);
    }

    static void searchForNothing(Page *page)
    {
        if (QLineEdit *field = page->searchField()) {
            field->setText(u"zzzz"_s);
            QTest::qWait(200); // the pause in typing after which pages ask
        }
    }

    void look(const QString &name, const QSize &size, QStringList &cut)
    {
        MainWindow &window = m_world->window();
        window.resize(size);
        comeToRest(window);
        collect(name, &window, size, cut);
        const QString file = u"screens/%1-%2-%3x%4%5-%6.png"_s.arg(name, fileWord())
                                 .arg(size.width())
                                 .arg(size.height())
                                 .arg(window.devicePixelRatio() > 1 ? u"-200"_s : QString())
                                 .arg(window.theme().isDark() ? u"dark"_s : u"light"_s);
        const QImage image = window.grab().toImage();
        if (const double share = window.theme().isDark() ? brightShare(image) : 0; share > MostBright)
            cut.append(u"%1: %2 % of it is as bright as in the light theme"_s.arg(file).arg(100 * share));
        // Encoding takes longer than drawing.
        QThreadPool::globalInstance()->start([image, file] { image.save(file, "PNG", 90); });
    }

    // Point 42: in the dark theme only letters and lines are nearly white.
    static constexpr double MostBright = 0.08;
    static double brightShare(const QImage &image)
    {
        constexpr int Step = 4; // pixels
        constexpr int NearlyWhite = 225;
        int bright = 0, all = 0;
        for (int y = 0; y < image.height(); y += Step) {
            for (int x = 0; x < image.width(); x += Step) {
                ++all;
                bright += qGray(image.pixel(x, y)) > NearlyWhite ? 1 : 0;
            }
        }
        return all > 0 ? double(bright) / all : 0;
    }

    void collect(const QString &name, QWidget *root, const QSize &size, QStringList &cut)
    {
        const QStringList unnamed = AccessibleNames::missing(root);
        for (const QString &control : unnamed)
            cut.append(u"%1 at %2x%3: %4"_s.arg(name).arg(size.width()).arg(size.height()).arg(control));
        const QVector<CutText> found = cutTexts(root);
        for (const CutText &text : found) {
            cut.append(u"%1 at %2x%3: %4 \"%5\" %6"_s.arg(name)
                           .arg(size.width())
                           .arg(size.height())
                           .arg(text.widget, text.text, text.why));
        }
    }

    void lookAtTabs(const QString &name, QStringList &cut)
    {
        const auto bars = m_world->window().page(name)->findChildren<QTabBar *>();
        for (QTabBar *bar : bars) {
            if (!bar->isVisible())
                continue;
            for (int i = 1; i < bar->count(); ++i) {
                if (!bar->isTabVisible(i) || !bar->isTabEnabled(i))
                    continue;
                bar->setCurrentIndex(i);
                m_world->settle();
                for (const QSize &size : sizes())
                    look(u"%1-tab%2"_s.arg(name).arg(i), size, cut);
            }
            bar->setCurrentIndex(0);
            m_world->settle();
        }
    }

    QString fileWord() const
    {
        return QString::fromLatin1(QTest::currentDataTag())
            .replace(u' ', u'-')
            .remove(u"-light"_s)
            .remove(u"-dark"_s);
    }

    // A word with plain vowels that is no name of the world's data.
    static bool isEnglish(const QString &text)
    {
        static const QStringList known{u"Northwind"_s,        u"Appeals"_s, u"General Tickets"_s,
                                       u"Player-Reports"_s,   u"Ana"_s,     u"Ben"_s,
                                       u"Ticket Assistant"_s, u"UTC"_s,     u"Deutsch"_s,
                                       u"English"_s,          u"Discord"_s};
        QString rest = text;
        for (const QString &name : known)
            rest.remove(name);
        static const QRegularExpression word(u"\\b[A-Za-z]*[aeiouAEIOU][A-Za-z]+\\b"_s);
        static const QRegularExpression data(
            u"#[\\w-]+|\\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|"
            u"May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\\w*\\b|"
            "Ctrl\\+\\w+|Alt\\+\\w+|member_\\w+|https?:\\S+|<[^>]*>|/\\S+|p90|\\d+ [kM]B"_s);
        rest.remove(data);
        return word.match(rest).hasMatch();
    }

    SourceEnglish m_english;
    PseudoLocale m_pseudo;
    bool m_longer = false;
    std::unique_ptr<Log> m_log;
    std::unique_ptr<WindowWorld> m_world;
    State m_state = State::Content;
};

QTEST_MAIN(tst_Screens)
#include "tst_screens.moc"

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/mnemonics.h"
#include "tests/ui/windowworld.h"

#include "bot/base/translations.h"
#include "ui/pages/page.h"
#include "ui/shell/focusareas.h"
#include "ui/uilanguage.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QApplication>
#include <QBoxLayout>
#include <QButtonGroup>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QTabBar>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;

// Every page with keys only (UX 2.8, 2.11, checklist 17 and 18): Tab reaches everything in reading order, what has the focus
// shows it, whatever is opened gives the focus back, and no two things of a page share Alt and a letter, in any language.
class tst_Keyboard : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_language.setChoice(u"en"_s);
        m_world = std::make_unique<WindowWorld>();
        m_world->openWindow();
        m_world->window().show();
        m_world->settle();
        QTRY_VERIFY(m_world->window().live().server());
        m_world->window().live().setBotState(m_world->world().connectedState());
        // Whatever asks is answered with Esc, also when it comes late: some ask only after the data was read.
        connect(&m_closer, &QTimer::timeout, this, [this] {
            if (auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget())) {
                m_dialogLetters.append(Mnemonics::takenTwice(dialog));
                ++m_dialogs;
                dialog->reject();
            }
        });
        m_closer.start(20);
    }
    void cleanupTestCase() { m_world.reset(); }

    void whatGoesHandsTheFocusToWhatStandsBesideIt_data()
    {
        QTest::addColumn<QString>("goes");
        QTest::addColumn<bool>("hidden");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("before");
        QTest::newRow("hidden") << u"b"_s << true << u"c"_s << u"a"_s;
        QTest::newRow("disabled") << u"b"_s << false << u"c"_s << u"a"_s;
        QTest::newRow("with its group") << u"group"_s << true << u"d"_s << u"b"_s;
        QTest::newRow("the last one stays near") << u"d"_s << true << u"c"_s << u"c"_s;
    }
    void whatGoesHandsTheFocusToWhatStandsBesideIt() // must-point 18
    {
        QFETCH(QString, goes);
        QFETCH(bool, hidden);
        QFETCH(QString, after);
        QFETCH(QString, before);
        QWidget root;
        auto *column = new QVBoxLayout(&root);
        const auto button = [](const QString &name, QWidget *in) {
            auto *made = new QPushButton(name, in);
            made->setObjectName(name);
            in->layout()->addWidget(made);
        };
        button(u"a"_s, &root);
        button(u"b"_s, &root);
        auto *group = new QWidget(&root);
        group->setObjectName(u"group"_s);
        new QVBoxLayout(group);
        column->addWidget(group);
        button(u"c"_s, group);
        button(u"d"_s, &root);
        root.show();
        auto *going = root.findChild<QWidget *>(goes);
        const QWidget *focus = goes == "group"_L1 ? root.findChild<QWidget *>(u"c"_s) : going;
        if (hidden)
            going->hide();
        else
            going->setEnabled(false);
        QCOMPARE(nextTabStop(&root, focus, true)->objectName(), after);
        QCOMPARE(nextTabStop(&root, focus, false)->objectName(), before);
    }

    void tabReachesEverythingInReadingOrder_data() { pages(); }
    void tabReachesEverythingInReadingOrder()
    {
        enterPage();
        QVector<QWidget *> wanted;
        const auto all = window().findChildren<QWidget *>();
        for (QWidget *widget : all) {
            if (takesTab(widget))
                wanted.append(widget);
        }
        QVector<QWidget *> visited;
        QWidget *first = tabFrom(nullptr);
        for (QWidget *at = first; at && !visited.contains(at) && visited.size() < 400; at = tabFrom(at))
            visited.append(at);
        QStringList wrong;
        for (const QWidget *widget : std::as_const(wanted)) {
            if (!visited.contains(widget) && !excludedByAnother(widget))
                wrong.append(u"not reached: "_s + pathOf(widget));
        }
        for (int i = 1; i < visited.size(); ++i) {
            const QWidget *before = visited[i - 1];
            const QWidget *after = visited[i];
            if (areaOf(before) == areaOf(after) && readsBackwards(before, after))
                wrong.append(u"%1 comes after %2"_s.arg(pathOf(after), pathOf(before)));
        }
        if (!wrong.isEmpty())
            QFAIL(qPrintable(wrong.join(u'\n')));
    }

    void theFocusIsSeen_data() { pages(); }
    void theFocusIsSeen()
    {
        enterPage();
        QStringList wrong;
        QVector<QWidget *> visited;
        for (QWidget *at = tabFrom(nullptr); at && !visited.contains(at) && visited.size() < 400;
             at = tabFrom(at)) {
            visited.append(at);
            QCoreApplication::processEvents();
            if (!isInSight(at)) {
                wrong.append(u"scrolled out of sight: "_s + pathOf(at));
                continue;
            }
            const QRect around = QRect(at->mapTo(&window(), QPoint()), at->size()).adjusted(-3, -3, 3, 3);
            const QImage with = window().grab(around).toImage();
            at->clearFocus();
            QCoreApplication::processEvents();
            const QImage without = window().grab(around).toImage();
            at->setFocus(Qt::TabFocusReason);
            QCoreApplication::processEvents();
            // Two pixels along the shorter edges at the very least, at 3:1 against what was there.
            const int needed = 4 * qMin(24, qMin(at->width(), at->height()));
            if (const int marked = plainlyChanged(with, without); marked < needed)
                wrong.append(u"%1 pixels of %2: %3"_s.arg(marked).arg(needed).arg(pathOf(at)));
        }
        QVERIFY(visited.size() > 5);
        if (!wrong.isEmpty())
            QFAIL(qPrintable(wrong.join(u'\n')));
    }

    // Whatever a button of the page opens (a panel by Explain, a dialog by three dots), Esc closes it and the focus is
    // where it was; nor does a dialog give a letter twice.
    void whatIsOpenedGivesTheFocusBack_data() { pages(Translations::available()); }
    void whatIsOpenedGivesTheFocusBack()
    {
        enterPage();
        QFETCH(QString, page);
        QStringList wrong;
        QStringList names;
        const auto buttons = window().findChildren<QAbstractButton *>();
        for (const QAbstractButton *button : buttons) {
            const bool opens = button->text().endsWith(u'…') || button->text() == "Explain"_L1;
            if (opens && takesTab(button) && window().page(page)->isAncestorOf(button)
                && button->objectName() != "folderButton"_L1
                // They need a password store; tst_setup has one.
                && button->objectName() != "tokenButton"_L1 && button->objectName() != "removeTokenButton"_L1)
                names.append(button->objectName());
        }
        for (const QString &name : std::as_const(names)) {
            auto *button = window().findChild<QAbstractButton *>(name);
            if (!button || !button->isVisible())
                continue;
            button->setFocus(Qt::TabFocusReason);
            const int before = m_dialogs;
            const bool asks = button->text().endsWith(u'…');
            QTest::keyClick(button, Qt::Key_Space);
            const auto opened = [&] { // a dialog, or a panel with the next field
                return m_dialogs > before || window().focusWidget() != button;
            };
            if (asks && !QTest::qWaitFor(opened, WaitMs))
                wrong.append(u"%1: nothing came"_s.arg(name));
            m_world->settle();
            QTRY_VERIFY(!QApplication::activeModalWidget());
            QApplication::setActiveWindow(&window());
            if (QWidget *focus = window().focusWidget(); focus && focus != button)
                QTest::keyClick(focus, Qt::Key_Escape);
            m_world->settle();
            const QWidget *focus = window().focusWidget();
            if (!focus || focus->objectName() != name)
                wrong.append(u"%1: the focus is at %2"_s.arg(name, focus ? pathOf(focus) : u"nothing"_s));
        }
        wrong.append(std::exchange(m_dialogLetters, {}));
        if (!wrong.isEmpty())
            QFAIL(qPrintable(wrong.join(u'\n')));
    }

    void noLetterIsTakenTwice_data() { pages(Translations::available()); }
    void noLetterIsTakenTwice()
    {
        window().findChild<QMenu *>(u"demoMenu"_s)->menuAction()->setVisible(true); // the demo has one more
        enterPage();
        const QStringList twice = Mnemonics::takenTwice(&window());
        if (!twice.isEmpty())
            QFAIL(qPrintable(twice.join(u'\n')));
    }

    void noLetterOfAMenuIsTakenTwice_data() { languages(); }
    void noLetterOfAMenuIsTakenTwice()
    {
        QFETCH(QString, language);
        m_language.setChoice(language);
        m_world->settle();
        QStringList twice;
        const auto menus = window().menuBar()->findChildren<QMenu *>();
        QVERIFY(menus.size() > 5);
        for (const QMenu *menu : menus) {
            for (const QString &letter : Mnemonics::takenTwice(menu))
                twice.append(u"%1: %2"_s.arg(menu->title(), letter));
        }
        if (!twice.isEmpty())
            QFAIL(qPrintable(twice.join(u'\n')));
    }

private:
    MainWindow &window() { return m_world->window(); }

    static void languages()
    {
        QTest::addColumn<QString>("language");
        for (const QString &language : Translations::available())
            QTest::addRow("%s", qPrintable(language)) << language;
    }
    static void pages(const QStringList &languages = {u"en"_s})
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("page");
        QTest::addColumn<int>("tab"); // of the page's own tab bar
        QTest::addColumn<QSize>("size");
        for (const QString &language : languages) {
            for (const QString &name :
                 {u"overview"_s, u"tickets"_s, u"trends"_s, u"staff"_s, u"permissions"_s, u"notifications"_s,
                  u"data"_s, u"log"_s, u"settings"_s}) {
                const int tabs = name == "data"_L1 ? 6 : 1;
                for (int tab = 0; tab < tabs; ++tab) {
                    QTest::addRow("%s %s %d wide", qPrintable(language), qPrintable(name), tab)
                        << language << name << tab << QSize(1280, 800);
                    QTest::addRow("%s %s %d narrow", qPrintable(language), qPrintable(name), tab)
                        << language << name << tab << QSize(640, 400);
                }
            }
        }
    }
    void enterPage()
    {
        QFETCH(QString, language);
        QFETCH(QString, page);
        QFETCH(int, tab);
        QFETCH(QSize, size);
        m_language.setChoice(language);
        window().resize(size);
        QApplication::setActiveWindow(&window());
        QVERIFY(window().showPage(page));
        m_world->settle();
        if (page == "data"_L1) {
            auto *tabs = window().page(page)->findChild<QTabBar *>();
            QVERIFY(tabs && tab < tabs->count());
            tabs->setCurrentIndex(tab);
        }
        for (int i = 0; i < 3; ++i)
            m_world->settle();
        QTest::qWait(50); // charts are drawn one per turn
        m_world->settle();
    }

    static bool takesTab(const QWidget *widget)
    {
        return widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus)
            && !widget->focusProxy() && !widget->size().isEmpty() && !widget->isWindow();
    }
    // The arrows lead to it from the one that is on.
    static bool excludedByAnother(const QWidget *widget)
    {
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        return button && button->isCheckable() && !button->isChecked()
            && (button->autoExclusive() || (button->group() && button->group()->exclusive()));
    }
    // Where Tab leads from here; nullptr begins with the window's first.
    QWidget *tabFrom(QWidget *at)
    {
        if (!at) {
            if (QWidget *focus = window().focusWidget())
                focus->clearFocus();
            QTest::keyClick(&window(), Qt::Key_Tab);
        } else {
            QTest::keyClick(at, Qt::Key_Tab);
        }
        QWidget *focus = window().focusWidget();
        return focus == at ? nullptr : focus;
    }
    // A scroll area's own visible region is empty: its viewport covers it.
    static bool isInSight(const QWidget *widget)
    {
        const auto *area = qobject_cast<const QAbstractScrollArea *>(widget);
        const auto *combo = qobject_cast<const QComboBox *>(widget);
        return !(area        ? area->viewport()
                     : combo ? combo->lineEdit() ? combo->lineEdit() : widget
                             : widget)
                    ->visibleRegion()
                    .isEmpty();
    }
    // Header, page, banner ... each is an area of its own for F6.
    QString areaOf(const QWidget *widget)
    {
        for (const QWidget *w = widget; w; w = w->parentWidget()) {
            for (const QString &area : {u"navigationPanel"_s, u"header"_s, u"banner"_s, u"message"_s,
                                        u"demoStrip"_s, u"problemsPanel"_s, u"pages"_s, u"statusBar"_s}) {
                if (w->objectName() == area)
                    return area;
            }
        }
        return {};
    }
    // Higher up and not in a column further right, or left in the same line.
    bool readsBackwards(const QWidget *before, const QWidget *after)
    {
        // Places inside of what scrolls, unless only one of them does.
        const QWidget *common = before->parentWidget();
        while (!common->isAncestorOf(after))
            common = common->parentWidget();
        const auto place = [common](const QWidget *widget) {
            for (const QWidget *w = widget->parentWidget(); w && w != common; w = w->parentWidget()) {
                if (qobject_cast<const QAbstractScrollArea *>(w))
                    widget = w;
            }
            return QRect(widget->mapTo(common, QPoint()), widget->size());
        };
        const QRect a = place(before);
        const QRect b = place(after);
        if (b.bottom() <= a.top())
            return b.left() < a.right();
        const bool oneLine =
            qMin(a.bottom(), b.bottom()) - qMax(a.top(), b.top()) > qMin(a.height(), b.height()) / 2;
        return oneLine && b.right() <= a.left();
    }
    static int plainlyChanged(const QImage &one, const QImage &other)
    {
        int count = 0;
        for (int y = 0; y < qMin(one.height(), other.height()); ++y) {
            for (int x = 0; x < qMin(one.width(), other.width()); ++x) {
                const QColor a = one.pixelColor(x, y);
                const QColor b = other.pixelColor(x, y);
                count += a != b && Theme::contrast(a, b) >= 2.5; // antialiased edges included
            }
        }
        return count;
    }
    static QString pathOf(const QWidget *widget)
    {
        QStringList names;
        for (const QWidget *w = widget; w && names.size() < 3; w = w->parentWidget()) {
            if (w == widget || (!w->objectName().isEmpty() && !w->objectName().startsWith("qt_"_L1)))
                names.prepend(w == widget
                                  ? QLatin1StringView(w->metaObject()->className()) + u' ' + w->objectName()
                                  : w->objectName());
        }
        return names.join(u" / "_s);
    }

    static constexpr int WaitMs = 30'000; // generous: only a failure takes that long

    UiLanguage m_language;
    std::unique_ptr<WindowWorld> m_world;
    QTimer m_closer;
    int m_dialogs = 0; // that were closed
    QStringList m_dialogLetters; // what is wrong with their letters
};

QTEST_MAIN(tst_Keyboard)
#include "tst_keyboard.moc"

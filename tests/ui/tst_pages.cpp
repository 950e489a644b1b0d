// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/uiworld.h"

#include "ui/pages/overviewpage.h"
#include "ui/pages/ticketspage.h"
#include "ui/sourceenglish.h"
#include "ui/theme.h"
#include "ui/widgets/headerbar.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QBoxLayout>
#include <QDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class tst_Pages : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        QCoreApplication::installTranslator(&m_english);
        m_theme = new Theme(this);
        QDir().mkpath(u"screenshots"_s);
    }
    void look_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("dark");
        for (const bool dark : {false, true}) {
            for (const QSize &size : {QSize(1072, 690), QSize(724, 500), QSize(640, 360)})
                QTest::addRow("%dx%d %s", size.width(), size.height(), dark ? "dark" : "light")
                    << size << dark;
        }
    }
    void look()
    {
        QFETCH(QSize, size);
        QFETCH(bool, dark);
        m_theme->setChoice(dark ? Theme::Choice::Dark : Theme::Choice::Light);
        LiveData live(m_world.storage(), m_world.clock());
        live.setBotState(m_world.connectedState());
        QTRY_VERIFY(live.loaded());
        const WidthClass width = size.width() < 700 ? WidthClass::Compact
            : size.width() < 900                    ? WidthClass::Medium
                                                    : WidthClass::Wide;
        const auto grab = [&](Page *page, const QString &name, const std::function<bool()> &ready) {
            QWidget window;
            auto *layout = new QVBoxLayout(&window);
            layout->setContentsMargins(0, 0, 0, 0);
            auto *header = new HeaderBar(live);
            layout->addWidget(header);
            layout->addWidget(page, 1);
            header->setWidthClass(width);
            page->setWidthClass(width);
            header->setPage(page);
            window.resize(size);
            window.show();
            QTRY_VERIFY(ready());
            QTest::qWait(20);
            if (qEnvironmentVariableIsSet("TA_DEBUG_TOOLS")) {
                if (auto *tools = page->findChild<QWidget *>(u"ticketsTools"_s)) {
                    qDebug() << tools->geometry() << tools->layout()->heightForWidth(tools->width())
                             << tools->sizeHint();
                    for (auto *w : tools->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly))
                        qDebug() << w->objectName() << w->geometry() << w->isVisible();
                }
            }
            window.grab().save(u"screenshots/%1-%2x%3-%4.png"_s.arg(name)
                                   .arg(size.width())
                                   .arg(size.height())
                                   .arg(dark ? u"dark"_s : u"light"_s));
        };
        auto *overview = new OverviewPage(live);
        grab(overview, u"overview"_s,
             [&] { return !overview->findChild<KpiCard *>(u"cardOpened"_s)->content().value.isEmpty(); });
        auto *tickets = new TicketsPage(live, {});
        grab(tickets, u"tickets"_s, [&] {
            auto *table = tickets->findChild<QAbstractItemView *>(u"ticketsTable"_s);
            return table->model()->rowCount() == 14;
        });
    }

private:
    SourceEnglish m_english;
    Theme *m_theme = nullptr;
    UiWorld m_world;
};

QTEST_MAIN(tst_Pages)
#include "tst_pages.moc"

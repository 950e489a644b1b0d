// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/guide.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QListWidget>
#include <QTextBrowser>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int PageRole = Qt::UserRole;
constexpr int TextRole = Qt::UserRole + 1;

struct GuideTopic
{
    QString page; // its name, as in --page
    QString title;
    QStringList paragraphs;
};

QVector<GuideTopic> topics()
{
    return {
        {u"setup"_s,
         Guide::tr("Setting up"),
         {Guide::tr("A Discord application with a bot token is needed. The first step tells how to "
                    "make one; the token is kept in the password store of this computer and nowhere "
                    "else."),
          Guide::tr("The second step makes an invitation with the smallest permissions, and goes on "
                    "by itself once the bot is on your server. In the third you say which categories "
                    "hold tickets and which roles answer them. Other bots keep opening the tickets; "
                    "this one watches them."),
          Guide::tr("You can stop at any step: everything is kept, and the menu File leads back to "
                    "it.")}},
        {u"overview"_s,
         Guide::tr("Overview"),
         {Guide::tr("The cards tell what is open and waiting now, and the figures of the period that "
                    "is chosen above. Press a card to read how it is counted and to see its tickets."),
          Guide::tr("Waiting now lists the tickets whose people wait for an answer, the longest "
                    "first. Overdue is what waits longer than the target for the first response."),
          Guide::tr("Team now counts open tickets by who replied last: Discord knows no assignment.")}},
        {u"tickets"_s,
         Guide::tr("Tickets"),
         {Guide::tr("The tabs are views of the same tickets. Filters, search and columns are kept."),
          Guide::tr("The table stands still while the pointer is on it: new tickets wait behind a "
                    "button, and F5 brings them in."),
          Guide::tr("Enter opens a ticket with everything that is known about it, Ctrl+Enter opens it"
                    " in Discord. A channel that is no ticket can be marked as such and counts no "
                    "more.")}},
        {u"trends"_s,
         Guide::tr("Trends"),
         {Guide::tr("Eight charts over one period, beside the period before. A bar, a point or a cell"
                    " leads to exactly the tickets it counts: click it, or go there with the arrow "
                    "keys and press Enter."),
          Guide::tr("Hatched bands show when the bot was not looking. What happened then may be "
                    "missing, and is never shown as zero."),
          Guide::tr("Export makes a report, pictures or tables, with initials instead of names where "
                    "you want.")}},
        {u"staff"_s,
         Guide::tr("Staff"),
         {Guide::tr("Who has which open tickets, who answered how many and how fast, and who was "
                    "active when."),
          Guide::tr("Figures that rest on few tickets say so. The ranking can be hidden.")}},
        {u"permissions"_s,
         Guide::tr("Permissions"),
         {Guide::tr("A tick gives a role the commands named above it. Roles are known by their ID, so"
                    " a new name changes nothing."),
          Guide::tr("Changes are collected: review them, then save. The commands obey at once, and "
                    "the history can revert a change later."),
          Guide::tr("Test a person… says what somebody may do and because of which role, unsaved "
                    "changes included.")}},
        {u"notifications"_s,
         Guide::tr("Notifications"),
         {Guide::tr("Alarms tell this computer, a channel in Discord, or both. Outside working hours "
                    "they are held; at opening one message lists what is still true."),
          Guide::tr("Summaries are posted at the times you choose, exactly as the preview shows them."
                    " The ticket log channel gets one card for every event that is ticked.")}},
        {u"data"_s,
         Guide::tr("Data"),
         {Guide::tr("Health says how complete the record is, and when it was backed up and checked."),
          Guide::tr("Deleting shows first what would go, makes a backup, and can be undone for 30 "
                    "days. The history lists every change and who made it."),
          Guide::tr("Backups, import, export and the data of a single person have sections of their "
                    "own.")}},
        {u"log"_s,
         Guide::tr("Bot log"),
         {Guide::tr("What the bot does and meets, as it happens. Levels, areas and the search narrow "
                    "the list; \"What does this mean?\" explains a line and says what to do."),
          Guide::tr("The log never holds the token or the text of a message.")}},
        {u"settings"_s,
         Guide::tr("Settings"),
         {Guide::tr("Every change is saved at once and can be undone for 30 seconds. What could not be saved "
                    "stays as you wrote it, with the reason below the page."),
          Guide::tr("A server's time zone and working hours decide where its days begin and which "
                    "time counts.")}},
        {u"numbers"_s,
         Guide::tr("How it is counted"),
         {Guide::tr("First response: from the opening of a ticket to the first message of somebody "
                    "with a support role."),
          Guide::tr("Resolution: from the opening to the last closing, for tickets that were closed "
                    "in the period."),
          Guide::tr("Peak: the most tickets that were open at the same time. Messages: those of "
                    "people; bots never count."),
          Guide::tr("Explain, beside a figure, tells how many tickets it rests on and what was left "
                    "out.")}},
    };
}

QString html(const GuideTopic &topic)
{
    QString text = u"<h2>"_s + topic.title.toHtmlEscaped() + u"</h2>"_s;
    for (const QString &paragraph : topic.paragraphs)
        text += u"<p>"_s + paragraph.toHtmlEscaped() + u"</p>"_s;
    return text;
}

} // namespace

Guide::Guide(QWidget *parent) : QDialog(parent), m_topics(new QListWidget), m_text(new QTextBrowser)
{
    setObjectName(u"guide"_s);
    m_topics->setObjectName(u"guideTopics"_s);
    m_topics->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_text->setObjectName(u"guideText"_s);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *both = new QHBoxLayout;
    both->addWidget(m_topics);
    both->addWidget(m_text, 1);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(both, 1);
    layout->addWidget(buttons);
    connect(m_topics, &QListWidget::currentRowChanged, this, &Guide::showTopic);
    fill();
    resize(680, 440);
}

void Guide::open(const QString &page)
{
    const auto found = m_topics->findItems(u"*"_s, Qt::MatchWildcard);
    for (const QListWidgetItem *item : found) {
        if (item->data(PageRole).toString() == page)
            m_topics->setCurrentRow(m_topics->row(item));
    }
    show();
    raise();
    activateWindow();
    m_topics->setFocus(Qt::OtherFocusReason);
}

void Guide::fill()
{
    setWindowTitle(tr("Guide"));
    m_topics->setAccessibleName(tr("Topics"));
    m_text->setAccessibleName(tr("Guide"));
    const int row = qMax(0, m_topics->currentRow());
    m_topics->clear();
    const QVector<GuideTopic> all = topics();
    for (const GuideTopic &topic : all) {
        auto *item = new QListWidgetItem(topic.title, m_topics);
        item->setData(PageRole, topic.page);
        item->setData(TextRole, html(topic));
    }
    m_topics->setFixedWidth(m_topics->sizeHintForColumn(0) + 2 * m_topics->frameWidth() + 24);
    m_topics->setCurrentRow(row);
}

void Guide::showTopic(int row)
{
    if (const QListWidgetItem *item = m_topics->item(row))
        m_text->setHtml(item->data(TextRole).toString());
}

void Guide::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        fill();
}

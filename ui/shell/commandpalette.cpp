// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/commandpalette.h"

#include "bot/tickets/ticketlabel.h"

#include <QAction>
#include <QBoxLayout>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int MostTickets = 20;

// "&Date range…" -> "Date range"
QString plainWords(QString text)
{
    text.remove(u'…');
    text.replace(u"&&"_s, QString(QChar::Null));
    text.remove(u'&');
    return text.replace(QChar::Null, u'&');
}

} // namespace

CommandPalette::CommandPalette(LiveData &live, QWidget *parent)
    : QDialog(parent), m_live(live), m_field(new QLineEdit(this)), m_list(new QListWidget(this)),
      m_question(live, this)
{
    setObjectName(u"commandPalette"_s);
    setWindowTitle(tr("Commands"));
    m_field->setObjectName(u"paletteField"_s);
    m_field->setPlaceholderText(tr("Page, action, server or ticket"));
    m_field->setAccessibleName(tr("Search pages, actions, servers and tickets"));
    m_field->setMinimumHeight(32);
    m_field->installEventFilter(this);
    m_list->setObjectName(u"paletteList"_s);
    m_list->setAccessibleName(tr("Found"));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_field);
    layout->addWidget(m_list);
    resize(480, 360);
    connect(m_field, &QLineEdit::textChanged, this, [this] {
        m_tickets.clear();
        refresh();
        askTickets();
    });
    connect(m_list, &QListWidget::itemActivated, this, &CommandPalette::choose);
}

void CommandPalette::add(const QString &kind, QAction *action)
{
    if (!action->isEnabled() || !action->isVisible() || action->isSeparator() || action->menu()
        || action->text().isEmpty() || action->objectName() == "commandsAction"_L1)
        return;
    m_entries.append({kind, plainWords(action->text()), action->shortcut().toString(QKeySequence::NativeText),
                      [action] { action->trigger(); }});
}

void CommandPalette::add(const QString &kind, const QString &text, std::function<void()> run)
{
    m_entries.append({kind, text, {}, std::move(run)});
}

bool CommandPalette::matches(const QString &text, const QString &typed)
{
    static const QRegularExpression between(u"[^\\w]+"_s, QRegularExpression::UseUnicodePropertiesOption);
    const QStringList words = text.split(between, Qt::SkipEmptyParts);
    const QStringList wanted = typed.split(between, Qt::SkipEmptyParts);
    return std::all_of(wanted.begin(), wanted.end(), [&words](const QString &part) {
        return std::any_of(words.begin(), words.end(), [&part](const QString &word) {
            return word.startsWith(part, Qt::CaseInsensitive);
        });
    });
}

void CommandPalette::askTickets()
{
    TicketListFilter filter;
    filter.tab = TicketListFilter::Tab::All;
    filter.search = m_field->text().trimmed();
    filter.sort = TicketListFilter::Sort::Opened; // the newest first
    filter.limit = MostTickets;
    if (filter.search.startsWith(u'#'))
        filter.search.remove(0, 1);
    if (filter.search.size() < 2 || !m_live.server()) {
        m_question.forget();
        return;
    }
    m_question.ask(
        [server = m_live.server(), filter](const Reader &reader, UtcMs nowMs) {
            return reader.tickets(server, filter, nowMs, 0);
        },
        [this](const TicketPage &page) {
            m_tickets.clear();
            for (const TicketListRow &row : page.rows) {
                m_tickets.append(
                    {tr("Ticket"), u'#' + ticketLabel(row.ticket), {}, [this, id = row.ticket.id] {
                         emit ticketChosen(id);
                     }});
            }
            refresh();
        });
}

void CommandPalette::refresh()
{
    m_shown.clear();
    for (const Entry &entry : std::as_const(m_entries)) {
        if (matches(entry.text, m_field->text()))
            m_shown.append(entry);
    }
    m_shown += m_tickets;
    m_list->clear();
    for (const Entry &entry : std::as_const(m_shown)) {
        const QString text = entry.keys.isEmpty()
            ? tr("%1: %2", "kind, name: \"Page: Overview\"").arg(entry.kind, entry.text)
            : tr("%1: %2 (%3)", "kind, name, shortcut").arg(entry.kind, entry.text, entry.keys);
        m_list->addItem(text);
    }
    if (m_shown.isEmpty()) {
        auto *none = new QListWidgetItem(tr("Nothing is called that."), m_list);
        none->setFlags(Qt::NoItemFlags);
    }
    m_list->setCurrentRow(0);
}

void CommandPalette::choose()
{
    const int row = m_list->currentRow();
    if (row < 0 || row >= m_shown.size())
        return;
    const auto run = m_shown[row].run;
    accept(); // first: what follows may open something of its own
    run();
}

void CommandPalette::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    refresh();
    m_field->setFocus(Qt::OtherFocusReason);
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Up:
        case Qt::Key_Down:
        case Qt::Key_PageUp:
        case Qt::Key_PageDown:
            QCoreApplication::sendEvent(m_list, event);
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            choose();
            return true;
        default:
            break;
        }
    }
    return QDialog::eventFilter(watched, event);
}

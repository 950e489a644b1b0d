// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/botlogpage.h"

#include "bot/base/format.h"
#include "ui/livedata.h"
#include "ui/logmeaning.h"
#include "ui/uisettings.h"
#include "ui/widgets/explainpanel.h"
#include "ui/widgets/filesaver.h"
#include "ui_botlogpage.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLineEdit>
#include <QRegularExpression>
#include <QScrollBar>
#include <QToolButton>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

// What the page does; botlogview.cpp is how it looks.

namespace {

constexpr int TakeMs = 100; // lines are shown at most ten times a second
constexpr LogLevel ChipLevels[] = {LogLevel::Error, LogLevel::Warning, LogLevel::Info, LogLevel::Debug};

} // namespace

QString withoutNames(QString text, const QStringList &names)
{
    QStringList longest = names;
    std::sort(longest.begin(), longest.end(),
              [](const QString &a, const QString &b) { return a.size() > b.size(); });
    for (const QString &name : std::as_const(longest)) {
        if (name.size() < 2)
            continue;
        const QRegularExpression whole(u"(?<!\\w)%1(?!\\w)"_s.arg(QRegularExpression::escape(name)),
                                       QRegularExpression::CaseInsensitiveOption
                                           | QRegularExpression::UseUnicodePropertiesOption);
        text.replace(whole, u"[name]"_s);
    }
    return text;
}

BotLogPage::BotLogPage(LiveData &live, const Sources &sources, QWidget *parent)
    : Page(live, u"log"_s, parent), m_ui(std::make_unique<Ui::BotLogPage>()), m_sources(sources),
      m_lines(new LogModel(this)), m_filter(new LogFilter(*m_lines, this))
{
    m_ui->setupUi(this);
    m_lines->setZone(live.zone());
    buildTable();
    buildHead();
    buildTools();

    m_takeTimer.setSingleShot(true);
    m_takeTimer.setInterval(TakeMs);
    connect(&m_takeTimer, &QTimer::timeout, this, &BotLogPage::takeWaiting);
    if (Log *log = Log::instance()) {
        connect(log, &Log::lineAdded, this, [this](const LogLine &line) {
            m_waiting.append(line);
            if (!m_takeTimer.isActive())
                m_takeTimer.start();
        });
        m_lines->append(log->lines());
    }
    showCounts();
    showHead();
}

BotLogPage::~BotLogPage() = default;

QString BotLogPage::title() const
{
    return tr("Bot log");
}

void BotLogPage::reload()
{
    m_lines->setZone(live().zone());
    showHead();
}

void BotLogPage::botChanged()
{
    if (isVisible())
        showHead();
}

Page::Badge BotLogPage::badge() const
{
    if (m_unseenErrors == 0)
        return {};
    return {Format::count(m_unseenErrors), tr("%n new error(s)", nullptr, m_unseenErrors)};
}

void BotLogPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    fitColumns(); // the table has its font only now
    if (m_unseenErrors > 0) {
        m_unseenErrors = 0;
        emit badgeChanged();
    }
    showHead();
    if (m_following)
        keepPlace([] {});
}

void BotLogPage::takeWaiting()
{
    const QList<LogLine> lines = std::exchange(m_waiting, {});
    const int shownBefore = m_filter->rowCount();
    if (!isVisible()) {
        const auto errors = std::count_if(lines.begin(), lines.end(),
                                          [](const LogLine &line) { return line.level == LogLevel::Error; });
        if (errors > 0) {
            m_unseenErrors += int(errors);
            emit badgeChanged();
        }
    }
    keepPlace([&] { m_lines->append(lines); });
    if (!m_following)
        m_unseenBelow += qMax(0, m_filter->rowCount() - shownBefore);
    showCounts();
}

bool BotLogPage::atEnd() const
{
    const QScrollBar *bar = m_ui->logTable->verticalScrollBar();
    return bar->value() >= bar->maximum();
}

void BotLogPage::keepPlace(const std::function<void()> &change)
{
    QTableView *table = m_ui->logTable;
    const int top = table->rowAt(0);
    const qint64 number = top >= 0 ? m_filter->line(top).number : 0;
    const int offset = top >= 0 ? table->rowViewportPosition(top) : 0;
    m_moving = true;
    change();
    table->doItemsLayout(); // the scroll bar must know the new rows
    if (m_following) {
        table->scrollToBottom();
    } else if (number > 0) {
        // The line itself, or the one that came after it.
        int low = 0;
        int high = m_filter->rowCount();
        while (low < high) {
            const int middle = (low + high) / 2;
            if (m_filter->line(middle).number < number)
                low = middle + 1;
            else
                high = middle;
        }
        table->verticalScrollBar()->setValue(low * table->verticalHeader()->defaultSectionSize() - offset);
    }
    m_moving = false;
}

void BotLogPage::setFollowing(bool on)
{
    if (on)
        m_unseenBelow = 0;
    if (on != m_following) {
        m_following = on;
        showCounts();
    }
    if (on)
        keepPlace([] {});
}

void BotLogPage::showNewest()
{
    setFollowing(true);
}

void BotLogPage::filterChanged()
{
    LogFilter::Choice choice;
    for (int i = 0; i < m_levels.size(); ++i) {
        if (m_levels[i]->isChecked())
            choice.levels.insert(ChipLevels[i]);
    }
    choice.area = m_area->currentData().toString();
    choice.words = m_search->text();
    keepPlace([&] { m_filter->setChoice(choice); });
    m_unseenBelow = 0;
    showCounts();
}

void BotLogPage::explainLine()
{
    const QModelIndex current = m_ui->logTable->currentIndex();
    if (!current.isValid())
        return;
    const LogLine &line = m_filter->line(current.row());
    m_ui->logExplain->explain(m_meaning->hasFocus() ? static_cast<QWidget *>(m_meaning) : m_ui->logTable,
                              tr("%1: %2", "area, level of a log line")
                                  .arg(LogModel::areaText(line.area), LogModel::levelText(line.level)),
                              m_filter->text(current.row()) + u"\n\n"_s + logMeaning(line));
}

void BotLogPage::copyLines()
{
    QVector<int> rows;
    const auto selected = m_ui->logTable->selectionModel()->selectedRows();
    for (const QModelIndex &index : selected)
        rows.append(index.row());
    std::sort(rows.begin(), rows.end());
    QStringList texts;
    for (const int row : std::as_const(rows))
        texts.append(LogModel::plainText(m_filter->line(row), live().zone()));
    if (texts.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(texts.join(u'\n'));
    say(tr("%n line(s) copied.", nullptr, int(texts.size())));
}

QStringList BotLogPage::knownNames() const
{
    QStringList names{live().bot().selfName};
    for (const ServerPulse &server : live().servers()) {
        names.append(server.info.name);
        for (const CategoryRow &category : server.categories)
            names.append(category.name);
    }
    for (const BotState::Server &server : live().bot().servers) {
        names.append(server.name);
        for (const Discord::Channel &channel : server.channels)
            names.append(channel.name);
        for (const Discord::Role &role : server.roles)
            names.append(role.name);
    }
    names.removeDuplicates();
    return names;
}

void BotLogPage::save(bool leaveNamesOut)
{
    // What is shown is what is saved: the lines of the filter.
    QList<LogLine> lines;
    for (int row = 0; row < m_filter->rowCount(); ++row)
        lines.append(m_filter->line(row));
    FileSaver::save(
        this, tr("Bot log"), u"log"_s, tr("Log", "kind of file"),
        [lines, zone = live().zone(), names = leaveNamesOut ? knownNames() : QStringList()] {
            QString text;
            for (const LogLine &line : lines)
                text += LogModel::plainText(line, zone) + u'\n';
            // Once more: a token may have become known after its line was written.
            return redact(names.isEmpty() ? text : withoutNames(text, names)).toUtf8();
        },
        [this](const FileSaver::Outcome &saved) { tell(saved); });
}

void BotLogPage::saveView(UiSettings &settings) const
{
    QStringList levels;
    for (int i = 0; i < m_levels.size(); ++i) {
        if (m_levels[i]->isChecked())
            levels.append(logLevelName(ChipLevels[i]));
    }
    settings.setValue(u"log/levels"_s, levels);
    settings.setValue(u"log/area"_s, m_area->currentData());
}

void BotLogPage::restoreView(const UiSettings &settings)
{
    const QStringList levels = settings.value(u"log/levels"_s).toStringList();
    for (int i = 0; i < m_levels.size(); ++i)
        m_levels[i]->setChecked(levels.contains(logLevelName(ChipLevels[i])));
    m_area->setCurrentIndex(qMax(0, m_area->findData(settings.value(u"log/area"_s))));
    filterChanged();
}

void BotLogPage::resetView()
{
    for (QToolButton *level : std::as_const(m_levels))
        level->setChecked(false);
    m_area->setCurrentIndex(0);
    m_search->clear();
    setFollowing(true);
}

void BotLogPage::focusFirst()
{
    if (m_filter->rowCount() > 0)
        m_ui->logTable->setFocus(Qt::TabFocusReason);
    else
        Page::focusFirst();
}

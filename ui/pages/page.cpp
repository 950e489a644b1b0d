// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/page.h"

#include "ui/pages/firststeps.h"
#include "ui/shell/focusareas.h"
#include "ui/widgets/chartview.h"
#include "ui/widgets/statepane.h"

#include <algorithm>

Page::Page(LiveData &live, const QString &name, QWidget *parent) : QWidget(parent), m_live(live), m_name(name)
{
    setObjectName(name + QStringLiteral("Page"));
    const auto reloadSoon = [this] {
        m_stale = true;
        refreshIfVisible();
    };
    connect(&m_live, &LiveData::serverChanged, this, reloadSoon);
    connect(&m_live, &LiveData::viewChanged, this, reloadSoon);
    connect(&m_live, &LiveData::dataChanged, this, [this](const ChangeSet &changes) {
        if (!isVisible())
            m_stale = true;
        else if (changes.wiped || changes.guilds.isEmpty() || changes.guilds.contains(m_live.server()))
            update(changes);
    });
    connect(&m_live, &LiveData::timePassed, this, [this] {
        if (isVisible())
            timePassed();
        else
            m_stale = true;
    });
    connect(&m_live, &LiveData::botStateChanged, this, [this] { botChanged(); });
    connect(&m_live, &LiveData::serversChanged, this, [this] { botChanged(); });
}

void Page::refreshIfVisible()
{
    if (!isVisible() || !m_stale)
        return;
    m_stale = false;
    reload();
}

bool Page::settled() const
{
    const auto questions = findChildren<LiveQuestion *>();
    return std::none_of(questions.begin(), questions.end(),
                        [](const LiveQuestion *q) { return q->waiting(); });
}

void Page::update(const ChangeSet &)
{
    reload();
}

void Page::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refreshIfVisible();
}

bool Page::withoutServer(StatePane *pane, const QString &sentence)
{
    if (m_live.server())
        return false;
    // What is still being read is of the server that is gone.
    const auto questions = findChildren<LiveQuestion *>();
    for (LiveQuestion *question : questions)
        question->forget();
    if (m_live.loaded()) // before that nobody knows
        pane->show(StatePane::State::FirstUse, sentence, FirstSteps::withoutServer(this));
    return true;
}

void Page::focusFirst()
{
    if (const QVector<QWidget *> stops = tabStops(this); !stops.isEmpty())
        focusByTab(stops.first());
}

void Page::toggleTables()
{
    const auto charts = findChildren<ChartView *>();
    const bool toTable = !charts.isEmpty() && !charts.first()->tableShown();
    for (ChartView *chart : charts)
        chart->showTable(toTable);
}

void Page::tell(const Status &status, const QString &done)
{
    if (status)
        say(done);
    else if (status.error().kind == ErrorKind::Cancelled)
        say(status.error().text); // as it was wanted
    else
        complain(status.error().text);
}

void Page::tell(const FileSaver::Outcome &saved)
{
    if (saved.path.isEmpty())
        complain(saved.text);
    else
        emit fileWritten(saved.text, saved.path);
}

LiveQuestion *Page::addQuestion()
{
    auto *question = new LiveQuestion(m_live, this);
    connect(question, &LiveQuestion::slow, this, [this](bool slow) {
        m_slowQuestions += slow ? 1 : -1;
        emit busyChanged(m_slowQuestions > 0);
    });
    return question;
}

void Page::tellFailures(LiveQuestion *question, StatePane *pane, const QString &what)
{
    connect(question, &LiveQuestion::failed, pane, [question, pane, what](const Error &error) {
        const QString text = error.kind == ErrorKind::Corrupt
            ? tr("%1 %2 It is being checked, and mended from a backup where that is needed.",
                 "what could not be read, why")
            : tr("%1 %2 The bot goes on recording, and what was read before stays.",
                 "what could not be read, why");
        pane->setProblem(text.arg(what, error.text), error.detail, [question] { question->again(); });
    });
    connect(question, &LiveQuestion::answered, pane, &StatePane::clearProblem);
}

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/connectionhistory.h"
#include "ui/models/logmodel.h"
#include "ui/pages/page.h"

#include <QTimer>

#include <memory>

namespace Ui {
class BotLogPage;
}
class IncidentCenter;
class QComboBox;
class QLabel;
class QPushButton;
class QToolButton;
class Sparkline;

// What the program and the bot say, line by line as it happens, and how the connection stands (UX 3.9). The
// lines are those of the program's own Log, which takes every secret out before anybody sees them. The newest
// line is followed until somebody scrolls up; from then on nothing moves.
class BotLogPage : public Page
{
    Q_OBJECT
public:
    struct Sources
    {
        const IncidentCenter *incidents = nullptr; // the connection in words
        const ConnectionHistory *history = nullptr;
        QString dataDir; // of "Open folder"
    };

    BotLogPage(LiveData &live, const Sources &sources, QWidget *parent = nullptr);
    ~BotLogPage() override;

    QString title() const override;
    QWidget *headerWidget() override { return m_header; }
    QLineEdit *searchField() override { return m_search; }
    QVector<QAction *> exportActions() override { return m_exports; }
    Badge badge() const override; // errors since somebody looked
    void setWidthClass(WidthClass width) override;
    void focusFirst() override;
    void showNewest() override;
    void saveView(UiSettings &settings) const override;
    void restoreView(const UiSettings &settings) override;
    void resetView() override;

    bool following() const { return m_following; }
    void setFollowing(bool on);

signals:
    void startBotRequested();
    void stopBotRequested();
    void restartBotRequested();

protected:
    void reload() override;
    void update(const ChangeSet &) override { }
    void timePassed() override { showHead(); }
    void botChanged() override;
    void showEvent(QShowEvent *event) override;

private:
    void buildHead();
    void buildTools();
    void buildTable();
    void takeWaiting();
    // Runs what changes rows; afterwards the same lines are where they were, or the newest when following.
    void keepPlace(const std::function<void()> &change);
    void filterChanged();
    void showCounts();
    void showHead();
    void showState();
    void fitColumns();
    void explainLine();
    void copyLines();
    void save(bool leaveNamesOut);
    QStringList knownNames() const;
    bool atEnd() const;

    const std::unique_ptr<Ui::BotLogPage> m_ui;
    const Sources m_sources;
    LogModel *m_lines;
    LogFilter *m_filter;
    QWidget *m_header = nullptr;
    QLineEdit *m_search = nullptr;
    QVector<QToolButton *> m_levels;
    QComboBox *m_area = nullptr;
    QToolButton *m_follow = nullptr;
    QToolButton *m_meaning = nullptr;
    QHash<QString, QLabel *> m_facts; // by object name
    Sparkline *m_latency = nullptr;
    QPushButton *m_startStop = nullptr, *m_restart = nullptr;
    QVector<QAction *> m_exports;
    QList<LogLine> m_waiting; // arrived, not shown yet
    QTimer m_takeTimer;
    bool m_following = true;
    bool m_moving = false; // the page itself scrolls
    int m_unseenBelow = 0; // lines that came while not following
    int m_unseenErrors = 0;
};

// Server, channel and bot names out of a text, for a log that is given to others. Pure.
QString withoutNames(QString text, const QStringList &names);

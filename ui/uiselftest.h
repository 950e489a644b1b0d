// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTemporaryDir>
#include <QTimer>

#include <functional>

class DataPage;
class MainWindow;
class TrendsPage;

// How long the event loop was kept from running: a short timer notices when it comes late. The processor time of the
// same stretch is told beside it, for computers on which other programs run. Thread: the one it lives in.
class StallMeter : public QObject
{
    Q_OBJECT
public:
    explicit StallMeter(QObject *parent = nullptr);
    struct Stall
    {
        double wallMs = 0;
        double cpuMs = 0; // of this thread; the wall time where the system does not tell
    };
    Stall takeSlowest(); // since the last call

signals:
    void ticked();

private:
    void tick();
    QTimer m_timer;
    QElapsedTimer m_clock;
    double m_cpuMs = 0;
    Stall m_slowest;
};

// --selftest-ui: drives the real window over whatever is recorded in the data folder, without connecting: every page,
// every section of the page Data, all periods up to everything, an export of each kind, the preview of deleting
// everything, every server. Of each step it says when the page was complete and how long the slowest stall was. Exports go
// into a temporary folder; give the window settings of its own, because what it shows changes.
//
// Thread: GUI. Owner: the caller, as long as the window lives.
class UiSelfTest : public QObject
{
    Q_OBJECT
public:
    struct Row
    {
        QString step;
        double readyMs =
            0; // until everything asked for was answered and drawn; of the first step: since the program started
        StallMeter::Stall stall;
        bool complete = true; // false: given up on
    };

    // sinceStart: of the program.
    UiSelfTest(MainWindow &window, const QElapsedTimer &sinceStart, QObject *parent = nullptr);
    ~UiSelfTest() override;
    void start();
    const QVector<Row> &rows() const { return m_rows; }
    // One line per step, values separated by tabs, and the slowest stall in the last.
    QByteArray report() const;

signals:
    void finished();

private:
    using Act = std::function<void()>;
    using Done = std::function<bool()>; // absent: when the shown page is settled
    void add(const QString &name, Act act, Done done = {});
    void addPages();
    void addRanges();
    void addSections();
    void addExports();
    void addServers();
    void next();
    void look(); // is the step done?

    struct Step
    {
        QString name;
        Act act;
        Done done;
    };
    MainWindow &m_window;
    QElapsedTimer m_clock; // of the step; of the first: since the program started
    StallMeter m_meter;
    QTemporaryDir m_exports;
    QVector<Step> m_steps;
    QVector<Row> m_rows;
    int m_current = -1;
    int m_settledTicks = 0;
    bool m_exported = false;
    double m_readyMs = 0;
};

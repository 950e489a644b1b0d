// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

// One window per data folder: a second start raises the first one's window and ends (UX J5, "second"). The
// socket lies in the user's runtime folder, never under /tmp where anybody could sit on its name, and takes
// no order but "raise".
//
// Thread: GUI. Owner: Application.
class SingleInstance : public QObject
{
    Q_OBJECT
public:
    explicit SingleInstance(const QString &dataDir, QObject *parent = nullptr);
    ~SingleInstance() override;

    // True: this is the first one. False: another one runs and has been asked to show itself. One that is just ending is
    // waited for, some seconds at most.
    bool claim();
    void stopAnswering(); // the program ends: there will be no window to show
    QString socketPath() const;

signals:
    void raiseRequested();

private:
    bool askOther() const;
    class Private;
    const std::unique_ptr<Private> d;
};

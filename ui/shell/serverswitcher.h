// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

class LiveData;

// Which server is shown, above the navigation (UX J8): a letter picture and the name; its menu says of every
// server how it stands. Thread: GUI. Owner: MainWindow.
class ServerSwitcher : public QToolButton
{
    Q_OBJECT
public:
    explicit ServerSwitcher(QWidget *parent = nullptr);

    void follow(LiveData &live);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void refresh();
    void showName();
    void fillMenu();

    LiveData *m_live = nullptr;
};

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>

#include <memory>

class QWidget;

// Says that the data is being opened, when that takes longer than a moment: after an update every ticket may be gone
// through, after damage the whole file. Nothing can be done meanwhile, so it has no buttons and takes no input.
//
// Thread: GUI. Owner: whoever opens the data; it disappears with this object.
class OpeningNotice
{
public:
    OpeningNotice();
    ~OpeningNotice();
    OpeningNotice(const OpeningNotice &) = delete;
    OpeningNotice &operator=(const OpeningNotice &) = delete;

    // Call it again and again while waiting (StorageOptions::waiting).
    void stillWaiting();
    const QWidget *window() const { return m_window.get(); } // null until it is shown

    static constexpr int PatienceMs = 700;

private:
    QElapsedTimer m_since;
    std::unique_ptr<QWidget> m_window;
};

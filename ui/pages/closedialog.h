// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/tickets/ticketrecord.h"

#include <QDialog>
#include <QHash>

#include <memory>

namespace Ui {
class CloseDialog;
}

// Says by hand who closed a ticket and why, where nothing was detected (UX 3.4). Thread: GUI. Owner: its opener.
class CloseDialog : public QDialog
{
    Q_OBJECT
public:
    // What was detected stands there and is not overwritten.
    struct Detected
    {
        QString closedBy, reason;
    };
    CloseDialog(const QString &ticket, const QHash<UserId, QString> &people, const CloseByHand &said,
                const Detected &detected, QWidget *parent = nullptr);
    ~CloseDialog() override;

    void startWith(bool reason); // which field has the focus
    CloseByHand said() const;

private:
    const std::unique_ptr<Ui::CloseDialog> m_ui;
};

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/notices/noticeactions.h"
#include "ui/pages/notices/noticewords.h"

#include <QTimer>
#include <QWidget>

#include <memory>

class QCheckBox;

namespace Ui {
class SummaryEditor;
}

// One scheduled summary being made or changed, with the message that it would post now. Thread: GUI. Owner: NoticesPage.
class SummaryEditor : public QWidget
{
    Q_OBJECT
public:
    explicit SummaryEditor(NoticeActions actions, QWidget *parent = nullptr);
    ~SummaryEditor() override;

    void edit(GuildId guild, const SummarySchedule &schedule, const BotState::Server *server,
              const NoticeWords::Place &place);
    void focusFirst(); // the channel while it is what is wrong
    SummarySchedule schedule() const;
    QString problem() const; // why it cannot be saved; empty = it can

signals:
    void saved(const SummarySchedule &schedule);
    void cancelled();
    void said(const QString &text);

protected:
    void keyPressEvent(QKeyEvent *event) override; // Esc cancels

private:
    void fillChoices();
    void changed();
    void showPreview();

    const std::unique_ptr<Ui::SummaryEditor> m_ui;
    const NoticeActions m_actions;
    QVector<QCheckBox *> m_contents; // in the order of SummarySchedule::Content
    GuildId m_guild;
    SummarySchedule m_schedule;
    std::optional<BotState::Server> m_server;
    NoticeWords::Place m_place;
    bool m_filling = false;
    int m_previewNumber = 0; // answers of older ones are ignored
    QTimer m_previewTimer;
};

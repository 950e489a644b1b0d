// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/notices/noticeactions.h"
#include "ui/pages/page.h"

#include <QVector>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;

// The alarms of a server, one row each: on or off, from which number, told where, and a test (UX 3.7). Below 800 px a row is
// two lines. Thread: GUI. Owner: NoticesPage.
class AlarmPanel : public QWidget
{
    Q_OBJECT
public:
    explicit AlarmPanel(QWidget *parent = nullptr);

    void show(const NoticeSettings &settings, const BotState::Server *server, const QString &target);
    void setWidthClass(WidthClass width);
    void setRoom(int width); // one line per alarm only where it fits
    QWidget *channelBox(AlarmKind kind) const; // null: this computer only

signals:
    void changed(AlarmKind kind, const AlarmSetting &setting);
    void testRequested(AlarmKind kind, const AlarmSetting &setting);

private:
    struct Row
    {
        AlarmKind kind = AlarmKind::Overdue;
        QCheckBox *on = nullptr;
        QSpinBox *limit = nullptr; // null: the kind has none
        QCheckBox *desktop = nullptr;
        QComboBox *channel = nullptr; // null: this computer only
        QComboBox *role = nullptr;
        QPushButton *test = nullptr;
        QLabel *problem = nullptr;
    };
    void addRow(AlarmKind kind);
    void arrange();
    int widthOfOneLine() const;
    AlarmSetting setting(const Row &row) const;
    void tell(const Row &row);

    QVector<Row> m_rows;
    std::optional<BotState::Server> m_server;
    WidthClass m_width = WidthClass::Wide;
    int m_room = QWIDGETSIZE_MAX;
    bool m_oneLine = true;
    bool m_filling = false;
};

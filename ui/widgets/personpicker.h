// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/discord/entities.h"
#include "bot/discord/restclient.h"
#include "bot/discord/routes.h"

#include <QTimer>
#include <QWidget>

#include <functional>
#include <memory>
#include <optional>

class PersonModel;
class QLabel;
class QLineEdit;
class QListView;

// Finds a member of a server by the beginning of a name, or by ID, through the bot's own queue; the list of all members is
// never asked for (UX 3.6, PROTOCOL R-05). Thread: GUI. Owner: the page.
class PersonPicker : public QWidget
{
    Q_OBJECT
public:
    using Call = std::function<void(const Discord::Request &, Discord::RestClient::Done)>;

    explicit PersonPicker(QWidget *parent = nullptr);

    void setName(const QString &name); // object names of its parts begin with it
    void setCall(Call call) { m_call = std::move(call); }
    void setServer(GuildId server);
    void setOnline(bool online); // false: Discord cannot be asked, and that is said
    void clear();
    std::optional<Discord::Member> chosen() const;
    QLineEdit *field() const { return m_field; }

signals:
    void chosenChanged();
    void activated(); // Enter or double click on a person

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void search();
    void showMembers(const QVector<Discord::Member> &members);

    Call m_call;
    GuildId m_server;
    bool m_online = true;
    int m_number = 0; // answers to older searches are late
    QLineEdit *m_field;
    QLabel *m_status;
    QListView *m_list;
    PersonModel *m_model;
    QTimer m_timer;
};

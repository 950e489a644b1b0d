// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/snowflake.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <variant>

// What stands in a button's or select's custom_id (UX 4.1, FAULTS TM-12). Discord hands it back as it was,
// but anybody can send anything, so parsing accepts exactly what we write and nothing else.

// "ts1:<action>:<category>:<days>:<view>:<caller>": a view of data. Everything it needs is in it, so it
// neither expires nor minds a restart; rights are decided again at every press.
struct ViewId
{
    enum class Action
    {
        Category, // select of /ticketstats; its value is the new category
        Period, // select of /ticketstats; its value is the new number of days
        Show, // another picture
        Csv,
        Post,
        WipeCsv, // the tickets that /wipestats would delete
        Wipes, // a page of /wipehistory; `days` is the page
        Privileged, // a page of /privilegedusers; `days` is the page
        Waiting, // a page of /waiting; `days` is the page
        Tickets, // a page of /tickethistory; `page` is the page and takes the view's place: "p2"
        Explain, // opens the person picker of /viewpermissions
        ExplainPerson // the picked person
    } action = Action::Category;
    QString category; // a key of categorychoice.h; "all" where it means nothing
    int days = 1; // 1..3650
    enum class View
    {
        List, // no picture
        Volume,
        Response,
        Hours,
        Everything, // scopes of WipeCsv
        Last,
        OlderThan
    } view = View::List;
    UserId caller;
    int page = 1; // 1..9999, of Tickets

    QString toString() const;
    bool operator==(const ViewId &) const = default;
};

// "ta1:<128-bit random, hex>": something that changes data; what it is stands in the pending action of that
// key.
struct ActionId
{
    QByteArray key;

    QString toString() const { return QLatin1String("ta1:") + QLatin1String(key); }
    bool operator==(const ActionId &) const = default;
    static ActionId random();
};

using CustomId = std::variant<std::monostate, ViewId, ActionId>; // monostate: not one of ours
CustomId parseCustomId(const QString &text);
// "all", "none" or an id.
bool isCategoryKey(QStringView text);

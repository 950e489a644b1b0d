// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/data/importmatchtable.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

// What a list is called in the table of names.
QString listName(Setting setting)
{
    switch (setting) {
    case Setting::SupportRoles:
        return ImportMatchTable::tr("Answers tickets");
    case Setting::StatsRoles:
        return ImportMatchTable::tr("Sees statistics");
    case Setting::DatabaseRoles:
        return ImportMatchTable::tr("Manages data");
    case Setting::AccessRoles:
        return ImportMatchTable::tr("Manages access");
    case Setting::TicketCategories:
        return ImportMatchTable::tr("Ticket category");
    case Setting::ClosedCategories:
    case Setting::TicketBots:
        break;
    }
    return {};
}

} // namespace

void ImportMatchTable::clear()
{
    m_matches.clear();
    m_routes.clear();
    delete layout();
    qDeleteAll(findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
}

void ImportMatchTable::fill(const PythonSettings &settings, const QVector<ImportRoute> &routes,
                            const BotState::Server &server, bool narrow)
{
    clear();
    QVector<NamedRole> roles;
    for (const Discord::Role &role : server.roles) {
        if (role.id.value != server.id.value) // @everyone
            roles.append({role.id, role.name});
    }
    QVector<NamedCategory> categories;
    for (const Discord::Channel &channel : server.channels) {
        if (channel.type == Discord::ChannelType::Category)
            categories.append({channel.id, channel.name});
    }
    m_matches = matchSettings(settings, roles, categories);
    m_routes = routes;
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setRowWrapPolicy(narrow ? QFormLayout::WrapAllRows : QFormLayout::DontWrapRows);
    addMatches(form, roles, categories);
    addRoutes(form, server);
}

// Of several with one name, each is told by the end of its id: rights must not go to the wrong one (TM-08).
QVector<ImportMatchTable::Choice> ImportMatchTable::toldApart(QVector<Choice> choices)
{
    constexpr int Digits = 4;
    QHash<QString, int> times;
    for (const Choice &choice : std::as_const(choices))
        ++times[choice.label];
    for (Choice &choice : choices) {
        if (times.value(choice.label) > 1)
            choice.label = tr("%1 (…%2)", "name of a role, last digits of its ID")
                               .arg(choice.label, QString::number(choice.id).right(Digits));
    }
    return choices;
}

void ImportMatchTable::addMatches(QFormLayout *form, const QVector<NamedRole> &roles,
                                  const QVector<NamedCategory> &categories)
{
    QVector<Choice> offeredRoles, offeredCategories;
    for (const NamedRole &role : roles)
        offeredRoles.append({u'@' + role.name, role.id.value});
    for (const NamedCategory &category : categories)
        offeredCategories.append({category.name, category.id.value});
    offeredRoles = toldApart(std::move(offeredRoles));
    offeredCategories = toldApart(std::move(offeredCategories));
    for (qsizetype i = 0; i < m_matches.size(); ++i) {
        const ImportMatch &match = m_matches.at(i);
        const bool category = match.setting == Setting::TicketCategories;
        const auto [box, state] =
            addRow(form, u"match%1"_s.arg(i),
                   tr("%1: “%2”", "list, name in the file").arg(listName(match.setting), match.written),
                   category ? offeredCategories : offeredRoles, match.chosen);
        state->setText(match.fits.size() == 1 ? tr("✓ found")
                           : match.fits.isEmpty()
                           ? (category ? tr("No such category") : tr("No such role"))
                           : tr("%n of this name: choose", nullptr, int(match.fits.size())));
        connect(box, &QComboBox::currentIndexChanged, this, [this, i, box = box, state = state] {
            m_matches[i].chosen = box->currentData().toString().toULongLong();
            state->setText(m_matches[i].chosen ? tr("✓ chosen") : tr("Skipped"));
            emit changed();
        });
    }
}

// Where the Python bot posted: a channel that the server has and in which the bot may post, or none.
void ImportMatchTable::addRoutes(QFormLayout *form, const BotState::Server &server)
{
    QVector<Choice> channels;
    for (const Discord::Channel &channel : server.channels) {
        const bool takesPosts =
            channel.type == Discord::ChannelType::Text || channel.type == Discord::ChannelType::News;
        if (takesPosts && server.posting.value(channel.id).missing.isEmpty())
            channels.append({u'#' + channel.name, channel.id.value});
    }
    channels = toldApart(std::move(channels));
    for (qsizetype i = 0; i < m_routes.size(); ++i) {
        ImportRoute &route = m_routes[i];
        const bool log = route.kind == ImportRoute::Kind::LogChannel;
        QString found = tr("No such channel");
        for (const Discord::Channel &channel : server.channels) {
            if (channel.id != route.written)
                continue;
            // A log channel that was chosen here stays, unless a person says otherwise.
            const bool taken = log && server.config.logChannel && server.config.logChannel != channel.id;
            const QString missing = server.posting.value(channel.id).missing;
            const bool offered = std::any_of(channels.cbegin(), channels.cend(), [&](const Choice &choice) {
                return choice.id == channel.id.value;
            });
            if (taken)
                found = tr("Another one is chosen here already");
            else if (!missing.isEmpty())
                found = tr("Cannot post in #%1: %2", "channel, why").arg(channel.name, missing);
            else if (offered)
                found = tr("✓ found");
            if (offered && !taken)
                route.chosen = channel.id;
        }
        const auto [box, state] =
            addRow(form, u"route%1"_s.arg(i),
                   log ? tr("Log channel") : tr("Summary every %n minute(s)", nullptr, route.everyMinutes),
                   channels, route.chosen.value);
        state->setText(found);
        connect(box, &QComboBox::currentIndexChanged, this, [this, i, box = box, state = state] {
            m_routes[i].chosen = ChannelId::fromText(box->currentData().toString());
            state->setText(m_routes[i].chosen ? tr("✓ chosen") : tr("Skipped"));
            emit changed();
        });
    }
}

ImportMatchTable::Row ImportMatchTable::addRow(QFormLayout *form, const QString &name, const QString &title,
                                               const QVector<Choice> &choices, quint64 chosen)
{
    constexpr int LettersWide = 18;
    auto *row = new QWidget(this);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    auto *box = new QComboBox(row);
    box->setObjectName(name);
    box->setMinimumContentsLength(LettersWide);
    if (!chosen)
        box->addItem(tr("Choose…"), u"0"_s);
    box->addItem(tr("Skip"), u"0"_s);
    for (const Choice &choice : choices)
        box->addItem(choice.label, QString::number(choice.id));
    box->setCurrentIndex(chosen ? box->findData(QString::number(chosen)) : 0);
    auto *state = new QLabel(row);
    state->setTextFormat(Qt::PlainText);
    line->addWidget(box);
    line->addWidget(state, 1);
    auto *label = new QLabel(title, this);
    label->setTextFormat(Qt::PlainText);
    label->setBuddy(box);
    box->setAccessibleName(title);
    form->addRow(label, row);
    label->show(); // the card is on the screen already
    row->show();
    return {box, state};
}

bool ImportMatchTable::bringsSupportRoles() const
{
    return std::any_of(m_matches.cbegin(), m_matches.cend(), [](const ImportMatch &match) {
        return match.setting == Setting::SupportRoles && match.chosen;
    });
}

QStringList ImportMatchTable::unmatched() const
{
    QStringList names;
    for (const ImportMatch &match : m_matches) {
        if (!match.chosen && !names.contains(match.written))
            names.append(match.written);
    }
    return names;
}

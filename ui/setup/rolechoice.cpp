// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/rolechoice.h"

#include "bot/base/format.h"
#include "ui/accesstable.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QPixmap>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int RoleIdRole = Qt::UserRole;
constexpr int MostRows = 9; // higher tables scroll

QIcon roleDot(int colour, const QColor &none)
{
    QPixmap pixmap(24, 24);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour != 0 ? QColor::fromRgb(QRgb(colour)) : none);
    painter.drawEllipse(4, 4, 16, 16);
    return QIcon(pixmap);
}

Setting settingOf(int column)
{
    switch (column) {
    case RoleChoice::StatsColumn:
        return Setting::StatsRoles;
    case RoleChoice::DatabaseColumn:
        return Setting::DatabaseRoles;
    case RoleChoice::AccessColumn:
        return Setting::AccessRoles;
    default:
        return Setting::SupportRoles;
    }
}

} // namespace

RoleChoice::RoleChoice(QWidget *parent) : QTableWidget(0, ColumnCount, parent)
{
    setAccessibleName(tr("Roles and what they may do"));
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setWordWrap(true);
    setSizeAdjustPolicy(AdjustToContents);
    verticalHeader()->hide();
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setSectionResizeMode(RoleColumn, QHeaderView::Stretch);
    connect(this, &QTableWidget::itemChanged, this, [this](QTableWidgetItem *item) {
        if (item->column() == RoleColumn || !(item->flags() & Qt::ItemIsUserCheckable))
            return;
        const RoleId role(item->data(RoleIdRole).toULongLong());
        QSet<RoleId> &roles = rolesOf(m_draft, item->column());
        if (item->checkState() == Qt::Checked)
            roles.insert(role);
        else
            roles.remove(role);
        emit choiceChanged();
    });
    connect(this, &QTableWidget::itemClicked, this, &RoleChoice::tellWhyNot);
}

QSet<RoleId> &RoleChoice::rolesOf(SetupDraft &draft, int column)
{
    switch (column) {
    case StatsColumn:
        return draft.statsRoles;
    case DatabaseColumn:
        return draft.databaseRoles;
    case AccessColumn:
        return draft.accessRoles;
    default:
        return draft.supportRoles;
    }
}

// A press that does nothing is answered.
void RoleChoice::tellWhyNot(const QTableWidgetItem *cell)
{
    if (cell && cell->column() != RoleColumn && cell->row() > 0 && !cell->toolTip().isEmpty()
        && !(cell->flags() & Qt::ItemIsUserCheckable))
        emit refused(cell->toolTip());
}

void RoleChoice::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space)
        tellWhyNot(currentItem());
    QTableWidget::keyPressEvent(event);
}

void RoleChoice::setServer(const BotState::Server &server, const SetupDraft &draft)
{
    QVector<Discord::Role> roles;
    for (const Discord::Role &role : server.roles) {
        if (!role.managed) // belongs to a bot: nobody holds it
            roles.append(role);
    }
    const auto same = [](const Discord::Role &a, const Discord::Role &b) {
        return a.id == b.id && a.name == b.name && a.colour == b.colour && a.permissions == b.permissions;
    };
    if (rowCount() > 0 && m_draft == draft && m_fixed == server.config.fixedByEnvironment
        && std::equal(roles.begin(), roles.end(), m_roles.begin(), m_roles.end(), same))
        return;
    m_guild = server.id;
    m_roles = roles;
    m_draft = draft;
    m_fixed = server.config.fixedByEnvironment;
    showRoles();
}

void RoleChoice::setMemberCounts(const QHash<RoleId, int> &counts)
{
    m_counts = counts;
    showRoles();
}

void RoleChoice::showRoles()
{
    const QSignalBlocker blocker(this);
    const QStringList titles{tr("Role"), tr("Counts as staff"), tr("View statistics"), tr("Manage data"),
                             tr("Manage access")};
    for (int column = 0; column < ColumnCount; ++column) {
        auto *header = new QTableWidgetItem(titles[column]);
        if (column != RoleColumn && m_fixed.contains(settingOf(column))) {
            header->setText(tr("%1 – set by %2", "column, variable")
                                .arg(titles[column], environmentName(settingOf(column))));
            header->setToolTip(header->text());
        }
        setHorizontalHeaderItem(column, header);
    }
    setRowCount(int(m_roles.size()) + 1);
    const auto put = [this](int row, int column, const QString &text) {
        QTableWidgetItem *cell = item(row, column);
        if (!cell) {
            cell = new QTableWidgetItem;
            setItem(row, column, cell);
        }
        cell->setText(text);
        return cell;
    };
    put(0, RoleColumn, tr("♛ Server owner"))->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    for (int column = StaffColumn; column < ColumnCount; ++column) {
        QTableWidgetItem *cell = put(0, column, column == StaffColumn ? u"–"_s : tr("always"));
        cell->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        cell->setData(Qt::AccessibleTextRole,
                      column == StaffColumn ? tr("Server owner, counts as staff only by a role")
                                            : tr("Server owner, %1, always").arg(titles[column]));
    }
    for (int i = 0; i < m_roles.size(); ++i) {
        const Discord::Role &role = m_roles[i];
        const bool admin = role.permissions & Discord::Permission::Administrator;
        QString text = roleTitle(role);
        if (m_counts.contains(role.id))
            text += u"  "_s + Format::count(m_counts.value(role.id));
        if (admin)
            text += u"  "_s + tr("(Administrator in Discord)");
        QTableWidgetItem *name = put(i + 1, RoleColumn, text);
        name->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        name->setIcon(roleDot(role.colour, palette().color(QPalette::Mid)));
        for (int column = StaffColumn; column < ColumnCount; ++column) {
            const Setting setting = settingOf(column);
            const bool fixed = m_fixed.contains(setting);
            const bool on = rolesOf(m_draft, column).contains(role.id);
            // What stands there already can be taken away.
            const QString never = fixed || on ? QString() : whyNeverGranted(setting, m_guild, role.id);
            QTableWidgetItem *cell = put(i + 1, column, never.isEmpty() ? QString() : u"–"_s);
            const Qt::ItemFlags readable = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
            cell->setFlags(fixed                 ? Qt::ItemIsSelectable
                               : never.isEmpty() ? readable | Qt::ItemIsUserCheckable
                                                 : readable);
            cell->setData(RoleIdRole, role.id.value);
            if (never.isEmpty())
                cell->setCheckState(on ? Qt::Checked : Qt::Unchecked);
            else
                cell->setData(Qt::CheckStateRole, {});
            cell->setToolTip(fixed ? tr("Set by %1").arg(environmentName(setting)) : never);
            QString spoken = tr("%1, %2", "role, capability").arg(role.name, titles[column]);
            if (!never.isEmpty())
                spoken += u". "_s + never;
            cell->setData(Qt::AccessibleTextRole, spoken);
        }
    }
    updateGeometry();
}

void RoleChoice::take(SetupDraft &draft) const
{
    draft.supportRoles = m_draft.supportRoles;
    draft.statsRoles = m_draft.statsRoles;
    draft.databaseRoles = m_draft.databaseRoles;
    draft.accessRoles = m_draft.accessRoles;
}

QSize RoleChoice::sizeHint() const
{
    int height = horizontalHeader()->sizeHint().height() + 2 * frameWidth() + 2;
    for (int row = 0; row < qMin(rowCount(), MostRows); ++row)
        height += rowHeight(row);
    return {480, height};
}

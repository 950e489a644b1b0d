// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/personpicker.h"

#include "ui/models/personmodel.h"
#include "ui/theme.h"

#include <QBoxLayout>
#include <QJsonArray>
#include <QJsonObject>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QPointer>
#include <QStyledItemDelegate>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int SearchAfterMs = 300;
constexpr qsizetype ShortestId = 17; // digits; what is shorter may be a name

// Two people may have the same name: the ID stands beside it, and the name gives way.
class PersonDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem cell = option;
        initStyleOption(&cell, index);
        const QStyle *style = cell.widget->style();
        style->drawPrimitive(QStyle::PE_PanelItemViewItem, &cell, painter, cell.widget);
        const QString id = index.data(PersonModel::IdRole).toString();
        const QRect area = cell.rect.adjusted(0, 0, -IdMargin, 0);
        cell.rect.setRight(area.right() - cell.fontMetrics.horizontalAdvance(id) - IdMargin);
        style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);
        painter->setPen(cell.state & QStyle::State_Selected ? cell.palette.color(QPalette::HighlightedText)
                                                            : Theme::colours(cell.palette).muted);
        painter->drawText(area, int(Qt::AlignRight | Qt::AlignVCenter), id);
    }

private:
    static constexpr int IdMargin = 8;
};

} // namespace

PersonPicker::PersonPicker(QWidget *parent)
    : QWidget(parent), m_field(new QLineEdit(this)), m_status(new QLabel(this)), m_list(new QListView(this)),
      m_model(new PersonModel(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    auto *label = new QLabel(tr("&Person"), this);
    label->setBuddy(m_field);
    m_field->setPlaceholderText(tr("Beginning of the name, or ID"));
    m_field->setClearButtonEnabled(true);
    m_field->setMinimumHeight(28);
    m_field->installEventFilter(this);
    m_status->setTextFormat(Qt::PlainText);
    m_status->setWordWrap(true);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PersonDelegate(m_list));
    m_list->setAccessibleName(tr("People found"));
    m_list->setMinimumHeight(72);
    m_list->setUniformItemSizes(true);
    m_list->setIconSize({20, 20});
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    layout->addWidget(label);
    layout->addWidget(m_field);
    layout->addWidget(m_status);
    layout->addWidget(m_list, 1);
    m_timer.setSingleShot(true);
    m_timer.setInterval(SearchAfterMs);
    connect(&m_timer, &QTimer::timeout, this, &PersonPicker::search);
    connect(m_field, &QLineEdit::textChanged, &m_timer, qOverload<>(&QTimer::start));
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &PersonPicker::chosenChanged);
    connect(m_list, &QListView::activated, this, &PersonPicker::activated);
    clear();
}

void PersonPicker::setName(const QString &name)
{
    m_field->setObjectName(name + u"Field"_s);
    m_status->setObjectName(name + u"Status"_s);
    m_list->setObjectName(name + u"List"_s);
}

void PersonPicker::setServer(GuildId server)
{
    if (server == m_server)
        return;
    m_server = server;
    clear();
}

void PersonPicker::setOnline(bool online)
{
    if (online == m_online)
        return;
    m_online = online;
    m_field->setEnabled(online);
    clear();
}

void PersonPicker::clear()
{
    ++m_number;
    m_field->clear();
    m_timer.stop();
    m_model->setMembers({});
    m_status->setText(m_online ? tr("Type the beginning of a name.")
                               : tr("People can be searched while the bot is connected to Discord."));
    emit chosenChanged();
}

std::optional<Discord::Member> PersonPicker::chosen() const
{
    const Discord::Member *member = m_model->member(m_list->currentIndex().row());
    return member ? std::optional(*member) : std::nullopt;
}

void PersonPicker::search()
{
    const QString text = m_field->text().trimmed();
    if (text.isEmpty() || !m_call || !m_server) {
        clear();
        return;
    }
    const UserId id = text.size() >= ShortestId ? UserId::fromText(text) : UserId();
    m_status->setText(tr("Searching…"));
    const QPointer<PersonPicker> self(this);
    m_call(id ? Discord::Routes::member(m_server, id) : Discord::Routes::searchMembers(m_server, text),
           [self, number = ++m_number, single = bool(id)](const Discord::RestReply &reply) {
               if (!self || number != self->m_number)
                   return;
               if (!reply.ok() && !(single && reply.status == 404)) {
                   self->m_model->setMembers({});
                   self->m_status->setText(tr("Discord could not be asked: %1").arg(reply.failure->text));
                   return;
               }
               QJsonArray found = reply.json.array();
               if (single && reply.ok())
                   found.append(reply.json.object());
               QVector<Discord::Member> members;
               for (const QJsonValue &value : std::as_const(found)) {
                   const Result<Discord::Member> member = Discord::Member::fromJson(value.toObject());
                   if (member && member->user.id)
                       members.append(*member);
               }
               self->showMembers(members);
           });
}

void PersonPicker::showMembers(const QVector<Discord::Member> &members)
{
    m_model->setMembers(members);
    if (members.isEmpty()) {
        m_status->setText(tr("Nobody on this server has a name that begins like this."));
    } else {
        m_status->setText(tr("%n person(s) found", nullptr, int(members.size())));
        m_list->setCurrentIndex(m_model->index(0));
    }
    emit chosenChanged();
}

bool PersonPicker::eventFilter(QObject *watched, QEvent *event)
{
    // From the field straight into what it found, and Enter takes the first.
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down && m_model->rowCount() > 0) {
            m_list->setFocus(Qt::OtherFocusReason);
            return true;
        }
        if ((key == Qt::Key_Return || key == Qt::Key_Enter) && chosen() && !m_timer.isActive()) {
            emit activated();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

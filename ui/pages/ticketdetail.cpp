// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/ticketdetail.h"

#include "bot/base/format.h"
#include "bot/store/noticestore.h"
#include "bot/tickets/ticketlabel.h"
#include "ui/dates.h"
#include "ui/livedata.h"
#include "ui/models/timelinemodel.h"
#include "ui/pages/closedialog.h"
#include "ui/theme.h"
#include "ui/widgets/flowlayout.h"
#include "ui_ticketdetail.h"

#include <QAction>
#include <QBoxLayout>
#include <QDateTime>
#include <QDesktopServices>
#include <QKeyEvent>
#include <QPainter>
#include <QToolButton>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace {

struct TicketAnswer
{
    std::optional<TicketDetail> detail;
    QHash<UserId, QString> names;
    bool muted = false;
    QHash<UserId, QString> closers;
};

} // namespace

TicketDetailView::TicketDetailView(LiveData &live, const QVector<QAction *> &actions, QWidget *parent)
    : QFrame(parent), m_ui(std::make_unique<Ui::TicketDetailView>()), m_live(live),
      m_question(new LiveQuestion(live, this)), m_timeline(new TimelineModel(this))
{
    m_ui->setupUi(this);
    setObjectName(u"ticketDetail"_s);
    setAccessibleName(tr("Ticket detail"));
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_ui->detailTitle->setFont(bold);
    m_ui->timelineLabel->setFont(bold);
    m_ui->detailTimeline->setModel(m_timeline);
    m_ui->detailBack->hide();

    auto *flow = new FlowLayout(m_ui->detailButtons, 6);
    for (QAction *action : actions) {
        auto *button = new QToolButton(m_ui->detailButtons);
        button->setObjectName(u"detail-"_s + action->objectName());
        button->setDefaultAction(action);
        button->setMinimumHeight(30);
        button->setFocusPolicy(Qt::StrongFocus);
        flow->addWidget(button);
    }

    const QString titles[FactCount] = {tr("Opened by"),     tr("Opened"),     tr("First response"),
                                       tr("Last reply by"), tr("Messages"),   tr("Participants"),
                                       tr("Resolution"),    tr("Closed by"),  tr("Reason"),
                                       tr("Rating"),        tr("Claimed by"), tr("Transcript")};
    m_form = FormGrid(m_ui->factsLayout);
    for (int i = 0; i < FactCount; ++i) {
        auto *value = new QLabel;
        value->setObjectName(u"detailFact%1"_s.arg(i));
        value->setTextFormat(Qt::PlainText); // names and reasons come from outside (TM-16)
        value->setWordWrap(true);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        auto *label = new QLabel(titles[i]);
        auto *row = new QWidget;
        auto *rowLayout = new QHBoxLayout(row);
        rowLayout->setContentsMargins(0, 0, 0, 0);
        rowLayout->addWidget(value, 1);
        m_form.addRow(label, row);
        m_facts.append(value);
        m_rows.append(row);
        if (i == ClosedBy || i == Reason)
            addSetButton(Fact(i), row);
    }
    m_transcript = new QToolButton;
    m_transcript->setObjectName(u"detailTranscript"_s);
    m_transcript->setText(tr("Open"));
    m_transcript->setAccessibleName(tr("Open the transcript"));
    m_transcript->setMinimumHeight(24);
    m_rows[Transcript]->layout()->addWidget(m_transcript);
    connect(m_transcript, &QToolButton::clicked, this, [this] {
        if (m_detail)
            QDesktopServices::openUrl(QUrl(m_detail->row.ticket.transcriptUrl, QUrl::StrictMode));
    });
    connect(m_ui->detailClose, &QToolButton::clicked, this, &TicketDetailView::closed);
    connect(m_ui->detailBack, &QPushButton::clicked, this, &TicketDetailView::closed);
}

TicketDetailView::~TicketDetailView() = default;

void TicketDetailView::addSetButton(Fact fact, QWidget *row)
{
    auto *button = new QToolButton;
    button->setObjectName(fact == ClosedBy ? u"detailSetClosedBy"_s : u"detailSetReason"_s);
    button->setText(tr("Set…", "say by hand who closed a ticket, or why"));
    button->setAccessibleName(fact == ClosedBy ? tr("Set who closed it") : tr("Set the reason"));
    button->setMinimumHeight(24);
    row->layout()->addWidget(button);
    connect(button, &QToolButton::clicked, this, [this, fact] { askWhoClosed(fact); });
    m_setButtons.append(button);
}

void TicketDetailView::askWhoClosed(Fact first)
{
    if (!m_detail)
        return;
    const TicketRecord &t = m_detail->row.ticket;
    const CloseByHand before = closeByHand(t);
    CloseDialog::Detected detected;
    if (!before.closedBy)
        detected.closedBy = t.closedByName.isEmpty() ? person(t.closedBy) : t.closedByName;
    if (before.reason.isEmpty())
        detected.reason = t.closeReason;
    auto *dialog = new CloseDialog(t.name, m_closers, before, detected, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->startWith(first == Reason);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog, before, server = m_live.server(), ticket = m_ticket] {
                if (const CloseByHand said = dialog->said(); !(said == before))
                    emit closeSaid(server, ticket, said, before);
            });
    dialog->open();
}

void TicketDetailView::setFullPage(bool on)
{
    m_ui->detailBack->setVisible(on);
    m_ui->detailClose->setVisible(!on);
}

void TicketDetailView::setTicket(ChannelId ticket)
{
    m_ticket = ticket;
    if (!ticket) {
        m_question->forget();
        m_detail.reset();
        return;
    }
    if (m_detail && m_detail->row.ticket.id != ticket)
        m_detail.reset();
    const GuildId server = m_live.server();
    m_question->ask(
        [server, ticket](const Reader &reader, UtcMs) {
            TicketAnswer answer{reader.ticket(server, ticket), {}, false, {}};
            if (answer.detail) {
                QVector<UserId> users = answer.detail->row.participants;
                const TicketRecord &t = answer.detail->row.ticket;
                users += {t.derived.firstResponder, t.closedBy, t.claimedBy};
                answer.names = reader.names(server, users);
                answer.muted = NoticeStore::muted(reader, server).contains(ticket);
                QVector<UserId> closers = answer.detail->row.participants;
                for (const StaffNumbers &person : reader.team(server))
                    closers.append(person.user);
                answer.closers = reader.names(server, closers);
                answer.closers.remove(UserId());
            }
            return answer;
        },
        [this](const TicketAnswer &answer) {
            m_names = answer.names;
            m_muted = answer.muted;
            m_closers = answer.closers;
            show(answer.detail);
        });
}

void TicketDetailView::refresh()
{
    if (m_ticket)
        m_question->again();
}

QString TicketDetailView::person(UserId user) const
{
    return user ? m_names.value(user, user.toString()) : QString();
}

void TicketDetailView::show(const std::optional<TicketDetail> &detail)
{
    m_detail = detail;
    if (!detail) {
        m_ui->detailTitle->setText(tr("This ticket is not there any more."));
        m_ui->detailState->clear();
        return;
    }
    const TicketRecord &t = detail->row.ticket;
    const UtcMs now = m_live.removedAtMs().value_or(m_live.nowMs());
    const qint64 target = m_live.config().targets().firstResponse(t.category);
    m_ui->detailTitle->setText(t.categoryName.isEmpty() ? u'#' + ticketLabel(t)
                                                        : u"#%1 · %2"_s.arg(ticketLabel(t), t.categoryName));
    setAccessibleName(tr("Ticket %1").arg(ticketLabel(t)));
    QString state;
    bool alert = false;
    if (t.excluded) {
        state = tr("Not a ticket: it counts in no number");
    } else if (!t.open()) {
        state = t.channelGone ? tr("Closed: the channel was deleted") : tr("Closed");
    } else if (t.derived.waitingSinceMs > 0) {
        alert = now - t.derived.waitingSinceMs > target;
        const QString waited = Format::elapsed(now - t.derived.waitingSinceMs);
        state = alert ? tr("! Open – waiting %1, overdue").arg(waited) : tr("Open – waiting %1").arg(waited);
    } else {
        state = tr("Open – answered");
    }
    if (m_muted && t.open())
        state = tr("%1 · alarm muted", "state of a ticket").arg(state);
    m_ui->detailState->setText(state);
    QPalette p = palette();
    p.setColor(QPalette::WindowText, alert ? Theme::colours(p).error : Theme::colours(p).muted);
    m_ui->detailState->setPalette(p);
    fillFacts();
    const UtcMs until = t.open() || t.spells.isEmpty() ? now : t.spells.last().closedAtMs;
    m_ui->detailStrip->setTimeline(detail->timeline, until, m_live.zone());
    m_timeline->setLines(timelineOf(*detail, now, target, m_live.zone()), m_live.zone(), now);
    emit loaded();
}

void TicketDetailView::setFact(Fact fact, const QString &text, bool shown)
{
    m_facts[fact]->setText(text.isEmpty() ? tr("not detected") : text);
    m_form.setRowVisible(fact, shown);
}

void TicketDetailView::fillFacts()
{
    const TicketListRow &row = m_detail->row;
    const TicketRecord &t = row.ticket;
    const Derived &d = t.derived;
    const UtcMs now = m_live.removedAtMs().value_or(m_live.nowMs());
    const qint64 target = m_live.config().targets().firstResponse(t.category);
    const auto when = [&](UtcMs ms) { return Dates::dateTime(ms, m_live.zone(), now); };
    const bool closed = !t.open() && !t.spells.isEmpty();
    setFact(OpenedBy, row.requesterName, true);
    setFact(Opened,
            tr("%1 (%2 ago)", "date, duration").arg(when(t.openedAtMs), Format::elapsed(now - t.openedAtMs)),
            true);
    if (d.firstResponseAtMs > 0) {
        const qint64 took = d.firstResponseAtMs - t.openedAtMs;
        const QString text =
            tr("%1 by %2", "duration, person").arg(Format::duration(double(took)), person(d.firstResponder));
        setFact(FirstResponse,
                took > target ? tr("%1 (target %2 missed)").arg(text, Format::elapsed(target)) : text, true);
    } else {
        setFact(FirstResponse,
                closed                            ? tr("none")
                    : now - t.openedAtMs > target ? tr("none yet (!)", "overdue")
                                                  : tr("none yet"),
                true);
    }
    setFact(LastReply, row.lastStaffName, d.staffMessages > 0);
    QString messages = tr("%1 (%2 by staff)", "all, staff")
                           .arg(Format::count(d.humanMessages()), Format::count(d.staffMessages));
    if (t.messagesMissing)
        messages = tr("at least %1: some can no longer be read").arg(messages);
    setFact(Messages, messages, true);
    QStringList names;
    for (const UserId user : row.participants)
        names.append(person(user));
    setFact(Participants, QLocale().createSeparatedList(names), !names.isEmpty());
    const UtcMs closedAt = closed ? t.spells.last().closedAtMs : 0;
    QString resolution = Format::duration(double(closedAt - t.openedAtMs));
    if (closed && t.spells.last().closeUnseen())
        resolution = tr("under %1: closed while the bot was away").arg(resolution);
    setFact(Resolution, resolution, closed && closedAt >= t.openedAtMs);
    const CloseByHand said = closeByHand(t);
    const auto byHand = [](const QString &text, bool hand) {
        return hand ? tr("%1 (set by hand)", "who closed a ticket, or why").arg(text) : text;
    };
    const QString closedBy = t.closedByName.isEmpty() ? person(t.closedBy) : t.closedByName;
    setFact(ClosedBy, byHand(closedBy, bool(said.closedBy)), closed);
    setFact(Reason, byHand(t.closeReason, !said.reason.isEmpty()), closed);
    // What Discord said is not overwritten; what nobody could tell, or a person told, can be said.
    m_setButtons[0]->setVisible(closedBy.isEmpty() || said.closedBy);
    m_setButtons[1]->setVisible(t.closeReason.isEmpty() || !said.reason.isEmpty());
    setFact(Rating, tr("%1 of 5").arg(Format::count(t.rating)), t.rating > 0);
    setFact(ClaimedBy, person(t.claimedBy), bool(t.claimedBy));
    setFact(Transcript, t.transcriptUrl, !t.transcriptUrl.isEmpty());
}

void TicketDetailView::focusFirst()
{
    const auto buttons = m_ui->detailButtons->findChildren<QToolButton *>();
    for (QToolButton *button : buttons) {
        if (button->isEnabled()) {
            button->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
    m_ui->detailTimeline->setFocus(Qt::OtherFocusReason);
}

void TicketDetailView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit closed();
    else
        QFrame::keyPressEvent(event);
}

void TicketDetailView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Window));
    painter.fillRect(QRect(0, 0, 1, height()), Theme::colours(palette()).border);
}

void TicketDetailView::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_detail)
        show(m_detail);
}

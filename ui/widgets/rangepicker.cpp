// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/rangepicker.h"

#include "ui/dates.h"

#include <QBoxLayout>
#include <QCalendarWidget>
#include <QDateEdit>
#include <QDateTime>
#include <QFormLayout>
#include <QFrame>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRegularExpression>
#include <QScreen>
#include <QSignalBlocker>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace {

// QDateEdit takes what is typed section by section, and refuses what is no day meanwhile: a whole date that is typed over the
// old one loses its year or its day. Here it is read when it is complete, in the form of the field or as 2026-11-22.
class DayField : public QDateEdit
{
public:
    using QDateEdit::QDateEdit;

    QDate chosen()
    {
        take();
        return date();
    }

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        QLineEdit *line = lineEdit();
        const QString key = event->text();
        const bool over = line->hasSelectedText() && line->selectedText() == line->text();
        const bool written = key.size() == 1 && (key[0].isDigit() || (!over && u"-./ "_s.contains(key[0])));
        if (written && (over || typing())) {
            type(over ? key : m_typed + key);
        } else if (event->key() == Qt::Key_Backspace && typing() && m_typed.size() > 1) {
            type(m_typed.chopped(1));
        } else {
            take();
            QDateEdit::keyPressEvent(event);
        }
    }
    void focusOutEvent(QFocusEvent *event) override
    {
        take();
        QDateEdit::focusOutEvent(event);
    }
    QValidator::State validate(QString &input, int &pos) const override
    {
        if (m_typed.isEmpty() || input != m_typed)
            return QDateEdit::validate(input, pos);
        return dayIn(input).isValid() ? QValidator::Acceptable : QValidator::Intermediate;
    }
    QDateTime dateTimeFromText(const QString &text) const override
    {
        const QDate day = !m_typed.isEmpty() && text == m_typed ? dayIn(text) : QDate();
        return day.isValid() ? day.startOfDay() : QDateEdit::dateTimeFromText(text);
    }

private:
    bool typing() const { return !m_typed.isEmpty() && lineEdit()->text() == m_typed; }
    void type(const QString &text)
    {
        const QSignalBlocker blocker(lineEdit()); // no section is looked for in it
        m_typed = text;
        lineEdit()->setText(text);
    }
    void take() // what is no date leaves the one before
    {
        if (typing())
            interpretText();
        m_typed.clear();
    }
    QDate dayIn(const QString &text) const
    {
        static const QRegularExpression parts(u"^(\\d{1,4})[-./ ](\\d{1,2})[-./ ](\\d{1,4})$"_s);
        const QRegularExpressionMatch match = parts.match(text);
        const QString first = match.captured(1), second = match.captured(2), third = match.captured(3);
        if (first.size() == 4)
            return QDate(first.toInt(), second.toInt(), third.toInt());
        if (third.size() != 4)
            return {};
        const bool monthFirst = displayFormat().startsWith(u'M');
        return QDate(third.toInt(), (monthFirst ? first : second).toInt(),
                     (monthFirst ? second : first).toInt());
    }

    QString m_typed; // so far, over a whole date
};

} // namespace

class RangePicker::Private
{
public:
    std::function<DateRange::Context()> context;
    DateRange range;
    QToolButton *earlier = nullptr;
    QToolButton *button = nullptr;
    QToolButton *later = nullptr;
    QFrame *popup = nullptr;
    QListWidget *quick = nullptr;
    DayField *from = nullptr;
    DayField *to = nullptr;
    QLabel *fromLabel = nullptr, *toLabel = nullptr;
    QPushButton *apply = nullptr;
    QLabel *zone = nullptr;
    QPushButton *changeZone = nullptr;
    QLabel *began = nullptr;

    DateRange::Context now() const { return context ? context() : DateRange::Context{0, QTimeZone::utc()}; }
};

RangePicker::RangePicker(QWidget *parent) : QWidget(parent), d(std::make_unique<Private>())
{
    const auto toolButton = [this](const QString &name, const QString &text) {
        auto *b = new QToolButton(this);
        b->setObjectName(name);
        b->setText(text);
        b->setFocusPolicy(Qt::StrongFocus);
        b->setMinimumHeight(28);
        return b;
    };
    d->earlier = toolButton(u"rangeEarlier"_s, u"‹"_s);
    d->button = toolButton(u"rangeButton"_s, {});
    d->later = toolButton(u"rangeLater"_s, u"›"_s);
    for (QToolButton *arrow : {d->earlier, d->later})
        arrow->setMinimumWidth(24); // what can be hit is at least that wide (UX 2.11)
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (QToolButton *b : {d->earlier, d->button, d->later})
        layout->addWidget(b);
    setFocusProxy(d->button);

    d->popup = new QFrame(this, Qt::Popup);
    d->popup->setObjectName(u"rangePopup"_s);
    d->popup->setFrameShape(QFrame::StyledPanel);
    d->quick = new QListWidget;
    d->quick->setObjectName(u"rangeQuick"_s);
    d->quick->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    d->from = new DayField;
    d->to = new DayField;
    d->from->setObjectName(u"rangeFrom"_s);
    d->to->setObjectName(u"rangeTo"_s);
    for (QDateEdit *edit : {d->from, d->to})
        edit->setCalendarPopup(true);
    auto *apply = d->apply = new QPushButton;
    apply->setObjectName(u"rangeApply"_s);
    apply->setMinimumHeight(32);
    d->zone = new QLabel;
    d->began = new QLabel;
    for (QLabel *label : {d->zone, d->began}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    auto *form = new QFormLayout;
    d->fromLabel = new QLabel;
    d->fromLabel->setBuddy(d->from);
    d->toLabel = new QLabel;
    d->toLabel->setBuddy(d->to);
    form->addRow(d->fromLabel, d->from);
    form->addRow(d->toLabel, d->to);
    auto *right = new QVBoxLayout;
    right->addLayout(form);
    right->addWidget(apply);
    right->addStretch(1);
    right->addWidget(d->began);
    d->changeZone = new QPushButton;
    d->changeZone->setObjectName(u"rangeChangeZone"_s);
    auto *footer = new QHBoxLayout;
    footer->addWidget(d->zone, 1);
    footer->addWidget(d->changeZone);
    right->addLayout(footer);
    auto *columns = new QHBoxLayout(d->popup);
    columns->addWidget(d->quick);
    columns->addLayout(right, 1);

    connect(d->earlier, &QToolButton::clicked, this, [this] { choose(d->range.earlier()); });
    connect(d->later, &QToolButton::clicked, this, [this] { choose(d->range.later()); });
    connect(d->button, &QToolButton::clicked, this, &RangePicker::openPopup);
    const auto takeQuick = [this] {
        const QVector<DateRange> choices = DateRange::quickChoices();
        d->popup->hide();
        if (d->quick->currentRow() >= 0)
            choose(choices[d->quick->currentRow()]);
    };
    connect(d->quick, &QListWidget::itemClicked, this, takeQuick);
    connect(d->quick, &QListWidget::itemActivated, this, takeQuick);
    connect(apply, &QPushButton::clicked, this, [this] {
        d->popup->hide();
        choose(DateRange::dates(d->from->chosen(), d->to->chosen()));
    });
    connect(d->changeZone, &QPushButton::clicked, this, [this] {
        d->popup->hide();
        emit zoneChangeWanted();
    });
    d->popup->installEventFilter(this);
    setWords();
}

void RangePicker::setWords()
{
    d->earlier->setAccessibleName(tr("Earlier period"));
    d->later->setAccessibleName(tr("Later period"));
    d->popup->setAccessibleName(tr("Date range"));
    d->quick->setAccessibleName(tr("Period"));
    d->apply->setText(tr("Show these days"));
    d->changeZone->setText(tr("&Change", "the time zone"));
    d->changeZone->setAccessibleName(tr("Change the time zone"));
    d->fromLabel->setText(tr("&From:"));
    d->toLabel->setText(tr("&To (included):"));
}

void RangePicker::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        setWords();
        refresh();
    }
}

RangePicker::~RangePicker() = default;

void RangePicker::setContext(std::function<DateRange::Context()> context)
{
    d->context = std::move(context);
    refresh();
}

void RangePicker::setRange(const DateRange &range)
{
    d->range = range;
    refresh();
}

const DateRange &RangePicker::range() const
{
    return d->range;
}

void RangePicker::refresh()
{
    const DateRange::Context context = d->now();
    const QString title = d->range.title(context);
    d->button->setText(tr("%1 ▾", "a button that opens a list").arg(title));
    d->button->setAccessibleName(tr("Date range: %1").arg(title));
    d->button->setToolTip(tr("Date range (Ctrl+D)"));
    d->later->setEnabled(d->range.mayGoLater(context));
    d->later->setToolTip(d->later->isEnabled() ? tr("Later period") : tr("Nothing is later than now"));
    d->earlier->setEnabled(d->range.mayGoEarlier(context));
    d->earlier->setToolTip(d->earlier->isEnabled() ? tr("Earlier period")
                                                   : tr("Nothing was recorded before"));
}

void RangePicker::choose(const DateRange &range)
{
    if (range == d->range)
        return;
    d->range = range;
    refresh();
    emit rangeChosen(range);
}

void RangePicker::openPopup()
{
    const DateRange::Context context = d->now();
    d->quick->clear();
    const QVector<DateRange> choices = DateRange::quickChoices();
    for (const DateRange &choice : choices) {
        d->quick->addItem(choice.title(context));
        if (choice == d->range)
            d->quick->setCurrentRow(d->quick->count() - 1);
    }
    const QFontMetrics metrics(d->quick->font());
    int widest = 0;
    for (int i = 0; i < d->quick->count(); ++i)
        widest = qMax(widest, metrics.horizontalAdvance(d->quick->item(i)->text()));
    d->quick->setFixedWidth(widest + 40);
    d->quick->setMinimumHeight(qMin(320, d->quick->sizeHintForRow(0) * int(choices.size()) + 8));
    const Window window = d->range.window(context);
    const auto dateOf = [&](UtcMs ms) { return QDateTime::fromMSecsSinceEpoch(ms, context.zone).date(); };
    d->from->setDate(dateOf(window.fromMs));
    d->to->setDate(dateOf(window.toMs - 1));
    const QDate today = dateOf(context.nowMs);
    for (QDateEdit *edit : {d->from, d->to}) {
        edit->setMaximumDate(today);
        edit->setDisplayFormat(Dates::fieldFormat());
        edit->calendarWidget()->setFirstDayOfWeek(context.firstDayOfWeek);
    }
    d->zone->setText(tr("Times in %1").arg(QString::fromUtf8(context.zone.id())));
    const bool early = context.recordingBeganMs > window.fromMs;
    d->began->setText(early ? tr("Recording began on %1")
                                  .arg(Dates::date(context.recordingBeganMs, context.zone, context.nowMs))
                            : QString());
    d->began->setVisible(early);
    d->popup->adjustSize();
    QPoint at = d->button->mapToGlobal(QPoint(0, d->button->height()));
    if (const QScreen *screen = d->button->screen()) {
        const QRect area = screen->availableGeometry();
        at.setX(qMax(area.left(), qMin(at.x(), area.right() - d->popup->width())));
        at.setY(qMax(area.top(), qMin(at.y(), area.bottom() - d->popup->height())));
    }
    d->popup->move(at);
    d->popup->show();
    d->quick->setFocus();
}

bool RangePicker::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == d->popup && event->type() == QEvent::Hide)
        d->button->setFocus(); // back to where it was opened from
    return QWidget::eventFilter(watched, event);
}

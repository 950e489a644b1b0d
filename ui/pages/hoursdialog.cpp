// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/hoursdialog.h"

#include "ui/dates.h"
#include "ui/hourswords.h"
#include "ui/theme.h"

#include <QCalendarWidget>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int DaysOfWeek = 7;
constexpr int DaysAtWork = 5;
constexpr int HolidayRows = 4;

WorkingHours::Week usualWeek() // what the fields begin with
{
    WorkingHours::Week week;
    for (int day = Qt::Monday; day <= Qt::Sunday; ++day)
        week.append({Qt::DayOfWeek(day), 8 * 60, 22 * 60});
    return week;
}

} // namespace

HoursDialog::HoursDialog(const StoredConfig &config, QDate today, QWidget *parent)
    : QDialog(parent), m_zone(config.timeZone), m_today(today), m_holidays(config.holidays),
      m_always(new QRadioButton(tr("Around the cloc&k"), this)),
      m_byHours(new QRadioButton(tr("At &these times, written like 09:00–12:00, 13:00–17:00:"), this)),
      m_hoursPart(new QWidget(this)), m_summary(new QLabel(this)), m_holidayList(new QListWidget(this)),
      m_date(new QDateEdit(this)), m_remove(new QPushButton(tr("&Remove"), this)),
      m_apply(new QPushButton(tr("&Use these hours"), this))
{
    setObjectName(u"hoursDialog"_s);
    setWindowTitle(tr("Working hours"));
    build();
    const bool set = !config.workingWeek.isEmpty();
    const WorkingHours::Week shown = set ? config.workingWeek : usualWeek();
    for (int i = 0; i < DaysOfWeek; ++i)
        m_days[i]->setText(HoursWords::spans(shown, Qt::DayOfWeek(i + 1)));
    (set ? m_byHours : m_always)->setChecked(true);
    showHolidays();
    check();
}

void HoursDialog::build()
{
    m_always->setObjectName(u"hoursAlways"_s);
    m_byHours->setObjectName(u"hoursByTimes"_s);
    m_summary->setObjectName(u"hoursSummary"_s);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_apply->setObjectName(u"hoursApply"_s);
    m_apply->setDefault(true);

    auto *days = new QFormLayout;
    days->setRowWrapPolicy(QFormLayout::DontWrapRows);
    m_days.resize(DaysOfWeek); // from Monday, whichever day is shown first
    const QVector<Qt::DayOfWeek> week = Dates::week();
    for (const Qt::DayOfWeek day : week) {
        const QString name = QLocale().standaloneDayName(day, QLocale::LongFormat);
        auto *field = new QLineEdit(m_hoursPart);
        field->setObjectName(u"hoursDay%1"_s.arg(int(day)));
        field->setPlaceholderText(tr("closed", "no working hours on that day"));
        connect(field, &QLineEdit::textChanged, this, &HoursDialog::check);
        m_days[day - 1] = field;
        days->addRow(name + u':', field);
        field->setAccessibleName(tr("Working hours on %1", "weekday").arg(name));
    }
    auto *copies = new QHBoxLayout;
    const auto copy = [this, copies](const QString &name, const QString &text, int count) {
        auto *button = new QPushButton(text, m_hoursPart);
        button->setObjectName(name);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, count] { copyMonday(count); });
        copies->addWidget(button);
    };
    copy(u"hoursCopyWorkdays"_s, tr("Monday to &Friday like Monday"), DaysAtWork);
    copy(u"hoursCopyAll"_s, tr("&Every day like Monday"), DaysOfWeek);
    copies->addStretch(1);

    auto *holidaysTitle = new QLabel(tr("&Holidays, on which nobody works:"), m_hoursPart);
    holidaysTitle->setBuddy(m_holidayList);
    m_holidayList->setObjectName(u"hoursHolidays"_s);
    m_holidayList->setAccessibleName(tr("Holidays"));
    m_holidayList->setMinimumHeight(m_holidayList->fontMetrics().height() * HolidayRows);
    connect(m_holidayList, &QListWidget::currentRowChanged, this, &HoursDialog::check);
    m_date->setObjectName(u"hoursDate"_s);
    m_date->setAccessibleName(tr("Date of a holiday"));
    m_date->setCalendarPopup(true);
    m_date->setDisplayFormat(Dates::fieldFormat());
    m_date->calendarWidget()->setFirstDayOfWeek(Dates::firstDayOfWeek());
    m_date->setDate(m_today);
    auto *add = new QPushButton(tr("&Add"), m_hoursPart);
    add->setObjectName(u"hoursAddHoliday"_s);
    m_remove->setObjectName(u"hoursRemoveHoliday"_s);
    for (QPushButton *button : {add, m_remove})
        button->setAutoDefault(false);
    connect(add, &QPushButton::clicked, this, &HoursDialog::addHoliday);
    connect(m_remove, &QPushButton::clicked, this, &HoursDialog::removeHoliday);
    auto *dates = new QHBoxLayout;
    dates->addWidget(m_date, 1);
    dates->addWidget(add);
    dates->addWidget(m_remove);

    auto *part = new QVBoxLayout(m_hoursPart);
    part->setContentsMargins(24, 0, 0, 0);
    part->addLayout(days);
    part->addLayout(copies);
    part->addWidget(holidaysTitle);
    part->addWidget(m_holidayList);
    part->addLayout(dates);

    auto *note =
        new QLabel(tr("Times are those of %1, the server's time zone. A span that ends before it begins "
                      "goes on past midnight. Outside working hours alarms are held; at opening one "
                      "message lists what is still true.")
                       .arg(QString::fromLatin1(m_zone)),
                   this);
    note->setTextFormat(Qt::PlainText);
    note->setWordWrap(true);

    auto *body = new QWidget(this);
    auto *inner = new QVBoxLayout(body);
    inner->addWidget(m_always);
    inner->addWidget(m_byHours);
    inner->addWidget(m_hoursPart);
    inner->addWidget(note);
    inner->addStretch(1);
    auto *scroll = new QScrollArea(this); // fits the smallest window
    scroll->setObjectName(u"hoursScroll"_s);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(body);
    scroll->setMinimumWidth(body->minimumSizeHint().width() + 24);

    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(m_apply, QDialogButtonBox::AcceptRole);
    buttons->addButton(QDialogButtonBox::Cancel);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_byHours, &QRadioButton::toggled, this, &HoursDialog::check);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(scroll, 1);
    layout->addWidget(m_summary);
    layout->addWidget(buttons);
    // As it is read.
    QVector<QWidget *> order{m_always, m_byHours};
    for (const Qt::DayOfWeek day : week)
        order.append(m_days[day - 1]);
    for (const QString &name : {u"hoursCopyWorkdays"_s, u"hoursCopyAll"_s})
        order.append(m_hoursPart->findChild<QWidget *>(name));
    order += {m_holidayList, m_date, add, m_remove, m_apply, buttons->button(QDialogButtonBox::Cancel)};
    for (int i = 1; i < order.size(); ++i)
        setTabOrder(order[i - 1], order[i]);
    const QSize wanted = body->sizeHint() + QSize(60, 110);
    const QSize most = parentWidget() ? parentWidget()->window()->size() - QSize(16, 40) : wanted;
    resize(wanted.boundedTo(most));
}

WorkingHours::Week HoursDialog::week() const
{
    WorkingHours::Week week;
    if (m_always->isChecked())
        return week;
    for (int i = 0; i < DaysOfWeek; ++i)
        week += HoursWords::spansFromText(Qt::DayOfWeek(i + 1), m_days[i]->text()).week;
    return week;
}

void HoursDialog::check()
{
    m_hoursPart->setEnabled(m_byHours->isChecked());
    m_remove->setEnabled(m_holidayList->currentItem());
    QString error;
    if (m_byHours->isChecked()) {
        for (int i = 0; i < DaysOfWeek; ++i) {
            const QString wrong = HoursWords::spansFromText(Qt::DayOfWeek(i + 1), m_days[i]->text()).error;
            m_days[i]->setAccessibleDescription(wrong);
            if (error.isEmpty())
                error = wrong;
        }
        if (error.isEmpty() && week().isEmpty())
            error =
                tr("Every day is closed. Write times for at least one day, or choose “Around the clock”.");
    }
    QPalette p = palette();
    if (!error.isEmpty())
        p.setColor(QPalette::WindowText, Theme::colours(p).error);
    m_summary->setPalette(p);
    m_summary->setText(error.isEmpty()
                           ? tr("Working hours: %1", "\"daily 08:00–22:00\"").arg(HoursWords::week(week()))
                           : error);
    m_apply->setEnabled(error.isEmpty());
    m_apply->setToolTip(error);
}

void HoursDialog::copyMonday(int days)
{
    for (int i = 1; i < days; ++i)
        m_days[i]->setText(m_days.first()->text());
}

void HoursDialog::addHoliday()
{
    const QDate date = m_date->date();
    if (!m_holidays.contains(date))
        m_holidays.append(date);
    showHolidays();
    m_holidayList->setCurrentRow(int(m_holidays.indexOf(date)));
    m_date->setDate(date.addDays(1));
}

void HoursDialog::removeHoliday()
{
    const int row = m_holidayList->currentRow();
    if (row < 0 || row >= m_holidays.size())
        return;
    m_holidays.removeAt(row);
    showHolidays();
    m_holidayList->setCurrentRow(qMin(row, int(m_holidays.size()) - 1));
}

void HoursDialog::showHolidays()
{
    std::sort(m_holidays.begin(), m_holidays.end());
    m_holidayList->clear();
    for (const QDate &date : std::as_const(m_holidays))
        m_holidayList->addItem(Dates::longDay(date));
    check();
}

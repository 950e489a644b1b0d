// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/notices/summaryeditor.h"

#include "bot/base/language.h"
#include "ui/dates.h"
#include "ui_summaryeditor.h"

#include <QCheckBox>
#include <QKeyEvent>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int PreviewDelayMs = 300; // while somebody is still typing
constexpr std::array SummaryContents{SummarySchedule::Volume,   SummarySchedule::Response,
                                     SummarySchedule::Messages, SummarySchedule::Categories,
                                     SummarySchedule::Staff,    SummarySchedule::Waiting};
constexpr std::array SummaryLanguages{"en-GB", "de", "fr", "es-ES", "nl", "pt-BR", "pl", "it"};
} // namespace

SummaryEditor::SummaryEditor(NoticeActions actions, QWidget *parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::SummaryEditor>()), m_actions(std::move(actions))
{
    m_ui->setupUi(this);
    QFont bold = m_ui->summaryEditorTitle->font();
    bold.setWeight(QFont::DemiBold);
    m_ui->summaryEditorTitle->setFont(bold);
    m_ui->previewTitle->setFont(bold);
    const QStringList names{tr("Opened, closed, open now, peak"),
                            tr("First response and resolution"),
                            tr("Messages per ticket"),
                            tr("By category"),
                            tr("By staff member"),
                            tr("Who waits now")};
    for (int i = 0; i < names.size(); ++i) {
        auto *box = new QCheckBox(names[i], m_ui->summaryContents);
        box->setObjectName(u"summaryContent%1"_s.arg(i));
        m_ui->contentsLayout->addWidget(box, i / 2, i % 2);
        m_contents.append(box);
        connect(box, &QCheckBox::toggled, this, &SummaryEditor::changed);
    }
    fillChoices();
    for (QComboBox *box :
         {m_ui->summaryEvery, m_ui->summaryWeekday, m_ui->summaryZone, m_ui->summaryChannel,
          m_ui->summaryPeriod, m_ui->summaryLanguage, m_ui->summaryMissed, m_ui->summaryPicture})
        connect(box, &QComboBox::currentIndexChanged, this, &SummaryEditor::changed);
    connect(m_ui->summaryStep, &QSpinBox::valueChanged, this, &SummaryEditor::changed);
    connect(m_ui->summaryMonthDay, &QSpinBox::valueChanged, this, &SummaryEditor::changed);
    connect(m_ui->summaryTime, &QTimeEdit::timeChanged, this, &SummaryEditor::changed);
    connect(m_ui->summarySave, &QPushButton::clicked, this, [this] { emit saved(schedule()); });
    connect(m_ui->summaryCancel, &QPushButton::clicked, this, &SummaryEditor::cancelled);
    connect(m_ui->summarySendNow, &QPushButton::clicked, this, [this] {
        m_actions.sendNow(m_guild, schedule(), [this](const Status &status) {
            emit said(status ? tr("The summary is on its way.") : status.error().text);
        });
    });
    m_previewTimer.setSingleShot(true);
    m_previewTimer.setInterval(PreviewDelayMs);
    connect(&m_previewTimer, &QTimer::timeout, this, &SummaryEditor::showPreview);
}

SummaryEditor::~SummaryEditor() = default;

void SummaryEditor::fillChoices()
{
    // In the order of SummarySchedule::Every and ::Period.
    m_ui->summaryEvery->addItems({tr("Hours"), tr("Days"), tr("Weekly"), tr("Monthly")});
    for (const Qt::DayOfWeek day : Dates::week())
        m_ui->summaryWeekday->addItem(QLocale().standaloneDayName(day), int(day));
    m_ui->summaryPeriod->addItems({tr("Since the summary before"), tr("Last 24 hours"), tr("Last 7 days"),
                                   tr("Last 30 days"), tr("The day before"), tr("The week before"),
                                   tr("The month before")});
    // "No picture", then in the order of SummarySchedule::Picture.
    m_ui->summaryPicture->addItems({tr("No picture"), tr("Volume: opened and closed"),
                                    tr("Response time: median and 90th percentile"),
                                    tr("Busy hours: when tickets arrive")});
    m_ui->summaryMissed->addItems({tr("Send when back, at most 12 hours late"), tr("Skip it")});
    m_ui->summaryLanguage->addItem(tr("The server's language of posts"), QString());
    for (const char *code : SummaryLanguages)
        m_ui->summaryLanguage->addItem(
            Language::fromDiscord(QLatin1String(code)).locale().nativeLanguageName(), QLatin1String(code));
    m_ui->summaryZone->addItem(tr("The server's time zone"), QByteArray());
    const auto zones = QTimeZone::availableTimeZoneIds();
    for (const QByteArray &zone : zones) {
        if (zone.contains('/') || zone == "UTC")
            m_ui->summaryZone->addItem(QString::fromLatin1(zone), zone);
    }
}

void SummaryEditor::edit(GuildId guild, const SummarySchedule &schedule, const BotState::Server *server,
                         const NoticeWords::Place &place)
{
    m_filling = true;
    m_guild = guild;
    m_schedule = schedule;
    m_server = server ? std::optional(*server) : std::nullopt;
    m_place = place;
    m_ui->summaryEvery->setCurrentIndex(int(schedule.every));
    m_ui->summaryStep->setMaximum(30);
    m_ui->summaryStep->setValue(schedule.step);
    m_ui->summaryWeekday->setCurrentIndex(m_ui->summaryWeekday->findData(schedule.weekday));
    m_ui->summaryMonthDay->setValue(schedule.monthDay);
    m_ui->summaryTime->setTime(schedule.time);
    m_ui->summaryZone->setCurrentIndex(std::max(0, m_ui->summaryZone->findData(schedule.zone)));
    NoticeWords::fillChannels(m_ui->summaryChannel, server, schedule.channel, tr("choose a channel"));
    m_ui->summaryPeriod->setCurrentIndex(int(schedule.period));
    m_ui->summaryLanguage->setCurrentIndex(std::max(0, m_ui->summaryLanguage->findData(schedule.language)));
    m_ui->summaryMissed->setCurrentIndex(schedule.skipMissed ? 1 : 0);
    for (qsizetype i = 0; i < m_contents.size(); ++i)
        m_contents[i]->setChecked(schedule.contents & SummaryContents[size_t(i)]);
    m_ui->summaryPicture->setCurrentIndex(schedule.chart ? int(schedule.picture) + 1 : 0);
    m_filling = false;
    m_ui->summaryPreview->showSentence(tr("Preparing the preview…"));
    changed();
}

void SummaryEditor::focusFirst()
{
    QWidget *first = problem().isEmpty() ? m_ui->summaryEvery : m_ui->summaryChannel;
    first->setFocus(Qt::OtherFocusReason);
}

void SummaryEditor::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit cancelled();
    else
        QWidget::keyPressEvent(event);
}

SummarySchedule SummaryEditor::schedule() const
{
    SummarySchedule result = m_schedule;
    result.every = SummarySchedule::Every(m_ui->summaryEvery->currentIndex());
    result.step = m_ui->summaryStep->value();
    result.weekday = m_ui->summaryWeekday->currentData().toInt();
    result.monthDay = m_ui->summaryMonthDay->value();
    result.time = m_ui->summaryTime->time();
    result.zone = m_ui->summaryZone->currentData().toByteArray();
    result.channel = NoticeWords::chosenChannel(m_ui->summaryChannel);
    result.period = SummarySchedule::Period(m_ui->summaryPeriod->currentIndex());
    result.language = m_ui->summaryLanguage->currentData().toString();
    result.skipMissed = m_ui->summaryMissed->currentIndex() == 1;
    result.contents = 0;
    for (qsizetype i = 0; i < m_contents.size(); ++i)
        result.contents |= m_contents[i]->isChecked() ? int(SummaryContents[size_t(i)]) : 0;
    result.chart = m_ui->summaryPicture->currentIndex() > 0;
    if (result.chart)
        result.picture = SummarySchedule::Picture(m_ui->summaryPicture->currentIndex() - 1);
    return result;
}

QString SummaryEditor::problem() const
{
    const SummarySchedule now = schedule();
    if (!now.channel)
        return tr("Choose the channel that the summary goes to.");
    if (now.contents == 0 && !now.chart)
        return tr("Choose what the summary contains.");
    const QString obstacle = NoticeWords::obstacle(m_server ? &*m_server : nullptr, now.channel);
    return obstacle.isEmpty() ? QString() : tr("The bot cannot post there: %1.").arg(obstacle);
}

void SummaryEditor::changed()
{
    using Every = SummarySchedule::Every;
    if (m_filling)
        return;
    const SummarySchedule now = schedule();
    const auto showRow = [](QWidget *label, QWidget *field, bool on) {
        label->setVisible(on);
        field->setVisible(on);
    };
    const bool stepped = now.every == Every::Hours || now.every == Every::Days;
    showRow(m_ui->stepLabel, m_ui->summaryStep, stepped);
    showRow(m_ui->weekdayLabel, m_ui->summaryWeekday, now.every == Every::Week);
    showRow(m_ui->monthDayLabel, m_ui->summaryMonthDay, now.every == Every::Month);
    m_ui->summaryStep->setMaximum(now.every == Every::Hours ? 23 : 30);
    m_ui->summaryStep->setSuffix(now.every == Every::Hours ? tr(" h", "hours") : tr(" d", "days"));
    const QString wrong = problem();
    m_ui->summaryProblem->setText(wrong);
    m_ui->summaryProblem->setVisible(!wrong.isEmpty());
    m_ui->summarySave->setEnabled(wrong.isEmpty());
    m_ui->summarySendNow->setEnabled(wrong.isEmpty() && m_server);
    for (QPushButton *button : {m_ui->summarySave, m_ui->summarySendNow}) {
        button->setToolTip(button->isEnabled() ? QString() : wrong);
        button->setAccessibleDescription(wrong);
    }
    m_previewTimer.start();
}

void SummaryEditor::showPreview()
{
    const int number = ++m_previewNumber;
    m_actions.preview(m_guild, schedule(), [this, number](const Discord::OutgoingMessage &message) {
        m_actions.names(m_guild, NoticeWords::peopleIn(message),
                        [this, number, message](const NoticeWords::PeopleNames &people) {
                            if (number == m_previewNumber)
                                m_ui->summaryPreview->show(message, m_server ? &*m_server : nullptr, m_place,
                                                           people);
                        });
    });
}

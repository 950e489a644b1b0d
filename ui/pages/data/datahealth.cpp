// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/data/datahealth.h"

#include "bot/base/format.h"
#include "bot/store/gaps.h"
#include "ui/dates.h"
#include "ui/models/rowtablemodel.h"
#include "ui/pages/periodfigures.h"
#include "ui/widgets/chartview.h"
#include "ui/widgets/smalltables.h"
#include "ui_datahealth.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QHeaderView>
#include <QStorageInfo>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int SessionsPerDay = 1000; // beyond, Discord resets the token (PROTOCOL I-03)

} // namespace

HealthAnswer readDataHealth(const Reader &reader, GuildId guild, UtcMs nowMs)
{
    HealthAnswer answer;
    answer.nowMs = nowMs;
    answer.storage = reader.health();
    answer.gaps = reader.gaps(guild, Window::lastDays(HealthWords::Days, nowMs));
    // Those days are left out here.
    answer.gaps.removeIf([](const CoverageGap &gap) { return gap.cause == UnrecordedCause; });
    std::sort(answer.gaps.begin(), answer.gaps.end(),
              [](const CoverageGap &a, const CoverageGap &b) { return a.fromMs > b.fromMs; });
    answer.recordingBeganMs = reader.firstOpenedMs(guild);
    const QVector<GuildInfo> guilds = reader.guilds();
    answer.servers = int(guilds.size());
    answer.importedOnly =
        answer.recordingBeganMs > 0
        && std::none_of(guilds.cbegin(), guilds.cend(), [guild](const GuildInfo &info) {
               return info.id == guild && !info.name.isEmpty(); // the bot learns the name when it is there
           });
    answer.freeBytes = QStorageInfo(QFileInfo(answer.storage.path).path()).bytesAvailable();
    return answer;
}

DataHealth::DataHealth(LiveData &live, QWidget *parent)
    : Page(live, u"data-health"_s, parent), m_ui(std::make_unique<Ui::DataHealth>())
{
    m_ui->setupUi(this);
    m_ui->healthState->setContent(m_ui->healthScroll);
    m_ui->gapsState->setContent(m_ui->healthGaps);
    for (QLabel *label : {m_ui->healthObserved, m_ui->healthCatchUp, m_ui->healthBackup, m_ui->healthCheck,
                          m_ui->healthDiscord, m_ui->healthRows, m_ui->healthFile, m_ui->healthBusy}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_ui->healthBusy->hide();
    for (QPushButton *button : {m_ui->healthCheckNow, m_ui->healthCompact, m_ui->healthFolder})
        m_ui->healthButtons->add(button);

    m_coverage = new ChartView(u"healthCoverage"_s);
    m_coverage->setMinimumHeight(200);
    m_ui->bodyLayout->insertWidget(1, m_coverage, 1); // what is left of a tall window
    connect(m_coverage, &ChartView::told, this, [this](const QString &text) { say(text); });
    connect(m_coverage, &ChartView::saved, this, [this](const FileSaver::Outcome &saved) { tell(saved); });
    m_coverage->findChild<QAction *>(u"healthCoverageShowTickets"_s)->setVisible(false); // it counts none
    connect(m_coverage, &ChartView::explainRequested, this, [this] {
        say(tr("The share of each day in which the bot was connected and could record. Days before recording "
               "began are left out; holes of single channels are listed below but do not count."));
    });
    m_gaps = new RowTableModel({tr("When"), tr("How long"), tr("Why"), tr("What is missing")}, this);
    m_ui->healthGaps->setModel(m_gaps);
    SmallTables::prepare(m_ui->healthGaps);
    m_ui->healthGaps->setWordWrap(true);
    // The last column takes what is left, but its title has room.
    QHeaderView *gapsHeader = m_ui->healthGaps->horizontalHeader();
    gapsHeader->setMinimumSectionSize(gapsHeader->sectionSizeHint(gapsHeader->count() - 1));

    connect(m_ui->healthCheckNow, &QPushButton::clicked, this, &DataHealth::checkNow);
    connect(m_ui->healthCompact, &QPushButton::clicked, this, &DataHealth::compact);
    connect(m_ui->healthFolder, &QPushButton::clicked, this, [this] {
        if (m_answer)
            QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_answer->storage.path).path()));
    });
    m_question = addQuestion();
    tellFailures(m_question, m_ui->healthState, tr("The state of the data could not be read."));
    m_ui->healthState->showLoading(tr("Reading the data…"));
}

DataHealth::~DataHealth() = default;

QString DataHealth::title() const
{
    return tr("Health");
}

void DataHealth::reload()
{
    if (withoutServer(m_ui->healthState,
                      tr("No server yet. As soon as the bot is in one, this page shows how "
                         "complete and how safe its data is.")))
        return;
    const GuildId server = live().server();
    m_question->ask(
        [server](const Reader &reader, UtcMs nowMs) { return readDataHealth(reader, server, nowMs); },
        [this](const HealthAnswer &answer) { show(answer); });
}

void DataHealth::update(const ChangeSet &changes)
{
    Q_UNUSED(changes);
    m_question->again();
}

void DataHealth::timePassed()
{
    m_question->again();
}

void DataHealth::botChanged()
{
    if (isVisible())
        showBot();
}

void DataHealth::show(const HealthAnswer &answer)
{
    m_answer = answer;
    const QTimeZone zone = live().zone();
    const auto when = [&](UtcMs atMs, const QString &never) {
        return atMs == 0 ? never
                         : tr("%1 (%2)", "time, \"3 min ago\"")
                               .arg(Dates::dateTime(atMs, zone, answer.nowMs),
                                    Format::ago(std::max<qint64>(0, answer.nowMs - atMs)));
    };
    m_ui->healthObserved->setText(HealthWords::observed(answer));
    m_ui->healthCatchUp->setText(when(answer.storage.lastCatchUpMs, tr("Not yet", "last catch-up")));
    m_ui->healthBackup->setText(when(answer.storage.lastBackupMs, tr("There is no backup yet")));
    m_ui->healthCheck->setText(HealthWords::check(answer, zone));
    // Counted in the file, which is that of every server.
    m_ui->healthRows->setText((answer.servers > 1
                                   ? tr("%1, %2 (all servers)", "\"214 tickets\", \"2 911 messages\"")
                                   : tr("%1, %2", "\"214 tickets\", \"2 911 messages\""))
                                  .arg(tr("%n ticket(s)", nullptr, int(answer.storage.tickets)),
                                       tr("%n message(s)", nullptr, int(answer.storage.messages))));
    m_ui->healthFile->setText(
        tr("%1, %2; %3 free on this disk", "path, size, space")
            .arg(answer.storage.path, Format::bytes(answer.storage.bytes), Format::bytes(answer.freeBytes)));
    showBot();

    m_coverage->setSpec(HealthWords::coverage(answer, zone));
    m_coverage->setCaption(PeriodFigures::pictureCaption(Window::lastDays(HealthWords::Days, answer.nowMs),
                                                         zone, {}, live().serverName()));
    QVector<RowTableModel::Row> rows;
    for (const CoverageGap &gap : answer.gaps) {
        const UtcMs end = gap.toMs ? gap.toMs : answer.nowMs;
        rows.append({QString::number(gap.id),
                     {HealthWords::span(gap, zone, answer.nowMs), Format::elapsed(end - gap.fromMs),
                      HealthWords::cause(gap), HealthWords::missing(gap)},
                     {}});
    }
    m_gaps->setRows(rows);
    if (rows.isEmpty())
        m_ui->gapsState->show(StatePane::State::Empty,
                              answer.recordingBeganMs == 0 || answer.importedOnly
                                  ? HealthWords::observed(answer)
                                  : tr("No gap. Everything that happened was seen."));
    else
        m_ui->gapsState->showContent();
    SmallTables::fitHeight(m_ui->healthGaps, m_ui->gapsState, 8);
    m_ui->healthState->showContent();
    if (m_checkAskedMs && answer.storage.lastCheckMs >= m_checkAskedMs) {
        m_checkAskedMs = 0;
        setBusyWith({});
    }
}

void DataHealth::showBot()
{
    if (!m_answer)
        return;
    m_ui->healthDiscord->setText(
        tr("%1 of %2 new sessions today; %3 refused requests in the last 10 minutes", "three numbers")
            .arg(Format::count(m_answer->storage.identifiesToday), Format::count(SessionsPerDay),
                 Format::count(live().bot().rest.invalidInTenMinutes)));
}

void DataHealth::setBusyWith(const QString &work)
{
    m_ui->healthBusy->setText(work);
    m_ui->healthBusy->setVisible(!work.isEmpty());
    for (QPushButton *button : {m_ui->healthCheckNow, m_ui->healthCompact})
        button->setEnabled(work.isEmpty());
}

void DataHealth::checkNow()
{
    m_checkAskedMs = live().nowMs();
    setBusyWith(tr("Checking every page of the file in the background…"));
    live().storage().checkIntegrity();
}

void DataHealth::compact()
{
    setBusyWith(tr("Compacting. New events wait in memory meanwhile…"));
    live().storage().compact(this, [this](const Result<qint64> &won) {
        setBusyWith({});
        tell(won ? Status() : Status(won.error()),
             won && *won > 0 ? tr("Compacted: %1 given back.").arg(Format::bytes(*won))
                             : tr("Compacted. There was no unused space."));
        m_question->again();
    });
}

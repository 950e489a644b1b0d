// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"
#include "ui/widgets/chartspec.h"

#include <memory>
#include <optional>

namespace Ui {
class DataHealth;
}
class ChartView;
class RowTableModel;

// What the section Health shows, as read in the query thread.
struct HealthAnswer
{
    StorageHealth storage;
    QVector<CoverageGap> gaps; // of the last 30 days, newest first
    UtcMs recordingBeganMs = 0;
    int servers = 1; // in the file
    bool importedOnly = false; // the bot never looked at this server
    UtcMs nowMs = 0;
    qint64 freeBytes = -1;
};
HealthAnswer readDataHealth(const Reader &reader, GuildId guild, UtcMs nowMs);

// The words and the chart of it. Pure.
namespace HealthWords {

inline constexpr int Days = 30;

ChartSpec coverage(const HealthAnswer &answer, const QTimeZone &zone); // per day, in percent
QString
observed(const HealthAnswer &answer); // "99.2 % of the last 30 days; 5 h 40 min were missed in 2 gaps"
QString notSeen(); // of a server that an import brought
QString check(const HealthAnswer &answer, const QTimeZone &zone);
QString cause(const CoverageGap &gap); // in the user's words
QString missing(const CoverageGap &gap); // what is not known for that time
QString span(const CoverageGap &gap, const QTimeZone &zone, UtcMs nowMs); // "22 Nov 02:10 – 06:45"

} // namespace HealthWords

// Is everything recorded, and is it safe (UX 3.8, PROTOCOL 2.6): coverage per day, holes, the last catch-up, backup and
// check, and the file itself.
class DataHealth : public Page
{
    Q_OBJECT
public:
    explicit DataHealth(LiveData &live, QWidget *parent = nullptr);
    ~DataHealth() override;

    QString title() const override;

protected:
    void reload() override;
    void update(const ChangeSet &changes) override;
    void timePassed() override;
    void botChanged() override;

private:
    void show(const HealthAnswer &answer);
    void showBot();
    void checkNow();
    void compact();
    void setBusyWith(const QString &work); // empty = nothing

    const std::unique_ptr<Ui::DataHealth> m_ui;
    ChartView *m_coverage;
    RowTableModel *m_gaps;
    LiveQuestion *m_question;
    std::optional<HealthAnswer> m_answer;
    UtcMs m_checkAskedMs = 0; // 0 = none under way
};

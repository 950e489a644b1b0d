// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/notices/alarmpanel.h"

#include "bot/base/format.h"
#include "ui/pages/notices/noticewords.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>

#include <numeric>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr std::array AlarmNames{"Overdue", "TooManyOpen", "Peak", "TargetMissed", "Disconnected", "Data"};
}

AlarmPanel::AlarmPanel(QWidget *parent) : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    for (int kind = 0; kind < AlarmKindCount; ++kind)
        addRow(AlarmKind(kind));
    arrange();
}

void AlarmPanel::addRow(AlarmKind kind)
{
    const QString name = QLatin1String(AlarmNames[size_t(kind)]);
    const QStringList texts{tr("A ticket is overdue"),
                            tr("More tickets are open than"),
                            tr("More tickets are open than ever before"),
                            tr("First responses later than the target today"),
                            tr("The bot is disconnected for"),
                            tr("There is a problem with the data")};
    Row row;
    row.kind = kind;
    row.on = new QCheckBox(texts[int(kind)], this);
    row.on->setObjectName(u"alarmOn"_s + name);
    if (const auto [least, most] = alarmLimits(kind); most > 0) {
        row.limit = new QSpinBox(this);
        row.limit->setObjectName(u"alarmLimit"_s + name);
        row.limit->setRange(least, most);
        row.limit->setKeyboardTracking(false);
        row.limit->setAccessibleName(tr("%1: limit").arg(texts[int(kind)]));
        row.limit->setSuffix(kind == AlarmKind::TargetMissed       ? tr(" %")
                                 : kind == AlarmKind::Disconnected ? tr(" min")
                                                                   : QString());
    }
    row.desktop = new QCheckBox(tr("This computer"), this);
    row.desktop->setObjectName(u"alarmDesktop"_s + name);
    row.desktop->setAccessibleName(tr("%1: tell this computer").arg(texts[int(kind)]));
    if (alarmInDiscord(kind)) {
        row.channel = new QComboBox(this);
        row.channel->setObjectName(u"alarmChannel"_s + name);
        row.channel->setAccessibleName(tr("%1: channel in Discord").arg(texts[int(kind)]));
        row.role = new QComboBox(this);
        row.role->setObjectName(u"alarmRole"_s + name);
        row.role->setAccessibleName(tr("%1: role to mention").arg(texts[int(kind)]));
        for (QComboBox *box : {row.channel, row.role}) {
            box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
            box->setMinimumContentsLength(13);
        }
    }
    row.test = new QPushButton(tr("Test"), this);
    row.test->setObjectName(u"alarmTest"_s + name);
    row.test->setAccessibleName(tr("%1: test").arg(texts[int(kind)]));
    row.problem = new QLabel(this);
    row.problem->setObjectName(u"alarmProblem"_s + name);
    row.problem->setTextFormat(Qt::PlainText);
    row.problem->setWordWrap(true);
    row.problem->hide();
    m_rows.append(row);
    const auto told = [this, row] { tell(row); };
    connect(row.on, &QCheckBox::toggled, this, told);
    connect(row.desktop, &QCheckBox::toggled, this, told);
    if (row.limit)
        connect(row.limit, &QSpinBox::valueChanged, this, told);
    if (row.channel) {
        connect(row.channel, &QComboBox::currentIndexChanged, this, told);
        connect(row.role, &QComboBox::currentIndexChanged, this, told);
    }
    connect(row.test, &QPushButton::clicked, this,
            [this, row] { emit testRequested(row.kind, setting(row)); });
}

void AlarmPanel::arrange()
{
    auto *grid = static_cast<QGridLayout *>(layout());
    while (QLayoutItem *item = grid->takeAt(0))
        delete item;
    const bool wide = m_oneLine = m_width == WidthClass::Wide && widthOfOneLine() <= m_room;
    int line = 0;
    for (const Row &row : std::as_const(m_rows)) {
        // Narrow: where it is told, and the test, stand under the text, which gets their room.
        grid->addWidget(row.on, line, 0, 1, wide ? 1 : 3);
        if (row.limit)
            grid->addWidget(row.limit, line, wide ? 1 : 3);
        const int second = wide ? line : line + 1;
        const int from = wide ? 2 : 0;
        grid->addWidget(row.desktop, second, from);
        if (row.channel) {
            grid->addWidget(row.channel, second, from + 1);
            grid->addWidget(row.role, second, from + 2);
        }
        grid->addWidget(row.test, second, from + 3);
        grid->addWidget(row.problem, second + 1, 0, 1, 6);
        line = second + 2;
    }
    grid->setColumnStretch(wide ? 6 : 4, 1);
}

int AlarmPanel::widthOfOneLine() const
{
    constexpr int Columns = 6;
    int columns[Columns] = {};
    for (const Row &row : m_rows) {
        const QWidget *widgets[Columns] = {row.on, row.limit, row.desktop, row.channel, row.role, row.test};
        for (int i = 0; i < Columns; ++i) {
            if (widgets[i])
                columns[i] = qMax(columns[i], widgets[i]->sizeHint().width());
        }
    }
    const int spacing = static_cast<QGridLayout *>(layout())->horizontalSpacing();
    return std::accumulate(std::begin(columns), std::end(columns), (Columns - 1) * qMax(0, spacing));
}

void AlarmPanel::setRoom(int width)
{
    m_room = width;
    if ((m_width == WidthClass::Wide && widthOfOneLine() <= width) != m_oneLine)
        arrange();
}

void AlarmPanel::setWidthClass(WidthClass width)
{
    if (width == m_width)
        return;
    m_width = width;
    arrange();
}

void AlarmPanel::show(const NoticeSettings &settings, const BotState::Server *server, const QString &target)
{
    m_filling = true;
    m_server = server ? std::optional(*server) : std::nullopt;
    for (const Row &row : std::as_const(m_rows)) {
        const AlarmSetting &setting = settings.alarm(row.kind);
        row.on->setChecked(setting.on);
        if (row.kind == AlarmKind::Overdue)
            row.on->setText(tr("A ticket is overdue (target %1)").arg(target));
        if (row.limit && !row.limit->hasFocus())
            row.limit->setValue(setting.limit);
        row.desktop->setChecked(setting.desktop);
        QString problem;
        if (row.channel) {
            NoticeWords::fillChannels(row.channel, server, setting.channel, tr("not in Discord"));
            NoticeWords::fillRoles(row.role, server, setting.role);
            row.role->setEnabled(bool(setting.channel));
            row.role->setToolTip(setting.channel ? QString() : tr("Choose a channel first."));
            const QString obstacle =
                setting.channel ? NoticeWords::obstacle(server, setting.channel) : QString();
            if (!obstacle.isEmpty())
                problem = tr("The bot cannot post in %1: %2.")
                              .arg(NoticeWords::channelName(server, setting.channel), obstacle);
            else if (setting.channel)
                problem = NoticeWords::roleObstacle(server, setting.role);
        }
        if (setting.on && !setting.told())
            problem = tr("It is on, but told nowhere.");
        row.problem->setText(problem);
        row.problem->setVisible(!problem.isEmpty());
    }
    m_filling = false;
}

AlarmSetting AlarmPanel::setting(const Row &row) const
{
    AlarmSetting setting;
    setting.on = row.on->isChecked();
    setting.limit = row.limit ? row.limit->value() : 0;
    setting.desktop = row.desktop->isChecked();
    if (row.channel) {
        setting.channel = NoticeWords::chosenChannel(row.channel);
        setting.role = setting.channel ? NoticeWords::chosenRole(row.role) : RoleId();
    }
    return setting;
}

void AlarmPanel::tell(const Row &row)
{
    if (!m_filling)
        emit changed(row.kind, setting(row));
}

QWidget *AlarmPanel::channelBox(AlarmKind kind) const
{
    for (const Row &row : m_rows) {
        if (row.kind == kind)
            return row.channel;
    }
    return nullptr;
}

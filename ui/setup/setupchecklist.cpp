// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/setupchecklist.h"

#include "ui/icons.h"
#include "ui/theme.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QToolButton>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int SignSide = 16;

}

SetupChecklist::SetupChecklist(LiveData &live, QWidget *parent) : Card(parent), m_live(live)
{
    setObjectName(u"firstSteps"_s);
    setAccessibleName(tr("First steps"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 8, 8, 8);
    layout->setSpacing(4);
    auto *head = new QHBoxLayout;
    auto *title = new QLabel(tr("First steps"));
    QFont bold = title->font();
    bold.setWeight(QFont::DemiBold);
    title->setFont(bold);
    auto *close = new QToolButton;
    close->setObjectName(u"firstStepsClose"_s);
    close->setText(u"✕"_s);
    close->setAutoRaise(true);
    close->setMinimumSize(28, 28);
    close->setAccessibleName(tr("Put the first steps away"));
    close->setToolTip(close->accessibleName());
    connect(close, &QToolButton::clicked, this, [this] { setWanted(false); });
    head->addWidget(title, 1);
    head->addWidget(close);
    layout->addLayout(head);
    const QStringList goTexts{tr("Bot log"), tr("Show channels"), tr("Choose roles"), tr("Check detection")};
    const QStringList pages{u"log"_s, u"settings"_s, u"permissions"_s, u"settings"_s};
    for (int i = 0; i < StepCount; ++i) {
        Line line{new QLabel, new QLabel, new QToolButton};
        line.sign->setFixedWidth(SignSide + 4);
        line.text->setObjectName(u"firstStep%1"_s.arg(i + 1));
        line.text->setTextFormat(Qt::PlainText);
        line.text->setWordWrap(true);
        line.go->setObjectName(u"firstStepGo%1"_s.arg(i + 1));
        line.go->setText(goTexts[i]);
        line.go->setMinimumHeight(28);
        line.go->setFocusPolicy(Qt::StrongFocus);
        connect(line.go, &QToolButton::clicked, this, [this, page = pages[i]] {
            PageLink link;
            link.page = page;
            emit linkActivated(link);
        });
        auto *row = new QHBoxLayout;
        row->addWidget(line.sign, 0, Qt::AlignTop);
        row->addWidget(line.text, 1);
        row->addWidget(line.go, 0, Qt::AlignTop);
        layout->addLayout(row);
        m_lines.append(line);
    }
    connect(&live, &LiveData::botStateChanged, this, &SetupChecklist::refresh);
    connect(&live, &LiveData::serversChanged, this, &SetupChecklist::refresh);
    connect(&live, &LiveData::serverChanged, this, &SetupChecklist::refresh);
    hide();
}

bool SetupChecklist::done(Step step, const LiveData &live)
{
    const BotState::Server *seen = live.botServer();
    const ServerPulse *pulse = live.serverPulse();
    const StoredConfig config = live.config();
    switch (step) {
    case Connected:
        return live.connected();
    case Readable:
        return seen && seen->available && seen->unreadable.isEmpty();
    case Staff:
        return !config.supportRoles.isEmpty() || !config.maxUsers.isEmpty();
    case FirstTicket:
        return pulse && pulse->recordingBeganMs > 0;
    case StepCount:
        break;
    }
    return false;
}

void SetupChecklist::setWanted(bool on)
{
    m_wanted = on;
    refresh();
}

void SetupChecklist::refresh()
{
    const QStringList open{tr("The bot connects to Discord."), tr("The bot can read every ticket channel."),
                           tr("Some role counts as staff, so that first responses can be measured."),
                           tr("The first ticket is recorded. It appears within seconds of being opened.")};
    const ThemeColours &colours = Theme::colours(palette());
    bool all = true;
    for (int i = 0; m_wanted && i < StepCount; ++i) {
        const bool ready = done(Step(i), m_live);
        all = all && ready;
        const QString text = ready ? tr("✓ Done: %1", "a first step").arg(open[i])
                                   : tr("To do: %1", "a first step").arg(open[i]);
        if (m_lines[i].text->text() == text)
            continue;
        m_lines[i].text->setText(text);
        m_lines[i].go->setVisible(!ready);
        m_lines[i].sign->setPixmap(
            (ready ? Icons::sign(Icons::Sign::Good, colours.good)
                   : Icons::sign(Icons::Sign::Information, palette().color(QPalette::Link)))
                .pixmap(QSize(SignSide, SignSide), devicePixelRatioF()));
    }
    if (m_wanted && all)
        m_wanted = false; // there is nothing left to say
    setVisible(m_wanted);
}

void SetupChecklist::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        for (const Line &line : std::as_const(m_lines))
            line.text->clear(); // the signs are drawn anew
        refresh();
    }
}

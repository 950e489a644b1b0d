// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/statepane.h"

#include "ui/icons.h"
#include "ui/theme.h"
#include "ui/widgets/noticebar.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStackedLayout>
#include <QTimer>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int BlocksAfterMs = 200;
constexpr int SentenceAfterMs = 3000;

// Grey blocks of roughly the content's shape.
class LoadingBlocks : public QWidget
{
public:
    using QWidget::QWidget;
    bool blocks = false;
    const QLabel *sentence = nullptr; // stands in the middle; no block lies behind it

protected:
    void paintEvent(QPaintEvent *) override
    {
        if (!blocks)
            return;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(Theme::colours(palette()).border);
        const int room = sentence->text().isEmpty() ? 0 : sentence->heightForWidth(sentence->width()) / 2 + 8;
        const int middle = sentence->geometry().center().y();
        for (int y = 12; y + 20 < height() && y < 400; y += 36) {
            if (y < middle + room && y + 20 > middle - room)
                continue;
            painter.drawRoundedRect(QRectF(12, y, (width() - 24) * (y % 72 < 36 ? 0.9 : 0.7), 20), 4, 4);
        }
    }
};

} // namespace

class StatePane::Private
{
public:
    State state = State::Content;
    QStackedLayout *stack = nullptr;
    QWidget *content = nullptr;
    QWidget *message = nullptr;
    QLabel *icon = nullptr;
    QLabel *sentence = nullptr;
    QWidget *steps = nullptr;
    LoadingBlocks *loading = nullptr;
    QLabel *loadingText = nullptr;
    QString loadingSentence;
    QTimer blocksTimer;
    QTimer sentenceTimer;
    NoticeBar *strip = nullptr;
    QString problem, details;
    std::function<void()> again;
    bool blocked = false; // nothing was shown yet, the problem stands in its place
    State messageState = State::Content; // of what stands in `message`
    QStringList messageSteps;

    void setMessage(State shown, const QString &text, const QVector<Step> &offered);
};

StatePane::StatePane(QWidget *parent) : QWidget(parent), d(std::make_unique<Private>())
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(4);
    d->strip = new NoticeBar(u"stateProblem"_s, this);
    outer->addWidget(d->strip);
    connect(d->strip, &NoticeBar::buttonClicked, this, [this](int index) {
        if (index == 0) {
            d->again();
            return;
        }
        QGuiApplication::clipboard()->setText(d->problem + u'\n' + d->details);
    });
    d->stack = new QStackedLayout;
    outer->addLayout(d->stack, 1);
    d->message = new QWidget(this);
    d->icon = new QLabel;
    d->icon->setAlignment(Qt::AlignCenter);
    d->sentence = new QLabel;
    d->sentence->setTextFormat(Qt::PlainText);
    d->sentence->setWordWrap(true);
    d->sentence->setAlignment(Qt::AlignCenter);
    d->sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    d->sentence->setObjectName(u"stateSentence"_s);
    d->steps = new QWidget;
    auto *layout = new QVBoxLayout(d->message);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(12);
    layout->addStretch(1);
    layout->addWidget(d->icon);
    layout->addWidget(d->sentence);
    layout->addWidget(d->steps);
    layout->addStretch(1);
    d->stack->addWidget(d->message);

    d->loading = new LoadingBlocks(this);
    d->loadingText = new QLabel(d->loading);
    d->loadingText->setTextFormat(Qt::PlainText);
    d->loadingText->setWordWrap(true);
    d->loadingText->setAlignment(Qt::AlignCenter);
    d->loading->sentence = d->loadingText;
    auto *loadingLayout = new QVBoxLayout(d->loading);
    loadingLayout->addWidget(d->loadingText);
    d->stack->addWidget(d->loading);
    for (QTimer *timer : {&d->blocksTimer, &d->sentenceTimer})
        timer->setSingleShot(true);
    connect(&d->blocksTimer, &QTimer::timeout, this, [this] {
        d->loading->blocks = true;
        d->loading->update();
    });
    connect(&d->sentenceTimer, &QTimer::timeout, this, [this] {
        d->loadingText->setText(d->loadingSentence);
        d->loading->update(); // the block that lay there makes room
    });
}

StatePane::~StatePane() = default;

void StatePane::setContent(QWidget *content)
{
    d->content = content;
    d->stack->addWidget(content);
    showContent();
}

void StatePane::showContent()
{
    d->state = State::Content;
    d->blocksTimer.stop();
    d->sentenceTimer.stop();
    if (d->content)
        d->stack->setCurrentWidget(d->content);
    place();
}

void StatePane::show(State state, const QString &sentence, const QVector<Step> &steps)
{
    d->blocksTimer.stop();
    d->sentenceTimer.stop();
    d->state = state;
    d->stack->setCurrentWidget(d->message);
    d->setMessage(state, sentence, steps);
    place();
}

void StatePane::Private::setMessage(State shown, const QString &text, const QVector<Step> &offered)
{
    QStringList names;
    for (const Step &step : offered)
        names.append(step.name);
    if (shown == messageState && sentence->text() == text && names == messageSteps)
        return; // the buttons are there; making them anew would take the focus away
    messageState = shown;
    messageSteps = names;
    sentence->setText(text);
    if (shown == State::Error)
        icon->setPixmap(
            Icons::sign(Icons::Sign::Error, Theme::colours(message->palette()).error).pixmap(24, 24));
    icon->setVisible(shown == State::Error);
    auto *layout = qobject_cast<QVBoxLayout *>(message->layout());
    auto *row = new QWidget;
    auto *flow = new QHBoxLayout(row);
    flow->setContentsMargins(0, 0, 0, 0);
    flow->addStretch(1);
    for (const Step &step : offered) {
        auto *button = new QPushButton(step.text);
        button->setObjectName(step.name);
        button->setMinimumHeight(32);
        QObject::connect(button, &QPushButton::clicked, message, [run = step.run] { run(); });
        flow->addWidget(button);
    }
    flow->addStretch(1);
    delete layout->replaceWidget(steps, row);
    row->setVisible(!offered.isEmpty()); // not earlier: it would be a window of its own
    steps->deleteLater();
    steps->hide();
    steps = row;
}

void StatePane::showLoading(const QString &sentence)
{
    d->loadingSentence = sentence;
    if (d->state == State::Loading)
        return;
    d->state = State::Loading;
    d->loading->blocks = false;
    d->loadingText->clear();
    d->stack->setCurrentWidget(d->loading);
    d->blocksTimer.start(BlocksAfterMs);
    d->sentenceTimer.start(SentenceAfterMs);
    place();
}

void StatePane::setProblem(const QString &sentence, const QString &details,
                           const std::function<void()> &again)
{
    d->problem = sentence;
    d->details = details;
    d->again = again;
    place();
}

void StatePane::clearProblem()
{
    if (d->problem.isEmpty())
        return;
    d->problem.clear();
    if (std::exchange(d->blocked, false)) {
        // Whoever shows answers says what comes now; until then nothing is known.
        d->state = State::Content;
        showLoading(d->loadingSentence);
    }
    place();
}

// Loading would wait for ever: there the problem stands in its place.
void StatePane::place()
{
    if (d->problem.isEmpty()) {
        d->strip->hideNotice();
        return;
    }
    d->blocked = d->state == State::Loading || (d->blocked && d->state == State::Error);
    if (!d->blocked) {
        d->strip->showNotice(u"problem"_s, NoticeBar::Look::Error, d->problem,
                             {tr("Try again"), tr("Copy details")}, false);
        return;
    }
    d->strip->hideNotice();
    d->blocksTimer.stop();
    d->sentenceTimer.stop();
    d->state = State::Error;
    d->stack->setCurrentWidget(d->message);
    d->setMessage(State::Error, d->problem,
                  {{u"stateTryAgain"_s, tr("Try again"), [this] { d->again(); }},
                   {u"stateCopyDetails"_s, tr("Copy details"),
                    [this] { QGuiApplication::clipboard()->setText(d->problem + u'\n' + d->details); }}});
}

QString StatePane::problem() const
{
    return d->problem;
}

StatePane::State StatePane::state() const
{
    return d->state;
}

QString StatePane::sentence() const
{
    return d->state == State::Content ? QString()
        : d->state == State::Loading  ? d->loadingSentence
                                      : d->sentence->text();
}

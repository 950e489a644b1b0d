// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/unsavedbar.h"

#include "ui/icons.h"
#include "ui/settingseditor.h"
#include "ui/theme.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/focusreturn.h"
#include "ui_unsavedbar.h"

#include <QAccessible>
#include <QApplication>
#include <QPainter>

namespace {

constexpr int HighestReview = 140;

} // namespace

UnsavedBar::UnsavedBar(QWidget *parent) : QFrame(parent), m_ui(std::make_unique<Ui::UnsavedBar>())
{
    m_ui->setupUi(this);
    setAccessibleName(tr("Unsaved changes"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum); // the page above it has what is left
    auto *buttons = new FlowLayout(m_ui->unsavedButtons);
    for (QWidget *part :
         {static_cast<QWidget *>(m_ui->unsavedCount), static_cast<QWidget *>(m_ui->unsavedReviewButton),
          static_cast<QWidget *>(m_ui->unsavedDiscard), static_cast<QWidget *>(m_ui->unsavedSave)})
        buttons->addWidget(part);
    m_ui->unsavedCount->setMinimumHeight(32);
    m_ui->unsavedReview->hide();
    m_ui->unsavedError->hide();
    m_ui->unsavedErrorIcon->hide();
    connect(m_ui->unsavedReviewButton, &QPushButton::toggled, this, [this] { refresh(); });
    connect(m_ui->unsavedDiscard, &QPushButton::clicked, this, [this] {
        m_ui->unsavedReviewButton->setChecked(false);
        m_editor->discard();
    });
    connect(m_ui->unsavedSave, &QPushButton::clicked, this, &UnsavedBar::save);
    m_focus = new FocusReturn(this);
    recolour();
    hide();
}

UnsavedBar::~UnsavedBar() = default;

void UnsavedBar::setEditor(SettingsEditor *editor)
{
    m_editor = editor;
    connect(editor, &SettingsEditor::changed, this, &UnsavedBar::refresh);
    if (editor->savesAtOnce()) {
        m_ui->unsavedSave->setText(tr("Try &again"));
        m_ui->unsavedSave->setToolTip({});
    }
    refresh();
}

bool UnsavedBar::alsoRecorded() const
{
    return m_ui->unsavedRecorded->isVisibleTo(this) && m_ui->unsavedRecorded->isChecked();
}

void UnsavedBar::save()
{
    if (!m_editor || m_editor->unsavedHere() == 0 || m_editor->saving())
        return;
    m_editor->save(alsoRecorded());
}

void UnsavedBar::refresh()
{
    const ConfigDraft &draft = m_editor->draft();
    const SettingsNames names = m_editor->names();
    const int count = draft.count();
    showError();
    const bool refused = m_ui->unsavedError->isVisibleTo(this);
    if (m_editor->savesAtOnce() ? !refused : count == 0 && !m_editor->saving()) {
        m_ui->unsavedReviewButton->setChecked(false);
        m_ui->unsavedRecorded->setChecked(false);
        m_ui->unsavedReview->hide();
        const bool hadFocus = isAncestorOf(QApplication::focusWidget());
        for (QWidget *part :
             {static_cast<QWidget *>(m_ui->unsavedWarning), static_cast<QWidget *>(m_ui->unsavedWarningIcon),
              static_cast<QWidget *>(m_ui->unsavedMeanwhile), static_cast<QWidget *>(m_ui->unsavedRecorded),
              static_cast<QWidget *>(m_ui->unsavedButtons)})
            part->hide();
        setVisible(refused);
        if (hadFocus)
            m_focus->giveBack();
        return;
    }
    m_ui->unsavedButtons->show();
    m_ui->unsavedCount->setText(m_editor->saving() ? tr("Saving…")
                                                   : tr("%n unsaved change(s)", nullptr, count));
    const QStringList warnings = SettingsWords::warnings(draft.edit(), draft.stored(), names);
    m_ui->unsavedWarning->setText(warnings.join(u'\n'));
    m_ui->unsavedWarning->setVisible(!warnings.isEmpty());
    m_ui->unsavedWarningIcon->setVisible(!warnings.isEmpty());
    const QString meanwhile = SettingsWords::meanwhile(draft, names);
    m_ui->unsavedMeanwhile->setText(meanwhile);
    m_ui->unsavedMeanwhile->setVisible(!meanwhile.isEmpty());
    m_ui->unsavedRecorded->setVisible(draft.edit().changesStaff());
    const bool review = m_ui->unsavedReviewButton->isChecked();
    m_ui->unsavedReview->setVisible(review);
    if (review) {
        // Same texts: the list keeps its place and the focus.
        const QStringList lines = SettingsWords::sentences(draft.edit(), draft.stored(), names);
        while (m_ui->unsavedReview->count() > lines.size())
            delete m_ui->unsavedReview->takeItem(m_ui->unsavedReview->count() - 1);
        for (int i = 0; i < lines.size(); ++i) {
            if (i >= m_ui->unsavedReview->count())
                m_ui->unsavedReview->addItem(lines[i]);
            else
                m_ui->unsavedReview->item(i)->setText(lines[i]);
        }
        // As high as the sentences, up to a point: the page above keeps its room.
        int height = 2 * m_ui->unsavedReview->frameWidth();
        for (int i = 0; i < lines.size(); ++i)
            height += m_ui->unsavedReview->sizeHintForRow(i);
        m_ui->unsavedReview->setFixedHeight(qMin(height, HighestReview));
    }
    // What is wrong has to be changed before it can be saved by itself.
    m_ui->unsavedSave->setVisible(!m_editor->savesAtOnce() || !m_editor->failure().isEmpty());
    // Save stays: it does nothing while saving, and would lose the focus.
    for (QWidget *button :
         {static_cast<QWidget *>(m_ui->unsavedReviewButton), static_cast<QWidget *>(m_ui->unsavedDiscard)})
        button->setEnabled(!m_editor->saving());
    show();
}

void UnsavedBar::showError()
{
    QStringList lines;
    if (!m_editor->failure().isEmpty())
        lines.append(m_editor->failure());
    for (const SettingsProblem &problem : m_editor->problems())
        lines.append(problem.text);
    const QString text = lines.join(u'\n');
    m_ui->unsavedError->setVisible(!text.isEmpty());
    m_ui->unsavedErrorIcon->setVisible(!text.isEmpty());
    if (text == m_ui->unsavedError->text())
        return;
    m_ui->unsavedError->setText(text);
    setAccessibleDescription(text);
    if (!text.isEmpty()) {
        QAccessibleEvent event(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
}

void UnsavedBar::recolour()
{
    const ThemeColours &colours = Theme::colours(palette());
    const auto pixmap = [this](Icons::Sign sign, const QColor &colour) {
        return Icons::sign(sign, colour).pixmap(QSize(18, 18), devicePixelRatioF());
    };
    m_ui->unsavedErrorIcon->setPixmap(pixmap(Icons::Sign::Error, colours.error));
    m_ui->unsavedWarningIcon->setPixmap(pixmap(Icons::Sign::Warning, colours.warning));
    update();
}

void UnsavedBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        recolour();
}

void UnsavedBar::paintEvent(QPaintEvent *)
{
    const ThemeColours &colours = Theme::colours(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colours.border, 1));
    painter.setBrush(colours.infoSurface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

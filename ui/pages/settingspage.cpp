// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settingspage.h"

#include "ui/theme.h"
#include "ui/widgets/personpicker.h"
#include "ui_settingspage.h"

#include <QCompleter>
#include <QDesktopServices>
#include <QGridLayout>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QTimeZone>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

// The search, and what happens when something is changed. How a server's settings come into the fields is in
// settingsfields.cpp; what belongs to this window and this computer, in settingswindow.cpp.

namespace {

constexpr int LineHeight = 28; // of what stands beside a label
constexpr int WidestField = 440, WidestBody = 960; // wider ones would be hard to read along

// Not by a minimum height: layouts that ask for the height of a width overlook it.
void standInLine(QLabel *text)
{
    const int room = qMax(0, LineHeight - text->fontMetrics().height());
    text->setContentsMargins(0, room / 2, 0, room - room / 2);
}

} // namespace

SettingsPage::SettingsPage(LiveData &live, SettingsActions actions, const Window &window, QWidget *parent)
    : Page(live, u"settings"_s, parent), m_ui(std::make_unique<Ui::SettingsPage>()), m_window(window),
      m_editor(new SettingsEditor(live, std::move(actions), SettingsEditor::Saves::AtOnce, this))
{
    m_ui->setupUi(this);
    m_ui->zoneBox->lineEdit()->setAccessibleName(tr("Time zone")); // its label names only the box
    m_ui->settingsState->setContent(m_ui->settingsScroll);
    m_ui->settingsHeader->hide();
    // A label names its buddy by itself only where the two are neighbours.
    for (const QLabel *label : m_ui->settingsBody->findChildren<QLabel *>()) {
        if (label->buddy())
            label->buddy()->setAccessibleName(label->text().remove(u'&'));
    }
    for (QLabel *text :
         {m_ui->botText, m_ui->contentText, m_ui->commandsText, m_ui->folderText, m_ui->tryText})
        standInLine(text);
    for (QComboBox *box : m_ui->settingsBody->findChildren<QComboBox *>())
        box->setMaximumWidth(WidestField);
    for (QSpinBox *box : m_ui->settingsBody->findChildren<QSpinBox *>())
        box->setMaximumWidth(WidestField / 2);
    m_ui->settingsBody->setMaximumWidth(WidestBody);
    for (QGridLayout *form : {m_ui->generalForm, m_ui->appearanceForm, m_ui->connectionForm,
                              m_ui->detectionForm, m_ui->targetsForm, m_ui->privacyForm, m_ui->advancedForm})
        m_forms.append(FormGrid(form));
    buildServerFields();
    buildWindowFields();
    buildBots();
    buildInvitation();
    colourNotes();
    arrange();
    m_ui->settingsScroll->viewport()->installEventFilter(this);
    m_ui->settingsUnsaved->setEditor(m_editor);
    tellFailures(m_editor->question(), m_ui->settingsState, tr("The settings could not be read."));
    connect(m_editor, &SettingsEditor::changed, this, &SettingsPage::refresh);
    connect(m_editor, &SettingsEditor::message, this, &Page::message);
    connect(m_ui->settingsSearch, &QLineEdit::textChanged, this, &SettingsPage::search);
    connect(m_ui->tryButton, &QPushButton::clicked, this, &SettingsPage::tryDetection);
    connect(m_ui->notTicketsButton, &QPushButton::clicked, this, [this] {
        PageLink link;
        link.page = u"tickets"_s;
        link.tickets = TicketListFilter();
        link.tickets->tab = TicketListFilter::Tab::All;
        link.tickets->notTickets = true;
        emit linkActivated(link);
    });
    connect(m_ui->tokenButton, &QPushButton::clicked, this, &SettingsPage::tokenRequested);
    connect(m_ui->removeTokenButton, &QPushButton::clicked, this, &SettingsPage::tokenRemovalRequested);
    connect(m_ui->registerButton, &QPushButton::clicked, this, [this] {
        m_editor->actions().registerCommands();
        say(tr("The commands are registered again."));
    });
    connect(m_ui->portalButton, &QPushButton::clicked, this, [this] {
        QDesktopServices::openUrl(QUrl(u"https://discord.com/developers/applications/%1/bot"_s.arg(
            this->live().bot().application.toString())));
    });
    refresh();
}

SettingsPage::~SettingsPage() = default;

QString SettingsPage::title() const
{
    return tr("Settings");
}

QWidget *SettingsPage::headerWidget()
{
    return m_ui->settingsHeader;
}

QLineEdit *SettingsPage::searchField()
{
    return m_ui->settingsSearch;
}

Page::Badge SettingsPage::badge() const
{
    return m_editor->anyRefused() ? Badge{u"●"_s, tr("unsaved changes")} : Badge();
}

QString SettingsPage::unsavedText() const
{
    const QString text = m_editor->unsavedText();
    return text.isEmpty() ? QString() : tr("Settings were changed and not saved.\n%1").arg(text);
}

void SettingsPage::saveUnsaved(std::function<void(bool)> done)
{
    m_editor->saveEverything(false, std::move(done));
}

void SettingsPage::open(const PageLink &link)
{
    const QHash<QString, QWidget *> fields{
        {u"hours"_s, m_ui->hoursButton}, {u"detection"_s, m_ui->tryButton}, {u"zone"_s, m_ui->zoneBox}};
    QWidget *field = fields.value(link.section);
    if (!field)
        return;
    m_ui->settingsSearch->clear();
    m_ui->settingsScroll->ensureWidgetVisible(field);
    field->setFocus(Qt::OtherFocusReason); // comes back here when a dialog is closed
    if (field == m_ui->hoursButton)
        QMetaObject::invokeMethod(this, &SettingsPage::editHours, Qt::QueuedConnection);
}

void SettingsPage::setWidthClass(WidthClass width)
{
    Page::setWidthClass(width);
    arrange();
}

// Labels of all sections share one width, so that the fields stand below each other; where a field would not fit beside
// them, all stand above theirs.
void SettingsPage::arrange()
{
    int widestLabel = 0;
    int widestField = 0;
    for (const FormGrid &form : std::as_const(m_forms)) {
        for (const FormGrid::Row &row : form.rows()) {
            widestLabel = qMax(widestLabel, row.label->sizeHint().width());
            widestField =
                qMax(widestField, qMax(row.field->minimumSizeHint().width(), row.field->minimumWidth()));
        }
    }
    constexpr int Around = 60; // margins of the card and of the page, between label and field
    const int room = m_ui->settingsScroll->viewport()->width();
    const bool above = widthClass() == WidthClass::Compact || widestLabel + widestField + Around > room;
    for (FormGrid &form : m_forms) {
        form.setAbove(above);
        for (const FormGrid::Row &row : form.rows())
            row.label->setMinimumWidth(above ? 0 : widestLabel);
    }
}

// The page has its size before what is in it.
bool SettingsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_ui->settingsScroll->viewport() && event->type() == QEvent::Resize)
        arrange();
    return Page::eventFilter(watched, event);
}

void SettingsPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        colourNotes();
    else if (event->type() == QEvent::FontChange)
        arrange();
    else if (event->type() == QEvent::ActivationChange && !isActiveWindow())
        m_editor->saveWhatWaits();
}

// Every change brings a message above the page: what is below the pointer stays where it is.
void SettingsPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    QScrollBar *bar = m_ui->settingsScroll->verticalScrollBar();
    const int top = mapTo(window(), QPoint()).y();
    const int moved = top - std::exchange(m_top, top);
    if (isVisible())
        bar->setValue(bar->value() + moved);
}

void SettingsPage::hideEvent(QHideEvent *event)
{
    m_editor->saveWhatWaits();
    Page::hideEvent(event);
}

void SettingsPage::colourNotes()
{
    QPalette muted = palette();
    muted.setColor(QPalette::WindowText, Theme::colours(palette()).muted);
    for (QLabel *label : m_ui->settingsBody->findChildren<QLabel *>()) {
        if (label->objectName().endsWith("Note"_L1))
            label->setPalette(muted);
    }
    showProblems();
}

void SettingsPage::reload()
{
    refresh();
}

void SettingsPage::update(const ChangeSet &)
{
    // The editor follows what is stored by itself.
}

// -- search -----------------------------------------------------------------------------------------------

bool SettingsPage::needsServer(const QWidget *field) const
{
    return field == m_ui->zoneField || field == m_ui->languageField || field == m_ui->publicBox
        || m_ui->detectionSection->isAncestorOf(field) || m_ui->targetsSection->isAncestorOf(field);
}

// The demo has its own bot, nothing to invite and no network to reach; it starts nothing by itself.
bool SettingsPage::offered(const QWidget *field) const
{
    if (field == m_ui->autostartBox)
        return m_window.autostart.offered();
    return !m_window.demo || (field != m_ui->inviteField && field != m_ui->proxyField);
}

// What the search's outcome depends on; the bot tells news four times a second.
QString SettingsPage::searchKey() const
{
    return u"%1 %2 %3 %4"_s.arg(live().server().toString())
        .arg(live().loaded())
        .arg(m_editor->loaded())
        .arg(m_ui->settingsSearch->text());
}

// A row stays when all words are somewhere in it: its label, the texts beside its field, its section's name.
void SettingsPage::search()
{
    m_searched = searchKey();
    const QStringList words = m_ui->settingsSearch->text().split(u' ', Qt::SkipEmptyParts);
    bool any = false;
    for (FormGrid &form : m_forms) {
        QWidget *section = form.rows().first().label->parentWidget();
        bool anyHere = false;
        for (int row = 0; row < form.rows().size(); ++row) {
            const auto &[name, field] = form.rows()[row];
            QStringList texts{section->accessibleName()};
            QVector<QWidget *> parts{name, field};
            parts << field->findChildren<QWidget *>();
            for (const QWidget *part : std::as_const(parts)) {
                if (const auto *label = qobject_cast<const QLabel *>(part))
                    texts.append(label->text().remove(u'&'));
                else if (const auto *button = qobject_cast<const QAbstractButton *>(part))
                    texts.append(button->text().remove(u'&'));
            }
            const QString all = texts.join(u' ');
            const bool applies = (live().server() || !needsServer(field)) && offered(field);
            const bool fits =
                applies && std::all_of(words.cbegin(), words.cend(), [&all](const QString &word) {
                    return all.contains(word, Qt::CaseInsensitive);
                });
            form.setRowVisible(row, fits);
            anyHere = anyHere || fits;
        }
        section->setVisible(anyHere);
        any = any || anyHere;
    }
    m_ui->settingsServerNote->setVisible(!live().server() && live().loaded() && words.isEmpty());
    if (live().server() && !m_editor->loaded())
        m_ui->settingsState->showLoading(tr("Reading settings…"));
    else if (any)
        m_ui->settingsState->showContent();
    else
        m_ui->settingsState->show(
            StatePane::State::Empty, tr("No setting matches “%1”.").arg(m_ui->settingsSearch->text()),
            {{u"settingsClearSearch"_s, tr("Clear search"), [this] { m_ui->settingsSearch->clear(); }}});
}

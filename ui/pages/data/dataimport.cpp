// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/data/dataimport.h"

#include "bot/base/format.h"
#include "ui/dates.h"
#include "ui/messagebox.h"
#include "ui/pages/firststeps.h"
#include "ui_dataimport.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int TypingMs = 400; // an id is typed or pasted
constexpr int ProgressMs = 250; // UX: at most four refreshes a second
constexpr int MostProblems = 12;

QStringList bulleted(QStringList lines)
{
    for (QString &line : lines)
        line.prepend(u"•  "_s);
    return lines;
}

// Rows of the matching table, whether it can be shown or not.
int namesToMatch(const ImportReport &report)
{
    return int(matchSettings(report.settings, {}, {}).size() + report.routes.size());
}

} // namespace

QString importCounts(const ImportReport &report, UtcMs nowMs)
{
    if (report.databases.isEmpty())
        return DataImport::tr("Settings only: no database was chosen.");
    QStringList parts{DataImport::tr("%n ticket(s)", nullptr, int(report.ticketsTaken)),
                      DataImport::tr("%n message(s)", nullptr, int(report.messagesTaken)),
                      DataImport::tr("%n deletion(s) in its history", nullptr, int(report.wipes)),
                      DataImport::tr("%n privileged user(s)", nullptr, int(report.privilegedUsers.size()))};
    if (report.firstMs)
        parts.append(DataImport::tr("%1 – %2", "dates")
                         .arg(Dates::date(report.firstMs, QTimeZone::utc(), nowMs),
                              Dates::date(report.lastMs, QTimeZone::utc(), nowMs)));
    const QString text = parts.join(u", "_s);
    return text.endsWith(u'.') ? text : text + u'.'; // months are abbreviated with one in some languages
}

QStringList importProblems(const ImportReport &report)
{
    QStringList lines;
    const auto add = [&lines](qint64 count, const QString &line) {
        if (count > 0)
            lines.append(line);
    };
    const auto n = [](qint64 count) { return int(std::min<qint64>(count, std::numeric_limits<int>::max())); };
    add(report.stillOpen,
        DataImport::tr("%n ticket(s) still open: Discord is asked about them.", nullptr,
                       n(report.stillOpen)));
    add(report.withoutCategory,
        DataImport::tr("%n ticket(s) without a category.", nullptr, n(report.withoutCategory)));
    if (!report.unknownCategories.isEmpty())
        lines.append(
            DataImport::tr("Categories that this server is not known to have, kept under their names: %1.")
                .arg(report.unknownCategories.mid(0, MostProblems).join(u", "_s)));
    add(report.ticketsRejected,
        DataImport::tr("%n row(s) without a channel: left out.", nullptr, n(report.ticketsRejected)));
    add(report.ticketsRepeated,
        DataImport::tr("%n row(s) about a channel that another row is about: merged.", nullptr,
                       n(report.ticketsRepeated)));
    add(report.openingEstimated,
        DataImport::tr("%n ticket(s) without an opening time: the channel's is used.", nullptr,
                       n(report.openingEstimated)));
    add(report.openingFarFromId,
        DataImport::tr("%n ticket(s) opened more than 5 minutes away from the channel's time.", nullptr,
                       n(report.openingFarFromId)));
    add(report.closedBeforeOpened,
        DataImport::tr("%n ticket(s) closed before being opened: kept, and counted as invalid.", nullptr,
                       n(report.closedBeforeOpened)));
    add(report.messagesByBots,
        DataImport::tr("%n message(s) by ticket bots: in no figure.", nullptr, n(report.messagesByBots)));
    add(report.messagesOutside,
        DataImport::tr("%n message(s) outside the lifetime of the ticket: kept, in no figure.", nullptr,
                       n(report.messagesOutside)));
    add(report.messagesQuarantined,
        DataImport::tr("%n message(s) of no ticket: left out.", nullptr, n(report.messagesQuarantined)));
    add(report.privilegedUsers.size(),
        DataImport::tr("%n privileged user(s): disabled until you confirm each.", nullptr,
                       n(report.privilegedUsers.size())));
    lines += report.problems.mid(0, MostProblems);
    if (report.problems.size() > MostProblems)
        lines.append(DataImport::tr("and %n more", nullptr, int(report.problems.size()) - MostProblems));
    if (!report.notImported.isEmpty())
        lines.append(DataImport::tr("Not imported: %1.").arg(report.notImported.join(u"; "_s)));
    return lines;
}

DataImport::DataImport(LiveData &live, const DataActions &actions, QWidget *parent)
    : Page(live, u"data-import"_s, parent), m_ui(std::make_unique<Ui::DataImport>()), m_actions(actions),
      m_service(live.storage(), actions.actor)
{
    m_ui->setupUi(this);
    for (QLabel *label :
         {m_ui->importIntro, m_ui->importSource, m_ui->progressText, m_ui->previewTitle, m_ui->previewText,
          m_ui->previewProblems, m_ui->matchTitle, m_ui->matchText, m_ui->tokenText, m_ui->openersText,
          m_ui->resultTitle, m_ui->resultText, m_ui->lastImport}) {
        label->setTextFormat(Qt::PlainText); // TM-16: names in it are foreign
        label->setWordWrap(true);
    }
    for (QLabel *label : {m_ui->previewText, m_ui->previewProblems, m_ui->resultText})
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QFont strong = font();
    strong.setBold(true);
    for (QLabel *label : {m_ui->previewTitle, m_ui->matchTitle, m_ui->resultTitle})
        label->setFont(strong);
    for (QPushButton *button : {m_ui->chooseFolder, m_ui->chooseFiles})
        m_ui->sourceButtons->add(button);
    for (QPushButton *button : {m_ui->importForget, m_ui->importNow})
        m_ui->importButtons->add(button);
    m_ui->undoButtons->add(m_ui->undoImport);
    for (QPushButton *button : {m_ui->backToSetup, m_ui->confirmUsers})
        m_ui->confirmButtons->add(button);
    m_ui->tokenButtons->add(m_ui->storeToken);
    m_ui->importIntro->setText(
        tr("Brings in the history and settings of the Python bot: its folder, or tickets.db, permissions.py, "
           ".env "
           "and cogs/lists. Its files are only read, nothing in them is executed, and they stay as they are. "
           "You see what would happen first, and an import can be undone as one step for 30 days."));
    m_ui->matchTitle->setText(tr("Names become roles"));
    m_ui->openersText->setText(tr("Their own messages are then no answers."));

    connect(m_ui->chooseFolder, &QPushButton::clicked, this, &DataImport::chooseFolder);
    connect(m_ui->chooseFiles, &QPushButton::clicked, this, &DataImport::chooseFiles);
    connect(m_ui->importCancel, &QPushButton::clicked, this, [this] {
        m_service.cancel();
        m_ui->progressText->setText(tr("Stopping…"));
    });
    connect(m_ui->importForget, &QPushButton::clicked, this, [this] {
        forgetSource();
        m_ui->chooseFolder->setFocus(Qt::OtherFocusReason);
    });
    connect(m_ui->importNow, &QPushButton::clicked, this, &DataImport::import);
    connect(m_ui->undoImport, &QPushButton::clicked, this, &DataImport::undoLast);
    connect(m_ui->storeToken, &QPushButton::clicked, this, &DataImport::storeToken);
    connect(m_ui->confirmUsers, &QPushButton::clicked, this, [this] {
        PageLink link;
        link.page = u"permissions"_s;
        emit linkActivated(link);
    });
    connect(m_ui->backToSetup, &QPushButton::clicked, this, [this] {
        PageLink link;
        link.page = FirstSteps::setUpLink();
        emit linkActivated(link);
    });
    connect(m_ui->matchTable, &ImportMatchTable::changed, this,
            [this] { m_ui->refoldRecorded->setVisible(m_ui->matchTable->bringsSupportRoles()); });
    connect(m_ui->importServer, &QComboBox::currentTextChanged, this, [this] {
        showMatches();
        updateButtons();
        m_serverTyped.start(); // of which tickets the preview tells follows from the server
    });
    m_serverTyped.setSingleShot(true);
    m_serverTyped.setInterval(TypingMs);
    connect(&m_serverTyped, &QTimer::timeout, this, [this] {
        if (!m_paths.isEmpty() && m_work != Work::Importing && chosenServer() && chosenServer() != m_readFor)
            readAgain();
    });
    m_progress.setInterval(ProgressMs);
    connect(&m_progress, &QTimer::timeout, this, &DataImport::showProgress);
    forgetSource();
    m_ui->resultCard->hide();
    m_ui->lastImport->hide();
    m_ui->undoImport->hide();
    setWork(Work::None);
}

DataImport::~DataImport() = default;

QString DataImport::title() const
{
    return tr("Import");
}

void DataImport::focusFirst()
{
    m_ui->chooseFolder->setFocus(Qt::TabFocusReason);
}

void DataImport::reload()
{
    m_service.list([this](const QVector<ImportRecord> &imports) { showImports(imports); });
}

void DataImport::update(const ChangeSet &changes)
{
    if (changes.audit || changes.wiped)
        reload();
}

// The bot has connected: now the server's roles and categories are known.
void DataImport::botChanged()
{
    if (!m_preview || m_work != Work::None || m_matchedServer)
        return;
    showMatches();
    showProblems();
}

// -- what is there to import -------------------------------------------------------------------------------------------------

void DataImport::chooseFolder()
{
    const QString folder =
        QFileDialog::getExistingDirectory(this, tr("Folder of the Python bot"), FileSaver::folder());
    if (!folder.isEmpty())
        choose({folder});
}

void DataImport::chooseFiles()
{
    QFileDialog dialog(this, tr("Files of the Python bot"), FileSaver::folder(),
                       tr("Databases and settings (*.db *.py .env);;All files (*)"));
    dialog.setFileMode(QFileDialog::ExistingFiles);
    dialog.setFilter(dialog.filter() | QDir::Hidden); // .env
    if (dialog.exec() == QDialog::Accepted)
        choose(dialog.selectedFiles());
}

void DataImport::choose(const QStringList &paths)
{
    if (m_work == Work::Importing || m_work == Work::Undoing)
        return;
    forgetSource();
    m_paths = paths;
    readAgain();
}

ImportOptions DataImport::options() const
{
    ImportOptions options;
    options.paths = m_paths;
    options.defaultGuild = chosenServer();
    options.useGuessedOpeners = m_ui->useOpeners->isChecked();
    QHash<GuildId, QVector<CategoryRow>> categories;
    for (const BotState::Server &server : live().bot().servers) {
        for (const Discord::Channel &channel : server.channels) {
            if (channel.type == Discord::ChannelType::Category)
                categories[server.id].append({channel.id, channel.name, false});
        }
    }
    options.categories = [categories](GuildId guild) { return categories.value(guild); };
    return options;
}

void DataImport::readAgain()
{
    QStringList names;
    for (const QString &path : std::as_const(m_paths))
        names.append(QFileInfo(path).fileName());
    m_ui->importSource->setText(tr("Chosen: %1").arg(names.join(u", "_s)));
    m_ui->importSource->show();
    m_ui->resultCard->hide();
    setWork(Work::Reading);
    ImportOptions source = options();
    if (!source.defaultGuild)
        source.defaultGuild = live().server();
    m_readFor = source.defaultGuild;
    m_service.preview(source, [this, number = ++m_reading](const Result<ImportReport> &report) {
        if (number != m_reading)
            return;
        setWork(Work::None);
        showPreview(report);
    });
}

void DataImport::showPreview(const Result<ImportReport> &report)
{
    m_ui->previewCard->show();
    if (!report) {
        m_preview.reset();
        m_ui->previewTitle->setText(tr("This cannot be imported"));
        m_ui->previewText->setText(report.error().text);
        m_ui->previewProblems->hide();
        m_ui->serverRow->hide();
        m_ui->chooseFolder->setFocus(Qt::OtherFocusReason);
        updateButtons();
        return;
    }
    m_preview = *report;
    m_ui->previewTitle->setText(tr("This would be imported"));
    QString text = importCounts(*report, live().nowMs());
    if (report->ticketsKnown > 0 && report->ticketsKnown == report->ticketsTaken)
        text += u' '
            + tr("All of these tickets are recorded here already: only what is missing in them would be "
                 "added.");
    else if (report->ticketsKnown > 0)
        text +=
            u' ' + tr("%n of these ticket(s) are recorded here already.", nullptr, int(report->ticketsKnown));
    m_ui->previewText->setText(text);
    offerServers();
    m_ui->tokenCard->setVisible(!report->settings.token.isEmpty());
    m_ui->tokenText->setText(
        tr("A bot token stands in %1. Delete it there and consider resetting it: files are often shared.")
            .arg(report->settings.tokenFile));
    m_ui->storeToken->setVisible(m_actions.storeToken != nullptr);
    showMatches();
    showProblems();
    m_ui->useOpeners->setVisible(!report->databases.isEmpty());
    m_ui->openersText->setVisible(!report->databases.isEmpty());
    m_ui->importForget->show();
    m_ui->importNow->show();
    updateButtons();
    if (!m_ui->importServer->hasFocus()) // else somebody types the server
        m_ui->importNow->setFocus(Qt::OtherFocusReason);
}

// Since the files were read the bot may have connected: what the server has needs no category of its own.
void DataImport::showProblems()
{
    if (const BotState::Server *server = connectedServer()) {
        m_preview->unknownCategories.removeIf([server](const QString &name) {
            return std::any_of(server->channels.cbegin(), server->channels.cend(),
                               [&name](const Discord::Channel &channel) {
                                   return channel.type == Discord::ChannelType::Category
                                       && channel.name.compare(name, Qt::CaseInsensitive) == 0;
                               });
        });
    }
    m_ui->previewProblems->setText(bulleted(importProblems(*m_preview)).join(u'\n'));
    m_ui->previewProblems->setVisible(!m_ui->previewProblems->text().isEmpty());
}

// Which server the rows are of is asked only where they do not say it themselves.
void DataImport::offerServers()
{
    const QSignalBlocker quiet(m_ui->importServer);
    const QSet<GuildId> &named = m_preview->named;
    const QString typed = m_ui->importServer->hasFocus() ? m_ui->importServer->currentText() : QString();
    m_ui->importServer->clear();
    m_ui->importServer->setEditable(named.isEmpty());
    if (QLineEdit *field = m_ui->importServer->lineEdit())
        field->setPlaceholderText(tr("Server ID"));
    for (const ServerPulse &server : live().servers()) {
        const QString id = server.info.id.toString();
        if (named.isEmpty() || named.contains(server.info.id))
            m_ui->importServer->addItem(server.info.name.isEmpty() ? id : server.info.name, id);
    }
    for (const GuildId guild : std::as_const(m_preview->guilds)) {
        if (m_ui->importServer->findData(guild.toString()) < 0)
            m_ui->importServer->addItem(guild.toString(), guild.toString());
    }
    int guess = m_ui->importServer->findData((m_readFor ? m_readFor : live().server()).toString());
    if (guess < 0 && !m_preview->guilds.isEmpty())
        guess = m_ui->importServer->findData(m_preview->guilds.first().toString());
    m_ui->importServer->setCurrentIndex(guess);
    if (named.isEmpty() && !typed.isEmpty())
        m_ui->importServer->setEditText(typed); // somebody is at it
    m_ui->serverRow->show();
}

GuildId DataImport::chosenServer() const
{
    const QComboBox *box = m_ui->importServer;
    if (box->currentIndex() >= 0 && box->itemText(box->currentIndex()) == box->currentText())
        return GuildId::fromText(box->currentData().toString());
    if (const int index = box->findText(box->currentText()); index >= 0)
        return GuildId::fromText(box->itemData(index).toString());
    return GuildId::fromText(box->currentText().trimmed()); // an id of a server not known yet
}

const BotState::Server *DataImport::connectedServer() const
{
    const QVector<BotState::Server> &servers = live().bot().servers;
    const auto server =
        std::find_if(servers.cbegin(), servers.cend(), [guild = chosenServer()](const BotState::Server &s) {
            return s.id == guild && s.available;
        });
    return server == servers.cend() ? nullptr : &*server;
}

// -- names and roles ---------------------------------------------------------------------------------------------------------

void DataImport::showMatches()
{
    m_ui->matchTable->clear();
    m_matchedServer = {};
    m_ui->refoldRecorded->hide();
    const int names = m_preview ? namesToMatch(*m_preview) : 0;
    m_ui->matchCard->setVisible(names > 0);
    if (names == 0)
        return;
    const BotState::Server *server = connectedServer();
    if (!server) {
        m_ui->matchText->setText(tr("The bot is not connected to this server, so its roles are not known. "
                                    "The history can be imported "
                                    "now; import again once the bot is connected to match %n name(s).",
                                    nullptr, names));
        return;
    }
    m_matchedServer = server->id;
    m_ui->matchText->setText(
        tr("Rights go by role, never by name. Check each line; what is skipped is not imported."));
    m_ui->matchTable->fill(m_preview->settings, m_preview->routes, *server,
                           widthClass() == WidthClass::Compact);
    m_ui->refoldRecorded->setVisible(m_ui->matchTable->bringsSupportRoles());
}

// -- doing it ----------------------------------------------------------------------------------------------------------------

void DataImport::import()
{
    if (!m_preview || m_work != Work::None)
        return;
    m_serverTyped.stop();
    setWork(Work::Importing);
    ImportService::Chosen chosen;
    chosen.guild = m_matchedServer;
    chosen.matches = m_ui->matchTable->matches();
    chosen.routes = m_ui->matchTable->routes();
    chosen.atMs = live().nowMs();
    m_service.run(options(), chosen, [this](const Result<ImportReport> &report) {
        setWork(Work::None);
        showResult(report);
    });
}

void DataImport::showResult(const Result<ImportReport> &report)
{
    m_ui->resultCard->show();
    if (!report) {
        m_ui->resultTitle->setText(report.error().kind == ErrorKind::Cancelled ? tr("Cancelled")
                                                                               : tr("Nothing was imported"));
        m_ui->resultText->setText(report.error().text);
        m_ui->confirmUsers->hide();
        m_ui->backToSetup->hide();
        m_ui->importNow->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_ui->resultTitle->setText(report->anythingNew() ? tr("Imported") : tr("Nothing was new"));
    QStringList lines;
    if (report->anythingNew())
        lines.append(tr("%1 New: %2. Known before and completed: %3.", "counts")
                         .arg(importCounts(*report, live().nowMs()), Format::count(report->ticketsNew),
                              Format::count(report->ticketsChanged)));
    else
        lines.append(tr("Everything in these files was known already."));
    if (report->ticketsWiped > 0)
        lines.append(
            tr("%n ticket(s) deleted here before: not brought back.", nullptr, int(report->ticketsWiped)));
    if (const int names = namesToMatch(*report); names > 0 && !m_matchedServer)
        lines.append(tr("%n name(s) of roles, categories and channels not matched: import again once the bot "
                        "is connected.",
                        nullptr, names));
    else if (const QStringList unmatched = m_ui->matchTable->unmatched(); !unmatched.isEmpty())
        lines.append(tr("Names that were matched with nothing: %1.").arg(unmatched.join(u", "_s)));
    lines += bulleted(importProblems(*report));
    m_ui->confirmUsers->setVisible(!report->privilegedUsers.isEmpty());
    m_ui->resultText->setText(lines.join(u'\n'));
    const bool refold = m_ui->refoldRecorded->isChecked() && m_ui->matchTable->bringsSupportRoles();
    for (const GuildId guild : report->guilds) {
        if (m_actions.historyChanged)
            m_actions.historyChanged(guild, refold && guild == m_matchedServer);
    }
    forgetSource();
    reload();
    QString said = tr("Nothing was new.");
    if (report->anythingNew())
        said = report->ticketsNew > 0 ? tr("Imported: %n new ticket(s).", nullptr, int(report->ticketsNew))
            : report->databases.isEmpty() ? tr("The settings are imported.")
                                          : tr("Imported. Every ticket was known already.");
    say(said);
    m_ui->backToSetup->setVisible(m_actions.setupOpen && m_actions.setupOpen());
    m_ui->importScroll->ensureWidgetVisible(m_ui->resultCard);
    (m_ui->backToSetup->isVisible() ? m_ui->backToSetup : m_ui->undoImport)->setFocus(Qt::OtherFocusReason);
}

void DataImport::showImports(const QVector<ImportRecord> &imports)
{
    m_imports = imports;
    const auto last = std::find_if(imports.cbegin(), imports.cend(),
                                   [](const ImportRecord &one) { return one.undoneAtMs == 0; });
    const bool any = last != imports.cend();
    m_ui->lastImport->setVisible(any);
    m_ui->undoImport->setVisible(any && last->undoable(live().nowMs()));
    if (!any)
        return;
    const UtcMs now = live().nowMs();
    m_ui->lastImport->setText(
        tr("Last import: %1, %2, %3, %4. It can be undone until %5.", "time, file, tickets, messages, date")
            .arg(Dates::dateTime(last->atMs, live().zone(), now), last->source,
                 tr("%n ticket(s)", nullptr, int(last->tickets)),
                 tr("%n message(s)", nullptr, int(last->messages)),
                 Dates::date(last->undoUntilMs, live().zone(), now)));
    updateButtons();
}

void DataImport::undoLast()
{
    const auto last = std::find_if(m_imports.cbegin(), m_imports.cend(),
                                   [](const ImportRecord &one) { return one.undoneAtMs == 0; });
    if (last == m_imports.cend() || m_work != Work::None)
        return;
    const int answer = MessageBox::ask(this, tr("Undo import"),
                                       tr("Take back what was imported from %1? What Discord told about "
                                          "these tickets since stays. The files can "
                                          "be imported again.")
                                           .arg(last->source),
                                       {tr("&Undo import")}, -1);
    if (answer != 0)
        return;
    const QVector<GuildId> guilds = last->guilds;
    setWork(Work::Undoing);
    m_service.undo(last->id, [this, guilds](const Status &undone) {
        setWork(Work::None);
        m_ui->resultCard->hide();
        tell(undone, tr("The import is undone."));
        for (const GuildId guild : guilds) {
            if (m_actions.historyChanged)
                m_actions.historyChanged(guild, true);
        }
        reload();
        m_ui->chooseFolder->setFocus(Qt::OtherFocusReason);
    });
}

void DataImport::storeToken()
{
    if (!m_preview || !m_actions.storeToken)
        return;
    m_actions.storeToken(m_preview->settings.token);
    m_ui->tokenText->setText(tr("It is checked and stored in the window that opened. Then delete it from %1 "
                                "and consider resetting it: "
                                "files are often shared.")
                                 .arg(m_preview->settings.tokenFile));
}

void DataImport::forgetSource()
{
    ++m_reading; // what is being read is of no interest any more
    m_serverTyped.stop();
    m_readFor = {};
    m_paths.clear();
    m_preview.reset();
    m_ui->matchTable->clear();
    m_matchedServer = {};
    for (QWidget *part :
         QVector<QWidget *>{m_ui->importSource, m_ui->previewCard, m_ui->matchCard, m_ui->tokenCard,
                            m_ui->useOpeners, m_ui->openersText, m_ui->importForget, m_ui->importNow})
        part->hide();
    const QSignalBlocker quiet(m_ui->importServer);
    m_ui->importServer->clear();
}

void DataImport::setWork(Work work)
{
    m_work = work;
    m_ui->progressRow->setVisible(work != Work::None);
    m_ui->importCancel->setVisible(work != Work::Undoing);
    if (work == Work::None)
        m_progress.stop();
    else
        m_progress.start();
    showProgress();
    updateButtons();
    if (work == Work::Importing)
        m_ui->importCancel->setFocus(Qt::OtherFocusReason);
}

void DataImport::updateButtons()
{
    const bool idle = m_work == Work::None;
    m_ui->chooseFolder->setEnabled(idle);
    m_ui->chooseFiles->setEnabled(idle);
    m_ui->matchCard->setEnabled(idle);
    m_ui->importServer->setEnabled(idle || m_work == Work::Reading); // it may be what is read for
    m_ui->useOpeners->setEnabled(idle);
    m_ui->importForget->setEnabled(idle);
    m_ui->undoImport->setEnabled(idle);
    const bool homeless = m_preview && !chosenServer();
    m_ui->importNow->setEnabled(idle && m_preview && !homeless);
    m_ui->importNow->setToolTip(homeless ? tr("Choose the server first, or write its ID") : QString());
}

void DataImport::showProgress()
{
    if (m_work == Work::None)
        return;
    const JobControl::Progress progress = m_service.progress();
    const bool counted = progress.total > 0 && m_work != Work::Undoing;
    m_ui->importProgress->setRange(0, counted ? 1000 : 0);
    if (counted)
        m_ui->importProgress->setValue(int(1000 * progress.done / progress.total));
    const QString done = Format::count(progress.done), total = Format::count(progress.total);
    QString words = tr("Importing…");
    if (m_work == Work::Undoing)
        words = tr("Taking the import back…");
    else if (m_work == Work::Reading)
        words = counted ? tr("Reading a copy of the files: %1 of %2 rows").arg(done, total)
                        : tr("Reading a copy of the files…");
    else if (progress.step == JobControl::Step::BackingUp)
        words = tr("Writing a backup and checking it…");
    else if (counted)
        words = tr("Importing: %1 of %2 rows").arg(done, total);
    m_ui->progressText->setText(words);
}

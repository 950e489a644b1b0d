// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/data/datapage.h"

#include "ui/pages/data/databackups.h"
#include "ui/pages/data/datadelete.h"
#include "ui/pages/data/dataexport.h"
#include "ui/pages/data/datahealth.h"
#include "ui/pages/data/datahistory.h"
#include "ui/pages/data/dataimport.h"
#include "ui/pages/data/dataprivacy.h"
#include "ui/uisettings.h"
#include "ui_datapage.h"

#include <QTabBar>

using namespace Qt::Literals::StringLiterals;

namespace {

// Sections are named after the page, so that their parts have names of their own: "data-backups".
constexpr QLatin1StringView SectionPrefix("data-");

} // namespace

DataPage::DataPage(LiveData &live, const DataActions &actions, QWidget *parent)
    : Page(live, u"data"_s, parent), m_ui(std::make_unique<Ui::DataPage>())
{
    m_ui->setupUi(this);
    m_ui->dataTabs->setDrawBase(false);
    m_ui->dataTabs->setExpanding(false);
    m_ui->dataTabs->setElideMode(Qt::ElideNone);
    m_ui->dataTabs->setUsesScrollButtons(true);
    addSection(new DataHealth(live));
    addSection(new DataDelete(live, actions));
    addSection(new DataHistory(live, actions));
    addSection(new DataBackups(live, actions));
    addSection(new DataImport(live, actions));
    addSection(new DataExport(live));
    addSection(new DataPrivacy(live, actions));
    connect(m_ui->dataTabs, &QTabBar::currentChanged, this, [this](int index) {
        m_ui->dataStack->setCurrentIndex(index);
        emit headerChanged(); // another section searches and exports other things
    });
}

DataPage::~DataPage() = default;

void DataPage::addSection(Page *section)
{
    m_sections.append(section);
    m_ui->dataStack->addWidget(section);
    m_ui->dataTabs->addTab(section->title());
    connect(section, &Page::message, this, &Page::message);
    connect(section, &Page::problem, this, &Page::problem);
    connect(section, &Page::fileWritten, this, &Page::fileWritten);
    connect(section, &Page::busyChanged, this, &Page::busyChanged);
    connect(section, &Page::linkActivated, this, [this](const PageLink &link) {
        if (link.page == name())
            open(link);
        else
            emit linkActivated(link);
    });
    connect(section, &Page::actionsChanged, this, &Page::actionsChanged);
}

Page *DataPage::current() const
{
    return m_sections.value(m_ui->dataStack->currentIndex());
}

QString DataPage::title() const
{
    return tr("Data");
}

QLineEdit *DataPage::searchField()
{
    return current()->searchField();
}

QVector<QAction *> DataPage::exportActions()
{
    return current()->exportActions();
}

void DataPage::setWidthClass(WidthClass width)
{
    Page::setWidthClass(width);
    for (Page *section : std::as_const(m_sections))
        section->setWidthClass(width);
}

void DataPage::open(const PageLink &link)
{
    showSection(link.section);
    current()->open(link);
}

void DataPage::showSection(const QString &name)
{
    for (int i = 0; i < m_sections.size(); ++i) {
        if (m_sections[i]->name() == SectionPrefix + name)
            m_ui->dataTabs->setCurrentIndex(i);
    }
}

QString DataPage::section() const
{
    return current()->name().mid(SectionPrefix.size());
}

void DataPage::focusFirst()
{
    m_ui->dataTabs->setFocus(Qt::TabFocusReason);
}

void DataPage::saveView(UiSettings &settings) const
{
    settings.setValue(u"data/section"_s, section());
    for (const Page *part : m_sections)
        part->saveView(settings);
}

void DataPage::restoreView(const UiSettings &settings)
{
    showSection(settings.value(u"data/section"_s).toString());
    for (Page *part : std::as_const(m_sections))
        part->restoreView(settings);
}

void DataPage::resetView()
{
    for (Page *part : std::as_const(m_sections))
        part->resetView();
}

void DataPage::showNewest()
{
    current()->showNewest();
}

void DataPage::toggleTables()
{
    current()->toggleTables();
}

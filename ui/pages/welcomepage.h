// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"

#include <memory>

namespace Ui {
class WelcomePage;
}

// What a person sees first: what this is, and the ways in (UX J1). It stands alone, without the navigation.
class WelcomePage : public Page
{
    Q_OBJECT
public:
    explicit WelcomePage(LiveData &live);
    ~WelcomePage() override;

    QString title() const override { return tr("Welcome"); }
    void setWidthClass(WidthClass width) override;
    void focusFirst() override;
    void setBegun(bool begun); // the assistant was left half-way
    void setImportOffered(bool offered);
    void goOnWithLanguage() { m_languageFirst = true; } // the focus was there

signals:
    void setupRequested();
    void demoRequested();
    void importRequested();
    void languageChosen(const QString &code);
    void restoreRequested();

protected:
    void reload() override { }
    void showEvent(QShowEvent *event) override;

private:
    const std::unique_ptr<Ui::WelcomePage> m_ui;
    bool m_languageFirst = false;
};

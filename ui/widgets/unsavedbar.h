// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <memory>

namespace Ui {
class UnsavedBar;
} // namespace Ui
class FocusReturn;
class SettingsEditor;

// The bar at the foot of a page with unsaved changes (UX J4): how many, what they mean in words, what somebody should know
// before saving, and the pair Discard / Save. Where settings are saved at once it is there only for what could not be saved,
// with the reason. Hidden while there is nothing to say. Thread: GUI. Owner: the page.
class UnsavedBar : public QFrame
{
    Q_OBJECT
public:
    explicit UnsavedBar(QWidget *parent = nullptr);
    ~UnsavedBar() override;

    void setEditor(SettingsEditor *editor);
    bool alsoRecorded() const;
    void save(); // Ctrl+S

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();
    void recolour();
    void showError();

    const std::unique_ptr<Ui::UnsavedBar> m_ui;
    SettingsEditor *m_editor = nullptr;
    FocusReturn *m_focus = nullptr;
};

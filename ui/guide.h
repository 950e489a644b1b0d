// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QListWidget;
class QTextBrowser;

// The guide (F1): for each page in a few sentences what it is for and what one would not guess, and how figures are counted.
// It stays open beside the window.
//
// Thread: GUI. Owner: MainWindow, as parent.
class Guide : public QDialog
{
    Q_OBJECT
public:
    explicit Guide(QWidget *parent = nullptr);

    void open(const QString &page); // the topic of that page, or of the first

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void showTopic(int row);

    QListWidget *m_topics;
    QTextBrowser *m_text;
};

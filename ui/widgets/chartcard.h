// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/filesaver.h"

#include <QImage>
#include <QWidget>

#include <functional>
#include <memory>

class QBoxLayout;
class QMenu;
class QToolButton;

// What every card with a figure has (UX 2.10): its title, Explain, the menu with the ways to take it along, a note under it.
// What stands between, and how it becomes a picture and a table, is the kinds' own. Thread: GUI. Owner: the page.
class ChartCard : public QWidget
{
    Q_OBJECT
public:
    ~ChartCard() override;

    QString title() const;
    void setNote(
        const QString &text); // a sentence under the figure ("Bot was offline 02:10–06:45"); empty hides it
    // What a picture says beside its title, for it leaves the page that says it: "23 Oct – 22 Nov 2026 · Northwind".
    void setCaption(const QString &text);
    QMenu *menu() const;

public slots:
    void copyImage();
    void savePng();
    void saveCsv();

signals:
    void explainRequested();
    void told(const QString &message); // "Copied: Opened and closed per day", for the message area
    void saved(const FileSaver::Outcome &outcome);

protected:
    // name: prefix of the object names of its parts ("openedChart" -> "openedChartTable").
    ChartCard(const QString &name, QWidget *parent);

    void setTitle(const QString &title);
    // In the head, before the menu or before Explain.
    QToolButton *addButton(const QString &part, const QString &text, bool beforeExplain = false);
    static QToolButton *makeButton(QWidget *parent, const QString &name, const QString &text);
    QBoxLayout *body() const; // between the head and the note

    virtual QImage picture(double scale, bool dark) const = 0;
    virtual std::function<QByteArray()> csv() const = 0; // called in a worker
    virtual void showEverything() = 0; // "Show tickets"

    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    class Private;
    const std::unique_ptr<Private> d;
};
// The caption of a picture: on the right of its title, as much of it as there is room for.
QImage withCaption(QImage picture, const QString &caption, bool dark);
QByteArray encodedPng(const QImage &image); // some 40 ms for a chart: not in the GUI thread

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QVector>

#include <memory>

// One number with its context. A button: Enter explains the number (UX 3.1). Its accessible name is one whole
// sentence. Thread: GUI. Owner: the page.
class KpiCard : public QAbstractButton
{
    Q_OBJECT
public:
    enum class Tone
    {
        Plain,
        Good,
        Bad,
        Alert
    }; // colour beside words, never instead of them
    struct Line
    {
        QString text;
        Tone tone = Tone::Plain;
    };
    struct Content
    {
        QString title; // "First response"
        QString value; // "6 min 10 s"
        QString unit; // "average"
        QVector<Line> lines; // at most three; the card keeps room for three, so nothing shifts
        QString spoken; // the sentence for screen readers
        bool partial = false; // the bot was offline for part of the period: footnote mark
    };

    explicit KpiCard(QWidget *parent = nullptr);
    ~KpiCard() override;

    void setContent(const Content &content);
    const Content &content() const;
    void setCompact(bool on); // value and label on one line (below 800 px)

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void arrange();
    void recolour();
    class Private;
    const std::unique_ptr<Private> d;
};

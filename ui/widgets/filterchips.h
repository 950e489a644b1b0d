// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVector>
#include <QWidget>

#include <memory>

// Filters as words that can be taken away one by one (UX 2.4): "Category: Appeals ×", and Clear all when
// there are several. Hidden while there is none. Thread: GUI. Owner: the page.
class FilterChips : public QWidget
{
    Q_OBJECT
public:
    struct Chip
    {
        QString id; // "category"
        QString text; // "Category: Appeals"
        bool operator==(const Chip &) const = default;
    };

    explicit FilterChips(QWidget *parent = nullptr);
    ~FilterChips() override;

    void setChips(const QVector<Chip> &chips);
    const QVector<Chip> &chips() const;

signals:
    void removed(const QString &id);
    void cleared();

private:
    class Private;
    const std::unique_ptr<Private> d;
};

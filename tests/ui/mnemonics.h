// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QLabel>
#include <QMap>
#include <QMenu>
#include <QMenuBar>
#include <QTabBar>

// Letters for Alt that two visible things of one window, or two entries of one menu, share (UX 2.8): the second one is out of
// reach. One line of words for each, for every language alike.
namespace Mnemonics {

inline QChar letterOf(const QString &text)
{
    for (qsizetype i = 0; i + 1 < text.size(); ++i) {
        if (text[i] != u'&')
            continue;
        if (text[i + 1] != u'&')
            return text[i + 1].toUpper();
        ++i;
    }
    return {};
}

class Taken
{
public:
    void take(const QString &text)
    {
        const QChar letter = letterOf(text);
        if (letter.isNull())
            return;
        if (m_by.contains(letter))
            twice.append(QStringLiteral("Alt+%1: \"%2\" and \"%3\"").arg(letter).arg(m_by[letter], text));
        m_by.insert(letter, text);
    }
    QStringList twice;

private:
    QMap<QChar, QString> m_by;
};

inline QStringList takenTwice(const QWidget *window)
{
    Taken taken;
    const auto bars = window->findChildren<QMenuBar *>();
    for (const QMenuBar *bar : bars) {
        const auto menus = bar->actions();
        for (const QAction *menu : menus) {
            if (menu->isVisible())
                taken.take(menu->text());
        }
    }
    const auto widgets = window->findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        if (!widget->isVisible() || widget->window() != window)
            continue;
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget)) {
            taken.take(button->text());
        } else if (const auto *label = qobject_cast<const QLabel *>(widget); label && label->buddy()) {
            taken.take(label->text());
        } else if (const auto *tabs = qobject_cast<const QTabBar *>(widget)) {
            for (int i = 0; i < tabs->count(); ++i)
                taken.take(tabs->tabText(i));
        }
    }
    return taken.twice;
}

inline QStringList takenTwice(const QMenu *menu)
{
    Taken taken;
    const auto entries = menu->actions();
    for (const QAction *entry : entries) {
        if (entry->isVisible())
            taken.take(entry->text());
    }
    return taken.twice;
}

} // namespace Mnemonics

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>
#include <QSet>
#include <QStringList>
#include <QWidget>

// Every visible control below the widget that a screen reader could not name, and every chart without a sentence
// (checklist 15, 16): what accessibility_walk.py looks for over the bus, in every state that a test can make.
class AccessibleNames
{
public:
    static QStringList missing(QWidget *root)
    {
        AccessibleNames search;
        search.visit(QAccessible::queryAccessibleInterface(root), 0);
        return search.m_missing;
    }

private:
    void visit(QAccessibleInterface *node, int depth)
    {
        if (!node || !node->isValid() || depth > 40 || (depth > 0 && node->state().invisible))
            return;
        if (isControl(node->role()) && node->text(QAccessible::Name).trimmed().isEmpty())
            m_missing.append(QStringLiteral("%1 has no accessible name").arg(pathOf(node)));
        if (node->role() == QAccessible::Chart && !node->text(QAccessible::Description).contains(u' '))
            m_missing.append(QStringLiteral("%1 has no sentence").arg(pathOf(node)));
        if (node->tableInterface())
            return; // cells are the models' texts
        for (int i = 0; i < node->childCount(); ++i)
            visit(node->child(i), depth + 1);
    }
    static bool isControl(QAccessible::Role role)
    {
        static const QSet<int> roles{
            QAccessible::Button,   QAccessible::ButtonMenu,   QAccessible::CheckBox, QAccessible::RadioButton,
            QAccessible::ComboBox, QAccessible::EditableText, QAccessible::SpinBox,  QAccessible::Slider,
            QAccessible::List,     QAccessible::Table,        QAccessible::Tree,     QAccessible::PageTab,
            QAccessible::Link,     QAccessible::Chart};
        return roles.contains(role);
    }
    static QString pathOf(QAccessibleInterface *node)
    {
        QStringList names;
        for (int i = 0; node && node->isValid() && i < 4; node = node->parent(), ++i) {
            if (const QObject *object = node->object())
                names.prepend(QLatin1String(object->metaObject()->className()) + u' ' + object->objectName());
            else
                names.prepend(node->text(QAccessible::Name));
        }
        return names.join(QStringLiteral(" / "));
    }

    QStringList m_missing;
};

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/scrollaccess.h"

#include <QAbstractScrollArea>
#include <QAccessibleWidget>

namespace {

// Asked for each class from the object's own upwards: views and text fields have found theirs before it comes to these two.
QAccessibleInterface *scrollAreaAccessible(const QString &className, QObject *object)
{
    if (className != u"QScrollArea" && className != u"QAbstractScrollArea")
        return nullptr;
    auto *area = qobject_cast<QAbstractScrollArea *>(object);
    return area ? new QAccessibleWidget(area) : nullptr;
}

} // namespace

void makeScrollAreasSafe()
{
    static const bool installed = (QAccessible::installFactory(&scrollAreaAccessible), true);
    Q_UNUSED(installed);
}

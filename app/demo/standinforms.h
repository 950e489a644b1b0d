// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

// Discord's form checks, as far as a ticket bot can meet them: what comes back is the `errors` object of code
// 50035, empty when the form is fine. Lengths are counted in Unicode code points.
namespace StandIn {

class FormErrors
{
public:
    void add(const QString &path, const QString &code, const QString &message); // path: "embeds.0.title"
    bool isEmpty() const { return m_errors.isEmpty(); }
    const QJsonObject &json() const { return m_errors; }

    // The usual checks. Absent values are fine unless least > 0.
    bool length(const QString &path, const QJsonValue &value, int least, int most);
    bool size(const QString &path, const QJsonArray &array, int least, int most);

private:
    QJsonObject m_errors;
};

QJsonObject messageErrors(const QJsonObject &message);
QJsonObject modalErrors(const QJsonObject &modal);
QJsonObject choicesErrors(const QJsonArray &choices);
QJsonObject commandErrors(const QJsonObject &command);
QJsonObject commandListErrors(const QJsonArray &commands);

// Every interactive component inside action rows and labels, flattened.
QJsonArray interactiveComponents(const QJsonArray &components);

} // namespace StandIn

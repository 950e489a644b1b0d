// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/snowflake.h"

#include <QSettings>

// What the window remembers (UX 2.7): in <dataDir>/settings.ini, so that a copied or deleted data folder
// takes it along. Nothing here is a secret and nothing here decides what the bot does. Thread: GUI.
class UiSettings
{
public:
    explicit UiSettings(const QString &dataDir)
        : m_settings(dataDir + QStringLiteral("/settings.ini"), QSettings::IniFormat)
    { }

    QVariant value(const QString &key, const QVariant &fallback = {}) const
    {
        return m_settings.value(key, fallback);
    }
    void setValue(const QString &key, const QVariant &value) { m_settings.setValue(key, value); }
    void remove(const QString &key) { m_settings.remove(key); }
    void sync() { m_settings.sync(); }

    // Range, comparison and category are remembered per server (UX 2.3).
    static QString serverKey(GuildId server, const QString &key)
    {
        return QStringLiteral("server-%1/%2").arg(server.toString(), key);
    }

private:
    QSettings m_settings;
};

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/tickets/config.h"

#include <QMap>
#include <QVariant>

// Changes of a server's settings as steps instead of as a whole, so that they can be applied to whatever is stored when
// they are saved: two people who edit at the same time never overwrite each other's work (UX J4).

// The settings that have one value.
enum class ConfigField
{
    LogChannel, // ChannelId, as quint64
    ArchiveChannel, // likewise
    PublicByDefault, // bool
    TimeZone, // QByteArray
    PostLanguage, // QString
    FirstResponseTarget, // int, milliseconds
    ResolutionTarget, // likewise
    HeavyLoad, // int
    WorkingWeek, // QString, as WorkingHours::weekText() writes it
    Holidays, // QString, as WorkingHours::holidaysText() writes it
    TargetsOfCategories // QString, as targetsText() writes it
};
inline constexpr int ConfigFieldCount = 11;

QVariant fieldOf(const StoredConfig &config, ConfigField field);
QVector<quint64> entriesOf(const StoredConfig &config, Setting setting);

struct ConfigEdit
{
    QMap<Setting, QMap<quint64, bool>> lists; // entry -> true: in the list from now on, false: no longer
    QMap<ConfigField, QVariant> fields;
    QMap<UserId, QString> addMax; // person, the name to remember
    QMap<UserId, QString> removeMax;

    int count() const; // changes, as a person counts them
    bool isEmpty() const { return count() == 0; }
    bool changesStaff() const; // who counts as staff (METRICS M-05): support roles and max-permission people
    bool operator==(const ConfigEdit &) const = default;
};

StoredConfig applied(const ConfigEdit &edit, StoredConfig config);
// The steps that lead from one to the other; people have no names then.
ConfigEdit difference(const StoredConfig &from, const StoredConfig &to);
// The steps that take `edit` back where `before` was in force: what it would not have changed stays as it is.
ConfigEdit reversed(const ConfigEdit &edit, const StoredConfig &before);

// What a person has changed on a page and not saved yet. Fed with what is stored whenever that changes; steps that came
// true by other hands drop out, and values that were changed by both are told as conflicts.
class ConfigDraft
{
public:
    // `listed`: everyone on the list of max permissions, imported ones that wait for confirmation included.
    void setStored(const StoredConfig &config, const QSet<UserId> &listed = {});
    const StoredConfig &stored() const { return m_stored; }
    StoredConfig result() const { return applied(m_edit, m_stored); }
    const ConfigEdit &edit() const { return m_edit; }
    int count() const { return m_edit.count(); }

    void setEntry(Setting setting, quint64 entry, bool in);
    void setField(ConfigField field, const QVariant &value);
    void addMax(UserId user, const QString &name);
    void removeMax(UserId user, const QString &name);
    bool entryChanged(Setting setting, quint64 entry) const;
    bool fieldChanged(ConfigField field) const { return m_edit.fields.contains(field); }
    void discard();
    void saved(const ConfigEdit &edit); // these steps are stored now; what was changed since stays unsaved

    // Fields of this draft whose stored value is not the one that the person saw when changing it.
    QVector<ConfigField> conflicts() const;
    // What others changed since the first unsaved step; empty without unsaved steps.
    ConfigEdit meanwhile() const;

private:
    void began();
    void dropWhatIsTrue();

    StoredConfig m_stored;
    StoredConfig m_base; // when the first step was made
    QSet<UserId> m_listed;
    ConfigEdit m_edit;
    QMap<ConfigField, QVariant> m_seen; // the stored value when the field was changed
};

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/bothost.h"
#include "bot/store/recovery.h"

#include <QSet>
#include <QString>
#include <QTimeZone>
#include <QVector>

// What needs a person's attention now, in words (UX J5). Pure: the banner, the Problems list, the tray and
// the desktop notification all read this one list, so they never contradict each other.

enum class IncidentAction
{
    TryNow,
    NetworkDetails,
    EnterToken,
    ShowSwitch,
    CopyDetails,
    StartAgain,
    Details,
    HowToFix,
    InviteAgain,
    StopHere,
    OpenSettings,
    ReadTokenAgain,
    StopWaiting,
    UseThisBot,
    SeeWhy,
    ChooseChannel,
    ArchiveServer,
    SaveCopy,
    ShowFile,
    OldBackups,
    ChooseCategories
};

struct Incident
{
    // In order of severity: the first one present is the banner.
    enum class Kind
    {
        TokenRejected,
        TokenUnavailable, // the password store does not give it
        IntentsRefused,
        OtherFailure,
        DatabaseCorrupt,
        DatabaseFailing, // locked, full, read-only, input/output
        Offline,
        Disconnected,
        TooManySessions,
        RateLimited,
        LowSpace,
        Removed, // nothing of it changes any more; what is wrong now comes first
        MissingPermission,
        NotSetUp, // nobody said which categories of a server hold tickets
        SecondCopy,
        MessageContentOff,
        CommandsRefused,
        ConfigProblem,
        ClockWrong
    } kind = Kind::Disconnected;
    enum class Severity
    {
        Error,
        Warning,
        Note
    } severity = Severity::Warning;
    GuildId server; // 0 = concerns all
    QString text; // one or two sentences
    QString details; // for Copy details; never a secret
    QVector<IncidentAction> actions; // at most two
    bool banner = true; // false: only a row in Problems
    bool closable = false; // the person may put the banner away
    // Changes only with the incident itself, not with its countdown.
    QString key;
    QString notifyKey; // one notification an hour for each; several incidents may share one. Empty = key
    QString file; // in the data folder, for ShowFile
    qint64 bytes = 0; // for OldBackups; 0 = not known
    // Time at which the text should be made anew (a countdown), 0 = only with new input.
    UtcMs changesAtMs = 0;

    bool hasAlarm() const; // AlarmKind::Disconnected or DataTrouble tells of it, when and if it is set to
};

struct IncidentInput
{
    const BotState &bot;
    const StorageTrouble &trouble;
    UtcMs nowMs = 0;
    QTimeZone zone;
    bool tokenKnown = true; // false: nothing to connect with yet, so being disconnected is no incident
    bool computerOnline = true;
    bool stoppedByUser = false;
    UtcMs pausedSinceMs = 0; // since when REST is paused, 0 = it is not
    qint64 clockOffMs = 0; // ours minus Discord's, as far as known
    bool messageContentWanted = false; // the person turned it on once, or asked for it in the assistant
    QString tokenProblem = {}; // why the saved token cannot be had, in words; empty = nothing is wrong
    bool tokenWaiting = false; // tokenProblem may pass by itself
    QString knownBot = {}; // whose data this is, for DifferentBot
    std::optional<DatabaseRecovery> recovery = {}; // what was done about a damaged database
    qint64 backupBytes = 0; // what old backups take; 0 = not known
    QSet<GuildId> archived = {}; // servers that were put away
};

// Most severe first.
QVector<Incident> incidents(const IncidentInput &input);
QString incidentActionText(IncidentAction action, const Incident &incident = {});
// More about it than the banner says, for Details, See why and How to fix; in sentences.
QString incidentExplanation(const Incident &incident, const IncidentInput &input);

// The connection in words and shape, for status bar, tray and title (UX 2.7: states differ in shape).
struct ConnectionWords
{
    enum class Shape
    {
        Normal,
        Dot,
        Slash,
        Exclamation
    } shape = Shape::Normal;
    QString text; // "Connected", "Trying again in 8 s", "Stopped"
};
ConnectionWords connectionWords(const IncidentInput &input, int overdue);

// What is said once after the connection came back (UX J5): how much was checked again and what had changed
// meanwhile.
QString backOnlineText(qint64 awayMs, int closedMeanwhile, int openedMeanwhile);

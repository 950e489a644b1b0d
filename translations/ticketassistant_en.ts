<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
    <context>
        <name>AccessModel</name>
        <message numerus="yes">
            <source>%n member(s)</source>
            <translation>
                <numerusform>%n member</numerusform>
                <numerusform>%n members</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>BotLogPage</name>
        <message numerus="yes">
            <source>%n new error(s)</source>
            <translation>
                <numerusform>%n new error</numerusform>
                <numerusform>%n new errors</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n line(s) copied.</source>
            <translation>
                <numerusform>%n line copied.</numerusform>
                <numerusform>%n lines copied.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n line(s)</source>
            <translation>
                <numerusform>%n line</numerusform>
                <numerusform>%n lines</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 of %n line(s)</source>
            <translation>
                <numerusform>%1 of %n line</numerusform>
                <numerusform>%1 of %n lines</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n wait(s) in 24 hours</source>
            <translation>
                <numerusform>%n wait in 24 hours</numerusform>
                <numerusform>%n waits in 24 hours</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Latency between %1 and %2 ms, %n measurement(s)</source>
            <translation>
                <numerusform>Latency between %1 and %2 ms, %n measurement</numerusform>
                <numerusform>Latency between %1 and %2 ms, %n measurements</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n reconnect(s) today</source>
            <translation>
                <numerusform>%n reconnect today</numerusform>
                <numerusform>%n reconnects today</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Chart</name>
        <message numerus="yes">
            <source>%n day(s).</source>
            <comment>length of a chart</comment>
            <translation>
                <numerusform>%n day.</numerusform>
                <numerusform>%n days.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Commands</name>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n day</numerusform>
                <numerusform>%n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s), one per line.</source>
            <translation>
                <numerusform>%n ticket, one per line.</numerusform>
                <numerusform>%n tickets, one per line.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Last %n day(s)</source>
            <translation>
                <numerusform>Last %n day</numerusform>
                <numerusform>Last %n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>only %n ticket(s)</source>
            <comment>a warning that figures rest on few tickets</comment>
            <translation>
                <numerusform>only %n ticket</numerusform>
                <numerusform>only %n tickets</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>No tickets in the last %n day(s).</source>
            <translation>
                <numerusform>No tickets in the last %n day.</numerusform>
                <numerusform>No tickets in the last %n days.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>No tickets in **%1** in the last %n day(s).</source>
            <translation>
                <numerusform>No tickets in **%1** in the last %n day.</numerusform>
                <numerusform>No tickets in **%1** in the last %n days.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>the %n day(s) before</source>
            <translation>
                <numerusform>the %n day before</numerusform>
                <numerusform>the %n days before</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>First response time, %1, %2: on average %3, median %4, of %n ticket(s).</source>
            <translation>
                <numerusform>First response time, %1, %2: on average %3, median %4, of %n ticket.</numerusform>
                <numerusform>First response time, %1, %2: on average %3, median %4, of %n tickets.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>When tickets are opened, by weekday and hour, %1, %2: %n ticket(s).</source>
            <translation>
                <numerusform>When tickets are opened, by weekday and hour, %1, %2: %n ticket.</numerusform>
                <numerusform>When tickets are opened, by weekday and hour, %1, %2: %n tickets.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s)</source>
            <translation>
                <numerusform>%n ticket</numerusform>
                <numerusform>%n tickets</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Delete %n ticket(s)</source>
            <comment>a button</comment>
            <translation>
                <numerusform>Delete %n ticket</numerusform>
                <numerusform>Delete %n tickets</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n message(s)</source>
            <translation>
                <numerusform>%n message</numerusform>
                <numerusform>%n messages</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>last %n day(s)</source>
            <comment>what was deleted</comment>
            <translation>
                <numerusform>last %n day</numerusform>
                <numerusform>last %n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>older than %n day(s)</source>
            <comment>what was deleted</comment>
            <translation>
                <numerusform>older than %n day</numerusform>
                <numerusform>older than %n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>including %n open ticket(s), which are no longer tracked</source>
            <translation>
                <numerusform>including %n open ticket, which are no longer tracked</numerusform>
                <numerusform>including %n open tickets, which are no longer tracked</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Deleted %n ticket(s). Undo until %1.</source>
            <translation>
                <numerusform>Deleted %n ticket. Undo until %1.</numerusform>
                <numerusform>Deleted %n tickets. Undo until %1.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 deleted %n ticket(s) (%2).</source>
            <translation>
                <numerusform>%1 deleted %n ticket (%2).</numerusform>
                <numerusform>%1 deleted %n tickets (%2).</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Restored %n ticket(s).</source>
            <translation>
                <numerusform>Restored %n ticket.</numerusform>
                <numerusform>Restored %n tickets.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 restored %n ticket(s) (deleted %2).</source>
            <translation>
                <numerusform>%1 restored %n ticket (deleted %2).</numerusform>
                <numerusform>%1 restored %n tickets (deleted %2).</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s) waiting</source>
            <translation>
                <numerusform>%n ticket waiting</numerusform>
                <numerusform>%n tickets waiting</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Tickets of the last %n day(s): %1</source>
            <comment>%1 is a category</comment>
            <translation>
                <numerusform>Tickets of the last %n day: %1</numerusform>
                <numerusform>Tickets of the last %n days: %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Your numbers of the last %n day(s)</source>
            <translation>
                <numerusform>Your numbers of the last %n day</numerusform>
                <numerusform>Your numbers of the last %n days</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DataBackups</name>
        <message numerus="yes">
            <source>%n ticket(s)</source>
            <translation>
                <numerusform>%n ticket</numerusform>
                <numerusform>%n tickets</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n message(s)</source>
            <translation>
                <numerusform>%n message</numerusform>
                <numerusform>%n messages</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DataDelete</name>
        <message numerus="yes">
            <source>Including %n open ticket(s), no longer tracked then.</source>
            <translation>
                <numerusform>Including %n open ticket, no longer tracked then.</numerusform>
                <numerusform>Including %n open tickets, no longer tracked then.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n open ticket(s) are kept.</source>
            <translation>
                <numerusform>%n open ticket is kept.</numerusform>
                <numerusform>%n open tickets are kept.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s)</source>
            <translation>
                <numerusform>%n ticket</numerusform>
                <numerusform>%n tickets</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n message(s)</source>
            <translation>
                <numerusform>%n message</numerusform>
                <numerusform>%n messages</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>&amp;Delete %n ticket(s)</source>
            <translation>
                <numerusform>&amp;Delete %n ticket</numerusform>
                <numerusform>&amp;Delete %n tickets</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s) deleted.</source>
            <translation>
                <numerusform>%n ticket deleted.</numerusform>
                <numerusform>%n tickets deleted.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s) are back.</source>
            <translation>
                <numerusform>%n ticket is back.</numerusform>
                <numerusform>%n tickets are back.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DataExport</name>
        <message numerus="yes">
            <source>%n ticket(s)</source>
            <translation>
                <numerusform>%n ticket</numerusform>
                <numerusform>%n tickets</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DataHealth</name>
        <message numerus="yes">
            <source>%n ticket(s)</source>
            <translation>
                <numerusform>%n ticket</numerusform>
                <numerusform>%n tickets</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n message(s)</source>
            <translation>
                <numerusform>%n message</numerusform>
                <numerusform>%n messages</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DataHistory</name>
        <message numerus="yes">
            <source>Last %n day(s)</source>
            <translation>
                <numerusform>Last %n day</numerusform>
                <numerusform>Last %n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n change(s)</source>
            <translation>
                <numerusform>%n change</numerusform>
                <numerusform>%n changes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s) are back.</source>
            <translation>
                <numerusform>%n ticket is back.</numerusform>
                <numerusform>%n tickets are back.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DataImport</name>
        <message numerus="yes">
            <source>%n ticket(s)</source>
            <translation>
                <numerusform>%n ticket</numerusform>
                <numerusform>%n tickets</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n message(s)</source>
            <translation>
                <numerusform>%n message</numerusform>
                <numerusform>%n messages</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n deletion(s) in its history</source>
            <translation>
                <numerusform>%n deletion in its history</numerusform>
                <numerusform>%n deletions in its history</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n privileged user(s)</source>
            <translation>
                <numerusform>%n privileged user</numerusform>
                <numerusform>%n privileged users</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The bot is not connected to this server, so its roles are not known. The history can be imported now; import again once the bot is connected to match %n name(s).</source>
            <translation>
                <numerusform>The bot is not connected to this server, so its roles are not known. The history can be imported now; import again once the bot is connected to match %n name.</numerusform>
                <numerusform>The bot is not connected to this server, so its roles are not known. The history can be imported now; import again once the bot is connected to match %n names.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of this name: choose</source>
            <translation>
                <numerusform>%n of this name: choose</numerusform>
                <numerusform>%n of this name: choose</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s) still open: Discord is asked about them.</source>
            <translation>
                <numerusform>%n ticket still open: Discord is asked about them.</numerusform>
                <numerusform>%n tickets still open: Discord is asked about them.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s) without a category.</source>
            <translation>
                <numerusform>%n ticket without a category.</numerusform>
                <numerusform>%n tickets without a category.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) without a channel: left out.</source>
            <translation>
                <numerusform>%n row without a channel: left out.</numerusform>
                <numerusform>%n rows without a channel: left out.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) about a channel that another row is about: merged.</source>
            <translation>
                <numerusform>%n row about a channel that another row is about: merged.</numerusform>
                <numerusform>%n rows about a channel that another row is about: merged.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s) without an opening time: the channel's is used.</source>
            <translation>
                <numerusform>%n ticket without an opening time: the channel's is used.</numerusform>
                <numerusform>%n tickets without an opening time: the channel's is used.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s) opened more than 5 minutes away from the channel's time.</source>
            <translation>
                <numerusform>%n ticket opened more than 5 minutes away from the channel's time.</numerusform>
                <numerusform>%n tickets opened more than 5 minutes away from the channel's time.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s) closed before being opened: kept, and counted as invalid.</source>
            <translation>
                <numerusform>%n ticket closed before being opened: kept, and counted as invalid.</numerusform>
                <numerusform>%n tickets closed before being opened: kept, and counted as invalid.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n message(s) by ticket bots: in no figure.</source>
            <translation>
                <numerusform>%n message by ticket bots: in no figure.</numerusform>
                <numerusform>%n messages by ticket bots: in no figure.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n message(s) outside the lifetime of the ticket: kept, in no figure.</source>
            <translation>
                <numerusform>%n message outside the lifetime of the ticket: kept, in no figure.</numerusform>
                <numerusform>%n messages outside the lifetime of the ticket: kept, in no figure.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n message(s) of no ticket: left out.</source>
            <translation>
                <numerusform>%n message of no ticket: left out.</numerusform>
                <numerusform>%n messages of no ticket: left out.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n privileged user(s): disabled until you confirm each.</source>
            <translation>
                <numerusform>%n privileged user: disabled until you confirm each.</numerusform>
                <numerusform>%n privileged users: disabled until you confirm each.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s) deleted here before: not brought back.</source>
            <translation>
                <numerusform>%n ticket deleted here before: not brought back.</numerusform>
                <numerusform>%n tickets deleted here before: not brought back.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DataPrivacy</name>
        <message numerus="yes">
            <source>%n ticket(s)</source>
            <translation>
                <numerusform>%n ticket</numerusform>
                <numerusform>%n tickets</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n message(s)</source>
            <translation>
                <numerusform>%n message</numerusform>
                <numerusform>%n messages</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of these ticket(s) are in the trash.</source>
            <translation>
                <numerusform>%n of these tickets is in the trash.</numerusform>
                <numerusform>%n of these tickets are in the trash.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n change(s) in the history name the person.</source>
            <translation>
                <numerusform>%n change in the history names the person.</numerusform>
                <numerusform>%n changes in the history name the person.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s) are over this limit now.</source>
            <translation>
                <numerusform>%n ticket is over this limit now.</numerusform>
                <numerusform>%n tickets are over this limit now.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Saved: closed tickets are kept for %n day(s).</source>
            <translation>
                <numerusform>Saved: closed tickets are kept for %n day.</numerusform>
                <numerusform>Saved: closed tickets are kept for %n days.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DateRange</name>
        <message numerus="yes">
            <source>Last %n day(s)</source>
            <translation>
                <numerusform>Last %n day</numerusform>
                <numerusform>Last %n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>the %n hour(s) before</source>
            <translation>
                <numerusform>the %n hour before</numerusform>
                <numerusform>the %n hours before</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>the %n day(s) before</source>
            <translation>
                <numerusform>the %n day before</numerusform>
                <numerusform>the %n days before</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Discord::CommandRegistrar</name>
        <message numerus="yes">
            <source>The commands were written %n time(s) in the last 24 hours. The old ones stay until tomorrow.</source>
            <translation>
                <numerusform>The commands were written %n time in the last 24 hours. The old ones stay until tomorrow.</numerusform>
                <numerusform>The commands were written %n times in the last 24 hours. The old ones stay until tomorrow.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Format</name>
        <message numerus="yes">
            <source>%n d</source>
            <comment>days</comment>
            <translation>
                <numerusform>%n d</numerusform>
                <numerusform>%n d</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n h</source>
            <comment>hours</comment>
            <translation>
                <numerusform>%n h</numerusform>
                <numerusform>%n h</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n min</source>
            <comment>minutes</comment>
            <translation>
                <numerusform>%n min</numerusform>
                <numerusform>%n min</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n s</source>
            <comment>seconds</comment>
            <translation>
                <numerusform>%n s</numerusform>
                <numerusform>%n s</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n day</numerusform>
                <numerusform>%n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hour(s)</source>
            <translation>
                <numerusform>%n hour</numerusform>
                <numerusform>%n hours</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n minute(s)</source>
            <translation>
                <numerusform>%n minute</numerusform>
                <numerusform>%n minutes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n second(s)</source>
            <translation>
                <numerusform>%n second</numerusform>
                <numerusform>%n seconds</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n B</source>
            <comment>bytes</comment>
            <translation>
                <numerusform>%n B</numerusform>
                <numerusform>%n B</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>HeaderBar</name>
        <message numerus="yes">
            <source>Filters, %n active</source>
            <translation>
                <numerusform>Filters, %n active</numerusform>
                <numerusform>Filters, %n active</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>HealthWords</name>
        <message numerus="yes">
            <source>the last %n day(s)</source>
            <translation>
                <numerusform>the last %n day</numerusform>
                <numerusform>the last %n days</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Heatmap</name>
        <message numerus="yes">
            <source>%n message(s)</source>
            <translation>
                <numerusform>%n message</numerusform>
                <numerusform>%n messages</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s)</source>
            <translation>
                <numerusform>%n ticket</numerusform>
                <numerusform>%n tickets</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>HistoryWords</name>
        <message numerus="yes">
            <source>%n ticket(s)</source>
            <translation>
                <numerusform>%n ticket</numerusform>
                <numerusform>%n tickets</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>opened in the last %n day(s)</source>
            <translation>
                <numerusform>opened in the last %n day</numerusform>
                <numerusform>opened in the last %n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>older than %n day(s)</source>
            <translation>
                <numerusform>older than %n day</numerusform>
                <numerusform>older than %n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n message(s)</source>
            <translation>
                <numerusform>%n message</numerusform>
                <numerusform>%n messages</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n day</numerusform>
                <numerusform>%n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Whose is not told any more: %n message(s)</source>
            <translation>
                <numerusform>Whose is not told any more: %n message</numerusform>
                <numerusform>Whose is not told any more: %n messages</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>IncidentPresenter</name>
        <message numerus="yes">
            <source>+%n more</source>
            <translation>
                <numerusform>+%n more</numerusform>
                <numerusform>+%n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Incidents</name>
        <message numerus="yes">
            <source>%n minute(s) were checked again</source>
            <translation>
                <numerusform>%n minute was checked again</numerusform>
                <numerusform>%n minutes were checked again</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s) were opened meanwhile</source>
            <translation>
                <numerusform>%n ticket was opened meanwhile</numerusform>
                <numerusform>%n tickets were opened meanwhile</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s) were closed meanwhile; their closing time may be approximate</source>
            <translation>
                <numerusform>%n ticket was closed meanwhile; their closing time may be approximate</numerusform>
                <numerusform>%n tickets were closed meanwhile; their closing time may be approximate</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Notices</name>
        <message numerus="yes">
            <source>%n tickets wait over %1</source>
            <comment>%1 is a duration</comment>
            <translation>
                <numerusform>%n tickets wait over %1</numerusform>
                <numerusform>%n tickets wait over %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <comment>tickets</comment>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>For %n minute(s). It goes on trying.</source>
            <translation>
                <numerusform>For %n minute. It goes on trying.</numerusform>
                <numerusform>For %n minutes. It goes on trying.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n tickets wait longer than the target: %1 and more.</source>
            <translation>
                <numerusform>%n tickets wait longer than the target: %1 and more.</numerusform>
                <numerusform>%n tickets wait longer than the target: %1 and more.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n tickets wait longer than the target: %1.</source>
            <translation>
                <numerusform>%n tickets wait longer than the target: %1.</numerusform>
                <numerusform>%n tickets wait longer than the target: %1.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n opened</source>
            <comment>tickets</comment>
            <translation>
                <numerusform>%n opened</numerusform>
                <numerusform>%n opened</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n reopened</source>
            <comment>tickets</comment>
            <translation>
                <numerusform>%n reopened</numerusform>
                <numerusform>%n reopened</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n got a first reply</source>
            <comment>tickets</comment>
            <translation>
                <numerusform>%n got a first reply</numerusform>
                <numerusform>%n got a first reply</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n closed</source>
            <comment>tickets</comment>
            <translation>
                <numerusform>%n closed</numerusform>
                <numerusform>%n closed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <comment>categories</comment>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Every %n hours</source>
            <translation>
                <numerusform>Every %n hours</numerusform>
                <numerusform>Every %n hours</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Every %n days at %1</source>
            <comment>%1 is a time</comment>
            <translation>
                <numerusform>Every %n days at %1</numerusform>
                <numerusform>Every %n days at %1</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Overview</name>
        <message numerus="yes">
            <source>only %n ticket(s)</source>
            <translation>
                <numerusform>only %n ticket</numerusform>
                <numerusform>only %n tickets</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Open now: %n ticket(s)</source>
            <translation>
                <numerusform>Open now: %n ticket</numerusform>
                <numerusform>Open now: %n tickets</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Waiting for us: %n ticket(s)</source>
            <translation>
                <numerusform>Waiting for us: %n ticket</numerusform>
                <numerusform>Waiting for us: %n tickets</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1, %n overdue</source>
            <translation>
                <numerusform>%1, %n overdue</numerusform>
                <numerusform>%1, %n overdue</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Opened: %n ticket(s)</source>
            <translation>
                <numerusform>Opened: %n ticket</numerusform>
                <numerusform>Opened: %n tickets</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Left out: %n unanswered ticket(s).</source>
            <translation>
                <numerusform>Left out: %n unanswered ticket.</numerusform>
                <numerusform>Left out: %n unanswered tickets.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Left out: %n ticket(s) whose messages are missing.</source>
            <translation>
                <numerusform>Left out: %n ticket whose messages are missing.</numerusform>
                <numerusform>Left out: %n tickets whose messages are missing.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Left out: %n ticket(s) with impossible times.</source>
            <translation>
                <numerusform>Left out: %n ticket with impossible times.</numerusform>
                <numerusform>Left out: %n tickets with impossible times.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>OverviewPage</name>
        <message numerus="yes">
            <source>%n new ticket(s) · Show</source>
            <translation>
                <numerusform>%n new ticket · Show</numerusform>
                <numerusform>%n new tickets · Show</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Show all %n open ticket(s)</source>
            <translation>
                <numerusform>Show all %n open ticket</numerusform>
                <numerusform>Show all %n open tickets</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Show the %n ticket(s)</source>
            <translation>
                <numerusform>Show the %n ticket</numerusform>
                <numerusform>Show the %n tickets</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PageNavigation</name>
        <message numerus="yes">
            <source>%n overdue</source>
            <translation>
                <numerusform>%n overdue</numerusform>
                <numerusform>%n overdue</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Period</name>
        <message numerus="yes">
            <source>* Bot was offline %n time(s), last %1. Observed %2 of this period.</source>
            <translation>
                <numerusform>* Bot was offline %n time, last %1. Observed %2 of this period.</numerusform>
                <numerusform>* Bot was offline %n times, last %1. Observed %2 of this period.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PersonPicker</name>
        <message numerus="yes">
            <source>%n person(s) found</source>
            <translation>
                <numerusform>%n person found</numerusform>
                <numerusform>%n persons found</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ServerStep</name>
        <message numerus="yes">
            <source>%n member(s)</source>
            <translation>
                <numerusform>%n member</numerusform>
                <numerusform>%n members</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ServerSwitcher</name>
        <message numerus="yes">
            <source>%n overdue</source>
            <translation>
                <numerusform>%n overdue</numerusform>
                <numerusform>%n overdue</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SettingsEditor</name>
        <message numerus="yes">
            <source>%n unsaved change(s)</source>
            <translation>
                <numerusform>%n unsaved change</numerusform>
                <numerusform>%n unsaved changes</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SettingsPage</name>
        <message numerus="yes">
            <source>%n channel(s)</source>
            <translation>
                <numerusform>%n channel</numerusform>
                <numerusform>%n channels</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n open ticket channel(s) right now.</source>
            <translation>
                <numerusform>%n open ticket channel right now.</numerusform>
                <numerusform>%n open ticket channels right now.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SettingsWords</name>
        <message numerus="yes">
            <source>%n open ticket(s)</source>
            <translation>
                <numerusform>%n open ticket</numerusform>
                <numerusform>%n open tickets</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SetupWords</name>
        <message numerus="yes">
            <source>cannot see %n channel(s): View Channel is missing</source>
            <translation>
                <numerusform>cannot see %n channel: View Channel is missing</numerusform>
                <numerusform>cannot see %n channels: View Channel is missing</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>cannot read %n channel(s): Read Message History is missing</source>
            <translation>
                <numerusform>cannot read %n channel: Read Message History is missing</numerusform>
                <numerusform>cannot read %n channels: Read Message History is missing</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Staff</name>
        <message numerus="yes">
            <source>%n staff member(s) wrote.</source>
            <translation>
                <numerusform>%n staff member wrote.</numerusform>
                <numerusform>%n staff members wrote.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>StaffModel</name>
        <message numerus="yes">
            <source>Median of %n first response(s)</source>
            <translation>
                <numerusform>Median of %n first response</numerusform>
                <numerusform>Median of %n first responses</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>only %n ticket(s)</source>
            <translation>
                <numerusform>only %n ticket</numerusform>
                <numerusform>only %n tickets</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>StaffPage</name>
        <message numerus="yes">
            <source>Without any staff reply yet: %n open ticket(s).</source>
            <translation>
                <numerusform>Without any staff reply yet: %n open ticket.</numerusform>
                <numerusform>Without any staff reply yet: %n open tickets.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>StatusParts</name>
        <message numerus="yes">
            <source>%n server(s)</source>
            <translation>
                <numerusform>%n server</numerusform>
                <numerusform>%n servers</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n problem(s)</source>
            <translation>
                <numerusform>%n problem</numerusform>
                <numerusform>%n problems</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TicketsPage</name>
        <message numerus="yes">
            <source>%n overdue</source>
            <translation>
                <numerusform>%n overdue</numerusform>
                <numerusform>%n overdue</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n new ticket(s) · Show</source>
            <translation>
                <numerusform>%n new ticket · Show</numerusform>
                <numerusform>%n new tickets · Show</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Ticket filters, %n active</source>
            <translation>
                <numerusform>Ticket filters, %n active</numerusform>
                <numerusform>Ticket filters, %n active</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s)</source>
            <translation>
                <numerusform>%n ticket</numerusform>
                <numerusform>%n tickets</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The list is too long for one file: the first %n ticket(s) are saved.</source>
            <translation>
                <numerusform>The list is too long for one file: the first %n ticket is saved.</numerusform>
                <numerusform>The list is too long for one file: the first %n tickets are saved.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TicketsStep</name>
        <message numerus="yes">
            <source>%n channel(s)</source>
            <translation>
                <numerusform>%n channel</numerusform>
                <numerusform>%n channels</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Reading the first message of %n channel(s)…</source>
            <translation>
                <numerusform>Reading the first message of %n channel…</numerusform>
                <numerusform>Reading the first message of %n channels…</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Found %n open ticket channel(s) right now.</source>
            <translation>
                <numerusform>Found %n open ticket channel right now.</numerusform>
                <numerusform>Found %n open ticket channels right now.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n further channel(s) are looked at later.</source>
            <translation>
                <numerusform>%n further channel is looked at later.</numerusform>
                <numerusform>%n further channels are looked at later.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Timeline</name>
        <message numerus="yes">
            <source>%1 (staff) wrote, %n message(s)</source>
            <translation>
                <numerusform>%1 (staff) wrote, %n message</numerusform>
                <numerusform>%1 (staff) wrote, %n messages</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 (bot) wrote, %n message(s)</source>
            <translation>
                <numerusform>%1 (bot) wrote, %n message</numerusform>
                <numerusform>%1 (bot) wrote, %n messages</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 wrote, %n message(s)</source>
            <translation>
                <numerusform>%1 wrote, %n message</numerusform>
                <numerusform>%1 wrote, %n messages</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TokenWords</name>
        <message numerus="yes">
            <source>A token has three parts with dots between them; this has %n. Copy it again in full.</source>
            <translation>
                <numerusform>A token has three parts with dots between them; this has %n. Copy it again in full.</numerusform>
                <numerusform>A token has three parts with dots between them; this has %n. Copy it again in full.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TrayIcon</name>
        <message numerus="yes">
            <source>%n overdue</source>
            <translation>
                <numerusform>%n overdue</numerusform>
                <numerusform>%n overdue</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Trends</name>
        <message numerus="yes">
            <source>%n closed ticket(s).</source>
            <translation>
                <numerusform>%n closed ticket.</numerusform>
                <numerusform>%n closed tickets.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>only %n ticket(s)</source>
            <translation>
                <numerusform>only %n ticket</numerusform>
                <numerusform>only %n tickets</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n staff member(s) answered.</source>
            <translation>
                <numerusform>%n staff member answered.</numerusform>
                <numerusform>%n staff members answered.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s).</source>
            <translation>
                <numerusform>%n ticket.</numerusform>
                <numerusform>%n tickets.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more</source>
            <comment>categories</comment>
            <translation>
                <numerusform>%n more</numerusform>
                <numerusform>%n more</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>, only %n ticket(s)</source>
            <translation>
                <numerusform>, only %n ticket</numerusform>
                <numerusform>, only %n tickets</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Left out: %n ticket(s) without a staff reply.</source>
            <translation>
                <numerusform>Left out: %n ticket without a staff reply.</numerusform>
                <numerusform>Left out: %n tickets without a staff reply.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Left out: %n ticket(s) whose messages are missing.</source>
            <translation>
                <numerusform>Left out: %n ticket whose messages are missing.</numerusform>
                <numerusform>Left out: %n tickets whose messages are missing.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Left out: %n ticket(s) of which it is not known exactly when they were closed.</source>
            <translation>
                <numerusform>Left out: %n ticket of which it is not known exactly when they were closed.</numerusform>
                <numerusform>Left out: %n tickets of which it is not known exactly when they were closed.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Left out: %n ticket(s) with impossible times.</source>
            <translation>
                <numerusform>Left out: %n ticket with impossible times.</numerusform>
                <numerusform>Left out: %n tickets with impossible times.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Counted as opened only, for their impossible closing time: %n ticket(s).</source>
            <translation>
                <numerusform>Counted as opened only, for their impossible closing time: %n ticket.</numerusform>
                <numerusform>Counted as opened only, for their impossible closing time: %n tickets.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Not listed: %n earlier time(s).</source>
            <translation>
                <numerusform>Not listed: %n earlier time.</numerusform>
                <numerusform>Not listed: %n earlier times.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TrendsExport</name>
        <message numerus="yes">
            <source>One entry for each of %n ticket(s) opened: %1.</source>
            <translation>
                <numerusform>One entry for each of %n ticket opened: %1.</numerusform>
                <numerusform>One entry for each of %n tickets opened: %1.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Saved %n picture(s) in %1</source>
            <translation>
                <numerusform>Saved %n picture in %1</numerusform>
                <numerusform>Saved %n pictures in %1</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TrendsPage</name>
        <message numerus="yes">
            <source>Show the %n ticket(s)</source>
            <translation>
                <numerusform>Show the %n ticket</numerusform>
                <numerusform>Show the %n tickets</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Not in it: %n open ticket(s).</source>
            <translation>
                <numerusform>Not in it: %n open ticket.</numerusform>
                <numerusform>Not in it: %n open tickets.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>UnsavedBar</name>
        <message numerus="yes">
            <source>%n unsaved change(s)</source>
            <translation>
                <numerusform>%n unsaved change</numerusform>
                <numerusform>%n unsaved changes</numerusform>
            </translation>
        </message>
    </context>
</TS>

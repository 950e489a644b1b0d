<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
    <context>
        <name>AccessModel</name>
        <message numerus="yes">
            <source>%n member(s)</source>
            <translation>
                <numerusform>%Ln member</numerusform>
                <numerusform>%Ln members</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>BotLogPage</name>
        <message numerus="yes">
            <source>%n new error(s)</source>
            <translation>
                <numerusform>%Ln new error</numerusform>
                <numerusform>%Ln new errors</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n line(s) copied.</source>
            <translation>
                <numerusform>%Ln line copied.</numerusform>
                <numerusform>%Ln lines copied.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n line(s)</source>
            <translation>
                <numerusform>%Ln line</numerusform>
                <numerusform>%Ln lines</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 of %n line(s)</source>
            <translation>
                <numerusform>%1 of %Ln line</numerusform>
                <numerusform>%1 of %Ln lines</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n wait(s) in 24 hours</source>
            <translation>
                <numerusform>%Ln wait in 24 hours</numerusform>
                <numerusform>%Ln waits in 24 hours</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Latency between %1 and %2 ms, %n measurement(s)</source>
            <translation>
                <numerusform>Latency between %1 and %2 ms, %Ln measurement</numerusform>
                <numerusform>Latency between %1 and %2 ms, %Ln measurements</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n reconnect(s) today</source>
            <translation>
                <numerusform>%Ln reconnect today</numerusform>
                <numerusform>%Ln reconnects today</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Chart</name>
        <message numerus="yes">
            <source>%n day(s).</source>
            <comment>length of a chart</comment>
            <translation>
                <numerusform>%Ln day.</numerusform>
                <numerusform>%Ln days.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Commands</name>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %Ln more</numerusform>
                <numerusform>and %Ln more</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%Ln day</numerusform>
                <numerusform>%Ln days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s), one per line.</source>
            <translation>
                <numerusform>%Ln ticket, one per line.</numerusform>
                <numerusform>%Ln tickets, one per line.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Last %n day(s)</source>
            <translation>
                <numerusform>Last %Ln day</numerusform>
                <numerusform>Last %Ln days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>only %n ticket(s)</source>
            <comment>a warning that figures rest on few tickets</comment>
            <translation>
                <numerusform>only %Ln ticket</numerusform>
                <numerusform>only %Ln tickets</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>No tickets in the last %n day(s).</source>
            <translation>
                <numerusform>No tickets in the last %Ln day.</numerusform>
                <numerusform>No tickets in the last %Ln days.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>No tickets in **%1** in the last %n day(s).</source>
            <translation>
                <numerusform>No tickets in **%1** in the last %Ln day.</numerusform>
                <numerusform>No tickets in **%1** in the last %Ln days.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>the %n day(s) before</source>
            <translation>
                <numerusform>the %Ln day before</numerusform>
                <numerusform>the %Ln days before</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>First response time, %1, %2: on average %3, median %4, of %n ticket(s).</source>
            <translation>
                <numerusform>First response time, %1, %2: on average %3, median %4, of %Ln ticket.</numerusform>
                <numerusform>First response time, %1, %2: on average %3, median %4, of %Ln tickets.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>When tickets are opened, by weekday and hour, %1, %2: %n ticket(s).</source>
            <translation>
                <numerusform>When tickets are opened, by weekday and hour, %1, %2: %Ln ticket.</numerusform>
                <numerusform>When tickets are opened, by weekday and hour, %1, %2: %Ln tickets.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s)</source>
            <translation>
                <numerusform>%Ln ticket</numerusform>
                <numerusform>%Ln tickets</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Delete %n ticket(s)</source>
            <comment>a button</comment>
            <translation>
                <numerusform>Delete %Ln ticket</numerusform>
                <numerusform>Delete %Ln tickets</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n message(s)</source>
            <translation>
                <numerusform>%Ln message</numerusform>
                <numerusform>%Ln messages</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>last %n day(s)</source>
            <comment>what was deleted</comment>
            <translation>
                <numerusform>last %Ln day</numerusform>
                <numerusform>last %Ln days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>older than %n day(s)</source>
            <comment>what was deleted</comment>
            <translation>
                <numerusform>older than %Ln day</numerusform>
                <numerusform>older than %Ln days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>including %n open ticket(s), which are no longer tracked</source>
            <translation>
                <numerusform>including %Ln open ticket, which are no longer tracked</numerusform>
                <numerusform>including %Ln open tickets, which are no longer tracked</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Deleted %n ticket(s). Undo until %1.</source>
            <translation>
                <numerusform>Deleted %Ln ticket. Undo until %1.</numerusform>
                <numerusform>Deleted %Ln tickets. Undo until %1.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 deleted %n ticket(s) (%2).</source>
            <translation>
                <numerusform>%1 deleted %Ln ticket (%2).</numerusform>
                <numerusform>%1 deleted %Ln tickets (%2).</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Restored %n ticket(s).</source>
            <translation>
                <numerusform>Restored %Ln ticket.</numerusform>
                <numerusform>Restored %Ln tickets.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 restored %n ticket(s) (deleted %2).</source>
            <translation>
                <numerusform>%1 restored %Ln ticket (deleted %2).</numerusform>
                <numerusform>%1 restored %Ln tickets (deleted %2).</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s) waiting</source>
            <translation>
                <numerusform>%Ln ticket waiting</numerusform>
                <numerusform>%Ln tickets waiting</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Tickets of the last %n day(s): %1</source>
            <comment>%1 is a category</comment>
            <translation>
                <numerusform>Tickets of the last %Ln day: %1</numerusform>
                <numerusform>Tickets of the last %Ln days: %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Your numbers of the last %n day(s)</source>
            <translation>
                <numerusform>Your numbers of the last %Ln day</numerusform>
                <numerusform>Your numbers of the last %Ln days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1, %n waiting</source>
            <comment>open tickets, of them waiting</comment>
            <translation>
                <numerusform>%1, %Ln waiting</numerusform>
                <numerusform>%1, %Ln waiting</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DataBackups</name>
        <message numerus="yes">
            <source>%n ticket(s)</source>
            <translation>
                <numerusform>%Ln ticket</numerusform>
                <numerusform>%Ln tickets</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n message(s)</source>
            <translation>
                <numerusform>%Ln message</numerusform>
                <numerusform>%Ln messages</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DataDelete</name>
        <message numerus="yes">
            <source>Including %n open ticket(s), no longer tracked then.</source>
            <translation>
                <numerusform>Including %Ln open ticket, no longer tracked then.</numerusform>
                <numerusform>Including %Ln open tickets, no longer tracked then.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n open ticket(s) are kept.</source>
            <translation>
                <numerusform>%Ln open ticket is kept.</numerusform>
                <numerusform>%Ln open tickets are kept.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s)</source>
            <translation>
                <numerusform>%Ln ticket</numerusform>
                <numerusform>%Ln tickets</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n message(s)</source>
            <translation>
                <numerusform>%Ln message</numerusform>
                <numerusform>%Ln messages</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>&amp;Delete %n ticket(s)</source>
            <translation>
                <numerusform>&amp;Delete %Ln ticket</numerusform>
                <numerusform>&amp;Delete %Ln tickets</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s) deleted.</source>
            <translation>
                <numerusform>%Ln ticket deleted.</numerusform>
                <numerusform>%Ln tickets deleted.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s) are back.</source>
            <translation>
                <numerusform>%Ln ticket is back.</numerusform>
                <numerusform>%Ln tickets are back.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source> day(s)</source>
            <comment>after a number</comment>
            <translation>
                <numerusform> day</numerusform>
                <numerusform> days</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DataExport</name>
        <message numerus="yes">
            <source>%n ticket(s)</source>
            <translation>
                <numerusform>%Ln ticket</numerusform>
                <numerusform>%Ln tickets</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DataHealth</name>
        <message numerus="yes">
            <source>%n ticket(s)</source>
            <translation>
                <numerusform>%Ln ticket</numerusform>
                <numerusform>%Ln tickets</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n message(s)</source>
            <translation>
                <numerusform>%Ln message</numerusform>
                <numerusform>%Ln messages</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DataHistory</name>
        <message numerus="yes">
            <source>Last %n day(s)</source>
            <translation>
                <numerusform>Last %Ln day</numerusform>
                <numerusform>Last %Ln days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n change(s)</source>
            <translation>
                <numerusform>%Ln change</numerusform>
                <numerusform>%Ln changes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s) are back.</source>
            <translation>
                <numerusform>%Ln ticket is back.</numerusform>
                <numerusform>%Ln tickets are back.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DataImport</name>
        <message numerus="yes">
            <source>%n ticket(s)</source>
            <translation>
                <numerusform>%Ln ticket</numerusform>
                <numerusform>%Ln tickets</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n message(s)</source>
            <translation>
                <numerusform>%Ln message</numerusform>
                <numerusform>%Ln messages</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n deletion(s) in its history</source>
            <translation>
                <numerusform>%Ln deletion in its history</numerusform>
                <numerusform>%Ln deletions in its history</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n privileged user(s)</source>
            <translation>
                <numerusform>%Ln privileged user</numerusform>
                <numerusform>%Ln privileged users</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %Ln more</numerusform>
                <numerusform>and %Ln more</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The bot is not connected to this server, so its roles are not known. The history can be imported now; import again once the bot is connected to match %n name(s).</source>
            <translation>
                <numerusform>The bot is not connected to this server, so its roles are not known. The history can be imported now; import again once the bot is connected to match %Ln name.</numerusform>
                <numerusform>The bot is not connected to this server, so its roles are not known. The history can be imported now; import again once the bot is connected to match %Ln names.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s) still open: Discord is asked about them.</source>
            <translation>
                <numerusform>%Ln ticket still open: Discord is asked about them.</numerusform>
                <numerusform>%Ln tickets still open: Discord is asked about them.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s) without a category.</source>
            <translation>
                <numerusform>%Ln ticket without a category.</numerusform>
                <numerusform>%Ln tickets without a category.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) without a channel: left out.</source>
            <translation>
                <numerusform>%Ln row without a channel: left out.</numerusform>
                <numerusform>%Ln rows without a channel: left out.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) about a channel that another row is about: merged.</source>
            <translation>
                <numerusform>%Ln row about a channel that another row is about: merged.</numerusform>
                <numerusform>%Ln rows about a channel that another row is about: merged.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s) without an opening time: the channel's is used.</source>
            <translation>
                <numerusform>%Ln ticket without an opening time: the channel's is used.</numerusform>
                <numerusform>%Ln tickets without an opening time: the channel's is used.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s) opened more than 5 minutes away from the channel's time.</source>
            <translation>
                <numerusform>%Ln ticket opened more than 5 minutes away from the channel's time.</numerusform>
                <numerusform>%Ln tickets opened more than 5 minutes away from the channel's time.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s) closed before being opened: kept, and counted as invalid.</source>
            <translation>
                <numerusform>%Ln ticket closed before being opened: kept, and counted as invalid.</numerusform>
                <numerusform>%Ln tickets closed before being opened: kept, and counted as invalid.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n message(s) by ticket bots: in no figure.</source>
            <translation>
                <numerusform>%Ln message by ticket bots: in no figure.</numerusform>
                <numerusform>%Ln messages by ticket bots: in no figure.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n message(s) outside the lifetime of the ticket: kept, in no figure.</source>
            <translation>
                <numerusform>%Ln message outside the lifetime of the ticket: kept, in no figure.</numerusform>
                <numerusform>%Ln messages outside the lifetime of the ticket: kept, in no figure.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n message(s) of no ticket: left out.</source>
            <translation>
                <numerusform>%Ln message of no ticket: left out.</numerusform>
                <numerusform>%Ln messages of no ticket: left out.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n privileged user(s): disabled until you confirm each.</source>
            <translation>
                <numerusform>%Ln privileged user: disabled until you confirm each.</numerusform>
                <numerusform>%Ln privileged users: disabled until you confirm each.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s) deleted here before: not brought back.</source>
            <translation>
                <numerusform>%Ln ticket deleted here before: not brought back.</numerusform>
                <numerusform>%Ln tickets deleted here before: not brought back.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n name(s) of roles, categories and channels not matched: import again once the bot is connected.</source>
            <translation>
                <numerusform>%Ln name of roles, categories and channels not matched: import again once the bot is connected.</numerusform>
                <numerusform>%Ln names of roles, categories and channels not matched: import again once the bot is connected.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Imported: %n new ticket(s).</source>
            <translation>
                <numerusform>Imported: %Ln new ticket.</numerusform>
                <numerusform>Imported: %Ln new tickets.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of these ticket(s) are recorded here already.</source>
            <translation>
                <numerusform>%Ln of these tickets is recorded here already.</numerusform>
                <numerusform>%Ln of these tickets are recorded here already.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DataPrivacy</name>
        <message numerus="yes">
            <source>%n ticket(s)</source>
            <translation>
                <numerusform>%Ln ticket</numerusform>
                <numerusform>%Ln tickets</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n message(s)</source>
            <translation>
                <numerusform>%Ln message</numerusform>
                <numerusform>%Ln messages</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of these ticket(s) are in the trash.</source>
            <translation>
                <numerusform>%Ln of these tickets is in the trash.</numerusform>
                <numerusform>%Ln of these tickets are in the trash.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n change(s) in the history name the person.</source>
            <translation>
                <numerusform>%Ln change in the history names the person.</numerusform>
                <numerusform>%Ln changes in the history name the person.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s) are over this limit now.</source>
            <translation>
                <numerusform>%Ln ticket is over this limit now.</numerusform>
                <numerusform>%Ln tickets are over this limit now.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Saved: closed tickets are kept for %n day(s).</source>
            <translation>
                <numerusform>Saved: closed tickets are kept for %Ln day.</numerusform>
                <numerusform>Saved: closed tickets are kept for %Ln days.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source> day(s)</source>
            <comment>after a number</comment>
            <translation>
                <numerusform> day</numerusform>
                <numerusform> days</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DateRange</name>
        <message numerus="yes">
            <source>Last %n day(s)</source>
            <translation>
                <numerusform>Last %Ln day</numerusform>
                <numerusform>Last %Ln days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>the %n hour(s) before</source>
            <translation>
                <numerusform>the %Ln hour before</numerusform>
                <numerusform>the %Ln hours before</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>the %n day(s) before</source>
            <translation>
                <numerusform>the %Ln day before</numerusform>
                <numerusform>the %Ln days before</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Discord::CommandRegistrar</name>
        <message numerus="yes">
            <source>The commands were written %n time(s) in the last 24 hours. The old ones stay until tomorrow.</source>
            <translation>
                <numerusform>The commands were written %Ln time in the last 24 hours. The old ones stay until tomorrow.</numerusform>
                <numerusform>The commands were written %Ln times in the last 24 hours. The old ones stay until tomorrow.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Format</name>
        <message numerus="yes">
            <source>%n d</source>
            <comment>days</comment>
            <translation>
                <numerusform>%Ln d</numerusform>
                <numerusform>%Ln d</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n h</source>
            <comment>hours</comment>
            <translation>
                <numerusform>%Ln h</numerusform>
                <numerusform>%Ln h</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n min</source>
            <comment>minutes</comment>
            <translation>
                <numerusform>%Ln min</numerusform>
                <numerusform>%Ln min</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n s</source>
            <comment>seconds</comment>
            <translation>
                <numerusform>%Ln s</numerusform>
                <numerusform>%Ln s</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%Ln day</numerusform>
                <numerusform>%Ln days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hour(s)</source>
            <translation>
                <numerusform>%Ln hour</numerusform>
                <numerusform>%Ln hours</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n minute(s)</source>
            <translation>
                <numerusform>%Ln minute</numerusform>
                <numerusform>%Ln minutes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n second(s)</source>
            <translation>
                <numerusform>%Ln second</numerusform>
                <numerusform>%Ln seconds</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n B</source>
            <comment>bytes</comment>
            <translation>
                <numerusform>%Ln B</numerusform>
                <numerusform>%Ln B</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>HeaderBar</name>
        <message numerus="yes">
            <source>Filters, %n active</source>
            <translation>
                <numerusform>Filters, %Ln active</numerusform>
                <numerusform>Filters, %Ln active</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>HealthWords</name>
        <message numerus="yes">
            <source>the last %n day(s)</source>
            <translation>
                <numerusform>the last %Ln day</numerusform>
                <numerusform>the last %Ln days</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Heatmap</name>
        <message numerus="yes">
            <source>%n message(s)</source>
            <translation>
                <numerusform>%Ln message</numerusform>
                <numerusform>%Ln messages</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s)</source>
            <translation>
                <numerusform>%Ln ticket</numerusform>
                <numerusform>%Ln tickets</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>HistoryWords</name>
        <message numerus="yes">
            <source>%n ticket(s)</source>
            <translation>
                <numerusform>%Ln ticket</numerusform>
                <numerusform>%Ln tickets</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>opened in the last %n day(s)</source>
            <translation>
                <numerusform>opened in the last %Ln day</numerusform>
                <numerusform>opened in the last %Ln days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>older than %n day(s)</source>
            <translation>
                <numerusform>older than %Ln day</numerusform>
                <numerusform>older than %Ln days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n message(s)</source>
            <translation>
                <numerusform>%Ln message</numerusform>
                <numerusform>%Ln messages</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%Ln day</numerusform>
                <numerusform>%Ln days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Whose is not told any more: %n message(s)</source>
            <translation>
                <numerusform>Whose is not told any more: %Ln message</numerusform>
                <numerusform>Whose is not told any more: %Ln messages</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Hours</name>
        <message numerus="yes">
            <source>%1 and %n more</source>
            <comment>dates</comment>
            <translation>
                <numerusform>%1 and %Ln more</numerusform>
                <numerusform>%1 and %Ln more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ImportMatchTable</name>
        <message numerus="yes">
            <source>%n of this name: choose</source>
            <translation>
                <numerusform>%Ln of this name: choose</numerusform>
                <numerusform>%Ln of this name: choose</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Summary every %n minute(s)</source>
            <translation>
                <numerusform>Summary every %Ln minute</numerusform>
                <numerusform>Summary every %Ln minutes</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>IncidentActions</name>
        <message numerus="yes">
            <source>Saved a copy: %1. %n newer event(s) are still in memory.</source>
            <translation>
                <numerusform>Saved a copy: %1. %Ln newer event is still in memory.</numerusform>
                <numerusform>Saved a copy: %1. %Ln newer events are still in memory.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>IncidentPresenter</name>
        <message numerus="yes">
            <source>+%n more</source>
            <translation>
                <numerusform>+%Ln more</numerusform>
                <numerusform>+%Ln more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Incidents</name>
        <message numerus="yes">
            <source>%n minute(s) were checked again</source>
            <translation>
                <numerusform>%Ln minute was checked again</numerusform>
                <numerusform>%Ln minutes were checked again</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s) were opened meanwhile</source>
            <translation>
                <numerusform>%Ln ticket was opened meanwhile</numerusform>
                <numerusform>%Ln tickets were opened meanwhile</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s) were closed meanwhile; their closing time may be approximate</source>
            <translation>
                <numerusform>%Ln ticket was closed meanwhile; their closing time may be approximate</numerusform>
                <numerusform>%Ln tickets were closed meanwhile; their closing time may be approximate</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n message(s) were recovered.</source>
            <translation>
                <numerusform>%Ln message was recovered.</numerusform>
                <numerusform>%Ln messages were recovered.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Notices</name>
        <message numerus="yes">
            <source>%n tickets wait over %1</source>
            <comment>%1 is a duration</comment>
            <translation>
                <numerusform>%Ln tickets wait over %1</numerusform>
                <numerusform>%Ln tickets wait over %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <comment>tickets</comment>
            <translation>
                <numerusform>and %Ln more</numerusform>
                <numerusform>and %Ln more</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>For %n minute(s). It goes on trying.</source>
            <translation>
                <numerusform>For %Ln minute. It goes on trying.</numerusform>
                <numerusform>For %Ln minutes. It goes on trying.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n tickets wait longer than the target: %1 and more.</source>
            <translation>
                <numerusform>%Ln tickets wait longer than the target: %1 and more.</numerusform>
                <numerusform>%Ln tickets wait longer than the target: %1 and more.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n tickets wait longer than the target: %1.</source>
            <translation>
                <numerusform>%Ln tickets wait longer than the target: %1.</numerusform>
                <numerusform>%Ln tickets wait longer than the target: %1.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n opened</source>
            <comment>tickets</comment>
            <translation>
                <numerusform>%Ln opened</numerusform>
                <numerusform>%Ln opened</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n reopened</source>
            <comment>tickets</comment>
            <translation>
                <numerusform>%Ln reopened</numerusform>
                <numerusform>%Ln reopened</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n got a first reply</source>
            <comment>tickets</comment>
            <translation>
                <numerusform>%Ln got a first reply</numerusform>
                <numerusform>%Ln got a first reply</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n closed</source>
            <comment>tickets</comment>
            <translation>
                <numerusform>%Ln closed</numerusform>
                <numerusform>%Ln closed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <comment>categories</comment>
            <translation>
                <numerusform>and %Ln more</numerusform>
                <numerusform>and %Ln more</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Every %n hours</source>
            <translation>
                <numerusform>Every %Ln hours</numerusform>
                <numerusform>Every %Ln hours</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Every %n days at %1</source>
            <comment>%1 is a time</comment>
            <translation>
                <numerusform>Every %Ln days at %1</numerusform>
                <numerusform>Every %Ln days at %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>First response time: on average %1, median %2, of %n ticket(s).</source>
            <translation>
                <numerusform>First response time: on average %1, median %2, of %Ln ticket.</numerusform>
                <numerusform>First response time: on average %1, median %2, of %Ln tickets.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>When tickets are opened, by weekday and hour: %n ticket(s).</source>
            <translation>
                <numerusform>When tickets are opened, by weekday and hour: %Ln ticket.</numerusform>
                <numerusform>When tickets are opened, by weekday and hour: %Ln tickets.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n alarms</source>
            <translation>
                <numerusform>%Ln alarms</numerusform>
                <numerusform>%Ln alarms</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s) open at once: more than ever before</source>
            <translation>
                <numerusform>%Ln ticket open at once: more than ever before</numerusform>
                <numerusform>%Ln tickets open at once: more than ever before</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Overview</name>
        <message numerus="yes">
            <source>only %n ticket(s)</source>
            <translation>
                <numerusform>only %Ln ticket</numerusform>
                <numerusform>only %Ln tickets</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Open now: %n ticket(s)</source>
            <translation>
                <numerusform>Open now: %Ln ticket</numerusform>
                <numerusform>Open now: %Ln tickets</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Waiting for us: %n ticket(s)</source>
            <translation>
                <numerusform>Waiting for us: %Ln ticket</numerusform>
                <numerusform>Waiting for us: %Ln tickets</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1, %n overdue</source>
            <translation>
                <numerusform>%1, %Ln overdue</numerusform>
                <numerusform>%1, %Ln overdue</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Opened: %n ticket(s)</source>
            <translation>
                <numerusform>Opened: %Ln ticket</numerusform>
                <numerusform>Opened: %Ln tickets</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Left out: %n unanswered ticket(s).</source>
            <translation>
                <numerusform>Left out: %Ln unanswered ticket.</numerusform>
                <numerusform>Left out: %Ln unanswered tickets.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Left out: %n ticket(s) whose messages are missing.</source>
            <translation>
                <numerusform>Left out: %Ln ticket whose messages are missing.</numerusform>
                <numerusform>Left out: %Ln tickets whose messages are missing.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Left out: %n ticket(s) with impossible times.</source>
            <translation>
                <numerusform>Left out: %Ln ticket with impossible times.</numerusform>
                <numerusform>Left out: %Ln tickets with impossible times.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n closed today, the most in a day</source>
            <translation>
                <numerusform>%Ln closed today, the most in a day</numerusform>
                <numerusform>%Ln closed today, the most in a day</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>OverviewPage</name>
        <message numerus="yes">
            <source>%n new ticket(s) · Show</source>
            <translation>
                <numerusform>%Ln new ticket · Show</numerusform>
                <numerusform>%Ln new tickets · Show</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Show all %n open ticket(s)</source>
            <translation>
                <numerusform>Show the open ticket</numerusform>
                <numerusform>Show all %Ln open tickets</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Show the %n ticket(s)</source>
            <translation>
                <numerusform>Show the %Ln ticket</numerusform>
                <numerusform>Show the %Ln tickets</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PageNavigation</name>
        <message numerus="yes">
            <source>%n overdue</source>
            <translation>
                <numerusform>%Ln overdue</numerusform>
                <numerusform>%Ln overdue</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Period</name>
        <message numerus="yes">
            <source>* Bot was offline %n time(s), last %1.</source>
            <translation>
                <numerusform>* Bot was offline %Ln time, last %1.</numerusform>
                <numerusform>* Bot was offline %Ln times, last %1.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PersonPicker</name>
        <message numerus="yes">
            <source>%n person(s) found</source>
            <translation>
                <numerusform>%Ln person found</numerusform>
                <numerusform>%Ln persons found</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ServerStep</name>
        <message numerus="yes">
            <source>%n member(s)</source>
            <translation>
                <numerusform>%Ln member</numerusform>
                <numerusform>%Ln members</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ServerSwitcher</name>
        <message numerus="yes">
            <source>%n overdue</source>
            <translation>
                <numerusform>%Ln overdue</numerusform>
                <numerusform>%Ln overdue</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Show %n archived server(s)</source>
            <translation>
                <numerusform>Show %Ln archived server</numerusform>
                <numerusform>Show %Ln archived servers</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SettingsEditor</name>
        <message numerus="yes">
            <source>%n unsaved change(s)</source>
            <translation>
                <numerusform>%Ln unsaved change</numerusform>
                <numerusform>%Ln unsaved changes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more change(s) were saved.</source>
            <translation>
                <numerusform>%Ln more change was saved.</numerusform>
                <numerusform>%Ln more changes were saved.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SettingsPage</name>
        <message numerus="yes">
            <source>%n channel(s)</source>
            <translation>
                <numerusform>%Ln channel</numerusform>
                <numerusform>%Ln channels</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %Ln more</numerusform>
                <numerusform>and %Ln more</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n open ticket channel(s) right now.</source>
            <translation>
                <numerusform>%Ln open ticket channel right now.</numerusform>
                <numerusform>%Ln open ticket channels right now.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source> open ticket(s)</source>
            <comment>after a number</comment>
            <translation>
                <numerusform> open ticket</numerusform>
                <numerusform> open tickets</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SettingsWords</name>
        <message numerus="yes">
            <source>%n open ticket(s)</source>
            <translation>
                <numerusform>%Ln open ticket</numerusform>
                <numerusform>%Ln open tickets</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SetupWords</name>
        <message numerus="yes">
            <source>cannot see %n channel(s): View Channel is missing</source>
            <translation>
                <numerusform>cannot see %Ln channel: View Channel is missing</numerusform>
                <numerusform>cannot see %Ln channels: View Channel is missing</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>cannot read %n channel(s): Read Message History is missing</source>
            <translation>
                <numerusform>cannot read %Ln channel: Read Message History is missing</numerusform>
                <numerusform>cannot read %Ln channels: Read Message History is missing</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Staff</name>
        <message numerus="yes">
            <source>%n staff member(s) wrote.</source>
            <translation>
                <numerusform>%Ln staff member wrote.</numerusform>
                <numerusform>%Ln staff members wrote.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>StaffModel</name>
        <message numerus="yes">
            <source>Median of %n first response(s)</source>
            <translation>
                <numerusform>Median of %Ln first response</numerusform>
                <numerusform>Median of %Ln first responses</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>only %n ticket(s)</source>
            <translation>
                <numerusform>only %Ln ticket</numerusform>
                <numerusform>only %Ln tickets</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>StaffPage</name>
        <message numerus="yes">
            <source>Without any staff reply yet: %n open ticket(s).</source>
            <translation>
                <numerusform>Without any staff reply yet: %Ln open ticket.</numerusform>
                <numerusform>Without any staff reply yet: %Ln open tickets.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>StatusParts</name>
        <message numerus="yes">
            <source>%n server(s)</source>
            <translation>
                <numerusform>%Ln server</numerusform>
                <numerusform>%Ln servers</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n problem(s)</source>
            <translation>
                <numerusform>%Ln problem</numerusform>
                <numerusform>%Ln problems</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TicketsPage</name>
        <message numerus="yes">
            <source>%n overdue</source>
            <translation>
                <numerusform>%Ln overdue</numerusform>
                <numerusform>%Ln overdue</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n new ticket(s) · Show</source>
            <translation>
                <numerusform>%Ln new ticket · Show</numerusform>
                <numerusform>%Ln new tickets · Show</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Ticket filters, %n active</source>
            <translation>
                <numerusform>Ticket filters, %Ln active</numerusform>
                <numerusform>Ticket filters, %Ln active</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s)</source>
            <translation>
                <numerusform>%Ln ticket</numerusform>
                <numerusform>%Ln tickets</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The list is too long for one file: the first %n ticket(s) are saved.</source>
            <translation>
                <numerusform>The list is too long for one file: the first %Ln ticket is saved.</numerusform>
                <numerusform>The list is too long for one file: the first %Ln tickets are saved.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n channel(s)</source>
            <translation>
                <numerusform>%Ln channel</numerusform>
                <numerusform>%Ln channels</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TicketsStep</name>
        <message numerus="yes">
            <source>%n channel(s)</source>
            <translation>
                <numerusform>%Ln channel</numerusform>
                <numerusform>%Ln channels</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Reading the first message of %n channel(s)…</source>
            <translation>
                <numerusform>Reading the first message of %Ln channel…</numerusform>
                <numerusform>Reading the first message of %Ln channels…</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Found %n open ticket channel(s) right now.</source>
            <translation>
                <numerusform>Found %Ln open ticket channel right now.</numerusform>
                <numerusform>Found %Ln open ticket channels right now.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n further channel(s) are looked at later.</source>
            <translation>
                <numerusform>%Ln further channel is looked at later.</numerusform>
                <numerusform>%Ln further channels are looked at later.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Timeline</name>
        <message numerus="yes">
            <source>%1 (staff) wrote, %n message(s)</source>
            <translation>
                <numerusform>%1 (staff) wrote, %Ln message</numerusform>
                <numerusform>%1 (staff) wrote, %Ln messages</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 (bot) wrote, %n message(s)</source>
            <translation>
                <numerusform>%1 (bot) wrote, %Ln message</numerusform>
                <numerusform>%1 (bot) wrote, %Ln messages</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 wrote, %n message(s)</source>
            <translation>
                <numerusform>%1 wrote, %Ln message</numerusform>
                <numerusform>%1 wrote, %Ln messages</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TokenWords</name>
        <message numerus="yes">
            <source>A token has three parts with dots between them; this has %n. Copy it again in full.</source>
            <translation>
                <numerusform>A token has three parts with dots between them; this has %Ln. Copy it again in full.</numerusform>
                <numerusform>A token has three parts with dots between them; this has %Ln. Copy it again in full.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TrayIcon</name>
        <message numerus="yes">
            <source>%n overdue</source>
            <translation>
                <numerusform>%Ln overdue</numerusform>
                <numerusform>%Ln overdue</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Trends</name>
        <message numerus="yes">
            <source>%n closed ticket(s).</source>
            <translation>
                <numerusform>%Ln closed ticket.</numerusform>
                <numerusform>%Ln closed tickets.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>only %n ticket(s)</source>
            <translation>
                <numerusform>only %Ln ticket</numerusform>
                <numerusform>only %Ln tickets</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n staff member(s) answered.</source>
            <translation>
                <numerusform>%Ln staff member answered.</numerusform>
                <numerusform>%Ln staff members answered.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s).</source>
            <translation>
                <numerusform>%Ln ticket.</numerusform>
                <numerusform>%Ln tickets.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more</source>
            <comment>categories</comment>
            <translation>
                <numerusform>%Ln more</numerusform>
                <numerusform>%Ln more</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>, only %n ticket(s)</source>
            <translation>
                <numerusform>, only %Ln ticket</numerusform>
                <numerusform>, only %Ln tickets</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Left out: %n ticket(s) without a staff reply.</source>
            <translation>
                <numerusform>Left out: %Ln ticket without a staff reply.</numerusform>
                <numerusform>Left out: %Ln tickets without a staff reply.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Left out: %n ticket(s) whose messages are missing.</source>
            <translation>
                <numerusform>Left out: %Ln ticket whose messages are missing.</numerusform>
                <numerusform>Left out: %Ln tickets whose messages are missing.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Left out: %n ticket(s) of which it is not known exactly when they were closed.</source>
            <translation>
                <numerusform>Left out: %Ln ticket of which it is not known exactly when they were closed.</numerusform>
                <numerusform>Left out: %Ln tickets of which it is not known exactly when they were closed.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Left out: %n ticket(s) with impossible times.</source>
            <translation>
                <numerusform>Left out: %Ln ticket with impossible times.</numerusform>
                <numerusform>Left out: %Ln tickets with impossible times.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Counted as opened only, for their impossible closing time: %n ticket(s).</source>
            <translation>
                <numerusform>Counted as opened only, for their impossible closing time: %Ln ticket.</numerusform>
                <numerusform>Counted as opened only, for their impossible closing time: %Ln tickets.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Not listed: %n earlier time(s).</source>
            <translation>
                <numerusform>Not listed: %Ln earlier time.</numerusform>
                <numerusform>Not listed: %Ln earlier times.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TrendsExport</name>
        <message numerus="yes">
            <source>One entry for each of %n ticket(s) opened: %1.</source>
            <translation>
                <numerusform>One entry for each of %Ln ticket opened: %1.</numerusform>
                <numerusform>One entry for each of %Ln tickets opened: %1.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Saved %n picture(s) in %1</source>
            <translation>
                <numerusform>Saved %Ln picture in %1</numerusform>
                <numerusform>Saved %Ln pictures in %1</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TrendsPage</name>
        <message numerus="yes">
            <source>Show the %n ticket(s)</source>
            <translation>
                <numerusform>Show the %Ln ticket</numerusform>
                <numerusform>Show the %Ln tickets</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Not in it: %n open ticket(s).</source>
            <translation>
                <numerusform>Not in it: %Ln open ticket.</numerusform>
                <numerusform>Not in it: %Ln open tickets.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>UnsavedBar</name>
        <message numerus="yes">
            <source>%n unsaved change(s)</source>
            <translation>
                <numerusform>%Ln unsaved change</numerusform>
                <numerusform>%Ln unsaved changes</numerusform>
            </translation>
        </message>
    </context>
</TS>

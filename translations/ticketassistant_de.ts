<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
    <context>
        <name>AccessModel</name>
        <message>
            <source>The owner counts as staff only by a role or by max permissions.</source>
            <translation>Der Besitzer zählt nur durch eine Rolle oder Höchstrechte zum Team.</translation>
        </message>
        <message>
            <source>The server owner can always do everything.</source>
            <translation>Der Serverbesitzer darf immer alles.</translation>
        </message>
        <message>
            <source>Set by %1 in the environment; it can only be changed there.</source>
            <translation>Durch %1 in der Umgebung gesetzt; nur dort änderbar.</translation>
        </message>
        <message>
            <source>This role was deleted on Discord; its rights can only be taken out.</source>
            <translation>Diese Rolle wurde in Discord gelöscht; ihre Rechte können nur entfernt werden.</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>role, its size</comment>
            <translation>%1, %2</translation>
        </message>
        <message numerus="yes">
            <source>%n member(s)</source>
            <translation>
                <numerusform>%Ln Mitglied</numerusform>
                <numerusform>%Ln Mitglieder</numerusform>
            </translation>
        </message>
        <message>
            <source>not by itself</source>
            <translation>nicht von selbst</translation>
        </message>
        <message>
            <source>always</source>
            <translation>immer</translation>
        </message>
        <message>
            <source>unknown</source>
            <translation>unbekannt</translation>
        </message>
        <message>
            <source>checked</source>
            <translation>aktiviert</translation>
        </message>
        <message>
            <source>not checked</source>
            <translation>nicht aktiviert</translation>
        </message>
        <message>
            <source>changed</source>
            <translation>geändert</translation>
        </message>
        <message>
            <source>for everyone on the server</source>
            <translation>für alle auf dem Server</translation>
        </message>
        <message>
            <source>can always do everything</source>
            <translation>darf immer alles</translation>
        </message>
        <message>
            <source>no rights</source>
            <translation>keine Rechte</translation>
        </message>
        <message>
            <source>ID %1</source>
            <translation>ID %1</translation>
        </message>
        <message>
            <source>remove</source>
            <translation>entfernen</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>Rolle</translation>
        </message>
        <message>
            <source>Set by %1</source>
            <translation>Laut %1</translation>
        </message>
        <message>
            <source>The bot was removed from this server. Permissions can be changed when it is back.</source>
            <translation>Der Bot wurde von diesem Server entfernt. Rechte können geändert werden, wenn er wieder da ist.</translation>
        </message>
    </context>
    <context>
        <name>AlarmPanel</name>
        <message>
            <source>A ticket is overdue</source>
            <translation>Ein Ticket ist überfällig</translation>
        </message>
        <message>
            <source>More tickets are open than</source>
            <translation>Mehr Tickets sind offen als</translation>
        </message>
        <message>
            <source>More tickets are open than ever before</source>
            <translation>Mehr Tickets sind offen als je zuvor</translation>
        </message>
        <message>
            <source>First responses later than the target today</source>
            <translation>Erste Antworten heute später als das Ziel</translation>
        </message>
        <message>
            <source>The bot is disconnected for</source>
            <translation>Der Bot ist getrennt seit</translation>
        </message>
        <message>
            <source>There is a problem with the data</source>
            <translation>Es gibt ein Problem mit den Daten</translation>
        </message>
        <message>
            <source>%1: limit</source>
            <translation>%1: Grenze</translation>
        </message>
        <message>
            <source> %</source>
            <translation> %</translation>
        </message>
        <message>
            <source> min</source>
            <translation> min</translation>
        </message>
        <message>
            <source>This computer</source>
            <translation>Dieser Computer</translation>
        </message>
        <message>
            <source>%1: tell this computer</source>
            <translation>%1: diesem Computer melden</translation>
        </message>
        <message>
            <source>%1: channel in Discord</source>
            <translation>%1: Kanal in Discord</translation>
        </message>
        <message>
            <source>%1: role to mention</source>
            <translation>%1: zu erwähnende Rolle</translation>
        </message>
        <message>
            <source>Test</source>
            <translation>Test</translation>
        </message>
        <message>
            <source>%1: test</source>
            <translation>%1: Test</translation>
        </message>
        <message>
            <source>A ticket is overdue (target %1)</source>
            <translation>Ein Ticket ist überfällig (Ziel %1)</translation>
        </message>
        <message>
            <source>not in Discord</source>
            <translation>nicht in Discord</translation>
        </message>
        <message>
            <source>Choose a channel first.</source>
            <translation>Wähle zuerst einen Kanal.</translation>
        </message>
        <message>
            <source>The bot cannot post in %1: %2.</source>
            <translation>Der Bot kann in %1 nichts schreiben: %2.</translation>
        </message>
        <message>
            <source>It is on, but told nowhere.</source>
            <translation>Ist an, wird aber nirgends gemeldet.</translation>
        </message>
    </context>
    <context>
        <name>Application</name>
        <message>
            <source>Ticket Assistant</source>
            <translation>Ticket Assistant</translation>
        </message>
        <message>
            <source>Restore a backup</source>
            <translation>Sicherung wiederherstellen</translation>
        </message>
        <message>
            <source>Backups (*.db);;All files (*)</source>
            <translation>Sicherungen (*.db);;Alle Dateien (*)</translation>
        </message>
        <message>
            <source>Not now: the demo has just recovered from it. Try again in a few minutes.</source>
            <translation>Jetzt nicht: Die Demo hat sich gerade erst davon erholt. In ein paar Minuten geht es wieder.</translation>
        </message>
    </context>
    <context>
        <name>Autostart</name>
        <message>
            <source>The system did not take the entry.</source>
            <translation>Das System nahm den Eintrag nicht an.</translation>
        </message>
        <message>
            <source>The file %1 cannot be deleted.</source>
            <translation>Die Datei %1 kann nicht gelöscht werden.</translation>
        </message>
        <message>
            <source>The file %1 cannot be written.</source>
            <translation>Die Datei %1 kann nicht geschrieben werden.</translation>
        </message>
    </context>
    <context>
        <name>BackupReason</name>
        <message>
            <source>Daily</source>
            <translation>Täglich</translation>
        </message>
        <message>
            <source>By hand</source>
            <translation>Von Hand</translation>
        </message>
        <message>
            <source>Before a deletion</source>
            <translation>Vor einem Löschen</translation>
        </message>
        <message>
            <source>Before a restore</source>
            <translation>Vor einem Wiederherstellen</translation>
        </message>
        <message>
            <source>Before an import</source>
            <translation>Vor einem Import</translation>
        </message>
        <message>
            <source>Before an update of the program</source>
            <translation>Vor einer Aktualisierung des Programms</translation>
        </message>
    </context>
    <context>
        <name>Bot</name>
        <message>
            <source>Discord rejected the token. Enter a new one.</source>
            <translation>Discord hat das Token abgelehnt. Gib ein neues ein.</translation>
        </message>
        <message>
            <source>Discord cannot be reached.</source>
            <translation>Discord ist nicht erreichbar.</translation>
        </message>
        <message>
            <source>%1 commands registered</source>
            <translation>%1 Befehle registriert</translation>
        </message>
        <message>
            <source>connected, %1 ms</source>
            <translation>verbunden, %1 ms</translation>
        </message>
        <message>
            <source>connected</source>
            <translation>verbunden</translation>
        </message>
        <message>
            <source>Connected to a stand-in at %1</source>
            <translation>Verbunden mit einem Ersatz unter %1</translation>
        </message>
        <message>
            <source>The token belongs to %1 (ID %2), but the data here was recorded with another bot (ID %3).</source>
            <translation>Das Token gehört zu %1 (ID %2), aber die Daten hier wurden mit einem anderen Bot (ID %3) aufgezeichnet.</translation>
        </message>
        <message>
            <source>This is no bot token: it holds what no token has. Enter another one.</source>
            <translation>Das ist kein Bot-Token: Es enthält, was in keinem Token vorkommt. Gib ein anderes ein.</translation>
        </message>
    </context>
    <context>
        <name>BotLogPage</name>
        <message>
            <source>State of the bot</source>
            <translation>Zustand des Bots</translation>
        </message>
        <message>
            <source>Bot log</source>
            <translation>Bot-Protokoll</translation>
        </message>
        <message numerus="yes">
            <source>%n new error(s)</source>
            <translation>
                <numerusform>%Ln neuer Fehler</numerusform>
                <numerusform>%Ln neue Fehler</numerusform>
            </translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>area, level of a log line</comment>
            <translation>%1: %2</translation>
        </message>
        <message numerus="yes">
            <source>%n line(s) copied.</source>
            <translation>
                <numerusform>%Ln Zeile kopiert.</numerusform>
                <numerusform>%Ln Zeilen kopiert.</numerusform>
            </translation>
        </message>
        <message>
            <source>Log</source>
            <comment>kind of file</comment>
            <translation>Protokoll</translation>
        </message>
        <message>
            <source>Latency</source>
            <translation>Antwortzeit</translation>
        </message>
        <message>
            <source>&amp;Restart bot</source>
            <translation>Bot &amp;neu starten</translation>
        </message>
        <message>
            <source>Search the log (Ctrl+F)</source>
            <translation>Protokoll durchsuchen (Strg+F)</translation>
        </message>
        <message>
            <source>Search the log</source>
            <translation>Protokoll durchsuchen</translation>
        </message>
        <message>
            <source>Area</source>
            <translation>Bereich</translation>
        </message>
        <message>
            <source>All areas</source>
            <translation>Alle Bereiche</translation>
        </message>
        <message>
            <source>Follow newest</source>
            <translation>Neuestem folgen</translation>
        </message>
        <message>
            <source>Keep the newest line in view; scrolling up turns it off</source>
            <translation>Die neueste Zeile im Blick behalten; Hochrollen schaltet es aus</translation>
        </message>
        <message>
            <source>What does this mean?</source>
            <translation>Was bedeutet das?</translation>
        </message>
        <message>
            <source>Open folder</source>
            <translation>Ordner öffnen</translation>
        </message>
        <message>
            <source>Open the folder with the data of this program</source>
            <translation>Den Ordner mit den Daten dieses Programms öffnen</translation>
        </message>
        <message>
            <source>Save as…</source>
            <translation>Speichern unter…</translation>
        </message>
        <message>
            <source>Save without names…</source>
            <translation>Ohne Namen speichern…</translation>
        </message>
        <message>
            <source>Copy lines</source>
            <translation>Zeilen kopieren</translation>
        </message>
        <message>
            <source>Errors %1</source>
            <translation>Fehler %1</translation>
        </message>
        <message>
            <source>Warnings %1</source>
            <translation>Warnungen %1</translation>
        </message>
        <message>
            <source>Info %1</source>
            <translation>Info %1</translation>
        </message>
        <message>
            <source>Details %1</source>
            <translation>Einzelheiten %1</translation>
        </message>
        <message numerus="yes">
            <source>%n line(s)</source>
            <translation>
                <numerusform>%Ln Zeile</numerusform>
                <numerusform>%Ln Zeilen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 of %n line(s)</source>
            <translation>
                <numerusform>%1 von %Ln Zeile</numerusform>
                <numerusform>%1 von %Ln Zeilen</numerusform>
            </translation>
        </message>
        <message>
            <source>Jump to newest (%1)</source>
            <translation>Zur neuesten springen (%1)</translation>
        </message>
        <message>
            <source>Jump to newest</source>
            <translation>Zur neuesten springen</translation>
        </message>
        <message>
            <source>No line matches.</source>
            <translation>Keine Zeile passt.</translation>
        </message>
        <message>
            <source>Clear filters</source>
            <translation>Filter löschen</translation>
        </message>
        <message>
            <source>Nothing has been logged yet. As soon as the bot starts, what it does is listed here.</source>
            <translation>Noch wurde nichts protokolliert. Sobald der Bot startet, steht hier, was er tut.</translation>
        </message>
        <message>
            <source>Start bot</source>
            <translation>Bot starten</translation>
        </message>
        <message>
            <source>Latency: %1 ms</source>
            <translation>Antwortzeit: %1 ms</translation>
        </message>
        <message>
            <source>Latency: %1</source>
            <comment>a dash</comment>
            <translation>Antwortzeit: %1</translation>
        </message>
        <message>
            <source>Session: %1</source>
            <translation>Sitzung: %1</translation>
        </message>
        <message>
            <source>Session: %1</source>
            <comment>a dash</comment>
            <translation>Sitzung: %1</translation>
        </message>
        <message numerus="yes">
            <source>%n wait(s) in 24 hours</source>
            <translation>
                <numerusform>%Ln Wartezeit in 24 Stunden</numerusform>
                <numerusform>%Ln Wartezeiten in 24 Stunden</numerusform>
            </translation>
        </message>
        <message>
            <source>waiting %1 s</source>
            <translation>wartet %1 s</translation>
        </message>
        <message>
            <source>Rate limit: %1</source>
            <translation>Begrenzung durch Discord: %1</translation>
        </message>
        <message>
            <source>Events: %1 per minute</source>
            <translation>Ereignisse: %1 pro Minute</translation>
        </message>
        <message numerus="yes">
            <source>Latency between %1 and %2 ms, %n measurement(s)</source>
            <translation>
                <numerusform>Antwortzeit zwischen %1 und %2 ms, %Ln Messung</numerusform>
                <numerusform>Antwortzeit zwischen %1 und %2 ms, %Ln Messungen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n reconnect(s) today</source>
            <translation>
                <numerusform>%Ln neue Verbindung heute</numerusform>
                <numerusform>%Ln neue Verbindungen heute</numerusform>
            </translation>
        </message>
        <message>
            <source>Requests: %1 waiting, %2 under way</source>
            <translation>Anfragen: %1 warten, %2 unterwegs</translation>
        </message>
        <message>
            <source>Commands: not registered yet</source>
            <translation>Befehle: noch nicht registriert</translation>
        </message>
        <message>
            <source>&amp;Start bot</source>
            <translation>Bot &amp;starten</translation>
        </message>
        <message>
            <source>The bot is stopped.</source>
            <translation>Der Bot ist angehalten.</translation>
        </message>
        <message>
            <source>Sto&amp;p bot</source>
            <translation>Bot anha&amp;lten</translation>
        </message>
    </context>
    <context>
        <name>CatchUp</name>
        <message>
            <source>Looking for what happened meanwhile…</source>
            <translation>Es wird nachgesehen, was inzwischen geschah…</translation>
        </message>
        <message>
            <source>Reading messages: %1 of %2 channels</source>
            <translation>Nachrichten werden gelesen: %1 von %2 Kanälen</translation>
        </message>
        <message>
            <source>Read Message History is missing</source>
            <translation>„Nachrichtenverlauf anzeigen“ fehlt</translation>
        </message>
        <message>
            <source>View Channel is missing</source>
            <translation>„Kanal ansehen“ fehlt</translation>
        </message>
    </context>
    <context>
        <name>Chart</name>
        <message>
            <source>MMM yyyy</source>
            <comment>date format: Jan 2026</comment>
            <translation>MMM yyyy</translation>
        </message>
        <message>
            <source>MMM</source>
            <comment>date format: Nov</comment>
            <translation>MMM</translation>
        </message>
        <message>
            <source>hours</source>
            <translation>Stunden</translation>
        </message>
        <message>
            <source>minutes</source>
            <translation>Minuten</translation>
        </message>
        <message>
            <source>seconds</source>
            <translation>Sekunden</translation>
        </message>
        <message>
            <source>from %1</source>
            <comment>first, partial bucket</comment>
            <translation>ab %1</translation>
        </message>
        <message>
            <source>so far</source>
            <comment>last, partial bucket</comment>
            <translation>bisher</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>day, time</comment>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>%1 from %2</source>
            <comment>day, time</comment>
            <translation>%1 ab %2</translation>
        </message>
        <message>
            <source>%1 so far</source>
            <comment>the current day</comment>
            <translation>%1 bisher</translation>
        </message>
        <message>
            <source>%1 – %2</source>
            <comment>first and last day</comment>
            <translation>%1 – %2</translation>
        </message>
        <message>
            <source>MMMM yyyy</source>
            <comment>date format: November 2026</comment>
            <translation>MMMM yyyy</translation>
        </message>
        <message>
            <source>not measured</source>
            <translation>nicht gemessen</translation>
        </message>
        <message>
            <source>%1 %2</source>
            <comment>series, duration: median 4 min</comment>
            <translation>%1 %2</translation>
        </message>
        <message>
            <source>%1 %2</source>
            <comment>count, series: 12 opened</comment>
            <translation>%1 %2</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>date, values</comment>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>, </source>
            <translation>, </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s).</source>
            <comment>length of a chart</comment>
            <translation>
                <numerusform>%Ln Tag.</numerusform>
                <numerusform>%Ln Tage.</numerusform>
            </translation>
        </message>
        <message>
            <source>Highest %1 %2 on %3.</source>
            <comment>value, series, date</comment>
            <translation>Höchstwert %1 %2 am %3.</translation>
        </message>
        <message>
            <source>The bot was offline for part of this time.</source>
            <translation>Der Bot war einen Teil dieser Zeit offline.</translation>
        </message>
        <message>
            <source>Hour</source>
            <translation>Stunde</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>Tag</translation>
        </message>
        <message>
            <source>Week</source>
            <translation>Woche</translation>
        </message>
        <message>
            <source>Month</source>
            <translation>Monat</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <comment>column, unit</comment>
            <translation>%1 (%2)</translation>
        </message>
        <message>
            <source>From</source>
            <translation>Von</translation>
        </message>
        <message>
            <source>To</source>
            <translation>Bis</translation>
        </message>
        <message>
            <source>Tickets opened by hour of the day</source>
            <translation>Eröffnete Tickets nach Uhrzeit</translation>
        </message>
        <message>
            <source>Opened</source>
            <translation>Eröffnet</translation>
        </message>
        <message>
            <source>tickets</source>
            <translation>Tickets</translation>
        </message>
        <message>
            <source>No tickets in this period.</source>
            <translation>Keine Tickets in diesem Zeitraum.</translation>
        </message>
        <message>
            <source>First response</source>
            <translation>Erste Antwort</translation>
        </message>
        <message>
            <source>Median</source>
            <translation>Median</translation>
        </message>
        <message>
            <source>90 % within</source>
            <translation>90 % innerhalb von</translation>
        </message>
        <message>
            <source>No first response in this period.</source>
            <translation>Keine erste Antwort in diesem Zeitraum.</translation>
        </message>
        <message>
            <source>Opened and closed</source>
            <translation>Eröffnet und geschlossen</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>Geschlossen</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <comment>value, note</comment>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>%1 %2</source>
            <comment>name, value: median 4 min</comment>
            <translation>%1 %2</translation>
        </message>
        <message>
            <source>Highest %1 %2: %3.</source>
            <comment>value, series, name</comment>
            <translation>Höchstwert %1 %2: %3.</translation>
        </message>
        <message>
            <source>Nothing was recorded for part of this time.</source>
            <translation>Ein Teil dieser Zeit wurde nicht aufgezeichnet.</translation>
        </message>
    </context>
    <context>
        <name>ChartCard</name>
        <message>
            <source>Explain</source>
            <translation>Erklären</translation>
        </message>
        <message>
            <source>Copy image</source>
            <translation>Bild kopieren</translation>
        </message>
        <message>
            <source>Save PNG…</source>
            <translation>PNG speichern…</translation>
        </message>
        <message>
            <source>Save CSV…</source>
            <translation>CSV speichern…</translation>
        </message>
        <message>
            <source>Show tickets</source>
            <translation>Tickets zeigen</translation>
        </message>
        <message>
            <source>Explain %1</source>
            <comment>a chart's title</comment>
            <translation>%1 erklären</translation>
        </message>
        <message>
            <source>More actions for %1</source>
            <translation>Weitere Aktionen für %1</translation>
        </message>
        <message>
            <source>Copied: %1</source>
            <translation>Kopiert: %1</translation>
        </message>
        <message>
            <source>PNG picture</source>
            <translation>PNG-Bild</translation>
        </message>
        <message>
            <source>CSV table</source>
            <translation>CSV-Tabelle</translation>
        </message>
    </context>
    <context>
        <name>ChartView</name>
        <message>
            <source>Chart</source>
            <translation>Diagramm</translation>
        </message>
        <message>
            <source>Table</source>
            <translation>Tabelle</translation>
        </message>
        <message>
            <source>Show %1 as chart</source>
            <translation>%1 als Diagramm zeigen</translation>
        </message>
        <message>
            <source>Show %1 as table</source>
            <translation>%1 als Tabelle zeigen</translation>
        </message>
        <message>
            <source>%1, table</source>
            <translation>%1, Tabelle</translation>
        </message>
        <message>
            <source>Times in %1</source>
            <translation>Zeiten in %1</translation>
        </message>
        <message>
            <source>%1; chosen: %2</source>
            <comment>values of a date, one of the series</comment>
            <translation>%1; gewählt: %2</translation>
        </message>
    </context>
    <context>
        <name>CloseDialog</name>
        <message>
            <source>Closed ticket</source>
            <translation>Geschlossenes Ticket</translation>
        </message>
        <message>
            <source>&amp;Closed by</source>
            <translation>Ges&amp;chlossen von</translation>
        </message>
        <message>
            <source>&amp;Reason</source>
            <translation>&amp;Grund</translation>
        </message>
        <message>
            <source>What is set here stands in the history and can be taken back.</source>
            <translation>Was hier gesetzt wird, steht im Verlauf und kann zurückgenommen werden.</translation>
        </message>
        <message>
            <source>C&amp;ancel</source>
            <translation>&amp;Abbrechen</translation>
        </message>
        <message>
            <source>&amp;Save</source>
            <translation>&amp;Speichern</translation>
        </message>
        <message>
            <source>Who closed #%1, and why?</source>
            <translation>Wer schloss #%1, und warum?</translation>
        </message>
        <message>
            <source>Not detected</source>
            <translation>Nicht erkannt</translation>
        </message>
        <message>
            <source>This was detected and stays as it is</source>
            <translation>Das wurde erkannt und bleibt, wie es ist</translation>
        </message>
    </context>
    <context>
        <name>CommandPalette</name>
        <message>
            <source>Commands</source>
            <translation>Befehle</translation>
        </message>
        <message>
            <source>Page, action, server or ticket</source>
            <translation>Seite, Aktion, Server oder Ticket</translation>
        </message>
        <message>
            <source>Search pages, actions, servers and tickets</source>
            <translation>Seiten, Aktionen, Server und Tickets suchen</translation>
        </message>
        <message>
            <source>Found</source>
            <translation>Gefunden</translation>
        </message>
        <message>
            <source>Ticket</source>
            <translation>Ticket</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>kind, name: "Page: Overview"</comment>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>%1: %2 (%3)</source>
            <comment>kind, name, shortcut</comment>
            <translation>%1: %2 (%3)</translation>
        </message>
        <message>
            <source>Nothing is called that.</source>
            <translation>Nichts heißt so.</translation>
        </message>
    </context>
    <context>
        <name>Commands</name>
        <message>
            <source>view statistics</source>
            <comment>You can: …</comment>
            <translation>Statistik ansehen</translation>
        </message>
        <message>
            <source>manage data</source>
            <comment>You can: …</comment>
            <translation>Daten verwalten</translation>
        </message>
        <message>
            <source>manage access</source>
            <comment>You can: …</comment>
            <translation>Rechte verwalten</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>und %Ln weitere</numerusform>
                <numerusform>und %Ln weitere</numerusform>
            </translation>
        </message>
        <message>
            <source>You can: %1.</source>
            <translation>Du kannst: %1.</translation>
        </message>
        <message>
            <source>You cannot: %1.</source>
            <translation>Du kannst nicht: %1.</translation>
        </message>
        <message>
            <source>everybody can</source>
            <comment>the reason for a right</comment>
            <translation>das kann jeder</translation>
        </message>
        <message>
            <source>server owner</source>
            <comment>the reason for a right</comment>
            <translation>Serverbesitzer</translation>
        </message>
        <message>
            <source>max permissions</source>
            <comment>the reason for a right</comment>
            <translation>Höchstrechte</translation>
        </message>
        <message>
            <source>because of %1</source>
            <comment>%1 is a role</comment>
            <translation>wegen %1</translation>
        </message>
        <message>
            <source>%1 · added by %2 %3</source>
            <comment>person, person, a time: 3 days ago</comment>
            <translation>%1 · hinzugefügt von %2 %3</translation>
        </message>
        <message>
            <source>imported, not confirmed yet</source>
            <translation>importiert, noch nicht bestätigt</translation>
        </message>
        <message>
            <source>left the server</source>
            <translation>hat den Server verlassen</translation>
        </message>
        <message>
            <source>%1 – %2</source>
            <comment>a command and what it does</comment>
            <translation>%1 – %2</translation>
        </message>
        <message>
            <source>needs the server owner</source>
            <translation>braucht den Serverbesitzer</translation>
        </message>
        <message>
            <source>needs %1</source>
            <comment>%1 is a role</comment>
            <translation>braucht %1</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Rückgängig</translation>
        </message>
        <message>
            <source>Done. %1 can now use every command of this bot, deleting data included, and counts as staff.</source>
            <translation>Erledigt. %1 kann jetzt jeden Befehl dieses Bots benutzen, auch Daten löschen, und zählt zum Team.</translation>
        </message>
        <message>
            <source>Done. %1 is back to what their roles allow.</source>
            <translation>Erledigt. %1 darf wieder nur, was die Rollen erlauben.</translation>
        </message>
        <message>
            <source>Bots use no commands, so they cannot have max permissions.</source>
            <translation>Bots benutzen keine Befehle, deshalb können sie keine Höchstrechte haben.</translation>
        </message>
        <message>
            <source>The server owner always has it.</source>
            <translation>Der Serverbesitzer hat sie immer.</translation>
        </message>
        <message>
            <source>Nobody can give max permissions to themselves.</source>
            <translation>Niemand kann sich selbst Höchstrechte geben.</translation>
        </message>
        <message>
            <source>Nobody can take max permissions from themselves.</source>
            <translation>Niemand kann sich selbst Höchstrechte nehmen.</translation>
        </message>
        <message>
            <source>Ask %1.</source>
            <translation>Frag %1.</translation>
        </message>
        <message>
            <source>%1 already has this, added by %2 %3.</source>
            <comment>person, person, a time: 3 days ago</comment>
            <translation>%1 hat das schon, hinzugefügt von %2 %3.</translation>
        </message>
        <message>
            <source>%1 does not have max permissions. Nothing was changed.</source>
            <translation>%1 hat keine Höchstrechte. Nichts wurde geändert.</translation>
        </message>
        <message>
            <source>Undone. %1 has max permissions again.</source>
            <translation>Rückgängig gemacht. %1 hat wieder Höchstrechte.</translation>
        </message>
        <message>
            <source>Undone. %1 does not have max permissions any more.</source>
            <translation>Rückgängig gemacht. %1 hat keine Höchstrechte mehr.</translation>
        </message>
        <message>
            <source>%1 · server owner, always</source>
            <translation>%1 · Serverbesitzer, immer</translation>
        </message>
        <message>
            <source>Max permissions</source>
            <translation>Höchstrechte</translation>
        </message>
        <message>
            <source>Page %1 of %2</source>
            <translation>Seite %1 von %2</translation>
        </message>
        <message>
            <source>◀ Previous</source>
            <translation>◀ Zurück</translation>
        </message>
        <message>
            <source>Next ▶</source>
            <translation>Weiter ▶</translation>
        </message>
        <message>
            <source>Permissions</source>
            <translation>Rechte</translation>
        </message>
        <message>
            <source>no role</source>
            <translation>keine Rolle</translation>
        </message>
        <message>
            <source>Counts as staff</source>
            <translation>Zählt zum Team</translation>
        </message>
        <message>
            <source>%1 (owner, always)</source>
            <translation>%1 (Besitzer, immer)</translation>
        </message>
        <message>
            <source>Explain for a person</source>
            <translation>Für eine Person erklären</translation>
        </message>
        <message>
            <source>This person is not on the server: no role counts.</source>
            <translation>Diese Person ist nicht auf dem Server: keine Rolle zählt.</translation>
        </message>
        <message>
            <source>%1: can (%2)</source>
            <comment>command, reason</comment>
            <translation>%1: darf (%2)</translation>
        </message>
        <message>
            <source>%1: cannot (%2)</source>
            <comment>command, reason</comment>
            <translation>%1: darf nicht (%2)</translation>
        </message>
        <message>
            <source>What one person can do</source>
            <translation>Was eine Person darf</translation>
        </message>
        <message>
            <source>Watches this server's support tickets and tells the team how many there are, how fast they are answered and who is waiting.</source>
            <translation>Beobachtet die Support-Tickets dieses Servers und sagt dem Team, wie viele es sind, wie schnell sie beantwortet werden und wer wartet.</translation>
        </message>
        <message>
            <source>Not for you:</source>
            <translation>Nicht für dich:</translation>
        </message>
        <message>
            <source>Version %1</source>
            <translation>Version %1</translation>
        </message>
        <message>
            <source>All categories</source>
            <translation>Alle Kategorien</translation>
        </message>
        <message>
            <source>None</source>
            <comment>tickets outside of any category</comment>
            <translation>Keine</translation>
        </message>
        <message>
            <source>%1 categories are named %2. Choose one from the list.</source>
            <translation>%1 Kategorien heißen %2. Wähle eine aus der Liste.</translation>
        </message>
        <message>
            <source>No category named %1.</source>
            <translation>Keine Kategorie heißt %1.</translation>
        </message>
        <message>
            <source>%1 (%2 open)</source>
            <comment>a category and its number of open tickets</comment>
            <translation>%1 (%2 offen)</translation>
        </message>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%Ln Tag</numerusform>
                <numerusform>%Ln Tage</numerusform>
            </translation>
        </message>
        <message>
            <source>Ticket category, or all of them</source>
            <translation>Ticketkategorie, oder alle</translation>
        </message>
        <message>
            <source>How many days to look back</source>
            <translation>Wie viele Tage zurück</translation>
        </message>
        <message>
            <source>Show the answer to everyone in this channel</source>
            <translation>Die Antwort allen in diesem Kanal zeigen</translation>
        </message>
        <message>
            <source>Which tickets; days without a scope means the last days</source>
            <translation>Welche Tickets; Tage ohne Umfang heißt die letzten Tage</translation>
        </message>
        <message>
            <source>Days since the ticket was opened</source>
            <translation>Tage, seit das Ticket eröffnet wurde</translation>
        </message>
        <message>
            <source>Only tickets of this category</source>
            <translation>Nur Tickets dieser Kategorie</translation>
        </message>
        <message>
            <source>Who gets all rights</source>
            <translation>Wer alle Rechte bekommt</translation>
        </message>
        <message>
            <source>Who loses them</source>
            <translation>Wer sie verliert</translation>
        </message>
        <message>
            <source>Ticket numbers of the last days</source>
            <translation>Ticketzahlen der letzten Tage</translation>
        </message>
        <message>
            <source>Delete recorded tickets, after a preview and a backup</source>
            <translation>Aufgezeichnete Tickets löschen, nach Vorschau und Sicherung</translation>
        </message>
        <message>
            <source>What was deleted, when and by whom, with undo</source>
            <translation>Was gelöscht wurde, wann und von wem, mit Rückgängig</translation>
        </message>
        <message>
            <source>Let a person use every command of this bot</source>
            <translation>Eine Person jeden Befehl dieses Bots benutzen lassen</translation>
        </message>
        <message>
            <source>Take a person's max permissions back</source>
            <translation>Einer Person die Höchstrechte nehmen</translation>
        </message>
        <message>
            <source>Who has max permissions, and who gave them</source>
            <translation>Wer Höchstrechte hat und wer sie gab</translation>
        </message>
        <message>
            <source>Which roles may do what with this bot</source>
            <translation>Welche Rollen was mit diesem Bot dürfen</translation>
        </message>
        <message>
            <source>What this bot does and which commands you can use</source>
            <translation>Was dieser Bot tut und welche Befehle du benutzen kannst</translation>
        </message>
        <message>
            <source>Everyone</source>
            <translation>Alle</translation>
        </message>
        <message>
            <source>View statistics</source>
            <translation>Statistik ansehen</translation>
        </message>
        <message>
            <source>Manage data</source>
            <translation>Daten verwalten</translation>
        </message>
        <message>
            <source>Manage access</source>
            <translation>Rechte verwalten</translation>
        </message>
        <message>
            <source>this computer</source>
            <translation>dieser Computer</translation>
        </message>
        <message>
            <source>this computer (%1)</source>
            <comment>%1 is an account name</comment>
            <translation>dieser Computer (%1)</translation>
        </message>
        <message>
            <source>%1 or %2</source>
            <comment>the end of a list: A, B or C</comment>
            <translation>%1 oder %2</translation>
        </message>
        <message>
            <source>No role may use this yet.</source>
            <translation>Noch darf das keine Rolle.</translation>
        </message>
        <message>
            <source>You need %1 for %2.</source>
            <comment>You need @Admin for /ticketstats.</comment>
            <translation>Für %2 brauchst du %1.</translation>
        </message>
        <message>
            <source>You do not have permission to use these buttons; they belong to %1. Run %2 yourself.</source>
            <translation>Diese Knöpfe darfst du nicht benutzen; sie gehören %1. Führe %2 selbst aus.</translation>
        </message>
        <message>
            <source>Use this in a server.</source>
            <translation>Benutze das auf einem Server.</translation>
        </message>
        <message>
            <source>This bot is not set up to serve this server.</source>
            <translation>Dieser Bot ist nicht für diesen Server eingerichtet.</translation>
        </message>
        <message>
            <source>Starting up, try again in a few seconds.</source>
            <translation>Startet gerade, versuche es in ein paar Sekunden erneut.</translation>
        </message>
        <message>
            <source>This bot no longer has that command. /help lists what it has.</source>
            <translation>Diesen Befehl hat der Bot nicht mehr. /help zeigt, was es gibt.</translation>
        </message>
        <message>
            <source>This button no longer works. Run the command again.</source>
            <translation>Dieser Knopf geht nicht mehr. Führe den Befehl erneut aus.</translation>
        </message>
        <message>
            <source>Too many commands, try again in %1.</source>
            <comment>%1 is a duration: 4 s</comment>
            <translation>Zu viele Befehle, versuche es in %1 erneut.</translation>
        </message>
        <message>
            <source>The data is busy. Trying for 10 more seconds…</source>
            <translation>Die Daten sind belegt. Noch 10 Sekunden wird es versucht…</translation>
        </message>
        <message>
            <source>Not possible right now. Nothing was changed. Try again in a minute.</source>
            <translation>Gerade nicht möglich. Nichts wurde geändert. Versuche es in einer Minute erneut.</translation>
        </message>
        <message>
            <source>Something went wrong on my side (ref %1). Nothing was changed. The manager sees the details in the bot log.</source>
            <translation>Auf meiner Seite ging etwas schief (Ref %1). Nichts wurde geändert. Näheres steht im Bot-Protokoll.</translation>
        </message>
        <message>
            <source>Days must be between 1 and 3650.</source>
            <translation>Die Tage müssen zwischen 1 und 3650 liegen.</translation>
        </message>
        <message>
            <source>I may not attach files here.</source>
            <translation>Ich darf hier keine Dateien anhängen.</translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s), one per line.</source>
            <translation>
                <numerusform>%Ln Ticket, eines pro Zeile.</numerusform>
                <numerusform>%Ln Tickets, eines pro Zeile.</numerusform>
            </translation>
        </message>
        <message>
            <source>The rest does not fit into one file; the console exports all of it.</source>
            <translation>Der Rest passt nicht in eine Datei; die Konsole exportiert alles.</translation>
        </message>
        <message>
            <source>Last 24 hours</source>
            <translation>Letzte 24 Stunden</translation>
        </message>
        <message numerus="yes">
            <source>Last %n day(s)</source>
            <translation>
                <numerusform>Letzter Tag</numerusform>
                <numerusform>Letzte %Ln Tage</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>only %n ticket(s)</source>
            <comment>a warning that figures rest on few tickets</comment>
            <translation>
                <numerusform>nur %Ln Ticket</numerusform>
                <numerusform>nur %Ln Tickets</numerusform>
            </translation>
        </message>
        <message>
            <source>avg %1 · median %2</source>
            <comment>mean and median of durations</comment>
            <translation>Mittel %1 · Median %2</translation>
        </message>
        <message>
            <source>%1 on %2</source>
            <comment>a number of tickets on a date</comment>
            <translation>%1 am %2</translation>
        </message>
        <message>
            <source>%1, %2 to %3</source>
            <comment>period, first day, last day</comment>
            <translation>%1, %2 bis %3</translation>
        </message>
        <message>
            <source>No tickets in the last 24 hours.</source>
            <translation>Keine Tickets in den letzten 24 Stunden.</translation>
        </message>
        <message numerus="yes">
            <source>No tickets in the last %n day(s).</source>
            <translation>
                <numerusform>Keine Tickets am letzten Tag.</numerusform>
                <numerusform>Keine Tickets in den letzten %Ln Tagen.</numerusform>
            </translation>
        </message>
        <message>
            <source>No tickets in **%1** in the last 24 hours.</source>
            <translation>Keine Tickets in **%1** in den letzten 24 Stunden.</translation>
        </message>
        <message numerus="yes">
            <source>No tickets in **%1** in the last %n day(s).</source>
            <translation>
                <numerusform>Keine Tickets in **%1** am letzten Tag.</numerusform>
                <numerusform>Keine Tickets in **%1** in den letzten %Ln Tagen.</numerusform>
            </translation>
        </message>
        <message>
            <source>Last one: %1.</source>
            <comment>a time: 3 days ago</comment>
            <translation>Das letzte: %1.</translation>
        </message>
        <message>
            <source>None was recorded before.</source>
            <translation>Noch keines wurde aufgezeichnet.</translation>
        </message>
        <message>
            <source>n = %1 of %2 tickets; %3 without response time (bot was offline %4)</source>
            <translation>n = %1 von %2 Tickets; %3 ohne Antwortzeit (Bot war %4 offline)</translation>
        </message>
        <message>
            <source>still catching up</source>
            <translation>holt noch auf</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>Kategorie</translation>
        </message>
        <message>
            <source>Volume</source>
            <translation>Menge</translation>
        </message>
        <message>
            <source>Response time</source>
            <translation>Antwortzeit</translation>
        </message>
        <message>
            <source>Busy hours</source>
            <translation>Stoßzeiten</translation>
        </message>
        <message>
            <source>CSV</source>
            <translation>CSV</translation>
        </message>
        <message>
            <source>Post in channel</source>
            <translation>In den Kanal stellen</translation>
        </message>
        <message>
            <source>Ticket statistics: %1</source>
            <comment>%1 is a category</comment>
            <translation>Ticketstatistik: %1</translation>
        </message>
        <message>
            <source>%1 unanswered</source>
            <comment>tickets</comment>
            <translation>%1 unbeantwortet</translation>
        </message>
        <message>
            <source>Opened</source>
            <translation>Eröffnet</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>Geschlossen</translation>
        </message>
        <message>
            <source>Open now</source>
            <translation>Jetzt offen</translation>
        </message>
        <message>
            <source>Peak concurrent</source>
            <translation>Höchststand gleichzeitig</translation>
        </message>
        <message>
            <source>First response</source>
            <translation>Erste Antwort</translation>
        </message>
        <message>
            <source>Resolution</source>
            <translation>Lösung</translation>
        </message>
        <message>
            <source>Messages</source>
            <translation>Nachrichten</translation>
        </message>
        <message>
            <source>%1 per ticket</source>
            <translation>%1 je Ticket</translation>
        </message>
        <message>
            <source>Answered in %1</source>
            <comment>%1 is a duration</comment>
            <translation>In %1 beantwortet</translation>
        </message>
        <message>
            <source>Compared with</source>
            <translation>Verglichen mit</translation>
        </message>
        <message>
            <source>the 24 hours before</source>
            <translation>den 24 Stunden davor</translation>
        </message>
        <message numerus="yes">
            <source>the %n day(s) before</source>
            <translation>
                <numerusform>dem Tag davor</numerusform>
                <numerusform>den %Ln Tagen davor</numerusform>
            </translation>
        </message>
        <message>
            <source>bot offline %1 in this period</source>
            <comment>%1 is a duration</comment>
            <translation>Bot in diesem Zeitraum %1 offline</translation>
        </message>
        <message numerus="yes">
            <source>First response time, %1, %2: on average %3, median %4, of %n ticket(s).</source>
            <translation>
                <numerusform>Zeit bis zur ersten Antwort, %1, %2: im Mittel %3, Median %4, von %Ln Ticket.</numerusform>
                <numerusform>Zeit bis zur ersten Antwort, %1, %2: im Mittel %3, Median %4, von %Ln Tickets.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>When tickets are opened, by weekday and hour, %1, %2: %n ticket(s).</source>
            <translation>
                <numerusform>Wann Tickets eröffnet werden, nach Wochentag und Stunde, %1, %2: %Ln Ticket.</numerusform>
                <numerusform>Wann Tickets eröffnet werden, nach Wochentag und Stunde, %1, %2: %Ln Tickets.</numerusform>
            </translation>
        </message>
        <message>
            <source>Tickets opened and closed, %1, %2: %3 opened, %4 closed, %5 open at the end.</source>
            <translation>Eröffnete und geschlossene Tickets, %1, %2: %3 eröffnet, %4 geschlossen, %5 am Ende offen.</translation>
        </message>
        <message>
            <source>The scope "everything" takes no days. Leave out days, or choose another scope.</source>
            <translation>Der Umfang „alles“ nimmt keine Tage. Lass days weg oder wähle einen anderen Umfang.</translation>
        </message>
        <message>
            <source>The option days is missing: the scope "%1" needs it.</source>
            <translation>Die Option days fehlt: der Umfang „%1“ braucht sie.</translation>
        </message>
        <message>
            <source>The scope is everything, last or older-than.</source>
            <translation>Der Umfang ist everything, last oder older-than.</translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s)</source>
            <translation>
                <numerusform>%Ln Ticket</numerusform>
                <numerusform>%Ln Tickets</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Delete %n ticket(s)</source>
            <comment>a button</comment>
            <translation>
                <numerusform>%Ln Ticket löschen</numerusform>
                <numerusform>%Ln Tickets löschen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n message(s)</source>
            <translation>
                <numerusform>%Ln Nachricht</numerusform>
                <numerusform>%Ln Nachrichten</numerusform>
            </translation>
        </message>
        <message>
            <source>Delete %1 and %2 opened since %3?</source>
            <translation>%1 und %2 löschen, eröffnet seit %3?</translation>
        </message>
        <message>
            <source>Delete %1 and %2 opened before %3?</source>
            <translation>%1 und %2 löschen, eröffnet vor %3?</translation>
        </message>
        <message>
            <source>Delete %1 and %2 opened since %3, everything there is?</source>
            <translation>%1 und %2 löschen, eröffnet seit %3, alles was da ist?</translation>
        </message>
        <message>
            <source>Other categories</source>
            <translation>Andere Kategorien</translation>
        </message>
        <message>
            <source>by the earlier bot</source>
            <translation>durch den früheren Bot</translation>
        </message>
        <message>
            <source>all categories</source>
            <comment>inside a line</comment>
            <translation>alle Kategorien</translation>
        </message>
        <message>
            <source>undone %1 by %2</source>
            <comment>%1: 3 days ago</comment>
            <translation>%1 rückgängig gemacht von %2</translation>
        </message>
        <message numerus="yes">
            <source>last %n day(s)</source>
            <comment>what was deleted</comment>
            <translation>
                <numerusform>letzter Tag</numerusform>
                <numerusform>letzte %Ln Tage</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>older than %n day(s)</source>
            <comment>what was deleted</comment>
            <translation>
                <numerusform>älter als %Ln Tag</numerusform>
                <numerusform>älter als %Ln Tage</numerusform>
            </translation>
        </message>
        <message>
            <source>everything</source>
            <comment>what was deleted</comment>
            <translation>alles</translation>
        </message>
        <message>
            <source>The numbers have changed since the last preview. Nothing was deleted.</source>
            <translation>Die Zahlen haben sich seit der letzten Vorschau geändert. Nichts wurde gelöscht.</translation>
        </message>
        <message>
            <source>Category: **%1**</source>
            <translation>Kategorie: **%1**</translation>
        </message>
        <message numerus="yes">
            <source>including %n open ticket(s), which are no longer tracked</source>
            <translation>
                <numerusform>darunter %Ln offenes Ticket, das dann nicht mehr verfolgt wird</numerusform>
                <numerusform>darunter %Ln offene Tickets, die dann nicht mehr verfolgt werden</numerusform>
            </translation>
        </message>
        <message>
            <source>Open tickets kept: %1</source>
            <translation>Offene Tickets bleiben: %1</translation>
        </message>
        <message>
            <source>Backup: will be made first</source>
            <translation>Sicherung: wird zuerst gemacht</translation>
        </message>
        <message>
            <source>This question ends %1.</source>
            <comment>%1: in 2 minutes</comment>
            <translation>Diese Frage endet %1.</translation>
        </message>
        <message>
            <source>Delete tickets</source>
            <comment>title of a question</comment>
            <translation>Tickets löschen</translation>
        </message>
        <message>
            <source>%1 of everything recorded</source>
            <comment>%1 is a percentage</comment>
            <translation>%1 von allem Aufgezeichneten</translation>
        </message>
        <message>
            <source>Download first (CSV)</source>
            <translation>Erst herunterladen (CSV)</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Type "%1" to delete</source>
            <comment>at most 45 characters</comment>
            <translation>Zum Löschen "%1" eingeben</translation>
        </message>
        <message>
            <source>There is nothing to delete: no ticket fits.</source>
            <translation>Es gibt nichts zu löschen: kein Ticket passt.</translation>
        </message>
        <message>
            <source>Nothing was deleted.</source>
            <translation>Nichts wurde gelöscht.</translation>
        </message>
        <message>
            <source>Nothing was deleted. The question is older than 2 minutes; run /wipestats again.</source>
            <translation>Nichts wurde gelöscht. Die Frage ist älter als 2 Minuten; führe /wipestats erneut aus.</translation>
        </message>
        <message>
            <source>Nothing was deleted. The number to type was %1; press the button again.</source>
            <translation>Nichts wurde gelöscht. Einzugeben war %1; drücke den Knopf erneut.</translation>
        </message>
        <message numerus="yes">
            <source>Deleted %n ticket(s). Undo until %1.</source>
            <translation>
                <numerusform>%Ln Ticket gelöscht. Rückgängig bis %1.</numerusform>
                <numerusform>%Ln Tickets gelöscht. Rückgängig bis %1.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 deleted %n ticket(s) (%2).</source>
            <translation>
                <numerusform>%1 hat %Ln Ticket gelöscht (%2).</numerusform>
                <numerusform>%1 hat %Ln Tickets gelöscht (%2).</numerusform>
            </translation>
        </message>
        <message>
            <source>It is too late to undo this. Nothing was changed.</source>
            <translation>Zum Rückgängigmachen ist es zu spät. Nichts wurde geändert.</translation>
        </message>
        <message numerus="yes">
            <source>Restored %n ticket(s).</source>
            <translation>
                <numerusform>%Ln Ticket wiederhergestellt.</numerusform>
                <numerusform>%Ln Tickets wiederhergestellt.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 restored %n ticket(s) (deleted %2).</source>
            <translation>
                <numerusform>%1 hat %Ln Ticket wiederhergestellt (gelöscht %2).</numerusform>
                <numerusform>%1 hat %Ln Tickets wiederhergestellt (gelöscht %2).</numerusform>
            </translation>
        </message>
        <message>
            <source>No data has ever been deleted.</source>
            <translation>Noch nie wurden Daten gelöscht.</translation>
        </message>
        <message>
            <source>Deleted data</source>
            <translation>Gelöschte Daten</translation>
        </message>
        <message>
            <source>Undo: %1, %2</source>
            <comment>214 tickets, last 20 days</comment>
            <translation>Rückgängig: %1, %2</translation>
        </message>
        <message>
            <source>see your own numbers</source>
            <comment>You can: …</comment>
            <translation>eigene Zahlen ansehen</translation>
        </message>
        <message>
            <source>Where opened and closed tickets are told</source>
            <translation>Wo eröffnete und geschlossene Tickets gemeldet werden</translation>
        </message>
        <message>
            <source>Where the summary is posted</source>
            <translation>Wo die Zusammenfassung erscheint</translation>
        </message>
        <message>
            <source>Whole hours: 60, 360, 1440 a day, 10080 a week, 43200 a month</source>
            <translation>Ganze Stunden: 60, 360, 1440 ein Tag, 10080 eine Woche, 43200 ein Monat</translation>
        </message>
        <message>
            <source>Who waits for an answer now, longest first</source>
            <translation>Wer jetzt auf eine Antwort wartet, längste zuerst</translation>
        </message>
        <message>
            <source>The tickets of the last days, one by one</source>
            <translation>Die Tickets der letzten Tage, eins nach dem anderen</translation>
        </message>
        <message>
            <source>Your own numbers of the last 30 days</source>
            <translation>Deine eigenen Zahlen der letzten 30 Tage</translation>
        </message>
        <message>
            <source>Set the channel of the ticket log</source>
            <translation>Den Kanal des Ticketprotokolls festlegen</translation>
        </message>
        <message>
            <source>Set the channel of the scheduled summary</source>
            <translation>Den Kanal der regelmäßigen Zusammenfassung festlegen</translation>
        </message>
        <message>
            <source>Set how often the summary is posted</source>
            <translation>Festlegen, wie oft die Zusammenfassung erscheint</translation>
        </message>
        <message>
            <source>none</source>
            <comment>no channel is set</comment>
            <translation>keiner</translation>
        </message>
        <message>
            <source>Log channel: %1 → %2</source>
            <comment>the channel before, the one now</comment>
            <translation>Protokollkanal: %1 → %2</translation>
        </message>
        <message>
            <source>Summary channel: %1 → %2
%3</source>
            <comment>the channel before, the one now, when it is posted</comment>
            <translation>Kanal der Zusammenfassung: %1 → %2
%3</translation>
        </message>
        <message>
            <source>Summary: %1 → %2</source>
            <comment>when it was posted, when it is now</comment>
            <translation>Zusammenfassung: %1 → %2</translation>
        </message>
        <message>
            <source>Nothing was changed: I cannot post in %1. %2.</source>
            <comment>channel, reason</comment>
            <translation>Nichts wurde geändert: Ich kann in %1 nichts schreiben. %2.</translation>
        </message>
        <message>
            <source>There is no summary yet. Choose its channel first: %1</source>
            <translation>Noch gibt es keine Zusammenfassung. Wähle zuerst ihren Kanal: %1</translation>
        </message>
        <message>
            <source>Minutes must be whole hours up to a day (60, 120 … 1440), whole days up to 30 (2880 …), 10080 for a week or 43200 for a month.</source>
            <translation>Minuten müssen ganze Stunden bis zu einem Tag (60, 120 … 1440), ganze Tage bis 30 (2880 …), 10080 für eine Woche oder 43200 für einen Monat sein.</translation>
        </message>
        <message>
            <source>Undone. It is as it was before.</source>
            <translation>Rückgängig gemacht. Alles wie zuvor.</translation>
        </message>
        <message>
            <source>None</source>
            <comment>no category</comment>
            <translation>Keine</translation>
        </message>
        <message>
            <source>**overdue**</source>
            <comment>waits longer than the target</comment>
            <translation>**überfällig**</translation>
        </message>
        <message>
            <source>open</source>
            <comment>a ticket</comment>
            <translation>offen</translation>
        </message>
        <message>
            <source>closed %1</source>
            <comment>%1 is a time</comment>
            <translation>geschlossen %1</translation>
        </message>
        <message>
            <source>%1 · opened %2 · %3 · first response %4 · resolution %5</source>
            <comment>ticket, time, "closed" and time, two durations</comment>
            <translation>%1 · eröffnet %2 · %3 · erste Antwort %4 · Lösung %5</translation>
        </message>
        <message>
            <source>Nobody is waiting.</source>
            <translation>Niemand wartet.</translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s) waiting</source>
            <translation>
                <numerusform>%Ln Ticket wartet</numerusform>
                <numerusform>%Ln Tickets warten</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Tickets of the last %n day(s): %1</source>
            <comment>%1 is a category</comment>
            <translation>
                <numerusform>Tickets des letzten Tages (%Ln): %1</numerusform>
                <numerusform>Tickets der letzten %Ln Tage: %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Your numbers of the last %n day(s)</source>
            <translation>
                <numerusform>Deine Zahlen des letzten Tages (%Ln)</numerusform>
                <numerusform>Deine Zahlen der letzten %Ln Tage</numerusform>
            </translation>
        </message>
        <message>
            <source>Tickets answered</source>
            <translation>Beantwortete Tickets</translation>
        </message>
        <message>
            <source>First responses</source>
            <translation>Erste Antworten</translation>
        </message>
        <message>
            <source>Median first response</source>
            <translation>Erste Antwort, Median</translation>
        </message>
        <message>
            <source>Open now</source>
            <comment>tickets that one answered last</comment>
            <translation>Jetzt offen</translation>
        </message>
        <message>
            <source>everything</source>
            <translation>alles</translation>
        </message>
        <message>
            <source>last</source>
            <translation>die letzten Tage</translation>
        </message>
        <message>
            <source>older-than</source>
            <translation>älter als</translation>
        </message>
        <message>
            <source>Answered in time</source>
            <comment>within each category's own target</comment>
            <translation>Rechtzeitig beantwortet</translation>
        </message>
        <message>
            <source>The log channel is %1 already. Nothing was changed.</source>
            <translation>Der Protokollkanal ist bereits %1. Nichts wurde geändert.</translation>
        </message>
        <message>
            <source>The summary channel is %1 already. Nothing was changed.
%2</source>
            <comment>a channel, when it is posted</comment>
            <translation>Der Kanal der Zusammenfassung ist bereits %1. Nichts wurde geändert.
%2</translation>
        </message>
        <message>
            <source>The summary is set to this already: %1. Nothing was changed.</source>
            <comment>when it is posted</comment>
            <translation>Die Zusammenfassung ist bereits so eingestellt: %1. Nichts wurde geändert.</translation>
        </message>
        <message>
            <source>n = %1 of %2 tickets; %3 without response time</source>
            <translation>n = %1 von %2 Tickets; %3 ohne Antwortzeit</translation>
        </message>
        <message numerus="yes">
            <source>%1, %n waiting</source>
            <comment>open tickets, of them waiting</comment>
            <translation>
                <numerusform>%1, %Ln wartet</numerusform>
                <numerusform>%1, %Ln warten</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 · %2 · asked %3</source>
            <comment>ticket, category, 3 days ago</comment>
            <translation>%1 · %2 · gefragt %3</translation>
        </message>
        <message>
            <source>closed before %1</source>
            <comment>%1 is a time</comment>
            <translation>geschlossen vor %1</translation>
        </message>
        <message>
            <source>Tickets of the last 24 hours: %1</source>
            <comment>%1 is a category</comment>
            <translation>Tickets der letzten 24 Stunden: %1</translation>
        </message>
        <message>
            <source>including 1 open ticket, which is no longer tracked</source>
            <translation>darunter 1 offenes Ticket, das dann nicht mehr verfolgt wird</translation>
        </message>
        <message>
            <source>Not possible right now. Nothing was deleted. The manager sees the details in the bot log.</source>
            <translation>Gerade nicht möglich. Nichts wurde gelöscht. Näheres steht im Bot-Protokoll.</translation>
        </message>
        <message>
            <source>nothing recorded for %1 in this period</source>
            <comment>%1 is a duration</comment>
            <translation>in diesem Zeitraum %1 lang nichts aufgezeichnet</translation>
        </message>
    </context>
    <context>
        <name>ContentLine</name>
        <message>
            <source>Scroll to &lt;b&gt;Privileged Gateway Intents&lt;/b&gt;, turn on &lt;b&gt;Message Content Intent&lt;/b&gt;, press &lt;b&gt;Save Changes&lt;/b&gt;. Checked every 3 seconds. &lt;i&gt;Turn on for me&lt;/i&gt; sets this one switch of your application and nothing else.</source>
            <translation>Scrolle zu &lt;b&gt;Privileged Gateway Intents&lt;/b&gt;, schalte &lt;b&gt;Message Content Intent&lt;/b&gt; ein, drücke &lt;b&gt;Save Changes&lt;/b&gt;. Wird alle 3 Sekunden geprüft. &lt;i&gt;Für mich einschalten&lt;/i&gt; setzt nur diesen einen Schalter deiner Anwendung und sonst nichts.</translation>
        </message>
        <message>
            <source>Open the Bot pa&amp;ge</source>
            <translation>Bot-Seite ö&amp;ffnen</translation>
        </message>
        <message>
            <source>T&amp;urn on for me</source>
            <translation>Für &amp;mich einschalten</translation>
        </message>
        <message>
            <source>Turning it on…</source>
            <translation>Wird eingeschaltet…</translation>
        </message>
        <message>
            <source>Discord did not allow it. Turn it on by hand on the Bot page; this line notices by itself.</source>
            <translation>Discord hat es nicht erlaubt. Schalte es auf der Seite Bot von Hand ein; diese Zeile merkt es von selbst.</translation>
        </message>
        <message>
            <source>Message Content Intent – on ✓</source>
            <translation>Message Content Intent – an ✓</translation>
        </message>
        <message>
            <source>Message Content Intent – off, optional. Lets the app read reasons and ratings that other ticket bots post. Tickets are tracked without it.</source>
            <translation>Message Content Intent – aus, optional. Lässt die App Gründe und Bewertungen lesen, die andere Ticket-Bots schreiben. Tickets werden auch ohne ihn erfasst.</translation>
        </message>
        <message>
            <source>Message Content Intent – optional, looked at once the token works. Lets the app read reasons and ratings that other ticket bots post.</source>
            <translation>Message Content Intent – optional, wird geprüft, sobald das Token funktioniert. Lässt die App Gründe und Bewertungen lesen, die andere Ticket-Bots schreiben.</translation>
        </message>
    </context>
    <context>
        <name>DataBackups</name>
        <message>
            <source>Backups</source>
            <translation>Sicherungen</translation>
        </message>
        <message>
            <source>&amp;Back up now</source>
            <translation>&amp;Jetzt sichern</translation>
        </message>
        <message>
            <source>&amp;Restore…</source>
            <translation>W&amp;iederherstellen…</translation>
        </message>
        <message>
            <source>Restore from a fi&amp;le…</source>
            <translation>Aus ei&amp;ner Datei wiederherstellen…</translation>
        </message>
        <message>
            <source>Show in folder</source>
            <translation>Im Ordner zeigen</translation>
        </message>
        <message>
            <source>&amp;Cancel</source>
            <translation>Ab&amp;brechen</translation>
        </message>
        <message>
            <source>Restore &amp;this backup</source>
            <translation>Diese &amp;Sicherung wiederherstellen</translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s)</source>
            <translation>
                <numerusform>%Ln Ticket</numerusform>
                <numerusform>%Ln Tickets</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n message(s)</source>
            <translation>
                <numerusform>%Ln Nachricht</numerusform>
                <numerusform>%Ln Nachrichten</numerusform>
            </translation>
        </message>
        <message>
            <source>no tickets</source>
            <translation>keine Tickets</translation>
        </message>
        <message>
            <source>%1, %2, the newest of %3</source>
            <comment>tickets, messages, time</comment>
            <translation>%1, %2, das neueste von %3</translation>
        </message>
        <message>
            <source>This is a backup of another database.</source>
            <translation>Das ist die Sicherung einer anderen Datenbank.</translation>
        </message>
        <message>
            <source>%1: now %2; the backup does not know this server.</source>
            <comment>server, contents</comment>
            <translation>%1: jetzt %2; die Sicherung kennt diesen Server nicht.</translation>
        </message>
        <message>
            <source>%1: the same, %2.</source>
            <comment>server, contents</comment>
            <translation>%1: dasselbe, %2.</translation>
        </message>
        <message>
            <source>%1: now %2; then %3.</source>
            <comment>server, contents, contents</comment>
            <translation>%1: jetzt %2; danach %3.</translation>
        </message>
        <message>
            <source>Settings, permissions and the history become those of the backup. What was recorded since is read again from Discord as far as Discord still has it.</source>
            <translation>Einstellungen, Rechte und Verlauf werden die der Sicherung. Was seither aufgezeichnet wurde, wird aus Discord neu gelesen, soweit es dort noch steht.</translation>
        </message>
        <message>
            <source>What is there now is backed up first: %1. The program then starts anew.</source>
            <translation>Was jetzt da ist, wird zuerst gesichert: %1. Danach startet das Programm neu.</translation>
        </message>
        <message>
            <source>Made</source>
            <translation>Gemacht</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Größe</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Grund</translation>
        </message>
        <message>
            <source>Checked</source>
            <translation>Geprüft</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Datei</translation>
        </message>
        <message>
            <source>Looking for backups…</source>
            <translation>Sicherungen werden gesucht…</translation>
        </message>
        <message>
            <source>✓ when written</source>
            <translation>✓ beim Schreiben</translation>
        </message>
        <message>
            <source>Only %1 are free on this disk: no backups are made, so nothing can be deleted or imported.</source>
            <translation>Nur %1 sind auf diesem Datenträger frei: es werden keine Sicherungen gemacht, also kann nichts gelöscht oder importiert werden.</translation>
        </message>
        <message>
            <source>Made every day and before everything risky. Kept: the last 7 days, 4 weeks, 3 before a change, and all made by hand. %1 in all, %2 free.</source>
            <comment>sizes</comment>
            <translation>Täglich und vor jedem riskanten Schritt. Behalten werden: die letzten 7 Tage, 4 Wochen, 3 vor einer Änderung und alle von Hand. %1 insgesamt, %2 frei.</translation>
        </message>
        <message>
            <source>No backup yet. One is made every day, and before everything that deletes or replaces data.</source>
            <translation>Noch keine Sicherung. Täglich wird eine gemacht, und vor allem, was Daten löscht oder ersetzt.</translation>
        </message>
        <message>
            <source>Choose a backup first</source>
            <translation>Wähle zuerst eine Sicherung</translation>
        </message>
        <message>
            <source>Writing a backup and checking it…</source>
            <translation>Eine Sicherung wird geschrieben und geprüft…</translation>
        </message>
        <message>
            <source>Backed up: %1, %2</source>
            <comment>file, size</comment>
            <translation>Gesichert: %1, %2</translation>
        </message>
        <message>
            <source>Restore a backup</source>
            <translation>Eine Sicherung wiederherstellen</translation>
        </message>
        <message>
            <source>Databases (*.db)</source>
            <translation>Datenbanken (*.db)</translation>
        </message>
        <message>
            <source>Restore %1</source>
            <translation>%1 wiederherstellen</translation>
        </message>
        <message>
            <source>Checking the backup…</source>
            <translation>Die Sicherung wird geprüft…</translation>
        </message>
        <message>
            <source>%1 Nothing was changed. Choose another backup.</source>
            <comment>a sentence</comment>
            <translation>%1 Nichts wurde geändert. Wähle eine andere Sicherung.</translation>
        </message>
        <message>
            <source>Restoring %1. What is there now is backed up first…</source>
            <translation>%1 wird wiederhergestellt. Was jetzt da ist, wird zuerst gesichert…</translation>
        </message>
        <message>
            <source>%1 is restored. What was there before is in %2.</source>
            <translation>%1 ist wiederhergestellt. Was vorher da war, liegt in %2.</translation>
        </message>
        <message>
            <source>The backups could not be read.</source>
            <translation>Die Sicherungen konnten nicht gelesen werden.</translation>
        </message>
    </context>
    <context>
        <name>DataDelete</name>
        <message>
            <source>Delete tickets</source>
            <translation>Tickets löschen</translation>
        </message>
        <message>
            <source>Opened in the &amp;last</source>
            <translation>Eröffnet in den &amp;letzten</translation>
        </message>
        <message>
            <source>Opened in the last, in days</source>
            <translation>Eröffnet in den letzten, in Tagen</translation>
        </message>
        <message>
            <source>Older than</source>
            <translation>Älter als</translation>
        </message>
        <message>
            <source>Older than, in days</source>
            <translation>Älter als, in Tagen</translation>
        </message>
        <message>
            <source>&amp;Everything</source>
            <translation>All&amp;es</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>Kategorie</translation>
        </message>
        <message>
            <source>This would be deleted</source>
            <translation>Das würde gelöscht</translation>
        </message>
        <message>
            <source>First and last</source>
            <translation>Erste und letzte</translation>
        </message>
        <message>
            <source>First and last tickets that would be deleted</source>
            <translation>Erste und letzte Tickets, die gelöscht würden</translation>
        </message>
        <message>
            <source>Progress of the deletion</source>
            <translation>Fortschritt des Löschens</translation>
        </message>
        <message>
            <source>&amp;Cancel</source>
            <translation>Ab&amp;brechen</translation>
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation>&amp;Rückgängig</translation>
        </message>
        <message>
            <source>Show &amp;backup</source>
            <translation>&amp;Sicherung zeigen</translation>
        </message>
        <message>
            <source>Opened</source>
            <translation>Eröffnet</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>Kanal</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Zustand</translation>
        </message>
        <message>
            <source>Counting the tickets…</source>
            <translation>Die Tickets werden gezählt…</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Löschen</translation>
        </message>
        <message>
            <source>All categories</source>
            <translation>Alle Kategorien</translation>
        </message>
        <message>
            <source>No category</source>
            <translation>Keine Kategorie</translation>
        </message>
        <message>
            <source>No server yet, so there is nothing to delete.</source>
            <translation>Noch kein Server, also gibt es nichts zu löschen.</translation>
        </message>
        <message>
            <source>The numbers have changed meanwhile. Nothing was deleted; this is the new preview.</source>
            <translation>Die Zahlen haben sich inzwischen geändert. Nichts wurde gelöscht; dies ist die neue Vorschau.</translation>
        </message>
        <message>
            <source>Nothing is recorded yet, so there is nothing to delete.</source>
            <translation>Noch ist nichts aufgezeichnet, also gibt es nichts zu löschen.</translation>
        </message>
        <message numerus="yes">
            <source>Including %n open ticket(s), no longer tracked then.</source>
            <translation>
                <numerusform>Darunter %Ln offenes Ticket, das dann nicht mehr verfolgt wird.</numerusform>
                <numerusform>Darunter %Ln offene Tickets, die dann nicht mehr verfolgt werden.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n open ticket(s) are kept.</source>
            <translation>
                <numerusform>%Ln offenes Ticket bleibt.</numerusform>
                <numerusform>%Ln offene Tickets bleiben.</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing: no ticket fits these choices.</source>
            <translation>Nichts: kein Ticket passt zu dieser Wahl.</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>"214 tickets", "2 911 messages"</comment>
            <translation>%1, %2</translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s)</source>
            <translation>
                <numerusform>%Ln Ticket</numerusform>
                <numerusform>%Ln Tickets</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n message(s)</source>
            <translation>
                <numerusform>%Ln Nachricht</numerusform>
                <numerusform>%Ln Nachrichten</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 to %2</source>
            <comment>two times</comment>
            <translation>%1 bis %2</translation>
        </message>
        <message>
            <source>%1 %2</source>
            <comment>category, its tickets</comment>
            <translation>%1 %2</translation>
        </message>
        <message>
            <source>Everything that is recorded</source>
            <translation>Alles, was aufgezeichnet ist</translation>
        </message>
        <message>
            <source>Less than 1 % of everything recorded</source>
            <translation>Weniger als 1 % von allem Aufgezeichneten</translation>
        </message>
        <message>
            <source>%1 of everything recorded</source>
            <comment>16 %</comment>
            <translation>%1 von allem Aufgezeichneten</translation>
        </message>
        <message>
            <source>open</source>
            <translation>offen</translation>
        </message>
        <message>
            <source>closed</source>
            <translation>geschlossen</translation>
        </message>
        <message>
            <source>about %1, %2 free</source>
            <comment>sizes</comment>
            <translation>etwa %1, %2 frei</translation>
        </message>
        <message>
            <source>A backup is written first: %1 (%2). Deleting can be undone for 30 days.</source>
            <comment>file, sizes</comment>
            <translation>Zuerst wird eine Sicherung geschrieben: %1 (%2). Löschen kann 30 Tage lang rückgängig gemacht werden.</translation>
        </message>
        <message>
            <source>There is no room for the backup (%1), and without it nothing is deleted.</source>
            <comment>sizes</comment>
            <translation>Für die Sicherung ist kein Platz (%1), und ohne sie wird nichts gelöscht.</translation>
        </message>
        <message numerus="yes">
            <source>&amp;Delete %n ticket(s)</source>
            <translation>
                <numerusform>%Ln Ticket lös&amp;chen</numerusform>
                <numerusform>%Ln Tickets lös&amp;chen</numerusform>
            </translation>
        </message>
        <message>
            <source>&amp;Delete tickets</source>
            <translation>Tickets lös&amp;chen</translation>
        </message>
        <message>
            <source>T&amp;ype %1 to confirm:</source>
            <translation>Zum Bestätigen %1 ein&amp;geben:</translation>
        </message>
        <message>
            <source>Counting…</source>
            <translation>Wird gezählt…</translation>
        </message>
        <message>
            <source>Choose another period or category.</source>
            <translation>Wähle einen anderen Zeitraum oder eine andere Kategorie.</translation>
        </message>
        <message>
            <source>Make room on the disk first.</source>
            <translation>Schaffe zuerst Platz auf dem Datenträger.</translation>
        </message>
        <message>
            <source>That is not the number of tickets. Nothing was deleted.</source>
            <translation>Das ist nicht die Zahl der Tickets. Nichts wurde gelöscht.</translation>
        </message>
        <message>
            <source>The confirmation was older than 2 minutes. Nothing was deleted; the preview is counted anew.</source>
            <translation>Die Bestätigung war älter als 2 Minuten. Nichts wurde gelöscht; die Vorschau wird neu gezählt.</translation>
        </message>
        <message>
            <source>Cancelling…</source>
            <translation>Wird abgebrochen…</translation>
        </message>
        <message>
            <source>Waiting for the database…</source>
            <translation>Es wird auf die Datenbank gewartet…</translation>
        </message>
        <message>
            <source>Counting once more…</source>
            <translation>Es wird noch einmal gezählt…</translation>
        </message>
        <message>
            <source>Writing the backup and checking it…</source>
            <translation>Die Sicherung wird geschrieben und geprüft…</translation>
        </message>
        <message>
            <source>Deleting: %1 of %2 tickets</source>
            <comment>done, all</comment>
            <translation>Löschen: %1 von %2 Tickets</translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s) deleted.</source>
            <translation>
                <numerusform>%Ln Ticket gelöscht.</numerusform>
                <numerusform>%Ln Tickets gelöscht.</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 They can be brought back until %2; what was recorded since stays.</source>
            <comment>"214 tickets deleted.", date</comment>
            <translation>%1 Sie können bis %2 zurückgeholt werden; was seither aufgezeichnet wurde, bleibt.</translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s) are back.</source>
            <translation>
                <numerusform>%Ln Ticket ist zurück.</numerusform>
                <numerusform>%Ln Tickets sind zurück.</numerusform>
            </translation>
        </message>
        <message>
            <source>What would be deleted could not be counted.</source>
            <translation>Was gelöscht würde, konnte nicht gezählt werden.</translation>
        </message>
        <message numerus="yes">
            <source> day(s)</source>
            <comment>after a number</comment>
            <translation>
                <numerusform> Tag</numerusform>
                <numerusform> Tage</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DataExport</name>
        <message>
            <source>All tickets of this server</source>
            <translation>Alle Tickets dieses Servers</translation>
        </message>
        <message>
            <source>The whole database</source>
            <translation>Die ganze Datenbank</translation>
        </message>
        <message>
            <source>Save as &amp;CSV…</source>
            <translation>Als &amp;CSV speichern…</translation>
        </message>
        <message>
            <source>Save as &amp;JSON…</source>
            <translation>Als &amp;JSON speichern…</translation>
        </message>
        <message>
            <source>Save a copy…</source>
            <translation>Kopie speichern…</translation>
        </message>
        <message>
            <source>All tickets as CSV…</source>
            <translation>Alle Tickets als CSV…</translation>
        </message>
        <message>
            <source>All tickets as JSON…</source>
            <translation>Alle Tickets als JSON…</translation>
        </message>
        <message>
            <source>Counting the tickets…</source>
            <translation>Die Tickets werden gezählt…</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>Export</translation>
        </message>
        <message>
            <source>No server yet, so there is nothing to export.</source>
            <translation>Noch kein Server, also gibt es nichts zu exportieren.</translation>
        </message>
        <message>
            <source>%1, opened %2 to %3: one row per ticket with times in UTC, numbers, people and where each value comes from. CSV for spreadsheets, where nothing is taken for a formula; JSON for programs.</source>
            <comment>"214 tickets", two dates</comment>
            <translation>%1, eröffnet %2 bis %3: eine Zeile je Ticket mit Zeiten in UTC, Zahlen, Personen und der Herkunft jedes Werts. CSV für Tabellenprogramme, wo nichts als Formel gilt; JSON für Programme.</translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s)</source>
            <translation>
                <numerusform>%Ln Ticket</numerusform>
                <numerusform>%Ln Tickets</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing is recorded yet on this server.</source>
            <translation>Auf diesem Server ist noch nichts aufgezeichnet.</translation>
        </message>
        <message>
            <source>A checked SQLite file with every server, the settings and the history, about %1. It holds names and IDs of people; it never holds the bot token or the text of a message.</source>
            <comment>size</comment>
            <translation>Eine geprüfte SQLite-Datei mit allen Servern, den Einstellungen und dem Verlauf, etwa %1. Sie enthält Namen und IDs von Personen, aber nie das Bot-Token oder den Text einer Nachricht.</translation>
        </message>
        <message>
            <source>Tickets of %1</source>
            <comment>server</comment>
            <translation>Tickets von %1</translation>
        </message>
        <message>
            <source>CSV table</source>
            <translation>CSV-Tabelle</translation>
        </message>
        <message>
            <source>JSON file</source>
            <translation>JSON-Datei</translation>
        </message>
        <message>
            <source>Database</source>
            <translation>Datenbank</translation>
        </message>
        <message>
            <source>Databases (*.db)</source>
            <translation>Datenbanken (*.db)</translation>
        </message>
        <message>
            <source>That is the database itself. Choose another file.</source>
            <translation>Das ist die Datenbank selbst. Wähle eine andere Datei.</translation>
        </message>
        <message>
            <source>Saved %1</source>
            <translation>%1 gespeichert</translation>
        </message>
        <message>
            <source>What can be exported could not be read.</source>
            <translation>Was ausgegeben werden kann, konnte nicht gelesen werden.</translation>
        </message>
    </context>
    <context>
        <name>DataFolder</name>
        <message>
            <source>The demo is already running here.</source>
            <translation>Die Demo läuft hier schon.</translation>
        </message>
        <message>
            <source>The old demo data could not be removed.</source>
            <translation>Die alten Demodaten konnten nicht entfernt werden.</translation>
        </message>
    </context>
    <context>
        <name>DataHealth</name>
        <message>
            <source>Observed</source>
            <translation>Beobachtet</translation>
        </message>
        <message>
            <source>Last catch-up</source>
            <translation>Zuletzt aufgeholt</translation>
        </message>
        <message>
            <source>Last backup</source>
            <translation>Letzte Sicherung</translation>
        </message>
        <message>
            <source>Integrity check</source>
            <translation>Prüfung der Datei</translation>
        </message>
        <message>
            <source>Discord's limits</source>
            <translation>Grenzen von Discord</translation>
        </message>
        <message>
            <source>Recorded</source>
            <translation>Aufgezeichnet</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Datei</translation>
        </message>
        <message>
            <source>When the bot could not look, last 30 days</source>
            <translation>Wann der Bot nicht hinsehen konnte, letzte 30 Tage</translation>
        </message>
        <message>
            <source>When the bot could not look</source>
            <translation>Wann der Bot nicht hinsehen konnte</translation>
        </message>
        <message>
            <source>Check &amp;now</source>
            <translation>Jetzt &amp;prüfen</translation>
        </message>
        <message>
            <source>Gives unused space in the file back</source>
            <translation>Gibt unbenutzten Platz in der Datei zurück</translation>
        </message>
        <message>
            <source>Show in folder</source>
            <translation>Im Ordner zeigen</translation>
        </message>
        <message>
            <source>The share of each day in which the bot was connected and could record. Days before recording began are left out; holes of single channels are listed below but do not count.</source>
            <translation>Der Anteil jedes Tages, an dem der Bot verbunden war und aufzeichnen konnte. Tage vor Beginn der Aufzeichnung fehlen; Lücken einzelner Kanäle stehen unten, zählen aber nicht.</translation>
        </message>
        <message>
            <source>When</source>
            <translation>Wann</translation>
        </message>
        <message>
            <source>How long</source>
            <translation>Wie lange</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>Warum</translation>
        </message>
        <message>
            <source>What is missing</source>
            <translation>Was fehlt</translation>
        </message>
        <message>
            <source>Reading the data…</source>
            <translation>Die Daten werden gelesen…</translation>
        </message>
        <message>
            <source>Health</source>
            <translation>Zustand</translation>
        </message>
        <message>
            <source>No server yet. As soon as the bot is in one, this page shows how complete and how safe its data is.</source>
            <translation>Noch kein Server. Sobald der Bot auf einem ist, zeigt diese Seite, wie vollständig und wie sicher seine Daten sind.</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <comment>time, "3 min ago"</comment>
            <translation>%1 (%2)</translation>
        </message>
        <message>
            <source>Not yet</source>
            <comment>last catch-up</comment>
            <translation>Noch nicht</translation>
        </message>
        <message>
            <source>There is no backup yet</source>
            <translation>Es gibt noch keine Sicherung</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>"214 tickets", "2 911 messages"</comment>
            <translation>%1, %2</translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s)</source>
            <translation>
                <numerusform>%Ln Ticket</numerusform>
                <numerusform>%Ln Tickets</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n message(s)</source>
            <translation>
                <numerusform>%Ln Nachricht</numerusform>
                <numerusform>%Ln Nachrichten</numerusform>
            </translation>
        </message>
        <message>
            <source>%1, %2; %3 free on this disk</source>
            <comment>path, size, space</comment>
            <translation>%1, %2; %3 frei auf diesem Datenträger</translation>
        </message>
        <message>
            <source>No gap. Everything that happened was seen.</source>
            <translation>Keine Lücke. Alles, was geschah, wurde gesehen.</translation>
        </message>
        <message>
            <source>Checking every page of the file in the background…</source>
            <translation>Jede Seite der Datei wird im Hintergrund geprüft…</translation>
        </message>
        <message>
            <source>Compacting. New events wait in memory meanwhile…</source>
            <translation>Wird verkleinert. Neue Ereignisse warten so lange im Speicher…</translation>
        </message>
        <message>
            <source>Compacted: %1 given back.</source>
            <translation>Verkleinert: %1 zurückgegeben.</translation>
        </message>
        <message>
            <source>Compacted. There was no unused space.</source>
            <translation>Verkleinert. Es gab keinen unbenutzten Platz.</translation>
        </message>
        <message>
            <source>The state of the data could not be read.</source>
            <translation>Der Zustand der Daten konnte nicht gelesen werden.</translation>
        </message>
        <message>
            <source>%1 of %2 new sessions today; %3 refused requests in the last 10 minutes</source>
            <comment>three numbers</comment>
            <translation>%1 von %2 neuen Sitzungen heute; %3 abgelehnte Anfragen in den letzten 10 Minuten</translation>
        </message>
        <message>
            <source>Com&amp;pact</source>
            <translation>&amp;Verkleinern</translation>
        </message>
        <message>
            <source>%1, %2 (all servers)</source>
            <comment>"214 tickets", "2 911 messages"</comment>
            <translation>%1, %2 (alle Server)</translation>
        </message>
    </context>
    <context>
        <name>DataHistory</name>
        <message>
            <source>‹ &amp;Previous</source>
            <translation>‹ &amp;Zurück</translation>
        </message>
        <message>
            <source>&amp;Next ›</source>
            <translation>W&amp;eiter ›</translation>
        </message>
        <message>
            <source>&amp;Revert</source>
            <translation>Zu&amp;rücknehmen</translation>
        </message>
        <message>
            <source>History</source>
            <translation>Verlauf</translation>
        </message>
        <message>
            <source>&amp;What</source>
            <translation>Wa&amp;s</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>Wer</translation>
        </message>
        <message>
            <source>Wh&amp;en</source>
            <translation>Wa&amp;nn</translation>
        </message>
        <message>
            <source>Export &amp;CSV…</source>
            <translation>&amp;CSV exportieren…</translation>
        </message>
        <message>
            <source>When</source>
            <translation>Wann</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Was</translation>
        </message>
        <message>
            <source>Where</source>
            <translation>Wo</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Änderung</translation>
        </message>
        <message>
            <source>All time</source>
            <translation>Gesamte Zeit</translation>
        </message>
        <message numerus="yes">
            <source>Last %n day(s)</source>
            <translation>
                <numerusform>Letzter Tag</numerusform>
                <numerusform>Letzte %Ln Tage</numerusform>
            </translation>
        </message>
        <message>
            <source>History as CSV…</source>
            <translation>Verlauf als CSV…</translation>
        </message>
        <message>
            <source>Reading the history…</source>
            <translation>Der Verlauf wird gelesen…</translation>
        </message>
        <message>
            <source>No server yet. Every change of its data, settings and permissions will be listed here.</source>
            <translation>Noch kein Server. Jede Änderung seiner Daten, Einstellungen und Rechte steht später hier.</translation>
        </message>
        <message>
            <source>All changes</source>
            <translation>Alle Änderungen</translation>
        </message>
        <message>
            <source>Everybody</source>
            <translation>Alle Personen</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <comment>found, all</comment>
            <translation>%1 von %2</translation>
        </message>
        <message numerus="yes">
            <source>%n change(s)</source>
            <translation>
                <numerusform>%Ln Änderung</numerusform>
                <numerusform>%Ln Änderungen</numerusform>
            </translation>
        </message>
        <message>
            <source>%1–%2 of %3</source>
            <comment>first, last, all</comment>
            <translation>%1–%2 von %3</translation>
        </message>
        <message>
            <source>Nothing was changed yet. Deletions, imports, restores and changes of settings and permissions appear here.</source>
            <translation>Noch wurde nichts geändert. Löschen, Importe, Wiederherstellungen und Änderungen an Einstellungen und Rechten erscheinen hier.</translation>
        </message>
        <message>
            <source>No change matches.</source>
            <translation>Keine Änderung passt.</translation>
        </message>
        <message>
            <source>Clear filters</source>
            <translation>Filter löschen</translation>
        </message>
        <message>
            <source>%1, %2, %3, %4</source>
            <comment>time, what, who, where</comment>
            <translation>%1, %2, %3, %4</translation>
        </message>
        <message>
            <source>&amp;Undo the deletion</source>
            <translation>Löschen &amp;rückgängig machen</translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s) are back.</source>
            <translation>
                <numerusform>%Ln Ticket ist zurück.</numerusform>
                <numerusform>%Ln Tickets sind zurück.</numerusform>
            </translation>
        </message>
        <message>
            <source>The settings are as they were before.</source>
            <translation>Die Einstellungen sind wieder wie zuvor.</translation>
        </message>
        <message>
            <source>%1 has max permissions again.</source>
            <translation>%1 hat wieder Höchstrechte.</translation>
        </message>
        <message>
            <source>%1 no longer has max permissions.</source>
            <translation>%1 hat keine Höchstrechte mehr.</translation>
        </message>
        <message>
            <source>Retention is as it was before.</source>
            <translation>Die Aufbewahrung ist wieder wie zuvor.</translation>
        </message>
        <message>
            <source>Taken back.</source>
            <translation>Zurückgenommen.</translation>
        </message>
        <message>
            <source>CSV table</source>
            <translation>CSV-Tabelle</translation>
        </message>
        <message>
            <source>&amp;Undo the import</source>
            <translation>Import zu&amp;rücknehmen</translation>
        </message>
        <message>
            <source>The import is undone.</source>
            <translation>Der Import ist zurückgenommen.</translation>
        </message>
        <message>
            <source>The notifications are as they were before.</source>
            <translation>Die Benachrichtigungen sind wieder wie vorher.</translation>
        </message>
        <message>
            <source>The history could not be read.</source>
            <translation>Der Verlauf konnte nicht gelesen werden.</translation>
        </message>
    </context>
    <context>
        <name>DataImport</name>
        <message>
            <source>Progress of the import</source>
            <translation>Fortschritt des Imports</translation>
        </message>
        <message>
            <source>&amp;Cancel</source>
            <translation>Abbre&amp;chen</translation>
        </message>
        <message>
            <source>The data belongs to the &amp;server:</source>
            <translation>Die Daten gehören zum &amp;Server:</translation>
        </message>
        <message>
            <source>Choose single f&amp;iles…</source>
            <translation>&amp;Einzelne Dateien wählen…</translation>
        </message>
        <message>
            <source>Ca&amp;ncel</source>
            <translation>A&amp;bbrechen</translation>
        </message>
        <message>
            <source>&amp;Undo this import…</source>
            <translation>Diesen Import &amp;rückgängig machen…</translation>
        </message>
        <message>
            <source>Settings only: no database was chosen.</source>
            <translation>Nur Einstellungen: es wurde keine Datenbank gewählt.</translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s)</source>
            <translation>
                <numerusform>%Ln Ticket</numerusform>
                <numerusform>%Ln Tickets</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n message(s)</source>
            <translation>
                <numerusform>%Ln Nachricht</numerusform>
                <numerusform>%Ln Nachrichten</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n deletion(s) in its history</source>
            <translation>
                <numerusform>%Ln Löschung in seinem Verlauf</numerusform>
                <numerusform>%Ln Löschungen in seinem Verlauf</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n privileged user(s)</source>
            <translation>
                <numerusform>%Ln Person mit Höchstrechten</numerusform>
                <numerusform>%Ln Personen mit Höchstrechten</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 – %2</source>
            <comment>dates</comment>
            <translation>%1 – %2</translation>
        </message>
        <message>
            <source>Categories that this server is not known to have, kept under their names: %1.</source>
            <translation>Kategorien, die von diesem Server nicht bekannt sind, bleiben unter ihrem Namen: %1.</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>und %Ln weiteres</numerusform>
                <numerusform>und %Ln weitere</numerusform>
            </translation>
        </message>
        <message>
            <source>Not imported: %1.</source>
            <translation>Nicht importiert: %1.</translation>
        </message>
        <message>
            <source>Brings in the history and settings of the Python bot: its folder, or tickets.db, permissions.py, .env and cogs/lists. Its files are only read, nothing in them is executed, and they stay as they are. You see what would happen first, and an import can be undone as one step for 30 days.</source>
            <translation>Holt Verlauf und Einstellungen des Python-Bots herein: seinen Ordner oder tickets.db, permissions.py, .env und cogs/lists. Seine Dateien werden nur gelesen, nichts darin wird ausgeführt, und sie bleiben, wie sie sind. Zuerst siehst du, was geschehen würde, und ein Import kann 30 Tage lang in einem Schritt rückgängig gemacht werden.</translation>
        </message>
        <message>
            <source>Names become roles</source>
            <translation>Aus Namen werden Rollen</translation>
        </message>
        <message>
            <source>Stopping…</source>
            <translation>Wird angehalten…</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>Import</translation>
        </message>
        <message>
            <source>Folder of the Python bot</source>
            <translation>Ordner des Python-Bots</translation>
        </message>
        <message>
            <source>Files of the Python bot</source>
            <translation>Dateien des Python-Bots</translation>
        </message>
        <message>
            <source>Databases and settings (*.db *.py .env);;All files (*)</source>
            <translation>Datenbanken und Einstellungen (*.db *.py .env);;Alle Dateien (*)</translation>
        </message>
        <message>
            <source>Chosen: %1</source>
            <translation>Gewählt: %1</translation>
        </message>
        <message>
            <source>This cannot be imported</source>
            <translation>Das kann nicht importiert werden</translation>
        </message>
        <message>
            <source>This would be imported</source>
            <translation>Das würde importiert</translation>
        </message>
        <message numerus="yes">
            <source>The bot is not connected to this server, so its roles are not known. The history can be imported now; import again once the bot is connected to match %n name(s).</source>
            <translation>
                <numerusform>Der Bot ist mit diesem Server nicht verbunden, deshalb sind dessen Rollen unbekannt. Der Verlauf kann jetzt importiert werden; importiere nach dem Verbinden erneut, um %Ln Namen zuzuordnen.</numerusform>
                <numerusform>Der Bot ist mit diesem Server nicht verbunden, deshalb sind dessen Rollen unbekannt. Der Verlauf kann jetzt importiert werden; importiere nach dem Verbinden erneut, um %Ln Namen zuzuordnen.</numerusform>
            </translation>
        </message>
        <message>
            <source>Rights go by role, never by name. Check each line; what is skipped is not imported.</source>
            <translation>Rechte gelten für Rollen, nie für Namen. Prüfe jede Zeile; was übersprungen wird, wird nicht importiert.</translation>
        </message>
        <message>
            <source>Cancelled</source>
            <translation>Abgebrochen</translation>
        </message>
        <message>
            <source>Nothing was imported</source>
            <translation>Nichts wurde importiert</translation>
        </message>
        <message>
            <source>Imported</source>
            <translation>Importiert</translation>
        </message>
        <message>
            <source>Nothing was new</source>
            <translation>Nichts war neu</translation>
        </message>
        <message>
            <source>%1 New: %2. Known before and completed: %3.</source>
            <comment>counts</comment>
            <translation>%1 Neu: %2. Schon bekannt und ergänzt: %3.</translation>
        </message>
        <message>
            <source>Everything in these files was known already.</source>
            <translation>Alles in diesen Dateien war schon bekannt.</translation>
        </message>
        <message>
            <source>Nothing was new.</source>
            <translation>Nichts war neu.</translation>
        </message>
        <message>
            <source>Last import: %1, %2, %3, %4. It can be undone until %5.</source>
            <comment>time, file, tickets, messages, date</comment>
            <translation>Letzter Import: %1, %2, %3, %4. Er kann bis %5 rückgängig gemacht werden.</translation>
        </message>
        <message>
            <source>Undo import</source>
            <translation>Import rückgängig machen</translation>
        </message>
        <message>
            <source>Take back what was imported from %1? What Discord told about these tickets since stays. The files can be imported again.</source>
            <translation>Zurücknehmen, was aus %1 importiert wurde? Was Discord seither über diese Tickets sagte, bleibt. Die Dateien können erneut importiert werden.</translation>
        </message>
        <message>
            <source>The import is undone.</source>
            <translation>Der Import ist rückgängig gemacht.</translation>
        </message>
        <message>
            <source>Choose the server first, or write its ID</source>
            <translation>Wähle zuerst den Server, oder schreibe seine ID</translation>
        </message>
        <message>
            <source>Importing…</source>
            <translation>Wird importiert…</translation>
        </message>
        <message>
            <source>Taking the import back…</source>
            <translation>Der Import wird zurückgenommen…</translation>
        </message>
        <message>
            <source>Reading a copy of the files: %1 of %2 rows</source>
            <translation>Eine Kopie der Dateien wird gelesen: %1 von %2 Zeilen</translation>
        </message>
        <message>
            <source>Reading a copy of the files…</source>
            <translation>Eine Kopie der Dateien wird gelesen…</translation>
        </message>
        <message>
            <source>Writing a backup and checking it…</source>
            <translation>Eine Sicherung wird geschrieben und geprüft…</translation>
        </message>
        <message>
            <source>Importing: %1 of %2 rows</source>
            <translation>Import: %1 von %2 Zeilen</translation>
        </message>
        <message>
            <source>Choose its fo&amp;lder…</source>
            <translation>Seinen Ordner wäh&amp;len…</translation>
        </message>
        <message>
            <source>Move the to&amp;ken to the password store</source>
            <translation>To&amp;ken in den Passwortspeicher verschieben</translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s) still open: Discord is asked about them.</source>
            <translation>
                <numerusform>%Ln Ticket noch offen: Discord wird danach gefragt.</numerusform>
                <numerusform>%Ln Tickets noch offen: Discord wird danach gefragt.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s) without a category.</source>
            <translation>
                <numerusform>%Ln Ticket ohne Kategorie.</numerusform>
                <numerusform>%Ln Tickets ohne Kategorie.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) without a channel: left out.</source>
            <translation>
                <numerusform>%Ln Zeile ohne Kanal: ausgelassen.</numerusform>
                <numerusform>%Ln Zeilen ohne Kanal: ausgelassen.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) about a channel that another row is about: merged.</source>
            <translation>
                <numerusform>%Ln Zeile zu einem Kanal, um den es schon in einer anderen geht: zusammengeführt.</numerusform>
                <numerusform>%Ln Zeilen zu einem Kanal, um den es schon in einer anderen geht: zusammengeführt.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s) without an opening time: the channel's is used.</source>
            <translation>
                <numerusform>%Ln Ticket ohne Eröffnungszeit: die des Kanals wird benutzt.</numerusform>
                <numerusform>%Ln Tickets ohne Eröffnungszeit: die des Kanals wird benutzt.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s) opened more than 5 minutes away from the channel's time.</source>
            <translation>
                <numerusform>%Ln Ticket, dessen Eröffnung mehr als 5 Minuten von der Zeit des Kanals abweicht.</numerusform>
                <numerusform>%Ln Tickets, deren Eröffnung mehr als 5 Minuten von der Zeit des Kanals abweicht.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s) closed before being opened: kept, and counted as invalid.</source>
            <translation>
                <numerusform>%Ln Ticket vor der Eröffnung geschlossen: behalten und als ungültig gezählt.</numerusform>
                <numerusform>%Ln Tickets vor der Eröffnung geschlossen: behalten und als ungültig gezählt.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n message(s) by ticket bots: in no figure.</source>
            <translation>
                <numerusform>%Ln Nachricht von Ticket-Bots: in keiner Zahl.</numerusform>
                <numerusform>%Ln Nachrichten von Ticket-Bots: in keiner Zahl.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n message(s) outside the lifetime of the ticket: kept, in no figure.</source>
            <translation>
                <numerusform>%Ln Nachricht außerhalb der Lebenszeit des Tickets: behalten, in keiner Zahl.</numerusform>
                <numerusform>%Ln Nachrichten außerhalb der Lebenszeit des Tickets: behalten, in keiner Zahl.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n message(s) of no ticket: left out.</source>
            <translation>
                <numerusform>%Ln Nachricht ohne Ticket: ausgelassen.</numerusform>
                <numerusform>%Ln Nachrichten ohne Ticket: ausgelassen.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n privileged user(s): disabled until you confirm each.</source>
            <translation>
                <numerusform>%Ln privilegierter Nutzer: deaktiviert, bis du ihn bestätigst.</numerusform>
                <numerusform>%Ln privilegierte Nutzer: deaktiviert, bis du jeden bestätigst.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s) deleted here before: not brought back.</source>
            <translation>
                <numerusform>%Ln hier früher gelöschtes Ticket: nicht zurückgeholt.</numerusform>
                <numerusform>%Ln hier früher gelöschte Tickets: nicht zurückgeholt.</numerusform>
            </translation>
        </message>
        <message>
            <source>Confirm pri&amp;vileged users…</source>
            <translation>Pri&amp;vilegierte bestätigen…</translation>
        </message>
        <message>
            <source>It is checked and stored in the window that opened. Then delete it from %1 and consider resetting it: files are often shared.</source>
            <translation>Es wird in dem Fenster geprüft und gespeichert, das sich geöffnet hat. Lösche es danach aus %1 und erwäge, es zurückzusetzen: Dateien werden oft weitergegeben.</translation>
        </message>
        <message>
            <source>Also for messages already &amp;recorded</source>
            <translation>A&amp;uch für schon aufgezeichnete Nachrichten</translation>
        </message>
        <message>
            <source>Use &amp;who the Python bot thought opened a ticket</source>
            <translation>&amp;Übernehmen, wer laut dem Python-Bot ein Ticket eröffnete</translation>
        </message>
        <message>
            <source>&amp;Go on with the setup</source>
            <translation>Einrichtung &amp;fortsetzen</translation>
        </message>
        <message>
            <source>Their own messages are then no answers.</source>
            <translation>Deren eigene Nachrichten sind dann keine Antworten.</translation>
        </message>
        <message>
            <source>A bot token stands in %1. Delete it there and consider resetting it: files are often shared.</source>
            <translation>In %1 steht ein Bot-Token. Lösche es dort und erwäge, es zurückzusetzen: Dateien werden oft weitergegeben.</translation>
        </message>
        <message numerus="yes">
            <source>%n name(s) of roles, categories and channels not matched: import again once the bot is connected.</source>
            <translation>
                <numerusform>%Ln Name von Rollen, Kategorien und Kanälen nicht zugeordnet: importiere erneut, sobald der Bot verbunden ist.</numerusform>
                <numerusform>%Ln Namen von Rollen, Kategorien und Kanälen nicht zugeordnet: importiere erneut, sobald der Bot verbunden ist.</numerusform>
            </translation>
        </message>
        <message>
            <source>Names that were matched with nothing: %1.</source>
            <translation>Namen, denen nichts zugeordnet wurde: %1.</translation>
        </message>
        <message numerus="yes">
            <source>Imported: %n new ticket(s).</source>
            <translation>
                <numerusform>Importiert: %Ln neues Ticket.</numerusform>
                <numerusform>Importiert: %Ln neue Tickets.</numerusform>
            </translation>
        </message>
        <message>
            <source>The settings are imported.</source>
            <translation>Die Einstellungen sind importiert.</translation>
        </message>
        <message>
            <source>Imported. Every ticket was known already.</source>
            <translation>Importiert. Jedes Ticket war schon bekannt.</translation>
        </message>
        <message>
            <source>&amp;Undo import</source>
            <translation>Import &amp;rückgängig machen</translation>
        </message>
        <message>
            <source>Server ID</source>
            <translation>Server-ID</translation>
        </message>
        <message>
            <source>Im&amp;port</source>
            <translation>I&amp;mportieren</translation>
        </message>
        <message>
            <source>All of these tickets are recorded here already: only what is missing in them would be added.</source>
            <translation>Alle diese Tickets sind hier schon aufgezeichnet: Nur was ihnen fehlt, käme dazu.</translation>
        </message>
        <message numerus="yes">
            <source>%n of these ticket(s) are recorded here already.</source>
            <translation>
                <numerusform>%Ln dieser Tickets ist hier schon aufgezeichnet.</numerusform>
                <numerusform>%Ln dieser Tickets sind hier schon aufgezeichnet.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DataPage</name>
        <message>
            <source>Sections of Data</source>
            <translation>Abschnitte von Daten</translation>
        </message>
        <message>
            <source>Data</source>
            <translation>Daten</translation>
        </message>
    </context>
    <context>
        <name>DataPrivacy</name>
        <message>
            <source>How long tickets are kept</source>
            <translation>Wie lange Tickets aufbewahrt werden</translation>
        </message>
        <message>
            <source>&amp;Delete closed tickets older than</source>
            <translation>Geschlossene Tickets &amp;löschen, älter als</translation>
        </message>
        <message>
            <source>Delete closed tickets older than, in days</source>
            <translation>Geschlossene Tickets löschen, älter als, in Tagen</translation>
        </message>
        <message>
            <source>One person</source>
            <translation>Eine Person</translation>
        </message>
        <message>
            <source>&amp;Name or ID</source>
            <translation>&amp;Name oder ID</translation>
        </message>
        <message>
            <source>Search person (Ctrl+F)</source>
            <translation>Person suchen (Strg+F)</translation>
        </message>
        <message>
            <source>People found</source>
            <translation>Gefundene Personen</translation>
        </message>
        <message>
            <source>What is recorded about people</source>
            <translation>Was über Personen aufgezeichnet wird</translation>
        </message>
        <message>
            <source>Who opened, answered, claimed and closed which ticket, and when; the names of these people as last seen; the reasons and ratings that ticket bots post. Never the text of a message, an attachment or an e-mail address. Everything stays on this computer. Names live as long as the person's rows: deleting the tickets or erasing the person removes them.</source>
            <translation>Wer welches Ticket wann eröffnete, beantwortete, übernahm und schloss; die Namen dieser Personen, wie zuletzt gesehen; die Gründe und Bewertungen, die Ticket-Bots schreiben. Nie der Text einer Nachricht, ein Anhang oder eine E-Mail-Adresse. Alles bleibt auf diesem Computer. Namen bleiben so lange wie die Zeilen der Person: das Löschen der Tickets oder das Vergessen der Person entfernt sie.</translation>
        </message>
        <message>
            <source>&amp;Save</source>
            <translation>&amp;Speichern</translation>
        </message>
        <message>
            <source>E&amp;xport…</source>
            <translation>E&amp;xportieren…</translation>
        </message>
        <message>
            <source>&amp;Cancel</source>
            <translation>Ab&amp;brechen</translation>
        </message>
        <message>
            <source>Nothing is recorded about this person.</source>
            <translation>Über diese Person ist nichts aufgezeichnet.</translation>
        </message>
        <message>
            <source>On %1: %2 opened, %3 written, %4 closed or claimed.</source>
            <comment>servers, "3 tickets", "12 messages", "1 ticket"</comment>
            <translation>Auf %1: %2 eröffnet, %3 geschrieben, %4 geschlossen oder übernommen.</translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s)</source>
            <translation>
                <numerusform>%Ln Ticket</numerusform>
                <numerusform>%Ln Tickets</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n message(s)</source>
            <translation>
                <numerusform>%Ln Nachricht</numerusform>
                <numerusform>%Ln Nachrichten</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of these ticket(s) are in the trash.</source>
            <translation>
                <numerusform>%Ln dieser Tickets liegt im Papierkorb.</numerusform>
                <numerusform>%Ln dieser Tickets liegen im Papierkorb.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n change(s) in the history name the person.</source>
            <translation>
                <numerusform>%Ln Änderung im Verlauf nennt die Person.</numerusform>
                <numerusform>%Ln Änderungen im Verlauf nennen die Person.</numerusform>
            </translation>
        </message>
        <message>
            <source>The person has max permissions, and loses them when erased.</source>
            <translation>Die Person hat Höchstrechte und verliert sie beim Vergessen.</translation>
        </message>
        <message>
            <source>%1: until 3 newer ones of its kind exist</source>
            <translation>%1: bis es 3 neuere ihrer Art gibt</translation>
        </message>
        <message>
            <source>%1: until %2 at the latest</source>
            <comment>file, date</comment>
            <translation>%1: spätestens bis %2</translation>
        </message>
        <message>
            <source>%1: until you delete the file</source>
            <translation>%1: bis du die Datei löschst</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>ID</source>
            <translation>ID</translation>
        </message>
        <message>
            <source>Reading the settings…</source>
            <translation>Die Einstellungen werden gelesen…</translation>
        </message>
        <message>
            <source>Privacy</source>
            <translation>Datenschutz</translation>
        </message>
        <message>
            <source>No server yet. Once tickets are recorded, their retention and the data of single people are looked after here.</source>
            <translation>Noch kein Server. Sobald Tickets aufgezeichnet sind, geht es hier um deren Aufbewahrung und die Daten einzelner Personen.</translation>
        </message>
        <message>
            <source>Nothing to save</source>
            <translation>Nichts zu speichern</translation>
        </message>
        <message>
            <source>Tickets are kept for ever. 24 months (730 days) are a common choice.</source>
            <translation>Tickets werden für immer aufbewahrt. 24 Monate (730 Tage) sind üblich.</translation>
        </message>
        <message>
            <source>%1 Open tickets are never touched. Once a day, after the daily backup, what is over the limit goes into the trash, where it can be brought back for 30 days (Data ▸ History).</source>
            <comment>a sentence with a number</comment>
            <translation>%1 Offene Tickets bleiben immer. Einmal am Tag, nach der täglichen Sicherung, kommt in den Papierkorb, was über der Grenze liegt, und kann dort 30 Tage lang zurückgeholt werden (Daten ▸ Verlauf).</translation>
        </message>
        <message>
            <source>No ticket is over this limit now.</source>
            <translation>Kein Ticket liegt jetzt über dieser Grenze.</translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s) are over this limit now.</source>
            <translation>
                <numerusform>%Ln Ticket liegt jetzt über dieser Grenze.</numerusform>
                <numerusform>%Ln Tickets liegen jetzt über dieser Grenze.</numerusform>
            </translation>
        </message>
        <message>
            <source>Saved: tickets are kept for ever.</source>
            <translation>Gespeichert: Tickets werden für immer aufbewahrt.</translation>
        </message>
        <message numerus="yes">
            <source>Saved: closed tickets are kept for %n day(s).</source>
            <translation>
                <numerusform>Gespeichert: geschlossene Tickets werden %Ln Tag aufbewahrt.</numerusform>
                <numerusform>Gespeichert: geschlossene Tickets werden %Ln Tage aufbewahrt.</numerusform>
            </translation>
        </message>
        <message>
            <source>Retention is as it was before.</source>
            <translation>Die Aufbewahrung ist wieder wie zuvor.</translation>
        </message>
        <message>
            <source>Name unknown</source>
            <translation>Name unbekannt</translation>
        </message>
        <message>
            <source>Search a person to export or erase what is recorded about him or her.</source>
            <translation>Suche eine Person, um zu exportieren oder zu vergessen, was über sie aufgezeichnet ist.</translation>
        </message>
        <message>
            <source>Nobody of that name is recorded on this server.</source>
            <translation>Niemand dieses Namens ist auf diesem Server aufgezeichnet.</translation>
        </message>
        <message>
            <source>Choose a person.</source>
            <translation>Wähle eine Person.</translation>
        </message>
        <message>
            <source>Looking through everything…</source>
            <translation>Alles wird durchgesehen…</translation>
        </message>
        <message>
            <source>Messages and tickets stay in the numbers, without the person. This cannot be undone, and no backup is made. What the person does on the server from now on is recorded again.</source>
            <translation>Nachrichten und Tickets bleiben in den Zahlen, ohne die Person. Das kann nicht rückgängig gemacht werden, und es wird keine Sicherung gemacht. Was die Person von jetzt an auf dem Server tut, wird wieder aufgezeichnet.</translation>
        </message>
        <message>
            <source>T&amp;ype %1 to confirm:</source>
            <translation>Zum Bestätigen %1 ein&amp;geben:</translation>
        </message>
        <message>
            <source>&amp;Erase this person</source>
            <translation>Diese Person &amp;vergessen</translation>
        </message>
        <message>
            <source>&amp;Erase…</source>
            <translation>&amp;Vergessen…</translation>
        </message>
        <message>
            <source>Choose a person first</source>
            <translation>Wähle zuerst eine Person</translation>
        </message>
        <message>
            <source>Person %1</source>
            <translation>Person %1</translation>
        </message>
        <message>
            <source>JSON file</source>
            <translation>JSON-Datei</translation>
        </message>
        <message>
            <source>The confirmation was older than 2 minutes. Nothing was erased.</source>
            <translation>Die Bestätigung war älter als 2 Minuten. Nichts wurde vergessen.</translation>
        </message>
        <message>
            <source>These are not the last digits of the ID. Nothing was erased.</source>
            <translation>Das sind nicht die letzten Ziffern der ID. Nichts wurde vergessen.</translation>
        </message>
        <message>
            <source>Erasing. New events wait in memory meanwhile…</source>
            <translation>Wird vergessen. Neue Ereignisse warten so lange im Speicher…</translation>
        </message>
        <message>
            <source>The person is erased.</source>
            <translation>Die Person ist vergessen.</translation>
        </message>
        <message>
            <source>The person is erased. %1 Until it is compacted (Data ▸ Health), traces may lie in unused parts of the file.</source>
            <comment>an error</comment>
            <translation>Die Person ist vergessen. %1 Bis zum Verkleinern (Daten ▸ Zustand) können in unbenutzten Teilen der Datei Spuren liegen.</translation>
        </message>
        <message>
            <source>Backups made before still hold the person:</source>
            <translation>Frühere Sicherungen enthalten die Person noch:</translation>
        </message>
        <message>
            <source>The privacy settings could not be read.</source>
            <translation>Die Einstellungen zum Datenschutz konnten nicht gelesen werden.</translation>
        </message>
        <message numerus="yes">
            <source> day(s)</source>
            <comment>after a number</comment>
            <translation>
                <numerusform> Tag</numerusform>
                <numerusform> Tage</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DateRange</name>
        <message>
            <source>Last 24 hours</source>
            <translation>Letzte 24 Stunden</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Heute</translation>
        </message>
        <message>
            <source>This week</source>
            <translation>Diese Woche</translation>
        </message>
        <message>
            <source>This month</source>
            <translation>Dieser Monat</translation>
        </message>
        <message>
            <source>All time</source>
            <translation>Gesamte Zeit</translation>
        </message>
        <message numerus="yes">
            <source>Last %n day(s)</source>
            <translation>
                <numerusform>Letzter Tag</numerusform>
                <numerusform>Letzte %Ln Tage</numerusform>
            </translation>
        </message>
        <message>
            <source>Yesterday</source>
            <translation>Gestern</translation>
        </message>
        <message>
            <source>Last week</source>
            <translation>Letzte Woche</translation>
        </message>
        <message>
            <source>Last month</source>
            <translation>Letzter Monat</translation>
        </message>
        <message numerus="yes">
            <source>the %n hour(s) before</source>
            <translation>
                <numerusform>in der Stunde davor</numerusform>
                <numerusform>in den %Ln Stunden davor</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>the %n day(s) before</source>
            <translation>
                <numerusform>am Tag davor</numerusform>
                <numerusform>in den %Ln Tagen davor</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Dates</name>
        <message>
            <source>d MMM yyyy</source>
            <comment>date format: 22 Nov 2026</comment>
            <translation>d. MMM yyyy</translation>
        </message>
        <message>
            <source>As the language (%1)</source>
            <comment>%1 is an example</comment>
            <translation>Wie die Sprache (%1)</translation>
        </message>
        <message>
            <source>d MMM</source>
            <comment>date format: 22 Nov</comment>
            <translation>d. MMM</translation>
        </message>
        <message>
            <source>%1 %2</source>
            <comment>weekday, date</comment>
            <translation>%1 %2</translation>
        </message>
        <message>
            <source>ddd d MMM</source>
            <comment>date format: Sun 22 Nov</comment>
            <translation>ddd d. MMM</translation>
        </message>
        <message>
            <source>dddd d MMMM yyyy</source>
            <comment>date format: Sunday 22 November 2026</comment>
            <translation>dddd, d. MMMM yyyy</translation>
        </message>
        <message>
            <source>%1 – %2</source>
            <comment>a range of dates</comment>
            <translation>%1 – %2</translation>
        </message>
        <message>
            <source>%1 %2 %3</source>
            <comment>day, time, zone</comment>
            <translation>%1 %2 %3</translation>
        </message>
    </context>
    <context>
        <name>DemoSession</name>
        <message>
            <source>The demo could not open a port on this computer.</source>
            <translation>Die Demo konnte auf diesem Computer keinen Port öffnen.</translation>
        </message>
    </context>
    <context>
        <name>Discord::CommandRegistrar</name>
        <message>
            <source>Discord's list of commands could not be read.</source>
            <translation>Die Befehlsliste von Discord konnte nicht gelesen werden.</translation>
        </message>
        <message>
            <source>The commands differ from this version's, although they were written a moment ago.</source>
            <translation>Die Befehle weichen von dieser Version ab, obwohl sie eben geschrieben wurden.</translation>
        </message>
        <message numerus="yes">
            <source>The commands were written %n time(s) in the last 24 hours. The old ones stay until tomorrow.</source>
            <translation>
                <numerusform>Die Befehle wurden in den letzten 24 Stunden %Ln-mal geschrieben. Die alten bleiben bis morgen.</numerusform>
                <numerusform>Die Befehle wurden in den letzten 24 Stunden %Ln-mal geschrieben. Die alten bleiben bis morgen.</numerusform>
            </translation>
        </message>
        <message>
            <source>Discord accepts no further commands today. The old ones stay until tomorrow.</source>
            <translation>Discord nimmt heute keine weiteren Befehle an. Die alten bleiben bis morgen.</translation>
        </message>
        <message>
            <source>The commands could not be registered: %1</source>
            <translation>Die Befehle konnten nicht registriert werden: %1</translation>
        </message>
        <message>
            <source>Discord's answer could not be read.</source>
            <translation>Die Antwort von Discord konnte nicht gelesen werden.</translation>
        </message>
    </context>
    <context>
        <name>Discord::RestClient</name>
        <message>
            <source>There is no bot token yet.</source>
            <translation>Es gibt noch kein Bot-Token.</translation>
        </message>
        <message>
            <source>The connection to Discord was stopped.</source>
            <translation>Die Verbindung zu Discord wurde beendet.</translation>
        </message>
        <message>
            <source>Discord could not be reached.</source>
            <translation>Discord war nicht erreichbar.</translation>
        </message>
        <message>
            <source>The connection to Discord was lost before it answered.</source>
            <translation>Die Verbindung zu Discord brach vor der Antwort ab.</translation>
        </message>
        <message>
            <source>Discord has a problem of its own at the moment (error %1).</source>
            <translation>Discord hat gerade selbst ein Problem (Fehler %1).</translation>
        </message>
        <message>
            <source>Discord asked us to wait for too long.</source>
            <translation>Discord verlangte, zu lange zu warten.</translation>
        </message>
        <message>
            <source>Discord rejected the token. Enter a new one.</source>
            <translation>Discord hat das Token abgelehnt. Gib ein neues ein.</translation>
        </message>
        <message>
            <source>Discord no longer accepts an answer to this command.</source>
            <translation>Discord nimmt für diesen Befehl keine Antwort mehr an.</translation>
        </message>
        <message>
            <source>The bot lacks a permission for this in Discord.</source>
            <translation>Dem Bot fehlt dafür in Discord ein Recht.</translation>
        </message>
        <message>
            <source>This no longer exists in Discord.</source>
            <translation>Das gibt es in Discord nicht mehr.</translation>
        </message>
        <message>
            <source>Discord is busy with this already. Try again later.</source>
            <translation>Discord ist damit schon beschäftigt. Versuche es später erneut.</translation>
        </message>
        <message>
            <source>The answer did not come from Discord or could not be read.</source>
            <translation>Die Antwort kam nicht von Discord oder war nicht lesbar.</translation>
        </message>
        <message>
            <source>Discord refused the request (error %1).</source>
            <translation>Discord hat die Anfrage abgelehnt (Fehler %1).</translation>
        </message>
    </context>
    <context>
        <name>Engine</name>
        <message>
            <source>This computer has no TLS library that Qt can use; install OpenSSL.</source>
            <translation>Dieser Computer hat keine TLS-Bibliothek, die Qt benutzen kann; installiere OpenSSL.</translation>
        </message>
    </context>
    <context>
        <name>ExplainPanel</name>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Explanation: %1</source>
            <translation>Erklärung: %1</translation>
        </message>
    </context>
    <context>
        <name>ExportDialog</name>
        <message>
            <source>E&amp;xport</source>
            <translation>E&amp;xportieren</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>Export</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Datei</translation>
        </message>
        <message>
            <source>&amp;Initials instead of names</source>
            <translation>&amp;Initialen statt Namen</translation>
        </message>
        <message>
            <source>&amp;Browse…</source>
            <translation>&amp;Durchsuchen…</translation>
        </message>
        <message>
            <source>&amp;What:</source>
            <translation>&amp;Was:</translation>
        </message>
        <message>
            <source>Contents:</source>
            <translation>Inhalt:</translation>
        </message>
        <message>
            <source>&amp;File:</source>
            <translation>Da&amp;tei:</translation>
        </message>
        <message>
            <source>Choose a folder that exists.</source>
            <translation>Wähle einen Ordner, den es gibt.</translation>
        </message>
        <message>
            <source>The file exists and will be replaced.</source>
            <translation>Die Datei gibt es schon, sie wird ersetzt.</translation>
        </message>
        <message>
            <source>Made in the background; a message tells when it is done.</source>
            <translation>Entsteht im Hintergrund; eine Meldung sagt, wenn es fertig ist.</translation>
        </message>
    </context>
    <context>
        <name>FileSaver</name>
        <message>
            <source>%1 could not be saved: %2</source>
            <translation>%1 konnte nicht gespeichert werden: %2</translation>
        </message>
        <message>
            <source>Saved %1</source>
            <translation>%1 gespeichert</translation>
        </message>
        <message>
            <source>Save %1</source>
            <translation>%1 speichern</translation>
        </message>
    </context>
    <context>
        <name>FilterChips</name>
        <message>
            <source>%1 ×</source>
            <comment>a filter that a click removes</comment>
            <translation>%1 ×</translation>
        </message>
        <message>
            <source>Remove filter %1</source>
            <translation>Filter %1 entfernen</translation>
        </message>
        <message>
            <source>Clear all</source>
            <translation>Alle löschen</translation>
        </message>
        <message>
            <source>Clear all filters</source>
            <translation>Alle Filter löschen</translation>
        </message>
    </context>
    <context>
        <name>FirstRun</name>
        <message>
            <source>Setup is finished. Tickets are recorded from now on.</source>
            <translation>Die Einrichtung ist fertig. Ab jetzt werden Tickets aufgezeichnet.</translation>
        </message>
        <message>
            <source>Your password store is locked. Unlock it in the window it has opened; the bot starts then.</source>
            <translation>Dein Passwortspeicher ist gesperrt. Entsperre ihn in dem Fenster, das er geöffnet hat; dann startet der Bot.</translation>
        </message>
        <message>
            <source>The password store has not answered yet. The bot starts as soon as it does.</source>
            <translation>Der Passwortspeicher hat noch nicht geantwortet. Sobald er es tut, startet der Bot.</translation>
        </message>
        <message>
            <source>Message Content</source>
            <translation>Nachrichteninhalt (Message Content)</translation>
        </message>
        <message>
            <source>1. Open the Bot page.
2. Scroll to Privileged Gateway Intents.
3. Turn on Message Content Intent, press Save Changes.</source>
            <translation>1. Die Seite „Bot“ öffnen.
2. Zu „Privileged Gateway Intents“ blättern.
3. „Message Content Intent“ einschalten und „Save Changes“ drücken.</translation>
        </message>
    </context>
    <context>
        <name>FirstSteps</name>
        <message>
            <source>Set up a server…</source>
            <translation>Server einrichten…</translation>
        </message>
        <message>
            <source>or try the demo</source>
            <translation>oder die Demo ausprobieren</translation>
        </message>
        <message>
            <source>Check detection</source>
            <translation>Erkennung prüfen</translation>
        </message>
        <message>
            <source>Choose roles</source>
            <translation>Rollen wählen</translation>
        </message>
        <message>
            <source>Choose categories</source>
            <translation>Kategorien wählen</translation>
        </message>
        <message>
            <source>No tickets of this server are recorded: it is not chosen yet which of its categories hold them.</source>
            <translation>Von diesem Server werden keine Tickets aufgezeichnet: Es ist noch nicht gewählt, welche seiner Kategorien sie enthalten.</translation>
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
                <numerusform>%Ln Tag</numerusform>
                <numerusform>%Ln Tage</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hour(s)</source>
            <translation>
                <numerusform>%Ln Stunde</numerusform>
                <numerusform>%Ln Stunden</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n minute(s)</source>
            <translation>
                <numerusform>%Ln Minute</numerusform>
                <numerusform>%Ln Minuten</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n second(s)</source>
            <translation>
                <numerusform>%Ln Sekunde</numerusform>
                <numerusform>%Ln Sekunden</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 %2</source>
            <comment>two parts of a duration: "6 min" "10 s"</comment>
            <translation>%1 %2</translation>
        </message>
        <message>
            <source>%1 %</source>
            <comment>a percentage</comment>
            <translation>%1 %</translation>
        </message>
        <message>
            <source>not measured</source>
            <translation>nicht gemessen</translation>
        </message>
        <message>
            <source>just now</source>
            <translation>gerade eben</translation>
        </message>
        <message>
            <source>%1 ago</source>
            <comment>%1 is a duration</comment>
            <translation>vor %1</translation>
        </message>
        <message>
            <source>the same</source>
            <translation>gleich</translation>
        </message>
        <message>
            <source>%1 % more</source>
            <translation>%1 % mehr</translation>
        </message>
        <message>
            <source>%1 % fewer</source>
            <translation>%1 % weniger</translation>
        </message>
        <message>
            <source>%1 % slower</source>
            <translation>%1 % langsamer</translation>
        </message>
        <message>
            <source>%1 % faster</source>
            <translation>%1 % schneller</translation>
        </message>
        <message>
            <source>%1 % higher</source>
            <translation>%1 % höher</translation>
        </message>
        <message>
            <source>%1 % lower</source>
            <translation>%1 % niedriger</translation>
        </message>
        <message numerus="yes">
            <source>%n B</source>
            <comment>bytes</comment>
            <translation>
                <numerusform>%Ln B</numerusform>
                <numerusform>%Ln B</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 kB</source>
            <translation>%1 kB</translation>
        </message>
        <message>
            <source>%1 MB</source>
            <translation>%1 MB</translation>
        </message>
        <message>
            <source>%1 GB</source>
            <translation>%1 GB</translation>
        </message>
        <message>
            <source>%1 TB</source>
            <translation>%1 TB</translation>
        </message>
        <message>
            <source>d MMM</source>
            <comment>date format: 3 Nov</comment>
            <translation>d. MMM</translation>
        </message>
        <message>
            <source>d MMM yyyy</source>
            <comment>date format: 3 Nov 2026</comment>
            <translation>d. MMM yyyy</translation>
        </message>
    </context>
    <context>
        <name>Gateway</name>
        <message>
            <source>Discord's address was not found. This computer may be offline.</source>
            <translation>Die Adresse von Discord wurde nicht gefunden. Vielleicht ist dieser Computer offline.</translation>
        </message>
        <message>
            <source>No secure connection to Discord: the network answered with a foreign certificate.</source>
            <translation>Keine sichere Verbindung zu Discord: das Netz antwortete mit einem fremden Zertifikat.</translation>
        </message>
        <message>
            <source>Something in the network answered in Discord's place. Does it ask for a login?</source>
            <translation>Etwas im Netz antwortete an Stelle von Discord. Verlangt es eine Anmeldung?</translation>
        </message>
        <message>
            <source>Discord cannot be reached.</source>
            <translation>Discord ist nicht erreichbar.</translation>
        </message>
        <message>
            <source>Discord gave no usable gateway address.</source>
            <translation>Discord nannte keine brauchbare Gateway-Adresse.</translation>
        </message>
        <message>
            <source>The connection to Discord was lost.</source>
            <translation>Die Verbindung zu Discord ging verloren.</translation>
        </message>
        <message>
            <source>Discord closed the connection (code %1).</source>
            <translation>Discord hat die Verbindung geschlossen (Code %1).</translation>
        </message>
        <message>
            <source>Discord's compressed data could not be read.</source>
            <translation>Komprimierte Daten von Discord konnten nicht gelesen werden.</translation>
        </message>
        <message>
            <source>Discord no longer answered.</source>
            <translation>Discord antwortete nicht mehr.</translation>
        </message>
        <message>
            <source>Discord refused Message Content. Connecting without it; reasons and ratings are not read.</source>
            <translation>Discord hat Message Content verweigert. Es geht ohne weiter; Gründe und Bewertungen werden nicht gelesen.</translation>
        </message>
        <message>
            <source>Internal error: Discord does not understand the bot (code %1).</source>
            <translation>Interner Fehler: Discord versteht den Bot nicht (Code %1).</translation>
        </message>
        <message>
            <source>Discord rejected the token. Enter a new one.</source>
            <translation>Discord hat das Token abgelehnt. Gib ein neues ein.</translation>
        </message>
        <message>
            <source>Discord asked the bot to slow down.</source>
            <translation>Discord bat den Bot, langsamer zu sein.</translation>
        </message>
        <message>
            <source>The bot is in too many servers for one connection; Ticket Assistant serves up to 2500.</source>
            <translation>Der Bot ist auf zu vielen Servern für eine Verbindung; Ticket Assistant bedient bis zu 2500.</translation>
        </message>
        <message>
            <source>Discord no longer speaks this version of its protocol. Update the app.</source>
            <translation>Discord spricht diese Fassung seines Protokolls nicht mehr. Aktualisiere die App.</translation>
        </message>
        <message>
            <source>Discord refused the bot's intents as invalid.</source>
            <translation>Discord hat die Intents des Bots als ungültig abgelehnt.</translation>
        </message>
        <message>
            <source>Discord refused this bot's basic intents. The bot is stopped.</source>
            <translation>Discord hat die grundlegenden Intents dieses Bots abgelehnt. Der Bot ist angehalten.</translation>
        </message>
        <message>
            <source>Discord's messages could not be read.</source>
            <translation>Nachrichten von Discord konnten nicht gelesen werden.</translation>
        </message>
        <message>
            <source>Discord asked the bot to connect again.</source>
            <translation>Discord bat den Bot, sich neu zu verbinden.</translation>
        </message>
        <message>
            <source>Discord ended the session.</source>
            <translation>Discord hat die Sitzung beendet.</translation>
        </message>
        <message>
            <source>Discord did not answer in time.</source>
            <translation>Discord antwortete nicht rechtzeitig.</translation>
        </message>
        <message>
            <source>Paused to protect the bot's token.</source>
            <translation>Pause zum Schutz des Bot-Tokens.</translation>
        </message>
        <message>
            <source>%1 Next attempt in %2 ms.</source>
            <comment>what happened, a number</comment>
            <translation>%1 Nächster Versuch in %2 ms.</translation>
        </message>
        <message>
            <source>%1 Next attempt at %2.</source>
            <comment>what happened, a time</comment>
            <translation>%1 Nächster Versuch um %2.</translation>
        </message>
    </context>
    <context>
        <name>Guide</name>
        <message>
            <source>Setting up</source>
            <translation>Einrichten</translation>
        </message>
        <message>
            <source>A Discord application with a bot token is needed. The first step tells how to make one; the token is kept in the password store of this computer and nowhere else.</source>
            <translation>Gebraucht wird eine Discord-Anwendung mit einem Bot-Token. Der erste Schritt sagt, wie man sie anlegt; das Token liegt im Passwortspeicher dieses Computers und sonst nirgends.</translation>
        </message>
        <message>
            <source>The second step makes an invitation with the smallest permissions, and goes on by itself once the bot is on your server. In the third you say which categories hold tickets and which roles answer them. Other bots keep opening the tickets; this one watches them.</source>
            <translation>Der zweite Schritt macht eine Einladung mit den kleinsten Rechten und geht von selbst weiter, sobald der Bot auf dem Server ist. Im dritten wird gewählt, welche Kategorien Tickets enthalten und welche Rollen sie beantworten. Tickets öffnen weiterhin andere Bots; dieser beobachtet sie.</translation>
        </message>
        <message>
            <source>You can stop at any step: everything is kept, and the menu File leads back to it.</source>
            <translation>Jeder Schritt kann unterbrochen werden: Alles bleibt erhalten, und das Menü Datei führt dorthin zurück.</translation>
        </message>
        <message>
            <source>Overview</source>
            <translation>Übersicht</translation>
        </message>
        <message>
            <source>The cards tell what is open and waiting now, and the figures of the period that is chosen above. Press a card to read how it is counted and to see its tickets.</source>
            <translation>Die Karten zeigen, was jetzt offen ist und wartet, und die Zahlen des Zeitraums, der oben gewählt ist. Ein Druck auf eine Karte zeigt, wie gezählt wird, und führt zu den Tickets.</translation>
        </message>
        <message>
            <source>Waiting now lists the tickets whose people wait for an answer, the longest first. Overdue is what waits longer than the target for the first response.</source>
            <translation>„Jetzt wartend“ nennt die Tickets, in denen jemand auf Antwort wartet, das älteste zuerst. Überfällig ist, was länger wartet als das Ziel für die erste Antwort.</translation>
        </message>
        <message>
            <source>Team now counts open tickets by who replied last: Discord knows no assignment.</source>
            <translation>„Team jetzt“ zählt offene Tickets nach der Person, die zuletzt geantwortet hat: Discord kennt keine Zuweisung.</translation>
        </message>
        <message>
            <source>Tickets</source>
            <translation>Tickets</translation>
        </message>
        <message>
            <source>The tabs are views of the same tickets. Filters, search and columns are kept.</source>
            <translation>Die Reiter sind Ansichten derselben Tickets. Filter, Suche und Spalten bleiben erhalten.</translation>
        </message>
        <message>
            <source>The table stands still while the pointer is on it: new tickets wait behind a button, and F5 brings them in.</source>
            <translation>Die Tabelle steht still, solange der Zeiger auf ihr ist: Neue Tickets warten hinter einer Schaltfläche, und F5 holt sie herein.</translation>
        </message>
        <message>
            <source>Enter opens a ticket with everything that is known about it, Ctrl+Enter opens it in Discord. A channel that is no ticket can be marked as such and counts no more.</source>
            <translation>Die Eingabetaste öffnet ein Ticket mit allem, was über es bekannt ist, Strg+Eingabe öffnet es in Discord. Ein Kanal, der kein Ticket ist, kann so gekennzeichnet werden und zählt nicht mehr.</translation>
        </message>
        <message>
            <source>Trends</source>
            <translation>Trends</translation>
        </message>
        <message>
            <source>Eight charts over one period, beside the period before. A bar, a point or a cell leads to exactly the tickets it counts: click it, or go there with the arrow keys and press Enter.</source>
            <translation>Acht Diagramme über einen Zeitraum, neben dem Zeitraum davor. Ein Balken, ein Punkt oder eine Zelle führt zu genau den Tickets, die dort gezählt sind: anklicken, oder mit den Pfeiltasten hingehen und die Eingabetaste drücken.</translation>
        </message>
        <message>
            <source>Hatched bands show when the bot was not looking. What happened then may be missing, and is never shown as zero.</source>
            <translation>Schraffierte Streifen zeigen, wann der Bot nicht hingesehen hat. Was dann geschah, kann fehlen und wird nie als null gezeigt.</translation>
        </message>
        <message>
            <source>Export makes a report, pictures or tables, with initials instead of names where you want.</source>
            <translation>Der Export macht einen Bericht, Bilder oder Tabellen, auf Wunsch mit Initialen statt Namen.</translation>
        </message>
        <message>
            <source>Staff</source>
            <translation>Team</translation>
        </message>
        <message>
            <source>Who has which open tickets, who answered how many and how fast, and who was active when.</source>
            <translation>Wer welche offenen Tickets hat, wer wie viele wie schnell beantwortet hat und wer wann tätig war.</translation>
        </message>
        <message>
            <source>Figures that rest on few tickets say so. The ranking can be hidden.</source>
            <translation>Zahlen, die auf wenigen Tickets beruhen, sagen es dazu. Die Rangfolge kann ausgeblendet werden.</translation>
        </message>
        <message>
            <source>Permissions</source>
            <translation>Rechte</translation>
        </message>
        <message>
            <source>A tick gives a role the commands named above it. Roles are known by their ID, so a new name changes nothing.</source>
            <translation>Ein Haken gibt einer Rolle die Befehle, die darüber stehen. Rollen werden an ihrer ID erkannt; ein neuer Name ändert nichts.</translation>
        </message>
        <message>
            <source>Changes are collected: review them, then save. The commands obey at once, and the history can revert a change later.</source>
            <translation>Änderungen werden gesammelt: erst ansehen, dann speichern. Die Befehle richten sich sofort danach, und im Verlauf kann eine Änderung später zurückgenommen werden.</translation>
        </message>
        <message>
            <source>Test a person… says what somebody may do and because of which role, unsaved changes included.</source>
            <translation>„Person prüfen…“ sagt, was jemand darf und durch welche Rolle, ungespeicherte Änderungen eingeschlossen.</translation>
        </message>
        <message>
            <source>Notifications</source>
            <translation>Benachrichtigungen</translation>
        </message>
        <message>
            <source>Alarms tell this computer, a channel in Discord, or both. Outside working hours they are held; at opening one message lists what is still true.</source>
            <translation>Alarme melden sich auf diesem Computer, in einem Discord-Kanal oder auf beidem. Außerhalb der Arbeitszeit werden sie zurückgehalten; zu ihrem Beginn nennt eine Nachricht, was noch zutrifft.</translation>
        </message>
        <message>
            <source>Summaries are posted at the times you choose, exactly as the preview shows them. The ticket log channel gets one card for every event that is ticked.</source>
            <translation>Zusammenfassungen erscheinen zu den gewählten Zeiten, genau wie in der Vorschau. Der Ticket-Protokollkanal bekommt eine Karte für jedes Ereignis, das angehakt ist.</translation>
        </message>
        <message>
            <source>Data</source>
            <translation>Daten</translation>
        </message>
        <message>
            <source>Health says how complete the record is, and when it was backed up and checked.</source>
            <translation>Der Zustand sagt, wie vollständig die Aufzeichnung ist und wann sie gesichert und geprüft wurde.</translation>
        </message>
        <message>
            <source>Deleting shows first what would go, makes a backup, and can be undone for 30 days. The history lists every change and who made it.</source>
            <translation>Vor dem Löschen ist zu sehen, was wegfiele; dann wird gesichert, und 30 Tage lang lässt es sich rückgängig machen. Der Verlauf nennt jede Änderung und wer sie gemacht hat.</translation>
        </message>
        <message>
            <source>Backups, import, export and the data of a single person have sections of their own.</source>
            <translation>Sicherungen, Import, Export und die Daten einzelner Personen haben eigene Abschnitte.</translation>
        </message>
        <message>
            <source>Bot log</source>
            <translation>Bot-Protokoll</translation>
        </message>
        <message>
            <source>What the bot does and meets, as it happens. Levels, areas and the search narrow the list; "What does this mean?" explains a line and says what to do.</source>
            <translation>Was der Bot tut und was ihm begegnet, sobald es geschieht. Stufen, Bereiche und die Suche schränken die Liste ein; „Was bedeutet das?“ erklärt eine Zeile und sagt, was zu tun ist.</translation>
        </message>
        <message>
            <source>The log never holds the token or the text of a message.</source>
            <translation>Das Protokoll enthält nie das Token oder den Text einer Nachricht.</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Einstellungen</translation>
        </message>
        <message>
            <source>A server's time zone and working hours decide where its days begin and which time counts.</source>
            <translation>Zeitzone und Arbeitszeit eines Servers bestimmen, wo seine Tage beginnen und welche Zeit zählt.</translation>
        </message>
        <message>
            <source>How it is counted</source>
            <translation>Wie gezählt wird</translation>
        </message>
        <message>
            <source>First response: from the opening of a ticket to the first message of somebody with a support role.</source>
            <translation>Erste Antwort: vom Öffnen eines Tickets bis zur ersten Nachricht von jemandem mit einer Support-Rolle.</translation>
        </message>
        <message>
            <source>Resolution: from the opening to the last closing, for tickets that were closed in the period.</source>
            <translation>Lösung: vom Öffnen bis zum letzten Schließen, für Tickets, die im Zeitraum geschlossen wurden.</translation>
        </message>
        <message>
            <source>Peak: the most tickets that were open at the same time. Messages: those of people; bots never count.</source>
            <translation>Höchststand: die meisten Tickets, die gleichzeitig offen waren. Nachrichten: die von Menschen; Bots zählen nie.</translation>
        </message>
        <message>
            <source>Explain, beside a figure, tells how many tickets it rests on and what was left out.</source>
            <translation>„Erklären“ neben einer Zahl sagt, auf wie vielen Tickets sie beruht und was ausgelassen wurde.</translation>
        </message>
        <message>
            <source>Guide</source>
            <translation>Anleitung</translation>
        </message>
        <message>
            <source>Topics</source>
            <translation>Themen</translation>
        </message>
        <message>
            <source>Every change is saved at once and can be undone for 30 seconds. What could not be saved stays as you wrote it, with the reason below the page.</source>
            <translation>Jede Änderung wird sofort gespeichert und kann 30 Sekunden lang rückgängig gemacht werden. Was nicht gespeichert werden konnte, bleibt so stehen, wie es geschrieben wurde; der Grund steht unter der Seite.</translation>
        </message>
    </context>
    <context>
        <name>HeaderBar</name>
        <message>
            <source>Category:</source>
            <translation>Kategorie:</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>Kategorie</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>Vergleichen</translation>
        </message>
        <message>
            <source>Compare with the equally long time before</source>
            <translation>Mit der gleich langen Zeit davor vergleichen</translation>
        </message>
        <message>
            <source>Filters ▾</source>
            <translation>Filter ▾</translation>
        </message>
        <message>
            <source>Export ▾</source>
            <translation>Export ▾</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>Export</translation>
        </message>
        <message>
            <source>Export (Ctrl+E)</source>
            <translation>Export (Strg+E)</translation>
        </message>
        <message>
            <source>Filters</source>
            <translation>Filter</translation>
        </message>
        <message>
            <source>All categories</source>
            <translation>Alle Kategorien</translation>
        </message>
        <message>
            <source>No category</source>
            <translation>Keine Kategorie</translation>
        </message>
        <message>
            <source>Filters (%1) ▾</source>
            <translation>Filter (%1) ▾</translation>
        </message>
        <message numerus="yes">
            <source>Filters, %n active</source>
            <translation>
                <numerusform>Filter, %Ln aktiv</numerusform>
                <numerusform>Filter, %Ln aktiv</numerusform>
            </translation>
        </message>
        <message>
            <source>Updating…</source>
            <translation>Wird aktualisiert…</translation>
        </message>
        <message>
            <source>as of %1</source>
            <comment>the time of the data shown</comment>
            <translation>Stand %1</translation>
        </message>
        <message>
            <source>Clear search</source>
            <translation>Suche leeren</translation>
        </message>
    </context>
    <context>
        <name>HealthWords</name>
        <message>
            <source>Coverage per day</source>
            <translation>Abdeckung pro Tag</translation>
        </message>
        <message>
            <source>% of the day</source>
            <translation>% des Tages</translation>
        </message>
        <message>
            <source>Nothing recorded yet</source>
            <translation>Noch nichts aufgezeichnet</translation>
        </message>
        <message>
            <source>% observed</source>
            <translation>% beobachtet</translation>
        </message>
        <message numerus="yes">
            <source>the last %n day(s)</source>
            <translation>
                <numerusform>der letzte Tag</numerusform>
                <numerusform>die letzten %Ln Tage</numerusform>
            </translation>
        </message>
        <message>
            <source>All of %1</source>
            <comment>"the last 30 days"</comment>
            <translation>Vollständig: %1</translation>
        </message>
        <message>
            <source>%1 of %2; %3 were missed</source>
            <comment>share, "the last 30 days", duration</comment>
            <translation>%1 (%2); %3 fehlen</translation>
        </message>
        <message>
            <source>Not yet in full; the quick check at the start found nothing</source>
            <translation>Noch nicht ganz; die schnelle Prüfung beim Start fand nichts</translation>
        </message>
        <message>
            <source>✓ Whole on %1</source>
            <comment>time</comment>
            <translation>✓ In Ordnung am %1</translation>
        </message>
        <message>
            <source>✗ Damaged on %1: %2</source>
            <comment>time, what SQLite says</comment>
            <translation>✗ Beschädigt am %1: %2</translation>
        </message>
        <message>
            <source>The bot was not running</source>
            <translation>Der Bot lief nicht</translation>
        </message>
        <message>
            <source>No connection to Discord</source>
            <translation>Keine Verbindung zu Discord</translation>
        </message>
        <message>
            <source>Discord had an outage of this server</source>
            <translation>Discord hatte eine Störung dieses Servers</translation>
        </message>
        <message>
            <source>The bot was not on this server</source>
            <translation>Der Bot war nicht auf diesem Server</translation>
        </message>
        <message>
            <source>The disk could not be written</source>
            <translation>Der Datenträger konnte nicht beschrieben werden</translation>
        </message>
        <message>
            <source>The database was damaged and restored</source>
            <translation>Die Datenbank war beschädigt und wurde wiederhergestellt</translation>
        </message>
        <message>
            <source>Still going on; read again when the bot is back</source>
            <translation>Dauert noch an; wird nachgelesen, wenn der Bot zurück ist</translation>
        </message>
        <message>
            <source>Messages in channels that were deleted meanwhile</source>
            <translation>Nachrichten in Kanälen, die inzwischen gelöscht wurden</translation>
        </message>
        <message>
            <source>Anything: nothing could be read again</source>
            <translation>Alles: nichts konnte nachgelesen werden</translation>
        </message>
        <message>
            <source>since %1</source>
            <translation>seit %1</translation>
        </message>
        <message>
            <source>%1 – %2</source>
            <comment>two times</comment>
            <translation>%1 – %2</translation>
        </message>
        <message>
            <source>Not connected to Discord</source>
            <translation>Nicht mit Discord verbunden</translation>
        </message>
        <message>
            <source>The bot has not looked at this server yet: what is here was imported.</source>
            <translation>Der Bot hat diesen Server noch nicht gesehen: Was hier steht, wurde importiert.</translation>
        </message>
        <message>
            <source>After the imported history, before the bot's first look</source>
            <translation>Nach dem importierten Verlauf, bevor der Bot zum ersten Mal hinsah</translation>
        </message>
        <message>
            <source>Still going on; read when the bot comes to this server</source>
            <translation>Dauert noch an; wird gelesen, wenn der Bot auf diesen Server kommt</translation>
        </message>
        <message>
            <source>Tickets that were opened and closed meanwhile</source>
            <translation>Tickets, die inzwischen eröffnet und geschlossen wurden</translation>
        </message>
    </context>
    <context>
        <name>Heatmap</name>
        <message>
            <source>&lt;1</source>
            <comment>less than a minute</comment>
            <translation>&lt;1</translation>
        </message>
        <message>
            <source>not measured</source>
            <translation>nicht gemessen</translation>
        </message>
        <message>
            <source>%1 people on average</source>
            <translation>im Mittel %1 Personen</translation>
        </message>
        <message numerus="yes">
            <source>%n message(s)</source>
            <translation>
                <numerusform>%Ln Nachricht</numerusform>
                <numerusform>%Ln Nachrichten</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s)</source>
            <translation>
                <numerusform>%Ln Ticket</numerusform>
                <numerusform>%Ln Tickets</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 %2, %3</source>
            <comment>row, hour, value: "Tuesday 09:00, 3 tickets"</comment>
            <translation>%1 %2, %3</translation>
        </message>
        <message>
            <source>seconds</source>
            <translation>Sekunden</translation>
        </message>
        <message>
            <source>messages</source>
            <translation>Nachrichten</translation>
        </message>
        <message>
            <source>tickets</source>
            <translation>Tickets</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <comment>column, unit</comment>
            <translation>%1 (%2)</translation>
        </message>
        <message>
            <source>%1 (people, mean)</source>
            <translation>%1 (Personen, Mittel)</translation>
        </message>
        <message>
            <source>%1 (tickets)</source>
            <translation>%1 (Tickets)</translation>
        </message>
    </context>
    <context>
        <name>HeatmapView</name>
        <message>
            <source>Show %1</source>
            <comment>a switch of the heatmap</comment>
            <translation>%1 zeigen</translation>
        </message>
    </context>
    <context>
        <name>HistoryWords</name>
        <message>
            <source>This deletion was already undone.</source>
            <translation>Dieses Löschen wurde schon rückgängig gemacht.</translation>
        </message>
        <message>
            <source>Imported: what was deleted then was never here.</source>
            <translation>Importiert: was damals gelöscht wurde, war nie hier.</translation>
        </message>
        <message>
            <source>Its 30 days are over: the tickets are gone for good.</source>
            <translation>Seine 30 Tage sind um: die Tickets sind endgültig weg.</translation>
        </message>
        <message>
            <source>These settings were changed again since.</source>
            <translation>Diese Einstellungen wurden seither erneut geändert.</translation>
        </message>
        <message>
            <source>This person is no longer on the list.</source>
            <translation>Diese Person steht nicht mehr auf der Liste.</translation>
        </message>
        <message>
            <source>This person is on the list again.</source>
            <translation>Diese Person steht wieder auf der Liste.</translation>
        </message>
        <message>
            <source>This was changed again since.</source>
            <translation>Das wurde seither erneut geändert.</translation>
        </message>
        <message>
            <source>To delete them again, use Data ▸ Delete.</source>
            <translation>Um sie wieder zu löschen: Daten ▸ Löschen.</translation>
        </message>
        <message>
            <source>To go back, restore the backup that was made before: Data ▸ Backups.</source>
            <translation>Um zurückzukehren, stelle die Sicherung von davor wieder her: Daten ▸ Sicherungen.</translation>
        </message>
        <message>
            <source>Erasing a person cannot be taken back.</source>
            <translation>Das Vergessen einer Person kann nicht zurückgenommen werden.</translation>
        </message>
        <message>
            <source>This cannot be taken back exactly.</source>
            <translation>Das kann nicht genau zurückgenommen werden.</translation>
        </message>
        <message>
            <source>Deletion</source>
            <translation>Löschen</translation>
        </message>
        <message>
            <source>Deletion undone</source>
            <translation>Löschen rückgängig gemacht</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Einstellungen</translation>
        </message>
        <message>
            <source>Max permissions given</source>
            <translation>Höchstrechte gegeben</translation>
        </message>
        <message>
            <source>Max permissions taken</source>
            <translation>Höchstrechte genommen</translation>
        </message>
        <message>
            <source>Not a ticket</source>
            <translation>Kein Ticket</translation>
        </message>
        <message>
            <source>Counted as a ticket</source>
            <translation>Zählt als Ticket</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>Import</translation>
        </message>
        <message>
            <source>Import undone</source>
            <translation>Import rückgängig gemacht</translation>
        </message>
        <message>
            <source>Restore</source>
            <translation>Wiederherstellung</translation>
        </message>
        <message>
            <source>Retention</source>
            <translation>Aufbewahrung</translation>
        </message>
        <message>
            <source>Person erased</source>
            <translation>Person vergessen</translation>
        </message>
        <message>
            <source>Notifications</source>
            <translation>Benachrichtigungen</translation>
        </message>
        <message>
            <source>Bot token</source>
            <translation>Bot-Token</translation>
        </message>
        <message>
            <source>The program</source>
            <translation>Das Programm</translation>
        </message>
        <message>
            <source>This computer</source>
            <translation>Dieser Computer</translation>
        </message>
        <message>
            <source>This computer, account %1</source>
            <translation>Dieser Computer, Konto %1</translation>
        </message>
        <message>
            <source>By itself</source>
            <translation>Von selbst</translation>
        </message>
        <message>
            <source>Console</source>
            <translation>Konsole</translation>
        </message>
        <message>
            <source>Slash command</source>
            <translation>Slash-Befehl</translation>
        </message>
        <message>
            <source>Counts as staff</source>
            <translation>Zählt zum Team</translation>
        </message>
        <message>
            <source>View statistics</source>
            <translation>Statistik ansehen</translation>
        </message>
        <message>
            <source>Manage data</source>
            <translation>Daten verwalten</translation>
        </message>
        <message>
            <source>Manage access</source>
            <translation>Rechte verwalten</translation>
        </message>
        <message>
            <source>Ticket categories</source>
            <translation>Ticketkategorien</translation>
        </message>
        <message>
            <source>Categories of closed tickets</source>
            <translation>Kategorien geschlossener Tickets</translation>
        </message>
        <message>
            <source>Ticket bots</source>
            <translation>Ticket-Bots</translation>
        </message>
        <message>
            <source>Log channel</source>
            <translation>Protokollkanal</translation>
        </message>
        <message>
            <source>Archive channel</source>
            <translation>Archivkanal</translation>
        </message>
        <message>
            <source>Statistics visible to everyone</source>
            <translation>Statistik für alle sichtbar</translation>
        </message>
        <message>
            <source>Time zone</source>
            <translation>Zeitzone</translation>
        </message>
        <message>
            <source>Language of posts</source>
            <translation>Sprache der Beiträge</translation>
        </message>
        <message>
            <source>First response target</source>
            <translation>Ziel der ersten Antwort</translation>
        </message>
        <message>
            <source>Resolution target</source>
            <translation>Ziel der Lösung</translation>
        </message>
        <message>
            <source>Heavy load from</source>
            <translation>Hohe Last ab</translation>
        </message>
        <message>
            <source>Setup finished</source>
            <translation>Einrichtung abgeschlossen</translation>
        </message>
        <message>
            <source>none</source>
            <comment>an empty setting</comment>
            <translation>keine</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>ja</translation>
        </message>
        <message>
            <source>no</source>
            <translation>nein</translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s)</source>
            <translation>
                <numerusform>%Ln Ticket</numerusform>
                <numerusform>%Ln Tickets</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>opened in the last %n day(s)</source>
            <translation>
                <numerusform>eröffnet am letzten Tag</numerusform>
                <numerusform>eröffnet in den letzten %Ln Tagen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>older than %n day(s)</source>
            <translation>
                <numerusform>älter als %Ln Tag</numerusform>
                <numerusform>älter als %Ln Tage</numerusform>
            </translation>
        </message>
        <message>
            <source>everything</source>
            <translation>alles</translation>
        </message>
        <message>
            <source>imported, by days: %1</source>
            <translation>importiert, nach Tagen: %1</translation>
        </message>
        <message>
            <source>%1, category %2</source>
            <comment>what was deleted</comment>
            <translation>%1, Kategorie %2</translation>
        </message>
        <message>
            <source>%1, %2: %3</source>
            <comment>"214 tickets", "2 911 messages", which</comment>
            <translation>%1, %2: %3</translation>
        </message>
        <message numerus="yes">
            <source>%n message(s)</source>
            <translation>
                <numerusform>%Ln Nachricht</numerusform>
                <numerusform>%Ln Nachrichten</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 (undone)</source>
            <translation>%1 (rückgängig gemacht)</translation>
        </message>
        <message>
            <source>%1 came back</source>
            <comment>"214 tickets"</comment>
            <translation>%1 kamen zurück</translation>
        </message>
        <message>
            <source>Channel %1</source>
            <translation>Kanal %1</translation>
        </message>
        <message>
            <source>for ever</source>
            <translation>für immer</translation>
        </message>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%Ln Tag</numerusform>
                <numerusform>%Ln Tage</numerusform>
            </translation>
        </message>
        <message>
            <source>Tickets are kept: %1 → %2</source>
            <translation>Tickets werden aufbewahrt: %1 → %2</translation>
        </message>
        <message>
            <source>%1; what was there before: %2</source>
            <comment>two files</comment>
            <translation>%1; was davor da war: %2</translation>
        </message>
        <message>
            <source>%1: %2 → %3</source>
            <comment>setting, before, after</comment>
            <translation>%1: %2 → %3</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>setting, value</comment>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>Somebody who was erased</source>
            <translation>Jemand, der vergessen wurde</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>"214 tickets", "2 911 messages"</comment>
            <translation>%1, %2</translation>
        </message>
        <message numerus="yes">
            <source>Whose is not told any more: %n message(s)</source>
            <translation>
                <numerusform>Von wem, wird nicht mehr gesagt: %Ln Nachricht</numerusform>
                <numerusform>Von wem, wird nicht mehr gesagt: %Ln Nachrichten</numerusform>
            </translation>
        </message>
        <message>
            <source>off</source>
            <comment>an alarm</comment>
            <translation>aus</translation>
        </message>
        <message>
            <source>over %1 %</source>
            <translation>über %1 %</translation>
        </message>
        <message>
            <source>over %1 min</source>
            <translation>über %1 min</translation>
        </message>
        <message>
            <source>over %1</source>
            <comment>a number of tickets</comment>
            <translation>über %1</translation>
        </message>
        <message>
            <source>this computer</source>
            <translation>dieser Computer</translation>
        </message>
        <message>
            <source>mentions %1</source>
            <translation>erwähnt %1</translation>
        </message>
        <message>
            <source>on, but told nowhere</source>
            <translation>ein, wird aber nirgends gemeldet</translation>
        </message>
        <message>
            <source>none</source>
            <comment>a scheduled summary</comment>
            <translation>keine</translation>
        </message>
        <message>
            <source>%1, switched off</source>
            <comment>when a summary is posted</comment>
            <translation>%1, ausgeschaltet</translation>
        </message>
        <message>
            <source>%1 in %2</source>
            <comment>when a summary is posted, channel</comment>
            <translation>%1 in %2</translation>
        </message>
        <message>
            <source>Overdue ticket</source>
            <translation>Überfälliges Ticket</translation>
        </message>
        <message>
            <source>Many open tickets</source>
            <translation>Viele offene Tickets</translation>
        </message>
        <message>
            <source>Record of open tickets</source>
            <translation>Rekord offener Tickets</translation>
        </message>
        <message>
            <source>Target missed</source>
            <translation>Ziel verfehlt</translation>
        </message>
        <message>
            <source>Bot disconnected</source>
            <translation>Bot getrennt</translation>
        </message>
        <message>
            <source>Problem with the data</source>
            <translation>Problem mit den Daten</translation>
        </message>
        <message>
            <source>opened</source>
            <translation>eröffnet</translation>
        </message>
        <message>
            <source>first reply</source>
            <translation>erste Antwort</translation>
        </message>
        <message>
            <source>closed</source>
            <translation>geschlossen</translation>
        </message>
        <message>
            <source>nothing</source>
            <comment>posted in the log channel</comment>
            <translation>nichts</translation>
        </message>
        <message>
            <source>Ticket log</source>
            <translation>Ticketprotokoll</translation>
        </message>
        <message>
            <source>Summary</source>
            <translation>Zusammenfassung</translation>
        </message>
        <message>
            <source>Summary %1: its contents</source>
            <comment>what was changed of it; %1: when it is posted</comment>
            <translation>Zusammenfassung %1: ihr Inhalt</translation>
        </message>
        <message>
            <source>Settings of the notifications</source>
            <translation>Einstellungen der Benachrichtigungen</translation>
        </message>
        <message>
            <source>A token is never kept here, so the one before cannot come back.</source>
            <translation>Ein Token wird hier nie aufbewahrt, darum kann das frühere nicht zurückkommen.</translation>
        </message>
        <message>
            <source>Kept in the password store</source>
            <translation>Im Passwortspeicher aufbewahrt</translation>
        </message>
        <message>
            <source>Kept until the program is quit</source>
            <translation>Aufbewahrt, bis das Programm beendet wird</translation>
        </message>
        <message>
            <source>Removed</source>
            <translation>Entfernt</translation>
        </message>
        <message>
            <source>%1, bot %2</source>
            <comment>what was done with its token</comment>
            <translation>%1, Bot %2</translation>
        </message>
        <message>
            <source>The damaged file is kept as it was.</source>
            <translation>Die beschädigte Datei bleibt, wie sie war.</translation>
        </message>
        <message>
            <source>The database was damaged and put together from what could be read: %1; the damaged file is kept in %2</source>
            <comment>"214 tickets", a folder</comment>
            <translation>Die Datenbank war beschädigt und wurde aus dem zusammengesetzt, was lesbar war: %1; die beschädigte Datei liegt in %2</translation>
        </message>
        <message>
            <source>The database was damaged: restored from %1 with %2 that were newer; the damaged file is kept in %3</source>
            <comment>a backup, "14 tickets", a folder</comment>
            <translation>Die Datenbank war beschädigt: wiederhergestellt aus %1, dazu %2, die neuer waren; die beschädigte Datei liegt in %3</translation>
        </message>
        <message>
            <source>Who closed a ticket</source>
            <translation>Wer ein Ticket schloss</translation>
        </message>
        <message>
            <source>not detected</source>
            <translation>nicht erkannt</translation>
        </message>
        <message>
            <source>“%1”</source>
            <comment>a reason</comment>
            <translation>„%1“</translation>
        </message>
        <message>
            <source>%1, “%2”</source>
            <comment>a person, a reason</comment>
            <translation>%1, „%2“</translation>
        </message>
        <message>
            <source>#%1: %2 → %3</source>
            <comment>ticket, before, after</comment>
            <translation>#%1: %2 → %3</translation>
        </message>
        <message>
            <source>Working hours</source>
            <translation>Arbeitszeit</translation>
        </message>
        <message>
            <source>Holidays</source>
            <translation>Feiertage</translation>
        </message>
        <message>
            <source>Targets of single categories</source>
            <translation>Ziele einzelner Kategorien</translation>
        </message>
        <message>
            <source>This import was already undone.</source>
            <translation>Dieser Import wurde schon rückgängig gemacht.</translation>
        </message>
        <message>
            <source>Its 30 days are over.</source>
            <translation>Seine 30 Tage sind um.</translation>
        </message>
        <message>
            <source>A later import has to be undone first.</source>
            <translation>Zuerst muss ein späterer Import rückgängig gemacht werden.</translation>
        </message>
        <message>
            <source>%1; backup: %2</source>
            <comment>what was deleted, file</comment>
            <translation>%1; Sicherung: %2</translation>
        </message>
        <message>
            <source>Settings and permissions</source>
            <translation>Einstellungen und Rechte</translation>
        </message>
        <message>
            <source>Permissions</source>
            <translation>Rechte</translation>
        </message>
    </context>
    <context>
        <name>Hours</name>
        <message>
            <source>around the clock</source>
            <translation>rund um die Uhr</translation>
        </message>
        <message>
            <source>daily %1</source>
            <comment>working hours: "daily 08:00–22:00"</comment>
            <translation>täglich %1</translation>
        </message>
        <message>
            <source>%1–%2</source>
            <comment>weekdays: Mon–Fri</comment>
            <translation>%1–%2</translation>
        </message>
        <message>
            <source>%1 %2</source>
            <comment>weekdays, times: Mon–Fri 09:00–17:00</comment>
            <translation>%1 %2</translation>
        </message>
        <message>
            <source>%1: “%2” is no time span. Write it like 09:00–12:00, 13:00–17:00.</source>
            <comment>weekday, text</comment>
            <translation>%1: „%2“ ist keine Zeitspanne. Geschrieben wird sie wie 09:00–12:00, 13:00–17:00.</translation>
        </message>
        <message>
            <source>%1: “%2” begins and ends at the same time. A whole day is 00:00–24:00.</source>
            <comment>weekday, text</comment>
            <translation>%1: „%2“ beginnt und endet zur selben Zeit. Ein ganzer Tag ist 00:00–24:00.</translation>
        </message>
        <message>
            <source>%1: two time spans overlap.</source>
            <comment>weekday</comment>
            <translation>%1: zwei Zeitspannen überschneiden sich.</translation>
        </message>
        <message>
            <source>none</source>
            <comment>no holidays</comment>
            <translation>keine</translation>
        </message>
        <message numerus="yes">
            <source>%1 and %n more</source>
            <comment>dates</comment>
            <translation>
                <numerusform>%1 und %Ln weiterer</numerusform>
                <numerusform>%1 und %Ln weitere</numerusform>
            </translation>
        </message>
        <message>
            <source>first response %1</source>
            <comment>a target</comment>
            <translation>erste Antwort %1</translation>
        </message>
        <message>
            <source>resolution %1</source>
            <comment>a target</comment>
            <translation>Lösung %1</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>category, its targets</comment>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>none</source>
            <comment>no category has targets of its own</comment>
            <translation>keine</translation>
        </message>
        <message>
            <source>Times are counted around the clock.</source>
            <translation>Gezählt wird rund um die Uhr.</translation>
        </message>
        <message>
            <source>Only working hours are counted: %1 (%2).</source>
            <comment>hours, time zone</comment>
            <translation>Gezählt wird nur die Arbeitszeit: %1 (%2).</translation>
        </message>
        <message>
            <source>%1 Holidays are left out: %2.</source>
            <comment>a sentence, dates</comment>
            <translation>%1 Feiertage zählen nicht mit: %2.</translation>
        </message>
        <message>
            <source>by category</source>
            <comment>instead of a duration: target by category</comment>
            <translation>je Kategorie</translation>
        </message>
        <message>
            <source>the target</source>
            <comment>instead of a duration: waiting over the target</comment>
            <translation>dem Ziel</translation>
        </message>
    </context>
    <context>
        <name>HoursDialog</name>
        <message>
            <source>Around the cloc&amp;k</source>
            <translation>Rund um die &amp;Uhr</translation>
        </message>
        <message>
            <source>At &amp;these times, written like 09:00–12:00, 13:00–17:00:</source>
            <translation>Zu &amp;diesen Zeiten, geschrieben wie 09:00–12:00, 13:00–17:00:</translation>
        </message>
        <message>
            <source>&amp;Remove</source>
            <translation>Ent&amp;fernen</translation>
        </message>
        <message>
            <source>&amp;Use these hours</source>
            <translation>Diese &amp;Zeiten übernehmen</translation>
        </message>
        <message>
            <source>Working hours</source>
            <translation>Arbeitszeit</translation>
        </message>
        <message>
            <source>closed</source>
            <comment>no working hours on that day</comment>
            <translation>geschlossen</translation>
        </message>
        <message>
            <source>Working hours on %1</source>
            <comment>weekday</comment>
            <translation>Arbeitszeit am %1</translation>
        </message>
        <message>
            <source>Monday to &amp;Friday like Monday</source>
            <translation>Montag bis Freitag &amp;wie Montag</translation>
        </message>
        <message>
            <source>&amp;Every day like Monday</source>
            <translation>&amp;Jeder Tag wie Montag</translation>
        </message>
        <message>
            <source>&amp;Holidays, on which nobody works:</source>
            <translation>Fei&amp;ertage, an denen niemand arbeitet:</translation>
        </message>
        <message>
            <source>Holidays</source>
            <translation>Feiertage</translation>
        </message>
        <message>
            <source>Date of a holiday</source>
            <translation>Datum eines Feiertags</translation>
        </message>
        <message>
            <source>&amp;Add</source>
            <translation>&amp;Hinzufügen</translation>
        </message>
        <message>
            <source>Times are those of %1, the server's time zone. A span that ends before it begins goes on past midnight. Outside working hours alarms are held; at opening one message lists what is still true.</source>
            <translation>Die Zeiten gelten in %1, der Zeitzone des Servers. Eine Spanne, die vor ihrem Beginn endet, geht über Mitternacht. Außerhalb der Arbeitszeit werden Alarme zurückgehalten; zu Beginn nennt eine Nachricht, was noch zutrifft.</translation>
        </message>
        <message>
            <source>Every day is closed. Write times for at least one day, or choose “Around the clock”.</source>
            <translation>Jeder Tag ist geschlossen. Nötig sind Zeiten für mindestens einen Tag, oder „Rund um die Uhr“.</translation>
        </message>
        <message>
            <source>Working hours: %1</source>
            <comment>"daily 08:00–22:00"</comment>
            <translation>Arbeitszeit: %1</translation>
        </message>
    </context>
    <context>
        <name>Import</name>
        <message>
            <source>The database is damaged and cannot be read.</source>
            <translation>Die Datenbank ist beschädigt und nicht lesbar.</translation>
        </message>
        <message>
            <source>%1 is not a regular file.</source>
            <translation>%1 ist keine gewöhnliche Datei.</translation>
        </message>
        <message>
            <source>%1 does not exist.</source>
            <translation>%1 gibt es nicht.</translation>
        </message>
        <message>
            <source>%1 is larger than 2 GiB.</source>
            <translation>%1 ist größer als 2 GiB.</translation>
        </message>
        <message>
            <source>%1 cannot be read: %2.</source>
            <translation>%1 ist nicht lesbar: %2.</translation>
        </message>
        <message>
            <source>%1 is not an SQLite database.</source>
            <translation>%1 ist keine SQLite-Datenbank.</translation>
        </message>
        <message>
            <source>%1 could not be copied for reading.</source>
            <translation>%1 konnte nicht zum Lesen kopiert werden.</translation>
        </message>
        <message>
            <source>%1 is damaged and cannot be read.</source>
            <translation>%1 ist beschädigt und nicht lesbar.</translation>
        </message>
        <message>
            <source>%1 is not a database of the Python bot: it has no table of tickets.</source>
            <translation>%1 ist keine Datenbank des Python-Bots: sie hat keine Tabelle mit Tickets.</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>There is neither a tickets.db nor a settings file of the Python bot in %1.</source>
            <translation>In %1 gibt es weder eine tickets.db noch eine Einstellungsdatei des Python-Bots.</translation>
        </message>
        <message>
            <source>PRIVILEGED_USERS names no server: give one with --guild ID.</source>
            <translation>PRIVILEGED_USERS nennt keinen Server: gib einen mit --guild ID an.</translation>
        </message>
        <message>
            <source>%1 names server %2, not %3.</source>
            <translation>%1 nennt Server %2, nicht %3.</translation>
        </message>
        <message>
            <source>The import was cancelled. Nothing was changed.</source>
            <translation>Der Import wurde abgebrochen. Nichts wurde geändert.</translation>
        </message>
        <message>
            <source>The database does not say which server it is of. Name it with --guild ID.</source>
            <translation>Die Datenbank sagt nicht, von welchem Server sie ist. Nenne ihn mit --guild ID.</translation>
        </message>
        <message>
            <source>Wipes and privileged users name no server: give one with --guild ID.</source>
            <translation>Löschungen und privilegierte Nutzer nennen keinen Server: gib einen mit --guild ID an.</translation>
        </message>
        <message>
            <source>Role override of an unknown list: %1.</source>
            <translation>Rollenänderung einer unbekannten Liste: %1.</translation>
        </message>
        <message>
            <source>%1: has no counterpart</source>
            <translation>%1: hat keine Entsprechung</translation>
        </message>
        <message>
            <source>%1: not a table of the Python bot</source>
            <translation>%1: keine Tabelle des Python-Bots</translation>
        </message>
        <message>
            <source>%1, line %2: %3</source>
            <translation>%1, Zeile %2: %3</translation>
        </message>
        <message>
            <source>%1: no longer needed</source>
            <translation>%1: nicht mehr nötig</translation>
        </message>
        <message>
            <source>Not understood, so it has no effect.</source>
            <translation>Nicht verstanden, daher ohne Wirkung.</translation>
        </message>
        <message>
            <source>The settings file is larger than 1 MiB.</source>
            <translation>Die Einstellungsdatei ist größer als 1 MiB.</translation>
        </message>
        <message>
            <source>This is no text file.</source>
            <translation>Das ist keine Textdatei.</translation>
        </message>
        <message>
            <source>The settings file is not UTF-8 text.</source>
            <translation>Die Einstellungsdatei ist kein UTF-8-Text.</translation>
        </message>
        <message>
            <source>Not a regular file, so it was not read.</source>
            <translation>Keine gewöhnliche Datei, daher nicht gelesen.</translation>
        </message>
        <message>
            <source>This is no settings file.</source>
            <translation>Das ist keine Einstellungsdatei.</translation>
        </message>
        <message>
            <source>This account may not look into the folder %1.</source>
            <translation>Dieses Konto darf nicht in den Ordner %1 sehen.</translation>
        </message>
        <message>
            <source>%1 has more than %2 entries: the others are left out.</source>
            <translation>%1 hat mehr als %2 Einträge: die übrigen werden ausgelassen.</translation>
        </message>
    </context>
    <context>
        <name>ImportMatchTable</name>
        <message>
            <source>Answers tickets</source>
            <translation>Beantwortet Tickets</translation>
        </message>
        <message>
            <source>Sees statistics</source>
            <translation>Sieht die Statistik</translation>
        </message>
        <message>
            <source>Manages data</source>
            <translation>Verwaltet Daten</translation>
        </message>
        <message>
            <source>Manages access</source>
            <translation>Verwaltet Rechte</translation>
        </message>
        <message>
            <source>Ticket category</source>
            <translation>Ticketkategorie</translation>
        </message>
        <message>
            <source>%1 (…%2)</source>
            <comment>name of a role, last digits of its ID</comment>
            <translation>%1 (…%2)</translation>
        </message>
        <message>
            <source>%1: “%2”</source>
            <comment>list, name in the file</comment>
            <translation>%1: „%2“</translation>
        </message>
        <message>
            <source>✓ found</source>
            <translation>✓ gefunden</translation>
        </message>
        <message>
            <source>No such category</source>
            <translation>Keine solche Kategorie</translation>
        </message>
        <message>
            <source>No such role</source>
            <translation>Keine solche Rolle</translation>
        </message>
        <message numerus="yes">
            <source>%n of this name: choose</source>
            <translation>
                <numerusform>%Ln mit diesem Namen: wähle</numerusform>
                <numerusform>%Ln mit diesem Namen: wähle</numerusform>
            </translation>
        </message>
        <message>
            <source>✓ chosen</source>
            <translation>✓ gewählt</translation>
        </message>
        <message>
            <source>Skipped</source>
            <translation>Übersprungen</translation>
        </message>
        <message>
            <source>No such channel</source>
            <translation>Kein solcher Kanal</translation>
        </message>
        <message>
            <source>Another one is chosen here already</source>
            <translation>Hier ist schon ein anderer gewählt</translation>
        </message>
        <message>
            <source>Cannot post in #%1: %2</source>
            <comment>channel, why</comment>
            <translation>Kann in #%1 nicht schreiben: %2</translation>
        </message>
        <message>
            <source>Log channel</source>
            <translation>Protokollkanal</translation>
        </message>
        <message numerus="yes">
            <source>Summary every %n minute(s)</source>
            <translation>
                <numerusform>Zusammenfassung jede Minute</numerusform>
                <numerusform>Zusammenfassung alle %Ln Minuten</numerusform>
            </translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>Auswählen…</translation>
        </message>
        <message>
            <source>Skip</source>
            <translation>Überspringen</translation>
        </message>
    </context>
    <context>
        <name>ImportService</name>
        <message>
            <source>The import was cancelled. Nothing was changed.</source>
            <translation>Der Import wurde abgebrochen. Nichts wurde geändert.</translation>
        </message>
    </context>
    <context>
        <name>IncidentActions</name>
        <message>
            <source>With your own bot the new token is entered here. The demo made one up.</source>
            <translation>Beim eigenen Bot wird hier das neue Token eingegeben. Die Demo hat sich eines ausgedacht.</translation>
        </message>
        <message>
            <source>The system does not say whether this computer is in a network.</source>
            <translation>Das System sagt nicht, ob dieser Computer in einem Netzwerk ist.</translation>
        </message>
        <message>
            <source>The system says: online.</source>
            <translation>Das System sagt: online.</translation>
        </message>
        <message>
            <source>The system says: not connected to any network.</source>
            <translation>Das System sagt: mit keinem Netzwerk verbunden.</translation>
        </message>
        <message>
            <source>The system says: in a network, but not on the internet.</source>
            <translation>Das System sagt: in einem Netzwerk, aber nicht im Internet.</translation>
        </message>
        <message>
            <source>The network asks for a sign-in: open any page in a browser.</source>
            <translation>Das Netzwerk verlangt eine Anmeldung: eine beliebige Seite im Browser öffnen.</translation>
        </message>
        <message>
            <source>Last event from Discord: %1.</source>
            <translation>Letztes Ereignis von Discord: %1.</translation>
        </message>
        <message>
            <source>Last attempt: %1</source>
            <translation>Letzter Versuch: %1</translation>
        </message>
        <message>
            <source>Network details</source>
            <translation>Netzwerkdetails</translation>
        </message>
        <message>
            <source>Copied.</source>
            <translation>Kopiert.</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>Details</translation>
        </message>
        <message>
            <source>Why the bot pauses</source>
            <translation>Warum der Bot pausiert</translation>
        </message>
        <message>
            <source>How to fix</source>
            <translation>So lässt es sich beheben</translation>
        </message>
        <message>
            <source>With your own bot this opens the invitation in a browser. The demo's server takes the bot back by itself.</source>
            <translation>Beim eigenen Bot öffnet das die Einladung im Browser. Der Server der Demo nimmt den Bot von selbst wieder auf.</translation>
        </message>
        <message>
            <source>The server is archived: its history is kept, and the server menu takes it out again.</source>
            <translation>Der Server ist archiviert: Seine Geschichte bleibt erhalten, und das Servermenü holt ihn wieder hervor.</translation>
        </message>
        <message>
            <source>Save a copy elsewhere</source>
            <translation>Kopie anderswo speichern</translation>
        </message>
        <message>
            <source>Databases (*.db);;All files (*)</source>
            <translation>Datenbanken (*.db);;Alle Dateien (*)</translation>
        </message>
        <message numerus="yes">
            <source>Saved a copy: %1. %n newer event(s) are still in memory.</source>
            <translation>
                <numerusform>Kopie gespeichert: %1. %Ln neueres Ereignis ist noch im Arbeitsspeicher.</numerusform>
                <numerusform>Kopie gespeichert: %1. %Ln neuere Ereignisse sind noch im Arbeitsspeicher.</numerusform>
            </translation>
        </message>
        <message>
            <source>Saved a copy: %1</source>
            <translation>Kopie gespeichert: %1</translation>
        </message>
    </context>
    <context>
        <name>IncidentPresenter</name>
        <message numerus="yes">
            <source>+%n more</source>
            <translation>
                <numerusform>+%Ln weiteres</numerusform>
                <numerusform>+%Ln weitere</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Incidents</name>
        <message>
            <source>Numbers are up to %1.</source>
            <translation>Die Zahlen gelten bis %1.</translation>
        </message>
        <message>
            <source>%1 (close code %2)</source>
            <comment>details of a refusal</comment>
            <translation>%1 (Schließcode %2)</translation>
        </message>
        <message>
            <source>Discord no longer accepts the bot token. The bot is stopped.</source>
            <translation>Discord nimmt das Bot-Token nicht mehr an. Der Bot ist angehalten.</translation>
        </message>
        <message>
            <source>Discord refused this bot's basic intents. The bot is stopped.</source>
            <translation>Discord hat die grundlegenden Intents dieses Bots abgelehnt. Der Bot ist angehalten.</translation>
        </message>
        <message>
            <source>Discord refused the connection. The bot is stopped.</source>
            <translation>Discord hat die Verbindung abgelehnt. Der Bot ist angehalten.</translation>
        </message>
        <message>
            <source>The bot is stopped: %1</source>
            <translation>Der Bot ist angehalten: %1</translation>
        </message>
        <message>
            <source>Paused until %1 to protect the bot's token (200 new sessions in 24 hours). It continues by itself.</source>
            <translation>Pause bis %1 zum Schutz des Bot-Tokens (200 neue Sitzungen in 24 Stunden). Danach geht es von selbst weiter.</translation>
        </message>
        <message>
            <source>This computer is offline. Showing saved data.</source>
            <translation>Dieser Computer ist offline. Gespeicherte Daten werden gezeigt.</translation>
        </message>
        <message>
            <source>Disconnected from Discord. Trying again in %1 s (attempt %2).</source>
            <translation>Von Discord getrennt. Neuer Versuch in %1 s (Versuch %2).</translation>
        </message>
        <message>
            <source>Disconnected from Discord. Trying again now (attempt %1).</source>
            <translation>Von Discord getrennt. Neuer Versuch läuft (Versuch %1).</translation>
        </message>
        <message>
            <source>New events are kept in memory: %1.</source>
            <translation>Neue Ereignisse bleiben im Speicher: %1.</translation>
        </message>
        <message>
            <source>The database is used by another program (waiting %1 s).</source>
            <translation>Die Datenbank wird von einem anderen Programm benutzt (wartet seit %1 s).</translation>
        </message>
        <message>
            <source>The disk is full, so nothing can be saved. It goes on as soon as there is space.</source>
            <translation>Der Datenträger ist voll, nichts kann gespeichert werden. Sobald Platz ist, geht es weiter.</translation>
        </message>
        <message>
            <source>The database may not be written: its file or folder is read-only.</source>
            <translation>Die Datenbank darf nicht beschrieben werden: Datei oder Ordner ist schreibgeschützt.</translation>
        </message>
        <message>
            <source>The disk reported an error while saving.</source>
            <translation>Der Datenträger meldete beim Speichern einen Fehler.</translation>
        </message>
        <message>
            <source>The database is damaged. The damaged file is kept.</source>
            <translation>Die Datenbank ist beschädigt. Die beschädigte Datei wird behalten.</translation>
        </message>
        <message>
            <source>Little space: %1 left. Below 50 MB no backups are made, so nothing can be deleted or imported.</source>
            <translation>Wenig Platz: %1 übrig. Unter 50 MB werden keine Sicherungen gemacht, also kann nichts gelöscht oder importiert werden.</translation>
        </message>
        <message>
            <source>The bot was removed from %1. Its history is still here.</source>
            <translation>Der Bot wurde von %1 entfernt. Sein Verlauf ist noch hier.</translation>
        </message>
        <message>
            <source>Cannot read everything on %1: %2</source>
            <translation>Auf %1 ist nicht alles lesbar: %2</translation>
        </message>
        <message>
            <source>Cannot read everything on %1: %2 (and %3 more)</source>
            <translation>Auf %1 ist nicht alles lesbar: %2 (und %3 weitere)</translation>
        </message>
        <message>
            <source>Discord asked us to slow down. Resuming at %1.</source>
            <translation>Discord bat darum, langsamer zu sein. Weiter um %1.</translation>
        </message>
        <message>
            <source>Another program is running this bot (its replies may appear twice).</source>
            <translation>Ein anderes Programm betreibt diesen Bot (seine Antworten können doppelt erscheinen).</translation>
        </message>
        <message>
            <source>Message Content is off in the Developer Portal. Tickets are still tracked; reasons and ratings from other bots' messages are not.</source>
            <translation>Message Content ist im Developer Portal aus. Tickets werden weiter verfolgt; Gründe und Bewertungen aus Nachrichten anderer Bots nicht.</translation>
        </message>
        <message>
            <source>This computer's clock differs from Discord's by %1. Recorded times come from Discord and stay right.</source>
            <translation>Die Uhr dieses Computers weicht um %1 von der von Discord ab. Aufgezeichnete Zeiten kommen von Discord und bleiben richtig.</translation>
        </message>
        <message>
            <source>Try now</source>
            <translation>Jetzt versuchen</translation>
        </message>
        <message>
            <source>Network details</source>
            <translation>Netzwerk</translation>
        </message>
        <message>
            <source>Enter new token</source>
            <translation>Neues Token eingeben</translation>
        </message>
        <message>
            <source>Show me the switch</source>
            <translation>Den Schalter zeigen</translation>
        </message>
        <message>
            <source>Copy details</source>
            <translation>Einzelheiten kopieren</translation>
        </message>
        <message>
            <source>Start again</source>
            <translation>Neu starten</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>Einzelheiten</translation>
        </message>
        <message>
            <source>How to fix</source>
            <translation>So geht es</translation>
        </message>
        <message>
            <source>Invite again</source>
            <translation>Neu einladen</translation>
        </message>
        <message>
            <source>Stop here</source>
            <translation>Hier anhalten</translation>
        </message>
        <message>
            <source>Open settings</source>
            <translation>Einstellungen öffnen</translation>
        </message>
        <message>
            <source>Stopped: needs attention</source>
            <translation>Angehalten: braucht Aufmerksamkeit</translation>
        </message>
        <message>
            <source>Data cannot be saved</source>
            <translation>Daten können nicht gespeichert werden</translation>
        </message>
        <message>
            <source>Connected</source>
            <translation>Verbunden</translation>
        </message>
        <message>
            <source>Connecting…</source>
            <translation>Verbindet…</translation>
        </message>
        <message>
            <source>Offline</source>
            <translation>Offline</translation>
        </message>
        <message>
            <source>Disconnected, trying again in %1 s</source>
            <translation>Getrennt, neuer Versuch in %1 s</translation>
        </message>
        <message>
            <source>Disconnected, trying again now</source>
            <translation>Getrennt, neuer Versuch läuft</translation>
        </message>
        <message>
            <source>Paused until %1</source>
            <translation>Pause bis %1</translation>
        </message>
        <message>
            <source>Bot stopped</source>
            <translation>Bot angehalten</translation>
        </message>
        <message>
            <source>Not connected yet</source>
            <translation>Noch nicht verbunden</translation>
        </message>
        <message numerus="yes">
            <source>%n minute(s) were checked again</source>
            <translation>
                <numerusform>%Ln Minute wurde nachgeprüft</numerusform>
                <numerusform>%Ln Minuten wurden nachgeprüft</numerusform>
            </translation>
        </message>
        <message>
            <source>Back online. %1; nothing missed.</source>
            <comment>%1: "6 minutes were checked again"</comment>
            <translation>Wieder online. %1; nichts verpasst.</translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s) were opened meanwhile</source>
            <translation>
                <numerusform>%Ln Ticket wurde inzwischen eröffnet</numerusform>
                <numerusform>%Ln Tickets wurden inzwischen eröffnet</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s) were closed meanwhile; their closing time may be approximate</source>
            <translation>
                <numerusform>%Ln Ticket wurde inzwischen geschlossen; die Zeit kann ungefähr sein</numerusform>
                <numerusform>%Ln Tickets wurden inzwischen geschlossen; die Zeiten können ungefähr sein</numerusform>
            </translation>
        </message>
        <message>
            <source>Back online. %1: %2.</source>
            <comment>%1: "6 minutes were checked again", %2: what was found</comment>
            <translation>Wieder online. %1: %2.</translation>
        </message>
        <message>
            <source>; </source>
            <comment>between two findings</comment>
            <translation>; </translation>
        </message>
        <message>
            <source>The other bot is %1.</source>
            <translation>Der andere Bot ist %1.</translation>
        </message>
        <message>
            <source>The bot is stopped; saved data is shown.</source>
            <translation>Der Bot ist angehalten; gespeicherte Daten sind zu sehen.</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Neu versuchen</translation>
        </message>
        <message>
            <source>Stop waiting</source>
            <translation>Nicht mehr warten</translation>
        </message>
        <message>
            <source>Go on with this bot</source>
            <translation>Mit diesem Bot weiter</translation>
        </message>
        <message>
            <source>The database was damaged and put together from what could be read: %1 of %2 tickets recovered.</source>
            <translation>Die Datenbank war beschädigt und wurde aus dem zusammengesetzt, was lesbar war: %1 von %2 Tickets gerettet.</translation>
        </message>
        <message>
            <source>The database was damaged and restored from the backup of %1, which had every ticket.</source>
            <translation>Die Datenbank war beschädigt und wurde aus der Sicherung von %1 wiederhergestellt, die jedes Ticket enthielt.</translation>
        </message>
        <message>
            <source>The database was damaged and restored from the backup of %1; %2 of %3 later tickets recovered.</source>
            <translation>Die Datenbank war beschädigt und wurde aus der Sicherung von %1 wiederhergestellt; %2 von %3 späteren Tickets gerettet.</translation>
        </message>
        <message>
            <source>The damaged file is kept.</source>
            <translation>Die beschädigte Datei wird aufgehoben.</translation>
        </message>
        <message>
            <source>See why</source>
            <translation>Warum?</translation>
        </message>
        <message>
            <source>Choose another channel</source>
            <translation>Anderen Kanal wählen</translation>
        </message>
        <message>
            <source>Archive server</source>
            <translation>Server archivieren</translation>
        </message>
        <message>
            <source>Save a copy elsewhere…</source>
            <translation>Kopie anderswo speichern …</translation>
        </message>
        <message>
            <source>Show file</source>
            <translation>Datei zeigen</translation>
        </message>
        <message>
            <source>Old backups (%1)…</source>
            <translation>Alte Sicherungen (%1) …</translation>
        </message>
        <message>
            <source>Old backups…</source>
            <translation>Alte Sicherungen …</translation>
        </message>
        <message>
            <source>This computer says %1, Discord says %2. Times of tickets and messages come from Discord and are right; only what this program says about now (how long somebody waits, when a summary is sent) goes by this computer's clock. Set the clock in the system's settings, or let it be set from the network.</source>
            <translation>Dieser Computer sagt %1, Discord sagt %2. Die Zeiten von Tickets und Nachrichten kommen von Discord und stimmen; nur was dieses Programm über jetzt sagt (wie lange jemand wartet, wann eine Zusammenfassung gesendet wird), richtet sich nach der Uhr dieses Computers. Die Uhr in den Einstellungen des Systems stellen oder aus dem Netzwerk stellen lassen.</translation>
        </message>
        <message>
            <source>Discord takes a bot's token away when it begins 1,000 sessions within 24 hours. This program stops at 200, restarts of the program included. It was reached because the connection was lost and made anew very often, or because the same token is used in a second place. Nothing is lost: when the pause is over, what happened meanwhile is read from Discord.</source>
            <translation>Discord setzt das Token eines Bots zurück, der innerhalb von 24 Stunden 1.000 Sitzungen beginnt. Dieses Programm hält bei 200 an, Neustarts des Programms eingeschlossen. So weit kam es, weil die Verbindung sehr oft verloren ging und neu aufgebaut wurde oder weil dasselbe Token an einer zweiten Stelle benutzt wird. Nichts geht verloren: Nach der Pause wird bei Discord nachgelesen, was inzwischen geschah.</translation>
        </message>
        <message>
            <source>This computer has no connection to the network, or the system says so. The bot connects by itself as soon as it is back, and reads what happened meanwhile.</source>
            <translation>Dieser Computer hat keine Verbindung zum Netzwerk, oder das System sagt es so. Der Bot verbindet sich von selbst, sobald sie wieder da ist, und liest nach, was inzwischen geschah.</translation>
        </message>
        <message>
            <source>In Discord, open the channel's settings, choose Permissions, add the bot's role and allow View Channel, Send Messages and Embed Links, for pictures Attach Files too. It is noticed here by itself, and what waits is posted then.</source>
            <translation>In Discord die Einstellungen des Kanals öffnen, „Berechtigungen“ wählen, die Rolle des Bots hinzufügen und „Kanal ansehen“, „Nachrichten senden“ und „Links einbetten“ erlauben, für Bilder auch „Dateien anhängen“. Hier wird das von selbst bemerkt, und was wartet, wird dann gepostet.</translation>
        </message>
        <message>
            <source>In Discord, open the settings of the channel or its category, choose Permissions, add the bot's role and allow View Channel and Read Message History. It is noticed here by itself.</source>
            <translation>In Discord die Einstellungen des Kanals oder seiner Kategorie öffnen, „Berechtigungen“ wählen, die Rolle des Bots hinzufügen und „Kanal ansehen“ und „Nachrichtenverlauf anzeigen“ erlauben. Hier wird das von selbst bemerkt.</translation>
        </message>
        <message>
            <source>Everything in the damaged file could be read.</source>
            <translation>In der beschädigten Datei ließ sich alles lesen.</translation>
        </message>
        <message>
            <source>Parts of the damaged file could not be read; what Discord still has of them is read again.</source>
            <translation>Teile der beschädigten Datei ließen sich nicht lesen; was Discord davon noch hat, wird erneut gelesen.</translation>
        </message>
        <message numerus="yes">
            <source>%n message(s) were recovered.</source>
            <translation>
                <numerusform>%Ln Nachricht wurde gerettet.</numerusform>
                <numerusform>%Ln Nachrichten wurden gerettet.</numerusform>
            </translation>
        </message>
        <message>
            <source>The damaged file lies in the data folder under %1.</source>
            <translation>Die beschädigte Datei liegt im Datenordner unter %1.</translation>
        </message>
        <message>
            <source>The database was damaged and restored from the backup of %1; what came later is read from Discord again.</source>
            <translation>Die Datenbank war beschädigt und wurde aus der Sicherung von %1 wiederhergestellt; was später kam, wird erneut bei Discord gelesen.</translation>
        </message>
        <message>
            <source>No tickets of %1 are recorded: it is not chosen yet which of its categories hold them.</source>
            <translation>Von %1 werden keine Tickets aufgezeichnet: Es ist noch nicht gewählt, welche Kategorien sie enthalten.</translation>
        </message>
        <message>
            <source>Choose categories</source>
            <translation>Kategorien wählen</translation>
        </message>
        <message>
            <source>The bot watches only the categories that are chosen. Once one is, the tickets that are open in it are found at once; those that were closed before cannot be.</source>
            <translation>Der Bot beobachtet nur die gewählten Kategorien. Sobald eine gewählt ist, werden die offenen Tickets darin sofort gefunden; vorher geschlossene nicht mehr.</translation>
        </message>
    </context>
    <context>
        <name>LiveData</name>
        <message>
            <source>All categories</source>
            <translation>Alle Kategorien</translation>
        </message>
        <message>
            <source>No category</source>
            <translation>Keine Kategorie</translation>
        </message>
    </context>
    <context>
        <name>LogMeaning</name>
        <message>
            <source>Discord does not accept the bot token. The bot has stopped and does not try again, because repeated tries would get this address blocked. Enter a new token: on the Bot page of the Developer Portal, button Reset Token.</source>
            <translation>Discord nimmt das Bot-Token nicht an. Der Bot hat angehalten und versucht es nicht weiter, weil wiederholte Versuche diese Adresse sperren würden. Gib ein neues Token ein: im Developer Portal auf der Seite Bot, Knopf Reset Token.</translation>
        </message>
        <message>
            <source>Discord refused an intent that is switched off in the Developer Portal. Without Message Content tickets are still tracked; only reasons and ratings that other bots post are not.</source>
            <translation>Discord hat einen Intent verweigert, der im Developer Portal ausgeschaltet ist. Ohne Message Content werden Tickets weiter verfolgt; nur Gründe und Bewertungen anderer Bots nicht.</translation>
        </message>
        <message>
            <source>The connection to Discord had a problem. It is made again by itself, and what happened in the meantime is read afterwards. Nothing has to be done unless this repeats for minutes.</source>
            <translation>Die Verbindung zu Discord hatte ein Problem. Sie wird von selbst erneuert, und was inzwischen geschah, wird nachgelesen. Zu tun ist nur etwas, wenn sich das minutenlang wiederholt.</translation>
        </message>
        <message>
            <source>Discord refused many requests in a short time. Before it blocks this address, the bot stops everything but answers to commands. Usually a permission is missing: see Problems.</source>
            <translation>Discord hat in kurzer Zeit viele Anfragen abgelehnt. Bevor es diese Adresse sperrt, hält der Bot alles außer Antworten auf Befehle an. Meist fehlt ein Recht: siehe Probleme.</translation>
        </message>
        <message>
            <source>Discord forbids this because the bot's role lacks a permission there. Everything else goes on. Give the bot's role the permission in the channel's settings; it is tried again when roles or channels change.</source>
            <translation>Discord verbietet das, weil der Rolle des Bots dort ein Recht fehlt. Alles andere geht weiter. Gib der Rolle des Bots das Recht in den Einstellungen des Kanals; wenn sich Rollen oder Kanäle ändern, wird es erneut versucht.</translation>
        </message>
        <message>
            <source>One request to Discord did not succeed. What can be repeated is repeated by itself; the line says which request it was and what Discord answered.</source>
            <translation>Eine Anfrage an Discord gelang nicht. Was wiederholt werden kann, wird von selbst wiederholt; die Zeile sagt, welche Anfrage es war und was Discord antwortete.</translation>
        </message>
        <message>
            <source>The database file was damaged. It was restored from the newest backup, and later tickets were taken over as far as they could be read. The damaged file is kept in the data folder.</source>
            <translation>Die Datenbankdatei war beschädigt. Sie wurde aus der neuesten Sicherung wiederhergestellt, und spätere Tickets wurden übernommen, soweit sie lesbar waren. Die beschädigte Datei bleibt im Datenordner.</translation>
        </message>
        <message>
            <source>One single fact about a ticket contradicted what is stored and was left out, so that the rest could be saved. Numbers stay right except for that one fact.</source>
            <translation>Eine einzelne Angabe zu einem Ticket widersprach dem Gespeicherten und wurde weggelassen, damit der Rest gespeichert werden konnte. Die Zahlen stimmen bis auf diese eine Angabe.</translation>
        </message>
        <message>
            <source>The database could not do something at once. New events wait in memory and are written in order as soon as it works again. Look for a full disk, or for another program that uses the file.</source>
            <translation>Die Datenbank konnte etwas nicht sofort tun. Neue Ereignisse warten im Speicher und werden der Reihe nach geschrieben, sobald es wieder geht. Prüfe, ob der Datenträger voll ist oder ein anderes Programm die Datei benutzt.</translation>
        </message>
        <message>
            <source>A slash command ended with an error. The person saw a sentence that says so, with the reference that stands in this line.</source>
            <translation>Ein Slash-Befehl endete mit einem Fehler. Die Person sah einen Satz dazu, mit der Referenz aus dieser Zeile.</translation>
        </message>
        <message>
            <source>The bot's role lacks a permission on Discord. Everything that does not need it goes on.</source>
            <translation>Der Rolle des Bots fehlt in Discord ein Recht. Alles, was es nicht braucht, geht weiter.</translation>
        </message>
        <message>
            <source>The slash commands could not be registered as wanted. Those that Discord knows already keep working. Reconnecting tries again.</source>
            <translation>Die Slash-Befehle konnten nicht wie gewünscht registriert werden. Die Discord schon kennt, gehen weiter. Neu verbinden versucht es erneut.</translation>
        </message>
        <message>
            <source>The bot noticed something that may need attention. It goes on working; the line says what it was about.</source>
            <translation>Der Bot bemerkte etwas, das Aufmerksamkeit brauchen könnte. Er arbeitet weiter; die Zeile sagt, worum es ging.</translation>
        </message>
        <message>
            <source>The program noticed something unusual. If it repeats, save the log and add it to a report; it holds no token.</source>
            <translation>Das Programm bemerkte etwas Ungewöhnliches. Wiederholt es sich, speichere das Protokoll und lege es einem Bericht bei; es enthält kein Token.</translation>
        </message>
        <message>
            <source>A note about ordinary work. Nothing has to be done.</source>
            <translation>Eine Notiz über gewöhnliche Arbeit. Nichts ist zu tun.</translation>
        </message>
        <message>
            <source>The bot has stopped and does not try again by itself, because this does not pass by itself. The line says what it was. Put it right, then start the bot again here; what happened on Discord in the meantime is read then.</source>
            <translation>Der Bot hat angehalten und versucht es nicht von selbst wieder, weil das nicht von selbst vorübergeht. Die Zeile sagt, was es war. Bring es in Ordnung und starte den Bot dann hier wieder; was inzwischen auf Discord geschah, wird dann gelesen.</translation>
        </message>
    </context>
    <context>
        <name>LogModel</name>
        <message>
            <source>detail</source>
            <comment>level of a log line</comment>
            <translation>Einzelheit</translation>
        </message>
        <message>
            <source>info</source>
            <comment>level of a log line</comment>
            <translation>Info</translation>
        </message>
        <message>
            <source>warning</source>
            <comment>level of a log line</comment>
            <translation>Warnung</translation>
        </message>
        <message>
            <source>error</source>
            <comment>level of a log line</comment>
            <translation>Fehler</translation>
        </message>
        <message>
            <source>Gateway</source>
            <comment>area of a log line</comment>
            <translation>Gateway</translation>
        </message>
        <message>
            <source>REST</source>
            <comment>area of a log line</comment>
            <translation>REST</translation>
        </message>
        <message>
            <source>Tickets</source>
            <comment>area of a log line</comment>
            <translation>Tickets</translation>
        </message>
        <message>
            <source>Commands</source>
            <comment>area of a log line</comment>
            <translation>Befehle</translation>
        </message>
        <message>
            <source>Database</source>
            <comment>area of a log line</comment>
            <translation>Datenbank</translation>
        </message>
        <message>
            <source>Bot</source>
            <comment>area of a log line</comment>
            <translation>Bot</translation>
        </message>
        <message>
            <source>Program</source>
            <comment>area of a log line</comment>
            <translation>Programm</translation>
        </message>
        <message>
            <source>Demo</source>
            <comment>area of a log line</comment>
            <translation>Demo</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Zeit</translation>
        </message>
        <message>
            <source>Level</source>
            <translation>Stufe</translation>
        </message>
        <message>
            <source>Area</source>
            <translation>Bereich</translation>
        </message>
        <message>
            <source>Message</source>
            <translation>Nachricht</translation>
        </message>
        <message>
            <source>%1 %2</source>
            <comment>date, time</comment>
            <translation>%1 %2</translation>
        </message>
    </context>
    <context>
        <name>LogText</name>
        <message>
            <source>Connecting to Discord</source>
            <translation>Verbindung zu Discord wird aufgebaut</translation>
        </message>
        <message>
            <source>Resuming the session</source>
            <translation>Die Sitzung wird fortgesetzt</translation>
        </message>
        <message>
            <source>Connected: the session goes on</source>
            <translation>Verbunden: Die Sitzung geht weiter</translation>
        </message>
        <message>
            <source>Connected: a new session</source>
            <translation>Verbunden: eine neue Sitzung</translation>
        </message>
        <message>
            <source>Disconnected: the bot was stopped</source>
            <translation>Getrennt: Der Bot wurde angehalten</translation>
        </message>
        <message>
            <source>The computer slept or was held up; testing the connection</source>
            <translation>Der Computer schlief oder wurde aufgehalten; die Verbindung wird geprüft</translation>
        </message>
        <message>
            <source>The network changed; testing the connection</source>
            <translation>Das Netz hat gewechselt; die Verbindung wird geprüft</translation>
        </message>
        <message>
            <source>Connection ended, code %1</source>
            <translation>Verbindung beendet, Code %1</translation>
        </message>
        <message>
            <source>%1: asked to wait %2 ms</source>
            <translation>%1: Discord bittet, %2 ms zu warten</translation>
        </message>
        <message>
            <source>%1 refused requests in ten minutes</source>
            <translation>%1 abgelehnte Anfragen in zehn Minuten</translation>
        </message>
        <message>
            <source>%1 refused requests in ten minutes: only interactions are answered for a while</source>
            <translation>%1 abgelehnte Anfragen in zehn Minuten: Eine Weile werden nur Befehle beantwortet</translation>
        </message>
        <message>
            <source>commands not registered: %1</source>
            <translation>Befehle nicht registriert: %1</translation>
        </message>
        <message>
            <source>Ticket opened: %1 in no category</source>
            <translation>Ticket eröffnet: %1 ohne Kategorie</translation>
        </message>
        <message>
            <source>Ticket opened: %1</source>
            <translation>Ticket eröffnet: %1</translation>
        </message>
        <message>
            <source>Ticket opened again: %1 in no category</source>
            <translation>Ticket wieder eröffnet: %1 ohne Kategorie</translation>
        </message>
        <message>
            <source>Ticket opened again: %1</source>
            <translation>Ticket wieder eröffnet: %1</translation>
        </message>
        <message>
            <source>First reply: %1 in no category, by %2</source>
            <translation>Erste Antwort: %1 ohne Kategorie, von %2</translation>
        </message>
        <message>
            <source>First reply: %1, by %2</source>
            <translation>Erste Antwort: %1, von %2</translation>
        </message>
        <message>
            <source>Ticket closed: %1 in no category, by not detected</source>
            <translation>Ticket geschlossen: %1 ohne Kategorie, von wem ist nicht erkannt</translation>
        </message>
        <message>
            <source>Ticket closed: %1 in no category, by %2</source>
            <translation>Ticket geschlossen: %1 ohne Kategorie, von %2</translation>
        </message>
        <message>
            <source>Ticket closed: %1, by not detected</source>
            <translation>Ticket geschlossen: %1, von wem ist nicht erkannt</translation>
        </message>
        <message>
            <source>Ticket closed: %1, by %2</source>
            <translation>Ticket geschlossen: %1, von %2</translation>
        </message>
        <message>
            <source>%1 is caught up: %2 opened, %3 closed, %4 messages read.</source>
            <translation>%1 hat aufgeholt: %2 eröffnet, %3 geschlossen, %4 Nachrichten gelesen.</translation>
        </message>
        <message>
            <source>%1: View Audit Log is missing. When a ticket was closed while the bot was away is only roughly known.</source>
            <translation>%1: „Audit-Log einsehen“ fehlt. Wann ein Ticket geschlossen wurde, während der Bot weg war, ist nur ungefähr bekannt.</translation>
        </message>
        <message>
            <source>Some channels of %1 could not be read again.</source>
            <translation>Einige Kanäle von %1 konnten nicht erneut gelesen werden.</translation>
        </message>
        <message>
            <source>The bot was removed from %1. Its history is kept.</source>
            <translation>Der Bot wurde von %1 entfernt. Die Geschichte bleibt erhalten.</translation>
        </message>
        <message>
            <source>Could not record the gap: %1</source>
            <translation>Die Lücke konnte nicht festgehalten werden: %1</translation>
        </message>
        <message>
            <source>/%1 in server %2: %3, acknowledged after %4 ms</source>
            <translation>/%1 in Server %2: %3, bestätigt nach %4 ms</translation>
        </message>
        <message>
            <source>Another program is running this bot: its replies may appear twice.</source>
            <translation>Ein anderes Programm betreibt diesen Bot: Seine Antworten können doppelt erscheinen.</translation>
        </message>
        <message>
            <source>DISCORD_GUILDS names %1, but the bot is not in that server.</source>
            <translation>DISCORD_GUILDS nennt %1, aber der Bot ist nicht auf diesem Server.</translation>
        </message>
        <message>
            <source>DISCORD_GUILDS: “%1” is no server ID.</source>
            <translation>DISCORD_GUILDS: „%1“ ist keine Server-ID.</translation>
        </message>
        <message>
            <source>%1 fits no server.</source>
            <translation>%1 passt zu keinem Server.</translation>
        </message>
        <message>
            <source>Discord cannot be reached: %1</source>
            <translation>Discord ist nicht erreichbar: %1</translation>
        </message>
        <message>
            <source>Scheduled summary %1 was missed and is skipped</source>
            <translation>Geplante Zusammenfassung %1 wurde verpasst und wird ausgelassen</translation>
        </message>
        <message>
            <source>Scheduled summary %1 is due</source>
            <translation>Geplante Zusammenfassung %1 ist fällig</translation>
        </message>
        <message>
            <source>The log channel could not be unset: %1</source>
            <translation>Der Protokollkanal konnte nicht entfernt werden: %1</translation>
        </message>
        <message>
            <source>Notices could not be put together: %1</source>
            <translation>Benachrichtigungen konnten nicht zusammengestellt werden: %1</translation>
        </message>
        <message>
            <source>A notice could not be marked as sent: %1</source>
            <translation>Eine Benachrichtigung konnte nicht als gesendet vermerkt werden: %1</translation>
        </message>
        <message>
            <source>A failed notice could not be noted: %1</source>
            <translation>Eine gescheiterte Benachrichtigung konnte nicht vermerkt werden: %1</translation>
        </message>
        <message>
            <source>An alarm could not be recorded: %1</source>
            <translation>Ein Alarm konnte nicht festgehalten werden: %1</translation>
        </message>
        <message>
            <source>The database is damaged: %1</source>
            <translation>Die Datenbank ist beschädigt: %1</translation>
        </message>
        <message>
            <source>The database was damaged. Restored from %1 and %2 newer tickets from the damaged file, kept in %3</source>
            <translation>Die Datenbank war beschädigt. Wiederhergestellt aus %1 und %2 neueren Tickets aus der beschädigten Datei, die als %3 erhalten bleibt</translation>
        </message>
        <message>
            <source>A batch could not be stored: %1</source>
            <translation>Ein Schwung Neues konnte nicht gespeichert werden: %1</translation>
        </message>
        <message>
            <source>A fact could not be stored and is left out: %1</source>
            <translation>Eine Angabe konnte nicht gespeichert werden und bleibt weg: %1</translation>
        </message>
        <message>
            <source>Writing failed, next try in %1 ms: %2</source>
            <translation>Schreiben gescheitert, nächster Versuch in %1 ms: %2</translation>
        </message>
        <message>
            <source>The disk was away for too long: %1 facts are left to catching up</source>
            <translation>Die Festplatte war zu lange weg: %1 Angaben bleiben dem Aufholen überlassen</translation>
        </message>
        <message>
            <source>%1 facts could not be stored; catching up finds what Discord still has</source>
            <translation>%1 Angaben konnten nicht gespeichert werden; das Aufholen findet, was Discord noch hat</translation>
        </message>
        <message>
            <source>The database cannot use a write-ahead log here; writing is slower</source>
            <translation>Die Datenbank kann hier kein Write-Ahead-Log benutzen; Schreiben dauert länger</translation>
        </message>
        <message>
            <source>An old backup cannot be removed: %1</source>
            <translation>Eine alte Sicherung lässt sich nicht entfernen: %1</translation>
        </message>
        <message>
            <source>The numbers of ticket %1 cannot be read in full</source>
            <translation>Die Zahlen des Tickets %1 sind nicht ganz lesbar</translation>
        </message>
        <message>
            <source>The evidence about ticket %1 cannot be read</source>
            <translation>Die Belege zum Ticket %1 sind nicht lesbar</translation>
        </message>
        <message>
            <source>When staff wrote in ticket %1 cannot be read in full</source>
            <translation>Wann das Team im Ticket %1 schrieb, ist nicht ganz lesbar</translation>
        </message>
        <message>
            <source>stopping</source>
            <translation>wird beendet</translation>
        </message>
        <message>
            <source>password store: %1</source>
            <translation>Passwortspeicher: %1</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Ticket Assistant</source>
            <translation>Ticket Assistant</translation>
        </message>
        <message>
            <source>Pages</source>
            <translation>Seiten</translation>
        </message>
        <message>
            <source>&amp;File</source>
            <translation>&amp;Datei</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>&amp;Ansicht</translation>
        </message>
        <message>
            <source>&amp;Ticket</source>
            <translation>&amp;Ticket</translation>
        </message>
        <message>
            <source>T&amp;ools</source>
            <translation>&amp;Werkzeuge</translation>
        </message>
        <message>
            <source>&amp;Simulate</source>
            <translation>&amp;Simulieren</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>&amp;Hilfe</translation>
        </message>
        <message>
            <source>&amp;Close window</source>
            <translation>Fenster s&amp;chließen</translation>
        </message>
        <message>
            <source>Ctrl+W</source>
            <translation>Ctrl+W</translation>
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation>&amp;Beenden</translation>
        </message>
        <message>
            <source>Ctrl+Q</source>
            <translation>Ctrl+Q</translation>
        </message>
        <message>
            <source>&amp;Back</source>
            <translation>&amp;Zurück</translation>
        </message>
        <message>
            <source>Alt+Left</source>
            <translation>Alt+Left</translation>
        </message>
        <message>
            <source>&amp;Forward</source>
            <translation>&amp;Vor</translation>
        </message>
        <message>
            <source>Alt+Right</source>
            <translation>Alt+Right</translation>
        </message>
        <message>
            <source>&amp;Date range…</source>
            <translation>Zeit&amp;raum…</translation>
        </message>
        <message>
            <source>Ctrl+D</source>
            <translation>Ctrl+D</translation>
        </message>
        <message>
            <source>&amp;Compare with the time before</source>
            <translation>Mit der Zeit davor ver&amp;gleichen</translation>
        </message>
        <message>
            <source>&amp;Search</source>
            <translation>&amp;Suchen</translation>
        </message>
        <message>
            <source>Ctrl+F</source>
            <translation>Ctrl+F</translation>
        </message>
        <message>
            <source>&amp;Refresh</source>
            <translation>&amp;Aktualisieren</translation>
        </message>
        <message>
            <source>F5</source>
            <translation>F5</translation>
        </message>
        <message>
            <source>C&amp;harts as tables</source>
            <translation>&amp;Diagramme als Tabellen</translation>
        </message>
        <message>
            <source>Ctrl+T</source>
            <translation>Ctrl+T</translation>
        </message>
        <message>
            <source>Reset &amp;layout</source>
            <translation>A&amp;nordnung zurücksetzen</translation>
        </message>
        <message>
            <source>&amp;Start bot</source>
            <translation>Bot &amp;starten</translation>
        </message>
        <message>
            <source>S&amp;top bot</source>
            <translation>Bot an&amp;halten</translation>
        </message>
        <message>
            <source>&amp;Restart bot</source>
            <translation>Bot &amp;neu starten</translation>
        </message>
        <message>
            <source>&amp;Problems</source>
            <translation>&amp;Probleme</translation>
        </message>
        <message>
            <source>&amp;Connect your bot</source>
            <translation>Eigenen &amp;Bot verbinden</translation>
        </message>
        <message>
            <source>&amp;Keyboard shortcuts</source>
            <translation>&amp;Tastenkürzel</translation>
        </message>
        <message>
            <source>Try the &amp;demo</source>
            <translation>&amp;Demo ausprobieren</translation>
        </message>
        <message>
            <source>&amp;About Ticket Assistant</source>
            <translation>Ü&amp;ber Ticket Assistant</translation>
        </message>
        <message>
            <source>Demo data – nothing here is real</source>
            <translation>Demodaten – hier ist nichts echt</translation>
        </message>
        <message>
            <source>Connect your bot</source>
            <translation>Eigenen Bot verbinden</translation>
        </message>
        <message>
            <source>&amp;Problems (%1)</source>
            <translation>&amp;Probleme (%1)</translation>
        </message>
        <message>
            <source>%1 – Ticket Assistant</source>
            <translation>%1 – Ticket Assistant</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Rückgängig</translation>
        </message>
        <message>
            <source>Unsaved changes</source>
            <translation>Ungespeicherte Änderungen</translation>
        </message>
        <message>
            <source>Ticket Assistant keeps running here. Quit: Ctrl+Q</source>
            <translation>Ticket Assistant läuft hier weiter. Beenden: Strg+Q</translation>
        </message>
        <message>
            <source>Close window</source>
            <translation>Fenster schließen</translation>
        </message>
        <message>
            <source>Keep the bot running in the background?</source>
            <translation>Soll der Bot im Hintergrund weiterlaufen?</translation>
        </message>
        <message>
            <source>Connection lost</source>
            <translation>Verbindung verloren</translation>
        </message>
        <message>
            <source>No internet</source>
            <translation>Kein Internet</translation>
        </message>
        <message>
            <source>Token revoked</source>
            <translation>Token widerrufen</translation>
        </message>
        <message>
            <source>Message Content off</source>
            <translation>Message Content aus</translation>
        </message>
        <message>
            <source>Basic intents refused</source>
            <translation>Grundlegende Intents abgelehnt</translation>
        </message>
        <message>
            <source>Rate limited</source>
            <translation>Von Discord begrenzt</translation>
        </message>
        <message>
            <source>Too many sessions</source>
            <translation>Zu viele Sitzungen</translation>
        </message>
        <message>
            <source>Missing permission in a channel</source>
            <translation>Fehlendes Recht in einem Kanal</translation>
        </message>
        <message>
            <source>Removed from the server</source>
            <translation>Vom Server entfernt</translation>
        </message>
        <message>
            <source>Database locked</source>
            <translation>Datenbank gesperrt</translation>
        </message>
        <message>
            <source>Database damaged</source>
            <translation>Datenbank beschädigt</translation>
        </message>
        <message>
            <source>Little disk space</source>
            <translation>Wenig Speicherplatz</translation>
        </message>
        <message>
            <source>Second copy running</source>
            <translation>Zweites Programm läuft</translation>
        </message>
        <message>
            <source>Clock wrong</source>
            <translation>Uhr falsch</translation>
        </message>
        <message>
            <source>A busy hour</source>
            <translation>Eine volle Stunde</translation>
        </message>
        <message>
            <source>Back, forward</source>
            <translation>Zurück, vor</translation>
        </message>
        <message>
            <source>Next, previous area</source>
            <translation>Nächster, voriger Bereich</translation>
        </message>
        <message>
            <source>Date range</source>
            <translation>Zeitraum</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Suchen</translation>
        </message>
        <message>
            <source>Refresh, and show new tickets</source>
            <translation>Aktualisieren und neue Tickets zeigen</translation>
        </message>
        <message>
            <source>Charts as tables</source>
            <translation>Diagramme als Tabellen</translation>
        </message>
        <message>
            <source>Move through a chart</source>
            <translation>Durch ein Diagramm gehen</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>Export</translation>
        </message>
        <message>
            <source>Open the ticket</source>
            <translation>Das Ticket öffnen</translation>
        </message>
        <message>
            <source>Open the ticket in Discord</source>
            <translation>Das Ticket in Discord öffnen</translation>
        </message>
        <message>
            <source>Copy the row</source>
            <translation>Die Zeile kopieren</translation>
        </message>
        <message>
            <source>Close a panel</source>
            <translation>Ein Feld schließen</translation>
        </message>
        <message>
            <source>Close the window</source>
            <translation>Das Fenster schließen</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>Beenden</translation>
        </message>
        <message>
            <source>Keyboard shortcuts</source>
            <translation>Tastenkürzel</translation>
        </message>
        <message>
            <source>About Ticket Assistant</source>
            <translation>Über Ticket Assistant</translation>
        </message>
        <message>
            <source>Ticket Assistant %1

Support analytics for Discord servers. Free software under the GNU General Public License, version 3 or later.

Your data stays on this computer.</source>
            <translation>Ticket Assistant %1

Support-Auswertung für Discord-Server. Freie Software unter der GNU General Public License, Version 3 oder später.

Deine Daten bleiben auf diesem Computer.</translation>
        </message>
        <message>
            <source>La&amp;nguage</source>
            <translation>S&amp;prache</translation>
        </message>
        <message>
            <source>&amp;Commands…</source>
            <translation>&amp;Befehle…</translation>
        </message>
        <message>
            <source>Ctrl+K</source>
            <translation>Ctrl+K</translation>
        </message>
        <message>
            <source>Page</source>
            <translation>Seite</translation>
        </message>
        <message>
            <source>Action</source>
            <translation>Aktion</translation>
        </message>
        <message>
            <source>Server</source>
            <translation>Server</translation>
        </message>
        <message>
            <source>Commands: pages, actions, servers, tickets</source>
            <translation>Befehle: Seiten, Aktionen, Server, Tickets</translation>
        </message>
        <message>
            <source>Import from the &amp;Python bot…</source>
            <translation>Vom &amp;Python-Bot importieren…</translation>
        </message>
        <message>
            <source>&amp;Back up now</source>
            <translation>&amp;Jetzt sichern</translation>
        </message>
        <message>
            <source>&amp;Restore a backup…</source>
            <translation>Sicherung &amp;wiederherstellen…</translation>
        </message>
        <message>
            <source>Set &amp;up a server…</source>
            <translation>Server ein&amp;richten…</translation>
        </message>
        <message>
            <source>Bot to&amp;ken…</source>
            <translation>Bot-To&amp;ken…</translation>
        </message>
        <message>
            <source>S&amp;ettings</source>
            <translation>&amp;Einstellungen</translation>
        </message>
        <message>
            <source>Ctrl+,</source>
            <translation>Ctrl+,</translation>
        </message>
        <message>
            <source>Test a p&amp;erson…</source>
            <translation>Person pr&amp;üfen…</translation>
        </message>
        <message>
            <source>Backed up: %1</source>
            <translation>Gesichert: %1</translation>
        </message>
        <message>
            <source>&amp;Save</source>
            <translation>&amp;Speichern</translation>
        </message>
        <message>
            <source>&amp;Discard</source>
            <translation>&amp;Verwerfen</translation>
        </message>
        <message>
            <source>Overdue tickets</source>
            <translation>Überfällige Tickets</translation>
        </message>
        <message>
            <source>Late first responses</source>
            <translation>Späte erste Antworten</translation>
        </message>
        <message>
            <source>A scheduled summary is due</source>
            <translation>Eine geplante Zusammenfassung ist fällig</translation>
        </message>
        <message>
            <source>This is the language of the app now.</source>
            <translation>Das ist jetzt die Sprache der Anwendung.</translation>
        </message>
        <message>
            <source>Show in folder</source>
            <translation>Im Ordner zeigen</translation>
        </message>
        <message>
            <source>E&amp;xport</source>
            <translation>E&amp;xport</translation>
        </message>
        <message>
            <source>Try to co&amp;nnect now</source>
            <translation>Jetzt &amp;verbinden</translation>
        </message>
        <message>
            <source>&amp;Minimise</source>
            <translation>&amp;Minimieren</translation>
        </message>
        <message>
            <source>&amp;Quit and stop the bot</source>
            <translation>&amp;Beenden und den Bot anhalten</translation>
        </message>
        <message>
            <source>&amp;Remember my choice</source>
            <translation>Meine &amp;Wahl merken</translation>
        </message>
        <message>
            <source>&amp;Guide</source>
            <translation>&amp;Anleitung</translation>
        </message>
        <message>
            <source>F1</source>
            <translation>F1</translation>
        </message>
        <message>
            <source>Guide</source>
            <translation>Anleitung</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>Wie das System</translation>
        </message>
        <message>
            <source>Try &amp;detection</source>
            <translation>Erkennung &amp;testen</translation>
        </message>
        <message>
            <source>De&amp;mo</source>
            <translation>Dem&amp;o</translation>
        </message>
        <message>
            <source>%1, ID %2</source>
            <comment>a server</comment>
            <translation>%1, ID %2</translation>
        </message>
        <message>
            <source>No notification was shown: they are off or muted, or this computer has none.</source>
            <translation>Es wurde keine Benachrichtigung gezeigt: Sie sind aus oder stumm, oder dieser Computer hat keine.</translation>
        </message>
    </context>
    <context>
        <name>MaxUserModel</name>
        <message>
            <source>person %1</source>
            <translation>Person %1</translation>
        </message>
        <message>
            <source>by %1 on %2</source>
            <comment>who gave max permissions, when</comment>
            <translation>von %1 am %2</translation>
        </message>
        <message>
            <source>left the server</source>
            <translation>hat den Server verlassen</translation>
        </message>
        <message>
            <source>server owner, always</source>
            <translation>Serverbesitzer, immer</translation>
        </message>
        <message>
            <source>imported, no rights until confirmed</source>
            <translation>importiert, keine Rechte bis zur Bestätigung</translation>
        </message>
        <message>
            <source>to be added, not saved yet</source>
            <translation>kommt hinzu, noch nicht gespeichert</translation>
        </message>
        <message>
            <source>to be removed, not saved yet</source>
            <translation>wird entfernt, noch nicht gespeichert</translation>
        </message>
        <message>
            <source>ID %1</source>
            <translation>ID %1</translation>
        </message>
    </context>
    <context>
        <name>MessageStrip</name>
        <message>
            <source>Messages over time</source>
            <translation>Nachrichten im Lauf der Zeit</translation>
        </message>
        <message>
            <source>%1 messages by people, %2 by staff in %3</source>
            <translation>%1 Nachrichten von Leuten, %2 vom Team in %3</translation>
        </message>
        <message>
            <source>user</source>
            <translation>Nutzer</translation>
        </message>
        <message>
            <source>staff</source>
            <translation>Team</translation>
        </message>
    </context>
    <context>
        <name>NoticeBar</name>
        <message>
            <source>Close message</source>
            <translation>Meldung schließen</translation>
        </message>
    </context>
    <context>
        <name>NoticeWords</name>
        <message>
            <source>#%1 overdue</source>
            <comment>%1 is a ticket's channel</comment>
            <translation>#%1 überfällig</translation>
        </message>
        <message>
            <source>%1 tickets were open</source>
            <translation>%1 Tickets waren offen</translation>
        </message>
        <message>
            <source>%1 open at once, more than ever before</source>
            <translation>%1 gleichzeitig offen, mehr als je zuvor</translation>
        </message>
        <message>
            <source>%1 % of the day's first responses came too late</source>
            <translation>%1 % der ersten Antworten des Tages kamen zu spät</translation>
        </message>
        <message>
            <source>The bot was disconnected</source>
            <translation>Der Bot war getrennt</translation>
        </message>
        <message>
            <source>Problem with the data</source>
            <translation>Problem mit den Daten</translation>
        </message>
        <message>
            <source>not answered yet</source>
            <translation>noch nicht beantwortet</translation>
        </message>
        <message>
            <source>still so</source>
            <translation>noch immer</translation>
        </message>
        <message>
            <source>answered %1</source>
            <comment>%1 is a time</comment>
            <translation>beantwortet %1</translation>
        </message>
        <message>
            <source>answered %1 by %2</source>
            <comment>a time, a person</comment>
            <translation>beantwortet %1 von %2</translation>
        </message>
        <message>
            <source>closed %1</source>
            <comment>%1 is a time</comment>
            <translation>geschlossen %1</translation>
        </message>
        <message>
            <source>over %1</source>
            <comment>%1 is a time</comment>
            <translation>vorbei %1</translation>
        </message>
        <message>
            <source>switched off</source>
            <translation>ausgeschaltet</translation>
        </message>
        <message>
            <source>next: %1 (in %2)</source>
            <comment>a time, a duration</comment>
            <translation>nächste: %1 (in %2)</translation>
        </message>
        <message>
            <source>last: never</source>
            <translation>zuletzt: nie</translation>
        </message>
        <message>
            <source>last: sent %1</source>
            <comment>%1 is a time</comment>
            <translation>zuletzt: gesendet %1</translation>
        </message>
        <message>
            <source>last: skipped %1, the bot was away</source>
            <comment>%1 is a time</comment>
            <translation>zuletzt: übersprungen %1, der Bot war weg</translation>
        </message>
        <message>
            <source>last: being sent</source>
            <translation>zuletzt: wird gesendet</translation>
        </message>
        <message>
            <source>last: failed – %1 It is tried again.</source>
            <comment>%1 is a reason</comment>
            <translation>zuletzt: gescheitert – %1 Es wird erneut versucht.</translation>
        </message>
        <message>
            <source>last: failed – %1</source>
            <comment>%1 is a reason</comment>
            <translation>zuletzt: gescheitert – %1</translation>
        </message>
        <message>
            <source>no channel</source>
            <translation>kein Kanal</translation>
        </message>
        <message>
            <source>a channel that is gone</source>
            <translation>ein gelöschter Kanal</translation>
        </message>
        <message>
            <source>channel %1</source>
            <comment>%1 is an id</comment>
            <translation>Kanal %1</translation>
        </message>
        <message>
            <source>#%1 – %2</source>
            <comment>channel, why not</comment>
            <translation>#%1 – %2</translation>
        </message>
        <message>
            <source>mention nobody</source>
            <translation>niemanden erwähnen</translation>
        </message>
        <message>
            <source>%1 – cannot be mentioned: allow it in the role's settings</source>
            <translation>%1 – kann nicht erwähnt werden: in den Einstellungen der Rolle erlauben</translation>
        </message>
        <message>
            <source>a role that is gone</source>
            <translation>eine gelöschte Rolle</translation>
        </message>
        <message>
            <source>last: sent by hand %1</source>
            <comment>%1 is a time</comment>
            <translation>zuletzt: von Hand gesendet %1</translation>
        </message>
    </context>
    <context>
        <name>Notices</name>
        <message>
            <source>None</source>
            <comment>no category</comment>
            <translation>Keine</translation>
        </message>
        <message>
            <source>%1 · %2 · answered %3 by %4</source>
            <comment>ticket, category, time, person</comment>
            <translation>%1 · %2 · beantwortet %3 von %4</translation>
        </message>
        <message>
            <source>%1 · %2 · answered %3</source>
            <comment>ticket, category, time</comment>
            <translation>%1 · %2 · beantwortet %3</translation>
        </message>
        <message>
            <source>%1 · %2 · closed %3</source>
            <comment>ticket, category, time</comment>
            <translation>%1 · %2 · geschlossen %3</translation>
        </message>
        <message>
            <source>%1 · %2 · no longer watched</source>
            <comment>ticket, category</comment>
            <translation>%1 · %2 · nicht mehr beobachtet</translation>
        </message>
        <message>
            <source>All answered</source>
            <translation>Alle beantwortet</translation>
        </message>
        <message>
            <source>Nobody waits any more</source>
            <translation>Niemand wartet mehr</translation>
        </message>
        <message>
            <source>1 ticket waits over %1</source>
            <comment>%1 is a duration</comment>
            <translation>1 Ticket wartet über %1</translation>
        </message>
        <message numerus="yes">
            <source>%n tickets wait over %1</source>
            <comment>%1 is a duration</comment>
            <translation>
                <numerusform>%Ln Ticket wartet über %1</numerusform>
                <numerusform>%Ln Tickets warten über %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <comment>tickets</comment>
            <translation>
                <numerusform>und %Ln weiteres</numerusform>
                <numerusform>und %Ln weitere</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 tickets are open</source>
            <translation>%1 Tickets sind offen</translation>
        </message>
        <message>
            <source>More than %1, since %2.</source>
            <comment>a number, a time</comment>
            <translation>Mehr als %1, seit %2.</translation>
        </message>
        <message>
            <source>No longer too many open tickets</source>
            <translation>Nicht mehr zu viele offene Tickets</translation>
        </message>
        <message>
            <source>%1 % of today's first responses came too late</source>
            <translation>%1 % der ersten Antworten von heute kamen zu spät</translation>
        </message>
        <message>
            <source>First responses are within the target again</source>
            <translation>Erste Antworten liegen wieder innerhalb des Ziels</translation>
        </message>
        <message>
            <source>This is a test. Nothing has happened.</source>
            <translation>Das ist ein Test. Nichts ist geschehen.</translation>
        </message>
        <message>
            <source>A ticket is overdue</source>
            <translation>Ein Ticket ist überfällig</translation>
        </message>
        <message>
            <source>Too many tickets are open</source>
            <translation>Zu viele Tickets sind offen</translation>
        </message>
        <message>
            <source>More tickets open than ever before</source>
            <translation>Mehr Tickets offen als je zuvor</translation>
        </message>
        <message>
            <source>First responses come too late today</source>
            <translation>Erste Antworten kommen heute zu spät</translation>
        </message>
        <message>
            <source>The bot is disconnected</source>
            <translation>Der Bot ist getrennt</translation>
        </message>
        <message>
            <source>There is a problem with the data</source>
            <translation>Es gibt ein Problem mit den Daten</translation>
        </message>
        <message>
            <source>%1 are open, more than %2.</source>
            <comment>tickets</comment>
            <translation>%1 sind offen, mehr als %2.</translation>
        </message>
        <message>
            <source>%1 are open at once.</source>
            <comment>tickets</comment>
            <translation>%1 sind gleichzeitig offen.</translation>
        </message>
        <message>
            <source>%1 % of today's first responses were later than the target.</source>
            <translation>%1 % der ersten Antworten von heute kamen später als das Ziel.</translation>
        </message>
        <message numerus="yes">
            <source>For %n minute(s). It goes on trying.</source>
            <translation>
                <numerusform>Seit %Ln Minute. Er versucht es weiter.</numerusform>
                <numerusform>Seit %Ln Minuten. Er versucht es weiter.</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 waits longer than the target.</source>
            <translation>%1 wartet länger als das Ziel.</translation>
        </message>
        <message numerus="yes">
            <source>%n tickets wait longer than the target: %1 and more.</source>
            <translation>
                <numerusform>%Ln Ticket wartet länger als das Ziel: %1 und weitere.</numerusform>
                <numerusform>%Ln Tickets warten länger als das Ziel: %1 und weitere.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n tickets wait longer than the target: %1.</source>
            <translation>
                <numerusform>%Ln Ticket wartet länger als das Ziel: %1.</numerusform>
                <numerusform>%Ln Tickets warten länger als das Ziel: %1.</numerusform>
            </translation>
        </message>
        <message>
            <source>%1, %2 by staff</source>
            <comment>a number of messages, of them by staff</comment>
            <translation>%1, %2 vom Team</translation>
        </message>
        <message>
            <source>some were not seen</source>
            <comment>messages</comment>
            <translation>einige blieben ungesehen</translation>
        </message>
        <message>
            <source>none</source>
            <comment>no first response</comment>
            <translation>keine</translation>
        </message>
        <message>
            <source>%1 by %2</source>
            <comment>a duration, a person</comment>
            <translation>%1 von %2</translation>
        </message>
        <message>
            <source>First response</source>
            <translation>Erste Antwort</translation>
        </message>
        <message>
            <source>Resolution</source>
            <translation>Lösung</translation>
        </message>
        <message>
            <source>Messages</source>
            <translation>Nachrichten</translation>
        </message>
        <message>
            <source>Closed by</source>
            <translation>Geschlossen von</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Grund</translation>
        </message>
        <message>
            <source>Transcript</source>
            <translation>Mitschrift</translation>
        </message>
        <message>
            <source>not detected</source>
            <translation>nicht erkannt</translation>
        </message>
        <message>
            <source>Ticket opened</source>
            <translation>Ticket eröffnet</translation>
        </message>
        <message>
            <source>First reply</source>
            <translation>Erste Antwort</translation>
        </message>
        <message>
            <source>Ticket closed</source>
            <translation>Ticket geschlossen</translation>
        </message>
        <message>
            <source>Ticket reopened</source>
            <translation>Ticket wieder geöffnet</translation>
        </message>
        <message>
            <source>Ticket</source>
            <translation>Ticket</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>Kategorie</translation>
        </message>
        <message>
            <source>Opened by</source>
            <translation>Eröffnet von</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Zeit</translation>
        </message>
        <message>
            <source>Answered by</source>
            <translation>Beantwortet von</translation>
        </message>
        <message>
            <source>After</source>
            <comment>a first reply, after a duration</comment>
            <translation>Nach</translation>
        </message>
        <message numerus="yes">
            <source>%n opened</source>
            <comment>tickets</comment>
            <translation>
                <numerusform>%Ln eröffnet</numerusform>
                <numerusform>%Ln eröffnet</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n reopened</source>
            <comment>tickets</comment>
            <translation>
                <numerusform>%Ln wieder geöffnet</numerusform>
                <numerusform>%Ln wieder geöffnet</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n got a first reply</source>
            <comment>tickets</comment>
            <translation>
                <numerusform>%Ln erstmals beantwortet</numerusform>
                <numerusform>%Ln erstmals beantwortet</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n closed</source>
            <comment>tickets</comment>
            <translation>
                <numerusform>%Ln geschlossen</numerusform>
                <numerusform>%Ln geschlossen</numerusform>
            </translation>
        </message>
        <message>
            <source>While I was away: %1</source>
            <comment>12 opened, 9 closed</comment>
            <translation>Während ich weg war: %1</translation>
        </message>
        <message>
            <source>While I could not post here: %1</source>
            <comment>12 opened, 9 closed</comment>
            <translation>Während ich hier nicht posten konnte: %1</translation>
        </message>
        <message>
            <source>Found by looking again: %1</source>
            <comment>12 opened, 9 closed</comment>
            <translation>Beim Nachlesen gefunden: %1</translation>
        </message>
        <message>
            <source>%1 to %2</source>
            <comment>two times</comment>
            <translation>%1 bis %2</translation>
        </message>
        <message>
            <source>Back online. The bot was disconnected for %1 (%2 to %3).</source>
            <comment>a duration, two times</comment>
            <translation>Wieder online. Der Bot war %1 lang getrennt (%2 bis %3).</translation>
        </message>
        <message>
            <source>The channel was deleted.</source>
            <translation>Der Kanal wurde gelöscht.</translation>
        </message>
        <message>
            <source>There was nothing left to tell.</source>
            <translation>Es gab nichts mehr zu melden.</translation>
        </message>
        <message>
            <source>%1 is missing</source>
            <comment>%1 is a permission, as Discord calls it</comment>
            <translation>%1 fehlt</translation>
        </message>
        <message>
            <source>View Channel</source>
            <translation>Kanal ansehen</translation>
        </message>
        <message>
            <source>Send Messages</source>
            <translation>Nachrichten senden</translation>
        </message>
        <message>
            <source>Embed Links</source>
            <translation>Links einbetten</translation>
        </message>
        <message>
            <source>No log channel is set.</source>
            <translation>Kein Protokollkanal festgelegt.</translation>
        </message>
        <message>
            <source>Cannot post in %1: %2.</source>
            <comment>#channel, reason</comment>
            <translation>Posten in %1 nicht möglich: %2.</translation>
        </message>
        <message>
            <source>the bot: the channel was deleted</source>
            <translation>Bot: der Kanal wurde gelöscht</translation>
        </message>
        <message>
            <source>No tickets were opened in this time.</source>
            <translation>In dieser Zeit wurden keine Tickets eröffnet.</translation>
        </message>
        <message>
            <source>%1 of %2 tickets have no response time: messages are missing.</source>
            <translation>%1 von %2 Tickets haben keine Antwortzeit: Nachrichten fehlen.</translation>
        </message>
        <message>
            <source>%1: %2 opened, %3 closed</source>
            <comment>category, numbers of tickets</comment>
            <translation>%1: %2 eröffnet, %3 geschlossen</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <comment>categories</comment>
            <translation>
                <numerusform>und %Ln weitere</numerusform>
                <numerusform>und %Ln weitere</numerusform>
            </translation>
        </message>
        <message>
            <source>%1: %2 answered, median first response %3</source>
            <comment>person, number of tickets, duration</comment>
            <translation>%1: %2 beantwortet, erste Antwort im Median %3</translation>
        </message>
        <message>
            <source>Nobody is waiting.</source>
            <translation>Niemand wartet.</translation>
        </message>
        <message>
            <source>Daily ticket summary</source>
            <translation>Tägliche Ticket-Zusammenfassung</translation>
        </message>
        <message>
            <source>Weekly ticket summary</source>
            <translation>Wöchentliche Ticket-Zusammenfassung</translation>
        </message>
        <message>
            <source>Monthly ticket summary</source>
            <translation>Monatliche Ticket-Zusammenfassung</translation>
        </message>
        <message>
            <source>Ticket summary</source>
            <translation>Ticket-Zusammenfassung</translation>
        </message>
        <message>
            <source>Every hour at minute %1</source>
            <translation>Jede Stunde zur Minute %1</translation>
        </message>
        <message numerus="yes">
            <source>Every %n hours</source>
            <translation>
                <numerusform>Jede %Ln. Stunde</numerusform>
                <numerusform>Alle %Ln Stunden</numerusform>
            </translation>
        </message>
        <message>
            <source>Daily at %1</source>
            <comment>%1 is a time</comment>
            <translation>Täglich um %1</translation>
        </message>
        <message numerus="yes">
            <source>Every %n days at %1</source>
            <comment>%1 is a time</comment>
            <translation>
                <numerusform>Jeden %Ln. Tag um %1</numerusform>
                <numerusform>Alle %Ln Tage um %1</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 at %2</source>
            <comment>a weekday, a time</comment>
            <translation>%1 um %2</translation>
        </message>
        <message>
            <source>Monthly on day %1 at %2</source>
            <comment>a day of the month, a time</comment>
            <translation>Monatlich am Tag %1 um %2</translation>
        </message>
        <message>
            <source>the equally long time before</source>
            <translation>der gleich langen Zeit davor</translation>
        </message>
        <message>
            <source>By category</source>
            <translation>Nach Kategorie</translation>
        </message>
        <message>
            <source>By staff member</source>
            <translation>Nach Teammitglied</translation>
        </message>
        <message>
            <source>Waiting now</source>
            <translation>Jetzt wartend</translation>
        </message>
        <message>
            <source>Tickets opened and closed: %1 opened, %2 closed, %3 open at the end.</source>
            <translation>Eröffnete und geschlossene Tickets: %1 eröffnet, %2 geschlossen, %3 am Ende offen.</translation>
        </message>
        <message numerus="yes">
            <source>First response time: on average %1, median %2, of %n ticket(s).</source>
            <translation>
                <numerusform>Zeit bis zur ersten Antwort: im Mittel %1, Median %2, bei %Ln Ticket.</numerusform>
                <numerusform>Zeit bis zur ersten Antwort: im Mittel %1, Median %2, bei %Ln Tickets.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>When tickets are opened, by weekday and hour: %n ticket(s).</source>
            <translation>
                <numerusform>Wann Tickets eröffnet werden, nach Wochentag und Stunde: %Ln Ticket.</numerusform>
                <numerusform>Wann Tickets eröffnet werden, nach Wochentag und Stunde: %Ln Tickets.</numerusform>
            </translation>
        </message>
        <message>
            <source>the target</source>
            <comment>instead of a duration: 3 tickets wait over the target</comment>
            <translation>dem Ziel</translation>
        </message>
        <message numerus="yes">
            <source>%n alarms</source>
            <translation>
                <numerusform>%Ln Alarm</numerusform>
                <numerusform>%Ln Alarme</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 · %2 · asked %3</source>
            <comment>ticket, category, 3 days ago</comment>
            <translation>%1 · %2 · gefragt %3</translation>
        </message>
        <message>
            <source>It began with %1 and ended %2.</source>
            <comment>a number, 3 days ago</comment>
            <translation>Es begann mit %1 und endete %2.</translation>
        </message>
        <message>
            <source>%1 · asked %2</source>
            <comment>ticket, 3 days ago</comment>
            <translation>%1 · gefragt %2</translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s) open at once: more than ever before</source>
            <translation>
                <numerusform>%Ln Ticket gleichzeitig offen: mehr als je zuvor</numerusform>
                <numerusform>%Ln Tickets gleichzeitig offen: mehr als je zuvor</numerusform>
            </translation>
        </message>
        <message>
            <source>a channel that is gone</source>
            <translation>einem Kanal, den es nicht mehr gibt</translation>
        </message>
        <message>
            <source>Open at the end</source>
            <comment>of the period</comment>
            <translation>Offen am Ende</translation>
        </message>
    </context>
    <context>
        <name>NoticesPage</name>
        <message>
            <source>Alarms</source>
            <translation>Alarme</translation>
        </message>
        <message>
            <source>Alarm history</source>
            <translation>Alarmverlauf</translation>
        </message>
        <message>
            <source>No alarm has fired yet.</source>
            <translation>Noch kein Alarm ausgelöst.</translation>
        </message>
        <message>
            <source>Scheduled summaries</source>
            <translation>Geplante Zusammenfassungen</translation>
        </message>
        <message>
            <source>&amp;Add a summary…</source>
            <translation>Neue &amp;Zusammenfassung…</translation>
        </message>
        <message>
            <source>No summary yet.</source>
            <translation>Noch keine geplant.</translation>
        </message>
        <message>
            <source>&amp;Create a daily summary</source>
            <translation>Täglich zusa&amp;mmenfassen</translation>
        </message>
        <message>
            <source>Ticket log channel</source>
            <translation>Ticketprotokoll-Kanal</translation>
        </message>
        <message>
            <source>opened</source>
            <translation>eröffnet</translation>
        </message>
        <message>
            <source>Log opened tickets</source>
            <translation>Eröffnete Tickets melden</translation>
        </message>
        <message>
            <source>closed</source>
            <translation>geschlossen</translation>
        </message>
        <message>
            <source>Log closed tickets</source>
            <translation>Geschlossene Tickets melden</translation>
        </message>
        <message>
            <source>first reply</source>
            <translation>erste Antwort</translation>
        </message>
        <message>
            <source>Log first replies</source>
            <translation>Erste Antworten melden</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Zeit</translation>
        </message>
        <message>
            <source>Alarm</source>
            <translation>Alarm</translation>
        </message>
        <message>
            <source>What became of it</source>
            <translation>Was daraus wurde</translation>
        </message>
        <message>
            <source>Alarm saved.</source>
            <translation>Alarm gespeichert.</translation>
        </message>
        <message>
            <source>The test is on its way.</source>
            <translation>Der Test ist unterwegs.</translation>
        </message>
        <message>
            <source>Summary saved.</source>
            <translation>Zusammenfassung gespeichert.</translation>
        </message>
        <message>
            <source>Ticket log saved.</source>
            <translation>Protokoll gespeichert.</translation>
        </message>
        <message>
            <source>Reading the settings…</source>
            <translation>Einstellungen werden gelesen…</translation>
        </message>
        <message>
            <source>Notifications</source>
            <translation>Benachrichtigungen</translation>
        </message>
        <message>
            <source>No server yet. Connect a bot, and choose here what you want to be told.</source>
            <translation>Noch kein Server. Verbinde einen Bot und wähle hier, was dir gemeldet werden soll.</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <comment>when, channel</comment>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>action, summary</comment>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>Fix</source>
            <translation>Beheben</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>Ändern</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Entfernen</translation>
        </message>
        <message>
            <source>Summary removed.</source>
            <translation>Zusammenfassung entfernt.</translation>
        </message>
        <message>
            <source>no log channel</source>
            <translation>kein Protokollkanal</translation>
        </message>
        <message>
            <source>Opened and closed tickets are told nowhere. Choose a channel.</source>
            <translation>Eröffnete und geschlossene Tickets werden nirgends gemeldet. Wähle einen Kanal.</translation>
        </message>
        <message>
            <source>Whether the bot may post there is known when it is connected.</source>
            <translation>Ob der Bot dort schreiben darf, ist bekannt, sobald er verbunden ist.</translation>
        </message>
        <message>
            <source>✗ The bot cannot post there: %1.</source>
            <translation>✗ Der Bot kann dort nicht schreiben: %1.</translation>
        </message>
        <message>
            <source>✓ may post, embed, attach</source>
            <translation>✓ darf schreiben, einbetten, anhängen</translation>
        </message>
        <message>
            <source>✓ may post and embed; no pictures: Attach Files is missing</source>
            <translation>✓ darf schreiben und einbetten; keine Bilder: „Dateien anhängen“ fehlt</translation>
        </message>
        <message>
            <source>It is as it was before.</source>
            <translation>Es ist wieder wie zuvor.</translation>
        </message>
        <message>
            <source>Log channel saved.</source>
            <translation>Kanal gespeichert.</translation>
        </message>
        <message>
            <source>The notifications could not be read.</source>
            <translation>Die Benachrichtigungen konnten nicht gelesen werden.</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Ändern</translation>
        </message>
        <message>
            <source>Change working hours</source>
            <translation>Arbeitszeit ändern</translation>
        </message>
        <message>
            <source>Working hours: %1</source>
            <comment>"around the clock"</comment>
            <translation>Arbeitszeit: %1</translation>
        </message>
        <message>
            <source>Working hours: %1. Outside them alarms are held; at opening one message lists what is still true.</source>
            <comment>"daily 08:00–22:00"</comment>
            <translation>Arbeitszeit: %1. Außerhalb werden Alarme zurückgehalten; zu Beginn nennt eine Nachricht, was noch zutrifft.</translation>
        </message>
        <message>
            <source>The bot was removed from this server. Nothing is told there until it is back.</source>
            <translation>Der Bot wurde von diesem Server entfernt. Bis er wieder da ist, wird dort nichts gemeldet.</translation>
        </message>
    </context>
    <context>
        <name>OpeningNotice</name>
        <message>
            <source>Ticket Assistant</source>
            <translation>Ticket Assistant</translation>
        </message>
        <message>
            <source>The data is being opened. After an update this can take a minute; a copy of it is kept.</source>
            <translation>Die Daten werden geöffnet. Nach einer Aktualisierung kann das eine Minute dauern; eine Kopie bleibt erhalten.</translation>
        </message>
    </context>
    <context>
        <name>Overview</name>
        <message numerus="yes">
            <source>only %n ticket(s)</source>
            <translation>
                <numerusform>nur %Ln Ticket</numerusform>
                <numerusform>nur %Ln Tickets</numerusform>
            </translation>
        </message>
        <message>
            <source>than %1</source>
            <comment>follows "9 % more"; %1: "the 7 days before"</comment>
            <translation>als %1</translation>
        </message>
        <message>
            <source>%1, %2 than %3</source>
            <comment>number, difference, period</comment>
            <translation>%1, %2 als %3</translation>
        </message>
        <message>
            <source>average</source>
            <translation>im Mittel</translation>
        </message>
        <message>
            <source>%1, average %2</source>
            <translation>%1, im Mittel %2</translation>
        </message>
        <message>
            <source>%1: not measured, no ticket counts in this period</source>
            <translation>%1: nicht gemessen, kein Ticket zählt in diesem Zeitraum</translation>
        </message>
        <message>
            <source>no ticket to measure</source>
            <translation>kein Ticket zu messen</translation>
        </message>
        <message>
            <source>median %1 · p90 %2</source>
            <translation>Median %1 · p90 %2</translation>
        </message>
        <message>
            <source>Open now</source>
            <translation>Jetzt offen</translation>
        </message>
        <message numerus="yes">
            <source>Open now: %n ticket(s)</source>
            <translation>
                <numerusform>Jetzt offen: %Ln Ticket</numerusform>
                <numerusform>Jetzt offen: %Ln Tickets</numerusform>
            </translation>
        </message>
        <message>
            <source>peak %1</source>
            <comment>highest number of tickets open at once</comment>
            <translation>Höchststand %1</translation>
        </message>
        <message>
            <source>%1, peak concurrent %2 on %3</source>
            <translation>%1, Höchststand gleichzeitig %2 am %3</translation>
        </message>
        <message>
            <source>no peak in this period</source>
            <translation>kein Höchststand in diesem Zeitraum</translation>
        </message>
        <message>
            <source>Waiting for us</source>
            <translation>Warten auf uns</translation>
        </message>
        <message numerus="yes">
            <source>Waiting for us: %n ticket(s)</source>
            <translation>
                <numerusform>Wartet auf uns: %Ln Ticket</numerusform>
                <numerusform>Warten auf uns: %Ln Tickets</numerusform>
            </translation>
        </message>
        <message>
            <source>Nobody is waiting.</source>
            <translation>Niemand wartet.</translation>
        </message>
        <message>
            <source>oldest %1</source>
            <comment>a waiting time</comment>
            <translation>längste %1</translation>
        </message>
        <message>
            <source>%1, oldest %2</source>
            <translation>%1, längste %2</translation>
        </message>
        <message>
            <source>! %1 over %2</source>
            <comment>count, target time</comment>
            <translation>! %1 über %2</translation>
        </message>
        <message numerus="yes">
            <source>%1, %n overdue</source>
            <translation>
                <numerusform>%1, %Ln überfällig</numerusform>
                <numerusform>%1, %Ln überfällig</numerusform>
            </translation>
        </message>
        <message>
            <source>none over %1</source>
            <comment>no ticket waits longer than the target time</comment>
            <translation>keines über %1</translation>
        </message>
        <message>
            <source>Opened</source>
            <translation>Eröffnet</translation>
        </message>
        <message numerus="yes">
            <source>Opened: %n ticket(s)</source>
            <translation>
                <numerusform>Eröffnet: %Ln Ticket</numerusform>
                <numerusform>Eröffnet: %Ln Tickets</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 closed</source>
            <comment>tickets</comment>
            <translation>%1 geschlossen</translation>
        </message>
        <message>
            <source>Messages</source>
            <translation>Nachrichten</translation>
        </message>
        <message>
            <source>per ticket</source>
            <translation>je Ticket</translation>
        </message>
        <message>
            <source>Messages, %1 per ticket</source>
            <translation>Nachrichten, %1 je Ticket</translation>
        </message>
        <message>
            <source>Messages: not measured, no ticket in this period</source>
            <translation>Nachrichten: nicht gemessen, kein Ticket in diesem Zeitraum</translation>
        </message>
        <message>
            <source>tickets</source>
            <translation>Tickets</translation>
        </message>
        <message>
            <source>First response</source>
            <translation>Erste Antwort</translation>
        </message>
        <message>
            <source>Resolution</source>
            <translation>Lösung</translation>
        </message>
        <message>
            <source>%1. Observed %2 of this period</source>
            <translation>%1. %2 dieses Zeitraums beobachtet</translation>
        </message>
        <message>
            <source>Tickets that are open at this moment. The peak is the most tickets that were open at the same time during the period.</source>
            <translation>Tickets, die in diesem Augenblick offen sind. Der Höchststand sind die meisten Tickets, die im Zeitraum gleichzeitig offen waren.</translation>
        </message>
        <message>
            <source>The peak lasted %1.</source>
            <translation>Der Höchststand dauerte %1.</translation>
        </message>
        <message>
            <source>Open tickets in which a person waits for staff: since the opening while no staff member has written, afterwards since the first message of a person after the last staff message. Over %1 is overdue.</source>
            <translation>Offene Tickets, in denen jemand auf das Team wartet: seit der Eröffnung, solange niemand vom Team geschrieben hat, danach seit der ersten Nachricht einer Person nach der letzten des Teams. Über %1 ist überfällig.</translation>
        </message>
        <message>
            <source>Tickets whose channel was made during the period. Closed counts the tickets that were closed during it, whenever they were opened.</source>
            <translation>Tickets, deren Kanal im Zeitraum entstand. Geschlossen zählt die Tickets, die darin geschlossen wurden, wann immer sie eröffnet wurden.</translation>
        </message>
        <message>
            <source>Time from the opening to the first staff message, of tickets opened in the period (n = %1).</source>
            <translation>Zeit von der Eröffnung bis zur ersten Nachricht des Teams, bei Tickets, die im Zeitraum eröffnet wurden (n = %1).</translation>
        </message>
        <message numerus="yes">
            <source>Left out: %n unanswered ticket(s).</source>
            <translation>
                <numerusform>Ausgelassen: %Ln unbeantwortetes Ticket.</numerusform>
                <numerusform>Ausgelassen: %Ln unbeantwortete Tickets.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Left out: %n ticket(s) whose messages are missing.</source>
            <translation>
                <numerusform>Ausgelassen: %Ln Ticket, dessen Nachrichten fehlen.</numerusform>
                <numerusform>Ausgelassen: %Ln Tickets, deren Nachrichten fehlen.</numerusform>
            </translation>
        </message>
        <message>
            <source>Time from the opening to the closing, of tickets closed in the period (n = %1). Open tickets are left out.</source>
            <translation>Zeit von der Eröffnung bis zum Schließen, bei Tickets, die im Zeitraum geschlossen wurden (n = %1). Offene Tickets sind ausgelassen.</translation>
        </message>
        <message numerus="yes">
            <source>Left out: %n ticket(s) with impossible times.</source>
            <translation>
                <numerusform>Ausgelassen: %Ln Ticket mit unmöglichen Zeiten.</numerusform>
                <numerusform>Ausgelassen: %Ln Tickets mit unmöglichen Zeiten.</numerusform>
            </translation>
        </message>
        <message>
            <source>Messages of people per ticket opened in the period (n = %1): %2 by staff, %3 by those who asked, %4 by guests. Bots never count.</source>
            <translation>Nachrichten von Leuten je im Zeitraum eröffnetem Ticket (n = %1): %2 vom Team, %3 von denen, die fragten, %4 von Gästen. Bots zählen nie.</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>Geschlossen</translation>
        </message>
        <message>
            <source>Opened %1</source>
            <comment>%1: "the 7 days before"</comment>
            <translation>Eröffnet %1</translation>
        </message>
        <message>
            <source>%1 than %2</source>
            <comment>difference, period</comment>
            <translation>%1 als %2</translation>
        </message>
        <message>
            <source>Open at once</source>
            <translation>Gleichzeitig offen</translation>
        </message>
        <message>
            <source>peak %1</source>
            <translation>Höchststand %1</translation>
        </message>
        <message>
            <source>Nothing was open in this period.</source>
            <translation>In diesem Zeitraum war nichts offen.</translation>
        </message>
        <message>
            <source>The most tickets that were open at the same time within each step of the chart.</source>
            <translation>Die meisten Tickets, die in jedem Schritt des Diagramms gleichzeitig offen waren.</translation>
        </message>
        <message>
            <source>as %1</source>
            <comment>follows "the same"; %1: "the 7 days before"</comment>
            <translation>wie %1</translation>
        </message>
        <message>
            <source>%1, %2 as %3</source>
            <comment>number, "the same", period</comment>
            <translation>%1, %2 wie %3</translation>
        </message>
        <message>
            <source>Opened: %1</source>
            <translation>Eröffnet: %1</translation>
        </message>
        <message>
            <source>Answered, opened: %1</source>
            <translation>Beantwortet, eröffnet: %1</translation>
        </message>
        <message>
            <source>Closed: %1</source>
            <translation>Geschlossen: %1</translation>
        </message>
        <message>
            <source>Open on %1</source>
            <comment>date, time</comment>
            <translation>Offen am %1</translation>
        </message>
        <message>
            <source>%1 as %2</source>
            <comment>"the same", period</comment>
            <translation>%1 wie %2</translation>
        </message>
        <message>
            <source>Opened: not known</source>
            <translation>Eröffnet: nicht bekannt</translation>
        </message>
        <message numerus="yes">
            <source>%n closed today, the most in a day</source>
            <translation>
                <numerusform>heute %Ln geschlossen, die meisten an einem Tag</numerusform>
                <numerusform>heute %Ln geschlossen, die meisten an einem Tag</numerusform>
            </translation>
        </message>
        <message>
            <source>Nobody is waiting. The last ticket was closed before %1.</source>
            <translation>Niemand wartet. Das letzte Ticket wurde vor dem %1 geschlossen.</translation>
        </message>
        <message>
            <source>Nobody is waiting. The last ticket was closed on %1.</source>
            <translation>Niemand wartet. Das letzte Ticket wurde am %1 geschlossen.</translation>
        </message>
    </context>
    <context>
        <name>OverviewPage</name>
        <message>
            <source>Waiting now</source>
            <translation>Jetzt wartend</translation>
        </message>
        <message>
            <source>Show all open tickets</source>
            <translation>Alle offenen Tickets zeigen</translation>
        </message>
        <message>
            <source>Team now</source>
            <translation>Team jetzt</translation>
        </message>
        <message>
            <source>Team now: open tickets by last reply</source>
            <translation>Team jetzt: offene Tickets nach letzter Antwort</translation>
        </message>
        <message>
            <source>done</source>
            <comment>a ticket that waits no longer</comment>
            <translation>erledigt</translation>
        </message>
        <message numerus="yes">
            <source>%n new ticket(s) · Show</source>
            <translation>
                <numerusform>%Ln neues Ticket · Zeigen</numerusform>
                <numerusform>%Ln neue Tickets · Zeigen</numerusform>
            </translation>
        </message>
        <message>
            <source>Show the newest order</source>
            <translation>Neueste Reihenfolge zeigen</translation>
        </message>
        <message>
            <source>Last reply by %1</source>
            <translation>Letzte Antwort von %1</translation>
        </message>
        <message>
            <source>No reply yet</source>
            <translation>Noch keine Antwort</translation>
        </message>
        <message>
            <source>Reading the tickets…</source>
            <translation>Die Tickets werden gelesen…</translation>
        </message>
        <message>
            <source>Overview</source>
            <translation>Übersicht</translation>
        </message>
        <message numerus="yes">
            <source>Show all %n open ticket(s)</source>
            <translation>
                <numerusform>Das offene Ticket zeigen</numerusform>
                <numerusform>Alle %Ln offenen Tickets zeigen</numerusform>
            </translation>
        </message>
        <message>
            <source>Show open tickets</source>
            <translation>Offene Tickets zeigen</translation>
        </message>
        <message>
            <source>%1 (PNG)…</source>
            <translation>%1 (PNG)…</translation>
        </message>
        <message>
            <source>%1 (CSV)…</source>
            <translation>%1 (CSV)…</translation>
        </message>
        <message>
            <source>No server yet. As soon as the bot is in one, its tickets appear here.</source>
            <translation>Noch kein Server. Sobald der Bot auf einem ist, erscheinen hier dessen Tickets.</translation>
        </message>
        <message>
            <source>No tickets yet. When one is opened in a ticket category it appears here within seconds.</source>
            <translation>Noch keine Tickets. Wird eines in einer Ticketkategorie eröffnet, erscheint es in Sekunden hier.</translation>
        </message>
        <message>
            <source>No tickets yet. When one is opened in %1 it appears here within seconds.</source>
            <translation>Noch keine Tickets. Wird eines in %1 eröffnet, erscheint es in Sekunden hier.</translation>
        </message>
        <message>
            <source>No ticket is open.</source>
            <translation>Kein Ticket ist offen.</translation>
        </message>
        <message numerus="yes">
            <source>Show the %n ticket(s)</source>
            <translation>
                <numerusform>Das Ticket zeigen</numerusform>
                <numerusform>Die %Ln Tickets zeigen</numerusform>
            </translation>
        </message>
        <message>
            <source>The numbers could not be read.</source>
            <translation>Die Zahlen konnten nicht gelesen werden.</translation>
        </message>
        <message>
            <source>No tickets are counted there.</source>
            <translation>Dort ist kein Ticket gezählt.</translation>
        </message>
    </context>
    <context>
        <name>Page</name>
        <message>
            <source>%1 %2 The bot goes on recording, and what was read before stays.</source>
            <comment>what could not be read, why</comment>
            <translation>%1 %2 Der Bot zeichnet weiter auf, und was vorher gelesen wurde, bleibt stehen.</translation>
        </message>
        <message>
            <source>%1 %2 It is being checked, and mended from a backup where that is needed.</source>
            <comment>what could not be read, why</comment>
            <translation>%1 %2 Sie wird geprüft und, wo nötig, aus einer Sicherung wiederhergestellt.</translation>
        </message>
    </context>
    <context>
        <name>PageNavigation</name>
        <message>
            <source>%1, %2</source>
            <comment>page, its count: "Tickets, 3 overdue"</comment>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>☰ %1, %2 ▾</source>
            <comment>page, "3 overdue"</comment>
            <translation>☰ %1, %2 ▾</translation>
        </message>
        <message numerus="yes">
            <source>%n overdue</source>
            <translation>
                <numerusform>%Ln überfällig</numerusform>
                <numerusform>%Ln überfällig</numerusform>
            </translation>
        </message>
        <message>
            <source>☰ %1 ▾</source>
            <translation>☰ %1 ▾</translation>
        </message>
        <message>
            <source>Pages: %1</source>
            <translation>Seiten: %1</translation>
        </message>
    </context>
    <context>
        <name>Period</name>
        <message>
            <source>Opened and closed per hour</source>
            <translation>Eröffnet und geschlossen pro Stunde</translation>
        </message>
        <message>
            <source>Opened and closed per day</source>
            <translation>Eröffnet und geschlossen pro Tag</translation>
        </message>
        <message>
            <source>Opened and closed per week</source>
            <translation>Eröffnet und geschlossen pro Woche</translation>
        </message>
        <message>
            <source>Opened and closed per month</source>
            <translation>Eröffnet und geschlossen pro Monat</translation>
        </message>
        <message>
            <source>Open backlog per hour</source>
            <translation>Offener Bestand pro Stunde</translation>
        </message>
        <message>
            <source>Open backlog per day</source>
            <translation>Offener Bestand pro Tag</translation>
        </message>
        <message>
            <source>Open backlog per week</source>
            <translation>Offener Bestand pro Woche</translation>
        </message>
        <message>
            <source>Open backlog per month</source>
            <translation>Offener Bestand pro Monat</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>date, time</comment>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>%1–%2</source>
            <comment>an interval of counts</comment>
            <translation>%1–%2</translation>
        </message>
        <message>
            <source>%1 to %2</source>
            <comment>from, until</comment>
            <translation>%1 bis %2</translation>
        </message>
        <message>
            <source>* Bot was offline %1.</source>
            <translation>* Bot war offline: %1.</translation>
        </message>
        <message>
            <source>Observed %1 of this period; %2 missing.</source>
            <translation>%1 dieses Zeitraums beobachtet; %2 fehlen.</translation>
        </message>
        <message>
            <source>The whole period was observed.</source>
            <translation>Der ganze Zeitraum wurde beobachtet.</translation>
        </message>
        <message>
            <source>First response per hour</source>
            <translation>Erste Antwort pro Stunde</translation>
        </message>
        <message>
            <source>First response per day</source>
            <translation>Erste Antwort pro Tag</translation>
        </message>
        <message>
            <source>First response per week</source>
            <translation>Erste Antwort pro Woche</translation>
        </message>
        <message>
            <source>First response per month</source>
            <translation>Erste Antwort pro Monat</translation>
        </message>
        <message>
            <source>%1 for %2</source>
            <comment>from, duration</comment>
            <translation>%1, %2 lang</translation>
        </message>
        <message numerus="yes">
            <source>* Bot was offline %n time(s), last %1.</source>
            <translation>
                <numerusform>* Bot war %Ln-mal offline, zuletzt %1.</numerusform>
                <numerusform>* Bot war %Ln-mal offline, zuletzt %1.</numerusform>
            </translation>
        </message>
        <message>
            <source>Observed %1 of this period.</source>
            <translation>%1 dieses Zeitraums beobachtet.</translation>
        </message>
        <message>
            <source>%1 of this period were not observed.</source>
            <comment>a duration</comment>
            <translation>%1 dieses Zeitraums wurden nicht beobachtet.</translation>
        </message>
        <message>
            <source>* Nothing was recorded %1.</source>
            <comment>from, until</comment>
            <translation>* Nicht aufgezeichnet wurde %1.</translation>
        </message>
        <message>
            <source>Nothing was recorded in this period.</source>
            <translation>In diesem Zeitraum wurde nichts aufgezeichnet.</translation>
        </message>
        <message>
            <source>No tickets in this period.</source>
            <translation>Keine Tickets in diesem Zeitraum.</translation>
        </message>
        <message>
            <source>* Nothing was recorded before %1.</source>
            <translation>* Vor %1 wurde nichts aufgezeichnet.</translation>
        </message>
    </context>
    <context>
        <name>PermissionsPage</name>
        <message>
            <source>Search roles (Ctrl+F)</source>
            <translation>Rollen suchen (Strg+F)</translation>
        </message>
        <message>
            <source>Search roles</source>
            <translation>Rollen suchen</translation>
        </message>
        <message>
            <source>Show &amp;integration roles</source>
            <translation>&amp;Integrationsrollen zeigen</translation>
        </message>
        <message>
            <source>Roles that belong to bots and other integrations</source>
            <translation>Rollen, die zu Bots und anderen Integrationen gehören</translation>
        </message>
        <message>
            <source>Test a person…</source>
            <translation>Person prüfen…</translation>
        </message>
        <message>
            <source>Who can do what with the bot's commands. The server owner can always do everything; administrators only by a role below.</source>
            <translation>Wer was mit den Befehlen des Bots darf. Der Serverbesitzer darf immer alles; Administratoren nur durch eine Rolle unten.</translation>
        </message>
        <message>
            <source>Tr&amp;y again</source>
            <translation>Er&amp;neut versuchen</translation>
        </message>
        <message>
            <source>Roles and what they can do</source>
            <translation>Rollen und was sie dürfen</translation>
        </message>
        <message>
            <source>Ma&amp;x permissions (people)</source>
            <translation>Hö&amp;chstrechte (Personen)</translation>
        </message>
        <message>
            <source>People with max permissions</source>
            <translation>Personen mit Höchstrechten</translation>
        </message>
        <message>
            <source>&amp;Add person…</source>
            <translation>Person hin&amp;zufügen…</translation>
        </message>
        <message>
            <source>&amp;Confirm</source>
            <translation>&amp;Bestätigen</translation>
        </message>
        <message>
            <source>Give an imported person their rights</source>
            <translation>Einer importierten Person ihre Rechte geben</translation>
        </message>
        <message>
            <source>✕</source>
            <translation>✕</translation>
        </message>
        <message>
            <source>Close panel</source>
            <translation>Bereich schließen</translation>
        </message>
        <message>
            <source>Close panel (Esc)</source>
            <translation>Bereich schließen (Esc)</translation>
        </message>
        <message>
            <source>Can use every command, including deleting data, and counts as staff.</source>
            <translation>Kann jeden Befehl benutzen, auch Daten löschen, und zählt zum Team.</translation>
        </message>
        <message>
            <source>A&amp;dd to the list</source>
            <translation>Zur &amp;Liste hinzufügen</translation>
        </message>
        <message>
            <source>What this person can do</source>
            <translation>Was diese Person darf</translation>
        </message>
        <message>
            <source>Permissions</source>
            <translation>Rechte</translation>
        </message>
        <message>
            <source>unsaved changes</source>
            <translation>ungespeicherte Änderungen</translation>
        </message>
        <message>
            <source>Permissions were changed and not saved.
%1</source>
            <translation>Rechte wurden geändert und nicht gespeichert.
%1</translation>
        </message>
        <message>
            <source>Roles as of %1. Changes can be made and saved.</source>
            <translation>Rollen, Stand %1. Du kannst Änderungen machen und speichern.</translation>
        </message>
        <message>
            <source>The roles of this server are not known yet: they come from Discord when the bot is connected.</source>
            <translation>Die Rollen dieses Servers sind noch nicht bekannt: sie kommen von Discord, sobald der Bot verbunden ist.</translation>
        </message>
        <message>
            <source>No server yet. When the bot is on a server, its roles appear here.</source>
            <translation>Noch kein Server. Sobald der Bot auf einem ist, erscheinen hier dessen Rollen.</translation>
        </message>
        <message>
            <source>Reading settings…</source>
            <translation>Einstellungen werden gelesen…</translation>
        </message>
        <message>
            <source>No role matches “%1”.</source>
            <translation>Keine Rolle passt zu „%1“.</translation>
        </message>
        <message>
            <source>Clear search</source>
            <translation>Suche leeren</translation>
        </message>
        <message>
            <source>Roles; Enter opens what a role can do</source>
            <translation>Rollen; Eingabe öffnet, was eine Rolle darf</translation>
        </message>
        <message>
            <source>‹ Back</source>
            <translation>‹ Zurück</translation>
        </message>
        <message>
            <source>Bots cannot have max permissions.</source>
            <translation>Bots können keine Höchstrechte haben.</translation>
        </message>
        <message>
            <source>The server owner always has them.</source>
            <translation>Der Serverbesitzer hat sie immer.</translation>
        </message>
        <message>
            <source>%1 is on the list already.</source>
            <translation>%1 steht schon auf der Liste.</translation>
        </message>
        <message>
            <source>Add a person</source>
            <translation>Person hinzufügen</translation>
        </message>
        <message>
            <source>Test a person</source>
            <translation>Person prüfen</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <comment>capability, "changed"</comment>
            <translation>%1 (%2)</translation>
        </message>
        <message>
            <source>%1, with the unsaved changes:</source>
            <translation>%1, mit den ungespeicherten Änderungen:</translation>
        </message>
        <message>
            <source>%1:</source>
            <comment>a person, what they can do</comment>
            <translation>%1:</translation>
        </message>
        <message>
            <source>Choose a person in the list first</source>
            <translation>Wähle zuerst eine Person in der Liste</translation>
        </message>
        <message>
            <source>The server owner can always do everything</source>
            <translation>Der Serverbesitzer darf immer alles</translation>
        </message>
        <message>
            <source>Will be removed by Save</source>
            <translation>Wird beim Speichern entfernt</translation>
        </message>
        <message>
            <source>The permissions could not be read.</source>
            <translation>Die Berechtigungen konnten nicht gelesen werden.</translation>
        </message>
        <message>
            <source>R&amp;emove</source>
            <translation>Ent&amp;fernen</translation>
        </message>
    </context>
    <context>
        <name>PersonModel</name>
        <message>
            <source>%1 (bot)</source>
            <translation>%1 (Bot)</translation>
        </message>
        <message>
            <source>%1, ID %2</source>
            <translation>%1, ID %2</translation>
        </message>
        <message>
            <source>ID %1</source>
            <translation>ID %1</translation>
        </message>
    </context>
    <context>
        <name>PersonPicker</name>
        <message>
            <source>&amp;Person</source>
            <translation>&amp;Person</translation>
        </message>
        <message>
            <source>Beginning of the name, or ID</source>
            <translation>Anfang des Namens oder ID</translation>
        </message>
        <message>
            <source>People found</source>
            <translation>Gefundene Personen</translation>
        </message>
        <message>
            <source>Type the beginning of a name.</source>
            <translation>Gib den Anfang eines Namens ein.</translation>
        </message>
        <message>
            <source>People can be searched while the bot is connected to Discord.</source>
            <translation>Personen lassen sich suchen, solange der Bot mit Discord verbunden ist.</translation>
        </message>
        <message>
            <source>Searching…</source>
            <translation>Suche läuft…</translation>
        </message>
        <message>
            <source>Discord could not be asked: %1</source>
            <translation>Discord konnte nicht gefragt werden: %1</translation>
        </message>
        <message>
            <source>Nobody on this server has a name that begins like this.</source>
            <translation>Niemand auf diesem Server hat einen Namen, der so beginnt.</translation>
        </message>
        <message numerus="yes">
            <source>%n person(s) found</source>
            <translation>
                <numerusform>%Ln Person gefunden</numerusform>
                <numerusform>%Ln Personen gefunden</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ProblemsPanel</name>
        <message>
            <source>Problems</source>
            <translation>Probleme</translation>
        </message>
        <message>
            <source>Close problems</source>
            <translation>Probleme schließen</translation>
        </message>
        <message>
            <source>Close problems (Esc)</source>
            <translation>Probleme schließen (Esc)</translation>
        </message>
        <message>
            <source>No problems.</source>
            <translation>Keine Probleme.</translation>
        </message>
    </context>
    <context>
        <name>QShortcut</name>
        <message>
            <source>Ctrl</source>
            <translation>Strg</translation>
        </message>
        <message>
            <source>Shift</source>
            <translation>Umschalt</translation>
        </message>
    </context>
    <context>
        <name>RangePicker</name>
        <message>
            <source>Earlier period</source>
            <translation>Früherer Zeitraum</translation>
        </message>
        <message>
            <source>Later period</source>
            <translation>Späterer Zeitraum</translation>
        </message>
        <message>
            <source>Date range</source>
            <translation>Zeitraum</translation>
        </message>
        <message>
            <source>Period</source>
            <translation>Zeitraum</translation>
        </message>
        <message>
            <source>Show these days</source>
            <translation>Diese Tage zeigen</translation>
        </message>
        <message>
            <source>&amp;From:</source>
            <translation>&amp;Von:</translation>
        </message>
        <message>
            <source>&amp;To (included):</source>
            <translation>&amp;Bis (einschließlich):</translation>
        </message>
        <message>
            <source>%1 ▾</source>
            <comment>a button that opens a list</comment>
            <translation>%1 ▾</translation>
        </message>
        <message>
            <source>Date range: %1</source>
            <translation>Zeitraum: %1</translation>
        </message>
        <message>
            <source>Date range (Ctrl+D)</source>
            <translation>Zeitraum (Strg+D)</translation>
        </message>
        <message>
            <source>Nothing is later than now</source>
            <translation>Nach jetzt kommt nichts</translation>
        </message>
        <message>
            <source>Nothing was recorded before</source>
            <translation>Davor wurde nichts aufgezeichnet</translation>
        </message>
        <message>
            <source>Times in %1</source>
            <translation>Zeiten in %1</translation>
        </message>
        <message>
            <source>Recording began on %1</source>
            <translation>Aufgezeichnet wird seit %1</translation>
        </message>
        <message>
            <source>&amp;Change</source>
            <comment>the time zone</comment>
            <translation>Än&amp;dern</translation>
        </message>
        <message>
            <source>Change the time zone</source>
            <translation>Zeitzone ändern</translation>
        </message>
    </context>
    <context>
        <name>ReadyStep</name>
        <message>
            <source>What was chosen</source>
            <translation>Was gewählt wurde</translation>
        </message>
        <message>
            <source>No role counts as staff yet, so first responses cannot be measured. Go back to choose one, or do it later under Permissions.</source>
            <translation>Noch zählt keine Rolle zum Team, darum sind erste Antworten nicht messbar. Geh zurück und wähle eine, oder tu es später unter Rechte.</translation>
        </message>
        <message>
            <source>What happens now</source>
            <translation>Was jetzt geschieht</translation>
        </message>
        <message>
            <source>Tickets are recorded from now on; what is open already is read now.</source>
            <translation>Tickets werden ab jetzt aufgezeichnet; was schon offen ist, wird jetzt gelesen.</translation>
        </message>
        <message>
            <source>Targets</source>
            <translation>Ziele</translation>
        </message>
        <message>
            <source>First &amp;response within</source>
            <translation>Erste Antwo&amp;rt innerhalb von</translation>
        </message>
        <message>
            <source> min</source>
            <translation> min</translation>
        </message>
        <message>
            <source>Resol&amp;ution within</source>
            <translation>&amp;Lösung innerhalb von</translation>
        </message>
        <message>
            <source> h</source>
            <translation> h</translation>
        </message>
        <message>
            <source>For every chosen server; each can have its own later.</source>
            <translation>Für jeden gewählten Server; jeder kann später eigene haben.</translation>
        </message>
        <message>
            <source>This computer</source>
            <translation>Dieser Computer</translation>
        </message>
        <message>
            <source>&amp;Keep running when the window is closed</source>
            <translation>Weiterlaufen, wenn das Fenster ge&amp;schlossen wird</translation>
        </message>
        <message>
            <source>Tickets are tracked while this computer is on. For nights and weekends run it on a server.</source>
            <translation>Tickets werden verfolgt, solange dieser Computer läuft. Für Nächte und Wochenenden nimm dafür einen Server.</translation>
        </message>
        <message>
            <source>Ho&amp;w</source>
            <translation>W&amp;ie</translation>
        </message>
        <message>
            <source>Copy the data folder to the server, give it the token as DISCORD_TOKEN and start: ticket-assistant --headless --data-dir FOLDER. The console can open the same folder later.</source>
            <translation>Kopiere den Datenordner auf den Server, gib ihm das Token als DISCORD_TOKEN und starte: ticket-assistant --headless --data-dir ORDNER. Die Konsole kann denselben Ordner später öffnen.</translation>
        </message>
        <message>
            <source>These slash commands work in your server: %1.</source>
            <translation>Diese Slash-Befehle gehen auf deinem Server: %1.</translation>
        </message>
        <message>
            <source>%1: tickets are in %2; staff: %3; closed tickets: %4.</source>
            <comment>server, categories, roles, where</comment>
            <translation>%1: Tickets sind in %2; Team: %3; geschlossene Tickets: %4.</translation>
        </message>
        <message>
            <source>no category</source>
            <translation>keine Kategorie</translation>
        </message>
        <message>
            <source>no role yet</source>
            <translation>noch keine Rolle</translation>
        </message>
        <message>
            <source>deleted</source>
            <translation>gelöscht</translation>
        </message>
        <message>
            <source>moved to %1</source>
            <translation>nach %1 verschoben</translation>
        </message>
        <message>
            <source>The token is kept until you quit. Next time the program asks for it again.</source>
            <translation>Das Token bleibt bis zum Beenden. Beim nächsten Mal fragt das Programm wieder danach.</translation>
        </message>
        <message>
            <source>The settings could not be saved: %1</source>
            <translation>Einstellungen konnten nicht gespeichert werden: %1</translation>
        </message>
        <message>
            <source>&amp;Start when I log in</source>
            <translation>Bei der An&amp;meldung starten</translation>
        </message>
        <message>
            <source>No role counts as staff yet in: %1. First responses cannot be measured there. Go back to choose one, or do it later under Permissions.</source>
            <comment>servers</comment>
            <translation>Noch zählt keine Rolle zum Team auf: %1. Darum sind erste Antworten dort nicht messbar. Geh zurück und wähle eine, oder tu es später unter Rechte.</translation>
        </message>
    </context>
    <context>
        <name>RoleChoice</name>
        <message>
            <source>Roles and what they may do</source>
            <translation>Rollen und was sie dürfen</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>Rolle</translation>
        </message>
        <message>
            <source>Counts as staff</source>
            <translation>Zählt zum Team</translation>
        </message>
        <message>
            <source>View statistics</source>
            <translation>Statistik ansehen</translation>
        </message>
        <message>
            <source>Manage data</source>
            <translation>Daten verwalten</translation>
        </message>
        <message>
            <source>Manage access</source>
            <translation>Rechte verwalten</translation>
        </message>
        <message>
            <source>%1 – set by %2</source>
            <comment>column, variable</comment>
            <translation>%1 – gesetzt durch %2</translation>
        </message>
        <message>
            <source>♛ Server owner</source>
            <translation>♛ Serverbesitzer</translation>
        </message>
        <message>
            <source>always</source>
            <translation>immer</translation>
        </message>
        <message>
            <source>Server owner, counts as staff only by a role</source>
            <translation>Serverbesitzer, zählt nur durch eine Rolle zum Team</translation>
        </message>
        <message>
            <source>Server owner, %1, always</source>
            <translation>Serverbesitzer, %1, immer</translation>
        </message>
        <message>
            <source>(Administrator in Discord)</source>
            <translation>(Administrator in Discord)</translation>
        </message>
        <message>
            <source>Set by %1</source>
            <translation>Gesetzt durch %1</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>role, capability</comment>
            <translation>%1, %2</translation>
        </message>
    </context>
    <context>
        <name>ServerStep</name>
        <message>
            <source>&amp;Servers of the bot</source>
            <translation>&amp;Server des Bots</translation>
        </message>
        <message>
            <source>Servers of the bot</source>
            <translation>Server des Bots</translation>
        </message>
        <message>
            <source>Add the bot to a server</source>
            <translation>Bot zu einem Server hinzufügen</translation>
        </message>
        <message>
            <source>You need Manage Server on that server. The bot does not need Administrator.</source>
            <translation>Du brauchst dort das Recht „Server verwalten“. Der Bot braucht kein „Administrator“.</translation>
        </message>
        <message>
            <source>Lin&amp;k</source>
            <translation>Lin&amp;k</translation>
        </message>
        <message>
            <source>Open in bro&amp;wser</source>
            <translation>Im B&amp;rowser öffnen</translation>
        </message>
        <message>
            <source>Cop&amp;y link</source>
            <translation>Link ko&amp;pieren</translation>
        </message>
        <message>
            <source>%1 – %2 (required)</source>
            <translation>%1 – %2 (nötig)</translation>
        </message>
        <message>
            <source>%1 – %2</source>
            <translation>%1 – %2</translation>
        </message>
        <message>
            <source>The bot cannot work without it.</source>
            <translation>Ohne das kann der Bot nicht arbeiten.</translation>
        </message>
        <message>
            <source>Link copied.</source>
            <translation>Link kopiert.</translation>
        </message>
        <message>
            <source>The link appears as soon as Discord has answered.</source>
            <translation>Der Link erscheint, sobald Discord geantwortet hat.</translation>
        </message>
        <message>
            <source>%1 – %2</source>
            <comment>server, "812 members"</comment>
            <translation>%1 – %2</translation>
        </message>
        <message numerus="yes">
            <source>%n member(s)</source>
            <translation>
                <numerusform>%Ln Mitglied</numerusform>
                <numerusform>%Ln Mitglieder</numerusform>
            </translation>
        </message>
        <message>
            <source>Connecting to Discord. The servers of the bot appear here.</source>
            <translation>Verbindung zu Discord wird aufgebaut. Hier erscheinen die Server des Bots.</translation>
        </message>
        <message>
            <source>The bot is in no server yet. Add it with the link; this page notices by itself.</source>
            <translation>Der Bot ist noch auf keinem Server. Füge ihn mit dem Link hinzu; diese Seite merkt es von selbst.</translation>
        </message>
        <message>
            <source>Choose one or more. A further server appears here as soon as the bot is in it.</source>
            <translation>Wähle einen oder mehrere. Ein weiterer Server erscheint hier, sobald der Bot dort ist.</translation>
        </message>
        <message>
            <source>The bot is no longer in a chosen server. Choose again.</source>
            <translation>Der Bot ist auf einem gewählten Server nicht mehr. Wähle neu.</translation>
        </message>
        <message>
            <source>Connecting to Discord…</source>
            <translation>Verbinden mit Discord…</translation>
        </message>
    </context>
    <context>
        <name>ServerSwitcher</name>
        <message>
            <source>No server yet</source>
            <translation>Noch kein Server</translation>
        </message>
        <message>
            <source>Server: %1</source>
            <translation>Server: %1</translation>
        </message>
        <message numerus="yes">
            <source>%n overdue</source>
            <translation>
                <numerusform>%Ln überfällig</numerusform>
                <numerusform>%Ln überfällig</numerusform>
            </translation>
        </message>
        <message>
            <source>bot was removed</source>
            <translation>Bot wurde entfernt</translation>
        </message>
        <message>
            <source>nothing overdue</source>
            <translation>nichts überfällig</translation>
        </message>
        <message>
            <source>%1 – %2</source>
            <comment>server, its state</comment>
            <translation>%1 – %2</translation>
        </message>
        <message numerus="yes">
            <source>Show %n archived server(s)</source>
            <translation>
                <numerusform>%Ln archivierten Server zeigen</numerusform>
                <numerusform>%Ln archivierte Server zeigen</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SettingsEditor</name>
        <message>
            <source>Saved.</source>
            <translation>Gespeichert.</translation>
        </message>
        <message>
            <source>Not everything could be saved: %1</source>
            <translation>Nicht alles konnte gespeichert werden: %1</translation>
        </message>
        <message>
            <source>Taken back.</source>
            <translation>Zurückgenommen.</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>server, how many changes</comment>
            <translation>%1: %2</translation>
        </message>
        <message numerus="yes">
            <source>%n unsaved change(s)</source>
            <translation>
                <numerusform>%Ln ungespeicherte Änderung</numerusform>
                <numerusform>%Ln ungespeicherte Änderungen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more change(s) were saved.</source>
            <translation>
                <numerusform>%Ln weitere Änderung wurde gespeichert.</numerusform>
                <numerusform>%Ln weitere Änderungen wurden gespeichert.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SettingsPage</name>
        <message>
            <source>Search settings (Ctrl+F)</source>
            <translation>Einstellungen suchen (Strg+F)</translation>
        </message>
        <message>
            <source>Search settings</source>
            <translation>Einstellungen suchen</translation>
        </message>
        <message>
            <source>The bot is on no server yet. Time zone, detection and targets belong to a server and appear here then.</source>
            <translation>Der Bot ist noch auf keinem Server. Zeitzone, Erkennung und Ziele gehören zu einem Server und erscheinen dann hier.</translation>
        </message>
        <message>
            <source>General</source>
            <translation>Allgemein</translation>
        </message>
        <message>
            <source>Time zone</source>
            <translation>Zeitzone</translation>
        </message>
        <message>
            <source>Days, weeks and “today” of this server follow it.</source>
            <translation>Tage, Wochen und „heute“ dieses Servers folgen ihr.</translation>
        </message>
        <message>
            <source>&amp;Language of posts</source>
            <translation>&amp;Sprache der Beiträge</translation>
        </message>
        <message>
            <source>Of what the bot posts for everybody; private answers use the language of whoever asked.</source>
            <translation>Für das, was der Bot für alle schreibt; private Antworten sind in der Sprache der fragenden Person.</translation>
        </message>
        <message>
            <source>/ticketstats</source>
            <translation>/ticketstats</translation>
        </message>
        <message>
            <source>Answer in the channel, for everybody, unless asked otherwise</source>
            <translation>Im Kanal antworten, für alle, wenn nicht anders verlangt</translation>
        </message>
        <message>
            <source>When the window is &amp;closed</source>
            <translation>Beim S&amp;chließen des Fensters</translation>
        </message>
        <message>
            <source>Appearance</source>
            <translation>Aussehen</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>Design</translation>
        </message>
        <message>
            <source>Motion</source>
            <translation>Bewegung</translation>
        </message>
        <message>
            <source>Connection</source>
            <translation>Verbindung</translation>
        </message>
        <message>
            <source>Bot</source>
            <translation>Bot</translation>
        </message>
        <message>
            <source>Replace to&amp;ken…</source>
            <translation>To&amp;ken ersetzen…</translation>
        </message>
        <message>
            <source>Message Content Intent</source>
            <translation>Message Content Intent</translation>
        </message>
        <message>
            <source>Open the &amp;Bot page</source>
            <translation>Seite &amp;Bot öffnen</translation>
        </message>
        <message>
            <source>Slash commands</source>
            <translation>Slash-Befehle</translation>
        </message>
        <message>
            <source>Detection</source>
            <translation>Erkennung</translation>
        </message>
        <message>
            <source>Ticket cate&amp;gories</source>
            <translation>Ticketkategorien</translation>
        </message>
        <message>
            <source>Ticket categories</source>
            <translation>Ticketkategorien</translation>
        </message>
        <message>
            <source>Closed tickets are moved to</source>
            <translation>Geschlossene Tickets kommen in</translation>
        </message>
        <message>
            <source>Categories of closed tickets</source>
            <translation>Kategorien geschlossener Tickets</translation>
        </message>
        <message>
            <source>Archive channel</source>
            <translation>Archivkanal</translation>
        </message>
        <message>
            <source>Where the ticket bot posts transcripts of closed tickets.</source>
            <translation>Wohin der Ticket-Bot Mitschriften geschlossener Tickets schreibt.</translation>
        </message>
        <message>
            <source>Bots that open t&amp;ickets</source>
            <translation>Bots, die T&amp;ickets eröffnen</translation>
        </message>
        <message>
            <source>Bots that open tickets</source>
            <translation>Bots, die Tickets eröffnen</translation>
        </message>
        <message>
            <source>Add a &amp;bot…</source>
            <translation>Bot hinz&amp;ufügen…</translation>
        </message>
        <message>
            <source>Remove bot</source>
            <translation>Bot entfernen</translation>
        </message>
        <message>
            <source>Add to the list</source>
            <translation>Zur Liste hinzufügen</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Try detection</source>
            <translation>Erkennung testen</translation>
        </message>
        <message>
            <source>Tr&amp;y detection</source>
            <translation>Erke&amp;nnung testen</translation>
        </message>
        <message>
            <source>Channels marked as no ticket</source>
            <translation>Als „kein Ticket“ markierte Kanäle</translation>
        </message>
        <message>
            <source>First response target</source>
            <translation>Ziel der ersten Antwort</translation>
        </message>
        <message>
            <source> min</source>
            <translation> min</translation>
        </message>
        <message>
            <source>Resol&amp;ution target</source>
            <translation>Ziel der &amp;Lösung</translation>
        </message>
        <message>
            <source> h</source>
            <translation> h</translation>
        </message>
        <message>
            <source>Heavy load from</source>
            <translation>Hohe Last ab</translation>
        </message>
        <message>
            <source>Who answered that many open tickets last is marked on the Overview.</source>
            <translation>Wer bei so vielen offenen Tickets zuletzt antwortete, ist in der Übersicht markiert.</translation>
        </message>
        <message>
            <source>Advanced</source>
            <translation>Erweitert</translation>
        </message>
        <message>
            <source>Data folder</source>
            <translation>Datenordner</translation>
        </message>
        <message>
            <source>Open folder</source>
            <translation>Ordner öffnen</translation>
        </message>
        <message>
            <source>Log l&amp;evel</source>
            <translation>&amp;Protokollstufe</translation>
        </message>
        <message>
            <source>Until you quit; --log-level sets it at the start.</source>
            <translation>Bis zum Beenden; --log-level setzt sie beim Start.</translation>
        </message>
        <message>
            <source>Window</source>
            <translation>Fenster</translation>
        </message>
        <message>
            <source>Reset layout</source>
            <translation>Layout zurücksetzen</translation>
        </message>
        <message>
            <source>Set by %1 in the environment; it can only be changed there.</source>
            <translation>Durch %1 in der Umgebung gesetzt; nur dort änderbar.</translation>
        </message>
        <message>
            <source>The server's (English where it has none)</source>
            <translation>Die des Servers (Englisch, wenn er keine hat)</translation>
        </message>
        <message>
            <source>%1 – %2</source>
            <comment>category, how many channels</comment>
            <translation>%1 – %2</translation>
        </message>
        <message numerus="yes">
            <source>%n channel(s)</source>
            <translation>
                <numerusform>%Ln Kanal</numerusform>
                <numerusform>%Ln Kanäle</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 – deleted on Discord</source>
            <translation>%1 – in Discord gelöscht</translation>
        </message>
        <message>
            <source>The server's categories appear when the bot is connected.</source>
            <translation>Die Kategorien des Servers erscheinen, wenn der Bot verbunden ist.</translation>
        </message>
        <message>
            <source>Every channel in these categories is a ticket.</source>
            <translation>Jeder Kanal in diesen Kategorien ist ein Ticket.</translation>
        </message>
        <message>
            <source>None: tickets are closed when their channel is deleted.</source>
            <translation>Keine: Tickets werden mit dem Löschen ihres Kanals geschlossen.</translation>
        </message>
        <message>
            <source>None</source>
            <comment>no archive channel</comment>
            <translation>Keiner</translation>
        </message>
        <message>
            <source>This is a person, not a bot.</source>
            <translation>Das ist eine Person, kein Bot.</translation>
        </message>
        <message>
            <source>ID %1</source>
            <translation>ID %1</translation>
        </message>
        <message>
            <source>None chosen: whoever makes a channel in a ticket category opens a ticket.</source>
            <translation>Keiner gewählt: Wer einen Kanal in einer Ticketkategorie anlegt, eröffnet ein Ticket.</translation>
        </message>
        <message>
            <source>Not connected yet.</source>
            <translation>Noch nicht verbunden.</translation>
        </message>
        <message>
            <source>%1, ID %2</source>
            <comment>the bot's name</comment>
            <translation>%1, ID %2</translation>
        </message>
        <message>
            <source>Lets the bot read reasons and ratings that other ticket bots post. Tickets are tracked without it.</source>
            <translation>Lässt den Bot Gründe und Bewertungen lesen, die andere Ticket-Bots schreiben. Tickets werden auch ohne erfasst.</translation>
        </message>
        <message>
            <source>On. %1</source>
            <translation>An. %1</translation>
        </message>
        <message>
            <source>Off, optional. %1</source>
            <translation>Aus, optional. %1</translation>
        </message>
        <message>
            <source>They are registered when the bot connects.</source>
            <translation>Sie werden registriert, wenn der Bot sich verbindet.</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>und %Ln weiterer</numerusform>
                <numerusform>und %Ln weitere</numerusform>
            </translation>
        </message>
        <message>
            <source>Detection can be tried while the bot is connected.</source>
            <translation>Die Erkennung lässt sich testen, während der Bot verbunden ist.</translation>
        </message>
        <message>
            <source>Reading the server again…</source>
            <translation>Der Server wird neu gelesen…</translation>
        </message>
        <message numerus="yes">
            <source>%n open ticket channel(s) right now.</source>
            <translation>
                <numerusform>Gerade %Ln offener Ticketkanal.</numerusform>
                <numerusform>Gerade %Ln offene Ticketkanäle.</numerusform>
            </translation>
        </message>
        <message>
            <source>No ticket channel yet. The first new one will appear here.</source>
            <translation>Noch kein Ticketkanal. Der erste neue erscheint hier.</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Einstellungen</translation>
        </message>
        <message>
            <source>unsaved changes</source>
            <translation>nicht gespeichert</translation>
        </message>
        <message>
            <source>Settings were changed and not saved.
%1</source>
            <translation>Geänderte Einstellungen sind nicht gespeichert.
%1</translation>
        </message>
        <message>
            <source>Ask</source>
            <translation>Fragen</translation>
        </message>
        <message>
            <source>Keep the bot running</source>
            <translation>Den Bot weiterlaufen lassen</translation>
        </message>
        <message>
            <source>Quit and stop the bot</source>
            <translation>Beenden und den Bot anhalten</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>Wie das System</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Hell</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Dunkel</translation>
        </message>
        <message>
            <source>%1: %2.</source>
            <comment>setting, its value</comment>
            <translation>%1: %2.</translation>
        </message>
        <message>
            <source>When the window is closed</source>
            <translation>Beim Schließen des Fensters</translation>
        </message>
        <message>
            <source>Motion is reduced.</source>
            <translation>Weniger Bewegung.</translation>
        </message>
        <message>
            <source>Motion is as usual.</source>
            <translation>Bewegung wie üblich.</translation>
        </message>
        <message>
            <source>Reading settings…</source>
            <translation>Einstellungen laden…</translation>
        </message>
        <message>
            <source>No setting matches “%1”.</source>
            <translation>Keine Einstellung passt zu „%1“.</translation>
        </message>
        <message>
            <source>Clear search</source>
            <translation>Suche löschen</translation>
        </message>
        <message>
            <source>Language of the app</source>
            <translation>Sprache der Anwendung</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>Start</translation>
        </message>
        <message>
            <source>Start when I log in</source>
            <translation>Bei der Anmeldung starten</translation>
        </message>
        <message>
            <source>Notifications</source>
            <translation>Benachrichtigungen</translation>
        </message>
        <message>
            <source>Show notifications on this computer</source>
            <translation>Benachrichtigungen auf diesem Computer zeigen</translation>
        </message>
        <message>
            <source>Density</source>
            <translation>Dichte</translation>
        </message>
        <message>
            <source>Remove token…</source>
            <translation>Token entfernen…</translation>
        </message>
        <message>
            <source>Register again</source>
            <translation>Erneut anmelden</translation>
        </message>
        <message>
            <source>Invitation</source>
            <translation>Einladung</translation>
        </message>
        <message>
            <source>Adds the bot to a server with the permissions it needs; never Administrator.</source>
            <translation>Fügt den Bot mit den nötigen Berechtigungen zu einem Server hinzu; nie Administrator.</translation>
        </message>
        <message>
            <source>Copy link</source>
            <translation>Link kopieren</translation>
        </message>
        <message>
            <source>Open in browser</source>
            <translation>Im Browser öffnen</translation>
        </message>
        <message>
            <source>Proxy</source>
            <translation>Proxy</translation>
        </message>
        <message>
            <source>Address of the HTTP proxy</source>
            <translation>Adresse des HTTP-Proxys</translation>
        </message>
        <message>
            <source>proxy.example.org:8080</source>
            <translation>proxy.example.org:8080</translation>
        </message>
        <message>
            <source>The bot connects anew when this is changed.</source>
            <translation>Der Bot verbindet sich neu, wenn das geändert wird.</translation>
        </message>
        <message>
            <source>The link appears as soon as Discord has answered.</source>
            <translation>Der Link erscheint, sobald Discord geantwortet hat.</translation>
        </message>
        <message>
            <source>Possible while the bot is connected.</source>
            <translation>Möglich, solange der Bot verbunden ist.</translation>
        </message>
        <message>
            <source>The settings could not be read.</source>
            <translation>Die Einstellungen konnten nicht gelesen werden.</translation>
        </message>
        <message>
            <source>The commands are registered again.</source>
            <translation>Die Befehle werden erneut angemeldet.</translation>
        </message>
        <message>
            <source>Comfortable</source>
            <translation>Bequem</translation>
        </message>
        <message>
            <source>Compact</source>
            <translation>Kompakt</translation>
        </message>
        <message>
            <source>None</source>
            <comment>no proxy</comment>
            <translation>Keiner</translation>
        </message>
        <message>
            <source>HTTP proxy</source>
            <translation>HTTP-Proxy</translation>
        </message>
        <message>
            <source>Notifications are shown on this computer.</source>
            <translation>Benachrichtigungen werden auf diesem Computer gezeigt.</translation>
        </message>
        <message>
            <source>This computer shows no notifications. The banner and the Problems list go on.</source>
            <translation>Dieser Computer zeigt keine Benachrichtigungen. Das Banner und die Problemliste bleiben.</translation>
        </message>
        <message>
            <source>Ticket Assistant starts when you log in.</source>
            <translation>Ticket Assistant startet bei der Anmeldung.</translation>
        </message>
        <message>
            <source>Ticket Assistant no longer starts when you log in.</source>
            <translation>Ticket Assistant startet nicht mehr bei der Anmeldung.</translation>
        </message>
        <message>
            <source>Proxy: %1.</source>
            <translation>Proxy: %1.</translation>
        </message>
        <message>
            <source>This is no address of a proxy: a name, a colon and a port are needed, for example proxy.example.org:8080.</source>
            <translation>Das ist keine Adresse eines Proxys: nötig sind ein Name, ein Doppelpunkt und ein Port, zum Beispiel proxy.example.org:8080.</translation>
        </message>
        <message>
            <source>Link copied.</source>
            <translation>Link kopiert.</translation>
        </message>
        <message>
            <source>Targets and hours</source>
            <translation>Ziele und Arbeitszeit</translation>
        </message>
        <message>
            <source>Single categories</source>
            <translation>Einzelne Kategorien</translation>
        </message>
        <message>
            <source>Change categories…</source>
            <translation>Kategorien ändern…</translation>
        </message>
        <message>
            <source>Hours and holidays</source>
            <translation>Arbeitszeit, Feiertage</translation>
        </message>
        <message>
            <source>Change working hours…</source>
            <translation>Arbeitszeit ändern…</translation>
        </message>
        <message>
            <source>%1, holidays: %2</source>
            <comment>working hours, dates</comment>
            <translation>%1, Feiertage: %2</translation>
        </message>
        <message>
            <source>Date format</source>
            <translation>Datumsformat</translation>
        </message>
        <message>
            <source>Time format</source>
            <translation>Zeitformat</translation>
        </message>
        <message>
            <source>First day of the week</source>
            <translation>Erster Tag der Woche</translation>
        </message>
        <message>
            <source>Of ranges, charts and calendars in this window. In what the bot posts, weeks go from Monday to Sunday.</source>
            <translation>Für Zeiträume, Diagramme und Kalender in diesem Fenster. In dem, was der Bot schreibt, gehen Wochen von Montag bis Sonntag.</translation>
        </message>
        <message>
            <source>Privacy</source>
            <translation>Datenschutz</translation>
        </message>
        <message>
            <source>Comparing people</source>
            <translation>Personen vergleichen</translation>
        </message>
        <message>
            <source>Hide the staff chart</source>
            <translation>Team-Diagramm ausblenden</translation>
        </message>
        <message>
            <source>In Trends, and the ranking on Staff: people are ordered by name then, without bars.</source>
            <translation>In den Trends, und die Rangfolge auf der Seite Team: Personen stehen dann nach Namen geordnet, ohne Balken.</translation>
        </message>
        <message>
            <source>Recorded data</source>
            <translation>Aufgezeichnete Daten</translation>
        </message>
        <message>
            <source>Retention and erasing</source>
            <translation>Aufbewahren und Vergessen</translation>
        </message>
        <message>
            <source>Reduce motio&amp;n</source>
            <translation>Weni&amp;ger Bewegung</translation>
        </message>
        <message numerus="yes">
            <source> open ticket(s)</source>
            <comment>after a number</comment>
            <translation>
                <numerusform> offenen Ticket</numerusform>
                <numerusform> offenen Tickets</numerusform>
            </translation>
        </message>
        <message>
            <source>Tickets are closed when they are moved there or their channel is deleted.</source>
            <translation>Tickets werden geschlossen, wenn sie dorthin verschoben werden oder ihr Kanal gelöscht wird.</translation>
        </message>
    </context>
    <context>
        <name>SettingsWords</name>
        <message>
            <source>Server owner</source>
            <translation>Serverbesitzer</translation>
        </message>
        <message>
            <source>Server owner (%1)</source>
            <translation>Serverbesitzer (%1)</translation>
        </message>
        <message>
            <source>Deleted role %1</source>
            <translation>Gelöschte Rolle %1</translation>
        </message>
        <message>
            <source>Role %1</source>
            <translation>Rolle %1</translation>
        </message>
        <message>
            <source>everybody can</source>
            <translation>alle dürfen</translation>
        </message>
        <message>
            <source>the server owner always can</source>
            <translation>der Serverbesitzer darf immer</translation>
        </message>
        <message>
            <source>has max permissions</source>
            <translation>hat Höchstrechte</translation>
        </message>
        <message>
            <source>because of %1</source>
            <comment>the role that decides</comment>
            <translation>wegen %1</translation>
        </message>
        <message>
            <source>no role of theirs has “%1”</source>
            <translation>keine ihrer Rollen hat „%1“</translation>
        </message>
        <message>
            <source>%1: can – %2</source>
            <comment>command, reason</comment>
            <translation>%1: darf – %2</translation>
        </message>
        <message>
            <source>%1: cannot – %2</source>
            <comment>command, reason</comment>
            <translation>%1: darf nicht – %2</translation>
        </message>
        <message>
            <source>no role of theirs counts as staff</source>
            <translation>keine ihrer Rollen zählt zum Team</translation>
        </message>
        <message>
            <source>deleted role %1</source>
            <translation>gelöschte Rolle %1</translation>
        </message>
        <message>
            <source>role %1</source>
            <translation>Rolle %1</translation>
        </message>
        <message>
            <source>none</source>
            <comment>no channel</comment>
            <translation>keiner</translation>
        </message>
        <message>
            <source>channel %1</source>
            <translation>Kanal %1</translation>
        </message>
        <message>
            <source>category %1</source>
            <translation>Kategorie %1</translation>
        </message>
        <message>
            <source>person %1</source>
            <translation>Person %1</translation>
        </message>
        <message>
            <source>Counts as staff</source>
            <translation>Zählt zum Team</translation>
        </message>
        <message>
            <source>%1 can use every command, including deleting data, and counts as staff.</source>
            <translation>%1 kann jeden Befehl benutzen, auch Daten löschen, und zählt zum Team.</translation>
        </message>
        <message>
            <source>%1 is back to what their roles allow.</source>
            <translation>%1 darf wieder nur, was die Rollen erlauben.</translation>
        </message>
        <message>
            <source>%1: %2 → %3.</source>
            <comment>setting: old value → new value</comment>
            <translation>%1: %2 → %3.</translation>
        </message>
        <message>
            <source>Ticket log channel</source>
            <translation>Kanal des Ticketprotokolls</translation>
        </message>
        <message>
            <source>Archive channel</source>
            <translation>Archivkanal</translation>
        </message>
        <message>
            <source>/ticketstats answers</source>
            <translation>/ticketstats antwortet</translation>
        </message>
        <message>
            <source>Time zone</source>
            <translation>Zeitzone</translation>
        </message>
        <message>
            <source>Language of posts</source>
            <translation>Sprache der Beiträge</translation>
        </message>
        <message>
            <source>First response target</source>
            <translation>Ziel der ersten Antwort</translation>
        </message>
        <message>
            <source>Resolution target</source>
            <translation>Ziel der Lösung</translation>
        </message>
        <message>
            <source>Heavy load</source>
            <translation>Hohe Last</translation>
        </message>
        <message>
            <source>in the channel, for everybody</source>
            <translation>im Kanal, für alle</translation>
        </message>
        <message>
            <source>privately</source>
            <translation>privat</translation>
        </message>
        <message>
            <source>the server's</source>
            <translation>die des Servers</translation>
        </message>
        <message numerus="yes">
            <source>%n open ticket(s)</source>
            <translation>
                <numerusform>%Ln offenes Ticket</numerusform>
                <numerusform>%Ln offene Tickets</numerusform>
            </translation>
        </message>
        <message>
            <source>Every member of the server will be able to delete tickets.</source>
            <translation>Jedes Mitglied des Servers wird Tickets löschen können.</translation>
        </message>
        <message>
            <source>Every member of the server will be able to give everyone every right.</source>
            <translation>Jedes Mitglied des Servers wird allen jedes Recht geben können.</translation>
        </message>
        <message>
            <source>the server owner</source>
            <translation>der Serverbesitzer</translation>
        </message>
        <message>
            <source>the server owner (%1)</source>
            <translation>der Serverbesitzer (%1)</translation>
        </message>
        <message>
            <source>Nobody except %1 will be able to manage access.</source>
            <translation>Nur noch %1 wird Rechte verwalten können.</translation>
        </message>
        <message>
            <source>Nobody except %1 will be able to manage data.</source>
            <translation>Nur noch %1 wird Daten verwalten können.</translation>
        </message>
        <message>
            <source>Nobody except %1 will be able to view statistics.</source>
            <translation>Nur noch %1 wird Statistik ansehen können.</translation>
        </message>
        <message>
            <source>Nobody will count as staff: response times can no longer be measured.</source>
            <translation>Niemand wird zum Team zählen: Antwortzeiten sind dann nicht mehr messbar.</translation>
        </message>
        <message>
            <source>Without a ticket category no ticket will be recorded.</source>
            <translation>Ohne Ticketkategorie wird kein Ticket aufgezeichnet.</translation>
        </message>
        <message>
            <source>“%1” is both: its tickets are recorded, and being moved there closes them.</source>
            <translation>„%1“ ist beides: Tickets darin werden aufgezeichnet, und das Verschieben dorthin schließt sie.</translation>
        </message>
        <message>
            <source>“%1” was changed to %2 by somebody else; saving replaces that with %3.</source>
            <translation>„%1“ wurde von jemand anderem auf %2 geändert; Speichern ersetzt das durch %3.</translation>
        </message>
        <message>
            <source>Saved elsewhere meanwhile, and kept: %1</source>
            <translation>Inzwischen woanders gespeichert und behalten: %1</translation>
        </message>
        <message>
            <source>Time zone: “%1” is not known. Choose one from the list, for example Europe/London.</source>
            <translation>Zeitzone: „%1“ ist nicht bekannt. Wähle eine aus der Liste, zum Beispiel Europe/London.</translation>
        </message>
        <message>
            <source>First response target: at least 1 minute.</source>
            <translation>Ziel der ersten Antwort: mindestens 1 Minute.</translation>
        </message>
        <message>
            <source>Resolution target: at least 1 hour.</source>
            <translation>Ziel der Lösung: mindestens 1 Stunde.</translation>
        </message>
        <message>
            <source>Resolution target: it cannot be shorter than the first response target.</source>
            <translation>Ziel der Lösung: Es kann nicht kürzer sein als das Ziel der ersten Antwort.</translation>
        </message>
        <message>
            <source>Heavy load: at least 1 open ticket.</source>
            <translation>Hohe Last: mindestens 1 offenes Ticket.</translation>
        </message>
        <message>
            <source>The %1 is taken out of “%2”; it gave nobody anything any more.</source>
            <translation>%1 wird aus „%2“ entfernt; sie gab niemandem mehr etwas.</translation>
        </message>
        <message>
            <source>%1 counts as staff from now on.</source>
            <translation>%1 zählt ab jetzt zum Team.</translation>
        </message>
        <message>
            <source>%1 no longer counts as staff.</source>
            <translation>%1 zählt nicht mehr zum Team.</translation>
        </message>
        <message>
            <source>%1 can now view statistics.</source>
            <translation>%1 kann jetzt Statistiken sehen.</translation>
        </message>
        <message>
            <source>%1 can no longer view statistics.</source>
            <translation>%1 kann keine Statistiken mehr sehen.</translation>
        </message>
        <message>
            <source>%1 can now delete data.</source>
            <translation>%1 kann jetzt Daten löschen.</translation>
        </message>
        <message>
            <source>%1 can no longer delete data.</source>
            <translation>%1 kann keine Daten mehr löschen.</translation>
        </message>
        <message>
            <source>%1 can now give and take rights.</source>
            <translation>%1 kann jetzt Rechte geben und nehmen.</translation>
        </message>
        <message>
            <source>%1 can no longer give and take rights.</source>
            <translation>%1 kann keine Rechte mehr geben und nehmen.</translation>
        </message>
        <message>
            <source>Channels in “%1” are tickets from now on.</source>
            <translation>Kanäle in „%1“ sind ab jetzt Tickets.</translation>
        </message>
        <message>
            <source>Channels in “%1” are no longer tickets; what was recorded stays.</source>
            <translation>Kanäle in „%1“ sind keine Tickets mehr; was erfasst wurde, bleibt.</translation>
        </message>
        <message>
            <source>A ticket that is moved to “%1” counts as closed.</source>
            <translation>Ein Ticket, das nach „%1“ verschoben wird, gilt als geschlossen.</translation>
        </message>
        <message>
            <source>A ticket that is moved to “%1” no longer counts as closed.</source>
            <translation>Ein Ticket, das nach „%1“ verschoben wird, gilt nicht mehr als geschlossen.</translation>
        </message>
        <message>
            <source>%1 counts as a bot that opens tickets.</source>
            <translation>%1 gilt als Bot, der Tickets öffnet.</translation>
        </message>
        <message>
            <source>%1 no longer counts as a bot that opens tickets.</source>
            <translation>%1 gilt nicht mehr als Bot, der Tickets öffnet.</translation>
        </message>
        <message>
            <source>Working hours</source>
            <translation>Arbeitszeit</translation>
        </message>
        <message>
            <source>Holidays</source>
            <translation>Feiertage</translation>
        </message>
        <message>
            <source>Targets of single categories</source>
            <translation>Ziele einzelner Kategorien</translation>
        </message>
        <message>
            <source>Targets of single categories: closing cannot be due before the first response.</source>
            <translation>Ziele einzelner Kategorien: Die Lösung kann nicht vor der ersten Antwort fällig sein.</translation>
        </message>
        <message>
            <source>Everyone cannot be staff: answers could not be told from questions.</source>
            <translation>Alle können nicht das Team sein: Antworten wären nicht von Fragen zu unterscheiden.</translation>
        </message>
    </context>
    <context>
        <name>SetupChecklist</name>
        <message>
            <source>First steps</source>
            <translation>Erste Schritte</translation>
        </message>
        <message>
            <source>Put the first steps away</source>
            <translation>Die ersten Schritte ausblenden</translation>
        </message>
        <message>
            <source>Bot log</source>
            <translation>Bot-Protokoll</translation>
        </message>
        <message>
            <source>Show channels</source>
            <translation>Kanäle zeigen</translation>
        </message>
        <message>
            <source>Choose roles</source>
            <translation>Rollen wählen</translation>
        </message>
        <message>
            <source>Check detection</source>
            <translation>Erkennung prüfen</translation>
        </message>
        <message>
            <source>The bot connects to Discord.</source>
            <translation>Der Bot verbindet sich mit Discord.</translation>
        </message>
        <message>
            <source>The bot can read every ticket channel.</source>
            <translation>Der Bot kann jeden Ticketkanal lesen.</translation>
        </message>
        <message>
            <source>Some role counts as staff, so that first responses can be measured.</source>
            <translation>Eine Rolle zählt zum Team, damit erste Antworten gemessen werden können.</translation>
        </message>
        <message>
            <source>The first ticket is recorded. It appears within seconds of being opened.</source>
            <translation>Das erste Ticket ist aufgezeichnet. Es erscheint Sekunden nach dem Öffnen.</translation>
        </message>
        <message>
            <source>✓ Done: %1</source>
            <comment>a first step</comment>
            <translation>✓ Erledigt: %1</translation>
        </message>
        <message>
            <source>To do: %1</source>
            <comment>a first step</comment>
            <translation>Zu tun: %1</translation>
        </message>
    </context>
    <context>
        <name>SetupPage</name>
        <message>
            <source>Set up Ticket Assistant</source>
            <translation>Ticket Assistant einrichten</translation>
        </message>
        <message>
            <source>Finish &amp;later</source>
            <translation>Später a&amp;bschließen</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>Schritte</translation>
        </message>
        <message>
            <source>&amp;Back</source>
            <translation>&amp;Zurück</translation>
        </message>
        <message>
            <source>&amp;Continue</source>
            <translation>W&amp;eiter</translation>
        </message>
        <message>
            <source>Token</source>
            <translation>Token</translation>
        </message>
        <message>
            <source>Server</source>
            <translation>Server</translation>
        </message>
        <message>
            <source>Tickets and team</source>
            <translation>Tickets und Team</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>Bereit</translation>
        </message>
        <message>
            <source>✓ %1 %2
     Set by DISCORD_TOKEN</source>
            <translation>✓ %1 %2
     Durch DISCORD_TOKEN gesetzt</translation>
        </message>
        <message>
            <source>Step %1, %2, set by DISCORD_TOKEN</source>
            <translation>Schritt %1, %2, durch DISCORD_TOKEN gesetzt</translation>
        </message>
        <message>
            <source>● %1 %2</source>
            <comment>the current step</comment>
            <translation>● %1 %2</translation>
        </message>
        <message>
            <source>Step %1, %2, current</source>
            <translation>Schritt %1, %2, aktuell</translation>
        </message>
        <message>
            <source>✓ %1 %2</source>
            <comment>a step that is done</comment>
            <translation>✓ %1 %2</translation>
        </message>
        <message>
            <source>Step %1, %2, done</source>
            <translation>Schritt %1, %2, erledigt</translation>
        </message>
        <message>
            <source>○ %1 %2</source>
            <comment>a step to come</comment>
            <translation>○ %1 %2</translation>
        </message>
        <message>
            <source>Step %1, %2, to do</source>
            <translation>Schritt %1, %2, offen</translation>
        </message>
        <message>
            <source>Step %1 of %2: %3</source>
            <translation>Schritt %1 von %2: %3</translation>
        </message>
        <message>
            <source>F&amp;inish</source>
            <translation>&amp;Fertig</translation>
        </message>
        <message>
            <source>Saving…</source>
            <translation>Wird gespeichert…</translation>
        </message>
        <message>
            <source>Guide: F1</source>
            <translation>Anleitung: F1</translation>
        </message>
    </context>
    <context>
        <name>SetupWords</name>
        <message>
            <source>The bot needs its token first.</source>
            <translation>Der Bot braucht zuerst sein Token.</translation>
        </message>
        <message>
            <source>Choose a server, or add the bot to one.</source>
            <translation>Wähle einen Server, oder füge den Bot einem hinzu.</translation>
        </message>
        <message>
            <source>Choose at least one category that holds tickets.</source>
            <translation>Wähle mindestens eine Kategorie mit Tickets.</translation>
        </message>
        <message>
            <source>View Channels</source>
            <translation>Kanäle ansehen</translation>
        </message>
        <message>
            <source>see ticket channels</source>
            <translation>Ticketkanäle sehen</translation>
        </message>
        <message>
            <source>Send Messages</source>
            <translation>Nachrichten senden</translation>
        </message>
        <message>
            <source>summaries, log channel</source>
            <translation>Zusammenfassungen, Protokollkanal</translation>
        </message>
        <message>
            <source>Embed Links</source>
            <translation>Links einbetten</translation>
        </message>
        <message>
            <source>statistics cards</source>
            <translation>Statistikkarten</translation>
        </message>
        <message>
            <source>Read Message History</source>
            <translation>Nachrichtenverlauf anzeigen</translation>
        </message>
        <message>
            <source>catch up after being offline</source>
            <translation>nachlesen, was offline geschah</translation>
        </message>
        <message>
            <source>View Audit Log</source>
            <translation>Audit-Log einsehen</translation>
        </message>
        <message>
            <source>find who closed a ticket</source>
            <translation>finden, wer ein Ticket schloss</translation>
        </message>
        <message>
            <source>Attach Files</source>
            <translation>Dateien anhängen</translation>
        </message>
        <message>
            <source>chart pictures, CSV</source>
            <translation>Diagrammbilder, CSV</translation>
        </message>
        <message>
            <source>Manage Threads</source>
            <translation>Threads verwalten</translation>
        </message>
        <message>
            <source>only if tickets are private threads</source>
            <translation>nur wenn Tickets private Threads sind</translation>
        </message>
        <message>
            <source>can read</source>
            <translation>kann lesen</translation>
        </message>
        <message numerus="yes">
            <source>cannot see %n channel(s): View Channel is missing</source>
            <translation>
                <numerusform>sieht %Ln Kanal nicht: „Kanal ansehen“ fehlt</numerusform>
                <numerusform>sieht %Ln Kanäle nicht: „Kanal ansehen“ fehlt</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>cannot read %n channel(s): Read Message History is missing</source>
            <translation>
                <numerusform>kann %Ln Kanal nicht lesen: „Nachrichtenverlauf anzeigen“ fehlt</numerusform>
                <numerusform>kann %Ln Kanäle nicht lesen: „Nachrichtenverlauf anzeigen“ fehlt</numerusform>
            </translation>
        </message>
        <message>
            <source>could not read new channels: the category does not let the bot in</source>
            <translation>könnte neue Kanäle nicht lesen: die Kategorie lässt den Bot nicht herein</translation>
        </message>
        <message>
            <source>In Discord: right-click the category %1, Edit Category, Permissions. Add the role %2 and allow View Channel and Read Message History. Then choose Sync Now in channels that have permissions of their own.</source>
            <translation>In Discord: Rechtsklick auf die Kategorie %1, „Kategorie bearbeiten“, „Berechtigungen“. Füge die Rolle %2 hinzu und erlaube „Kanal ansehen“ und „Nachrichtenverlauf anzeigen“. Wähle dann „Jetzt synchronisieren“ in Kanälen mit eigenen Berechtigungen.</translation>
        </message>
        <message>
            <source>Channels: %1</source>
            <translation>Kanäle: %1</translation>
        </message>
    </context>
    <context>
        <name>Staff</name>
        <message>
            <source>tickets</source>
            <translation>Tickets</translation>
        </message>
        <message>
            <source>%1 to %2</source>
            <comment>hours</comment>
            <translation>%1 bis %2</translation>
        </message>
        <message>
            <source>Who was active when, beside arrivals</source>
            <translation>Wer wann aktiv war, neben den Eingängen</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>Person</translation>
        </message>
        <message>
            <source>Tickets opened</source>
            <translation>Eröffnete Tickets</translation>
        </message>
        <message numerus="yes">
            <source>%n staff member(s) wrote.</source>
            <translation>
                <numerusform>%Ln Teammitglied schrieb.</numerusform>
                <numerusform>%Ln Teammitglieder schrieben.</numerusform>
            </translation>
        </message>
        <message>
            <source>Tickets that %1 answered</source>
            <translation>Tickets, die %1 beantwortete</translation>
        </message>
        <message>
            <source>%1 answered no ticket opened in this period.</source>
            <translation>%1 beantwortete kein in diesem Zeitraum eröffnetes Ticket.</translation>
        </message>
        <message>
            <source>Answered</source>
            <translation>Beantwortet</translation>
        </message>
        <message>
            <source>First responses by %1</source>
            <translation>Erste Antworten von %1</translation>
        </message>
        <message>
            <source>%1 was first in no ticket opened in this period.</source>
            <translation>In keinem Ticket dieses Zeitraums war %1 zuerst.</translation>
        </message>
        <message>
            <source>Median</source>
            <translation>Median</translation>
        </message>
        <message>
            <source>First responses</source>
            <translation>Erste Antworten</translation>
        </message>
        <message>
            <source>target %1</source>
            <comment>duration</comment>
            <translation>Ziel %1</translation>
        </message>
        <message>
            <source>When %1 wrote</source>
            <translation>Wann %1 schrieb</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>Tag</translation>
        </message>
        <message>
            <source>No message in this period.</source>
            <translation>Keine Nachricht in diesem Zeitraum.</translation>
        </message>
    </context>
    <context>
        <name>StaffModel</name>
        <message>
            <source>%1 heavy load</source>
            <comment>number of open tickets</comment>
            <translation>%1 hohe Last</translation>
        </message>
        <message numerus="yes">
            <source>Median of %n first response(s)</source>
            <translation>
                <numerusform>Median von %Ln erster Antwort</numerusform>
                <numerusform>Median von %Ln ersten Antworten</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>only %n ticket(s)</source>
            <translation>
                <numerusform>nur %Ln Ticket</numerusform>
                <numerusform>nur %Ln Tickets</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 (n = %2)</source>
            <translation>%1 (n = %2)</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>Person</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>Rolle</translation>
        </message>
        <message>
            <source>Open now</source>
            <translation>Jetzt offen</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>Wartend</translation>
        </message>
        <message>
            <source>Answered</source>
            <translation>Beantwortet</translation>
        </message>
        <message>
            <source>First response, median</source>
            <translation>Erste Antwort, Median</translation>
        </message>
        <message>
            <source>Messages</source>
            <translation>Nachrichten</translation>
        </message>
        <message>
            <source>Rating</source>
            <translation>Bewertung</translation>
        </message>
        <message>
            <source>Claimed</source>
            <translation>Übernommen</translation>
        </message>
        <message>
            <source>Active days</source>
            <translation>Aktive Tage</translation>
        </message>
        <message>
            <source>Last active</source>
            <translation>Zuletzt aktiv</translation>
        </message>
        <message>
            <source>%1 (seconds)</source>
            <translation>%1 (Sekunden)</translation>
        </message>
        <message>
            <source>Ratings (number)</source>
            <translation>Bewertungen (Anzahl)</translation>
        </message>
    </context>
    <context>
        <name>StaffPage</name>
        <message>
            <source>Staff</source>
            <translation>Team</translation>
        </message>
        <message>
            <source>Reading the tickets…</source>
            <translation>Die Tickets werden gelesen…</translation>
        </message>
        <message>
            <source>Show open tickets</source>
            <translation>Offene Tickets zeigen</translation>
        </message>
        <message>
            <source>Show answered tickets</source>
            <translation>Beantwortete Tickets zeigen</translation>
        </message>
        <message>
            <source>Hide the ranking</source>
            <translation>Rangfolge ausblenden</translation>
        </message>
        <message>
            <source>Explain</source>
            <translation>Erklären</translation>
        </message>
        <message>
            <source>Explain the columns</source>
            <translation>Die Spalten erklären</translation>
        </message>
        <message>
            <source>Last reply by %1</source>
            <translation>Letzte Antwort von %1</translation>
        </message>
        <message>
            <source>Answered by %1, opened: %2</source>
            <translation>Beantwortet von %1, eröffnet: %2</translation>
        </message>
        <message>
            <source>Open now and waiting: open tickets whose newest staff message is by this person; a person waits in the latter. Answered: tickets opened in the period in which this person wrote at least once. First response: the median of those this person gave, from the opening on; with fewer than 5 there is none. Rating: of tickets closed in the period, credited to the one who claimed, else to the one who closed. Claimed: tickets closed in the period, where the ticket bot reports it. Active days: days with a staff message.</source>
            <translation>Jetzt offen und wartend: offene Tickets, deren neueste Nachricht des Teams von dieser Person ist; bei den wartenden wartet jemand. Beantwortet: im Zeitraum eröffnete Tickets, in denen diese Person mindestens einmal schrieb. Erste Antwort: der Median derer, die diese Person gab, ab der Eröffnung; bei weniger als 5 gibt es keinen. Bewertung: von im Zeitraum geschlossenen Tickets; sie zählt für den, der übernahm, sonst für den, der schloss. Übernommen: im Zeitraum geschlossene Tickets, wo der Ticket-Bot es meldet. Aktive Tage: Tage mit einer Nachricht des Teams.</translation>
        </message>
        <message>
            <source>Staff (CSV)…</source>
            <translation>Team (CSV)…</translation>
        </message>
        <message>
            <source>CSV table</source>
            <translation>CSV-Tabelle</translation>
        </message>
        <message>
            <source>Tickets in which this person wrote as staff, by the day they were opened.</source>
            <translation>Tickets, in denen diese Person für das Team schrieb, nach dem Tag ihrer Eröffnung.</translation>
        </message>
        <message>
            <source>Time from the opening to the first staff message, of tickets in which this person wrote the first one, by the day they were opened.</source>
            <translation>Zeit von der Eröffnung bis zur ersten Nachricht des Teams, bei Tickets, in denen diese Person die erste schrieb, nach dem Tag ihrer Eröffnung.</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>chart's title, day</comment>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>On top the tickets opened in each hour of the day, over the whole period. Below, for each person, the messages written as staff in that hour. Times in %1.</source>
            <translation>Oben die in jeder Stunde des Tages eröffneten Tickets, über den ganzen Zeitraum. Darunter für jede Person die Nachrichten, die sie in dieser Stunde für das Team schrieb. Zeiten in %1.</translation>
        </message>
        <message>
            <source>Messages this person wrote as staff, by weekday and hour. Times in %1.</source>
            <translation>Nachrichten, die diese Person für das Team schrieb, nach Wochentag und Stunde. Zeiten in %1.</translation>
        </message>
        <message>
            <source>There is no assignment in Discord: an open ticket belongs to whoever replied last.</source>
            <translation>In Discord gibt es keine Zuweisung: ein offenes Ticket gehört dem, der zuletzt antwortete.</translation>
        </message>
        <message numerus="yes">
            <source>Without any staff reply yet: %n open ticket(s).</source>
            <translation>
                <numerusform>Noch ohne Antwort des Teams: %Ln offenes Ticket.</numerusform>
                <numerusform>Noch ohne Antwort des Teams: %Ln offene Tickets.</numerusform>
            </translation>
        </message>
        <message>
            <source>Observed %1 of this period.</source>
            <translation>%1 dieses Zeitraums beobachtet.</translation>
        </message>
        <message>
            <source>No server yet. As soon as the bot is in one, its staff appears here.</source>
            <translation>Noch kein Server. Sobald der Bot auf einem ist, erscheint hier dessen Team.</translation>
        </message>
        <message>
            <source>No role counts as staff yet.</source>
            <translation>Noch zählt keine Rolle zum Team.</translation>
        </message>
        <message>
            <source>No tickets yet. Who answers the first one appears here.</source>
            <translation>Noch keine Tickets. Wer das erste beantwortet, erscheint hier.</translation>
        </message>
        <message>
            <source>No staff member wrote in this period: %1.</source>
            <translation>Niemand vom Team schrieb in diesem Zeitraum: %1.</translation>
        </message>
        <message>
            <source>Last 90 days</source>
            <translation>Letzte 90 Tage</translation>
        </message>
        <message>
            <source>No tickets are counted there.</source>
            <translation>Dort werden keine Tickets gezählt.</translation>
        </message>
        <message>
            <source>Opened: %1</source>
            <translation>Eröffnet: %1</translation>
        </message>
        <message>
            <source>The numbers of the team could not be read.</source>
            <translation>Die Zahlen des Teams konnten nicht gelesen werden.</translation>
        </message>
        <message>
            <source>Opened %1: %2</source>
            <comment>hour, period</comment>
            <translation>Eröffnet %1: %2</translation>
        </message>
        <message>
            <source>%1 %2</source>
            <comment>day, hour</comment>
            <translation>%1 %2</translation>
        </message>
        <message>
            <source>%1 wrote %2: %3</source>
            <comment>person, weekday and hour, period</comment>
            <translation>%1 schrieb %2: %3</translation>
        </message>
        <message>
            <source>Order people by name, without bars, and hide the staff chart of Trends</source>
            <translation>Personen nach Namen ordnen, ohne Balken, und das Team-Diagramm in den Trends ausblenden</translation>
        </message>
        <message>
            <source>The ranking is hidden, so people stand in the order of their names.</source>
            <translation>Die Rangfolge ist ausgeblendet, deshalb stehen alle in der Reihenfolge ihrer Namen.</translation>
        </message>
    </context>
    <context>
        <name>StaffRanking</name>
        <message>
            <source>Trends shows no staff chart, and Staff orders people by name.</source>
            <translation>Die Trends zeigen kein Team-Diagramm, und die Seite Team ordnet Personen nach Namen.</translation>
        </message>
        <message>
            <source>Trends shows the staff chart, and Staff compares people.</source>
            <translation>Die Trends zeigen das Team-Diagramm, und die Seite Team vergleicht Personen.</translation>
        </message>
    </context>
    <context>
        <name>StatePane</name>
        <message>
            <source>Try again</source>
            <translation>Erneut versuchen</translation>
        </message>
        <message>
            <source>Copy details</source>
            <translation>Einzelheiten kopieren</translation>
        </message>
    </context>
    <context>
        <name>StatusParts</name>
        <message>
            <source>Data %1</source>
            <comment>size of the database</comment>
            <translation>Daten %1</translation>
        </message>
        <message>
            <source>Data</source>
            <translation>Daten</translation>
        </message>
        <message>
            <source>%1, backup %2</source>
            <comment>"Data 8 MB", time</comment>
            <translation>%1, Sicherung %2</translation>
        </message>
        <message>
            <source>%1 · %2 ms</source>
            <comment>connection, latency</comment>
            <translation>%1 · %2 ms</translation>
        </message>
        <message numerus="yes">
            <source>%n server(s)</source>
            <translation>
                <numerusform>%Ln Server</numerusform>
                <numerusform>%Ln Server</numerusform>
            </translation>
        </message>
        <message>
            <source>Last event %1</source>
            <translation>Letztes Ereignis %1</translation>
        </message>
        <message>
            <source>No event yet</source>
            <translation>Noch kein Ereignis</translation>
        </message>
        <message numerus="yes">
            <source>%n problem(s)</source>
            <translation>
                <numerusform>%Ln Problem</numerusform>
                <numerusform>%Ln Probleme</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Store</name>
        <message>
            <source>No category named %1.</source>
            <translation>Keine Kategorie heißt %1.</translation>
        </message>
        <message>
            <source>The backup could not be made: %1</source>
            <translation>Die Sicherung konnte nicht gemacht werden: %1</translation>
        </message>
        <message>
            <source>%1 cannot be renamed: %2.</source>
            <translation>%1 kann nicht umbenannt werden: %2.</translation>
        </message>
        <message>
            <source>there is too little space on the disk.</source>
            <translation>auf dem Datenträger ist zu wenig Platz.</translation>
        </message>
        <message>
            <source>the folder cannot be written.</source>
            <translation>der Ordner kann nicht beschrieben werden.</translation>
        </message>
        <message>
            <source>the copy is damaged.</source>
            <translation>die Kopie ist beschädigt.</translation>
        </message>
        <message>
            <source>the copy is not complete.</source>
            <translation>die Kopie ist nicht vollständig.</translation>
        </message>
        <message>
            <source>The backup is damaged.</source>
            <translation>Die Sicherung ist beschädigt.</translation>
        </message>
        <message>
            <source>The database cannot be replaced.</source>
            <translation>Die Datenbank kann nicht ersetzt werden.</translation>
        </message>
        <message>
            <source>This button was used already.</source>
            <translation>Dieser Knopf wurde schon benutzt.</translation>
        </message>
        <message>
            <source>This button belongs to somebody else.</source>
            <translation>Dieser Knopf gehört jemand anderem.</translation>
        </message>
        <message>
            <source>This button is no longer valid.</source>
            <translation>Dieser Knopf gilt nicht mehr.</translation>
        </message>
        <message>
            <source>The database is missing or empty, although data was recorded. Restore a backup, or choose another data folder.</source>
            <translation>Die Datenbank fehlt oder ist leer, obwohl Daten aufgezeichnet wurden. Stelle eine Sicherung wieder her oder wähle einen anderen Datenordner.</translation>
        </message>
        <message>
            <source>The database file cannot be made: %1.</source>
            <translation>Die Datenbankdatei kann nicht angelegt werden: %1.</translation>
        </message>
        <message>
            <source>The file is not a database of Ticket Assistant.</source>
            <translation>Die Datei ist keine Datenbank von Ticket Assistant.</translation>
        </message>
        <message>
            <source>The database was written by a newer version of Ticket Assistant. Update the program to use it.</source>
            <translation>Die Datenbank stammt von einer neueren Version von Ticket Assistant. Aktualisiere das Programm, um sie zu benutzen.</translation>
        </message>
        <message>
            <source>The database is damaged.</source>
            <translation>Die Datenbank ist beschädigt.</translation>
        </message>
        <message>
            <source>The database is not the one that was used before.</source>
            <translation>Die Datenbank ist nicht die, die zuvor benutzt wurde.</translation>
        </message>
        <message>
            <source>There is no database yet.</source>
            <translation>Es gibt noch keine Datenbank.</translation>
        </message>
        <message>
            <source>The folder %1 cannot be made.</source>
            <translation>Der Ordner %1 kann nicht angelegt werden.</translation>
        </message>
        <message>
            <source>The folder %1 cannot be protected.</source>
            <translation>Der Ordner %1 kann nicht geschützt werden.</translation>
        </message>
        <message>
            <source>%1 cannot be written to the disk.</source>
            <translation>%1 kann nicht auf den Datenträger geschrieben werden.</translation>
        </message>
        <message>
            <source>This import cannot be undone any more.</source>
            <translation>Dieser Import kann nicht mehr rückgängig gemacht werden.</translation>
        </message>
        <message>
            <source>A later import has to be undone first.</source>
            <translation>Zuerst muss ein späterer Import rückgängig gemacht werden.</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>Import</translation>
        </message>
        <message>
            <source>The damaged database cannot be put away.</source>
            <translation>Die beschädigte Datenbank kann nicht beiseitegelegt werden.</translation>
        </message>
        <message>
            <source>The database is damaged, nothing in it can be read, and there is no backup. Choose another data folder, or move the file away to begin anew.</source>
            <translation>Die Datenbank ist beschädigt, nichts darin ist lesbar, und es gibt keine Sicherung. Wähle einen anderen Datenordner, oder verschiebe die Datei, um neu zu beginnen.</translation>
        </message>
        <message>
            <source>The database refused a change.</source>
            <translation>Die Datenbank hat eine Änderung abgelehnt.</translation>
        </message>
        <message>
            <source>The database is used by another program.</source>
            <translation>Die Datenbank wird von einem anderen Programm benutzt.</translation>
        </message>
        <message>
            <source>There is no space left for the database.</source>
            <translation>Für die Datenbank ist kein Platz mehr.</translation>
        </message>
        <message>
            <source>The database cannot be written: the file or folder is read-only.</source>
            <translation>Die Datenbank kann nicht beschrieben werden: Datei oder Ordner ist schreibgeschützt.</translation>
        </message>
        <message>
            <source>The database file cannot be read or written.</source>
            <translation>Die Datenbankdatei kann nicht gelesen oder geschrieben werden.</translation>
        </message>
        <message>
            <source>Ticket Assistant is already running with this data.</source>
            <translation>Ticket Assistant läuft mit diesen Daten schon.</translation>
        </message>
        <message>
            <source>The data folder cannot be written.</source>
            <translation>Der Datenordner kann nicht beschrieben werden.</translation>
        </message>
        <message>
            <source>The numbers have changed since the preview. Nothing was deleted.</source>
            <translation>Die Zahlen haben sich seit der Vorschau geändert. Nichts wurde gelöscht.</translation>
        </message>
        <message>
            <source>There is nothing to delete.</source>
            <translation>Es gibt nichts zu löschen.</translation>
        </message>
        <message>
            <source>%1 Nothing was deleted.</source>
            <translation>%1 Nichts wurde gelöscht.</translation>
        </message>
        <message>
            <source>There is no such deletion.</source>
            <translation>Dieses Löschen gibt es nicht.</translation>
        </message>
        <message>
            <source>This deletion was already undone.</source>
            <translation>Dieses Löschen wurde schon rückgängig gemacht.</translation>
        </message>
        <message>
            <source>This deletion can no longer be undone.</source>
            <translation>Dieses Löschen kann nicht mehr rückgängig gemacht werden.</translation>
        </message>
        <message>
            <source>There is little space left on the disk.</source>
            <translation>Auf dem Datenträger ist wenig Platz übrig.</translation>
        </message>
        <message>
            <source>The database is open for reading only.</source>
            <translation>Die Datenbank ist nur zum Lesen geöffnet.</translation>
        </message>
        <message>
            <source>The database cannot be compacted now.</source>
            <translation>Die Datenbank kann jetzt nicht verkleinert werden.</translation>
        </message>
        <message>
            <source>There is too little space on the disk to compact the database.</source>
            <translation>Zum Verkleinern der Datenbank ist zu wenig Platz auf dem Datenträger.</translation>
        </message>
        <message>
            <source>Tickets are kept for 1 to %1 days, or for ever.</source>
            <translation>Tickets werden 1 bis %1 Tage aufbewahrt, oder für immer.</translation>
        </message>
        <message>
            <source>Cancelled. Nothing was deleted.</source>
            <translation>Abgebrochen. Nichts wurde gelöscht.</translation>
        </message>
        <message>
            <source>Cancelled. Nothing was erased.</source>
            <translation>Abgebrochen. Nichts wurde vergessen.</translation>
        </message>
        <message>
            <source>Nothing is recorded about this person.</source>
            <translation>Über diese Person ist nichts aufgezeichnet.</translation>
        </message>
        <message>
            <source>More was recorded since the preview. Nothing was erased.</source>
            <translation>Seit der Vorschau wurde mehr aufgezeichnet. Nichts wurde vergessen.</translation>
        </message>
        <message>
            <source>The database could not answer.</source>
            <translation>Die Datenbank konnte nicht antworten.</translation>
        </message>
        <message>
            <source>This ticket is not closed.</source>
            <translation>Dieses Ticket ist nicht geschlossen.</translation>
        </message>
    </context>
    <context>
        <name>SummaryEditor</name>
        <message>
            <source>Scheduled summary</source>
            <translation>Geplante Zusammenfassung</translation>
        </message>
        <message>
            <source>&amp;Day of the month</source>
            <translation>Ta&amp;g des Monats</translation>
        </message>
        <message>
            <source>Time &amp;zone</source>
            <translation>Zeitzo&amp;ne</translation>
        </message>
        <message>
            <source>&amp;Channel</source>
            <translation>&amp;Kanal</translation>
        </message>
        <message>
            <source>&amp;Period covered</source>
            <translation>&amp;Erfasster Zeitraum</translation>
        </message>
        <message>
            <source>Contents</source>
            <translation>Inhalt</translation>
        </message>
        <message>
            <source>Save &amp;summary</source>
            <translation>S&amp;peichern</translation>
        </message>
        <message>
            <source>Preview, as in Discord</source>
            <translation>Vorschau, wie in Discord</translation>
        </message>
        <message>
            <source>Opened, closed, open now, peak</source>
            <translation>Eröffnet, geschlossen, offen, Höchststand</translation>
        </message>
        <message>
            <source>First response and resolution</source>
            <translation>Erste Antwort und Lösung</translation>
        </message>
        <message>
            <source>Messages per ticket</source>
            <translation>Nachrichten je Ticket</translation>
        </message>
        <message>
            <source>By category</source>
            <translation>Nach Kategorie</translation>
        </message>
        <message>
            <source>By staff member</source>
            <translation>Nach Teammitglied</translation>
        </message>
        <message>
            <source>Who waits now</source>
            <translation>Wer jetzt wartet</translation>
        </message>
        <message>
            <source>Hours</source>
            <translation>Stunden</translation>
        </message>
        <message>
            <source>Days</source>
            <translation>Tage</translation>
        </message>
        <message>
            <source>Weekly</source>
            <translation>Wöchentlich</translation>
        </message>
        <message>
            <source>Monthly</source>
            <translation>Monatlich</translation>
        </message>
        <message>
            <source>Since the summary before</source>
            <translation>Seit der vorigen Zusammenfassung</translation>
        </message>
        <message>
            <source>Last 24 hours</source>
            <translation>Letzte 24 Stunden</translation>
        </message>
        <message>
            <source>Last 7 days</source>
            <translation>Letzte 7 Tage</translation>
        </message>
        <message>
            <source>Last 30 days</source>
            <translation>Letzte 30 Tage</translation>
        </message>
        <message>
            <source>The day before</source>
            <translation>Der Tag davor</translation>
        </message>
        <message>
            <source>The week before</source>
            <translation>Die Woche davor</translation>
        </message>
        <message>
            <source>The month before</source>
            <translation>Der Monat davor</translation>
        </message>
        <message>
            <source>Send when back, at most 12 hours late</source>
            <translation>Nachholen, höchstens 12 Stunden später</translation>
        </message>
        <message>
            <source>Skip it</source>
            <translation>Auslassen</translation>
        </message>
        <message>
            <source>The server's language of posts</source>
            <translation>Sprache der Beiträge des Servers</translation>
        </message>
        <message>
            <source>The server's time zone</source>
            <translation>Zeitzone des Servers</translation>
        </message>
        <message>
            <source>choose a channel</source>
            <translation>Kanal wählen</translation>
        </message>
        <message>
            <source>Preparing the preview…</source>
            <translation>Die Vorschau wird vorbereitet…</translation>
        </message>
        <message>
            <source>Choose the channel that the summary goes to.</source>
            <translation>Wähle den Kanal für die Zusammenfassung.</translation>
        </message>
        <message>
            <source>Choose what the summary contains.</source>
            <translation>Wähle, was die Zusammenfassung enthält.</translation>
        </message>
        <message>
            <source>The bot cannot post there: %1.</source>
            <translation>Der Bot kann dort nicht schreiben: %1.</translation>
        </message>
        <message>
            <source> h</source>
            <comment>hours</comment>
            <translation> h</translation>
        </message>
        <message>
            <source> d</source>
            <comment>days</comment>
            <translation> T</translation>
        </message>
        <message>
            <source>P&amp;icture</source>
            <translation>B&amp;ild</translation>
        </message>
        <message>
            <source>No picture</source>
            <translation>Kein Bild</translation>
        </message>
        <message>
            <source>Volume: opened and closed</source>
            <translation>Menge: eröffnet und geschlossen</translation>
        </message>
        <message>
            <source>Response time: median and 90th percentile</source>
            <translation>Antwortzeit: Median und 90. Perzentil</translation>
        </message>
        <message>
            <source>Busy hours: when tickets arrive</source>
            <translation>Stoßzeiten: wann Tickets kommen</translation>
        </message>
        <message>
            <source>Ho&amp;w often</source>
            <translation>Wie o&amp;ft</translation>
        </message>
        <message>
            <source>Eve&amp;ry</source>
            <translation>A&amp;lle</translation>
        </message>
        <message>
            <source>Weekda&amp;y</source>
            <translation>Wo&amp;chentag</translation>
        </message>
        <message>
            <source>Tim&amp;e</source>
            <translation>&amp;Uhrzeit</translation>
        </message>
        <message>
            <source>Lan&amp;guage</source>
            <translation>&amp;Sprache</translation>
        </message>
        <message>
            <source>Cance&amp;l</source>
            <translation>Abb&amp;rechen</translation>
        </message>
        <message>
            <source>Se&amp;nd now</source>
            <translation>&amp;Jetzt senden</translation>
        </message>
        <message>
            <source>The summary is on its way.</source>
            <translation>Die Zusammenfassung ist unterwegs.</translation>
        </message>
        <message>
            <source>If missed</source>
            <translation>Falls &amp;verpasst</translation>
        </message>
    </context>
    <context>
        <name>TargetsDialog</name>
        <message>
            <source>&amp;Use these targets</source>
            <translation>Diese &amp;Ziele übernehmen</translation>
        </message>
        <message>
            <source>Targets of single categories</source>
            <translation>Ziele einzelner Kategorien</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>Kategorie</translation>
        </message>
        <message>
            <source>First response within</source>
            <translation>Erste Antwort innerhalb von</translation>
        </message>
        <message>
            <source>Resolution within</source>
            <translation>Lösung innerhalb von</translation>
        </message>
        <message>
            <source>as usual (%1)</source>
            <comment>a duration</comment>
            <translation>wie sonst (%1)</translation>
        </message>
        <message>
            <source> min</source>
            <translation> min</translation>
        </message>
        <message>
            <source>First response target of %1</source>
            <translation>Ziel für die erste Antwort in %1</translation>
        </message>
        <message>
            <source> h</source>
            <translation> h</translation>
        </message>
        <message>
            <source>Resolution target of %1</source>
            <translation>Ziel für die Lösung in %1</translation>
        </message>
        <message>
            <source>%1: closing cannot be due before the first response.</source>
            <comment>category</comment>
            <translation>%1: Die Lösung kann nicht vor der ersten Antwort fällig sein.</translation>
        </message>
    </context>
    <context>
        <name>TeamModel</name>
        <message>
            <source>Nobody yet</source>
            <comment>open tickets without any staff reply</comment>
            <translation>Noch niemand</translation>
        </message>
        <message>
            <source>%1 open</source>
            <comment>number of tickets</comment>
            <translation>%1 offen</translation>
        </message>
        <message>
            <source>heavy load</source>
            <translation>hohe Last</translation>
        </message>
        <message>
            <source>Last reply by</source>
            <translation>Letzte Antwort von</translation>
        </message>
        <message>
            <source>Open now</source>
            <translation>Jetzt offen</translation>
        </message>
        <message>
            <source>Load</source>
            <translation>Last</translation>
        </message>
    </context>
    <context>
        <name>TicketDetailView</name>
        <message>
            <source>‹ &amp;Back</source>
            <translation>‹ &amp;Zurück</translation>
        </message>
        <message>
            <source>Back to the list</source>
            <translation>Zurück zur Liste</translation>
        </message>
        <message>
            <source>Close (Esc)</source>
            <translation>Schließen (Esc)</translation>
        </message>
        <message>
            <source>Close ticket detail</source>
            <translation>Ticketansicht schließen</translation>
        </message>
        <message>
            <source>✕</source>
            <translation>✕</translation>
        </message>
        <message>
            <source>Time&amp;line</source>
            <translation>Zeit&amp;verlauf</translation>
        </message>
        <message>
            <source>Timeline</source>
            <translation>Zeitverlauf</translation>
        </message>
        <message>
            <source>Ticket detail</source>
            <translation>Ticketansicht</translation>
        </message>
        <message>
            <source>Opened by</source>
            <translation>Eröffnet von</translation>
        </message>
        <message>
            <source>Opened</source>
            <translation>Eröffnet</translation>
        </message>
        <message>
            <source>First response</source>
            <translation>Erste Antwort</translation>
        </message>
        <message>
            <source>Last reply by</source>
            <translation>Letzte Antwort von</translation>
        </message>
        <message>
            <source>Messages</source>
            <translation>Nachrichten</translation>
        </message>
        <message>
            <source>Participants</source>
            <translation>Beteiligte</translation>
        </message>
        <message>
            <source>Resolution</source>
            <translation>Lösung</translation>
        </message>
        <message>
            <source>Closed by</source>
            <translation>Geschlossen von</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Grund</translation>
        </message>
        <message>
            <source>Rating</source>
            <translation>Bewertung</translation>
        </message>
        <message>
            <source>Claimed by</source>
            <translation>Übernommen von</translation>
        </message>
        <message>
            <source>Transcript</source>
            <translation>Mitschrift</translation>
        </message>
        <message>
            <source>This ticket is not there any more.</source>
            <translation>Dieses Ticket gibt es nicht mehr.</translation>
        </message>
        <message>
            <source>Ticket %1</source>
            <translation>Ticket %1</translation>
        </message>
        <message>
            <source>Not a ticket: it counts in no number</source>
            <translation>Kein Ticket: es zählt in keiner Zahl</translation>
        </message>
        <message>
            <source>Closed: the channel was deleted</source>
            <translation>Geschlossen: der Kanal wurde gelöscht</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>Geschlossen</translation>
        </message>
        <message>
            <source>! Open – waiting %1, overdue</source>
            <translation>! Offen – wartet %1, überfällig</translation>
        </message>
        <message>
            <source>Open – waiting %1</source>
            <translation>Offen – wartet %1</translation>
        </message>
        <message>
            <source>Open – answered</source>
            <translation>Offen – beantwortet</translation>
        </message>
        <message>
            <source>not detected</source>
            <translation>nicht erkannt</translation>
        </message>
        <message>
            <source>%1 (%2 ago)</source>
            <comment>date, duration</comment>
            <translation>%1 (vor %2)</translation>
        </message>
        <message>
            <source>%1 by %2</source>
            <comment>duration, person</comment>
            <translation>%1 von %2</translation>
        </message>
        <message>
            <source>%1 (target %2 missed)</source>
            <translation>%1 (Ziel %2 verfehlt)</translation>
        </message>
        <message>
            <source>none</source>
            <translation>keine</translation>
        </message>
        <message>
            <source>none yet (!)</source>
            <comment>overdue</comment>
            <translation>noch keine (!)</translation>
        </message>
        <message>
            <source>none yet</source>
            <translation>noch keine</translation>
        </message>
        <message>
            <source>%1 (%2 by staff)</source>
            <comment>all, staff</comment>
            <translation>%1 (%2 vom Team)</translation>
        </message>
        <message>
            <source>at least %1: some can no longer be read</source>
            <translation>mindestens %1: einige sind nicht mehr lesbar</translation>
        </message>
        <message>
            <source>%1 of 5</source>
            <translation>%1 von 5</translation>
        </message>
        <message>
            <source>%1 · alarm muted</source>
            <comment>state of a ticket</comment>
            <translation>%1 · Alarm stumm</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Öffnen</translation>
        </message>
        <message>
            <source>Open the transcript</source>
            <translation>Das Transkript öffnen</translation>
        </message>
        <message>
            <source>Set…</source>
            <comment>say by hand who closed a ticket, or why</comment>
            <translation>Setzen…</translation>
        </message>
        <message>
            <source>Set who closed it</source>
            <translation>Setzen, wer es schloss</translation>
        </message>
        <message>
            <source>Set the reason</source>
            <translation>Den Grund setzen</translation>
        </message>
        <message>
            <source>%1 (set by hand)</source>
            <comment>who closed a ticket, or why</comment>
            <translation>%1 (von Hand gesetzt)</translation>
        </message>
        <message>
            <source>under %1: closed while the bot was away</source>
            <translation>unter %1: geschlossen, während der Bot weg war</translation>
        </message>
    </context>
    <context>
        <name>TicketTableModel</name>
        <message>
            <source>new</source>
            <comment>a ticket that has just appeared</comment>
            <translation>neu</translation>
        </message>
        <message>
            <source>reply</source>
            <comment>somebody has just written in the ticket</comment>
            <translation>Antwort</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>Wartet</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>Kanal</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>Kategorie</translation>
        </message>
        <message>
            <source>Opened by</source>
            <translation>Eröffnet von</translation>
        </message>
        <message>
            <source>Last reply by</source>
            <translation>Letzte Antwort von</translation>
        </message>
        <message>
            <source>Opened</source>
            <translation>Eröffnet</translation>
        </message>
        <message>
            <source>Messages</source>
            <translation>Nachrichten</translation>
        </message>
        <message>
            <source>First response</source>
            <translation>Erste Antwort</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>Geschlossen</translation>
        </message>
        <message>
            <source>Resolution</source>
            <translation>Lösung</translation>
        </message>
        <message>
            <source>Closed by</source>
            <translation>Geschlossen von</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Grund</translation>
        </message>
        <message>
            <source>Rating</source>
            <translation>Bewertung</translation>
        </message>
        <message>
            <source>Claimed by</source>
            <translation>Übernommen von</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Zustand</translation>
        </message>
        <message>
            <source>Waiting (as of %1)</source>
            <translation>Wartet (Stand %1)</translation>
        </message>
        <message>
            <source>closed</source>
            <comment>state of a ticket</comment>
            <translation>geschlossen</translation>
        </message>
        <message>
            <source>no reply yet</source>
            <translation>noch keine Antwort</translation>
        </message>
        <message>
            <source>user replied</source>
            <translation>Nutzer antwortete</translation>
        </message>
        <message>
            <source>answered</source>
            <translation>beantwortet</translation>
        </message>
        <message>
            <source>yesterday %1</source>
            <comment>yesterday, time</comment>
            <translation>gestern %1</translation>
        </message>
        <message>
            <source>None</source>
            <comment>no category</comment>
            <translation>Keine</translation>
        </message>
        <message>
            <source>none yet</source>
            <comment>no first response</comment>
            <translation>noch keine</translation>
        </message>
        <message>
            <source>none</source>
            <comment>no first response</comment>
            <translation>keine</translation>
        </message>
        <message>
            <source>%1 of 5</source>
            <comment>a rating</comment>
            <translation>%1 von 5</translation>
        </message>
        <message>
            <source>overdue, waiting %1</source>
            <translation>überfällig, wartet %1</translation>
        </message>
        <message>
            <source>waiting %1</source>
            <translation>wartet %1</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>channel, "new"</comment>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>Waiting since %1</source>
            <translation>Wartet seit %1</translation>
        </message>
        <message>
            <source>%1, muted</source>
            <comment>how long a ticket waits; its alarm is muted</comment>
            <translation>%1, stumm</translation>
        </message>
        <message>
            <source>%1, alarm muted</source>
            <comment>how long a ticket waits</comment>
            <translation>%1, Alarm stumm</translation>
        </message>
        <message>
            <source>before %1</source>
            <comment>a ticket was closed; a time</comment>
            <translation>vor %1</translation>
        </message>
        <message>
            <source>under %1</source>
            <comment>how long a ticket took</comment>
            <translation>unter %1</translation>
        </message>
        <message>
            <source>Closed while the bot was away, between %1 and %2</source>
            <translation>Geschlossen, während der Bot weg war: zwischen %1 und %2</translation>
        </message>
        <message>
            <source>Overdue, waiting since %1</source>
            <translation>Überfällig, wartet seit %1</translation>
        </message>
        <message>
            <source>not a ticket</source>
            <comment>state of a ticket</comment>
            <translation>kein Ticket</translation>
        </message>
    </context>
    <context>
        <name>TicketsPage</name>
        <message>
            <source>Which tickets</source>
            <translation>Welche Tickets</translation>
        </message>
        <message>
            <source>‹ &amp;Previous</source>
            <translation>‹ &amp;Zurück</translation>
        </message>
        <message>
            <source>&amp;Next ›</source>
            <translation>W&amp;eiter ›</translation>
        </message>
        <message>
            <source>Tickets</source>
            <translation>Tickets</translation>
        </message>
        <message numerus="yes">
            <source>%n overdue</source>
            <translation>
                <numerusform>%Ln überfällig</numerusform>
                <numerusform>%Ln überfällig</numerusform>
            </translation>
        </message>
        <message>
            <source>closed</source>
            <comment>state of a ticket</comment>
            <translation>geschlossen</translation>
        </message>
        <message>
            <source>done</source>
            <comment>a ticket that waits no longer</comment>
            <translation>erledigt</translation>
        </message>
        <message numerus="yes">
            <source>%n new ticket(s) · Show</source>
            <translation>
                <numerusform>%Ln neues Ticket · Zeigen</numerusform>
                <numerusform>%Ln neue Tickets · Zeigen</numerusform>
            </translation>
        </message>
        <message>
            <source>Category: %1</source>
            <translation>Kategorie: %1</translation>
        </message>
        <message>
            <source>Chosen period</source>
            <translation>Gewählter Zeitraum</translation>
        </message>
        <message>
            <source>Last reply by %1</source>
            <translation>Letzte Antwort von %1</translation>
        </message>
        <message>
            <source>No reply yet</source>
            <translation>Noch keine Antwort</translation>
        </message>
        <message>
            <source>Answered</source>
            <translation>Beantwortet</translation>
        </message>
        <message>
            <source>Quiet over 24 h</source>
            <translation>Still über 24 h</translation>
        </message>
        <message>
            <source>Waiting over %1</source>
            <translation>Wartet über %1</translation>
        </message>
        <message>
            <source>Not a ticket</source>
            <translation>Kein Ticket</translation>
        </message>
        <message>
            <source>Filters ▾</source>
            <translation>Filter ▾</translation>
        </message>
        <message>
            <source>Filters (%1) ▾</source>
            <translation>Filter (%1) ▾</translation>
        </message>
        <message>
            <source>Ticket filters</source>
            <translation>Ticketfilter</translation>
        </message>
        <message numerus="yes">
            <source>Ticket filters, %n active</source>
            <translation>
                <numerusform>Ticketfilter, %Ln aktiv</numerusform>
                <numerusform>Ticketfilter, %Ln aktiv</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 %2</source>
            <comment>tab, its number</comment>
            <translation>%1 %2</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Offen</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>Wartet</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>Geschlossen</translation>
        </message>
        <message>
            <source>All</source>
            <comment>all tickets</comment>
            <translation>Alle</translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s)</source>
            <translation>
                <numerusform>%Ln Ticket</numerusform>
                <numerusform>%Ln Tickets</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <comment>found, all</comment>
            <translation>%1 von %2</translation>
        </message>
        <message>
            <source>%1 open · %2 waiting, %3 overdue</source>
            <translation>%1 offen · %2 warten, %3 überfällig</translation>
        </message>
        <message>
            <source>%1–%2 of %3</source>
            <comment>first, last, all</comment>
            <translation>%1–%2 von %3</translation>
        </message>
        <message>
            <source>No server yet. As soon as the bot is in one, its tickets appear here.</source>
            <translation>Noch kein Server. Sobald der Bot auf einem ist, erscheinen hier dessen Tickets.</translation>
        </message>
        <message>
            <source>Reading the tickets…</source>
            <translation>Die Tickets werden gelesen…</translation>
        </message>
        <message>
            <source>No tickets yet. The first new one appears here within seconds.</source>
            <translation>Noch keine Tickets. Das erste neue erscheint in Sekunden hier.</translation>
        </message>
        <message>
            <source>No ticket matches.</source>
            <translation>Kein Ticket passt.</translation>
        </message>
        <message>
            <source>Clear filters</source>
            <translation>Filter löschen</translation>
        </message>
        <message>
            <source>No ticket in this period: %1.</source>
            <translation>Kein Ticket in diesem Zeitraum: %1.</translation>
        </message>
        <message>
            <source>Last 90 days</source>
            <translation>Letzte 90 Tage</translation>
        </message>
        <message>
            <source>No ticket is open.</source>
            <translation>Kein Ticket ist offen.</translation>
        </message>
        <message>
            <source>Choose a ticket first</source>
            <translation>Wähle zuerst ein Ticket</translation>
        </message>
        <message>
            <source>Count as a ticket again</source>
            <translation>Wieder als Ticket zählen</translation>
        </message>
        <message>
            <source>Mark as not a ticket</source>
            <translation>Als „kein Ticket“ markieren</translation>
        </message>
        <message>
            <source>Demo tickets are not in Discord. With your own bot this opens #%1 there.</source>
            <translation>Demo-Tickets gibt es in Discord nicht. Mit deinem eigenen Bot öffnet das dort #%1.</translation>
        </message>
        <message>
            <source>Link to #%1 copied</source>
            <translation>Link zu #%1 kopiert</translation>
        </message>
        <message>
            <source>Row copied</source>
            <translation>Zeile kopiert</translation>
        </message>
        <message>
            <source>#%1 is no ticket any more and counts in no number.</source>
            <translation>#%1 ist kein Ticket mehr und zählt in keiner Zahl.</translation>
        </message>
        <message>
            <source>#%1 counts as a ticket again.</source>
            <translation>#%1 zählt wieder als Ticket.</translation>
        </message>
        <message numerus="yes">
            <source>The list is too long for one file: the first %n ticket(s) are saved.</source>
            <translation>
                <numerusform>Die Liste ist zu lang für eine Datei: das erste Ticket wird gespeichert.</numerusform>
                <numerusform>Die Liste ist zu lang für eine Datei: die ersten %Ln Tickets werden gespeichert.</numerusform>
            </translation>
        </message>
        <message>
            <source>CSV table</source>
            <translation>CSV-Tabelle</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <comment>action, shortcut</comment>
            <translation>%1 (%2)</translation>
        </message>
        <message>
            <source>Show the ticket's story</source>
            <translation>Die Geschichte des Tickets zeigen</translation>
        </message>
        <message>
            <source>Open in Discord</source>
            <translation>In Discord öffnen</translation>
        </message>
        <message>
            <source>Open the channel in Discord</source>
            <translation>Den Kanal in Discord öffnen</translation>
        </message>
        <message>
            <source>Copy link</source>
            <translation>Link kopieren</translation>
        </message>
        <message>
            <source>Copy the channel's link</source>
            <translation>Den Link des Kanals kopieren</translation>
        </message>
        <message>
            <source>Take it out of every number; can be undone</source>
            <translation>Aus allen Zahlen nehmen; kann rückgängig gemacht werden</translation>
        </message>
        <message>
            <source>Copy row</source>
            <translation>Zeile kopieren</translation>
        </message>
        <message>
            <source>Tickets of this list (CSV)…</source>
            <translation>Tickets dieser Liste (CSV)…</translation>
        </message>
        <message>
            <source>Search channel, person, reason (Ctrl+F)</source>
            <translation>Kanal, Person, Grund suchen (Strg+F)</translation>
        </message>
        <message>
            <source>Search tickets by channel, person or reason</source>
            <translation>Tickets nach Kanal, Person oder Grund durchsuchen</translation>
        </message>
        <message>
            <source>Columns ▾</source>
            <translation>Spalten ▾</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>Spalten</translation>
        </message>
        <message>
            <source>Explain</source>
            <translation>Erklären</translation>
        </message>
        <message>
            <source>Explain waiting, overdue and quiet</source>
            <translation>Wartend, überfällig und still erklären</translation>
        </message>
        <message>
            <source>Waiting, overdue, quiet</source>
            <translation>Wartend, überfällig, still</translation>
        </message>
        <message>
            <source>Waiting counts from the opening while no staff member has written, afterwards from the first message of a person after the last staff message. Overdue is waiting longer than the first response target (%1). Quiet is an open ticket without a message of a person for 24 hours. "Last reply by" is the author of the newest staff message: Discord knows no assignment.</source>
            <translation>Gewartet wird ab der Eröffnung, solange niemand vom Team geschrieben hat, danach ab der ersten Nachricht einer Person nach der letzten des Teams. Überfällig ist, wer länger wartet als das Ziel der ersten Antwort (%1). Still ist ein offenes Ticket, in dem 24 Stunden lang niemand schrieb. „Letzte Antwort von“ ist, wer vom Team zuletzt schrieb: Discord kennt keine Zuweisung.</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>Kategorie</translation>
        </message>
        <message>
            <source>All categories</source>
            <translation>Alle Kategorien</translation>
        </message>
        <message>
            <source>No category</source>
            <translation>Keine Kategorie</translation>
        </message>
        <message>
            <source>Channels that are not a ticket</source>
            <translation>Kanäle, die kein Ticket sind</translation>
        </message>
        <message>
            <source>Clear all</source>
            <translation>Alle löschen</translation>
        </message>
        <message>
            <source>Reset columns</source>
            <translation>Spalten zurücksetzen</translation>
        </message>
        <message>
            <source>reply</source>
            <translation>Antwort</translation>
        </message>
        <message>
            <source>Alarm on again for this ticket</source>
            <translation>Alarm für dieses Ticket wieder ein</translation>
        </message>
        <message>
            <source>Mute alarm for this ticket</source>
            <translation>Alarm für dieses Ticket stummschalten</translation>
        </message>
        <message>
            <source>Only an open ticket has an alarm</source>
            <translation>Nur ein offenes Ticket hat einen Alarm</translation>
        </message>
        <message>
            <source>No alarm for #%1, however long it waits.</source>
            <translation>Kein Alarm für #%1, wie lange es auch wartet.</translation>
        </message>
        <message>
            <source>#%1 has its alarm again.</source>
            <translation>#%1 hat seinen Alarm wieder.</translation>
        </message>
        <message>
            <source>No alarm for this ticket, however long it waits; can be undone</source>
            <translation>Kein Alarm für dieses Ticket, wie lange es auch wartet; lässt sich rückgängig machen</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>Gespeichert.</translation>
        </message>
        <message>
            <source>The tickets could not be read.</source>
            <translation>Die Tickets konnten nicht gelesen werden.</translation>
        </message>
        <message>
            <source>Open</source>
            <comment>button: a ticket</comment>
            <translation>Öffnen</translation>
        </message>
        <message>
            <source>A ticket again</source>
            <comment>button</comment>
            <translation>Doch ein Ticket</translation>
        </message>
        <message>
            <source>Not a ticket</source>
            <comment>button</comment>
            <translation>Kein Ticket</translation>
        </message>
        <message>
            <source>Alarm on again</source>
            <comment>button</comment>
            <translation>Alarm wieder an</translation>
        </message>
        <message>
            <source>Mute alarm</source>
            <comment>button</comment>
            <translation>Alarm stumm</translation>
        </message>
        <message>
            <source>Count it in every number again; can be undone</source>
            <translation>Wieder in jeder Zahl mitzählen; lässt sich rückgängig machen</translation>
        </message>
        <message>
            <source>The channel was deleted</source>
            <translation>Der Kanal wurde gelöscht</translation>
        </message>
        <message>
            <source>Tell again when it waits for too long; can be undone</source>
            <translation>Wieder melden, wenn es zu lange wartet; lässt sich rückgängig machen</translation>
        </message>
        <message>
            <source>Sort by</source>
            <translation>Sortieren nach</translation>
        </message>
        <message>
            <source>Ascending</source>
            <translation>Aufsteigend</translation>
        </message>
        <message>
            <source>Descending</source>
            <translation>Absteigend</translation>
        </message>
        <message>
            <source>a ticket again</source>
            <comment>state of a ticket</comment>
            <translation>wieder ein Ticket</translation>
        </message>
        <message numerus="yes">
            <source>%n channel(s)</source>
            <translation>
                <numerusform>%Ln Kanal</numerusform>
                <numerusform>%Ln Kanäle</numerusform>
            </translation>
        </message>
        <message>
            <source>The bot was removed from this server: nothing there raises an alarm</source>
            <translation>Der Bot wurde von diesem Server entfernt: Dort löst nichts einen Alarm aus</translation>
        </message>
    </context>
    <context>
        <name>TicketsStep</name>
        <message>
            <source>Tick&amp;et categories</source>
            <translation>Ticketkate&amp;gorien</translation>
        </message>
        <message>
            <source>Ticket categories</source>
            <translation>Ticketkategorien</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>Kategorie</translation>
        </message>
        <message>
            <source>Channels</source>
            <translation>Kanäle</translation>
        </message>
        <message>
            <source>Access of the bot</source>
            <translation>Zugriff des Bots</translation>
        </message>
        <message>
            <source>Cop&amp;y steps</source>
            <translation>Schritte &amp;kopieren</translation>
        </message>
        <message>
            <source>&amp;Who opens your tickets?</source>
            <translation>We&amp;r eröffnet deine Tickets?</translation>
        </message>
        <message>
            <source>Where do closed tickets &amp;go?</source>
            <translation>Woh&amp;in gehen geschlossene Tickets?</translation>
        </message>
        <message>
            <source>Channel with tra&amp;nscripts</source>
            <translation>Kanal mit Mitschri&amp;ften</translation>
        </message>
        <message>
            <source>Te&amp;am and rights</source>
            <translation>Tea&amp;m und Rechte</translation>
        </message>
        <message>
            <source>Staff are the people whose answers count as answers. The other columns say who may use the bot's commands; only the server owner always may.</source>
            <translation>Zum Team gehören die Personen, deren Antworten als Antworten zählen. Die anderen Spalten sagen, wer die Befehle des Bots benutzen darf; immer darf es nur der Serverbesitzer.</translation>
        </message>
        <message>
            <source>T&amp;ry detection</source>
            <translation>Erke&amp;nnung testen</translation>
        </message>
        <message>
            <source>Channels that would count as tickets</source>
            <translation>Kanäle, die als Tickets zählen würden</translation>
        </message>
        <message>
            <source>Steps copied.</source>
            <translation>Schritte kopiert.</translation>
        </message>
        <message>
            <source>%1 – server %2 of %3</source>
            <translation>%1 – Server %2 von %3</translation>
        </message>
        <message>
            <source>%1 – suggested</source>
            <comment>a category</comment>
            <translation>%1 – vorgeschlagen</translation>
        </message>
        <message numerus="yes">
            <source>%n channel(s)</source>
            <translation>
                <numerusform>%Ln Kanal</numerusform>
                <numerusform>%Ln Kanäle</numerusform>
            </translation>
        </message>
        <message>
            <source>✓ %1</source>
            <translation>✓ %1</translation>
        </message>
        <message>
            <source>✗ %1</source>
            <translation>✗ %1</translation>
        </message>
        <message>
            <source>%1, %2, %3</source>
            <translation>%1, %2, %3</translation>
        </message>
        <message>
            <source>Set by TICKET_CATEGORIES.</source>
            <translation>Festgelegt durch TICKET_CATEGORIES.</translation>
        </message>
        <message>
            <source>This server has no category yet. Make one in Discord; it appears here by itself.</source>
            <translation>Dieser Server hat noch keine Kategorie. Lege in Discord eine an; sie erscheint hier von selbst.</translation>
        </message>
        <message>
            <source>Every channel and thread in these categories is watched as a ticket.</source>
            <translation>Jeder Kanal und Thread in diesen Kategorien wird als Ticket beobachtet.</translation>
        </message>
        <message>
            <source>The bot cannot read everything in a chosen category. Add its role (%1) to the category and allow View Channel and Read Message History; this list notices by itself.</source>
            <translation>Der Bot kann in einer gewählten Kategorie nicht alles lesen. Füge der Kategorie seine Rolle (%1) hinzu und erlaube „Kanal anzeigen“ und „Nachrichtenverlauf anzeigen“; diese Liste merkt es von selbst.</translation>
        </message>
        <message>
            <source>They are deleted</source>
            <translation>Sie werden gelöscht</translation>
        </message>
        <message>
            <source>None</source>
            <translation>Keine</translation>
        </message>
        <message>
            <source>Moved to %1</source>
            <comment>a category</comment>
            <translation>Verschoben nach %1</translation>
        </message>
        <message>
            <source>Set by CLOSED_CATEGORIES</source>
            <translation>Durch CLOSED_CATEGORIES gesetzt</translation>
        </message>
        <message>
            <source>Any bot, or people themselves</source>
            <translation>Jeder Bot oder Leute selbst</translation>
        </message>
        <message>
            <source>Bot …%1</source>
            <translation>Bot …%1</translation>
        </message>
        <message>
            <source>Set by TICKET_BOTS</source>
            <translation>Durch TICKET_BOTS gesetzt</translation>
        </message>
        <message numerus="yes">
            <source>Reading the first message of %n channel(s)…</source>
            <translation>
                <numerusform>Erste Nachricht von %Ln Kanal wird gelesen…</numerusform>
                <numerusform>Erste Nachrichten von %Ln Kanälen werden gelesen…</numerusform>
            </translation>
        </message>
        <message>
            <source>cannot be read</source>
            <translation>nicht lesbar</translation>
        </message>
        <message>
            <source>nobody has written yet</source>
            <translation>noch hat niemand geschrieben</translation>
        </message>
        <message>
            <source>opened by %1</source>
            <translation>eröffnet von %1</translation>
        </message>
        <message>
            <source>%1 wrote first, not a bot</source>
            <translation>%1 schrieb zuerst, kein Bot</translation>
        </message>
        <message>
            <source>#%1 – %2, %3</source>
            <comment>channel, category, reason</comment>
            <translation>#%1 – %2, %3</translation>
        </message>
        <message>
            <source>No ticket channel yet. The first new one will appear here.</source>
            <translation>Noch kein Ticketkanal. Der erste neue erscheint hier.</translation>
        </message>
        <message numerus="yes">
            <source>Found %n open ticket channel(s) right now.</source>
            <translation>
                <numerusform>Gerade %Ln offenen Ticketkanal gefunden.</numerusform>
                <numerusform>Gerade %Ln offene Ticketkanäle gefunden.</numerusform>
            </translation>
        </message>
        <message>
            <source>Take the tick away where it is wrong, or set it where it is missing.</source>
            <translation>Entferne den Haken, wo er falsch ist, oder setze ihn, wo er fehlt.</translation>
        </message>
        <message numerus="yes">
            <source>%n further channel(s) are looked at later.</source>
            <translation>
                <numerusform>%Ln weiterer Kanal wird später angesehen.</numerusform>
                <numerusform>%Ln weitere Kanäle werden später angesehen.</numerusform>
            </translation>
        </message>
        <message>
            <source>Waiting for the server's categories and roles…</source>
            <translation>Warten auf Kategorien und Rollen des Servers…</translation>
        </message>
        <message>
            <source>Choose at least one category that holds tickets.</source>
            <translation>Wähle mindestens eine Kategorie mit Tickets.</translation>
        </message>
        <message>
            <source>The choices could not be saved: %1</source>
            <translation>Die Auswahl konnte nicht gespeichert werden: %1</translation>
        </message>
        <message>
            <source>&amp;Import from the Python bot…</source>
            <translation>Vom &amp;Python-Bot importieren…</translation>
        </message>
    </context>
    <context>
        <name>Timeline</name>
        <message>
            <source>someone</source>
            <translation>jemand</translation>
        </message>
        <message>
            <source>Opened</source>
            <translation>Eröffnet</translation>
        </message>
        <message>
            <source>Opened in %1</source>
            <comment>a category</comment>
            <translation>Eröffnet in %1</translation>
        </message>
        <message>
            <source>%1: first staff reply after %2 ✓ within target</source>
            <translation>%1: erste Antwort des Teams nach %2 ✓ im Ziel</translation>
        </message>
        <message>
            <source>%1: first staff reply after %2, target was %3</source>
            <translation>%1: erste Antwort des Teams nach %2, Ziel war %3</translation>
        </message>
        <message>
            <source>Closed by %1</source>
            <translation>Geschlossen von %1</translation>
        </message>
        <message>
            <source>Closed: the channel was deleted</source>
            <translation>Geschlossen: der Kanal wurde gelöscht</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>Geschlossen</translation>
        </message>
        <message>
            <source>Opened again</source>
            <translation>Wieder geöffnet</translation>
        </message>
        <message numerus="yes">
            <source>%1 (staff) wrote, %n message(s)</source>
            <translation>
                <numerusform>%1 (Team) schrieb, %Ln Nachricht</numerusform>
                <numerusform>%1 (Team) schrieb, %Ln Nachrichten</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 (bot) wrote, %n message(s)</source>
            <translation>
                <numerusform>%1 (Bot) schrieb, %Ln Nachricht</numerusform>
                <numerusform>%1 (Bot) schrieb, %Ln Nachrichten</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 wrote, %n message(s)</source>
            <translation>
                <numerusform>%1 schrieb, %Ln Nachricht</numerusform>
                <numerusform>%1 schrieb, %Ln Nachrichten</numerusform>
            </translation>
        </message>
        <message>
            <source>quiet for %1</source>
            <translation>%1 lang still</translation>
        </message>
        <message>
            <source>no staff reply for %1 – target %2 passed at %3</source>
            <translation>seit %1 keine Antwort des Teams – Ziel %2 verstrich um %3</translation>
        </message>
        <message>
            <source>no staff reply for %1 – target %2</source>
            <translation>seit %1 keine Antwort des Teams – Ziel %2</translation>
        </message>
        <message>
            <source>%1  %2</source>
            <comment>time, what happened</comment>
            <translation>%1  %2</translation>
        </message>
    </context>
    <context>
        <name>TokenDialog</name>
        <message>
            <source>Bot token</source>
            <translation>Bot-Token</translation>
        </message>
        <message>
            <source>&amp;Remove token…</source>
            <translation>Token &amp;entfernen…</translation>
        </message>
        <message>
            <source>&amp;Close</source>
            <translation>S&amp;chließen</translation>
        </message>
        <message>
            <source>Check and sa&amp;ve</source>
            <translation>&amp;Prüfen und speichern</translation>
        </message>
        <message>
            <source>The bot stops, and the token is deleted from your password store. Recorded tickets stay.</source>
            <translation>Der Bot hält an, und das Token wird aus deinem Passwortspeicher gelöscht. Aufgezeichnete Tickets bleiben.</translation>
        </message>
        <message>
            <source>Remove token</source>
            <translation>Token entfernen</translation>
        </message>
        <message>
            <source>Keep it</source>
            <translation>Behalten</translation>
        </message>
        <message>
            <source>%1 The bot is %2.</source>
            <comment>sentence about the token</comment>
            <translation>%1 Der Bot ist %2.</translation>
        </message>
        <message>
            <source>The token was removed and the bot is stopped.</source>
            <translation>Das Token wurde entfernt, und der Bot ist angehalten.</translation>
        </message>
        <message>
            <source>The token was not removed. %1 Unlock or start it and try again.</source>
            <translation>Das Token wurde nicht entfernt. %1 Entsperre oder starte ihn und versuche es erneut.</translation>
        </message>
    </context>
    <context>
        <name>TokenForm</name>
        <message>
            <source>Bot to&amp;ken</source>
            <translation>Bot-To&amp;ken</translation>
        </message>
        <message>
            <source>&amp;Show</source>
            <translation>Zei&amp;gen</translation>
        </message>
        <message>
            <source>&amp;Paste</source>
            <translation>E&amp;infügen</translation>
        </message>
        <message>
            <source>Paste the token here</source>
            <translation>Das Token hier einfügen</translation>
        </message>
        <message>
            <source>Stored in your system's password store (Secret Service, KWallet, Windows Credential Manager or Keychain). Never written to a file or log.</source>
            <translation>Liegt im Passwortspeicher deines Systems (Secret Service, KWallet, Windows-Anmeldeinformationsverwaltung oder Schlüsselbund). Wird nie in eine Datei oder ein Protokoll geschrieben.</translation>
        </message>
        <message>
            <source>Hi&amp;de</source>
            <translation>&amp;Verbergen</translation>
        </message>
        <message>
            <source>A token is set</source>
            <translation>Ein Token ist gesetzt</translation>
        </message>
        <message>
            <source>Paste another token to replace it.</source>
            <translation>Füge ein anderes Token ein, um es zu ersetzen.</translation>
        </message>
    </context>
    <context>
        <name>TokenStep</name>
        <message>
            <source>I have a bot token</source>
            <translation>Ich habe ein Bot-Token</translation>
        </message>
        <message>
            <source>I need to create one</source>
            <translation>Ich muss eines anlegen</translation>
        </message>
        <message>
            <source>1. Open the Developer Portal and press New Application.
2. Choose a name, then open the Bot page on the left.
3. Press Reset Token, then Copy, and paste the token here.</source>
            <translation>1. Öffne das Developer Portal und drücke New Application.
2. Wähle einen Namen, dann öffne links die Seite Bot.
3. Drücke Reset Token, dann Copy, und füge das Token hier ein.</translation>
        </message>
        <message>
            <source>Open Discord Developer Po&amp;rtal</source>
            <translation>Discord Developer Po&amp;rtal öffnen</translation>
        </message>
        <message>
            <source>%1 is connected to Discord.</source>
            <translation>%1 ist mit Discord verbunden.</translation>
        </message>
        <message>
            <source>The bot is %1.</source>
            <translation>Der Bot ist %1.</translation>
        </message>
    </context>
    <context>
        <name>TokenVault</name>
        <message>
            <source>The password store holds no token.</source>
            <translation>Der Passwortspeicher enthält kein Token.</translation>
        </message>
        <message>
            <source>The password store is locked.</source>
            <translation>Der Passwortspeicher ist gesperrt.</translation>
        </message>
        <message>
            <source>No password store is running.</source>
            <translation>Es läuft kein Passwortspeicher.</translation>
        </message>
        <message>
            <source>The password store did not answer.</source>
            <translation>Der Passwortspeicher antwortete nicht.</translation>
        </message>
        <message>
            <source>The password store refused.</source>
            <translation>Der Passwortspeicher verweigerte es.</translation>
        </message>
        <message>
            <source>The password store failed.</source>
            <translation>Der Passwortspeicher versagte.</translation>
        </message>
    </context>
    <context>
        <name>TokenWords</name>
        <message>
            <source>Paste the bot token first. It is on the Bot page, button Reset Token.</source>
            <translation>Füge zuerst das Bot-Token ein. Es steht auf der Seite Bot, Knopf Reset Token.</translation>
        </message>
        <message>
            <source>This looks like a web address. The token is on the Bot page, button Reset Token.</source>
            <translation>Das sieht nach einer Webadresse aus. Das Token steht auf der Seite Bot, Knopf Reset Token.</translation>
        </message>
        <message>
            <source>This looks like an application ID. The token is on the Bot page, button Reset Token.</source>
            <translation>Das sieht nach einer Anwendungs-ID aus. Das Token steht auf der Seite Bot, Knopf Reset Token.</translation>
        </message>
        <message>
            <source>This looks like a personal account's token. Only a bot's token may be used.</source>
            <translation>Das sieht nach dem Token eines persönlichen Kontos aus. Nur das eines Bots darf benutzt werden.</translation>
        </message>
        <message>
            <source>This looks like the public key. The token is on the Bot page, button Reset Token.</source>
            <translation>Das sieht nach dem Public Key aus. Das Token steht auf der Seite Bot, Knopf Reset Token.</translation>
        </message>
        <message>
            <source>This looks like a client secret. The token is on the Bot page, button Reset Token.</source>
            <translation>Das sieht nach einem Client Secret aus. Das Token steht auf der Seite Bot, Knopf Reset Token.</translation>
        </message>
        <message>
            <source>There is a space or a line break in the middle. Copy the token again in one piece.</source>
            <translation>In der Mitte ist ein Leerzeichen oder Zeilenumbruch. Kopiere das Token noch einmal in einem Stück.</translation>
        </message>
        <message>
            <source>This is too long for a token. Copy only the token.</source>
            <translation>Das ist zu lang für ein Token. Kopiere nur das Token.</translation>
        </message>
        <message>
            <source>This holds a character that no token has. Copy the token again with the Copy button of the Bot page.</source>
            <translation>Darin ist ein Zeichen, das kein Token hat. Kopiere das Token noch einmal mit dem Knopf Copy der Seite Bot.</translation>
        </message>
        <message numerus="yes">
            <source>A token has three parts with dots between them; this has %n. Copy it again in full.</source>
            <translation>
                <numerusform>Ein Token hat drei Teile mit Punkten dazwischen; dieses hat %Ln. Kopiere es noch einmal ganz.</numerusform>
                <numerusform>Ein Token hat drei Teile mit Punkten dazwischen; dieses hat %Ln. Kopiere es noch einmal ganz.</numerusform>
            </translation>
        </message>
        <message>
            <source>This is too short for a token: a piece of it is missing. Copy it again in full.</source>
            <translation>Das ist zu kurz für ein Token: Ein Stück davon fehlt. Kopiere es noch einmal ganz.</translation>
        </message>
        <message>
            <source>No password store is running. The token can be kept until you quit, or start GNOME Keyring or KWallet and try again.</source>
            <translation>Kein Passwortspeicher läuft. Das Token kann bis zum Beenden behalten werden, oder starte GNOME Keyring oder KWallet und versuche es erneut.</translation>
        </message>
        <message>
            <source>Unlock your password store to save the token.</source>
            <translation>Entsperre deinen Passwortspeicher, um das Token zu speichern.</translation>
        </message>
        <message>
            <source>The password store did not answer in time. Nothing was saved. The token can be kept until you quit.</source>
            <translation>Der Passwortspeicher antwortete nicht rechtzeitig. Nichts wurde gespeichert. Das Token kann bis zum Beenden behalten werden.</translation>
        </message>
        <message>
            <source>The password store refused to save the token. It can be kept until you quit.</source>
            <translation>Der Passwortspeicher lehnte es ab, das Token zu speichern. Es kann bis zum Beenden behalten werden.</translation>
        </message>
        <message>
            <source>The password store could not save the token. It can be kept until you quit.</source>
            <translation>Der Passwortspeicher konnte das Token nicht speichern. Es kann bis zum Beenden behalten werden.</translation>
        </message>
        <message>
            <source>The password store could not save the token. It can be kept until you quit. (%1)</source>
            <translation>Der Passwortspeicher konnte das Token nicht speichern. Es kann bis zum Beenden behalten werden. (%1)</translation>
        </message>
        <message>
            <source>Asking Discord whose token this is…</source>
            <translation>Discord wird gefragt, wem dieses Token gehört…</translation>
        </message>
        <message>
            <source>Discord has not answered yet, or asked us to wait. It is tried again by itself.</source>
            <translation>Discord hat noch nicht geantwortet oder bat zu warten. Es wird von selbst erneut versucht.</translation>
        </message>
        <message>
            <source>Discord did not accept this token. Copy it again, or press Reset Token on the Bot page.</source>
            <translation>Discord hat dieses Token nicht angenommen. Kopiere es noch einmal, oder drücke auf der Seite Bot Reset Token.</translation>
        </message>
        <message>
            <source>No connection to Discord. Your token is kept here; nothing was saved.</source>
            <translation>Keine Verbindung zu Discord. Dein Token bleibt hier stehen; nichts wurde gespeichert.</translation>
        </message>
        <message>
            <source>Discord could not say whose token this is. Nothing was saved.</source>
            <translation>Discord konnte nicht sagen, wem dieses Token gehört. Nichts wurde gespeichert.</translation>
        </message>
        <message>
            <source>Discord could not say whose token this is. Nothing was saved. (%1)</source>
            <translation>Discord konnte nicht sagen, wem dieses Token gehört. Nichts wurde gespeichert. (%1)</translation>
        </message>
        <message>
            <source>This token belongs to %1, but the tickets here were recorded with another bot. Go on with %1 and keep the recorded tickets?</source>
            <translation>Dieses Token gehört %1, aber die Tickets hier wurden mit einem anderen Bot aufgezeichnet. Mit %1 weitermachen und die aufgezeichneten Tickets behalten?</translation>
        </message>
        <message>
            <source>This token belongs to %1, but the tickets here were recorded with %2. Go on with %1 and keep the recorded tickets?</source>
            <translation>Dieses Token gehört %1, aber die Tickets hier wurden mit %2 aufgezeichnet. Mit %1 weitermachen und die aufgezeichneten Tickets behalten?</translation>
        </message>
        <message>
            <source>Saving the token in the password store…</source>
            <translation>Das Token wird im Passwortspeicher gespeichert…</translation>
        </message>
        <message>
            <source>The password store has not answered yet.</source>
            <translation>Der Passwortspeicher hat noch nicht geantwortet.</translation>
        </message>
        <message>
            <source>Your password store is locked. Unlock it in the window it has opened; the token is saved then.</source>
            <translation>Dein Passwortspeicher ist gesperrt. Entsperre ihn in dem Fenster, das er geöffnet hat; dann wird das Token gespeichert.</translation>
        </message>
        <message>
            <source>Token works: %1. It is kept until you quit and has to be entered again then.</source>
            <translation>Das Token geht: %1. Es wird bis zum Beenden behalten und muss dann neu eingegeben werden.</translation>
        </message>
        <message>
            <source>Token works: %1. It is kept in your password store.</source>
            <translation>Das Token geht: %1. Es liegt in deinem Passwortspeicher.</translation>
        </message>
        <message>
            <source>No token is in use.</source>
            <translation>Kein Token in Gebrauch.</translation>
        </message>
        <message>
            <source>Set by DISCORD_TOKEN. To change it, change that variable and start the program again.</source>
            <translation>Durch DISCORD_TOKEN gesetzt. Um es zu ändern, ändere diese Variable und starte das Programm neu.</translation>
        </message>
        <message>
            <source>Given by the system (discord-token in CREDENTIALS_DIRECTORY). Change it there.</source>
            <translation>Vom System gegeben (discord-token in CREDENTIALS_DIRECTORY). Ändere es dort.</translation>
        </message>
        <message>
            <source>The token is kept in your system's password store.</source>
            <translation>Das Token liegt im Passwortspeicher deines Systems.</translation>
        </message>
        <message>
            <source>The demo needs no token.</source>
            <translation>Die Demo braucht kein Token.</translation>
        </message>
        <message>
            <source>The token is kept until you quit; nothing was saved.</source>
            <translation>Das Token wird bis zum Beenden behalten; nichts wurde gespeichert.</translation>
        </message>
        <message>
            <source>The password store no longer holds the bot token. The bot is stopped; saved data is shown.</source>
            <translation>Das Bot-Token ist nicht mehr im Passwortspeicher. Der Bot ist angehalten; gespeicherte Daten werden gezeigt.</translation>
        </message>
        <message>
            <source>The password store is locked, so the bot token cannot be read. The bot is stopped; saved data is shown.</source>
            <translation>Der Passwortspeicher ist gesperrt, das Bot-Token daher nicht lesbar. Der Bot ist angehalten; gespeicherte Daten werden gezeigt.</translation>
        </message>
        <message>
            <source>No password store is running, so the bot token cannot be read. Start GNOME Keyring or KWallet and try again.</source>
            <translation>Kein Passwortspeicher läuft, das Bot-Token ist daher nicht lesbar. Starte GNOME Keyring oder KWallet und versuche es erneut.</translation>
        </message>
        <message>
            <source>The password store did not answer, so the bot token could not be read. The bot is stopped; saved data is shown.</source>
            <translation>Der Passwortspeicher antwortete nicht, das Bot-Token war daher nicht lesbar. Der Bot ist angehalten; gespeicherte Daten werden gezeigt.</translation>
        </message>
        <message>
            <source>The password store refused to give the bot token. The bot is stopped; saved data is shown.</source>
            <translation>Der Passwortspeicher gab das Bot-Token nicht heraus. Der Bot ist angehalten; gespeicherte Daten werden gezeigt.</translation>
        </message>
        <message>
            <source>The password store failed, so the bot token could not be read. The bot is stopped; saved data is shown.</source>
            <translation>Der Passwortspeicher versagte, das Bot-Token war daher nicht lesbar. Der Bot ist angehalten; gespeicherte Daten werden gezeigt.</translation>
        </message>
        <message>
            <source>Discord asked us to wait %1. It is tried again by itself.</source>
            <translation>Discord bat uns, %1 zu warten. Es wird von selbst erneut versucht.</translation>
        </message>
        <message>
            <source>Stop &amp;waiting</source>
            <translation>&amp;Nicht mehr warten</translation>
        </message>
        <message>
            <source>Tr&amp;y again</source>
            <translation>Erneut ver&amp;suchen</translation>
        </message>
        <message>
            <source>Keep until I &amp;quit</source>
            <translation>Bis z&amp;um Beenden behalten</translation>
        </message>
        <message>
            <source>Go o&amp;n with this bot</source>
            <translation>Mit diesem B&amp;ot weitermachen</translation>
        </message>
        <message>
            <source>&amp;Enter another token</source>
            <translation>Anderes Token ei&amp;ngeben</translation>
        </message>
    </context>
    <context>
        <name>TrayIcon</name>
        <message>
            <source>Show window</source>
            <translation>Fenster zeigen</translation>
        </message>
        <message>
            <source>Mute notifications</source>
            <translation>Benachrichtigungen stummschalten</translation>
        </message>
        <message>
            <source>For 1 hour</source>
            <translation>Für 1 Stunde</translation>
        </message>
        <message>
            <source>Until tomorrow</source>
            <translation>Bis morgen</translation>
        </message>
        <message>
            <source>Not muted</source>
            <translation>Nicht stumm</translation>
        </message>
        <message>
            <source>Stop bot</source>
            <translation>Bot anhalten</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>Beenden</translation>
        </message>
        <message numerus="yes">
            <source>%n overdue</source>
            <translation>
                <numerusform>%Ln überfällig</numerusform>
                <numerusform>%Ln überfällig</numerusform>
            </translation>
        </message>
        <message>
            <source>nothing overdue</source>
            <translation>nichts überfällig</translation>
        </message>
        <message>
            <source>Ticket Assistant: %1, %2</source>
            <comment>connection, overdue tickets</comment>
            <translation>Ticket Assistant: %1, %2</translation>
        </message>
        <message>
            <source>Start bot</source>
            <translation>Bot starten</translation>
        </message>
    </context>
    <context>
        <name>Trends</name>
        <message>
            <source>tickets</source>
            <translation>Tickets</translation>
        </message>
        <message>
            <source>%1 %2</source>
            <comment>series, period: "Opened the 7 days before"</comment>
            <translation>%1 %2</translation>
        </message>
        <message>
            <source>%1 than %2</source>
            <comment>difference, period</comment>
            <translation>%1 als %2</translation>
        </message>
        <message>
            <source>median %1</source>
            <comment>a value</comment>
            <translation>Median %1</translation>
        </message>
        <message>
            <source>90 % within %1</source>
            <comment>a value</comment>
            <translation>90 % innerhalb von %1</translation>
        </message>
        <message>
            <source>Opened</source>
            <translation>Eröffnet</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>Geschlossen</translation>
        </message>
        <message>
            <source>%1 (peak %2 on %3)</source>
            <comment>chart's title, count, date</comment>
            <translation>%1 (Höchststand %2 am %3)</translation>
        </message>
        <message>
            <source>peak %1</source>
            <translation>Höchststand %1</translation>
        </message>
        <message>
            <source>Peak %1</source>
            <comment>%1: "9 % higher than the 7 days before"</comment>
            <translation>Höchststand %1</translation>
        </message>
        <message>
            <source>Open at once</source>
            <translation>Gleichzeitig offen</translation>
        </message>
        <message>
            <source>carried over %1</source>
            <comment>count</comment>
            <translation>übernommen %1</translation>
        </message>
        <message>
            <source>Nothing was open in this period.</source>
            <translation>In diesem Zeitraum war nichts offen.</translation>
        </message>
        <message>
            <source>Median</source>
            <translation>Median</translation>
        </message>
        <message>
            <source>90 % within</source>
            <translation>90 % innerhalb von</translation>
        </message>
        <message>
            <source>Average</source>
            <translation>Mittel</translation>
        </message>
        <message>
            <source>Answered</source>
            <translation>Beantwortet</translation>
        </message>
        <message>
            <source>target %1</source>
            <comment>duration</comment>
            <translation>Ziel %1</translation>
        </message>
        <message>
            <source>No ticket opened in this period has a staff reply.</source>
            <translation>Kein in diesem Zeitraum eröffnetes Ticket hat eine Antwort des Teams.</translation>
        </message>
        <message>
            <source>Median %1, 90 % within %2, target %3.</source>
            <translation>Median %1, 90 % innerhalb von %2, Ziel %3.</translation>
        </message>
        <message>
            <source>How long tickets take</source>
            <translation>Wie lange Tickets dauern</translation>
        </message>
        <message>
            <source>Resolution</source>
            <translation>Lösung</translation>
        </message>
        <message>
            <source>&lt; 15 min</source>
            <translation>&lt; 15 min</translation>
        </message>
        <message>
            <source>15–60 min</source>
            <translation>15–60 min</translation>
        </message>
        <message>
            <source>1–4 h</source>
            <translation>1–4 h</translation>
        </message>
        <message>
            <source>4–12 h</source>
            <translation>4–12 h</translation>
        </message>
        <message>
            <source>12–24 h</source>
            <translation>12–24 h</translation>
        </message>
        <message>
            <source>1–3 d</source>
            <translation>1–3 d</translation>
        </message>
        <message>
            <source>&gt; 3 d</source>
            <translation>&gt; 3 d</translation>
        </message>
        <message>
            <source>No ticket was closed in this period.</source>
            <translation>In diesem Zeitraum wurde kein Ticket geschlossen.</translation>
        </message>
        <message numerus="yes">
            <source>%n closed ticket(s).</source>
            <translation>
                <numerusform>%Ln geschlossenes Ticket.</numerusform>
                <numerusform>%Ln geschlossene Tickets.</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 Median %2, 90 % within %3.</source>
            <translation>%1 Median %2, 90 % innerhalb von %3.</translation>
        </message>
        <message>
            <source>None</source>
            <comment>tickets without a category</comment>
            <translation>Keine</translation>
        </message>
        <message>
            <source>By category</source>
            <translation>Nach Kategorie</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>Kategorie</translation>
        </message>
        <message>
            <source>Open now</source>
            <translation>Jetzt offen</translation>
        </message>
        <message>
            <source>First response, median</source>
            <translation>Erste Antwort, Median</translation>
        </message>
        <message>
            <source>First response, 90 % within</source>
            <translation>Erste Antwort, 90 % innerhalb von</translation>
        </message>
        <message>
            <source>Resolution, median</source>
            <translation>Lösung, Median</translation>
        </message>
        <message>
            <source>Messages per ticket</source>
            <translation>Nachrichten je Ticket</translation>
        </message>
        <message>
            <source>Rating</source>
            <translation>Bewertung</translation>
        </message>
        <message>
            <source>of 5</source>
            <translation>von 5</translation>
        </message>
        <message>
            <source>Rated</source>
            <translation>Bewertet</translation>
        </message>
        <message numerus="yes">
            <source>only %n ticket(s)</source>
            <translation>
                <numerusform>nur %Ln Ticket</numerusform>
                <numerusform>nur %Ln Tickets</numerusform>
            </translation>
        </message>
        <message>
            <source>By staff member</source>
            <translation>Nach Teammitglied</translation>
        </message>
        <message>
            <source>Staff member</source>
            <translation>Teammitglied</translation>
        </message>
        <message>
            <source>First responses</source>
            <translation>Erste Antworten</translation>
        </message>
        <message>
            <source>Messages</source>
            <translation>Nachrichten</translation>
        </message>
        <message numerus="yes">
            <source>%n staff member(s) answered.</source>
            <translation>
                <numerusform>%Ln Teammitglied antwortete.</numerusform>
                <numerusform>%Ln Teammitglieder antworteten.</numerusform>
            </translation>
        </message>
        <message>
            <source>No staff member wrote in a ticket opened in this period.</source>
            <translation>Niemand vom Team schrieb in einem Ticket, das in diesem Zeitraum eröffnet wurde.</translation>
        </message>
        <message>
            <source>none</source>
            <comment>messages in a ticket</comment>
            <translation>keine</translation>
        </message>
        <message>
            <source>%1–%2</source>
            <comment>from, to</comment>
            <translation>%1–%2</translation>
        </message>
        <message>
            <source>&gt; %1</source>
            <translation>&gt; %1</translation>
        </message>
        <message>
            <source>Tickets</source>
            <translation>Tickets</translation>
        </message>
        <message>
            <source>messages</source>
            <translation>Nachrichten</translation>
        </message>
        <message>
            <source>By staff</source>
            <translation>Vom Team</translation>
        </message>
        <message>
            <source>By others</source>
            <translation>Von anderen</translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s).</source>
            <translation>
                <numerusform>%Ln Ticket.</numerusform>
                <numerusform>%Ln Tickets.</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 %2 messages per ticket, median %3.</source>
            <translation>%1 %2 Nachrichten je Ticket, Median %3.</translation>
        </message>
        <message>
            <source>Open on %1</source>
            <comment>date, time</comment>
            <translation>Offen am %1</translation>
        </message>
        <message>
            <source>Answered, opened: %1</source>
            <translation>Beantwortet, eröffnet: %1</translation>
        </message>
        <message>
            <source>Closed: %1</source>
            <translation>Geschlossen: %1</translation>
        </message>
        <message>
            <source>Opened: %1</source>
            <translation>Eröffnet: %1</translation>
        </message>
        <message>
            <source>When tickets arrive, and staff active</source>
            <translation>Wann Tickets kommen und das Team aktiv ist</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>Tag</translation>
        </message>
        <message>
            <source>%1 to %2</source>
            <comment>hours</comment>
            <translation>%1 bis %2</translation>
        </message>
        <message>
            <source>Staff active</source>
            <translation>Team aktiv</translation>
        </message>
        <message>
            <source>Highest: %1.</source>
            <comment>a cell in words</comment>
            <translation>Höchstwert: %1.</translation>
        </message>
        <message>
            <source>%1 %2</source>
            <comment>day, hour</comment>
            <translation>%1 %2</translation>
        </message>
        <message>
            <source>Took %1, closed: %2</source>
            <translation>Dauerte %1, geschlossen: %2</translation>
        </message>
        <message>
            <source>%1, opened: %2</source>
            <translation>%1, eröffnet: %2</translation>
        </message>
        <message>
            <source>Answered by %1, opened: %2</source>
            <translation>Beantwortet von %1, eröffnet: %2</translation>
        </message>
        <message>
            <source>Messages %1, opened: %2</source>
            <translation>Nachrichten %1, eröffnet: %2</translation>
        </message>
        <message>
            <source>Opened %1: %2</source>
            <comment>weekday and hour, period</comment>
            <translation>Eröffnet %1: %2</translation>
        </message>
        <message numerus="yes">
            <source>%n more</source>
            <comment>categories</comment>
            <translation>
                <numerusform>%Ln weiteres</numerusform>
                <numerusform>%Ln weitere</numerusform>
            </translation>
        </message>
        <message>
            <source> (%1)</source>
            <comment>a difference</comment>
            <translation> (%1)</translation>
        </message>
        <message numerus="yes">
            <source>, only %n ticket(s)</source>
            <translation>
                <numerusform>, nur %Ln Ticket</numerusform>
                <numerusform>, nur %Ln Tickets</numerusform>
            </translation>
        </message>
        <message>
            <source>Opened counts tickets whose channel was made in that time, %1 in all. Closed counts tickets that were closed in it, whenever they were opened, each once: %2 in all.</source>
            <translation>Eröffnet zählt Tickets, deren Kanal in dieser Zeit entstand, insgesamt %1. Geschlossen zählt Tickets, die darin geschlossen wurden, wann immer sie eröffnet wurden, jedes einmal: insgesamt %2.</translation>
        </message>
        <message>
            <source>The thin grey line is what was opened %1.</source>
            <comment>%1: "the 7 days before"</comment>
            <translation>Die dünne graue Linie ist, was %1 eröffnet wurde.</translation>
        </message>
        <message>
            <source>The most tickets that were open at the same time within each step of the chart. At the start %1 were open already, at the end %2.</source>
            <translation>Die meisten Tickets, die in jedem Schritt des Diagramms gleichzeitig offen waren. Am Anfang waren schon %1 offen, am Ende %2.</translation>
        </message>
        <message>
            <source>The peak was %1, on %2, and lasted %3.</source>
            <translation>Der Höchststand war %1, am %2, und dauerte %3.</translation>
        </message>
        <message>
            <source>It is a range because it is not known exactly when some tickets were closed.</source>
            <translation>Es ist eine Spanne, weil bei manchen Tickets nicht genau bekannt ist, wann sie geschlossen wurden.</translation>
        </message>
        <message>
            <source>Time from the opening to the first staff message, of tickets opened in that time (n = %1). Half of them were answered within the median, nine of ten within the 90 % line.</source>
            <translation>Zeit von der Eröffnung bis zur ersten Nachricht des Teams, bei Tickets, die in dieser Zeit eröffnet wurden (n = %1). Die Hälfte wurde innerhalb des Medians beantwortet, neun von zehn innerhalb der 90-%-Linie.</translation>
        </message>
        <message numerus="yes">
            <source>Left out: %n ticket(s) without a staff reply.</source>
            <translation>
                <numerusform>Ausgelassen: %Ln Ticket ohne Antwort des Teams.</numerusform>
                <numerusform>Ausgelassen: %Ln Tickets ohne Antwort des Teams.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Left out: %n ticket(s) whose messages are missing.</source>
            <translation>
                <numerusform>Ausgelassen: %Ln Ticket, dessen Nachrichten fehlen.</numerusform>
                <numerusform>Ausgelassen: %Ln Tickets, deren Nachrichten fehlen.</numerusform>
            </translation>
        </message>
        <message>
            <source>Time from the opening to the last closing, of tickets closed in the period (n = %1). Tickets that are open are left out.</source>
            <translation>Zeit von der Eröffnung bis zum letzten Schließen, bei Tickets, die im Zeitraum geschlossen wurden (n = %1). Offene Tickets sind ausgelassen.</translation>
        </message>
        <message numerus="yes">
            <source>Left out: %n ticket(s) of which it is not known exactly when they were closed.</source>
            <translation>
                <numerusform>Ausgelassen: %Ln Ticket, dessen Schließzeit nicht genau bekannt ist.</numerusform>
                <numerusform>Ausgelassen: %Ln Tickets, deren Schließzeit nicht genau bekannt ist.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Left out: %n ticket(s) with impossible times.</source>
            <translation>
                <numerusform>Ausgelassen: %Ln Ticket mit unmöglichen Zeiten.</numerusform>
                <numerusform>Ausgelassen: %Ln Tickets mit unmöglichen Zeiten.</numerusform>
            </translation>
        </message>
        <message>
            <source>Messages of staff by local weekday and hour.</source>
            <translation>Nachrichten des Teams nach örtlichem Wochentag und Stunde.</translation>
        </message>
        <message>
            <source>Half of the tickets opened in that hour were answered within these minutes (n = %1).</source>
            <translation>Die Hälfte der in dieser Stunde eröffneten Tickets wurde innerhalb dieser Minuten beantwortet (n = %1).</translation>
        </message>
        <message>
            <source>Tickets opened by local weekday and hour (n = %1).</source>
            <translation>Eröffnete Tickets nach örtlichem Wochentag und Stunde (n = %1).</translation>
        </message>
        <message>
            <source>The row on top is the mean number of staff members who wrote in that hour of a day. Times in %1. Hours in which the bot was not looking count nowhere.</source>
            <translation>Die oberste Zeile ist die mittlere Zahl der Teammitglieder, die in dieser Stunde des Tages schrieben. Zeiten in %1. Stunden, in denen der Bot nicht hinsah, zählen nirgends.</translation>
        </message>
        <message>
            <source>Tickets opened in the period by the category they were opened in (n = %1). A renamed category keeps its history.</source>
            <translation>Im Zeitraum eröffnete Tickets nach der Kategorie, in der sie eröffnet wurden (n = %1). Eine umbenannte Kategorie behält ihren Verlauf.</translation>
        </message>
        <message>
            <source>The grey mark is what was opened %1.</source>
            <translation>Die graue Marke ist, was %1 eröffnet wurde.</translation>
        </message>
        <message>
            <source>Tickets opened in the period in which this person wrote at least once as staff. A ticket counts for everybody who wrote in it. The median is that of the first responses this person gave; with fewer than %1 there is none.</source>
            <translation>Im Zeitraum eröffnete Tickets, in denen diese Person mindestens einmal als Team schrieb. Ein Ticket zählt für alle, die darin schrieben. Der Median ist der der ersten Antworten dieser Person; bei weniger als %1 gibt es keinen.</translation>
        </message>
        <message>
            <source>Messages of people in tickets opened in the period (n = %1): %2 by staff, %3 by those who asked, %4 by guests. Bots never count.</source>
            <translation>Nachrichten von Leuten in im Zeitraum eröffneten Tickets (n = %1): %2 vom Team, %3 von denen, die fragten, %4 von Gästen. Bots zählen nie.</translation>
        </message>
        <message>
            <source> than %1</source>
            <translation> als %1</translation>
        </message>
        <message>
            <source>%1 opened</source>
            <comment>tickets</comment>
            <translation>%1 eröffnet</translation>
        </message>
        <message>
            <source>%1 closed</source>
            <comment>tickets</comment>
            <translation>%1 geschlossen</translation>
        </message>
        <message>
            <source>first response median %1%2%3, target %4</source>
            <comment>duration, difference, few tickets, target</comment>
            <translation>erste Antwort Median %1%2%3, Ziel %4</translation>
        </message>
        <message>
            <source>resolution median %1%2%3</source>
            <comment>duration, difference, few tickets</comment>
            <translation>Lösung Median %1%2%3</translation>
        </message>
        <message>
            <source>rating %1 of 5 (n = %2)</source>
            <translation>Bewertung %1 von 5 (n = %2)</translation>
        </message>
        <message>
            <source>Mean of the ratings that the ticket bot reported for tickets closed in the period (n = %1). Tickets without a rating are left out.</source>
            <translation>Mittel der Bewertungen, die der Ticket-Bot für im Zeitraum geschlossene Tickets meldete (n = %1). Tickets ohne Bewertung sind ausgelassen.</translation>
        </message>
        <message>
            <source>Rated, closed: %1</source>
            <translation>Bewertet, geschlossen: %1</translation>
        </message>
        <message>
            <source>%1 missing – why?</source>
            <translation>%1 fehlen – warum?</translation>
        </message>
        <message>
            <source>What is missing</source>
            <translation>Was fehlt</translation>
        </message>
        <message>
            <source>The bot was not looking during these times: %1.</source>
            <translation>In diesen Zeiten sah der Bot nicht hin: %1.</translation>
        </message>
        <message>
            <source>What happened then is known only as far as it could be read afterwards. Nothing is filled in with zeros.</source>
            <translation>Was da geschah, ist nur bekannt, soweit es nachgelesen werden konnte. Nichts wird mit Nullen aufgefüllt.</translation>
        </message>
        <message numerus="yes">
            <source>Counted as opened only, for their impossible closing time: %n ticket(s).</source>
            <translation>
                <numerusform>Nur als eröffnet gezählt, wegen unmöglicher Schließzeit: %Ln Ticket.</numerusform>
                <numerusform>Nur als eröffnet gezählt, wegen unmöglicher Schließzeit: %Ln Tickets.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Not listed: %n earlier time(s).</source>
            <translation>
                <numerusform>Nicht aufgeführt: %Ln frühere Zeit.</numerusform>
                <numerusform>Nicht aufgeführt: %Ln frühere Zeiten.</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 as %2</source>
            <comment>"the same", period</comment>
            <translation>%1 wie %2</translation>
        </message>
        <message>
            <source>%1 were answered within the target of %2 (%3 of %4).</source>
            <translation>%1 wurden innerhalb des Ziels von %2 beantwortet (%3 von %4).</translation>
        </message>
        <message>
            <source>%1 were answered within the target of their category (%2 of %3).</source>
            <translation>%1 wurden innerhalb des Ziels ihrer Kategorie beantwortet (%2 von %3).</translation>
        </message>
        <message>
            <source>%1 were closed within the target of %2.</source>
            <translation>%1 wurden innerhalb des Ziels von %2 geschlossen.</translation>
        </message>
        <message>
            <source>%1 were closed within the target of their category.</source>
            <translation>%1 wurden innerhalb des Ziels ihrer Kategorie geschlossen.</translation>
        </message>
        <message>
            <source>met by %1</source>
            <comment>share of tickets that were answered within the target</comment>
            <translation>von %1 erreicht</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>a sentence goes on</comment>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>%1, closed: %2</source>
            <translation>%1, geschlossen: %2</translation>
        </message>
        <message>
            <source>%1, open at the end: %2</source>
            <translation>%1, am Ende offen: %2</translation>
        </message>
        <message>
            <source>%1, answered, opened: %2</source>
            <translation>%1, beantwortet, eröffnet: %2</translation>
        </message>
        <message>
            <source>%1, rated, closed: %2</source>
            <translation>%1, bewertet, geschlossen: %2</translation>
        </message>
        <message>
            <source>First response by %1, opened: %2</source>
            <translation>Erste Antwort von %1, eröffnet: %2</translation>
        </message>
        <message>
            <source>A ticket that was closed more than once counts in the bar of every closing.</source>
            <translation>Ein mehrmals geschlossenes Ticket zählt im Balken jedes Schließens.</translation>
        </message>
        <message>
            <source> as %1</source>
            <comment>follows "(the same)"; %1: "the 7 days before"</comment>
            <translation> wie %1</translation>
        </message>
        <message>
            <source>First response, median %1%2%3, target %4</source>
            <comment>duration, difference, few tickets, target</comment>
            <translation>Erste Antwort, Median %1%2%3, Ziel %4</translation>
        </message>
        <message>
            <source>Resolution, median %1%2%3</source>
            <comment>duration, difference, few tickets</comment>
            <translation>Lösung, Median %1%2%3</translation>
        </message>
    </context>
    <context>
        <name>TrendsExport</name>
        <message>
            <source>seconds</source>
            <translation>Sekunden</translation>
        </message>
        <message>
            <source>First response, median</source>
            <translation>Erste Antwort, Median</translation>
        </message>
        <message>
            <source>Staff replies</source>
            <translation>Antworten des Teams</translation>
        </message>
        <message>
            <source>Opened</source>
            <translation>Eröffnet</translation>
        </message>
        <message>
            <source>people, mean</source>
            <translation>Personen, Mittel</translation>
        </message>
        <message>
            <source>messages</source>
            <translation>Nachrichten</translation>
        </message>
        <message>
            <source>tickets</source>
            <translation>Tickets</translation>
        </message>
        <message>
            <source>Saved %1 in %2</source>
            <translation>%1 in %2 gespeichert</translation>
        </message>
        <message>
            <source>%1 could not be saved: %2</source>
            <translation>%1 konnte nicht gespeichert werden: %2</translation>
        </message>
        <message>
            <source>Report (PDF)</source>
            <translation>Bericht (PDF)</translation>
        </message>
        <message>
            <source>Pictures of all charts (PNG)</source>
            <translation>Bilder aller Diagramme (PNG)</translation>
        </message>
        <message>
            <source>Tickets of the period (CSV)</source>
            <translation>Tickets des Zeitraums (CSV)</translation>
        </message>
        <message>
            <source>Tickets of the period (JSON)</source>
            <translation>Tickets des Zeitraums (JSON)</translation>
        </message>
        <message>
            <source>Numbers of this page (CSV)</source>
            <translation>Zahlen dieser Seite (CSV)</translation>
        </message>
        <message>
            <source>Numbers of this page (JSON)</source>
            <translation>Zahlen dieser Seite (JSON)</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>category, period</comment>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>All charts and figures with what they mean: %1.</source>
            <translation>Alle Diagramme und Zahlen mit ihrer Bedeutung: %1.</translation>
        </message>
        <message>
            <source>A folder with one picture for each chart: %1.</source>
            <translation>Ein Ordner mit einem Bild je Diagramm: %1.</translation>
        </message>
        <message numerus="yes">
            <source>One entry for each of %n ticket(s) opened: %1.</source>
            <translation>
                <numerusform>Ein Eintrag für %Ln eröffnetes Ticket: %1.</numerusform>
                <numerusform>Je ein Eintrag für %Ln eröffnete Tickets: %1.</numerusform>
            </translation>
        </message>
        <message>
            <source>Every number of every chart: %1.</source>
            <translation>Jede Zahl jedes Diagramms: %1.</translation>
        </message>
        <message>
            <source>Chart</source>
            <translation>Diagramm</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>Stelle</translation>
        </message>
        <message>
            <source>From</source>
            <translation>Von</translation>
        </message>
        <message>
            <source>To</source>
            <translation>Bis</translation>
        </message>
        <message>
            <source>Series</source>
            <translation>Reihe</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>Wert</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>Einheit</translation>
        </message>
        <message>
            <source>The folder %1 could not be made.</source>
            <translation>Der Ordner %1 konnte nicht angelegt werden.</translation>
        </message>
        <message numerus="yes">
            <source>Saved %n picture(s) in %1</source>
            <translation>
                <numerusform>%Ln Bild in %1 gespeichert</numerusform>
                <numerusform>%Ln Bilder in %1 gespeichert</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 could not be saved.</source>
            <translation>%1 konnte nicht gespeichert werden.</translation>
        </message>
    </context>
    <context>
        <name>TrendsPage</name>
        <message>
            <source>All categories</source>
            <translation>Alle Kategorien</translation>
        </message>
        <message>
            <source>Last 90 days</source>
            <translation>Letzte 90 Tage</translation>
        </message>
        <message>
            <source>Show the chart by staff member</source>
            <translation>Das Diagramm nach Teammitglied zeigen</translation>
        </message>
        <message>
            <source>Reading the tickets…</source>
            <translation>Die Tickets werden gelesen…</translation>
        </message>
        <message>
            <source>Average</source>
            <translation>Mittel</translation>
        </message>
        <message>
            <source>Show the average first response too</source>
            <translation>Auch das Mittel der ersten Antwort zeigen</translation>
        </message>
        <message>
            <source>By name</source>
            <translation>Nach Namen</translation>
        </message>
        <message>
            <source>Order staff by name instead of by value</source>
            <translation>Team nach Namen statt nach Wert ordnen</translation>
        </message>
        <message>
            <source>Hide this chart</source>
            <translation>Dieses Diagramm ausblenden</translation>
        </message>
        <message>
            <source>Opened</source>
            <translation>Eröffnet</translation>
        </message>
        <message>
            <source>Staff replies</source>
            <translation>Antworten des Teams</translation>
        </message>
        <message>
            <source>Median first response (minutes)</source>
            <translation>Median der ersten Antwort (Minuten)</translation>
        </message>
        <message>
            <source>Trends</source>
            <translation>Trends</translation>
        </message>
        <message>
            <source>Explain: %1</source>
            <translation>Erklären: %1</translation>
        </message>
        <message>
            <source>No server yet. As soon as the bot is in one, its trends appear here.</source>
            <translation>Noch kein Server. Sobald der Bot auf einem ist, erscheinen hier dessen Trends.</translation>
        </message>
        <message>
            <source>No tickets yet. Trends begin with the first ticket that is opened.</source>
            <translation>Noch keine Tickets. Trends beginnen mit dem ersten eröffneten Ticket.</translation>
        </message>
        <message>
            <source>No ticket in %1 in this period: %2.</source>
            <translation>Kein Ticket in %1 in diesem Zeitraum: %2.</translation>
        </message>
        <message>
            <source>No ticket in this period: %1.</source>
            <translation>Kein Ticket in diesem Zeitraum: %1.</translation>
        </message>
        <message numerus="yes">
            <source>Show the %n ticket(s)</source>
            <translation>
                <numerusform>Das Ticket zeigen</numerusform>
                <numerusform>Die %Ln Tickets zeigen</numerusform>
            </translation>
        </message>
        <message>
            <source>No tickets are counted there.</source>
            <translation>Dort werden keine Tickets gezählt.</translation>
        </message>
        <message>
            <source>Staff wrote %1: %2</source>
            <comment>weekday and hour, period</comment>
            <translation>Team schrieb %1: %2</translation>
        </message>
        <message numerus="yes">
            <source>Not in it: %n open ticket(s).</source>
            <translation>
                <numerusform>Nicht dabei: %Ln offenes Ticket.</numerusform>
                <numerusform>Nicht dabei: %Ln offene Tickets.</numerusform>
            </translation>
        </message>
        <message>
            <source>%1…</source>
            <comment>an entry that asks more</comment>
            <translation>%1…</translation>
        </message>
        <message>
            <source>There is nothing to export yet.</source>
            <translation>Noch gibt es nichts zu exportieren.</translation>
        </message>
        <message>
            <source>The trends could not be read.</source>
            <translation>Die Trends konnten nicht gelesen werden.</translation>
        </message>
        <message>
            <source>Working hours only</source>
            <translation>Nur Arbeitszeit</translation>
        </message>
        <message>
            <source>This server has no working hours, so every hour counts. Set them in Settings, Targets and hours.</source>
            <translation>Dieser Server hat keine Arbeitszeit, also zählt jede Stunde. Festgelegt wird sie unter Einstellungen, Ziele und Arbeitszeit.</translation>
        </message>
        <message>
            <source>Responses and resolutions count only the time within working hours: %1</source>
            <translation>Antworten und Lösungen zählen nur die Zeit innerhalb der Arbeitszeit: %1</translation>
        </message>
        <message>
            <source>This server has no working hours: every hour counts</source>
            <translation>Dieser Server hat keine Arbeitszeit: jede Stunde zählt</translation>
        </message>
        <message>
            <source>Nothing was recorded in this period: %1.</source>
            <translation>In diesem Zeitraum wurde nichts aufgezeichnet: %1.</translation>
        </message>
    </context>
    <context>
        <name>TrendsReport</name>
        <message>
            <source>Ticket Assistant</source>
            <translation>Ticket Assistant</translation>
        </message>
        <message>
            <source>Ticket report: %1</source>
            <comment>%1: a server</comment>
            <translation>Ticketbericht: %1</translation>
        </message>
        <message>
            <source>%1: %2 to %3, times in %4</source>
            <comment>period, from, to, time zone</comment>
            <translation>%1: %2 bis %3, Zeiten in %4</translation>
        </message>
        <message>
            <source>Category: %1.</source>
            <translation>Kategorie: %1.</translation>
        </message>
        <message>
            <source>Compared with %1.</source>
            <translation>Zum Vergleich: %1.</translation>
        </message>
        <message>
            <source>First response target: %1.</source>
            <translation>Ziel der ersten Antwort: %1.</translation>
        </message>
        <message>
            <source>Made on %1.</source>
            <translation>Erstellt am %1.</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <comment>report's title, period</comment>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>Page %1 of %2</source>
            <translation>Seite %1 von %2</translation>
        </message>
    </context>
    <context>
        <name>UnsavedBar</name>
        <message>
            <source>What will change</source>
            <translation>Was sich ändert</translation>
        </message>
        <message>
            <source>A&amp;lso for messages already recorded</source>
            <translation>A&amp;uch für schon aufgezeichnete Nachrichten</translation>
        </message>
        <message>
            <source>Counts every recorded message again with the new staff; without it only new messages do.</source>
            <translation>Zählt jede aufgezeichnete Nachricht mit dem neuen Team neu; sonst zählen nur neue Nachrichten so.</translation>
        </message>
        <message>
            <source>&amp;Review</source>
            <translation>Ans&amp;ehen</translation>
        </message>
        <message>
            <source>&amp;Discard</source>
            <translation>&amp;Verwerfen</translation>
        </message>
        <message>
            <source>&amp;Save changes</source>
            <translation>Änderungen speiche&amp;rn</translation>
        </message>
        <message>
            <source>Save changes (Ctrl+S)</source>
            <translation>Änderungen speichern (Strg+S)</translation>
        </message>
        <message>
            <source>Unsaved changes</source>
            <translation>Ungespeicherte Änderungen</translation>
        </message>
        <message>
            <source>Saving…</source>
            <translation>Wird gespeichert…</translation>
        </message>
        <message numerus="yes">
            <source>%n unsaved change(s)</source>
            <translation>
                <numerusform>%Ln ungespeicherte Änderung</numerusform>
                <numerusform>%Ln ungespeicherte Änderungen</numerusform>
            </translation>
        </message>
        <message>
            <source>Try &amp;again</source>
            <translation>E&amp;rneut versuchen</translation>
        </message>
    </context>
    <context>
        <name>WelcomePage</name>
        <message>
            <source>See how your support team is doing</source>
            <translation>Sieh, wie es deinem Support-Team geht</translation>
        </message>
        <message>
            <source>Ticket Assistant watches the ticket channels of your Discord server and turns them into clear numbers.</source>
            <translation>Ticket Assistant beobachtet die Ticketkanäle deines Discord-Servers und macht daraus klare Zahlen.</translation>
        </message>
        <message>
            <source>&amp;Connect a Discord bot</source>
            <translation>Discord-&amp;Bot verbinden</translation>
        </message>
        <message>
            <source>Try the de&amp;mo</source>
            <translation>De&amp;mo ausprobieren</translation>
        </message>
        <message>
            <source>The demo needs no account, no token and no network.</source>
            <translation>Die Demo braucht kein Konto, kein Token und kein Netz.</translation>
        </message>
        <message>
            <source>&amp;Import from the Python bot…</source>
            <translation>Vom Python-Bot &amp;importieren…</translation>
        </message>
        <message>
            <source>&amp;Restore a backup…</source>
            <translation>Siche&amp;rung wiederherstellen…</translation>
        </message>
        <message>
            <source>&amp;Go on with the setup</source>
            <translation>Einrichtung &amp;fortsetzen</translation>
        </message>
        <message>
            <source>Welcome</source>
            <translation>Willkommen</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Sprache</translation>
        </message>
    </context>
</TS>

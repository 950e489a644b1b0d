// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class BotHost;
class FirstRun;
class MainWindow;

// What the buttons of a banner do (UX J5). Every action that incidents() offers has a handler here or, where it is about a
// token, in FirstRun. In the demo nothing leads out of it: what would open Discord says instead what would happen.
void offerIncidentActions(MainWindow &window, BotHost &host, FirstRun &firstRun, bool demo);

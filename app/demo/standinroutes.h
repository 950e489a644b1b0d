// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/standinrouter.h"

class DemoWorld;

// The stand-in's routes by subject. What they are given must outlive the router.
namespace StandIn {

class Gateway;

void addApplicationRoutes(Router &router, DemoWorld &world, Gateway &gateway);
void addGuildRoutes(Router &router, DemoWorld &world);

} // namespace StandIn

// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <future>
#include <utility>

// Does two pieces of work at once, the first in a thread of its own, and returns when both are done. They may read the same
// things and must write different ones. Where no thread can be had they are done one after the other.
template <class First, class Second>
void sideBySide(First &&first, Second &&second)
{
    const std::future<void> other =
        std::async(std::launch::async | std::launch::deferred, std::forward<First>(first));
    std::forward<Second>(second)();
    other.wait();
}

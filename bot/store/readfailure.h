// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bot/base/result.h"

#include <atomic>
#include <memory>
#include <optional>

// A Reader's question that SQLite refuses yields no rows, which looks like "nothing there". Whoever shows answers asks here
// whether that is so: the first failure of this thread since the last call, and none any more afterwards.
std::optional<Error> takeReadFailure();

// For a question that is put together from several: Statement::ask() notes its own failures.
void noteReadFailure(const Error &error);

// While one lives, this thread's questions end early once `wanted` turns false: no more rows, and the failure is Cancelled.
class ReadWhileWanted
{
public:
    explicit ReadWhileWanted(std::shared_ptr<const std::atomic<bool>> wanted);
    ~ReadWhileWanted();
    Q_DISABLE_COPY_MOVE(ReadWhileWanted)
};

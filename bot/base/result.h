// SPDX-FileCopyrightText: Ticket Assistant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <utility>
#include <variant>

// What went wrong, in a form that callers can branch on. `text` is meant for people and is a whole sentence;
// `detail` is for logs and says what the other side answered. Neither ever holds a token or message text.
enum class ErrorKind
{
    Invalid, // the caller's input; the text names it
    NotFound,
    Denied, // permission or policy
    Busy, // locked, try again later
    Io, // disk full, read-only, missing folder
    Corrupt, // the data cannot be trusted
    Newer, // written by a newer version of the program
    Network,
    RateLimited,
    Cancelled,
    Internal // a mistake of ours
};

struct Error
{
    ErrorKind kind = ErrorKind::Internal;
    QString text;
    QString detail;
};

// A value or an Error. GCC 12 has no std::expected in C++20 mode; this is the part of it that we use.
template <class T>
class [[nodiscard]] Result
{
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) { }
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) { }

    bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }
    const T &value() const & { return std::get<0>(m_state); }
    T &value() & { return std::get<0>(m_state); }
    T &&value() && { return std::get<0>(std::move(m_state)); }
    const T &operator*() const { return value(); }
    const T *operator->() const { return &value(); }
    const Error &error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

template <>
class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)) { }

    bool ok() const { return !m_error; }
    explicit operator bool() const { return ok(); }
    const Error &error() const { return *m_error; }

private:
    std::optional<Error> m_error;
};

using Status = Result<void>;

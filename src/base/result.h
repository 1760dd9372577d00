#pragma once

#include <cassert>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "base/message.h"

namespace timbang::base {

/// An expected failure: a stable code ("file-not-found"), arguments for its text, and what caused it. The text is made
/// late, from the catalogue, by `error_message`.
struct Error {
    std::string code;
    Args args;
    std::shared_ptr<const Error> cause;

    Error() = default;
    explicit Error(std::string error_code, Args error_args = {}) : code(std::move(error_code)), args(std::move(error_args)) {}

    /// The same error with what led to it.
    [[nodiscard]] Error caused_by(Error inner) && {
        cause = std::make_shared<const Error>(std::move(inner));
        return std::move(*this);
    }
};

/// A value or the error that stood in its way. Asking for the one that is not there is a programmer's mistake.
template <class T> class [[nodiscard]] Result {
public:
    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

    [[nodiscard]] bool ok() const { return state_.index() == 0; }
    explicit operator bool() const { return ok(); }
    [[nodiscard]] T& value() & { assert(ok()); return std::get<0>(state_); }
    [[nodiscard]] const T& value() const& { assert(ok()); return std::get<0>(state_); }
    [[nodiscard]] T&& value() && { assert(ok()); return std::get<0>(std::move(state_)); }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }
    [[nodiscard]] const Error& error() const { assert(!ok()); return std::get<1>(state_); }

private:
    std::variant<T, Error> state_;
};

/// Success, or the error.
template <> class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error) : error_(std::move(error)) {}

    [[nodiscard]] bool ok() const { return !error_; }
    explicit operator bool() const { return ok(); }
    [[nodiscard]] const Error& error() const { assert(error_); return *error_; }

private:
    std::optional<Error> error_;
};

using Status = Result<void>;

} // namespace timbang::base

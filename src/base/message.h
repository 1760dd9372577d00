#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/rational.h"
#include "base/text.h"

namespace timbang::base {

/// A key of the message catalogue used as an argument: it is looked up in the language of the whole message.
struct Key {
    std::string key;
    friend bool operator==(const Key&, const Key&) = default;
};

/// A number with the count of decimals to show (rounded half up).
struct Decimal {
    Rational value;
    int decimals = 2;
    friend bool operator==(const Decimal&, const Decimal&) = default;
};

/// An argument of a message: text as it stands, a whole number, an exact number, an authored text in two languages, or
/// another message key.
using Arg = std::variant<std::string, std::int64_t, Decimal, Text, Key>;
using Args = std::vector<std::pair<std::string, Arg>>;

/// A text for people that is not made yet: a catalogue key and its arguments. `domain` and `insight` return these; the
/// catalogue turns them into words at the edge.
struct Message {
    std::string key;
    Args args;
    friend bool operator==(const Message&, const Message&) = default;
};

} // namespace timbang::base

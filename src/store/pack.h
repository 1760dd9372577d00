#pragma once

#include <exception>
#include <optional>
#include <sstream>
#include <string>

#include <cereal/archives/binary.hpp>
#include <cereal/types/string.hpp>
#include <cereal/types/vector.hpp>

// Values to bytes and back with cereal, for local files whose checksum holds; inside this module only.

namespace timbang::store {

template <class Value> std::string pack(const Value& value) {
    std::ostringstream out;
    cereal::BinaryOutputArchive archive(out);
    archive(value);
    return std::move(out).str();
}

/// Nothing when the bytes are no such value.
template <class Value> std::optional<Value> unpack(const std::string& bytes) {
    try {
        std::istringstream in(bytes);
        cereal::BinaryInputArchive archive(in);
        Value value;
        archive(value);
        return value;
    } catch (const std::exception&) { // cereal's own, or a length that cannot be had
        return std::nullopt;
    }
}

} // namespace timbang::store

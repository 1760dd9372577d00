#pragma once

#include <optional>
#include <string>

#include <SQLiteCpp/SQLiteCpp.h>
#include <nlohmann/json.hpp>

#include "base/json.h"

// Small helpers between payloads and rows; inside this module only.

namespace timbang::store {

/// A payload as an object; an empty one where it is none, so that a strange event cannot stop the others.
[[nodiscard]] inline nlohmann::json object_of(const std::string& payload) {
    base::Result<nlohmann::json> parsed = base::parse_json(payload);
    return parsed && parsed->is_object() ? std::move(*parsed) : nlohmann::json::object();
}

[[nodiscard]] inline std::string text_in(const nlohmann::json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

inline void bind_text_or_null(SQLite::Statement& statement, int place, const std::string& text) {
    if (text.empty()) statement.bind(place);
    else statement.bind(place, text);
}

inline void bind_whole_or_null(SQLite::Statement& statement, int place, const nlohmann::json& object, const char* key) {
    const auto found = object.find(key);
    if (found != object.end() && found->is_number_integer()) statement.bind(place, found->get<std::int64_t>());
    else statement.bind(place);
}

/// What a result says of "exact", as 1 or 0.
inline void bind_exact_or_null(SQLite::Statement& statement, int place, const nlohmann::json& parts) {
    const auto exact = parts.find("exact");
    if (exact != parts.end() && exact->is_boolean()) statement.bind(place, exact->get<bool>() ? 1 : 0);
    else statement.bind(place);
}

} // namespace timbang::store

#include "base/json.h"

#include <nlohmann/json.hpp>

namespace timbang::base {

std::string canonical_json(const nlohmann::json& value) {
    return value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

Result<nlohmann::json> parse_json(std::string_view text) {
    try {
        return nlohmann::json::parse(text);
    } catch (const nlohmann::json::parse_error& error) {
        return Error("json-broken", {{"offset", static_cast<std::int64_t>(error.byte)}});
    } catch (const nlohmann::json::exception&) { // a number outside the range of a double
        return Error("json-broken", {{"offset", std::int64_t{0}}});
    }
}

} // namespace timbang::base

#include "store/pseudonyms.h"

#include <nlohmann/json.hpp>

#include "base/hash.h"
#include "base/ids.h"
#include "base/json.h"
#include "store/payload.h"
#include "store/project.h"
#include "store/stored_event.h"

namespace timbang::store {
namespace {

constexpr std::size_t kCodeDigits = 8;

} // namespace

Pseudonyms::Pseudonyms() : secret_(base::make_token() + base::make_token()), known_(known_types()) {}

std::string Pseudonyms::digest(std::string_view text) const {
    // The inner sum keeps what is hashed from being lengthened, as HMAC does.
    return base::sha256(secret_ + base::sha256(secret_ + std::string(text)));
}

std::string Pseudonyms::id(std::string_view id) const {
    if (id.empty()) return "";
    const std::string digits = digest(id);
    // A UUID of version 8, "vendor-specific" (RFC 9562): no time stands in it.
    return digits.substr(0, 8) + "-" + digits.substr(8, 4) + "-8" + digits.substr(12, 3) + "-a" + digits.substr(15, 3) +
           "-" + digits.substr(18, 12);
}

std::string Pseudonyms::code(std::string_view prefix, std::string_view of) const {
    return std::string(prefix) + digest(std::string(prefix) + std::string(of)).substr(0, kCodeDigits);
}

void Pseudonyms::rewrite(EventLine& event, const std::string& session, std::string& payload) const {
    event.id = id(event.id);
    event.texts.clear();
    if (event.payload.empty() || !known_.contains(event.type)) {
        // The hash of what was there would let somebody who guesses it find it confirmed.
        event.hash = digest(event.hash + std::string(event.payload));
        event.payload = {};
        return;
    }
    nlohmann::json object = object_of(std::string(event.payload));
    rewrite(object, "", session);
    if (event.type == "session_started" && text_in(object, "mode") == "room") object["title"] = "";
    if (event.type == "scored") object["reason"] = "";
    payload = base::canonical_json(object);
    event.payload = payload;
}

void Pseudonyms::rewrite(nlohmann::json& value, const std::string& key, const std::string& session) const {
    if (value.is_object()) {
        for (auto entry = value.begin(); entry != value.end(); ++entry)
            rewrite(entry.value(), entry.key(), session);
    } else if (value.is_array()) {
        for (nlohmann::json& one : value) rewrite(one, key, session);
    } else if (value.is_string()) {
        const std::string text = value.get<std::string>();
        if (text.empty()) return;
        if (key == "person" || key == "people" || key == "continues" || key == "workshop" || people_.contains(text))
            value = id(text);
        else if (key == "seat" || key == "members")
            value = code("S-", session + text);
        else if (key == "client_id" || key == "token_hash")
            value = "";
    }
}

} // namespace timbang::store

#include "app/former_results.h"

#include <map>

#include <nlohmann/json.hpp>

#include "base/json.h"

namespace timbang::app {
namespace {

using Json = nlohmann::json;

std::string text_in(const Json& json, const char* name) {
    const auto found = json.find(name);
    return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::optional<int> number_in(const Json& json, const char* name) {
    const auto found = json.find(name);
    return found != json.end() && found->is_number_integer() ? std::optional<int>(found->get<int>()) : std::nullopt;
}

/// What tells two results apart: everything but the hash of the task.
struct Compared {
    Json parts;
    KeptResult result;
};

std::optional<Compared> compared(const Json& payload) {
    auto parsed = base::parse_json(text_in(payload, "result"));
    if (!parsed || !parsed->is_object()) return std::nullopt;
    Compared one{std::move(*parsed), {}};
    one.parts.erase("item_hash");
    const auto exact = one.parts.find("exact");
    one.result.exact = exact != one.parts.end() && exact->is_boolean() && exact->get<bool>();
    if (const auto score = one.parts.find("score"); score != one.parts.end() && score->is_object()) {
        one.result.reference = number_in(*score, "reference");
        one.result.steps = number_in(*score, "steps");
    }
    return one;
}

/// Goes through the events of a session once.
struct Fold {
    std::map<std::string, std::pair<Compared, Compared>> results; ///< by indicator: the first and the newest
    FormerResults found;

    void scored(const store::StoredEvent& event, const Json& payload) {
        const std::string indicator = text_in(payload, "indicator");
        std::optional<Compared> now = compared(payload);
        if (!now) return;
        const auto before = results.find(indicator);
        if (before == results.end()) {
            results.emplace(indicator, std::pair{*now, *now});
            return;
        }
        found.time = event.time;
        found.reason = text_in(payload, "reason");
        Compared& newest = before->second.second;
        if (newest.parts != now->parts)
            found.changed.push_back({indicator, newest.result, now->result, event.time, found.reason});
        newest = std::move(*now);
    }
};

} // namespace

const FormerResult* FormerResults::of(const std::string& indicator) const {
    for (auto one = changed.rbegin(); one != changed.rend(); ++one)
        if (one->indicator == indicator) return &*one;
    return nullptr;
}

FormerResults former_results(const std::vector<store::StoredEvent>& events) {
    Fold fold;
    for (const store::StoredEvent& event : events) {
        if (event.type != "scored" && event.type != "decided") continue;
        const auto payload = base::parse_json(event.payload);
        if (!payload || !payload->is_object()) continue;
        if (event.type == "scored") fold.scored(event, *payload);
        else fold.results.erase(text_in(*payload, "indicator")); // another decision has results of its own
    }
    for (const auto& [indicator, results] : fold.results) {
        fold.found.exact_before += results.first.result.exact;
        fold.found.exact_now += results.second.result.exact;
    }
    return std::move(fold.found);
}

} // namespace timbang::app

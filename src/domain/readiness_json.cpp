#include <utility>

#include <nlohmann/json.hpp>

#include "domain/readiness_event.h"

namespace timbang::domain {
namespace {

using Json = nlohmann::json;

constexpr const char* kReady = "ready";
constexpr const char* kNotYet = "not-yet";

Json pool_json(const PoolName& pool) {
    return {{"id", pool.id}, {"version", pool.version}, {"content_hash", pool.content_hash}};
}

Json counts_json(const ReadinessCounts& counts) {
    Json critical = Json::array();
    for (const ReadinessCounts::Found& one : counts.critical)
        critical.push_back({{"type", one.type}, {"found", one.found}, {"of", one.of}});
    return {{"drawn", counts.drawn},   {"decided", counts.decided}, {"exact", counts.exact},
            {"scored", counts.scored}, {"points", counts.points},   {"critical", std::move(critical)}};
}

template <class Event> Json head_json(const Event& event) {
    return {{"policy", event.policy},   {"version", event.version}, {"pool", pool_json(event.pool)},
            {"recheck", event.recheck}, {"try", event.number},      {"drawn", event.drawn}};
}

/// Reads fields; the first that does not fit is what is wrong with the event.
class Fields {
public:
    explicit Fields(const Json& json) : json_(json) {}

    [[nodiscard]] const Json* find(const char* name) {
        const auto found = json_.is_object() ? json_.find(name) : json_.end();
        if (json_.is_object() && found != json_.end()) return &*found;
        fail(name);
        return nullptr;
    }
    std::string text(const char* name) {
        const Json* value = find(name);
        if (value != nullptr && value->is_string()) return value->get<std::string>();
        return fail(name), std::string();
    }
    int number(const char* name) {
        const Json* value = find(name);
        if (value != nullptr && value->is_number_integer() && std::in_range<int>(value->get<std::int64_t>()))
            return value->get<int>();
        return fail(name), 0;
    }
    bool flag(const char* name) {
        const Json* value = find(name);
        if (value != nullptr && value->is_boolean()) return value->get<bool>();
        return fail(name), false;
    }
    const Json& list(const char* name) {
        const Json* value = find(name);
        if (value != nullptr && value->is_array()) return *value;
        fail(name);
        return none_;
    }
    void fail(const std::string& name) {
        if (broken_.empty()) broken_ = name;
    }
    void take_in(const Fields& inner) {
        if (!inner.broken_.empty()) fail(inner.broken_);
    }
    [[nodiscard]] const std::string& broken() const { return broken_; }

private:
    const Json& json_;
    const Json none_ = Json::array();
    std::string broken_;
};

PoolName read_pool(Fields& fields) {
    const Json* value = fields.find("pool");
    if (value == nullptr) return {};
    Fields inner(*value);
    PoolName pool{inner.text("id"), inner.text("version"), inner.text("content_hash")};
    fields.take_in(inner);
    return pool;
}

template <class Event> void read_head(Fields& fields, Event& event) {
    event.policy = fields.text("policy");
    event.version = fields.text("version");
    event.pool = read_pool(fields);
    event.recheck = fields.flag("recheck");
    event.number = fields.number("try");
    for (const Json& code : fields.list("drawn")) {
        if (code.is_string()) event.drawn.push_back(code.get<std::string>());
        else fields.fail("drawn");
    }
}

ReadinessCounts read_counts(Fields& fields) {
    ReadinessCounts counts;
    const Json* value = fields.find("counts");
    if (value == nullptr) return counts;
    Fields inner(*value);
    counts.drawn = inner.number("drawn");
    counts.decided = inner.number("decided");
    counts.exact = inner.number("exact");
    counts.scored = inner.number("scored");
    counts.points = inner.number("points");
    for (const Json& item : inner.list("critical")) {
        Fields one(item);
        counts.critical.push_back({one.text("type"), one.number("found"), one.number("of")});
        inner.take_in(one);
    }
    fields.take_in(inner);
    return counts;
}

base::Error broken(const char* type, const Fields& fields) {
    return base::Error("event-broken", {{"type", std::string(type)}, {"field", fields.broken()}});
}

} // namespace

Json to_json(const ReadinessStarted& event) { return head_json(event); }

Json to_json(const ReadinessEnded& event) {
    Json json = head_json(event);
    json["counts"] = counts_json(event.counts);
    json["outcome"] = event.ready ? kReady : kNotYet;
    json["valid_until"] = event.valid_until ? Json(base::iso_time(*event.valid_until)) : Json(nullptr);
    return json;
}

base::Result<ReadinessStarted> readiness_started_from_json(const Json& payload) {
    Fields fields(payload);
    ReadinessStarted event;
    read_head(fields, event);
    if (!fields.broken().empty()) return broken(kReadinessStarted, fields);
    return event;
}

base::Result<ReadinessEnded> readiness_ended_from_json(const Json& payload) {
    Fields fields(payload);
    ReadinessEnded event;
    read_head(fields, event);
    event.counts = read_counts(fields);
    const std::string outcome = fields.text("outcome");
    event.ready = outcome == kReady;
    if (!event.ready && outcome != kNotYet) fields.fail("outcome");
    if (const Json* until = fields.find("valid_until"); until != nullptr && !until->is_null()) {
        event.valid_until = until->is_string() ? base::parse_iso_time(until->get<std::string>()) : std::nullopt;
        if (!event.valid_until) fields.fail("valid_until");
    }
    if (!fields.broken().empty()) return broken(kReadinessEnded, fields);
    return event;
}

} // namespace timbang::domain

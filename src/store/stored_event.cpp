#include "store/stored_event.h"

#include <utility>

#include <nlohmann/json.hpp>

#include "base/hash.h"
#include "base/ids.h"
#include "base/json.h"

namespace timbang::store {

std::string payload_hash(std::string_view type, std::string_view payload) {
    base::Sha256 sum;
    sum.add(type);
    sum.add("\n");
    sum.add(payload);
    return sum.finish();
}

StoredEvent make_stored(std::string type, std::string payload, std::vector<domain::FreeText> texts, std::int64_t seq,
                        base::Time now, const std::function<std::uint64_t()>& random) {
    StoredEvent stored;
    stored.id = base::make_uuid7(now, random);
    stored.seq = seq;
    stored.type = std::move(type);
    stored.time = now;
    stored.payload = std::move(payload);
    stored.payload_hash = payload_hash(stored.type, stored.payload);
    stored.texts = std::move(texts);
    return stored;
}

StoredEvent make_stored(const domain::Scenario& scenario, const domain::Event& event, std::int64_t seq, base::Time now,
                        const std::function<std::uint64_t()>& random) {
    return make_stored(domain::event_type(event), base::canonical_json(domain::to_json(scenario, event)),
                       domain::free_texts(event), seq, now, random);
}

base::Result<domain::Event> read_stored(const domain::Scenario& scenario, const StoredEvent& event) {
    if (payload_hash(event.type, event.payload) != event.payload_hash)
        return base::Error("event-damaged", {{"id", event.id}});
    const base::Result<nlohmann::json> payload = base::parse_json(event.payload);
    if (!payload) return base::Error("event-broken", {{"type", event.type}, {"field", std::string()}});
    return domain::event_from_json(scenario, event.type, *payload, event.texts);
}

} // namespace timbang::store

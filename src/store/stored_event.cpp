#include "store/stored_event.h"

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

StoredEvent make_stored(const domain::Scenario& scenario, const domain::Event& event, std::int64_t seq, base::Time now,
                        const std::function<std::uint64_t()>& random) {
    StoredEvent stored;
    stored.id = base::make_uuid7(now, random);
    stored.seq = seq;
    stored.type = domain::event_type(event);
    stored.time = now;
    stored.payload = base::canonical_json(domain::to_json(scenario, event));
    stored.payload_hash = payload_hash(stored.type, stored.payload);
    stored.texts = domain::free_texts(event);
    return stored;
}

base::Result<domain::Event> read_stored(const domain::Scenario& scenario, const StoredEvent& event) {
    if (payload_hash(event.type, event.payload) != event.payload_hash)
        return base::Error("event-damaged", {{"id", event.id}});
    const base::Result<nlohmann::json> payload = base::parse_json(event.payload);
    if (!payload) return base::Error("event-broken", {{"type", event.type}, {"field", std::string()}});
    return domain::event_from_json(scenario, event.type, *payload, event.texts);
}

} // namespace timbang::store

#include "app/readiness.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "base/json.h"

namespace timbang::app {

using domain::ReadinessEnded;
using domain::ReadinessStarted;
using insight::ReadinessTry;

namespace {

template <class Event>
std::optional<Event> read(const store::StoredEvent& stored, base::Result<Event> (*from)(const nlohmann::json&)) {
    const base::Result<nlohmann::json> payload = base::parse_json(stored.payload);
    if (!payload) return std::nullopt;
    base::Result<Event> event = from(*payload);
    return event ? std::optional<Event>(std::move(*event)) : std::nullopt;
}

store::StoredEvent as_stored(const char* type, const nlohmann::json& payload) {
    store::StoredEvent event;
    event.type = type;
    event.payload = base::canonical_json(payload);
    event.payload_hash = store::payload_hash(event.type, event.payload);
    return event;
}

std::optional<ReadinessStarted> begun_in(const std::vector<store::StoredEvent>& events) {
    for (const store::StoredEvent& one : events)
        if (one.type == domain::kReadinessStarted) return read(one, domain::readiness_started_from_json);
    return std::nullopt;
}

} // namespace

store::StoredEvent stored(const ReadinessStarted& event) { return as_stored(domain::kReadinessStarted, domain::to_json(event)); }
store::StoredEvent stored(const ReadinessEnded& event) { return as_stored(domain::kReadinessEnded, domain::to_json(event)); }

std::optional<ReadinessTry> try_of(const store::SessionRow& session, const std::vector<store::StoredEvent>& events) {
    if (session.mode != domain::mode_id(domain::Mode::Check) || !session.player.empty()) return std::nullopt;
    auto begun = begun_in(events);
    if (!begun) return std::nullopt;
    ReadinessTry one;
    one.session = session.id;
    one.started = session.started;
    one.ended = session.ended;
    one.begun = std::move(*begun);
    one.decided = session.decided;
    for (const store::StoredEvent& event : events)
        if (event.type == domain::kReadinessEnded) one.result = read(event, domain::readiness_ended_from_json);
    return one;
}

base::Result<std::vector<ReadinessTry>> tries_of(Record& record, const std::vector<store::SessionRow>& sessions) {
    std::vector<ReadinessTry> tries;
    for (const store::SessionRow& session : sessions) {
        if (session.mode != domain::mode_id(domain::Mode::Check)) continue;
        const base::Result<std::vector<store::StoredEvent>> events = record.events(session.id);
        if (!events) return events.error();
        if (auto one = try_of(session, *events)) tries.push_back(std::move(*one));
    }
    return tries;
}

base::Result<ReadinessStarted> begin_try(const OpenedPool& opened, const std::vector<ReadinessTry>& tries, base::Time now,
                                         std::uint64_t seed) {
    const insight::ReadinessStatus status = insight::readiness_status(*opened.policy, tries, now);
    if (!status.may_start)
        return base::Error("readiness-not-now",
                           {{"standing", base::Key{std::string("readiness.standing-") + insight::standing_id(status.standing)}}});
    base::Result<std::vector<std::string>> drawn = insight::draw_try(*opened.policy, *opened.pool, tries, status.recheck, seed);
    if (!drawn) return drawn.error();
    ReadinessStarted begun;
    begun.policy = opened.policy->id;
    begun.version = opened.policy->version;
    begun.pool = domain::name_of(*opened.pool);
    begun.recheck = status.recheck;
    begun.number = status.tries + 1;
    begun.drawn = std::move(*drawn);
    return begun;
}

ReadinessEnded end_try(const domain::ReadinessPolicy& policy, const ReadinessStarted& begun, const domain::Scenario& drawn,
                       const domain::State& state, base::Time now) {
    ReadinessEnded ended;
    ended.policy = begun.policy;
    ended.version = begun.version;
    ended.pool = begun.pool;
    ended.recheck = begun.recheck;
    ended.number = begun.number;
    ended.drawn = begun.drawn;
    ended.counts = domain::readiness_counts(policy, drawn, state);
    ended.ready = insight::judge(policy, ended.counts).ready;
    if (ended.ready && !ended.recheck) ended.valid_until = insight::months_later(now, policy.valid_months);
    return ended;
}

base::Result<std::unique_ptr<ReadinessCheck>> ReadinessCheck::start(const Ports& ports, Tasks& tasks, Begin begin) {
    base::Result<ReadinessStarted> begun = begin_try(begin.opened, begin.tries, ports.now(), begin.seed);
    if (!begun) return begun.error();
    std::unique_ptr<ReadinessCheck> check(new ReadinessCheck());
    check->ports_ = &ports;
    check->policy_ = begin.opened.policy;
    check->begun_ = std::move(*begun);
    SoloSession::Begin session;
    session.scenario = std::make_shared<const domain::Scenario>(domain::only(*begin.opened.pool, check->begun_.drawn));
    session.folder = begin.opened.folder;
    session.person = std::move(begin.person);
    session.mode = domain::Mode::Check;
    session.seed = begin.seed;
    session.program_version = std::move(begin.program_version);
    session.also = {stored(check->begun_)};
    check->session_ = std::make_shared<SoloSession>(ports, tasks, std::move(session));
    return check;
}

base::Result<std::unique_ptr<ReadinessCheck>> ReadinessCheck::resume(const Ports& ports, Tasks& tasks, const OpenedPool& opened,
                                                                     const std::string& session,
                                                                     const std::vector<store::StoredEvent>& events) {
    auto begun = begun_in(events);
    if (!begun) return base::Error("not-a-readiness-check", {{"session", session}});
    if (begun->pool != domain::name_of(*opened.pool)) return base::Error("pool-changed", {{"id", begun->pool.id}});
    auto drawn = std::make_shared<const domain::Scenario>(domain::only(*opened.pool, begun->drawn));
    auto resumed = SoloSession::resume(ports, tasks, std::move(drawn), opened.folder, session, events);
    if (!resumed) return resumed.error();
    std::unique_ptr<ReadinessCheck> check(new ReadinessCheck());
    check->ports_ = &ports;
    check->policy_ = opened.policy;
    check->begun_ = std::move(*begun);
    check->session_ = std::move(*resumed);
    return check;
}

int ReadinessCheck::decided() const {
    const auto& decisions = session_->state().decisions;
    return static_cast<int>(std::count_if(decisions.begin(), decisions.end(), [](const auto& one) { return one.has_value(); }));
}

std::optional<domain::Rejection> ReadinessCheck::finish() {
    return session_->carry_out(domain::LeaveStep{}, [this](const domain::State& state) {
        result_ = end_try(*policy_, begun_, session_->scenario(), state, ports_->now());
        outcome_ = insight::judge(*policy_, result_->counts);
        return std::vector<store::StoredEvent>{stored(*result_)};
    });
}

base::Status put_away_try(const Ports& ports, const std::string& session) {
    const base::Result<std::vector<store::StoredEvent>> events = ports.record->events(session);
    if (!events) return events.error();
    if (events->empty()) return base::Error("session-empty");
    base::Status written;
    ports.record->append(session, {store::make_stored("abandoned", "{}", {}, events->back().seq + 1, ports.now(), ports.random)},
                         [&written](const store::Appended& done) { written = done.status; });
    ports.record->flush();
    return written;
}

} // namespace timbang::app

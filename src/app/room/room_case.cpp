#include "app/room/room_case.h"

#include <nlohmann/json.hpp>

#include "app/room/room_judge.h"
#include "base/ids.h"
#include "base/json.h"
#include "domain/room_tally.h"

namespace timbang::app {
namespace {

using nlohmann::json;

std::size_t at(int index) { return static_cast<std::size_t>(index); }

/// What a case brings forth that everybody may see.
bool changes_what_is_public(const domain::Event& event) {
    return std::holds_alternative<domain::ActionTaken>(event) || std::holds_alternative<domain::ScriptFired>(event) ||
           std::holds_alternative<domain::LeftStep>(event);
}

json parsed(const std::string& text) {
    base::Result<json> value = base::parse_json(text);
    return value ? std::move(*value) : json();
}

} // namespace

RoomCase::RoomCase(CaseForRoom given, Stamps stamps) : given_(std::move(given)), stamps_(std::move(stamps)) {
    ahead_.script = domain::initial_state(*given_.scenario, domain::Mode::Practise);
    kept_.script = ahead_.script;
    rules_ = std::make_shared<const domain::RoomRules>();
}

void RoomCase::begin(domain::RoomStarted started, RoomBatch& batch) {
    started_ = std::move(started);
    session_ = base::make_uuid7(stamps_.now(), stamps_.random);
    rules_ = std::make_shared<const domain::RoomRules>(started_.rules);
    ahead_.room = domain::initial_room(*rules_);
    kept_.room = ahead_.room;
    room_.reset();
    ++version_; // what was published before knew no indicators to vote on
    store_event("session_started", domain::to_json(started_), {}, batch);
}

void RoomCase::store_event(std::string type, const json& payload, std::vector<domain::FreeText> texts,
                           RoomBatch& batch) {
    last_ = stamps_.now();
    batch.stored.push_back(store::make_stored(std::move(type), base::canonical_json(payload), std::move(texts),
                                              next_seq_++, last_, stamps_.random));
}

void RoomCase::keep(const domain::RoomEvent& event, RoomBatch& batch) {
    batch.happened.emplace_back(event);
    store_event(domain::room_event_type(event), domain::to_json(*rules_, ahead_.room, event, people_),
                domain::free_texts(event), batch);
}

void RoomCase::keep(const domain::Event& event, RoomBatch& batch) {
    batch.happened.emplace_back(event);
    store_event(domain::event_type(event), domain::to_json(*given_.scenario, event), domain::free_texts(event), batch);
}

std::optional<domain::RoomRefusal> RoomCase::carry_out(const domain::RoomCommand& command, RoomBatch& batch) {
    domain::RoomOutcome outcome = domain::step(*rules_, ahead_.room, command);
    if (const auto* refusal = std::get_if<domain::RoomRefusal>(&outcome)) return *refusal;
    batch.at = stamps_.steady();
    const auto& events = std::get<std::vector<domain::RoomEvent>>(outcome);
    for (const domain::RoomEvent& event : events) {
        if (std::holds_alternative<domain::room_event::TimerSet>(event)) ahead_.timer_at = batch.at;
        keep(event, batch);
    }
    follow(events, batch);
    return std::nullopt;
}

void RoomCase::follow(const std::vector<domain::RoomEvent>& events, RoomBatch& batch) {
    for (const domain::RoomEvent& event : events) {
        const auto* shown = std::get_if<domain::room_event::ReferenceShown>(&event);
        if (shown == nullptr || ahead_.room.rounds.empty()) continue;
        const domain::Round& round = ahead_.room.rounds.back();
        for (const JudgedVote& vote : judge_first_votes(*given_.scenario, ahead_.script, round, shown->task))
            store_event("vote_scored",
                        {{"round", round.number},
                         {"indicator", rules_->tasks[at(shown->task)].code},
                         {"vote", domain::vote_kind_id(domain::VoteKind::First)},
                         {"person", at(vote.seat) < people_.size() ? people_[at(vote.seat)] : std::string()},
                         {"key_hash", given_.scenario->hashes.key},
                         {"result", parsed(vote.result)}},
                        {}, batch);
        if (auto answer = domain::room_answer(*rules_, ahead_.room, round, shown->task))
            // Where the script does not ask for it now, it goes on without.
            (void)carry_out(
                domain::Decide{shown->task, answer_for_script(*given_.scenario, shown->task, std::move(*answer))},
                batch);
    }
}

std::optional<domain::Rejection> RoomCase::carry_out(const domain::Command& command, RoomBatch& batch) {
    domain::Outcome outcome = domain::step(*given_.scenario, ahead_.script, command);
    if (auto* rejection = std::get_if<domain::Rejection>(&outcome)) return std::move(*rejection);
    batch.at = stamps_.steady();
    for (const domain::Event& event : std::get<std::vector<domain::Event>>(outcome)) keep(event, batch);
    return std::nullopt;
}

std::optional<domain::RoomRefusal> RoomCase::carry_out_all(const std::vector<domain::RoomCommand>& commands,
                                                           RoomBatch& batch) {
    if (commands.size() == 1) return carry_out(commands.front(), batch);
    const RoomMoment before = ahead_;
    const std::int64_t seq = next_seq_;
    for (const domain::RoomCommand& command : commands) {
        const auto refusal = carry_out(command, batch);
        if (!refusal) continue;
        ahead_ = before;
        next_seq_ = seq;
        batch = {};
        return refusal;
    }
    return std::nullopt;
}

void RoomCase::happen(RoomMoment& moment, const RoomBatch::Happened& happened, std::int64_t when) const {
    if (const auto* event = std::get_if<domain::RoomEvent>(&happened)) {
        domain::apply(*rules_, moment.room, *event);
        if (std::holds_alternative<domain::room_event::TimerSet>(*event)) moment.timer_at = when;
        return;
    }
    domain::apply(*given_.scenario, moment.script, std::get<domain::Event>(happened));
}

/// What is shown beside the moment itself; `kept_` has just taken it in.
void RoomCase::see(const RoomBatch::Happened& happened) {
    if (const auto* event = std::get_if<domain::RoomEvent>(&happened)) {
        room_.reset();
        if (std::holds_alternative<domain::room_event::RoundOpened>(*event)) references_.clear();
        if (const auto* shown = std::get_if<domain::room_event::ReferenceShown>(event);
            shown != nullptr && !kept_.room.rounds.empty())
            references_.push_back(shown_reference(*given_.scenario, kept_.script, kept_.room,
                                                  kept_.room.rounds.back(), shown->task));
        return;
    }
    script_.reset();
    if (!changes_what_is_public(std::get<domain::Event>(happened))) return;
    published_.reset();
    ++version_;
}

void RoomCase::settle(const RoomBatch& batch) {
    for (const RoomBatch::Happened& happened : batch.happened) {
        happen(kept_, happened, batch.at);
        see(happened);
    }
}

std::shared_ptr<const domain::RoomState> RoomCase::room() const {
    if (room_ == nullptr) room_ = std::make_shared<const domain::RoomState>(kept_.room);
    return room_;
}

std::shared_ptr<const domain::State> RoomCase::script() const {
    if (script_ == nullptr) script_ = std::make_shared<const domain::State>(kept_.script);
    return script_;
}

std::shared_ptr<const domain::PublicScenario> RoomCase::published() const {
    if (published_ == nullptr)
        published_ = std::make_shared<const domain::PublicScenario>(
            domain::public_scenario(*given_.scenario, kept_.script));
    return published_;
}

} // namespace timbang::app

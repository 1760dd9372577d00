#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/room/room_rules.h"
#include "base/clock.h"
#include "domain/room_event.h"
#include "domain/session.h"
#include "store/stored_event.h"

namespace timbang::app {

/// What one command brought about, on its way to the record.
struct RoomBatch {
    using Happened = std::variant<domain::RoomEvent, domain::Event>;
    std::vector<Happened> happened;
    std::vector<store::StoredEvent> stored;
    std::int64_t at = 0;                ///< of the steady clock, ms
};

/// Where a case stands in the room: the rounds, and the script.
struct RoomMoment {
    domain::RoomState room;
    domain::State script;
    std::int64_t timer_at = 0;          ///< of the steady clock, ms: when `room.timer` was set
};

/// One case of a room, which is one session of the record. Commands are tried on the moment that is ahead; `settle` moves the
/// other one on, which is what people see, once the record has kept what happened.
class RoomCase {
public:
    struct Stamps {
        base::Clock now;
        std::function<std::int64_t()> steady;
        std::function<std::uint64_t()> random;
    };
    RoomCase(CaseForRoom given, Stamps stamps);

    /// Begins the session.
    void begin(domain::RoomStarted started, RoomBatch& batch);
    /// Goes on with a session of the record. Codes: "session-empty", "event-unknown", "event-broken", "event-damaged",
    /// "room-case-changed" (the case has other indicators now).
    base::Status resume(const std::string& session, const std::vector<store::StoredEvent>& events);
    /// Whether a session, given by its events, was one of this case.
    [[nodiscard]] bool belongs(const std::vector<store::StoredEvent>& events) const;
    [[nodiscard]] bool begun() const { return !session_.empty(); }
    /// Of the record, by seat.
    void set_people(std::vector<std::string> ids) { people_ = std::move(ids); }

    /// Carries a command out; what happened is added to `batch`. References that are shown bring the comparison of every
    /// first vote, and the room's answer into the script.
    std::optional<domain::RoomRefusal> carry_out(const domain::RoomCommand& command, RoomBatch& batch);
    std::optional<domain::Rejection> carry_out(const domain::Command& command, RoomBatch& batch);
    /// All of the commands or none.
    std::optional<domain::RoomRefusal> carry_out_all(const std::vector<domain::RoomCommand>& commands, RoomBatch& batch);
    /// The record has kept it.
    void settle(const RoomBatch& batch);

    [[nodiscard]] const domain::Scenario& scenario() const { return *given_.scenario; }
    [[nodiscard]] const std::shared_ptr<const domain::Scenario>& scenario_pointer() const { return given_.scenario; }
    [[nodiscard]] const RoomPictures& pictures() const { return given_.pictures; }
    [[nodiscard]] const std::string& session() const { return session_; }
    [[nodiscard]] const domain::RoomStarted& started() const { return started_; }
    [[nodiscard]] const std::shared_ptr<const domain::RoomRules>& rules() const { return rules_; }
    /// What is tried next is measured by this one.
    [[nodiscard]] const RoomMoment& ahead() const { return ahead_; }
    /// What is kept.
    [[nodiscard]] const RoomMoment& kept() const { return kept_; }
    /// Snapshots of what is kept; the same ones until it changes.
    [[nodiscard]] std::shared_ptr<const domain::RoomState> room() const;
    [[nodiscard]] std::shared_ptr<const domain::State> script() const;
    [[nodiscard]] std::shared_ptr<const domain::PublicScenario> published() const;
    /// Rises whenever `published` or the indicators change.
    [[nodiscard]] std::uint64_t version() const { return version_; }
    /// Those that were shown in the last round.
    [[nodiscard]] const std::vector<room::ShownReference>& references() const { return references_; }
    [[nodiscard]] base::Time last() const { return last_; }

private:
    void store_event(std::string type, const nlohmann::json& payload, std::vector<domain::FreeText> texts,
                     RoomBatch& batch);
    void keep(const domain::RoomEvent& event, RoomBatch& batch);
    void keep(const domain::Event& event, RoomBatch& batch);
    void follow(const std::vector<domain::RoomEvent>& events, RoomBatch& batch);
    void happen(RoomMoment& moment, const RoomBatch::Happened& happened, std::int64_t at) const;
    void see(const RoomBatch::Happened& happened);
    base::Status take_back(const store::StoredEvent& stored);

    CaseForRoom given_;
    Stamps stamps_;
    std::string session_;
    domain::RoomStarted started_;
    std::shared_ptr<const domain::RoomRules> rules_;
    std::vector<std::string> people_;
    RoomMoment ahead_, kept_;
    std::int64_t next_seq_ = 1;
    std::uint64_t version_ = 1;
    std::vector<room::ShownReference> references_;
    base::Time last_{};
    mutable std::shared_ptr<const domain::RoomState> room_;
    mutable std::shared_ptr<const domain::State> script_;
    mutable std::shared_ptr<const domain::PublicScenario> published_;
};

} // namespace timbang::app

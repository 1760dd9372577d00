#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/ports.h"
#include "app/tasks.h"
#include "domain/session.h"

namespace timbang::app {

enum class SaveState : std::uint8_t {
    NotRecorded, ///< nobody said who they are
    Saving,
    Saved,       ///< everything handed in is durable
    Failed       ///< the session takes no more commands until `retry_saving` succeeds
};

/// One person working alone on a case: the only writer of its session. Every command goes through `domain::step`; the events
/// go to the record at once, and "saved" is said only after they are durable. What stands in a form is held here while it
/// is typed and handed on as a draft at most every 500 ms.
class SoloSession {
public:
    struct Begin {
        std::shared_ptr<const domain::Scenario> scenario;
        std::string folder;
        std::string person;              ///< id; "" not recorded
        domain::Mode mode = domain::Mode::Practise;
        std::uint64_t seed = 0;
        std::string program_version;
        std::vector<store::StoredEvent> also; ///< what else begins with it, written together; ids, places and times are given here
    };
    /// `ports` and `tasks` outlive the session.
    SoloSession(const Ports& ports, Tasks& tasks, Begin begin);

    /// Goes on with a session of the record. Codes: "event-unknown", "event-broken", "event-damaged", "session-empty".
    [[nodiscard]] static base::Result<std::unique_ptr<SoloSession>>
    resume(const Ports& ports, Tasks& tasks, std::shared_ptr<const domain::Scenario> scenario, std::string folder,
           std::string session, const std::vector<store::StoredEvent>& events);

    [[nodiscard]] const domain::Scenario& scenario() const { return *scenario_; }
    [[nodiscard]] const std::shared_ptr<const domain::Scenario>& scenario_pointer() const { return scenario_; }
    [[nodiscard]] const domain::State& state() const { return state_; }
    [[nodiscard]] const std::string& id() const { return id_; }
    [[nodiscard]] const std::string& folder() const { return folder_; }
    [[nodiscard]] bool recorded() const { return recorded_; }

    /// Hands what is typed on, then carries the command out. Nothing when it was accepted.
    std::optional<domain::Rejection> carry_out(const domain::Command& command);
    /// What else happened when the command was carried out, by the state it led to: written together with its events.
    using Also = std::function<std::vector<store::StoredEvent>(const domain::State& state)>;
    std::optional<domain::Rejection> carry_out(const domain::Command& command, const Also& also);

    /// What stands in the form now, typed characters included.
    [[nodiscard]] const domain::Decision& form(domain::IndicatorIx task) const;
    [[nodiscard]] const domain::PartAnswer& form_of_part(domain::PartIx part) const;
    void edit(domain::IndicatorIx task, domain::Decision decision);
    void edit_part(domain::PartIx part, domain::PartAnswer answer);
    /// After a failure: tries to write what is kept aside. `save_state` tells how it went; on success the session goes on.
    void retry_saving();
    /// Hands what is typed on as drafts; while saving fails it stays in the form.
    void hand_over();
    /// Hands drafts over that are due. Says whether it did.
    bool tick();
    [[nodiscard]] std::optional<base::Time> deadline() const;

    [[nodiscard]] SaveState save_state() const;
    /// Whether something handed in is not durable yet.
    [[nodiscard]] bool writing() const { return saving_->waiting > 0; }
    [[nodiscard]] std::optional<base::Time> saved_at() const { return saving_->durable; }
    /// Why saving failed; the file that holds the events is in `recovery_file`.
    [[nodiscard]] const base::Error& save_error() const { return saving_->error; }
    [[nodiscard]] const std::string& recovery_file() const { return saving_->recovery_file; }

    [[nodiscard]] std::optional<base::Time> decided_at(domain::IndicatorIx task) const;
    [[nodiscard]] std::optional<base::Time> part_decided_at(domain::PartIx part) const;
    [[nodiscard]] std::optional<base::Time> ended_at() const { return ended_at_; }
    /// Where the person was, as the events tell: −1 where they do not.
    struct Place { domain::IndicatorIx task = -1; domain::EvidenceIx evidence = -1; int page = 1; };
    [[nodiscard]] Place place() const { return place_; }

private:
    struct Saving {
        int waiting = 0;
        std::optional<base::Time> durable;
        bool failed = false;
        base::Error error;
        std::string recovery_file;
    };
    SoloSession(const Ports& ports, Tasks& tasks) : ports_(&ports), tasks_(&tasks) {}
    std::optional<domain::Rejection> take(const domain::Command& command, const Also& also = {});
    void note(const domain::Event& event, base::Time time);
    void record(const std::vector<domain::Event>& events, std::vector<store::StoredEvent> also = {});
    [[nodiscard]] store::OnAppended when_written();

    const Ports* ports_;
    Tasks* tasks_;
    std::shared_ptr<const domain::Scenario> scenario_;
    std::string folder_;
    std::string id_;
    bool recorded_ = false;
    domain::State state_;
    std::int64_t next_seq_ = 1;
    std::vector<std::optional<base::Time>> decided_at_, part_decided_at_;
    std::optional<base::Time> ended_at_;
    Place place_;
    // What is typed and not handed on: one form at a time.
    std::optional<std::pair<domain::IndicatorIx, domain::Decision>> typed_;
    std::optional<std::pair<domain::PartIx, domain::PartAnswer>> typed_part_;
    base::Time last_draft_{};
    std::shared_ptr<Saving> saving_ = std::make_shared<Saving>();
};

} // namespace timbang::app

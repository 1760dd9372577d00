#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/actions.h"
#include "base/clock.h"
#include "base/files.h"
#include "base/result.h"
#include "content/library.h"
#include "domain/event.h"
#include "insight/decision_row.h"

namespace timbang::app {

/// What a person chose; kept on this computer.
struct Settings {
    base::Lang lang = base::Lang::Id;
    int text_size = 100;                   ///< percent
    Theme theme = Theme::System;
    domain::FeedbackLevel level = domain::FeedbackLevel::Full;
    domain::Mode mode = domain::Mode::Practise;
    std::string person;                    ///< id of the one at work; "" nobody said who they are
    std::string case_folder;               ///< of own cases; "" none
    friend bool operator==(const Settings&, const Settings&) = default;
};

/// Somebody whose record is on this computer.
struct Person {
    std::string id;
    std::string name;                      ///< code or name, as typed
};

/// A session as lists need it.
struct SessionSummary {
    std::string id;
    std::string person;
    std::string scenario;
    std::string version;
    base::Text title;                      ///< empty where the record does not keep it
    domain::Mode mode = domain::Mode::Practise;
    base::Time started;
    std::optional<base::Time> finished;
    base::Time last;                       ///< of its last event
    bool abandoned = false;
    bool newer = false;                    ///< holds an event that only a newer program understands
    int indicators = 0;
    int decided = 0;
    int exact = 0;                         ///< of those scored
    int scored = 0;
};

/// A session read back for its scenario.
struct KeptSession {
    std::vector<domain::Event> events;
    std::vector<base::Time> times;         ///< one for each event
};

/// The record, as the window needs it. Reads are quick and happen on the thread of the window; `append` returns at once and
/// calls back, from any thread, when the events are durable or could not be written.
class Record {
public:
    using Done = std::function<void(base::Status)>;
    virtual ~Record() = default;

    [[nodiscard]] virtual base::Result<std::vector<Person>> people() = 0;
    [[nodiscard]] virtual base::Result<Person> add_person(const std::string& name) = 0;
    virtual base::Status rename_person(const std::string& person, const std::string& name) = 0;

    /// Newest first.
    [[nodiscard]] virtual base::Result<std::vector<SessionSummary>> sessions(const std::string& person) = 0;
    /// Codes: "session-unknown", "event-unknown", "event-broken", those of the store.
    [[nodiscard]] virtual base::Result<KeptSession> load(const std::string& session, const domain::Scenario& scenario) = 0;
    /// Decisions that count for the person, oldest first.
    [[nodiscard]] virtual base::Result<std::vector<insight::DecisionRow>> decisions(const std::string& person) = 0;

    /// A new session; its first events follow with `append`.
    [[nodiscard]] virtual base::Result<std::string> begin(const domain::Scenario& scenario, const std::string& person) = 0;
    /// Events in order; they follow those appended before. `scenario` outlives the call only.
    virtual void append(const std::string& session, const domain::Scenario& scenario, std::vector<domain::Event> events,
                        base::Time time, Done done) = 0;
    /// Waits until everything handed in is written, or has failed.
    virtual void flush() = 0;

    /// A card of the library's index and the stamp it was read at; an entry whose stamp differs is stale.
    struct IndexedCard {
        base::FileStamp stamp;
        content::ScenarioCard card;
    };
    [[nodiscard]] virtual std::vector<IndexedCard> library_index() = 0;
    virtual void save_library_index(const std::vector<IndexedCard>& cards) = 0;
};

/// What the window needs from outside. Functions that are not set do nothing.
struct Ports {
    base::Clock now;
    std::function<std::uint64_t()> random;
    /// Makes the window's loop turn; may be called from any thread.
    std::function<void()> wake;
    std::function<void(const std::string& text)> copy_text;
    std::function<void(const std::string& folder)> show_folder;
    std::function<base::Status(const Settings&)> save_settings;
    /// Minutes to add to UTC for the time on the wall at that moment.
    std::function<int(base::Time)> utc_offset;
    std::shared_ptr<Record> record;
};

} // namespace timbang::app

#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/actions.h"
#include "app/room/room_record.h"
#include "base/clock.h"
#include "base/result.h"
#include "domain/event.h"
#include "store/join.h"
#include "store/library_index.h"
#include "store/records.h"
#include "store/writer.h"

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
    std::string open_session;              ///< on the desk now; "" none. Still there at a start: the program ended unexpectedly
    friend bool operator==(const Settings&, const Settings&) = default;
};

/// The record, as the window needs it. Reads are quick and happen on the thread of the window; `append` returns at once and
/// calls back, from any thread, when the events are durable or could not be written.
class Record {
public:
    virtual ~Record() = default;

    [[nodiscard]] virtual base::Result<std::vector<store::Person>> people() = 0;
    [[nodiscard]] virtual base::Result<store::Person> add_person(const std::string& code) = 0;
    virtual base::Status change_person(const store::Person& person) = 0;

    /// Of everybody, oldest first.
    [[nodiscard]] virtual base::Result<std::vector<store::SessionRow>> sessions() = 0;
    [[nodiscard]] virtual base::Result<std::vector<store::StoredEvent>> events(const std::string& session) = 0;
    /// What counts for the person, oldest first.
    [[nodiscard]] virtual base::Result<std::vector<store::DecisionRow>> decisions(const std::string& person) = 0;
    /// First votes of this person in rooms; none where no rooms are kept.
    [[nodiscard]] virtual base::Result<std::vector<store::VoteRow>> votes_of(const std::string& /*person*/) {
        return std::vector<store::VoteRow>{};
    }

    virtual void append(std::string session, std::vector<store::StoredEvent> events, store::OnAppended done) = 0;
    /// Tries once more to write what could not be written of a session; calls back as `append` does, at once with success where
    /// nothing is missing.
    virtual void retry(std::string session, store::OnAppended done) = 0;
    /// Waits until everything handed in is durable or has failed, and its callbacks have run.
    virtual void flush() = 0;

    // Long work, from a background thread; each waits for the writer's thread. Codes as `store::Writer`.
    [[nodiscard]] virtual base::Result<store::Exported> export_records(const store::ExportOptions&) { return base::Error("records-missing"); }
    [[nodiscard]] virtual base::Result<store::Merged> merge(const store::MergeOptions&) { return base::Error("records-missing"); }
    [[nodiscard]] virtual base::Result<store::Forgotten> forget(const store::ForgetOptions&) { return base::Error("records-missing"); }
    virtual base::Status say_same_person(const std::string&, const std::string&, bool) { return base::Error("records-missing"); }

    /// What a room writes with, from a thread of its own; the record outlives it. Null: no room can be opened.
    [[nodiscard]] virtual std::unique_ptr<RoomRecord> for_rooms() { return nullptr; }

    [[nodiscard]] virtual std::vector<store::IndexedCase> library_index() = 0;
    virtual void save_library_index(const std::vector<store::IndexedCase>& cases) = 0;
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
    /// Whether the fonts can draw a letter, for the checks of a case; asked from one thread, not that of the window.
    std::function<bool(char32_t)> has_glyph;
    /// Milliseconds of a clock that never goes back, from any thread; not set: the system's.
    std::function<std::int64_t()> steady;
    /// How many screens this computer has; not set: one.
    std::function<int()> screens;
    /// The addresses of this computer in its networks (base::network_addresses); not set: the system's.
    std::function<std::vector<std::string>()> addresses;
};

} // namespace timbang::app

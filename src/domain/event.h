#pragma once

#include <string>
#include <variant>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "base/result.h"
#include "domain/command.h"

namespace timbang::domain {

/// How much the feedback tells: nothing, counts, where it differs, everything with reasons.
enum class FeedbackLevel : std::uint8_t { None, Count, Where, Full };
/// learn: feedback when the last step that can list an indicator is left. practise: at the end. check: as a policy says.
enum class Mode : std::uint8_t { Learn, Practise, Check };
[[nodiscard]] const char* mode_id(Mode mode);
[[nodiscard]] std::optional<Mode> mode_from_id(std::string_view id);
[[nodiscard]] const char* feedback_level_id(FeedbackLevel level);
[[nodiscard]] std::optional<FeedbackLevel> feedback_level_from_id(std::string_view id);

// What happened in a session. Type names in JSON and in the record are given behind each.

struct SessionStarted {      // session_started
    std::string scenario, version, content_hash, key_hash, framework, person, program_version;
    Mode mode = Mode::Practise;
    std::uint64_t seed = 0;
    std::string continues;   ///< the session of another record that this one goes on from, or ""
    std::string player;      ///< the automatic player, which never counts towards progress; "" a person
};
struct Opened { EvidenceIx evidence = -1; int page = 1; };                 // opened; once for each page
struct Marked { Mark mark; };                                              // marked
struct Retyped { int mark = 0; std::string type; };                        // retyped
struct Unmarked { int mark = 0; };                                         // unmarked
struct Drafted { IndicatorIx task = -1; Decision decision; };              // drafted
struct PartDrafted { PartIx part = -1; PartAnswer answer; };               // part_drafted
struct Decided { IndicatorIx task = -1; Decision decision; };              // decided
struct PartDecided { PartIx part = -1; PartAnswer answer; };               // part_decided
struct ActionTaken { ActionIx action = -1; };                              // action_taken
struct Figured { IndicatorIx task = -1; std::string expression; Rational value;
                 friend bool operator==(const Figured&, const Figured&) = default; }; // figured
struct ScriptFired { StepIx step = -1; int event = -1; };                  // script_fired: its effects happened
struct LeftStep { StepIx from = -1; StepIx to = kEnd; };                   // left_step
struct Scored { IndicatorIx task = -1; std::string key_hash; std::string result; std::string reason; }; // scored; result: canonical JSON by part
struct Disagreed { IndicatorIx task = -1; std::string text; };             // disagreed
struct Finished {};                                                        // finished
struct Abandoned {};                                                       // abandoned

using Event = std::variant<SessionStarted, Opened, Marked, Retyped, Unmarked, Drafted, PartDrafted, Decided, PartDecided,
                           ActionTaken, Figured, ScriptFired, LeftStep, Scored, Disagreed, Finished, Abandoned>;

/// The type name of an event in the record: "session_started".
[[nodiscard]] const char* event_type(const Event& event);

/// A free text of an event, kept as a row of its own so that it can be erased; payload hash and digest do not cover it.
/// `field`: "reason", "letter", "text".
struct FreeText {
    std::string field;
    std::string text;
};

[[nodiscard]] const char* check_id(Check check);
[[nodiscard]] std::optional<Check> check_from_id(std::string_view id);

/// The payload with ids of files instead of places, keys sorted, without free texts (a text's place holds null).
[[nodiscard]] nlohmann::json to_json(const Scenario& scenario, const Event& event);
/// The free texts of the event.
[[nodiscard]] std::vector<FreeText> free_texts(const Event& event);
/// Reads a payload back for this scenario. Codes: "event-unknown" (newer type), "event-broken" (a field or an id that the
/// scenario does not have).
[[nodiscard]] base::Result<Event> event_from_json(const Scenario& scenario, std::string_view type,
                                                  const nlohmann::json& payload, const std::vector<FreeText>& texts);

/// SHA-256 (hexadecimal) over type and canonical payload of each event, without ids, times and free texts.
[[nodiscard]] std::string digest(const Scenario& scenario, const std::vector<Event>& events);

} // namespace timbang::domain

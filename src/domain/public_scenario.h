#pragma once

#include <memory>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "domain/session.h"

namespace timbang::domain {

// The case as it may leave the host (DESIGN "What never leaves"): without the key (references, defensible answers, problems,
// fair remarks, panel, replies, the letter's model and points, what actions help and why), without facilitator notes, what
// actions and events will bring about, and evidence that is not revealed. Things are named by the ids of the files, because
// places would tell how much is hidden.

struct PublicEvidence {
    std::string id;
    Text title;
    std::string kind;
    std::vector<Page> pages;
};

struct PublicTask {
    std::string code;                       ///< of the framework's indicator
    std::vector<std::string> evidence;      ///< revealed only
};

struct PublicAction {
    std::string id;
    Text label;
    int cost = 0;                           ///< story minutes
};

struct PublicPart {
    std::string id;
    PartKind kind = PartKind::Choice;
    std::vector<std::string> checklist;
    Text ask;
    std::vector<Option> options;
};

struct PublicStep {
    std::string id;
    Text title;
    Text text;
    std::vector<std::string> evidence;      ///< revealed only
    std::vector<std::string> indicators;
    std::vector<std::string> actions;
    std::vector<PublicPart> parts;
};

struct PublicScenario {
    std::string id;
    std::string version;
    Text title;
    Text summary;
    Text notice;
    std::shared_ptr<const Framework> framework; ///< a rule pack is public
    std::string level;
    int minutes = 0;
    bool synthetic = false;
    bool calculator = true;
    District district;
    int assessment_year = 0;
    int data_year = 0;
    int budget = 0;                         ///< story minutes
    std::vector<PublicEvidence> evidence;
    std::vector<PublicTask> tasks;
    std::vector<PublicAction> actions;
    std::vector<PublicStep> steps;          ///< those entered so far
};

/// What of the case may be seen at this point of a session.
[[nodiscard]] PublicScenario public_scenario(const Scenario& scenario, const State& state);

/// The same as JSON; the framework by its reference (id@version).
[[nodiscard]] nlohmann::json to_json(const PublicScenario& scenario);

} // namespace timbang::domain

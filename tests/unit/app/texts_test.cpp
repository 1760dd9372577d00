#include "base/files.h"
#include "content/library.h"
#include "desk_fixture.h"

using namespace timbang;
using namespace timbang::test;

namespace {

/// Keys that are put together from an id; the check of literals in the sources cannot see them.
std::vector<std::string> made_keys() {
    std::vector<std::string> keys;
    const auto add = [&](const std::string& prefix, std::initializer_list<const char*> ids) {
        for (const char* id : ids) keys.push_back(prefix + id);
    };
    for (int i = 0; i < 7; ++i) keys.push_back("app.day-" + std::to_string(i));
    for (int i = 1; i <= 12; ++i) {
        keys.push_back("app.month-" + std::to_string(i));
        keys.push_back("app.mon-" + std::to_string(i));
    }
    add("app.type-", {"structure", "process", "outcome"});
    add("verdict.", {"accept", "return", "reject"});
    add("debrief.verdict-", {"accept", "return", "reject"});
    add("home.level-", {"foundation", "practitioner", "expert"});
    add("records.mode-", {"learn", "practise", "check"});
    add("report.mode-", {"learn", "practise", "check"});
    add("report.state-", {"open", "finished", "abandoned"});
    add("workshop.slot-", {"lesson", "case", "repractice", "readiness", "talk", "comments", "break"});
    for (const char* level : {"none", "count", "where", "full"}) {
        keys.push_back(std::string("settings.level-") + level);
        keys.push_back(std::string("settings.level-text-") + level);
    }
    for (const char* what : {"decisions", "problems", "sure"}) {
        keys.push_back(std::string("habit.from-") + what);
        keys.push_back(std::string("habit.from-") + what + "-few");
    }
    for (const char* way : {"generous", "strict"})
        for (const char* habit : {"habit.leans-", "habit.slightly-"}) {
            keys.push_back(std::string(habit) + way);
            keys.push_back(std::string(habit) + way + "-text");
        }
    add("desk.calculator-", {"zero", "large", "empty"});
    for (int reason = 0; reason <= static_cast<int>(domain::RejectionReason::NoWayOn); ++reason)
        keys.push_back(std::string("rejection.") + domain::rejection_id(static_cast<domain::RejectionReason>(reason)));
    return keys;
}

} // namespace

TEST_CASE("keys that are put together are in the catalogue, also for what the rule packs name") {
    const auto texts = base::Catalogue::load(TIMBANG_SOURCE_DIR "/assets/messages");
    REQUIRE(texts.ok());
    std::vector<std::string> keys = made_keys();
    const std::string folder = TIMBANG_SOURCE_DIR "/scenarios/frameworks";
    for (const std::string& name : base::list_folder(folder)) {
        const auto pack = content::load_framework(base::join_path(folder, name)).framework;
        REQUIRE(pack);
        for (const domain::ProblemType& type : pack->problem_types) {
            keys.push_back("habit.family-" + type.family);
            keys.push_back("habit.name-" + type.family);
        }
        for (const domain::Indicator& indicator : pack->indicators)
            if (!indicator.unit.empty()) keys.push_back("app.unit-" + indicator.unit);
    }
    for (const std::string& key : keys) {
        CAPTURE(key);
        CHECK(texts->has(key));
    }
}

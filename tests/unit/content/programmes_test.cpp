#include <doctest/doctest.h>

#include <set>

#include "base/files.h"
#include "content/programmes.h"
#include "support/told.h"

using namespace timbang;
using test::told;

namespace {

const std::string kScenarios = TIMBANG_SOURCE_DIR "/scenarios";
const std::string kSound = std::string(TIMBANG_TEST_DATA) + "/content/base";

} // namespace

TEST_CASE("the bundled programme checks clean, and its slots do not overlap") {
    const auto [found, troubles] = content::find_programmes(kScenarios + "/programmes", {});
    CHECK(troubles.empty());
    for (const base::Finding& finding : content::load_programme(kScenarios + "/programmes/three-days.yaml", {}).findings)
        FAIL_CHECK(told(finding));
    REQUIRE(found.size() == 1);
    const domain::Programme& three = *found.front();
    CHECK(three.id == "three-days");
    REQUIRE(three.days.size() == 3);
    std::set<domain::SlotKind> kinds;
    std::set<std::string> lessons;
    for (const domain::Day& day : three.days) {
        CHECK(day.title.id != day.title.en);
        int busy_until = 0;
        for (const domain::Slot& slot : day.slots) {
            CHECK(slot.start >= busy_until);
            busy_until = slot.start + slot.minutes;
            kinds.insert(slot.kind);
            if (slot.kind == domain::SlotKind::Lesson) lessons.insert(slot.ref);
        }
        CHECK(busy_until <= 17 * 60);
    }
    CHECK(kinds.size() == 7);
    CHECK(lessons.size() == base::list_folder(kScenarios + "/lessons").size());
    CHECK(three.cases.size() == 5);
    CHECK(three.cases.front().scenario == "perkenalan-meja-kerja");
    CHECK(three.cases.front().indicators.empty());
    CHECK(three.days.back().slots.back().start > 13 * 60);
}

TEST_CASE("a programme gathers its cases once each, with the indicators that the room votes on") {
    const auto loaded = content::load_programme(kSound + "/programmes/day.yaml", {});
    REQUIRE(loaded.programme != nullptr);
    CHECK(loaded.programme->version == 2);
    REQUIRE(loaded.programme->cases.size() == 1);
    CHECK(loaded.programme->cases[0].scenario == "contoh-kecil");
    CHECK(loaded.programme->cases[0].indicators == std::vector<std::string>{"A-O1"});
    CHECK(loaded.programme->days[0].slots[1].start == 8 * 60 + 45);
}

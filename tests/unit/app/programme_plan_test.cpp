#include <doctest/doctest.h>

#include "app/room/programme_plan.h"
#include "app/room/workshop_file.h"
#include "content/programmes.h"

using namespace timbang;

TEST_CASE("a workshop made from the bundled programme holds its days and cases, and nobody yet") {
    const auto loaded = content::load_programme(TIMBANG_SOURCE_DIR "/scenarios/programmes/three-days.yaml", {});
    REQUIRE(loaded.programme != nullptr);
    const domain::Workshop plan = app::workshop_from(*loaded.programme, "0190-test", base::Lang::Id);
    CHECK(plan.id == "0190-test");
    CHECK(plan.programme == "three-days");
    CHECK(plan.title == loaded.programme->title.id);
    CHECK(plan.days == loaded.programme->days);
    CHECK(plan.cases == loaded.programme->cases);
    CHECK(plan.roster.empty());
    CHECK(plan.groups.empty());
    CHECK(plan.consensus == domain::Workshop{}.consensus);
    // What is left to do is the list of people: nothing of the plan itself is in the way.
    const auto problems = domain::plan_problems(plan);
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].problem == domain::PlanProblem::NobodyListed);
}

TEST_CASE("a workshop made from a programme is kept and read like any other") {
    domain::Programme programme;
    programme.id = "short";
    programme.title = {"Singkat", "Short"};
    programme.days = {{{"Hari", "Day"}, "", {{510, 15, domain::SlotKind::Lesson, "how-sure", {"Baca", "Read"}}}}};
    programme.cases = {{"a-case", {"KS-O1"}}};
    const domain::Workshop plan = app::workshop_from(programme, "0190-test", base::Lang::En);
    CHECK(plan.title == "Short");
    const auto read = app::read_workshop_content(app::workshop_content({plan, {}, {}, std::nullopt}));
    REQUIRE(read.ok());
    CHECK(read->plan == plan);
}

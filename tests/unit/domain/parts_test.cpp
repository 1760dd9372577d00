#include <doctest/doctest.h>

#include "support/sitting.h"

using namespace timbang::tests;

TEST_CASE("parts of a step are answered with what is there") {
    Sitting run;
    PartAnswer answer;
    CHECK(run.refused(DecidePart{run.made.begin, answer}) == "incomplete-part");
    answer.option = "elsewhere";
    CHECK(run.refused(DecidePart{run.made.begin, answer}) == "unknown-option");
    CHECK(run.refused(DecidePart{run.made.letter, answer}) == "part-not-listed");
    CHECK(run.refused(DecidePart{77, answer}) == "unknown-part");
    answer.checklist = {{"endorsed", Check::Yes}};
    CHECK(run.refused(DecidePart{run.made.lines, answer}) == "incomplete-part");
    run.ok(DraftPart{run.made.lines, answer});
    CHECK(run.state.part_drafts[0].option.empty()); // only what its kind asks
    answer.checklist = {{"arithmetic", Check::Yes}};
    CHECK(run.refused(DraftPart{run.made.lines, answer}) == "unknown-rule");
}

TEST_CASE("a changed choice keeps the earlier one") {
    Sitting run;
    PartAnswer answer;
    answer.option = "send-back";
    run.ok(DecidePart{run.made.begin, answer});
    answer.option = "start";
    run.ok(DecidePart{run.made.begin, answer});
    REQUIRE(run.state.earlier_parts[1].size() == 1);
    CHECK(run.state.earlier_parts[1][0].option == "send-back");
}

TEST_CASE("a finished letter is locked; writing on keeps both versions") {
    Sitting run;
    run.to_sign_off();
    PartAnswer letter;
    letter.letter = "Kepada Bupati";
    run.ok(DraftPart{run.made.letter, letter});
    letter.locked = true;
    run.ok(DecidePart{run.made.letter, letter});
    CHECK(run.refused(DraftPart{run.made.letter, letter}) == "letter-locked");
    letter.points = {"exact", "kind"};
    run.ok(DecidePart{run.made.letter, letter});
    CHECK(run.state.part_answers[3]->points == std::vector<std::string>{"kind", "exact"});
    CHECK(run.state.earlier_parts[3].empty());
    letter.points = {"polite"};
    CHECK(run.refused(DecidePart{run.made.letter, letter}) == "unknown-point");
    letter.points.clear();
    letter.letter = "Kepada Yth. Bupati";
    CHECK(run.refused(DecidePart{run.made.letter, letter}) == "letter-locked");
    letter.letter = "Kepada Bupati";
    letter.locked = false;
    run.ok(DecidePart{run.made.letter, letter});
    letter.letter = "Kepada Yth. Bupati";
    run.ok(DraftPart{run.made.letter, letter});
    letter.locked = true;
    run.ok(DecidePart{run.made.letter, letter});
    REQUIRE(run.state.earlier_parts[3].size() == 1);
    CHECK(run.state.earlier_parts[3][0].letter == "Kepada Bupati");
}

TEST_CASE("in a check a finished letter is final") {
    Sitting run(Mode::Check);
    run.to_sign_off();
    PartAnswer letter;
    letter.letter = "Kepada Bupati";
    letter.locked = true;
    run.ok(DecidePart{run.made.letter, letter});
    CHECK(run.ok(DecidePart{run.made.letter, letter}).empty());
    letter.locked = false;
    CHECK(run.refused(DecidePart{run.made.letter, letter}) == "letter-locked");
    CHECK(legal_commands(*run.scenario, run.state).parts == std::vector<PartIx>{run.made.category});
}

TEST_CASE("when the case is finished the points of the letter can still be ticked, and nothing else") {
    Sitting run;
    run.to_sign_off();
    PartAnswer letter;
    letter.letter = "Kepada Bupati";
    run.ok(DraftPart{run.made.letter, letter});
    PartAnswer category;
    category.category = run.scenario->framework->categories.front().id;
    run.ok(DecidePart{run.made.category, category});
    run.ok(LeaveStep{});
    REQUIRE(run.state.finished);
    letter.points = {"exact", "kind"};
    run.ok(DecidePart{run.made.letter, letter});
    REQUIRE(run.state.part_answers[3]);
    CHECK(run.state.part_answers[3]->points == std::vector<std::string>{"kind", "exact"});
    CHECK(run.state.part_answers[3]->locked); // it was left unfinished and stands as it is
    letter.letter = "Kepada Yth. Bupati";
    CHECK(run.refused(DecidePart{run.made.letter, letter}) == "letter-locked");
    CHECK(run.refused(DecidePart{run.made.category, category}) == "session-over");
    CHECK(run.refused(DraftPart{run.made.letter, letter}) == "session-over");
}

TEST_CASE("without a letter there is nothing to tick points for") {
    Sitting run;
    run.to_sign_off();
    PartAnswer category;
    category.category = run.scenario->framework->categories.front().id;
    run.ok(DecidePart{run.made.category, category});
    run.ok(LeaveStep{});
    PartAnswer letter;
    letter.points = {"kind"};
    CHECK(run.refused(DecidePart{run.made.letter, letter}) == "incomplete-part");
}

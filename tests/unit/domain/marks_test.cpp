#include <doctest/doctest.h>

#include "support/sitting.h"

using namespace timbang::tests;

TEST_CASE("marks are claims and citations of an indicator") {
    Sitting run;
    run.to_desk();
    run.ok(run.mark(run.made.births, run.made.report, 1, "2023", "wrong-year"));
    run.ok(run.mark(run.made.births, run.made.report, 2, "Jumlah 40", ""));
    CHECK(run.ok(run.mark(run.made.births, run.made.report, 2, "Jumlah 40", "")).empty());
    run.ok(run.mark(run.made.budget, run.made.table, 1, "2024", ""));
    REQUIRE(run.state.marks.size() == 3);
    run.ok(Retype{2, "sum-off"});
    CHECK(run.ok(Retype{2, "sum-off"}).empty());
    run.ok(Unmark{1});
    CHECK(run.refused(Unmark{1}) == "unknown-mark");
    run.decide(run.made.births, Verdict::Return, 6);
    REQUIRE(run.state.decisions[0]->marks.size() == 1);
    CHECK(run.state.decisions[0]->marks[0].id == 2);
    CHECK(run.state.decisions[0]->marks[0].type == "sum-off");
    run.ok(run.mark(run.made.births, run.made.report, 1, "2023", "wrong-year"));
    CHECK(run.state.marks.back().id == 4); // an id is never used again
    run.decide(run.made.births, Verdict::Return, 6);
    CHECK(run.state.earlier[0].size() == 1); // other marks make another decision
}

TEST_CASE("a mark needs a place and a problem that can be marked") {
    Sitting run;
    run.to_desk();
    const auto refused = [&](TextRange range, const char* type) {
        return run.refused(MarkPassage{run.made.births, run.made.report, 1, range, std::nullopt, type});
    };
    CHECK(refused({0, 0}, "") == "bad-range");
    CHECK(refused({5, 3}, "") == "bad-range");
    CHECK(refused({0, 4000}, "") == "bad-range");
    CHECK(refused({0, 4}, "too-kind") == "not-a-problem-type");
    CHECK(refused({0, 4}, "unheard") == "not-a-problem-type");
    CHECK(run.refused(MarkPassage{run.made.births, run.made.answer, 1, {0, 4}, std::nullopt, ""}) == "hidden-evidence");
    CHECK(run.refused(MarkPassage{run.made.births, run.made.report, 1, {}, Area{0, 0, 9, 9}, ""}) == "bad-range");
}

TEST_CASE("a mark does not cut a letter in two") {
    Sitting run;
    const EvidenceIx accents = run.made.builder.evidence("accents", {"é"});
    run.start(Mode::Practise);
    run.to_desk();
    CHECK(run.refused(MarkPassage{run.made.births, accents, 1, {0, 1}, std::nullopt, ""}) == "bad-range");
    run.ok(MarkPassage{run.made.births, accents, 1, {0, 2}, std::nullopt, ""});
}

TEST_CASE("a picture page takes areas within the sheet") {
    Sitting run;
    const EvidenceIx photo = run.made.builder.evidence("photo", {"x"});
    run.made.builder.scenario.evidence.back().pages[0].page = picture_page("photo.png", "papan nama");
    run.start(Mode::Practise);
    run.to_desk();
    run.ok(MarkPassage{run.made.births, photo, 1, {3, 5}, Area{900, 0, 100, 1000}, ""});
    CHECK(run.state.marks[0].range == TextRange{});
    CHECK(run.refused(MarkPassage{run.made.births, photo, 1, {}, Area{901, 0, 100, 10}, ""}) == "bad-range");
    CHECK(run.refused(MarkPassage{run.made.births, photo, 1, {}, Area{0, 0, 0, 10}, ""}) == "bad-range");
    CHECK(run.refused(MarkPassage{run.made.births, photo, 1, {}, Area{2147483647, 0, 2147483647, 1}, ""}) ==
          "bad-range");
    run.ok(MarkPassage{run.made.births, photo, 1, {0, 5}, std::nullopt, ""}); // its words, for a screen reader
}

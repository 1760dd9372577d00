#include <doctest/doctest.h>

#include "domain/comparison.h"
#include "support/scenario_builder.h"

using namespace timbang::tests;

namespace {

/// A page of 300 bytes: a row of 30 with the passage "6.729" in it, a row with it twice, and filling.
struct MarkCase {
    ScenarioBuilder builder;
    EvidenceIx page = -1;

    MarkCase() {
        const std::string row = "Jumlah seluruh kabupaten 6.729";   // 0–30, the passage at 25–30
        const std::string twice = "nihil satu nihil dua";            // 31–51
        const std::string third = "nihil tiga";                      // 52–62
        std::string text = row + "\n" + twice + "\n" + third + "\n";
        text += std::string(300 - text.size() - 1, 'x') + "\n";
        page = builder.evidence("page", {text.c_str()});
        builder.task("HA-O1", {page}, Verdict::Accept, 6);
    }
    [[nodiscard]] bool hits(TextRange range, const Passage& passage) {
        const auto scenario = builder.build();
        return mark_hits(*scenario, Mark{1, 0, page, 1, range, std::nullopt, "sum-off"}, passage);
    }
};

} // namespace

TEST_CASE("a mark hits when it overlaps the passage") {
    MarkCase made;
    const Passage passage = made.builder.passage(made.page, 1, "6.729");
    CHECK(made.hits({25, 30}, passage));
    CHECK(made.hits({29, 30}, passage));
    CHECK(made.hits({18, 26}, passage));
    CHECK_FALSE(made.hits({18, 25}, passage)); // ends where the passage begins
    CHECK_FALSE(made.hits({30, 31}, passage));
}

TEST_CASE("a mark may be as long as the row of the passage, or four times the passage") {
    MarkCase made;
    const Passage passage = made.builder.passage(made.page, 1, "6.729");
    CHECK(made.hits({0, 30}, passage));
    CHECK(made.hits({10, 40}, passage)); // 30 bytes across two rows
    CHECK_FALSE(made.hits({10, 41}, passage));
    const Passage whole_row = made.builder.passage(made.page, 1, "nihil tiga"); // 10 bytes: four times is 40
    CHECK(made.hits({22, 62}, whole_row));
    CHECK_FALSE(made.hits({21, 62}, whole_row));
}

TEST_CASE("with each all occurrences count together") {
    MarkCase made;
    const Passage each = made.builder.passage(made.page, 1, "nihil", true);
    REQUIRE(each.ranges.size() == 3);
    // Four times 15 bytes is 60; the two rows together have 30. A third of the page is 100.
    CHECK(made.hits({31, 91}, each));
    CHECK_FALSE(made.hits({31, 92}, each));
    CHECK(made.hits({42, 47}, each));
    CHECK_FALSE(made.hits({37, 41}, each)); // "satu" lies between two of them
}

TEST_CASE("a mark covers at most a third of the page") {
    ScenarioBuilder builder;
    const EvidenceIx page = builder.evidence("page", {"satu dua tiga\nempat lima"}); // 25 bytes with line ends
    builder.task("HA-O1", {page}, Verdict::Accept, 6);
    const Passage passage = builder.passage(page, 1, "satu dua");
    const auto scenario = builder.build();
    const auto hits = [&](std::uint32_t end) {
        return mark_hits(*scenario, Mark{1, 0, page, 1, {0, end}, std::nullopt, ""}, passage);
    };
    CHECK(hits(8));       // 8 × 3 = 24
    CHECK_FALSE(hits(9)); // 27
}

TEST_CASE("areas hit areas, words hit words") {
    ScenarioBuilder builder;
    const EvidenceIx photo = builder.evidence("photo", {"x"});
    builder.scenario.evidence[0].pages[0].page = picture_page("photo.png", "papan nama puskesmas dengan jam buka");
    builder.task("HA-O1", {photo}, Verdict::Accept, 6);
    Passage passage;
    passage.evidence = photo;
    passage.page = 1;
    passage.area = Area{100, 100, 200, 100};
    const auto scenario = builder.build();
    const auto hits = [&](Area area) { return mark_hits(*scenario, Mark{1, 0, photo, 1, {}, area, ""}, passage); };
    CHECK(hits({290, 190, 100, 100}));
    CHECK_FALSE(hits({300, 100, 100, 100}));
    CHECK(hits({100, 100, 400, 200})); // four times
    CHECK_FALSE(hits({100, 100, 401, 200}));
    CHECK_FALSE(mark_hits(*scenario, Mark{1, 0, photo, 1, {0, 5}, std::nullopt, ""}, passage));
    passage.ranges = {{0, 5}}; // the words of the companion, for a screen reader
    CHECK(mark_hits(*scenario, Mark{1, 0, photo, 1, {0, 5}, std::nullopt, ""}, passage));
    passage.area = Area{0, 0, 900, 900};
    CHECK_FALSE(hits({0, 0, 600, 600})); // more than a third of the sheet
}

TEST_CASE("another page or document is no hit") {
    ScenarioBuilder builder;
    const EvidenceIx one = builder.evidence("one", {"Jumlah 40 dan lain-lain", "Jumlah 40 dan lain-lain"});
    const EvidenceIx two = builder.evidence("two", {"Jumlah 40 dan lain-lain"});
    builder.task("HA-O1", {one}, Verdict::Accept, 6);
    const Passage passage = builder.passage(one, 1, "40");
    const auto scenario = builder.build();
    CHECK(mark_hits(*scenario, Mark{1, 0, one, 1, {7, 9}, std::nullopt, ""}, passage));
    CHECK_FALSE(mark_hits(*scenario, Mark{1, 0, one, 2, {7, 9}, std::nullopt, ""}, passage));
    CHECK_FALSE(mark_hits(*scenario, Mark{1, 0, two, 1, {7, 9}, std::nullopt, ""}, passage));
    CHECK_FALSE(mark_hits(*scenario, Mark{1, 0, 9, 1, {7, 9}, std::nullopt, ""}, passage));
}

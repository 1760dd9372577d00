#include <doctest/doctest.h>

#include "base/catalogue.h"
#include "base/files.h"
#include "content/compare_cases.h"
#include "content/library.h"
#include "content/scenario/source.h"

// Two versions of the small case, the newer with one place changed, and what is told of it.

using namespace timbang;

namespace {

const std::string kCase = std::string(TIMBANG_TEST_DATA) + "/content/base/case";

struct Edit {
    std::string file, find, by;
};

std::shared_ptr<const domain::Scenario> with(const std::vector<Edit>& edits) {
    auto texts = std::make_shared<content::OverlaySource::Texts>();
    for (const Edit& edit : edits) {
        if (texts->count(edit.file) == 0) (*texts)[edit.file] = *base::read_file(base::join_path(kCase, edit.file));
        std::string& text = *(*texts)[edit.file];
        const std::size_t at = text.find(edit.find);
        REQUIRE(at != std::string::npos);
        text.replace(at, edit.find.size(), edit.by);
    }
    const content::CaseFolder where{
        kCase, "", std::make_shared<content::OverlaySource>(texts, std::make_shared<content::FolderSource>(kCase))};
    const auto loaded = content::load_scenario(where, {});
    for (const base::Finding& finding : loaded.findings)
        FAIL_CHECK(finding.code);
    REQUIRE(loaded.scenario != nullptr);
    return loaded.scenario;
}

content::CaseComparison compare(const std::vector<Edit>& edits) {
    return content::compare_cases(*with({}), *with(edits));
}

std::string told(const content::CaseComparison& comparison) {
    const auto catalogue = base::Catalogue::load(TIMBANG_SOURCE_DIR "/assets/messages");
    std::string all;
    for (const content::CaseChange& change : comparison.changes) {
        all += std::string(content::change_of_id(change.of)) + " " + change.id + " " + change.part + ": " +
               catalogue->text(base::Lang::En, change.message) + "\n";
        CHECK(catalogue->text(base::Lang::Id, change.message).find("diff.") == std::string::npos);
    }
    return all;
}

} // namespace

TEST_CASE("a case compared with itself has no change, and nothing follows") {
    const auto comparison = compare({});
    CHECK(comparison.changes.empty());
    CHECK(comparison.same_files);
    CHECK(comparison.same_key);
    CHECK(comparison.rescored.empty());
    CHECK(comparison.new_items.empty());
    CHECK_FALSE(comparison.other_script);
}

TEST_CASE("a corrected reference is told with what it was, and its sessions are scored again") {
    const auto comparison =
        compare({{"indicators/A-O1.yaml", "  verdict: return\n  score: 8", "  verdict: accept\n  score: 10"},
                 {"indicators/A-O1.yaml", "420/500", "460/500"},
                 {"indicators/A-O1.yaml", "fails: [arithmetic]", "fails: []"},
                 {"scenario.yaml", "version: 1.0.0", "version: 1.1.0"}});
    CHECK(told(comparison) ==
          "case  version: Version 1.0.0 → 1.1.0.\n"
          "indicator A-O1 verdict: The reference verdict is now \"Accept\", before \"Return for correction\".\n"
          "indicator A-O1 score: The reference score is now 10, before 8.\n"
          "indicator A-O1 figure: The worked-out figure is now 92, before 84.\n"
          "indicator A-O1 checklist: Checklist line arithmetic: not compared now, before not met.\n");
    CHECK(comparison.rescored == std::vector<std::string>{"A-O1"});
    CHECK(comparison.new_items.empty());
    CHECK_FALSE(comparison.same_key);
    CHECK_FALSE(comparison.other_script);
    CHECK(comparison.version_raised);
}

TEST_CASE("another text of a reply changes the key, and no result") {
    const auto comparison =
        compare({{"indicators/A-O1.yaml", "Dinas menjawab 500 rumah.", "Dinas menjawab lima ratus rumah."}});
    CHECK(told(comparison) ==
          "indicator A-O1 replies: The reply for {all: [{score: {above: 8}}, {set: asked}]} changed (Indonesian): "
          "\"Dinas menjawab 500 rumah.\" → \"Dinas menjawab lima ratus rumah.\".\n");
    CHECK(comparison.rescored.empty());
    CHECK_FALSE(comparison.same_key);
    CHECK_FALSE(comparison.version_raised);
    CHECK_FALSE(comparison.same_files);
}

TEST_CASE("a problem that moved, votes, near answers and replies that came or went are named") {
    const auto comparison = compare(
        {{"indicators/A-O1.yaml", "    page: 1\n    quote: \"402 rumah\"\n    also",
          "    page: 2\n    quote: \"Jumlah 402\"\n    also"},
         {"indicators/A-O1.yaml", "      - {in: rekap-air, page: 2, quote: \"Jumlah 402\"}",
          "      - {in: rekap-air, page: 1, quote: \"402 rumah\"}"},
         {"indicators/A-O1.yaml", "{by: P1, verdict: return, score: 8}", "{by: P1, verdict: accept, score: 10}"},
         {"indicators/A-O1.yaml", "score: 5, why", "score: 10, why"},
         {"indicators/A-O1.yaml", "{score: {above: 8}}, {set", "{score: {above: 5}}, {set"}});
    CHECK(told(comparison) ==
          "indicator A-O1 near: \"return 10\" now counts as near.\n"
          "indicator A-O1 near: \"return 5\" no longer counts as near.\n"
          "indicator A-O1 problems: Problem arithmetic moved from rekap-air 1 \"402 rumah\" to rekap-air 2 \"Jumlah "
          "402\".\n"
          "indicator A-O1 panel: Panelist P1 now says accept 10, before return 8.\n"
          "indicator A-O1 replies: Reply for {all: [{score: {above: 5}}, {set: asked}]} added.\n"
          "indicator A-O1 replies: Reply for {all: [{score: {above: 8}}, {set: asked}]} removed.\n");
    CHECK(comparison.rescored == std::vector<std::string>{"A-O1"});
}

TEST_CASE("a page that reads otherwise makes a new item; an action or a way another script") {
    const auto page = compare({{"evidence/rekap-air-1.md", "menunggu pompa kedua", "menunggu pompa ketiga"}});
    CHECK(told(page).rfind("evidence rekap-air pages: Page 1: 1 line differs, the first: \"", 0) == 0);
    CHECK(page.new_items == std::vector<std::string>{"A-O1"});
    CHECK(page.rescored.empty());
    CHECK(page.same_key);
    const auto script = compare({{"scenario.yaml", "    cost: 5", "    cost: 6"},
                                 {"scenario.yaml", "        - when: {decided: all}\n          goto: end\n", ""}});
    CHECK(told(script) == "action ask cost: It costs 6 story minutes now, before 5.\n"
                          "step desk next: Ways on: removed {decided: all} → end.\n");
    CHECK(script.other_script);
    CHECK(script.rescored.empty());
}

TEST_CASE("a document and an indicator that came or went are told both ways") {
    const std::vector<Edit> less{{"scenario.yaml", "  - indicators/A-S1.yaml\n", ""},
                                 {"scenario.yaml", "indicators: [A-S1, A-O1]", "indicators: [A-O1]"}};
    const auto gone = content::compare_cases(*with({}), *with(less));
    CHECK(told(gone) == "indicator A-S1 indicator: Removed.\nstep desk indicators: Indicators: removed A-S1.\n");
    const auto came = content::compare_cases(*with(less), *with({}));
    CHECK(told(came) == "indicator A-S1 indicator: Added.\nstep desk indicators: Indicators: added A-S1.\n");
    CHECK(came.new_items == std::vector<std::string>{"A-S1"});
}

TEST_CASE("the answer of a step's choice and category is scored again under its own name") {
    const auto choice = compare({{"scenario.yaml", "            choice: start\n", "            choice: wait\n"},
                                 {"scenario.yaml", "{choice: wait}, type", "{choice: start}, type"}});
    CHECK(choice.rescored == std::vector<std::string>{"begin"});
    CHECK(told(choice).rfind("part begin reference: The reference is now the option wait, before start.\n", 0) == 0);
}

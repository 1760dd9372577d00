#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "base/files.h"
#include "content/library.h"
#include "support/temp_folder.h"

using namespace timbang;

namespace {

const std::string kScenarios = TIMBANG_SOURCE_DIR "/scenarios";
const std::string kExample = kScenarios + "/jumlah-yang-tidak-cocok";

void copy(const std::string& from, const std::string& to) {
    std::filesystem::create_directories(std::filesystem::path(to).parent_path());
    std::filesystem::copy(from, to, std::filesystem::copy_options::recursive);
}

void put(const std::string& path, const std::string& bytes) {
    std::filesystem::create_directories(std::filesystem::path(path).parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
}

void change(const std::string& path, const std::string& from, const std::string& to) {
    std::string text = *base::read_file(path);
    REQUIRE(text.find(from) != std::string::npos);
    text.replace(text.find(from), from.size(), to);
    put(path, text);
}

std::shared_ptr<const domain::Scenario> loaded(const std::string& folder) {
    auto result = content::load_scenario(folder, {});
    for (const base::Finding& finding : result.findings)
        FAIL_CHECK(finding.code << " " << finding.where.file << ":" << finding.where.line);
    REQUIRE(result.scenario != nullptr);
    return result.scenario;
}

} // namespace

TEST_CASE("a card says what a case is for") {
    test::TempFolder folder;
    copy(kScenarios + "/perkenalan-meja-kerja", folder / "case");
    CHECK(content::read_card(folder / "case").purpose == domain::Purpose::Practice);
    change(folder / "case/scenario.yaml", "\nlevel:", "\npurpose: repractice\nabout: [wrong-year, not-endorsed]\nlevel:");
    const content::ScenarioCard card = content::read_card(folder / "case");
    CHECK(card.purpose == domain::Purpose::Repractice);
    CHECK(card.about == std::vector<std::string>{"wrong-year", "not-endorsed"});
}

TEST_CASE("a code with an item's number is the framework's indicator") {
    const auto loaded = content::load_framework(kScenarios + "/frameworks/practice-22-2021.yaml");
    REQUIRE(loaded.framework);
    const domain::Indicator* births = loaded.framework->indicator("KS-O1");
    REQUIRE(births != nullptr);
    CHECK(loaded.framework->indicator("KS-O1.2") == births);
    for (const char* code : {"KS-O1.", "KS-O1.x", "KS-O1.0", "KS-O1.12", ".2", "KS-O1.1.2"})
        CHECK(loaded.framework->indicator(code) == nullptr);
}

TEST_CASE("the example case, linked") {
    const auto scenario = loaded(kExample);
    CHECK(scenario->id == "jumlah-yang-tidak-cocok");
    CHECK(scenario->tasks.size() == 9);
    CHECK(scenario->evidence.size() == 19);
    CHECK(scenario->budget == 60);
    CHECK(scenario->assessment_year == 2025);
    CHECK(scenario->panelists.size() == 12);
    CHECK(scenario->framework->reference() == "practice-22-2021@1");
    const auto& births = scenario->tasks[static_cast<std::size_t>(scenario->find_task("KS-O1"))];
    CHECK(births.indicator == scenario->framework->indicator("KS-O1"));
    CHECK(births.reference.score == 8);
    CHECK(births.reference.figure == domain::Rational(6279 * 100, 6940));
    REQUIRE(births.problems.size() == 2);
    const auto& problem = births.problems[0];
    REQUIRE(problem.where.ranges.size() == 1);
    const domain::Page* page = scenario->page(problem.where.evidence, problem.where.page);
    REQUIRE(page != nullptr);
    CHECK(page->words(problem.where.ranges[0]) == "6.729");
    CHECK(problem.also_types == std::vector<std::string>{"figures-disagree"});
    const auto& victims = scenario->tasks[static_cast<std::size_t>(scenario->find_task("PA-O1"))];
    CHECK(victims.problems[0].where.ranges.size() == 12); // each: true
    CHECK(victims.allowed.size() == 4);
    const auto& desk = scenario->steps[static_cast<std::size_t>(scenario->find_step("desk"))];
    CHECK(desk.indicators.size() == 9);
    CHECK(desk.next[0].to == scenario->find_step("clarification"));
    CHECK(scenario->steps[static_cast<std::size_t>(scenario->find_step("sign-off"))].next[0].to == domain::kEnd);
    const auto& both = scenario->steps[static_cast<std::size_t>(scenario->find_step("clarification"))].events[0].when;
    REQUIRE(both.parts.size() == 2);
    CHECK(both.parts[0].index == scenario->find_flag("asked-health"));
    CHECK(scenario->find_part("completeness/checklist") >= 0);
    CHECK(scenario->find_part("begin") >= 0);
    CHECK(scenario->find_part("sign-off/category") >= 0);
    CHECK(scenario->facilitator.en.size() > 100);
}

TEST_CASE("hashes: content follows every byte, the key only the answers, an item only what is given to the trainee") {
    const test::TempFolder folder;
    copy(kScenarios + "/frameworks", folder / "frameworks");
    copy(kExample, folder / "case");
    const auto before = loaded(kExample);
    const std::string indicator = folder / "case/indicators/KS-O1.yaml";
    const auto same = loaded(folder / "case");
    CHECK(same->hashes.content == before->hashes.content);
    CHECK(same->hashes.key == before->hashes.key);
    const auto births = static_cast<std::size_t>(before->find_task("KS-O1"));
    const auto budget = static_cast<std::size_t>(before->find_task("KS-P1"));
    CHECK(before->tasks[births].item_hash != before->tasks[budget].item_hash);

    change(indicator, "code: KS-O1", "# read again\ncode: KS-O1");
    const auto comment = loaded(folder / "case");
    CHECK(comment->hashes.content != before->hashes.content);
    CHECK(comment->hashes.key == before->hashes.key);

}

TEST_CASE("a corrected key has another key hash and the same items; a corrected page another item") {
    const test::TempFolder folder;
    copy(kScenarios + "/frameworks", folder / "frameworks");
    copy(kExample, folder / "case");
    const auto before = loaded(kExample);
    const auto births = static_cast<std::size_t>(before->find_task("KS-O1"));
    const auto budget = static_cast<std::size_t>(before->find_task("KS-P1"));
    change(folder / "case/indicators/KS-O1.yaml", "rules: [arithmetic, population, recompute]",
           "rules: [arithmetic, population]");
    const auto key = loaded(folder / "case");
    CHECK(key->hashes.key != before->hashes.key);
    CHECK(key->tasks[births].item_hash == before->tasks[births].item_hash);
    change(folder / "case/evidence/persalinan-3.md", "3.118", "3.118 ");
    CHECK(loaded(folder / "case")->tasks[births].item_hash == before->tasks[births].item_hash); // white space
    change(folder / "case/evidence/persalinan-1.md", "rujukan tanpa uang muka", "rujukan tanpa biaya");
    const auto page = loaded(folder / "case");
    CHECK(page->tasks[births].item_hash != before->tasks[births].item_hash);
    CHECK(page->tasks[budget].item_hash == before->tasks[budget].item_hash);
}

TEST_CASE("a variant lies upon its case: mappings merge by key, lists and other files are replaced") {
    const test::TempFolder folder;
    copy(std::string(TIMBANG_TEST_DATA) + "/content/base", folder / "all");
    const std::string variant = folder / "all/case/variants/b";
    put(variant + "/scenario.yaml", "title: {id: Lain}\nbudget: 20\n");
    put(variant + "/indicators/A-O1.yaml", "reference: {why: {en: Other words.}}\nallowed: []\n");
    put(variant + "/evidence/jawaban-1.md", "Terdapat 500 rumah menurut pendataan tahun 2024, begitu jawabannya.\n");
    const auto plain = loaded(folder / "all/case");
    const auto other = loaded(variant);
    CHECK(other->id == "contoh-kecil.b");
    CHECK(other->title.id == "Lain");
    CHECK(other->title.en == "Small example");
    CHECK(other->budget == 20);
    CHECK(plain->budget == 10);
    const auto task = static_cast<std::size_t>(other->find_task("A-O1"));
    CHECK(other->tasks[task].reference.why.en == "Other words.");
    CHECK(other->tasks[task].reference.why.id == plain->tasks[task].reference.why.id);
    CHECK(other->tasks[task].allowed.empty());
    CHECK(other->page(other->find_evidence("jawaban"), 1)->text.find("begitu") != std::string::npos);
    CHECK(other->hashes.content != plain->hashes.content);
    CHECK(content::read_card(variant).title.id == "Lain");
    CHECK(content::check_scenario(folder / "all/case", {}).findings.empty());

    put(variant + "/evidence/jawaban-1.md", "Jawaban tanpa angka.\n");
    const auto from_case = content::check_scenario(folder / "all/case", {});
    REQUIRE(from_case.findings.size() == 1); // found from the case, at the place that quotes
    CHECK(from_case.findings[0].code == "quote-not-found");
    CHECK(from_case.findings[0].where.file == "indicators/A-O1.yaml");
    CHECK(from_case.scenario != nullptr); // the case itself is sound
    const auto from_variant = content::check_scenario(variant, {});
    REQUIRE(from_variant.findings.size() == 1);
    CHECK(from_variant.findings[0].where.file == "../../indicators/A-O1.yaml");
    CHECK(content::find_scenarios(folder / "all").size() == 1); // variants are no cases of their own
}

TEST_CASE("cards are read without linking, and tell why a case cannot be opened") {
    const auto card = content::read_card(kExample);
    CHECK(card.id == "jumlah-yang-tidak-cocok");
    CHECK(card.title.en == "The total that does not add up");
    CHECK(card.district.id == "Kabupaten Contoh Jaya");
    CHECK(card.indicators.size() == 9);
    CHECK(card.indicators[4] == "KS-O1");
    CHECK(card.minutes == 45);
    CHECK(card.level == "practitioner");
    CHECK(card.broken.empty());
    const test::TempFolder folder;
    put(folder / "a/scenario.yaml", "timbang: 1\nid: [\n");
    put(folder / "b/scenario.yaml", "timbang: 9\nid: b\n");
    put(folder / "c/deep/scenario.yaml", "timbang: 1\n");
    put(folder / ".hidden/scenario.yaml", "timbang: 1\n");
    CHECK(content::read_card(folder / "a").broken == "syntax");
    CHECK(content::read_card(folder / "b").broken == "unknown-version");
    CHECK(content::read_card(folder / "c/deep").broken == "missing-key");
    CHECK(content::read_card(folder / "nowhere").broken == "missing-file");
    const auto found = content::find_scenarios(folder.path() + "/");
    CHECK(found == std::vector<std::string>{folder / "a", folder / "b", folder / "c/deep"});
    CHECK(content::find_scenarios(folder / "nowhere").empty());
    CHECK(content::find_scenarios(folder / "a") == std::vector<std::string>{folder / "a"});
}

TEST_CASE("what lies beside policies is no case to choose, unless that folder itself is asked for") {
    const test::TempFolder folder;
    for (const char* place : {"a", "policies/pool", "deep/policies/pool"})
        std::filesystem::create_directories(folder / place);
    for (const char* place : {"a", "policies/pool", "deep/policies/pool"})
        std::ofstream(folder / (std::string(place) + "/scenario.yaml")) << "timbang: 1\n";
    CHECK(content::find_scenarios(folder.path()) == std::vector<std::string>{folder / "a"});
    CHECK(content::find_scenarios(folder / "policies") == std::vector<std::string>{folder / "policies/pool"});
}

TEST_CASE("every file of the bundled cases' cards agrees with the linked case") {
    for (const std::string& path : content::find_scenarios(kScenarios)) {
        CAPTURE(path);
        const auto scenario = loaded(path);
        const auto card = content::read_card(path);
        CHECK(card.id == scenario->id);
        REQUIRE(card.indicators.size() == scenario->tasks.size());
        for (std::size_t i = 0; i < card.indicators.size(); ++i) CHECK(card.indicators[i] == scenario->tasks[i].code);
    }
}

TEST_CASE("a framework that is not beside the case is found in the folders handed in") {
    const test::TempFolder folder;
    copy(kExample, folder / "elsewhere/case");
    CHECK(content::load_scenario(folder / "elsewhere/case", {}).scenario == nullptr);
    content::CheckContext context;
    context.framework_folders = {folder / "none", kScenarios + "/frameworks"};
    CHECK(content::load_scenario(folder / "elsewhere/case", context).scenario != nullptr);
    CHECK(content::load_scenario(folder / "elsewhere/case/scenario.yaml", context).scenario != nullptr);
}

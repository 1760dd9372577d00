#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "base/files.h"
#include "base/rng.h"
#include "content/library.h"
#include "support/temp_folder.h"

// Files that are damaged, foreign or far too large: a finding with its place, never more.

using namespace timbang;

namespace {

const std::string kBase = std::string(TIMBANG_TEST_DATA) + "/content/base";

void copy_base(const test::TempFolder& folder) {
    std::filesystem::copy(kBase, folder.path(), std::filesystem::copy_options::recursive);
}

void put(const std::string& path, const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }

std::vector<std::string> codes(const content::LoadedScenario& loaded) {
    std::vector<std::string> found;
    for (const base::Finding& finding : loaded.findings)
        found.push_back(finding.code + " " + finding.where.file + ":" + std::to_string(finding.where.line));
    return found;
}

bool has(const std::vector<std::string>& list, const std::string& one) {
    return std::find(list.begin(), list.end(), one) != list.end();
}

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += "\n  " + line;
    return text;
}

std::string file(const test::TempFolder& folder, const std::string& name) { return folder / ("case/" + name); }

} // namespace

TEST_CASE("a byte that is no UTF-8 is told with its line, in YAML and on pages; letters of any script are fine") {
    for (const char* name : {"scenario.yaml", "indicators/A-O1.yaml", "evidence/jawaban-1.md", "briefing.id.md"}) {
        CAPTURE(name);
        const test::TempFolder folder;
        copy_base(folder);
        const std::string text = *base::read_file(file(folder, name));
        put(file(folder, name), "# \xC3\xA9\n" + text + "\n# \xE9\n");
        const auto lines = static_cast<int>(std::count(text.begin(), text.end(), '\n')) + 3;
        const auto loaded = content::load_scenario(folder / "case", {});
        CHECK(loaded.scenario == nullptr);
        CHECK(has(codes(loaded), "not-utf8 " + std::string(name) + ":" + std::to_string(lines)));
        put(file(folder, name), "# \xC3\xA9 \xE4\xB8\xAD\n" + text);
        CHECK(content::load_scenario(folder / "case", {}).scenario != nullptr);
    }
}

TEST_CASE("files over their limit are not read") {
    const test::TempFolder folder;
    copy_base(folder);
    put(file(folder, "evidence/jawaban-1.md"), std::string(std::size_t{5} << 20, 'a'));
    CHECK(has(codes(content::load_scenario(folder / "case", {})), "too-large scenario.yaml:28"));
    const std::string scenario = file(folder, "scenario.yaml");
    std::filesystem::resize_file(scenario, std::size_t{200} << 20); // sparse
    CHECK(joined(codes(content::load_scenario(folder / "case", {}))) ==
          joined(std::vector<std::string>{"too-large scenario.yaml:1"}));
    CHECK(content::read_card(folder / "case").broken == "too-large");
}

TEST_CASE("a folder in the place of a file cannot be read") {
    const test::TempFolder folder;
    copy_base(folder);
    std::filesystem::remove(file(folder, "indicators/A-S1.yaml"));
    std::filesystem::create_directory(file(folder, "indicators/A-S1.yaml"));
    const auto loaded = content::load_scenario(folder / "case", {});
    CHECK(loaded.scenario == nullptr);
    CHECK((has(codes(loaded), "unreadable-file scenario.yaml:30") ||
           has(codes(loaded), "missing-file scenario.yaml:30")));
}

TEST_CASE("a page that is no picture, or only half of one, is told") {
    const test::TempFolder folder;
    copy_base(folder);
    const std::string path = file(folder, "evidence/perda-air-1.png");
    const std::string picture = *base::read_file(path);
    const std::vector<std::string> told{"not-a-picture evidence/perda-air-1.png:1"};
    put(path, "this is text");
    CHECK(joined(codes(content::load_scenario(folder / "case", {}))) == joined(told));
    put(path, "GIF89a" + picture);
    CHECK(joined(codes(content::load_scenario(folder / "case", {}))) == joined(told));
    put(path, picture.substr(0, picture.size() - 30)); // its head is whole
    CHECK(joined(codes(content::check_scenario(folder / "case", {}))) == joined(told));
    std::string huge = picture;
    huge[17] = 1; // 65 thousand pixels wide
    put(path, huge);
    CHECK(joined(codes(content::load_scenario(folder / "case", {}))) ==
          joined(std::vector<std::string>{"picture-too-large evidence/perda-air-1.png:1"}));
    put(path, picture);
    CHECK(codes(content::check_scenario(folder / "case", {})).empty());
}

TEST_CASE("a case where one blind answer is right too often is told") {
    const test::TempFolder folder;
    copy_base(folder);
    const auto replace = [&](const std::string& name, const std::string& from, const std::string& to) {
        std::string text = *base::read_file(file(folder, name));
        REQUIRE(text.find(from) != std::string::npos);
        text.replace(text.find(from), from.size(), to);
        put(file(folder, name), text);
    };
    replace("indicators/A-S1.yaml", "score: 5", "score: 10");
    replace("indicators/A-O1.yaml", "  score: 8\n  figure: {value: \"420/500\", unit: percent}", "  score: 10");
    CHECK(has(codes(content::check_scenario(folder / "case", {})), "leniency-pays scenario.yaml:1"));
    replace("indicators/A-S1.yaml", "score: 10", "score: 0");
    replace("indicators/A-O1.yaml", "score: 10", "score: 0");
    CHECK(has(codes(content::check_scenario(folder / "case", {})), "strictness-pays scenario.yaml:1"));
}

TEST_CASE("a case that its own key cannot finish is told") {
    const test::TempFolder folder;
    copy_base(folder);
    std::string text = *base::read_file(file(folder, "scenario.yaml"));
    // The way on asks for the other option than the reference's.
    text.replace(text.find("{choice: begin, is: start}"), 26, "{choice: begin, is: wait}");
    text.replace(text.find("        - when: {decided: all}\n          goto: end\n"), 50, "");
    put(file(folder, "scenario.yaml"), text);
    const auto found = codes(content::check_scenario(folder / "case", {}));
    CHECK(has(found, "reference-not-exact scenario.yaml:1"));
}

TEST_CASE("a rule pack whose totals have no exact fraction that fits is told, and gives no total") {
    const test::TempFolder folder;
    copy_base(folder);
    std::string criteria, indicators, tasks;
    for (const int prime : {2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53}) {
        const std::string criterion = "P" + std::to_string(prime);
        criteria += "\n  - {id: " + criterion + ", name: {id: Hak, en: Right}}";
        for (int i = 0; i < prime; ++i) {
            const std::string code = criterion + "-O" + std::to_string(i);
            indicators += "  - {code: " + code + ", criterion: " + criterion +
                          ", type: outcome, title: {id: Angka, en: Figure}, unit: percent, checklist: figure, bands: "
                          "{1: 50, 0: 0}}\n";
            tasks += "\n  - {code: " + code +
                     ", evidence: [rekap-air], reference: {verdict: accept, score: " + (i == 0 ? "1" : "0") +
                     ", checklist: {holds: [endorsed, arithmetic]}, rules: [arithmetic], why: {id: Sesuai., en: As it "
                     "stands.}, " +
                     "rests_on: [{in: rekap-air, page: 1, quote: \"402 rumah\"}]}}";
        }
    }
    const auto insert_behind = [](std::string& text, const std::string& mark, const std::string& more) {
        REQUIRE(text.find(mark) != std::string::npos);
        text.insert(text.find(mark) + mark.size(), more);
    };
    std::string pack = *base::read_file(folder / "frameworks/mini.yaml");
    insert_behind(pack, "sdg: [\"6.1\"]}", criteria);
    put(folder / "frameworks/mini.yaml", pack + indicators);
    std::string text = *base::read_file(file(folder, "scenario.yaml"));
    insert_behind(text, "  - indicators/A-O1.yaml", tasks);
    put(file(folder, "scenario.yaml"), text);
    const auto found = codes(content::check_scenario(folder / "case", {}));
    CAPTURE(joined(found));
    CHECK(has(found, "total-too-fine scenario.yaml:1"));
}

TEST_CASE("an error behind hundreds of notes still counts") {
    const test::TempFolder folder;
    copy_base(folder);
    std::string text = *base::read_file(folder / "frameworks/mini.yaml");
    const std::string name(40, 'a');
    for (int i = 0; i < 600; ++i)
        text += "  - {code: A-O" + std::to_string(i + 10) + ", type: outcome, title: {id: " + name + ", en: " + name +
                "}, unit: percent, checklist: figure, bands: {1: 50, 0: 0}}\n";
    put(folder / "frameworks/mini.yaml", text);
    CHECK(content::load_framework(folder / "frameworks/mini.yaml").framework != nullptr);
    put(folder / "frameworks/mini.yaml", text + "  - {code: A-O9, type: outcome, title: {id: x, en: x}, unit: percent, checklist: [nowhere], " +
                                             "bands: {1: 50, 0: 0}}\n");
    const auto broken = content::load_framework(folder / "frameworks/mini.yaml");
    CHECK(broken.framework == nullptr);
    CHECK(base::has_errors(broken.findings));
}

TEST_CASE("a figure in a gap between published ranges is said to be in a gap") {
    const test::TempFolder folder;
    copy_base(folder);
    const std::string framework = folder / "frameworks/mini.yaml";
    std::string text = *base::read_file(framework);
    const std::string bands = "bands: {10: 90, 8: 80, 5: 60, 0: 0}";
    text.replace(text.find(bands), bands.size(),
                 "ranges: {10: {from: 90}, 8: {from: 85, below: 90}, 5: {from: 60, to: 83}, 0: {below: 60}}");
    put(framework, text);
    CHECK(joined(codes(content::check_scenario(folder / "case", {}))) ==
          joined(std::vector<std::string>{"figure-in-gap indicators/A-O1.yaml:4"}));
}

TEST_CASE("truncated and scrambled files of a case never do more than give findings") {
    base::Rng rng(7);
    const test::TempFolder folder;
    copy_base(folder);
    for (const std::string name :
         {"scenario.yaml", "indicators/A-O1.yaml", "evidence/rekap-air-1.md", "evidence/rekap-air-2.csv",
          "evidence/perda-air-1.png", "evidence/perda-air-1.png.md", "../frameworks/mini.yaml"}) {
        CAPTURE(name);
        const std::string whole = *base::read_file(file(folder, name));
        for (int turn = 0; turn < 24; ++turn) {
            std::string bytes = whole.substr(0, rng.below(whole.size() + 1));
            if (turn % 2 == 1) {
                bytes = whole;
                for (std::uint64_t i = 1 + rng.below(6); i-- > 0;) {
                    const std::size_t at = rng.below(bytes.size());
                    const std::string junk(rng.below(4), static_cast<char>(rng.below(256)));
                    bytes.replace(at, rng.below(5), junk);
                    if (bytes.empty()) bytes = "x";
                }
            }
            put(file(folder, name), bytes);
            const auto loaded = content::check_scenario(folder / "case", {});
            CHECK((loaded.scenario != nullptr || base::has_errors(loaded.findings)));
            CHECK(content::read_card(folder / "case").folder == folder / "case");
        }
        put(file(folder, name), whole);
    }
    CHECK(content::check_scenario(folder / "case", {}).findings.empty());
}

TEST_CASE("deep, wide and endless YAML is refused or read in good time") {
    const test::TempFolder folder;
    std::filesystem::create_directories(folder / "case");
    std::string deep, wide = "{", keys;
    for (int i = 0; i < 100000; ++i) {
        deep += "- ";
        wide += "a: 1, ";
        keys += "k" + std::to_string(i % 50000) + ": 1\n";
    }
    for (const std::string& text :
         {deep, "[" + std::string(100000, '['), wide, keys, std::string(100000, '\n'), std::string(100000, '"'),
          "a: " + std::string(1000000, 'x'), std::string(50000, '?'),
          std::string("- - - - - - - - - - - - - - - - - - - - - -"), std::string("\0\0\0\0", 4)}) {
        put(file(folder, "scenario.yaml"), text);
        const auto loaded = content::load_scenario(folder / "case", {});
        CHECK(loaded.scenario == nullptr);
        CHECK(!loaded.findings.empty());
    }
}

TEST_CASE("a list that no case needs is cut and told") {
    const test::TempFolder folder;
    copy_base(folder);
    std::string text = *base::read_file(file(folder, "scenario.yaml"));
    std::string items;
    for (int i = 0; i < 6000; ++i) items += ", arithmetic";
    const std::string facilitator = "facilitator: {file: facilitator}";
    text.replace(text.find(facilitator), facilitator.size(), "sources: [{for: [arithmetic" + items + "], ref: x}]");
    put(file(folder, "scenario.yaml"), text);
    CHECK(joined(codes(content::load_scenario(folder / "case", {}))) ==
          joined(std::vector<std::string>{"too-many scenario.yaml:12"}));
}

TEST_CASE("places are right behind line ends of every kind, letters of several bytes and a byte order mark") {
    const test::TempFolder folder;
    std::filesystem::create_directories(folder / "case");
    for (const std::string& start : {std::string(), std::string("\xEF\xBB\xBF")}) {
        const std::string text = start + "a: 1\r\n\"\xC3\xA9\xE2\x80\x93\": 2\r# x\nb: {c: 1, c: 2}\n";
        put(file(folder, "scenario.yaml"), text);
        const auto loaded = content::load_scenario(folder / "case", {});
        bool told = false;
        for (const base::Finding& finding : loaded.findings) {
            if (finding.code != "duplicate-key") continue;
            told = true;
            CHECK(finding.where.line == 4);
            CHECK(finding.where.column == 11);
            CHECK(text.substr(finding.where.begin, finding.where.end - finding.where.begin) == "c");
            CHECK(finding.where.begin == text.rfind("c: 2"));
        }
        CAPTURE(joined(codes(loaded)));
        CHECK(told);
    }
}

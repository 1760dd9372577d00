#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/catalogue.h"
#include "base/files.h"
#include "content/library.h"
#include "support/temp_folder.h"

// Each file of tests/data/content/findings changes one place of the sound case in tests/data/content/base: `@bad` must
// give exactly the findings of `@expect` (code, file, line), `@good`, which looks like it, none.

using namespace timbang;

namespace {

struct Change {
    std::string file, find, bad, good;
    std::vector<std::string> expected;
};

std::string* section(Change& change, const std::string& name) {
    if (name == "@find") return &change.find;
    if (name == "@bad") return &change.bad;
    return name == "@good" ? &change.good : nullptr;
}

Change read_change(const std::string& path) {
    Change change;
    std::string* open = nullptr;
    bool first = true;
    std::istringstream lines(*base::read_file(path));
    for (std::string line; std::getline(lines, line);) {
        if (line.rfind("@file ", 0) == 0) {
            change.file = line.substr(6);
        } else if (line.rfind("@expect ", 0) == 0) {
            change.expected.push_back(line.substr(8));
        } else if (std::string* target = section(change, line)) {
            open = target;
            first = true;
        } else if (open != nullptr) {
            *open += (first ? "" : "\n") + line;
            first = false;
        }
    }
    return change;
}

/// The sound case in a folder of its own, with one place changed.
void write_case(const test::TempFolder& folder, const Change& change, const std::string& by) {
    std::filesystem::copy(std::string(TIMBANG_TEST_DATA) + "/content/base", folder.path(),
                          std::filesystem::copy_options::recursive | std::filesystem::copy_options::overwrite_existing);
    std::string text = *base::read_file(folder / change.file);
    const std::size_t at = text.find(change.find);
    REQUIRE(at != std::string::npos);
    text.replace(at, change.find.size(), by);
    std::ofstream(folder / change.file, std::ios::binary) << text;
}

content::CheckContext context() {
    content::CheckContext asked;
    asked.has_glyph = [](char32_t letter) { return letter < 0x10000; };
    return asked;
}

std::vector<std::string> told(const content::LoadedScenario& loaded) {
    std::vector<std::string> lines;
    for (const base::Finding& finding : loaded.findings)
        lines.push_back(finding.code + " " + finding.where.file + ":" + std::to_string(finding.where.line));
    std::sort(lines.begin(), lines.end());
    return lines;
}

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += "\n  " + line;
    return text;
}

} // namespace

TEST_CASE("the sound case has no finding") {
    const auto loaded = content::check_scenario(std::string(TIMBANG_TEST_DATA) + "/content/base/case", context());
    CHECK(joined(told(loaded)) == "");
    REQUIRE(loaded.scenario != nullptr);
}

TEST_CASE("each bad place gives its finding at its line, and the good one that looks like it none") {
    const auto catalogue = base::Catalogue::load(TIMBANG_SOURCE_DIR "/assets/messages");
    REQUIRE(catalogue.ok());
    const std::string data = std::string(TIMBANG_TEST_DATA) + "/content/findings";
    int changes = 0;
    for (const std::string& name : base::list_folder(data)) {
        CAPTURE(name);
        ++changes;
        Change change = read_change(base::join_path(data, name));
        std::sort(change.expected.begin(), change.expected.end());
        {
            const test::TempFolder folder;
            write_case(folder, change, change.bad);
            const auto loaded = content::check_scenario(folder / "case", context());
            CHECK(joined(told(loaded)) == joined(change.expected));
            for (const base::Finding& finding : loaded.findings)
                for (const base::Lang lang : {base::Lang::Id, base::Lang::En}) {
                    const std::string text = catalogue->text(lang, finding.message());
                    CAPTURE(text);
                    CHECK(text.size() > 20);
                    CHECK(text.find("finding.") == std::string::npos);
                    CHECK(text.find("{near}") == std::string::npos);
                }
        }
        const test::TempFolder folder;
        write_case(folder, change, change.good);
        const auto loaded = content::check_scenario(folder / "case", context());
        CHECK(joined(told(loaded)) == "");
        CHECK(loaded.scenario != nullptr);
    }
    CHECK(changes > 60);
}

TEST_CASE("every code of a finding has a bad place and a good one") {
    // These need files that are no text, or a whole case: damage_test.cpp.
    std::vector<std::string> known{"not-utf8",      "too-large",      "unreadable-file", "not-a-picture",
                                   "picture-too-large", "leniency-pays", "strictness-pays", "reference-not-exact",
                                   "figure-in-gap", "too-many", "total-too-fine"};
    const std::string data = std::string(TIMBANG_TEST_DATA) + "/content/findings";
    for (const std::string& name : base::list_folder(data))
        for (const std::string& line : read_change(base::join_path(data, name)).expected)
            known.push_back(line.substr(0, line.find(' ')));
    const auto catalogue = base::Catalogue::load(TIMBANG_SOURCE_DIR "/assets/messages");
    REQUIRE(catalogue.ok());
    for (const std::string& key : catalogue->keys(base::Lang::En)) {
        if (key.rfind("finding.", 0) != 0) continue;
        const std::string code = key.substr(8);
        const bool words = code.rfind("expected-", 0) == 0 || code.rfind("id-", 0) == 0 ||
                           code.rfind("syntax-", 0) == 0 || code.rfind("text-cut-", 0) == 0 ||
                           code.rfind("language-", 0) == 0 || code == "nothing-near" || code == "quote-on-other-page" ||
                           code.rfind("package-", 0) == 0 || code.rfind("seal-", 0) == 0; // package_test.cpp
        CAPTURE(code);
        CHECK((words || std::find(known.begin(), known.end(), code) != known.end()));
    }
}

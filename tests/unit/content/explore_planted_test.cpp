#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/catalogue.h"
#include "base/files.h"
#include "content/explore.h"
#include "content/library.h"
#include "support/temp_folder.h"

// Each file of tests/data/content/planted plants a fault in the sound case of tests/data/content/base: `@find` is replaced
// by `@bad`, as often as they stand there. `explore` must give exactly the findings of `@explore` (code and names), `check` at
// least those of `@check`.

using namespace timbang;

namespace {

struct Planted {
    std::vector<std::string> explore, check;
};

void change(const test::TempFolder& folder, const std::string& file, const std::string& find, const std::string& bad) {
    std::string text = *base::read_file(folder / file);
    const std::size_t at = text.find(find);
    REQUIRE_MESSAGE(at != std::string::npos, find);
    text.replace(at, find.size(), bad);
    std::ofstream(folder / file, std::ios::binary) << text;
}

/// Carries out the changes of a file on a copy of the sound case.
Planted plant(const test::TempFolder& folder, const std::string& path) {
    std::filesystem::copy(std::string(TIMBANG_TEST_DATA) + "/content/base", folder.path(),
                          std::filesystem::copy_options::recursive | std::filesystem::copy_options::overwrite_existing);
    Planted planted;
    std::string file, find, bad;
    std::string* open = nullptr;
    const auto finish = [&] {
        if (open == &bad) change(folder, file, find, bad);
        open = nullptr;
    };
    std::istringstream lines(*base::read_file(path));
    for (std::string line; std::getline(lines, line);) {
        if (line.empty() || line.front() != '@') {
            if (open != nullptr) *open += (open->empty() ? "" : "\n") + line;
            continue;
        }
        if (line != "@bad") finish();
        if (line.rfind("@file ", 0) == 0) file = line.substr(6);
        if (line.rfind("@explore ", 0) == 0) planted.explore.push_back(line.substr(9));
        if (line.rfind("@check ", 0) == 0) planted.check.push_back(line.substr(7));
        if (line == "@find") *(open = &find) = "";
        if (line == "@bad") *(open = &bad) = "";
    }
    finish();
    return planted;
}

std::string joined(std::vector<std::string> lines) {
    std::sort(lines.begin(), lines.end());
    std::string text;
    for (const std::string& line : lines) text += "\n  " + line;
    return text;
}

/// A finding by its code and the names it speaks of.
std::string named(const content::ExploreFinding& finding) {
    std::string text = finding.code;
    for (const auto& [name, value] : finding.args)
        if (const auto* words = std::get_if<std::string>(&value)) text += " " + name + "=" + *words;
    return text;
}

std::shared_ptr<const domain::Scenario> load(const std::string& folder) {
    auto loaded = content::load_scenario(folder, {});
    for (const base::Finding& finding : loaded.findings) INFO(finding.code);
    REQUIRE(loaded.scenario != nullptr);
    return loaded.scenario;
}

content::ExploreOptions few_runs() {
    content::ExploreOptions options;
    options.runs = 20;
    return options;
}

} // namespace

TEST_CASE("explore has nothing to say about the sound case") {
    const auto scenario = load(std::string(TIMBANG_TEST_DATA) + "/content/base/case");
    const auto found = content::explore(*scenario, few_runs());
    std::vector<std::string> told;
    for (const auto& finding : content::explore_findings(*scenario, found)) told.push_back(named(finding));
    CHECK(joined(told) == "");
    CHECK(found.complete);
    CHECK(content::explore_summary(*scenario, found).all_reached);
}

TEST_CASE("every planted fault is found by its name, and the way to each dead end leads there") {
    const auto catalogue = base::Catalogue::load(TIMBANG_SOURCE_DIR "/assets/messages");
    REQUIRE(catalogue.ok());
    const std::string data = std::string(TIMBANG_TEST_DATA) + "/content/planted";
    int planted_faults = 0;
    for (const std::string& name : base::list_folder(data)) {
        CAPTURE(name);
        ++planted_faults;
        const test::TempFolder folder;
        const Planted planted = plant(folder, base::join_path(data, name));
        const auto scenario = load(folder / "case");
        const auto found = content::explore(*scenario, few_runs());
        CHECK(found.complete);
        std::vector<std::string> told;
        for (const auto& finding : content::explore_findings(*scenario, found)) {
            told.push_back(named(finding));
            for (const base::Lang lang : {base::Lang::Id, base::Lang::En}) {
                const std::string text = catalogue->text(lang, finding.message());
                CAPTURE(text);
                CHECK(text.size() > 20);
                CHECK(text.find("explore.") == std::string::npos);
            }
        }
        CHECK(joined(told) == joined(planted.explore));
        for (const content::DeadEnd& end : found.dead_ends) {
            const auto played = content::play_script(*scenario, end.play, domain::Mode::Practise, 1);
            REQUIRE(played.ok());
            CHECK(played->state.step == end.step);
            CHECK_FALSE(played->state.over());
        }
        std::vector<std::string> checked;
        for (const base::Finding& finding : content::check_scenario(folder / "case", {}).findings)
            checked.push_back(finding.code);
        for (const std::string& code : planted.check) {
            CAPTURE(code);
            CHECK(std::find(checked.begin(), checked.end(), code) != checked.end());
        }
    }
    CHECK(planted_faults >= 15);
}

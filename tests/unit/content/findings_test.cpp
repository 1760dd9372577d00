#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>

#include "base/catalogue.h"
#include "base/files.h"
#include "content/lessons.h"
#include "content/library.h"
#include "content/policies.h"
#include "content/programmes.h"
#include "support/temp_folder.h"

// Each file of tests/data/content/findings changes the sound case in tests/data/content/base: `@bad` must give exactly
// the findings of `@expect` (code, file, line), `@good`, which looks like it, none. `@file`, `@find`, `@bad`, `@good`
// may come several times. In a text, a line "@repeat 60 - {n}" stands for sixty lines, {n} counted from 0; "@hex FF FE"
// as the whole text stands for these bytes; without `@find` the whole file is replaced; "@folder" as the text puts a
// folder in its place. Where a file beside the case is changed (a reading, a policy, a programme), those are checked too.

using namespace timbang;

namespace {

struct Change {
    std::string file;
    std::optional<std::string> find;
    std::string bad, good;
};

struct Pair {
    std::vector<Change> changes;
    std::vector<std::string> expected;
};

std::string bytes_of(const std::string& hex) {
    std::istringstream numbers(hex);
    std::string bytes;
    for (unsigned value = 0; numbers >> std::hex >> value;)
        bytes += static_cast<char>(value);
    return bytes;
}

std::string repeated(const std::string& line) {
    std::istringstream words(line.substr(std::string("@repeat ").size()));
    int count = 0;
    words >> count;
    words.get();
    std::string text, all;
    std::getline(words, text);
    for (int i = 0; i < count; ++i) {
        std::string one = text;
        if (const std::size_t at = one.find("{n}"); at != std::string::npos) one.replace(at, 3, std::to_string(i));
        all += (i == 0 ? "" : "\n") + one;
    }
    return all;
}

std::string* section(Change& change, const std::string& name) {
    if (name == "@find") return &change.find.emplace();
    if (name == "@bad") return &change.bad;
    return name == "@good" ? &change.good : nullptr;
}

Pair read_pair(const std::string& path) {
    Pair pair;
    std::string* open = nullptr;
    bool first = true;
    std::istringstream lines(*base::read_file(path));
    for (std::string line; std::getline(lines, line);) {
        if (line.rfind("@file ", 0) == 0) {
            pair.changes.push_back({line.substr(6), std::nullopt, "", ""});
            open = nullptr;
        } else if (line.rfind("@expect ", 0) == 0) {
            pair.expected.push_back(line.substr(8));
        } else if (std::string* target = pair.changes.empty() ? nullptr : section(pair.changes.back(), line)) {
            open = target;
            first = true;
        } else if (open != nullptr) {
            const bool hex = line.rfind("@hex ", 0) == 0;
            *open += hex ? bytes_of(line.substr(5))
                         : (first ? "" : "\n") + (line.rfind("@repeat ", 0) == 0 ? repeated(line) : line);
            first = false;
        }
    }
    std::sort(pair.expected.begin(), pair.expected.end());
    return pair;
}

/// The sound case in a folder of its own, changed.
void write_case(const test::TempFolder& folder, const Pair& pair, bool good) {
    std::filesystem::copy(std::string(TIMBANG_TEST_DATA) + "/content/base", folder.path(),
                          std::filesystem::copy_options::recursive | std::filesystem::copy_options::overwrite_existing);
    for (const Change& change : pair.changes) {
        const std::string& by = good ? change.good : change.bad;
        const std::string path = folder / change.file;
        if (by == "@folder") {
            std::filesystem::remove(path);
            std::filesystem::create_directory(path);
            continue;
        }
        std::string text;
        if (base::file_kind(path) == base::FileKind::File) text = *base::read_file(path);
        if (!change.find) {
            text = by;
        } else {
            CAPTURE(*change.find);
            const std::size_t at = text.find(*change.find);
            REQUIRE(at != std::string::npos);
            text.replace(at, change.find->size(), by);
        }
        std::filesystem::create_directories(base::parent_path(path));
        std::ofstream(path, std::ios::binary) << text;
    }
}

content::CheckContext context() {
    content::CheckContext asked;
    asked.has_glyph = [](char32_t letter) { return letter < 0x10000; };
    return asked;
}

/// Findings of the readings, policies and programmes beside the case, by their path from the case.
void add_beside(content::LoadedScenario& loaded, const std::string& folder) {
    const auto add = [&](const std::string& kind, base::Diagnostics findings) {
        for (base::Finding& finding : findings) {
            finding.where.file = "../" + kind + "/" + finding.where.file;
            if (finding.fix) finding.fix->where.file = finding.where.file;
            loaded.findings.push_back(std::move(finding));
        }
    };
    for (const std::string& name : base::list_folder(folder + "/lessons"))
        add("lessons", content::load_lesson(folder + "/lessons/" + name, context()).findings);
    for (const std::string& path : content::find_policies(folder + "/policies"))
        add("policies", content::load_policy(path, context()).findings);
    for (const std::string& name : base::list_folder(folder + "/programmes"))
        add("programmes", content::load_programme(folder + "/programmes/" + name, context()).findings);
}

/// The case that a pair was written to, and what lies beside it.
content::LoadedScenario checked(const std::string& folder, const Pair& pair) {
    content::LoadedScenario loaded = content::check_scenario(folder + "/case", context());
    const bool beside = std::any_of(pair.changes.begin(), pair.changes.end(), [](const Change& change) {
        return !change.file.starts_with("case/") && !change.file.starts_with("frameworks/");
    });
    if (beside) add_beside(loaded, folder);
    return loaded;
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
    for (const std::string& line : lines)
        text += "\n  " + line;
    return text;
}

} // namespace

TEST_CASE("the sound case has no finding, nor has what lies beside it") {
    const std::string base = std::string(TIMBANG_TEST_DATA) + "/content/base";
    content::LoadedScenario loaded = content::check_scenario(base + "/case", context());
    add_beside(loaded, base);
    CHECK(joined(told(loaded)) == "");
    REQUIRE(loaded.scenario != nullptr);
}

namespace {

/// What a person reads of a finding, in both languages: whole, in words.
void check_sentences(const base::Catalogue& catalogue, const base::Finding& finding) {
    for (const base::Lang lang : {base::Lang::Id, base::Lang::En}) {
        const std::string text = catalogue.text(lang, finding.message());
        CAPTURE(text);
        CHECK(text.size() > 20);
        CHECK(text.find("finding.") == std::string::npos);
        CHECK(text.find("{near}") == std::string::npos);
        CHECK((text.back() == '.' || text.back() == ')'));
    }
}

/// The case with the fix made; what it was for is gone then.
void check_fix(const test::TempFolder& folder, const Pair& pair, const base::Finding& finding) {
    if (!finding.fix) return;
    const std::string path = folder / ("case/" + finding.fix->where.file);
    const std::string before = *base::read_file(path);
    std::string text = before;
    REQUIRE(finding.fix->where.end <= text.size());
    REQUIRE(finding.fix->where.begin <= finding.fix->where.end);
    text.replace(finding.fix->where.begin, finding.fix->where.end - finding.fix->where.begin, finding.fix->replacement);
    std::ofstream(path, std::ios::binary) << text;
    const auto mended = checked(folder.path(), pair);
    CAPTURE(finding.fix->replacement);
    for (const base::Finding& left : mended.findings)
        CHECK_FALSE((left.code == finding.code && left.where.file == finding.where.file &&
                     left.where.line == finding.where.line));
    std::ofstream(path, std::ios::binary) << before;
}

} // namespace

TEST_CASE("each bad place gives its finding at its line, and the good one that looks like it none") {
    const auto catalogue = base::Catalogue::load(TIMBANG_SOURCE_DIR "/assets/messages");
    REQUIRE(catalogue.ok());
    const std::string data = std::string(TIMBANG_TEST_DATA) + "/content/findings";
    int pairs = 0;
    for (const std::string& name : base::list_folder(data)) {
        CAPTURE(name);
        ++pairs;
        const Pair pair = read_pair(base::join_path(data, name));
        CHECK(!pair.expected.empty());
        {
            const test::TempFolder folder;
            write_case(folder, pair, false);
            const auto loaded = checked(folder.path(), pair);
            CHECK(joined(told(loaded)) == joined(pair.expected));
            for (const base::Finding& finding : loaded.findings) {
                check_sentences(*catalogue, finding);
                check_fix(folder, pair, finding);
            }
        }
        const test::TempFolder folder;
        write_case(folder, pair, true);
        const auto loaded = checked(folder.path(), pair);
        CHECK(joined(told(loaded)) == "");
        CHECK(loaded.scenario != nullptr);
    }
    CHECK(pairs > 80);
}

namespace {

/// Keys of the catalogue that are pieces of a finding's sentence.
bool is_piece(const std::string& code) {
    for (const char* start : {"expected-", "id-", "syntax-", "text-cut-", "language-"})
        if (code.rfind(start, 0) == 0) return true;
    return code == "nothing-near" || code == "quote-on-other-page";
}

std::vector<std::string> catalogue_codes() {
    const auto catalogue = base::Catalogue::load(TIMBANG_SOURCE_DIR "/assets/messages");
    REQUIRE(catalogue.ok());
    std::vector<std::string> codes;
    for (const std::string& key : catalogue->keys(base::Lang::En))
        if (key.rfind("finding.", 0) == 0 && !is_piece(key.substr(8))) codes.push_back(key.substr(8));
    return codes;
}

bool has(const std::vector<std::string>& list, const std::string& one) {
    return std::find(list.begin(), list.end(), one) != list.end();
}

/// The sources of a module, one behind the other.
std::string sources_of(const std::string& folder) {
    std::string all;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        if (entry.path().extension() == ".cpp") all += *base::read_file(entry.path().string());
    return all;
}

} // namespace

namespace {

/// Of files that hold a case: their own tests make bad ones of sound ones.
bool is_of_package(const std::string& code) {
    return code.rfind("package-", 0) == 0 || code.rfind("seal-", 0) == 0;
}

bool is_tested_with_packages(const std::string& code) {
    constexpr const char* kOutOfMemory[] = {"package-unwritable", "seal-failed"}; // nothing in a file brings them about
    if (std::find(std::begin(kOutOfMemory), std::end(kOutOfMemory), code) != std::end(kOutOfMemory)) return true;
    std::string tests;
    for (const char* name : {"package_test.cpp", "package_findings_test.cpp", "seal_test.cpp"})
        tests += *base::read_file(std::string(TIMBANG_SOURCE_DIR "/tests/unit/content/") + name);
    return tests.find('"' + code + '"') != std::string::npos;
}

} // namespace

TEST_CASE("every code of a finding has a bad place and a good one") {
    std::vector<std::string> paired;
    const std::string data = std::string(TIMBANG_TEST_DATA) + "/content/findings";
    for (const std::string& name : base::list_folder(data))
        for (const std::string& line : read_pair(base::join_path(data, name)).expected)
            paired.push_back(line.substr(0, line.find(' ')));
    for (const std::string& code : catalogue_codes()) {
        CAPTURE(code);
        CHECK((is_of_package(code) ? is_tested_with_packages(code) : has(paired, code)));
    }
    for (const std::string& code : paired) {
        CAPTURE(code);
        CHECK(has(catalogue_codes(), code));
    }
}

TEST_CASE("every code of the catalogue is given by the program") {
    const std::string sources = sources_of(TIMBANG_SOURCE_DIR "/src/content");
    for (const std::string& code : catalogue_codes()) {
        CAPTURE(code);
        CHECK((is_of_package(code) || sources.find('"' + code + '"') != std::string::npos));
    }
}

TEST_CASE("every code stands in the table for authors, once, and no other") {
    const std::string page = *base::read_file(TIMBANG_SOURCE_DIR "/scenarios/README.md");
    std::vector<std::string> rows;
    bool inside = false;
    std::istringstream lines(page);
    for (std::string line; std::getline(lines, line);) {
        if (line.rfind("## ", 0) == 0) inside = line == "## What each finding means";
        if (!inside || line.rfind("| `", 0) != 0) continue;
        for (std::size_t begin = line.find('`'); begin < line.find('|', 1);
             begin = line.find('`', line.find('`', begin + 1) + 1))
            rows.push_back(line.substr(begin + 1, line.find('`', begin + 1) - begin - 1));
    }
    std::sort(rows.begin(), rows.end());
    CHECK(joined(rows) == joined(catalogue_codes()));
}

// Reading and checking cases against libyaml's bare parse of the same YAML files: each file on disk counts once in the yardstick, the
// framework too. Both sides are measured in processor time of this thread, in turn, the best of some rounds; the files are warm in
// the page cache. The ratio beside the bound leaves the reading of files out of the yardstick (the texts lie in memory).
//   check_bench [CASES [ROUNDS]]   size of the generated library, 1000; rounds for single cases, 30
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <unistd.h>
#include <vector>

#include <yaml.h>

#include "content/framework_shelf.h"
#include "content/library.h"

using namespace timbang;
namespace fs = std::filesystem;

namespace {

constexpr double kBound = 3;
const fs::path kScenarios = TIMBANG_SOURCE_DIR "/scenarios";

double processor_seconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

template <class Work> double measured(const Work& work) {
    const double begin = processor_seconds();
    work();
    return processor_seconds() - begin;
}

/// The fonts of the window draw Latin letters and typographic signs; the real question is one look into a table as well.
bool has_glyph(char32_t letter) { return letter < 0x2500; }

content::CheckContext context(const fs::path& frameworks) {
    content::CheckContext check;
    check.framework_folders = {frameworks.string()};
    check.has_glyph = has_glyph;
    return check;
}

std::string text_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

void add_yaml(const fs::path& folder, std::vector<fs::path>& paths) {
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.path().extension() == ".yaml") paths.push_back(entry.path());
}

std::vector<std::string> texts_of(const std::vector<fs::path>& paths) {
    std::vector<std::string> texts;
    for (const fs::path& path : paths) texts.push_back(text_of(path));
    return texts;
}

/// Every event of the file, and nothing done with it.
void bare_parse(const unsigned char* text, std::size_t size) {
    yaml_parser_t parser;
    yaml_parser_initialize(&parser);
    yaml_parser_set_input_string(&parser, text, size);
    yaml_event_t event;
    for (bool end = false; !end;) {
        if (!yaml_parser_parse(&parser, &event)) break;
        end = event.type == YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
}

void bare_parse(const std::vector<std::string>& texts) {
    for (const std::string& text : texts) bare_parse(reinterpret_cast<const unsigned char*>(text.data()), text.size());
}

/// The same from disk, with the cheapest way to read a file.
void bare_read_and_parse(const std::vector<fs::path>& paths) {
    std::vector<unsigned char> bytes;
    for (const fs::path& path : paths) {
        std::FILE* const file = std::fopen(path.c_str(), "rb");
        if (file == nullptr) continue;
        bytes.resize(fs::file_size(path));
        const std::size_t size = std::fread(bytes.data(), 1, bytes.size(), file);
        std::fclose(file);
        bare_parse(bytes.data(), size);
    }
}

struct Times {
    double parse = 1e9, read_and_parse = 1e9, load = 1e9, check = 1e9;

    void print(const std::string& what) const {
        std::printf("%s: check %.2f ms, %.2fx libyaml's bare parse of the same YAML in memory (%.2f ms; at most %.0fx: %s), "
                    "%.2fx from disk; read to play %.2f ms, %.2fx\n",
                    what.c_str(), check * 1e3, check / parse, parse * 1e3, kBound, check / parse <= kBound ? "ok" : "over",
                    check / read_and_parse, load * 1e3, load / parse);
    }
};

/// `cases` are checked one after the other with what one run of `timbang check` would share.
Times measure(const std::vector<std::string>& cases, const std::vector<fs::path>& yaml, const fs::path& frameworks, int rounds) {
    const std::vector<std::string> texts = texts_of(yaml);
    Times best;
    using Check = const content::CheckContext&;
    const auto check_one = [](const std::string& one, Check check) { return content::check_scenario(one, check); };
    const auto load_one = [](const std::string& one, Check check) { return content::load_scenario(one, check); };
    const auto all = [&](const auto& read) {
        content::CheckContext check = context(frameworks);
        check.shelf = std::make_shared<content::FrameworkShelf>();
        for (const std::string& one : cases)
            if (!read(one, check).scenario) {
                std::fprintf(stderr, "%s cannot be played\n", one.c_str());
                std::exit(1);
            }
    };
    for (int i = 0; i < rounds; ++i) {
        best.parse = std::min(best.parse, measured([&] { bare_parse(texts); }));
        best.read_and_parse = std::min(best.read_and_parse, measured([&] { bare_read_and_parse(yaml); }));
        best.check = std::min(best.check, measured([&] { all(check_one); }));
        best.load = std::min(best.load, measured([&] { all(load_one); }));
    }
    return best;
}

std::vector<fs::path> bundled_cases() {
    std::vector<fs::path> cases;
    for (const std::string& folder : content::find_scenarios(kScenarios.string())) cases.emplace_back(folder);
    return cases;
}

/// A library of so many cases with the bundled frameworks: the bundled cases in turn, each with an id and a remark of its own.
std::vector<std::string> make_library(const fs::path& folder, int count) {
    fs::create_directories(folder);
    fs::copy(kScenarios / "frameworks", folder / "frameworks", fs::copy_options::recursive);
    const std::vector<fs::path> models = bundled_cases();
    std::vector<std::string> cases;
    for (int i = 0; i < count; ++i) {
        const fs::path one = folder / ("case-" + std::to_string(i));
        fs::copy(models[static_cast<std::size_t>(i) % models.size()], one, fs::copy_options::recursive);
        std::string text = text_of(one / "scenario.yaml");
        const std::size_t id = text.find("\nid: ");
        if (id != std::string::npos) text.insert(text.find('\n', id + 1), "-" + std::to_string(i));
        std::ofstream(one / "scenario.yaml", std::ios::binary) << text << "# case " << i << " of the library\n";
        cases.push_back(one.string());
    }
    return cases;
}

} // namespace

int main(int argc, char** argv) {
    const int count = argc > 1 ? std::atoi(argv[1]) : 1000;
    const int rounds = argc > 2 ? std::atoi(argv[2]) : 30;
    const fs::path framework = kScenarios / "frameworks/practice-22-2021.yaml"; // of every bundled case
    for (const fs::path& one : bundled_cases()) {
        std::vector<fs::path> yaml{framework};
        add_yaml(one, yaml);
        measure({one.string()}, yaml, kScenarios / "frameworks", rounds).print(one.filename().string());
    }
    const fs::path folder = fs::temp_directory_path() / ("timbang-check-" + std::to_string(getpid()));
    const std::vector<std::string> cases = make_library(folder, count);
    std::vector<fs::path> yaml{folder / "frameworks" / framework.filename()};
    for (const std::string& one : cases) add_yaml(one, yaml);
    measure(cases, yaml, folder / "frameworks", std::max(1, rounds / 10)).print("a library of " + std::to_string(count) + " cases");
    fs::remove_all(folder);
    return 0;
}

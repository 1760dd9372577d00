// Accepted commands a second of the automatic player on one core, and reading a case against libyaml's bare parse of the same YAML.
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <yaml.h>

#include "content/library.h"
#include "content/players.h"

using namespace timbang;
using Clock = std::chrono::steady_clock;

namespace {

constexpr const char* kCase = TIMBANG_SOURCE_DIR "/scenarios/jumlah-yang-tidak-cocok";

double seconds_since(Clock::time_point begin) { return std::chrono::duration<double>(Clock::now() - begin).count(); }

content::CheckContext context() {
    content::CheckContext check;
    check.framework_folders = {TIMBANG_SOURCE_DIR "/scenarios/frameworks"};
    return check;
}

std::vector<std::string> yaml_files() {
    std::vector<std::string> texts;
    std::vector<std::filesystem::path> paths{TIMBANG_SOURCE_DIR "/scenarios/frameworks/practice-22-2021.yaml"};
    for (const auto& entry : std::filesystem::recursive_directory_iterator(kCase))
        if (entry.path().extension() == ".yaml") paths.push_back(entry.path());
    for (const auto& path : paths) {
        std::ifstream file(path, std::ios::binary);
        texts.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    return texts;
}

void bare_parse(const std::string& text) {
    yaml_parser_t parser;
    yaml_parser_initialize(&parser);
    yaml_parser_set_input_string(&parser, reinterpret_cast<const unsigned char*>(text.data()), text.size());
    yaml_event_t event;
    for (bool end = false; !end;) {
        if (!yaml_parser_parse(&parser, &event)) break;
        end = event.type == YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
}

template <class Work> double best_of(int runs, const Work& work) {
    double best = 1e9;
    for (int i = 0; i < runs; ++i) {
        const auto begin = Clock::now();
        work();
        best = std::min(best, seconds_since(begin));
    }
    return best;
}

} // namespace

int main() {
    const auto loaded = content::load_scenario(kCase, context());
    if (!loaded.scenario) return 3;
    std::size_t commands = 0;
    const auto begin = Clock::now();
    for (std::uint64_t seed = 1; seconds_since(begin) < 3; ++seed)
        commands += content::play(*loaded.scenario, content::PlayerKind::Random, domain::Mode::Practise, seed).commands;
    std::printf("random player: %.0f accepted commands a second (1,000,000 wanted)\n", static_cast<double>(commands) / seconds_since(begin));

    const std::vector<std::string> texts = yaml_files();
    const double yardstick = best_of(10, [&] { for (const std::string& text : texts) bare_parse(text); });
    const double load = best_of(10, [] { (void)content::load_scenario(kCase, context()); });
    const double check = best_of(10, [] { (void)content::check_scenario(kCase, context()); });
    std::printf("read a case: %.1f ms, %.2fx libyaml's bare parse of the same YAML (%.1f ms)\n", load * 1e3, load / yardstick, yardstick * 1e3);
    std::printf("check a case: %.1f ms, %.2fx (at most 3x)\n", check * 1e3, check / yardstick);
    return 0;
}

// Accepted commands a second of the automatic player on one core.
#include <chrono>
#include <cstdio>

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

} // namespace

int main() {
    const auto loaded = content::load_scenario(kCase, context());
    if (!loaded.scenario) return 3;
    std::size_t commands = 0;
    const auto begin = Clock::now();
    for (std::uint64_t seed = 1; seconds_since(begin) < 3; ++seed)
        commands += content::play(*loaded.scenario, content::PlayerKind::Random, domain::Mode::Practise, seed).commands;
    const double rate = static_cast<double>(commands) / seconds_since(begin);
    std::printf("random player: %.0f accepted commands a second (at least 1,000,000: %s)\n", rate, rate >= 1e6 ? "ok" : "under");
    return 0;
}

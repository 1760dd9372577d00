// Accepted commands a second of the automatic player on one core, in processor time.
//   play_bench [SECONDS]   how long it plays, 3
#include <cstdio>
#include <cstdlib>
#include <ctime>

#include "content/library.h"
#include "content/players.h"

using namespace timbang;

namespace {

constexpr const char* kCase = TIMBANG_SOURCE_DIR "/scenarios/jumlah-yang-tidak-cocok";

double processor_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

content::CheckContext context() {
    content::CheckContext check;
    check.framework_folders = {TIMBANG_SOURCE_DIR "/scenarios/frameworks"};
    return check;
}

} // namespace

int main(int argc, char** argv) {
    const double seconds = argc > 1 ? std::atof(argv[1]) : 3;
    const auto loaded = content::load_scenario(kCase, context());
    if (!loaded.scenario) return 3;
    std::size_t commands = 0;
    const double begin = processor_seconds();
    for (std::uint64_t seed = 1; processor_seconds() - begin < seconds; ++seed)
        commands += content::play(*loaded.scenario, content::PlayerKind::Random, domain::Mode::Practise, seed).commands;
    const double rate = static_cast<double>(commands) / (processor_seconds() - begin);
    std::printf("random player: %.0f accepted commands a second (at least 1,000,000: %s)\n", rate, rate >= 1e6 ? "ok" : "under");
    return 0;
}

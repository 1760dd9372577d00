// Start, idle and memory of the window against an empty GLFW and ImGui window in the same run (both under the same display), each
// with its bound and "ok" or "over".
//   window_bench [CASES [IDLE SECONDS]]   size of the library, 1000; how long the idle window is watched, 20
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <spawn.h>
#include <sstream>
#include <string>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

extern char** environ;

namespace fs = std::filesystem;

namespace {

using Clock = std::chrono::steady_clock;

pid_t start(const std::vector<std::string>& arguments) {
    std::vector<char*> argv;
    for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
    argv.push_back(nullptr);
    pid_t child = 0;
    if (posix_spawn(&child, argv[0], nullptr, nullptr, argv.data(), environ) != 0) std::exit(3);
    return child;
}

/// Milliseconds from start to exit; the best of some runs, as a start is only ever disturbed towards slower.
double best_run(const std::vector<std::string>& arguments, int runs) {
    double best = 1e9;
    for (int i = 0; i < runs; ++i) {
        const auto begin = Clock::now();
        int status = 0;
        waitpid(start(arguments), &status, 0);
        if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
            std::fprintf(stderr, "%s did not end well\n", arguments.front().c_str());
            std::exit(3);
        }
        best = std::min(best, std::chrono::duration<double, std::milli>(Clock::now() - begin).count());
    }
    return best;
}

long processor_ticks(pid_t child) {
    std::ifstream stat("/proc/" + std::to_string(child) + "/stat");
    std::string text((std::istreambuf_iterator<char>(stat)), {});
    std::istringstream fields(text.substr(text.rfind(')') + 2));
    std::string field;
    long ticks = 0;
    for (int i = 0; i < 13 && fields >> field; ++i)
        if (i >= 11) ticks += std::atol(field.c_str());
    return ticks;
}

double memory_mb(pid_t child) {
    std::ifstream status("/proc/" + std::to_string(child) + "/status");
    std::string line;
    while (std::getline(status, line))
        if (line.rfind("VmRSS:", 0) == 0) return std::atof(line.c_str() + 6) / 1024;
    return 0;
}

struct Resting {
    double processor_percent = 0, megabytes = 0;
};

/// Until the program has used no processor time for two seconds; at most two minutes.
void wait_for_rest(pid_t child) {
    constexpr int kQuiet = 2, kMost = 120; // seconds
    long before = -1;
    for (int quiet = 0, waited = 0; quiet < kQuiet && waited < kMost; ++waited) {
        std::this_thread::sleep_for(std::chrono::seconds(1));
        const long now = processor_ticks(child);
        quiet = now == before ? quiet + 1 : 0;
        before = now;
    }
}

Resting rest(const std::vector<std::string>& arguments, int seconds) {
    const pid_t child = start(arguments);
    wait_for_rest(child);
    const long before = processor_ticks(child);
    std::this_thread::sleep_for(std::chrono::seconds(seconds));
    const long used = processor_ticks(child) - before;
    const Resting resting{100.0 * static_cast<double>(used) / static_cast<double>(sysconf(_SC_CLK_TCK)) / std::max(seconds, 1), memory_mb(child)};
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    return resting;
}

const char* verdict(double value, double bound) { return value <= bound ? "ok" : "over"; }

/// Memory above the empty window with the library and with a case on the desk, at one scale of the screen.
void print_memory(const char* percent, const char* scale, double bound, double empty, const std::string& data) {
    setenv("TIMBANG_SCALE", scale, 1);
    const double home = rest({TIMBANG_BINARY, "--data-dir", data}, 0).megabytes - empty;
    const double desk = rest({TIMBANG_BINARY, "--data-dir", data, TIMBANG_SOURCE_DIR "/scenarios/jumlah-yang-tidak-cocok"}, 0).megabytes - empty;
    unsetenv("TIMBANG_SCALE");
    std::printf("memory above the empty window at %s: library %.0f MB, case open %.0f MB (at most %.0f MB: %s)\n", percent, home, desk, bound,
                verdict(std::max(home, desk), bound));
}

/// A share folder with so many copies of the guided case.
std::string make_library(const fs::path& folder, int cases) {
    fs::create_directories(folder / "scenarios");
    fs::create_directory_symlink(fs::path(TIMBANG_SOURCE_DIR) / "assets", folder / "assets");
    fs::create_directory_symlink(fs::path(TIMBANG_SOURCE_DIR) / "scenarios/frameworks", folder / "scenarios/frameworks");
    for (int i = 0; i < cases; ++i)
        fs::copy(TIMBANG_SOURCE_DIR "/scenarios/perkenalan-meja-kerja", folder / "scenarios" / ("case-" + std::to_string(i)),
                 fs::copy_options::recursive);
    return folder.string();
}

} // namespace

int main(int argc, char** argv) {
    const int cases = argc > 1 ? std::atoi(argv[1]) : 1000;
    const int idle_seconds = argc > 2 ? std::atoi(argv[2]) : 20;
    const fs::path folder = fs::temp_directory_path() / ("timbang-bench-" + std::to_string(getpid()));
    setenv("TIMBANG_SHARE", make_library(folder / "share", cases).c_str(), 1);
    const std::string data = (folder / "data").string();
    const std::vector<std::string> empty{EMPTY_WINDOW, "--frames", "1"};
    const std::vector<std::string> window{TIMBANG_BINARY, "--data-dir", data, "--frames", "1"};
    const std::vector<std::string> settled{TIMBANG_BINARY, "--data-dir", data, "--frames", "settled"};

    const double yardstick = best_run(empty, 5);
    const double first = best_run(window, 1);
    (void)best_run(settled, 1);
    const double second = best_run(window, 5), filled = best_run(settled, 3);
    std::printf("start, %d cases: empty window %.0f ms; first start %.0f ms (%.2fx, at most 2x: %s), second start %.0f ms (%.2fx, at most "
                "2x: %s), with the library read %.0f ms\n",
                cases, yardstick, first, first / yardstick, verdict(first / yardstick, 2), second, second / yardstick,
                verdict(second / yardstick, 2), filled);

    const Resting none = rest({EMPTY_WINDOW}, idle_seconds), ours = rest({TIMBANG_BINARY, "--data-dir", data}, idle_seconds);
    std::printf("idle: %.3f %% of one core (under 0.1 %%: %s); empty window %.3f %%\n", ours.processor_percent, verdict(ours.processor_percent, 0.1),
                none.processor_percent);
    std::printf("memory: empty window %.0f MB\n", none.megabytes);
    print_memory("100 %", "1", 60, none.megabytes, data);
    print_memory("300 %", "3", 120, none.megabytes, data);
    fs::remove_all(folder);
    return 0;
}

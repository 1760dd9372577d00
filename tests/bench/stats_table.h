#pragma once

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <functional>
#include <map>
#include <optional>
#include <string>

namespace timbang::bench {

/// What peers took in this very run, by "name size", in milliseconds.
using Peers = std::map<std::string, double>;

/// One line of the table.
struct Line {
    std::string name{}, size{};
    int runs = 9;
    std::optional<double> wanted{};   ///< the check value of the recipe
    double tolerance = 5e-9;
    std::optional<double> bound_ms{}; ///< at most
    std::optional<double> known_ms{}; ///< what the fastest peer is known to take elsewhere
    std::string known_peer{};
    std::optional<double> bare_ms{};  ///< reading the same data and doing nothing else
};

/// Times work and prints the table; counts what is not as it should be.
class Bench {
public:
    explicit Bench(Peers peers) : peers_(std::move(peers)) {
        std::printf("%-44s %-12s %10s %9s %10s %10s %9s  %s\n", "statistic", "raters x units", "ms", "bound", "peer ms",
                    "ratio", "x bare", "value");
    }

    /// Best of `line.runs`. `prepare` runs untimed before each.
    template <class Prepare, class Work> double run(const Line& line, const Prepare& prepare, const Work& work) {
        double best = 1e300, value = 0;
        for (int i = 0; i < line.runs; ++i) {
            auto ready = prepare();
            const auto begin = std::chrono::steady_clock::now();
            value = work(ready);
            best = std::min(
                best, std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
        }
        print(line, best, value);
        return best;
    }
    template <class Work> double run(const Line& line, const Work& work) {
        return run(line, [] { return 0; }, [&](int) { return work(); });
    }

    [[nodiscard]] int failures() const { return failures_; }

private:
    void print(const Line& line, double ms, double value) {
        const bool right = !line.wanted || std::abs(value - *line.wanted) <= line.tolerance;
        const bool fast = !line.bound_ms || ms <= *line.bound_ms;
        failures_ += !right;
        slow_ += !fast;
        const auto here = peers_.find(line.name + " " + line.size);
        const std::optional<double> peer = here != peers_.end() ? std::optional(here->second) : line.known_ms;
        const std::string source = here != peers_.end() ? "in this run"
                                   : line.known_ms      ? line.known_peer + ", known"
                                                        : "";
        std::printf("%-44s %-12s %10.4f ", line.name.c_str(), line.size.c_str(), ms);
        line.bound_ms ? std::printf("%9.1f ", *line.bound_ms) : std::printf("%9s ", "");
        peer ? std::printf("%10.3f %9.0fx ", *peer, *peer / ms) : std::printf("%10s %10s ", "", "");
        line.bare_ms ? std::printf("%8.1fx ", ms / *line.bare_ms) : std::printf("%9s ", "");
        std::printf(" %.9f%s%s%s%s\n", value, right ? "" : "  NOT THE CHECK VALUE", fast ? "" : "  OVER THE BOUND",
                    source.empty() ? "" : "  peer ", source.c_str());
        std::fflush(stdout);
    }

    Peers peers_;
    int failures_ = 0;
    int slow_ = 0;
};

} // namespace timbang::bench

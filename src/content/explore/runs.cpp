#include "content/explore/runs.h"

#include <algorithm>

#include "domain/comparison.h"

namespace timbang::content::exploring {

namespace d = domain;

namespace {

int exact_of(const d::Scenario& scenario, const d::State& state) {
    int exact = 0;
    for (std::size_t i = 0; i < scenario.tasks.size(); ++i)
        exact += d::compare_indicator(scenario, state, static_cast<int>(i)).exact ? 1 : 0;
    return exact;
}

/// The worst, the best and the mean of some runs.
class Tally {
public:
    explicit Tally(PlayerKind player) { range_.player = player; }

    void add(const Played& played, int exact, std::uint64_t seed) {
        if (range_.runs == 0 || exact < range_.least) range_.least = exact;
        if (range_.runs == 0 || exact > range_.most) {
            range_.most = exact;
            range_.best_seed = seed;
        }
        ++range_.runs;
        range_.finished += played.state.finished ? 1 : 0;
        range_.commands += played.commands;
        sum_ += exact;
    }
    [[nodiscard]] PlayerRange range() const {
        PlayerRange range = range_;
        if (range.runs > 0) range.mean = d::Rational(sum_, range.runs);
        return range;
    }

private:
    PlayerRange range_;
    std::int64_t sum_ = 0;
};

/// Where the key's own answers are not exact, and why.
std::vector<Inexact> inexact_of(const d::Scenario& scenario, const d::State& state) {
    std::vector<Inexact> found;
    for (std::size_t i = 0; i < scenario.tasks.size(); ++i) {
        const auto task = static_cast<d::IndicatorIx>(i);
        const d::IndicatorComparison compared = d::compare_indicator(scenario, state, task);
        if (!compared.decided)
            found.push_back({task, -1, InexactWhy::NotDecided});
        else if (!compared.exact)
            found.push_back({task, -1, InexactWhy::ScoreDiffers});
        if (compared.decided && compared.missed() > 0) found.push_back({task, -1, InexactWhy::ProblemMissed});
        if (!compared.alarms.empty()) found.push_back({task, -1, InexactWhy::FalseAlarm});
    }
    for (std::size_t i = 0; i < scenario.parts.size(); ++i) {
        const d::PartComparison compared = d::compare_part(scenario, state, static_cast<d::PartIx>(i));
        if (compared.answered && !compared.same && scenario.parts[i].kind != d::PartKind::Category)
            found.push_back({-1, static_cast<d::PartIx>(i), InexactWhy::PartDiffers});
    }
    return found;
}

} // namespace

void run_players(const d::Scenario& scenario, const ExploreOptions& options,
                 const std::function<bool(std::size_t)>& stop, Seen& seen, ReplyCoverage* replies,
                 Exploration& result) {
    const auto one = [&](PlayerKind player, std::uint64_t seed, Tally& tally) {
        Played played = play(scenario, player, d::Mode::Practise, seed);
        seen.commands += played.commands;
        for (const d::Event& event : played.events)
            seen.see(scenario, event);
        if (replies != nullptr && played.state.finished) replies->meet(played.state, seen.steps);
        tally.add(played, exact_of(scenario, played.state), seed);
        return played;
    };
    for (const PlayerKind player : {PlayerKind::Reference, PlayerKind::Lenient, PlayerKind::Strict}) {
        if (stop(0)) return;
        Tally tally(player);
        const Played played = one(player, options.seed, tally);
        if (player == PlayerKind::Reference) result.inexact = inexact_of(scenario, played.state);
        result.players.push_back(tally.range());
    }
    Tally tally(PlayerKind::Random);
    bool stopped = false;
    for (int i = 0; i < options.runs && !stopped; ++i) {
        stopped = stop(static_cast<std::size_t>(i));
        if (!stopped) one(PlayerKind::Random, options.seed + static_cast<std::uint64_t>(i), tally);
    }
    if (tally.range().runs > 0) result.players.push_back(tally.range());
}

} // namespace timbang::content::exploring

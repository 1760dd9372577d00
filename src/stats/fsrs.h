#pragma once

#include <array>
#include <cstddef>
#include <optional>

namespace timbang::stats {

/// Free Spaced Repetition Scheduler, version 6 (open-spaced-repetition; parameters and formulas as in py-fsrs 6.3.1,
/// which agrees with fsrs-rs and ts-fsrs but for the options below). Pure: state, grade and days in; new state out.

/// How well it was remembered.
enum class Grade { again = 1, hard = 2, good = 3, easy = 4 };

inline constexpr std::size_t kFsrsParameters = 21;
using FsrsParameters = std::array<double, kFsrsParameters>;

/// The parameters learned from the public review logs, and the limits within which parameters are valid.
inline constexpr FsrsParameters kFsrsDefaults = {0.212,  1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194,
                                                 0.001,  1.8722, 0.1666, 0.796,  1.4835, 0.0614, 0.2629,
                                                 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542};
inline constexpr FsrsParameters kFsrsLowest = {0.001, 0.001, 0.001, 0.001, 1, 0.001, 0.001, 0.001, 0, 0,  0.001,
                                               0.001, 0.001, 0.001, 0,     0, 1,     0,     0,     0, 0.1};
inline constexpr FsrsParameters kFsrsHighest = {100, 100,  100, 100, 10, 4, 4, 0.75, 4.5, 0.8, 3.5,
                                                5,   0.25, 0.9, 4,   1,  6, 2, 2,    0.8, 0.8};

/// What a person remembers of one thing.
struct Memory {
    double stability = 0;  ///< days until recall has fallen to 90 %; at least 0.001
    double difficulty = 0; ///< 1 to 10
    friend bool operator==(const Memory&, const Memory&) = default;
};

/// A second review on the same day cannot lower stability after these grades; peers differ for "hard".
enum class SameDayFloor {
    good_easy,      ///< py-fsrs (the default)
    hard_good_easy, ///< fsrs-rs's tensor form
};

struct FsrsOptions {
    FsrsParameters parameters = kFsrsDefaults; ///< within kFsrsLowest … kFsrsHighest
    double retention = 0.9; ///< share that should still be remembered when it comes again; above 0, at most 1
    SameDayFloor same_day = SameDayFloor::good_easy;
    std::optional<double> highest_stability;        ///< 36500 in fsrs-rs and ts-fsrs; none in py-fsrs
    std::optional<double> highest_interval = 36500; ///< days
    /// Repeats on the same day before something new, or something forgotten, gets an interval of days (py-fsrs: 2 and
    /// 1).
    int learning_steps = 2;
    int relearning_steps = 1;
};

/// Where something is on its way: in the steps of one day, or reviewed after days.
enum class Phase { learning, review, relearning };

/// State of one thing that is practised.
struct Card {
    std::optional<Memory> memory; ///< empty before the first review
    Phase phase = Phase::learning;
    int step = 0; ///< which of the day's repeats, from 0; 0 in review
    friend bool operator==(const Card&, const Card&) = default;
};

/// A card after a review and when it comes again.
struct Reviewed {
    Card card;
    double interval = 0; ///< whole days; 0 = again on the same day
};

/// The scheduler with everything that depends on the parameters alone worked out once.
class Fsrs {
public:
    explicit Fsrs(const FsrsOptions& options = {});

    /// Whether every parameter is within its limits and the retention is above 0 and at most 1.
    [[nodiscard]] static bool valid(const FsrsOptions& options);

    /// Probability of recall after `elapsed` days (below 0 counts as 0): (1 + F t/S)^(−w20), F = 0.9^(−1/w20) − 1.
    [[nodiscard]] double retrievability(double stability, double elapsed) const;
    /// Days until recall falls to `retention`, as a whole number (half to even), at least 1, at most highest_interval.
    [[nodiscard]] double interval(double stability, double retention) const;
    [[nodiscard]] double interval(double stability) const { return interval(stability, options_.retention); }

    /// Memory after the first review.
    [[nodiscard]] Memory first(Grade grade) const;
    /// Memory after a review `elapsed` days after the last one; less than one day is the same day. Peers count
    /// whole days (py-fsrs cuts, fsrs-rs rounds); a fraction is used here as it stands.
    [[nodiscard]] Memory next(const Memory& memory, Grade grade, double elapsed) const;

    /// `first` or `next`, with the steps of the day and the interval at the wished retention.
    [[nodiscard]] Reviewed review(const Card& card, Grade grade, double elapsed) const;

    /// A nearby interval, so that things learned together do not always come together: `random` in [0, 1) chooses
    /// evenly from the days around it (15 % of days 2.5–7, 10 % of days 7–20, 5 % beyond, plus 1, to either side;
    /// py-fsrs's ranges). Intervals below 2.5 days stay.
    [[nodiscard]] double fuzzed(double interval, double random) const;

    /// The parts of `next`, each without limits of range.
    [[nodiscard]] double recall_stability(const Memory& memory, double retrievability, Grade grade) const;
    [[nodiscard]] double forget_stability(const Memory& memory, double retrievability) const;
    [[nodiscard]] double same_day_stability(double stability, Grade grade) const;
    [[nodiscard]] double damped_difficulty(double difficulty, Grade grade) const;
    [[nodiscard]] double reverted_difficulty(double damped) const;
    [[nodiscard]] double first_difficulty(Grade grade) const;

private:
    [[nodiscard]] double limited_stability(double stability) const;
    [[nodiscard]] double steps(Card& card, Grade grade) const;

    FsrsOptions options_;
    double decay_ = 0;                    // −w20
    double factor_ = 0;                   // 0.9^(1/decay) − 1
    double growth_ = 0;                   // e^w8
    double forget_divisor_ = 0;           // e^(w17 w18)
    double easy_difficulty_ = 0;          // first difficulty of "easy", the target of mean reversion
    std::array<double, 4> same_day_ = {}; // e^(w17 (G − 3 + w18)) by grade
};

} // namespace timbang::stats

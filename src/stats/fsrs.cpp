#include "stats/fsrs.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace timbang::stats {

namespace {

constexpr double kLeastStability = 0.001;
constexpr double kLeastFuzzed = 2.5;

int number(Grade grade) {
    return static_cast<int>(grade);
}

double limited_difficulty(double difficulty) {
    return std::clamp(difficulty, 1.0, 10.0);
}

} // namespace

Fsrs::Fsrs(const FsrsOptions& options) : options_(options) {
    assert(valid(options));
    const auto& w = options_.parameters;
    decay_ = -w[20];
    factor_ = std::pow(0.9, 1 / decay_) - 1;
    growth_ = std::exp(w[8]);
    forget_divisor_ = std::exp(w[17] * w[18]);
    easy_difficulty_ = first_difficulty(Grade::easy);
    for (std::size_t g = 0; g < same_day_.size(); ++g) {
        same_day_[g] = std::exp(w[17] * (static_cast<double>(g) - 2 + w[18]));
    }
}

bool Fsrs::valid(const FsrsOptions& options) {
    for (std::size_t i = 0; i < kFsrsParameters; ++i) {
        const double w = options.parameters[i];
        if (!(w >= kFsrsLowest[i] && w <= kFsrsHighest[i])) return false;
    }
    return options.retention > 0 && options.retention <= 1;
}

double Fsrs::retrievability(double stability, double elapsed) const {
    return std::pow(1 + factor_ * std::max(0.0, elapsed) / stability, decay_);
}

double Fsrs::interval(double stability, double retention) const {
    const double exact = stability / factor_ * (std::pow(retention, 1 / decay_) - 1);
    const double days = std::max(std::nearbyint(exact), 1.0);
    return options_.highest_interval ? std::min(days, *options_.highest_interval) : days;
}

double Fsrs::first_difficulty(Grade grade) const {
    const auto& w = options_.parameters;
    return w[4] - std::exp(w[5] * (number(grade) - 1)) + 1;
}

double Fsrs::limited_stability(double stability) const {
    if (options_.highest_stability) stability = std::min(stability, *options_.highest_stability);
    return std::max(stability, kLeastStability);
}

Memory Fsrs::first(Grade grade) const {
    const double stability = options_.parameters[static_cast<std::size_t>(number(grade) - 1)];
    return {limited_stability(stability), limited_difficulty(first_difficulty(grade))};
}

double Fsrs::recall_stability(const Memory& memory, double retrievability, Grade grade) const {
    const auto& w = options_.parameters;
    const double hard = grade == Grade::hard ? w[15] : 1;
    const double easy = grade == Grade::easy ? w[16] : 1;
    const double gain = growth_ * (11 - memory.difficulty) * std::pow(memory.stability, -w[9]) *
                        (std::exp((1 - retrievability) * w[10]) - 1) * hard * easy;
    return memory.stability * (1 + gain);
}

double Fsrs::forget_stability(const Memory& memory, double retrievability) const {
    const auto& w = options_.parameters;
    const double long_term = w[11] * std::pow(memory.difficulty, -w[12]) * (std::pow(memory.stability + 1, w[13]) - 1) *
                             std::exp((1 - retrievability) * w[14]);
    return std::min(long_term, memory.stability / forget_divisor_);
}

double Fsrs::same_day_stability(double stability, Grade grade) const {
    const auto index = static_cast<std::size_t>(number(grade) - 1);
    const Grade floored_from = options_.same_day == SameDayFloor::hard_good_easy ? Grade::hard : Grade::good;
    double increase = same_day_[index] * std::pow(stability, -options_.parameters[19]);
    if (grade >= floored_from) increase = std::max(increase, 1.0);
    return stability * increase;
}

double Fsrs::damped_difficulty(double difficulty, Grade grade) const {
    const double change = -options_.parameters[6] * (number(grade) - 3);
    return difficulty + (10 - difficulty) * change / 9;
}

double Fsrs::reverted_difficulty(double damped) const {
    const double weight = options_.parameters[7];
    return weight * easy_difficulty_ + (1 - weight) * damped;
}

Memory Fsrs::next(const Memory& memory, Grade grade, double elapsed) const {
    double stability = 0;
    if (elapsed < 1) {
        stability = same_day_stability(memory.stability, grade);
    } else {
        const double recall = retrievability(memory.stability, elapsed);
        stability = grade == Grade::again ? forget_stability(memory, recall) : recall_stability(memory, recall, grade);
    }
    const double difficulty = reverted_difficulty(damped_difficulty(memory.difficulty, grade));
    return {limited_stability(stability), limited_difficulty(difficulty)};
}

// Moves the card through the steps of the day; returns 0 while it stays in them.
double Fsrs::steps(Card& card, Grade grade) const {
    const bool forgotten = card.phase == Phase::review && grade == Grade::again;
    if (forgotten && options_.relearning_steps > 0) {
        card.phase = Phase::relearning;
        card.step = 0;
        return 0;
    }
    const int steps = card.phase == Phase::learning     ? options_.learning_steps
                      : card.phase == Phase::relearning ? options_.relearning_steps
                                                        : 0;
    const bool past_the_steps = steps == 0 || (card.step >= steps && grade != Grade::again);
    const bool done = past_the_steps || grade == Grade::easy || (grade == Grade::good && card.step + 1 == steps);
    if (!done) {
        if (grade == Grade::again) card.step = 0;
        if (grade == Grade::good) ++card.step;
        return 0;
    }
    card.phase = Phase::review;
    card.step = 0;
    return interval(card.memory->stability);
}

Reviewed Fsrs::review(const Card& card, Grade grade, double elapsed) const {
    Reviewed result{card, 0};
    result.card.memory = card.memory ? next(*card.memory, grade, elapsed) : first(grade);
    result.interval = steps(result.card, grade);
    return result;
}

double Fsrs::fuzzed(double interval, double random) const {
    if (interval < kLeastFuzzed) return interval;
    struct Range {
        double start;
        double end;
        double factor;
    };
    constexpr Range kRanges[] = {{2.5, 7, 0.15}, {7, 20, 0.1}, {20, HUGE_VAL, 0.05}};
    double around = 1;
    for (const auto& range : kRanges) {
        around += range.factor * std::max(std::min(interval, range.end) - range.start, 0.0);
    }
    double highest = std::nearbyint(interval + around);
    if (options_.highest_interval) highest = std::min(highest, *options_.highest_interval);
    const double lowest = std::min(std::max(2.0, std::nearbyint(interval - around)), highest);
    return std::min(std::floor(random * (highest - lowest + 1)) + lowest, highest);
}

} // namespace timbang::stats

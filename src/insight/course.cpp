#include <algorithm>
#include <cmath>

#include "insight/progress.h"

namespace timbang::insight {
namespace {

constexpr double kSameShare = 0.2; // a change of less than this is none that would be noticed
constexpr double kSameSteps = 0.5;

using Rows = std::vector<DecisionRow>;

struct Difference {
    double low = 0, high = 0;
};

/// The later share minus the earlier one, with the interval made from those of both (Newcombe 1998, method 10).
Difference difference(const ShareInterval& earlier, const ShareInterval& later) {
    const double p1 = static_cast<double>(later.k) / later.n, p2 = static_cast<double>(earlier.k) / earlier.n;
    const double down = std::hypot(p1 - later.low, earlier.high - p2);
    const double up = std::hypot(later.high - p1, p2 - earlier.low);
    return {p1 - p2 - down, p1 - p2 + up};
}

ShareInterval exact_of(const Rows& rows, std::size_t from, std::size_t to) {
    int exact = 0;
    for (std::size_t i = from; i < to; ++i)
        exact += rows[i].exact;
    return share_interval(exact, static_cast<int>(to - from));
}

/// Where the later half begins: the edge between two sessions nearest the middle; the middle where there is none.
std::size_t middle(const Rows& rows) {
    const std::size_t half = rows.size() / 2;
    std::size_t best = half, apart = rows.size();
    for (std::size_t i = 1; i < rows.size(); ++i) {
        if (rows[i].session == rows[i - 1].session) continue;
        const std::size_t distance = i > half ? i - half : half - i;
        if (distance < apart) {
            apart = distance;
            best = i;
        }
    }
    return best;
}

const char* word_of(Trend trend) {
    switch (trend) {
    case Trend::Few: return "few";
    case Trend::Rising: return "rising";
    case Trend::Steady: return "steady";
    case Trend::Falling: return "falling";
    case Trend::Open: return "open";
    }
    return "";
}

Trend trend_of_shares(const ShareInterval& earlier, const ShareInterval& later) {
    if (earlier.n < kFew || later.n < kFew) return Trend::Few;
    const Difference apart = difference(earlier, later);
    if (apart.low > 0) return Trend::Rising;
    if (apart.high < 0) return Trend::Falling;
    return apart.low > -kSameShare && apart.high < kSameShare ? Trend::Steady : Trend::Open;
}

std::int64_t whole(int n) {
    return n;
}

double square(double value) {
    return value * value;
}

/// Standard error of a mean, from its interval.
double error_of(const MeanInterval& mean) {
    return (*mean.high - mean.mean) / t_quantile(mean.n - 1);
}

Trend trend_of_steps(const MeanInterval& earlier, const MeanInterval& later) {
    if (earlier.n < kFew || later.n < kFew) return Trend::Few;
    const double half = t_quantile(std::min(earlier.n, later.n) - 1) *
                        std::sqrt(square(error_of(earlier)) + square(error_of(later)));
    const double moved = later.mean - earlier.mean;
    if (std::abs(moved) <= half)
        return std::abs(moved) + half <= kSameSteps ? Trend::Steady : Trend::Open;
    return std::abs(later.mean) < std::abs(earlier.mean) ? Trend::Rising : Trend::Falling;
}

/// Which side the newer decisions are on; "level" where their interval holds 0.
std::string side_of(const MeanInterval& mean) {
    if (!mean.low || (*mean.low <= 0 && *mean.high >= 0)) return "level";
    return mean.mean > 0 ? "generous" : "strict";
}

MeanInterval steps_of(const Rows& rows, std::size_t from, std::size_t to) {
    std::vector<double> steps;
    for (std::size_t i = from; i < to; ++i)
        if (rows[i].score && rows[i].reference) steps.push_back(rows[i].steps);
    return mean_interval(steps);
}

Rows between(const Rows& rows, base::Time from, base::Time to) {
    Rows result;
    for (const DecisionRow& row : rows)
        if (row.mode != "room" && row.time > from && row.time < to) result.push_back(row);
    return result;
}

} // namespace

Course course_of_exact(const std::vector<DecisionRow>& rows) {
    const Rows fresh = unseen(rows);
    const std::size_t split = middle(fresh);
    const ShareInterval earlier = exact_of(fresh, 0, split), later = exact_of(fresh, split, fresh.size());
    const Trend trend = trend_of_shares(earlier, later);
    return {trend,
            {std::string("progress.exact-") + word_of(trend),
             {{"k", whole(later.k)}, {"n", whole(later.n)}, {"before", whole(earlier.k)}, {"of", whole(earlier.n)},
              {"all", whole(earlier.n + later.n)}}},
            earlier.n, later.n};
}

Course course_of_direction(const std::vector<DecisionRow>& rows) {
    const Rows fresh = unseen(rows);
    const std::size_t split = middle(fresh);
    const MeanInterval earlier = steps_of(fresh, 0, split), later = steps_of(fresh, split, fresh.size());
    const Trend trend = trend_of_steps(earlier, later);
    const std::string side = trend == Trend::Few ? "" : "-" + side_of(later);
    return {trend,
            {std::string("progress.direction-") + word_of(trend) + side, {{"n", whole(earlier.n + later.n)}}},
            earlier.n, later.n};
}

std::vector<WorkshopSpan> workshops(const std::vector<DecisionRow>& rows) {
    std::vector<WorkshopSpan> result;
    for (const DecisionRow& row : rows) {
        if (row.mode != "room") continue;
        if (result.empty() || row.time - result.back().to > std::chrono::hours(24 * 7))
            result.push_back({{}, row.time, row.time});
        WorkshopSpan& span = result.back();
        span.to = std::max(span.to, row.time);
        if (std::find(span.sessions.begin(), span.sessions.end(), row.session) == span.sessions.end())
            span.sessions.push_back(row.session);
    }
    return result;
}

AroundWorkshop around_workshop(const std::vector<DecisionRow>& rows, const WorkshopSpan& workshop) {
    const Rows fresh = unseen(rows);
    base::Time first = workshop.from - std::chrono::hours(24 * 90), last = workshop.to + std::chrono::hours(24 * 90);
    for (const WorkshopSpan& other : workshops(rows)) {
        if (other.to < workshop.from) first = std::max(first, other.to);
        if (other.from > workshop.to) last = std::min(last, other.from);
    }
    const Rows before = between(fresh, first, workshop.from), after = between(fresh, workshop.to, last);
    Rows votes;
    for (const DecisionRow& row : fresh)
        if (row.mode == "room" && row.time >= workshop.from && row.time <= workshop.to) votes.push_back(row);
    AroundWorkshop around;
    around.before = exact_of(before, 0, before.size());
    around.first_votes = exact_of(votes, 0, votes.size());
    around.after = exact_of(after, 0, after.size());
    around.steps_before = steps_of(before, 0, before.size());
    around.steps_votes = steps_of(votes, 0, votes.size());
    around.steps_after = steps_of(after, 0, after.size());
    around.trend = trend_of_shares(around.before, around.after);
    const bool both = !before.empty() && !after.empty();
    around.sentence = {std::string("progress.workshop-") +
                           (both ? word_of(around.trend) : before.empty() ? "nothing-before" : "nothing-after"),
                       {{"before", whole(around.before.k)}, {"of-before", whole(around.before.n)},
                        {"votes", whole(around.first_votes.k)}, {"of-votes", whole(around.first_votes.n)},
                        {"after", whole(around.after.k)}, {"of-after", whole(around.after.n)}}};
    return around;
}

} // namespace timbang::insight

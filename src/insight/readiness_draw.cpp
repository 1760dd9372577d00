#include <algorithm>
#include <set>

#include "base/rng.h"
#include "insight/readiness.h"

namespace timbang::insight {
namespace {

using domain::Scenario;
using domain::Task;

/// Something that a draw has to have enough of.
struct Wanted {
    const char* what;            ///< "critical", "sound", "ends", "anchors"
    std::string type;            ///< of critical
    int needed = 0;
    bool must = true;
    std::vector<std::uint8_t> has; ///< by item
    int left = 0;                ///< unseen items that have it, not drawn yet
    int drawn = 0;
    int cap = 0;                 ///< more than so many would leave too few for the tries to come

    [[nodiscard]] int open() const { return std::max(0, needed - drawn); }
};

bool carries(const Task& task, const std::string& type) {
    return std::any_of(task.problems.begin(), task.problems.end(), [&](const auto& one) { return one.type == type; });
}
bool sound(const Task& task) { return task.reference.verdict == domain::Verdict::Accept && task.problems.empty(); }
bool bottom(const Task& task) {
    return task.reference.score && !task.indicator->scale.steps.empty() &&
           *task.reference.score == task.indicator->scale.lowest();
}
bool top(const Task& task) {
    return task.reference.score && !task.indicator->scale.steps.empty() &&
           *task.reference.score == task.indicator->scale.highest();
}

void shuffle(std::vector<int>& list, base::Rng& rng) {
    for (std::size_t i = list.size(); i > 1; --i) std::swap(list[i - 1], list[rng.below(i)]);
}

std::set<std::string> seen_codes(const Scenario& pool, const std::vector<ReadinessTry>& tries) {
    std::set<std::string> seen;
    for (const ReadinessTry& one : tries)
        if (one.begun.pool.id == pool.id) seen.insert(one.begun.drawn.begin(), one.begun.drawn.end());
    return seen;
}

class Drawing {
public:
    Drawing(const ReadinessPolicy& policy, const Scenario& pool, const std::vector<ReadinessTry>& tries, std::uint64_t seed)
        : policy_(policy), pool_(pool), tries_(tries), rng_(seed), seen_(seen_codes(pool, tries)) {}

    base::Result<std::vector<std::string>> full() {
        for (int i = 0; i < static_cast<int>(pool_.tasks.size()); ++i)
            if (!seen_.contains(task(i).code)) left_.push_back(i);
        if (static_cast<int>(left_.size()) < policy_.draw)
            return base::Error("pool-used-up", {{"left", static_cast<std::int64_t>(left_.size())},
                                                {"needed", std::int64_t{policy_.draw}}});
        shuffle(left_, rng_);
        want();
        while (static_cast<int>(drawn_.size()) < policy_.draw) take_best();
        for (const Wanted& one : wanted_)
            if (one.must && one.open() > 0)
                return base::Error(std::string("pool-lacks-") + one.what, {{"type", one.type}});
        return codes();
    }

    base::Result<std::vector<std::string>> anchors() {
        std::set<std::string> passed, rechecked;
        for (const ReadinessTry& one : tries_) {
            if (one.begun.pool.id != pool_.id) continue;
            if (one.begun.recheck) rechecked.insert(one.begun.drawn.begin(), one.begun.drawn.end());
            else if (one.result && one.result->ready) passed = {one.begun.drawn.begin(), one.begun.drawn.end()};
        }
        for (int i = 0; i < static_cast<int>(pool_.tasks.size()); ++i)
            if (task(i).anchor) left_.push_back(i);
        shuffle(left_, rng_);
        // Those of the pass return; what a re-check asked before comes last.
        const auto rank = [&](int item) {
            const std::string& code = task(item).code;
            if (rechecked.contains(code)) return 3;
            return passed.contains(code) ? 0 : seen_.contains(code) ? 2 : 1;
        };
        std::stable_sort(left_.begin(), left_.end(), [&](int a, int b) { return rank(a) < rank(b); });
        if (static_cast<int>(left_.size()) < policy_.recheck_draw)
            return base::Error("pool-few-anchors", {{"left", static_cast<std::int64_t>(left_.size())},
                                                    {"needed", std::int64_t{policy_.recheck_draw}}});
        drawn_.assign(left_.begin(), left_.begin() + policy_.recheck_draw);
        return codes();
    }

private:
    [[nodiscard]] const Task& task(int item) const { return pool_.tasks[static_cast<std::size_t>(item)]; }

    template <class Has> void want(const char* what, const std::string& type, int needed, bool must, const Has& has) {
        Wanted one{what, type, needed, must, {}, 0, 0, 0};
        for (const Task& each : pool_.tasks) one.has.push_back(has(each) ? 1 : 0);
        for (const int item : left_) one.left += one.has[static_cast<std::size_t>(item)];
        const int after = static_cast<int>(left_.size()) / policy_.draw - 1; // full tries that the pool still has room for
        one.cap = std::max(needed, one.left - after * needed);
        wanted_.push_back(std::move(one));
    }

    void want() {
        for (const domain::CriticalProblem& one : policy_.critical)
            want("critical", one.type, one.drawn, true, [&](const Task& each) { return carries(each, one.type); });
        want("sound", "", policy_.sound, true, sound);
        const bool scored = pool_.framework && pool_.framework->decide.score;
        const int ends = scored ? policy_.ends() : 0;
        want("ends", "", ends, true, [](const Task& each) { return bottom(each) || top(each); });
        want("ends", "", ends / 2, true, bottom);
        want("ends", "", ends / 2, true, top);
        want("anchors", "", policy_.recheck_draw, false, [](const Task& each) { return each.anchor; });
    }

    /// How much it helps: what is open and scarce counts most; what later tries need, and a second item on an indicator, less.
    [[nodiscard]] int worth(int item) const {
        constexpr int kScarce = 1000, kLater = 400, kAgain = 150;
        int sum = 0;
        for (const Wanted& one : wanted_) {
            if (!one.has[static_cast<std::size_t>(item)]) continue;
            if (one.open() > 0) sum += kScarce * one.open() / std::max(1, one.left) + 1;
            else if (one.drawn >= one.cap) sum -= kLater;
        }
        const bool again = std::any_of(drawn_.begin(), drawn_.end(),
                                       [&](int other) { return task(other).indicator == task(item).indicator; });
        return again ? sum - kAgain : sum;
    }

    void take_best() {
        std::size_t best = 0;
        int most = worth(left_[0]);
        for (std::size_t i = 1; i < left_.size(); ++i)
            if (const int value = worth(left_[i]); value > most) most = value, best = i;
        const int item = left_[best];
        left_.erase(left_.begin() + static_cast<std::ptrdiff_t>(best));
        drawn_.push_back(item);
        for (Wanted& one : wanted_)
            if (one.has[static_cast<std::size_t>(item)]) ++one.drawn, --one.left;
    }

    std::vector<std::string> codes() {
        shuffle(drawn_, rng_); // what was needed most does not stand first
        std::vector<std::string> list;
        for (const int item : drawn_) list.push_back(task(item).code);
        return list;
    }

    const ReadinessPolicy& policy_;
    const Scenario& pool_;
    const std::vector<ReadinessTry>& tries_;
    base::Rng rng_;
    std::set<std::string> seen_;
    std::vector<Wanted> wanted_;
    std::vector<int> left_, drawn_;
};

} // namespace

base::Result<std::vector<std::string>> draw_try(const ReadinessPolicy& policy, const Scenario& pool,
                                                const std::vector<ReadinessTry>& tries, bool recheck, std::uint64_t seed) {
    Drawing drawing(policy, pool, tries, seed);
    return recheck ? drawing.anchors() : drawing.full();
}

} // namespace timbang::insight

#include "insight/mastery.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

namespace timbang::insight {
namespace {

/// One thing that was right or not, in the sitting it was decided in.
struct Outcome {
    bool right = false;
    const std::string* session = nullptr;
};

using Outcomes = std::map<std::string, std::vector<Outcome>>;

std::int64_t whole(int n) {
    return n;
}

/// Whether each of the newest sittings has its share; false with fewer sittings.
bool sittings_hold(const std::vector<Outcome>& outcomes) {
    struct Sitting {
        int right = 0, n = 0;
    };
    std::vector<std::string> newest;
    std::map<std::string, Sitting> sittings;
    for (auto one = outcomes.rbegin(); one != outcomes.rend(); ++one) {
        const bool known = sittings.count(*one->session) > 0;
        if (!known && static_cast<int>(newest.size()) == kSittings) continue;
        if (!known) newest.push_back(*one->session);
        Sitting& sitting = sittings[*one->session];
        ++sitting.n;
        sitting.right += one->right;
    }
    if (static_cast<int>(newest.size()) < kSittings) return false;
    return std::all_of(sittings.begin(), sittings.end(),
                       [](const auto& one) { return one.second.right >= kMasteredShare * one.second.n; });
}

const char* word_of(Level level) {
    switch (level) {
    case Level::New: return "new";
    case Level::Learning: return "learning";
    case Level::Steady: return "steady";
    case Level::Mastered: return "mastered";
    }
    return "";
}

/// `what`: "decisions" or "problems", the words of the sentence.
Mastery level_of(const std::string& id, const std::vector<Outcome>& outcomes, const char* what) {
    Mastery mastery;
    mastery.id = id;
    mastery.decisions = static_cast<int>(outcomes.size());
    std::set<std::string> sessions;
    for (const Outcome& one : outcomes)
        sessions.insert(*one.session);
    mastery.sittings = static_cast<int>(sessions.size());
    mastery.few = mastery.decisions < kFew;
    const std::size_t from = outcomes.size() > kWindow ? outcomes.size() - kWindow : 0;
    int right = 0;
    for (std::size_t i = from; i < outcomes.size(); ++i)
        right += outcomes[i].right;
    mastery.recent = share_interval(right, static_cast<int>(outcomes.size() - from));
    if (!outcomes.empty()) {
        const bool steady = mastery.recent.low >= kSteadyFrom;
        mastery.level = !steady ? Level::Learning : sittings_hold(outcomes) ? Level::Mastered : Level::Steady;
    }
    mastery.level_word = {std::string("mastery.") + word_of(mastery.level), {}};
    const std::string sentence = outcomes.empty() ? "none" : mastery.few ? "few" : "many";
    mastery.sentence = {std::string("mastery.") + what + "-" + sentence,
                        {{"k", whole(right)}, {"n", whole(mastery.recent.n)}, {"sittings", whole(mastery.sittings)}}};
    return mastery;
}

std::vector<Mastery> levels(const Outcomes& outcomes, const std::vector<std::string>& known, const char* what) {
    std::vector<Mastery> result;
    for (const auto& [id, list] : outcomes)
        result.push_back(level_of(id, list, what));
    std::stable_sort(result.begin(), result.end(),
                     [](const Mastery& a, const Mastery& b) { return a.decisions > b.decisions; });
    for (const std::string& id : known)
        if (outcomes.count(id) == 0) result.push_back(level_of(id, {}, what));
    return result;
}

std::string right_of(const DecisionRow& row) {
    return row.framework + "/" + row.criterion;
}

} // namespace

std::vector<std::size_t> mixed_places(const std::vector<DecisionRow>& rows) {
    std::map<std::string, std::set<std::string>> rights;
    for (const DecisionRow& row : rows)
        if (row.announced) rights[row.session].insert(right_of(row));
    std::vector<std::size_t> places;
    for (std::size_t i : unseen_places(rows))
        if (!rows[i].announced || rights[rows[i].session].size() > 1) places.push_back(i);
    return places;
}

std::vector<Mastery> mastery_by_right(const std::vector<DecisionRow>& rows, const std::vector<std::string>& known) {
    Outcomes outcomes;
    for (std::size_t i : mixed_places(rows))
        outcomes[right_of(rows[i])].push_back({rows[i].exact, &rows[i].session});
    return levels(outcomes, known, "decisions");
}

std::vector<Mastery> mastery_by_type(const std::vector<DecisionRow>& rows) {
    Outcomes outcomes;
    for (std::size_t i : mixed_places(rows))
        outcomes[domain::indicator_type_id(rows[i].type)].push_back({rows[i].exact, &rows[i].session});
    std::vector<Mastery> result;
    for (const auto type :
         {domain::IndicatorType::Structure, domain::IndicatorType::Process, domain::IndicatorType::Outcome}) {
        const std::string id = domain::indicator_type_id(type);
        result.push_back(level_of(id, outcomes[id], "decisions"));
    }
    return result;
}

std::vector<Mastery> mastery_by_problem(const std::vector<DecisionRow>& rows, const std::vector<std::string>& known) {
    Outcomes outcomes;
    for (std::size_t i : mixed_places(rows))
        for (const DecisionRow::Met& met : rows[i].met)
            outcomes[met.type].push_back({met.found, &rows[i].session});
    return levels(outcomes, known, "problems");
}

} // namespace timbang::insight

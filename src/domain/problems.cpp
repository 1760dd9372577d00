#include "domain/problems.h"

#include <algorithm>

namespace timbang::domain {
namespace {

struct Claim {
    const Mark* mark = nullptr;
    bool answered = false;
};

bool right_type(const Problem& problem, const std::string& type) {
    return type == problem.type || std::find(problem.also_types.begin(), problem.also_types.end(), type) !=
                                       problem.also_types.end();
}

template <class Fits> bool any_place(const Problem& problem, const Fits& fits) {
    return fits(problem.where) || std::any_of(problem.also.begin(), problem.also.end(), fits);
}

bool touches(const Mark& mark, const Passage& passage) {
    if (mark.evidence != passage.evidence || mark.page != passage.page) return false;
    if (mark.area) return passage.area && mark.area->overlaps(*passage.area);
    return std::any_of(passage.ranges.begin(), passage.ranges.end(),
                       [&](TextRange range) { return mark.range.overlaps(range); });
}

bool is_allowed(const Mark& mark, const Allowed& allowed) {
    if (!allowed.type.empty() && allowed.type != mark.type) return false;
    const Passage& where = allowed.where;
    if (where.evidence >= 0 && where.evidence != mark.evidence) return false;
    if (where.page > 0 && where.page != mark.page) return false;
    return (where.ranges.empty() && !where.area) || touches(mark, where);
}

/// How far a claim of the right type is from a problem: on it but too long, on its page, in its document, elsewhere.
int distance(const Mark& mark, const Problem& problem) {
    if (any_place(problem, [&](const Passage& passage) { return touches(mark, passage); })) return 0;
    if (any_place(problem, [&](const Passage& passage) {
            return passage.evidence == mark.evidence && passage.page == mark.page;
        }))
        return 1;
    return any_place(problem, [&](const Passage& passage) { return passage.evidence == mark.evidence; }) ? 2 : 3;
}

ProblemComparison find_problem(const Scenario& scenario, const Problem& problem, int index,
                               std::vector<Claim>& claims) {
    ProblemComparison result;
    result.problem = index;
    for (Claim& claim : claims) {
        if (!right_type(problem, claim.mark->type)) continue;
        if (!any_place(problem, [&](const Passage& passage) { return mark_hits(scenario, *claim.mark, passage); }))
            continue;
        claim.answered = true;
        result.match = ProblemMatch::Found;
        result.marks.push_back(claim.mark->id);
    }
    return result;
}

void place_nearest(const Problem& problem, ProblemComparison& result, std::vector<Claim>& claims) {
    Claim* nearest = nullptr;
    for (Claim& claim : claims) {
        if (claim.answered || claim.mark->type != problem.type) continue;
        if (nearest == nullptr || distance(*claim.mark, problem) < distance(*nearest->mark, problem)) nearest = &claim;
    }
    if (nearest == nullptr) return;
    nearest->answered = true;
    result.match = ProblemMatch::WrongPlace;
    result.marks.push_back(nearest->mark->id);
}

} // namespace

void compare_problems(const Scenario& scenario, const Task& task, const std::vector<Mark>& marks,
                      std::vector<ProblemComparison>& problems, std::vector<FalseAlarm>& alarms) {
    std::vector<Claim> claims;
    for (const Mark& mark : marks)
        if (!mark.type.empty()) claims.push_back({&mark});
    for (std::size_t i = 0; i < task.problems.size(); ++i)
        problems.push_back(find_problem(scenario, task.problems[i], static_cast<int>(i), claims));
    for (Claim& claim : claims)
        claim.answered = claim.answered || std::any_of(task.allowed.begin(), task.allowed.end(), [&](const Allowed& a) {
                             return is_allowed(*claim.mark, a);
                         });
    for (std::size_t i = 0; i < task.problems.size(); ++i)
        if (problems[i].match == ProblemMatch::Missed) place_nearest(task.problems[i], problems[i], claims);
    for (const Claim& claim : claims)
        if (!claim.answered) alarms.push_back({claim.mark->id, claim.mark->type});
}

} // namespace timbang::domain

#include "insight/readiness.h"

#include <algorithm>

namespace timbang::insight {
namespace {

using domain::Rational;

Rational size_of(const Rational& value) { return value < Rational(0) ? Rational(0) - value : value; }

OutcomeLine exact_line(const ReadinessPolicy& policy, const ReadinessCounts& counts) {
    OutcomeLine line;
    line.line = PolicyLine::Exact;
    line.had = counts.exact;
    line.of = counts.drawn;
    line.needed = policy.exact_needed(counts.drawn);
    line.met = counts.drawn > 0 && line.had >= line.needed;
    line.reading = policy.exact_reading;
    return line;
}

OutcomeLine direction_line(const ReadinessPolicy& policy, const ReadinessCounts& counts) {
    OutcomeLine line;
    line.line = PolicyLine::Direction;
    line.had = line.of = counts.scored;
    line.limit = policy.bias;
    if (counts.scored > 0) line.points = Rational(counts.points, counts.scored);
    line.met = size_of(line.points) <= policy.bias;
    line.reading = policy.bias_reading;
    return line;
}

OutcomeLine found_line(const domain::CriticalProblem& asked, const ReadinessCounts& counts) {
    OutcomeLine line;
    line.line = PolicyLine::Found;
    line.type = asked.type;
    for (const ReadinessCounts::Found& one : counts.critical)
        if (one.type == asked.type) line.had = one.found, line.of = one.of;
    line.needed = asked.needed(line.of);
    line.met = line.had >= line.needed;
    line.reading = asked.reading;
    return line;
}

} // namespace

ReadinessOutcome judge(const ReadinessPolicy& policy, const ReadinessCounts& counts) {
    ReadinessOutcome outcome;
    outcome.lines = {exact_line(policy, counts), direction_line(policy, counts)};
    for (const domain::CriticalProblem& one : policy.critical) outcome.lines.push_back(found_line(one, counts));
    for (const OutcomeLine& line : outcome.lines) outcome.open += line.met ? 0 : 1;
    outcome.ready = outcome.open == 0 && counts.decided == counts.drawn;
    return outcome;
}

base::Time months_later(base::Time from, int months) {
    using namespace std::chrono;
    const sys_days day = floor<days>(from);
    const year_month_day before(day);
    const year_month month = year_month(before.year(), before.month()) + std::chrono::months(months);
    const auto last = year_month_day_last(month.year(), month_day_last(month.month()));
    const std::chrono::day of_month = std::min(before.day(), last.day());
    return sys_days(year_month_day(month.year(), month.month(), of_month)) + (from - day);
}

} // namespace timbang::insight

#include "cli/readiness_report.h"

#include <algorithm>
#include <chrono>

#include <nlohmann/json.hpp>

namespace timbang::cli {

namespace {

using insight::OutcomeLine;
using insight::PolicyLine;
using nlohmann::json;

json day_json(const std::optional<base::Time>& time) { return time ? json(base::iso_time(*time)) : json(nullptr); }

/// "6 December 2026": the date in UTC.
std::string day(const Context& context, base::Time time) {
    const std::chrono::year_month_day date{std::chrono::floor<std::chrono::days>(time)};
    const std::string month = "app.month-" + std::to_string(static_cast<unsigned>(date.month()));
    return std::to_string(static_cast<unsigned>(date.day())) + " " + context.text(month) + " " +
           std::to_string(static_cast<int>(date.year()));
}

base::Arg name_of_type(const domain::Framework* framework, const std::string& id) {
    const domain::ProblemType* type = framework == nullptr ? nullptr : framework->problem_type(id);
    return type == nullptr ? base::Arg(id) : base::Arg(type->name);
}

domain::Rational size_of(const domain::Rational& value) {
    return value < domain::Rational(0) ? domain::Rational(0) - value : value;
}

std::string line_text(const Context& context, const OutcomeLine& line, const domain::Framework* framework) {
    const std::string mark = context.text(line.met ? "readiness.line-met" : "readiness.line-open");
    const base::Args counts = {{"had", std::int64_t{line.had}},
                               {"of", std::int64_t{line.of}},
                               {"needed", std::int64_t{line.needed}},
                               {"name", name_of_type(framework, line.type)},
                               {"points", base::Decimal{size_of(line.points), 1}},
                               {"limit", base::Decimal{line.limit, 1}}};
    switch (line.line) {
    case PolicyLine::Exact: return mark + context.text("readiness.line-exact", counts);
    case PolicyLine::Found: return mark + context.text("readiness.line-found", counts);
    case PolicyLine::Direction: break;
    }
    const bool even = line.points == domain::Rational(0);
    const char* key = even                                   ? "readiness.line-even"
                      : line.points > domain::Rational(0) ? "readiness.line-generous"
                                                             : "readiness.line-strict";
    return mark + context.text(key, counts);
}

const char* line_id(PolicyLine line) {
    constexpr const char* kIds[] = {"exact", "direction", "found"};
    return kIds[static_cast<int>(line)];
}

} // namespace

json outcome_json(const domain::ReadinessEnded& result, const insight::ReadinessOutcome& outcome) {
    json lines = json::array();
    for (const OutcomeLine& line : outcome.lines) {
        json one = {{"line", line_id(line.line)}, {"met", line.met}};
        if (line.line == PolicyLine::Direction) {
            one["points"] = line.points.approximate();
            one["limit"] = line.limit.approximate();
        } else {
            one["had"] = line.had;
            one["of"] = line.of;
            one["needed"] = line.needed;
        }
        if (line.line == PolicyLine::Found) one["problem"] = line.type;
        if (!line.met && !line.reading.empty()) one["reading"] = line.reading;
        lines.push_back(std::move(one));
    }
    return {{"policy", result.policy},   {"version", result.version},  {"pool", result.pool.id},
            {"recheck", result.recheck}, {"try", result.number},       {"ready", outcome.ready},
            {"open", outcome.open},      {"lines", std::move(lines)},  {"valid_until", day_json(result.valid_until)}};
}

std::string outcome_text(const Context& context, const domain::ReadinessEnded& result,
                         const insight::ReadinessOutcome& outcome, const domain::Framework* framework) {
    std::string out = context.text(outcome.ready ? "readiness.ready" : "readiness.not-yet",
                                   {{"open", std::int64_t{outcome.open}},
                                    {"n", static_cast<std::int64_t>(outcome.lines.size())}}) +
                      "\n";
    for (const OutcomeLine& line : outcome.lines) out += line_text(context, line, framework) + "\n";
    if (result.valid_until)
        out += context.text("readiness.valid-until", {{"day", day(context, *result.valid_until)}}) + "\n";
    return out + context.text("readiness.only-counts") + "\n";
}

json status_json(const insight::ReadinessStatus& status) {
    return {{"standing", insight::standing_id(status.standing)},
            {"ready", status.ready},
            {"may_start", status.may_start},
            {"recheck", status.recheck},
            {"tries", status.tries},
            {"tries_left", status.tries_left},
            {"from", day_json(status.from)},
            {"passed", day_json(status.passed)},
            {"valid_until", day_json(status.valid_until)},
            {"recheck_from", day_json(status.recheck_from)},
            {"recheck_until", day_json(status.recheck_until)},
            {"running", status.running}};
}

std::string status_text(const Context& context, const insight::ReadinessStatus& status) {
    std::string out = context.text(std::string("readiness.standing-") + insight::standing_id(status.standing)) + "\n";
    if (status.from) out += context.text("readiness.try-from", {{"day", day(context, *status.from)}}) + "\n";
    if (status.ready && status.valid_until)
        out += context.text("readiness.valid-until", {{"day", day(context, *status.valid_until)}}) + "\n";
    if (status.recheck_from)
        out += context.text("readiness.recheck-window",
                            {{"from", day(context, *status.recheck_from)},
                             {"until", day(context, *status.recheck_until)}}) +
               "\n";
    if (!status.ready || status.recheck)
        out += context.text("readiness.tries", {{"n", std::int64_t{status.tries}}, {"left", std::int64_t{status.tries_left}}}) + "\n";
    return out;
}

std::string policy_text(const Context& context, const domain::ReadinessPolicy& policy, bool recheck,
                        const domain::Framework* framework) {
    const int drawn = recheck ? policy.recheck_draw : policy.draw;
    std::string out = context.text(recheck ? "readiness.policy-recheck" : "readiness.policy",
                                   {{"title", policy.title}, {"version", policy.version}}) +
                      "\n";
    const auto add = [&](const char* key, const base::Args& args) { out += "- " + context.text(key, args) + "\n"; };
    add(recheck ? "readiness.policy-anchors" : "readiness.policy-draw",
        {{"n", std::int64_t{drawn}}, {"minutes", std::int64_t{policy.minutes * drawn / std::max(1, policy.draw)}}});
    add("readiness.policy-exact", {{"needed", std::int64_t{policy.exact_needed(drawn)}}, {"n", std::int64_t{drawn}}});
    add("readiness.policy-direction", {{"limit", base::Decimal{policy.bias, 1}}});
    for (const domain::CriticalProblem& one : policy.critical) {
        const char* keys[] = {"readiness.policy-found-all", "readiness.policy-found-all-but-one", "readiness.policy-found-share"};
        add(keys[static_cast<int>(one.found)], {{"name", name_of_type(framework, one.type)}, {"share", std::int64_t{one.share}}});
    }
    add("readiness.policy-no-feedback", {});
    add("readiness.policy-tries", {{"tries", std::int64_t{policy.tries}},
                                   {"days", std::int64_t{policy.cooling_days}},
                                   {"months", std::int64_t{policy.valid_months}}});
    return out;
}

} // namespace timbang::cli

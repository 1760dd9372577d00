#include "insight/habits.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace timbang::insight {
namespace {

using base::Key;
using base::Message;

std::int64_t whole(int n) {
    return n;
}

Message rests_on(const char* what, int n) {
    return {std::string("habit.from-") + what + (n < kFew ? "-few" : ""), {{"n", whole(n)}}};
}

base::Decimal tenths(double value) {
    return {base::Rational(static_cast<std::int64_t>(std::llround(value * 100)), 100), 1};
}

double clamp_axis(double steps) {
    return std::clamp(steps / 2.0, -1.0, 1.0);
} // two steps fill half of the axis

void add_direction(const std::vector<DecisionRow>& rows, std::vector<Habit>& out) {
    std::vector<double> steps;
    for (const DecisionRow& row : rows)
        if (row.score && row.reference) steps.push_back(row.steps);
    if (steps.empty()) return;
    const MeanInterval mean = mean_interval(steps);
    const bool clear = mean.low && (*mean.low > 0 || *mean.high < 0) && mean.n >= 3;
    Habit habit{HabitKind::Direction, Tone::Plain, "", {}, {}, rests_on("decisions", mean.n), mean.n, std::nullopt};
    const char* way = mean.mean > 0 ? "generous" : "strict";
    const base::Args args{{"steps", tenths(std::abs(mean.mean))}, {"n", whole(mean.n)}};
    if (clear) {
        habit.tone = Tone::Notice;
        habit.title = {std::string("habit.leans-") + way, {}};
        habit.sentence = {std::string("habit.leans-") + way + "-text", args};
    } else if (std::abs(mean.mean) < 0.1) {
        habit.tone = mean.n >= kFew ? Tone::Good : Tone::Plain;
        habit.title = {"habit.level", {}};
        habit.sentence = {"habit.level-text", args};
    } else {
        habit.title = {std::string("habit.slightly-") + way, {}};
        habit.sentence = {std::string("habit.slightly-") + way + "-text", args};
    }
    if (mean.low) habit.axis = Habit::Axis{clamp_axis(*mean.low), clamp_axis(mean.mean), clamp_axis(*mean.high)};
    out.push_back(std::move(habit));
}

void add_centre(const std::vector<DecisionRow>& rows, std::vector<Habit>& out) {
    int own = 0, reference = 0, n = 0;
    for (const DecisionRow& row : rows) {
        if (row.place < 0 || row.reference_place < 0 || row.places < 3) continue;
        ++n;
        own += row.place == 0 || row.place == row.places - 1;
        reference += row.reference_place == 0 || row.reference_place == row.places - 1;
    }
    if (n < 4 || reference < 3 || own * 2 > reference) return;
    Habit habit{HabitKind::Centre,
                Tone::Notice,
                "",
                {"habit.centre", {}},
                {"habit.centre-text", {{"own", whole(own)}, {"reference", whole(reference)}}},
                rests_on("decisions", n),
                n,
                std::nullopt};
    const double at = static_cast<double>(own - reference) / n;
    const ShareInterval share = share_interval(own, n);
    const double base = static_cast<double>(reference) / n;
    habit.axis = Habit::Axis{std::max(-1.0, share.low - base), at, std::min(1.0, share.high - base)};
    out.push_back(std::move(habit));
}

struct Tally {
    int found = 0, met = 0;
};

std::map<std::string, Tally> families(const std::vector<DecisionRow>& rows) {
    std::map<std::string, Tally> tallies;
    for (const DecisionRow& row : rows)
        for (const auto& [family, found] : row.problems) {
            ++tallies[family].met;
            tallies[family].found += found;
        }
    return tallies;
}

/// What was seen fewer times than this is told as it was, not as a habit.
constexpr int kPattern = 4;

Habit family_habit(const std::string& family, const Tally& tally, bool strength) {
    const base::Args args{
        {"family", Key{"habit.family-" + family}}, {"found", whole(tally.found)}, {"met", whole(tally.met)}};
    Habit habit;
    habit.kind = strength ? HabitKind::Strength : HabitKind::Missed;
    habit.tone = strength ? Tone::Good : Tone::Notice;
    habit.family = family;
    habit.n = tally.met;
    const bool pattern = tally.met >= kPattern;
    if (strength) habit.title = {pattern ? "habit.strength" : "habit.strength-some", args};
    else habit.title = {pattern ? "habit.missed" : "habit.missed-some", args};
    habit.sentence = {strength ? "habit.strength-text" : "habit.missed-text", args};
    habit.evidence = rests_on("problems", tally.met);
    return habit;
}

void add_families(const std::vector<DecisionRow>& rows, std::vector<Habit>& out) {
    std::vector<Habit> missed, strengths;
    for (const auto& [family, tally] : families(rows)) {
        if (tally.found * 2 <= tally.met) missed.push_back(family_habit(family, tally, false));
        else if (tally.met >= 2 && tally.found == tally.met) strengths.push_back(family_habit(family, tally, true));
    }
    const auto more = [](const Habit& a, const Habit& b) { return a.n > b.n; };
    std::stable_sort(missed.begin(), missed.end(), more);
    std::stable_sort(strengths.begin(), strengths.end(), more);
    for (Habit& habit : missed)
        out.push_back(std::move(habit));
    if (!strengths.empty()) out.push_back(std::move(strengths.front()));
}

void add_alarms(const std::vector<DecisionRow>& rows, std::vector<Habit>& out) {
    int barcodes = 0, others = 0;
    for (const DecisionRow& row : rows)
        for (const DecisionRow::Alarm& alarm : row.alarms)
            ++(alarm.barcode ? barcodes : others);
    const int n = static_cast<int>(rows.size());
    if (barcodes > 0)
        out.push_back({HabitKind::Barcodes,
                       Tone::Notice,
                       "",
                       {"habit.barcodes", {}},
                       {"habit.barcodes-text", {{"n", whole(barcodes)}}},
                       rests_on("decisions", n),
                       n,
                       std::nullopt});
    if (others > 1)
        out.push_back({HabitKind::Alarms,
                       Tone::Notice,
                       "",
                       {"habit.alarms", {}},
                       {"habit.alarms-text", {{"n", whole(others)}}},
                       rests_on("decisions", n),
                       n,
                       std::nullopt});
}

void add_ways(const std::vector<DecisionRow>& rows, std::vector<Habit>& out) {
    int sure = 0, different = 0, unopened = 0;
    for (const DecisionRow& row : rows) {
        sure += row.sure;
        different += row.sure && !row.exact && !row.near;
        unopened += !row.opened_all;
    }
    if (different > 0)
        out.push_back({HabitKind::SureAndDifferent,
                       Tone::Notice,
                       "",
                       {"habit.sure", {}},
                       {"habit.sure-text", {{"n", whole(different)}, {"sure", whole(sure)}}},
                       rests_on("sure", sure),
                       sure,
                       std::nullopt});
    const int n = static_cast<int>(rows.size());
    if (unopened > 0)
        out.push_back({HabitKind::Unopened,
                       Tone::Notice,
                       "",
                       {"habit.unopened", {}},
                       {"habit.unopened-text", {{"n", whole(unopened)}, {"of", whole(n)}}},
                       rests_on("decisions", n),
                       n,
                       std::nullopt});
}

} // namespace

std::vector<Habit> habits(const std::vector<DecisionRow>& rows) {
    std::vector<Habit> out;
    if (rows.empty()) return out;
    add_direction(rows, out);
    add_families(rows, out);
    add_alarms(rows, out);
    add_centre(rows, out);
    add_ways(rows, out);
    return out;
}

} // namespace timbang::insight

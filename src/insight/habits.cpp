#include "insight/habits.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "stats/items.h"

namespace timbang::insight {
namespace {

using base::Key;
using base::Message;
using Rows = std::vector<DecisionRow>;
using Places = std::vector<std::size_t>;

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

Habit made(HabitKind kind, Tone tone, const char* key, base::Args args, Message evidence, int n, Places places) {
    Habit habit;
    habit.kind = kind;
    habit.tone = tone;
    habit.title = {key, {}};
    habit.sentence = {std::string(key) + "-text", std::move(args)};
    habit.evidence = std::move(evidence);
    habit.n = n;
    habit.rests_on = std::move(places);
    return habit;
}

void add_direction(const Rows& rows, const Places& places, std::vector<Habit>& out) {
    std::vector<double> steps;
    Places from;
    for (std::size_t i : places)
        if (rows[i].score && rows[i].reference) {
            steps.push_back(rows[i].steps);
            from.push_back(i);
        }
    if (steps.empty()) return;
    const MeanInterval mean = mean_interval(steps);
    const bool clear = mean.low && (*mean.low > 0 || *mean.high < 0) && mean.n >= 3;
    const std::string way = mean.mean > 0 ? "generous" : "strict";
    const bool level = !clear && std::abs(mean.mean) < 0.1;
    const std::string key = level ? "habit.level" : (clear ? "habit.leans-" : "habit.slightly-") + way;
    const Tone tone = clear ? Tone::Notice : level && mean.n >= kFew ? Tone::Good : Tone::Plain;
    Habit habit = made(HabitKind::Direction, tone, key.c_str(),
                       {{"steps", tenths(std::abs(mean.mean))}, {"n", whole(mean.n)}}, rests_on("decisions", mean.n),
                       mean.n, std::move(from));
    if (mean.low) habit.axis = Habit::Axis{clamp_axis(*mean.low), clamp_axis(mean.mean), clamp_axis(*mean.high)};
    out.push_back(std::move(habit));
}

bool at_end(int place, int places) {
    return place == 0 || place == places - 1;
}

/// Whether "stays in the middle" was said.
bool add_centre(const Rows& rows, const Places& places, std::vector<Habit>& out) {
    int own = 0, reference = 0;
    Places from;
    for (std::size_t i : places) {
        const DecisionRow& row = rows[i];
        if (row.place < 0 || row.reference_place < 0 || row.places < 3) continue;
        from.push_back(i);
        own += at_end(row.place, row.places);
        reference += at_end(row.reference_place, row.places);
    }
    const int n = static_cast<int>(from.size());
    if (n < 4 || reference < 3 || own * 2 > reference) return false;
    Habit habit = made(HabitKind::Centre, Tone::Notice, "habit.centre",
                       {{"own", whole(own)}, {"reference", whole(reference)}}, rests_on("decisions", n), n,
                       std::move(from));
    const double at = static_cast<double>(own - reference) / n;
    const ShareInterval share = share_interval(own, n);
    const double base = static_cast<double>(reference) / n;
    habit.axis = Habit::Axis{std::max(-1.0, share.low - base), at, std::min(1.0, share.high - base)};
    out.push_back(std::move(habit));
    return true;
}

/// The variance of the own scores against that of the references, both as shares of the scale: the correlation of sum
/// and difference of the pairs tells them apart (Pitman 1939; Morgan 1939), here at the 90 % level.
void add_range(const Rows& rows, const Places& places, bool centre, std::vector<Habit>& out) {
    std::vector<double> sums, differences;
    Places from;
    for (std::size_t i : places) {
        const DecisionRow& row = rows[i];
        if (row.place < 0 || row.reference_place < 0 || row.places < 3) continue;
        from.push_back(i);
        const double scale = row.places - 1;
        sums.push_back((row.place + row.reference_place) / scale);
        differences.push_back((row.place - row.reference_place) / scale);
    }
    const int n = static_cast<int>(from.size());
    if (n < kFew) return;
    const auto r = stats::pearson(sums, differences);
    if (!r) return;
    const double t = *r * std::sqrt((n - 2) / std::max(1e-12, 1 - *r * *r));
    if (std::abs(t) < t_quantile(n - 2) || (t < 0 && centre)) return; // "in the middle" says that already
    out.push_back(made(HabitKind::Range, Tone::Notice, t < 0 ? "habit.narrow" : "habit.wide", {{"n", whole(n)}},
                       rests_on("decisions", n), n, std::move(from)));
}

/// Decisions on one item in two sessions: has the measure itself moved? Of each item the first and the newest.
void add_drift(const Rows& rows, std::vector<Habit>& out) {
    std::map<std::string, std::pair<std::size_t, std::size_t>> pairs;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].item.empty() || !rows[i].score) continue;
        const auto [found, first] = pairs.try_emplace(rows[i].item, i, i);
        if (!first && rows[i].session != rows[found->second.first].session) found->second.second = i;
    }
    Places from;
    std::vector<double> moved;
    int same = 0;
    for (const auto& [item, pair] : pairs) {
        if (pair.first == pair.second) continue;
        const DecisionRow &before = rows[pair.first], &now = rows[pair.second];
        from.insert(from.end(), {pair.first, pair.second});
        moved.push_back(now.place >= 0 && before.place >= 0 ? now.place - before.place : now.steps - before.steps);
        same += *now.score == *before.score;
    }
    const MeanInterval mean = mean_interval(moved);
    if (mean.n < kDriftLeast) return; // two or three decisions again are no sign of anything
    const bool clear = *mean.low > 0 || *mean.high < 0;
    const bool steady = !clear && *mean.low >= -0.5 && *mean.high <= 0.5;
    const char* key = clear  ? (mean.mean > 0 ? "habit.drift-generous" : "habit.drift-strict")
                      : steady ? "habit.drift-steady"
                               : "habit.drift-open";
    const Tone tone = clear ? Tone::Notice : steady && mean.n >= kFew ? Tone::Good : Tone::Plain;
    Habit habit = made(HabitKind::Drift, tone, key,
                       {{"n", whole(mean.n)}, {"same", whole(same)}, {"steps", tenths(std::abs(mean.mean))}},
                       rests_on("anchors", mean.n), mean.n, std::move(from));
    habit.axis = Habit::Axis{clamp_axis(*mean.low), clamp_axis(mean.mean), clamp_axis(*mean.high)};
    out.push_back(std::move(habit));
}

struct Tally {
    int found = 0, met = 0;
    Places places;
};

std::map<std::string, Tally> families(const Rows& rows, const Places& places) {
    std::map<std::string, Tally> tallies;
    for (std::size_t i : places)
        for (const auto& [family, found] : rows[i].problems) {
            Tally& tally = tallies[family];
            ++tally.met;
            tally.found += found;
            if (tally.places.empty() || tally.places.back() != i) tally.places.push_back(i);
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
    habit.rests_on = tally.places;
    return habit;
}

void add_families(const Rows& rows, const Places& places, std::vector<Habit>& out) {
    std::vector<Habit> missed, strengths;
    for (const auto& [family, tally] : families(rows, places)) {
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

void add_alarms(const Rows& rows, const Places& places, std::vector<Habit>& out) {
    int barcodes = 0, others = 0;
    for (std::size_t i : places)
        for (const DecisionRow::Alarm& alarm : rows[i].alarms)
            ++(alarm.barcode ? barcodes : others);
    const int n = static_cast<int>(places.size());
    if (barcodes > 0)
        out.push_back(made(HabitKind::Barcodes, Tone::Notice, "habit.barcodes", {{"n", whole(barcodes)}},
                           rests_on("decisions", n), n, places));
    if (others > 1)
        out.push_back(made(HabitKind::Alarms, Tone::Notice, "habit.alarms", {{"n", whole(others)}},
                           rests_on("decisions", n), n, places));
}

void add_ways(const Rows& rows, const Places& places, std::vector<Habit>& out) {
    Places sure, read;
    int different = 0, unopened = 0;
    for (std::size_t i : places) {
        if (rows[i].sure) sure.push_back(i);
        different += rows[i].sure_and_different();
        if (rows[i].reading_kept) read.push_back(i);
        unopened += rows[i].reading_kept && !rows[i].opened_all;
    }
    const int n_sure = static_cast<int>(sure.size()), n = static_cast<int>(read.size());
    if (different > 0)
        out.push_back(made(HabitKind::SureAndDifferent, Tone::Notice, "habit.sure",
                           {{"n", whole(different)}, {"sure", whole(n_sure)}}, rests_on("sure", n_sure), n_sure,
                           std::move(sure)));
    if (unopened > 0)
        out.push_back(made(HabitKind::Unopened, Tone::Notice, "habit.unopened",
                           {{"n", whole(unopened)}, {"of", whole(n)}}, rests_on("decisions", n), n, std::move(read)));
}

} // namespace

std::vector<Habit> habits(const std::vector<DecisionRow>& rows) {
    std::vector<Habit> out;
    if (rows.empty()) return out;
    const Places places = unseen_places(rows);
    add_direction(rows, places, out);
    add_families(rows, places, out);
    add_alarms(rows, places, out);
    add_range(rows, places, add_centre(rows, places, out), out);
    add_ways(rows, places, out);
    add_drift(rows, out);
    return out;
}

} // namespace timbang::insight

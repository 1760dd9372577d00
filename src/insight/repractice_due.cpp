#include <algorithm>
#include <map>
#include <tuple>

#include "insight/repractice.h"

namespace timbang::insight {
namespace {

std::int64_t day_of(base::Time time, int utc_offset) {
    return std::chrono::floor<std::chrono::days>(time + std::chrono::minutes(utc_offset)).time_since_epoch().count();
}

/// Monday 1970-01-05 began the first whole week.
std::int64_t week_of(std::int64_t day) {
    return (day + 3) / 7;
}

base::Message from_of(std::int64_t then, std::int64_t today) {
    const std::int64_t ago = today - then;
    if (ago <= 0) return {"due.from-today", {}};
    if (ago == 1) return {"due.from-yesterday", {}};
    if (week_of(then) == week_of(today)) return {"due.from-this-week", {}};
    if (week_of(then) + 1 == week_of(today)) return {"due.from-last-week", {}};
    if (ago < 60) return {"due.from-weeks", {{"n", (ago + 3) / 7}}};
    return {"due.from-months", {{"n", (ago + 15) / 30}}};
}

base::Message why_of(const PracticeCard& card) {
    if (card.sure_and_different) return {"due.sure", {}};
    if (card.grade == stats::Grade::again) return {"due.different", {}};
    if (card.grade == stats::Grade::hard) return {"due.unsure", {}};
    return {"due.fresh", {}};
}

base::Message day_message(std::int64_t due, std::int64_t today) {
    if (due <= today) return {"due.today", {}};
    if (due == today + 1) return {"due.tomorrow", {}};
    return {"due.in-days", {{"n", due - today}}};
}

} // namespace

std::vector<DueItem> due_list(const std::vector<DecisionRow>& rows, const std::vector<PracticeCard>& cards,
                              base::Time now, int utc_offset, int ahead) {
    const std::int64_t today = day_of(now, utc_offset);
    std::vector<const PracticeCard*> order;
    for (const PracticeCard& card : cards)
        if (card.row < rows.size() && day_of(card.due, utc_offset) <= today + ahead) order.push_back(&card);
    const auto key = [&](const PracticeCard* card) {
        const std::int64_t due = day_of(card->due, utc_offset);
        const bool later = due > today;
        return std::tuple(later, later ? due : 0, !card->sure_and_different, due, card->topic.kind, card->row);
    };
    std::stable_sort(order.begin(), order.end(),
                     [&](const PracticeCard* a, const PracticeCard* b) { return key(a) < key(b); });
    std::map<std::size_t, std::size_t> by_row; // the line that a decision has already
    std::vector<DueItem> result;
    for (const PracticeCard* card : order) {
        const DecisionRow& row = rows[card->row];
        const std::int64_t due = day_of(card->due, utc_offset);
        DueItem item{card->topic,
                     card->due,
                     due <= today,
                     card->sure_and_different,
                     why_of(*card),
                     from_of(day_of(row.time, utc_offset), today),
                     row.framework,
                     row.criterion,
                     row.code,
                     row.type,
                     day_message(due, today)};
        const auto [found, first] = by_row.try_emplace(card->row, result.size());
        if (first) result.push_back(std::move(item));
        else if (result[found->second].topic.kind == TopicKind::Indicator && item.topic.kind == TopicKind::Problem &&
                 result[found->second].now == item.now)
            result[found->second].topic = item.topic;
    }
    return result;
}

bool trains(const PracticeForm& form, const Topic& topic) {
    if (form.broken) return false;
    if (topic.kind == TopicKind::Problem)
        return std::find(form.about.begin(), form.about.end(), topic.problem) != form.about.end();
    return form.framework == topic.framework &&
           std::any_of(form.asks.begin(), form.asks.end(), [&](const auto& asked) {
               return asked.first == topic.criterion && asked.second == topic.type;
           });
}

std::optional<std::size_t> choose_form(const Topic& topic, const std::vector<PracticeForm>& forms,
                                       const std::vector<DecisionRow>& rows, base::Rng& rng) {
    std::map<std::string, std::size_t> seen; // by form: when it was met last, as a place among the rows
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (!rows[i].form.empty()) seen[rows[i].form] = i + 1;
    const std::string newest = rows.empty() ? "" : rows.back().form;
    const auto when = [&](const PracticeForm& form) {
        const auto found = seen.find(form.form);
        return found == seen.end() ? std::size_t{0} : found->second;
    };
    // The lowest is best; forms that are equally good stay together.
    using Rank = std::tuple<bool, bool, bool, std::size_t>;
    std::optional<Rank> best;
    std::vector<std::size_t> left;
    for (std::size_t i = 0; i < forms.size(); ++i) {
        const PracticeForm& form = forms[i];
        if (!trains(form, topic)) continue;
        const bool just_now = !form.form.empty() && form.form == newest;
        const Rank rank{just_now, when(form) > 0, !form.repractice, when(form)};
        if (best && rank > *best) continue;
        if (!best || rank < *best) left.clear();
        best = rank;
        left.push_back(i);
    }
    if (left.empty()) return std::nullopt;
    std::vector<std::size_t> sound, others;
    for (std::size_t i : left)
        (forms[i].sound.value_or(false) ? sound : others).push_back(i);
    const bool take_sound = !sound.empty() && (others.empty() || rng.below(3) == 0);
    const std::vector<std::size_t>& from = take_sound ? sound : others;
    return from[static_cast<std::size_t>(rng.below(from.size()))];
}

} // namespace timbang::insight

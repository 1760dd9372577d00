#include "insight/repractice.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>

namespace timbang::insight {
namespace {

using stats::Grade;

/// One decision's say on a topic.
struct Review {
    Topic topic;
    Grade grade = Grade::good;
    bool sure_and_different = false;
};

/// What a sitting says of a topic: all its reviews together.
struct Sitting {
    Topic topic;
    std::string session;
    base::Time time;
    Grade grade = Grade::easy;
    bool again = false, better = false; // some missed, some found
    bool sure_and_different = false;
    std::size_t row = 0; // the weakest decision, of those the newest
};

bool unsure(const DecisionRow& row) {
    return row.confidence && *row.confidence <= 1;
}

Grade found_grade(const DecisionRow& row) {
    if (unsure(row)) return Grade::hard;
    return row.sure && row.exact ? Grade::easy : Grade::good;
}

Grade grade_of(const DecisionRow& row, const DecisionRow::Met& met) {
    if (met.found) return found_grade(row);
    return met.wrong_place ? Grade::hard : Grade::again;
}

Topic problem_topic(const std::string& type) {
    Topic topic;
    topic.problem = type;
    return topic;
}

void add_problems(const DecisionRow& row, std::vector<Review>& out) {
    for (const DecisionRow::Met& met : row.met) {
        const Grade grade = grade_of(row, met);
        out.push_back({problem_topic(met.type), grade, grade == Grade::again && row.sure});
    }
    // A sound form of a case says of each type that it trains whether an alarm was raised without need.
    const auto of_case = [&](const DecisionRow::Met& met) {
        return std::find(row.about.begin(), row.about.end(), met.type) != row.about.end();
    };
    if (std::any_of(row.met.begin(), row.met.end(), of_case)) return;
    for (const std::string& type : row.about) {
        const bool alarm = std::any_of(row.alarms.begin(), row.alarms.end(),
                                       [&](const DecisionRow::Alarm& one) { return one.type == type; });
        out.push_back({problem_topic(type), alarm ? Grade::again : found_grade(row), alarm && row.sure});
    }
}

Grade indicator_grade(const DecisionRow& row) {
    if (row.sure_and_different() || (!row.near && std::abs(row.steps) > 1)) return Grade::again;
    if (!row.exact || row.near) return Grade::hard;
    const bool other_verdict = !row.verdict.empty() && row.verdict != row.reference_verdict;
    if (unsure(row) || other_verdict) return Grade::hard;
    return row.sure ? Grade::easy : Grade::good;
}

std::vector<Review> reviews_of(const DecisionRow& row) {
    std::vector<Review> reviews;
    add_problems(row, reviews);
    Topic topic;
    topic.kind = TopicKind::Indicator;
    topic.framework = row.framework;
    topic.criterion = row.criterion;
    topic.type = row.type;
    reviews.push_back({topic, indicator_grade(row), row.sure_and_different()});
    return reviews;
}

void join(Sitting& sitting, const Review& review, std::size_t place) {
    const bool weaker = review.sure_and_different > sitting.sure_and_different ||
                        (review.sure_and_different == sitting.sure_and_different && review.grade <= sitting.grade);
    if (weaker) sitting.row = place;
    (review.grade == Grade::again ? sitting.again : sitting.better) = true;
    sitting.grade = std::min(sitting.grade, review.grade);
    sitting.sure_and_different = sitting.sure_and_different || review.sure_and_different;
}

/// The sittings of all topics, in the order in which they began.
std::vector<Sitting> sittings_of(const std::vector<DecisionRow>& rows) {
    std::vector<Sitting> sittings;
    std::set<std::string> seen;
    for (std::size_t place = 0; place < rows.size(); ++place) {
        const DecisionRow& row = rows[place];
        const bool repeat = !row.item.empty() && !seen.insert(row.item).second;
        for (const Review& review : reviews_of(row)) {
            if (repeat && review.grade != Grade::again) continue;
            auto found = std::find_if(sittings.rbegin(), sittings.rend(), [&](const Sitting& one) {
                return one.session == row.session && one.topic == review.topic;
            });
            if (found == sittings.rend()) {
                Sitting fresh;
                fresh.topic = review.topic;
                fresh.session = row.session;
                sittings.push_back(std::move(fresh));
                found = sittings.rbegin();
            }
            join(*found, review, place);
            found->time = row.time;
        }
    }
    return sittings;
}

double days_between(base::Time from, base::Time to) {
    return std::chrono::duration<double>(to - from).count() / 86400;
}

} // namespace

std::vector<PracticeCard> practice_cards(const std::vector<DecisionRow>& rows) {
    stats::FsrsOptions options;
    options.learning_steps = 0;
    options.relearning_steps = 0;
    const stats::Fsrs fsrs(options);
    std::vector<PracticeCard> cards;
    for (const Sitting& sitting : sittings_of(rows)) {
        const Grade grade = sitting.again && sitting.better ? Grade::hard : sitting.grade;
        auto found = std::find_if(cards.begin(), cards.end(),
                                  [&](const PracticeCard& one) { return one.topic == sitting.topic; });
        if (found == cards.end()) {
            if (sitting.topic.kind == TopicKind::Indicator && grade > Grade::hard) continue;
            cards.emplace_back();
            found = std::prev(cards.end());
            found->topic = sitting.topic;
            found->last = sitting.time;
        }
        PracticeCard& card = *found;
        const stats::Reviewed reviewed = fsrs.review(card.card, grade, days_between(card.last, sitting.time));
        card.card = reviewed.card;
        card.last = sitting.time;
        card.due = sitting.time + std::chrono::hours(24) * static_cast<int>(reviewed.interval);
        ++card.reviews;
        card.lapses += grade == Grade::again;
        card.grade = grade;
        card.sure_and_different = sitting.sure_and_different;
        card.row = sitting.row;
    }
    return cards;
}

} // namespace timbang::insight

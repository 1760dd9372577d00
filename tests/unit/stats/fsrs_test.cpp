#include "stats/fsrs.h"

#include <cmath>

#include <doctest/doctest.h>

#include "support/stats_cases.h"

using namespace timbang;
using namespace timbang::stats;
using timbang::tests::stats_cases;
using timbang::tests::StatsCase;

namespace {

FsrsOptions options_of(const nlohmann::json& parameters) {
    FsrsOptions options;
    REQUIRE(parameters.size() == options.parameters.size());
    for (std::size_t i = 0; i < parameters.size(); ++i)
        options.parameters[i] = parameters[i];
    return options;
}

Grade grade_of(const nlohmann::json& number) {
    return static_cast<Grade>(number.get<int>());
}

// Every number of a list against the expected list of that name.
void check_list(const StatsCase& one, const std::string& key, const std::vector<double>& values) {
    INFO(one.id(), " ", key);
    const auto& wanted = one.expected().at(key);
    REQUIRE(wanted.size() == values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        INFO(i);
        CHECK(std::abs(values[i] - wanted[i].get<double>()) <= one.tolerance(key));
    }
}

} // namespace

TEST_CASE("FSRS: memory after the published series of reviews") {
    for (const auto& one : stats_cases({"fsrs6"})) {
        const Fsrs fsrs(options_of(one.options().at("parameters")));
        const auto& grades = one.data().at("ratings");
        const auto& days = one.data().at("delta_t_days");
        Memory memory = fsrs.first(grade_of(grades[0]));
        for (std::size_t i = 1; i < grades.size(); ++i)
            memory = fsrs.next(memory, grade_of(grades[i]), days[i]);
        one.check("stability", memory.stability);
        one.check("difficulty", memory.difficulty);
    }
}

TEST_CASE("FSRS: difficulty, forgetting curve, stability and interval equal fsrs-rs's printed values") {
    const Fsrs fsrs;
    for (const auto& one : stats_cases({"fsrs6_difficulty"})) {
        std::vector<double> damped;
        std::vector<double> reverted;
        for (const auto& rating : one.data().at("rating")) {
            damped.push_back(fsrs.damped_difficulty(one.options().at("D"), grade_of(rating)));
            reverted.push_back(fsrs.reverted_difficulty(damped.back()));
        }
        check_list(one, "damped", damped);
        check_list(one, "after_mean_reversion", reverted);
    }
    for (const auto& one : stats_cases({"fsrs6_forgetting_curve"})) {
        std::vector<double> recall;
        for (std::size_t i = 0; i < one.data().at("delta_t").size(); ++i) {
            recall.push_back(fsrs.retrievability(one.data().at("stability")[i], one.data().at("delta_t")[i]));
        }
        check_list(one, "R", recall);
    }
    for (const auto& one : stats_cases({"fsrs6_stability"})) {
        std::vector<double> recall;
        std::vector<double> forget;
        for (std::size_t i = 0; i < one.data().at("rating").size(); ++i) {
            const Memory memory{one.options().at("S"), one.options().at("D")[i]};
            const double r = one.options().at("R")[i];
            recall.push_back(fsrs.recall_stability(memory, r, grade_of(one.data().at("rating")[i])));
            forget.push_back(fsrs.forget_stability(memory, r));
        }
        check_list(one, "recall", recall);
        check_list(one, "forget", forget);
    }
    for (const auto& one : stats_cases({"fsrs6_interval"})) {
        FsrsOptions options;
        options.highest_interval.reset();
        std::vector<double> days;
        for (const auto& retention : one.data().at("desired_retention")) {
            days.push_back(Fsrs(options).interval(one.options().at("stability"), retention));
        }
        check_list(one, "interval_f32", days);
        check_list(one, "interval_f64", days);
    }
}

TEST_CASE("FSRS: a second review on one day, with either floor") {
    for (const auto& one : stats_cases({"fsrs6_short_term"})) {
        FsrsOptions options;
        options.same_day = SameDayFloor::hard_good_easy;
        const Fsrs fsrs(options);
        std::vector<double> after;
        for (const auto& rating : one.data().at("rating")) {
            after.push_back(fsrs.same_day_stability(one.options().at("S"), grade_of(rating)));
        }
        check_list(one, "stability", after);
    }
    // py-fsrs 6.3.1 lets "hard" lower it.
    CHECK(Fsrs().same_day_stability(5, Grade::hard) == doctest::Approx(2.747).epsilon(2e-4));
    CHECK(Fsrs().same_day_stability(5, Grade::good) == 5.0);
}

TEST_CASE("FSRS: the published schedule with steps of the day") {
    const auto parameters = stats_cases({"fsrs6"});
    for (const auto& one : stats_cases({"fsrs6_schedule"})) {
        const auto same = std::find_if(parameters.begin(), parameters.end(),
                                       [](const StatsCase& c) { return c.id() == "fsrs6_first_default_params_v600"; });
        REQUIRE(same != parameters.end());
        const Fsrs fsrs(options_of(same->options().at("parameters")));
        Card card;
        std::vector<double> days;
        for (const auto& rating : one.data().at("ratings")) {
            const auto reviewed = fsrs.review(card, grade_of(rating), days.empty() ? 0 : days.back());
            card = reviewed.card;
            days.push_back(reviewed.interval);
        }
        check_list(one, "interval_days", days);
    }
}

TEST_CASE("FSRS: steps of the day") {
    const Fsrs fsrs;
    SUBCASE("something new comes twice on the first day, unless it was easy") {
        const auto first = fsrs.review({}, Grade::good, 0);
        CHECK(first.interval == 0);
        CHECK(first.card.phase == Phase::learning);
        CHECK(fsrs.review(first.card, Grade::good, 0).interval >= 1);
        CHECK(fsrs.review({}, Grade::easy, 0).card.phase == Phase::review);
    }
    SUBCASE("again starts the steps anew, hard stays") {
        auto card = fsrs.review({}, Grade::good, 0).card;
        CHECK(fsrs.review(card, Grade::hard, 0).card.step == 1);
        CHECK(fsrs.review(card, Grade::again, 0).card.step == 0);
    }
    SUBCASE("without steps every review gives days") {
        FsrsOptions options;
        options.learning_steps = 0;
        options.relearning_steps = 0;
        const Fsrs direct(options);
        const auto first = direct.review({}, Grade::again, 0);
        CHECK(first.interval == 1);
        CHECK(direct.review(first.card, Grade::again, 5).interval >= 1);
    }
}

TEST_CASE("FSRS: limits") {
    FsrsOptions options;
    CHECK(Fsrs::valid(options));
    SUBCASE("parameters and retention outside their limits are not valid") {
        options.parameters[20] = 0.05;
        CHECK_FALSE(Fsrs::valid(options));
        options = {};
        options.parameters[4] = std::nan("");
        CHECK_FALSE(Fsrs::valid(options));
        options = {};
        options.retention = 0;
        CHECK_FALSE(Fsrs::valid(options));
    }
    SUBCASE("stability can be capped") {
        options.highest_stability = 36500;
        Memory capped{30000, 1};
        Memory free{30000, 1};
        for (int i = 0; i < 10; ++i) {
            capped = Fsrs(options).next(capped, Grade::easy, 30000);
            free = Fsrs().next(free, Grade::easy, 30000);
        }
        CHECK(capped.stability == 36500);
        CHECK(free.stability > 36500);
    }
    SUBCASE("difficulty stays from 1 to 10, stability above 0") {
        Memory memory = Fsrs().first(Grade::again);
        for (int i = 0; i < 50; ++i)
            memory = Fsrs().next(memory, Grade::again, 1);
        CHECK(memory.difficulty <= 10);
        CHECK(memory.stability >= 0.001);
        for (int i = 0; i < 50; ++i)
            memory = Fsrs().next(memory, Grade::easy, 1);
        CHECK(memory.difficulty >= 1);
    }
    SUBCASE("intervals end at the highest") {
        CHECK(Fsrs().interval(1e9) == 36500);
    }
    SUBCASE("days before the review count as none") {
        CHECK(Fsrs().retrievability(3, -2) == 1);
    }
}

TEST_CASE("FSRS: fuzz keeps near, covers both ends and leaves short intervals") {
    const Fsrs fsrs;
    CHECK(fsrs.fuzzed(2, 0.9) == 2);
    // 10 days: 1 + 0.15·4.5 + 0.1·3 = 1.975 to either side.
    CHECK(fsrs.fuzzed(10, 0) == 8);
    CHECK(fsrs.fuzzed(10, 0.999999) == 12);
    CHECK(fsrs.fuzzed(36500, 0.999999) == 36500);
    CHECK(fsrs.fuzzed(3, 0) == 2);
}

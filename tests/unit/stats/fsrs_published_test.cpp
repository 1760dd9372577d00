#include <cmath>
#include <vector>

#include <doctest/doctest.h>

#include "stats/fsrs.h"

// Numbers printed in the public tests of fsrs-rs, ts-fsrs and py-fsrs that are not among the shared cases.

using namespace timbang::stats;

namespace {

constexpr Grade kAgain = Grade::again, kHard = Grade::hard, kGood = Grade::good, kEasy = Grade::easy;

struct Step {
    Grade grade;
    double days;
};

Memory walk(const Fsrs& fsrs, const std::vector<Step>& steps) {
    Memory memory = fsrs.first(steps.front().grade);
    for (std::size_t i = 1; i < steps.size(); ++i)
        memory = fsrs.next(memory, steps[i].grade, steps[i].days);
    return memory;
}

// The peers print seven or eight digits, some of them computed with 32-bit numbers.
void check(const Memory& memory, double stability, double difficulty) {
    CHECK(memory.stability == doctest::Approx(stability).epsilon(2e-6));
    CHECK(memory.difficulty == doctest::Approx(difficulty).epsilon(2e-6));
}

// Five parameters less than FSRS 6: the last two are 0 and 0.5 (fsrs-rs, ts-fsrs fill them so).
FsrsOptions of_fsrs5(const std::array<double, 19>& parameters) {
    FsrsOptions options;
    std::copy(parameters.begin(), parameters.end(), options.parameters.begin());
    options.parameters[19] = 0;
    options.parameters[20] = 0.5;
    REQUIRE(Fsrs::valid(options));
    return options;
}

} // namespace

TEST_CASE("FSRS: forgetting curves as printed (ts-fsrs algorithm.test, fsrs-rs test_current_retrievability)") {
    const Fsrs fsrs;
    const double by_default[] = {1.0, 0.9, 0.84588465, 0.8093881};
    FsrsOptions options;
    options.parameters[20] = 0.2;
    const Fsrs slower(options);
    const double by_fifth[] = {1.0, 0.9, 0.84028935, 0.7985001};
    for (int day = 0; day < 4; ++day) {
        CHECK(fsrs.retrievability(1, day) == doctest::Approx(by_default[day]).epsilon(1e-7));
        CHECK(slower.retrievability(1, day) == doctest::Approx(by_fifth[day]).epsilon(1e-7));
    }
    CHECK(fsrs.retrievability(8.2956, 8) == doctest::Approx(0.9024733).epsilon(1e-7)); // ts-fsrs FSRS-6.test
}

TEST_CASE("FSRS: the first review as printed (ts-fsrs FSRS-6.test, first repeat)") {
    const Fsrs fsrs;
    check(fsrs.first(kAgain), 0.212, 6.4133);
    check(fsrs.first(kHard), 1.2931, 5.11217071);
    check(fsrs.first(kGood), 2.3065, 2.11810397);
    check(fsrs.first(kEasy), 8.2956, 1);
    CHECK(fsrs.review({}, kAgain, 0).interval == 0);
    CHECK(fsrs.review({}, kHard, 0).interval == 0);
    CHECK(fsrs.review({}, kGood, 0).interval == 0);
    CHECK(fsrs.review({}, kEasy, 0).interval == 8);
}

TEST_CASE("FSRS: two reviews as printed (fsrs-rs test_forward)") {
    FsrsOptions options;
    options.same_day = SameDayFloor::hard_good_easy;
    const Fsrs fsrs(options);
    check(walk(fsrs, {{kAgain, 0}, {kAgain, 1}}), 0.10088589, 8.806304);
    check(walk(fsrs, {{kHard, 0}, {kHard, 1}}), 3.2494123, 6.7404594);
    check(walk(fsrs, {{kGood, 0}, {kGood, 1}}), 7.3153, 2.1112142);
    check(walk(fsrs, {{kEasy, 0}, {kEasy, 1}}), 18.014914, 1);
    check(walk(fsrs, {{kAgain, 0}, {kAgain, 2}}), 0.112798266, 8.806304);
    check(walk(fsrs, {{kHard, 0}, {kHard, 2}}), 4.4694576, 6.7404594);
}

TEST_CASE("FSRS: the series with and without the formula of the day (fsrs-rs test_memory_state, ts-fsrs memory state)") {
    const std::vector<Step> series{{kAgain, 0}, {kGood, 0}, {kGood, 1}, {kGood, 3}, {kGood, 8}, {kGood, 21}};
    check(walk(Fsrs(), series), 53.62691, 6.3574867);
    FsrsOptions options;
    options.parameters[17] = options.parameters[18] = options.parameters[19] = 0;
    check(walk(Fsrs(options), series), 53.335106, 6.3574867);
}

TEST_CASE("FSRS: the schedule with today's parameters (py-fsrs, ts-fsrs: ivl_history)") {
    const Fsrs fsrs;
    const std::vector<Grade> grades{kGood, kGood, kGood, kGood, kGood, kGood, kAgain,
                                    kAgain, kGood, kGood, kGood, kGood, kGood};
    const std::vector<double> wanted{0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21};
    Card card;
    std::vector<double> days;
    for (const Grade grade : grades) {
        const Reviewed reviewed = fsrs.review(card, grade, days.empty() ? 0 : days.back());
        card = reviewed.card;
        days.push_back(reviewed.interval);
    }
    CHECK(days == wanted);
}

TEST_CASE("FSRS: py-fsrs: ten easy reviews in one moment leave the lowest difficulty; stability has a floor") {
    const Fsrs fsrs;
    Card easy, again;
    for (int i = 0; i < 10; ++i)
        easy = fsrs.review(easy, kEasy, 0).card;
    CHECK(easy.memory->difficulty == 1.0);
    for (int i = 0; i < 1000; ++i) {
        again = fsrs.review(again, kAgain, 1).card;
        REQUIRE(again.memory->stability >= 0.001);
    }
}

TEST_CASE("FSRS: parameters of FSRS 5, filled up (fsrs-rs test_memo_state, test_next_states)") {
    const Fsrs fsrs(of_fsrs5({0.6845422, 1.6790825, 4.7349424, 10.042885, 7.4410233, 0.64219797, 1.071918, 0.0025195254,
                              1.432437, 0.1544, 0.8692766, 2.0696752, 0.0953, 0.2975, 2.4691248, 0.19542035, 3.201072,
                              0.18046261, 0.121442534}));
    const std::vector<Step> series{{kAgain, 0}, {kGood, 1}, {kGood, 3}, {kGood, 8}};
    const Memory before = walk(fsrs, series);
    check(fsrs.next(before, kAgain, 21), 2.9691455, 8.000659);
    check(fsrs.next(before, kHard, 21), 17.091452, 7.6913934);
    check(fsrs.next(before, kGood, 21), 31.722992, 7.382128);
    check(fsrs.next(before, kEasy, 21), 71.7502, 7.0728626);
    check(fsrs.next({20.925528, 7.005062}, kGood, 21), 40.87456, 6.9913807);
}

TEST_CASE("FSRS: five long series without repeats on the day (ts-fsrs long-term scheduler, test1 to test5)") {
    const Fsrs fsrs(of_fsrs5({0.4197, 1.1869, 3.0412, 15.2441, 7.1434, 0.6477, 1.0007, 0.0674, 1.6597, 0.1712, 1.1178,
                              2.0225, 0.0904, 0.3025, 2.1214, 0.2498, 2.9466, 0.4891, 0.6468}));
    struct Series {
        std::vector<Grade> grades;
        std::vector<double> days, stability, difficulty; // `days`: until the next one
    };
    const std::vector<Series> all{
        {{kGood, kGood, kGood, kGood, kGood, kGood, kAgain, kAgain, kGood, kGood, kGood, kGood, kGood},
         {3, 13, 48, 155, 445, 1158, 17, 3, 11, 37, 112, 307, 773},
         {3.0412, 13.09130698, 48.15848988, 154.93732625, 445.05562739, 1158.07779739, 16.63063166, 3.01732209,
          11.42247264, 37.37521902, 111.8752758, 306.5974569, 772.94026648},
         {4.49094334, 4.26664289, 4.05746029, 3.86237659, 3.68044154, 3.51076891, 4.69833071, 5.55956298, 5.26323756,
          4.98688448, 4.72915759, 4.4888015, 4.26464541}},
        {{kAgain, kHard, kGood, kEasy, kAgain, kHard, kGood, kEasy},
         {1, 2, 6, 41, 4, 7, 21, 133},
         {0.4197, 1.0344317, 5.5356759, 41.0033667, 4.46605519, 6.67743292, 20.88868155, 132.81849454},
         {7.1434, 7.03653841, 6.64066485, 5.92312772, 6.44779861, 6.45995078, 6.10293922, 5.36588547}},
        {{kHard, kGood, kEasy, kAgain, kHard, kGood, kEasy, kAgain},
         {2, 7, 54, 5, 8, 26, 171, 8},
         {1.1869, 6.59167572, 53.76078737, 5.0853693, 8.09786749, 25.52991279, 171.16195166, 8.11072373},
         {6.23225985, 5.89059466, 5.14583392, 5.884097, 5.99269555, 5.667177, 4.91430736, 5.71619151}},
        {{kGood, kEasy, kAgain, kHard, kGood, kEasy, kAgain, kHard},
         {3, 33, 4, 7, 26, 193, 9, 14},
         {3.0412, 32.65484522, 4.22256838, 7.2325009, 25.52681746, 193.36618775, 8.63899847, 14.31323867},
         {4.49094334, 3.69538259, 4.83221448, 5.12078462, 4.85403286, 4.07165035, 5.1050878, 5.34697075}},
        {{kEasy, kAgain, kHard, kGood, kEasy, kAgain, kHard, kGood},
         {15, 3, 6, 27, 240, 10, 17, 60},
         {15.2441, 3.25621013, 6.32684549, 26.56339029, 239.70462771, 9.75621519, 17.06035531, 59.59547542},
         {1.16304343, 2.99573557, 3.59851762, 3.43436666, 2.60045771, 4.03816348, 4.46259158, 4.24020203}}};
    for (const Series& series : all) {
        Memory memory = fsrs.first(series.grades.front());
        for (std::size_t i = 0; i < series.grades.size(); ++i) {
            INFO(i);
            if (i > 0) memory = fsrs.next(memory, series.grades[i], series.days[i - 1]);
            // ts-fsrs rounds to eight decimals after every step
            CHECK(memory.stability == doctest::Approx(series.stability[i]).epsilon(1e-6));
            CHECK(memory.difficulty == doctest::Approx(series.difficulty[i]).epsilon(1e-6));
            const double given = fsrs.interval(memory.stability);
            // ts-fsrs lets a harder grade come at least a day earlier than an easier one
            CHECK(std::abs(given - series.days[i]) <= (series.days[i] < 3 ? 1 : 0));
        }
    }
}

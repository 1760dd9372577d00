#include "insight/repractice.h"

#include <algorithm>

#include "unit/insight/rows.h"

using namespace timbang;
using namespace timbang::insight;
using timbang::tests::check_text;
using timbang::tests::day;
using timbang::tests::decision;

namespace {

DecisionRow met(const std::string& session, bool found, int confidence, int on_day, const std::string& type = "wrong-year") {
    DecisionRow row = decision(session, session + type, found ? 0 : 1, 3, on_day);
    tests::add_problem(row, type, "year", found);
    row.confidence = confidence;
    row.sure = confidence == 3;
    return row;
}

const PracticeCard* card(const std::vector<PracticeCard>& cards, const std::string& type) {
    const auto found =
        std::find_if(cards.begin(), cards.end(), [&](const PracticeCard& one) { return one.topic.problem == type; });
    return found == cards.end() ? nullptr : &*found;
}

stats::Grade grade(const DecisionRow& row) {
    const auto cards = practice_cards({row});
    const PracticeCard* found = card(cards, "wrong-year");
    REQUIRE(found);
    return found->grade;
}

PracticeForm form(const std::string& variant, bool sound = false) {
    PracticeForm made;
    made.folder = made.scenario = "year-1";
    made.variant = variant;
    made.form = "form-" + variant;
    made.framework = "pack@1";
    made.repractice = true;
    made.sound = sound;
    made.about = {"wrong-year"};
    made.asks = {{"KS", domain::IndicatorType::Outcome}};
    return made;
}

Topic year() {
    Topic topic;
    topic.problem = "wrong-year";
    return topic;
}

} // namespace

TEST_CASE("grades follow what was found and how sure it was") {
    using stats::Grade;
    CHECK(grade(met("a", false, 3, 0)) == Grade::again);
    CHECK(grade(met("a", false, 1, 0)) == Grade::again);
    CHECK(grade(met("a", true, 1, 0)) == Grade::hard);
    CHECK(grade(met("a", true, 2, 0)) == Grade::good);
    CHECK(grade(met("a", true, 3, 0)) == Grade::easy);
    DecisionRow elsewhere = met("a", false, 2, 0);
    elsewhere.met[0].wrong_place = true;
    CHECK(grade(elsewhere) == Grade::hard);
    DecisionRow sound = decision("a", "x", 0);
    sound.about = {"wrong-year"};
    CHECK(grade(sound) == Grade::good);
    sound.alarms.push_back({"year", false, "wrong-year"});
    CHECK(grade(sound) == Grade::again);
}

TEST_CASE("cards are those of FSRS 6, one review a sitting") {
    const auto rows = std::vector<DecisionRow>{met("a", false, 2, 0), met("b", true, 2, 1), met("c", true, 2, 4)};
    const auto cards = practice_cards(rows);
    const PracticeCard* one = card(cards, "wrong-year");
    REQUIRE(one);
    const stats::Fsrs fsrs;
    stats::Memory memory = fsrs.first(stats::Grade::again);
    memory = fsrs.next(memory, stats::Grade::good, 1);
    memory = fsrs.next(memory, stats::Grade::good, 3);
    CHECK(one->card.memory == memory);
    CHECK(one->due == day(4) + std::chrono::hours(24) * static_cast<int>(fsrs.interval(memory.stability)));
    CHECK(one->reviews == 3);
    CHECK(one->lapses == 1);

    auto sitting = std::vector<DecisionRow>{met("a", false, 2, 0), met("a", true, 2, 0)};
    sitting[1].item = "other";
    CHECK(card(practice_cards(sitting), "wrong-year")->grade == stats::Grade::hard);
    CHECK(card(practice_cards(sitting), "wrong-year")->reviews == 1);
}

TEST_CASE("knowing the answer proves nothing: a repeated item counts only when it is missed again") {
    auto rows = std::vector<DecisionRow>{met("a", false, 2, 0), met("b", true, 3, 1)};
    rows[1].item = rows[0].item;
    CHECK(card(practice_cards(rows), "wrong-year")->reviews == 1);
    rows[1] = met("b", false, 3, 1);
    rows[1].item = rows[0].item;
    CHECK(card(practice_cards(rows), "wrong-year")->reviews == 2);
}

TEST_CASE("an indicator comes back only after it was difficult") {
    const auto cards = practice_cards({decision("a", "1", 0)});
    CHECK(cards.empty());
    const auto later = practice_cards({decision("a", "1", 0), decision("b", "2", 2, 3, 1)});
    REQUIRE(later.size() == 1);
    CHECK(later[0].topic.kind == TopicKind::Indicator);
    CHECK(later[0].topic.criterion == "KS");
    CHECK(later[0].grade == stats::Grade::again);
}

TEST_CASE("the due list: sure and different first, no problem named, one line for a decision") {
    auto rows = std::vector<DecisionRow>{met("a", false, 2, 0), met("b", false, 3, 3, "arithmetic"),
                                         met("c", true, 3, 3, "endorsement")};
    rows[1].code = "KS-P2";
    rows[2].criterion = "KD";
    const auto cards = practice_cards(rows);
    const auto due = due_list(rows, cards, day(9), 7 * 60);
    REQUIRE(due.size() == 3);
    CHECK(due[0].sure_and_different);
    CHECK(due[0].code == "KS-P2");
    CHECK(due[0].topic.problem == "arithmetic");
    CHECK(due[0].now);
    CHECK(due[1].topic.problem == "wrong-year");
    CHECK_FALSE(due[2].now);
    CHECK(due[2].day.key == "due.in-days");
    for (const DueItem& item : due) {
        check_text(item.why);
        check_text(item.from);
        check_text(item.day);
        CHECK(item.why.args.empty());
        for (const auto& [name, value] : item.from.args)
            CHECK(std::holds_alternative<std::int64_t>(value));
    }
    CHECK(due_list(rows, cards, day(0), 0, 0).size() <= due.size());
}

TEST_CASE("a decision is told by the calendar") {
    // 2025-01-01 is a Wednesday
    const auto from = [](int then, int now) {
        const std::vector<DecisionRow> rows{met("a", false, 2, then)};
        const auto due = due_list(rows, practice_cards(rows), day(now), 0, 400);
        REQUIRE(due.size() == 1);
        return due[0].from.key;
    };
    CHECK(from(0, 0) == "due.from-today");
    CHECK(from(0, 1) == "due.from-yesterday");
    CHECK(from(0, 4) == "due.from-this-week");
    CHECK(from(0, 5) == "due.from-last-week");
    CHECK(from(0, 11) == "due.from-last-week");
    CHECK(from(0, 12) == "due.from-weeks");
    CHECK(from(0, 90) == "due.from-months");
}

TEST_CASE("another form each time: unseen first, never the same twice in a row") {
    const std::vector<PracticeForm> forms{form("a"), form("b"), form("c", true)};
    base::Rng rng(7);
    std::vector<DecisionRow> rows{met("0", false, 3, 0)};
    std::vector<std::size_t> opened;
    for (int i = 1; i <= 9; ++i) {
        const auto chosen = choose_form(year(), forms, rows, rng);
        REQUIRE(chosen);
        if (!opened.empty()) CHECK(*chosen != opened.back());
        opened.push_back(*chosen);
        rows.push_back(decision(std::to_string(i), std::to_string(i), 0, 3, i));
        rows.back().form = forms[*chosen].form;
    }
    std::vector<std::size_t> first(opened.begin(), opened.begin() + 3);
    std::sort(first.begin(), first.end());
    CHECK(first == std::vector<std::size_t>{0, 1, 2}); // none again before all were seen
    CHECK(choose_form(year(), {forms[0]}, rows, rng) == 0); // the only one there is
    Topic other;
    other.problem = "arithmetic";
    CHECK_FALSE(choose_form(other, forms, rows, rng));
}

TEST_CASE("one in three is sound, and nobody can count on which") {
    std::vector<PracticeForm> forms;
    for (int i = 0; i < 6; ++i)
        forms.push_back(form(std::to_string(i), i == 0));
    base::Rng rng(1);
    int sound = 0;
    for (int i = 0; i < 3000; ++i)
        sound += *choose_form(year(), forms, {}, rng) == 0;
    CHECK(sound > 900);
    CHECK(sound < 1100);
}

TEST_CASE("a short case made for it comes before a whole one; broken ones never") {
    auto practice = form("p");
    practice.repractice = false;
    auto broken = form("x");
    broken.broken = true;
    base::Rng rng(1);
    for (int i = 0; i < 20; ++i)
        CHECK(choose_form(year(), {practice, broken, form("a")}, {}, rng) == 2);
    CHECK(choose_form(year(), {broken}, {}, rng) == std::nullopt);
}

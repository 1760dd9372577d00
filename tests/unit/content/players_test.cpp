#include <doctest/doctest.h>

#include "content/library.h"
#include "content/play_words.h"
#include "content/players.h"
#include "domain/comparison.h"

using namespace timbang;
using content::PlayerKind;

namespace {

std::shared_ptr<const domain::Scenario> bundled(const std::string& folder) {
    auto loaded = content::load_scenario(folder, {});
    REQUIRE(loaded.scenario != nullptr);
    return loaded.scenario;
}

std::vector<std::string> cases() { return content::find_scenarios(TIMBANG_SOURCE_DIR "/scenarios"); }

constexpr domain::Mode kModes[] = {domain::Mode::Learn, domain::Mode::Practise, domain::Mode::Check};

} // namespace

TEST_CASE("the reference player ends every bundled case exactly as its key says, in every mode") {
    for (const std::string& folder : cases()) {
        CAPTURE(folder);
        const auto scenario = bundled(folder);
        for (const domain::Mode mode : kModes) {
            const auto played = content::play(*scenario, PlayerKind::Reference, mode, 1);
            CHECK(played.state.finished);
            const auto result = domain::compare(*scenario, played.state);
            CHECK(result.exact == static_cast<int>(scenario->tasks.size()));
            CHECK(result.missed == 0);
            CHECK(result.false_alarms == 0);
            for (const auto& one : result.indicators) {
                CAPTURE(scenario->tasks[static_cast<std::size_t>(one.task)].code);
                CHECK(one.exact);
                CHECK(one.feedback.empty());
            }
            for (const auto& part : result.parts) {
                CAPTURE(scenario->parts[static_cast<std::size_t>(part.part)].id);
                if (!part.answered ||
                    scenario->parts[static_cast<std::size_t>(part.part)].kind == domain::PartKind::Letter)
                    continue; // of a step that is not on the way, or a letter
                CHECK(part.same);
            }
        }
    }
}

TEST_CASE("lenient and strict are exact on at most half of every bundled case") {
    for (const std::string& folder : cases()) {
        CAPTURE(folder);
        const auto scenario = bundled(folder);
        for (const PlayerKind kind : {PlayerKind::Lenient, PlayerKind::Strict}) {
            const auto played = content::play(*scenario, kind, domain::Mode::Practise, 1);
            CHECK(played.state.finished);
            const auto result = domain::compare(*scenario, played.state);
            CHECK(result.decided == static_cast<int>(scenario->tasks.size()));
            CHECK(2 * result.exact <= static_cast<int>(scenario->tasks.size()));
            CHECK(result.false_alarms == 0);
        }
    }
}

TEST_CASE("a random session ends, is the same for the same seed, and its events give its state") {
    for (const std::string& folder : cases()) {
        CAPTURE(folder);
        const auto scenario = bundled(folder);
        std::string before;
        for (std::uint64_t seed = 1; seed <= 25; ++seed) {
            CAPTURE(seed);
            const auto mode = kModes[seed % 3];
            const auto played = content::play(*scenario, PlayerKind::Random, mode, seed);
            CHECK(played.state.finished);
            CHECK(played.commands <= 10000);
            const std::string digest = domain::digest(*scenario, played.events);
            CHECK(digest == domain::digest(*scenario, content::play(*scenario, PlayerKind::Random, mode, seed).events));
            CHECK(digest != before);
            before = digest;
            CHECK(domain::replay(*scenario, played.events) == played.state);
        }
    }
}

TEST_CASE("the words of a .play file fill in a form and hand it in") {
    const auto scenario = bundled(TIMBANG_SOURCE_DIR "/scenarios/jumlah-yang-tidak-cocok");
    const auto played = content::play_script(*scenario, R"(# a comment
next
open berkas-pengantar 3
check completeness all yes
check completeness/checklist complete no
hand-in completeness
choose begin start-with-note
next
open persalinan 2
mark KS-O1 persalinan 2 "6.729" arithmetic
mark KS-O1 persalinan 3 "3.118"
mark KS-O1 persalinan 2 "1.147" own-population
unmark 3
do call-dukcapil
figure KS-O1 6279/6940*100
check KS-O1 all yes
check KS-O1 arithmetic no
verdict KS-O1 return
score KS-O1 8
sure KS-O1 3
reason KS-O1 "Jumlahnya 6.279."
decide KS-O1
)", domain::Mode::Practise, 1);
    REQUIRE(played.ok());
    const domain::State& state = played->state;
    const auto task = static_cast<std::size_t>(scenario->find_task("KS-O1"));
    REQUIRE(state.decisions[task].has_value());
    CHECK(state.decisions[task]->score == 8);
    CHECK(state.decisions[task]->check("arithmetic") == domain::Check::No);
    CHECK(state.decisions[task]->check("endorsed") == domain::Check::Yes);
    CHECK(state.decisions[task]->reason == "Jumlahnya 6.279.");
    CHECK(state.decisions[task]->marks.size() == 2);
    REQUIRE(state.figures.size() == 1);
    CHECK(state.figures[0].value == domain::Rational(6279 * 100, 6940));
    CHECK(state.part_answers[static_cast<std::size_t>(scenario->find_part("begin"))]->option == "start-with-note");
    CHECK(state.spent == 10);
}

TEST_CASE("a line that cannot be read or is refused is told by its number and cause") {
    const auto scenario = bundled(TIMBANG_SOURCE_DIR "/scenarios/jumlah-yang-tidak-cocok");
    const auto cause = [&](const std::string& script) {
        const auto played = content::play_script(*scenario, script, domain::Mode::Practise, 1);
        REQUIRE(!played.ok());
        CHECK(played.error().code == "play-line");
        REQUIRE(played.error().cause != nullptr);
        CHECK(std::get<std::int64_t>(played.error().args.front().second) == 2);
        return played.error().cause->code;
    };
    CHECK(cause("next\nopne persalinan 1\n") == "play-word");
    CHECK(cause("next\nopen persalinann 1\n") == "play-id");
    CHECK(cause("next\nopen persalinan one\n") == "play-value");
    CHECK(cause("next\nopen jawaban-dukcapil 1\n") == "play-refused");
    CHECK(cause("next\nmark KS-O1 persalinan 2 \"9.999\" arithmetic\n") == "play-quote");
    CHECK(cause("next\nfigure KS-O1 1/0\n") == "play-figure");
    CHECK(cause("next\ncategory peduli\n") == "play-no-part");
    CHECK(cause("next\nopen persalinan 1 now\n") == "play-value");
}

TEST_CASE("a session written in words plays again to the same state") {
    for (const std::string& folder : cases()) {
        CAPTURE(folder);
        const auto scenario = bundled(folder);
        for (const PlayerKind kind : {PlayerKind::Reference, PlayerKind::Lenient}) {
            const auto played = content::play(*scenario, kind, domain::Mode::Practise, 3);
            std::string script;
            for (const domain::Event& event : played.events) {
                if (const auto* one = std::get_if<domain::Opened>(&event))
                    script += content::print_command(*scenario, domain::Open{one->evidence, one->page});
                if (const auto* one = std::get_if<domain::Marked>(&event))
                    script += content::print_command(*scenario, domain::MarkPassage{one->mark.task, one->mark.evidence,
                                                                                    one->mark.page, one->mark.range,
                                                                                    one->mark.area, one->mark.type});
                if (const auto* one = std::get_if<domain::ActionTaken>(&event))
                    script += content::print_command(*scenario, domain::TakeAction{one->action});
                if (const auto* one = std::get_if<domain::Decided>(&event))
                    script += content::print_command(*scenario, domain::Decide{one->task, one->decision});
                if (const auto* one = std::get_if<domain::PartDecided>(&event))
                    script += content::print_command(*scenario, domain::DecidePart{one->part, one->answer});
                if (std::holds_alternative<domain::LeftStep>(event))
                    script += content::print_command(*scenario, domain::LeaveStep{});
            }
            const auto again = content::play_script(*scenario, script, domain::Mode::Practise, 3);
            REQUIRE(again.ok());
            CHECK(again->state.finished);
            CHECK(again->state.decisions == played.state.decisions);
            CHECK(again->state.marks == played.state.marks);
        }
    }
}

TEST_CASE("places on a page are read as numbers, and anything else is refused") {
    const auto scenario = bundled(TIMBANG_SOURCE_DIR "/scenarios/kota-di-tepi-teluk");
    const domain::State state = domain::initial_state(*scenario, domain::Mode::Practise);
    const auto mark = [&](const std::string& place) {
        return content::parse_command(*scenario, state, "mark PK-O1 perselisihan-kerja " + place + " mismatch");
    };
    const auto area = mark("2 area 662,133,184,715");
    REQUIRE(area.ok());
    CHECK(std::get<domain::MarkPassage>(*area).area == domain::Area{662, 133, 184, 715});
    const auto bytes = mark("1 @12-20");
    REQUIRE(bytes.ok());
    CHECK(std::get<domain::MarkPassage>(*bytes).range == domain::TextRange{12, 20});
    CHECK(mark("1 \"PEMERINTAH\" #1").ok());
    for (const char* wrong : {"2 area 1,2,3", "2 area 1,2,3,4,5", "2 area 1,2,3,x", "2 area 1,2,3,99999999999", "1 @12",
                              "1 @12-", "1 @12-20x", "1 @99999999999-2", "1 \"PEMERINTAH\" #0", "1 \"PEMERINTAH\" #x",
                              "1 \"PEMERINTAH\" #99999999999999999999"}) {
        CAPTURE(wrong);
        CHECK_FALSE(mark(wrong).ok());
    }
}

TEST_CASE("a checklist answered alike is written as one line") {
    const auto scenario = bundled(TIMBANG_SOURCE_DIR "/scenarios/jumlah-yang-tidak-cocok");
    const domain::IndicatorIx task = scenario->find_task("KS-O1");
    domain::Draft draft{task, {}};
    const auto& rules = scenario->tasks[static_cast<std::size_t>(task)].indicator->checklist;
    for (const std::string& rule : rules) draft.decision.set_check(rule, domain::Check::Yes);
    CHECK(content::print_command(*scenario, draft) == "check KS-O1 all yes\n");
    draft.decision.set_check(rules.front(), domain::Check::No);
    CHECK(content::print_command(*scenario, draft).rfind("check KS-O1 " + rules.front() + " no\n", 0) == 0);
    draft.decision.checklist.pop_back();
    CHECK(content::print_command(*scenario, draft).find(" all ") == std::string::npos);
}

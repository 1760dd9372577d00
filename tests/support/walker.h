#pragma once

#include "base/rng.h"
#include "domain/session.h"

namespace timbang::tests {

using namespace timbang::domain;

/// Thinks up commands for any case by seed: most of them legal, some of them nonsense that the rules must refuse.
class Walker {
public:
    Walker(const Scenario& scenario, std::uint64_t seed) : scenario_(scenario), rng_(seed) {}

    [[nodiscard]] Command next(const State& state) {
        const Legal legal = legal_commands(scenario_, state);
        switch (rng_.below(16)) {
        case 0:
        case 1: return Open{any_place(scenario_.evidence), 1 + number(3)};
        case 2:
        case 3: return mark();
        case 4: return Retype{number(state.next_mark + 1), type()};
        case 5: return Unmark{number(state.next_mark + 1)};
        case 6: return Draft{any_place(scenario_.tasks), decision()};
        case 7:
        case 8:
        case 9: return Decide{legal.tasks.empty() ? any_place(scenario_.tasks) : pick(legal.tasks), decision()};
        case 10: return DraftPart{any_place(scenario_.parts), answer()};
        case 11:
        case 12: return DecidePart{legal.parts.empty() ? any_place(scenario_.parts) : pick(legal.parts), answer()};
        case 13: return TakeAction{any_place(scenario_.actions)};
        case 14: return rare(state);
        default: return LeaveStep{};
        }
    }

private:
    int number(int bound) { return static_cast<int>(rng_.below(static_cast<std::uint64_t>(bound))); }
    template <class T> const T& pick(const std::vector<T>& list) { return list[rng_.below(list.size())]; }
    /// A place in the list, now and then one beside it.
    template <class T> int any_place(const std::vector<T>& list) {
        return number(static_cast<int>(list.size()) + 2) - (number(8) == 0 ? 1 : 0);
    }

    Command rare(const State& state) {
        switch (number(state.over() ? 2 : 8)) {
        case 0: return Disagree{any_place(scenario_.tasks), number(2) == 0 ? "Menurut saya lain" : ""};
        case 1: return Figure{any_place(scenario_.tasks), "6.279 ÷ 6.940", Rational(6279, 6940)};
        case 2: return number(8) == 0 ? Command(Abandon{}) : Command(LeaveStep{});
        default: return LeaveStep{};
        }
    }

    std::string type() {
        if (number(4) == 0) return "";
        return number(12) == 0 ? std::string("no-such-type") : pick(scenario_.framework->problem_types).id;
    }

    MarkPassage mark() {
        MarkPassage made;
        made.task = any_place(scenario_.tasks);
        made.evidence = any_place(scenario_.evidence);
        made.page = 1 + number(2);
        made.type = type();
        const Page* page = scenario_.page(made.evidence, made.page);
        const int length = page == nullptr ? 10 : static_cast<int>(page->text.size());
        made.range.begin = static_cast<std::uint32_t>(number(length + 2));
        made.range.end = made.range.begin + static_cast<std::uint32_t>(number(length / 2 + 2));
        if (number(4) == 0) made.area = Area{number(1100), number(1100), number(400), number(400)};
        return made;
    }

    std::vector<std::pair<std::string, Check>> checks() {
        std::vector<std::pair<std::string, Check>> made;
        for (const Rule& rule : scenario_.framework->rules)
            if (number(10) != 0 && (rule.id != "arithmetic" || number(20) == 0))
                made.emplace_back(rule.id, static_cast<Check>(number(3)));
        return made;
    }

    Decision decision() {
        Decision made;
        made.checklist = checks();
        if (number(10) != 0) made.verdict = static_cast<Verdict>(number(3));
        if (number(10) != 0) made.score = number(14) == 0 ? 7 : 2 * number(6);
        if (number(10) != 0) made.confidence = static_cast<Confidence>(1 + number(3) + (number(14) == 0 ? 2 : 0));
        if (number(3) == 0) made.reason = "Karena “jumlahnya” lain\n" + std::to_string(number(3));
        return made;
    }

    PartAnswer answer() {
        PartAnswer made;
        made.checklist = checks();
        if (!scenario_.parts.empty()) {
            const StepPart& part = pick(scenario_.parts);
            if (!part.options.empty()) made.option = pick(part.options).id;
            if (!part.points.empty()) made.points = {pick(part.points).id};
        }
        if (made.option.empty() && number(3) != 0) made.option = "start";
        if (number(5) != 0) made.category = pick(scenario_.framework->categories).id;
        made.letter = number(3) == 0 ? "" : "Kepada Yth. " + std::to_string(number(2));
        made.locked = number(2) == 0;
        return made;
    }

    const Scenario& scenario_;
    base::Rng rng_;
};

} // namespace timbang::tests

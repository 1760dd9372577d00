#include "base/utf8.h"
#include "content/compare/lists.h"

namespace timbang::content::compare {

using domain::Scenario;

namespace {

template <class T, class Words> std::vector<std::string> words_of(const std::vector<T>& list, Words words) {
    std::vector<std::string> all;
    for (const T& one : list)
        all.push_back(words(one));
    return all;
}

std::vector<std::string> effects(const Scenario& scenario, const std::vector<domain::Effect>& list) {
    return words_of(list, [&](const domain::Effect& effect) { return effect_words(scenario, effect); });
}

std::vector<std::string> codes(const Scenario& scenario, const std::vector<domain::IndicatorIx>& list) {
    return words_of(list, [&](int at) { return scenario.tasks[static_cast<std::size_t>(at)].code; });
}

void compare_action(const Scenario& older, const domain::Action& was, const Scenario& newer, const domain::Action& is,
                    CaseComparison& comparison) {
    Changes changes(comparison, ChangeOf::Action, is.id);
    changes.text("label", "label", was.label, is.label);
    changes.value("cost", "cost", std::to_string(was.cost), std::to_string(is.cost));
    changes.names("then", "effects", effects(older, was.then), effects(newer, is.then));
    comparison.other_script |= was.cost != is.cost || effects(older, was.then) != effects(newer, is.then);
    changes.names("helps", "helps", codes(older, was.helps), codes(newer, is.helps));
    changes.text("why", "why", was.why, is.why);
}

std::vector<std::string> ways(const Scenario& scenario, const domain::Step& step) {
    return words_of(step.next, [&](const domain::Way& way) {
        return condition_words(way.when) + " → " +
               (way.to == domain::kEnd ? "end" : scenario.steps[static_cast<std::size_t>(way.to)].id);
    });
}

std::vector<std::string> events(const Scenario& scenario, const domain::Step& step) {
    return words_of(step.events, [&](const domain::ScriptEvent& event) {
        return condition_words(event.when) + " → " + base::join(effects(scenario, event.then));
    });
}

std::vector<std::string> evidence_ids(const Scenario& scenario, const domain::Step& step) {
    return words_of(step.evidence, [&](int at) { return scenario.evidence[static_cast<std::size_t>(at)].id; });
}

std::vector<std::string> action_ids(const Scenario& scenario, const domain::Step& step) {
    return words_of(step.actions, [&](int at) { return scenario.actions[static_cast<std::size_t>(at)].id; });
}

std::vector<std::string> part_ids(const Scenario& scenario, const domain::Step& step) {
    return words_of(step.parts, [&](int at) { return scenario.parts[static_cast<std::size_t>(at)].id; });
}

void compare_step(const Scenario& older, const domain::Step& was, const Scenario& newer, const domain::Step& is,
                  CaseComparison& comparison) {
    Changes changes(comparison, ChangeOf::Step, is.id);
    const std::size_t begin = comparison.changes.size();
    changes.names("evidence", "evidence", evidence_ids(older, was), evidence_ids(newer, is));
    changes.names("indicators", "indicators", codes(older, was.indicators), codes(newer, is.indicators));
    changes.names("actions", "actions", action_ids(older, was), action_ids(newer, is));
    changes.names("decide", "parts", part_ids(older, was), part_ids(newer, is));
    changes.names("events", "events", events(older, was), events(newer, is));
    changes.names("next", "ways", ways(older, was), ways(newer, is));
    comparison.other_script |= comparison.changes.size() > begin;
    changes.text("title", "title", was.title, is.title);
    changes.text("text", "step-text", was.text, is.text);
    changes.text("wait", "wait", was.wait, is.wait);
}

void compare_part(const Scenario& older, const domain::StepPart& was, const Scenario& newer, const domain::StepPart& is,
                  CaseComparison& comparison) {
    Changes changes(comparison, ChangeOf::Part, is.id);
    changes.names("checklist", "checklist", was.checklist, is.checklist);
    changes.text("ask", "ask", was.ask, is.ask);
    pair_up(
        was.options, is.options, [](const domain::Option& option, bool) { return option.id; },
        [&](const domain::Option& one, const domain::Option& other) {
            changes.text("options", "option", one.text, other.text, {{"id", other.id}});
        },
        [&](const domain::Option& other) {
            changes.add("options", "option-added", {{"id", other.id}});
        },
        [&](const domain::Option& one) {
            changes.add("options", "option-removed", {{"id", one.id}});
        });
    const std::size_t begin = comparison.changes.size();
    const auto total = [](const domain::StepPart& part) {
        return part.reference_total ? part.reference_total->text() : "";
    };
    changes.value("reference", "option-reference", was.reference_option, is.reference_option);
    changes.value("reference", "category", was.reference_category, is.reference_category);
    changes.value("reference", "total", total(was), total(is));
    const bool answer = comparison.changes.size() > begin || was.reference.holds != is.reference.holds ||
                        was.reference.fails != is.reference.fails;
    if (answer) comparison.rescored.push_back(is.id);
    compare_reference(older, was.reference, newer, is.reference, changes);
    compare_replies(was.replies, is.replies, changes);
    changes.text("model", "model", was.model, is.model);
    const auto text = [](const domain::Option& point) { return point.id + ": " + point.text.id; };
    changes.names("points", "points", words_of(was.points, text), words_of(is.points, text));
}

} // namespace

void compare_script(const Scenario& older, const Scenario& newer, CaseComparison& comparison) {
    const auto came = [&](ChangeOf of, const std::string& id, const char* part, const char* key) {
        Changes(comparison, of, id).add(part, key);
        comparison.other_script = true;
    };
    pair_up(
        older.actions, newer.actions, [](const domain::Action& one, bool) { return one.id; },
        [&](const domain::Action& was, const domain::Action& is) { compare_action(older, was, newer, is, comparison); },
        [&](const domain::Action& is) { came(ChangeOf::Action, is.id, "action", "action-added"); },
        [&](const domain::Action& was) { came(ChangeOf::Action, was.id, "action", "action-removed"); });
    pair_up(
        older.steps, newer.steps, [](const domain::Step& one, bool) { return one.id; },
        [&](const domain::Step& was, const domain::Step& is) { compare_step(older, was, newer, is, comparison); },
        [&](const domain::Step& is) { came(ChangeOf::Step, is.id, "step", "step-added"); },
        [&](const domain::Step& was) { came(ChangeOf::Step, was.id, "step", "step-removed"); });
}

void compare_parts(const Scenario& older, const Scenario& newer, CaseComparison& comparison) {
    pair_up(
        older.parts, newer.parts, [](const domain::StepPart& one, bool) { return one.id; },
        [&](const domain::StepPart& was, const domain::StepPart& is) {
            compare_part(older, was, newer, is, comparison);
        },
        [](const domain::StepPart&) {}, [](const domain::StepPart&) {}); // the step has told what came and went
}

} // namespace timbang::content::compare

#include <algorithm>

#include "content/format/shapes.h"
#include "content/framework/reader.h"
#include "content/scenario/reading.h"

namespace timbang::content {

using domain::Effect;
using domain::EffectKind;
using domain::Step;
using yaml::Fields;
using yaml::Node;

namespace {

std::optional<Effect> read_effect(Reading& reading, const Node& node) {
    if (!node.is_mapping() || node.keys.size() != 1) {
        yaml::add_bad_value(reading.findings, node, "effect");
        return std::nullopt;
    }
    Fields fields(node, reading.findings, format::kEffect);
    Effect effect;
    if (const Node* reveal = fields.find("reveal")) {
        effect.kind = EffectKind::Reveal;
        effect.evidence = place_of(reading, *reveal, reading.names.evidence, "unknown-evidence");
    } else if (const Node* set = fields.find("set")) {
        effect.kind = EffectKind::Set;
        effect.flag = place_of(reading, *set, reading.names.flags, "unknown-flag");
    } else if (const Node* say = fields.find("say")) {
        effect.kind = EffectKind::Say;
        effect.say = read_long_text(reading, *say);
    } else {
        fields.finish();
        return std::nullopt;
    }
    return effect;
}

/// Places of the ids in a list; each counts once.
std::vector<int> read_places(Reading& reading, Fields& fields, std::string_view key,
                             const std::vector<std::string>& known, const char* code) {
    std::vector<int> places;
    for (const Node* item : fields.list(key)) {
        const int at = place_of(reading, *item, known, code);
        if (at < 0) continue;
        if (std::find(places.begin(), places.end(), at) == places.end()) places.push_back(at);
        else yaml::add_error(reading.findings, item->span(), "duplicate-id", {{"id", std::string(item->text)}});
    }
    return places;
}

void read_ways(Reading& reading, Fields& fields, Step& step) {
    const Node* list = fields.find("next");
    if (list == nullptr) return;
    for (const Node* item : yaml::as_list(*list, reading.findings)) {
        Fields one(*item, reading.findings, format::kWay);
        domain::Way way;
        if (const Node* when = one.find("when")) way.when = read_condition(reading, *when, ConditionOf::Script);
        const Node* to = one.find("goto");
        one.finish();
        if (to == nullptr) continue;
        way.to = to->text == "end" ? domain::kEnd : place_of(reading, *to, reading.names.steps, "unknown-step");
        step.next.push_back(std::move(way));
    }
}

void read_events(Reading& reading, Fields& fields, Step& step) {
    for (const Node* item : fields.list("events")) {
        Fields one(*item, reading.findings, format::kEvent);
        domain::ScriptEvent event;
        if (const Node* when = one.find("when")) event.when = read_condition(reading, *when, ConditionOf::Script);
        event.then = read_effects(reading, one, "then");
        one.finish();
        step.events.push_back(std::move(event));
    }
}

void read_step(Reading& reading, const Node& node, std::vector<std::string>& seen) {
    Fields fields(node, reading.findings, format::kStep);
    Step step;
    step.id = fields.id("id");
    step.title = fields.text("title");
    if (const Node* text = fields.find("text")) step.text = read_long_text(reading, *text);
    step.evidence = read_places(reading, fields, "evidence", reading.names.evidence, "unknown-evidence");
    step.indicators = read_places(reading, fields, "indicators", reading.names.indicators, "unknown-indicator");
    step.actions = read_places(reading, fields, "actions", reading.names.actions, "unknown-action");
    for (const Node* part : fields.list("decide")) read_step_part(reading, *part, step);
    read_events(reading, fields, step);
    read_ways(reading, fields, step);
    step.wait = fields.text("wait");
    fields.finish();
    static_cast<void>(is_new_id(seen, step.id, node, reading.findings));
    reading.places.steps.push_back(node.span());
    reading.scenario.steps.push_back(std::move(step));
}

/// Choices are parts now: conditions on their answers get their places.
void link_answers(const domain::Scenario& scenario, domain::Condition& condition) {
    if (condition.kind == domain::ConditionKind::Answer) condition.index = scenario.find_part(condition.name);
    for (domain::Condition& part : condition.parts) link_answers(scenario, part);
}

void link_answers(domain::Scenario& scenario) {
    for (Step& step : scenario.steps) {
        for (domain::ScriptEvent& event : step.events) link_answers(scenario, event.when);
        for (domain::Way& way : step.next) link_answers(scenario, way.when);
    }
    for (domain::Task& task : scenario.tasks)
        for (domain::Reply& reply : task.replies) link_answers(scenario, reply.when);
    for (domain::StepPart& part : scenario.parts)
        for (domain::Reply& reply : part.replies) link_answers(scenario, reply.when);
}

} // namespace

std::vector<Effect> read_effects(Reading& reading, Fields& fields, std::string_view key) {
    std::vector<Effect> effects;
    for (const Node* item : fields.list(key))
        if (auto effect = read_effect(reading, *item)) effects.push_back(std::move(*effect));
    return effects;
}

void read_actions(Reading& reading, Fields& fields) {
    std::vector<std::string> seen;
    for (const Node* item : fields.list("actions")) {
        Fields one(*item, reading.findings, format::kAction);
        domain::Action action;
        action.id = one.id("id");
        action.label = one.text("label");
        action.cost = one.whole("cost", 0);
        action.then = read_effects(reading, one, "then");
        action.helps = read_places(reading, one, "helps", reading.names.indicators, "unknown-indicator");
        action.why = one.text("why");
        one.finish();
        if (!is_new_id(seen, action.id, *item, reading.findings)) continue;
        const Node* helps = item->get("helps");
        reading.places.actions.push_back(item->span());
        reading.places.helps.push_back(helps == nullptr ? item->span() : helps->span());
        reading.scenario.actions.push_back(std::move(action));
    }
}

void read_script(Reading& reading, Fields& fields) {
    const Node* script = fields.find("script");
    if (script == nullptr) return;
    Fields one(*script, reading.findings, format::kScript);
    const Node* start = one.find("start");
    const Node* steps = one.find("steps");
    one.finish();
    reading.scenario.flags = reading.names.flags;
    if (steps == nullptr) return;
    std::vector<std::string> seen;
    const auto items = yaml::as_list(*steps, reading.findings);
    if (items.empty()) yaml::add_bad_value(reading.findings, *steps, "steps");
    for (const Node* item : items) read_step(reading, *item, seen);
    if (start != nullptr) {
        const int at = place_of(reading, *start, reading.names.steps, "unknown-step");
        reading.scenario.start = std::max(at, 0);
    }
    link_answers(reading.scenario);
}

} // namespace timbang::content

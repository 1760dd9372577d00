#include <nlohmann/json.hpp>

#include "base/hash.h"
#include "base/json.h"
#include "content/scenario/reading.h"

namespace timbang::content {

using domain::Passage;
using nlohmann::json;

namespace {

json text_json(const domain::Text& text) { return {{"en", text.en}, {"id", text.id}}; }

template <class List, class Make> json list_json(const List& list, Make make) {
    json out = json::array();
    for (const auto& one : list) out.push_back(make(one));
    return out;
}

/// Names instead of places, so that a hash does not depend on the order of other things.
class Key {
public:
    explicit Key(const domain::Scenario& scenario) : scenario_(scenario) {}

    json passage(const Passage& passage) const {
        json out{{"in", scenario_.evidence[static_cast<std::size_t>(passage.evidence)].id},
                 {"page", passage.page},
                 {"quote", passage.quote},
                 {"each", passage.each}};
        if (passage.area) out["area"] = {passage.area->x, passage.area->y, passage.area->width, passage.area->height};
        return out;
    }

    json passages(const std::vector<Passage>& list) const {
        return list_json(list, [&](const Passage& one) { return passage(one); });
    }

    json condition(const domain::Condition& when) const {
        return {{"kind", static_cast<int>(when.kind)},
                {"name", when.name},
                {"value", when.value},
                {"relation", static_cast<int>(when.relation)},
                {"number", when.number},
                {"verdict", static_cast<int>(when.verdict)},
                {"parts", list_json(when.parts, [&](const domain::Condition& part) { return condition(part); })}};
    }

    json replies(const std::vector<domain::Reply>& list) const {
        return list_json(list, [&](const domain::Reply& reply) {
            return json{{"when", condition(reply.when)},
                        {"type", reply.type},
                        {"rule", reply.rule},
                        {"why", text_json(reply.why)}};
        });
    }

    json reference(const domain::Reference& one) const {
        json out{{"verdict", domain::verdict_id(one.verdict)},
                 {"holds", one.holds},
                 {"fails", one.fails},
                 {"rules", one.rules},
                 {"why", text_json(one.why)},
                 {"rests_on", passages(one.rests_on)}};
        if (one.score) out["score"] = *one.score;
        if (one.figure) out["figure"] = one.figure->text();
        return out;
    }

    json problem(const domain::Problem& one) const {
        return {{"type", one.type},           {"rule", one.rule},    {"where", passage(one.where)},
                {"also", passages(one.also)}, {"or", one.also_types}, {"why", text_json(one.why)}};
    }

    template <class Answer> static json answer(const Answer& one) {
        json out{{"verdict", domain::verdict_id(one.verdict)}, {"why", text_json(one.why)}};
        if (one.score) out["score"] = *one.score;
        return out;
    }

    json task(const domain::Task& one) const {
        return {{"code", one.code},
                {"reference", reference(one.reference)},
                {"near", list_json(one.near, [](const domain::Near& near) { return answer(near); })},
                {"problems", list_json(one.problems, [&](const domain::Problem& it) { return problem(it); })},
                {"allowed", list_json(one.allowed,
                                      [&](const domain::Allowed& it) {
                                          return json{{"type", it.type}, {"where", passage(it.where)}};
                                      })},
                {"panel", list_json(one.panel,
                                    [](const domain::PanelVote& vote) {
                                        json out = answer(vote);
                                        out["by"] = vote.by;
                                        return out;
                                    })},
                {"replies", replies(one.replies)}};
    }

    json part(const domain::StepPart& one) const {
        json out{{"id", one.id},
                 {"reference", reference(one.reference)},
                 {"option", one.reference_option},
                 {"category", one.reference_category},
                 {"replies", replies(one.replies)},
                 {"model", text_json(one.model)},
                 {"points", list_json(one.points, [](const domain::Option& it) {
                      return json{{"id", it.id}, {"text", text_json(it.text)}};
                  })}};
        if (one.reference_total) out["total"] = one.reference_total->text();
        return out;
    }

    json action(const domain::Action& one) const {
        return {{"id", one.id},
                {"helps", list_json(one.helps,
                                    [&](domain::IndicatorIx at) {
                                        return scenario_.tasks[static_cast<std::size_t>(at)].code;
                                    })},
                {"why", text_json(one.why)}};
    }

private:
    const domain::Scenario& scenario_;
};

json bound_json(const domain::Bound& bound) {
    json out = json::object();
    if (bound.from) out["from"] = bound.from->text();
    if (bound.to) out["to"] = bound.to->text();
    if (bound.above) out["above"] = bound.above->text();
    if (bound.below) out["below"] = bound.below->text();
    return out;
}

/// What the trainee is given: the indicator as the framework asks it, its bands, and the documents.
json item_json(const domain::Scenario& scenario, const domain::Task& task) {
    const domain::Indicator& indicator = *task.indicator;
    json out{{"framework", scenario.framework->id},
             {"code", task.code},
             {"title", text_json(indicator.title)},
             {"asks", text_json(indicator.asks)},
             {"unit", indicator.unit},
             {"checklist", indicator.checklist},
             {"scale", list_json(indicator.scale.steps, [](const domain::ScaleStep& step) {
                  return json{{"score", step.score}, {"bound", bound_json(step.bound)}, {"level", text_json(step.level)}};
              })}};
    out["evidence"] = list_json(task.evidence, [&](domain::EvidenceIx at) {
        const domain::Evidence& document = scenario.evidence[static_cast<std::size_t>(at)];
        return json{{"id", document.id}, {"pages", list_json(document.pages, [](const domain::EvidencePage& page) {
                                              return page.page.text;
                                          })}};
    });
    return out;
}

} // namespace

void fill_hashes(Reading& reading) {
    domain::Scenario& scenario = reading.scenario;
    const Key key(scenario);
    const json all{
        {"tasks", list_json(scenario.tasks, [&](const domain::Task& task) { return key.task(task); })},
        {"parts", list_json(scenario.parts, [&](const domain::StepPart& part) { return key.part(part); })},
        {"actions", list_json(scenario.actions, [&](const domain::Action& action) { return key.action(action); })}};
    scenario.hashes.key = base::sha256(base::canonical_json(all));
    scenario.hashes.content = reading.files.content_hash();
    for (domain::Task& task : scenario.tasks)
        task.item_hash = base::sha256(base::canonical_json(item_json(scenario, task)));
}

} // namespace timbang::content

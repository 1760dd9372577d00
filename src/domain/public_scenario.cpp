#include "domain/public_scenario.h"

#include <array>

#include <nlohmann/json.hpp>

#include "domain/page_json.h"

namespace timbang::domain {
namespace {

using Json = nlohmann::json;

constexpr std::array<const char*, 4> kParts = {"checklist", "choice", "category", "letter"};

std::size_t at(int index) { return static_cast<std::size_t>(index); }

/// Makes the parts of the public case from the whole one.
class Redactor {
public:
    Redactor(const Scenario& scenario, const State& state) : scenario_(scenario), state_(state) {}

    [[nodiscard]] std::vector<PublicEvidence> evidence() const {
        std::vector<PublicEvidence> list;
        for (std::size_t i = 0; i < scenario_.evidence.size(); ++i) {
            const Evidence& whole = scenario_.evidence[i];
            if (!visible(scenario_, state_, static_cast<EvidenceIx>(i))) continue;
            list.push_back({whole.id, whole.title, whole.kind, {}});
            for (const EvidencePage& page : whole.pages) list.back().pages.push_back(page.page);
        }
        return list;
    }

    [[nodiscard]] std::vector<PublicTask> tasks() const {
        std::vector<PublicTask> list;
        for (const Task& task : scenario_.tasks) list.push_back({task.code, evidence_ids(task.evidence)});
        return list;
    }

    [[nodiscard]] std::vector<PublicAction> actions() const {
        std::vector<PublicAction> list;
        for (const Action& action : scenario_.actions) list.push_back({action.id, action.label, action.cost});
        return list;
    }

    [[nodiscard]] std::vector<PublicStep> steps() const {
        std::vector<PublicStep> list;
        for (std::size_t i = 0; i < scenario_.steps.size(); ++i)
            if (state_.visited[i]) list.push_back(step(scenario_.steps[i]));
        return list;
    }

private:
    [[nodiscard]] std::vector<std::string> evidence_ids(const std::vector<EvidenceIx>& documents) const {
        std::vector<std::string> ids;
        for (const EvidenceIx document : documents)
            if (visible(scenario_, state_, document)) ids.push_back(scenario_.evidence[at(document)].id);
        return ids;
    }

    [[nodiscard]] PublicStep step(const Step& whole) const {
        PublicStep made{whole.id, whole.title, whole.text, evidence_ids(whole.evidence), {}, {}, {}};
        for (const IndicatorIx task : whole.indicators) made.indicators.push_back(scenario_.tasks[at(task)].code);
        for (const ActionIx action : whole.actions) made.actions.push_back(scenario_.actions[at(action)].id);
        for (const PartIx index : whole.parts) {
            const StepPart& part = scenario_.parts[at(index)];
            made.parts.push_back({part.id, part.kind, part.checklist, part.ask, part.options});
        }
        return made;
    }

    const Scenario& scenario_;
    const State& state_;
};

Json text_json(const Text& text) { return {{"id", text.id}, {"en", text.en}}; }

Json part_json(const PublicPart& part) {
    Json json = {{"id", part.id}, {"kind", kParts[static_cast<std::size_t>(part.kind)]}};
    if (part.kind == PartKind::Checklist) json["checklist"] = part.checklist;
    if (part.kind != PartKind::Choice) return json;
    json["ask"] = text_json(part.ask);
    json["options"] = Json::array();
    for (const Option& option : part.options)
        json["options"].push_back({{"id", option.id}, {"text", text_json(option.text)}});
    return json;
}

Json step_json(const PublicStep& step) {
    Json parts = Json::array();
    for (const PublicPart& part : step.parts) parts.push_back(part_json(part));
    return {{"id", step.id},           {"title", text_json(step.title)},  {"text", text_json(step.text)},
            {"evidence", step.evidence}, {"indicators", step.indicators}, {"actions", step.actions},
            {"parts", std::move(parts)}};
}

Json evidence_json(const PublicEvidence& evidence) {
    Json pages = Json::array();
    for (const Page& page : evidence.pages) pages.push_back(to_json(page));
    return {{"id", evidence.id},
            {"title", text_json(evidence.title)},
            {"kind", evidence.kind},
            {"pages", std::move(pages)}};
}

} // namespace

PublicScenario public_scenario(const Scenario& scenario, const State& state) {
    const Redactor redactor(scenario, state);
    PublicScenario made;
    made.id = scenario.id;
    made.version = scenario.version;
    made.title = scenario.title;
    made.summary = scenario.summary;
    made.notice = scenario.notice;
    made.framework = scenario.framework;
    made.level = scenario.level;
    made.minutes = scenario.minutes;
    made.synthetic = scenario.synthetic;
    made.calculator = scenario.calculator;
    made.district = scenario.district;
    made.assessment_year = scenario.assessment_year;
    made.data_year = scenario.data_year;
    made.budget = scenario.budget;
    made.evidence = redactor.evidence();
    made.tasks = redactor.tasks();
    made.actions = redactor.actions();
    made.steps = redactor.steps();
    return made;
}

Json to_json(const PublicScenario& scenario) {
    Json json = {{"id", scenario.id},
                 {"version", scenario.version},
                 {"title", text_json(scenario.title)},
                 {"summary", text_json(scenario.summary)},
                 {"notice", text_json(scenario.notice)},
                 {"framework", scenario.framework->reference()},
                 {"level", scenario.level},
                 {"minutes", scenario.minutes},
                 {"synthetic", scenario.synthetic},
                 {"calculator", scenario.calculator},
                 {"district",
                  {{"name", scenario.district.name},
                   {"kind", scenario.district.kind},
                   {"province", scenario.district.province},
                   {"population", scenario.district.population}}},
                 {"assessment_year", scenario.assessment_year},
                 {"data_year", scenario.data_year},
                 {"budget", scenario.budget}};
    for (const char* list : {"evidence", "indicators", "actions", "steps"}) json[list] = Json::array();
    for (const PublicEvidence& evidence : scenario.evidence) json["evidence"].push_back(evidence_json(evidence));
    for (const PublicTask& task : scenario.tasks)
        json["indicators"].push_back({{"code", task.code}, {"evidence", task.evidence}});
    for (const PublicAction& action : scenario.actions)
        json["actions"].push_back({{"id", action.id}, {"label", text_json(action.label)}, {"cost", action.cost}});
    for (const PublicStep& step : scenario.steps) json["steps"].push_back(step_json(step));
    return json;
}

} // namespace timbang::domain

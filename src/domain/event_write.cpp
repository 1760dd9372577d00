#include <nlohmann/json.hpp>

#include "base/hash.h"
#include "base/json.h"
#include "domain/comparison.h"
#include "domain/event.h"

namespace timbang::domain {
namespace {

using Json = nlohmann::json;

/// The id of a thing by its place; null where there is none.
template <class T> Json id_of(const std::vector<T>& list, std::string T::*field, int index) {
    if (index < 0 || static_cast<std::size_t>(index) >= list.size()) return nullptr;
    return list[static_cast<std::size_t>(index)].*field;
}

Json checks_json(const std::vector<std::pair<std::string, Check>>& checklist) {
    Json json = Json::object();
    for (const auto& [rule, answer] : checklist) json[rule] = check_id(answer);
    return json;
}

/// Writes the payload of each event with the ids of one scenario.
class Writer {
public:
    explicit Writer(const Scenario& scenario) : scenario_(scenario) {}

    Json operator()(const SessionStarted& event) const {
        return {{"scenario", event.scenario},         {"version", event.version},
                {"content_hash", event.content_hash}, {"key_hash", event.key_hash},
                {"framework", event.framework},       {"person", event.person},
                {"program_version", event.program_version}, {"mode", mode_id(event.mode)},
                {"seed", event.seed},                 {"continues", event.continues},
                {"player", event.player}};
    }
    Json operator()(const Opened& event) const {
        return {{"evidence", evidence(event.evidence)}, {"page", event.page}};
    }
    Json operator()(const Marked& event) const { return mark(event.mark); }
    Json operator()(const Retyped& event) const { return {{"mark", event.mark}, {"type", event.type}}; }
    Json operator()(const Unmarked& event) const { return {{"mark", event.mark}}; }
    Json operator()(const Drafted& event) const { return decision(event.task, event.decision); }
    Json operator()(const PartDrafted& event) const { return answer(event.part, event.answer); }
    Json operator()(const Decided& event) const {
        Json json = decision(event.task, event.decision);
        json["marks"] = Json::array();
        for (const Mark& one : event.decision.marks) json["marks"].push_back(mark(one));
        return json;
    }
    Json operator()(const PartDecided& event) const { return answer(event.part, event.answer); }
    Json operator()(const ActionTaken& event) const {
        return {{"action", id_of(scenario_.actions, &Action::id, event.action)}};
    }
    Json operator()(const Figured& event) const {
        return {{"indicator", task(event.task)}, {"expression", event.expression}, {"value", event.value.text()}};
    }
    Json operator()(const ScriptFired& event) const { return {{"step", step(event.step)}, {"event", event.event}}; }
    Json operator()(const LeftStep& event) const { return {{"from", step(event.from)}, {"to", step(event.to)}}; }
    Json operator()(const Scored& event) const {
        return {{"indicator", task(event.task)},
                {"key_hash", event.key_hash},
                {"result", event.result},
                {"reason", event.reason}};
    }
    Json operator()(const Disagreed& event) const { return {{"indicator", task(event.task)}, {"text", nullptr}}; }
    Json operator()(const Finished&) const { return Json::object(); }
    Json operator()(const Abandoned&) const { return Json::object(); }

private:
    [[nodiscard]] Json evidence(EvidenceIx index) const { return id_of(scenario_.evidence, &Evidence::id, index); }
    [[nodiscard]] Json task(IndicatorIx index) const { return id_of(scenario_.tasks, &Task::code, index); }
    [[nodiscard]] Json step(StepIx index) const {
        return index == kEnd ? Json("end") : id_of(scenario_.steps, &Step::id, index);
    }

    [[nodiscard]] Json mark(const Mark& mark) const {
        Json json = {{"mark", mark.id}, {"indicator", task(mark.task)}, {"evidence", evidence(mark.evidence)},
                     {"page", mark.page}, {"type", mark.type}};
        if (mark.area)
            json["area"] = {mark.area->x, mark.area->y, mark.area->width, mark.area->height};
        else
            json["range"] = {mark.range.begin, mark.range.end};
        return json;
    }

    [[nodiscard]] Json decision(IndicatorIx index, const Decision& decision) const {
        Json json = {{"indicator", task(index)}, {"checklist", checks_json(decision.checklist)}, {"reason", nullptr},
                     {"verdict", nullptr}, {"score", nullptr}, {"confidence", nullptr}};
        if (decision.verdict) json["verdict"] = verdict_id(*decision.verdict);
        if (decision.score) json["score"] = *decision.score;
        if (decision.confidence) json["confidence"] = *decision.confidence;
        return json;
    }

    [[nodiscard]] Json answer(PartIx index, const PartAnswer& answer) const {
        Json json = {{"part", id_of(scenario_.parts, &StepPart::id, index)}};
        if (index < 0 || static_cast<std::size_t>(index) >= scenario_.parts.size()) return json;
        switch (scenario_.parts[static_cast<std::size_t>(index)].kind) {
        case PartKind::Checklist: json["checklist"] = checks_json(answer.checklist); break;
        case PartKind::Choice: json["option"] = answer.option; break;
        case PartKind::Category: json["category"] = answer.category; break;
        case PartKind::Letter:
            json["letter"] = nullptr;
            json["points"] = answer.points;
            json["locked"] = answer.locked;
            break;
        }
        return json;
    }

    const Scenario& scenario_;
};

void add_text(std::vector<FreeText>& texts, const char* field, const std::string& text) {
    if (!text.empty()) texts.push_back({field, text});
}

} // namespace

Json to_json(const Scenario& scenario, const Event& event) { return std::visit(Writer(scenario), event); }

std::vector<FreeText> free_texts(const Event& event) {
    std::vector<FreeText> texts;
    if (const auto* drafted = std::get_if<Drafted>(&event)) add_text(texts, "reason", drafted->decision.reason);
    if (const auto* decided = std::get_if<Decided>(&event)) add_text(texts, "reason", decided->decision.reason);
    if (const auto* drafted = std::get_if<PartDrafted>(&event)) add_text(texts, "letter", drafted->answer.letter);
    if (const auto* decided = std::get_if<PartDecided>(&event)) add_text(texts, "letter", decided->answer.letter);
    if (const auto* disagreed = std::get_if<Disagreed>(&event)) add_text(texts, "text", disagreed->text);
    return texts;
}

std::string digest(const Scenario& scenario, const std::vector<Event>& events) {
    base::Sha256 sum;
    for (const Event& event : events) {
        sum.add(event_type(event));
        sum.add("\n");
        sum.add(base::canonical_json(to_json(scenario, event)));
        sum.add("\n");
    }
    return sum.finish();
}

} // namespace timbang::domain

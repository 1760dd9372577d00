#include "app/record_rows.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "base/json.h"

namespace timbang::app {
namespace {

using Json = nlohmann::json;

bool flag(const Json& json, const char* name) {
    const auto found = json.find(name);
    return found != json.end() && found->is_boolean() && found->get<bool>();
}

int number(const Json& json, const char* name) {
    const auto found = json.find(name);
    return found != json.end() && found->is_number_integer() ? found->get<int>() : 0;
}

std::string word(const Json& json, const char* name) {
    const auto found = json.find(name);
    return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// The member if it is an object, or null.
const Json* object(const Json& json, const char* name) {
    const auto found = json.find(name);
    return found != json.end() && found->is_object() ? &*found : nullptr;
}

/// The objects of a list; none where it is missing.
std::vector<const Json*> list(const Json& json, const char* name) {
    std::vector<const Json*> result;
    const auto found = json.find(name);
    if (found == json.end() || !found->is_array()) return result;
    for (const Json& one : *found)
        if (one.is_object()) result.push_back(&one);
    return result;
}

std::string family(const domain::Framework* pack, const std::string& type) {
    const domain::ProblemType* found = pack ? pack->problem_type(type) : nullptr;
    return found ? found->family : std::string("content");
}

/// The pool of a check tells its items on one indicator apart by a dot: "KS-O1.2".
const domain::Indicator* indicator_of(const domain::Framework* pack, const std::string& code) {
    if (!pack) return nullptr;
    const domain::Indicator* found = pack->indicator(code);
    return found ? found : pack->indicator(code.substr(0, code.find('.')));
}

void read_score(const Json& result, const domain::Scale* scale, insight::DecisionRow& row) {
    const Json* score = object(result, "score");
    if (!score) return;
    row.score = number(*score, "given");
    row.reference = number(*score, "reference");
    row.steps = number(*score, "steps");
    if (!scale) return;
    row.places = static_cast<int>(scale->steps.size());
    row.place = scale->place(*row.score).value_or(-1);
    row.reference_place = scale->place(*row.reference).value_or(-1);
}

void read_problems(const Json& result, const domain::Framework* pack, insight::DecisionRow& row) {
    for (const Json* problem : list(result, "problems")) {
        const std::string type = word(*problem, "type"), match = word(*problem, "match");
        row.problems.emplace_back(family(pack, type), match == "found");
        row.met.push_back({type, match == "found", match == "wrong-place"});
    }
    for (const Json* alarm : list(result, "alarms")) {
        const std::string type = word(*alarm, "type");
        row.alarms.push_back({family(pack, type), false, type});
    }
}

/// What a decision and a vote have in common. Nothing where it was not compared.
template <typename Kept> std::optional<insight::DecisionRow> row_of(const Kept& kept, const Frameworks& frameworks,
                                                                    const CasesById& cases) {
    if (kept.result.empty()) return std::nullopt;
    const auto parsed = base::parse_json(kept.result);
    if (!parsed || !parsed->is_object() || !flag(*parsed, "decided")) return std::nullopt;
    const Json& result = *parsed;
    const auto found = frameworks.find(kept.framework);
    const domain::Framework* pack = found == frameworks.end() ? nullptr : found->second.get();
    const domain::Indicator* indicator = indicator_of(pack, kept.indicator);
    insight::DecisionRow row;
    row.session = kept.session;
    row.scenario = kept.scenario;
    row.framework = kept.framework;
    row.code = kept.indicator;
    row.time = kept.time;
    row.form = kept.content_hash;
    // Where no hash was kept, the case and the code stand for the item.
    row.item = !kept.item_hash.empty() ? kept.item_hash : word(result, "item_hash");
    if (row.item.empty()) row.item = kept.scenario + "/" + kept.indicator;
    row.criterion = indicator ? indicator->criterion : kept.indicator.substr(0, kept.indicator.find('-'));
    if (indicator) row.type = indicator->type;
    read_score(result, indicator ? &indicator->scale : nullptr, row);
    if (const Json* verdict = object(result, "verdict")) {
        row.verdict = word(*verdict, "given");
        row.reference_verdict = word(*verdict, "reference");
    }
    row.confidence = kept.confidence;
    row.exact = flag(result, "exact");
    row.near = result.contains("near") && result["near"].is_number();
    row.sure = flag(result, "sure");
    row.opened_all = flag(result, "opened_all");
    read_problems(result, pack, row);
    if (const auto one = cases.find(kept.scenario); one != cases.end()) {
        row.announced = one->second.repractice;
        row.about = one->second.about;
    }
    return row;
}

template <typename Kept> std::optional<insight::ItemAnswer> answer_of(const Kept& kept) {
    auto row = row_of(kept, {}, {});
    if (!row || row->item.find('/') != std::string::npos) return std::nullopt; // without a hash there is no item
    insight::ItemAnswer answer;
    answer.item = std::move(row->item);
    answer.scenario = kept.scenario;
    answer.code = kept.indicator;
    answer.person = kept.person;
    answer.time = kept.time;
    answer.score = row->score;
    answer.reference = row->reference;
    answer.verdict = std::move(row->verdict);
    answer.reference_verdict = std::move(row->reference_verdict);
    answer.key_hash = kept.key_hash;
    answer.exact = row->exact;
    answer.near = row->near;
    answer.sure = row->sure;
    for (const insight::DecisionRow::Met& met : row->met)
        answer.problems.emplace_back(met.type, met.found);
    for (const insight::DecisionRow::Alarm& alarm : row->alarms)
        answer.alarms.push_back(alarm.type);
    const auto result = base::parse_json(kept.result);
    for (const Json* line : list(*result, "checklist"))
        if (word(*line, "given") != word(*line, "reference")) answer.lines.push_back(word(*line, "rule"));
    return answer;
}

} // namespace

std::vector<insight::DecisionRow> rows_from_record(const std::vector<store::DecisionRow>& rows,
                                                   const Frameworks& frameworks, const CasesById& cases) {
    std::vector<insight::DecisionRow> result;
    for (const store::DecisionRow& kept : rows) {
        if (kept.mode == "check") continue;
        if (auto row = row_of(kept, frameworks, cases)) {
            row->mode = kept.mode;
            result.push_back(std::move(*row));
        }
    }
    return result;
}

std::vector<insight::DecisionRow> rows_from_votes(const std::vector<store::VoteRow>& votes,
                                                  const Frameworks& frameworks, const CasesById& cases) {
    std::vector<insight::DecisionRow> result;
    for (const store::VoteRow& vote : votes) {
        if (vote.kind != "first" || vote.person.empty()) continue;
        if (auto row = row_of(vote, frameworks, cases)) {
            row->mode = "room";
            row->reading_kept = false;
            row->opened_all = true;
            result.push_back(std::move(*row));
        }
    }
    return result;
}

std::vector<insight::DecisionRow> rows_of_person(const std::vector<store::DecisionRow>& decisions,
                                                 const std::vector<store::VoteRow>& votes,
                                                 const Frameworks& frameworks, const CasesById& cases) {
    std::vector<insight::DecisionRow> rows = rows_from_record(decisions, frameworks, cases);
    std::vector<insight::DecisionRow> first = rows_from_votes(votes, frameworks, cases);
    rows.insert(rows.end(), std::make_move_iterator(first.begin()), std::make_move_iterator(first.end()));
    std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.time < b.time; });
    return rows;
}

std::optional<insight::ItemAnswer> item_answer(const store::DecisionRow& row) {
    if (row.mode == "check") return std::nullopt;
    return answer_of(row);
}

std::optional<insight::ItemAnswer> item_answer(const store::VoteRow& row) {
    if (row.kind != "first" || row.person.empty()) return std::nullopt;
    return answer_of(row);
}

} // namespace timbang::app

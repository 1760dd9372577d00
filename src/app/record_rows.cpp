#include "app/record_rows.h"

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

std::string family(const domain::Framework* pack, const std::string& type) {
    const domain::ProblemType* found = pack ? pack->problem_type(type) : nullptr;
    return found ? found->family : std::string("content");
}

void read_score(const Json& result, const domain::Scale* scale, insight::DecisionRow& row) {
    const auto score = result.find("score");
    if (score == result.end() || !score->is_object()) return;
    row.score = number(*score, "given");
    row.reference = number(*score, "reference");
    row.steps = number(*score, "steps");
    if (!scale) return;
    row.places = static_cast<int>(scale->steps.size());
    row.place = scale->place(*row.score).value_or(-1);
    row.reference_place = scale->place(*row.reference).value_or(-1);
}

} // namespace

std::vector<insight::DecisionRow>
rows_from_record(const std::vector<store::DecisionRow>& rows, const Frameworks& frameworks, const CasesById& /*cases*/) {
    std::vector<insight::DecisionRow> result;
    for (const store::DecisionRow& kept : rows) {
        if (kept.result.empty()) continue;
        const auto parsed = base::parse_json(kept.result);
        if (!parsed || !parsed->is_object() || !flag(*parsed, "decided")) continue;
        const auto found = frameworks.find(kept.framework);
        const domain::Framework* pack = found == frameworks.end() ? nullptr : found->second.get();
        const domain::Indicator* indicator = pack ? pack->indicator(kept.indicator) : nullptr;
        insight::DecisionRow row;
        row.session = kept.session;
        row.scenario = kept.scenario;
        row.framework = kept.framework;
        row.code = kept.indicator;
        row.time = kept.time;
        row.criterion = indicator ? indicator->criterion : kept.indicator.substr(0, kept.indicator.find('-'));
        if (indicator) row.type = indicator->type;
        read_score(*parsed, indicator ? &indicator->scale : nullptr, row);
        row.exact = flag(*parsed, "exact");
        row.near = parsed->contains("near") && (*parsed)["near"].is_number();
        row.sure = flag(*parsed, "sure");
        row.opened_all = flag(*parsed, "opened_all");
        if (parsed->contains("problems") && (*parsed)["problems"].is_array())
            for (const Json& problem : (*parsed)["problems"])
                row.problems.emplace_back(family(pack, word(problem, "type")), word(problem, "match") == "found");
        if (parsed->contains("alarms") && (*parsed)["alarms"].is_array())
            for (const Json& alarm : (*parsed)["alarms"])
                row.alarms.push_back({family(pack, word(alarm, "type")), false});
        result.push_back(std::move(row));
    }
    return result;
}

} // namespace timbang::app

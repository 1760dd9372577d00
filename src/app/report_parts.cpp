#include <nlohmann/json.hpp>

#include "app/report_person.h"
#include "base/json.h"

namespace timbang::app {
namespace {

using nlohmann::json;
using report::PartLine;

std::string text_of(const json& object, const char* name) {
    const auto found = object.find(name);
    if (found == object.end() || found->is_null()) return "";
    return found->is_string() ? found->get<std::string>() : found->dump();
}

const json* part(const json& result, const char* name) {
    const auto found = result.find(name);
    return found != result.end() && !found->is_null() ? &*found : nullptr;
}

PartLine line_of(const PartLine& base, const char* name, std::string about, std::string given) {
    PartLine line = base;
    line.part = name;
    line.about = std::move(about);
    line.given = std::move(given);
    return line;
}

void add_score(const PartLine& base, const json* score, const store::DecisionRow& given, bool near, std::vector<PartLine>& lines) {
    if (!given.score) return;
    PartLine line = line_of(base, "score", "", std::to_string(*given.score));
    if (score && score->is_object()) {
        line.reference = text_of(*score, "reference");
        const auto steps = score->find("steps");
        if (steps != score->end() && steps->is_number_integer()) line.steps = steps->get<int>();
        line.result = line.steps == 0 ? "same" : near ? "near" : "different";
    }
    lines.push_back(std::move(line));
}

void add_verdict(const PartLine& base, const json* verdict, const store::DecisionRow& given, std::vector<PartLine>& lines) {
    if (given.verdict.empty()) return;
    PartLine line = line_of(base, "verdict", "", given.verdict);
    if (verdict && verdict->is_object()) {
        line.reference = text_of(*verdict, "reference");
        line.result = text_of(*verdict, "match");
    }
    lines.push_back(std::move(line));
}

} // namespace

void add_parts(const PartLine& base, const std::string& result, const store::DecisionRow& given, std::vector<PartLine>& lines) {
    base::Result<json> parsed = result.empty() ? base::Result<json>(json::object()) : base::parse_json(result);
    const json whole = parsed && parsed->is_object() ? std::move(*parsed) : json::object();
    const json* near = part(whole, "near");
    add_verdict(base, part(whole, "verdict"), given, lines);
    add_score(base, part(whole, "score"), given, near != nullptr, lines);
    if (given.confidence) lines.push_back(line_of(base, "confidence", "", std::to_string(*given.confidence)));
    if (const json* checks = part(whole, "checklist"); checks && checks->is_array())
        for (const json& check : *checks) {
            if (!check.is_object()) continue;
            PartLine line = line_of(base, "checklist", text_of(check, "rule"), text_of(check, "given"));
            line.reference = text_of(check, "reference");
            line.result = line.given.empty() ? "" : line.given == line.reference ? "same" : "different";
            lines.push_back(std::move(line));
        }
    if (const json* problems = part(whole, "problems"); problems && problems->is_array())
        for (const json& problem : *problems) {
            if (!problem.is_object()) continue;
            PartLine line = line_of(base, "problem", text_of(problem, "type"), "");
            line.result = text_of(problem, "match");
            lines.push_back(std::move(line));
        }
    if (const json* alarms = part(whole, "alarms"); alarms && alarms->is_array())
        for (const json& alarm : *alarms) {
            if (!alarm.is_object()) continue;
            PartLine line = line_of(base, "alarm", text_of(alarm, "type"), "");
            line.result = "alarm";
            lines.push_back(std::move(line));
        }
}

base::Result<std::vector<PartLine>> person_lines(store::Reader& reader, const std::string& code) {
    const auto person = reader.person_with_code(code);
    if (!person) return person.error();
    const auto decisions = reader.decisions(person->id);
    if (!decisions) return decisions.error();
    const auto sessions = reader.sessions();
    if (!sessions) return sessions.error();
    std::map<std::string, const store::SessionRow*> by_id;
    for (const store::SessionRow& session : *sessions) by_id[session.id] = &session;
    std::vector<PartLine> lines;
    for (const store::DecisionRow& decision : *decisions) {
        const auto session = by_id.find(decision.session);
        if (session != by_id.end() && session->second->mode == "check") continue;
        PartLine line;
        line.person = person->code;
        line.session = decision.session;
        line.scenario = decision.scenario;
        line.framework = decision.framework;
        line.time = base::iso_time(decision.time);
        line.indicator = decision.indicator;
        if (session != by_id.end()) {
            line.version = session->second->version;
            line.mode = session->second->mode;
        }
        add_parts(line, decision.result, decision, lines);
    }
    return lines;
}

} // namespace timbang::app

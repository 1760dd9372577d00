#include "app/report_person.h"

#include <algorithm>
#include <set>

#include "app/record_rows.h"
#include "insight/mastery.h"

namespace timbang::app {
namespace {

const char* state_word(store::SessionState state) {
    switch (state) {
    case store::SessionState::Open: return "open";
    case store::SessionState::Finished: return "finished";
    case store::SessionState::Abandoned: return "abandoned";
    }
    return "open";
}

std::string title_of(const ReportSources& sources, const std::string& scenario) {
    const base::Text title = sources.title ? sources.title(scenario) : base::Text{};
    return title.empty() ? scenario : title.in(sources.lang);
}

/// What is known of the cases that were decided on: those for practising again train one thing.
CasesById facts_of(const ReportSources& sources, const std::vector<store::DecisionRow>& decisions) {
    CasesById facts;
    for (const store::DecisionRow& row : decisions) {
        if (!sources.scenario || facts.count(row.scenario) > 0) continue;
        CaseFacts& known = facts[row.scenario];
        if (const auto scenario = sources.scenario(row.scenario)) {
            known.repractice = scenario->purpose == domain::Purpose::Repractice;
            known.about = scenario->about;
        }
    }
    return facts;
}

/// `name` of an id; levels and sentences as `insight` tells them.
template <class Name>
std::vector<report::MasteryLine> mastery_lines(const std::vector<insight::Mastery>& all, const report::Words& words, const Name& name) {
    std::vector<report::MasteryLine> lines;
    for (const insight::Mastery& one : all)
        lines.push_back({name(one.id), words(one.level_word), static_cast<int>(one.level), words(one.sentence)});
    return lines;
}

void add_mastery(report::PersonInput& input, const ReportSources& sources, const report::Words& words) {
    if (input.rows.empty()) return;
    const auto right = [&](const std::string& id) {
        const auto found = input.rights.find(id);
        return found == input.rights.end() ? id : found->second;
    };
    const auto problem = [&](const std::string& id) {
        for (const auto& [reference, pack] : sources.frameworks)
            if (const domain::ProblemType* type = pack->problem_type(id)) return type->short_name.in(sources.lang);
        return id;
    };
    const auto type = [&](const std::string& id) { return words("app.type-" + id); };
    const auto add = [&](const char* what, std::vector<report::MasteryLine> lines) {
        if (!lines.empty()) input.mastery.emplace_back(words(what), std::move(lines));
    };
    add("report.mastery-right", mastery_lines(insight::mastery_by_right(input.rows), words, right));
    add("report.mastery-type", mastery_lines(insight::mastery_by_type(input.rows), words, type));
    add("report.mastery-problem", mastery_lines(insight::mastery_by_problem(input.rows), words, problem));
}

} // namespace

base::Result<report::PersonInput> person_report(store::Reader& reader, const std::string& code, const ReportSources& sources, const report::Words& words) {
    const auto person = reader.person_with_code(code);
    if (!person) return person.error();
    const auto decisions = reader.decisions(person->id);
    if (!decisions) return decisions.error();
    const auto votes = reader.votes_of(person->id);
    if (!votes) return votes.error();
    const auto sessions = reader.sessions();
    if (!sessions) return sessions.error();
    report::PersonInput input;
    input.code = person->code;
    input.name = person->name;
    input.now = sources.now;
    input.rows = rows_of_person(*decisions, *votes, sources.frameworks, facts_of(sources, *decisions));
    for (const auto& [reference, pack] : sources.frameworks)
        for (const domain::Criterion& criterion : pack->criteria)
            input.rights[reference + "/" + criterion.id] = criterion.short_name.in(sources.lang);
    for (const insight::DecisionRow& row : input.rows)
        if (input.cases.count(row.scenario) == 0) input.cases[row.scenario] = title_of(sources, row.scenario);
    for (const store::SessionRow& session : *sessions) {
        if (session.person != person->id || session.mode == "room" || !session.player.empty() || session.needs_newer) continue;
        input.sessions.push_back({title_of(sources, session.scenario), session.ended.value_or(session.last), session.mode,
                                  state_word(session.state), session.decided, session.scored, session.exact});
    }
    std::stable_sort(input.sessions.begin(), input.sessions.end(),
                     [](const auto& a, const auto& b) { return a.worked > b.worked; });
    add_mastery(input, sources, words);
    return input;
}

} // namespace timbang::app

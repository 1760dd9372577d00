#include "app/report_person.h"

#include <algorithm>
#include <set>

#include "app/record_rows.h"

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

} // namespace

base::Result<report::PersonInput> person_report(store::Reader& reader, const std::string& code, const ReportSources& sources) {
    const auto person = reader.person_with_code(code);
    if (!person) return person.error();
    const auto decisions = reader.decisions(person->id);
    if (!decisions) return decisions.error();
    const auto sessions = reader.sessions();
    if (!sessions) return sessions.error();
    report::PersonInput input;
    input.code = person->code;
    input.name = person->name;
    input.now = sources.now;
    input.rows = rows_from_record(*decisions, sources.frameworks);
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
    return input;
}

} // namespace timbang::app

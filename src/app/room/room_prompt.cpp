#include "app/room/room_prompt.h"

#include <algorithm>
#include <cctype>

namespace timbang::app {
namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

std::string lower(std::string text) {
    for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return text;
}

} // namespace

std::vector<const LibraryEntry*> room_case_choices(const Model& model, const RoomPromptState& prompt) {
    const std::string words = lower(prompt.text(kFieldFind));
    std::vector<const LibraryEntry*> found;
    for (const LibraryEntry& entry : model.library.entries()) {
        if (found.size() == kCasesShown) break;
        if (!entry.listed() || entry.trouble || !entry.card.broken.empty() || entry.card.indicators.empty()) continue;
        const std::string text = lower(entry.card.title.in(model.lang()) + " " + entry.card.id);
        if (text.find(words) != std::string::npos) found.push_back(&entry);
    }
    return found;
}

VoteRows vote_rows(const RoomSnapshot& snapshot, const RoomPromptState& prompt) {
    VoteRows rows;
    const domain::Round* const round = snapshot.state->round();
    if (round == nullptr) return rows;
    rows.tasks = round->tasks;
    const bool second = round->phase != domain::Phase::FirstVote;
    rows.by_group = second && snapshot.rules->group_second;
    rows.kind = !second         ? domain::VoteKind::First
                : rows.by_group ? domain::VoteKind::Group
                                : domain::VoteKind::Second;
    int next = 0;
    if (rows.tasks.size() > 1) {
        rows.task_row = next++;
        const int chosen = prompt.choice(at(rows.task_row));
        if (chosen >= 0 && at(chosen) < rows.tasks.size()) rows.task = rows.tasks[at(chosen)];
    } else if (!rows.tasks.empty()) {
        rows.task = rows.tasks.front();
    }
    if (rows.task < 0) return rows;
    const domain::RoomTask& asked = snapshot.rules->tasks[at(rows.task)];
    if (!asked.scores.empty()) rows.score_row = next++;
    if (asked.asks_verdict) rows.verdict_row = next++;
    rows.sureness_row = next;
    return rows;
}

std::vector<ScriptRow> script_rows(const domain::Scenario& scenario, const domain::State& state) {
    std::vector<ScriptRow> rows;
    if (state.over() || state.step < 0) return rows;
    for (const domain::PartIx part : scenario.steps[at(state.step)].parts) {
        const domain::StepPart& one = scenario.parts[at(part)];
        if (one.kind == domain::PartKind::Letter || state.part_answers[at(part)]) continue;
        if (one.kind != domain::PartKind::Checklist) rows.push_back({part, ""});
        else
            for (const std::string& rule : one.checklist) rows.push_back({part, rule});
    }
    return rows;
}

std::vector<domain::ActionIx> script_actions(const domain::Scenario& scenario, const domain::State& state) {
    return state.over() ? std::vector<domain::ActionIx>{} : domain::legal_commands(scenario, state).actions;
}

bool closes_early(const RoomSnapshot& snapshot) {
    const domain::Round* const round = snapshot.state->round();
    return round != nullptr && round->voting && !missing_votes(snapshot).empty();
}

} // namespace timbang::app

#include <algorithm>

#include "app/present/author_parts.h"
#include "app/present/words.h"
#include "app/yaml_scan.h"

namespace timbang::app {
namespace {

constexpr const char* kCaseFile = "scenario.yaml";

float share(std::size_t part, std::size_t all) {
    return all == 0 ? 1.0F : static_cast<float>(part) / static_cast<float>(all);
}

float number(const domain::Rational& value) {
    return static_cast<float>(value.numerator()) / static_cast<float>(value.denominator());
}

std::string seconds(const Words& words, std::int64_t milliseconds) {
    return base::format_number(words.lang(), base::Rational(milliseconds, 1000), 1);
}

PlayerRow row_of(const Words& words, const content::PlayerRow& row) {
    PlayerRow view;
    view.name = words(row.name);
    view.explain = words(row.note);
    view.exact = words(row.exact);
    const auto of = static_cast<float>(std::max(1, row.of));
    view.low = static_cast<float>(row.least) / of;
    view.high = static_cast<float>(row.most) / of;
    view.mean = number(row.mean) / of;
    view.finding = {words(row.finding), row.good ? "check-circle" : "alert", row.good ? Tint::Ok : Tint::Return};
    return view;
}

Action place_of(const OpenDraft& open, const domain::Scenario& scenario, const content::ExploreFinding& finding) {
    const auto at = [](int index) { return static_cast<std::size_t>(index); };
    TextPlace place;
    if (finding.task >= 0) place = place_of_indicator(open.draft, scenario.tasks[at(finding.task)].code, -1);
    else if (finding.step >= 0) place = place_of_id(open.draft, "steps", scenario.steps[at(finding.step)].id);
    else if (finding.action >= 0) place = place_of_id(open.draft, "actions", scenario.actions[at(finding.action)].id);
    else if (finding.evidence >= 0) place = place_of_id(open.draft, "evidence", scenario.evidence[at(finding.evidence)].id);
    else if (finding.part >= 0)
        place = place_of_id(open.draft, "steps", scenario.steps[at(scenario.parts[at(finding.part)].step)].id);
    return place.path.empty() ? Action() : Action(action::ShowInText{place.path, place.at});
}

void running(const Words& words, const AuthorPlayersState& state, base::Time now, PlayersView& view) {
    const auto done = static_cast<std::int64_t>(state.shared->done.load());
    const auto total = static_cast<std::int64_t>(state.shared->total.load());
    const char* keys[] = {"editor.players-script", "editor.players-guided", "editor.players-runs"};
    const int phase = std::clamp(state.shared->phase.load(), 0, 2);
    view.running = true;
    view.line = words(keys[phase], {{"n", done}, {"seconds", seconds(words, (now - state.started).count())}});
    if (total > 0) view.progress = std::min(1.0F, static_cast<float>(done) / static_cast<float>(total));
    view.run = {words("author.stop-players"), "F8", "close", true, "", action::StopPlayers{}};
}

void notes(const Words& words, const OpenDraft& open, const content::ExploreSummary& summary, PlayersView& view) {
    const AuthorPlayersState& state = open.players;
    for (const content::ExploreFinding& finding : summary.findings) {
        PlayersNote note;
        note.text = words(finding.message());
        note.tint = severity_tint(finding.severity);
        note.go = place_of(open, *state.scenario, finding);
        if (finding.dead_end >= 0) {
            const std::string& play = state.result->dead_ends[static_cast<std::size_t>(finding.dead_end)].play;
            note.way = Button{words("editor.copy-way"), "", "content-copy", !play.empty(), "", action::CopyText{play}};
        }
        view.notes.push_back(std::move(note));
    }
}

} // namespace

TextPlace place_of_id(const content::Draft& draft, const std::string& list, const std::string& id) {
    const std::string* text = draft.text(kCaseFile);
    TextPlace place;
    if (text == nullptr) return place;
    each_yaml_value(*text, [&](const YamlPath& path, const YamlPiece& piece) {
        const bool here = path.size() >= 3 && path.back() == "id" && path[path.size() - 3] == list;
        if (here && place.path.empty() && yaml_text(*text, piece) == id) place = {kCaseFile, piece.begin};
    });
    return place;
}

TextPlace place_of_indicator(const content::Draft& draft, const std::string& code, int reply) {
    for (const content::DraftFile& file : draft.files()) {
        const std::string* text = file.text && file.path != kCaseFile && file.path.ends_with(".yaml") ? draft.text(file.path)
                                                                                                     : nullptr;
        YamlPiece piece;
        if (text == nullptr || yaml_value(*text, {"code"}, &piece) != code) continue;
        const std::string item = std::to_string(std::max(0, reply));
        for (const char* key : {"when", "type", "why"}) {
            bool found = false;
            each_yaml_value(*text, [&](const YamlPath& path, const YamlPiece& one) {
                if (found || path.size() < 3 || path[0] != "replies" || path[1] != item || path[2] != key) return;
                piece = one;
                found = true;
            });
            if (found) break;
        }
        return {file.path, piece.begin};
    }
    return {};
}

PlayersView present_players(const Model& model) {
    const Words words(model);
    const OpenDraft& open = *model.author.open;
    const AuthorPlayersState& state = open.players;
    PlayersView view;
    view.run = {words("author.run-players"), "F8", "repeat", true, "", action::RunPlayers{}};
    if (state.running) running(words, state, model.now(), view);
    else if (!state.failed.empty()) view.line = words(state.failed);
    if (state.result == nullptr) return view;
    const content::ExploreSummary summary = content::explore_summary(*state.scenario, *state.result);
    if (!state.running && state.failed.empty())
        view.line = words("editor.runs-in", {{"n", static_cast<std::int64_t>(summary.runs)},
                                             {"seconds", seconds(words, state.milliseconds)}});
    view.old = state.version != open.draft.version();
    for (const content::PlayerRow& row : summary.rows)
        view.rows.push_back(row_of(words, row));
    const auto bar = [&](const char* key, std::size_t reached, std::size_t all) {
        view.coverage.push_back({words(key),
                                 words("editor.of", {{"n", static_cast<std::int64_t>(reached)}, {"of", static_cast<std::int64_t>(all)}}),
                                 share(reached, all)});
    };
    bar("editor.steps-reached", summary.steps_reached, summary.steps);
    bar("editor.replies-used", summary.replies_used, summary.replies);
    view.summary = state.result->stopped ? words("editor.players-stopped") : words(summary.not_reached);
    view.summary_tint = summary.all_reached && !state.result->stopped ? Tint::Ok : Tint::Return;
    notes(words, open, summary, view);
    view.listed = state.listed;
    view.list = {words(state.listed ? "editor.show-rows" : "author.list-them"), "", "", !view.notes.empty(), "",
                 action::ListPlayersNotes{}};
    return view;
}

} // namespace timbang::app

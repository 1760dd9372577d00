#include <algorithm>

#include "app/present/room_parts.h"

namespace timbang::app {
namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

std::string panel_line(const ConsoleParts& parts) {
    const insight::RoomReference& reference = parts.insight.references[at(parts.task)];
    std::vector<std::string> given;
    int of = 0;
    for (const auto& [score, count] : reference.panel) {
        of += count;
        given.push_back(parts.words("workshop.panel-gave", {{"n", std::int64_t{count}}, {"score", std::int64_t{score}}}));
    }
    if (of == 0) return "";
    return parts.words("workshop.panel", {{"of", std::int64_t{of}}, {"given", joined(given)}});
}

void fill_agenda(const ConsoleParts& parts, ConsoleView& view) {
    const Words& words = parts.words;
    int rank = 0;
    for (const insight::AgendaItem& item : parts.insight.agenda) {
        AgendaRow row;
        row.rank = std::to_string(++rank);
        row.title = parts.title(item.task);
        // The reason tells how votes stand to the reference.
        if (parts.reference_open || reference_was_shown(*parts.room.state, item.task)) row.line = words(item.reason);
        const std::vector<int>& scores = parts.room.rules->tasks[at(item.task)].scores;
        if (item.low && item.high && scores.size() > 1) {
            const float least = static_cast<float>(scores.front()), whole = static_cast<float>(scores.back()) - least;
            row.from = (static_cast<float>(*item.low) - least) / whole;
            row.to = (static_cast<float>(*item.high) - least) / whole;
            row.points = words("workshop.points", {{"n", std::int64_t{item.points}}});
        }
        row.selected = item.task == parts.task;
        row.open = action::SelectAgendaItem{item.code};
        view.agenda_rows.push_back(std::move(row));
    }
}

} // namespace

void fill_private(const ConsoleParts& parts, ConsoleView& view) {
    const Words& words = parts.words;
    view.notes = words("workshop.notes");
    view.notes_chip = {words("workshop.never-sent"), "eye-off", Tint::Neutral};
    view.agenda = words("workshop.agenda");
    view.agenda_note = words("workshop.agenda-note");
    view.agenda_empty = words("workshop.agenda-empty");
    fill_agenda(parts, view);
    const auto digits = static_cast<std::int64_t>(std::min<std::size_t>(9, view.agenda_rows.size()));
    const char* const foot = digits > 1 ? "workshop.agenda-foot" : "workshop.agenda-foot-one";
    if (digits > 0) view.agenda_foot = words(foot, {{"n", digits}});
    if (parts.task < 0) {
        view.facilitator = prose(parts.room.scenario->facilitator.in(words.lang()));
        return;
    }
    const domain::Task& task = parts.whole(parts.task);
    if (task.reference.score) view.reference_score = std::to_string(*task.reference.score);
    const bool asks_verdict = parts.room.rules->tasks[at(parts.task)].asks_verdict;
    view.reference_title = words("workshop.reference-is",
                                 {{"answer", answer_words(words, asks_verdict ? std::optional(task.reference.verdict) : std::nullopt,
                                                          task.reference.score)}});
    view.reference_line = panel_line(parts);
    view.facilitator = prose(task.facilitator.in(words.lang()));
    if (const KeptWorkshop* const kept = parts.model.workshop.find(parts.room.workshop)) {
        const auto found = kept->notes.find(parts.room.scenario->id + "/" + task.code);
        view.own_note = room_field(words, kFieldOwnNote, "workshop.own-note", found == kept->notes.end() ? "" : found->second);
        view.own_note.hint = words("workshop.own-note-hint");
        view.own_note.lines = 2;
    }
}

} // namespace timbang::app

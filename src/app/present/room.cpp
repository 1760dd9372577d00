#include <algorithm>

#include "app/present/present.h"
#include "app/present/room_parts.h"
#include "app/room/room_service.h"
#include "base/files.h"

namespace timbang::app {
namespace {

WorkshopRow row_of(const Model& model, const KeptWorkshop& kept) {
    const Words words(model);
    WorkshopRow row;
    row.title = kept.plan.title.empty() ? words("workshop.no-title") : kept.plan.title;
    const auto count = [](std::size_t n) { return static_cast<std::int64_t>(n); };
    std::vector<std::string> line{words("workshop.counts", {{"people", count(kept.plan.roster.size())},
                                                            {"cases", count(kept.plan.cases.size())}})};
    if (kept.held) line.push_back(words("workshop.held", {{"date", words.date(*kept.held)}}));
    row.line = joined(line, ". ");
    row.open = action::OpenWorkshop{kept.plan.id};
    if (kept.held)
        row.report = Button{words("take.report-short"), "", "file-pdf", true, "",
                            action::AskTakeHome{action::TakeHome::Workshop, kept.plan.id}, words("take.report")};
    return row;
}

void add_open_room(const Model& model, const OpenRoom& room, WorkshopRow& row) {
    const Words words(model);
    row.line = words("workshop.left-open", {{"people", std::int64_t{room.people}},
                                            {"rounds", std::int64_t{room.rounds}},
                                            {"date", words.date(room.last)},
                                            {"time", words.clock(room.last)}});
    row.report.reset(); // one button at a time: going on comes first
    row.go_on = Button{words("workshop.go-on"), "", "play", model.workshop.opening.empty(), words("workshop.one-room"),
                       action::ContinueRoom{room.workshop}};
    if (!row.open.acts()) row.open = action::ContinueRoom{room.workshop};
}

} // namespace

std::string joined(const std::vector<std::string>& parts, const char* between) {
    std::string all;
    for (const std::string& part : parts)
        if (!part.empty()) all += (all.empty() ? "" : between) + part;
    return all;
}

std::string answer_words(const Words& words, std::optional<domain::Verdict> verdict, std::optional<int> score) {
    const std::string verdict_text =
        verdict ? words(std::string("debrief.verdict-") + domain::verdict_id(*verdict)) : std::string();
    if (!score) return verdict_text;
    const std::string score_text = words("workshop.score", {{"score", std::int64_t{*score}}});
    return verdict ? verdict_text + ", " + score_text : score_text;
}

std::string way_word(const Words& words, domain::WayIn way) {
    return words(std::string("workshop.way-") + domain::way_id(way));
}

IconName way_icon(domain::WayIn way) {
    if (way == domain::WayIn::Shared) return "laptop";
    return way == domain::WayIn::Paper ? "file-multiple" : "cellphone";
}

std::string sure_word(const Words& words, int level) {
    return words("workshop.sure-" + std::to_string(std::clamp(level, 1, 3)));
}

RoomField room_field(const Words& words, int id, const char* label, std::string text) {
    RoomField field;
    field.id = id;
    if (*label != 0) field.label = words(label);
    field.text = std::move(text);
    return field;
}

WorkshopList present_workshop_list(const Model& model) {
    const Words words(model);
    const WorkshopState& state = model.workshop;
    WorkshopList list;
    list.title = words("app.workshop");
    list.line = state.opening.empty() ? words("workshop.list-line")
                                      : words("workshop.opening", {{"title", state.opening}});
    for (const OpenRoom& room : state.open_rooms) {
        if (state.find(room.workshop) != nullptr) continue;
        WorkshopRow row;
        row.title = room.title.empty() ? words("workshop.no-title") : room.title;
        add_open_room(model, room, row);
        list.rows.push_back(std::move(row));
    }
    for (const KeptWorkshop& kept : state.kept) {
        WorkshopRow row = row_of(model, kept);
        for (const OpenRoom& room : state.open_rooms)
            if (room.workshop == kept.plan.id) add_open_room(model, room, row);
        list.rows.push_back(std::move(row));
    }
    fill_programmes(model, list);
    list.empty_title = words("workshop.empty-title");
    list.empty_text = words("workshop.empty-text");
    list.create = {words("workshop.create"), "", "plus", true, "", action::NewWorkshop{}};
    list.quick = {words("workshop.quick"), "", "account-multiple", state.opening.empty(), words("workshop.one-room"),
                  action::AskQuickRoom{}};
    list.promises = {words("workshop.promise-hotspot"), words("workshop.promise-names"),
                     words("workshop.promise-references"), words("workshop.promise-votes")};
    return list;
}

RoomScreenView present_room(const Model& model) {
    const WorkshopState& state = model.workshop;
    RoomScreenView view;
    if (state.running && state.running->snapshot) view.console = present_console(model);
    else if (const KeptWorkshop* const kept = state.plan()) view.setup = present_workshop_setup(model, *kept);
    else view.list = present_workshop_list(model);
    if (state.prompt) view.prompt = present_room_prompt(model, *state.prompt);
    return view;
}

} // namespace timbang::app

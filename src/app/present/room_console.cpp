#include <algorithm>

#include "app/present/room_parts.h"
#include "app/room/room_service.h"

namespace timbang::app {
namespace {

namespace command = domain::room_command;

std::size_t at(int index) { return static_cast<std::size_t>(index); }

template <class T> bool legal(const RoomSnapshot& room) {
    const std::size_t place = domain::RoomCommand(T{}).index();
    return place < room.legal.size() && room.legal[place];
}

Choice choice(std::string label, IconName icon, Action action) {
    Choice made;
    made.label = std::move(label);
    made.icon = icon;
    made.action = std::move(action);
    return made;
}

/// What the facilitator can do besides going on.
Menu more_menu(const ConsoleParts& parts) {
    const Words& words = parts.words;
    const RoomSnapshot& room = parts.room;
    Menu menu;
    menu.label = words("workshop.more");
    const auto add = [&](const char* key, IconName icon, Action action) {
        menu.options.push_back(choice(words(key), icon, std::move(action)));
    };
    if (legal<command::CloseVote>(room)) add("workshop.do-close-vote", "check", action::RoomDo{command::CloseVote{}});
    if (legal<command::ReopenVote>(room)) add("workshop.do-reopen", "undo-variant", action::RoomDo{command::ReopenVote{}});
    if (legal<command::Skip>(room)) add("workshop.do-skip", "chevron-right", action::RoomDo{command::Skip{}});
    if (legal<command::OpenSecondVote>(room)) add("workshop.do-second", "repeat", action::RoomDo{command::OpenSecondVote{}});
    if (parts.round != nullptr && parts.round->tasks.size() > 1 && legal<command::ShowReference>(room))
        add("workshop.do-all-references", "eye", action::RoomDo{command::ShowReference{-1}});
    if (legal<command::CloseRound>(room)) add("workshop.do-close-round", "close", action::RoomDo{command::CloseRound{}});
    add("workshop.do-comment", "message-text", action::AskRoomComment{});
    add("workshop.do-script", "walk", action::AskScript{});
    for (int place = 0; at(place) < room.cases.size() && parts.round == nullptr; ++place)
        if (place != room.current)
            menu.options.push_back(choice(words("workshop.do-case", {{"title", room.cases[at(place)].scenario->title}}),
                                          "folder", action::GoToRoomCase{place}));
    add("workshop.do-bind", "repeat", action::SetRoomAddress{""});
    for (const std::string& address : parts.running.own)
        if (address != parts.running.host())
            menu.options.push_back(choice(words("workshop.do-bind-at", {{"address", address}}), "repeat", action::SetRoomAddress{address}));
    const auto offline = static_cast<std::int64_t>(seats_offline(room).size());
    if (offline > 0)
        menu.options.push_back(choice(words("workshop.do-free-offline", {{"n", offline}}), "lan-disconnect", action::FreeOfflineSeats{}));
    add("take.report", "file-pdf", action::AskTakeHome{action::TakeHome::Workshop, room.workshop});
    add("workshop.do-end", "lock", action::AskEndRoom{});
    return menu;
}

std::string screen_url(const ConsoleParts& parts) {
    const std::string address = parts.running.addresses.empty() ? "" : parts.running.addresses.front();
    return "http://" + address + "/projector?lang=" + base::lang_code(parts.words.lang()) + "#" +
           parts.running.projector_token;
}

void fill_screen(const ConsoleParts& parts, ConsoleView& view) {
    static constexpr const char* kScreens[] = {"workshop.screen-join", "workshop.screen-waiting", "workshop.screen-votes",
                                               "workshop.screen-reference"};
    const Words& words = parts.words;
    view.screen = static_cast<int>(parts.room.screen);
    view.screen_title = words("workshop.screen");
    view.screen_caption = words(kScreens[view.screen]);
    view.screen_menu.label = words("workshop.change");
    for (int screen = 0; screen < 4; ++screen) {
        Choice one = choice(words(kScreens[screen]), "projector", action::ShowOnScreen{screen});
        one.chosen = screen == view.screen;
        view.screen_menu.options.push_back(std::move(one));
    }
    Choice address = choice(words("workshop.copy-screen"), "content-paste", action::CopyText{screen_url(parts)});
    address.hint = words("workshop.copy-screen-hint");
    view.screen_menu.options.push_back(std::move(address));
}

void fill_timer(const ConsoleParts& parts, ConsoleView& view) {
    const domain::Timer& timer = parts.room.state->timer;
    const bool may = legal<command::ExtendTimer>(parts.room);
    if (timer.set) {
        const std::int64_t left = timer_left(parts.room, parts.model.ports.steady());
        const std::int64_t seconds = left > 0 ? (left + 999) / 1000 : -left / 1000;
        view.over_time = left <= -1000;
        const std::string rest = std::to_string(seconds % 60);
        view.timer = (view.over_time ? "+" : "") + std::to_string(seconds / 60) + ":" + (rest.size() < 2 ? "0" : "") + rest;
        view.timer_buttons.push_back({parts.words(timer.running ? "workshop.pause" : "workshop.resume"), "",
                                      timer.running ? "pause" : "play", true, "", action::PauseRoomTimer{}});
    }
    if (may) view.timer_buttons.push_back({"+1", "", "", true, "", action::ExtendRoomTimer{}, parts.words("workshop.extend")});
}

/// What keeps the room from going on: votes that are not saved, else an address that people cannot get to.
void fill_problem(const ConsoleParts& parts, ConsoleView& view) {
    const Words& words = parts.words;
    if (parts.room.failure) {
        view.problem = parts.model.catalogue.text(words.lang(), *parts.room.failure);
        view.problem_button = Button{words("workshop.save-again"), "", "content-save", true, "", action::RetryRoomSaving{}};
        return;
    }
    const RunningRoom& running = parts.running;
    if (!running.address_gone()) return;
    if (running.own.empty()) {
        view.problem = words("workshop.network-gone");
        return;
    }
    const std::string& now = running.own.front();
    view.problem = words("workshop.address-gone", {{"address", now}});
    view.problem_button = Button{words("workshop.do-bind-at", {{"address", now}}), "", "repeat", true, "",
                                 action::SetRoomAddress{running.bound == "0.0.0.0" ? "" : now}};
}

void fill_head(const ConsoleParts& parts, ConsoleView& view) {
    const Words& words = parts.words;
    const RoomSnapshot& room = parts.room;
    view.title = room.title.empty() ? words.of(room.scenario->title) : room.title;
    view.line = words.of(room.scenario->title);
    if (parts.round != nullptr && parts.round->tasks.size() > 1) {
        view.line = words("workshop.round-of", {{"round", std::int64_t{parts.round->number}},
                                                {"count", static_cast<std::int64_t>(parts.round->tasks.size())}});
    } else if (parts.round != nullptr && parts.task >= 0) {
        view.line = words("workshop.item", {{"n", std::int64_t{parts.task + 1}},
                                            {"of", static_cast<std::int64_t>(room.rules->tasks.size())},
                                            {"title", parts.title(parts.task)},
                                            {"code", room.rules->tasks[at(parts.task)].code}});
    }
    view.private_note = {words("workshop.private"), "lock", Tint::Neutral};
    view.connected = words("workshop.connected", {{"here", std::int64_t{people_here(room)}},
                                                  {"people", static_cast<std::int64_t>(room.state->seats.size())}});
    view.code_label = words("workshop.code");
    view.code = room.code.substr(0, 3) + " " + room.code.substr(std::min<std::size_t>(3, room.code.size()));
    const bool nowhere = parts.running.own.empty() && parts.running.bound == "0.0.0.0";
    view.address = nowhere || parts.running.addresses.empty() ? "" : parts.running.addresses.front();
    view.join = view.address.empty() ? words("workshop.join-nowhere")
                                     : words("workshop.join-how", {{"address", view.address}, {"code", view.code}});
    fill_screen(parts, view);
    fill_problem(parts, view);
    view.more = more_menu(parts);
}

} // namespace

std::string ConsoleParts::title(domain::RoomTaskIx one) const {
    const domain::Task& task = whole(one);
    const std::string name = words.of(task.indicator->short_title);
    return name.empty() ? words.of(task.indicator->title) : name;
}

const insight::RoomItem* ConsoleParts::item() const {
    const insight::RoomItem* found = nullptr;
    for (const insight::RoomItem& one : insight.items)
        if (one.task == task) found = &one;
    return found;
}

ConsoleView present_console(const Model& model) {
    const RunningRoom& running = *model.workshop.running;
    ConsoleParts parts{model, Words(model), running, *running.snapshot, *running.insight};
    parts.round = parts.room.state->round();
    parts.task = task_looked_at(parts.room, running.item);
    const bool one_screen = !model.ports.screens || model.ports.screens() < 2;
    parts.reference_open = !one_screen || running.notes_held ||
                           (parts.task >= 0 && reference_was_shown(*parts.room.state, parts.task));
    ConsoleView view;
    fill_head(parts, view);
    fill_stages(parts, view);
    fill_timer(parts, view);
    fill_people(parts, view);
    fill_votes(parts, view);
    fill_reasons(parts, view);
    view.notes_folded = one_screen && !running.notes_held;
    view.notes_hold = one_screen ? parts.words("workshop.notes-hold") : "";
    fill_private(parts, view);
    return view;
}

} // namespace timbang::app

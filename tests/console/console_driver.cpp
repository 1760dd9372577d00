// The window of a facilitator without a display: the whole workspace with its record, drawn by the kit's harness and used by
// pointer and keys as JSON lines on standard input say; what the workshop shows comes as JSON lines on standard output.
//   console_driver DATA_FOLDER PORT NAME…
// {"click": PATH} {"press": "PgDn"} {"type": TEXT} {"open": CODE} {"seen": WORDS} {"paths": true}
#include <condition_variable>
#include <deque>
#include <iostream>
#include <mutex>
#include <thread>

#include <nlohmann/json.hpp>

#include "app/workspace.h"
#include "base/clock.h"
#include "base/ids.h"
#include "main/record_port.h"
#include "support/ui_harness.h"
#include "ui/screens/frame.h"

using namespace timbang;
using nlohmann::json;

namespace {

/// What other threads bring.
struct News {
    std::mutex mutex;
    std::condition_variable arrived;
    std::deque<std::string> lines;
    bool over = false, woken = false;

    void wake() {
        const std::lock_guard lock(mutex);
        woken = true;
        arrived.notify_all();
    }
    void read(std::istream& in) {
        for (std::string line; std::getline(in, line);) {
            const std::lock_guard lock(mutex);
            lines.push_back(std::move(line));
            arrived.notify_all();
        }
        const std::lock_guard lock(mutex);
        over = true;
        arrived.notify_all();
    }
};

json seats_of(const app::ConsoleView& console) {
    json seats = json::object();
    int group = 0;
    for (const app::SeatGroup& one : console.groups) {
        ++group;
        for (const app::SeatCell& seat : one.seats) seats[seat.code] = {{"group", group}, {"word", seat.word}};
    }
    return seats;
}

json console_of(const app::ConsoleView& console) {
    json bars = json::array(), agenda = json::array();
    for (const app::VoteBar& bar : console.bars) bars.push_back({bar.label, bar.first, bar.second, bar.reference});
    for (const app::AgendaRow& row : console.agenda_rows) agenda.push_back(row.title);
    std::string stage;
    for (const app::RoundStage& one : console.stages)
        if (one.state == app::RoundStage::State::Now) stage = one.name;
    std::string code = console.code;
    std::erase(code, ' ');
    return {{"code", code},       {"address", console.address},     {"line", console.line},
            {"stage", stage},     {"next", console.next ? console.next->label : ""},
            {"bars", bars},       {"seats", seats_of(console)},     {"reference", console.reference_score},
            {"agenda", agenda},   {"choosing", !console.choose_rows.empty()},
            {"connected", console.connected}, {"problem", console.problem}};
}

json state_of(const app::FrameView& view) {
    json state = {{"list", false}, {"console", nullptr}, {"prompt", ""}, {"rows", 0}};
    if (!view.room) return state;
    if (view.room->list) state["list"] = true, state["rows"] = view.room->list->rows.size();
    if (view.room->console) state["console"] = console_of(*view.room->console);
    if (view.room->prompt) state["prompt"] = view.room->prompt->title;
    return state;
}

class Driver {
public:
    Driver(const std::string& data, std::uint16_t port, std::vector<std::string> names) {
        app::Ports ports;
        app::WorkspaceOptions options;
        ports.now = base::system_now;
        ports.random = base::secure_random;
        ports.wake = [this] { news.wake(); };
        ports.utc_offset = [](base::Time) { return 7 * 60; };
        ports.screens = [] { return 2; };
        ports.record = main_program::open_record(data, ports.wake, options.troubles);
        options.settings.lang = base::Lang::En;
        options.case_folders = {TIMBANG_SOURCE_DIR "/scenarios"};
        options.framework_folders = {TIMBANG_SOURCE_DIR "/scenarios/frameworks"};
        options.workshop_folder = data + "/workshops";
        options.room_bind = "127.0.0.1";
        options.room_port = port;
        options.room_names = std::move(names);
        options.program_version = "test";
        auto texts = base::Catalogue::load(TIMBANG_SOURCE_DIR "/assets/messages");
        workspace_ = std::make_unique<app::Workspace>(std::move(texts).value(), std::move(ports), std::move(options));
        h_.show([this](ui::Ui& ui) { ui::draw_frame(ui, workspace_->frame(), options_, asked_); });
        carry_out();
        workspace_->apply(app::action::LookAround{});
        workspace_->apply(app::action::Navigate{app::Screen::Workshop});
    }

    void run() {
        std::thread([this] { news.read(std::cin); }).detach();
        while (true) {
            if (workspace_->tick()) h_.settle(), carry_out();
            tell();
            std::unique_lock lock(news.mutex);
            news.arrived.wait_for(lock, std::chrono::milliseconds(250), [this] { return news.woken || news.over || !news.lines.empty(); });
            news.woken = false;
            if (news.lines.empty() && news.over) break;
            if (news.lines.empty()) continue;
            const std::string line = std::move(news.lines.front());
            news.lines.pop_front();
            lock.unlock();
            const bool done = use(json::parse(line));
            if (!done) std::cerr << "not there: " << line << "\n" << h_.dump();
            carry_out();
            tell();
            std::cout << json{{done ? "done" : "failed", line}}.dump() << std::endl;
        }
        workspace_->flush();
    }

    News news;

private:
    bool use(const json& line) {
        if (line.contains("click")) return h_.click(line["click"].get<std::string>());
        if (line.contains("type")) return h_.type(line["type"].get<std::string>()), true;
        if (line.contains("seen")) return h_.says(line["seen"].get<std::string>());
        if (line.contains("paths")) return std::cerr << h_.dump(), true;
        if (line.contains("open")) return open(line["open"].get<std::string>());
        const std::string key = line.value("press", "");
        if (key == "PgDn") return h_.press(ui::Key::PageDown), true;
        if (key == "Enter") return h_.press(ui::Key::Enter), true;
        if (key == "Tab") return h_.press(ui::Key::Tab), true;
        if (key == "Space") return h_.press(ui::Key::Space), true;
        return key == "all" && (h_.press({ui::Key::A, {.ctrl = true}}), true);
    }
    /// The row of an indicator, where one is chosen.
    bool open(const std::string& code) {
        const app::FrameView& view = workspace_->frame();
        if (!view.room || !view.room->console) return false;
        const auto& rows = view.room->console->choose_rows;
        for (std::size_t i = 0; i < rows.size(); ++i)
            if (rows[i].line.rfind(code + ".", 0) == 0) return h_.click("room/console/middle/choose/" + std::to_string(i));
        return false;
    }
    /// What was asked while drawing, as the window does it.
    void carry_out() {
        for (int again = 0; again < 10 && !asked_.empty(); ++again) {
            for (const app::Action& one : std::exchange(asked_, {})) workspace_->apply(one);
            h_.settle();
        }
    }
    void tell() {
        const json now = state_of(workspace_->frame());
        if (now == told_) return;
        told_ = now;
        std::cout << json{{"state", now}}.dump(-1, ' ', false, json::error_handler_t::replace) << std::endl;
    }

    std::unique_ptr<app::Workspace> workspace_;
    ui::FrameOptions options_;
    app::Actions asked_;
    test::UiHarness h_{1440, 900};
    json told_;
};

} // namespace

int main(int count, char** arguments) {
    if (count < 3) return 2;
    Driver driver(arguments[1], static_cast<std::uint16_t>(std::stoi(arguments[2])), {arguments + 3, arguments + count});
    driver.run();
    return 0;
}

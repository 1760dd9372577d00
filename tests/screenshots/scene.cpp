#include "screenshots/scene.h"

#include <cstdio>
#include <thread>

#include "base/files.h"
#include "base/ids.h"
#include "main/record_port.h"
#include "screenshots/author_scene.h"
#include "screenshots/check_scene.h"
#include "screenshots/kept.h"
#include "screenshots/package_scene.h"
#include "screenshots/room_scene.h"

namespace timbang::screenshots {

namespace {

using app::Action;
namespace action = app::action;

constexpr const char* kCase = "jumlah-yang-tidak-cocok";
constexpr const char* kPictureCase = "kota-di-tepi-teluk"; ///< with a page that is a picture

base::Time fixed_now() { return *base::parse_iso_time("2026-11-19T03:42:00.000Z"); }

/// What has to be in the record, and what to do then.
struct Plan {
    bool first_start = false;
    bool with_history = true;      ///< finished sessions of other cases
    std::string until;             ///< the open session goes through this line of the `.play` file; "" none
    bool finished = false;         ///< the session of the case is finished, its debrief is opened
    std::vector<Action> actions;
};

std::vector<Action> births_actions(const domain::Scenario& scenario, bool compare) {
    const domain::IndicatorIx task = scenario.find_task("KS-O1");
    const domain::EvidenceIx births = scenario.find_evidence("persalinan");
    std::vector<Action> actions{action::SelectIndicator{task}, action::OpenPage{app::Pane::Left, births, 2}};
    const domain::Page& page = *scenario.page(births, 2);
    std::vector<std::uint32_t> cells;
    for (const char* figure : {"1.147", "1.448", "703", "1.013", "1.262", "706"})
        cells.push_back(domain::find_quote(page, figure).front().begin);
    for (std::size_t i = 0; i < cells.size(); ++i) actions.push_back(action::PickFigures{app::Pane::Left, {cells[i]}});
    actions.push_back(action::PickToCompare{app::Pane::Left, domain::find_quote(page, "6.729").front().begin});
    actions.push_back(action::EditReason{"Column adds up to 6,279, not 6,729, and no sub-district reaches 95%. The target is the office's own estimate; ask Dukcapil for the births."});
    if (compare) {
        actions.push_back(action::ToggleCompare{});
        actions.push_back(action::OpenPage{app::Pane::Right, births, 3});
    }
    return actions;
}

domain::PartIx part_of(const domain::Scenario& scenario, domain::PartKind kind) {
    for (std::size_t i = 0; i < scenario.parts.size(); ++i)
        if (scenario.parts[i].kind == kind) return static_cast<domain::PartIx>(i);
    return -1;
}

/// A category chosen, a letter written and finished, some of its points ticked.
std::vector<Action> letter_actions(const domain::Scenario& scenario) {
    const domain::PartIx category = part_of(scenario, domain::PartKind::Category), letter = part_of(scenario, domain::PartKind::Letter);
    std::vector<Action> actions{action::SetCategory{category, scenario.framework->categories.back().id}, action::InsertDecisions{letter, 0},
                                action::FinishLetter{letter}};
    const auto& points = scenario.parts[static_cast<std::size_t>(letter)].points;
    for (std::size_t i = 0; i < points.size(); i += 2) actions.push_back(action::TogglePoint{letter, points[i].id});
    return actions;
}

/// Opens the row of this indicator, or (code "") of the letter.
std::vector<Action> row_actions(const domain::Scenario& scenario, const std::string& code) {
    const int letter = static_cast<int>(scenario.tasks.size()) + part_of(scenario, domain::PartKind::Letter);
    return {action::SortDebrief{2}, action::OpenRow{code.empty() ? letter : scenario.find_task(code)}};
}

Plan plan_for(const std::string& name, const domain::Scenario& scenario) {
    Plan plan;
    if (name == "start") plan.first_start = true, plan.with_history = false;
    if (name == "home-empty") plan.with_history = false;
    if (name == "home" || name == "search") plan.until = "decide KS-P3";
    if (name == "search") plan.actions = {action::OpenSearch{}, action::TypeSearch{"pers"}};
    if (name == "briefing") plan.until = "#";
    if (name == "completeness") plan.until = "next";
    if (name == "desk" || name == "compare") {
        plan.until = "sure KS-O1";
        plan.actions = births_actions(scenario, name == "compare");
    }
    if (name == "category" || name.rfind("letter", 0) == 0) plan.until = "decide PA-O2";
    if (name == "letter-finished") plan.actions = letter_actions(scenario);
    if (name.rfind("debrief", 0) == 0 || name == "author-form") plan.finished = true; // the form tells what was answered
    if (name == "debrief-letter") plan.actions = row_actions(scenario, "");
    if (name == "debrief-picture") plan.actions = row_actions(scenario, "PK-O1");
    if (name == "looking") plan.first_start = true, plan.with_history = false, plan.actions = {action::LookAround{}};
    if (name == "folders") plan.actions = {action::Navigate{app::Screen::Settings}, action::OpenFolderChooser{}};
    if (name == "add-person") plan.actions = {action::Navigate{app::Screen::Profile}, action::OpenAddPerson{}};
    if (name == "filtered") plan.actions = {action::SetFilter{1, 1}, action::SetFilter{4, 3}};
    if (name == "settings") plan.actions = {action::Navigate{app::Screen::Settings}};
    if (name == "records" || name == "records-again") plan.finished = true, plan.actions = {action::Navigate{app::Screen::Records}};
    if (name == "lesson") plan.actions = {action::OpenLesson{"read-the-year-in-the-heading", ""}, action::AnswerExercise{0, 0}, action::AnswerExercise{1, 0}};
    if (name == "take-records") plan.finished = true, plan.actions = {action::Navigate{app::Screen::Records}, action::AskExportRecords{}};
    return plan;
}

/// Steps that follow the decisions, then the part that is shown.
void go_to_sign_off(app::Workspace& workspace, bool letter) {
    for (int i = 0; i < 2; ++i) workspace.apply(action::LeaveStep{});
    (void)workspace.frame();
    workspace.apply(action::SelectRow{letter ? 1 : 0});
}

/// Lets background work (the library) come in. Bounded: a scene that never settles is a fault.
void settle(app::Workspace& workspace) {
    for (int i = 0; i < 2000 && workspace.busy(); ++i) {
        workspace.tick();
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    workspace.tick();
}

base::Catalogue load_catalogue() {
    auto loaded = base::Catalogue::load(TIMBANG_SOURCE_DIR "/assets/messages");
    return loaded ? std::move(loaded).value() : base::Catalogue();
}

} // namespace

const std::vector<std::string>& scene_names() {
    // NOLINTNEXTLINE: a constant list
    static const std::vector<std::string> names{"start",    "home-empty", "home",    "briefing", "completeness", "desk",   "compare",
                                                "category", "letter",     "letter-finished", "debrief", "debrief-letter", "debrief-picture",
                                                "settings", "search",       "records", "lesson", "take-records",
                                                "looking",  "folders",    "filtered", "add-person",
                                                "author-cases", "author", "author-find", "author-form", "author-steps",
                                                "sealed-library", "sealed", "sealed-problem", "signed", "package-make", "package-unpack",
                                                "records-again", "debrief-again",
                                                "check", "check-pool", "check-opened", "check-desk", "check-finish", "check-not-yet",
                                                "check-ready", "records-ready",
                                                "room-list-empty", "room-list", "room-setup-empty", "room-setup", "room-quick", "room-choose",
                                                "room-first", "room-shown", "room-second", "room-reference", "room-paper",
                                                "room-programme", "room-agenda-file", "room-sheets-file", "room-held"};
    return names;
}

std::unique_ptr<app::Workspace> make_scene(const std::string& name, const Look& look, const std::string& data_folder) {
    const std::string case_name = name == "debrief-picture" ? kPictureCase : kCase;
    const auto scenario = load_case(case_name);
    if (!scenario || !base::make_folders(data_folder)) {
        std::fprintf(stderr, "the case or the data folder cannot be used\n");
        return nullptr;
    }
    const Plan plan = plan_for(name, *scenario);
    app::Ports ports;
    app::WorkspaceOptions options;
    std::string session;
    if (!plan.first_start) options.settings.person = keep_person(data_folder, "Rini");
    if (plan.with_history)
        for (const char* other : {"perkenalan-meja-kerja", "dari-akta-ke-bangku-sekolah"})
            if (const auto finished = load_case(other))
                (void)keep_session(data_folder, *finished, options.settings.person, 0, fixed_now() - std::chrono::hours(72));
    if (plan.finished) session = keep_session(data_folder, *scenario, options.settings.person, 0, fixed_now() - std::chrono::hours(1));
    if (!plan.until.empty())
        session = keep_session(data_folder, *scenario, options.settings.person, lines_through(case_name, plan.until),
                               fixed_now() - std::chrono::minutes(20));
    if (is_again_scene(name) &&
        !compare_kept_again(std::string(TIMBANG_SOURCE_DIR "/scenarios/") + kCase, data_folder, fixed_now() - std::chrono::minutes(10)))
        return nullptr;
    options.settings.lang = look.lang;
    options.settings.theme = look.theme;
    options.settings.text_size = look.text_size;
    options.case_folders = {TIMBANG_SOURCE_DIR "/scenarios"};
    options.framework_folders = {TIMBANG_SOURCE_DIR "/scenarios/frameworks"};
    options.lesson_folders = {TIMBANG_SOURCE_DIR "/scenarios/lessons"};
    options.home_folder = TIMBANG_SOURCE_DIR "/scenarios";
    options.record_folder = name == "author-form" ? data_folder : "/home/rini/.local/share/timbang"; // shown, or read again
    options.program_version = "0.1.0";
    ports.now = fixed_now;
    ports.random = base::secure_random;
    ports.utc_offset = [](base::Time) { return 7 * 60; };
    ports.record = main_program::open_record(data_folder, {}, options.troubles);
    const std::string own = data_folder + "/cases/" + kCase;
    if (is_author_scene(name)) {
        if (!copy_case(std::string(TIMBANG_SOURCE_DIR "/scenarios/") + kCase, own)) return nullptr;
        options.settings.case_folder = data_folder + "/cases";
    }
    options.keys_folder = data_folder + "/keys";
    const std::string packages = data_folder + "/cases";
    if (is_package_scene(name)) {
        if (!prepare_package_scene(name, std::string(TIMBANG_SOURCE_DIR "/scenarios/") + kCase, packages)) return nullptr;
        options.settings.case_folder = packages;
        if (name == "sealed-library") options.case_folders.clear();
    }
    options.workshop_folder = data_folder + "/workshops";
    options.room_bind = "127.0.0.1";
    options.room_port = 0;
    ports.addresses = [] { return std::vector<std::string>{"127.0.0.1"}; };
    ports.screens = [] { return 2; };
    auto workspace = std::make_unique<app::Workspace>(load_catalogue(), std::move(ports), std::move(options));
    settle(*workspace);
    const bool at_desk = name == "briefing" || name == "completeness" || name == "desk" || name == "compare" || name == "category" ||
                         name.rfind("letter", 0) == 0;
    if (at_desk) workspace->apply(action::ContinueSession{session});
    if (name == "category" || name.rfind("letter", 0) == 0) go_to_sign_off(*workspace, name != "category");
    if (name.rfind("debrief", 0) == 0) {
        workspace->apply(action::OpenDebrief{session});
        workspace->apply(action::OpenRow{0});
    }
    if (name == "debrief-again")
        for (const Action& wanted : row_actions(*scenario, "KS-O1")) workspace->apply(wanted);
    for (const Action& wanted : plan.actions) workspace->apply(wanted);
    if (is_author_scene(name)) play_author_scene(name, own, *workspace, [&] { settle(*workspace); });
    if (is_check_scene(name)) play_check_scene(name, *workspace, [&] { settle(*workspace); });
    if (is_room_scene(name)) play_room_scene(name, *workspace, [&] { settle(*workspace); });
    if (is_package_scene(name)) play_package_scene(name, packages, *workspace, [&] { settle(*workspace); });
    settle(*workspace);
    return workspace;
}

} // namespace timbang::screenshots

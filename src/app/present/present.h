#pragma once

#include "app/model.h"

namespace timbang::app {

// Pure functions from the state to what a screen draws. They read nothing else: no files, no clock but the one handed
// in.

[[nodiscard]] HomeView present_home(const Model& model);
[[nodiscard]] DeskView present_desk(const Model& model);
[[nodiscard]] DebriefView present_debrief(const Model& model);
[[nodiscard]] RecordsView present_records(const Model& model);
[[nodiscard]] SettingsView present_settings(const Model& model);
[[nodiscard]] AuthorView present_author(const Model& model);
[[nodiscard]] RoomScreenView present_room(const Model& model);
[[nodiscard]] LessonView present_lesson(const Model& model);
[[nodiscard]] ReadinessView present_readiness(const Model& model);
[[nodiscard]] std::optional<Dialog> present_readiness_dialog(const Model& model);
/// Where the person stands with the readiness check; nothing where there is no policy.
[[nodiscard]] std::optional<ReadyCard> present_ready(const Model& model);
/// Of a readiness check on the desk.
[[nodiscard]] CheckBar present_check_bar(const Model& model);
[[nodiscard]] StartView present_start(const Model& model);
[[nodiscard]] SearchView present_search(const Model& model);
[[nodiscard]] std::vector<RailItem> present_rail(const Model& model);
[[nodiscard]] std::optional<Dialog> present_dialog(const Model& model);
/// The dialog of the editor that makes or unpacks a package.
[[nodiscard]] std::optional<Dialog> present_author_package(const Model& model);
/// The dialog of exporting, joining or forgetting records.
/// A file is being written, and this screen does not tell of it otherwise.
[[nodiscard]] bool shows_record_work(const Model& model);
[[nodiscard]] std::optional<Dialog> present_records_dialog(const Model& model);
/// The dialog of a package on its way to the desk.
[[nodiscard]] std::optional<Dialog> present_package(const Model& model);
[[nodiscard]] std::optional<FolderView> present_folders(const Model& model);
[[nodiscard]] std::vector<Toast> present_toasts(const Model& model);

// Parts of the desk.
[[nodiscard]] TopBar present_top(const Model& model);
[[nodiscard]] std::optional<ActionsRow> present_actions(const Model& model);
[[nodiscard]] BottomBar present_bottom(const Model& model);
[[nodiscard]] ListPane present_list(const Model& model);
[[nodiscard]] ViewerPane present_pane(const Model& model, Pane pane);
[[nodiscard]] ViewerTools present_tools(const Model& model);
[[nodiscard]] CalculatorView present_calculator(const Model& model);
[[nodiscard]] DecisionForm present_form(const Model& model, domain::IndicatorIx task);
[[nodiscard]] PartForm present_part(const Model& model, domain::PartIx part);
[[nodiscard]] CategoryForm present_category(const Model& model, domain::PartIx part);
[[nodiscard]] LetterForm present_letter(const Model& model, domain::PartIx part);

/// What the reference says of an indicator that may be shown, at the level that is set.
[[nodiscard]] FeedbackBlock present_feedback(const Model& model, domain::IndicatorIx task);
[[nodiscard]] FeedbackBlock present_part_feedback(const Model& model, domain::PartIx part);
/// A passage on its page.
[[nodiscard]] PassageView present_passage(const Model& model, const domain::Passage& passage, domain::IndicatorIx task);
[[nodiscard]] HabitsCard present_habits(const Model& model, const std::vector<insight::DecisionRow>& rows,
                                        std::string from);
[[nodiscard]] std::optional<NextCard> present_next(const Model& model, const std::vector<insight::DecisionRow>& rows);

// Asked by presenters and by the workspace alike.

/// The library as the person sees it now: places in `Library::entries`, filtered and in order.
[[nodiscard]] std::vector<int> library_order(const Model& model);
/// Rights that the library's cases ask for: "framework/criterion" and the name.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> rights_to_filter(const Model& model);
/// A row of the desk's list: an indicator, or (task −1) the parts of the step.
struct DeskRow {
    domain::IndicatorIx task = -1;
};
[[nodiscard]] std::vector<DeskRow> desk_rows(const Model& model);
[[nodiscard]] DeskLayout desk_layout(const Model& model);
/// Parts of the present step of these kinds, in order.
[[nodiscard]] std::vector<domain::PartIx> parts_of_step(const Model& model, bool with_category, bool with_letter);
/// Documents that stand with the row at work, then those of the step.
[[nodiscard]] std::vector<domain::EvidenceIx> documents_now(const Model& model);
/// The order of the debrief: indicators (from 0) as sorted, then parts (behind the indicators).
[[nodiscard]] std::vector<int> debrief_order(const Model& model);
/// The level that counts: what is set, or less.
[[nodiscard]] domain::FeedbackLevel level_now(const Model& model);
/// The number of a mark among those of its indicator, from 1.
[[nodiscard]] int mark_number(const domain::State& state, const domain::Mark& mark);

/// One hit of the search.
struct SearchHit {
    IconName icon = "";
    std::string title, where, state;
    Action action;
};
struct SearchHits {
    std::string title;
    std::vector<SearchHit> hits;
};
[[nodiscard]] std::vector<SearchHits> search_all(const Model& model);
inline constexpr int kRowsOfGroup = 5;
/// The rows that are shown, over all groups.
[[nodiscard]] std::vector<const SearchHit*> search_rows(const Model& model, const std::vector<SearchHits>& groups);

} // namespace timbang::app

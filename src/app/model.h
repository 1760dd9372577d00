#pragma once

#include <array>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/author_state.h"
#include "app/calculator.h"
#include "app/folder_chooser.h"
#include "app/former_results.h"
#include "app/library.h"
#include "app/package_dialog.h"
#include "app/readiness_state.h"
#include "app/records_dialog.h"
#include "app/room/room_state.h"
#include "app/solo_session.h"
#include "app/view/frame.h"
#include "app/workspace.h"
#include "content/lessons.h"
#include "insight/decision_row.h"
#include "insight/repractice.h"

namespace timbang::app {

/// One document page in a pane of the desk.
struct PagePlace {
    domain::EvidenceIx evidence = -1;
    int page = 1;
    friend bool operator==(PagePlace, PagePlace) = default;
};

struct FindState {
    bool open = false;
    std::string words;
    struct Hit {
        PagePlace place;
        domain::TextRange range;
    };
    std::vector<Hit> hits;
    int current = -1;
};

/// A change of marks: nothing before is a new one, nothing after one that was taken away.
struct MarkChange {
    std::optional<domain::Mark> before, after;
};

/// Where the person is on the desk, beside what the session itself keeps.
struct DeskState {
    domain::IndicatorIx task = -1; ///< the indicator worked on; −1: the parts of the step
    PagePlace panes[2];
    bool comparing = false;
    std::map<domain::IndicatorIx, PagePlace> last_page; ///< where the person was with an indicator
    std::map<domain::IndicatorIx, Calculator> calculators;
    FindState find;
    domain::ActionIx asked = -1; ///< the action that waits for yes or no
    domain::StepIx shown_step = -1;
    std::size_t said_seen = 0;   ///< how many of `State::said` were put away
    bool step_text_seen = false; ///< what the step asks for was put away
    std::vector<domain::Missing> missing;
    domain::PartIx missing_part = -1;
    std::uint64_t ask_focus = 0;
    int pointed_mark = 0;
    std::vector<MarkChange> marks_done, marks_undone; ///< at this step, the last at the end
    base::Lang model_lang = base::Lang::Id;
};

struct DebriefState {
    int open_row = -1;                    ///< place in the rows as sorted; parts follow the indicators
    int sort = 0;                         ///< 0 sure and different first, 1 largest gap first, 2 as in the case
    domain::IndicatorIx differ_task = -1; ///< "I see this differently" is open for it
    std::string differ_text;
    PagePlace passage; ///< shown large; evidence −1: none
};

/// The reading that is open.
struct LessonState {
    std::shared_ptr<const domain::Lesson> lesson;
    std::string from;         ///< code of the indicator whose feedback led there, "" none
    Screen back = Screen::Home;
    base::Lang lang = base::Lang::Id;
    std::vector<int> answers; ///< by question; −1 not answered. Kept nowhere
};

struct NameDialog {
    std::string person; ///< id of the one to rename; "" add
    std::string name;
    std::string problem; ///< message key
};

struct SearchState {
    std::string words;
    int selected = 0;
    std::set<int> opened_groups;
};

struct ToastState {
    int id = 0;
    Tint tint = Tint::Neutral;
    base::Message message;
    std::string text; ///< instead of the message: made where both languages are not at hand
    bool stays = false;                 ///< until it is put away; others go by themselves
    base::Time since{};                 ///< when it came
};

/// How long a message stands that needs no answer.
inline constexpr std::chrono::seconds kToastTime{10};

inline constexpr int kFilters = 5; ///< right, indicator type, difficulty, minutes, status
inline constexpr int kRecordsFilters = 2; ///< case, state

/// The whole state of the window. `present/` reads it, `Workspace` changes it.
struct Model {
    Model(base::Catalogue texts, Ports outside, WorkspaceOptions how);

    base::Catalogue catalogue;
    Ports ports;
    WorkspaceOptions options;
    Settings settings;
    Tasks tasks;
    Library library;
    content::LessonShelf lessons; ///< read in the background; empty until then

    Screen screen = Screen::Home;
    std::vector<store::Person> people;
    /// Sessions of the person at work, newest first, and what counts of their decisions.
    std::vector<store::SessionRow> sessions;
    std::vector<insight::DecisionRow> decisions;
    std::vector<insight::PracticeForm> forms; ///< what can be opened for practising again
    std::vector<insight::DueItem> due;        ///< as of the last reading of the record
    std::map<std::string, FormerResults> former; ///< by session, of those that were compared again
    bool comparing_again = false;
    struct PersonLine {
        int decisions = 0;
        int cases = 0;
        std::optional<base::Time> last;
    };
    std::map<std::string, PersonLine> person_lines;

    bool start_open = false;
    bool looking_around = false;
    bool begin_guided = false;   ///< once the library is read
    std::string return_to;              ///< session that was on the desk when the program ended unexpectedly
    bool record_changed = false; ///< read it again when what was handed in is durable
    bool told_not_saved = false;
    std::string typed_name;
    std::string name_problem; ///< message key
    std::uint64_t ask_focus = 0;
    std::optional<NameDialog> name_dialog;
    std::optional<PackageDialog> package_dialog;
    std::optional<RecordsDialog> records_dialog;
    std::optional<RecordsWork> records_work;
    std::optional<AuthorPackageDialog> author_package;
    std::uint64_t package_asked = 0;       ///< tells one package that was asked for from another
    std::set<std::string> packages_agreed; ///< opened in this run, as they were then
    std::optional<FolderChooser> folder_chooser;
    std::optional<SearchState> search;
    std::vector<ToastState> toasts;
    int next_toast = 1;

    std::array<int, kFilters> filters{};
    std::array<int, kRecordsFilters> records_filters{};
    int sort = 0; ///< 0 suggested first, 1 by name, 2 shortest first, 3 easiest first
    int section = 0;

    std::shared_ptr<SoloSession> session; ///< on the desk, or in the debrief; of a readiness check also while it is paused
    Screen back = Screen::Home;           ///< where the debrief's back arrow leads
    DeskState desk;
    DebriefState debrief;
    std::optional<LessonState> lesson;

    AuthorState author;
    bool trying = false;                  ///< the session on the desk is a try of the draft in the editor
    std::shared_ptr<SoloSession> waiting_session; ///< what was on the desk before
    DeskState waiting_desk;
    Tasks case_work; ///< of the editor: reading, checking, saving
    Tasks long_work; ///< of the editor: players, packages, spreadsheets
    Tasks opening;   ///< of packages: reading, trying a passphrase

    WorkshopState workshop;
    ReadinessState readiness;

    [[nodiscard]] const store::Person* person() const;
    [[nodiscard]] base::Time now() const { return ports.now(); }
    [[nodiscard]] base::Lang lang() const { return settings.lang; }
};

/// Whether what stands on the desk is a readiness check.
[[nodiscard]] inline bool in_check(const Model& model) {
    return model.readiness.check != nullptr && model.session == model.readiness.check->shared_session();
}

/// The folders that the library reads: those of the program and the own one.
[[nodiscard]] std::vector<std::string> case_folders_of(const Model& model);

/// A row of the library as filters and order see it, with what the person did so far.
struct CaseProgress {
    const store::SessionRow* open = nullptr;     ///< the newest session that can go on
    const store::SessionRow* finished = nullptr; ///< the newest that is finished
};
[[nodiscard]] CaseProgress progress_of(const Model& model, const std::string& scenario);

/// Indicators of the present step in the order of the desk.
[[nodiscard]] const std::vector<domain::IndicatorIx>& tasks_of_step(const Model& model);

} // namespace timbang::app

#pragma once

#include <functional>

#include "app/author.h"
#include "app/model.h"
#include "app/readiness_controller.h"
#include "app/room/room_controller.h"

namespace timbang::app {

struct TakeHomeOrder;

/// Carries out actions on the state of the window. One overload for each action; `carry_out_action` finds it.
class Controller {
public:
    explicit Controller(Model& model) : model_(model), author_(model, *this), rooms_(model, *this), checks_(model, *this) {}

    /// Whichever it is. Nothing happens for an action that does nothing.
    void carry_out_action(const Action& asked);

    // controller.cpp: going about, search, library
    void operator()(const action::Navigate& a);
    void operator()(const action::Back&);
    void operator()(const action::CloseDialog&);
    void operator()(const action::DismissToast& a);
    void operator()(const action::SetFilter& a);
    void operator()(const action::SetSort& a);
    void operator()(const action::SetRecordsFilter& a);
    // controller_records.cpp: comparing again
    void operator()(const action::CompareAgain&);
    void operator()(const action::Rescan&);
    void operator()(const action::StopScan&);
    void operator()(const action::OpenSearch&);
    void operator()(const action::TypeSearch& a);
    void operator()(const action::MoveSearch& a);
    void operator()(const action::NextSearchGroup&);
    void operator()(const action::MoreOfGroup& a);
    void operator()(const action::ChooseResult& a);
    void operator()(const action::CopyText& a);
    void operator()(const action::ShowFolder& a);
    // controller_package.cpp: opening packages
    void operator()(const action::TypeDialog& a);
    void operator()(const action::OpenPackage&);
    void operator()(const action::KeepSigner& a);
    // controller_people.cpp: first start, people, settings
    void operator()(const action::TypeName& a);
    void operator()(const action::BeginAsTyped&);
    void operator()(const action::LookAround&);
    void operator()(const action::AskWho&);
    void operator()(const action::OpenAddPerson&);
    void operator()(const action::OpenRenamePerson& a);
    void operator()(const action::SavePerson&);
    void operator()(const action::SwitchPerson& a);
    void operator()(const action::SetLanguage& a);
    void operator()(const action::SetTextSize& a);
    void operator()(const action::StepTextSize& a);
    void operator()(const action::SetTheme& a);
    void operator()(const action::SetFeedbackLevel& a);
    void operator()(const action::SetMode& a);
    void operator()(const action::SetSection& a);
    void operator()(const action::SetCaseFolder& a);
    // controller_folders.cpp: choosing a folder
    void operator()(const action::OpenFolderChooser&);
    void operator()(const action::GoToFolder& a);
    void operator()(const action::ChooseFolder&);
    // controller_session.cpp: starting, going on, steps
    void operator()(const action::StartCase& a);
    void operator()(const action::ContinueSession& a);
    void operator()(const action::OpenDebrief& a);
    void operator()(const action::LeaveStep&);
    void operator()(const action::ShowStep& a);
    void operator()(const action::DismissSaid&);
    void operator()(const action::RetrySaving&);
    void operator()(const action::AskAction& a);
    void operator()(const action::TakeAction& a);
    void operator()(const action::ShowAnswer& a);
    // controller_debrief.cpp
    void operator()(const action::OpenRow& a);
    void operator()(const action::SortDebrief& a);
    void operator()(const action::EditDisagreement& a);
    void operator()(const action::OpenDisagreement& a);
    void operator()(const action::SendDisagreement&);
    void operator()(const action::ShowPassage& a);
    void operator()(const action::ClosePassage&);
    // controller_join.cpp: taking records along, joining and forgetting them
    void operator()(const action::AskTakeHome& a);
    void operator()(const action::AskExportRecords&);
    void operator()(const action::AskMergeRecords&);
    void operator()(const action::AskForget& a);
    void operator()(const action::AskSamePerson& a);
    void operator()(const action::NotSamePerson& a);
    void operator()(const action::ToggleRecordOption& a);
    void operator()(const action::ConfirmRecordWork&);
    void operator()(const action::StopRecordWork&);
    // controller_lessons.cpp
    void operator()(const action::OpenLesson& a);
    void operator()(const action::AnswerExercise& a);
    void operator()(const action::SetLessonLanguage& a);
    /// Reads the readings in the background.
    void read_lessons();
    void read_forms();
    // controller_pages.cpp: list, pages, calculator
    void operator()(const action::SelectRow& a);
    void operator()(const action::SelectIndicator& a);
    void operator()(const action::StepSelection& a);
    void operator()(const action::DecideLater&);
    void operator()(const action::OpenPage& a);
    void operator()(const action::TurnPage& a);
    void operator()(const action::ToggleCompare&);
    void operator()(const action::FindInPages& a);
    void operator()(const action::StepFind& a);
    void operator()(const action::CloseFind&);
    void operator()(const action::PickFigures& a);
    void operator()(const action::SetOperator& a);
    void operator()(const action::PickToCompare& a);
    void operator()(const action::RemoveTerm& a);
    void operator()(const action::ClearCalculator&);
    void operator()(const action::KeepFigure&);
    // controller_marks.cpp
    void operator()(const action::Mark& a);
    void operator()(const action::Retype& a);
    void operator()(const action::Unmark& a);
    void operator()(const action::ShowMark& a);
    void operator()(const action::UndoMark&);
    void operator()(const action::RedoMark&);
    // controller_form.cpp: form and parts
    void operator()(const action::SetCheck& a);
    void operator()(const action::SetVerdict& a);
    void operator()(const action::SetScore& a);
    void operator()(const action::SetSureness& a);
    void operator()(const action::EditReason& a);
    void operator()(const action::Submit&);
    void operator()(const action::SetPartCheck& a);
    void operator()(const action::SetOption& a);
    void operator()(const action::SetCategory& a);
    void operator()(const action::EditLetter& a);
    void operator()(const action::InsertDecisions& a);
    void operator()(const action::FinishLetter& a);
    void operator()(const action::WriteOn& a);
    void operator()(const action::TogglePoint& a);
    void operator()(const action::SetModelLanguage& a);

    [[nodiscard]] AuthorController& author() { return author_; }
    [[nodiscard]] const AuthorController& author() const { return author_; }
    [[nodiscard]] RoomController& rooms() { return rooms_; }
    [[nodiscard]] const RoomController& rooms() const { return rooms_; }
    [[nodiscard]] ReadinessController& checks() { return checks_; }
    // controller_try.cpp: playing a draft
    /// Starts a session that is never recorded, goes on with these commands and then to the indicator (−1: none). What was
    /// on the desk waits.
    void try_draft(std::shared_ptr<const domain::Scenario> scenario, const std::string& folder, domain::Mode mode,
                   const std::vector<domain::Command>& commands, domain::IndicatorIx task);
    /// Back to the editor; nothing happens when no draft is played.
    void end_try();

    /// Reads people, sessions and decisions of the person at work again.
    /// False when the record could not be read; it has been said why.
    bool reload_people();
    void reload_record();
    /// After the library was read: what waited for it.
    void library_read();
    void open_argument();
    /// Goes back to the desk after an unexpected end, as soon as the library knows the case.
    void return_to_desk();
    /// Notes which session is on the desk, so that the next start can tell.
    void note_open_session();
    /// At the begin of a step, and when a session goes on.
    void enter_step();
    /// Says why the rules do not take a command.
    void refuse(const domain::Rejection& rejection);
    /// What could not be saved of a session goes into the record before it goes on.
    [[nodiscard]] base::Status write_kept_aside(const std::string& session);
    void forget_open_session();
    void tell(base::Message message, Tint tint = Tint::Neutral, bool stays = false);
    void tell_text(std::string text, Tint tint, bool stays = false);
    void tell_error(const base::Error& error, bool stays = false);

private:
    [[nodiscard]] bool running() const;
    [[nodiscard]] bool can_edit() const;
    void save_settings();
    void go_home();
    void become(const store::Person& person);
    [[nodiscard]] base::Result<store::Person> person_named(const std::string& name);
    /// False when the case cannot be opened; it has been said why.
    /// A sealed one is asked for; when it is open, `then` is carried out.
    [[nodiscard]] std::shared_ptr<const domain::Scenario> open_case(const std::string& folder, const Action& then);
    [[nodiscard]] bool package_agreed(const std::string& folder) const;
    /// Looks at a package in the background. Its dialog appears where something is asked: before a case starts, or for a
    /// passphrase; else `then` is carried out at once.
    void ask_package(const std::string& folder, Action then, bool starts);
    void close_package();
    void pass_package();
    void read_former_results();
    void ask_records(RecordAsk ask, const std::string& person);
    [[nodiscard]] store::OnProgress work_progress(Tasks::Context& task);
    void work_began(RecordAsk ask, Tasks::Handle handle);
    void work_failed(const RecordsDialog& dialog, const base::Error& error);
    void start_export();
    void start_merge();
    void told_merged(const RecordsDialog& dialog, const store::Merged& merged);
    void start_forget();
    void join_people();
    // controller_take_home.cpp: PDF, HTML, CSV and XLSX
    void start_report();
    [[nodiscard]] base::Result<TakeHomeOrder> order_of(const RecordsDialog& dialog);
    /// Names what is asked for, and a file. False: it has been said why it cannot be.
    [[nodiscard]] bool name_take_home(RecordsDialog& dialog);
    void compare_again(std::vector<std::shared_ptr<const domain::Scenario>> cases,
                       const std::vector<std::string>& sealed);
    /// When it waits for a passphrase, `then` is carried out behind it.
    [[nodiscard]] bool resume(const std::string& session, const Action& then);
    void begin(const std::string& folder, domain::Mode mode);
    bool hand_in_parts();
    /// Carries a command out; what the rules refuse is said.
    bool carry_out(const domain::Command& command);
    void select(domain::IndicatorIx task);
    void show(Pane pane, PagePlace place);
    [[nodiscard]] domain::IndicatorIx next_open(domain::IndicatorIx after) const;
    void find_again();
    /// Notes a change of marks that was made, so that it can be taken back.
    void note_mark(std::optional<domain::Mark> before, std::optional<domain::Mark> after);
    /// Makes one mark into another by the ordinary commands; nothing stands for none. False when that cannot be.
    bool turn_mark(const std::optional<domain::Mark>& from, const std::optional<domain::Mark>& to);
    void move_mark(std::vector<MarkChange>& from, std::vector<MarkChange>& to, bool back);
    [[nodiscard]] std::optional<Pick> figure_on(Pane pane, std::uint32_t offset) const;
    void edit(const std::function<void(domain::Decision&)>& change);
    void edit_part(domain::PartIx part, const std::function<void(domain::PartAnswer&)>& change);
    [[nodiscard]] bool part_here(domain::PartIx part) const;

    Model& model_;
    AuthorController author_;
    RoomController rooms_;
    ReadinessController checks_;
};

} // namespace timbang::app

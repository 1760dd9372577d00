#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <typeinfo>
#include <utility>
#include <vector>

#include "base/rational.h"
#include "base/text.h"
#include "domain/comparison.h"
#include "domain/room.h"
#include "domain/scenario.h"

namespace timbang::app {

// What a person asks for with a click or a key. A screen pushes actions while it draws; `Workspace::apply` carries them out
// after the frame, in one place. Most buttons and rows of a view-model carry their action ready-made; a screen makes only
// those that hold something typed, dragged or picked.

enum class Screen : std::uint8_t { Home, Desk, Debrief, Records, Settings, Profile, Author, Workshop, Lesson, Readiness };
enum class Theme : std::uint8_t { Light, Dark, Contrast, System };
/// Which of the two page panes of the desk: the right one exists while two pages are compared.
enum class Pane : std::uint8_t { Left, Right };
/// A text of the form of an indicator.
enum class FormField : std::uint8_t { ReferenceWhy, NearWhy, ReplyWhy, ProblemWhy };
enum class CheckState : std::uint8_t { Holds, Fails, Open };

namespace action {

// ---- going about
struct Navigate { Screen to = Screen::Home; };
/// The back arrow of desk and debrief: to where the person came from. On the desk nothing is lost; the case can be continued.
struct Back {};
/// Closes the topmost dialog (search, add a person, confirm). The dialog of the first start has no Esc.
struct CloseDialog {};
struct DismissToast { int id = 0; };
/// The whole text of a field of the dialog after each change; `field` counts from the top.
struct TypeDialog { int field = 0; std::string text; };

// ---- first start and people
/// What stands in the fields of the first start or of "Add a person".
struct TypeName { std::string name; };
/// The first start: add the person typed and open the guided case.
struct BeginAsTyped {};
/// Nothing is recorded until the person says who they are.
struct LookAround {};
/// "Say who you are" after looking around: the dialog of the first start again.
struct AskWho {};
struct OpenAddPerson {};
/// "Change" beside the person at work: a dialog with the name.
struct OpenRenamePerson { std::string person; };
/// Confirms the dialog of adding or renaming.
struct SavePerson {};
struct SwitchPerson { std::string person; };

// ---- settings
struct SetLanguage { base::Lang lang = base::Lang::Id; };
/// Percent: 100, 125, 150, 175, 200, 250, 300. While the slider is dragged only its sample follows: send it on release.
struct SetTextSize { int percent = 100; };
/// Ctrl + and Ctrl −: to the next stop.
struct StepTextSize { int by = 0; };
struct SetTheme { Theme theme = Theme::System; };
struct SetFeedbackLevel { domain::FeedbackLevel level = domain::FeedbackLevel::Full; };
/// The mode of cases that are started from now on: learn or practise.
struct SetMode { domain::Mode mode = domain::Mode::Practise; };
struct SetSection { int section = 0; };
/// The folder of own cases, typed or pasted.
struct SetCaseFolder { std::string path; };
/// The dialog in which that folder is chosen; `GoToFolder` opens another one in it, `ChooseFolder` takes the open one.
struct OpenFolderChooser {};
struct GoToFolder { std::string path; };
struct ChooseFolder {};
/// Shows a folder in the desktop's file manager.
struct ShowFolder { std::string path; };

// ---- home
/// Starts a session of the case in this folder.
struct StartCase { std::string folder; };
/// The dialog of a package: opens it (with the passphrase typed, where it is sealed) and does what was asked.
struct OpenPackage {};
/// Keeps this signer of the package in the dialog as known.
struct KeepSigner { int signer = 0; };
/// Goes on with a session that was kept.
struct ContinueSession { std::string session; };
struct OpenDebrief { std::string session; };
/// `filter`: place in `HomeView::filters`; `option`: place in its options (0 is "all").
struct SetFilter { int filter = 0; int option = 0; };
struct SetSort { int option = 0; };
/// Reads the library again.
struct Rescan {};
struct StopScan {};

// ---- records
/// `filter`: place in `RecordsView::filters`, below 0 all of them; `option`: place in its options (0 is "all").
struct SetRecordsFilter { int filter = 0; int option = 0; };
/// Compares the finished sessions again with the references as the cases have them now; former results stay.
struct CompareAgain {};

/// What is taken home: the name of a file is asked for, and the format follows its ending. `about`: a policy for `Statement`
/// ("" whichever check ended last), a session for `Letter`, a workshop for `Workshop`, `Sheets` and `Agenda`. `place`: of
/// `Sheets`, the case in the list of the workshop.
enum class TakeHome : std::uint8_t { Record, Statement, Rows, Letter, Workshop, Sheets, Agenda, Items };
struct AskTakeHome { TakeHome what = TakeHome::Record; std::string about; int place = 0; };
/// Records of this computer in one signed file, and those of another one joined to these: the file is asked for.
struct AskExportRecords {};
struct AskMergeRecords {};
/// The dialogs in which a person's details are erased, and two records are said to be of one person.
struct AskForget { std::string person; };
struct AskSamePerson { std::string person; };
struct NotSamePerson { std::string person, other; };
/// Of these dialogs: which switch, and doing it.
struct ToggleRecordOption { int option = 0; };
struct ConfirmRecordWork {};
struct StopRecordWork {};

// ---- readings
/// `from`: code of the indicator whose feedback led there, "" none; Back leads to where the person was.
struct OpenLesson { std::string lesson; std::string from; };
/// An answer of the exercise; it is not kept as a decision.
struct AnswerExercise { int item = 0; int answer = 0; };
struct SetLessonLanguage { base::Lang lang = base::Lang::Id; };

// ---- readiness check
struct OpenReadiness { std::string policy; };
/// The facilitator's passphrase of the sealed pool is typed in the dialog.
struct OpenPool {};
struct StartReadiness {};
/// Leaves the desk; the check goes on while the pool is open.
struct PauseReadiness {};
/// Asks once; an open try is put away for good, and counts as one that was not passed.
struct PutAwayReadiness {};
/// Asks once, names what is not decided yet; then the outcome.
struct FinishReadiness {};

// ---- desk: list and pages
/// `row`: place in `DeskView::list.rows`.
struct SelectRow { int row = 0; };
struct SelectIndicator { domain::IndicatorIx task = -1; };
/// Previous (−1) and next (+1) of the list.
struct StepSelection { int by = 0; };
/// Goes to the next one that is not decided yet, without deciding this one.
struct DecideLater {};
struct OpenPage { Pane pane = Pane::Left; domain::EvidenceIx evidence = -1; int page = 1; };
struct TurnPage { Pane pane = Pane::Left; int by = 0; };
/// Puts a second page beside the first, or takes it away.
struct ToggleCompare {};
/// Words to find in the documents on the desk that were opened.
struct FindInPages { std::string words; };
/// Goes to the next (+1) or previous (−1) place found.
struct StepFind { int by = 1; };
struct CloseFind {};

// ---- desk: marks. Ranges are bytes of the page's text; areas thousandths of a picture page.
struct Mark { Pane pane = Pane::Left; domain::TextRange range; std::optional<domain::Area> area; std::string type; };
struct Retype { int mark = 0; std::string type; };
struct Unmark { int mark = 0; };
/// Takes the last change of marks at this step back, and does again what was taken back.
struct UndoMark {};
struct RedoMark {};
/// Opens the page of a mark and points to it.
struct ShowMark { int mark = 0; };

// ---- desk: form
/// The same answer again takes it back.
struct SetCheck { std::string rule; domain::Check answer = domain::Check::Yes; };
struct SetVerdict { domain::Verdict verdict = domain::Verdict::Accept; };
struct SetScore { int score = 0; };
struct SetSureness { int level = 1; };
/// The whole text of the field after each change.
struct EditReason { std::string text; };
struct Submit {};

// ---- desk: parts of a step that are no indicator
struct SetPartCheck { domain::PartIx part = -1; std::string rule; domain::Check answer = domain::Check::Yes; };
struct SetOption { domain::PartIx part = -1; std::string option; };
struct SetCategory { domain::PartIx part = -1; std::string category; };
struct EditLetter { domain::PartIx part = -1; std::string text; };
/// Puts code, title, verdict, score and reason of the own decisions into the letter at this byte.
struct InsertDecisions { domain::PartIx part = -1; std::uint32_t at = 0; };
/// Locks the letter; the model and its points appear.
struct FinishLetter { domain::PartIx part = -1; };
/// Opens a locked letter again; the finished one is kept as well.
struct WriteOn { domain::PartIx part = -1; };
struct TogglePoint { domain::PartIx part = -1; std::string point; };
/// The language of the reference letter.
struct SetModelLanguage { base::Lang lang = base::Lang::Id; };

// ---- desk: actions and steps
/// Asks once before story time is spent.
struct AskAction { domain::ActionIx action = -1; };
struct TakeAction { domain::ActionIx action = -1; };
/// Shows what an action brought: its first page.
struct ShowAnswer { domain::ActionIx action = -1; };
/// On to the next step or to the end. Says what is still missing when the rules refuse.
struct LeaveStep {};
/// Reads a step that was left again (its text only); −1 closes it.
struct ShowStep { domain::StepIx step = -1; };
struct DismissSaid {};
/// Writes what could not be saved once more.
struct RetrySaving {};

// ---- calculator
enum class Operator : std::uint8_t { Add, Subtract, Multiply, Divide, Percent };
/// Adds the figures at these bytes of the page to the term that is open, or takes them out when all of them are in it.
struct PickFigures { Pane pane = Pane::Left; std::vector<std::uint32_t> offsets; };
/// Closes the open term and sets what joins it with the next one.
struct SetOperator { Operator join = Operator::Add; };
/// The figure that the result is compared with.
struct PickToCompare { Pane pane = Pane::Left; std::uint32_t offset = 0; };
struct RemoveTerm { int term = 0; };
struct ClearCalculator {};
/// Keeps the line in the record and puts it into the reason.
struct KeepFigure {};

// ---- debrief
/// `row`: place in `DebriefView::rows`; the open one closes; −1 closes all.
struct OpenRow { int row = -1; };
struct SortDebrief { int option = 0; };
/// What stands in the field of "I see this differently".
struct EditDisagreement { std::string text; };
struct OpenDisagreement { domain::IndicatorIx task = -1; };
struct SendDisagreement {};
/// The page of a piece of feedback large, with the own marks beside the deciding passage.
struct ShowPassage { domain::EvidenceIx evidence = -1; int page = 1; };
struct ClosePassage {};

// ---- search (Ctrl K)
struct OpenSearch {};
struct TypeSearch { std::string words; };
/// Moves the selection over the rows of all groups.
struct MoveSearch { int by = 0; };
struct NextSearchGroup {};
struct MoreOfGroup { int group = 0; };
/// Does what the selected row, or this one, is for.
struct ChooseResult { int row = -1; };

// ---- author: cases. Rows and buttons of the view carry most of these ready-made.
struct OpenOwnCase { std::string folder; };
/// The dialog in which the folder of another case is chosen.
struct AskOpenCase {};
/// The prompt of a new case (templates to choose from), and of a copy of a case that comes with the program.
struct AskNewCase {};
struct AskCopyCase { std::string folder; };
/// The prompt of the editor: what is typed, which option, which button (`answer` 0 is the primary), and Esc.
struct TypePrompt { std::string text; };
struct ChoosePromptOption { int option = 0; };
struct AnswerPrompt { int answer = 0; };
struct CancelPrompt {};
/// Back to the list of cases; what is not saved stays as a recovery copy.
struct CloseCase {};
struct SaveCase {};
/// Answers a notice below the head (changed outside, recovery copy, not saved).
struct AnswerNotice { int notice = 0; int button = 0; };
struct SetAuthorMode { bool form = true; };
struct UndoEdit {};
struct RedoEdit {};
struct CheckCase {};
/// F9: starts a session of the draft, at the indicator or step at work where that can be.
struct PlayFromHere {};
struct RunPlayers {};
struct StopPlayers {};
struct ListPlayersNotes {};
enum class WorkbookFormat : std::uint8_t { Xlsx, Csv };
struct ExportWorkbook { WorkbookFormat format = WorkbookFormat::Xlsx; };
struct ImportWorkbook {};
struct MakePackage {};
/// Of the dialog that makes a package.
struct ToggleSign {};
struct ToggleSeal {};
struct ConfirmPackage {};

// ---- author: text
/// `path` relative to the case. Folders fold and unfold.
struct OpenFile { std::string path; };
struct ToggleTreeFolder { std::string path; };
struct CloseTab { std::string path; };
/// Bytes of the file that were replaced by what was typed, and where the caret stands afterwards.
struct EditSource { std::string path; std::uint32_t begin = 0, end = 0; std::string text; std::uint32_t caret = 0; };
/// The caret moved (no more than once a frame): the preview, the place and the completion follow.
struct MoveCaret { std::string path; std::uint32_t at = 0, selected_from = 0; };
/// Ctrl Space, and Esc in the list.
struct AskCompletion { std::string path; std::uint32_t at = 0; };
struct CloseCompletion {};
struct GoToLine { int line = 1; };
struct OpenSourceFind { bool replace = false; std::string words; };
struct TypeSourceFind { std::string words; };
struct TypeReplacement { std::string words; };
struct SetFindOptions { bool match_case = false, all_files = false; };
struct StepSourceFind { int by = 1; };
struct ReplaceHit {};
struct ReplaceAllHits {};
struct CloseSourceFind {};
/// `row`: place in `AuthorText::problems`.
struct GoToFinding { int row = 0; };
/// F4 and Shift F4.
struct StepFinding { int by = 1; };
/// Below 0 the selected one.
struct FixFinding { int row = -1; };
struct SetPreviewLanguage { base::Lang lang = base::Lang::Id; };
/// "If a trainee picks": what stands in the preview.
struct TryVerdict { domain::Verdict verdict = domain::Verdict::Accept; };
struct TryScore { int score = 0; };
struct ShowDraftPage { std::string evidence; int page = 1; };
struct TurnDraftPage { int by = 1; };

// ---- author: form. `item` is the place in the list of the file.
struct SelectFormIndicator { std::string code; };
/// `section`: 0 the indicator, 1 steps and actions, 2 evidence, 3 panel, 4 letter.
struct SelectFormSection { int section = 0; };
struct AskAddIndicator {};
struct SetReferenceVerdict { domain::Verdict verdict = domain::Verdict::Accept; };
struct SetReferenceScore { int score = 0; };
struct SetReferenceCheck { std::string rule; CheckState state = CheckState::Open; };
struct SetFormLanguage { base::Lang lang = base::Lang::Id; };
/// The whole text of the field after each change.
struct EditFormText { FormField field = FormField::ReferenceWhy; int item = 0; base::Lang lang = base::Lang::Id; std::string text; };
struct RemoveRestsOn { int item = 0; };
struct OpenNear { int item = -1; };
struct AddNear {};
struct SetNear { int item = 0; std::optional<domain::Verdict> verdict; std::optional<int> score; };
struct RemoveNear { int item = 0; };
struct OpenReply { int item = -1; };
/// Adds the reply that meets a gap: these parts of an answer, at the place where it is tried in time.
struct WriteReply { std::optional<int> score; std::optional<domain::Verdict> verdict; };
struct SetReply { int item = 0; std::optional<std::string> type, rule; };
struct MoveReply { int item = 0; int by = 1; };
struct RemoveReply { int item = 0; };
struct SelectProblem { int item = 0; };
struct AddProblem { std::string type; };
struct SetProblem { int item = 0; std::optional<std::string> type, rule; };
struct RemoveProblem { int item = 0; };
struct RemoveAlso { int item = 0; int place = 0; };
/// M; or for one use of the passage (`PassagePick::uses`), −1 asks after selecting.
struct TogglePicking { int use = -1; };
/// What was selected on the page at work, and for what.
struct PickPassage { domain::TextRange range; std::optional<domain::Area> area; int use = -1; };
/// To the place of something of the form in the text.
struct ShowInText { std::string path; std::uint32_t at = 0; };

// ---- workshop: list and setting up. Rows and buttons of the view carry most of these ready-made.
struct OpenWorkshop { std::string workshop; };
/// `programme`: id of the one that it is made from; "" an empty one.
struct NewWorkshop { std::string programme = {}; };
/// A room at once: asks for the case and the number of people.
struct AskQuickRoom {};
/// Goes on with a room that was not ended.
struct ContinueRoom { std::string workshop; };
struct CloseWorkshop {};
/// A field of the set-up, the console or its prompt (`RoomField::id`): the whole text after each change.
struct EditRoomField { int field = 0; std::string text; };
/// The prompt: which option of which row, which button (0 is the primary, others from 1), and Esc.
struct ChooseRoomOption { int row = 0; int option = 0; };
struct AnswerRoomPrompt { int answer = 0; };
struct CancelRoomPrompt {};
struct AskRoster {};                     ///< a list to paste or type
struct AskRosterFile {};                 ///< a CSV file
struct AskParticipant { std::string code; };   ///< "" a new one
struct SelectParticipant { std::string code; };
struct MoveParticipant { std::string code; int group = 0; };
struct SetPresence { std::string code; domain::Presence presence = domain::Presence::Expected; };
struct SetSpeaker { std::string code; };
struct SetParticipantWay { std::string code; std::optional<domain::WayIn> way; };
struct RemoveParticipant { std::string code; };
struct SetGroupWay { int group = 0; domain::WayIn way = domain::WayIn::Phone; };
struct ShuffleGroups {};
struct AskSlot { int day = 0; int slot = -1; };
struct SelectSlot { int day = 0; int slot = 0; };
struct MoveSlot { int day = 0; int slot = 0; int by = 0; };
struct RemoveSlot { int day = 0; int slot = 0; };
struct AskWorkshopCase { int place = -1; };
struct RemoveWorkshopCase { int place = 0; };
struct SetConsensus { int percent = 75; };
struct SetShowVotes { domain::ShowVotes show = domain::ShowVotes::Bars; };
struct SetGroupSecond { bool group = false; };
struct SetRoomAddress { std::string address; };
struct OpenRoom {};

// ---- workshop: console
/// What the facilitator asks of the room, ready-made.
struct RoomDo { domain::RoomCommand command; };
/// PgDn and the big button: the next part of the round. Asks first while people are still deciding.
struct RoomNext {};
struct OpenRoomIndicator { std::string code; };  ///< "" the whole case
struct SelectAgendaItem { std::string code; };
struct PauseRoomTimer {};
struct ExtendRoomTimer {};
/// Place in the list of screens: join, waiting, votes, reference.
struct ShowOnScreen { int screen = 0; };
/// A reason on the second screen; with the name only after the person's device said yes. Without a seat none is shown.
struct ShowReasonOnScreen {
    std::string seat;
    bool ask_name = false;
    std::string indicator = {};
    domain::VoteKind kind = domain::VoteKind::First;
};
/// Another case of the workshop; place in its list. Refused while a round is open.
struct GoToRoomCase { int place = 0; };
/// Writes what could not be saved once more.
struct RetryRoomSaving {};
struct AskPaperVote { std::string seat; };
struct AskRoomComment {};
struct AskScript {};                             ///< actions and steps of the case
struct HoldNotes { bool held = false; };
/// Whose device is gone can join again with another one, or at another address. Votes stay.
struct FreeOfflineSeats {};
struct AskEndRoom {};

// ---- other
struct CopyText { std::string text; };

} // namespace action

/// Nothing to do: of rows and buttons that cannot act.
struct NoAction {};

/// One of the structs above, whichever. Cheap to copy, and made without knowing the others: every screen and view holds many,
/// and a variant of all of them would be compiled again in each file.
class Action {
public:
    /// NoAction.
    Action() = default;
    template <class T>
        requires(!std::is_same_v<T, Action>)
    Action(T asked) {
        if constexpr (!std::is_same_v<T, NoAction>) {
            asked_ = std::make_shared<const T>(std::move(asked));
            type_ = &typeid(T);
        }
    }

    /// Whether it does anything: not NoAction.
    [[nodiscard]] bool acts() const { return asked_ != nullptr; }
    /// The action as this struct, or null when it is another one.
    template <class T> [[nodiscard]] const T* as() const {
        return type_ != nullptr && *type_ == typeid(T) ? static_cast<const T*>(asked_.get()) : nullptr;
    }

private:
    std::shared_ptr<const void> asked_;
    const std::type_info* type_ = nullptr;
};

using Actions = std::vector<Action>;

} // namespace timbang::app

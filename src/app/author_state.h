#pragma once

#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/author_form_state.h"
#include "app/tasks.h"
#include "app/view/author.h"
#include "base/diagnostics.h"
#include "content/draft.h"
#include "content/explore.h"
#include "domain/scenario.h"

namespace timbang::app {

/// A page of the draft, by what the files call it: it stays the same place whatever is edited.
struct DraftPagePlace {
    std::string evidence;
    int page = 1;
    friend bool operator==(const DraftPagePlace&, const DraftPagePlace&) = default;
};

/// What a check said of the draft at one moment.
struct AuthorCheck {
    std::uint64_t version = 0;                         ///< of the draft; 0: none yet
    base::Diagnostics findings;                        ///< by file and line
    std::shared_ptr<const domain::Scenario> scenario;  ///< null where errors stand in the way
};

struct AuthorCaret {
    std::uint32_t at = 0;
    std::uint32_t selected_from = 0;
};

/// What the text mode remembers of the open files.
struct AuthorTextState {
    std::vector<std::string> tabs;         ///< paths, as opened
    std::string path;                      ///< the file that is shown; "" none
    std::map<std::string, AuthorCaret, std::less<>> carets;
    std::set<std::string> folded;          ///< folders of the tree
    std::uint64_t caret_asked = 0;         ///< counts up: the view goes to the caret
    std::shared_ptr<const std::string> shown;   ///< text of `path`, shared with the view
    std::shared_ptr<const std::vector<SourceSpan>> spans;
    std::uint64_t revision = 0;            ///< of `shown`
    bool completing = false;
    std::optional<Completion> completion;
    struct Find {
        bool open = false, replacing = false, match_case = false, all_files = false;
        std::string words, replacement;
        std::vector<domain::TextRange> hits; ///< in `path`
        int current = -1;
        int in_all = 0;
    } find;
};

/// What the preview shows. It stays at its place while the text is edited.
struct AuthorPreviewState {
    DraftPagePlace place;
    std::string indicator;                 ///< code; "" none
    std::string prose;                     ///< path of a prose file that is shown instead of a page; "" none
    base::Lang lang = base::Lang::Id;
    domain::Verdict verdict = domain::Verdict::Accept;
    std::optional<int> score;              ///< nothing: nothing tried yet
};

/// The automatic players: what they found last, and of which text.
struct AuthorPlayersState {
    bool running = false;
    bool listed = false;
    std::uint64_t version = 0;             ///< of the draft that was explored; 0: never
    content::ExploreProgress progress;
    base::Time started{};
    std::int64_t milliseconds = 0;         ///< of the last run
    std::shared_ptr<const domain::Scenario> scenario;
    std::shared_ptr<const content::Exploration> result;
};

enum class AuthorPromptKind : std::uint8_t { NewCase, CopyCase, Clash, Import, AddIndicator, Result };

struct AuthorPromptState {
    AuthorPromptKind kind = AuthorPromptKind::NewCase;
    std::string text;                      ///< what stands in the field
    int option = 0;
    std::string subject;                   ///< folder to copy, file that clashes
    std::string problem;                   ///< finished words below the field
    std::string title, said;               ///< finished words, of Result
    std::vector<std::string> lines, paths; ///< finished lines; what the options stand for
};

enum class AuthorSaving : std::uint8_t { Idle, Saving, Failed };

/// A case in the editor.
struct OpenDraft {
    std::string folder;
    std::shared_ptr<content::DraftFolder> files;
    content::Draft draft;
    std::uint64_t opened = 0;              ///< tells one opening from another: late results of an earlier one are dropped
    bool form = false;
    AuthorTextState text;
    AuthorFormState form_state;
    AuthorPreviewState preview;
    AuthorPlayersState players;

    AuthorCheck check;                     ///< the last that is done
    std::shared_ptr<const domain::Scenario> readable; ///< of the last check that could read the case
    std::uint64_t readable_version = 0;
    std::uint64_t checking = 0;            ///< version that is being checked; 0: none
    int finding = -1;                      ///< selected: place in `check.findings`

    AuthorSaving saving = AuthorSaving::Idle;
    std::optional<base::Error> save_error;
    std::optional<base::Time> saved_at;
    std::optional<base::Time> changed_at;  ///< the last edit
    std::uint64_t recovery_version = 0;    ///< of the draft as it was kept aside last
    std::optional<content::Recovery> recovery; ///< found when the case was opened, not answered yet
    bool looking = false;                  ///< the folder is being compared with the draft
    base::Time looked_at{};
    content::TakenOver taken;              ///< changes from outside, to be told
    std::string working;                   ///< catalogue key of a long piece of work that goes on; "" none

    std::uint64_t pane_asked = 0;
    AuthorPane pane = AuthorPane::Source;
};

/// What the editor of cases keeps.
struct AuthorState {
    std::unique_ptr<OpenDraft> open;       ///< null: the list of cases
    std::string opening;                   ///< folder that is being read; "" none
    std::uint64_t openings = 0;
    std::optional<AuthorPromptState> prompt;
    std::set<std::string> kept_aside;      ///< folders with a recovery copy
    bool playing = false;                  ///< the session on the desk is a try of the draft
};

} // namespace timbang::app

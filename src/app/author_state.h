#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
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

namespace timbang::insight {
struct ItemReport;
}

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
    struct Shared { ///< with the task
        std::atomic<bool> stop{false};
        std::atomic<int> phase{0};
        std::atomic<std::size_t> done{0}, total{0};
    };
    std::shared_ptr<Shared> shared = std::make_shared<Shared>();
    base::Time started{};
    base::Time shown_at{};                 ///< the last picture of the progress
    std::string failed;                    ///< catalogue key: why there is no result; "" none
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

/// A recovery copy of an earlier time.
struct KeptAside {
    std::string path; ///< of the copy
    content::Recovery recovery;
};

/// Keeps an older recovery copy from taking the place of a newer one.
struct CopyGuard {
    std::mutex mutex;
    std::uint64_t version = 0;
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
    std::vector<KeptAside> found;          ///< recovery copies of earlier times, not answered yet
    std::string recovery_path;             ///< of the own copy; "" there is no folder for it
    std::shared_ptr<CopyGuard> copy_guard = std::make_shared<CopyGuard>();
    bool kept = false;                     ///< there is an own copy now
    int keeping = 0;                       ///< copies being written
    std::optional<base::Time> keep_again;  ///< the last copy could not be written: not before
    bool copy_told = false;                ///< that it could not
    std::uint64_t saves = 0;               ///< begun; what was read of the folder before one of them is dropped
    bool looking = false;                  ///< the folder is being compared with the draft
    bool save_after_look = false;
    bool check_wanted = false;             ///< without waiting
    std::uint64_t checked_started = 0;     ///< version of the last check that was begun
    std::uint64_t shown_version = 0;       ///< of the draft, in `text.shown`
    std::array<std::string, 2> titles;     ///< of the case by language, as of `shown_version`; "" none
    std::string case_version;
    std::string shown_path;
    std::uint32_t typed_to = 0;            ///< where the last typing left the caret
    base::Time looked_at{};
    bool look_wanted = false;              ///< without waiting
    content::DiskState disk;               ///< of the last look: what has not changed since is not read again
    content::TakenOver taken;              ///< changes from outside, to be told
    std::string working;                   ///< catalogue key of a long piece of work that goes on; "" none

    /// What the record tells of the case's indicators; null: not read yet, or there is no record.
    std::shared_ptr<const std::vector<insight::ItemReport>> items;
    std::string items_of;                  ///< id of the case they were asked for; "" not yet

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
    bool choosing = false;                 ///< the folder dialog is for opening a case
    Tasks::Handle check, players;
};

} // namespace timbang::app

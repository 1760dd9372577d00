#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/files.h"
#include "base/result.h"

namespace timbang::content {

/// A stretch of a file of a draft gives way to another text. Bytes from the start of the file, never within a letter.
struct TextEdit {
    std::string path;
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string text;
    friend bool operator==(const TextEdit&, const TextEdit&) = default;
};

/// What undo takes back at once.
struct EditGroup {
    std::string label;           ///< catalogue key of what was done, "author.undo-typing"
    std::vector<TextEdit> edits; ///< one after the other: each counts in the text that those before it have left
    bool typing = false;         ///< joins the group before when that was typing at the same place, not long ago
};

/// A stretch of text as it is now: where undo or redo has changed something, for the caret.
struct DraftPlace {
    std::string label; ///< of the group
    std::string path;
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// Where the files of a case lie. What does not concern text (pictures) is listed and never read as a whole.
class DraftFolder {
public:
    virtual ~DraftFolder() = default;
    /// Paths of all files inside, sorted, "evidence/a-1.md"; names that begin with a dot are left out.
    [[nodiscard]] virtual base::Result<std::vector<std::string>> list() const = 0;
    /// Codes of `base::read_file` and "path-leaves-folder".
    [[nodiscard]] virtual base::Result<std::string> read(const std::string& path) const = 0;
    /// Another one after every write, as far as can be told without reading; nothing: the file has to be read.
    [[nodiscard]] virtual std::optional<base::FileStamp> stamp(const std::string& /*path*/) const { return std::nullopt; }
    /// Makes folders on the way; the file holds the old or the new bytes, never half of them.
    virtual base::Status write(const std::string& path, std::string_view bytes) = 0;
    /// A file that is gone already is no failure.
    virtual base::Status remove(const std::string& path) = 0;
};

/// A folder on disk; it need not be there yet.
[[nodiscard]] std::unique_ptr<DraftFolder> folder_on_disk(std::string folder);

/// A file as it lies in the folder.
struct DiskFile {
    std::string path;
    std::string hash;                        ///< SHA-256
    std::shared_ptr<const std::string> text; ///< null for what is no text: pictures, files over 4 MB, bytes that are no UTF-8
    std::optional<base::FileStamp> stamp = {}; ///< from before it was read
};
using DiskState = std::vector<DiskFile>;
/// Reads the folder; at most 5,000 files ("draft-too-many-files"). Files with the stamp they had in `before` are taken from
/// there. May run beside the frame.
[[nodiscard]] base::Result<DiskState> read_disk(const DraftFolder& folder, const DiskState& before = {});

/// The texts of a draft at one moment; may go to another thread. Pictures are not in it: they lie in the folder.
struct DraftTexts {
    std::uint64_t version = 0;
    std::map<std::string, std::shared_ptr<const std::string>, std::less<>> texts; ///< by path, saved ones too
    std::vector<std::string> removed; ///< files that still lie in the folder and are no longer part of the case
};

/// A file of a draft, for the list of files.
struct DraftFile {
    std::string path;
    bool text = true;    ///< false: a picture or the like, to be looked at only
    bool unsaved = false;
    bool clashing = false; ///< changed on both sides; see `Draft::clashes`
};

/// A file that was changed here and outside in the same lines. The draft keeps what is here until somebody chooses.
struct Clash {
    std::string path;
    std::shared_ptr<const std::string> mine;   ///< null: removed here
    std::shared_ptr<const std::string> theirs; ///< null: removed outside
};

/// What was done about changes from outside, by path.
struct TakenOver {
    std::vector<std::string> taken;    ///< not touched here: as outside now
    std::vector<std::string> merged;   ///< changed on both sides, in different lines: both changes are here now
    std::vector<std::string> clashing; ///< changed on both sides, in the same lines: to be asked
    [[nodiscard]] bool empty() const { return taken.empty() && merged.empty() && clashing.empty(); }
};

/// What saving will do. May be carried out beside the frame.
struct SavePlan {
    struct Write {
        std::string path;
        std::shared_ptr<const std::string> text;
        std::string expected; ///< hash that the file must have still; "": it must not be there
    };
    std::vector<Write> writes; ///< `scenario.yaml` last: it never names what is not there yet
    std::vector<Write> removals;
    [[nodiscard]] bool empty() const { return writes.empty() && removals.empty(); }
};
/// What saving has done. With an error the files before it are saved and all others are as they were.
struct SaveDone {
    std::vector<SavePlan::Write> written;
    std::vector<std::string> removed;
    std::optional<base::Error> error; ///< "draft-changed-outside" {path} where a file is not as expected: nothing was written
};
[[nodiscard]] SaveDone carry_out(const SavePlan& plan, DraftFolder& folder);

/// Unsaved texts as they were kept aside, to be offered when the case is opened again.
struct Recovery {
    struct File {
        std::string path;
        std::optional<std::string> text;  ///< nothing: removed
        std::optional<std::string> saved; ///< what lay in the folder when the change began; nothing: no file
    };
    std::string folder;
    base::Time at;
    std::vector<File> files;
};
[[nodiscard]] std::string write_recovery(const Recovery& recovery);
/// Code "recovery-damaged" {path} for bytes that are no whole recovery copy.
[[nodiscard]] base::Result<Recovery> read_recovery(std::string_view bytes, const std::string& path);

/// The files of a case while they are edited. Pure: the same calls give the same draft; times are handed in and only decide
/// what typing is joined. Paths lead from the folder of the case.
class Draft {
public:
    Draft() = default;
    explicit Draft(const DiskState& disk);

    /// Grows with every change of a text or of the list of files.
    [[nodiscard]] std::uint64_t version() const { return version_; }
    [[nodiscard]] std::vector<DraftFile> files() const;
    /// Null where there is no such file, or it is no text.
    [[nodiscard]] const std::string* text(std::string_view path) const;
    [[nodiscard]] std::shared_ptr<const DraftTexts> snapshot() const;

    /// All edits or none. Code "draft-bad-edit" {path} where there is no such text or stretch. An empty group, and edits that
    /// change nothing, leave no trace.
    base::Status apply(const EditGroup& group, base::Time now);
    /// The file's whole text, as the least stretch that differs.
    base::Status replace(const std::string& label, const std::string& path, std::string_view text, base::Time now);
    /// Codes "draft-bad-path" (leads out, empty or hidden names) and "draft-file-exists" (letter case does not tell files
    /// apart).
    base::Status create(const std::string& path, std::string text, base::Time now);
    /// The same codes, and "draft-no-file".
    base::Status rename(const std::string& from, const std::string& to, base::Time now);
    base::Status remove(const std::string& path, base::Time now);
    /// What is done until `end_group` is undone at once. Groups do not nest.
    void begin_group(std::string label);
    void end_group();

    [[nodiscard]] bool can_undo() const { return done_ > 0; }
    [[nodiscard]] bool can_redo() const { return done_ < history_.size(); }
    /// Label of what undo or redo would touch; "" for nothing.
    [[nodiscard]] std::string undo_label() const;
    [[nodiscard]] std::string redo_label() const;
    std::optional<DraftPlace> undo();
    std::optional<DraftPlace> redo();
    /// Typing after this begins a group of its own: the caret was moved, a file was saved.
    void end_typing() { typing_open_ = false; }

    /// Whether anything differs from what lies in the folder.
    [[nodiscard]] bool unsaved() const;
    [[nodiscard]] bool unsaved(std::string_view path) const;
    /// Files that clash are not in it.
    [[nodiscard]] SavePlan plan_save() const;
    void note(const SaveDone& done);

    /// Compares with the folder by hash: what is untouched here is taken over, what was changed on both sides is merged by
    /// lines where that is clean, anything else becomes a clash. What is taken can be undone; a picture that is taken for
    /// a file that the history knows as a text ends the history.
    TakenOver take(const DiskState& disk, base::Time now);
    [[nodiscard]] const std::vector<Clash>& clashes() const { return clashes_; }
    /// Ends a clash. Undo brings the other text back.
    void keep_mine(const std::string& path, base::Time now);
    void take_theirs(const std::string& path, base::Time now);

    /// Everything that is not saved; no files when all is.
    [[nodiscard]] Recovery recovery(const std::string& folder, base::Time now) const;
    /// Puts kept texts back as one group, merged with what has changed in the folder since; what cannot be merged clashes,
    /// the kept text being mine.
    TakenOver recover(const Recovery& recovery, base::Time now);

private:
    using Shared = std::shared_ptr<const std::string>;
    struct File {
        Shared text;      ///< null: removed, or no text
        bool there = true;
        bool is_text = true;
        Shared saved;     ///< the text in the folder; null: none, or no text
        std::string hash; ///< of what lies in the folder; "": nothing
    };
    enum class Step : std::uint8_t { Splice, Create, Remove };
    struct Change {
        Step step = Step::Splice;
        std::string path;
        std::size_t at = 0;
        std::string before;
        std::string after;
        bool is_text = true;
    };
    struct Group {
        std::string label;
        std::vector<Change> changes;
        bool typing = false;
        base::Time at;
    };
    [[nodiscard]] const File* there(std::string_view path) const;
    [[nodiscard]] static bool differs(const File& file);
    [[nodiscard]] base::Status free_path(const std::string& path, const std::string& but_for) const;
    void perform(const Change& change);
    void reverse(const Change& change);
    void record(Group group);
    /// The history knows the path as a text that it no longer is: steps would no longer fit, so none are kept.
    void forget(const std::string& path);
    [[nodiscard]] bool joins(const Group& group) const;
    void set_text(Group& group, const std::string& path, const Shared& text, bool is_text = true);
    void settle(const DiskFile* disk, const std::string& path, Group& group, TakenOver& taken);
    [[nodiscard]] DraftPlace place_of(const Group& group, bool undone) const;

    std::map<std::string, File, std::less<>> files_;
    std::vector<Group> history_;
    std::size_t done_ = 0;
    std::optional<Group> open_; ///< between `begin_group` and `end_group`
    std::vector<Clash> clashes_;
    std::uint64_t version_ = 1;
    bool typing_open_ = false;
};

} // namespace timbang::content

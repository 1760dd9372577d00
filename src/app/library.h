#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/ports.h"
#include "app/tasks.h"
#include "content/library.h"

namespace timbang::app {

/// One case of the library: what the index keeps, and what its framework tells about its indicators.
struct LibraryEntry {
    store::IndexedCase card;
    std::vector<std::string> criteria; ///< ids, in the order of the pack
    bool types[3] = {false, false, false};
    /// The first error that keeps it from opening, with its place; nothing when it reads well.
    std::optional<base::Finding> trouble;

    /// Whether it stands in lists of cases: what readiness checks draw from, and what the due list starts, do not.
    [[nodiscard]] bool listed() const { return card.purpose == domain::Purpose::Practice; }
};

/// The cases in the library's folders. Read in the background; the index of the last time is shown at once, and entries
/// whose file has changed since, or is gone, are read again.
class Library {
public:
    Library(const Ports& ports, Tasks& tasks) : ports_(ports), tasks_(tasks) {}
    Library(const Library&) = delete;
    Library& operator=(const Library&) = delete;

    void set_folders(std::vector<std::string> case_folders, std::vector<std::string> framework_folders);
    /// Reads what is new or changed; what runs already is stopped.
    void scan();
    void stop();

    [[nodiscard]] const std::vector<LibraryEntry>& entries() const { return entries_; }
    [[nodiscard]] const LibraryEntry* entry(const std::string& folder) const;
    /// The entry of a case by its id, or null.
    [[nodiscard]] const LibraryEntry* with_id(const std::string& scenario) const;
    [[nodiscard]] bool scanning() const { return scanning_; }
    [[nodiscard]] int done() const { return done_; }
    [[nodiscard]] int total() const { return total_; }
    /// Counts up with every change of what the library holds.
    [[nodiscard]] std::uint64_t revision() const { return revision_; }

    /// Of the rule pack "practice-22-2021@1"; null where it was not found (yet).
    [[nodiscard]] const domain::Framework* framework(const std::string& reference) const;
    [[nodiscard]] const std::map<std::string, std::shared_ptr<const domain::Framework>>& frameworks() const {
        return frameworks_;
    }

    /// Reads the whole case; the last few are kept. Codes "case-missing", "case-sealed", and "case-broken" with `last_trouble`; the
    /// entry says so from then on.
    [[nodiscard]] base::Result<std::shared_ptr<const domain::Scenario>> open(const std::string& folder);
    /// A sealed case that was opened: it stays open, in memory only, until the program ends or its file changes.
    void keep_open(const std::string& folder, content::CaseFolder opened);
    /// Its files, while it is open; else null.
    [[nodiscard]] const content::CaseFolder* opened(const std::string& folder) const;
    /// A file of a case by its path with the case's own in front, also of a sealed one that is open. Codes of
    /// `content::CaseFiles`.
    [[nodiscard]] base::Result<std::string> read_file(const std::string& path, std::size_t limit);
    /// Where frameworks are looked for; opens nothing that is sealed.
    [[nodiscard]] content::CheckContext context() const;
    /// The case in this folder was changed: `open` reads it again.
    void forget(const std::string& folder) {
        std::erase_if(kept_, [&](const Kept& kept) { return kept.folder == folder; });
    }
    /// What stood in the way of the last `open` that failed.
    [[nodiscard]] const std::optional<base::Finding>& last_trouble() const { return last_trouble_; }

private:
    struct Found;
    struct Kept {
        std::string folder;
        std::shared_ptr<const domain::Scenario> scenario;
        base::FileStamp stamp;
    };
    void fill(LibraryEntry& entry) const;
    void take_in(std::shared_ptr<Found> found);

    const Ports& ports_;
    Tasks& tasks_;
    std::vector<std::string> case_folders_, framework_folders_;
    std::vector<LibraryEntry> entries_;
    std::map<std::string, std::shared_ptr<const domain::Framework>> frameworks_;
    std::vector<Kept> kept_;
    struct Unsealed {
        content::CaseFolder where;
        base::FileStamp stamp;
    };
    std::map<std::string, Unsealed> unsealed_;
    content::CaseFiles files_;
    std::optional<base::Finding> last_trouble_;
    Tasks::Handle handle_;
    std::uint64_t round_ = 0;
    std::uint64_t revision_ = 0;
    bool scanning_ = false;
    int done_ = 0, total_ = 0;
};

} // namespace timbang::app

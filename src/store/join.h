#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "store/records.h"

// Many laptops: taking a record along, joining records, and forgetting somebody in all of them. src/store/README.md tells the
// format of exports and the rules of joining.

namespace timbang::store {

/// A record among records: a laptop's. Known by its id, recognised by its key.
struct Site {
    std::string id;                         ///< UUIDv7, made with the first export
    std::string name;                       ///< "" none was given
    std::string key;                        ///< open Ed25519 key, hexadecimal
    friend bool operator==(const Site&, const Site&) = default;
};

/// How far long work is; `total` 0: not known. Returns false to stop it.
using OnProgress = std::function<bool(std::int64_t done, std::int64_t total)>;

/// What an export says of people.
enum class Names : std::uint8_t {
    Keep,       ///< codes and names
    Codes,      ///< codes, no names
    Pseudonyms, ///< every id and code replaced, the same within one export and nowhere else; no free texts
};
[[nodiscard]] const char* names_id(Names names);

struct ExportOptions {
    std::string file;                       ///< where it goes; replaced as a whole
    std::string keys_folder;                ///< with the own key that signs, made where there is none
    std::string site_name;                  ///< how others see this record; "" as before
    std::vector<std::string> people;        ///< ids: only theirs and what is joined with them; empty: everything
    Names names = Names::Keep;
    OnProgress progress;                    ///< counted in events
    base::Clock now;                        ///< not set: the system's
    std::function<std::uint64_t()> random;  ///< not set: the system's
};
struct ExportCounts {
    std::int64_t people = 0, sessions = 0, events = 0, tombstones = 0, same_person = 0;
    friend bool operator==(const ExportCounts&, const ExportCounts&) = default;
};
struct Exported {
    Site site;
    ExportCounts counts;
    std::int64_t bytes = 0;                 ///< of the file
};

/// What the head of an export says, once the whole file was verified.
struct ExportHead {
    Site site;
    base::Time written;
    Names names = Names::Keep;
    ExportCounts counts;
};
/// Reads a whole export and believes nothing before its end: hash, signature, and every line. Codes: "file-not-found",
/// "file-unreadable", "export-foreign", "export-newer", "export-damaged" (arg path), "stopped".
[[nodiscard]] base::Result<ExportHead> verify_export(const std::string& path, const OnProgress& progress = {});

struct MergeOptions {
    std::vector<std::string> files;
    bool trust = false;                     ///< takes the new key of a known site
    OnProgress progress;                    ///< counted in events of all files; called on the caller's thread
    std::int64_t batch = 100'000;           ///< events of one transaction: half a second to two
};
/// How one file was taken in.
struct MergedFile {
    std::string path;
    ExportHead head;
    bool new_site = false;                  ///< its signer was not known before
    bool new_key = false;                   ///< known, with another key that is trusted from now on
    std::int64_t set_aside = 0;             ///< events
    std::int64_t ahead = 0;                 ///< events later than this computer's clock, kept as they are
    std::int64_t unknown = 0;               ///< events of types that only a newer program knows, kept as they are
    std::optional<base::Error> error;       ///< of `verify_export`, or "site-key-changed" (args path, site): nothing of it was used
};
struct Merged {
    std::vector<MergedFile> files;
    std::int64_t sessions = 0, events = 0, people = 0; ///< that were not here before
    std::int64_t forgotten = 0;             ///< tombstones that were not here before
    std::vector<std::string> same_codes;    ///< codes that several people have: they stay several people
    bool stopped = false;                   ///< asked to stop: the same call goes on with it
};

struct ForgetOptions {
    std::string code;
    bool decisions = false;                 ///< what they decided, too
};
struct Forgotten {
    std::vector<std::string> people;        ///< ids: the person, and whoever is joined with them
    std::int64_t texts = 0, sessions = 0, events = 0; ///< that are gone
    std::vector<std::string> removed;       ///< copies on this computer that were removed
    std::vector<std::string> left;          ///< copies on this computer that could not be read or removed
};

} // namespace timbang::store

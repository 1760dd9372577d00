#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/files.h"
#include "base/result.h"
#include "base/seal.h"
#include "domain/scenario.h"

namespace timbang::content {

class FileSource;
struct Package;
class FrameworkShelf;

/// What a check of a case may ask from outside.
struct CheckContext {
    /// Where frameworks are looked for: the scenario's `../frameworks` first, then these folders in order.
    std::vector<std::string> framework_folders;
    /// Whether the fonts can draw a code point; not set: every one can be drawn.
    std::function<bool(char32_t)> has_glyph;
    /// Frameworks read before, for work on many cases; null: each case reads its own.
    std::shared_ptr<FrameworkShelf> shelf = nullptr;
    /// Open sealed packages, in memory only.
    base::SealOpeners openers{};
};

/// A framework file read on its own.
struct LoadedFramework {
    std::shared_ptr<const domain::Framework> framework; ///< null where errors stand in the way
    base::Diagnostics findings;
};

/// A case read from a folder (or a package): the linked scenario, or none where errors stand in the way, and everything
/// found on the way. File names in spans are relative to the scenario's folder.
struct LoadedScenario {
    std::shared_ptr<const domain::Scenario> scenario;
    base::Diagnostics findings;
    std::string folder;
    bool sealed = false; ///< a sealed package that nothing at hand opens: nothing is wrong, and there is nothing to play
};

[[nodiscard]] LoadedFramework load_framework(const std::string& path);

/// What a file beside the cases says that it is (`kind: lesson`); "" where it does not say, or does not read.
[[nodiscard]] std::string kind_of_file(const std::string& path);

/// Reads, links and hashes a case. One syntax error per broken file, all findings otherwise; never throws, whatever the
/// bytes. `folder` may also name its `scenario.yaml`, or a package; what is wrong with a package as a whole is one finding
/// without a file.
[[nodiscard]] LoadedScenario load_scenario(const std::string& folder, const CheckContext& context);

/// `load_scenario` and every further check on the case (reachability, replies, reference path, sums, …), findings sorted by
/// file and line. The scenario has no hashes: it is for looking at, not for sessions.
[[nodiscard]] LoadedScenario check_scenario(const std::string& folder, const CheckContext& context);

/// Where the files of a case come from: a folder on disk, a package, texts being edited laid over one of them.
struct CaseFolder {
    std::string folder;                 ///< of the case itself, as findings tell it and beside which frameworks are looked for
    std::string variant;                ///< name of the variant, or ""
    std::shared_ptr<FileSource> source; ///< of the case itself; the variant lies in it
    std::optional<base::Error> trouble = std::nullopt; ///< what keeps a package from being opened; then there are no files
    bool sealed = false;                ///< a sealed package that nothing at hand opens: `source` holds what is public
    bool packed = false;                ///< a package; `folder` is its file
};
/// Finds the case that a path names: a folder, its `scenario.yaml`, a package, a folder `variants/NAME` of one of them.
[[nodiscard]] CaseFolder case_folder(const std::string& path, const base::SealOpeners& openers = {});
/// The file whose time tells that a case has changed: its `scenario.yaml`, or the package.
[[nodiscard]] std::string main_file(const std::string& folder);
/// Files of cases by their path with the case's own in front, also where that is a package. The package that was read last
/// is kept open: verifying it, and opening its sealed part, takes long. One thread at a time.
class CaseFiles {
public:
    explicit CaseFiles(base::SealOpeners openers = {}) : openers_(std::move(openers)) {}
    /// Codes of `base::read_file` and of opening packages.
    [[nodiscard]] base::Result<std::string> read(const std::string& path, std::size_t limit);

private:
    struct Opened {
        std::string path;
        base::FileStamp stamp; ///< a package that was changed since is opened anew
        std::shared_ptr<const Package> package = nullptr;
        std::optional<base::Error> trouble = std::nullopt; ///< where there is no package
        std::shared_ptr<FileSource> whole = nullptr;       ///< of a sealed one, from when it is first needed
        std::optional<base::Error> sealed = std::nullopt;  ///< why there is no whole
    };
    void open(const std::string& package);
    [[nodiscard]] base::Result<std::string> read_packed(const std::string& inner, std::size_t limit);

    base::SealOpeners openers_; ///< of sealed cases
    Opened opened_;
};

/// The same, from any source of files.
[[nodiscard]] LoadedScenario load_scenario(const CaseFolder& where, const CheckContext& context);
[[nodiscard]] LoadedScenario check_scenario(const CaseFolder& where, const CheckContext& context);

/// Folders with a `scenario.yaml`, and packages, at or below `path`, sorted. `path` itself when it is one; a file is returned as it is.
/// What lies in folders named "policies" below it is left out: the pools of readiness checks are no cases to choose from.
[[nodiscard]] std::vector<std::string> find_scenarios(const std::string& path);

/// What a library row needs, read quickly without linking the case.
struct ScenarioCard {
    std::string folder;
    std::string id;
    std::string version;
    base::Text title;
    base::Text district;
    std::string framework;
    domain::Purpose purpose = domain::Purpose::Practice;
    std::vector<std::string> about;      ///< problem types; where the case is sealed, they are too
    std::string level;
    bool guided = false;
    int minutes = 0;
    std::vector<std::string> indicators; ///< codes
    bool sealed = false;                 ///< opens with a passphrase or a key only
    std::string broken;                  ///< code of the finding that keeps it from opening; "" when it reads well
};
[[nodiscard]] ScenarioCard read_card(const std::string& folder);

} // namespace timbang::content

#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "app/signers.h"
#include "cli/context.h"
#include "content/package.h"

namespace CLI {
class App;
}

namespace timbang::cli {

/// Commands that make and open packages: pack, unpack, seal.
struct PackageOptions {
    std::string from; ///< a case or a package
    std::string out;
    std::string sign; ///< name to sign with; "" not signed
    std::vector<std::string> seal_for; ///< lines of facilitators' keys, perhaps several in one with commas between
    bool show_key = false;             ///< shows the line of the own key, and does nothing else
    bool replace = false;
    bool know_authors = false;
};

void add_packages(CLI::App& app, PackageOptions& options, const std::function<std::string(std::string_view)>& words);
/// Carries out the one that was asked for; nothing when none of them was.
[[nodiscard]] bool run_packages(const CLI::App& app, const Context& context, const PackageOptions& options,
                                int& exit_code);

/// Who signed a package, as seen from this computer.
[[nodiscard]] std::vector<app::SignedBy> signed_by(const Context& context, const content::Package& package);
/// Keeps the authors whose signatures fit as known, and says so.
base::Status know_authors(const Context& context, std::vector<app::SignedBy>& authors);
/// A sentence for each, or "not signed".
[[nodiscard]] std::vector<std::string> signature_lines(const Context& context, const std::vector<app::SignedBy>& authors);
[[nodiscard]] nlohmann::json signatures_json(const std::vector<app::SignedBy>& authors);

/// The folder of the keys of the person whose data folder is in force.
[[nodiscard]] std::string keys_folder(const Context& context);
/// The first line of a file. Codes of `base::read_file`, and "passphrase-empty".
[[nodiscard]] base::Result<std::string> read_passphrase(const std::string& path);

} // namespace timbang::cli

#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/context.h"

namespace CLI {
class App;
}

namespace timbang::cli {

/// Commands that take a record to other laptops, join records, and forget somebody: records export, merge, same-person,
/// not-same-person, forget.
struct JoinOptions {
    std::string file;
    std::vector<std::string> files;
    std::vector<std::string> people; ///< codes
    std::string names = "keep";
    std::string site;
    bool trust = false;
    std::string code, other;
    bool decisions = false;
};

void add_join(CLI::App& records, JoinOptions& options, const std::function<std::string(std::string_view)>& words);
/// Carries out the one that was asked for; false when none of them was.
[[nodiscard]] bool run_join(const CLI::App& records, const Context& context, const JoinOptions& options, int& exit_code);

} // namespace timbang::cli

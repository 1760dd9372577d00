#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace CLI {
class App;
}

namespace timbang::cli {

struct Context;

/// Commands for those who write cases: new, diff, schema.
struct AuthoringOptions {
    std::string schema = "case"; ///< case, indicator, framework
    std::string older;           ///< of `diff`: folders, packages or names of bundled cases
    std::string newer;
    std::string folder;          ///< of `new`
    std::string pattern = "small";
    std::string title;
};

void add_authoring(CLI::App& app, AuthoringOptions& options, const std::function<std::string(std::string_view)>& words);
/// Carries out the one that was asked for; nothing when none of them was.
[[nodiscard]] bool run_authoring(const CLI::App& app, const Context& context, const AuthoringOptions& options,
                                 int& exit_code);

} // namespace timbang::cli

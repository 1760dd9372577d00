#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "cli/context.h"

namespace CLI {
class App;
class ParseError;
} // namespace CLI

namespace timbang::cli {

/// The language that the arguments ask for, read before they are parsed, so that help and usage errors are in it too;
/// `otherwise` where they name none.
[[nodiscard]] base::Lang asked_language(const std::vector<std::string>& arguments, base::Lang otherwise);

/// Gives the headings of the help their words. Called before options and subcommands are added: these take them over.
void word_help(CLI::App& app, const Context& context);
/// The same for the groups of subcommands; called after they are added.
void word_groups(CLI::App& app, const Context& context);

/// What was wrong with the arguments: code "wrong-usage".
[[nodiscard]] base::Error usage_error(const CLI::ParseError& error, const Context& context);

} // namespace timbang::cli

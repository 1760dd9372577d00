#include "cli/usage.h"

#include <cctype>

#include <CLI/CLI.hpp>

namespace timbang::cli {

namespace {

/// The part of `text` behind the first `mark`; all of it where the mark is missing.
std::string after(const std::string& text, const std::string& mark) {
    const std::size_t found = text.find(mark);
    return found == std::string::npos ? text : text.substr(found + mark.size());
}

std::string before(const std::string& text, const std::string& mark) {
    return text.substr(0, text.find(mark));
}

std::string what_was_wrong(const CLI::ParseError& error, const Context& context) {
    const std::string told = error.what();
    switch (static_cast<CLI::ExitCodes>(error.get_exit_code())) {
    case CLI::ExitCodes::RequiredError:
        if (told.find("ubcommand") != std::string::npos) return context.text("cli.usage-no-subcommand");
        return context.text("cli.usage-missing", {{"name", before(told, " is required")}});
    case CLI::ExitCodes::ExtrasError:
        return context.text("cli.usage-unknown", {{"words", after(told, "expected: ")}});
    case CLI::ExitCodes::ValidationError:
    case CLI::ExitCodes::ConversionError:
        return context.text("cli.usage-value", {{"detail", told}});
    default:
        return context.text("cli.usage-other", {{"detail", told}});
    }
}

} // namespace

base::Lang asked_language(const std::vector<std::string>& arguments, base::Lang otherwise) {
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        std::string value;
        if (arguments[i] == "--lang" && i + 1 < arguments.size()) value = arguments[i + 1];
        if (arguments[i].rfind("--lang=", 0) == 0) value = arguments[i].substr(7);
        if (value == "id") otherwise = base::Lang::Id;
        if (value == "en") otherwise = base::Lang::En;
    }
    return otherwise;
}

void word_help(CLI::App& app, const Context& context) {
    const auto formatter = std::make_shared<CLI::Formatter>();
    for (const char* label :
         {"Usage", "OPTIONS", "SUBCOMMAND", "SUBCOMMANDS", "REQUIRED", "Positionals", "TEXT", "UINT"}) {
        std::string key = std::string("cli.label-") + label;
        for (char& c : key)
            c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        formatter->label(label, context.text(key));
    }
    app.formatter(formatter);
    app.option_defaults()->group(context.text("cli.group-options"));
    app.set_help_flag("-h,--help", context.text("cli.help-help"));
}

void word_groups(CLI::App& app, const Context& context) {
    for (CLI::App* below : app.get_subcommands([](const CLI::App*) { return true; })) {
        below->group(context.text("cli.group-subcommands"));
        if (CLI::Option* help = below->get_help_ptr()) help->group(context.text("cli.group-options"));
        word_groups(*below, context);
    }
}

base::Error usage_error(const CLI::ParseError& error, const Context& context) {
    return base::Error("wrong-usage", {{"detail", what_was_wrong(error, context)}});
}

} // namespace timbang::cli

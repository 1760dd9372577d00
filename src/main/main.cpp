// The composition root: the only place that knows every module.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "base/catalogue.h"
#include "base/files.h"
#include "base/terminal.h"
#include "cli/cli.h"
#include "main/places.h"
#include "main/services.h"
#include "main/window.h"
#include "platform/folders.h"
#include "ui/kit/fonts.h"

namespace {

using namespace timbang;

/// The language of the desktop: Indonesian where it is set so, else English.
base::Lang system_language() {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(name);
        if (!value || !*value) continue;
        return std::string(value).rfind("id", 0) == 0 ? base::Lang::Id : base::Lang::En;
    }
    return base::Lang::En;
}

/// Whether the interface or the document face can draw a letter. The fonts are read when the first letter is asked for;
/// where they are not installed every letter counts as drawable.
std::function<bool(char32_t)> glyph_check(const std::string& share_folder) {
    auto fonts = std::make_shared<std::unique_ptr<ui::Fonts>>();
    auto tried = std::make_shared<bool>(false);
    return [=](char32_t letter) {
        if (!*tried) {
            *tried = true;
            base::Result<std::unique_ptr<ui::Fonts>> loaded = ui::Fonts::load(platform::font_folders({share_folder}));
            if (loaded) *fonts = std::move(*loaded);
        }
        return !*fonts || (*fonts)->has_glyph(letter) || (*fonts)->has_glyph(letter, ui::Face::Serif);
    };
}

/// A failure before there is a catalogue to take its text from.
int fail_early(const std::vector<std::string>& arguments, const char* code, const std::string& message) {
    const bool json = std::find(arguments.begin(), arguments.end(), "--json") != arguments.end();
    const nlohmann::json error = {{"error", {{"code", code}, {"message", message}}}};
    std::cerr << (json ? error.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) : message) << "\n";
    return cli::kFailed;
}

int start(const std::vector<std::string>& arguments) {
    cli::Environment environment;
    environment.version = TIMBANG_VERSION;
    environment.share_folder = main_program::find_share_folder();
    if (environment.share_folder.empty())
        return fail_early(
            arguments, "share-missing",
            "Timbang cannot find its scenarios and assets. Set TIMBANG_SHARE to the folder that holds both.");
    const base::Result<base::Catalogue> catalogue =
        base::Catalogue::load(base::join_path(environment.share_folder, "assets/messages"));
    if (!catalogue)
        return fail_early(arguments, "catalogue-broken",
                          "Timbang cannot read its messages in " + environment.share_folder +
                              "/assets/messages. Please install it again.");
    environment.catalogue = &*catalogue;
    environment.data_folder = main_program::user_data_folder();
    environment.lang = system_language();
    environment.in = &std::cin;
    environment.out = &std::cout;
    environment.err = &std::cerr;
    environment.in_is_terminal = base::input_is_terminal();
    environment.err_is_terminal = base::error_is_terminal();
    environment.clock = base::system_now;
    environment.utc_offset = main_program::utc_offset;
    environment.has_glyph = glyph_check(environment.share_folder);
    const cli::Outcome outcome = cli::run(arguments, environment);
    if (!outcome.window) return outcome.exit_code;
    main_program::WindowSetup setup;
    setup.version = environment.version;
    setup.share_folder = environment.share_folder;
    setup.data_folder = outcome.data_folder;
    setup.catalogue = *catalogue;
    setup.lang = outcome.lang;
    setup.lang_given = outcome.lang_given;
    setup.json = outcome.json;
    setup.has_glyph = environment.has_glyph;
    setup.scenario = outcome.scenario;
    setup.openers = outcome.openers;
    setup.leave_after_first_frame = outcome.leave == cli::Outcome::Leave::FirstFrame;
    setup.leave_when_settled = outcome.leave == cli::Outcome::Leave::Settled;
    return main_program::run_window(std::move(setup));
}

} // namespace

int main(int argc, char** argv) {
    std::ios::sync_with_stdio(false);
    return start(std::vector<std::string>(argv + 1, argv + argc));
}

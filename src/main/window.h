#pragma once

#include <functional>
#include <string>

#include "base/catalogue.h"
#include "base/seal.h"
#include "base/text.h"

namespace timbang::main_program {

struct WindowSetup {
    std::string version;
    std::string share_folder; ///< with scenarios/, assets/ and perhaps fonts/
    std::string data_folder;
    base::Catalogue catalogue;
    base::Lang lang = base::Lang::Id;
    bool lang_given = false;              ///< the command line named it: it wins over the settings
    /// Whether the fonts can draw a letter; for one thread of its own.
    std::function<bool(char32_t)> has_glyph;
    bool json = false;                    ///< failures are told as an object
    std::string scenario;                 ///< to open at once, or ""
    base::SealOpeners openers;            ///< of sealed cases
    bool leave_after_first_frame = false; ///< for benches and tests
    bool leave_when_settled = false;
};

/// Opens the window and runs until it is closed. Returns the exit code; failures are told on standard error.
int run_window(WindowSetup setup);

} // namespace timbang::main_program

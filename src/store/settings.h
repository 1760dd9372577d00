#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/text.h"

namespace timbang::store {

/// Place and size of the window in screen units; width 0: never placed.
struct WindowPlace {
    int x = 0, y = 0, width = 0, height = 0;
    bool maximised = false;
    friend bool operator==(const WindowPlace&, const WindowPlace&) = default;
};

/// What a person chose, kept between runs. Ids as text, so that this module need not know them.
struct Settings {
    base::Lang lang = base::Lang::Id;
    int text_size = 100;                    ///< percent, 100 to 300
    std::string theme = "system";           ///< "light", "dark", "contrast", "system"
    std::string level = "full";             ///< feedback level id
    std::string mode = "practise";          ///< mode id of new sessions
    std::string person;                     ///< id of the one who was here last; "" nobody said who they are
    std::vector<std::string> case_folders;  ///< of own cases
    WindowPlace window;
    std::string open_session;               ///< on the desk when the program ended unexpectedly; "" it was left properly
    friend bool operator==(const Settings&, const Settings&) = default;
};

/// The settings; defaults where there is no file yet. Codes of `read_local_file`: then go on with defaults and say so.
[[nodiscard]] base::Result<Settings> load_settings(const std::string& path);
/// Written atomically.
base::Status save_settings(const std::string& path, const Settings& settings);

} // namespace timbang::store

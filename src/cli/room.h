#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/context.h"

namespace CLI {
class App;
}

namespace timbang::cli {

/// `timbang room`: hosts a group session without the window.
struct RoomOptions {
    std::vector<std::string> scenarios;
    std::string bind = "0.0.0.0";
    int port = 8080;
    std::vector<std::string> names;         ///< further host names
    std::string title;
    std::string wifi;
    std::string roster;                     ///< a file, or "": `people` numbers
    int people = 30;
    int groups = 0;                         ///< how many; 0: as the roster says, or of five
    int consensus = 0;                      ///< percent; 0: the framework's
    int minutes = 6;                        ///< of the timer; 0: none
    bool spread = false;                    ///< show the spread of the votes only
    bool group_second = false;
    bool resume = false;
    std::optional<std::uint64_t> fixed;     ///< for tests: ids, code and tokens by this seed; the date stands still
};

void add_room(CLI::App& app, RoomOptions& options, const std::function<std::string(std::string_view)>& words);
[[nodiscard]] int run_room(const Context& context, const RoomOptions& options);

} // namespace timbang::cli

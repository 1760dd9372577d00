#include "main/places.h"

#include <cstdlib>
#include <filesystem>

namespace timbang::main_program {

namespace fs = std::filesystem;

namespace {

bool is_share(const fs::path& folder) {
    std::error_code ignored;
    return fs::is_directory(folder / "scenarios", ignored) && fs::is_directory(folder / "assets", ignored);
}

} // namespace

std::string find_share_folder() {
    if (const char* given = std::getenv("TIMBANG_SHARE"); given && *given) return is_share(given) ? given : "";
    std::error_code failed;
    const fs::path beside = fs::read_symlink("/proc/self/exe", failed).parent_path();
    if (!failed)
        for (const fs::path& folder : {beside, beside.parent_path() / "share" / "timbang"})
            if (is_share(folder)) return folder.string();
    return is_share(TIMBANG_SOURCE_DIR) ? TIMBANG_SOURCE_DIR : "";
}

std::string user_data_folder() {
    if (const char* data = std::getenv("XDG_DATA_HOME"); data && *data) return (fs::path(data) / "timbang").string();
    if (const char* home = std::getenv("HOME"); home && *home)
        return (fs::path(home) / ".local/share/timbang").string();
    return "timbang-data";
}

} // namespace timbang::main_program

#include "platform/folders.h"

#include <cstdlib>
#include <filesystem>
#include <system_error>

#include <pwd.h>
#include <unistd.h>

namespace timbang::platform {

namespace fs = std::filesystem;

namespace {

std::string environment(const char* name) {
    const char* value = std::getenv(name);
    return value ? value : "";
}

std::string home() {
    if (std::string h = environment("HOME"); !h.empty()) return h;
    const passwd* entry = getpwuid(getuid());
    return entry && entry->pw_dir ? entry->pw_dir : "/";
}

/// The XDG rule: an absolute path in the variable, else the default below the home folder.
std::string xdg(const char* name, const char* otherwise) {
    const std::string value = environment(name);
    const fs::path base = !value.empty() && fs::path(value).is_absolute() ? fs::path(value) : fs::path(home()) / otherwise;
    return (base / "timbang").string();
}

} // namespace

Folders user_folders() {
    return {xdg("XDG_DATA_HOME", ".local/share"), xdg("XDG_CONFIG_HOME", ".config"), xdg("XDG_CACHE_HOME", ".cache"),
            (fs::path(home()) / "Timbang" / "cases").string()};
}

std::string home_folder() { return home(); }

std::vector<std::string> media_folders() {
    const passwd* entry = getpwuid(getuid());
    const std::string name = entry && entry->pw_name ? entry->pw_name : "";
    std::vector<std::string> found;
    std::error_code failed;
    for (const char* root : {"/media", "/run/media"})
        if (const fs::path p = fs::path(root) / name; !name.empty() && fs::is_directory(p, failed)) found.push_back(p.string());
    return found;
}

std::vector<std::string> share_folders(const std::string& source_tree) {
    std::vector<fs::path> wanted;
    if (std::string named = environment("TIMBANG_SHARE"); !named.empty()) wanted.emplace_back(named);
    std::error_code failed;
    const fs::path binary = fs::read_symlink("/proc/self/exe", failed);
    if (!failed) {
        wanted.push_back(binary.parent_path());
        wanted.push_back(binary.parent_path().parent_path() / "share" / "timbang");
    }
    if (!source_tree.empty()) wanted.emplace_back(source_tree);
    std::vector<std::string> found;
    for (const fs::path& p : wanted)
        if (fs::is_directory(p, failed)) found.push_back(p.string());
    return found;
}

std::vector<std::string> font_folders(const std::vector<std::string>& shares) {
    std::vector<std::string> out;
    for (const std::string& share : shares) out.push_back((fs::path(share) / "fonts").string());
    return out;
}

} // namespace timbang::platform

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>

#include <GLFW/glfw3.h>

#include "platform/folders.h"
#include "platform/keys.h"

using namespace timbang;
using base::KeyCode;

namespace {

/// Sets an environment variable for a test.
class Environment {
public:
    Environment(const char* name, const char* value) : name_(name) {
        const char* old = std::getenv(name);
        had_ = old != nullptr;
        if (old) old_ = old;
        value ? setenv(name, value, 1) : unsetenv(name);
    }
    ~Environment() { had_ ? setenv(name_, old_.c_str(), 1) : unsetenv(name_); }
    Environment(const Environment&) = delete;
    Environment& operator=(const Environment&) = delete;

private:
    const char* name_;
    std::string old_;
    bool had_ = false;
};

} // namespace

TEST_CASE("files go where the XDG rules say; a relative path in a variable is ignored") {
    const Environment home("HOME", "/home/contoh"), data("XDG_DATA_HOME", "/srv/data"), config("XDG_CONFIG_HOME", "relative"),
        cache("XDG_CACHE_HOME", nullptr);
    const platform::Folders f = platform::user_folders();
    CHECK(f.data == "/srv/data/timbang");
    CHECK(f.config == "/home/contoh/.config/timbang");
    CHECK(f.cache == "/home/contoh/.cache/timbang");
    CHECK(f.cases == "/home/contoh/Timbang/cases");
}

TEST_CASE("the program's own files are looked for where the variable says first, and only where there is a folder") {
    const std::string folder = std::filesystem::temp_directory_path().string();
    const Environment share("TIMBANG_SHARE", folder.c_str());
    CHECK(platform::share_folders("").front() == folder);
    const Environment gone("TIMBANG_SHARE", "/no/such/folder");
    for (const std::string& f : platform::share_folders("/neither/this")) CHECK(std::filesystem::is_directory(f));
    CHECK(platform::font_folders({"/a"}).front() == "/a/fonts");
}

TEST_CASE("keys are told by what they do") {
    CHECK(platform::key_of(GLFW_KEY_KP_ENTER, 0) == KeyCode::Enter);
    CHECK(platform::key_of(GLFW_KEY_KP_8, 0) == KeyCode::D8);
    CHECK(platform::key_of(GLFW_KEY_8, 0) == KeyCode::D8);
    CHECK(platform::key_of(GLFW_KEY_F6, 0) == KeyCode::F6);
    CHECK(platform::key_of(GLFW_KEY_EQUAL, 0) == KeyCode::Plus);
    CHECK(platform::mods_of(GLFW_MOD_SUPER).ctrl);
    CHECK(platform::mods_of(GLFW_MOD_SHIFT | GLFW_MOD_ALT) == base::Mods{false, true, true});
}

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>

#include <GLFW/glfw3.h>

#include "platform/folders.h"
#include "platform/keys.h"
#include "platform/window.h"

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
    const Environment home("HOME", "/home/contoh"), data("XDG_DATA_HOME", "/srv/data"),
        config("XDG_CONFIG_HOME", "relative"), cache("XDG_CACHE_HOME", nullptr);
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

TEST_CASE("a window comes back where it stood; what no longer fits is brought onto a screen") {
    using platform::Area;
    using platform::fit_place;
    using platform::Place;
    const std::vector<Area> two{{0, 0, 1920, 1040}, {1920, 0, 1280, 720}};
    SUBCASE("as it was") {
        const Place place{2000, 40, 1000, 600, false};
        CHECK(fit_place(place, two).place == place);
        CHECK_FALSE(fit_place(place, two).moved);
    }
    SUBCASE("the second screen is gone: only the size is kept") {
        const platform::Fitted fitted = fit_place({2000, 40, 1000, 600, false}, {two[0]});
        CHECK(fitted.moved);
        CHECK(fitted.place.width == 1000);
        CHECK(fitted.place.height == 600);
    }
    SUBCASE("larger than the screen") {
        const platform::Fitted fitted = fit_place({0, 0, 3000, 2000, false}, two);
        CHECK_FALSE(fitted.moved);
        CHECK(fitted.place.width == 1920);
        CHECK(fitted.place.height == 1040);
    }
    SUBCASE("its title is above the screen") { CHECK(fit_place({100, -60, 1000, 600, false}, two).moved); }
    SUBCASE("maximised stays maximised") { CHECK(fit_place({100, 100, 1000, 600, true}, two).place.maximised); }
    SUBCASE("no screen is known") {
        const Place place{5000, 5000, 1000, 600, false};
        CHECK(fit_place(place, {}).place == place);
    }
}

TEST_CASE("screens that show the same part of the desktop count once") {
    using platform::screens_apart;
    CHECK(screens_apart({}) == 0);
    CHECK(screens_apart({{0, 0, 1920, 1040}}) == 1);
    CHECK(screens_apart({{0, 0, 1920, 1040}, {1920, 0, 1280, 720}}) == 2);
    CHECK(screens_apart({{0, 0, 1920, 1040}, {0, 0, 1280, 720}}) == 1);
    CHECK(screens_apart({{0, 0, 1280, 720}, {0, 720, 1280, 720}, {0, 28, 1280, 692}}) == 2);
}

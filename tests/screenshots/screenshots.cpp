// Writes pictures of the screens: screenshots --out FOLDER [--scene NAME] [--lang id|en] [--theme light|dark|contrast]
// [--size 1440x900] [--scale 100]. Without a choice, all of that choice's values. The window grows with the scale, so that the
// layout is that of --size; with --window 1280x720 it has that many pixels whatever the scale.
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include <stb/stb_image_write.h>

#include "main/pictures.h"
#include "platform/folders.h"
#include "platform/gl_textures.h"
#include "platform/window.h"
#include "screenshots/scene.h"
#include "ui/screens/common.h"
#include "ui/screens/frame.h"

using namespace timbang;
using screenshots::Look;

namespace {

struct Wanted {
    std::string out = "build/screenshots";
    std::vector<std::string> scenes = screenshots::scene_names();
    std::vector<Look> looks;
    bool grows = true; ///< the window with the scale
};

Wanted read(int argc, char** argv) {
    Wanted wanted;
    std::vector<base::Lang> languages{base::Lang::En, base::Lang::Id};
    std::vector<app::Theme> themes{app::Theme::Light, app::Theme::Dark};
    std::vector<std::pair<int, int>> sizes{{1440, 900}, {1280, 720}};
    std::vector<int> scales{100, 200};
    for (int i = 1; i + 1 < argc; i += 2) {
        const std::string option = argv[i], value = argv[i + 1];
        int width = 0, height = 0;
        if (option == "--out") wanted.out = value;
        if (option == "--scene") wanted.scenes = {value};
        if (option == "--lang") languages = {value == "id" ? base::Lang::Id : base::Lang::En};
        if (option == "--theme") themes = {value == "dark" ? app::Theme::Dark : value == "contrast" ? app::Theme::Contrast : app::Theme::Light};
        if (option == "--window" && std::sscanf(value.c_str(), "%dx%d", &width, &height) == 2) sizes = {{width, height}}, wanted.grows = false;
        if (option == "--size" && std::sscanf(value.c_str(), "%dx%d", &width, &height) == 2) sizes = {{width, height}};
        if (option == "--scale") scales = {std::atoi(value.c_str())};
    }
    for (const base::Lang lang : languages)
        for (const app::Theme theme : themes)
            for (const auto& [width, height] : sizes)
                for (const int scale : scales) wanted.looks.push_back({lang, theme, scale, width, height});
    return wanted;
}

std::string file_of(const std::string& out, const std::string& scene, const Look& look, bool grows) {
    const char* themes[] = {"light", "dark", "contrast", "system"};
    return out + "/" + scene + "-" + base::lang_code(look.lang) + "-" + themes[static_cast<int>(look.theme)] + (grows ? "-" : "-window-") +
           std::to_string(look.width) + "x" + std::to_string(look.height) + "-" + std::to_string(look.text_size) + ".png";
}

/// Draws until the layout rests, then writes the picture.
bool photograph(platform::Window& window, ui::Ui& ui, app::Workspace& workspace, const Look& look, bool grows, const std::string& file) {
    ui::FrameOptions options;
    const int percent = grows ? look.text_size : 100;
    window.resize(look.width * percent / 100, look.height * percent / 100);
    for (int frame = 0; frame < 8; ++frame) {
        window.draw_again();
        (void)window.wait(0.0);
        const platform::Frame input = window.begin_frame();
        const app::FrameView& view = workspace.frame();
        ui.set_theme(ui::theme_of(view.theme, false, false));
        ui.begin({static_cast<float>(input.width), static_cast<float>(input.height), static_cast<float>(look.text_size) / 100.0F, input.time, {}});
        app::Actions actions;
        ui::draw_frame(ui, view, options, actions);
        ui.end();
        const ui::Color c = ui.t().canvas;
        window.end_frame(static_cast<std::uint32_t>(c.r << 16 | c.g << 8 | c.b));
        for (const app::Action& action : actions) workspace.apply(action);
    }
    const platform::Pixels pixels = window.screenshot();
    return stbi_write_png(file.c_str(), pixels.width, pixels.height, 4, pixels.rgba.data(), pixels.width * 4) != 0;
}

} // namespace

int main(int argc, char** argv) {
    const Wanted wanted = read(argc, argv);
    std::filesystem::create_directories(wanted.out);
    auto window = platform::Window::open({.title = "Timbang"});
    auto fonts = ui::Fonts::load(platform::font_folders({}));
    if (!window || !fonts) {
        std::fprintf(stderr, "There is no window or there are no fonts. Run tools/screenshots, which brings its own display.\n");
        return 3;
    }
    ui::TexturesOf<platform::GlTextures> textures((*window)->textures());
    int failed = 0;
    for (const std::string& scene : wanted.scenes)
        for (const Look& look : wanted.looks) {
            const std::string file = file_of(wanted.out, scene, look, wanted.grows);
            const std::string data = wanted.out + "/data";
            std::filesystem::remove_all(data);
            const auto workspace = screenshots::make_scene(scene, look, data);
            ui::Ui ui(**fonts, textures);
            main_program::Pictures pictures(textures, [&](const std::string& path, std::size_t limit) {
                return workspace->read_case_file(path, limit);
            });
            ui.set_pictures([&](const std::string& path) { return pictures.of(path); });
            const bool made = workspace && photograph(**window, ui, *workspace, look, wanted.grows, file);
            std::printf("%s %s\n", made ? "made" : "failed", file.c_str());
            failed += !made;
        }
    std::filesystem::remove_all(wanted.out + "/data");
    return failed ? 1 : 0;
}

// Draws a screen from hand-made values: screens_gallery SCREEN [--id] [--dark|--contrast] [--scale N] [--size WxH]
// [--many] --out FILE.png
#include <cstdio>
#include <cstdlib>
#include <string>

#include <stb/stb_image_write.h>

#include "gallery/screens/pick.h"
#include "platform/folders.h"
#include "platform/gl_textures.h"
#include "platform/window.h"

using namespace timbang;

namespace {

gallery::Asked read(int argc, char** argv) {
    gallery::Asked o;
    for (int i = 1; i < argc; ++i) {
        const std::string arg = argv[i];
        const char* next = i + 1 < argc ? argv[i + 1] : "";
        if (arg == "--out")
            o.out = next, ++i;
        else if (arg == "--scale")
            o.scale = std::strtof(next, nullptr), ++i;
        else if (arg == "--size")
            std::sscanf(next, "%dx%d", &o.width, &o.height), ++i;
        else if (arg == "--dark")
            o.theme = ui::Theme::Dark;
        else if (arg == "--contrast")
            o.theme = ui::Theme::Contrast;
        else if (arg == "--id")
            o.id = true;
        else if (arg == "--many")
            o.many = true;
        else
            o.screen = arg;
    }
    return o;
}

} // namespace

int main(int argc, char** argv) {
    const gallery::Asked asked = read(argc, argv);
    auto window = platform::Window::open({.title = "Screens", .width = asked.width, .height = asked.height});
    auto fonts = ui::Fonts::load(platform::font_folders(platform::share_folders("")));
    if (!window || !fonts) {
        std::fprintf(stderr, "no window or no fonts\n");
        return 3;
    }
    ui::TexturesOf<platform::GlTextures> textures((*window)->textures());
    ui::Ui ui(**fonts, textures);
    ui.set_theme(asked.theme);
    const auto views = gallery::pick(asked);
    ui::FrameOptions options;
    int frames = 0;
    while (!(*window)->closing()) {
        if (!(*window)->wait(ui.wake())) continue;
        const platform::Frame frame = (*window)->begin_frame();
        ui.begin(
            {static_cast<float>(frame.width), static_cast<float>(frame.height), asked.scale, frame.time, frame.events});
        app::Actions actions;
        ui::draw_frame(ui, views->frame, options, actions);
        ui.end();
        if (ui.again()) (*window)->draw_again();
        const ui::Color c = ui.t().canvas;
        (*window)->end_frame(static_cast<std::uint32_t>(c.r << 16 | c.g << 8 | c.b));
        if (!asked.out.empty() && ++frames > 6) {
            const platform::Pixels p = (*window)->screenshot();
            return stbi_write_png(asked.out.c_str(), p.width, p.height, 4, p.rgba.data(), p.width * 4) ? 0 : 3;
        }
        if (!asked.out.empty()) (*window)->draw_again(2);
    }
    return 0;
}

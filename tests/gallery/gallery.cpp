// Shows the kit's controls in a window, or writes a picture of them:
//   kit_gallery [controls|components|PAGE.md] [--out FILE.png] [--size WxH] [--scale N] [--dark|--contrast] [--measure N]
// --measure draws N frames and prints the medians of building and drawing one, and their ratio.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include <stb/stb_image_write.h>

#include "gallery/controls.h"
#include "platform/folders.h"
#include "platform/gl_textures.h"
#include "platform/window.h"
#include "ui/kit/ui.h"

using namespace timbang;

namespace {

struct Options {
    std::string out, what = "controls";
    float scale = 0;
    int width = 1440, height = 900, measure = 0;
    ui::Theme theme = ui::Theme::Light;
};

Options read(int argc, char** argv) {
    Options o;
    for (int i = 1; i < argc; ++i) {
        const std::string arg = argv[i];
        const char* next = i + 1 < argc ? argv[i + 1] : "";
        if (arg == "--out") o.out = next, ++i;
        else if (arg == "--scale") o.scale = std::strtof(next, nullptr), ++i;
        else if (arg == "--size") std::sscanf(next, "%dx%d", &o.width, &o.height), ++i;
        else if (arg == "--measure") o.measure = std::atoi(next), ++i;
        else if (arg == "--dark") o.theme = ui::Theme::Dark;
        else if (arg == "--contrast") o.theme = ui::Theme::Contrast;
        else o.what = arg;
    }
    return o;
}

using Clock = std::chrono::steady_clock;

double milliseconds(Clock::time_point from, Clock::time_point to) { return std::chrono::duration<double, std::milli>(to - from).count(); }

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : values[values.size() / 2];
}

} // namespace

int main(int argc, char** argv) {
    const Options options = read(argc, argv);
    auto window = platform::Window::open({.title = "Kit", .width = options.width, .height = options.height});
    auto fonts = ui::Fonts::load(platform::font_folders(platform::share_folders("")));
    if (!window || !fonts) {
        std::fprintf(stderr, "no window or no fonts\n");
        return 3;
    }
    ui::TexturesOf<platform::GlTextures> textures((*window)->textures());
    ui::Ui ui(**fonts, textures);
    ui.set_theme(options.theme);
    gallery::State state;
    int frames = 0;
    std::vector<double> building, drawing;
    while (!(*window)->closing()) {
        if (!(*window)->wait(ui.wake())) continue;
        const platform::Frame frame = (*window)->begin_frame();
        const auto started = Clock::now();
        const float scale = options.scale > 0 ? options.scale : frame.scale;
        ui.begin({static_cast<float>(frame.width), static_cast<float>(frame.height), scale, frame.time, frame.events});
        gallery::draw(ui, options.what, state);
        ui.end();
        if (ui.again()) (*window)->draw_again();
        const ui::Color c = ui.t().canvas;
        const auto built = Clock::now();
        (*window)->end_frame(static_cast<std::uint32_t>(c.r << 16 | c.g << 8 | c.b));
        if (options.measure > 0) {
            building.push_back(milliseconds(started, built));
            drawing.push_back(milliseconds(built, Clock::now()));
            (*window)->draw_again(2);
            if (static_cast<int>(building.size()) < options.measure) continue;
            std::printf("build %.3f ms, draw %.3f ms, ratio %.3f\n", median(building), median(drawing), median(building) / median(drawing));
            return 0;
        }
        if (!options.out.empty() && ++frames > 4) {
            const platform::Pixels p = (*window)->screenshot();
            return stbi_write_png(options.out.c_str(), p.width, p.height, 4, p.rgba.data(), p.width * 4) ? 0 : 3;
        }
        if (!options.out.empty()) (*window)->draw_again(2);
    }
    return 0;
}

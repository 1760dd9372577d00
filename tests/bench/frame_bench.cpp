// Building a frame of the desk (NewFrame to Render) against drawing it in the same run.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <unistd.h>
#include <vector>

#include "platform/folders.h"
#include "platform/gl_textures.h"
#include "platform/window.h"
#include "screenshots/scene.h"
#include "ui/screens/common.h"
#include "ui/screens/frame.h"

using namespace timbang;
using Clock = std::chrono::steady_clock;

namespace {

double median(std::vector<double> values) {
    std::nth_element(values.begin(), values.begin() + static_cast<long>(values.size() / 2), values.end());
    return values[values.size() / 2];
}

double milliseconds(Clock::time_point begin) { return std::chrono::duration<double, std::milli>(Clock::now() - begin).count(); }

void measure(const std::string& scene, platform::Window& window, ui::Fonts& fonts, ui::Textures& textures, const std::string& data) {
    const screenshots::Look look;
    std::filesystem::remove_all(data);
    const auto workspace = screenshots::make_scene(scene, look, data);
    if (!workspace) return;
    ui::Ui ui(fonts, textures);
    ui::FrameOptions options;
    std::vector<double> build, draw;
    for (int i = 0; i < 120; ++i) {
        window.draw_again();
        (void)window.wait(0.0);
        const platform::Frame input = window.begin_frame();
        const app::FrameView& view = workspace->frame();
        const auto begin = Clock::now();
        ui.begin({static_cast<float>(input.width), static_cast<float>(input.height), 1, input.time, {}});
        app::Actions actions;
        ui::draw_frame(ui, view, options, actions);
        ui.end();
        build.push_back(milliseconds(begin));
        const auto painted = Clock::now();
        window.end_frame(0xF5F4F0);
        (void)window.screenshot(); // waits until the picture is there
        draw.push_back(milliseconds(painted));
    }
    const double built = median(build), drawn = median(draw);
    std::printf("%s: building a frame %.2f ms, drawing it %.2f ms, ratio %.3f (at most 0.1)\n", scene.c_str(), built, drawn, built / drawn);
}

} // namespace

int main() {
    auto window = platform::Window::open({.title = "Timbang"});
    auto fonts = ui::Fonts::load(platform::font_folders({}));
    if (!window || !fonts) return 3;
    ui::TexturesOf<platform::GlTextures> textures((*window)->textures());
    const std::string data = (std::filesystem::temp_directory_path() / ("timbang-frame-" + std::to_string(getpid()))).string();
    for (const char* scene : {"home", "desk", "compare", "debrief", "records"}) measure(scene, **window, **fonts, textures, data);
    std::filesystem::remove_all(data);
    return 0;
}
